"""Parts of a whole, and counts that leave their noun to a whole before them: "dont 29", "33 au-dessus de ..., 25 au-dessus de ..."."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

ENDS = frozenset(".!?…\n")
NEAR = 2
"""Marks that end a sentence between a part and its whole: a point and a line break."""
MOST = 8
"""Counts that are looked at: no sentence has more."""


def is_part(words: list[str], first: int, last: int, table: Words) -> bool:
    """Whether the words before token `first` or after token `last` make a count a part of another: "dont 29", "trois d'entre eux".

    >>> from recoupe.read.quantities.tables import load
    >>> is_part(["47", "drones", ",", "dont", "29"], 4, 5, load("fr"))
    True
    """
    if first and words[first - 1] == ",":  # "parmi eux, 12 ..."
        first -= 1
    return table.part_before.behind(words, first) is not None or table.part_after.ahead(words, last) is not None


def whole_of(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> "Count | None":
    """The nearest count before `number` that it may be a part of or share its noun with; None where the words do not call for one.

    It stands in the same sentence, or in the one before if the words say "d'entre eux".
    """
    if number.article or number.bound == "indefinite" or isinstance(number.value, float) or not calls_for_whole(text, number, table):
        return None
    if is_rival(text.words, number.last, table) and (rival := _rival(text.words, number, earlier, table)):
        return rival
    reach = NEAR if is_part(text.words, number.first, number.last, table) else 0
    for count in reversed(earlier[-MOST:]):
        if sum(word in ENDS for word in text.words[count.end : number.first]) > reach:
            return None
        fits = text.word(number.last) in table.sets["others"] or not smaller(count, number) or is_rival(text.words, number.last, table)
        if count.noun is not None and count.kind not in MEASURED and not count.part and fits:
            return count
    return None


def _rival(words: list[str], number: Numeral, earlier: "list[Count]", table: Words) -> "Count | None":
    """The last count of the sentence with a source of its own ("31.500 d'après un cabinet payé par douze médias, 75.000 selon")."""
    for count in reversed(earlier[-MOST:]):
        if not ENDS.isdisjoint(words[count.end : number.first]):
            return None
        if is_rival(words, count.end, table) and count.kind not in MEASURED:
            return count
    return None


def calls_for_whole(text: Tokens, number: Numeral, table: Words) -> bool:
    """Whether a count without noun can be understood: after "dont", before "au-dessus de", "d'entre eux", "autres"."""
    words, last = text.words, number.last
    return is_part(words, number.first, last, table) or text.word(last) in table.sets["follows"] or is_rival(words, last, table)


def is_rival(words: list[str], at: int, table: Words) -> bool:
    """Whether the words at `at` give another count of the same: "45.000 selon la préfecture"."""
    return table.rivals.ahead(words, at) is not None


def unit_of_pronoun(words: list[str], first: int, table: Words) -> str | None:
    """ "ils étaient [3.000]" counts persons; None after other words.

    >>> from recoupe.read.quantities.tables import load
    >>> unit_of_pronoun(["ils", "étaient", "3.000"], 2, load("fr"))
    'person'
    """
    said = first >= 2 and words[first - 1] in table.sets["was"] and words[first - 2] in table.sets["counted"]
    return "person" if said else None


def smaller(count: "Count", number: Numeral) -> bool:
    """Whether `count` is surely smaller than `number`: then it cannot be its whole."""
    return count.number.high is not None and number.low is not None and count.number.high < number.low
