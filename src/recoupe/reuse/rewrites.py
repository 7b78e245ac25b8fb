"""Rewrites: reports of one event that have no passage in common, and tell the same details in other words.

Two reporters of one event share its name, its place and its toll; who rewrites shares sentence after sentence, and numbers that are nobody
else's. Both are asked for; where either lacks, nothing is said.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import Direction, Evidence, Passage, Quantity, ReadReport, Reuse, ReuseKind, Span, identify
from recoupe.reuse.comparison import same_edition
from recoupe.reuse.direction import by_time, direction
from recoupe.reuse.tokens import tokens
from recoupe.stage import remembered
from recoupe.text import stem

SHARE = 300
"""Thousandths of the weighted words and numbers of the shorter report that the other has. (Two agencies that wrote on one event apart: 240;
rewrites of one of them 280 to 430.)"""

NEAREST = 2
"""Who rewrites has one or two texts before him: only pairs that are among so many nearest ones of either report are looked at."""

SENTENCES = 3
"""So many sentences must answer to one of the other report."""

ALIKE = 0.3
"""Weighted share of common words (Dice) from which one sentence answers to another."""

SHARED = 4
"""Words and numbers that two such sentences have in common."""

LARGE = 10
"""Smaller numbers two reporters often share."""

OWN = 100
"""From here on a number is known again whatever it is said to count."""

EVERYBODY = 40
"""A number that more reports of an event give tells nothing of who took it from whom."""

SHORT = 3
"""Words of fewer letters are not looked at."""


Matched = tuple[Span, Span]


class Details(NamedTuple):
    """What a report tells: for each sentence its stems and numbers with their weights; all of them; the numbers that tell."""

    spans: tuple[Span, ...]
    bags: tuple[Mapping[str, int], ...]
    whole: Mapping[str, int]
    weight: int
    numbers: frozenset[str]


def rewrites(records: Sequence[ReadReport], linked: Collection[tuple[str, str]]) -> Iterator[Reuse]:
    """The rewrites among the reports of one event, in the order of their ids; `linked` are the pairs that have passages in common."""
    known = {record.report.id: record for record in records}
    shares = {(a, b): _share(details(known[a]), details(known[b])) for a, b in _candidates(known)}
    near, source = _near(shares), _source(known, shares)
    for (a, b), share in shares.items():
        close = share >= SHARE and (a, b) in near and (a, b) not in linked
        matched = _matched(details(known[a]), details(known[b])) if close else []
        if len(matched) >= SENTENCES:
            yield _reuse(known[a], known[b], share, matched, {source.get(a), source.get(b)})


def _near(shares: Mapping[tuple[str, str], int]) -> set[tuple[str, str]]:
    """For each report the pairs with those that it has most of."""
    found = defaultdict[str, list[tuple[int, tuple[str, str]]]](list)
    for pair, share in shares.items():
        for report in pair:
            found[report].append((share, pair))
    return {pair for pairs in found.values() for _, pair in sorted(pairs, reverse=True)[:NEAREST]}


def _source(known: Mapping[str, ReadReport], shares: Mapping[tuple[str, str], int]) -> dict[str, tuple[str, str]]:
    """For each report the pair with that earlier report which has most of it: what it was made from, if from any of them."""
    found = dict[str, tuple[int, tuple[str, str]]]()
    for pair, share in shares.items():
        told = by_time(known[pair[0]].report, known[pair[1]].report)
        if told is not None:
            late = pair[told[0] is Direction.B_FROM_A]
            found[late] = max(found.get(late, (0, pair)), (share, pair))
    return {late: pair for late, (_, pair) in found.items()}


def _candidates(known: Mapping[str, ReadReport]) -> list[tuple[str, str]]:
    """Pairs of reports in one language that share a number, and are not one edition."""
    where = defaultdict[tuple[str, str], list[str]](list)
    for id_ in sorted(known):
        for number in details(known[id_]).numbers:
            where[known[id_].report.language, number].append(id_)
    pairs = sorted({pair for reports in where.values() if len(reports) <= EVERYBODY for pair in combinations(reports, 2)})
    return [(a, b) for a, b in pairs if not same_edition(known[a].report, known[b].report)]


@remembered(512)
def details(read: ReadReport) -> Details:
    """The words and numbers of a report, stock lines left out."""
    spans, found = read.reading.sentences, tokens(read)
    starts, rarity, language = [span.start for span in spans], rarities(found.language), found.language
    bags: list[dict[str, int]] = [{} for _ in spans]
    for word, at in zip(found.folded, found.starts, strict=True):
        if len(word) > SHORT and not word[0].isdigit() and (line := bisect_right(starts, at)):
            stemmed = stem(word, language)
            bags[line - 1][stemmed] = rarity.get(stemmed, UNLISTED)
    counts = [q for q in read.reading.quantities if q.value is not None]
    for quantity in counts:
        if line := bisect_right(starts, quantity.span.start):
            bags[line - 1][_number(quantity)] = UNLISTED if _tells(quantity) else UNLISTED // 2
    whole = {detail: weight for bag in bags for detail, weight in bag.items()}
    return Details(tuple(spans), tuple(bags), whole, sum(whole.values()), frozenset(_number(q) for q in counts if _tells(q)))


def _number(quantity: Quantity) -> str:
    """The number and its unit; a number of three digits alone, as "26.000 manifestants" are "26.000 personnes" to the next."""
    return f"#{quantity.value}" if (quantity.value or 0) >= OWN else f"#{quantity.value} {quantity.unit}"


def _tells(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.value >= LARGE


def _share(a: Details, b: Details) -> int:
    shorter = min(a.weight, b.weight)
    return 1000 * sum(a.whole[detail] for detail in a.whole.keys() & b.whole.keys()) // shorter if shorter else 0


def _matched(a: Details, b: Details) -> list[Matched]:
    """Sentences that answer to one another, each once, the likest first."""
    where = defaultdict[str, list[int]](list)
    for j, bag in enumerate(b.bags):
        for detail in bag:
            where[detail].append(j)
    alike = []
    for i, bag in enumerate(a.bags):
        shared = Counter(j for detail in bag for j in where.get(detail, ()))
        alike += [(-_alike(bag, b.bags[j]), i, j) for j, n in shared.items() if n >= SHARED]
    left, right = dict[int, int](), set[int]()
    for score, i, j in sorted(alike):
        if -score >= ALIKE and i not in left and j not in right:
            left[i] = j
            right.add(j)
    return [(a.spans[i], b.spans[j]) for i, j in left.items()]


def _alike(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    return 2 * sum(a[detail] for detail in a.keys() & b.keys()) / (sum(a.values()) + sum(b.values()))


def _reuse(a: ReadReport, b: ReadReport, share: int, matched: Sequence[Matched], sources: Collection[object]) -> Reuse:
    ids = (a.report.id, b.report.id)
    way, why = direction(a.report, b.report, 0)
    if way is Direction.UNKNOWN and ids in sources:
        way, why = by_time(a.report, b.report) or (way, ())
    best = matched[0][0]
    words = a.report.text[best.start : best.end]
    return Reuse(
        id=identify("u", *ids),
        a=ids[0],
        b=ids[1],
        kind=ReuseKind.REWRITE,
        score=share,
        characters=0,
        direction=way,
        passages=tuple(Passage(a=x, b=y, exact=False) for x, y in sorted(matched)),
        evidence=(Evidence(field="kind", rule="reuse/rewrite", span=best, words=words), *(why if way is not Direction.UNKNOWN else ())),
    )
