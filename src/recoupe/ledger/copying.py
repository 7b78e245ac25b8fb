"""Third step of a settle: what the reports of one reuse group share, and on how many origins they rest."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, islice, product

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.linking import members, nodes
from recoupe.ledger.work import Work
from recoupe.model import Origin, Reuse
from recoupe.store import ORIGINS, REUSES
from recoupe.store.store import listed

BATCH = 128  # groups a commit; most are one report

Pair = tuple[str, str]


def copies(work: Work) -> None:
    """Reuses and origins of all groups that are marked for it."""
    marks = work.store.marked("copies")
    if not marks:
        return
    numbers = {report: number for number, report in marks.items()}
    name = work.pipeline.reuse.name
    groups = iter(sorted(set(work.state(name).groups(nodes(work, name, numbers).values()).values())))
    while batch := list(islice(groups, BATCH)):
        with work.store.transaction():
            for group in batch:
                reports = members(work, name, group)
                changed = _compare(work, group, reports) | _trace(work, reports)
                work.store.mark("dossier", sorted(changed))
                work.store.unmark(numbers.pop(report) for report in reports if report in numbers)
        work.progress("copies", len(marks) - len(numbers), len(marks))
    with work.store.transaction():  # what could not be read stands in no group
        work.store.drop(ORIGINS, "id", [origin.id for origin in _origins(work, list(numbers))])
        work.store.unmark(numbers.values())


def _compare(work: Work, group: Sequence[str], reports: Sequence[str]) -> set[str]:
    """Bring the reuses of the reports of `group` in line; return the reports whose reuses changed."""
    held = {(reuse.a, reuse.b): reuse for column in ("a", "b") for reuse in work.store.where(REUSES, column, reports)}
    wanted = set(_pairs(work, group))
    gone = [reuse for pair, reuse in held.items() if pair not in wanted]
    work.store.drop(REUSES, "id", [reuse.id for reuse in gone])
    found = list(_compared(work, sorted(wanted - held.keys())))
    work.store.put(REUSES, found, work.runs[work.pipeline.reuse.name])
    return {report for reuse in (*gone, *found) for report in (reuse.a, reuse.b)}


def _pairs(work: Work, group: Sequence[str]) -> Iterator[Pair]:
    """All pairs of reports that are copies (one node) or whose nodes are tied."""
    name, threshold = work.pipeline.reuse.name, work.pipeline.reuse.threshold
    copies = {node: members(work, name, [node]) for node in group}
    for reports in copies.values():
        yield from combinations(reports, 2)
    for a, ties in work.state(name).ties(group).items() if len(group) > 1 else ():
        for b, score in ties.items():
            if a < b and score >= threshold:
                yield from ((min(pair), max(pair)) for pair in product(copies[a], copies[b]))


def _compared(work: Work, pairs: Sequence[Pair]) -> Iterator[Reuse]:
    """What each pair has in common, where it is anything."""
    records = work.shelf.take({report for pair in pairs for report in pair})
    for a, b in pairs:
        outcome = attempt(partial(work.pipeline.compare, records[a], records[b]))
        if outcome.failure is not None:
            fail(work, a, work.pipeline.reuse.name, outcome.failure)
        elif outcome.value is not None:
            yield outcome.value


def _trace(work: Work, reports: Sequence[str]) -> set[str]:
    """Bring the origins of `reports` in line; return the reports whose origin changed."""
    records = work.shelf.take(reports)
    reuses = work.store.where(REUSES, "a", reports)
    outcome = attempt(lambda: work.pipeline.origins([record.report for record in records.values()], reuses))
    if outcome.failure is not None:
        fail(work, reports[0], work.pipeline.reuse.name, outcome.failure)
    held = {origin.id: origin for origin in _origins(work, reports)}
    found = {origin.id: origin for origin in outcome.value or ()}
    work.store.drop(ORIGINS, "id", held.keys() - {key for key, origin in found.items() if held.get(key) == origin})
    changed = [origin for key, origin in found.items() if held.get(key) != origin]
    work.store.put(ORIGINS, changed, work.runs[work.pipeline.reuse.name])
    rows = [(report, origin.id) for origin in changed for report in origin.reports]
    work.store.run_all("INSERT OR REPLACE INTO origin_report(report, origin) VALUES (?, ?)", rows)
    gone = [origin for key, origin in held.items() if found.get(key) != origin]
    return {report for origin in (*gone, *changed) for report in origin.reports}


def _origins(work: Work, reports: Sequence[str]) -> list[Origin]:
    """The origins that `reports` are entered under."""
    query = "SELECT DISTINCT origin FROM origin_report WHERE report IN (SELECT value FROM json_each(?))"
    return work.store.where(ORIGINS, "id", [key for (key,) in work.store.rows(query, (listed(reports),))])
