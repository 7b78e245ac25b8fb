"""Fourth step of a settle: which reports are one event, which events one story, and the names that both keep."""

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.linking import members, nodes
from recoupe.ledger.lookup import events_of
from recoupe.ledger.naming import named
from recoupe.ledger.work import Work
from recoupe.model import Event, ReadReport, Story
from recoupe.store import EVENTS, STORIES
from recoupe.store.store import listed

Reports = tuple[str, ...]


def tell(work: Work) -> None:
    """Events and stories of all groups that are marked for it: in one transaction, because reports move from one group to another."""
    marks = work.store.marked("events")
    if not marks:
        return
    with work.store.transaction():
        name = work.pipeline.stories.name
        groups = sorted(set(work.state(work.pipeline.stories).groups(nodes(work, name, marks.values()).values()).values()))
        reports = members(work, name, (node for group in groups for node in group))
        told = [_split(work, {node: reports[node] for node in group}) for group in groups]
        work.progress("events", 0, len(told))
        _write(work, told, _held(work, list(marks.values())))
        work.store.mark("mentions", list(marks.values()))
        work.store.unmark(marks)
    work.progress("events", len(told), len(told))


def _split(work: Work, reports: Mapping[str, Sequence[str]]) -> list[Reports]:
    """The events of one group of nodes, given with their reports, as reports."""
    name, group = work.pipeline.stories.name, list(reports)
    if len(group) == 1:
        return [tuple(reports[group[0]])]
    scores = {
        (a, b): score
        for a, ties in work.state(work.pipeline.stories).ties(group).items()
        for b, score in ties.items()
        if a < b and b in reports
    }
    records = work.shelf.take(found[0] for found in reports.values())
    first: Mapping[str, ReadReport] = {node: records[found[0]] for node, found in reports.items()}
    outcome = attempt(lambda: work.pipeline.events(first, scores))
    if outcome.failure is not None:
        fail(work, min(records), name, outcome.failure)
    parts = outcome.value or [[node] for node in group]
    return sorted(tuple(sorted(report for node in part for report in reports[node])) for part in parts)


def _held(work: Work, reports: Sequence[str]) -> dict[str, Event]:
    """The events that stand now under the marked reports."""
    return {event.id: event for event in work.store.where(EVENTS, "id", events_of(work.store, reports))}


def _write(work: Work, told: Sequence[Sequence[Reports]], held: Mapping[str, Event]) -> None:
    """Name, describe and keep the events and stories `told` instead of those `held`; mark what changed."""
    run = work.runs[work.pipeline.stories.name]
    event_names = named(work.store, "event", [reports for events in told for reports in events])
    story_names = named(work.store, "story", [_all(parts) for parts in told])
    stood: dict[str, str] = dict(
        work.store.rows("SELECT id, story FROM event WHERE id IN (SELECT value FROM json_each(?))", (listed(held),))
    )
    gone = held.keys() - event_names.values()
    work.store.mark("dossier", sorted({span.report for key in gone for span in held[key].mentions}))
    work.store.drop(EVENTS, "id", gone)
    for parts in told:
        story_name = story_names[_all(parts)]
        events = [_described(work, event_names[reports], reports, held) for reports in parts]
        work.store.put(STORIES, [_entitled(work, story_name, events)], run)
        work.store.put(EVENTS, events, story_name, run)
        rows = [(report, event.id) for event in events for report in event.reports]
        work.store.run_all("INSERT OR REPLACE INTO event_report(report, event) VALUES (?, ?)", rows)
        for event in events:
            if held.get(event.id) != event or stood.get(event.id) != story_name:
                work.store.mark("dossier", event.reports)
    emptied = "DELETE FROM story WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM event WHERE story = story.id)"
    work.store.run(emptied, (listed(stood.values()),))


def _all(parts: Sequence[Reports]) -> Reports:
    """The reports of a story."""
    return tuple(sorted(report for reports in parts for report in reports))


def _described(work: Work, name: str, reports: Reports, held: Mapping[str, Event]) -> Event:
    """The event; what other reports say of it is looked for when all are told."""
    records = list(work.shelf.take(reports).values())
    outcome = attempt(lambda: work.pipeline.describe(name, records))
    if outcome.failure is not None:
        fail(work, reports[0], work.pipeline.stories.name, outcome.failure)
    event = outcome.value or Event(id=name, reports=reports, title="")
    return msgspec.structs.replace(event, mentions=held[name].mentions) if name in held else event


def _entitled(work: Work, name: str, events: Sequence[Event]) -> Story:
    outcome = attempt(lambda: work.pipeline.entitle(name, events))
    if outcome.failure is not None:
        fail(work, events[0].reports[0], work.pipeline.stories.name, outcome.failure)
    return outcome.value or Story(id=name, events=tuple(event.id for event in events), title=events[0].title)
