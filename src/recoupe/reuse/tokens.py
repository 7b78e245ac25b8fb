"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress
from struct import pack, unpack
from zlib import crc32

import msgspec

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

BLANK = 0
"""The number of a word in a stock line."""

SPREAD = 65_599
"""The multiplier of the sdbm hash."""

LARGEST = (1 << 32) - 1
"""Numbers of runs have 32 bits; whether the words are equal is looked at again."""


class Sketch(msgspec.Struct, frozen=True, dict=True):
    """The words of a report as numbers, four bytes each, 0 in stock lines; with a byte each that says whether few reports use the word: a
    passage without any such is stock phrasing."""

    packed: bytes
    flags: bytes

    @cached_property
    def codes(self) -> tuple[int, ...]:
        """The words, in order."""
        return unpack(f"<{len(self.packed) // 4}I", self.packed)

    @cached_property
    def rare(self) -> frozenset[int]:
        """The words that few reports use."""
        return frozenset(compress(self.codes, self.flags))

    @cached_property
    def count(self) -> int:
        """Words that count: those not blanked."""
        return len(self.codes) - self.codes.count(BLANK)

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
        numbers: Sequence[int] = self.codes
        for after in range(1, size):
            numbers = [(so_far * SPREAD + code) & LARGEST for so_far, code in zip(numbers, self.codes[after:], strict=False)]
        rare = [flag if code != BLANK else -size for code, flag in zip(self.codes, self.flags, strict=True)]
        return zip(numbers, map(sum, zip(*(rare[i:] for i in range(size)), strict=False)), strict=False)


@dataclass(frozen=True)
class Tokens:
    """The words of one report: `folded` (empty in stock lines), `starts` and `ends` in the untouched text."""

    text: str
    language: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sketch: Sketch


@remembered(512)
def tokens(read: ReadReport) -> Tokens:
    """The words of a report.

    Only the text counts, never how it was read: equal words are one node, whatever stands around them.
    """
    text, language = plain(read.report.text), read.report.language
    spans = words(text)
    written = [text[a:b] for a, b in spans]
    known = {word: _folded(word) for word in set(written)}
    folded = [known[word] for word in written]
    for first, last in stock_lines(text, language, folded, spans):
        folded[first:last] = [""] * (last - first)
    rare = {same for word, same in known.items() if _is_rare(word, language)}
    codes = {same: crc32(same.encode("utf-8", "surrogatepass")) or 1 for same in known.values()} | {"": BLANK}
    packed = pack(f"<{len(folded)}I", *[codes[word] for word in folded])
    made = Sketch(packed, bytes([word in rare for word in folded]))
    return Tokens(read.report.text, language, tuple(folded), tuple(a for a, _ in spans), tuple(b for _, b in spans), made)


def sketch(read: ReadReport) -> Sketch:
    """The words of a report, as far as finding what two have in common needs them."""
    return tokens(read).sketch


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
