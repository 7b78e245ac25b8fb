"""Pieces of patterns that are made of word lists."""

from collections.abc import Iterable

import regex

BEHIND_DATE = regex.compile(r"(?: ?\([^()\n]{1,30}\))?+ ?[.,:]? ?[-–—] ")
"""What stands behind the day of a date line: "RABAT, 3 mai[ (Agence) - ]..."."""


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
