"""Which sentence of one version answers to which of another: clear matches only, each sentence once."""

from collections import defaultdict

from recoupe.drift.versions import Line, Version, Versions

CLEAR = 0.4
"""Weighted share of common words (Dice) from which two sentences are taken to say the same."""

SHARED = 4
"""A match rests on at least this many common words."""

COVERED = 0.7
"""A short sentence matches a long one that holds this much of it."""


def aligned(versions: Versions, a: Version, b: Version) -> list[tuple[int, int]]:
    """Numbers of lines of `a` and `b` that match, in the order of `a`; the best matches first take their lines."""
    scored = sorted((-score, i, j) for i, j in _candidates(a, b) if (score := _score(versions, a.lines[i], b.lines[j])) > 0)
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in scored:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _candidates(a: Version, b: Version) -> list[tuple[int, int]]:
    """Pairs of lines with enough words in common."""
    where: dict[str, list[int]] = defaultdict(list)
    for j, line in enumerate(b.lines):
        for stem in line.bag:
            where[stem].append(j)
    pairs = []
    for i, line in enumerate(a.lines):
        shared: dict[int, int] = defaultdict(int)
        for stem in line.bag:
            for j in where.get(stem, ()):
                shared[j] += 1
        pairs += [(i, j) for j, n in shared.items() if n >= min(SHARED, len(line.bag), len(b.lines[j].bag))]
    return pairs


def _score(versions: Versions, a: Line, b: Line) -> float:
    common = versions.weight(a.bag & b.bag)
    left, right = versions.weight(a.bag), versions.weight(b.bag)
    dice = 2 * common / (left + right)
    covered = common / min(left, right)
    enough = len(a.bag & b.bag) >= SHARED
    clear = dice >= CLEAR or (enough and covered >= COVERED)
    return round(dice, 6) if clear else 0.0
