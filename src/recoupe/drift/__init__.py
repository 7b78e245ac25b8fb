"""Drift: differences of meaning between two versions. Two passages and what differs; never intent, error or fault."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.drift.alignment import aligned, loosely
from recoupe.drift.content import content, cuts, doubts
from recoupe.drift.counts import counts
from recoupe.drift.figures import figures
from recoupe.drift.found import TURNED, Found, Pair, record
from recoupe.drift.hedges import hedges
from recoupe.drift.numbers import numbers
from recoupe.drift.precision import precision
from recoupe.drift.quotes import quotes
from recoupe.drift.selection import selected
from recoupe.drift.sources import sources
from recoupe.drift.turns import turns
from recoupe.drift.versions import Versions, versions
from recoupe.errors import UnknownId
from recoupe.model import Direction, Dossier, Drift, EditionCause, Reuse, ReuseKind
from recoupe.stage import Group

__all__ = ["DRIFT", "between", "drift"]

RULES = (
    sources,
    hedges,
    numbers,
    precision,
    turns,
    figures,
    counts,
)
"""Each looks at the sentences of two versions that match, the last at numbers in those that do not; they are independent of one another."""

LARGELY = 300
"""From this score on (words of the shorter text that are shared, of 1000) what only one side has is worth telling;
of a rewrite only where it is known which came first."""


COPIED = 600
"""From this score on the one is a copy of the other, and what it left out is told."""

TAKEN = frozenset({Direction.A_FROM_B, Direction.B_FROM_A})
"""Where it is known who took it from whom, less has to be shared."""

OF_ONE_TEXT = 0.3
"""Two versions that share a passage, and of whose words and numbers the one has so many of the other's, tell one text."""


def drift(dossier: Dossier) -> Iterator[Drift]:
    """What differs between the versions of `dossier` that share text, and quotations without equivalent, in the order of ids."""
    if not dossier.reuses:
        return
    known = versions(dossier)
    linked = [reuse for reuse in dossier.reuses if _comparable(known, reuse)]
    found = {d.id: d for reuse in selected(linked, known) for d in _between(known, reuse)}
    links = defaultdict[str, set[str]](set)
    for reuse in linked:
        links[reuse.a].add(reuse.b)
        links[reuse.b].add(reuse.a)
    found |= {d.id: d for pair, one in quotes(known, links) for d in (record(pair, one),)}
    yield from (found[id_] for id_ in sorted(found))


DRIFT: Group[Dossier, Drift] = Group("drift", 15, run=drift)


def between(dossier: Dossier, a: str, b: str) -> Iterator[Drift]:
    """What differs between two versions that the reader names, whether or not they share text, in the order of the text of `a`.

    Raises:
        UnknownId: a report that the dossier does not hold.
    """
    known = versions(dossier)
    for report in (a, b):
        if report not in known.by_id:
            raise UnknownId(report)
    pair = _pair(known, a, b, _direction(dossier.reuses, a, b))
    found = {d.id: d for d in (*_compared(pair), *(record(pair, one) for one in content(pair)))}
    found |= {d.id: d for two, one in quotes(_only(known, a, b), {a: {b}, b: {a}}) for d in (record(two, one),)}
    yield from sorted(found.values(), key=lambda d: (_place(d, a), d.id))


def _place(drift: Drift, report: str) -> tuple[int, int]:
    """Where the passage in `report` stands; what has none there comes last."""
    spans = [s for s in (drift.a, drift.b) if s is not None and s.report == report]
    return (0, spans[0].start) if spans else (1, 0)


def _between(known: Versions, reuse: Reuse) -> Iterator[Drift]:
    pair = _pair(known, reuse.a, reuse.b, reuse.direction)
    one_text = reuse.kind is ReuseKind.REWRITE or _share(known, pair) >= OF_ONE_TEXT
    if one_text:
        further = loosely(known, pair.a, pair.b, pair.lines)
        pair = pair._replace(lines=tuple(sorted((*pair.lines, *further))))
    compared = list(_compared(pair))
    yield from compared
    only = list[Found]()
    if reuse.score >= LARGELY and (reuse.kind is not ReuseKind.REWRITE or reuse.direction is not Direction.UNKNOWN):
        only += content(pair)
    if one_text:
        known_there = {span for one in compared for span in (one.a, one.b) if one.a is not None and one.b is not None}
        only += (found for found in doubts(pair) if known_there.isdisjoint((found.a.passage, found.b.passage)))
    copied = reuse.score >= COPIED or (reuse.score >= LARGELY and reuse.direction in TAKEN)
    if copied and reuse.kind is not ReuseKind.REWRITE:
        told = {found.a.passage or found.b.passage for found in only}
        only += [found for found in cuts(pair) if (found.a.passage or found.b.passage) not in told]
    yield from (record(pair, found) for found in only)


def _share(known: Versions, pair: Pair) -> float:
    """How much of what the one that tells less tells the other tells too."""
    left, right = (frozenset[str]().union(*version.telling) for version in (pair.a, pair.b))
    least = min(known.telling(left), known.telling(right))
    return known.telling(left & right) / least if least else 0.0


def _compared(pair: Pair) -> Iterator[Drift]:
    return (record(pair, found) for rule in RULES for found in rule(pair))


def _pair(known: Versions, a: str, b: str, direction: Direction) -> Pair:
    """Two versions with the lines that match in other words."""
    left, right = known.by_id[a], known.by_id[b]
    return Pair(known, left, right, direction, tuple(aligned(known, left, right)))


def _comparable(known: Versions, reuse: Reuse) -> bool:
    """Both were read, and they are not two extractions of one edition."""
    if reuse.a not in known.by_id or reuse.b not in known.by_id:
        return False
    a, b = known.by_id[reuse.a].report, known.by_id[reuse.b].report
    return not any(x.edition_of == y.id and x.edition_cause is EditionCause.EXTRACTION for x, y in ((a, b), (b, a)))


def _direction(reuses: Sequence[Reuse], a: str, b: str) -> Direction:
    for reuse in reuses:
        if {reuse.a, reuse.b} == {a, b}:
            return reuse.direction if reuse.a == a else TURNED[reuse.direction]
    return Direction.UNKNOWN


def _only(known: Versions, a: str, b: str) -> Versions:
    return Versions({id_: known.by_id[id_] for id_ in sorted((a, b))}, known.weights)
