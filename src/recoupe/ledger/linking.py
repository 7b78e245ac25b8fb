"""Second step of a settle: reports enter the links, batch by batch; the groups that change are marked for what follows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recoupe.engine.linking import Linker, Pair
from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.work import Work
from recoupe.model import ReadReport
from recoupe.stage import Link
from recoupe.store.store import listed

BATCH = 128  # reports entered at once: their keys are looked up together


def link(work: Work, stage: Link[ReadReport, Any], following: str) -> None:
    """Enter all reports marked for the link `stage`; mark the reports of each touched group for `following`."""
    while waiting := list(work.store.marked(stage.name).items()):
        for done in range(0, len(waiting), BATCH):
            marks = dict(waiting[done : done + BATCH])
            with work.store.transaction():
                records = work.shelf.take(marks.values())
                if _strayed(work, stage, marks.values(), records):
                    rebuild(work, stage)
                    break
                _enter(work, stage, list(records.values()), following)
                if done + len(marks) == len(waiting):
                    work.state(stage).write()
                work.store.mark(following, [report for report in marks.values() if report not in records])  # what it had must go
                work.store.unmark(marks)
            work.progress("links", done + len(marks), len(waiting))


def decide(work: Work, stage: Link[ReadReport, Any], following: str) -> None:
    """Bring the groups in line with newly decided pairs."""
    marks = work.store.marked("decided")
    if not marks:
        return
    with work.store.transaction():
        linker = _linker(work, stage)
        groups = linker.decide(linker.fixed)
        _mark(work, stage, groups, following)
        work.store.unmark(marks)


def rebuild(work: Work, stage: Link[ReadReport, Any]) -> None:
    """Forget all that the link `stage` remembers and mark every report for it; the caller owns the transaction."""
    for table in ("node", "member", "bucket", "waiting", "tie"):
        work.store.run(f"DELETE FROM {table} WHERE link = ?", (stage.name,))  # noqa: S608
    work.links.pop(stage.name, None)
    work.store.run("INSERT INTO mark(stage, report) SELECT ?, id FROM report ORDER BY number", (stage.name,))


def members(work: Work, link_name: str, nodes: Iterable[str]) -> dict[str, list[str]]:
    """The sorted reports of each of `nodes`."""
    found: dict[str, list[str]] = {}
    query = "SELECT node, report FROM member WHERE link = ? AND node IN (SELECT value FROM json_each(?)) ORDER BY node, report"
    for node, report in work.store.rows(query, (link_name, listed(nodes))):
        found.setdefault(node, []).append(report)
    return found


def nodes(work: Work, link_name: str, reports: Iterable[str]) -> dict[str, str]:
    """The nodes of those of `reports` that have been entered."""
    query = "SELECT report, node FROM member WHERE link = ? AND report IN (SELECT value FROM json_each(?)) ORDER BY report"
    return dict(work.store.rows(query, (link_name, listed(reports))))


def _strayed(work: Work, stage: Link[ReadReport, Any], reports: Iterable[str], records: Mapping[str, ReadReport]) -> bool:
    """True where a report that was entered before is another node now (a date came to be known) or cannot be read any more.

    Rare, and what a link has compared cannot be taken back node by node: it is made anew.
    """
    held = nodes(work, stage.name, reports)
    return any(report not in records or stage.node(records[report]) != node for report, node in held.items())


def _enter(work: Work, stage: Link[ReadReport, Any], records: Sequence[ReadReport], following: str) -> None:
    """Add `records`; where the stage raises, add them one by one, so that only those at fault stay out."""
    work.store.run("SAVEPOINT entering")
    outcome = attempt(lambda: _add(work, stage, records, following))
    if outcome.failure is not None:
        work.store.run("ROLLBACK TO entering")
        work.links.pop(stage.name)  # it holds numbers that were taken back
        if len(records) == 1:
            fail(work, records[0].report.id, stage.name, outcome.failure)
        else:
            for record in records:
                _enter(work, stage, [record], following)
    work.store.run("RELEASE entering")


def _add(work: Work, stage: Link[ReadReport, Any], records: Sequence[ReadReport], following: str) -> None:
    groups = _linker(work, stage).add(records)
    rows = [(stage.name, record.report.id, stage.node(record)) for record in records]
    work.store.run_all("INSERT OR REPLACE INTO member(link, report, node) VALUES (?, ?, ?)", rows)
    _mark(work, stage, groups, following)


def _mark(work: Work, stage: Link[ReadReport, Any], groups: Iterable[Sequence[str]], following: str) -> None:
    """Mark all reports of `groups`."""
    touched = members(work, stage.name, (node for group in groups for node in group))
    work.store.mark(following, sorted(report for reports in touched.values() for report in reports))


def _linker(work: Work, stage: Link[ReadReport, Any]) -> Linker[ReadReport, Any]:
    """A linker over the store; people decide on stories only."""
    fixed = _fixed(work, stage) if stage is work.pipeline.stories else {}
    return Linker(stage, work.state(stage), fixed)


def _fixed(work: Work, stage: Link[ReadReport, Any]) -> dict[Pair, int]:
    """The decided pairs of reports as pairs of nodes."""
    read = work.shelf.take(report for pair in work.fixed for report in pair)
    node = {report: stage.node(record) for report, record in read.items()}
    both = [(node[a], node[b], score) for (a, b), score in work.fixed.items() if a in node and b in node]
    return {(min(a, b), max(a, b)): score for a, b, score in both if a != b}
