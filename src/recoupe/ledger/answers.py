"""What a ledger answers beside the records of the stages."""

from collections.abc import Callable
from enum import StrEnum

from recoupe.model import Decision, Evidence, Record, Run, Span, Tie

Progress = Callable[[str, int, int | None], None]
"""Called with a step, how many are done, and of how many (None: not known)."""


def silent(step: str, done: int, total: int | None) -> None:
    """The progress that nobody watches."""


class Added(Record, frozen=True, kw_only=True):
    """What an `add` found: reports never seen before, sightings of known ones, inputs that became no report."""

    new: int
    known: int
    rejected: int


class Hit(Record, frozen=True, kw_only=True):
    """A sentence of a report that holds all words looked for: one that holds most of them, its words, and where the sought ones stand."""

    report: str
    span: Span
    words: str
    found: tuple[Span, ...]


class Explanation(Record, frozen=True, kw_only=True):
    """A record, the evidence in it, the texts (by report) that its spans point into, and for an event what ties its reports."""

    kind: str
    record: Record
    evidence: tuple[Evidence, ...]
    texts: dict[str, str]
    ties: tuple[Tie, ...] = ()


class Standing(StrEnum):
    """Where a decision stands after the last run."""

    ATTACHED = "attached"  # the claim stands where it stood
    MOVED = "moved"  # its words were found elsewhere in the report
    ORPHANED = "orphaned"  # no claim has those words any more


class Placed(Record, frozen=True, kw_only=True):
    """A decision, where it stands, and the claim that it is on."""

    decision: Decision
    standing: Standing
    claim: str | None


class Info(Record, frozen=True, kw_only=True):
    """What a ledger is: its file, how many of each kind, what is still to do, what made it."""

    path: str
    version: int
    size: int
    counts: dict[str, int]
    pending: dict[str, int]
    settings: dict[str, str]
    runs: tuple[Run, ...]


class Fault(Record, frozen=True, kw_only=True):
    """Something that does not hold: which check, on which record, and how."""

    check: str
    id: str
    detail: str
