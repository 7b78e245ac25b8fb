"""A hand check: pairs drawn for somebody to mark, and what the marks say of how often the machine is right."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from math import sqrt
from typing import NamedTuple

from recoupe.model import Reuse

Z = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""


class Precision(NamedTuple):
    """Of `marked` pairs `right` were right; `low` to `high` is the interval of 95 % for all pairs."""

    marked: int
    right: int
    low: float
    high: float


def sample(reuses: Iterable[Reuse], size: int) -> list[Reuse]:
    """`size` of them, the same ones at every call; a larger sample holds the smaller one.

    >>> def reuse(n): return Reuse(id=f"u-{n}", a="a", b="b", kind="partial", score=1, characters=1, direction="unknown", passages=())
    >>> drawn = [one.id for one in sample(map(reuse, range(9)), 4)]
    >>> len(drawn), drawn[:2] == [one.id for one in sample(map(reuse, range(9)), 2)]
    (4, True)
    """
    return sorted(reuses, key=lambda reuse: (sha256(reuse.id.encode()).digest(), reuse.id))[:size]


def precision(marks: Sequence[bool]) -> Precision:
    """The share of right ones with its interval (Wilson 1927).

    >>> found = precision([True] * 9 + [False])
    >>> found.right, found.marked, round(found.low, 3), round(found.high, 3)
    (9, 10, 0.596, 0.982)
    >>> precision([])
    Precision(marked=0, right=0, low=0.0, high=1.0)
    """
    n, right = len(marks), sum(marks)
    if not n:
        return Precision(0, 0, 0.0, 1.0)
    share, spread = right / n, Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return Precision(n, right, max(0.0, middle - half), min(1.0, middle + half))
