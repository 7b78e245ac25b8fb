"""How well passages were found: precision, recall, granularity and plagdet over characters (Potthast, Stein, Barrón-Cedeño, Rosso 2010)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Stretch = tuple[int, int]


class Shared(NamedTuple):
    """A passage that two reports share: the smaller id first, start and end (exclusive) in each."""

    pair: tuple[str, str]
    a: Stretch
    b: Stretch

    @property
    def size(self) -> int:
        """Characters on both sides."""
        return self.a[1] - self.a[0] + self.b[1] - self.b[0]


class Pan(NamedTuple):
    """The figures. Each passage weighs the same, however long; 0 where nothing was found."""

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """The harmonic mean of precision and recall, the less the more pieces a passage was found in.

        >>> Pan(1.0, 1.0, 1.0).plagdet, round(Pan(1.0, 1.0, 2.0).plagdet, 3)
        (1.0, 0.631)
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / math.log2(1 + self.granularity) if both else 0.0


def pan(found: Sequence[Shared], gold: Sequence[Shared]) -> Pan:
    """What was `found` against `gold`.

    >>> pair, one = ("a", "b"), Shared(("a", "b"), (0, 100), (50, 150))
    >>> pan([Shared(pair, (0, 50), (50, 100))], [one])
    Pan(precision=1.0, recall=0.5, granularity=1.0)
    >>> pan([], [one])
    Pan(precision=0.0, recall=0.0, granularity=1.0)
    """
    return overall([covered(found, gold)])


class Covered(NamedTuple):
    """What the figures are means of: shares of each passage found, of each of gold, and the pieces that those of gold were found in."""

    precision: list[float]
    recall: list[float]
    pieces: list[int]


def covered(found: Sequence[Shared], gold: Sequence[Shared]) -> Covered:
    """How much of each passage the other side has."""
    by_found, by_gold = _by_pair(found), _by_pair(gold)
    precision = [_covered(one, by_gold[one.pair]) for one in found]
    recall = [_covered(one, by_found[one.pair]) for one in gold]
    return Covered(precision, recall, [n for one in gold if (n := sum(_detects(other, one) for other in by_found[one.pair]))])


def overall(parts: Sequence[Covered]) -> Pan:
    """The figures over all pairs."""
    precision, recall, pieces = ([figure for part in parts for figure in part[i]] for i in range(3))
    return Pan(_mean(precision, 0.0), _mean(recall, 0.0), _mean(pieces, 1.0))


def _by_pair(passages: Iterable[Shared]) -> dict[tuple[str, str], list[Shared]]:
    grouped: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for passage in passages:
        grouped[passage.pair].append(passage)
    return grouped


def _detects(one: Shared, other: Shared) -> bool:
    """Whether they have characters in common on both sides."""
    return _overlap(one.a, other.a) > 0 and _overlap(one.b, other.b) > 0


def _overlap(x: Stretch, y: Stretch) -> int:
    return min(x[1], y[1]) - max(x[0], y[0])


def _covered(one: Shared, others: Iterable[Shared]) -> float:
    """The share of the characters of `one` that lie in those of `others` that it meets on both sides."""
    met = [other for other in others if _detects(other, one)]
    return (_union(one.a, (m.a for m in met)) + _union(one.b, (m.b for m in met))) / one.size if one.size else 0.0


def _union(inside: Stretch, parts: Iterable[Stretch]) -> int:
    """Characters of `inside` that any of `parts` has."""
    count, reached = 0, inside[0]
    for start, end in sorted(parts):
        begin, stop = max(start, reached), min(end, inside[1])
        count += max(0, stop - begin)
        reached = max(reached, stop)
    return count


def _mean(figures: Sequence[float], none: float) -> float:
    return sum(figures) / len(figures) if figures else none
