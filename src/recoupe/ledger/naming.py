"""Permanent names of events and stories, kept in the store: who bears which, what the lost ones became, and how it came about."""

from collections.abc import Mapping, Sequence

from recoupe.engine.naming import rename
from recoupe.store import Store
from recoupe.store.store import listed

Reports = tuple[str, ...]
PREFIX = {"event": "e", "story": "s"}


def named(store: Store, kind: str, groups: Sequence[Reports]) -> Mapping[Reports, str]:
    """The name of each of `groups`, all those that have changed; names, redirects and log are kept in the store.

    >>> with Store() as store:
    ...     named(store, "event", [("r-1",), ("r-2", "r-3")])
    ...     named(store, "event", [("r-1", "r-2", "r-3")])
    {('r-1',): 'e-9ba4c0f37a160ff7', ('r-2', 'r-3'): 'e-afdb5e23a77093f6'}
    {('r-1', 'r-2', 'r-3'): 'e-afdb5e23a77093f6'}
    """
    members = [report for group in groups for report in group]
    query = "SELECT member, name FROM name WHERE kind = ? AND member IN (SELECT value FROM json_each(?))"
    before: dict[str, str] = dict(store.rows(query, (kind, listed(members))))
    lines = store.rows("SELECT coalesce(max(number), 0) FROM name_log")[0][0]
    naming = rename(before, groups, PREFIX[kind], lines)
    rows = [(kind, report, name) for group, name in naming.names.items() for report in group if before.get(report) != name]
    store.run_all("INSERT OR REPLACE INTO name(kind, member, name) VALUES (?, ?, ?)", rows)
    store.run_all("DELETE FROM name WHERE kind = ? AND name = ?", [(kind, old) for old in naming.redirects])  # of reports in no group now
    store.run_all("INSERT INTO redirect(old, new) VALUES (?, ?)", sorted(naming.redirects.items()))
    log = [(kind, change.cause.value, change.name, change.other) for change in naming.log]
    store.run_all("INSERT INTO name_log(kind, what, name, other) VALUES (?, ?, ?, ?)", log)
    return naming.names


def resolve(store: Store, name: str) -> str:
    """What the name `name` stands for now: itself, or what it was merged into.

    A name is only redirected to a live one and never given out again, so the way ends.

    >>> with Store() as store:
    ...     before = named(store, "event", [("r-1",), ("r-2", "r-3")])
    ...     after = named(store, "event", [("r-1", "r-2", "r-3")])
    ...     [resolve(store, name) == name for name in before.values()]
    [False, True]
    """
    while found := store.rows("SELECT new FROM redirect WHERE old = ?", (name,)):
        name = str(found[0][0])
    return name
