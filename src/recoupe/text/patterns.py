"""Pieces of patterns that are made of word lists."""

from collections.abc import Iterable

import regex

BEHIND_DATE = regex.compile(r"(?: ?\([^()\n]{1,30}\))?+ ?[.,:]? ?[-–—] ")
"""What stands behind the day of a date line: "RABAT, 3 mai[ (Agence) - ]..."."""

DATELINE = regex.compile(
    r"[^.\n«»“]{0,60}?(?:\p{N}{4}|\([^()\n]{2,30}\))[.,]? ?[-–—] ?"
    r"|\p{Lu}{3,40}+(?:[ '-]\p{Lu}{2,40}+){0,3}+"
    r"(?: \(\p{Lu}[\p{L} '-]{2,20}+\))?"
    r"(?:(?:, \p{L}{3,})?, (?:le )?\p{N}{1,2}(?:er)? \p{L}{3,9}+\.?)?(?: \(\p{L}{2,12}+\))? ?[-–—] ?(?=\p{Lu})"
    r"|\(\p{Lu}[\p{L} '-]{2,24}+, [^()\n]{2,20}\) ?(?=\p{Lu})"
)
"""Where and when a report was written, at its head: "KIEV, 12 nov. – ", "(Lyon, 3 mars) "."""


def either(words: Iterable[str]) -> str:
    """An atomic choice of words, the longest first.

    >>> either(("an", "année"))
    '(?>année|an)'
    """
    return "(?>" + "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def spaced(words: Iterable[str]) -> str:
    """A choice of words, each with the space that follows it; none follows an apostrophe or a hyphen.

    >>> spaced(("l'", "la"))
    "(?>la\\\\ |l')"
    """
    return either(apart(words))


def apart(words: Iterable[str]) -> tuple[str, ...]:
    """Words, each with the space that follows it.

    >>> apart(("l'", "la"))
    ("l'", 'la ')
    """
    return tuple(word if word.endswith(("'", "-")) else f"{word} " for word in words)
