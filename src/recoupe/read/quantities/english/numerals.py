"""Numbers as English writes them: digits with commas, number words, dozens, "hundreds of", ranges."""

import regex

from recoupe.model import Bound, Number
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.english.tables import Words
from recoupe.read.quantities.numerals import Numeral, about
from recoupe.read.quantities.spelling import add_up, tidy

DIGITS = regex.compile(r"(?:[1-9][0-9]{0,2}(?:[ ,][0-9]{3}){1,4}+|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?+")
MARKED = regex.compile(r"([0-9]{1,3}(?:,[0-9]{3}){0,3}(?:\.[0-9]{1,3})?)(bn|m|k|km|kg|mw|gw|kph|ha)")
HYPHENED = regex.compile(r"([0-9]{1,6}(?:\.[0-9]{1,2})?+)[-–]([0-9]{1,6}(?:\.[0-9]{1,2})?+)(bn|m|k)?+")
COMMAS = regex.compile(r"[ ,]")
LONGEST = 10
"""Words of a number that is written out."""
CHANGED = 6
"""Tokens before a range in which a verb stands that makes it a change: "rose in a week from 20 to 30"."""
MOST = 10**18


def numeral(words: list[str], at: int, table: Words) -> Numeral | None:
    """The number that begins at token `at`: a range, or the first reading that fits."""
    first = single(words, at, table)
    return hyphened(words, at, table) if first is None else ranged(words, first, table) or first


def single(words: list[str], at: int, table: Words) -> Numeral | None:
    """One number that begins at token `at`.

    >>> from recoupe.read.quantities.english.tables import load
    >>> [single(words.split(), 0, load("en")).value for words in ("1,500", "2.5 million", "two hundred and fifty", "half a million")]
    [1500, 2500000, 250, 500000]
    >>> n = single("tens of thousands of".split(), 0, load("en"))
    >>> n.low, n.value, n.bound.value, n.last
    (20000, None, 'indefinite', 3)
    """
    if at >= len(words):
        return None
    return (
        below_zero(words, at, table)
        or plurals(words, at, table)
        or vague(words, at, table)
        or dozen(words, at, table)
        or scaled(words, at, table)
    )


def plurals(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "dozens of", "tens of thousands": at least two of them."""
    low = table.numbers.plurals.get(words[at])
    if low is None:
        return None
    last = at + 1
    following = table.numbers.plurals.get(words[last + 1]) if words[last : last + 1] == ["of"] and last + 1 < len(words) else None
    if following is not None and following > 2 * HUNDRED:
        low, last = low * following // 2, last + 2
    elif words[at] == "tens":
        return None
    return Numeral(at, last, low, None, None, Bound.INDEFINITE)


HUNDRED = 100


def vague(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "several hundred", "a few dozen", "a couple of thousand": at least two of them."""
    begin = at + (words[at] in table.sets["article"])
    if words[begin : begin + 1] and words[begin] in table.sets["vague"]:
        scale = begin + 1 + (words[begin + 1 : begin + 2] == ["of"])
        word = words[scale] if scale < len(words) else ""
        if word == "dozen" or (word in table.sets["scaled"] and word in table.numbers.scales):
            return Numeral(at, scale + 1, 2 * table.numbers.scales.get(word, 12), None, None, Bound.INDEFINITE)
    return None


def dozen(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "a dozen", "half a dozen", "two dozen": about so many; "half a million"."""
    if words[at : at + 2] == ["half", "a"] and at + 2 < len(words):
        return half(words, at, table)
    if words[at] in table.sets["article"] and words[at + 1 : at + 2] == ["dozen"]:
        return Numeral(at, at + 2, 11, 12, 13, Bound.ABOUT)
    times = add_up(words[at], "en") if words[at] in table.sets["atoms"] else None
    if times and words[at + 1 : at + 2] == ["dozen"]:
        return about(Numeral(at, at + 2, None, 12 * times, None))
    return None


def half(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "half a dozen": about six; "half a million", "half a mile": exactly the half.

    >>> from recoupe.read.quantities.english.tables import load
    >>> [half(t.split(), 0, load("en")).value for t in ("half a dozen", "half a million", "half a mile")]
    [6, 500000, 0.5]
    """
    what = words[at + 2]
    if what == "dozen":
        return Numeral(at, at + 3, 5, 6, 7, Bound.ABOUT)
    scale = table.numbers.scales.get(what) if what in table.sets["scaled"] else None
    if scale is not None:
        return Numeral(at, at + 3, scale // 2, scale // 2, scale // 2) if scale > HUNDRED else None
    known = table.nouns.ahead(words, at + 2)
    return Numeral(at, at + 2, 0.5, 0.5, 0.5) if known and unit_kind(known[1][0]) is UnitKind.MEASURE else None


def below_zero(words: list[str], at: int, table: Words) -> Numeral | None:
    """What is below zero: "minus 11 degrees".

    >>> from recoupe.read.quantities.english.tables import load
    >>> below_zero("minus 11 degrees".split(), 0, load("en")).value
    -11
    """
    if words[at] not in table.sets["minus"] or at + 1 >= len(words):
        return None
    number = scaled(words, at + 1, table)
    if number is None or number.value is None or number.last >= len(words) or words[number.last] not in table.sets["signed"]:
        return None
    return Numeral(at, number.last, -number.value, -number.value, -number.value)


def scaled(words: list[str], at: int, table: Words) -> Numeral | None:
    """Digits or number words with their scale: "1.5 million", "$12m", "two thousand three hundred", "a hundred"."""
    if marked := MARKED.fullmatch(words[at]):
        return _marked(words, at, marked, table)
    got = digits(words[at]) if words[at][0].isdigit() else None
    if got is None:
        return spelt(words, at, table)
    value, last = got, at + 1
    scale = table.numbers.scales.get(words[last]) if last < len(words) and _is_scale(words, at, last, table) else None
    if scale:
        value, last = tidy(value * scale), last + 1
    return Numeral(at, last, value, value, value, plain=last == at + 1 and words[at].isdigit())


def _is_scale(words: list[str], at: int, last: int, table: Words) -> bool:
    """Whether a scale stands at `last`: "m" and "k" are one only in sums of money."""
    return words[last] in table.sets["scaled"] or words[last] == "bn" or (at > 0 and words[at - 1] in table.numbers.currencies)


def _marked(words: list[str], at: int, found: "regex.Match[str]", table: Words) -> Numeral | None:
    """ "12m", "1.5bn": so many of what follows; "m" alone may be metres, and a measure that is written so has its unit in the token."""
    scale = table.numbers.scales.get(found[2])
    money = at > 0 and words[at - 1] in table.numbers.currencies
    if scale is not None and not money and found[2] != "bn":
        return None
    value = tidy(float(COMMAS.sub("", found[1])) * (scale or 1))
    return Numeral(at, at + 1, value, value, value)


def digits(word: str) -> Number | None:
    """The value of a number in digits.

    >>> digits("12,000"), digits("3.5"), digits("007"), digits("12,00")
    (12000, 3.5, None, None)
    """
    return tidy(float(COMMAS.sub("", word))) if DIGITS.fullmatch(word) else None


def spelt(words: list[str], at: int, table: Words) -> Numeral | None:
    """Number words in a row that add up, with "a" for one before a scale: "a thousand", "three hundred and twenty-two"."""
    begin = at
    if words[at] in table.sets["article"]:
        if words[at + 1 : at + 2] == [] or words[at + 1] not in table.sets["scaled"]:
            return None
        begin = at + 1
    last = begin
    while last < len(words) and last - begin < LONGEST and _continues(words, begin, last, table):
        last += 1
    while last > begin and words[last - 1] in table.sets["adding"]:
        last -= 1
    value = add_up(" ".join(words[begin:last]), "en") if last > begin else None
    return None if value is None or value > MOST else Numeral(at, last, value, value, value)


def _continues(words: list[str], begin: int, last: int, table: Words) -> bool:
    word, atoms = words[last], table.sets["atoms"]
    if word in table.sets["adding"]:
        following = words[last + 1].partition("-")[0] if last + 1 < len(words) else ""
        return last > begin and words[last - 1] in table.numbers.scales and following in atoms and following not in table.numbers.scales
    return all(part in atoms for part in word.split("-")) and len(word) <= len("seventy-seven")


def ranged(words: list[str], first: Numeral, table: Words) -> Numeral | None:
    """ "between 20 and 30", "20 to 30", "two or three", "two to three million"; "rose from 10 to 15" is none."""
    before = words[first.first - 1] if first.first else ""
    opened, sets_out = before in table.sets["opens"], before in table.sets["source"]
    links = table.sets["closes"] if opened else table.sets["links"]
    if first.last + 1 >= len(words) or words[first.last] not in links or first.value is None:
        return None
    second = single(words, first.last + 1, table)
    if second is None or second.value is None or first.value == 0:
        return None
    if not opened and any(word in table.sets["changes"] for word in words[max(0, first.first - CHANGED) : first.first]):
        return None
    low = first.value
    scale = table.numbers.scales.get(words[second.last - 1], 1)
    if scale > 1 and low < second.value / scale:  # "two to three million"
        low = tidy(low * scale)
    if not 1 < second.value / low < HUNDRED:
        return None
    begin = first.first - 1 if opened or sets_out else first.first
    spoken = opened or words[first.last] in {"to", "or"}
    return Numeral(begin, second.last, low, None, second.value, Bound.RANGE, article=not spoken)


def hyphened(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "20-30": a range, if a noun that is known follows and it is neither a score nor two years; "$30-40 million", "£3-4bn" are sums.

    >>> from recoupe.read.quantities.english.tables import load
    >>> [n and n.high for n in (hyphened(t.split(), 1, load("en")) for t in ("$ 30-40 million", "£ 3-4bn", "= 20-15"))]
    [40000000, 4000000000, None]
    """
    found = HYPHENED.fullmatch(words[at]) if at < len(words) else None
    if not found:
        return None
    low, high = (tidy(float(end)) for end in found.groups()[:2])
    if not 0 < low < high < 10 * low or 1400 <= low <= 2100:
        return None
    if found[3]:
        money = at > 0 and words[at - 1] in table.numbers.currencies
        return _scaled_range(at, at + 1, low, high, table.numbers.scales[found[3]]) if money or found[3] == "bn" else None
    if at + 1 < len(words) and words[at + 1] in table.numbers.scales and _is_scale(words, at, at + 1, table):
        return _scaled_range(at, at + 2, low, high, table.numbers.scales[words[at + 1]])
    return Numeral(at, at + 1, low, None, high, Bound.RANGE, article=True)


def _scaled_range(first: int, last: int, low: Number, high: Number, scale: int) -> Numeral:
    return Numeral(first, last, tidy(low * scale), None, tidy(high * scale), Bound.RANGE)
