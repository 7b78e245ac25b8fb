"""Forms: texts of different days that share their wording and differ in what they say, as a daily communiqué does.

Such texts have passages in common and nothing else: neither rests on the other, and they are no versions of one text.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from recoupe.model import Report
from recoupe.reuse.chains import Chain
from recoupe.reuse.direction import moments
from recoupe.reuse.tokens import Tokens

FEW, TIMES = 4, 3
"""From so many numbers on that stand in one place and differ, and so many times those that are the same, two texts are one form."""

NAMES = 2
"""The same for numbers and names together, so many times, from this many numbers on: another town, other people."""

SAME_NEWS = timedelta(hours=12)
"""Texts published within so much are taken for versions, however many numbers were brought up to date."""


class Filled(NamedTuple):
    """Numbers, and names, that two texts have in one place of what they share: the same ones and others."""

    same: int = 0
    others: int = 0
    same_names: int = 0
    other_names: int = 0


def one_form(found: Sequence[Chain], a: Report, b: Report, x: Tokens, y: Tokens) -> bool:
    """Whether the passages of two reports are a form that was filled in twice."""
    if any(abs(p - q) < SAME_NEWS for p in moments(a) for q in moments(b)):
        return False
    if not any(p.a + p.size < q.a and p.b + p.size < q.b for chain in found for p, q in pairwise(chain)):
        return False  # nothing was filled in
    filled = _filled(found, x, y)
    if filled.others >= FEW and filled.others >= TIMES * filled.same:
        return True
    return filled.others >= NAMES and filled.others + filled.other_names >= NAMES * (filled.same + filled.same_names)


def _filled(found: Iterable[Chain], x: Tokens, y: Tokens) -> Filled:
    total = Filled()
    for chain in found:
        common = [block.a + i for block in chain for i in range(block.size)]
        gaps = [((p.a + p.size, q.a), (p.b + p.size, q.b)) for p, q in pairwise(chain)]
        others = [[min(_numbers(range(*i), x), _numbers(range(*j), y)), min(_names(range(*i), x), _names(range(*j), y))] for i, j in gaps]
        counted = (_numbers(common, x), sum(n for n, _ in others), _names(common, x), sum(n for _, n in others))
        total = Filled(*map(sum, zip(total, counted, strict=True)))
    return total


def _numbers(words: Iterable[int], of: Tokens) -> int:
    return sum(of.folded[word][:1].isdigit() for word in words)


def _names(words: Iterable[int], of: Tokens) -> int:
    """Words with a capital that do not open a sentence or line."""
    return sum(of.text[of.starts[word]].isupper() and not _opens(word, of) for word in words)


def _opens(word: int, of: Tokens) -> bool:
    return word == 0 or any(c in ".!?…\n" for c in of.text[of.ends[word - 1] : of.starts[word]])
