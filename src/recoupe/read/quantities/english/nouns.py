"""What an English number counts: the head of the noun phrase behind it, its unit, and the role that the noun itself says."""

from functools import lru_cache

import regex
import simplemma
from msgspec.structs import replace

from recoupe.lang.demonyms import demonyms
from recoupe.ontology import MEASURED, unit_kind
from recoupe.read.quantities.english.guards import is_out_of
from recoupe.read.quantities.english.numerals import single
from recoupe.read.quantities.english.tables import Words
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tokens import Tokens
from recoupe.text import stopwords

REACH = 4
"""Words that may stand between a number and its noun: "three heavily armed young men"."""
SUFFIX = regex.compile(r"[0-9.,]{1,20}+(?P<unit>km|kg|mw|gw|kph|ha)")
STATES = ["u", ".", "s", "."]
OF = ("the", "these", "those", "his", "her", "its", "their", "our")


def noun_after(text: Tokens, number: Numeral, table: Words) -> Noun | None:
    """The noun that `number` counts; None where a time, a name or no noun follows."""
    at = number.last
    if sign := SUFFIX.fullmatch(text.word(number.first)):
        known = table.nouns.ahead([sign["unit"]], 0)
        return Noun(number.first, at, known[1][0], None) if known else None
    if text.word(at) == "of":
        return _of(text, number, table)
    return noun_at(text, at, number, table)


def _of(text: Tokens, number: Numeral, table: Words) -> Noun | None:
    """ "dozens of people"; "three of the five hostages" is a part of them."""
    at, whole = number.last + 1, False
    if text.word(at) in OF:
        at, whole = at + 1, True
        if text.word(at) and (many := single(text.words, at, table)) is not None:
            at = many.last
    elif is_out_of(text, number, table) and (many := single(text.words, at, table)) is not None:
        at, whole = many.last, True
    elif number.bound != "indefinite" and number.value is not None and number.bound != "about":
        return None  # "12 of them", "one of Paris's"
    found = noun_at(text, at, number, table, many=True)
    return replace(found, of_whole=whole) if found else None


def noun_at(text: Tokens, at: int, number: Numeral, table: Words, *, many: bool = False) -> Noun | None:
    """The head of the noun phrase at `at`: the first plural that stands behind adjectives and singular nouns only."""
    words, start = text.words, at
    several = many or number.low is None or number.low >= TWO or number.value == 0
    while at < start + REACH and at < len(words):
        if words[at] in table.sets["times"]:
            return _term(text, at, table)
        known = table.nouns.ahead(words, at)
        if known and _fits(known[1], several=several, zero=number.value == 0) and not _compound(text, at + known[0], table):
            unit, role, _ = known[1]
            return Noun(at, at + known[0], unit, role)
        if known and (many_is_measured := unit_kind(known[1][0]) in MEASURED) and several is not many_is_measured:
            return None
        if known is None and not _modifies(text, at, table):
            return unlisted(text, at, start, table) if several else None
        at += len(STATES) if words[at : at + len(STATES)] == STATES else known[0] if known else 1
    return None


TWO = 2


def _fits(known: tuple[str, str | None, bool], *, several: bool, zero: bool) -> bool:
    """Whether the form of a noun goes with the number: "no injury" too."""
    return known[2] or not several or (zero and known[1] is not None)


def _compound(text: Tokens, at: int, table: Words) -> bool:
    """Whether a known noun stands before the head of a compound: "six police officers", "two aircraft carriers"."""
    following = table.nouns.ahead(text.words, at)
    return following is not None and following[1][2] and text.words[at].isalpha() and text.words[at - 1] in table.sets["odd"]


def _modifies(text: Tokens, at: int, table: Words) -> bool:
    """Whether the word at `at` may stand before the head: an adjective, a singular noun, a people; no function word, mark or name."""
    word = text.words[at]
    if text.words[at : at + len(STATES)] == STATES:
        return True
    if word in table.sets["modifiers"] or word in demonyms("en"):
        return True
    written = text.written(at)
    if word.endswith(AGED):
        return True
    if not word.replace("-", "").isalpha() or word in stopwords("en") or word in table.sets["never"] or word in table.sets["stops"]:
        return False
    if written[0].isupper() and not (written.isupper() and len(written) <= LETTERS):
        return False
    return not _plural(word) and word not in table.sets["follows"]


AGED = "-year-old"
"""What stands before a person whose age is told: "a 34-year-old man"."""
LETTERS = 5
"""Capitals at most of a body that stands before a noun: "two NATO soldiers"."""


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def _term(text: Tokens, at: int, table: Words) -> Noun | None:
    """A time is counted only as a term: "12 years in prison"."""
    known = table.nouns.ahead(text.words, at)
    return Noun(at, at + 1, known[1][0], None) if known and table.terms.ahead(text.words, at + 1) else None


def unlisted(text: Tokens, at: int, start: int, table: Words) -> Noun | None:
    """A plural that no table knows, in small letters and no verb of its own; the unit is its lemma."""
    word = text.word(at)
    plain = word.isalpha() and 4 <= len(word) <= 30 and _plural(word) and word not in stopwords("en")
    if not plain or at > start + 2 or not text.written(at).islower() or word in table.sets["never"] | table.sets["times"]:
        return None
    lemma = singular(word)
    return Noun(at, at + 1, lemma, None, known=False) if lemma else None


@lru_cache(maxsize=20_000)
def singular(word: str) -> str | None:
    """The lemma of a plural; None where the word is none.

    >>> singular("frogs"), singular("always")
    ('frog', None)
    """
    lemma: str = simplemma.lemmatize(word, "en").lower()
    return lemma if lemma != word else None
