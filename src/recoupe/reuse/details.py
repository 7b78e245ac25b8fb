"""What a report tells, by sentence: its words and numbers with their weights; which sentences of two reports answer to one another."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, pairwise

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import Quantity, ReadReport
from recoupe.reuse.tokens import lines, tokens
from recoupe.stage import remembered
from recoupe.text import Lookup, stem

SHARED = 4
"""Words and numbers that two sentences must have in common to answer to one another."""

LARGE = 10
"""Smaller numbers two reporters often share."""

OWN = 100
"""From here on a number is known again whatever it is said to count."""

WORDS = 100_000
"""Of how many words is kept what they tell."""

SHORT = 3
"""Words of fewer letters are not looked at."""


Line = tuple[int, int]
"""Start and end of a sentence."""

Weighing = Lookup[tuple[str, int] | None]
"""What a folded word tells, and its weight; nothing of some."""


@dataclass(frozen=True)
class Details:
    """What a report tells: for each sentence its stems and numbers with their weights."""

    spans: Sequence[Line]
    bags: Sequence[Mapping[str, int]]

    @cached_property
    def sums(self) -> Sequence[int]:
        """The weight of each sentence."""
        return [sum(bag.values()) for bag in self.bags]

    @cached_property
    def whole(self) -> Mapping[str, int]:
        """All stems and numbers."""
        return dict(chain.from_iterable(bag.items() for bag in self.bags))

    @cached_property
    def weight(self) -> int:
        """Of all of them."""
        return sum(self.whole.values())

    @cached_property
    def where(self) -> Mapping[str, list[int]]:
        """In which sentences each of them stands."""
        found = defaultdict[str, list[int]](list)
        for line, bag in enumerate(self.bags):
            for detail in bag:
                found[detail].append(line)
        return found


@remembered(512)
def details(read: ReadReport) -> Details:
    """The words of a report and the numbers that were read in it, stock lines left out."""
    spans = [(span.start, span.end) for span in read.reading.sentences]
    words, starts = tokens(read).starts, [start for start, _ in spans]
    bags = _bags(read, [bisect_left(words, start) for start in starts], _stems(read.report.language))
    for quantity in read.reading.quantities:
        if quantity.value is not None and (line := bisect_right(starts, quantity.span.start)):
            bags[line - 1][_number(quantity)] = UNLISTED if _tells(quantity) else UNLISTED // 2
    return Details(spans, bags)


@remembered(512)
def wording(read: ReadReport) -> Details:
    """The same by the text alone: a number is its digits, whatever it counts. (Passages marked by hand: plagdet .754 with what was read of
    numbers, .760 without, and nothing need be read.)"""
    spans, firsts = lines(read)
    return Details(spans, _bags(read, firsts, _written(read.report.language)))


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


def telling_numbers(read: ReadReport) -> frozenset[str]:
    """The numbers of a report by which it may be told from others of its event."""
    return frozenset(_number(quantity) for quantity in read.reading.quantities if _tells(quantity))


def _number(quantity: Quantity) -> str:
    """The number and its unit; a number of three digits alone, as "26.000 manifestants" are "26.000 personnes" to the next."""
    return f"#{quantity.value}" if (quantity.value or 0) >= OWN else f"#{quantity.value} {quantity.unit}"


def _tells(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.value >= LARGE


def matched(a: Details, b: Details, least: float) -> list[tuple[Line, Line]]:
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
