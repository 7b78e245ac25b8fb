"""Precision and recall with an interval, and clusters compared: B-cubed (Bagga and Baldwin 1998) and pairs."""

import random
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

import msgspec

T = TypeVar("T")

ENOUGH = 100
"""Instances from which a figure is a bar; of one kind `ENOUGH_OF_A_KIND`. Fewer are an indication."""
ENOUGH_OF_A_KIND = 30

ROUNDS = 1000
"""Samples of the bootstrap, drawn by document with a fixed seed."""


class Counts(msgspec.Struct, frozen=True):
    """Hits, false alarms and misses.

    >>> Counts(8, 2, 8).precision, Counts(8, 2, 8).recall, round(Counts(8, 2, 8).f1, 3), Counts(0, 0, 0).f1
    (0.8, 0.5, 0.615, 0.0)
    """

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.hits / (self.hits + self.alarms) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found."""
        return self.hits / (self.hits + self.misses) if self.hits else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.hits / (2 * self.hits + self.alarms + self.misses) if self.hits else 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.alarms + other.alarms, self.misses + other.misses)


def interval(by_document: Sequence[Counts]) -> tuple[float, float]:
    """The middle 95 % of F1 over samples of documents, drawn with replacement.

    >>> interval([Counts(5, 0, 0)] * 10)
    (1.0, 1.0)
    """
    return resampled(by_document, lambda drawn: sum(drawn, Counts()).f1)


def resampled(items: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """The middle 95 % of `figure` over samples of `items`, drawn with replacement."""
    rng = random.Random(0)  # noqa: S311 - a sample, no secret
    drawn = sorted(figure(rng.choices(items, k=len(items))) for _ in range(ROUNDS)) if items else [0.0]
    return drawn[len(drawn) * 25 // 1000], drawn[max(0, len(drawn) * 975 // 1000 - 1)]


Stretches = Sequence[tuple[int, int]]
"""Starts and ends (exclusive) in one text."""


def exact(found: Stretches, gold: Stretches) -> Counts:
    """What was found just so; what is found twice is right once.

    >>> exact([(0, 4), (0, 4), (9, 12)], [(0, 4), (8, 12)])
    Counts(hits=1, alarms=2, misses=1)
    """
    hits = (Counter(found) & Counter(gold)).total()
    return Counts(hits, len(found) - hits, len(gold) - hits)


def overlapping(found: Stretches, gold: Stretches) -> Counts:
    """What was found in part at least; each is paired with one of the other side at most, in the order of the text.

    >>> overlapping([(0, 4), (0, 4), (9, 12)], [(0, 4), (8, 12)])
    Counts(hits=2, alarms=1, misses=0)
    """
    left, hits = sorted(found), 0
    for start, end in sorted(gold):
        met = next((one for one in left if one[0] < end and start < one[1]), None)
        if met is not None:
            left.remove(met)
            hits += 1
    return Counts(hits, len(found) - hits, len(gold) - hits)


class Clusters(msgspec.Struct, frozen=True):
    """How two partitions of the same items agree."""

    precision: float
    recall: float
    pairs: Counts

    @property
    def f1(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def clusters(found: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Clusters:
    """B-cubed and pairs of `found` (item: cluster) against `gold`; items that gold does not name are left out.

    >>> scored = clusters({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2})
    >>> round(scored.precision, 3), round(scored.recall, 3), scored.pairs
    (0.667, 0.667, Counts(hits=0, alarms=1, misses=1))
    """
    items = sorted(gold.keys() & found.keys())
    of_found, of_gold = Counter(found[i] for i in items), Counter(gold[i] for i in items)
    of_both = Counter((found[i], gold[i]) for i in items)
    shared = [of_both[found[i], gold[i]] for i in items]
    precision = sum(n / of_found[found[i]] for i, n in zip(items, shared, strict=True)) / max(1, len(items))
    recall = sum(n / of_gold[gold[i]] for i, n in zip(items, shared, strict=True)) / max(1, len(items))
    counted = Counter((found[a] == found[b], gold[a] == gold[b]) for a, b in combinations(items, 2))
    return Clusters(precision, recall, Counts(counted[True, True], counted[True, False], counted[False, True]))
