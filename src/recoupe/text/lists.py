"""Lists of words looked for in many texts: all are found in one pass over a text, by which of them hold each word."""

from collections.abc import Collection, Mapping, Sequence
from itertools import compress
from threading import Lock
from typing import NamedTuple


class Known(NamedTuple):
    """Lists that have been looked for, and the numbers of those that hold each word."""

    lists: tuple[Collection[str], ...] = ()
    holding: Mapping[str, tuple[int, ...]] = {}

    def more(self, words: Collection[str]) -> "Known":
        """These, and one more list."""
        number = (len(self.lists),)
        return Known((*self.lists, words), {**self.holding, **{word: self.holding.get(word, ()) + number for word in words}})


class Lists:
    """All lists that have been looked for: lists of a language, never changed and none made for one text, since all are held. Several
    threads may share them.

    >>> lists, fruit, trees = Lists(), frozenset(("pomme",)), frozenset(("chêne", "pin"))
    >>> places = lists.places(("une", "pomme", "de", "pin"))
    >>> places.of(fruit), places.of(trees)
    ([1], [3])
    """

    def __init__(self) -> None:
        self.known = Known()
        self._numbers: dict[int, int] = {}
        self._lock = Lock()

    def places(self, words: Sequence[str]) -> "Places":
        """Where the words of each list stand in a text."""
        return Places(self, words)

    def number(self, words: Collection[str]) -> int:
        """The number of a list, which is held from now on."""
        number = self._numbers.get(id(words))
        return self._held(words) if number is None else number

    def _held(self, words: Collection[str]) -> int:
        with self._lock:
            if id(words) not in self._numbers:
                self.known = self.known.more(words)  # first, so that who reads the number finds the list
                self._numbers[id(words)] = len(self.known.lists) - 1
            return self._numbers[id(words)]


class Places:
    """Where the words of each list stand in one text."""

    def __init__(self, lists: Lists, words: Sequence[str]) -> None:
        self._lists, self._words = lists, words
        known = lists.known
        self._found: list[list[int]] = [[] for _ in known.lists]
        holding = list(map(known.holding.get, words))
        for at in compress(range(len(words)), holding):
            for number in holding[at] or ():
                self._found[number].append(at)

    def of(self, words: Collection[str]) -> list[int]:
        """The numbers of the words of the text that are among `words`."""
        number = self._lists.number(words)
        while number >= len(self._found):  # a list that is looked for since
            new = self._lists.known.lists[len(self._found)]
            self._found.append([at for at, word in enumerate(self._words) if word in new])
        return self._found[number]
