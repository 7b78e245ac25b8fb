"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, compress
from operator import ne
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

import msgspec

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import ReadReport, Report
from recoupe.reuse.stock import holds_stock, phrases, stock_lines
from recoupe.stage import remembered
from recoupe.text import Lookup, fold, plain, stem, stopwords
from recoupe.text.sentences import sentences
from recoupe.text.words import bounds, split

CUT = r"[\p{L}\p{M}]++(?:-[\p{L}\p{M}]++)*+|[\p{N}]++"
"""A word, or a group of figures: what is "4.000" to one typesetter is "4 000" to the next."""

NOUGHTS = "000"
"""Stands in every round number."""

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

LARGEST = (1 << 40) - 1
"""Numbers of runs have 40 bits, so that of the hundred of a report hardly one is by chance that of other words among a million reports (of
32 bits three are); whether the words are equal is looked at again."""

LANE = 64
"""Bits in which a number of 40 bits can be multiplied by `SPREAD`, and another added."""

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
    def words(self) -> int:
        """How many words are not in stock lines.

        >>> Sketch(pack("<3I", 7, BLANK, 9), bytes(3)).words
        2
        """
        return len(self.flags) - (self.codes.count(BLANK) if bytes(4) in self.packed else 0)

    @property
    def rare(self) -> frozenset[int]:
        """The words that few reports use."""
        return frozenset(compress(self.codes, self.flags))

    @property
    def seeds(self) -> tuple[Mapping[int, int], Mapping[int, tuple[int, ...]]]:
        """Where each run of `GRAM` words that holds a rare one stands; of those that stand several times all places, refrains left out.

        >>> once, several = Sketch(pack("<6I", 7, 8, 9, 5, 7, 8), bytes([0, 1, 0, 0, 0, 1])).seeds
        >>> [*once.values()], [*several.values()]
        ([0, 1, 2], [])
        >>> once, several = Sketch(pack("<6I", 7, 7, 7, 7, 7, 8), bytes([1, 1, 0, 0, 0, 1])).seeds
        >>> [*once.values()], [*several.values()]
        ([2], [(0, 1)])
        """
        telling = self.telling(GRAM, 1)
        at, numbers = [*compress(range(len(telling)), telling)], [*compress(self.runs(GRAM), telling)]
        once = dict(zip(numbers, at, strict=True))  # the last place of each
        if len(once) == len(at):
            return once, {}
        several = defaultdict[int, list[int]](list)
        for number, place in compress(zip(numbers, at, strict=True), map(ne, map(once.__getitem__, numbers), at)):
            several[number].append(place)
        found = {number: (*places, once.pop(number)) for number, places in several.items()}
        return once, {number: places for number, places in found.items() if len(places) <= REFRAIN}

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
        return sums[: max(0, len(flags) - size + 1)].translate(_enough(rare))


@cache
def _enough(rare: int) -> bytes:
    """1 for each sum of so many rare words at least and no stock, else 0."""
    return bytes(rare <= n < STOCK for n in range(256))


class Layout(NamedTuple):
    """A sketch unfolded, some 100 kB: `once` and `several` say where each run of `GRAM` words stands, `rare` which words few reports use,
    `words` how many are not in stock lines."""

    packed: bytes
    codes: tuple[int, ...]
    once: Mapping[int, int]
    several: Mapping[int, tuple[int, ...]]
    rare: frozenset[int]
    words: int


@remembered(512)
def layout(of: Sketch) -> Layout:
    """What scoring needs of a sketch.

    >>> layout(Sketch(pack("<5I", 7, 8, BLANK, 9, 5), bytes([0, 1, 0, 0, 1])))[-2:]
    (frozenset({8, 5}), 4)
    """
    codes = of.codes
    return Layout(of.packed, codes, *of.seeds, of.rare, of.words)


@dataclass(frozen=True)
class Tokens:
    """The words of one report: `starts` and `ends` in the untouched text."""

    text: str
    language: str
    starts: Sequence[int]
    ends: Sequence[int]
    sketch: Sketch

    @cached_property
    def folded(self) -> Sequence[str]:
        """The words, folded; empty in stock lines."""
        found = _folded(plain(self.text))
        if bytes(4) not in self.sketch.packed:
            return found
        return [word if code != BLANK else "" for word, code in zip(found, self.sketch.codes, strict=True)]


class Lines(NamedTuple):
    """The sentences of a report, start and end of each, and the first word of each."""

    spans: tuple[tuple[int, int], ...]
    firsts: list[int]


def tokens(read: ReadReport) -> Tokens:
    """The words of a report.

    Only the text counts, never how it was read: equal words are one node, whatever stands around them.
    """
    return _tokens(read.report)


@remembered(4096)  # some 12 kB each; linking, comparing and rewrites ask for them in turn
def _tokens(report: Report) -> Tokens:
    at = array("I", bounds(plain(report.text), CUT))
    return Tokens(report.text, report.language, at[::2], at[1::2], _sketch(report))


def lines(read: ReadReport) -> Lines:
    """The sentences of a report, by its text alone."""
    return _lines(read.report)


@remembered(512)
def _lines(report: Report) -> Lines:
    spans, starts = sentences(plain(report.text)), _tokens(report).starts
    return Lines(spans, [bisect_left(starts, start) for start, _ in spans])


def sketch(read: ReadReport) -> Sketch:
    """The words of a report, as far as finding what two have in common needs them."""
    return _sketch(read.report)


@remembered(4096)
def _sketch(report: Report) -> Sketch:
    text, language = plain(report.text), report.language
    made = b"".join(map(_packed(language).__getitem__, _split(text)))
    numbers, flags = memoryview(made).cast("I")[::2], made[4::8]
    codes = numbers.tolist()
    folded = _folded(text) if _may_hold_stock(codes, language) else []
    if not folded or not holds_stock(folded, language):
        return Sketch(numbers.tobytes(), flags)
    at = bounds(text, CUT)
    for first, last in stock_lines(text, language, folded, list(zip(at[::2], at[1::2], strict=True))):
        codes[first:last] = [BLANK] * (last - first)
    return Sketch(pack(f"<{len(codes)}I", *codes), bytes(flag and code != BLANK for flag, code in zip(flags, codes, strict=True)))


PIECES = 200_000
"""Of how many pieces of text is kept what they are."""

MARKS = ".,;:!?)»"
"""What stands behind a word without white space between."""


def _split(text: str) -> list[str]:
    """What stands between white space: such pieces are mostly known, and no pattern runs over the text."""
    return text.replace(", ", " ").replace(". ", " ").split()  # most marks go first, so that a word is one piece wherever it stands


def _in_piece(piece: str) -> list[str]:
    """The words of what stands between white space.

    >>> _in_piece("d'Orsac,"), _in_piece("12.000-là"), _in_piece("«")
    (['d', 'Orsac'], ['12', '000', 'là'], [])
    """
    bare = piece.rstrip(MARKS)
    if bare.isalpha():  # as most are
        return [bare]
    before, _, after = bare.partition("'")
    if before.isalpha() and after.isalpha():
        return [before, after]
    return split(CUT, piece)[1::2]


def _folded(text: str) -> list[str]:
    """The words of a text, folded."""
    return [*chain.from_iterable(map(FOLDED.__getitem__, _split(text)))]


FOLDED = Lookup[tuple[str, ...]](lambda piece: tuple(map(fold, _in_piece(piece))), PIECES)
"""The words of a piece, folded."""


@cache
def _packed(language: str) -> Lookup[bytes]:
    """Of each word of a piece its number, and whether few reports use it, four bytes each."""
    small, known = stopwords(language), rarities(language)

    def packed(piece: str) -> bytes:
        found = b""
        for word in _in_piece(piece):
            code = number(fold(word))
            rare = code != BLANK and word != NOUGHTS and word.casefold() not in small and known.get(stem(word, language), UNLISTED) >= RARE
            found += pack("<2I", code, rare)
        return found

    return Lookup(packed, PIECES)


def _may_hold_stock(codes: Sequence[int], language: str) -> bool:
    """Whether all words of a phrase of a stock line are among those with these numbers."""
    rarest = _stock_words(language)
    if rarest.keys().isdisjoint(codes):
        return False
    given = set(codes)
    return any(given.issuperset(phrase) for word in given.intersection(rarest) for phrase in rarest[word])


@cache
def _stock_words(language: str) -> Mapping[int, list[list[int]]]:
    """Numbers of words of which each stock line holds one, the rarest of a phrase, with those of the whole phrases."""
    known, found = rarities(language), defaultdict[int, list[list[int]]](list)
    for row in (phrase.split() for phrase in phrases(language)):
        rarest = max(row, key=lambda word: (known.get(stem(word, language), UNLISTED), word))
        found[number(rarest)].append([*map(number, row)])
    return found


def number(folded: str) -> int:
    """The number of a word; `BLANK` for none.

    >>> number("") == BLANK != number("crue")
    True
    """
    return (crc32(folded.encode("utf-8", "surrogatepass")) or 1) if folded else BLANK
