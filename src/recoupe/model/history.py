"""How it was made and what people decided: runs and decisions."""

from recoupe.model.base import Record


class Run(Record, frozen=True, kw_only=True):
    """What made a derived record: stage and version, hash of the language packs, frozen statistics, libraries, Unicode version."""

    id: str
    stage: str
    version: int
    packs: str
    statistics: str
    libraries: tuple[str, ...]
    unicode: str


class Decision(Record, frozen=True, kw_only=True):
    """A person's word on a machine's value; append-only; it always wins. The anchor is the quoted words with their surroundings.

    For `field` "same_event" the anchors are two reports: `report` and `human_value` (must-link if `machine_value` is "apart",
    else cannot-link).
    """

    id: str
    report: str
    exact: str
    prefix: str
    suffix: str
    start: int
    field: str
    machine_value: str
    human_value: str
    who: str
    at: str
    reason: str
