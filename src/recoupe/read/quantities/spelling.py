"""What digits and number words are worth, and what the scale behind them multiplies."""

from functools import lru_cache

import regex
from text_to_num import text2num

from recoupe.model import Number
from recoupe.read.quantities.tables import Words

DIGITS = regex.compile(
    r"(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:[ .'][0-9]{3}){1,4}+)(?:,[0-9]{1,6})?+|(?:0|[1-9][0-9]{0,5})\.[0-9]{1,2}"
    r"|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,4}+|[1-9][0-9]{0,2}(?:[ '][0-9]{3}){1,4}+\.[0-9]{1,2}"
)
PADDED = regex.compile(r"0[1-9]")
LETTERS = 2
"""Letters of "h" and "mn" behind an hour, not of a noun."""
THOUSANDS = regex.compile(r"[ .'](?=[0-9]{3}(?![0-9]))")
CURRENCIES = frozenset("€$£")
LONGEST = 10
"""Words of a number that is written out."""
LONGEST_WORD = 40
"""Characters of a number word."""


def scale_at(words: list[str], at: int, table: Words) -> int | None:
    """What the word at `at` multiplies by: 1000000 for "millions", also the sign in "12 M€"; None for other words.

    >>> from recoupe.read.quantities.tables import load
    >>> scale_at(["12", "m", "€"], 1, load("fr")), scale_at(["12", "m"], 1, load("fr"))
    (1000000, None)
    """
    if at + 1 < len(words) and words[at + 1] in CURRENCIES and words[at] in table.numbers.signs:
        return table.numbers.signs[words[at]]
    return table.numbers.scales.get(words[at]) if at < len(words) else None


def tidy(value: Number) -> Number:
    """A whole number as `int`, any other one rounded to six decimals.

    >>> tidy(1.1 * 1_000_000), tidy(3.5)
    (1100000, 3.5)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def digits(words: list[str], at: int) -> tuple[Number, int] | None:
    """The value of a number in digits and where it ends.

    >>> digits(["12.000"], 0), digits(["3,5"], 0), digits(["2.5"], 0), digits(["007"], 0)
    ((12000, 1), (3.5, 1), (2.5, 1), None)
    >>> digits(["1,500,000"], 0)
    (1500000, 1)
    """
    if at >= len(words) or not words[at][0].isdigit():
        return None
    written = words[at]
    if PADDED.fullmatch(written) and at + 1 < len(words) and words[at + 1][0].isalpha() and len(words[at + 1]) > LETTERS:
        written = written[1:]  # "06 personnes"
    value = _value(written)
    return None if value is None else (value, at + 1)


@lru_cache(maxsize=10_000)
def _value(written: str) -> Number | None:
    if not DIGITS.fullmatch(written):
        return None
    decimal = "" if written.count(",") > 1 else "."
    return tidy(float(THOUSANDS.sub("", written).replace(",", decimal)))


def spelt(words: list[str], at: int, table: Words) -> tuple[int, int] | None:
    """The value of number words and where they end; None for number words in a row that add up to nothing ("mille mille")."""
    if at and words[at - 1] in table.sets["atoms"] and words[at] in table.sets["atoms"]:
        return None
    last = at
    while last < len(words) and last - at < LONGEST and _continues(words, at, last, table):
        last += 1
    if last > at and words[last - 1] in table.sets["adding"]:
        last -= 1
    for end in range(last, at, -1):
        value = add_up(" ".join(words[at:end]), table.language)
        if value is not None:
            return None if end < last and words[end] in table.sets["atoms"] else (value, end)
    return None


def _continues(words: list[str], at: int, last: int, table: Words) -> bool:
    """Whether the word at `last` belongs to the number words that began at `at`."""
    word = words[last]
    if word in table.sets["adding"] or word in table.sets["one"]:  # "soixante et onze", "cent un"
        following = words[last + 1] if last + 1 < len(words) else ""
        if word in table.sets["one"]:
            return last > at and words[last - 1] in {*table.sets["adding"], "cent", "mille"}
        return last > at and (following in table.sets["one"] or following == "onze")
    return len(word) <= LONGEST_WORD and is_number_word(word, table.sets["atoms"], table.sets["inside"])


@lru_cache(maxsize=10_000)
def is_number_word(word: str, atoms: frozenset[str], inner: frozenset[str]) -> bool:
    """Whether all parts of `word` are number words.

    >>> atoms, inner = frozenset({"vingt"}), frozenset({"et", "un"})
    >>> is_number_word("vingt-et-un", atoms, inner), is_number_word("vingt-quatrième", atoms, inner)
    (True, False)
    """
    parts = word.split("-")
    return parts[0] in atoms and all(part in atoms or part in inner for part in parts[1:])


@lru_cache(maxsize=10_000)
def add_up(words: str, language: str) -> int | None:
    """What number words add up to; None where they do not.

    >>> add_up("deux cent quatre-vingt-dix-sept", "fr"), add_up("deux quatre", "fr")
    (297, None)
    """
    try:
        return int(text2num(words, language))
    except ValueError:
        return None
