"""Last step of a settle: rewrites, crosschecks and drift over the dossier of each event that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.lookup import events_of
from recoupe.ledger.shelf import Shelf
from recoupe.ledger.work import Work
from recoupe.model import Claim, Dossier, Event, Reuse, ReuseKind, Span
from recoupe.stage import Group
from recoupe.store import CLAIMS, CROSSCHECKS, DRIFTS, EVENTS, ORIGINS, REUSES, Store
from recoupe.store.store import listed

B = TypeVar("B")

BATCH = 64  # events a commit


def compare(work: Work) -> None:
    """Crosschecks and drift of the events of all marked reports."""
    marks = work.store.marked("dossier")
    if not marks:
        return
    numbers = {report: number for number, report in marks.items()}
    waiting = iter(events_of(work.store, numbers))
    while batch := list(islice(waiting, BATCH)):
        with work.store.transaction():
            _rewrites(work, batch)
            _descend(work, batch)
            found = list(dossiers(work.store, work.shelf, batch))
            _keep(work, found)
            done = [report for dossier in found for report in dossier.event.reports]
            work.store.unmark(numbers.pop(report) for report in done if report in numbers)
        work.progress("dossiers", len(marks) - len(numbers), len(marks))
    work.store.unmark(numbers.values())  # could not be read, so they stand in no event


def _rewrites(work: Work, events: Sequence[str]) -> None:
    """Bring the rewrites among the reports of each of `events` in line."""
    found: list[Reuse] = []
    changed = work.store.where(EVENTS, "id", events)
    reports = [report for event in changed for report in event.reports]
    for side in ("a", "b"):
        query = f"DELETE FROM reuse WHERE kind = ? AND {side} IN (SELECT value FROM json_each(?))"  # noqa: S608
        work.store.run(query, (ReuseKind.REWRITE, listed(reports)))
    linked = {(reuse.a, reuse.b) for reuse in work.store.where(REUSES, "a", reports)}
    for event in changed:
        if len(event.reports) > 1:
            records = list(work.shelf.take(event.reports).values())
            outcome = attempt(lambda: tuple(work.pipeline.rewrites(records, linked)))  # noqa: B023
            if outcome.failure is not None:
                fail(work, event.reports[0], work.pipeline.reuse.name, outcome.failure)
            found += outcome.value or ()
    work.store.put(REUSES, found, work.runs[work.pipeline.reuse.name])


def _descend(work: Work, events: Sequence[str]) -> None:
    """Bring the directions in line that hang on a third report, of whatever event: whose links changed is marked, so all that is asked
    for is known."""
    reports = {report for event in work.store.where(EVENTS, "id", events) for report in event.reports}
    own = _copies(work.store, reports)
    if not own:
        return
    ends = {report for reuse in own.values() for report in (reuse.a, reuse.b)}
    reuses = own | _copies(work.store, ends - reports)
    known = {key: record.report for key, record in work.shelf.take({r for reuse in reuses.values() for r in (reuse.a, reuse.b)}).items()}
    outcome = attempt(lambda: tuple(work.pipeline.descent(known, list(reuses.values()))))
    if outcome.failure is not None:
        fail(work, min(reports), work.pipeline.reuse.name, outcome.failure)
    work.store.put(REUSES, [reuse for reuse in outcome.value or () if reuse.id in own], work.runs[work.pipeline.reuse.name])


def _copies(store: Store, reports: Iterable[str]) -> dict[str, Reuse]:
    """The reuses of `reports` that are no rewrites, by id."""
    found = (reuse for side in ("a", "b") for reuse in store.where(REUSES, side, sorted(reports)))
    return {reuse.id: reuse for reuse in found if reuse.kind is not ReuseKind.REWRITE}


def dossiers(store: Store, shelf: Shelf, events: Sequence[str]) -> Iterator[Dossier]:
    """All that the store holds on each of `events`, in the order of their ids."""
    stories: dict[str, str] = dict(
        store.rows("SELECT id, story FROM event WHERE id IN (SELECT value FROM json_each(?))", (listed(events),))
    )
    return gathered(store, shelf, [(stories[event.id], event) for event in store.where(EVENTS, "id", events)])


def gathered(store: Store, shelf: Shelf, events: Sequence[tuple[str, Event]]) -> Iterator[Dossier]:
    """The dossier of each of `events` (given with the id of its story): its reports and those that mention it, what they claim of it,
    reuses among them, their origins."""
    reports = sorted({report for _, event in events for report in _told(event)})
    claims: dict[str, list[Claim]] = {report: [] for report in reports}
    for claim in store.where(CLAIMS, "report", reports):
        claims[claim.report].append(claim)
    reuses = store.where(REUSES, "a", reports)
    query = "SELECT DISTINCT origin FROM origin_report WHERE report IN (SELECT value FROM json_each(?))"
    origins = store.where(ORIGINS, "id", [key for (key,) in store.rows(query, (listed(reports),))])
    elsewhere = _elsewhere(store, reports)
    for story, event in events:
        inside = _told(event)
        records = shelf.take(inside)
        here, aside = _parted(event, claims, elsewhere)
        yield Dossier(
            story=story,
            event=event,
            reports=tuple(record.report for record in records.values()),
            readings=tuple(record.reading for record in records.values()),
            claims=here,
            aside=aside,
            reuses=tuple(reuse for reuse in reuses if reuse.a in inside and reuse.b in inside),
            origins=tuple(origin for origin in origins if not inside.isdisjoint(origin.reports)),
        )


def _told(event: Event) -> set[str]:
    """The reports of `event` and those that mention it."""
    return {*event.reports, *(span.report for span in event.mentions)}


def _elsewhere(store: Store, reports: Iterable[str]) -> dict[str, list[Span]]:
    """For each of `reports` its passages that speak of another event."""
    query = "SELECT DISTINCT event FROM event_mention WHERE report IN (SELECT value FROM json_each(?))"
    found: dict[str, list[Span]] = defaultdict(list)
    for event in store.where(EVENTS, "id", [key for (key,) in store.rows(query, (listed(reports),))]):
        for span in event.mentions:
            found[span.report].append(span)
    return found


def _parted(event: Event, claims: Mapping[str, Sequence[Claim]], elsewhere: Mapping[str, Sequence[Span]]) -> tuple[tuple[Claim, ...], ...]:
    """The claims on `event`, and those of its reports on other events, each in the order of ids."""
    own = [claim for report in event.reports for claim in claims[report]]
    aside = {claim.id for claim in own if _within(claim, elsewhere.get(claim.report, ()))}
    said = [claim for report in {span.report for span in event.mentions} for claim in claims[report] if _within(claim, event.mentions)]
    here = (claim for claim in (*own, *said) if claim.id not in aside)
    return tuple(sorted(here, key=_id)), tuple(sorted((claim for claim in own if claim.id in aside), key=_id))


def _within(claim: Claim, spans: Iterable[Span]) -> bool:
    return any(s.report == claim.report and s.start <= claim.span.start < s.end for s in spans)


def _id(claim: Claim) -> str:
    return claim.id


def _keep(work: Work, dossiers: Sequence[Dossier]) -> None:
    """Write the crosschecks and drifts of `dossiers` over those that stood there."""
    crosschecks, drift = work.pipeline.crosschecks, work.pipeline.drift
    events = [dossier.event.id for dossier in dossiers]
    work.store.drop(CROSSCHECKS, "event", events)
    work.store.drop(DRIFTS, "event", events)
    for dossier in dossiers:
        work.store.put(CROSSCHECKS, _found(work, crosschecks, dossier), work.runs[crosschecks.name])
        work.store.put(DRIFTS, _found(work, drift, dossier), dossier.event.id, work.runs[drift.name])


def _found(work: Work, stage: Group[Dossier, B], dossier: Dossier) -> tuple[B, ...]:
    """What `stage` makes of `dossier`; nothing where it raises."""
    outcome = attempt(lambda: tuple(stage.run(dossier)))
    if outcome.failure is not None:
        fail(work, dossier.event.reports[0], stage.name, outcome.failure)
    return outcome.value or ()
