"""What a frame finds, before actors, channels and times are added."""

from recoupe.claims.attribution.page import Extent
from recoupe.model import Modality, Record


class Found(Record, frozen=True, kw_only=True):
    """An attribution by offsets. `clause` bounds where channel and time may stand; `carried`: the source is that of the relation before."""

    rule: str
    cue: Extent
    content: tuple[Extent, ...]
    clause: Extent
    modality: Modality = Modality.REPORTED
    source: Extent | None = None
    carried: bool = False
    open: bool = False  # the outlet's own clause: a hearsay conditional in it is the outlet's


def overlap(a: Extent, b: Extent) -> bool:
    """Whether two extents share a character.

    >>> overlap((0, 3), (2, 5)), overlap((0, 3), (3, 5))
    (True, False)
    """
    return a[0] < b[1] and b[0] < a[1]
