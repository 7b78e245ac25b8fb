"""The words of a text as the claims stage reads them: offsets, form without case."""

from dataclasses import dataclass

import regex

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


def tokens(text: str) -> Tokens:
    """The words of `text` (plain: one kind of apostrophe).

    >>> tokens("L'armée a pris 3,5 km").forms
    ('l', 'armée', 'a', 'pris', '3,5', 'km')
    """
    spans = [m.span() for m in WORD.finditer(text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens(text=text, starts=starts, ends=ends, forms=tuple(text[a:b].casefold() for a, b in spans))
