"""What looks like an English count and is none: years, dates, hours, ages, labels, scores, shares in words."""

from recoupe.read.quantities.english.numerals import single
from recoupe.read.quantities.english.tables import Words
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tokens import Tokens

RATIO = 10
"""Out of so many at most, a number is a share in other words: "eight of ten"."""
OPENERS = frozenset('.!?\n"“”‘:;()—–-')


def counts_nothing(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """Whether any guard speaks against `number`."""
    if _is_ratio(text, number, table) or _is_known_already(text, number, noun, table):
        return True
    if not number.plain:
        return text.word(number.first - 1) in table.sets["labels"] - {"no", "number"} and (noun is None or not noun.known)
    return any(guard(text, number, noun, table) for guard in (_is_year, _is_date, _is_hour, _is_label, _is_model, _is_code))


def _is_year(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """1400 to 2100: a year, unless a noun follows and nothing before says that it is one."""
    if not isinstance(number.value, int) or not 1400 <= number.value <= 2100:
        return False
    before = text.word(number.first - 1)
    dated = before in table.sets["years"] | table.sets["months"] | {","} or before.isdigit()
    return noun is None or not noun.known or noun.first > number.last or dated


def _is_date(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """1 to 31 beside a month: "March 12", "12 March", "March 12 and 13", "12 and 13 March"."""
    del noun
    if not isinstance(number.value, int) or number.value > 31:
        return False
    months, at = table.sets["months"], number.last
    before = _back(text, number.first)
    while text.word(at) in {"and", "to", "-", "–", ",", "or"} and text.word(at + 1).isdigit():
        at += 2
    at += text.word(at) == "of"
    beside = (text.word(at) in months and text.written(at)[0].isupper()) or before in months
    return beside or (text.word(number.first - 1) in table.sets["weekdays"] and not _small(text, number.last))


def _back(text: Tokens, at: int) -> str:
    """The word before a number, or before the numbers of a list that it ends: "March 12 and [13]"; with a capital."""
    for _ in range(3):
        if text.word(at - 1) in {"and", "to", "-", "–", ",", "or"} and text.word(at - 2).isdigit():
            at -= 2
    at -= 1 + (text.word(at - 1) == ".")
    return text.word(at) if at >= 0 and text.written(at)[0].isupper() else ""


def _small(text: Tokens, at: int) -> bool:
    return text.word(at).isalpha() and text.written(at).islower()


def _is_hour(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """ "5 pm", "7 a.m.", "8 o'clock"."""
    del noun
    after = text.words[number.last : number.last + 3]
    return after[:1] != [] and (after[0] in table.sets["clocks"] or after[0] == "o'" or after in (["a", ".", "m"], ["p", ".", "m"]))


def _is_label(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """ "Article 5", "Flight 370", "aged 12", "No. 3"; "12 years old" has no noun of a count."""
    before = text.word(number.first - 1)
    if before == "." and text.word(number.first - 2) in {"no", "nos", "art"}:
        return True
    return before == "#" or (before in table.sets["labels"] and (noun is None or not noun.known or before in {"aged", "age"}))


def _is_model(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A number behind a name inside a sentence: "Falcon 9", unless a noun that is known follows."""
    before = number.first - 1
    if before < 1 or (noun is not None and noun.known) or text.starts[number.first] - text.end(before) != 1:
        return False
    return text.written(before)[0].isupper() and text.words[before - 1] not in OPENERS and text.words[before] not in table.sets["weekdays"]


def _is_code(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """One of bare numbers in a row: a telephone number, a result."""
    del noun, table
    return text.word(number.last)[:1].isdigit() or text.word(number.first - 1)[:1].isdigit()


def _is_ratio(text: Tokens, number: Numeral, table: Words) -> bool:
    """ "one in five", "eight out of ten", "8 of 10", "3-1", "win by 3 to 1", "7 / 10"."""
    after, before = text.words[number.last : number.last + 3], text.words[max(0, number.first - 3) : number.first]
    joined = after[:1] == ["/"] or before[-1:] == ["/"]
    ahead = (after[:1] == ["in"] and after[1:2] != [] and _number(after[1])) or (after[:2] == ["out", "of"] and len(after) > 2)
    behind = (before[-1:] == ["in"] and len(before) > 1 and _number(before[-2])) or (before[-2:] == ["out", "of"])
    share = after[:1] == ["of"] and after[1:2] != [] and after[1][0].isdigit() and not is_out_of(text, number, table)
    return bool(joined or ahead or behind or share)


def is_out_of(text: Tokens, number: Numeral, table: Words) -> bool:
    """Whether "of" behind a number tells of how many there were: "91 of 118 drones"; no round number of a ratio.

    >>> from recoupe.read.quantities.english.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_out_of(tokens(t), Numeral(0, 1, 9, 9, 9), load("en")) for t in ("9 of 18 drones", "9 of 10 doctors", "9 of them")]
    [True, False, False]
    """
    whole = single(text.words, number.last + 1, table) if text.word(number.last) == "of" and text.word(number.last + 1) else None
    if whole is None or whole.value is None or number.value is None or whole.value <= RATIO:
        return False
    return number.value < whole.value and str(whole.value).strip("0") != "1"


def _number(word: str) -> bool:
    return word.isdigit() or word in {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "every"}


def _is_known_already(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """ "the two countries": a small number of known things is no news; people, weapons and vehicles are counted."""
    if text.word(number.first - 1) not in table.sets["definite"] or number.value is None or number.value > 10:
        return False
    return noun is None
