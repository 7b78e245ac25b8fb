"""First steps of a settle: the term index, then readings and claims, report by report."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from recoupe.engine.local import Analysis, analyser, over
from recoupe.ledger.deciding import decided
from recoupe.ledger.work import Work
from recoupe.model import ReadReport, Reject, RejectReason, Report, identify
from recoupe.store import CLAIMS, READINGS, REPORTS, REUSES, Kind
from recoupe.store.kinds import FAILURES
from recoupe.store.terms import index

BATCH = 128  # reports a commit: some 2 MB, and at most a second of work lost

REPLACED: tuple[tuple[Kind[Any], str], ...] = (
    (CLAIMS, "report"),
    (READINGS, "report"),
    (FAILURES, "report"),
    (REUSES, "a"),
    (REUSES, "b"),
)
"""What a report that is read anew gives up."""


def reindex(work: Work) -> None:
    """Enter all reports in the term index again, after its tables were made anew."""
    waiting = iter(work.store.marked("index").items())
    while marks := dict(islice(waiting, BATCH)):
        with work.store.transaction():
            index(work.store, work.store.where(REPORTS, "id", marks.values()))
            work.store.unmark(marks)


def analyse(work: Work) -> None:
    """Readings and claims of all reports marked for it."""
    marks = work.store.marked("read")
    if not marks:
        return
    numbers = {report: number for number, report in marks.items()}
    done = 0
    results = over(analyser(work.pipeline.read, work.pipeline.claims), _reports(work, list(numbers)), work.workers)
    while batch := list(islice(results, BATCH)):
        with work.store.transaction():
            _keep(work, batch)
            work.store.unmark(numbers[analysis.report.id] for analysis in batch)
        done += len(batch)
        work.progress("read", done, len(numbers))


def _reports(work: Work, ids: Sequence[str]) -> Iterator[Report]:
    for start in range(0, len(ids), BATCH):
        yield from work.store.where(REPORTS, "id", ids[start : start + BATCH])


def _keep(work: Work, batch: Sequence[Analysis]) -> None:
    """Write what came of `batch` over what stood there, and mark what follows from it."""
    reports = [analysis.report.id for analysis in batch]
    for kind, column in REPLACED:
        work.store.drop(kind, column, reports)
    work.shelf.forget(reports)
    read, claims = (work.runs[stage.name] for stage in (work.pipeline.read, work.pipeline.claims))
    work.store.put(READINGS, [analysis.reading for analysis in batch if analysis.reading is not None], read)
    work.store.put(CLAIMS, decided(work.store, [claim for analysis in batch for claim in analysis.claims], reports), claims)
    work.shelf.put(ReadReport(report=one.report, reading=one.reading) for one in batch if one.reading is not None)
    for analysis in batch:
        for stage, detail in analysis.failures:
            fail(work, analysis.report.id, stage, detail)
    for following in (*(link.name for link in work.pipeline.links()), "dossier"):
        work.store.mark(following, reports)


def fail(work: Work, report: str, stage: str, detail: str) -> None:
    """Keep the reject that says that `stage` raised on `report`."""
    locator = str(work.store.rows("SELECT json_extract(record, '$.raw.locator') FROM report WHERE id = ?", (report,))[0][0])
    reject = Reject(
        id=identify("j", report, stage, detail),
        locator=locator,
        reason=RejectReason.STAGE_FAILED,
        detail=f"{stage}: {detail}",
    )
    work.store.put(FAILURES, [reject], report, stage)
