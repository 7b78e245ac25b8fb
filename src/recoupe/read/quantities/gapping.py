"""Numbers whose noun stands with another number, or with what it is one of: "de 96 à 71 services", "parmi les blessés, 12 ..."."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.ellipsis import ENDS
from recoupe.read.quantities.guards import is_out_of
from recoupe.read.quantities.nouns import noun_after, unlisted
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

AMONG = 5
"""Tokens of "parmi les blessés graves," before a number."""
Said = tuple[str, str | None]
"""A unit and a role."""


def understood(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """What a number without a noun counts by the words around it; None where they do not say."""
    return (
        among(text, at[0], table)
        or listed(text, at, earlier, table)
        or out_of(text, at[1], earlier, table)
        or sum_again(text, at, earlier, table)
    )


def out_of(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of a number of all behind how many of them: "17 trains sur [20]"."""
    over = number.first - 1 - (text.word(number.first - 1) in table.sets["owned"])
    if not earlier or earlier[-1].end != over or not is_out_of(text, number, table):
        return None
    return earlier[-1].unit, None


def sum_again(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of millions without a noun behind a sum of money: "38 millions de francs. [Trois millions] ont été retrouvés"."""
    first, number = at
    if text.word(number.last - 1) not in table.numbers.scales or text.word(number.last - 1) == "mille" or number.bound == "indefinite":
        return None
    if text.word(number.last) in table.sets["link"] or not earlier or earlier[-1].kind is not UnitKind.MONEY:
        return None
    return (earlier[-1].unit, None) if sum(word in ENDS for word in text.words[earlier[-1].end : first]) <= 1 else None


def is_of_part(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> bool:
    """Whether a number that is understood is a part: of those named after "parmi", or beside another part."""
    return among(text, first, table) is not None or (bool(earlier) and earlier[-1].part and text.word(first - 1) in table.sets["linking"])


def started_from(text: Tokens, number: Numeral, table: Words) -> Said | None:
    """Unit and role of the first of two numbers that share their noun: "ramener de [96] à 71 services", "de [63] à 59 le nombre de morts".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> started_from(tokens("passe de 9 à 13 mètres"), Numeral(2, 3, 9, 9, 9), load("fr"))
    ('metre', None)
    """
    if text.word(number.first - 1) not in table.sets["source"] or text.word(number.last) != "à" or number.article:
        return None
    bound = table.bounds.ahead(text.words, number.last + 1)
    second = single(text.words, number.last + 1 + (bound[0] if bound else 0), table)
    if second is None or second.article:
        return None
    noun = noun_after(text, second, table)
    return (noun.unit, noun.role) if noun is not None else total_after(text, second.last, table)


def called(text: Tokens, number: Numeral, table: Words) -> Said | None:
    """Unit and role of a number that is told what it is: "[21] sont des enfants".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> called(tokens("21 sont des enfants"), Numeral(0, 1, 21, 21, 21), load("fr"))
    ('child', None)
    """
    if text.word(number.last) not in table.sets["be"] or text.word(number.last + 1) not in {"des", *table.sets["link"]} or number.article:
        return None
    found = table.nouns.ahead(text.words, number.last + 2)
    return found[1] if found and unit_kind(found[1][0]) is UnitKind.PERSON else None


def total_after(text: Tokens, last: int, table: Words) -> Said | None:
    """Unit and role of what is said to be counted behind the number: "estime à [3.500] le nombre de déplacés"."""
    if text.word(last) not in table.sets["owned"] or text.word(last + 1) not in table.sets["total"]:
        return None
    at = last + (3 if text.word(last + 2) in {*table.sets["link"], "des"} else 4)
    if text.word(at - 1) not in {*table.sets["link"], "des"}:
        return None
    if found := table.nouns.ahead(text.words, at):
        return found[1]
    noun = unlisted(text, Numeral(last, last, None, None, None), at, table)
    return (noun.unit, None) if noun else None


def among(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit and role of those of whom a number is a part: "Parmi les blessés, [12] sont dans un état grave".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> among(tokens("Parmi les blessés, 12 sont graves"), 4, load("fr"))
    ('person', 'wounded')
    """
    if text.word(first - 1) != ",":
        return None
    for at in range(first - 2, max(-1, first - 2 - AMONG), -1):
        if text.words[at] in table.sets["among"]:
            found = table.nouns.ahead(text.words, at + 2) if text.word(at + 1) in table.sets["owned"] else None
            return found[1] if found else None
    return None


def listed(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number that goes on a list of numbers whose noun is not said again: "ils étaient 7.000 et [50.000] à Nice"."""
    first, number = at
    if not earlier or earlier[-1].noun is not None or number.article or earlier[-1].kind in MEASURED:
        return None
    last = earlier[-1]
    near = text.word(first - 1) in table.sets["linking"] and ENDS.isdisjoint(text.words[last.end : first])
    close = not number.plain or text.word(number.last) in table.sets["follows"] | table.sets["verbal"]
    return (last.unit, last.role) if near and close else None
