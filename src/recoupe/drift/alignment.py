"""Which sentence of one version answers to which of another: clear matches only, each sentence once."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from recoupe.drift.versions import NUMBER, Line, Version, Versions, same_words

CLEAR = 0.4
"""Weighted share of common words (Dice) from which two sentences are taken to say the same."""

SHARED = 4
"""A match rests on at least this many common words."""

LOOSE = 0.3
"""The same of two lines that no other line comes nearer to, once the texts are known to be versions of one."""

BRIEF = 0.4
"""The same where they have but two words in common."""

HELD = 0.5
"""So much of a short line, a number among it, stands in a long one."""

COVERED = 0.7
"""A short sentence matches a long one that holds this much of it."""


def aligned(versions: Versions, a: Version, b: Version) -> list[tuple[int, int]]:
    """Numbers of lines of `a` and `b` that match in other words, in the order of `a`; the best matches first take their lines, and a
    headline takes a line of the text below one only where no other does."""
    left, right = _unlike(a, b)
    scored = sorted(
        (a.titles(a.lines[i].span) != b.titles(b.lines[j].span), -score, i, j)
        for i, j in _candidates(a, b, left, right)
        if (score := _score(versions, a.lines[i], b.lines[j])) > 0
    )
    pairs = []
    for *_, i, j in scored:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted((i, j) for i, j in pairs if not same_words(a.lines[i].text, b.lines[j].text))


def loosely(versions: Versions, a: Version, b: Version, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Further lines of two versions of one text that answer to each other, in fewer words: of all that are left, each is to the other
    the likest. Words of who speaks do not count: a spokesman says many things."""
    left, right = _unlike(a, b)
    left -= {i for i, _ in taken}
    right -= {j for _, j in taken}
    scores = _loose(versions, (a, left), (b, right))
    best: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), score in scores.items():
        for side in (("a", i), ("b", j)):
            best[side] = max(best[side], score)
    return sorted((i, j) for (i, j), score in scores.items() if LOOSE <= score == best["a", i] == best["b", j])


def _loose(versions: Versions, a: tuple[Version, set[int]], b: tuple[Version, set[int]]) -> dict[tuple[int, int], float]:
    """How much pairs of lines have in common that share so many words, a number counting as two."""
    where: dict[str, list[int]] = defaultdict(list)
    for j in b[1]:
        for stem in b[0].telling[j]:
            where[stem].append(j)
    scores = {}
    for i in a[1]:
        shared = Counter(j for stem in a[0].telling[i] for j in where.get(stem, ()) for _ in range(2 if stem[0] == NUMBER else 1))
        for j in (j for j, n in shared.items() if n >= SHARED - 2):
            score = _alike(versions, a[0].telling[i], b[0].telling[j])
            scores[i, j] = score if shared[j] >= SHARED - 1 or score >= BRIEF else 0.0
    return scores


def _alike(versions: Versions, a: frozenset[str], b: frozenset[str]) -> float:
    """Dice; two lines of which the one holds most of the other, with a number, are alike enough however long it is."""
    both, left, right = versions.telling(a & b), versions.telling(a), versions.telling(b)
    held = both >= HELD * min(left, right) and any(s[0] == NUMBER for s in a & b)
    return round(max(2 * both / (left + right), LOOSE if held else 0.0), 6)


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
    """Pairs of lines with enough words in common. The shorter of two lines has one of these among its rarest words, however they are
    chosen: of five words of which four are needed, in the two rarest."""
    lines, others = {i: a.lines[i].bag for i in sorted(left)}, {j: b.lines[j].bag for j in sorted(right)}
    mine, theirs = Counter(chain.from_iterable(lines.values())), Counter(chain.from_iterable(others.values()))
    everywhere, rarest = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for j, bag in others.items():
        for stem in bag:
            everywhere[stem].append(j)
        for stem in _rarest(bag, mine):
            rarest[stem].append(j)
    pairs = []
    for i, bag in lines.items():
        close = {j for stem in _rarest(bag, theirs) for j in everywhere[stem]}
        close.update(j for stem in bag for j in rarest.get(stem, ()))
        pairs += [(i, j) for j in close if len(bag & others[j]) >= _needed(min(len(bag), len(others[j])))]
    return pairs


def _rarest(bag: frozenset[str], others: Counter[str]) -> list[str]:
    """The rarest of those words of a line that the other side has at all, so many that no line without any of them has enough."""
    shared = sorted((stem for stem in bag if stem in others), key=lambda stem: (others[stem], stem))
    return shared[: max(0, len(shared) - _needed(len(bag)) + 1)]


def _needed(words: int) -> int:
    """In a sentence of four words one may be another."""
    return SHARED - 1 if words == SHARED else min(SHARED, words)


def _score(versions: Versions, a: Line, b: Line) -> float:
    shared = a.bag & b.bag
    common, left, right = versions.weight(shared), versions.weight(a.bag), versions.weight(b.bag)
    dice = 2 * common / (left + right)
    clear = dice >= CLEAR or (len(shared) >= SHARED and common >= COVERED * min(left, right))
    return round(dice, 6) if clear else 0.0
