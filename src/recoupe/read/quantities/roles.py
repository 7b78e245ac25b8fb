"""What became of those counted: killed, wounded, arrested ... from the words around a count."""

from collections.abc import Mapping
from functools import cache

from recoupe.model import Number
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.main_verb import LASTING, main_fate
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tables import Fates, Words, load
from recoupe.read.quantities.tokens import Phrasebook, Tokens
from recoupe.text import Lookup

STOPS = frozenset('.;:!?()\n«»"“”–—')
DASHES = {"–": "–", "—": "—", "(": ")", ")": ""}
"""What may open or close an apposition, and what closes it."""
STRUCK = 6
"""Tokens behind a weak participle in which the words stand that make it one of a body."""
OPENING = frozenset('«"“')
"""Marks before a word that is said of those counted: "40 drones « neutralisés »"."""
QUOTED = frozenset('»"”')
CLOSED = frozenset('«"“»”')
"""Marks that may stand between a verb and a count: "avoir tué « vingt-six » agents"."""
SEARCH = 60
"""Tokens around "recherchées" in which the disaster stands, or the police."""
INVARIABLE = frozenset(("sur", "hors", "sous", "sans"))
"""Words that begin what is said of people and agree with nothing: "sur place"."""
STATUS = frozenset(("victim", "homeless", "trapped"))
"""Roles of a noun of which a verb may say more: "deux victimes ont été hospitalisées"."""
TIME = 6
"""Tokens of a time between a verb and a count."""
KILLED, WOUNDED = "killed", "wounded"
SHORTEST = 2
"""Letters of a preposition; participles have more."""
CACHED = 50_000
"""Words of which it is kept whether they tell something."""
REACH = 16
"""Tokens after a noun in which its participle may stand."""


def given_role(text: Tokens, first: int, noun: Noun | None, number: Numeral, unit: str, table: Words) -> tuple[str | None, str]:
    """The role of a count and where it comes from: its noun, the words before it, the words after it."""
    own = (noun.role, "noun") if noun is not None and noun.role else (None, "")
    if noun and in_the_end(text.words, noun.last, own[0], table) != own[0]:
        return KILLED, "after"
    if own[0] and own[0] not in STATUS and not (noun and noun.of_whole):
        return own  # but of "trois des blessés sont morts" the verb says more than the noun
    kind, after = unit_kind(unit), noun.last if noun else number.last
    if text.word(first - 1) == "(" and text.word(after) == ")":  # "la commune (1.300 habitants) a été évacuée": of the commune
        return own
    many = 1 if number.bound == "about" and text.word(number.first) in table.sets["one"] else number.low  # "une dizaine ... a été tuée"
    if noun is None and (bound := table.after.ahead(text.words, after)):  # "dont 21 au moins ont été évacués"
        after += bound[0]
    after += number.high == 0 and text.word(after) in table.sets["negation"]  # "aucun n'est mort"
    after += text.word(after) in QUOTED and noun is not None  # "« 32 creuseurs » tués"
    if is_bereft(text, first, noun, table):
        return KILLED, "before"
    if kind in {UnitKind.PERSON, UnitKind.ANIMAL, None}:
        verbs, states = (table.verbs, table.states) if kind is UnitKind.PERSON else (table.sure_verbs, table.sure_states)
        role = role_before(text.words, first, table, verbs)
        by = "before" if role else "after"
        role = role or state_after(text, after, many, table, states)
        may_have = role in table.group_roles if unit in table.groups else kind is UnitKind.PERSON or role in table.sure
        if role and may_have:
            return role, by
    fates = fates_of(unit, table)
    if fates is None:
        return own
    if role := (found[1] if (found := fates.lead.behind(text.words, first)) else said_before(text.words, first, table, fates.verbs)):
        return role, "before"
    role = state_after(text, after, many, table, fates.states)
    return (role, "after") if role else own


def is_bereft(text: Tokens, first: int, noun: Noun | None, table: Words) -> bool:
    """Whether people were lost by death: "a perdu [trois] enfants", "perdu mes [quatre] frères", "perdu sa femme et [deux] neveux"."""
    if noun is None or text.word(noun.first) not in table.sets["bereaved"]:
        return False
    verb = first - 1
    if text.word(verb) == "et" and text.word(verb - 2) in table.sets["one_s_own"]:
        verb -= 2
    verb -= text.word(verb) in table.sets["owned"] | table.sets["one_s_own"]
    return text.word(verb) in table.sets["lost"]


def in_the_end(words: list[str], at: int, role: str | None, table: Words) -> str | None:
    """`role`; of the wounded, killed where the verb right behind them, at `at`, tells of their death: "cinq blessés [ont succombé]".

    >>> from recoupe.read.quantities.tables import load
    >>> [in_the_end(["blessés", "ont", verb], 1, "wounded", load("fr")) for verb in ("succombé", "fui")]
    ['killed', 'wounded']
    """
    if role != WOUNDED or at >= len(words) or words[at] not in table.sets["have"] | table.sets["be"]:
        return role
    found = table.phrases.ahead(words, at + 1) or table.states.ahead(words, at + 1)
    return KILLED if found is not None and found[1] == KILLED else role


def fates_of(unit: str, table: Words) -> Fates | None:
    """What may have become of things of `unit`; of persons only what those sent to help do.

    >>> from recoupe.read.quantities.tables import load
    >>> sorted(fates_of("house", load("fr")).roles), fates_of("euro", load("fr"))
    (['damaged', 'destroyed'], None)
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
    lead = table.lead.behind(words, at)
    if lead:
        return lead[1]
    return said_before(words, at, table, verbs)


def said_before(words: list[str], at: int, table: Words, verbs: Mapping[str, str]) -> str | None:
    """What the verb just before a count says of it.

    >>> from recoupe.read.quantities.tables import load
    >>> said_before(["a", "détruit", "aussi"], 3, load("fr"), load("fr").fates["building"].verbs)
    'destroyed'
    """
    at = before_time(words, at, table)
    return verbs.get(words[at - 1]) if at else None


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
    return at > 0 and words[at - 1] in table.used_verbs


def state_after(tokens: Tokens, at: int, many: Number | None, table: Words, states: Phrasebook[str]) -> str | None:
    """What `states` say of a noun that ends before token `at`: "tuées", "ont été tuées"; not "ont arrêté" (they are the agents)."""
    words, auxiliary, end = tokens.words, "", min(len(tokens.words), at + REACH)
    telling, place = tellers(table.language), at
    people = states is table.states or states is table.sure_states
    while (place := _following(words, (place, end), telling)) < end:
        word = words[place]
        if word == "," or word in DASHES:
            place = after_apposition(words, place, table)
            continue
        if word in table.sets["negation"] and (found := table.phrases.ahead(words, place)):  # "n'a pas survécu"
            return found[1] if people else None
        place += word in OPENING and states.ahead(words, place + 1) is not None
        word = words[place]
        if ends_clause(words, place, table):
            return None
        if word in table.sets["be"]:
            auxiliary = "être"
        elif word in table.sets["have"]:
            auxiliary = "avoir"
        elif found := table.phrases.ahead(words, place):
            return found[1] if people else None
        elif (found := states.ahead(words, place)) and is_said(words, place, (auxiliary == "avoir", people), many, table):
            near = auxiliary or place - at < 4
            role = found[1] if near and (states is table.used_states or strikes(words, place, table)) else None
            after = place + found[0]
            return _by_main_verb(words, (after, role), many, (table, states)) if not auxiliary else in_the_end(words, after, role, table)
        elif auxiliary and word in table.sets["linking"] and opens_phrase(words, place + 1, table):
            return None  # "un camion a été percuté et un cheval tué": another noun
        place += 1
    return None


def _by_main_verb(words: list[str], told: tuple[int, str | None], many: Number | None, by: tuple[Words, Phrasebook[str]]) -> str | None:
    """What the main verb tells, else what the participle told that ends at a token: of the dead nothing more."""
    after, role = told
    return role if role in {None, LASTING} else main_fate(words, after, many, by) or role


def ends_clause(words: list[str], at: int, table: Words) -> bool:
    """Whether what follows is no longer said of the noun before: a stop, a negation, a relative clause, another noun or count."""
    word = words[at]
    if word in table.sets["be"] and opens_phrase(words, at + 1, table):  # "serait le frère d'un détenu arrêté"
        return True
    if word in STOPS or word in table.sets["negation"] or word in table.sets["relative"]:
        return True
    return begins_count(words, at, table) and not table.phrases.ahead(words, at)


def is_said(words: list[str], at: int, by: tuple[bool, bool], many: Number | None, table: Words) -> bool:
    """Whether the participle at `at` may be said of that many. `by`: whether "avoir" stands before it, whether it is said of people."""
    have, people = by
    fits = not people and many != 1 and is_unaided(words, at, table) if have else agrees(words[at], many)
    return fits and not named(words, at, table)


def is_unaided(words: list[str], at: int, table: Words) -> bool:
    """Whether a thing did by itself what the participle behind "avoir" says: "ont coulé"; not "ont brûlé un feu".

    >>> [is_unaided(w.split(), 1, load("fr")) for w in ("ont coulé au large", "ont coulé un cargo", "ont détruit")]
    [True, False, False]
    """
    return words[at] in table.sets["unaided"] and not opens_phrase(words, at + 1, table)


def _following(words: list[str], at: tuple[int, int], telling: Lookup[bool]) -> int:
    """Where the next word stands that may tell something: most do not."""
    place, end = at
    while place < end and not telling[words[place]]:
        place += 1
    return place


@cache
def tellers(language: str) -> Lookup[bool]:
    """Whether a word can have a say in what became of those counted before it.

    >>> list(map(tellers("fr").__getitem__, ("tuées", "ont", ",", "12", "grumiers", "dans")))
    [True, True, True, True, False, False]
    """
    known = _listed(load(language))
    return Lookup(lambda word: word[0].isdigit() or word in known, CACHED)


def _listed(table: Words) -> frozenset[str]:
    """The words and marks that may tell something."""
    around = (table.sets[name] for name in ("negation", "relative", "auxiliaries", "linking"))
    books = (table.phrases, table.states, table.sure_states, table.used_states, *(fates.states for fates in table.fates.values()))
    return frozenset((*STOPS, *DASHES, ",")).union(table.starters, *around, *(book.first for book in books))


def opens_phrase(words: list[str], at: int, table: Words) -> bool:
    """Whether an article stands at `at`."""
    return at < len(words) and words[at] in table.sets["articles"]


def strikes(words: list[str], at: int, table: Words) -> bool:
    """Whether the participle at `at` tells of a body: always, but for the weak ones ("touchés par la crise")."""
    if words[at] not in table.weak or words[at - 1] in table.sets["gravely"]:
        return True
    if words[at] in table.sets["sought"]:
        around = words[max(0, at - SEARCH) : at + SEARCH]
        return not table.sets["perils"].isdisjoint(around) and table.sets["pursuers"].isdisjoint(around)
    for place in range(at + 1, min(len(words), at + STRUCK)):
        if words[place] in STOPS or words[place] == ",":
            return False
        known = table.nouns.ahead(words, place)
        if (
            words[place] in table.sets["body"]
            or table.struck.ahead(words, place)
            or (known and unit_kind(known[1][0]) in table.struck_kinds)
        ):
            return True
    return False


def named(words: list[str], at: int, table: Words) -> bool:
    """Whether the word is a noun behind its article: "entre la vie et la [mort]"."""
    return words[at - 1] in table.sets["before_noun"]  # "en danger de mort"


def agrees(word: str, many: Number | None) -> bool:
    """Whether a participle or verb may belong to that many; "à pied d'œuvre" agrees with nothing."""
    return len(word) <= SHORTEST or word.endswith(("s", "x", "nt")) or word in INVARIABLE or (many is not None and many < 2)


def begins_count(words: list[str], at: int, table: Words) -> bool:
    """Whether another count begins at `at`, which is no mere setting ("dans trois villages")."""
    number = words[at][0].isdigit() or (words[at] in table.starters and words[at] not in table.sets["one"])
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "des" and after not in table.numbers.scales and after.removesuffix("s") not in table.numbers.collectives:
        return False  # "les canards d'un élevage des Landes ont été abattus", not "des dizaines"
    if number and after in table.sets["ages"]:  # "deux hommes de 19 et [22] ans"
        return False
    return number and (at == 0 or words[at - 1] not in table.sets["settings"])


def _verb_of_list(words: list[str], last: int, table: Words) -> int:
    """Where the verb of a list stands whose last member is behind "et": "21 maisons, une école et un immeuble [ont] été"."""
    for place in range(last, min(len(words), last + REACH)):
        if words[place] in STOPS or words[place][0].isdigit():
            break
        if words[place] in table.sets["auxiliaries"]:
            return place if words[place].endswith("nt") else len(words)
    return len(words)


def after_apposition(words: list[str], comma: int, table: Words) -> int:
    """Where the sentence goes on after ", dont deux enfants," or "(65 civils)" if an auxiliary does; else the end of what is looked at."""
    closing = DASHES.get(words[comma], ",")
    if comma + 1 < len(words) and words[comma + 1] in table.sets["gravely"]:
        return comma + 1  # "deux collègues, grièvement brûlés"
    if closing == "," and comma + 2 < len(words) and words[comma + 1] == "qui" and words[comma + 2].endswith("nt"):
        return comma + 2  # "deux hommes, qui ont été interpellés"
    if comma + 1 < len(words) and words[comma + 1].endswith("nt") and words[comma + 1] in table.sets["auxiliaries"]:
        return comma + 1  # the last of what was put in: ", dont 22 civils et trois policiers, ont été tuées"
    for place in range(comma + 1, min(len(words) - 1, comma + REACH)):
        if words[place] in STOPS and words[place] != closing:
            break
        if closing == "," and words[place] == "et" and words[comma + 1] in table.sets["one"]:
            return _verb_of_list(words, place, table)
        if words[place] == closing and words[place + 1] in table.sets["have"] | table.sets["be"] | table.sets["negation"]:
            return place + 1
    return len(words)
