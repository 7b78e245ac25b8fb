"""What became of those counted: killed, wounded, arrested ... from the words around a count."""

from recoupe.model import Number
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Phrasebook, Tokens

STOPS = frozenset('.;:!?()\n«»"“”–—')
REACH = 16
"""Tokens after a noun in which its participle may stand."""


def given_role(text: Tokens, first: int, noun: Noun | None, number: Numeral, unit: str, table: Words) -> tuple[str | None, str]:
    """The role of a count and where it comes from: its noun, the words before it, the words after it."""
    if noun is not None and noun.role:
        return noun.role, "noun"
    kind = unit_kind(unit)
    if kind not in {UnitKind.PERSON, UnitKind.ANIMAL, None}:
        return None, ""
    role = role_before(text.words, first, table)
    by = "before" if role else "after"
    role = role or state_after(text, noun.last if noun else number.last, number.low, table, table.states)
    return (role, by) if role and (kind is UnitKind.PERSON or role in table.sure) else (None, "")


def role_before(words: list[str], at: int, table: Words) -> str | None:
    """The role that the words before a count give it: "tuant", "a arrêté", "la mort de".

    >>> from recoupe.read.quantities.tables import load
    >>> role_before(["l'", "explosion", "a", "tué", "également"], 5, load("fr"))
    'killed'
    """
    lead = table.lead.behind(words, at)
    if lead:
        return lead[1]
    while at and words[at - 1] in table.sets["fillers"]:
        at -= 1
    return table.verbs.get(words[at - 1]) if at else None


def used_before(words: list[str], at: int, table: Words) -> bool:
    """Whether the verb before "un drone" says that it was used, hit or seized."""
    while at and words[at - 1] in table.sets["fillers"]:
        at -= 1
    return at > 0 and words[at - 1] in table.used_verbs


def state_after(tokens: Tokens, at: int, many: Number | None, table: Words, states: Phrasebook[str]) -> str | None:
    """What `states` say of a noun that ends before token `at`: "tuées", "ont été tuées"; not "ont arrêté" (they are the agents)."""
    words, auxiliary, end = tokens.words, "", min(len(tokens.words), at + REACH)
    place = at
    while place < end:
        word = words[place]
        if word == ",":
            place = after_apposition(words, place, table)
            continue
        if word in STOPS or word in table.sets["negation"] or word in table.sets["relative"] or begins_count(words, place, table):
            return None
        if word in table.sets["be"]:
            auxiliary = "être"
        elif word in table.sets["have"]:
            auxiliary = "avoir"
        elif found := table.phrases.ahead(words, place):
            return found[1] if states is table.states else None
        elif (
            auxiliary != "avoir" and (found := states.ahead(words, place)) and agrees(words[place], many) and not named(words, place, table)
        ):
            return found[1] if auxiliary or place - at < 4 else None
        place += 1
    return None


def named(words: list[str], at: int, table: Words) -> bool:
    """Whether the word is a noun behind its article: "entre la vie et la [mort]"."""
    return words[at - 1] in table.sets["singular"] | table.sets["one"]


def agrees(word: str, many: Number | None) -> bool:
    """Whether a participle may belong to that many."""
    return word.endswith(("s", "x")) or (many is not None and many < 2)


def begins_count(words: list[str], at: int, table: Words) -> bool:
    """Whether another count begins at `at`, which is no mere setting ("dans trois villages")."""
    number = words[at][0].isdigit() or (words[at] in table.starters and words[at] not in table.sets["one"])
    return number and (at == 0 or words[at - 1] not in table.sets["settings"])


def after_apposition(words: list[str], comma: int, table: Words) -> int:
    """Where the sentence goes on after ", dont deux enfants," if an auxiliary does; else the end of what is looked at."""
    for place in range(comma + 1, min(len(words) - 1, comma + REACH)):
        if words[place] in STOPS:
            break
        if words[place] == "," and (words[place + 1] in table.sets["have"] or words[place + 1] in table.sets["be"]):
            return place + 1
    return len(words)
