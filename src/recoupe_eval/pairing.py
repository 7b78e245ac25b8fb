"""Gold and found things of one text paired, each with one of the other side at most."""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
F = TypeVar("F")


def paired(gold: Sequence[G], found: Sequence[F], likeness: Callable[[G, F], float]) -> list[tuple[G | None, F | None]]:
    """The most alike first; what has no partner stands with None. Likeness 0 pairs nothing.

    >>> paired([1, 10], [9, 12, 50], lambda g, f: max(0, 5 - abs(g - f)))
    [(10, 9), (1, None), (None, 12), (None, 50)]
    """
    scored = [(likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken_gold, taken_found, pairs = set[int](), set[int](), list[tuple[G | None, F | None]]()
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    pairs += [(g, None) for i, g in enumerate(gold) if i not in taken_gold]
    return pairs + [(None, f) for j, f in enumerate(found) if j not in taken_found]


Stretch = tuple[int, int]


def shared(a: Sequence[Stretch], b: Sequence[Stretch]) -> int:
    """Characters that both have.

    >>> shared([(0, 4), (6, 9)], [(3, 8)])
    3
    """
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def jaccard(a: Sequence[Stretch], b: Sequence[Stretch]) -> float:
    """The characters that both have among those that either has."""
    both = shared(a, b)
    either = sum(y - x for x, y in (*a, *b)) - both
    return both / either if either else 0.0
