"""A text as tokens, and phrases that are looked up in them: what the quantity grammar runs on."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Generic, TypeVar

import regex

from recoupe.text import lowered, plain
from recoupe.text.words import placed

T = TypeVar("T")

PIECE = (
    r"[^\W\d_][\w]*+(?:-[\w]++)*+(?:/h(?![\w]))?+(?:'(?=[\w ]|$|\n ))?+"  # "sapeurs-pompiers", "d'", "F-16", "km/h"
    r"|[0-9]{1,3}(?:[.'][0-9]{3}){1,5}+(?:,[0-9]++)?+(?![\w]|[-/:.,][0-9])"  # "3.500,5", "380'000"
    r"|[0-9]++(?:[,.][0-9]++)?+(?![\w]|[-/:.,][0-9])"  # "47", "1,5"
    r"|[0-9]++(?:[,.][0-9]++)?+(?=(?:km/h|kmh|km[2²]?|kg|mg|cm|mm|[cm]l|ha|m[2²3³]?|[kmgt]wh?|[mg]o|(?:k|m|md|mds)€)(?!\w))"  # "120km/h"
    r"|[0-9]{2}[0-9]*+(?:[,.][0-9]++)?+(?=g(?![\w]))|[0-9][,.][0-9]++(?=g(?![\w]))"  # "410g", "3,5g"; not "5G"
    r"|\d[\w]*+(?:[-/:.,][\w]++)*+"  # "7h44", "3e", "12/05", "20-30"
    r"|\n|\S"
)
THOUSAND = regex.compile(r"[0-9]{3}(?:,[0-9]++|\.[0-9]{1,2})?+")
THOUSANDS = re.compile(r" (?=[0-9]{3})")
"""Before what may be the next three digits of a number."""


class Padded(dict[int, str]):
    """Words by their numbers; "" for any other number."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(frozen=True)
class Tokens:
    """Words, numbers and marks of a text: lower-cased, with offsets; a line break is a token."""

    text: str
    words: list[str]
    starts: list[int]

    @cached_property
    def word(self) -> Callable[[int], str]:
        """The word at a number; "" outside the text. Of all look-ups the most frequent, so it is the one of a dict."""
        return Padded(enumerate(self.words)).__getitem__

    def written(self, at: int) -> str:
        """The word at `at` as it is written, capitals kept."""
        return self.text[self.starts[at] : self.end(at)]

    def around(self, at: int, reach: int) -> list[str]:
        """The words at most `reach` tokens from `at`."""
        return self.words[max(0, at - reach) : at + reach]

    def end(self, at: int) -> int:
        """Where the word at `at` ends."""
        return self.starts[at] + len(self.words[at])


def tokens(text: str) -> Tokens:
    """`text` as tokens.

    >>> tokens("L’Il-76 a tiré 12 000 obus le 3/05.").words
    ["l'", 'il-76', 'a', 'tiré', '12 000', 'obus', 'le', '3/05', '.']
    """
    low = lowered(plain(text))
    words, starts, _ = placed(PIECE, low)
    return Tokens(text, *_joined(low, words, starts))


def _joined(low: str, words: list[str], starts: list[int]) -> tuple[list[str], list[int]]:
    """`words` and `starts`, where a number whose thousands are set apart by spaces is one token.

    >>> _joined("de 12 000 000", ["de", "12", "000", "000"], [0, 3, 6, 10])
    (['de', '12 000 000'], [0, 3])
    """
    kept, at_kept, done = list[str](), list[int](), 0
    for gap in THOUSANDS.finditer(low):
        at = bisect_left(starts, gap.end())
        kept += words[done:at]
        at_kept += starts[done:at]
        done = at
        if kept and at_kept[-1] + len(kept[-1]) == gap.start() and joins(kept[-1], words[at]):
            kept[-1] += f" {words[at]}"
            done += 1
    return (kept + words[done:], at_kept + starts[done:]) if done else (words, starts)


def joins(number: str, more: str) -> bool:
    """Whether `more` is the next three digits of `number`: "12 000".

    >>> joins("12", "000"), joins("12 000", "500,5"), joins("2012", "200"), joins("7,5", "000")
    (True, True, False, False)
    """
    head = number.split(" ")
    return len(head[0]) <= 3 and len(head) <= 5 and all(part.isdigit() for part in head) and THOUSAND.fullmatch(more) is not None


@cache
def phrase(words: str) -> tuple[str, ...]:
    """The tokens of a phrase of a word list.

    >>> phrase("pas moins d'")
    ('pas', 'moins', "d'")
    """
    return (lowered(words),) if plain(words).isalpha() else tuple(tokens(words).words)


class Phrasebook(Generic[T]):
    """Phrases and what they stand for, found at a token or before it; the longest counts.

    They are kept by their first and by their last word, then by their length, the longest first.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.first: dict[str, dict[int, dict[tuple[str, ...], tuple[int, T]]]] = {}
        self.last: dict[str, dict[int, dict[tuple[str, ...], tuple[int, T]]]] = {}
        for words, meaning in sorted(((phrase(words), meaning) for words, meaning in entries), key=lambda e: -len(e[0])):
            for by_edge, edge in ((self.first, words[0]), (self.last, words[-1])):
                by_edge.setdefault(edge, {}).setdefault(len(words), {}).setdefault(words, (len(words), meaning))

    def ahead(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Length and meaning of the longest phrase that begins at `at`.

        >>> book = Phrasebook([("plus de", 1), ("un peu plus de", 2)])
        >>> book.ahead(["un", "peu", "plus", "de", "dix"], 0), book.behind(["peu", "plus", "de", "dix"], 3)
        ((4, 2), (2, 1))
        """
        by_length = self.first.get(words[at]) if 0 <= at < len(words) else None
        for length, phrases in by_length.items() if by_length else ():
            if (found := phrases.get(tuple(words[at : at + length]))) is not None:
                return found
        return None

    def behind(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Length and meaning of the longest phrase that ends just before `at`."""
        by_length = self.last.get(words[at - 1]) if 0 < at <= len(words) else None
        for length, phrases in by_length.items() if by_length else ():
            if at >= length and (found := phrases.get(tuple(words[at - length : at]))) is not None:
                return found
        return None


def marks(phrases: Iterable[str]) -> Phrasebook[int]:
    """A book of phrases of which it matters only that they stand there.

    >>> marks(["à la une"]).ahead(["à", "la", "une"], 0)
    (3, 0)
    """
    return Phrasebook((words, 0) for words in phrases)


def meanings(groups: Mapping[T, Iterable[str]]) -> Phrasebook[T]:
    """A book of phrases that are listed by what they stand for.

    >>> meanings({"about": ["environ", "à peu près"]}).ahead(["environ"], 0)
    (1, 'about')
    """
    return Phrasebook((words, meaning) for meaning, phrases in groups.items() for words in phrases)


LONGEST = 250
"""Tokens of a sentence on either side, of which more would make the cost of a list grow with its square."""


def opening(words: list[str], at: int, ends: Container[str]) -> int:
    """The first token of the sentence of token `at`, as `ends` part them; of a very long one a token far before.

    >>> opening("il pleut . le plan coûte 3 millions".split(), 6, {"."})
    3
    """
    first = at
    while first > max(0, at - LONGEST) and words[first - 1] not in ends:
        first -= 1
    return first
