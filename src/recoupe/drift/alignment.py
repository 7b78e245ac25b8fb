"""Which sentence of one version answers to which of another: clear matches only, each sentence once."""

from collections import defaultdict

from recoupe.drift.versions import Line, Version, Versions, same_words

CLEAR = 0.4
"""Weighted share of common words (Dice) from which two sentences are taken to say the same."""

SHARED = 4
"""A match rests on at least this many common words."""

COVERED = 0.7
"""A short sentence matches a long one that holds this much of it."""


def aligned(versions: Versions, a: Version, b: Version) -> list[tuple[int, int]]:
    """Numbers of lines of `a` and `b` that match in other words, in the order of `a`; the best matches first take their lines."""
    left, right = _unlike(a, b)
    scored = sorted((-score, i, j) for i, j in _candidates(a, b, left, right) if (score := _score(versions, a.lines[i], b.lines[j])) > 0)
    pairs = []
    for _, i, j in scored:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted((i, j) for i, j in pairs if not same_words(a.lines[i].text, b.lines[j].text))


def _unlike(a: Version, b: Version) -> tuple[set[int], set[int]]:
    """The lines of each side that the other does not have in the very same characters: those match each other."""
    where: dict[str, list[int]] = defaultdict(list)
    for j in range(len(b.lines) - 1, -1, -1):
        where[b.lines[j].text].append(j)
    left, right = set[int](), set(range(len(b.lines)))
    for i, line in enumerate(a.lines):
        same = where.get(line.text)
        if same:
            right.remove(same.pop())
        else:
            left.add(i)
    return left, right


def _candidates(a: Version, b: Version, left: set[int], right: set[int]) -> list[tuple[int, int]]:
    """Pairs of lines with enough words in common."""
    where: dict[str, list[int]] = defaultdict(list)
    for j in sorted(right):
        for stem in b.lines[j].bag:
            where[stem].append(j)
    pairs = []
    for i in sorted(left):
        line, shared = a.lines[i], defaultdict[int, int](int)
        for stem in line.bag:
            for j in where.get(stem, ()):
                shared[j] += 1
        pairs += [(i, j) for j, n in shared.items() if n >= _needed(min(len(line.bag), len(b.lines[j].bag)))]
    return pairs


def _needed(words: int) -> int:
    """In a sentence of four words one may be another."""
    return SHARED - 1 if words == SHARED else min(SHARED, words)


def _score(versions: Versions, a: Line, b: Line) -> float:
    shared = a.bag & b.bag
    common, left, right = versions.weight(shared), versions.weight(a.bag), versions.weight(b.bag)
    dice = 2 * common / (left + right)
    clear = dice >= CLEAR or (len(shared) >= SHARED and common >= COVERED * min(left, right))
    return round(dice, 6) if clear else 0.0
