"""The kinds of records and their tables: which columns stand beside `record`, and how each follows from it."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

from recoupe.model import Claim, Crosscheck, Decision, Drift, Event, Origin, Reading, Record, Reject, Report, Reuse, Run, Story

R = TypeVar("R", bound=Record)

UNDECODED = (msgspec.DecodeError, UnicodeDecodeError, TypeError)
"""What a decoder raises over bytes that are no record, or no text, and over what is not even bytes."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A table of records. `columns` follow from the record alone, the key first; `beside` are given when it is written."""

    table: str
    type: type[R]
    columns: tuple[tuple[str, Callable[[R], Any]], ...]
    beside: tuple[str, ...]
    decoder: msgspec.json.Decoder[R]

    @property
    def key(self) -> str:
        """The name of the column that holds the id."""
        return self.columns[0][0]

    @property
    def upsert(self) -> str:
        """The statement that writes one record: columns, what stands beside, the record."""
        names = (*(name for name, _ in self.columns), *self.beside, "record")
        changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
        return (
            f"INSERT INTO {self.table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608 - our own names
            f"ON CONFLICT ({self.key}) DO UPDATE SET {changes}"
        )

    def row(self, record: R, beside: tuple[str, ...]) -> tuple[Any, ...]:
        """The values of `upsert` for `record`."""
        return (*(value(record) for _, value in self.columns), *beside, msgspec.json.encode(record))


def kind(table: str, type_: type[R], fields: str, beside: str = "") -> Kind[R]:
    """A kind whose columns are the `fields` of the record.

    >>> stories = kind("story", Story, "id title", "run")
    >>> stories.key, stories.row(Story(id="s-1", events=(), title="Crue"), ("u-1",))
    ('id', ('s-1', 'Crue', 'u-1', b'{"id":"s-1","events":[],"title":"Crue"}'))
    """
    columns = tuple((name, attrgetter(name)) for name in fields.split())
    return Kind(table, type_, columns, tuple(beside.split()), msgspec.json.Decoder(type_))


def _side(name: str) -> Callable[[Drift], str | None]:
    """The report of passage `name` of a drift."""

    def report(drift: Drift) -> str | None:
        span = getattr(drift, name)
        return None if span is None else span.report

    return report


REPORTS = kind("report", Report, "id sha256 url outlet language edition_of")
REJECTS = kind("reject", Reject, "id reason locator")
DECISIONS = kind("decision", Decision, "id report field")
RUNS = kind("run", Run, "id stage")
READINGS = kind("reading", Reading, "report", "run")
CLAIMS = kind("claim", Claim, "id report type modality", "run")
FAILURES = kind("failure", Reject, "id", "report stage")
REUSES = kind("reuse", Reuse, "id a b kind score", "run")
ORIGINS = kind("origin", Origin, "id kind", "run")
EVENTS = kind("event", Event, "id title", "story run")
STORIES = kind("story", Story, "id title", "run")
CROSSCHECKS = kind("crosscheck", Crosscheck, "id event story agreement", "run")
DRIFTS = Kind(
    "drift",
    Drift,
    (("id", attrgetter("id")), ("kind", attrgetter("kind")), ("a", _side("a")), ("b", _side("b"))),
    ("event", "run"),
    msgspec.json.Decoder(Drift),
)

KINDS: tuple[Kind[Any], ...] = (
    REPORTS, REJECTS, DECISIONS, RUNS, READINGS, CLAIMS, FAILURES, REUSES, ORIGINS, EVENTS, STORIES, CROSSCHECKS, DRIFTS,
)  # fmt: skip
"""In the order of the way of the data."""
