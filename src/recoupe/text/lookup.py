"""A pure function of a word as a dictionary that fills itself: `map` then looks up all words of a text without one call of Python each."""

from collections.abc import Callable, Sequence
from itertools import accumulate, chain, repeat
from operator import add
from typing import TypeVar

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


def placed(chunks: Sequence[str], known: Lookup[Spans]) -> Spans:
    """The words of a text that was split at its spaces, with their offsets in the text.

    >>> placed(["a", "bb,", "c"], Lookup(lambda chunk: ((chunk.strip(","),), (0,), (len(chunk.strip(",")),)), 9))
    (('a', 'bb', 'c'), (0, 2, 6), (1, 4, 7))
    """
    words, starts, ends = zip(*map(known.__getitem__, chunks), strict=True)
    at = list(chain.from_iterable(map(repeat, begins(chunks), map(len, words))))
    return (
        tuple(chain.from_iterable(words)),
        tuple(map(add, at, chain.from_iterable(starts))),
        tuple(map(add, at, chain.from_iterable(ends))),
    )


def begins(chunks: Sequence[str]) -> list[int]:
    """Where each of `chunks` begins in the text that was split at its spaces.

    >>> begins("a bb c".split(" "))
    [0, 2, 5]
    """
    return list(map(add, accumulate(map(len, chunks[:-1]), initial=0), range(len(chunks))))
