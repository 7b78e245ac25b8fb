"""What became of those counted, by more than the words right around them: by those counted before, by a disease, by a verb of their own."""

from recoupe.ontology import UnitKind
from recoupe.read.quantities.asides import STOPS, after_apposition
from recoupe.read.quantities.counts import Count
from recoupe.read.quantities.ellipsis import opens_sentence, within
from recoupe.read.quantities.nouns import BACK, Noun
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.roles import fates_of, given_role
from recoupe.read.quantities.siblings import is_plural_verb, joins
from recoupe.read.quantities.states import WOUNDED
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens
from recoupe.read.quantities.wards import HOSPITALISED

AT_NUMBER = ["au", "nombre"]
CLAUSE = 9
"""Tokens behind a noun in which "parmi les morts" stands."""
HURT = frozenset((WOUNDED, "infected"))
PATIENT = "patient"
"""Those of whom "admis" says that a hospital took them in."""


def is_told(text: Tokens, noun: Noun | None, unit: str, table: Words) -> bool:
    """Whether what became of all stands right behind their noun: "la majorité des [600] personnes sauvées", "64 des [89] drones lancés"."""
    if noun is None:
        return False
    fates = fates_of(unit, table)
    return any(states.ahead(text.words, noun.last) for states in (table.states, *((fates.states,) if fates else ())))


def told_role(
    text: Tokens, at: tuple[int, Numeral], what: tuple[Noun | None, str], earlier: list[Count], table: Words
) -> tuple[str | None, str]:
    """The role of a count and where it comes from: the words around it, those counted before ("ceux de [trois] enfants"), a disease."""
    (first, number), (noun, unit) = at, what
    role, by = given_role(text, first, noun, number, unit, table)
    if role is not None:
        return role, by
    told = _named_among(text, noun, table) or _of_those(text, first, earlier, table) or _admitted(text, at, noun, earlier, table)
    return told or _sick(text, number, noun, unit, table)


def _admitted(text: Tokens, at: tuple[int, Numeral], noun: Noun | None, earlier: list[Count], table: Words) -> tuple[str, str] | None:
    """The role of those of the wounded or sick who were admitted, where else they were would be said: "55 blessés, dont [41] admis"."""
    if noun is not None:
        return None
    verb = at[1].last
    while text.word(verb) in table.sets["auxiliaries"] or text.word(verb) in table.sets["fillers"]:
        verb += 1
    if text.word(verb) not in table.sets["admitted"]:
        return None
    whole = next((count for count in within(text.words, at[0], earlier, 0) if count.noun is not None or not count.part), None)
    return (HOSPITALISED, "after") if whole is not None and (whole.role in HURT or whole.unit == PATIENT) else None


def _named_among(text: Tokens, noun: Noun | None, table: Words) -> tuple[str, str] | None:
    """The role of those among whom people are: "[Un] Suisse figure parmi les neuf morts", "[deux] élus sont au nombre des blessés"."""
    if noun is None or noun.kind is not UnitKind.PERSON:
        return None
    for place in range(noun.last, min(len(text.words), noun.last + CLAUSE)):
        if text.words[place] in STOPS or text.words[place] == ",":
            return None
        if text.words[place] in table.sets["among"] or text.words[place - 2 : place] == AT_NUMBER:
            at = place + 1 + (text.word(place + 1) in table.sets["owned"])
            at += bound[0] if (bound := table.bounds.ahead(text.words, at)) else 0
            number = single(text.words, at, table)
            found = table.nouns.ahead(text.words, number.last if number is not None else at)
            return (found[1][1], "after") if found is not None and found[1][1] is not None else None
    return None


def _of_those(text: Tokens, first: int, earlier: list[Count], table: Words) -> tuple[str, str] | None:
    """The role of "14 corps, dont ceux de [trois] enfants": that of those counted before in the sentence."""
    if text.word(first - 1) not in table.sets["link"] or text.word(first - 2) not in table.sets["those"]:
        return None
    last = next(within(text.words, first, earlier, 0), None)
    return (last.role, "before") if last is not None and last.role in table.sure and last.by == "noun" else None


def _sick(text: Tokens, number: Numeral, noun: Noun | None, unit: str, table: Words) -> tuple[str | None, str]:
    """The role of cases where the report speaks of a disease: "118 cas", "aucun nouveau cas"; not "trois cas de fraude"."""
    last = noun.last if noun is not None else number.last
    if unit != "case" or text.word(last) in table.sets["link"]:
        return None, ""
    return (None, "") if table.sets["diseases"].isdisjoint(text.around(last - 1, BACK)) else ("infected", "noun")


def told_apart(text: Tokens, at: tuple[int, Numeral], noun: Noun | None, table: Words) -> bool:
    """Whether the others have a verb of their own: "12 morts, une centaine d'autres [ont] été évacués", "et sept [restent] captifs"."""
    first, number = at
    alone = joins(text, first, number, table) or opens_sentence(text, at, table)
    same = table.sets["owned"] | table.sets["others"] | table.sets["elsewhere"]  # "sept l'ont été", "et 1.500 en Syrie"
    if noun is None and alone and text.word(number.last) not in same:
        return True
    if noun is None and text.word(first - 1) in {",", ";"} and text.word(number.last) in table.sets["auxiliaries"] | {"ayant"}:
        return True  # "deux enfants sont morts, [quatre] sont dans le coma", "dix drones abattus, [deux] ayant atteint leur cible"
    at_verb = number.last + (text.word(number.last) in table.sets["link"])
    if noun is not None:  # "dont 25 occupants [ont] été retrouvés": more than of the others is said of them
        return text.word(noun.last) in table.sets["auxiliaries"]
    if text.word(at_verb) in table.sets["others"] and (contrasts(text, (first, at_verb + 1), table) or _done_to(text, first, table)):
        return True
    verb = text.word(at_verb + 1)
    return text.word(at_verb) in table.sets["remaining"] and (
        verb in table.sets["auxiliaries"] or (at_verb > number.last and is_plural_verb(verb))
    )


def _done_to(text: Tokens, first: int, table: Words) -> bool:
    """Whether another verb of the sentence has others as its object: "a tué 31 personnes et forcé [200.000] autres à fuir"."""
    first -= text.word(first - 2) in table.sets["letting"]  # "en laissant passer [huit] autres"
    joint, verb = text.word(first - 2), text.word(first - 1)
    done = verb.endswith("é") or verb in table.sets["done"]
    return (joint == "et" and done) or (joint in {"en", ","} and len(verb) > 3 and verb.endswith("ant"))


def contrasts(text: Tokens, at: tuple[int, int], table: Words) -> bool:
    """Whether others are set against those before, or have a verb behind what is put in: "[27] autres, dont 8 enfants, en sont sortis".

    `at`: where their number begins, and what stands behind "autres".
    """
    first, behind = at
    if text.word(behind) in table.sets["verbal"] and text.word(behind + 1) in table.sets["auxiliaries"]:  # "trois autres l'ont été"
        return False
    if text.word(first - 1) == "que" and text.word(first - 2) in table.sets["whereas"]:
        return True
    return text.word(behind) == "," and after_apposition(text.words, behind, table) < len(text.words)


def is_fraction(words: list[str], first: int, table: Words) -> bool:
    """Whether only a part of the number is spoken of: "la moitié des [240] passagers ont été évacués", "vingt-deux des [30] otages".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_fraction(t.split(), 2, load("fr")) for t in ("trente-deux des 40 élus", "affaires des 40 élus")]
    [True, False]
    """
    at = first - 1
    owned = at > 0 and words[at] in table.sets["owned"]  # "deux de ses [cinq] gardes"
    at -= owned
    if words[at] == "sur" and at > 0 and first + 1 < len(words):
        behind = words[first + 1]
        return (owned and behind == ",") or behind in table.sets["auxiliaries"]  # "48 candidats, sur les [150], ont été arrêtés"
    if at < 1 or words[at] not in {"des", "de", "du", "d'"}:
        return False
    part = words[at - 1]
    number = part.partition("-")[0] in table.starters and words[at] != "de"
    return part in table.sets["fractions"] or part == "%" or "0" <= part < ":" or number
