"""The words of a text as the claims stage reads them: offsets, form without case."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from recoupe.text.words import placed

WORD = r"[\p{L}\p{M}\p{N}]++(?:(?:-[\p{L}\p{M}\p{N}]|[.,][\p{N}])[\p{L}\p{M}\p{N}]*+)*+|%"


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

    def among(self, words: Container[str]) -> list[int]:
        """Which words are among `words`.

        >>> tokens("le pont et le port").among({"le", "port"})
        [0, 3, 4]
        """
        return sorted(chain.from_iterable(map(self._places.__getitem__, filter(words.__contains__, self._places))))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where each form stands: a page asks for half a dozen lists, and a form stands in a text twice or more."""
        found = defaultdict[str, list[int]](list)
        for i, form in enumerate(self.forms):
            found[form].append(i)
        return found


def tokens(text: str) -> Tokens:
    """The words of `text` (plain: one kind of apostrophe).

    >>> tokens("«L'armée a pris 3,5 km»").forms
    ('l', 'armée', 'a', 'pris', '3,5', 'km')
    """
    words, starts, ends = placed(WORD, text)
    return Tokens(text=text, starts=tuple(starts), ends=tuple(ends), forms=tuple(map(str.casefold, words)))
