"""Finding a record by its id, by the unique beginning of one, or by a name that it once bore."""

from collections.abc import Iterable
from typing import Any

from recoupe.errors import UnknownId
from recoupe.ledger.naming import resolve
from recoupe.model import Event, Record, Story
from recoupe.store import CLAIMS, CROSSCHECKS, DRIFTS, EVENTS, ORIGINS, REPORTS, REUSES, STORIES, Kind, Store
from recoupe.store.kinds import DECISIONS, FAILURES, REJECTS, RUNS
from recoupe.store.store import listed

SHOWN = 5  # candidates named where a beginning fits several
NAMED: tuple[Kind[Any], ...] = (
    REPORTS, CLAIMS, REUSES, ORIGINS, EVENTS, STORIES, CROSSCHECKS, DRIFTS, REJECTS, FAILURES, DECISIONS, RUNS,
)  # fmt: skip
"""All kinds that have ids of their own."""


def find(store: Store, given: str, *kinds: Kind[Any]) -> tuple[Kind[Any], Record]:
    """The one record of `kinds` (none given: of any) whose id is `given` or begins so; an id of the past leads to what it became.

    >>> with Store() as store:
    ...     find(store, "s-99")
    Traceback (most recent call last):
        ...
    recoupe.errors.UnknownId: nothing in this ledger is called 's-99'; `recoupe stories` and `recoupe export` list ids

    Raises:
        UnknownId: there is none, or there are several; some of these are named.
    """
    wanted = resolve(store, given)
    found = [(kind, key) for kind in kinds or NAMED for key in _beginning(store, kind, wanted)] if given else []
    exact = [(kind, key) for kind, key in found if key == wanted]
    if len(exact or found) != 1:
        other = "" if found or not kinds or not given else next((kind.table for kind in NAMED if _beginning(store, kind, wanted)), "")
        raise UnknownId(given, [key for _, key in found[:SHOWN]], other, [kind.table for kind in kinds])
    kind, key = (exact or found)[0]
    return kind, store.where(kind, kind.key, [key])[0]


def part(store: Store, given: str) -> tuple[Kind[Any], Any]:
    """The story, event or report that is asked for.

    Raises:
        UnknownId: there is none, or there are several.
    """
    return find(store, given, STORIES, EVENTS, REPORTS)


def story_of(store: Store, given: str) -> Story:
    """The story that is asked for, or that holds the event or report asked for."""
    kind, record = part(store, given)
    if kind is STORIES:
        found: Story = record
        return found
    events = [record.id] if kind is EVENTS else events_of(store, [record.id])
    query = "SELECT story FROM event WHERE id IN (SELECT value FROM json_each(?)) AND story IS NOT NULL"
    stories = [story for (story,) in store.rows(query, (listed(events),))]
    if not stories:
        raise UnknownId(given)
    return store.where(STORIES, "id", stories)[0]


def event_of(store: Store, given: str) -> Event | None:
    """The event that is asked for; None where it is a story or a report."""
    kind, record = part(store, given)
    return record if kind is EVENTS else None


def told(store: Store, given: str) -> list[str]:
    """The ids of the reports of a story or of an event, or that of one report.

    Raises:
        UnknownId: there is none, or there are several.
    """
    kind, record = part(store, given)
    if kind is REPORTS:
        return [record.id]
    events = [record] if kind is EVENTS else store.where(EVENTS, "id", record.events)
    return sorted(report for event in events for report in event.reports)


def events_of(store: Store, reports: Iterable[str]) -> list[str]:
    """The ids of the events that `reports` belong to, in order."""
    query = "SELECT DISTINCT event FROM event_report WHERE report IN (SELECT value FROM json_each(?)) ORDER BY event"
    return [event for (event,) in store.rows(query, (listed(reports),))]


def _beginning(store: Store, kind: Kind[Any], begin: str) -> list[str]:
    """Some ids of `kind` that begin with `begin`, the shortest first: an exact one is always among them."""
    query = f"SELECT {kind.key} FROM {kind.table} WHERE {kind.key} >= ? AND {kind.key} < ? ORDER BY {kind.key} LIMIT ?"  # noqa: S608
    return [key for (key,) in store.rows(query, (begin, begin + "\U0010ffff", SHOWN + 1))]
