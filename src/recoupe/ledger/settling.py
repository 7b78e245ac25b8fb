"""Settling: from the reports that are marked to everything that follows from them. It may stop at any moment and be taken up again."""

from collections.abc import Callable

from recoupe.ledger import analysing, comparing, copying, linking, mentioning, telling
from recoupe.ledger.work import Work
from recoupe.model import Run
from recoupe.store import REPORTS
from recoupe.store.kinds import RUNS

STEPS: tuple[Callable[[Work], None], ...] = (
    analysing.reindex,
    analysing.analyse,  # readings and claims of each report alone
    lambda work: linking.link(work, work.pipeline.reuse, "copies"),  # which texts have words in common
    copying.copies,  # reuses and origins of each group
    lambda work: linking.link(work, work.pipeline.stories, "events"),  # which reports belong together
    lambda work: linking.decide(work, work.pipeline.stories, "events"),
    telling.tell,  # events and stories with their names
    lambda work: linking.link(work, work.pipeline.passages, "mentions"),  # which have a sentence on the same
    mentioning.mention,  # what other reports say of an event
    comparing.compare,  # crosschecks and drift of each event
)


def settle(work: Work, now: tuple[Run, ...]) -> None:
    """Do all that is marked, after marking all that other versions have made."""
    refresh(work, now)
    for step in STEPS:
        step(work)


def stale(work: Work, now: tuple[Run, ...]) -> list[str]:
    """The stages whose records were made by something else than what is installed now."""
    held: dict[str, str] = dict(work.store.rows("SELECT stage, run FROM current"))
    return [run.stage for run in now if held.get(run.stage) != run.id]


def refresh(work: Work, now: tuple[Run, ...]) -> None:
    """Mark what must be made anew, and note the runs that will make it."""
    names = stale(work, now)
    if not names:
        return
    stages = work.pipeline
    with work.store.transaction():
        if {stages.read.name, stages.claims.name} & set(names):
            _mark_all(work, "read")
        for link in stages.links():
            if {link.name, stages.read.name} & set(names):
                linking.rebuild(work, link)
        if stages.reuse.name in names:
            work.store.run("DELETE FROM reuse")
        if {stages.reuse.name, stages.crosschecks.name, stages.drift.name} & set(names):
            _mark_all(work, "dossier")
        work.store.put(RUNS, now)
        work.store.run_all("INSERT OR REPLACE INTO current(stage, run) VALUES (?, ?)", [(run.stage, run.id) for run in now])


def _mark_all(work: Work, stage: str) -> None:
    work.store.mark(stage, [key for (key,) in work.store.rows(f"SELECT id FROM {REPORTS.table} ORDER BY number")])  # noqa: S608
