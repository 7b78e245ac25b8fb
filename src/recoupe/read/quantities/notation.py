"""What a number means by what it counts: "1,500 drones" are thousands, "1 m 40" is a metre and forty centimetres."""

import regex
from msgspec.structs import replace

from recoupe.ontology import MEASURED
from recoupe.read.quantities.nouns import HALVES, Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.spelling import tidy
from recoupe.read.quantities.tokens import Tokens

GROUPED = regex.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
NOUGHTS = ",000"
"""No fraction is written so: "14,000 ha" are thousands."""
CENTIMETRES = 2
"""Digits behind metres: "1 m 40"."""


def as_meant(text: Tokens, number: Numeral, noun: Noun | None) -> Numeral | None:
    """`number` as it is meant of `noun`; None where it may be thousands or thousandths of what no table knows."""
    if noun is None:
        return number
    if is_grouped(text.words, number) and (noun.kind not in MEASURED or text.words[number.first].endswith(NOUGHTS)):
        return in_thousands(text.words, number) if noun.known else None
    if text.word(noun.last) == "et" and text.word(noun.last + 1) in HALVES and number.low == number.high and number.low is not None:
        value = number.low + 0.5  # "17 cantons [et demi]"
        return replace(number, low=value, value=value, high=value)
    return with_centimetres(number, text.word(noun.last)) if noun.unit == "metre" and number.plain else number


def is_grouped(words: list[str], number: Numeral) -> bool:
    """Whether a number is written with a comma and three digits: thousands in English, thousandths in French."""
    written = words[number.first]
    return "," in written and number.last == number.first + 1 and GROUPED.fullmatch(written) is not None


def in_thousands(words: list[str], number: Numeral) -> Numeral:
    """`number` with its comma read as the English one: "1,500" of things that have no fractions.

    >>> in_thousands(["1,500", "morts"], Numeral(0, 1, 1.5, 1.5, 1.5)).value
    1500
    """
    value = int(words[number.first].replace(",", ""))
    return replace(number, low=value, value=value, high=value)


def with_centimetres(number: Numeral, word: str) -> Numeral:
    """`number` of metres with the centimetres that stand behind them: "1 m 40", "2 mètres 50".

    >>> with_centimetres(Numeral(0, 1, 1, 1, 1), "40").value, with_centimetres(Numeral(0, 1, 1, 1, 1), "de").value
    (1.4, 1)
    """
    if not (len(word) == CENTIMETRES and word.isdecimal() and word.isascii()) or number.value is None:
        return number
    value = tidy(number.value + int(word) / 100)
    return replace(number, low=value, value=value, high=value)
