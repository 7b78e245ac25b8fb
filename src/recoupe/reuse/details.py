"""What a report tells, by sentence: its words and numbers with their weights; which sentences of two reports answer to one another."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import Quantity, ReadReport, Span
from recoupe.reuse.tokens import tokens
from recoupe.stage import remembered
from recoupe.text import plain, sentences, stem

SHARED = 4
"""Words and numbers that two sentences must have in common to answer to one another."""

LARGE = 10
"""Smaller numbers two reporters often share."""

OWN = 100
"""From here on a number is known again whatever it is said to count."""

SHORT = 3
"""Words of fewer letters are not looked at."""


Matched = tuple[Span, Span]


class Details(NamedTuple):
    """What a report tells: for each sentence its stems and numbers with their weights; all of them."""

    spans: tuple[Span, ...]
    bags: tuple[Mapping[str, int], ...]
    whole: Mapping[str, int]
    weight: int


@remembered(512)
def details(read: ReadReport) -> Details:
    """The words of a report and the numbers that were read in it, stock lines left out."""
    spans = [(span.start, span.end) for span in read.reading.sentences]
    bags, starts = _bags(read, spans), [start for start, _ in spans]
    for quantity in read.reading.quantities:
        if quantity.value is not None and (line := bisect_right(starts, quantity.span.start)):
            bags[line - 1][_number(quantity)] = UNLISTED if _tells(quantity) else UNLISTED // 2
    return _details(read, spans, bags)


@remembered(512)
def wording(read: ReadReport) -> Details:
    """The same by the text alone: a number is its digits, whatever it counts. (Passages marked by hand: plagdet .754 with what was read of
    numbers, .760 without, and nothing need be read.)"""
    spans, found = sentences(plain(read.report.text)), tokens(read)
    bags = _bags(read, spans)
    for bag, (first, last) in zip(bags, _lines(read, spans), strict=True):
        for word in found.folded[first:last]:
            if word[:1].isdigit():
                bag[f"#{word}"] = UNLISTED if len(word) > 1 else UNLISTED // 2
    return _details(read, spans, bags)


def _lines(read: ReadReport, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last (exclusive) word of each sentence."""
    starts = tokens(read).starts
    return [*pairwise([*(bisect_left(starts, start) for start, _ in spans), len(starts)])]


def _bags(read: ReadReport, spans: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    """The stems of each sentence with their weights."""
    found = tokens(read)
    rarity = rarities(found.language)
    lines = [[word for word in found.folded[a:b] if len(word) > SHORT and not word[0].isdigit()] for a, b in _lines(read, spans)]
    return [{stemmed: rarity.get(stemmed, UNLISTED) for stemmed in [stem(word, found.language) for word in line]} for line in lines]


def _details(read: ReadReport, spans: Sequence[tuple[int, int]], bags: Sequence[Mapping[str, int]]) -> Details:
    whole: dict[str, int] = {}
    for bag in bags:
        whole.update(bag)
    return Details(tuple(Span(report=read.report.id, start=a, end=b) for a, b in spans), tuple(bags), whole, sum(whole.values()))


def telling_numbers(read: ReadReport) -> frozenset[str]:
    """The numbers of a report by which it may be told from others of its event."""
    return frozenset(_number(quantity) for quantity in read.reading.quantities if _tells(quantity))


def _number(quantity: Quantity) -> str:
    """The number and its unit; a number of three digits alone, as "26.000 manifestants" are "26.000 personnes" to the next."""
    return f"#{quantity.value}" if (quantity.value or 0) >= OWN else f"#{quantity.value} {quantity.unit}"


def _tells(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.value >= LARGE


def matched(a: Details, b: Details, least: float) -> list[Matched]:
    """Sentences that answer to one another, each once, the likest first; `least`: weighted share of common words (Dice) to ask."""
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
        if -score >= least and i not in left and j not in right:
            left[i] = j
            right.add(j)
    return [(a.spans[i], b.spans[j]) for i, j in left.items()]


def _alike(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    return 2 * sum(a[detail] for detail in a.keys() & b.keys()) / (sum(a.values()) + sum(b.values()))
