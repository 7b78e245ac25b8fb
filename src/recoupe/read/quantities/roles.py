"""What became of those counted: killed, wounded, arrested ... from the words around a count."""

from collections.abc import Mapping

from recoupe.model import Number
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.asides import STOPS, opens_number, past_apposed
from recoupe.read.quantities.bounds import OPENING
from recoupe.read.quantities.main_verb import is_object
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.siblings import is_caption
from recoupe.read.quantities.states import KILLED, WOUNDED, in_the_end, is_rescue, state_after
from recoupe.read.quantities.tables import Fates, Words
from recoupe.read.quantities.tokens import Phrasebook, Tokens

QUOTED = frozenset('»"”')
CLOSED = frozenset('«"“»”')
"""Marks that may stand between a verb and a count: "avoir tué « vingt-six » agents"."""
STATUS = frozenset(("victim", "homeless", "trapped", "rescued", "missing", "arrested", "kidnapped", "detained"))
"""Roles of a noun of which a verb may say more: "deux victimes ont été hospitalisées"."""
MISSING, RESCUED = "missing", "rescued"
LISTED = frozenset((",", "et", "ainsi", "soit", "de", "d'"))
"""Before one of those that a list counts."""
NEGATED = 4
"""Tokens between a noun and the "ne" of its verb."""
SEARCHES = (["recherche", "de"], ["recherche", "d'"])
"""Before those who are sought: "à la recherche de [quatre] marins"."""
OF = frozenset(("de", "d'", "du", "des"))
LEAD = 14
"""Tokens between a noun and the second of those of whom it tells: "le décès du ministre des Transports, M. X, et de [sept]"."""
ASIDE = 9
"""Tokens of an aside between a verb and a count."""
PARTED = frozenset(("à", "de", "d'"))
"""Prepositions before those counted that a time may part from their lead."""
LEADING = 6
"""Words of the longest lead."""
INITIAL = 3
"""Letters of what a point shortens: "M.", "Mgr."."""
PRONOUNS = frozenset(("ils", "elles"))
"""Before a verb whose subject stands before it, then: "ils ont été blessés"."""
TIME = 9
"""Tokens of a time between a verb and a count."""


def given_role(text: Tokens, first: int, noun: Noun | None, number: Numeral, unit: str, table: Words) -> tuple[str | None, str]:
    """The role of a count and where it comes from: its noun, the words before it, the words after it."""
    none_of = number.high == 0 and noun is not None and noun.of_whole  # "aucun des douze morts n'est identifié" is not no dead
    own = (noun.role, "noun") if noun is not None and noun.role and not none_of else (None, "")
    of_some = is_of_some(text, first, table)
    if noun and own[0] == WOUNDED and not of_some and (by := _died(text.words, first, noun, table)):
        return KILLED, by
    if own[0] and own[0] not in STATUS and not (noun and noun.of_whole):
        return own  # but of "trois des blessés sont morts" the verb says more than the noun
    kind, after = unit_kind(unit), noun.last if noun else number.last
    if is_aside(text, first, after, table) or (noun is None and (is_grave(text, after, table) or is_caption(text, after))):
        return own
    many = 1 if number.bound == "about" and text.word(number.first) in table.sets["one"] else number.low  # "une dizaine ... a été tuée"
    after = _behind(text, after, noun, number, table)
    governed = noun is not None and (
        of_some or text.words[first - 1] in table.sets["governing"] or is_object(text.words, first, table) or is_of_one(text, first, number)
    )
    if is_bereft(text, first, noun, table):
        return KILLED, "before"
    if kind in {UnitKind.PERSON, UnitKind.ANIMAL, None}:
        role, by = _of_people(text, (first, after), many, table, kind, governed=governed)
        may_have = role in table.group_roles if unit in table.groups else kind is UnitKind.PERSON or role in table.sure
        if role and may_have:
            return role, by
    fates = fates_of(unit, table)
    if fates is None:
        return own
    role, by = _of_things(text, (first, after), many, fates, table, governed=governed)
    return (role, by) if role else own


def is_of_some(text: Tokens, first: int, table: Words) -> bool:
    """Whether only some of those counted are spoken of: "deux des [douze] marins", "la moitié des [40] élèves".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_of_some(tokens(t), 2, load("fr")) for t in ("deux des douze marins", "départ des douze marins")]
    [True, False]
    """
    before = first - 2 - (text.word(first - 1) in table.sets["owned"])
    some = text.word(before)
    if not some or text.word(before + 1) not in OF:
        return False
    return opens_number(some, table) or any(some in table.sets[name] for name in ("fractions", "none", "last_of_them"))


def _behind(text: Tokens, at: int, noun: Noun | None, number: Numeral, table: Words) -> int:
    """The token from which on it is told what became of those whose noun or number ends at `at`: behind a bound, a mark, a "ne"."""
    if bound := table.after.ahead(text.words, at):  # "dont 21 au moins ont été évacués", "500 personnes au moins ont péri"
        at += bound[0]
    at += noun is not None and text.word(at) in QUOTED  # "« 32 creuseurs » tués"
    if number.article and text.word(number.first - 1) == ",":
        at = past_apposed(text.words, at, table)
    if number.high != 0:
        return at
    reach = NEGATED if noun is not None and noun.of_whole else 1  # "aucun n'est mort", "aucun des 12 blessés n'est mort"
    return next((place + 1 for place in range(at, at + reach) if text.word(place) in table.sets["negation"]), at)


def _of_people(
    text: Tokens, at: tuple[int, int], many: Number | None, table: Words, kind: UnitKind | None, *, governed: bool
) -> tuple[str | None, str]:
    """What became of people or animals counted from the first token of `at` to the second: by the words before them, else behind them."""
    first, after = at
    verbs, states = (table.verbs, table.states) if kind is UnitKind.PERSON else (table.sure_verbs, table.sure_states)
    if role := role_before(text.words, first, table, verbs):
        return role, "before"
    role = state_after(text, after, many, table, states, governed=governed)
    if role is None and kind is UnitKind.PERSON:
        return of_toll(text.words, first, table), "before"
    return KILLED if role == RESCUED and is_of_bodies(text.words, first, table) else role, "after"


def _of_things(
    text: Tokens, at: tuple[int, int], many: Number | None, fates: Fates, table: Words, *, governed: bool
) -> tuple[str | None, str]:
    """What became of things counted from the first token of `at` to the second: by the words before them, else behind them."""
    first, after = at
    lead = fates.lead.behind(text.words, first)
    if lead is None and first > 1 and text.words[first - 1] in PARTED:
        lead = parted_lead(text.words, first, fates.lead, table)
    if lead is not None:
        return lead[1], "before"
    bare = first - (first > 0 and text.words[first - 1] in table.sets["definite"])  # "avoir abattu dans la nuit les [14] drones"
    if role := said_before(text.words, bare, table, fates.verbs):
        return role, "before"
    return state_after(text, after, many, table, fates.states, governed=governed), "after"


def _died(words: list[str], first: int, noun: Noun, table: Words) -> str:
    """On which side of the wounded it is told that they died: "cinq blessés ont succombé", "la mort de [deux] blessés"."""
    if in_the_end(words, noun.last, WOUNDED, table) == KILLED:
        return "after"
    lead = table.lead.behind(words, first)
    return "before" if lead is not None and lead[1] == KILLED else ""


def is_grave(text: Tokens, after: int, table: Words) -> bool:
    """Whether a number only tells how gravely those before it were hurt: "seize blessés, dont quatre [grièvement], ont été évacués".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_grave(tokens(t), 1, load("fr")) for t in ("quatre grièvement, ont", "quatre enfants, ont")]
    [True, False]
    """
    return text.word(after) in table.sets["gravely"] and text.word(after + 1) in STOPS | {","}


def is_aside(text: Tokens, first: int, after: int, table: Words) -> bool:
    """Whether a count only describes: "la commune ([1.300] habitants) a été évacuée", "ce père de [deux] enfants est mort".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_aside(tokens(t), 3, 5, load("fr")) for t in ("ce père de deux enfants", "la mort de deux enfants")]
    [True, False]
    """
    before = text.word(first - 1)
    if before == "(":
        return text.word(after) == ")"
    what = text.word(first - 2) in table.sets["parents_of"] or text.word(after - 1) in table.sets["storeys"]
    return what and before in table.sets["link"]


def is_of_one(text: Tokens, first: int, number: Numeral) -> bool:
    """Whether one thing only says more of the noun before it, of which the verb tells: "par la chute d'[un] arbre et a été opérée".

    >>> from recoupe.read.quantities.tokens import tokens
    >>> is_of_one(tokens("la chute d'un arbre"), 3, Numeral(3, 4, low=1, value=1, high=1, article=True))
    True
    """
    return number.article and number.value == 1 and text.word(first - 1) == "d'"


def is_of_bodies(words: list[str], at: int, table: Words) -> bool:
    """Whether those counted stand in a list of those whose bodies were found: "les corps de 12 hommes et [4] femmes ont été repêchés".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_of_bodies(t.split(), 6, load("fr")) for t in ("les corps de 12 hommes et 4", "le bateau de 12 hommes et 4")]
    [True, False]
    """
    if at < 1 or words[at - 1] not in LISTED:
        return False
    for place in range(at - 1, max(0, at - LEAD), -1):
        if words[place] in STOPS or (words[place] in table.sets["auxiliaries"] and words[place] != "soit"):
            return False
        if words[place] in OF and words[place - 1] in table.sets["bodies"]:
            return True
    return False


def of_toll(words: list[str], at: int, table: Words) -> str | None:
    """The fate of those of whom a toll is told that comes to a number of people: "le bilan des morts s'élève à [40] personnes".

    >>> from recoupe.read.quantities.tables import load
    >>> [of_toll(t.split(), 6, load("fr")) for t in ("le bilan des morts monte à", "le nombre de voix monte à", "les morts sont venus à")]
    ['killed', None, None]
    """
    if at < LEADING - 1 or table.sets["amounts"].isdisjoint(words[at - 1 : at + 1]):
        return None
    for place in range(at - 2, max(0, at - LEAD), -1):
        if words[place] in STOPS:
            return None
        if words[place] in OF and words[place - 1] in table.sets["tolls"]:
            found = table.nouns.ahead(words, place + 1)
            return found[1][1] if found is not None else None
    return None


def is_bereft(text: Tokens, first: int, noun: Noun | None, table: Words) -> bool:
    """Whether people were lost by death: "a perdu [trois] enfants", "perdu mes [quatre] frères", "perdu sa femme et [deux] neveux"."""
    if noun is None or text.word(noun.first) not in table.sets["bereaved"]:
        return False
    verb = first - 1
    if text.word(verb) == "et" and text.word(verb - 2) in table.sets["one_s_own"]:
        verb -= 2
    verb -= text.word(verb) in table.sets["owned"] | table.sets["one_s_own"]
    return text.word(verb) in table.sets["lost"]


def fates_of(unit: str, table: Words) -> Fates | None:
    """What may have become of things of `unit`; of persons only what those sent to help do.

    >>> from recoupe.read.quantities.tables import load
    >>> sorted(fates_of("house", load("fr")).roles), fates_of("euro", load("fr"))
    (['damaged', 'destroyed', 'evacuated'], None)
    """
    return table.fates.get(unit) or table.fates.get(unit_kind(unit) or "other")


def may_share(unit: str, role: str | None, table: Words) -> bool:
    """Whether things or persons of `unit` may have the `role` of their neighbour in a list.

    >>> from recoupe.read.quantities.tables import load
    >>> may_share("truck", "deployed", load("fr")), may_share("truck", "killed", load("fr"))
    (True, False)
    """
    if unit_kind(unit) is UnitKind.PERSON and role in table.person_roles:
        return True
    fates = fates_of(unit, table)
    return fates is not None and role in fates.roles


def role_before(words: list[str], at: int, table: Words, verbs: Mapping[str, str]) -> str | None:
    """The role that the words before a count give it: "tuant", "a arrêté", "la mort de".

    >>> from recoupe.read.quantities.tables import load
    >>> role_before(["l'", "explosion", "a", "tué", "également"], 5, load("fr"), load("fr").verbs)
    'killed'
    """
    at -= at > 0 and words[at - 1] in OPENING  # "la mort de « [40] civils »"
    if direct := table.lead.behind(words, at):  # "a coûté la vie aux [trois] passagers"
        return direct[1]
    at -= at > 0 and words[at - 1] in table.sets["definite"]  # "a arrêté ses [quatre] complices"
    lead = table.lead.behind(words, at) or (at > 1 and words[at - 1] in PARTED and parted_lead(words, at, table.lead, table))
    if lead:
        return lead[1]
    if is_sought(words, at, table):
        return MISSING
    if at > 2 and words[at - 1] in table.sets["link"] and words[at - 2] == "et":
        return _shared_lead(words, at - 2, table)
    return said_before(words, at, table, verbs) or inverted(words, at, table)


def inverted(words: list[str], at: int, table: Words) -> str | None:
    """The role of those who stand behind their own verb: "où ont été blessés [douze] marins", "sont morts [deux] enfants".

    >>> from recoupe.read.quantities.tables import load
    >>> [inverted(t.split(), t.count(" ") + 1, load("fr")) for t in ("où ont été blessés lundi", "où sont morts", "ils ont blessé")]
    ['wounded', 'killed', None]
    """
    if words[at - 1] in table.sets["settings"]:  # "132 ont été blessées dimanche dans [un] mouvement"
        return None
    at = before_time(words, at, table)
    found = table.states.behind(words, at)
    if found is None or not words[at - 1].endswith("s"):
        return None
    verb = at - found[0] - 1
    return found[1] if verb > 0 and words[verb] in table.sets["be"] and words[verb - 1] not in PRONOUNS else None


def parted_lead(words: list[str], at: int, leads: Phrasebook[str], table: Words) -> tuple[int, str] | None:
    """The lead of a count that a time parts from its preposition: "a coûté la vie lundi matin à [12] soldats", "l'arrestation jeudi de".

    >>> from recoupe.read.quantities.tables import load
    >>> parted_lead("coûté la vie lundi matin à".split(), 6, load("fr").lead, load("fr"))
    (4, 'killed')
    """
    end = before_time(words, at - 1, table)
    head = words[max(0, end - LEADING) : end] if end < at - 1 else []
    return leads.behind([*head, words[at - 1]], len(head) + 1) if head else None


def _shared_lead(words: list[str], at: int, table: Words) -> str | None:
    """The role of a noun that has somebody else before "et": "la mort du colonel et de [deux] de ses gardes".

    >>> from recoupe.read.quantities.tables import load
    >>> _shared_lead(["la", "mort", "du", "maire"], 4, load("fr"))
    'killed'
    """
    for place in range(at - 1, max(0, at - LEAD), -1):
        if words[place] in STOPS and len(words[place - 1]) > INITIAL:
            return None
        if words[place] in OF and (lead := table.lead.behind([*words[place - 2 : place], "de"], 3)):
            return lead[1]
    return None


def is_sought(words: list[str], at: int, table: Words) -> bool:
    """Whether rescuers look for those who are counted: "recherchent toujours [quatre] marins", "à la recherche de [trois] enfants"."""
    if at < 2:
        return False
    verb = at - 1 - (words[at - 1] in table.sets["fillers"])
    return (words[verb] in table.sets["seeking"] or words[at - 2 : at] in SEARCHES) and is_rescue(words, at, table)


def said_before(words: list[str], at: int, table: Words, verbs: Mapping[str, str]) -> str | None:
    """What the verb just before a count says of it.

    >>> from recoupe.read.quantities.tables import load
    >>> said_before(["a", "détruit", "aussi"], 3, load("fr"), load("fr").fates["building"].verbs)
    'destroyed'
    """
    at = before_time(words, at, table)
    if at and words[at - 1] == ",":
        at = before_incise(words, at, table)
    return verbs.get(words[at - 1]) if at else None


def before_incise(words: list[str], at: int, table: Words) -> int:
    """Where an aside begins that parts an active verb from its object and ends before `at`: "a tué[, selon la police,] trois"; 0 for none.

    >>> from recoupe.read.quantities.tables import load
    >>> [before_incise(t.split(), 7, load("fr")) for t in ("a tué , selon la police ,", "été tué , selon la police ,")]
    [2, 0]
    """
    for place in range(at - 2, max(1, at - ASIDE), -1):
        if words[place] in STOPS:
            return 0
        if words[place] == ",":
            return 0 if words[place - 2] in table.sets["be"] else place
    return 0


def before_time(words: list[str], at: int, table: Words) -> int:
    """Where adverbs and a time begin that stand between a verb and a count: "a tué [également]", "a blessé [jeudi soir]".

    >>> from recoupe.read.quantities.tables import load
    >>> before_time(["a", "blessé", "jeudi", "soir"], 4, load("fr")), before_time(["a", "blessé", "à", "lyon"], 4, load("fr"))
    (2, 4)
    """
    while at and (words[at - 1] in table.sets["fillers"] or words[at - 1] in CLOSED):
        at -= 1
    if group := table.collectors.behind(words, at):  # "a dépêché [une équipe de] 17 médecins"
        at -= group[0]
    if at > 1 and words[at - 1] == "place" and words[at - 2] == "sur":
        at -= 2
    first = at
    while first and first > at - TIME and (words[first - 1] in table.sets["hours"] or "0" <= words[first - 1] < ":"):
        first -= 1
    dated = first < at and not all(table.sets[told].isdisjoint(words[first:at]) for told in ("weekdays", "day_parts"))
    return first if dated else at


def used_before(words: list[str], at: int, table: Words) -> bool:
    """Whether the verb before "un drone", or a noun ("l'explosion d'[une] bombe"), says that it was used, hit or seized."""
    if table.used_lead.behind(words, at):
        return True
    at = before_time(words, at, table)
    if at and words[at - 1] == ",":
        at = before_incise(words, at, table)
    return at > 0 and words[at - 1] in table.used_verbs
