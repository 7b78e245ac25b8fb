"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

import msgspec

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import ReadReport
from recoupe.reuse.stock import stock_lines
from recoupe.stage import remembered
from recoupe.text import fold, plain, stem, stopwords
from recoupe.text.words import words

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

LANE = 64
"""Bits in which a number of 32 bits can be multiplied by `SPREAD`, and another added."""

STOCK = 16
"""What a word in a stock line counts among rare ones: more than any run has words."""


class Sketch(msgspec.Struct, frozen=True):
    """The words of a report as numbers, four bytes each, 0 in stock lines; with a byte each that says whether few reports use the word: a
    passage without any such is stock phrasing. Kept as it is stored, since many are: what scoring unfolds of it is a `Layout`."""

    packed: bytes
    flags: bytes

    @property
    def codes(self) -> tuple[int, ...]:
        """The words, in order."""
        return unpack(f"<{len(self.packed) // 4}I", self.packed)

    @property
    def seeds(self) -> dict[int, tuple[int, ...]]:
        """Where each run of `GRAM` words that holds a rare one stands; refrains left out.

        >>> Sketch(pack("<6I", 7, 8, 9, 5, 7, 8), bytes([0, 1, 0, 0, 0, 1])).seeds.values()
        dict_values([(0,), (1,), (2,)])
        """
        telling = self.telling(GRAM, 1)
        at, numbers = [*compress(range(len(telling)), telling)], [*compress(self.runs(GRAM), telling)]
        found: dict[int, tuple[int, ...]] = dict(zip(numbers, zip(at), strict=True))  # the last place of each
        if len(found) == len(at):
            return found
        for number, place in reversed([*zip(numbers, at, strict=True)]):
            if found[number][0] > place and len(found[number]) <= REFRAIN:
                found[number] = (place, *found[number])
        return {number: places for number, places in found.items() if len(places) <= REFRAIN}

    def runs(self, size: int) -> tuple[int, ...]:
        """A number for each run of `size` words, by the position of its first.

        >>> Sketch(pack("<5I", 1, 0, 0, 0, 1), bytes(5)).runs(4) == (SPREAD**3 & LARGEST, 1)
        True
        """
        codes = self.codes
        many = max(0, len(codes) - size + 1)
        words = numbers = int.from_bytes(pack(f"<{len(codes)}Q", *codes), "little")  # many lanes, no loop over words
        lanes = int.from_bytes(pack("<Q", LARGEST) * len(codes), "little")
        for after in range(1, size):
            numbers = numbers * SPREAD + (words >> LANE * after) & lanes
        return unpack(f"<{many}Q", numbers.to_bytes(LANE // 8 * len(codes), "little")[: LANE // 8 * many])

    def telling(self, size: int, rare: int) -> bytes:
        """For each run of `size` words 1 where at least `rare` of them are rare and none stands in a stock line, else 0.

        >>> list(Sketch(pack("<5I", 1, 2, 3, BLANK, 4), bytes([1, 0, 1, 0, 1])).telling(2, 1))
        [1, 1, 0, 0]
        """
        flags, codes = self.flags, self.codes
        if BLANK in codes:
            flags = bytes(flag if code != BLANK else STOCK for code, flag in zip(codes, flags, strict=True))
        number = int.from_bytes(flags, "little")  # all sums at once: no byte of them overflows
        sums = sum(number >> 8 * i for i in range(size)).to_bytes(len(flags) + 1, "little")
        return sums[: max(0, len(flags) - size + 1)].translate(bytes(rare <= n < STOCK for n in range(256)))


class Layout(NamedTuple):
    """A sketch unfolded, some 100 kB: `seeds` say where each run of `GRAM` words stands, `rare` which words few reports use, `words` how
    many are not in stock lines."""

    codes: tuple[int, ...]
    seeds: Mapping[int, tuple[int, ...]]
    rare: frozenset[int]
    words: int


@remembered(512)
def layout(of: Sketch) -> Layout:
    """What scoring needs of a sketch.

    >>> layout(Sketch(pack("<5I", 7, 8, BLANK, 9, 5), bytes([0, 1, 0, 0, 1])))[2:]
    (frozenset({8, 5}), 4)
    """
    codes = of.codes
    return Layout(codes, of.seeds, frozenset(compress(codes, of.flags)), len(codes) - codes.count(BLANK))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one report: `folded` (empty in stock lines), `starts` and `ends` in the untouched text."""

    text: str
    language: str
    folded: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    sketch: Sketch


@remembered(4096)  # some 12 kB each; linking, comparing and rewrites ask for them in turn
def tokens(read: ReadReport) -> Tokens:
    """The words of a report.

    Only the text counts, never how it was read: equal words are one node, whatever stands around them.
    """
    text, language = plain(read.report.text), read.report.language
    spans, table = words(text), _table(language)
    known = [table[text[a:b]] for a, b in spans]
    folded, codes = [word.folded for word in known], [word.code for word in known]
    for first, last in stock_lines(text, language, folded, spans):
        folded[first:last], codes[first:last] = [""] * (last - first), [BLANK] * (last - first)
    rare = {word.folded for word in known if word.rare}  # in one of its spellings
    made = Sketch(pack(f"<{len(codes)}I", *codes), bytes(map(rare.__contains__, folded)))
    starts, ends = array("I", [a for a, _ in spans]), array("I", [b for _, b in spans])
    return Tokens(read.report.text, language, tuple(folded), starts, ends, made)


def sketch(read: ReadReport) -> Sketch:
    """The words of a report, as far as finding what two have in common needs them."""
    return tokens(read).sketch


class Word(NamedTuple):
    """A word folded, its number, and whether few reports use it."""

    folded: str
    code: int
    rare: bool


class Table(dict[str, Word]):
    """The words of a language that have been met; all are forgotten when there are too many.

    >>> Table("fr")["Évacués"].folded
    'evacues'
    """

    ROOM = 50_000
    LONG = 40  # longer words are not remembered: they are addresses, and each comes once

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> Word:
        folded = fold(word)
        rare = word.casefold() not in stopwords(self.language) and rarities(self.language).get(stem(word, self.language), UNLISTED) >= RARE
        found = Word(folded, (crc32(folded.encode("utf-8", "surrogatepass")) or 1) if folded else BLANK, rare and bool(folded))
        if len(word) < self.LONG:
            if len(self) >= self.ROOM:
                self.clear()
            self[word] = found
        return found


_table = cache(Table)
