"""The words of a text as the claims stage reads them: offsets, form without case."""

from collections.abc import Container
from dataclasses import dataclass
from itertools import compress

import regex

from recoupe.text import Lookup

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:[-.,](?:(?<=-)[\p{L}\p{M}]|\p{N})[\p{L}\p{M}\p{N}]*+)*+|%")


@dataclass(frozen=True, slots=True)
class Tokens:
    """All words of a text, column by column: `forms[i]` stands at `text[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    def gap(self, i: int) -> str:
        """What stands between word `i - 1` and word `i`."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """True if `words` stand from word `i` on."""
        return self.forms[i : i + len(words)] == words

    def among(self, words: Container[str]) -> list[int]:
        """Which words are among `words`."""
        return list(compress(range(len(self.forms)), map(words.__contains__, self.forms)))


def tokens(text: str) -> Tokens:
    """The words of `text` (plain: one kind of apostrophe).

    >>> tokens("L'armée a pris 3,5 km").forms
    ('l', 'armée', 'a', 'pris', '3,5', 'km')
    """
    starts, ends, forms, at = list[int](), list[int](), list[str](), 0
    chunks = text.split(" ")
    for chunk, found in zip(chunks, map(PIECES.__getitem__, chunks), strict=True):
        for form, start, end in found:
            forms.append(form)
            starts.append(at + start)
            ends.append(at + end)
        at += len(chunk) + 1
    return Tokens(text=text, starts=tuple(starts), ends=tuple(ends), forms=tuple(forms))


def split(chunk: str) -> tuple[tuple[str, int, int], ...]:
    """The words of what stands between two spaces: form, start, end.

    >>> split("«L'armée")
    (('l', 1, 2), ('armée', 3, 8))
    """
    return tuple((m.group().casefold(), *m.span()) for m in WORD.finditer(chunk))


PIECES = Lookup(split, 100_000)
