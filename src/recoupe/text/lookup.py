"""A pure function of a word as a dictionary that fills itself: `map` then looks up all words of a text without one call of Python each."""

from collections.abc import Callable
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
