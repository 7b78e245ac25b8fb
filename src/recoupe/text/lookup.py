"""A pure function of a word as a dictionary that fills itself: `map` then looks up all words of a text without one call of Python each."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import regex

T = TypeVar("T")

LONGEST = 40
"""Characters of a word that is worth keeping; longer ones are no words."""


class Lookup(dict[str, T]):
    """What `function` says of each word, kept for `size` words at most; then it begins anew.

    >>> lengths = Lookup(len, 1000)
    >>> list(map(lengths.__getitem__, ("le", "pont", "le")))
    [2, 4, 2]
    """

    __slots__ = ("function", "size")

    def __init__(self, function: Callable[[str], T], size: int) -> None:
        super().__init__()
        self.function, self.size = function, size

    def __missing__(self, word: str) -> T:
        found = self.function(word)
        if len(word) <= LONGEST:
            if len(self) >= self.size:
                self.clear()
            self[word] = found
        return found


Spans = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]
"""The words of a piece of text, where each starts, where each ends."""


def cut(pattern: "regex.Pattern[str]", chunk: str) -> Spans:
    r"""The words that `pattern` finds in a piece of text, with their offsets in it. What is all letters is one word.

    >>> cut(regex.compile(r"\p{L}++'?|,"), "l'eau,")
    (("l'", 'eau', ','), (0, 2, 5), (2, 5, 6))
    """
    if chunk.isalpha():  # as most are
        return (chunk,), (0,), (len(chunk),)
    found = list(pattern.finditer(chunk))
    return tuple(m.group() for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found)


def placed(chunks: Sequence[str], known: Lookup[Spans]) -> Spans:
    """The words of a text that was split at its spaces, with their offsets in the text.

    >>> placed(["a", "bb,", "c"], Lookup(lambda chunk: ((chunk.strip(","),), (0,), (len(chunk.strip(",")),)), 9))
    (('a', 'bb', 'c'), (0, 2, 6), (1, 4, 7))
    """
    words, starts, ends, at = list[str](), list[int](), list[int](), 0
    for chunk, (forms, first, last) in zip(chunks, map(known.__getitem__, chunks), strict=True):
        words += forms
        for start in first:  # most are one word: a list for each would cost more
            starts.append(at + start)
        for end in last:
            ends.append(at + end)
        at += len(chunk) + 1
    return tuple(words), tuple(starts), tuple(ends)
