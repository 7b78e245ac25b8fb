"""Rewrites: reports of one event that have no passage in common, and tell the same details in other words.

Two reporters of one event share its name, its place and its toll; who rewrites shares sentence after sentence, and numbers that are nobody
else's. Both are asked for; where either lacks, nothing is said.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.model import Direction, Evidence, Passage, ReadReport, Reuse, ReuseKind, Span, identify
from recoupe.reuse.comparison import same_edition
from recoupe.reuse.details import Details, Line, details, matched, telling_numbers
from recoupe.reuse.direction import by_time, direction, moments

SHARE = 300
"""Thousandths of the weighted words and numbers of the shorter report that the other has. (Two agencies that wrote on one event apart: 240;
rewrites of one of them 280 to 430.)"""

NEAREST = 2
"""Who rewrites has one or two texts before him: only pairs that are among so many nearest ones of either report are looked at."""

SAME = 600
"""From this share on two reports are versions of one text, which is nearest or not whole."""

SENTENCES = 3
"""So many sentences must answer to one of the other report, besides the titles and the leads: in those everybody tells the same."""

NUMBERS = 4
"""So many larger numbers that both give weigh as much as one sentence."""

ALIKE = 0.3
"""Weighted share of common words (Dice) from which one sentence answers to another."""

EVERYBODY = 40
"""A number that more reports of an event give tells nothing of who took it from whom."""


def rewrites(records: Sequence[ReadReport], linked: Collection[tuple[str, str]]) -> Iterator[Reuse]:
    """The rewrites among the reports of one event, in the order of their ids; `linked` are the pairs that have passages in common."""
    known = {record.report.id: record for record in records}
    candidates = _candidates(known)
    open_ = {report for pair in candidates if pair not in linked for report in pair}  # who is near whom matters to these alone
    shares = {(a, b): _share(details(known[a]), details(known[b])) for a, b in candidates if a in open_ or b in open_}
    near, source = _near(shares), _source(known, shares)
    for (a, b), share in shares.items():
        close = share >= SHARE and (a, b) in near and (a, b) not in linked
        answering = matched(details(known[a]), details(known[b]), ALIKE) if close else []
        if _enough(known[a], known[b], answering):
            yield _reuse(known[a], known[b], share, answering, {source.get(a), source.get(b)})


def _enough(a: ReadReport, b: ReadReport, answering: Sequence[tuple[Line, Line]]) -> bool:
    """Whether more answers to one another than title, lead and toll."""
    leads = _lead(a), _lead(b)
    further = sum(x[0] >= a.report.body and y[0] >= b.report.body and (x[0], y[0]) != leads for x, y in answering)
    return further >= SENTENCES - (further > 0 and len(telling_numbers(a) & telling_numbers(b)) >= NUMBERS)


def _lead(read: ReadReport) -> int:
    """Where the first sentence behind the title begins."""
    return next((span.start for span in read.reading.sentences if span.start >= read.report.body), 0)


def _near(shares: Mapping[tuple[str, str], int]) -> set[tuple[str, str]]:
    """For each report the pairs with those that it has most of."""
    found = defaultdict[str, list[tuple[int, tuple[str, str]]]](list)
    for pair, share in shares.items():
        for report in pair:
            found[report].append((share, pair))
    return {pair for report, pairs in found.items() for pair in _nearest(report, sorted(pairs, reverse=True), shares)}


def _nearest(report: str, pairs: Sequence[tuple[int, tuple[str, str]]], shares: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    """The first of `pairs`, until `NEAREST` texts are met; versions of one text are met together."""
    met: list[str] = []
    for _, pair in pairs:
        other = pair[pair[0] == report]
        again = any(shares.get((min(one, other), max(one, other)), 0) >= SAME for one in met)
        if again or len(met) < NEAREST:
            yield pair
            met += [] if again else [other]


def _source(known: Mapping[str, ReadReport], shares: Mapping[tuple[str, str], int]) -> dict[str, tuple[str, str]]:
    """For each report the pair with that earlier report which has most of it: what it was made from, if from any of them.

    Of the versions of one text it is the first: whichever was before the writer, it goes back to that one.
    """
    found = defaultdict[str, list[tuple[int, str]]](list)
    for pair, share in shares.items():
        told = by_time(known[pair[0]].report, known[pair[1]].report)
        if told is not None:
            late = told[0] is Direction.B_FROM_A
            found[pair[late]].append((share, pair[not late]))
    first = {late: _first(max(others)[1], [other for _, other in others], known, shares) for late, others in found.items()}
    return {late: (min(late, one), max(late, one)) for late, one in first.items()}


def _first(best: str, others: Sequence[str], known: Mapping[str, ReadReport], shares: Mapping[tuple[str, str], int]) -> str:
    """The earliest of those of `others` that are versions of `best`."""
    versions = [other for other in others if other == best or shares.get((min(best, other), max(best, other)), 0) >= SAME]
    return min(versions, key=lambda other: (moments(known[other].report), other))


def _candidates(known: Mapping[str, ReadReport]) -> list[tuple[str, str]]:
    """Pairs of reports in one language that share a number, and are not one edition."""
    where = defaultdict[tuple[str, str], list[str]](list)
    for id_ in sorted(known):
        for number in telling_numbers(known[id_]):
            where[known[id_].report.language, number].append(id_)
    pairs = sorted({pair for reports in where.values() if len(reports) <= EVERYBODY for pair in combinations(reports, 2)})
    return [(a, b) for a, b in pairs if not same_edition(known[a].report, known[b].report)]


def _share(a: Details, b: Details) -> int:
    shorter = min(a.weight, b.weight)
    return 1000 * sum(a.whole[detail] for detail in a.whole.keys() & b.whole.keys()) // shorter if shorter else 0


def _reuse(a: ReadReport, b: ReadReport, share: int, answering: Sequence[tuple[Line, Line]], sources: Collection[object]) -> Reuse:
    ids = (a.report.id, b.report.id)
    way, why = direction(a.report, b.report, 0)
    if way is Direction.UNKNOWN and ids in sources:
        way, why = by_time(a.report, b.report) or (way, ())
    found = sorted((Span(report=ids[0], start=x[0], end=x[1]), Span(report=ids[1], start=y[0], end=y[1])) for x, y in answering)
    best = Span(report=ids[0], start=answering[0][0][0], end=answering[0][0][1])
    words = a.report.text[best.start : best.end]
    return Reuse(
        id=identify("u", *ids),
        a=ids[0],
        b=ids[1],
        kind=ReuseKind.REWRITE,
        score=share,
        characters=0,
        direction=way,
        passages=tuple(Passage(a=x, b=y, exact=False) for x, y in found),
        evidence=(Evidence(field="kind", rule="reuse/rewrite", span=best, words=words), *(why if way is not Direction.UNKNOWN else ())),
    )
