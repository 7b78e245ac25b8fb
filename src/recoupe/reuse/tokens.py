"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from zlib import crc32

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import ReadReport
from recoupe.reuse.stock import stock_lines
from recoupe.stage import remembered
from recoupe.text import fold, plain, stem, words

GRAM = 4
"""Words that two texts must share in a row for a common passage to begin (the best balance of 3, 4 and 5 on planted copies)."""

REFRAIN = 4
"""A run of words that one text repeats more often than this is no place to begin: it would match everywhere."""

RARE = UNLISTED - 150
"""Words in at most about one of 23 reports count as rare."""

BLANK = ""

SPREAD = 65_599
"""The multiplier of the sdbm hash."""

LARGEST = (1 << 32) - 1
"""Numbers of runs have 32 bits; whether the words are equal is looked at again."""


@dataclass(frozen=True)
class Tokens:
    """The words of one report: `folded` (blank in stock lines), `starts` and `ends` in the untouched text. `rare` are those that few
    reports use: a passage without any is stock phrasing."""

    text: str
    language: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    rare: frozenset[str]

    @cached_property
    def count(self) -> int:
        """Words that count: those not blanked."""
        return len(self.folded) - self.folded.count(BLANK)

    @cached_property
    def seeds(self) -> dict[int, list[int]]:
        """Where each run of `GRAM` words that holds a rare one stands; refrains left out."""
        found: dict[int, list[int]] = {}
        for position, (number, rare) in enumerate(self.runs(GRAM)):
            if rare > 0:
                found.setdefault(number, []).append(position)
        return {number: places for number, places in found.items() if len(places) <= REFRAIN}

    def runs(self, size: int) -> Iterable[tuple[int, int]]:
        """A number for each run of `size` words, by the position of its first, with how many of them are rare: less than none where it
        touches a stock line."""
        known = {word: crc32(word.encode("utf-8", "surrogatepass")) for word in set(self.folded)}
        numbers = codes = [known[word] for word in self.folded]
        for after in range(1, size):
            numbers = [(so_far * SPREAD + code) & LARGEST for so_far, code in zip(numbers, codes[after:], strict=False)]
        rare = [-size if word == BLANK else word in self.rare for word in self.folded]
        return zip(numbers, map(sum, zip(*(rare[i:] for i in range(size)), strict=False)), strict=False)


@remembered(4_096)
def tokens(read: ReadReport) -> Tokens:
    """The words of a report.

    Only the text counts, never how it was read: equal words are one node, whatever stands around them.
    """
    text = plain(read.report.text)
    spans = words(text)
    written = [text[a:b] for a, b in spans]
    known = {word: _folded(word) for word in set(written)}
    folded = [known[word] for word in written]
    for first, last in stock_lines(text, read.report.language, folded, spans):
        folded[first:last] = [BLANK] * (last - first)
    language = read.report.language
    rare = frozenset(same for word, same in known.items() if _is_rare(word, language))
    return Tokens(read.report.text, language, tuple(folded), tuple(a for a, _ in spans), tuple(b for _, b in spans), rare)


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return _remembered_fold(word) if len(word) < 40 else fold(word)


@lru_cache(maxsize=50_000)
def _remembered_fold(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=50_000)
def _is_rare(word: str, language: str) -> bool:
    return rarities(language).get(stem(word, language), UNLISTED) >= RARE
