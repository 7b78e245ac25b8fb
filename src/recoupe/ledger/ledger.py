"""`Ledger`: open, add, ask. Each method asks the store, or hands on to the module that knows."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from typing import Any, Self, TypeVar

import msgspec

from recoupe.errors import UnknownId
from recoupe.export.canonical import canonical
from recoupe.ingest import IngestOptions, ingest
from recoupe.ledger import checking, comparing, deciding, explaining, settling, work
from recoupe.ledger.answers import Added, Explanation, Fault, Hit, Info, Placed, Progress, silent
from recoupe.ledger.lookup import event_of, events_of, find, part, story_of, told
from recoupe.ledger.shelf import Shelf
from recoupe.model import (
    Briefing,
    Claim,
    Crosscheck,
    Decision,
    Dossier,
    Drift,
    Event,
    Origin,
    Reading,
    Record,
    Reject,
    Report,
    Reuse,
    Run,
    Story,
    StoryFile,
)
from recoupe.phrases import Language
from recoupe.pipeline import PIPELINE, Pipeline
from recoupe.store import CLAIMS, CROSSCHECKS, DRIFTS, EVENTS, ORIGINS, READINGS, REPORTS, REUSES, STORIES, Kind, Store
from recoupe.store.arrivals import receive
from recoupe.store.kinds import FAILURES, KINDS, REJECTS
from recoupe.store.terms import matching, passages

R = TypeVar("R", bound=Record)

BATCH = 128  # inputs a commit: what has been acknowledged is on the disk
DEFAULTS = IngestOptions()


class Ledger:
    """A ledger file and all that follows from the reports in it. It belongs to the thread that opened it.

    What was interrupted is finished by the first question that needs it.
    """

    def __init__(self, store: Store, pipeline: Pipeline = PIPELINE) -> None:
        self.store = store
        self.pipeline = pipeline
        self.shelf = Shelf(store)
        self.now: tuple[Run, ...] = work.runs(pipeline)

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, pipeline: Pipeline = PIPELINE) -> Self:
        """The ledger at `path`, made if there is none; None is a ledger in memory.

        Raises:
            BadLedger: the file is not a ledger, too new, locked, damaged or cannot be written.
        """
        return cls(Store(path), pipeline)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    # -- giving ---------------------------------------------------------------------------------------------------------------

    def add(self, paths: Sequence[str], progress: Progress | None = None, workers: int = 1, options: IngestOptions = DEFAULTS) -> Added:
        """Take in all inputs at `paths`, then settle. Adding something twice changes nothing.

        Raises:
            NothingGiven: nothing stands at the places named.
        """
        return self.receive(ingest(paths, options), progress, workers)

    def receive(self, items: Iterable[Report | Reject], progress: Progress | None = None, workers: int = 1) -> Added:
        """Take in reports that were made elsewhere, then settle. `progress` is told what is on the disk."""
        new = reports = done = 0
        waiting = iter(items)
        while batch := list(islice(waiting, BATCH)):
            new += len(receive(self.store, batch))
            reports += sum(isinstance(item, Report) for item in batch)
            done += len(batch)
            if progress is not None:
                progress("add", done, None)
        self.settle(progress, workers)
        return Added(new=new, known=reports - new, rejected=done - reports)

    def decide(self, decision: Decision) -> None:
        """Keep a person's word; it wins over the machine's from now on.

        Raises:
            UnknownId: its report is not here.
            BadSetup: the field or the value does not fit a claim.
        """
        self.settle()
        deciding.record(self.store, decision)

    def settle(self, progress: Progress | None = None, workers: int = 1) -> None:
        """Finish what follows from the reports, if anything is left to do."""
        task = self._work(progress or silent, workers)
        if self.store.pending() or self._stale:
            settling.settle(task, self.now)
            self.__dict__["_stale"] = False

    @cached_property
    def _stale(self) -> bool:
        """Asked once: whether other versions made what is here."""
        return bool(settling.stale(self._work(silent, 1), self.now))

    def _work(self, progress: Progress, workers: int) -> work.Work:
        runs = {run.stage: run.id for run in self.now}
        fixed = deciding.pairs(self.store)
        return work.Work(self.store, self.shelf, self.pipeline, runs, fixed, {}, progress, workers)

    # -- asking ---------------------------------------------------------------------------------------------------------------

    def reports(self) -> tuple[Report, ...]:
        """All reports.

        Raises:
            BadLedger: one was read and is not here.
        """
        for (lost,) in self.store.rows("SELECT report FROM reading WHERE report NOT IN (SELECT id FROM report) LIMIT 1"):
            raise self.store.damaged(f"{lost} was read and is not here")
        return tuple(self.store.every(REPORTS))

    def report(self, given: str) -> Report:
        """The report whose id is `given` or begins so.

        Raises:
            UnknownId: there is none, or more than one.
        """
        return self._one(REPORTS, given)

    def reading(self, report: str) -> Reading | None:
        """What stands in the report; None where a stage failed on it (see `rejects`)."""
        self.settle()
        return next(iter(self.store.where(READINGS, "report", [self.report(report).id])), None)

    def readings(self) -> tuple[Reading, ...]:
        """All readings."""
        return self._all(READINGS)

    def claims(self, story: str | None = None) -> tuple[Claim, ...]:
        """The claims of one story, event or report, or all, in the order of reports and places in them."""
        self.settle()
        found = self.store.every(CLAIMS) if story is None else self.store.where(CLAIMS, "report", told(self.store, story))
        return tuple(sorted(found, key=lambda claim: (claim.span, claim.id)))

    def claim(self, given: str) -> Claim:
        """The claim whose id is `given` or begins so."""
        self.settle()
        return self._one(CLAIMS, given)

    def reuse(self, report: str | None = None) -> tuple[Reuse, ...]:
        """What reports have in common: of one report, of those of an event or story, or of all."""
        self.settle()
        if report is None:
            return tuple(self.store.every(REUSES))
        members = told(self.store, report)
        found = {reuse.id: reuse for side in ("a", "b") for reuse in self.store.where(REUSES, side, members)}
        return tuple(found[key] for key in sorted(found))

    def origins(self) -> tuple[Origin, ...]:
        """On which texts the reports rest; every report is in one."""
        return self._all(ORIGINS)

    def stories(self) -> tuple[Story, ...]:
        """All stories."""
        return self._all(STORIES)

    def events(self) -> tuple[Event, ...]:
        """All events."""
        return self._all(EVENTS)

    def story(self, given: str) -> Story:
        """The story whose id is `given` or begins so, or that holds the event or report of that id.

        Raises:
            UnknownId: there is none, or more than one; an id of the past leads to what it became.
        """
        self.settle()
        return story_of(self.store, given)

    def file(self, story: str) -> StoryFile:
        """All that is held on one story, found as by `story`; of an event asked for by its id only what is held on that."""
        found = self.story(story)
        if (event := event_of(self.store, story)) is not None:
            found = msgspec.structs.replace(found, events=(event.id,), title=event.title)
        dossiers = tuple(sorted(comparing.dossiers(self.store, self.shelf, found.events), key=_largest))
        return StoryFile(
            story=found,
            dossiers=dossiers,
            crosschecks=tuple(self.store.where(CROSSCHECKS, "event", found.events)),
            drifts=tuple(self.store.where(DRIFTS, "event", found.events)),
            aliases=tuple(self.pipeline.aliases(dossiers)),
        )

    def crosschecks(self, story: str | None = None) -> tuple[Crosscheck, ...]:
        """The questions that claims answer, with all answers: of one story or event, those that one report answers, or all."""
        self.settle()
        if story is None:
            return self._all(CROSSCHECKS)
        kind, found = part(self.store, story)
        if kind is REPORTS:
            return tuple(check for check in self._all(CROSSCHECKS) if found.id in check.support.reports)
        return tuple(self.store.where(CROSSCHECKS, kind.table, [found.id]))

    def drift(self, a: str | None = None, b: str | None = None) -> tuple[Drift, ...]:
        """What differs between versions: all that was found, that of one report, event or story, or between two reports that you name."""
        self.settle()
        if a is None:
            return self._all(DRIFTS)
        if b is None:
            members = told(self.store, a)
            found = {drift.id: drift for side in ("a", "b") for drift in self.store.where(DRIFTS, side, members)}
            return tuple(found[key] for key in sorted(found))
        first, second = self.report(a).id, self.report(b).id
        return tuple(self.pipeline.between(self._both(first, second), first, second))

    def briefing(self, story: str, language: Language = "fr") -> Briefing:
        """Where things stand in a story, every statement cited."""
        return self.pipeline.briefing(self.file(story), language)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The reports that hold all words of `query` in any form, and none with a minus before it, best first, at most `limit`; of each the
        sentences that answer best, in order."""
        self.settle()
        ids = matching(self.store, query, limit)
        reports = {report.id: report for report in self.store.where(REPORTS, "id", ids)}
        hits = [(key, *found) for key in ids for found in passages(reports[key], query)]
        return tuple(Hit(report=key, span=s, words=reports[key].text[s.start : s.end], found=found) for key, s, found in hits)

    def explain(self, given: str) -> Explanation:
        """The record whose id is `given` or begins so, its evidence, the texts that it points into; of an event what ties its reports.

        Raises:
            UnknownId: there is none, or more than one.
        """
        self.settle()
        found = explaining.explain(self.store, *find(self.store, given))
        if isinstance(found.record, Event):
            members = list(self.shelf.take(found.record.reports).values())
            return msgspec.structs.replace(found, ties=tuple(self.pipeline.ties(members)))
        return found

    def rejects(self) -> tuple[Reject, ...]:
        """Inputs that became no report, and reports on which a stage failed, each with the reason."""
        self.settle()
        return (*self.store.every(REJECTS), *self.store.every(FAILURES))

    def decisions(self) -> tuple[Placed, ...]:
        """What people decided, and where each decision stands: attached, moved or orphaned."""
        self.settle()
        return tuple(deciding.placed(self.store))

    def info(self) -> Info:
        """What this ledger is."""
        return explaining.info(self.store)

    def check(self) -> Iterator[Fault]:
        """Everything in the file that does not hold; nothing, if all is well."""
        return checking.check(self.store)

    def canonical(self) -> Iterator[bytes]:
        """The content as lines that are equal for equal reports, decisions and versions, however they came in."""
        self.settle()
        return canonical({kind.table: partial(self.store.every, kind) for kind in KINDS})

    def _all(self, kind: Kind[R]) -> tuple[R, ...]:
        self.settle()
        return tuple(self.store.every(kind))

    def _one(self, kind: Kind[R], given: str) -> R:
        record: Any = find(self.store, given, kind)[1]
        assert isinstance(record, kind.type)
        return record

    def _both(self, a: str, b: str) -> Dossier:
        """The dossier of the event that holds both reports; a dossier of the two where they are not one event."""
        for event in self.store.where(EVENTS, "id", events_of(self.store, [a])):
            if b in event.reports:
                return next(comparing.dossiers(self.store, self.shelf, [event.id]))
        pair = Event(id="", reports=(min(a, b), max(a, b)), title="")
        if len(self.shelf.take(pair.reports)) < len(set(pair.reports)):
            raise UnknownId(f"{a} {b}")
        return next(comparing.gathered(self.store, self.shelf, [("", pair)]))


def _largest(dossier: Dossier) -> tuple[int, str]:
    """The event of most reports first: it is what the story is mainly about."""
    return -len(dossier.event.reports), dossier.event.id
