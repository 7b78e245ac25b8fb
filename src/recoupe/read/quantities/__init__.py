"""Quantities: counts and measures with their bounds, units and roles. `counted` is the grammar, in its order."""

from collections.abc import Mapping
from itertools import compress

from recoupe import lang
from recoupe.model import Bound, Number, Quantity, Report
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.announcements import announced, brought, subject_of, unit_of_pronoun
from recoupe.read.quantities.bounds import Limits, bound_of_brink, bound_of_term, bounds_before
from recoupe.read.quantities.captions import opens_time
from recoupe.read.quantities.changes import in_scale_of_end, started_from
from recoupe.read.quantities.counts import Count, coordinated, may_stand, shared, stands, told_again
from recoupe.read.quantities.ellipsis import (
    bracketed,
    in_scale_of,
    is_another,
    is_one_of,
    is_one_of_them,
    is_part,
    of_fronted,
    smaller,
    whole_of,
)
from recoupe.read.quantities.english import english_quantities
from recoupe.read.quantities.fates import is_fraction, is_told, told_apart, told_role
from recoupe.read.quantities.fellows import group_of, told_elsewhere
from recoupe.read.quantities.gapping import (
    among,
    called,
    figures_among,
    is_excepted,
    is_of_part,
    made_up,
    of_those_named,
    total_after,
    understood,
)
from recoupe.read.quantities.guards import counts_nothing
from recoupe.read.quantities.items import added_up, role_of_whole
from recoupe.read.quantities.leaning import is_against, is_participle, is_rival, of_another
from recoupe.read.quantities.measures import measured
from recoupe.read.quantities.notation import as_meant
from recoupe.read.quantities.nouns import Noun, bounded_before_link, is_told_of_whole, noun_after, noun_at, noun_beside
from recoupe.read.quantities.numerals import SIGNS, Numeral, single
from recoupe.read.quantities.of_them import are_left, is_of_them, is_only_of_them, tells_of_them
from recoupe.read.quantities.ranges import numeral
from recoupe.read.quantities.records import quantity
from recoupe.read.quantities.siblings import is_beside, is_caption, is_gapped, is_of_kind, joins, leans_as_one
from recoupe.read.quantities.states import KILLED, WOUNDED
from recoupe.read.quantities.tables import Words, load
from recoupe.read.quantities.tokens import Tokens, tokens
from recoupe.read.quantities.unnamed import CLOSING, by_value, nobody, repeated, sum_of, toll

__all__ = ["quantities"]

FEMININE = ("ées", "ée")
NAMED_LATER = [",", "des"]
NEAR = 4
"""Counts before another in which the same people may have been told."""
CLIMB = 3
"""Tokens before "jusqu'à" in which the verb stands: "a grimpé jeudi jusqu'à"."""


def quantities(report: Report) -> tuple[Quantity, ...]:
    """Every count and measure of `report`, sorted by span; none where the language has no pack.

    >>> from recoupe.model import Raw
    >>> def show(text: str) -> list[tuple]:
    ...     report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    ...     return [(q.low, q.value, q.high, q.bound.value, q.unit, q.role) for q in quantities(report)]
    >>> show("Plus de cent pompiers et une trentaine de camions.")
    [(101, 100, None, 'more_than', 'firefighter', None), (25, 30, 35, 'about', 'truck', None)]
    >>> show("Au moins quatre morts et trente blessés, des dizaines de disparus.")
    [(4, 4, None, 'at_least', 'person', 'killed'), (30, 30, None, 'at_least', 'person', 'wounded'),
     (20, None, None, 'indefinite', 'person', 'missing')]
    >>> show("Près de 3.500 hommes, entre 20 et 30 chars, jusqu'à 1,5 million d'euros, moins de 3 %.")
    [(3150, 3500, 3500, 'about', 'man', None), (20, None, 30, 'range', 'tank', None),
     (None, 1500000, 1500000, 'at_most', 'euro', None), (None, 3, 3, 'less_than', 'percent', None)]
    >>> show("Le 3 mai 2021, l'article 5, un F-16, des hommes de 40 ans à 20 heures, aucun blessé.")
    [(0, 0, 0, 'exact', 'person', 'wounded')]
    """
    if report.language == "en":
        return english_quantities(report)
    if not lang.has(report.language, "numbers"):
        return ()
    table, text = load(report.language), tokens(report.text)
    found: list[Count] = []
    unnamed: list[tuple[int, Numeral]] = []
    done = 0
    for at in beginnings(text.words, table):
        number = numeral(text.words, at, table) if at >= done else None
        if number:
            done = number.last
            by = nobody_counted if text.words[number.first] in table.sets["nobody"] else counted  # "la troisième personne tuée" is somebody
            if count := by(text, number, found, table):
                if role := role_of_whole(text, count, found, table):
                    count = count._replace(role=role, by="item", part=True)
                elif role := named_with(text, count, found, table):
                    count = count._replace(role=role, by="before", part=True)
                count = coordinated(text, count, found[-1:], table)
                found.append(told_again(text, count, found[-NEAR:], table) if text.words[count.first - 1] == "soit" else count)
                done = max(done, _last_of(count))
            else:
                unnamed.append((len(found), number))
    named = by_value(found) if unnamed else {}
    for place, number in reversed(unnamed):
        if count := said_again(text, number, named, table):
            found.insert(place, count)
    standing = [
        count
        for count in told_elsewhere(text, shared(text.words, added_up(text.words, found, table), table), table)
        if stands(text, count, table)
    ]
    return tuple(quantity(report.id, text, count) for count in measured(text, standing, table))


def _last_of(count: Count) -> int:
    """Where a number with the noun right behind it ends: in "13 corps sans vie" no other number begins."""
    return count.noun.last if count.noun is not None and count.noun.first == count.number.last else count.number.last


def beginnings(words: list[str], table: Words) -> list[int]:
    """Tokens with which a number may begin."""
    begin = {word for word in {*words} if begins_number(word, table.starters)}
    return list(compress(range(len(words)), map(begin.__contains__, words)))


def begins_number(word: str, starters: frozenset[str]) -> bool:
    """Whether a number may begin with `word`: a digit, one of `starters`, a compound of it, a minus sign.

    >>> [begins_number(word, frozenset(("vingt",))) for word in ("7h44", "vingt-deux", "−", "pont")]
    [True, True, True, False]
    """
    is_digit = "0" <= word < ":"  # which follows "9"
    return is_digit or word in starters or word in SIGNS or ("-" in word and word.partition("-")[0] in starters)


def counted(text: Tokens, number: Numeral, earlier: list[Count], table: Words) -> Count | None:
    """The count that `number` makes with what stands around it, or None where it counts nothing."""
    noun = own_noun(text, number, table) if not is_of_kind(text, number, earlier, table) else None
    meant = as_meant(text, number, noun)
    if meant is None:
        return None
    number = meant if noun is not None else in_scale_of_end(text, meant, table)
    if number.article and not may_stand(text.words, number, noun, table) and not leans(text, number, noun, earlier, table):
        return None  # most are mere articles: first, as it is cheap
    limits = limits_of(text, number, noun, table)
    if counts_nothing(text, number, noun, table):
        return None
    part = is_part(text.words, limits.first, number.last, table) or (
        noun is not None and (noun.of_whole or of_fronted(text, limits.first, noun.unit, earlier, table))
    )
    moved = started_from(text, number, table) or called(text, number, table) if noun is None else None
    whole = whole_of(text, (limits.first, number), earlier, table) if (noun is None or part) and moved is None else None
    number = in_scale_of(text, whole, (limits.first, number), table) if whole is not None and noun is None else number
    total = moved or (said_total(text, (limits.first, number), earlier, table) if noun is None and whole is None else None)
    unit = _of_kin(whole, noun, unit_of_noun(text, (limits.first, number), noun, earlier, table)) if noun is not None else None
    if noun is None:
        unit = whole.unit if whole else total[0] if total else unit_of_pronoun(text, limits.first, earlier, table)
    if unit is None:
        return None
    role, by = told_of(text, (limits.first, number), (noun, unit), (total, earlier), table)
    part = part or (noun is None and whole is None and moved is None and is_of_part(text, (limits.first, number), earlier, table))
    if by != "noun" and is_fraction(text.words, limits.first, table) and not is_told(text, noun, unit, table):
        role, by = None, ""
    if noun is not None and noun.of_whole and by in {"before", "after"} and not is_told_of_whole(text, noun, role, table):
        part = False  # "deux des cinq otages ont été libérés": all that were
    part = part or (noun is not None and noun.role == WOUNDED and role == KILLED)  # the dead are more than the wounded who have died
    lone = (number.high == 0 or is_another(text, number, table)) if noun is None else number.high == 0 and noun.of_whole and noun.role
    if role is None and lone and not leans_as_one(text, number, earlier, table):
        return None  # "14 blessés. Aucun n'est dans un état grave" is not no wounded
    inherits = whole is not None and (part or noun is None) and not _told_by_verb(text, limits.first, noun, whole, table)
    if role is None and whole is not None and inherits and not told_apart(text, (limits.first, number), noun, table):
        role, by = whole.role, "whole"
    part = part or (noun is None and whole is not None and not is_alike(text, (limits.first, number), earlier, table))
    return Count(limits.first, number, noun, unit_under(role, unit, text.words[number.first]), role, by, limits.bounds, part)


def _told_by_verb(text: Tokens, first: int, noun: Noun | None, whole: Count, table: Words) -> bool:
    """Whether the verb with "en" says that what became of the whole is not told of a number: "en ont relogé [120]", "il en reste [6]"."""
    left = whole.by != "noun" and are_left(text, first, whole.role, table)
    return left or (noun is None and tells_of_them(text, first, table))


def told_of(
    text: Tokens,
    at: tuple[int, Numeral],
    what: tuple[Noun | None, str],
    before: tuple[tuple[str, str | None] | None, list[Count]],
    table: Words,
) -> tuple[str | None, str]:
    """The role of a count and where it comes from: that of the total of `before`, unless more is told of some of those it names."""
    total, earlier = before
    if is_excepted(text, at[0], table):
        return None, ""
    told = told_role(text, at, what, earlier, table)
    if total is None or total[1] is None:
        return told
    subject = text.word(at[1].last) in table.sets["predicates"] or among(text, at[0], table)  # "parmi les blessés, [deux] sont morts"
    return told if told[0] and told[1] == "after" and subject else (total[1], "noun")


def _of_kin(whole: Count | None, noun: Noun, unit: str) -> str:
    """The unit of those of whom the noun only tells what became: animals where these were counted: "40 dauphins, dont [12] morts"."""
    animals = whole is not None and whole.kind is UnitKind.ANIMAL and noun.kind is UnitKind.PERSON and noun.role is not None
    return whole.unit if animals and whole is not None else unit


def unit_of_noun(text: Tokens, at: tuple[int, Numeral], noun: Noun, earlier: list[Count], table: Words) -> str:
    """The unit of a count by its noun: that of the group that goes on, the money of a sum, else the noun's own."""
    first, number = at
    if not noun.known or noun.kind is None:
        return sum_of(text, number, noun, table) or noun.unit
    if noun.role in {KILLED, "victim"} and noun.kind is UnitKind.PERSON and _in_herd(text, noun.last, table):
        return "animal"
    return (noun.role and earlier and group_of(text, first, noun, earlier, table)) or noun.unit


def _in_herd(text: Tokens, at: int, table: Words) -> bool:
    """Whether those counted are of a herd: "3 000 morts [dans un élevage]"; not "dans une ferme d'élevage"."""
    return text.word(at) in {"dans", "parmi"} and text.word(at + 2) in table.sets["herds"]


def nobody_counted(text: Tokens, number: Numeral, earlier: list[Count], table: Words) -> Count | None:
    """ "Personne n'a été blessé": none of the wounded."""
    del earlier
    role = nobody(text, number, table)
    return Count(number.first, number, None, "person", role, "after", (), part=False) if role else None


def named_with(text: Tokens, count: Count, earlier: list[Count], table: Words) -> str | None:
    """The role of people named as a part of others ("Parmi les morts figurent [seize] mineurs", "Parmi les blessés, [sept] enfants") or as
    a number of them: "le nombre de morts est de [275] personnes"."""
    if count.role is not None or count.noun is None or count.kind is not UnitKind.PERSON:
        return None
    told = among(text, count.first, table) if not count.number.article else None
    total = announced(text, (count.first, count.number.first), table)
    role = figures_among(text, count.first, table) or next((found[1] for found in (told, total) if found is not None and found[1]), None)
    return role or (made_up(text, count.first, earlier, table) if not count.number.article else None)


def said_again(text: Tokens, number: Numeral, named: Mapping[Number, Count | None], table: Words) -> Count | None:
    """The count of a number that has no noun where it stands, but has one elsewhere in the report."""
    if number.article or number.value is None or own_noun(text, number, table) is not None:
        return None
    limits = limits_of(text, number, None, table)
    same = repeated(text, (limits.first, number), named, table)
    if same is None or counts_nothing(text, number, None, table):
        return None
    return Count(limits.first, number, None, same.unit, same.role, "whole", limits.bounds, part=False)


def is_alike(text: Tokens, at: tuple[int, Numeral], earlier: list[Count], table: Words) -> bool:
    """Whether a number leaves its noun to another count that it is no part of: "contre [12] la veille", "les [19] autres"."""
    first, number = at
    return (
        is_rival(text.words, number.last, table)
        or (goes_beside(text, first, number, table) and not (earlier[-1].part and earlier[-1].noun is None))
        or is_beside(text, at, earlier, table)
        or is_against(text.words, first, table)
        or is_of_them(text, first, table)
        or is_only_of_them(text, first, number.last, table)
        or text.word(number.last) in table.sets["others"]
        or (text.word(first - 1) in {",", ";"} and smaller(earlier[-1], number))  # "un marin est mort, [trois] ont été secourus"
        or of_another(text, first, number, table)
        or (text.word(first - 1) == "(" and opens_time(text, number.last, table))
        or bracketed(text, first, earlier)
        or is_span_again(text, first, earlier, table)
        or brought(text, first, earlier, table) is not None
    )


def is_span_again(text: Tokens, first: int, earlier: list[Count], table: Words) -> bool:
    """Whether a range is one more of a row: "entre 900 (police) et 2.000 (CGT) à Nice, [entre 300 et 800] à Foix"."""
    opens = table.sets["opens"]
    before = (text.word(count.first - place) for count in earlier[-2:] for place in (0, 1))
    return text.word(first) in opens and text.word(first - 1) in {",", "et", ";"} and not opens.isdisjoint(before)


def goes_beside(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether more is told of others like those before: "cinq ont coulé et [deux] ont fui", "68 acquis sur place et [17] importés"."""
    return joins(text, first, number, table) or is_gapped(text, first, number, table) or is_participle(text, number.last, table)


def own_noun(text: Tokens, number: Numeral, table: Words) -> Noun | None:
    """The noun after a number; none in "dont un « sérieusement »"."""
    if text.words[number.first - 1] == ":" and is_caption(text, number.last):  # "27 Présents : [23] Votants : 26"
        return None
    if text.words[number.last : number.last + 2] == NAMED_LATER and is_of_them(text, number.first, table):
        return noun_at(text, number, number.last + 2, table)  # "j'en avais [112], des ruches"
    noun = noun_after(text, number, table) or noun_beside(text, number, table)
    if noun is None or noun.known:
        return noun
    dont = text.word(number.first - 1) in table.sets["of_which"]
    if dont and number.last == noun.first and text.word(noun.first).endswith(FEMININE) and not noun.unit.endswith(FEMININE[1]):
        return None  # "12.000 œuvres, dont [800] exposées"
    return None if noun.first > number.last and is_one_of(text.words, number.first, table) else noun


def limits_of(text: Tokens, number: Numeral, noun: Noun | None, table: Words) -> Limits:
    """The bound words before a number, else those behind its noun ("12 km environ") that are not before another number."""
    limits = bounds_before(text.words, number.first, table)
    if noun is not None and noun.kind is UnitKind.PLACE and text.word(limits.first) in table.sets["over"]:
        return Limits(number.first, ())  # "61 drones au-dessus de [quatre] régions"
    if is_reached(text.words, limits, table) and not (noun is not None and table.sets["matter"] & {*text.words[noun.last : noun.last + 2]}):
        return Limits(number.first, ())
    if not limits.bounds and text.word(number.first - 1) in table.sets["towards"] and noun is not None and noun.kind is UnitKind.MEASURE:
        return Limits(number.first - 1, (Bound.ABOUT,))
    inside = bounded_before_link(text, number.last, table)
    if limits.bounds or (number.bound != Bound.EXACT and not inside):
        return limits
    money = noun is not None and noun.kind is UnitKind.MONEY
    bound = bound_of_brink(text.words, (number.first, noun.last if noun else number.last), table)
    if bound := bound or (bound_of_term(text.words, number.first, table) if money else None):
        return Limits(limits.first, (bound,))
    last = noun.last if noun is not None and not inside else number.last
    last += text.word(last) == "," and is_put_in(text, last + 1, table)
    behind = table.after.ahead(text.words, last)
    if behind and text.word(last + behind[0]) in table.sets["superlatives"]:
        return limits
    if behind is None or single(text.words, last + behind[0] + (text.word(last + behind[0]) in table.sets["link"]), table) is not None:
        return limits  # "357 blessés et plus de 500 arrestations": of the next number
    return Limits(limits.first, (behind[1],))


def is_put_in(text: Tokens, at: int, table: Words) -> bool:
    """Whether nothing but a bound stands between a comma and the next mark: "un million et demi, [au bas mot]."."""
    behind = table.after.ahead(text.words, at)
    return behind is not None and text.word(at + behind[0]) in CLOSING


def is_reached(words: list[str], limits: Limits, table: Words) -> bool:
    """Whether "jusqu'à" says how far something went, not how far it may go: "a grimpé jusqu'à [40,2] degrés"."""
    if limits.bounds != (Bound.AT_MOST,) or words[limits.first] not in table.sets["until"]:
        return False
    return not table.sets["changes"].isdisjoint(words[max(0, limits.first - CLIMB) : limits.first])


def unit_under(role: str | None, unit: str, digits: str = "") -> str:
    """The unit under a role: inhabitants evacuated or hurt are persons like others. Only Switzerland writes "180'000 francs".

    >>> unit_under("evacuated", "inhabitant"), unit_under(None, "inhabitant"), unit_under(None, "franc", "180'000")
    ('person', 'inhabitant', 'swiss_franc')
    """
    if unit == "franc" and "'" in digits:
        return "swiss_franc"
    return "person" if role is not None and unit == "inhabitant" else unit


def said_total(text: Tokens, at: tuple[int, Numeral], earlier: list[Count], table: Words) -> tuple[str, str | None] | None:
    """Unit and role of a number whose noun stands with a word such as "nombre", "total", before it or behind it."""
    first, number = at
    return (
        _counted_subject(text, first, table)
        or announced(text, (first, number.first), table)
        or total_after(text, number.last, table)
        or brought(text, first, earlier, table)
        or toll(text, (first, number.first), earlier, table)
        or _things_named(text, at, table)
        or (None if unit_of_pronoun(text, first, earlier, table) else understood(text, at, earlier, table))
    )


def _things_named(text: Tokens, at: tuple[int, Numeral], table: Words) -> tuple[str, str | None] | None:
    """Unit of animals or weapons that were named before a verb with "en": "Il élève des brebis. Le loup en a tué [14]"."""
    named = of_those_named(text, at, table) if is_of_them(text, at[0], table) else None
    return named if named is not None and unit_kind(named[0]) in {UnitKind.ANIMAL, UnitKind.WEAPON} else None


def _counted_subject(text: Tokens, first: int, table: Words) -> tuple[str, str | None] | None:
    """Unit and role of those who are so many and of whom their noun tells what became of them: "les morts seraient [neuf]"."""
    told = subject_of(text.words, first, table)
    return told if told is not None and told[1] is not None else None


def leans(text: Tokens, number: Numeral, noun: Noun | None, earlier: list[Count], table: Words) -> bool:
    """Whether "un" or "aucun" without a noun is one or none of those counted before: "dont un grièvement", "Aucun n'est blessé"."""
    if noun is not None:
        return False
    return (
        is_one_of(text.words, number.first, table)
        or is_one_of_them(text, number, table)
        or is_another(text, number, table)
        or leans_as_one(text, number, earlier, table)
        if number.value == 1
        else number.high == 0 and (text.word(number.last) in table.sets["negation"] or leans_as_one(text, number, earlier, table))
    )
