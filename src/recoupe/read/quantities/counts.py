"""Counts in the making, and what neighbours in a list hand on to each other: bounds, roles, being a part."""

from itertools import takewhile
from typing import NamedTuple

from recoupe.model import Bound, Measure
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.asides import STOPS, own_verb, tells_age
from recoupe.read.quantities.items import collides
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.roles import QUOTED, may_share, used_before
from recoupe.read.quantities.states import WOUNDED, state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

USABLE = frozenset((UnitKind.WEAPON, UnitKind.VEHICLE))
NAMED = frozenset((*USABLE, UnitKind.PERSON, UnitKind.ANIMAL, UnitKind.BUILDING, UnitKind.EVENT))
"""Kinds of things of which "aucun" says that there was none: an abstract noun ("aucun doute") is no count."""
INCISE = 5
"""Tokens of a verb behind a quotation, before its subject."""
SHOT = frozenset(("ammunition", "projectile"))
"""Units that are not used when they hit somebody: "touché par une balle"."""
BY = 12
"""Tokens before "par" in which what the agent did is told."""
JOINING = frozenset((",", "et", "ou"))
"""What may stand by itself between two members of a list."""
WHOLE = (["tout"], ["toute"])
"""Before "un": "tout un village"."""
BEEN = "été"
CUSTODY = ["garde", "à", "vue"]
"""What follows an arrest is no arrest more: "38 interpellations suivies d'une garde à vue", "compatible avec une garde à vue"."""
AGES = 6
"""Tokens of "de 14 et 15 ans"."""
DEAD = frozenset(("killed", "missing"))
"""Those of whom "l'un des noyés" counts one: the others may be named for what they say."""
NEAR = 7
"""Tokens behind a vehicle in which its verb stands: "une pirogue partie de Gambie avec 160 passagers a chaviré"."""
PART = 6
"""Tokens behind a part in which the verb of its whole stands."""
WHO = "qui"
"""Opens what is said of a part alone."""
NOT_HERE = frozenset(("dans", "par", "pour", "sous", "sur", "plus", "en"))
"""Before "aucun": "qui n'est dans aucune liste" counts no lists."""
ABSTRACT = ("ité", "isme", "ude", "esse", "ure", "ion")
"""Endings of nouns of doings and qualities: "aucune fermeture" is no count of none."""
LIMITING = frozenset((Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN))
"""Bounds that hold for a whole list ("au moins quatre morts et trente blessés"); an estimate is of one number."""
LIVING = frozenset((UnitKind.PERSON, UnitKind.ANIMAL))
COUNTABLE = frozenset((*USABLE, UnitKind.PERSON, UnitKind.ANIMAL))


class Count(NamedTuple):
    """A count: its number with bounds begins at token `first`. `by`: where its role comes from ("noun", "before", "after", "whole")."""

    first: int
    number: Numeral
    noun: Noun | None
    unit: str
    role: str | None
    by: str
    bounds: tuple[str, ...]
    part: bool
    measure: Measure | None = None

    @property
    def end(self) -> int:
        """The token after the noun, or after the number where there is no noun."""
        return self.noun.last if self.noun else self.number.last

    @property
    def kind(self) -> UnitKind | None:
        """The kind of the unit."""
        return unit_kind(self.unit)


def linked(words: list[str], a: Count, b: Count, table: Words) -> bool:
    """Whether only "et", a comma, "ainsi que" (and at most one adjective) stand between two counts."""
    start = a.end if b.first - a.end <= 3 else past_ages(words, a.end, table)
    if not 0 < b.first - start <= 3:
        return False
    between, links = words[start : b.first], table.sets["linking"]
    if len(between) > 1 and (
        between[-1] in table.sets["link"]
        or between[-1] in table.sets["kinship"]
        or (between[-1] == "à" and words[max(0, a.first - 1)] == "à")  # "la vie à onze mineurs et à trois secouristes"
    ):  # "de onze hommes, de deux femmes et d'un nourrisson"
        between = between[:-1]
    others = [word for word in between if word not in links]
    if others and len(between) > 1 and between[-2] not in links and between[-1] not in JOINING:
        return False  # "un maire dit que [deux] élus sont morts"
    return between[-1] in links and len(others) <= 1 and all(word.isalpha() for word in others)


def past_ages(words: list[str], at: int, table: Words) -> int:
    """Where what is said of their age ends behind those counted: "un garçon [de huit ans] et deux filles"; `at` where nothing is.

    >>> from recoupe.read.quantities.tables import load
    >>> [past_ages(text.split(), 1, load("fr")) for text in ("garçon de huit ans et deux filles", "garçon et deux filles")]
    [4, 1]
    """
    place = at + (words[at : at + 1] != [] and words[at] in table.sets["aged"])
    if words[place : place + 1] == [] or words[place] not in table.sets["link"]:
        return at
    for end in range(place + 2, min(len(words), place + AGES)):
        if words[end] in table.sets["ages"]:
            return end + 1 if tells_age(words, place + 1, table) else at
    return at


def coordinated(text: Tokens, count: Count, previous: list[Count], table: Words) -> Count:
    """`count` with what the count before it in a list hands on: the bound, the role said before it, being a part."""
    if not previous or not linked(text.words, previous[0], count, table):
        return count
    last = previous[0]
    lone = last.number.article and last.role is None and text.words[last.end : count.first] == [","]  # "à moins d'un accord, [300] postes"
    if not (count.bounds or lone or count.number.article) and count.number.bound == Bound.EXACT and same_measure(last, count):
        count = count._replace(bounds=tuple(bound for bound in last.bounds if bound in LIMITING))
    if (
        count.noun is not None
        and count.noun.of_whole
        and count.by == "after"
        and last.by == "before"
        and may_share(count.unit, last.role, table)
    ):
        return count._replace(role=last.role, by=last.by)  # "a abattu un missile et [18] des 23 drones lancés"
    handed = last.by == "before" or (last.by == "whole" and last.part)  # "25 morts, dont 22 civils et [trois] policiers"
    if count.role is None and handed and (may_share(count.unit, last.role, table) or _are_people(text, count, last)):
        count = count._replace(role=last.role, by=last.by)
    others = last.by == "whole" and count.by == "noun" and count.role != last.role  # "onze morts, dont deux enfants, et [31] blessés"
    return count._replace(part=count.part or (last.part and last.noun is not None and not others))


def _are_people(text: Tokens, count: Count, last: Count) -> bool:
    """Whether what an abbreviation names are people like those before it: "a coûté la vie à neuf soldats et [14] VDP"."""
    named = count.noun is not None and not count.noun.known and text.written(count.noun.first).isupper()
    return named and last.kind is UnitKind.PERSON and last.role in {*DEAD, WOUNDED}


def told_again(text: Tokens, count: Count, previous: list[Count], table: Words) -> Count:
    """`count`, which says in other words how many those before it are, with their role: "118 foyers évacués, soit [251] personnes"."""
    if count.role is not None or count.kind is not UnitKind.PERSON:
        return count
    last = next((each for each in reversed(previous) if each.kind not in MEASURED and not each.number.article), None)
    if last is None or last.kind not in {UnitKind.PERSON, UnitKind.BUILDING} or not STOPS.isdisjoint(text.words[last.end : count.first]):
        return count
    if last.role not in (table.group_roles if count.unit in table.groups else table.person_roles):
        return count
    return count._replace(role=last.role, by=last.by, unit="person" if count.unit == "inhabitant" else count.unit)


def same_measure(a: Count, b: Count) -> bool:
    """Whether both are counts, or both measures of one kind: a bound is handed on only then."""
    return a.kind == b.kind or not {a.kind, b.kind} & MEASURED


def shared(words: list[str], found: list[Count], table: Words) -> list[Count]:
    """`found`, where members of a list share what is said of the list: "deux hommes et une femme tués", "deux chars et un avion"."""
    done = list(found)
    for at in range(len(done) - 2, -1, -1):
        a, b = done[at], done[at + 1]
        if is_told_with_part(words, a, b, table) and may_share(a.unit, b.role, table):
            done[at] = a._replace(role=b.role, by="after")
        if not linked(words, a, b, table) or (a.first and words[a.first - 1] == "sur"):  # "Sur 400 malades, neuf sont morts"
            continue
        if words[a.end : b.first] == [","] and not _lists(words, done[at:], table):
            continue  # "Selon un témoin, douze personnes sont mortes"
        if a.role is None and b.by == "after" and b.noun is not None and may_share(a.unit, b.role, table):
            done[at] = a._replace(role=b.role, by="after")
        elif a.kind in USABLE and b.kind in USABLE and (a.number.article != b.number.article or collides(words, a.first, table)):
            done[at : at + 2] = [each._replace(by="list") if each.number.article else each for each in (a, b)]
        elif joins_one(words, a, b):
            done[at + 1] = b._replace(by="list")
    return done


def _lists(words: list[str], found: list[Count], table: Words) -> bool:
    """Whether a comma behind the first of `found` is that of a list: one of two has "et", and what a preposition governs is in none."""
    first = found[0].first
    apart = table.rivals.behind(words, first) or (first > 0 and words[first - 1] in table.sets["governing"] | table.sets["link"])
    return not apart and len(found) > 2 and linked(words, found[1], found[2], table)


def joins_one(words: list[str], a: Count, b: Count) -> bool:
    """Whether one person or animal ends a list of numbers: "deux avocats et [un] policier"."""
    living = a.kind in LIVING and b.kind in LIVING and a.noun is not None and b.role is None
    return living and not a.number.article and a.number.bound == Bound.EXACT and b.number.value == 1 and words[b.first - 1] == "et"


def is_told_with_part(words: list[str], a: Count, b: Count, table: Words) -> bool:
    """Whether the verb behind a part is of its whole: "[neuf] personnes dont un enfant ont été tuées"; behind a comma the only verb."""
    if a.role is not None or b.by != "after" or b.noun is None or words[b.first - 1] != "dont" or not _opens(words, a.first):
        return False
    if words[a.end : b.first - 1] and (words[a.end : b.first - 1] != [","] or not _has_only_verb(words, b, table)):
        return False
    behind = takewhile(WHO.__ne__, words[b.end : b.end + PART])  # not "dont deux intérimaires qui ont été blessés"
    return any(word in table.sets["auxiliaries"] and word.endswith("nt") for word in behind)


def _opens(words: list[str], at: int) -> bool:
    """Whether a count may be a subject: not "Le car transportait [20] élèves, dont deux mineurs ont été blessés"."""
    return at == 0 or words[at - 1] == "," or words[at - 1] in STOPS


def _has_only_verb(words: list[str], part: Count, table: Words) -> bool:
    """Whether no verb stands behind a part but that of its whole: "20 soldats, dont [un] chef sont portés disparus"."""
    high = next((i for i in range(part.end, len(words)) if words[i] in STOPS), len(words))
    verbs = [i for i in range(part.end, high) if words[i].endswith("nt") and own_verb(words, i, table)]
    return len(verbs) == 1 and verbs[0] <= part.end + 1


def may_stand(words: list[str], number: Numeral, noun: Noun | None, table: Words) -> bool:
    """Whether an article, a zero or "20-30" may count `noun` at all."""
    if noun is None or (number.value == 1 and words[number.first - 1 : number.first] in WHOLE):
        return False
    if number.high == 0 and noun.kind is None and words[number.first - 1 : number.first] and words[number.first - 1] in NOT_HERE:
        return False
    return (
        (number.high == 0 and is_near(words, number, noun, table) and names_things(words, number, noun, table))
        or noun.kind in COUNTABLE
        or noun.role is not None
        or (number.bound == Bound.RANGE and noun.known)
        or (number.value == 1 and (not noun.known or is_measure(words, number, noun, table)))
    )


def is_measure(words: list[str], number: Numeral, noun: Noun, table: Words) -> bool:
    """Whether "un" is the number of a measure, with a bound before it ("à moins d'[un] kilomètre"), or of a share ("[un] pour cent").

    >>> from recoupe.read.quantities.tables import load
    >>> noun = Noun(4, 5, "km", None)
    >>> is_measure(["à", "moins", "d'", "un", "kilomètre"], Numeral(3, 4, 1, 1, 1, article=True), noun, load("fr"))
    True
    """
    if noun.kind is UnitKind.SHARE:
        return noun.last - noun.first > 1
    return noun.kind in {UnitKind.MEASURE, UnitKind.MONEY} and table.bounds.behind(words, number.first) is not None


def is_near(words: list[str], number: Numeral, noun: Noun, table: Words) -> bool:
    """Whether a noun stands right behind its zero, or is the whole: "aucun cas", "aucun nouveau cas", "aucun des 30 grains"."""
    if noun.of_whole:
        if not noun.known and number.first and words[number.first - 1].isalnum():  # "ne confirme aucun de ces chiffres"
            return False
        of_those = words[number.last] == "des" or words[number.last + 1] in table.sets["those_here"]
        return of_those and words[number.last - 1].startswith("aucun")
    return noun.first == number.last or (noun.first == number.last + 1 and words[number.last] in table.sets["newly"])


def names_things(words: list[str], number: Numeral, noun: Noun, table: Words) -> bool:
    """Whether "aucun" before `noun` says that there was none of the things: "aucun service", "aucune balise", not "aucun doute"."""
    if noun.kind in NAMED or words[noun.first] in table.sets["absent"]:
        return True
    named = words[noun.first] in table.sets["abstract"] or words[noun.first].endswith(ABSTRACT)
    none = words[number.last - 1]
    if none in table.sets["one"]:  # "pas un gramme"
        return True
    return noun.kind is None and none in table.sets["none"] and (not named or not none.startswith("aucun"))


def stands(text: Tokens, count: Count, table: Words) -> bool:
    """Whether `count` is one: what an article, a zero or "20-30" may count is narrow."""
    number = count.number
    if not number.article or count.noun is None:  # "dont un grièvement", "aucun n'a survécu"; not "l'un d'eux le nie"
        return count.role is not None or number.value != 1 or not number.article or text.word(count.first - 1) != "l'"
    if number.bound == Bound.RANGE:
        return count.noun.known
    if number.high == 0 and (count.role is not None or _is_none_of(text, count, count.noun, table)):
        return text.word(count.end) not in table.sets["mild"] and is_near(text.words, number, count.noun, table)
    if number.value == 1 and (count.by == "list" or is_measure(text.words, number, count.noun, table) or _is_only(text, count, table)):
        return True
    if count.role is not None:
        return is_victim(text, count, count.noun, table)
    if number.value == 1 and count.kind is UnitKind.PERSON:
        return is_hit(text, count, table)
    return count.kind in USABLE and number.value == 1 and is_used(text, count, table)


def _is_none_of(text: Tokens, count: Count, noun: Noun, table: Words) -> bool:
    """Whether "aucun" says that there was none of the things that `noun` names; "aucune de nos armes" are some, of which it says more."""
    if noun.of_whole and text.word(count.number.last + 1) in table.sets["ours"]:
        return False
    return names_things(text.words, count.number, noun, table) and text.word(count.number.last - 1) in table.sets["none"]


def is_hit(text: Tokens, count: Count, table: Words) -> bool:
    """Whether somebody was run over or attacked: "a renversé [un] cycliste", "[Un] agent (a été) percuté par une voiture"."""
    if text.word(count.first - 1) in table.sets["hit"]:
        return True
    for place in range(count.end, count.end + NEAR):
        passive = text.word(place) in table.sets["be"] or text.word(place + 1) == BEEN
        if text.word(place) in STOPS or (text.word(place) in table.sets["auxiliaries"] and not passive):
            return False
        if text.word(place) in table.sets["hit"]:
            return text.word(place + 1) in table.sets["by"]
    return False


def is_victim(text: Tokens, count: Count, noun: Noun, table: Words) -> bool:
    """Whether what became of "un" or "plusieurs" makes them a count: of people and animals, not of whom a court deals with.

    "Un abribus incendié": things that no table knows are no count in the singular.
    """
    if count.number.value == 1 and (
        count.role in table.sets["of_courts"]
        or text.word(noun.first) in table.sets["deeds"] | table.sets["fractions"]
        or (text.words[noun.first : noun.last] == CUSTODY and text.word(count.first - 1) in table.sets["link"] | table.sets["governing"])
    ):
        return False
    if count.number.value == 1 and count.kind not in COUNTABLE and is_of_others(text, count.end, table):
        return False
    return (count.kind in COUNTABLE or count.role in table.person_roles) and not is_speaker(text, count, table)


def is_of_others(text: Tokens, at: int, table: Words) -> bool:
    """Whether a thing is told of others who are counted at `at`: "dans un tweet [de] trois blessés", "un drame [fatal pour] deux skieurs".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_of_others(tokens(t), 1, load("fr")) for t in ("tweet de trois blessés", "drame fatal pour deux", "zadiste de 30 ans blessé")]
    [True, True, False]
    """
    at += text.word(at) not in table.sets["settings"] and table.states.ahead(text.words, at) is None  # an adjective
    if text.word(at) not in table.sets["settings"]:
        return False
    at += 1
    if bound := table.bounds.ahead(text.words, at):
        at += bound[0]
    return text.word(at) not in table.sets["one"] and single(text.words, at, table) is not None and not tells_age(text.words, at, table)


def _is_only(text: Tokens, count: Count, table: Words) -> bool:
    """Whether "un seul témoin" says how many there are: of people, animals, weapons, vehicles and buildings; not "comme un seul homme"."""
    only = text.word(count.number.last) in table.sets["none"] - table.sets["one"]
    return (
        only and count.kind in {*COUNTABLE, UnitKind.BUILDING} and text.word(count.first - 1) not in {"comme", "d'", *table.sets["linking"]}
    )


def is_speaker(text: Tokens, count: Count, table: Words) -> bool:
    """Whether "l'un des rescapés", "selon un rescapé" only tells who it is that speaks or acts."""
    named = count.number.value == 1 and count.by == "noun"  # of "une otage libérée" more is told
    if named and (table.rivals.behind(text.words, count.first) or is_incised(text, count.first)):
        return True  # "selon une victime", "», a témoigné un blessé"
    alone = count.noun is not None and count.noun.first == count.number.last  # "un seul rescapé" is a count
    before = text.word(count.first - 1)
    if count.number.value == 1 and before in table.sets["link"] and text.word(count.first - 2) in table.sets["kin"]:
        return True  # "l'avocate d'un blessé", "le frère d'un caïd incarcéré"
    if before == "l'" and count.noun is not None and count.noun.of_whole and count.by == "noun" and count.role == "victim":
        return True  # "l'une des victimes"
    said = before == "l'" or (count.number.value == 1 and count.role == "rescued" and alone)
    return count.by == "noun" and count.role not in DEAD and said


def is_incised(text: Tokens, first: int) -> bool:
    """Whether a noun at `first` is the subject of a verb behind a quotation: "», a témoigné [une] victime"; not "», un policier est mort".

    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_incised(tokens(t), t.split().index("une")) for t in ("» , se souvient une victime", "» , une victime", "est morte une victime")]
    [True, False, False]
    """
    comma = first - 1
    while comma > 0 and first - comma <= INCISE and text.written(comma).replace("'", "").isalpha():
        comma -= 1
    return 0 < comma < first - 1 and text.word(comma) == "," and text.word(comma - 1) in QUOTED


def is_used(text: Tokens, count: Count, table: Words) -> bool:
    """Whether the words around say that a weapon or vehicle was used, hit or seized."""
    if used_before(text.words, count.first, table) or collides(text.words, count.first, table):
        return True
    if text.word(count.first - 1) in table.sets["by"] and count.unit not in SHOT:  # "coulé dimanche par un sous-marin"
        return any(table.used_states.ahead(text.words, at) for at in range(max(0, count.first - BY), count.first - 1))
    return meets_end(text, count.end, table) or state_after(text, count.end, 1, table, table.used_states) is not None


def meets_end(text: Tokens, at: int, table: Words) -> bool:
    """Whether a verb close behind "un chalutier" says what it came to: "[sombre] au large", "[a explosé]"."""
    for place in range(at, at + NEAR):
        if text.word(place) in STOPS or text.word(place) in table.sets["relative"]:
            return False
        if table.used_phrases.ahead(text.words, place):
            return True
        if text.word(place) in table.sets["auxiliaries"]:
            return False
    return False
