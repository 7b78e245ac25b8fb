"""The words and marks of a page, and the sentences that hold one of a set of words: only there a cue can be."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Record
from recoupe.text.words import placed

PIECE = r"[\p{L}][\p{L}\p{M}]*+'?+|[\p{N}]++(?:[.,][\p{N}]++)*+|[^\s\p{L}\p{N}]"


class Token(Record, frozen=True):
    """A word or mark, in lower case."""

    start: int
    end: int
    word: str


def tokens(page: Page, extent: Extent) -> list[Token]:
    """The words and marks of a part of the page."""
    words, starts, ends = placed(PIECE, page.lower[slice(*extent)])
    moved = extent[0].__add__
    return list(map(Token, map(moved, starts), map(moved, ends), words))


class Hints:
    """Which of several lists have a word in some text, all asked by one search; the words are in lower case.

    >>> sorted(Hints({"fruit": ("pomme", "poire"), "air": ("vent",)}).of("du vent, des poires"))
    ['air', 'fruit']
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        named = defaultdict[str, set[str]](set)
        for name, words in lists.items():
            for word in words:
                named[word].add(name)
        self._named = dict(named)
        self._find = AhoCorasick(sorted(named))

    def of(self, text: str) -> set[str]:
        """The names of the lists with a word in `text`, be it a part of another word."""
        return set().union(*map(self._named.__getitem__, self._find.find_matches_as_strings(text, overlapping=True)))


class Spotter:
    """Finds the sentences of a page that hold one of `words`, by one search over the whole text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._find = AhoCorasick(sorted(words), matchkind=MatchKind.LeftmostLongest)

    def sentences(self, page: Page, apt: Callable[[str, int, int], bool] | None = None) -> Iterator[Extent]:
        """The sentences with one of the words, in order; `apt`: whether one that stands in a text from here to there is looked for."""
        text = page.lower
        found = self._find.find_matches_as_indexes(text)
        whole = [(a, b) for _, a, b in found if not (text[a - 1 : a].isalpha() or text[b : b + 1].isalpha())]
        hits = [a for a, b in whole if apt is None or apt(text, a, b)]
        return (s for s in page.sentences if bisect_left(hits, s[0]) < bisect_left(hits, s[1]))
