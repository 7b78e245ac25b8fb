"""Fifth step of a settle: what reports on other events say of an event. Only those are looked into that have a sentence on the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.linking import members, nodes
from recoupe.ledger.lookup import events_of
from recoupe.ledger.work import Work
from recoupe.model import Event, Span
from recoupe.store import EVENTS

MOST = 16
"""Reports of other events that are looked into, those with most in common first, so that the work for an event does not grow with the
ledger."""

SPOKESMEN = 8
"""Reports that say for all of an event what it is, for the same reason."""

BATCH = 64  # events at once

Common = Mapping[str, Mapping[str, int]]
"""For each report the others that have sentences on the same, with the number of things."""


def mention(work: Work) -> None:
    """Bring in line what is said of the events of all marked reports, and of all reports that have a sentence on the same as they."""
    marks = work.store.marked("mentions")
    if not marks:
        return
    with work.store.transaction():
        reports = set(marks.values())
        touched = events_of(work.store, reports.union(*_common(work, reports).values()))
        for start in range(0, len(touched), BATCH):
            _mention(work, touched[start : start + BATCH])
            work.progress("mentions", min(start + BATCH, len(touched)), len(touched))
        work.store.unmark(marks)


def _mention(work: Work, keys: Sequence[str]) -> None:
    events = work.store.where(EVENTS, "id", keys)
    common = _common(work, [report for event in events for report in event.reports])
    visitors = {event.id: _visitors(event, common) for event in events}
    homes = work.store.where(EVENTS, "id", events_of(work.store, {report for found in visitors.values() for report in found}))
    home = {report: event for event in homes for report in event.reports}
    for event in events:
        found = _found(work, event, {visitor: home[visitor] for visitor in visitors[event.id] if visitor in home})
        if found != event.mentions:
            _keep(work, event, found)


def _common(work: Work, reports: Iterable[str]) -> Common:
    link = work.pipeline.passages
    of = nodes(work, link.name, reports)
    ties = work.state(link).ties(of.values())
    standing = {node: report for node, (report,) in members(work, link.name, {node for tied in ties.values() for node in tied}).items()}
    return {report: {standing[other]: many for other, many in ties[node].items()} for report, node in of.items()}


def _visitors(event: Event, common: Common) -> Sequence[str]:
    """The reports of other events that have most in common with one of `event`."""
    best: dict[str, int] = defaultdict(int)
    for report in event.reports:
        for other, many in common.get(report, {}).items():
            best[other] = max(best[other], many)
    return sorted(best.keys() - set(event.reports), key=lambda other: (-best[other], other))[:MOST]


def _found(work: Work, event: Event, visitors: Mapping[str, Event]) -> tuple[Span, ...]:
    """The passages of `visitors`, each given with its own event, that speak of `event`."""
    found: list[Span] = []
    reads = list(work.shelf.take(event.reports[:SPOKESMEN]).values()) if visitors else []
    for visitor, home in visitors.items():
        own = work.shelf.take({visitor, *home.reports[:SPOKESMEN]})
        outcome = attempt(lambda: tuple(work.pipeline.mentions(reads, own[visitor], list(own.values()))))  # noqa: B023
        if outcome.failure is not None:
            fail(work, visitor, work.pipeline.passages.name, outcome.failure)
        found += outcome.value or ()
    return tuple(sorted(found))


def _keep(work: Work, event: Event, found: tuple[Span, ...]) -> None:
    """Write what is said of `event`; mark it and the events from which it is said."""
    ((story, run),) = work.store.rows("SELECT story, run FROM event WHERE id = ?", (event.id,))
    work.store.put(EVENTS, [msgspec.structs.replace(event, mentions=found)], story, run)
    work.store.run("DELETE FROM event_mention WHERE event = ?", (event.id,))
    rows = [(report, event.id) for report in sorted({span.report for span in found})]
    work.store.run_all("INSERT INTO event_mention(report, event) VALUES (?, ?)", rows)
    work.store.mark("dossier", sorted({event.reports[0], *(span.report for span in (*found, *event.mentions))}))
