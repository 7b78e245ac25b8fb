"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, compress
from operator import itemgetter
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

import msgspec

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import ReadReport
from recoupe.reuse.stock import holds_stock, phrases, stock_lines
from recoupe.stage import remembered
from recoupe.text import Lookup, fold, plain, stem, stopwords
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

ONE = (1).to_bytes(LANE // 8, "little")

STOCK = 16
"""What a word in a stock line counts among rare ones: more than any run has words."""


def ones(many: int) -> int:
    """`many` lanes of one: a number of which each `LANE` bits are a number of their own, so that all are added or compared at once.

    >>> read_lanes(3 * ones(2) + (5 << LANE), 2, 2)
    (3, 8)
    """
    return int.from_bytes(ONE * many, "little")


def read_lanes(lanes: int, count: int, many: int) -> tuple[int, ...]:
    """The first `count` of `many` lanes."""
    return unpack(f"<{count}Q", lanes.to_bytes(LANE // 8 * many, "little")[: LANE // 8 * count])


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
    def seeds(self) -> Mapping[int, int | tuple[int, ...]]:
        """Where each run of `GRAM` words that holds a rare one stands, or all places where it stands several times; refrains left out.

        >>> [*Sketch(pack("<6I", 7, 8, 9, 5, 7, 8), bytes([0, 1, 0, 0, 0, 1])).seeds.values()]
        [0, 1, 2]
        >>> [*Sketch(pack("<6I", 7, 7, 7, 7, 7, 8), bytes([1, 1, 0, 0, 0, 1])).seeds.values()]
        [(0, 1), 2]
        """
        telling = self.telling(GRAM, 1)
        at, numbers = [*compress(range(len(telling)), telling)], [*compress(self.runs(GRAM), telling)]
        found: dict[int, int | tuple[int, ...]] = dict(zip(numbers, at, strict=True))  # the last place of each
        if len(found) == len(at):
            return found
        several = {number for number, times in Counter(numbers).items() if times > 1}
        for number in several:
            found[number] = tuple(place for one, place in zip(numbers, at, strict=True) if one == number)
        return {number: places for number, places in found.items() if isinstance(places, int) or len(places) <= REFRAIN}

    def runs(self, size: int) -> tuple[int, ...]:
        """A number for each run of `size` words, by the position of its first.

        >>> Sketch(pack("<5I", 1, 0, 0, 0, 1), bytes(5)).runs(4) == (SPREAD**3 & LARGEST, 1)
        True
        """
        many = len(self.flags)
        return read_lanes(self.run_lanes(size), max(0, many - size + 1), many)

    def run_lanes(self, size: int) -> int:
        """The same, as `lanes`; of no meaning in the last ones, where no run begins."""
        many = len(self.flags)
        wide = bytearray(LANE // 8 * many)
        memoryview(wide).cast("I")[::2] = memoryview(self.packed).cast("I")
        words = numbers = int.from_bytes(wide, "little")  # many lanes, no loop over words
        mask = ones(many) * LARGEST
        for after in range(1, size):
            numbers = numbers * SPREAD + (words >> LANE * after) & mask
        return numbers

    def telling(self, size: int, rare: int) -> bytes:
        """For each run of `size` words 1 where at least `rare` of them are rare and none stands in a stock line, else 0.

        >>> list(Sketch(pack("<5I", 1, 2, 3, BLANK, 4), bytes([1, 0, 1, 0, 1])).telling(2, 1))
        [1, 1, 0, 0]
        """
        flags = self.flags
        if bytes(4) in self.packed and BLANK in self.codes:
            flags = bytes(flag if code != BLANK else STOCK for code, flag in zip(self.codes, flags, strict=True))
        number = int.from_bytes(flags, "little")  # all sums at once: no byte of them overflows
        sums = sum(number >> 8 * i for i in range(size)).to_bytes(len(flags) + 1, "little")
        return sums[: max(0, len(flags) - size + 1)].translate(bytes(rare <= n < STOCK for n in range(256)))


class Layout(NamedTuple):
    """A sketch unfolded, some 100 kB: `seeds` say where each run of `GRAM` words stands, `rare` which words few reports use, `words` how
    many are not in stock lines."""

    codes: tuple[int, ...]
    seeds: Mapping[int, int | tuple[int, ...]]
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
    text, language, made = plain(read.report.text), read.report.language, sketch(read)
    folded, spans = _folded(text, language), words(text)
    if bytes(4) in made.packed:
        folded = [word if code != BLANK else "" for word, code in zip(folded, made.codes, strict=True)]
    starts, ends = array("I", map(itemgetter(0), spans)), array("I", map(itemgetter(1), spans))
    return Tokens(read.report.text, language, tuple(folded), starts, ends, made)


@remembered(4096)
def sketch(read: ReadReport) -> Sketch:
    """The words of a report, as far as finding what two have in common needs them."""
    text, language = plain(read.report.text), read.report.language
    made = b"".join(map(_pieces(language).__getitem__, text.split()))
    numbers = memoryview(made).cast("I")[::2]
    codes = numbers.tolist()
    folded = () if _stock_words(language).isdisjoint(codes) else _folded(text, language)
    if not folded or not holds_stock(folded, language):
        return Sketch(numbers.tobytes(), made[4::8])
    for first, last in stock_lines(text, language, folded, words(text)):
        codes[first:last] = [BLANK] * (last - first)
    return Sketch(pack(f"<{len(codes)}I", *codes), bytes(flag and code != BLANK for flag, code in zip(made[4::8], codes, strict=True)))


def _folded(text: str, language: str) -> list[str]:
    """The words of a text, folded."""
    return [*chain.from_iterable(map(_foldings(language).__getitem__, text.split()))]


class Word(NamedTuple):
    """A word folded, its number, and whether few reports use it."""

    folded: str
    code: int
    rare: bool


WORDS, PIECES = 50_000, 200_000
"""Of how many words, and pieces of text between white space, is kept what they are."""


def _word(language: str, word: str) -> Word:
    """A word of a text.

    >>> _word("fr", "Évacués").folded
    'evacues'
    """
    folded = fold(word)
    rare = word.casefold() not in stopwords(language) and rarities(language).get(stem(word, language), UNLISTED) >= RARE
    return Word(folded, number(folded), rare and bool(folded))


@cache
def _known(language: str) -> Lookup[Word]:
    return Lookup(partial(_word, language), WORDS)


def _in_piece(language: str, piece: str) -> list[Word]:
    """The words of what stands between white space ("d'Orsac,"): such pieces are mostly known, and no pattern runs over the text."""
    known = _known(language)
    return [known[piece[a:b]] for a, b in words(piece)]


@cache
def _pieces(language: str) -> Lookup[bytes]:
    """Of each word of a piece its number, and whether it is rare, four bytes each."""
    return Lookup(lambda piece: b"".join(pack("<2I", word.code, word.rare) for word in _in_piece(language, piece)), PIECES)


@cache
def _foldings(language: str) -> Lookup[tuple[str, ...]]:
    return Lookup(lambda piece: tuple(word.folded for word in _in_piece(language, piece)), PIECES)


@cache
def _stock_words(language: str) -> frozenset[int]:
    """Numbers of words of which each stock line holds one: the rarest of each phrase."""
    known = rarities(language)
    rows = (phrase.split() for phrase in phrases(language))
    return frozenset(number(max(row, key=lambda word: (known.get(stem(word, language), UNLISTED), word))) for row in rows)


def number(folded: str) -> int:
    """The number of a word; `BLANK` for none.

    >>> number("") == BLANK != number("crue")
    True
    """
    return (crc32(folded.encode("utf-8", "surrogatepass")) or 1) if folded else BLANK
