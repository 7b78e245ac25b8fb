"""The word lists of the quantity grammar: schemes of numbers.toml and units.toml, and the look-ups made of them."""

from dataclasses import dataclass
from functools import cache

import msgspec

from recoupe import lang
from recoupe.errors import BadPack
from recoupe.model import Bound
from recoupe.ontology import units
from recoupe.read.quantities.tokens import Phrasebook, plurals

NEARLY = "nearly"


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count zero."""

    before: list[str]
    mild: str


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """Words that join the ends of a range."""

    opens: str
    closes: str
    source: str
    links: str
    changes: str


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count a part of another one."""

    before: list[str]
    after: list[str]


class Elliptic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a count that leaves its noun out."""

    follows: str
    rivals: list[str]
    others: str
    counted: str
    was: str
    against: str
    of_them: str
    total: str
    reaches: str
    fractions: str


class NounWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between a number and its noun, and what is no noun of a count."""

    skip: str
    never: str
    times: str
    terms: str
    calibres: str
    matter: str
    ordinals: str
    peoples: str


class NotCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around numbers that count nothing."""

    months: str
    weekdays: str
    article: str
    singular: str
    definite: str
    years: str
    labels: str
    streets: str


class NumbersTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """numbers.toml."""

    atoms: str
    one: str
    adding: str
    half: str
    link: str
    plural: str
    hundreds: str
    several: str
    signs: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, tuple[int, int, int]]
    zero: Zero
    bounds: dict[str, list[str]]
    after: dict[Bound, list[str]]
    between: Between
    parts: Parts
    ellipsis: Elliptic
    noun: NounWords
    not_counts: NotCounts


class RoleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one role."""

    nouns: list[str] = []
    states: list[str] = []
    verbs: list[str] = []
    forms: list[str] = []
    phrases: list[str] = []
    lead: list[str] = []
    sure: bool = False


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Function words of a clause."""

    have: str
    be: str
    negation: str
    relative: str
    settings: str
    fillers: str
    linking: str


class UnitsTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """units.toml."""

    nouns: dict[str, list[str]]
    ambiguous: dict[str, list[str]]
    roles: dict[str, RoleTable]
    used: RoleTable
    clause: Clause


@dataclass(frozen=True, slots=True)
class Words:
    """What the grammar looks up, for one language."""

    language: str
    numbers: NumbersTable
    sets: dict[str, frozenset[str]]
    starters: frozenset[str]
    bounds: Phrasebook[str]
    after: Phrasebook[Bound]
    zero: Phrasebook[int]
    part_before: Phrasebook[int]
    part_after: Phrasebook[int]
    rivals: Phrasebook[int]
    nouns: Phrasebook[tuple[str, str | None]]
    candidates: dict[str, tuple[str, ...]]
    states: Phrasebook[str]
    verbs: dict[str, str]
    phrases: Phrasebook[str]
    lead: Phrasebook[str]
    sure: frozenset[str]
    used_states: Phrasebook[str]
    used_verbs: frozenset[str]


@cache
def load(code: str) -> Words:
    """The look-ups of language `code`.

    Raises:
        BadPack: a unit of units.toml is not one of the ontology.
    """
    numbers, table = lang.table(code, "numbers", NumbersTable), lang.table(code, "units", UnitsTable)
    unknown = sorted({*table.nouns, *(u for us in table.ambiguous.values() for u in us)} - units().keys())
    if unknown:
        raise BadPack(f"{code}/units.toml", f"no such unit: {', '.join(unknown)}")
    return Words(
        language=code,
        numbers=numbers,
        sets=_sets(numbers, table.clause),
        starters=_starters(numbers),
        bounds=Phrasebook((words, bound) for bound, all_words in numbers.bounds.items() for words in all_words),
        after=Phrasebook((words, bound) for bound, all_words in numbers.after.items() for words in all_words),
        zero=Phrasebook((words, 0) for words in numbers.zero.before),
        part_before=Phrasebook((words, 0) for words in numbers.parts.before),
        part_after=Phrasebook((words, 0) for words in numbers.parts.after),
        rivals=Phrasebook((words, 0) for words in numbers.ellipsis.rivals),
        nouns=_nouns(table),
        candidates={form: tuple(us) for noun, us in table.ambiguous.items() for form in plurals(noun)},
        states=Phrasebook((form, role) for role, r in table.roles.items() for state in r.states for form in agreements(state)),
        verbs={form: role for role, r in table.roles.items() for form in verb_forms(r)},
        phrases=Phrasebook((words, role) for role, r in table.roles.items() for words in r.phrases),
        lead=Phrasebook((words, role) for role, r in table.roles.items() for words in r.lead),
        sure=frozenset(role for role, r in table.roles.items() if r.sure),
        used_states=Phrasebook((form, "used") for state in table.used.states for form in agreements(state)),
        used_verbs=frozenset(verb_forms(table.used)),
    )


def _sets(numbers: NumbersTable, clause: Clause) -> dict[str, frozenset[str]]:
    """Every list of words of the table as a set, by its name."""
    tables = (numbers, numbers.zero, numbers.between, numbers.ellipsis, numbers.noun, numbers.not_counts, clause)
    return {
        name: frozenset(value.split())
        for part in tables
        for name in part.__struct_fields__
        if isinstance(value := getattr(part, name), str)
    }


def _starters(numbers: NumbersTable) -> frozenset[str]:
    """Words with which a number may begin (besides digits and hyphenated number words)."""
    collectives = {form for noun in numbers.collectives for form in plurals(noun)}
    zeros = {words.split()[0] for words in numbers.zero.before}
    return frozenset(
        {*numbers.atoms.split(), *numbers.one.split(), *numbers.plural.split(), *numbers.several.split(), *collectives, *zeros}
    )


def _nouns(table: UnitsTable) -> Phrasebook[tuple[str, str | None]]:
    """Nouns to (unit, role); a noun of a role counts persons and comes before the same noun of a unit."""
    found: dict[str, tuple[str, str | None]] = {}
    for role, words in table.roles.items():
        found |= {form: ("person", role) for state in words.states if " " in state for form in agreements(state)}
        found |= {form: ("person", role) for noun in words.nouns for form in plurals(noun)}
    for unit, nouns in table.nouns.items():
        found = {form: (unit, None) for noun in nouns for form in plurals(noun)} | found
    found |= {form: (us[0], None) for noun, us in table.ambiguous.items() for form in plurals(noun)}
    return Phrasebook(found.items())


def agreements(state: str) -> list[str]:
    """A participle or adjective in all genders and numbers; what follows its first word stays.

    >>> agreements("mis en examen")
    ['mis en examen', 'mise en examen', 'mis en examen', 'mises en examen']
    >>> agreements("porté disparu")[3]
    'portées disparues'
    """
    first, _, rest = state.partition(" ")
    stem = first.removesuffix("s")
    endings = ("", "e", "s", "es") if not first.endswith("e") else ("", "s")
    agreeing = rest.endswith(("é", "u"))  # "porté disparu": both words agree
    return [f"{stem if end == 's' else first}{end} {rest}{end if agreeing else ''}".strip() for end in endings]


def verb_forms(words: RoleTable) -> list[str]:
    """All forms of the regular verbs (-er) of `words` that may stand before an object, and the irregular ones as given.

    >>> verb_forms(RoleTable(verbs=["tuer"], forms=["abat"]))[:5]
    ['abat', 'tue', 'tuent', 'tuer', 'tuant']
    """
    endings = ("e", "ent", "er", "ant", "a", "èrent", "ait", "aient", "era", "eront", "erait", "eraient", "é")
    made = [verb[:-2] + ("e" if verb.endswith("ger") and end[0] == "a" else "") + end for verb in words.verbs for end in endings]
    return [*words.forms, *made]
