"""What stands behind those counted and tells what became of them: "tuées", "ont été évacuées", "restent introuvables"."""

from functools import cache

from recoupe.model import Number
from recoupe.ontology import unit_kind
from recoupe.read.quantities.asides import DASHES, REACH, STOPS, behind_parts, opens_number, past_aside, past_incise, tells_age
from recoupe.read.quantities.main_verb import LASTING, is_object, main_fate
from recoupe.read.quantities.siblings import is_plural_verb
from recoupe.read.quantities.tables import Words, load
from recoupe.read.quantities.tokens import LONGEST, Phrasebook, Tokens
from recoupe.read.quantities.wards import HOSPITALISED, is_admitted
from recoupe.text import Lookup

PAR = 2
"""Tokens behind "touchés" in which "par la crise" stands."""
STRUCK = 6
"""Tokens behind a weak participle in which the words stand that make it one of a body."""
OPENING = frozenset('«"“')
"""Marks before a word that is said of those counted: "40 drones « neutralisés »"."""
SEARCH = 60
"""Tokens around "recherchées" in which the disaster stands, or the police."""
INVARIABLE = frozenset(("sur", "hors", "sous", "sans"))
"""Words that begin what is said of people and agree with nothing: "sur place"."""
SHORTEST = 2
"""Letters of a preposition; participles have more."""
CACHED = 50_000
"""Words of which it is kept whether they tell something."""
KILLED, WOUNDED, RESCUED = "killed", "wounded", "rescued"
WHO, OWN = "qui", 4
"""What opens a relative clause of those counted, and the tokens from their number in which it does."""
NEAR = 4
"""Tokens behind a noun in which a participle is said of it without an auxiliary."""
UNBOUND = frozenset(("été", "être", "avoir", "eu"))
"""Forms of the auxiliaries that are of no number."""
Told = tuple[str | None]
"""What became of them: the search is over, even where it is nothing."""


def state_after(
    tokens: Tokens, at: int, many: Number | None, table: Words, states: Phrasebook[str], *, governed: bool = False
) -> str | None:
    """What `states` say of a noun that ends before token `at`: "tuées", "ont été tuées"; not "ont arrêté" (they are the agents).

    A noun `governed` by a preposition is the subject of no verb: "les maisons dans [11] villages ont été détruites", "deux des [12] marins
    disparus sont morts".
    """
    words, at = _before_verb(tokens.words, at, table) if governed else (tokens.words, at)
    auxiliary, another = "", False
    end, telling, place = min(len(words), at + REACH), tellers(table.language), at
    people = states is table.states or states is table.sure_states
    while (place := _following(words, (place, end), telling)) < end:
        if words[place] in table.sets["of_which"] and (verb := behind_parts(words, place, table)):
            place, end = verb, min(len(words), end + verb - place)
            continue
        if words[place] == "," or words[place] in DASHES:
            beyond = past_incise(words, place, table) or past_aside(words, place, table)
            place, end = beyond, min(len(words), end + beyond - place)
            continue
        if words[place] in table.sets["negation"] and (found := table.phrases.ahead(words, place)):  # "n'a pas survécu"
            return found[1] if people else None
        place += words[place] in OPENING and goes_on(words, place + 1, table, states)
        word = words[place]
        if ends_clause(words, place, table) or (auxiliary and word in table.sets["to_be"]):  # "sont vivants et seront libérés"
            return None
        if word in table.sets["auxiliaries"]:
            auxiliary = "être" if word in table.sets["be"] else "avoir"
            if word not in UNBOUND:  # "qui a agressé [trois] agents est en garde à vue": another is its subject
                another = is_singular(word) and many is not None and many > 1
        elif told := (_admitted(words, place, many, table) if people and not another else None) or _told(
            words, (at, place), auxiliary, many, (table, states)
        ):
            return None if not auxiliary and _has_object(words, at, place, table) else told[0]
        elif word in table.sets["linking"] and opens_phrase(words, place + 1, table) and (auxiliary or _has_verb(words, at, place)):
            return None  # "un camion a été percuté et un cheval tué", "dix gardes dormaient et le poste a été visé": another noun
        place += 1
    return None


def is_singular(auxiliary: str) -> bool:
    """Whether a finite auxiliary is one of a single subject.

    >>> [is_singular(word) for word in ("est", "sont", "avons")]
    [True, False, False]
    """
    return not auxiliary.endswith(("nt", "ns", "z"))


def _before_verb(words: list[str], at: int, table: Words) -> tuple[list[str], int]:
    """The words around a noun that ends before `at`, up to the first auxiliary behind it, and where it ends among them; all words for
    "tiré sur [trois] chars qui ont été détruits"."""
    if words[at : at + 1] == [WHO]:
        return words, at
    low, high = max(0, at - LONGEST), min(len(words), at + LONGEST)
    stop = next((i for i in range(at, high) if words[i] in table.sets["auxiliaries"]), high)
    return words[low:stop], at - low


def _has_verb(words: list[str], at: int, end: int) -> bool:
    """Whether a verb of several stands between the tokens `at` and `end`: "se trouvaient là et"."""
    return any(is_plural_verb(word) for word in words[at:end])


def _has_object(words: list[str], at: int, end: int, table: Words) -> bool:
    """Whether a verb of several stands between the tokens `at` and `end` with its object: "escortent les personnes [évacuées]".

    >>> table = load("fr")
    >>> [_has_object(t.split(), 0, 3, table) for t in ("escortent les gens évacués", "restent là bas évacués")]
    [True, False]
    """
    clause = end - 1 - words[at:end][::-1].index(",") if "," in words[at:end] else at
    return any(is_plural_verb(words[i]) and opens_phrase(words, i + 1, table) for i in range(clause, end - 1))


def goes_on(words: list[str], at: int, table: Words, states: Phrasebook[str]) -> bool:
    """Whether what is quoted from `at` on is said of those before it: "40 drones « neutralisés »", "12 agents « ont été tués »".

    >>> table = load("fr")
    >>> [goes_on([word, "tués"], 0, table, table.states) for word in ("ont", "tués", "nous")]
    [True, True, False]
    """
    return at < len(words) and (words[at] in table.sets["auxiliaries"] or states.ahead(words, at) is not None)


def _admitted(words: list[str], at: int, many: Number | None, table: Words) -> Told | None:
    """What a phrase or a hospital tells of people at `at`."""
    if found := table.phrases.ahead(words, at):
        return (found[1],)
    return (HOSPITALISED,) if words[at] in table.carried and agrees(words[at], many) and is_admitted(words, at, table) else None


def _told(words: list[str], at: tuple[int, int], auxiliary: str, many: Number | None, by: tuple[Words, Phrasebook[str]]) -> Told | None:
    """What the participle at the second token of `at` tells of the noun that ends before the first; None where there is none."""
    (noun, place), (table, states) = at, by
    people = states is table.states or states is table.sure_states
    if not people and table.phrases.ahead(words, place):
        return (None,)
    found = states.ahead(words, place)
    if found is None:
        return None
    after = place + found[0]
    if place > noun and opens_number(words[place - 1], table):
        return None  # "la chute d'une grue est passé à 12 morts": others are counted
    if words[place - 1] == "et" and opens_object(words, after, table):
        return (None,)  # "des ordinateurs et interpellé trois enseignants": another verb
    if not is_said(words, place, (auxiliary == "avoir", people), many, table):
        return None
    if found[1] == RESCUED and not table.sets["themselves"].isdisjoint(words[noun:place]):
        return (None,)  # "se sont recueillis", "se sont sauvés"
    struck = states is table.used_states or (not people and "par" not in words[after : after + PAR]) or strikes(words, place, table)
    role = found[1] if struck and (auxiliary or place - noun < NEAR) else None
    return (in_the_end(words, after, role, table),) if auxiliary else (_by_main_verb(words, (after, role), many, by),)


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


def opens_object(words: list[str], at: int, table: Words) -> bool:
    """Whether an object stands at `at`, as it does behind a verb and behind no participle: "et interpellé [trois] enseignants".

    >>> [opens_object(t.split(), 0, load("fr")) for t in ("trois enseignants", "à lyon")]
    [True, False]
    """
    return at < len(words) and (opens_phrase(words, at, table) or begins_count(words, at, table))


def _by_main_verb(words: list[str], told: tuple[int, str | None], many: Number | None, by: tuple[Words, Phrasebook[str]]) -> str | None:
    """What the main verb tells, else what the participle told that ends at a token: of the dead nothing more."""
    after, role = told
    if role == LASTING and _alive(words, after, by[0]):
        return None
    return role if role in {None, LASTING} else main_fate(words, after, many, by) or role


def _alive(words: list[str], at: int, table: Words) -> bool:
    """Whether those told dead up to `at` live: "trois personnes annoncées mortes [sont vivantes]"; not "a été tué, le pilote est en vie".

    >>> table = load("fr")
    >>> [_alive(t.split(), 1, table) for t in ("mortes sont en vie", "mort a été retrouvé vivant", "tués sont des civils")]
    [True, True, False]
    """
    if at >= len(words) or words[at] not in table.sets["auxiliaries"]:
        return False
    return not table.sets["alive"].isdisjoint(words[at + 1 : at + NEAR + 1])


def ends_clause(words: list[str], at: int, table: Words) -> bool:
    """Whether what follows is no longer said of the noun before: a stop, a negation, a relative clause, another noun or count."""
    word = words[at]
    if word in table.sets["be"] and opens_phrase(words, at + 1, table):  # "serait le frère d'un détenu arrêté"
        return True
    if word in STOPS or word in table.sets["negation"] or word in table.sets["relative"]:
        return True
    return begins_count(words, at, table) and not table.phrases.ahead(words, at) and not is_object(words, at, table)


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
    return frozenset((*STOPS, *DASHES, ",")).union(table.starters, table.carried, *around, *(book.first for book in books))


def opens_phrase(words: list[str], at: int, table: Words) -> bool:
    """Whether an article stands at `at`.

    >>> opens_phrase(["un", "pont"], 0, load("fr")), opens_phrase(["pont"], 0, load("fr"))
    (True, False)
    """
    return at < len(words) and words[at] in table.sets["articles"]


def strikes(words: list[str], at: int, table: Words) -> bool:
    """Whether the participle at `at` tells of a body: always, but for the weak ones ("touchés par la crise")."""
    if words[at] not in table.weak or words[at - 1] in table.sets["gravely"]:
        return True
    if words[at] in table.sets["sought"]:
        return is_rescue(words, at, table)
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


def is_rescue(words: list[str], at: int, table: Words) -> bool:
    """Whether those who are sought at token `at` are missing: a disaster stands around it, and no police.

    >>> [is_rescue(t.split(), 1, load("fr")) for t in ("plongeurs recherchent trois marins", "policiers recherchent trois marins")]
    [True, False]
    """
    around = words[max(0, at - SEARCH) : at + SEARCH]
    return not table.sets["perils"].isdisjoint(around) and table.sets["pursuers"].isdisjoint(around)


def named(words: list[str], at: int, table: Words) -> bool:
    """Whether the word is a noun behind its article: "entre la vie et la [mort]", "quatre pompiers cherchent les [disparus]".

    >>> [named(t.split(), 1, load("fr")) for t in ("la mort", "les morts", "est mort")]
    [True, True, False]
    """
    return words[at - 1] in table.sets["before_noun"] or words[at - 1] in table.sets["definite"]  # "en danger de mort"


def agrees(word: str, many: Number | None) -> bool:
    """Whether a participle or verb may belong to that many; "à pied d'œuvre" agrees with nothing.

    >>> agrees("tués", 2), agrees("tué", 2), agrees("tué", 1)
    (True, False, True)
    """
    return len(word) <= SHORTEST or word.endswith(("s", "x", "nt")) or word in INVARIABLE or (many is not None and many < 2)


def begins_count(words: list[str], at: int, table: Words) -> bool:
    """Whether another count begins at `at`, which is no mere setting ("dans trois villages").

    >>> [begins_count(t.split(), 1, load("fr")) for t in ("et douze maires", "dans douze villes", "sur douze chars qui brûlent")]
    [True, False, True]
    """
    number = opens_number(words[at], table)
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "des" and after not in table.numbers.scales and after.removesuffix("s") not in table.numbers.collectives:
        return False  # "les canards d'un élevage des Landes ont été abattus", not "des dizaines"
    if number and tells_age(words, at, table):  # "deux hommes de 19 et [22] ans"
        return False
    listed = at > 1 and words[at - 2] == "et" and words[at - 1] in table.sets["link"]  # "de 43 rescapés et de [trois] corps sans vie"
    told = WHO in words[at + 2 : at + OWN]  # "a tiré sur [trois] chars qui ont brûlé"
    return number and (at == 0 or listed or told or words[at - 1] not in table.sets["settings"])
