"""The word lists of the English grammar of counts: schemes of lang/en/numbers.toml and units.toml, and the look-ups made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from recoupe import lang
from recoupe.errors import BadPack
from recoupe.model import Bound
from recoupe.ontology import MEASURED, unit_kind, units
from recoupe.read.quantities.schemes import FateWords, Groups, Parts, ThingTable, by_thing, word_sets
from recoupe.read.quantities.tokens import Phrasebook, marks, meanings


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count zero."""

    before: list[str]
    nobody: list[str]
    mild: str


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """Words that join the ends of a range."""

    opens: str
    closes: str
    source: str
    links: str
    changes: str


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count a rate or a change."""

    rate: list[str]
    window: list[str]
    newly: str
    moves: str
    by: str


class Toll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a number of victims whose noun is not said."""

    words: list[str]
    reaches: str
    harmed: str
    figures: str
    turnout: str
    gathered: str
    marched: str
    attended: str
    claimed: str
    of_one: str
    gravely: str
    sure: str


class NounWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is no noun of a count, and what stands before one."""

    never: str
    times: str
    terms: list[str]
    odd: str
    modifiers: str


class NotCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around numbers that count nothing, and function words of a clause."""

    months: str
    weekdays: str
    years: str
    labels: str
    definite: str
    clocks: str
    be: str
    have: str
    fillers: str
    others: str
    dying: str
    remain: str
    linking: str
    stops: str
    follows: str


class NumbersTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """numbers.toml."""

    atoms: str
    article: str
    scaled: str
    minus: str
    signed: str
    adding: str
    vague: str
    scales: dict[str, int]
    plurals: dict[str, int]
    currencies: dict[str, str]
    zero: Zero
    bounds: dict[str, list[str]]
    after: dict[Bound, list[str]]
    between: Between
    parts: Parts
    measures: Measures
    toll: Toll
    noun: NounWords
    not_counts: NotCounts


class RoleTable(FateWords, frozen=True):
    """The words of one role of people."""

    nouns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class UnitsTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """units.toml."""

    plurals: dict[str, str]
    nouns: dict[str, list[str]]
    roles: dict[str, RoleTable]
    things: dict[str, ThingTable]
    groups: Groups


@dataclass(frozen=True, slots=True)
class Fates:
    """What may have become of things of one kind: verbs and nouns before them, what is said behind them."""

    before: Phrasebook[str]
    states: Phrasebook[str]
    phrases: Phrasebook[str]
    heads: Phrasebook[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What the grammar looks up."""

    numbers: NumbersTable
    sets: dict[str, frozenset[str]]
    starters: frozenset[str]
    bounds: Phrasebook[str]
    after: Phrasebook[Bound]
    part_before: Phrasebook[int]
    part_after: Phrasebook[int]
    rate: Phrasebook[int]
    window: Phrasebook[int]
    terms: Phrasebook[int]
    nobody: Phrasebook[int]
    toll: Phrasebook[int]
    nouns: Phrasebook[tuple[str, str | None, bool]]
    people: Fates
    things: dict[str, Fates]
    groups: frozenset[str]
    group_roles: frozenset[str]


@cache
def load(code: str) -> Words:
    """The look-ups of language `code`.

    Raises:
        BadPack: a unit of units.toml is not one of the ontology.
    """
    numbers, table = lang.table(code, "numbers", NumbersTable), lang.table(code, "units", UnitsTable)
    if unknown := sorted(table.nouns.keys() - units().keys()):
        raise BadPack(f"{code}/units.toml", f"no such unit: {', '.join(unknown)}")
    return Words(
        numbers=numbers,
        sets=_sets(numbers),
        starters=_starters(numbers),
        bounds=meanings(numbers.bounds),
        after=meanings(numbers.after),
        part_before=marks(numbers.parts.before),
        part_after=marks(numbers.parts.after),
        rate=marks(numbers.measures.rate),
        window=marks(numbers.measures.window),
        terms=marks(numbers.noun.terms),
        nobody=marks(numbers.zero.nobody),
        toll=marks(numbers.toll.words),
        nouns=Phrasebook(_nouns(table)),
        people=_people(table.roles),
        things={name: _of_things(mine) for name, mine in by_thing(table.things).items()},
        groups=frozenset(table.groups.units.split()),
        group_roles=frozenset(table.groups.roles.split()),
    )


def _sets(numbers: NumbersTable) -> dict[str, frozenset[str]]:
    around = (numbers.zero, numbers.between, numbers.measures, numbers.toll, numbers.noun, numbers.not_counts)
    return word_sets(numbers, *around)


def _starters(numbers: NumbersTable) -> frozenset[str]:
    """Words with which a number may begin, besides digits and number words with a hyphen."""
    words = f"{numbers.atoms} {numbers.article} {numbers.vague} {numbers.minus} half".split()
    zeros = [phrase.split()[0] for phrase in (*numbers.zero.before, *numbers.zero.nobody)]
    return frozenset({*words, *zeros, *numbers.plurals, *numbers.currencies, "dozen"})


def _nouns(table: UnitsTable) -> Iterator[tuple[str, tuple[str, str | None, bool]]]:
    """Nouns to unit, role, and whether the form may be a plural; a noun of a role counts persons and comes first."""
    found: dict[str, tuple[str, str | None, bool]] = {}
    groups = [*(("person", role, words.nouns) for role, words in table.roles.items()), *((u, None, ns) for u, ns in table.nouns.items())]
    for unit, role, nouns in groups:
        for noun in nouns:
            many = plural(noun, table.plurals)
            found.setdefault(many, (unit, role, True))
            sign = not noun[-1].isalpha() or (len(noun) <= SIGN and unit_kind(unit) in MEASURED)  # "six bus drivers": no buses
            found.setdefault(noun, (unit, role, noun in ODD or sign))
    return iter(found.items())


SIGN = 3
"""Letters at most of a sign of a measure, which has no plural: "12 km"."""
ODD = frozenset(
    (
        "troops", "military personnel", "staff", "crew", "police", "cattle", "sheep", "aircraft", "unmanned aircraft", "per cent",
        "percent", "square km", "km/h", "yen", "yuan",
    )
)  # fmt: skip
"""Nouns whose plural is as the singular."""


def plural(noun: str, odd: dict[str, str]) -> str:
    """The plural of `noun`, of its last word.

    >>> [plural(noun, {"man": "men"}) for noun in ("body", "crash", "fire truck", "man", "boy")]
    ['bodies', 'crashes', 'fire trucks', 'men', 'boys']
    """
    head, _, last = noun.rpartition(" ")
    if " of " in noun:  # "prisoner of war"
        first, _, rest = noun.partition(" ")
        return f"{plural(first, odd)} {rest}"
    if last == "passer-by":
        made = "passers-by"
    elif last in odd:
        made = odd[last]
    elif noun in ODD or (last.endswith("s") and not last.endswith(("ss", "us"))):
        made = last
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        made = last[:-1] + "ies"
    else:
        made = last + ("es" if last.endswith(("s", "sh", "ch", "x")) else "s")
    return f"{head} {made}".strip()


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb that may stand before an object.

    >>> verb_forms("evacuate"), verb_forms("kidnap")
    (('evacuate', 'evacuates', 'evacuated', 'evacuating'), ('kidnap', 'kidnaps', 'kidnapped', 'kidnapping'))
    """
    if verb.endswith("e"):
        past, going = verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    else:
        stem = verb + (verb[-1] if verb in DOUBLED else "")
        past, going = stem + "ed", stem + "ing"
    return verb, verb + ("es" if verb.endswith(("sh", "ch", "s")) else "s"), past, going


DOUBLED = frozenset(("kidnap", "abet", "trap", "transfer"))
"""Verbs whose last letter is doubled before an ending."""


def _people(roles: Mapping[str, RoleTable]) -> Fates:
    heads, phrases = {role: t.heads for role, t in roles.items()}, {role: t.phrases for role, t in roles.items()}
    return Fates(before=_before(roles), states=_states(roles), phrases=meanings(phrases), heads=meanings(heads))


def _of_things(roles: Mapping[str, FateWords]) -> Fates:
    states = _states(roles)
    return Fates(before=_before(roles), states=states, phrases=meanings({}), heads=states)


def _before(roles: Mapping[str, FateWords]) -> Phrasebook[str]:
    """Verbs of the roles, then their other words before a count: where a phrase stands for two roles the first one counts."""
    verbs = ((form, role) for role, t in roles.items() for verb in t.verbs for form in verb_forms(verb))
    others = ((words, role) for role, t in roles.items() for words in (*t.forms, *t.lead))
    return Phrasebook([*verbs, *others])


def _states(roles: Mapping[str, FateWords]) -> Phrasebook[str]:
    return meanings({role: t.states for role, t in roles.items()})
