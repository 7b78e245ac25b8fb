"""A report as the words that a copy would share: folded, in order, with their places; stock lines blanked."""

from collections import Counter
from collections.abc import Iterator
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
    def hashes(self) -> tuple[int, ...]:
        """A number for each run of `GRAM` words, by the position of its first; -1 where it touches a stock line."""
        return tuple(_hashes(self.folded))

    @cached_property
    def telling(self) -> tuple[int, ...]:
        """`hashes`, with -1 also for runs of common words only: they are in every text."""
        holds = [False] * (len(self.folded) + GRAM)
        for i, word in enumerate(self.folded):
            if word in self.rare:
                holds[max(0, i - GRAM + 1) : i + 1] = [True] * min(GRAM, i + 1)
        return tuple(number if holds[i] else -1 for i, number in enumerate(self.hashes))

    @cached_property
    def seeds(self) -> dict[int, tuple[int, ...]]:
        """Where each telling run of `GRAM` words stands; refrains left out."""
        found: dict[int, tuple[int, ...]] = {number: (position,) for position, number in enumerate(self.telling)}
        if len(found) < len(self.telling):
            again = Counter(self.telling)
            places: dict[int, list[int]] = {number: [] for number, n in again.items() if 1 < n <= REFRAIN}
            for position, number in enumerate(self.telling):
                if number in places:
                    places[number].append(position)
            found = {n: at for n, at in found.items() if again[n] <= REFRAIN} | {n: tuple(at) for n, at in places.items()}
        found.pop(-1, None)
        return found


@remembered(20_000)
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


def _hashes(folded: tuple[str, ...]) -> Iterator[int]:
    coded = [word.encode("utf-8", "surrogatepass") for word in folded]
    blanks = {i for i, word in enumerate(folded) if word == BLANK}
    for position in range(len(folded) - GRAM + 1):
        touched = blanks and not blanks.isdisjoint(range(position, position + GRAM))
        yield -1 if touched else crc32(b" ".join(coded[position : position + GRAM]))
