"""Numbers beside another that share its noun and are no part of it: "et neuf sont disparues", "15 à Nice et huit à Menton"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind
from recoupe.read.quantities.nouns import singular
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.of_them import is_only_of_them
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens, opening

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

ENDS = frozenset(".!?…\n")
ONES = frozenset((UnitKind.PERSON, UnitKind.ANIMAL, UnitKind.WEAPON, UnitKind.VEHICLE))
"""Kinds of things of which one is counted by "un": "trois blessés, dont un grièvement"."""
CLAUSES = frozenset((";", ":", "«", "–", "—"))
OPENERS = ENDS | CLAUSES | {"mais", "et", ","}
"""Before a number that is the subject of a verb in the plural: "deux ont fui, [trois] manquent"."""
_OUTSIDE = ENDS | CLAUSES | {",", "dont", "("}
"""What sets a list of parts apart from its whole, or begins another clause."""
SHORTEST = 4
"""Letters that a verb in the plural has more than, unlike "cent" and "vent"."""
PARTICIPLES = ("és", "ées", "is", "ies", "us", "ues", "ises", "its", "ites", "ts", "tes")
"""The same, and those of irregular verbs."""
SEVERAL = ("és", "ées", "is", "ies", "us", "ues")
"""Endings of participles of several."""
FRONTED = 4
"""Tokens of "invités mardi," behind those out of whom something is said."""
THOUSAND = 1000
"""From so many on, a number before "à" is that of another place: "et 900 000 à travers le pays"."""


def is_caption(text: Tokens, at: int) -> bool:
    """Whether a word with a capital and a colon stands at `at`: "27 [Présents :] 23".

    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_caption(tokens(t), 1) for t in ("27 Présents : 23", "27 présents : Jean")]
    [True, False]
    """
    return text.word(at + 1) == ":" and text.written(at)[0].isupper()


def acts(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether a verb in the plural stands behind a number that opens its clause: "; [deux] souffrent de brûlures", "Seuls [sept] nagent".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [acts(tokens(t), (0, Numeral(0, 1, 2, 2, 2)), load("fr")) for t in ("deux souffrent", "deux seulement", "deux enfants")]
    [True, False, False]
    """
    first, number = at
    first -= first > 0 and text.words[first - 1] in table.sets["alone"] | table.sets["only"]
    opens = first == 0 or text.words[first - 1] in OPENERS
    verb = text.written(number.last) if number.last < len(text.words) else ""
    return opens and number.value != 1 and verb.islower() and is_plural_verb(verb)


def is_plural_verb(word: str) -> bool:
    """Whether a word may by its ending be a verb of several; no adverb, no adjective: "d'autres [menacent] de s'effondrer".

    >>> [is_plural_verb(word) for word in ("menacent", "restent", "fermeront", "gravement", "innocent", "front")]
    [True, True, True, False, False, False]
    """
    return (
        len(word) > SHORTEST
        and word.endswith(("ent", "eront", "iront", "dront", "vront"))
        and not word.endswith(("ment", "nocent", "pourcent"))
    )


def is_beside(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> bool:
    """Whether a number and the one before it each have a place or a state of their own: "15 blessés admis à Nice et [huit] à Menton".

    Behind a comma only of what is named in the same way right behind the noun ("7 en urgence absolue, [16] en urgence relative", "200 cas
    à X, [150] à Y"): a list may be one of parts ("200 morts en Italie, 150 à Naples").
    """
    first, number = at
    own = next((name for name in ("elsewhere", "gravely", "weekdays") if text.word(number.last) in table.sets[name]), None)
    if not earlier or earlier[-1].part or earlier[-1].kind in MEASURED:
        return False
    if own is None:
        return is_sorted_alike(text, at, earlier[-1], table) or is_of_kind(text, number, earlier, table)
    joint, skipped = first - 1, table.sets["fillers"]
    while text.word(joint) in skipped or (text.word(joint) == "," and text.word(joint - 1) in skipped):  # "ou, encore, huit"
        joint -= 1
    joint -= text.word(joint) == "mais"  # "200 à Dole, mais aussi [80] à Lons"
    bracketed = len(earlier) > 1 and text.word(earlier[-1].first - 1) == "("  # "900 à Pau (700 selon la police), [80] à Dax"
    before = (earlier[-2].end, earlier[-1].first - 1) if bracketed else (earlier[-1].end, joint)
    link, between = text.word(joint), _on_one_row(text, before, table)
    if not _OUTSIDE.isdisjoint(between[:-1] if between[-1:] == [","] and link in {"et", "ou"} else between):
        return False
    if link in {"et", "ou"}:
        return not table.sets[own].isdisjoint(between)
    if link in {",", ";"} and _is_fronted(text, number.last, earlier[-1].first, table):
        return True
    if link not in {",", ";"} or not between or not _is_named_alike(text, number.last, between, table):
        return False
    timed = any(not table.sets[name].isdisjoint(between) for name in ("day_parts", "weekdays", "months", "times"))
    daily = own == "weekdays" and len(between) == 1  # "25 morts lundi, [72] mardi et 111 mercredi"
    return not timed or daily or between[:2] == text.words[number.last : number.last + 2]


def _is_fronted(text: Tokens, place: int, before: int, table: Words) -> bool:
    """Whether a town opens the sentence of the count `before` and another one stands at `place`: "À Metz, 90 ont défilé, [60] à Toul"."""
    towns, head = table.sets["at_towns"], opening(text.words, before, ENDS)
    return all(text.word(i) in towns and text.written(i + 1)[:1].isupper() for i in (place, head)) and head < before


def _on_one_row(text: Tokens, between: tuple[int, int], table: Words) -> list[str]:
    """The words without the commas between names, and without who says it: "450 à Redon[,] Vitré et Fougères, [selon X,] 80 à Dol"."""
    first, last = between
    last = next((i for i in range(first + 1, last) if table.rivals.ahead(text.words, i) is not None), last)
    inner = range(first + 1, last - 1)
    commas = {i for i in inner if text.word(i) == "," and text.written(i - 1)[:1].isupper() and text.written(i + 1)[:1].isupper()}
    return [text.word(i) for i in range(first, last) if i not in commas]


def is_sorted_alike(text: Tokens, at: tuple[int, Numeral], last: "Count", table: Words) -> bool:
    """Whether a participle alone stands behind a number and one like it behind those before: "5 trains supprimés, [12] retardés"."""
    first, number = at
    if text.word(first - 1) not in {",", ";"} or number.article or last.noun is None:
        return False
    if not is_sorted(text, number.last, table) or not ENDS.isdisjoint(text.words[last.end : first]):
        return False
    feminine = text.word(number.last).endswith("es")
    places = range(last.end, first - 1)
    return any(is_sorted(text, place, table) and text.words[place].endswith("es") == feminine for place in places)


def is_of_kind(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> bool:
    """Whether only another sort of what was counted is named: "trois médailles d'or et [deux] d'argent"; not "et trois de plus"."""
    links = table.sets["link"]
    if number.article or not earlier or text.word(number.last) not in links or text.word(number.first - 1) not in {"et", ",", ";"}:
        return False
    last, sort = earlier[-1], text.word(number.last + 1)
    if number.bound != "exact" or last.noun is None or last.number.article or number.last - number.first > 1:
        return False
    told = links.isdisjoint(text.words[last.noun.first : last.noun.last]) and text.word(last.noun.last) not in links
    named = sort.isalpha() and sort not in table.sets["owned"] | table.sets["others"] | table.sets["qualifying"] | {"plus", "moins"}
    return named and not told and ENDS.isdisjoint(text.words[last.end : number.first])


def is_sorted(text: Tokens, at: int, table: Words) -> bool:
    """Whether a participle in the plural stands at `at`, no noun.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_sorted(tokens(word), 0, load("fr")) for word in ("retardés", "mises en examen", "employés", "avis")]
    [True, True, False, False]
    """
    word = text.word(at)
    if not word.endswith(PARTICIPLES):
        return False
    never = table.sets["no_nouns" if word.endswith(SEVERAL[:2]) else "sorting"]
    known = word in never or word in table.thing_states or table.states.ahead(text.words, at) is not None
    return known or singular(word, table.language) is None


def _is_named_alike(text: Tokens, at: int, between: list[str], table: Words) -> bool:
    """Whether a place at `at` is named as the one before it: right behind the noun, or behind its verb ("tués à Lille, un à Paris")."""
    place, towns = text.word(at), table.sets["at_towns"]
    if {between[0], place} <= towns or {between[0], place} <= table.sets["weekdays"] or between[0] == place:
        return True
    beside = len(between) > 1 and between[-2] in table.sets["link"] and (table.sets["placing"] - towns).isdisjoint(between)
    if (
        place in towns and beside and text.written(at + 1)[:1].isupper()
    ):  # "12 drones au-dessus de Lille, 9 à Metz"; not "dans la région de Lille"
        return True
    if place in towns:
        return any(word in towns and not before[:1].isdigit() for before, word in pairwise(between))
    pair = text.words[at : at + 2]
    return place in table.sets["placing"] and any(between[start : start + 2] == pair for start in range(len(between) - 1))


def joins(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether a number is the subject of a clause of its own behind "et": "40 personnes ont péri et [une centaine] sont portées disparues".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [joins(tokens(t), 1, Numeral(1, 2, 9, 9, 9), load("fr")) for t in ("et neuf sont disparues", "et neuf à Lyon")]
    [True, False]
    """
    if not is_joined(text, first, table):
        return False
    if (number.low or 0) >= THOUSAND and text.word(number.last) in table.sets["elsewhere"]:
        return True  # "300 000 personnes à Paris et [900 000] à travers le pays"
    at = number.last + (text.word(number.last) in {"se", "s'", "ne", "n'"})
    verb = text.word(at)
    known = verb in table.sets["auxiliaries"] or verb in table.sets["predicates"] or at > number.last or acts(text, (first, number), table)
    return known and verb.endswith("nt")


def is_gapped(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether only a participle stands behind "et" and a number: "68 cas ont été acquis sur place et [17] importés".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> nine = Numeral(1, 2, 9, 9, 9)
    >>> [is_gapped(tokens(t), 1, nine, load("fr")) for t in ("et neuf importés", "et neuf commis", "et neuf à Lyon", "sur neuf importés")]
    [True, False, False, False]
    """
    word = text.word(number.last)
    if text.word(first - 1) != "et" or number.article:
        return False
    return word in table.sets["sorting"] or (word.endswith(SEVERAL) and singular(word, table.language) is None)


def is_one_elsewhere(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> bool:
    """Whether "un", "aucun" is one more of those counted at places: "trois ouvriers ont été tués à Lille, [un] à Paris"; not "un à un"."""
    if not earlier or number.value not in {0, 1} or text.word(number.first - 1) not in {",", ";", "et"}:
        return False
    place, last = text.word(number.last), earlier[-1]
    if (
        place not in table.sets["placing"]
        or not text.written(number.last + 1)[:1].isalpha()
        or text.word(number.last + 1) in table.sets["one"]
    ):
        return False
    between = text.words[last.end : number.first]
    alike = last.kind in ONES or (number.value == 0 and last.kind not in MEASURED)
    counted = not last.number.article or last.noun is None  # "trois à Lille, un à Paris et [un] à Metz"
    return alike and counted and ENDS.isdisjoint(between) and not table.sets["placing"].isdisjoint(between)


def is_of_fronted(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> bool:
    """Whether "aucun", "un seul" tells of those out of whom the clause says it: "Sur les sept prévenus, [aucun] n'a", "[un] seul est"."""
    none = number.high == 0 and text.word(number.last) in table.sets["negation"]
    if not earlier or not (none or (number.value == 1 and text.word(number.last) in table.sets["alone"])):
        return False
    whole = earlier[-1]
    lead = whole.first - 1 - (text.word(whole.first - 1) in table.sets["owned"])
    out_of = text.word(lead) in table.sets["among"] | table.sets["per"] - {"pour"} and (lead == 0 or text.word(lead - 1) in OPENERS)
    between = text.words[whole.end : number.first]
    return out_of and between[-1:] == [","] and len(between) <= FRONTED and between.count(",") == 1 and whole.kind not in MEASURED


def leans_as_one(text: Tokens, number: Numeral, earlier: "list[Count]", table: Words) -> bool:
    """Whether "un" or "aucun" without a noun is one or none of those counted before by where it stands: at another place, out of all, or
    behind a verb with "en": "l'ONG parle de 14 morts, la police n'en reconnaît qu'[un]"."""
    return (
        is_one_elsewhere(text, number, earlier, table)
        or is_of_fronted(text, number, earlier, table)
        or (number.value == 1 and is_only_of_them(text, number.first, number.last, table))
    )


def is_joined(text: Tokens, first: int, table: Words) -> bool:
    """Whether "et", "mais" or "tandis que" stands before a number.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_joined(tokens(t), t.count(" "), load("fr")) for t in ("et neuf", "alors que neuf", "dit que neuf")]
    [True, True, False]
    """
    link = text.word(first - 1)
    return link in {"et", "mais"} or (link == "que" and text.word(first - 2) in table.sets["whereas"])
