"""A small log-linear model: weights of signs under which the right candidates are the likeliest, fitted without a library.

Every step is arithmetic in a fixed order, so that equal examples give equal weights everywhere.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import exp

import msgspec

FOLDS = 10
STEPS = 120
FIRST, LEAST, MOST = 0.1, 1e-4, 1.0
"""Steps of a weight: the first one, the smallest, the largest."""
GROW, SHRINK = 1.2, 0.5


class Example(msgspec.Struct, frozen=True):
    """One choice: the signs of each candidate, which of them are right, how much it counts, and of which report it is."""

    report: str
    signs: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    counts: float = 1.0


def fit(examples: Sequence[Example], penalty: float, rare: int = 5) -> dict[str, float]:
    """The weight of each sign that `rare` candidates or more bear, by resilient propagation with a quadratic penalty.

    >>> yes, no = ("near",), ("far",)
    >>> found = fit([Example("r", (yes, no), frozenset({0}))] * 5, penalty=1)
    >>> found["near"] > 0.5, found["far"] < -0.5
    (True, True)
    """
    borne = Counter(sign for one in examples for signs in one.signs for sign in signs)
    names = sorted(sign for sign, times in borne.items() if times >= rare)
    number = {name: n for n, name in enumerate(names)}
    rows = [[[number[s] for s in signs if s in number] for signs in one.signs] for one in examples if one.right]
    rights = [(one.right, one.counts) for one in examples if one.right]
    weight, step, last = [0.0] * len(names), [FIRST] * len(names), [0.0] * len(names)
    for _ in range(STEPS):
        slope = _slope(rows, rights, weight)
        for n in range(len(names)):
            now = slope[n] - penalty * weight[n]
            if now * last[n] < 0:
                step[n], now = max(step[n] * SHRINK, LEAST), 0.0
            elif now * last[n] > 0:
                step[n] = min(step[n] * GROW, MOST)
            weight[n] += step[n] if now > 0 else -step[n] if now < 0 else 0.0
            last[n] = now
    return dict(zip(names, weight, strict=True))


def _slope(rows: Sequence[list[list[int]]], rights: Sequence[tuple[frozenset[int], float]], weight: Sequence[float]) -> list[float]:
    """How the likelihood of the right candidates grows with each weight."""
    slope = [0.0] * len(weight)
    for row, (right, counts) in zip(rows, rights, strict=True):
        totals = [sum([weight[n] for n in signs]) for signs in row]
        most = max(totals)
        odds = [exp(total - most) for total in totals]
        every, good = sum(odds), sum(odds[n] for n in right)
        for n, signs in enumerate(row):
            share = counts * ((odds[n] / good if n in right and good else 0.0) - odds[n] / every)
            for sign in signs:
                slope[sign] += share
    return slope


def chosen(one: Example, weight: Mapping[str, float]) -> int:
    """The candidate whose signs weigh most, the first of equals.

    >>> chosen(Example("r", (("far",), ("near",)), frozenset()), {"near": 1.0})
    1
    """
    totals = [sum(weight.get(s, 0.0) for s in signs) for signs in one.signs]
    return totals.index(max(totals))


def crossed(examples: Sequence[Example], penalty: float) -> list[int]:
    """What is chosen in each example under weights that were fitted without its fold; reports are never parted."""
    fold = [int(sha256(one.report.encode()).hexdigest(), 16) // 2 % FOLDS for one in examples]
    found = [0] * len(examples)
    for k in range(FOLDS):
        weight = fit([one for one, f in zip(examples, fold, strict=True) if f != k], penalty)
        for n, one in enumerate(examples):
            if fold[n] == k:
                found[n] = chosen(one, weight)
    return found
