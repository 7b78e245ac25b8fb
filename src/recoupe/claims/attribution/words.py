"""The words and marks of a page, and the sentences that hold one of a set of words: only there a cue can be."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import accumulate

import msgspec
import regex

from recoupe.claims.attribution.page import Extent, Page
from recoupe.text import Lookup

TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*+'?+|\p{N}++|[^\s\p{L}\p{N}]")
KEPT = 100_000
"""Pieces of text between two spaces whose words are kept."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark, in lower case."""

    start: int
    end: int
    word: str


def split(chunk: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and form of each word and mark of what stands between two spaces.

    >>> split("l'eau,")
    ((0, 2, "l'"), (2, 5, 'eau'), (5, 6, ','))
    """
    return tuple((*m.span(), m.group()) for m in TOKEN.finditer(chunk))


PIECES = Lookup(split, KEPT)


def tokens(page: Page, extent: Extent) -> list[Token]:
    """The words and marks of a part of the page."""
    found, at = list[Token](), extent[0]
    for chunk in page.lower[slice(*extent)].split(" "):
        found += [Token(at + start, at + end, word) for start, end, word in PIECES[chunk]]
        at += len(chunk) + 1
    return found


class Spotter:
    """Finds the sentences of a page that hold one of `words`, by one look-up for all that stands between two spaces."""

    def __init__(self, words: Collection[str]) -> None:
        self._starts = Lookup(lambda chunk: tuple(start for start, _, word in PIECES[chunk] if word.rstrip("'") in words), KEPT)

    def sentences(self, page: Page) -> Iterator[Extent]:
        """The sentences with one of the words, in order."""
        chunks = page.lower.split(" ")
        begins = accumulate((len(chunk) + 1 for chunk in chunks), initial=0)
        hits = [at + start for at, starts in zip(begins, map(self._starts.__getitem__, chunks), strict=False) for start in starts]
        return (s for s in page.sentences if bisect_left(hits, s[0]) < bisect_left(hits, s[1]))
