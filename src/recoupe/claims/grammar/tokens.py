"""The words of a text as the claims stage reads them: offsets, form without case."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from recoupe.text import Lists
from recoupe.text.words import placed

WORD = r"[\p{L}\p{M}\p{N}]++(?:(?:-[\p{L}\p{M}\p{N}]|[.,][\p{N}])[\p{L}\p{M}\p{N}]*+)*+|%"
LISTS = Lists()


@dataclass(frozen=True)
class Tokens:
    """All words of a text, column by column: `forms[i]` stands at `text[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    @cached_property
    def gap(self) -> Callable[[int], str]:
        """What stands between word `i - 1` and word `i`, asked with `i`: asked so often that all are cut out at once."""
        return tuple([self.text[end:start] for end, start in zip((0, *self.ends), self.starts, strict=False)]).__getitem__

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """True if `words` stand from word `i` on."""
        return self.forms[i : i + len(words)] == words

    @cached_property
    def among(self) -> Callable[[Collection[str]], list[int]]:
        """Which words are among those of a list of the language, asked with the list.

        >>> tokens("le pont et le port").among({"le", "port"})
        [0, 3, 4]
        """
        return LISTS.places(self.forms).of


def tokens(text: str) -> Tokens:
    """The words of `text` (plain: one kind of apostrophe).

    >>> tokens("«L'armée a pris 3,5 km»").forms
    ('l', 'armée', 'a', 'pris', '3,5', 'km')
    """
    words, starts, ends = placed(WORD, text)
    return Tokens(text=text, starts=tuple(starts), ends=tuple(ends), forms=tuple(map(str.casefold, words)))
