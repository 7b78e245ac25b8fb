"""The schemes of numbers.toml and units.toml, in part those of every language."""

from collections.abc import Mapping

import msgspec

from recoupe.model import Bound


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count zero."""

    before: list[str]
    abstract: str
    denying: str
    leaving_open: str
    opining: str
    thats: str
    no_longer: str
    nobody: str
    happened: str
    mild: str
    absent: str


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count a rate, a change or a total."""

    rate: list[str]
    each: str
    per: str
    who: str
    lengths: str
    window: list[str]
    spans: list[str]
    long: str
    wars: str
    change_before: list[str]
    change_after: list[str]
    no_change: list[str]
    moves: str
    newly: str
    corpses: str
    not_bodies: str
    kinsfolk: str
    bringing: str
    set_right: str


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """Words that join the ends of a range."""

    opens: str
    closes: str
    source: str
    links: str
    raised: list[str]
    towards: str
    until: str
    superlatives: str
    changes: str


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count a part of another one."""

    before: list[str]
    after: list[str]


class Elliptic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a count that leaves its noun out."""

    follows: str
    verbal: str
    rivals: list[str]
    all_of: str
    gauging: str
    voting: str
    excepting: list[str]
    crowds: str
    gathered: str
    leads_time: str
    past_times: str
    counters: str
    speaking_of: str
    says: str
    others: str
    last_of_them: str
    of_which: str
    themselves: str
    single: str
    told_of: str
    same_said: str
    among: str
    counted: str
    was: str
    but: str
    against: list[str]
    figure: str
    before_figure: str
    comprising: str
    gapping: str
    of_deaths: str
    of_money: str
    sums: str
    apart: str
    of_them: str
    tallies: str
    staying: str
    departed: str
    owned: str
    total: str
    reaches: str
    those: str
    elsewhere: str
    placing: str
    at_towns: str
    fronting: str
    whereas: str
    letting: str
    done: str
    only: str
    those_here: str
    over: str
    locally: str
    ours: str
    plural_articles: str
    keeps: str
    marching: str
    fractions: str
    asking: str
    no_captions: str
    voices: str


class NounWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between a number and its noun, and what is no noun of a count."""

    repeats: str
    compared: str
    skip: str
    alone: str
    adjectives: str
    invariable: str
    never: str
    sorting: str
    times: str
    calibres: str
    matter: str
    ordinals: str
    peoples: str


class NotCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around numbers that count nothing."""

    kin: str
    hours: str
    day_parts: str
    months: str
    weekdays: str
    article: str
    singular: str
    definite: str
    years: str
    multiples: str
    idioms: list[str]
    penal: list[str]
    spans: str
    parted: str
    ranging: str
    labels: str
    streets: str


class NumbersTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """numbers.toml."""

    atoms: str
    one: str
    adding: str
    half: str
    link: str
    roughly: str
    plural: str
    hundreds: str
    before_minus: str
    no_sign: str
    minus: str
    signed: str
    several: str
    brinks: str
    crossed: str
    attained: str
    signs: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, tuple[int, int, int]]
    zero: Zero
    bounds: dict[str, list[str]]
    bound_verbs: dict[str, list[str]]
    thresholds: list[str]
    after: dict[Bound, list[str]]
    between: Between
    parts: Parts
    measures: Measures
    ellipsis: Elliptic
    noun: NounWords
    not_counts: NotCounts


class FateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one role: what is said behind those who have it, and before them."""

    states: list[str] = []
    verbs: list[str] = []
    forms: list[str] = []
    lead: list[str] = []


class RoleTable(FateWords, frozen=True):
    """The words of one role of people."""

    nouns: list[str] = []
    phrases: list[str] = []
    sure: list[str] = []
    weak: list[str] = []


class ThingTable(FateWords, frozen=True, kw_only=True):
    """The words of one role of things, and the units or kinds of unit that may have it."""

    kinds: list[str]
    units: list[str] = []


class Struck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a weak participle by which it is said of a body."""

    gravely: str
    agents: list[str]
    body: str
    kinds: list[str]


class Wards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Participles, prepositions, articles and names of hospitals by which people are said to have been taken to one."""

    carried: list[str]
    goals: str
    left_from: str
    before_hospital: str
    admitted: str
    hospitals: str


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units of several persons each, and the roles that they may have."""

    units: str
    roles: str


class Collisions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell that vehicles met: the noun or participle, and what stands between it and a vehicle."""

    crashes: str
    by: str
    against_which: str


class Sickness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show that cases are those of sick persons."""

    diseases: str


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is sought: the missing, where a disaster stands around it and no police."""

    sought: str
    seeking: str
    perils: str
    pursuers: str


class Victims(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is lost by death; roles and nouns with which "un" is no count."""

    bereaved: str
    lost: str
    hit: str
    of_courts: str
    deeds: str
    parents_of: str
    storeys: str


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Function words of a clause."""

    have: str
    be: str
    to_be: str
    alive: str
    herds: str
    negation: str
    relative: str
    settings: str
    governing: str
    bodies: str
    tolls: str
    amounts: str
    fillers: str
    linking: str
    unaided: str
    ages: str
    aged: str
    one_s_own: str
    namely: str
    kinship: str
    collectors: list[str]


class UnitsTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """units.toml."""

    nouns: dict[str, list[str]]
    ambiguous: dict[str, list[str]]
    meant: dict[str, dict[str, list[str]]]
    roles: dict[str, RoleTable]
    things: dict[str, ThingTable]
    used: RoleTable
    struck: Struck
    groups: Groups
    wards: Wards
    collisions: Collisions
    sickness: Sickness
    search: Search
    victims: Victims
    clause: Clause


def word_sets(*tables: msgspec.Struct) -> dict[str, frozenset[str]]:
    """Every list of words of `tables` as a set, by its name.

    >>> word_sets(Groups(units="family couple", roles="evacuated"))["roles"]
    frozenset({'evacuated'})
    """
    return {
        name: frozenset(value.split())
        for table in tables
        for name in table.__struct_fields__
        if isinstance(value := getattr(table, name), str)
    }


def by_thing(things: Mapping[str, ThingTable]) -> dict[str, dict[str, ThingTable]]:
    """Units and kinds of unit, each with the roles that things of it may have.

    >>> table = {"burnt": ThingTable(kinds=["building"], units=["tent"]), "sunk": ThingTable(kinds=[], units=["boat"])}
    >>> {name: list(roles) for name, roles in by_thing(table).items()}
    {'building': ['burnt'], 'tent': ['burnt'], 'boat': ['sunk']}
    """
    found: dict[str, dict[str, ThingTable]] = {}
    for role, table in things.items():
        for name in (*table.kinds, *table.units):
            found.setdefault(name, {})[role] = table
    return found
