"""The canonical export: lines that are equal for equal reports, decisions, settings and versions, in whatever order they came.

Names are history, content is not: the id of an event or a story is replaced by a hash of its sorted reports, and what is named after
one follows. Runs, arrival times and the log of names are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from recoupe.model import Crosscheck, Record, identify

Tables = Mapping[str, Callable[[], Iterable[Record]]]

CONTENT = ("report", "decision", "reading", "claim", "reuse", "origin", "event", "story", "crosscheck", "drift")
"""What is exported, in this order. Rejects are not content: they are what did not come in."""


def canonical(tables: Tables) -> Iterator[bytes]:
    """One line a record: its kind, a tab, its JSON."""
    names = renamed(tables)
    for table in CONTENT:
        yield from sorted(table.encode() + b"\t" + _line(record, names) + b"\n" for record in tables[table]())


def renamed(tables: Tables) -> dict[str, str]:
    """Canonical ids by the permanent ids of events and stories, and by those of the crosschecks and drifts named after them.

    >>> from recoupe.model import Event, Story
    >>> def of(name): return {"event": lambda: [Event(id=name, reports=("r-1", "r-2"), title="Crue")], "story": list, "crosscheck": list}
    >>> renamed(of("e-1"))["e-1"] == renamed(of("e-7"))["e-7"]
    True
    """
    reports: dict[str, tuple[str, ...]] = {event.id: tuple(sorted(event.reports)) for event in tables["event"]()}  # type: ignore[attr-defined]
    names = {event: identify("e", *members) for event, members in reports.items()}
    for story in tables["story"]():
        members = sorted(report for event in story.events for report in reports[event])  # type: ignore[attr-defined]
        names[story.id] = identify("s", *members)  # type: ignore[attr-defined]
    for crosscheck in tables["crosscheck"]():
        assert isinstance(crosscheck, Crosscheck)
        content = (crosscheck.question, crosscheck.answers)  # one question may be asked twice of an event, with other numbers
        names[crosscheck.id] = identify("x", names[crosscheck.event], content)
    return names


def _line(record: Record, names: Mapping[str, str]) -> bytes:
    return msgspec.json.encode(_replaced(msgspec.to_builtins(record), names))


def _replaced(value: Any, names: Mapping[str, str]) -> Any:
    """`value` with every id replaced; a list of ids that were sorted is sorted again."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {key: _replaced(part, names) for key, part in value.items()}
    if isinstance(value, list | tuple):
        parts = [_replaced(part, names) for part in value]
        return sorted(parts) if parts and all(isinstance(part, str) and part in names for part in value) else parts
    return value
