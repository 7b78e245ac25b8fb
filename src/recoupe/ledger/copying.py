"""Third step of a settle: what the reports of one reuse group share, and on how many origins they rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, islice, product

from recoupe.engine.local import attempt
from recoupe.ledger.analysing import fail
from recoupe.ledger.linking import members, nodes
from recoupe.ledger.work import Work
from recoupe.model import Origin, Reuse, ReuseKind
from recoupe.store import ORIGINS, REUSES
from recoupe.store.store import listed

BATCH = 128  # groups a commit; most are one report

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds of a batch of groups, fetched at once: reports by node (those tied to the batch too), what each node of the
    batch is tied to, reuses and origins by report."""

    members: Mapping[str, Sequence[str]]
    ties: Mapping[str, Iterable[str]]
    reuses: Mapping[str, Sequence[Reuse]]
    origins: Mapping[str, Origin]


def copies(work: Work) -> None:
    """Reuses and origins of all groups that are marked for it."""
    marks = work.store.marked("copies")
    if not marks:
        return
    numbers = {report: number for number, report in marks.items()}
    name = work.pipeline.reuse.name
    groups = iter(sorted(set(work.state(work.pipeline.reuse).groups(nodes(work, name, numbers).values()).values())))
    while batch := list(islice(groups, BATCH)):
        with work.store.transaction():
            held = _held(work, batch)
            changed = {report for group in batch for report in _compare(work, group, held) | _trace(work, group, held)}
            work.store.mark("dossier", sorted(changed))
            done = [report for group in batch for node in group for report in held.members[node]]
            work.store.unmark(numbers.pop(report) for report in done if report in numbers)
        work.progress("copies", len(marks) - len(numbers), len(marks))
    with work.store.transaction():  # what could not be read stands in no group
        work.store.drop(ORIGINS, "id", {origin.id for origin in _origins(work, list(numbers)).values()})
        work.store.unmark(numbers.values())


def _held(work: Work, groups: Sequence[Sequence[str]]) -> Held:
    own = [node for group in groups for node in group]
    ties = work.state(work.pipeline.reuse).ties(own)
    found = members(work, work.pipeline.reuse.name, {*own, *(b for others in ties.values() for b in others)})
    reports = [report for node in own for report in found[node]]
    reuses: dict[str, list[Reuse]] = {}
    for side in ("a", "b"):
        for reuse in passages_of(work.store.where(REUSES, side, reports)):
            reuses.setdefault(getattr(reuse, side), []).append(reuse)
    return Held(found, ties, reuses, _origins(work, reports))


def passages_of(reuses: Iterable[Reuse]) -> list[Reuse]:
    """Those with passages in common: rewrites are found event by event, and kept by the step that compares."""
    return [reuse for reuse in reuses if reuse.kind is not ReuseKind.REWRITE]


def _origins(work: Work, reports: Sequence[str]) -> dict[str, Origin]:
    """The origins that `reports` are entered under."""
    query = "SELECT report, origin FROM origin_report WHERE report IN (SELECT value FROM json_each(?))"
    entered: dict[str, str] = dict(work.store.rows(query, (listed(reports),)))
    records = {origin.id: origin for origin in work.store.where(ORIGINS, "id", set(entered.values()))}
    return {report: records[key] for report, key in entered.items()}


def _compare(work: Work, group: Sequence[str], held: Held) -> set[str]:
    """Bring the reuses of the reports of `group` in line; return the reports whose reuses changed."""
    stood = {(reuse.a, reuse.b): reuse for node in group for report in held.members[node] for reuse in held.reuses.get(report, ())}
    wanted = set(_pairs(group, held))
    if not stood and not wanted:
        return set()
    gone = [reuse for pair, reuse in stood.items() if pair not in wanted]
    work.store.drop(REUSES, "id", [reuse.id for reuse in gone])
    found = list(_compared(work, sorted(wanted - stood.keys())))
    work.store.put(REUSES, found, work.runs[work.pipeline.reuse.name])
    return {report for reuse in (*gone, *found) for report in (reuse.a, reuse.b)}


def _pairs(group: Sequence[str], held: Held) -> Iterator[Pair]:
    """All pairs of reports of which one is of `group`, and that are copies (one node) or whose nodes are tied."""
    for a in group:
        yield from combinations(held.members[a], 2)
        for b in held.ties[a]:
            yield from ((min(pair), max(pair)) for pair in product(held.members[a], held.members[b]))


def _compared(work: Work, pairs: Sequence[Pair]) -> Iterator[Reuse]:
    """What each pair has in common, where it is anything."""
    records = work.shelf.take({report for pair in pairs for report in pair})
    for a, b in pairs:
        outcome = attempt(partial(work.pipeline.compare, records[a], records[b]))
        if outcome.failure is not None:
            fail(work, a, work.pipeline.reuse.name, outcome.failure)
        elif outcome.value is not None:
            yield outcome.value


def _trace(work: Work, group: Sequence[str], held: Held) -> set[str]:
    """Bring the origins of the reports of `group` in line; return the reports whose origin changed."""
    reports = sorted(report for node in group for report in held.members[node])
    records = work.shelf.take(reports)
    reuses = passages_of(work.store.where(REUSES, "a", reports)) if len(reports) > 1 else []
    outcome = attempt(lambda: work.pipeline.origins([record.report for record in records.values()], reuses))
    if outcome.failure is not None:
        fail(work, reports[0], work.pipeline.reuse.name, outcome.failure)
    stood = {held.origins[report].id: held.origins[report] for report in reports if report in held.origins}
    found = {origin.id: origin for origin in outcome.value or ()}
    if found == stood:
        return set()
    gone = [origin for key, origin in stood.items() if found.get(key) != origin]
    changed = [origin for key, origin in found.items() if stood.get(key) != origin]
    work.store.drop(ORIGINS, "id", [origin.id for origin in gone])
    work.store.put(ORIGINS, changed, work.runs[work.pipeline.reuse.name])
    rows = [(report, origin.id) for origin in changed for report in origin.reports]
    work.store.run_all("INSERT OR REPLACE INTO origin_report(report, origin) VALUES (?, ?)", rows)
    return {report for origin in (*gone, *changed) for report in origin.reports}
