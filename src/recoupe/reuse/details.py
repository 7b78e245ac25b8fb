"""What a report tells, by sentence: its words and numbers with their weights; which sentences of two reports answer to one another."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import Quantity, ReadReport, Span
from recoupe.reuse.tokens import WORDS, lines, tokens
from recoupe.stage import remembered
from recoupe.text import Lookup, stem

SHARED = 4
"""Words and numbers that two sentences must have in common to answer to one another."""

LARGE = 10
"""Smaller numbers two reporters often share."""

OWN = 100
"""From here on a number is known again whatever it is said to count."""

SHORT = 3
"""Words of fewer letters are not looked at."""


Matched = tuple[Span, Span]

Weighing = Lookup[tuple[str, int] | None]
"""What a folded word tells, and its weight; nothing of some."""


class Details(NamedTuple):
    """What a report tells: for each sentence its stems and numbers with their weights, and their sum; all of them, and in which sentences
    each stands."""

    spans: tuple[Span, ...]
    bags: tuple[Mapping[str, int], ...]
    sums: tuple[int, ...]
    whole: Mapping[str, int]
    weight: int
    where: Mapping[str, list[int]]


@remembered(512)
def details(read: ReadReport) -> Details:
    """The words of a report and the numbers that were read in it, stock lines left out."""
    spans = [(span.start, span.end) for span in read.reading.sentences]
    words, starts = tokens(read).starts, [start for start, _ in spans]
    bags = _bags(read, [bisect_left(words, start) for start in starts], _stems(read.report.language))
    for quantity in read.reading.quantities:
        if quantity.value is not None and (line := bisect_right(starts, quantity.span.start)):
            bags[line - 1][_number(quantity)] = UNLISTED if _tells(quantity) else UNLISTED // 2
    return _details(read, spans, bags)


@remembered(512)
def wording(read: ReadReport) -> Details:
    """The same by the text alone: a number is its digits, whatever it counts. (Passages marked by hand: plagdet .754 with what was read of
    numbers, .760 without, and nothing need be read.)"""
    spans, firsts = lines(read)
    return _details(read, spans, _bags(read, firsts, _written(read.report.language)))


def _bags(read: ReadReport, firsts: Sequence[int], known: Weighing) -> list[dict[str, int]]:
    """The stems of each sentence with their weights; `firsts`: the first word of each."""
    folded = tokens(read).folded
    return [dict(filter(None, map(known.__getitem__, folded[a:b]))) for a, b in pairwise([*firsts, len(folded)])]


@cache
def _stems(language: str) -> Weighing:
    """The stem of a folded word and its weight; nothing of a short word or a number."""
    rarity = rarities(language)

    def weighed(word: str) -> tuple[str, int] | None:
        stemmed = stem(word, language)
        return None if len(word) <= SHORT or word[0].isdigit() else (stemmed, rarity.get(stemmed, UNLISTED))

    return Lookup(weighed, WORDS)


@cache
def _written(language: str) -> Weighing:
    """The same, with numbers."""
    stems = _stems(language)

    def weighed(word: str) -> tuple[str, int] | None:
        return (f"#{word}", UNLISTED if len(word) > 1 else UNLISTED // 2) if word[:1].isdigit() else stems[word]

    return Lookup(weighed, WORDS)


def _details(read: ReadReport, spans: Sequence[tuple[int, int]], bags: Sequence[Mapping[str, int]]) -> Details:
    whole, where = dict[str, int](), defaultdict[str, list[int]](list)
    for line, bag in enumerate(bags):
        whole.update(bag)
        for detail in bag:
            where[detail].append(line)
    marked = tuple(Span(report=read.report.id, start=a, end=b) for a, b in spans)
    return Details(marked, tuple(bags), tuple(sum(bag.values()) for bag in bags), whole, sum(whole.values()), where)


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
    alike = []
    for i, bag in enumerate(a.bags):
        shared = Counter(chain.from_iterable(map(b.where.__getitem__, bag.keys() & b.where.keys())))
        alike += [(-_alike((bag, b.bags[j]), a.sums[i] + b.sums[j]), i, j) for j, n in shared.items() if n >= SHARED]
    left, right = dict[int, int](), set[int]()
    for score, i, j in sorted(alike):
        if -score >= least and i not in left and j not in right:
            left[i] = j
            right.add(j)
    return [(a.spans[i], b.spans[j]) for i, j in left.items()]


def _alike(bags: tuple[Mapping[str, int], Mapping[str, int]], weight: int) -> float:
    return 2 * sum(map(bags[0].__getitem__, bags[0].keys() & bags[1].keys())) / weight
