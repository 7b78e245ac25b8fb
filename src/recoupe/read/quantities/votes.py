"""Votes that are told by their numbers alone: "la motion a été rejetée par [41] contre [38]"."""

from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

BEFORE = 16
"""Tokens before the number of a vote in which a word of voting stands."""
AGAINST = "contre"
UNIT = "vote"
BY = frozenset(("par", "à"))
"""Before the first number of a vote."""


def is_vote(text: Tokens, number: Numeral, table: Words) -> bool:
    """Whether a number without a noun is of those for or against: "rejetée par [41] contre [38]"; not "battus par 3 buts contre 1".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_vote(tokens(t), Numeral(3, 4, 41, 41, 41), load("fr")) for t in ("texte voté par 41 contre 38", "club battu par 41 contre 38")]
    [True, False]
    """
    if number.article:
        return False
    first, behind = number.first, number.last
    if text.word(first - 1) == AGAINST:
        first = next((at for at in range(first - 2, max(0, first - 5), -1) if text.words[at - 1] in BY), 0)
        number_for = single(text.words, first, table) if first else None
        if number_for is None or number_for.last != number.first - 1:
            return False
    elif text.word(behind) != AGAINST or single(text.words, behind + 1, table) is None:
        return False
    start = first - 1
    if text.word(start) not in BY:
        return False
    while start > max(0, first - BEFORE) and text.words[start - 1] not in ENDS:
        start -= 1
    return not table.sets["voting"].isdisjoint(text.words[start:first])
