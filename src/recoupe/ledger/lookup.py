"""Finding a record by its id, by the unique beginning of one, or by a name that it once bore."""

from collections.abc import Iterable
from typing import Any

from recoupe.errors import UnknownId
from recoupe.ledger.naming import resolve
from recoupe.model import Record
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
    found = [(kind, key) for kind in kinds or NAMED for key in _beginning(store, kind, wanted)]
    exact = [(kind, key) for kind, key in found if key == wanted]
    if len(exact or found) != 1 or not given:
        raise UnknownId(given, [key for _, key in found[:SHOWN]])
    kind, key = (exact or found)[0]
    return kind, store.where(kind, kind.key, [key])[0]


def events_of(store: Store, reports: Iterable[str]) -> list[str]:
    """The ids of the events that `reports` belong to, in order."""
    query = "SELECT DISTINCT event FROM event_report WHERE report IN (SELECT value FROM json_each(?)) ORDER BY event"
    return [event for (event,) in store.rows(query, (listed(reports),))]


def _beginning(store: Store, kind: Kind[Any], begin: str) -> list[str]:
    """Some ids of `kind` that begin with `begin`, the shortest first: an exact one is always among them."""
    query = f"SELECT {kind.key} FROM {kind.table} WHERE {kind.key} >= ? AND {kind.key} < ? ORDER BY {kind.key} LIMIT ?"  # noqa: S608
    return [key for (key,) in store.rows(query, (begin, begin + "\U0010ffff", SHOWN + 1))]
