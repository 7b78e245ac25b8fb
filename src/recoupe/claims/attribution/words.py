"""The words and marks of a page, and the sentences that hold one of a set of words: only there a cue can be."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import compress

import msgspec
import regex

from recoupe.claims.attribution.page import Extent, Page
from recoupe.text.lookup import Lookup, Spans, begins, placed

TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*+'?+|\p{N}++|[^\s\p{L}\p{N}]")
KEPT = 100_000
"""Pieces of text between two spaces whose words are kept."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark, in lower case."""

    start: int
    end: int
    word: str


def split(chunk: str) -> Spans:
    """The words and marks of what stands between two spaces, where each starts, where each ends.

    >>> split("l'eau,")
    (("l'", 'eau', ','), (0, 2, 5), (2, 5, 6))
    """
    found = list(TOKEN.finditer(chunk))
    return tuple(m.group() for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found)


PIECES = Lookup(split, KEPT)


def tokens(page: Page, extent: Extent) -> list[Token]:
    """The words and marks of a part of the page."""
    words, starts, ends = placed(page.lower[slice(*extent)].split(" "), PIECES)
    return [Token(extent[0] + start, extent[0] + end, word) for start, end, word in zip(starts, ends, words, strict=True)]


class Spotter:
    """Finds the sentences of a page that hold one of `words`, by one look-up for all that stands between two spaces."""

    def __init__(self, words: Collection[str]) -> None:
        def starts(chunk: str) -> tuple[int, ...]:
            return tuple(start for word, start, _ in zip(*PIECES[chunk], strict=True) if word.rstrip("'") in words)

        self._starts = Lookup(starts, KEPT)

    def sentences(self, page: Page) -> Iterator[Extent]:
        """The sentences with one of the words, in order."""
        chunks = page.lower.split(" ")
        found = list(map(self._starts.__getitem__, chunks))
        hits = [at + start for at, starts in compress(zip(begins(chunks), found, strict=True), found) for start in starts]
        return (s for s in page.sentences if bisect_left(hits, s[0]) < bisect_left(hits, s[1]))
