"""Whom common words call, by the words alone: an office or a body with what belongs to it and the name of who holds it.

Two texts that call one person alike took nothing from each other. A comparison of thousands of reports cannot wait for the actors of each
to be read, and what counts here is how long such a phrase is, not who is meant.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from recoupe import lang
from recoupe.reuse.tokens import Tokens
from recoupe.text import fold, plain, stopwords

DETERMINERS = frozenset(["le", "la", "les", "l", "un", "une", "des", "ce", "cet", "cette", "son", "sa", "ses", "leur", "leurs"])
OF = frozenset(["de", "du", "des", "d", "a", "au", "aux", "en"])
"""Words by which a noun is joined to an office."""
ARTICLES = frozenset(["la", "le", "l", "les"])
"""Words that stand between these and the noun."""
JOINED = frozenset(" -'")
"""What stands between two words of one phrase."""
PLAIN = 2
"""Words in a row that stand without any of these: a noun and its adjective. A third one is another phrase."""

NAME = 2
"""Words with a capital that are a name before a comma; one alone may only open its sentence."""


class Heads(msgspec.Struct, frozen=True):
    """What is wanted of the table `actors.toml`: nouns of offices and bodies, by kind."""

    heads: dict[str, tuple[str, ...]]


@cache
def _heads(language: str) -> frozenset[str]:
    if not lang.has(language, "actors"):
        return frozenset()
    nouns = {fold(noun) for group in lang.table(language, "actors", Heads).heads.values() for noun in group if " " not in noun}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


def callings(words: Sequence[int], of: Tokens) -> Iterator[tuple[int, int, bool]]:
    """First and last place in `words`, which follow one another in a text, of each phrase that calls somebody, and whether it gives a name.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading, ReadReport
    >>> from recoupe.reuse.tokens import tokens
    >>> def told(text):
    ...     report = member(b'{"text": "%s"}' % text.encode(), "a")
    ...     read = tokens(ReadReport(report=report, reading=Reading(report="")))
    ...     return [(" ".join(read.folded[a : b + 1]), named) for a, b, named in callings(range(len(read.folded)), read)]
    >>> told("Hier, la directrice de l'agence de l'eau, Jeanne Roux, est venue.")
    [('la directrice de l agence de l eau jeanne roux', True)]
    >>> told("Hier soir, Jean Roux, maire de la commune, est venu.")
    [('jean roux maire de la commune', True)]
    """
    nouns, place = _heads(of.language), 0
    while place < len(words):
        if of.folded[words[place]] not in nouns:
            place += 1
            continue
        end, named = _end(words, place, of)
        first = place - (place > 0 and of.folded[words[place - 1]] in DETERMINERS)
        before = _holder(words, first, of)
        yield before, end, named or before < first
        place = end + 1


def _end(words: Sequence[int], head: int, of: Tokens) -> tuple[int, bool]:
    """The last word of a phrase that begins with the noun at `head`, and whether there is a name in it."""
    end, named, bare = head, False, 1
    for place in range(head + 1, len(words)):
        word, before = of.folded[words[place]], of.folded[words[place - 1]]
        between = plain(of.text[of.ends[words[place] - 1] : of.starts[words[place]]])
        capital = of.text[of.starts[words[place]]].isupper()
        if not JOINED.issuperset(between) and not (capital and between == ", " and not named):
            break
        if word in OF or (word in ARTICLES and before in OF):
            bare = 0
        elif capital:
            end, named, bare = place, True, PLAIN
        elif bare < PLAIN:
            end, bare = place, bare + 1
        else:
            break
    return end, named


def _holder(words: Sequence[int], first: int, of: Tokens) -> int:
    """Where the name begins that stands before an office, a comma between: "Jean Roux, maire"; `first` where there is none."""
    if not first or plain(of.text[of.ends[words[first] - 1] : of.starts[words[first]]]) != ", ":
        return first
    at, small = first, stopwords(of.language)
    while at and of.text[of.starts[words[at - 1]]].isupper() and (at == first or of.text[of.ends[words[at - 1]]] == " "):
        if of.folded[words[at - 1]] in small:
            break  # "À Albi, une infirmière": a place, not her name
        at -= 1
    return at if first - at >= NAME else first
