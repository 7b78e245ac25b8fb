"""Last step of a settle: crosschecks and drift over the dossier of each event that changed."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.shelf import Shelf
from recoupe.ledger.work import Work
from recoupe.model import Dossier, Event
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
    query = "SELECT DISTINCT event FROM event_report WHERE report IN (SELECT value FROM json_each(?)) ORDER BY event"
    waiting = iter([event for (event,) in work.store.rows(query, (listed(numbers),))])
    while batch := list(islice(waiting, BATCH)):
        with work.store.transaction():
            for dossier in dossiers(work.store, work.shelf, batch):
                _keep(work, dossier)
                work.store.unmark(numbers.pop(report) for report in dossier.event.reports if report in numbers)
        work.progress("dossiers", len(marks) - len(numbers), len(marks))
    work.store.unmark(numbers.values())  # could not be read, so they stand in no event


def dossiers(store: Store, shelf: Shelf, events: Sequence[str]) -> Iterator[Dossier]:
    """All that the store holds on each of `events`, in the order of their ids."""
    stories: dict[str, str] = dict(
        store.rows("SELECT id, story FROM event WHERE id IN (SELECT value FROM json_each(?))", (listed(events),))
    )
    for event in store.where(EVENTS, "id", events):
        yield dossier(store, shelf, stories[event.id], event)


def dossier(store: Store, shelf: Shelf, story: str, event: Event) -> Dossier:
    """All that the store holds on `event`: its reports, what they claim, what they share with one another, and their origins."""
    inside = set(event.reports)
    records = shelf.take(inside)
    origins = store.rows("SELECT DISTINCT origin FROM origin_report WHERE report IN (SELECT value FROM json_each(?))", (listed(inside),))
    return Dossier(
        story=story,
        event=event,
        reports=tuple(record.report for record in records.values()),
        readings=tuple(record.reading for record in records.values()),
        claims=tuple(store.where(CLAIMS, "report", inside)),
        reuses=tuple(reuse for reuse in store.where(REUSES, "a", inside) if reuse.b in inside) if len(inside) > 1 else (),
        origins=tuple(store.where(ORIGINS, "id", [key for (key,) in origins])),
    )


def _keep(work: Work, dossier: Dossier) -> None:
    """Write the crosschecks and drifts of `dossier` over those that stood there."""
    event = dossier.event.id
    work.store.drop(CROSSCHECKS, "event", [event])
    work.store.drop(DRIFTS, "event", [event])
    crosschecks, drift = work.pipeline.crosschecks, work.pipeline.drift
    work.store.put(CROSSCHECKS, _found(work, crosschecks, dossier), work.runs[crosschecks.name])
    work.store.put(DRIFTS, _found(work, drift, dossier), event, work.runs[drift.name])


def _found(work: Work, stage: Group[Dossier, B], dossier: Dossier) -> tuple[B, ...]:
    """What `stage` makes of `dossier`; nothing where it raises."""
    outcome = attempt(lambda: tuple(stage.run(dossier)))
    if outcome.failure is not None:
        fail(work, dossier.event.reports[0], stage.name, outcome.failure)
    return outcome.value or ()
