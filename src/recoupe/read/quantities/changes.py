"""Where a change set out from, whose noun and scale stand with its end: "passé de [96] à 71 services", "de [3,2] à 4,1 milliards"."""

from msgspec.structs import replace

from recoupe.read.quantities.gapping import total_after
from recoupe.read.quantities.nouns import noun_after
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.spelling import tidy
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

Said = tuple[str, str | None]
"""A unit and a role."""
MILLION = 1_000_000
THOUSAND = 1000
ALIKE = 20
"""The two ends of a change are at most so many times each other: "de 3,2 à 4,1 milliards"."""


def started_from(text: Tokens, number: Numeral, table: Words) -> Said | None:
    """Unit and role of the first of two numbers that share their noun: "ramener de [96] à 71 services", "de [63] à 59 le nombre de morts".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> started_from(tokens("passe de 9 à 13 mètres"), Numeral(2, 3, 9, 9, 9), load("fr"))
    ('metre', None)
    """
    if text.word(number.first - 1) not in table.sets["source"] or text.word(number.last) not in {"à", "mais"} or number.article:
        return None
    after = (
        number.last + 1 + (text.word(number.last) == "mais" and text.word(number.last + 1) in table.sets["link"])
    )  # "de 310 mais de 270"
    bound = table.bounds.ahead(text.words, after)
    second = single(text.words, after + (bound[0] if bound else 0), table)
    if second is None or second.article:
        return None
    noun = noun_after(text, second, table)
    return (noun.unit, noun.role) if noun is not None else total_after(text, second.last, table)


def in_scale_of_end(text: Tokens, number: Numeral, table: Words) -> Numeral:
    """`number` in the millions of what it went up or down to: "passe de [3,2] à 4,1 milliards"; not "de [12] à 3 millions".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> text = tokens("passe de 3 à 4 milliards")
    >>> in_scale_of_end(text, Numeral(2, 3, 3, 3, 3), load("fr")).value
    3000000000
    """
    value = number.value
    if text.word(number.first - 1) not in table.sets["source"] or text.word(number.last) != "à" or not value or number.bound != "exact":
        return number
    end = single(text.words, number.last + 1, table)
    scale = table.numbers.scales.get(text.word(end.last - 1), 1) if end is not None and end.last - end.first > 1 else 1
    if end is None or not end.value or scale < MILLION or value >= THOUSAND or not value < end.value / scale * ALIKE < value * ALIKE**2:
        return number
    meant = tidy(value * scale)
    return replace(number, low=meant, value=meant, high=meant, plain=False)
