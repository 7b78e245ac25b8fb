"""Lists of words looked for in many texts: which of them hold a word is asked once a word, and all are found in one pass over a text."""

from collections.abc import Container, Sequence
from itertools import compress

from recoupe.text.lookup import Lookup

CACHED = 50_000
"""Words of which it is kept which lists hold them."""


class Lists:
    """All lists that have been looked for: lists of a language, never changed and none made for one text, since all are held.

    >>> lists, fruit, trees = Lists(), frozenset(("pomme",)), frozenset(("chêne", "pin"))
    >>> places = lists.places(("une", "pomme", "de", "pin"))
    >>> places.of(fruit), places.of(trees)
    ([1], [3])
    """

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}
        self.lists: list[Container[str]] = []
        self.holding = Lookup(lambda word: tuple(n for n, words in enumerate(self.lists) if word in words), CACHED)

    def places(self, words: Sequence[str]) -> "Places":
        """Where the words of each list stand in a text."""
        return Places(self, words)

    def number(self, words: Container[str]) -> int:
        """The number of a list, which is held from now on."""
        number = self.numbers.setdefault(id(words), len(self.lists))
        if number == len(self.lists):
            self.lists.append(words)
            self.holding.clear()
        return number


class Places:
    """Where the words of each list stand in one text."""

    def __init__(self, lists: Lists, words: Sequence[str]) -> None:
        self._lists, self._words = lists, words
        self._found: list[list[int]] = [[] for _ in lists.lists]
        holding = list(map(lists.holding.__getitem__, words))
        for at in compress(range(len(words)), holding):
            for number in holding[at]:
                self._found[number].append(at)

    def of(self, words: Container[str]) -> list[int]:
        """The numbers of the words of the text that are among `words`."""
        number = self._lists.number(words)
        while number >= len(self._found):  # a list that is looked for since
            new = self._lists.lists[len(self._found)]
            self._found.append([at for at, word in enumerate(self._words) if word in new])
        return self._found[number]
