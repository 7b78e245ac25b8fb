"""Which pairs of versions to compare: all in a small event; in a large one the work grows with the versions, not with their pairs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.drift.versions import Versions
from recoupe.model import Reuse

PARTNERS = 12
"""So many versions, the closest, is each compared with."""

COPIES = 3
"""So many pairs with the same two wordings are compared: differences of a copy are those of what it copies."""


def selected(reuses: Sequence[Reuse], versions: Versions) -> Iterator[Reuse]:
    """The pairs worth comparing, the closest first: no copies of one wording, each version with its closest others."""
    wording = _wordings(versions)
    partners, told = Counter[str](), Counter[tuple[str, ...]]()
    for reuse in sorted(reuses, key=lambda r: (-r.score, r.id)):
        pair = tuple(sorted((wording[reuse.a], wording[reuse.b])))
        spare = min(partners[reuse.a], partners[reuse.b]) < PARTNERS
        if pair[0] != pair[1] and spare and told[pair] < COPIES:
            partners.update((reuse.a, reuse.b))
            told[pair] += 1
            yield reuse


def _wordings(versions: Versions) -> dict[str, str]:
    """For each report the first one of the same words."""
    first: dict[tuple[str, ...], str] = {}
    return {id_: first.setdefault(tuple(line.text for line in v.lines), id_) for id_, v in versions.by_id.items()}
