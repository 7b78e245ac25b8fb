"""The word lists of the quantity grammar: the look-ups made of numbers.toml, units.toml and lemmas.toml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from recoupe import lang
from recoupe.errors import BadPack
from recoupe.lang.plurals import plurals
from recoupe.model import Bound, Measure
from recoupe.ontology import UnitKind, lemmas, units
from recoupe.read.quantities.forms import agreements, feminines
from recoupe.read.quantities.schemes import FateWords, NumbersTable, RoleTable, UnitsTable, by_thing, word_sets
from recoupe.read.quantities.tokens import Phrasebook, marks, meanings, phrase

NEARLY = "nearly"
SENTENCE_ENDS = frozenset(".!?…\n;:(«»")
"""Marks that end what belongs to a count."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What may have become of a thing of one unit or kind of unit: verbs before it, participles after it, nouns before it."""

    verbs: dict[str, str]
    states: Phrasebook[str]
    lead: Phrasebook[str]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What the grammar looks up, for one language."""

    language: str
    numbers: NumbersTable
    sets: dict[str, frozenset[str]]
    starters: frozenset[str]
    bounds: Phrasebook[str]
    bound_verbs: Phrasebook[str]
    thresholds: Phrasebook[int]
    after: Phrasebook[Bound]
    zero: Phrasebook[int]
    raised: Phrasebook[int]
    part_before: Phrasebook[int]
    part_after: Phrasebook[int]
    rate: Phrasebook[int]
    each: Phrasebook[int]
    change_before: Phrasebook[int]
    change_after: Phrasebook[bool]
    window: Phrasebook[Measure]
    rivals: Phrasebook[int]
    idioms: Phrasebook[int]
    penal: Phrasebook[int]
    sayings: frozenset[tuple[str, str]]
    against: Phrasebook[int]
    excepting: Phrasebook[int]
    nouns: Phrasebook[tuple[str, str | None]]
    candidates: dict[str, tuple[str, ...]]
    meant: dict[str, dict[str, frozenset[str]]]
    states: Phrasebook[str]
    verbs: dict[str, str]
    phrases: Phrasebook[str]
    lead: Phrasebook[str]
    collectors: Phrasebook[int]
    sure: frozenset[str]
    sure_states: Phrasebook[str]
    sure_verbs: dict[str, str]
    fates: dict[str, Fates]
    person_roles: frozenset[str]
    person_states: frozenset[str]
    moneys: dict[str, str]
    weak: frozenset[str]
    carried: frozenset[str]
    participles: frozenset[str]
    thing_states: frozenset[str]
    struck: Phrasebook[int]
    struck_kinds: frozenset[str]
    groups: frozenset[str]
    group_roles: frozenset[str]
    used_states: Phrasebook[str]
    used_verbs: frozenset[str]
    used_lead: Phrasebook[int]
    used_phrases: Phrasebook[int]


@cache
def load(code: str) -> Words:
    """The look-ups of language `code`.

    Raises:
        BadPack: a unit of units.toml is not one of the ontology.
    """
    numbers, table = lang.table(code, "numbers", NumbersTable), _known(code, lang.table(code, "units", UnitsTable))
    each = _each(numbers)
    return Words(
        language=code,
        numbers=numbers,
        sets=_sets(numbers, table) | _derived(numbers, table),
        starters=_starters(numbers),
        bounds=Phrasebook(_bounds(numbers)),
        bound_verbs=meanings(numbers.bound_verbs),
        thresholds=marks(numbers.thresholds),
        after=meanings(numbers.after),
        zero=marks(numbers.zero.before),
        raised=marks(numbers.between.raised),
        part_before=marks(numbers.parts.before),
        part_after=marks(numbers.parts.after),
        rate=marks([*numbers.measures.rate, *each]),
        each=marks(each),
        change_before=marks(numbers.measures.change_before),
        change_after=meanings({True: numbers.measures.change_after, False: numbers.measures.no_change}),
        window=meanings({Measure.CHANGE: numbers.measures.window, Measure.TOTAL: numbers.measures.spans}),
        idioms=marks(numbers.not_counts.idioms),
        penal=marks(numbers.not_counts.penal),
        sayings=frozenset(pair for words in map(phrase, numbers.not_counts.idioms) for pair in zip(words, (*words[1:], ""), strict=True)),
        rivals=marks(numbers.ellipsis.rivals),
        against=marks(numbers.ellipsis.against),
        excepting=marks(numbers.ellipsis.excepting),
        nouns=_nouns(table, code),
        candidates={form: tuple(us) for noun, us in table.ambiguous.items() for form in plurals(noun)},
        meant={form: _cues(by) for noun, by in table.meant.items() for form in plurals(noun)},
        states=meanings({role: _agreeing(r.states) for role, r in table.roles.items()}),
        verbs={form: role for role, r in table.roles.items() for form in verb_forms(r)},
        phrases=meanings({role: _spread(r.phrases) for role, r in table.roles.items()}),
        lead=meanings({role: _spread(r.lead) for role, r in table.roles.items()}),
        collectors=marks(table.clause.collectors),
        sure=frozenset(role for role, r in table.roles.items() if r.sure),
        sure_states=meanings({role: _agreeing(r.sure) for role, r in table.roles.items()}),
        sure_verbs={form: role for role, r in table.roles.items() for form in sure_forms(r)},
        fates={name: _fates(mine) for name, mine in by_thing(table.things).items()},
        person_roles=frozenset(table.roles),
        person_states=frozenset(form for r in table.roles.values() for form in _agreeing(r.states) if " " not in form),
        moneys=_moneys(table),
        weak=frozenset(form for r in table.roles.values() for form in _agreeing(r.weak)),
        participles=frozenset(form.split()[0] for r in table.roles.values() for form in _agreeing(r.states)),
        carried=frozenset(form.split()[0] for state in table.wards.carried for form in agreements(state)),
        thing_states=frozenset(form for t in table.things.values() for state in t.states if " " not in state for form in agreements(state)),
        struck=marks(table.struck.agents),
        struck_kinds=frozenset(table.struck.kinds),
        groups=frozenset(table.groups.units.split()),
        group_roles=frozenset(table.groups.roles.split()),
        used_states=meanings({"used": _agreeing(table.used.states)}),
        used_verbs=frozenset(verb_forms(table.used)),
        used_lead=marks(_spread(table.used.lead)),
        used_phrases=marks(table.used.phrases),
    )


def _known(code: str, table: UnitsTable) -> UnitsTable:
    """`table`, all of whose units the ontology has."""
    unknown = sorted({*table.nouns, *(u for us in table.ambiguous.values() for u in us)} - units().keys() - lemmas().keys())
    if unknown:
        raise BadPack(f"{code}/units.toml", f"no such unit: {', '.join(unknown)}")
    return table


def _sets(numbers: NumbersTable, table: UnitsTable) -> dict[str, frozenset[str]]:
    around = (numbers.zero, numbers.between, numbers.measures, numbers.ellipsis, numbers.noun, numbers.not_counts)
    return word_sets(numbers, *around, table.clause, table.collisions, table.sickness, table.search, table.victims, table.wards)


def _derived(numbers: NumbersTable, table: UnitsTable) -> dict[str, frozenset[str]]:
    """Lists that are made of others."""
    ellipsis, guards = numbers.ellipsis, numbers.not_counts
    owned, verbal = frozenset(ellipsis.owned.split()), frozenset(ellipsis.verbal.split())
    sexes = (sex for word in numbers.noun.adjectives.split() for sex in (word, *feminines(word)))
    adjectives = frozenset(form for sex in sexes for form in (sex, *plurals(sex)))
    auxiliaries = frozenset(f"{table.clause.have} {table.clause.be}".split())
    remaining = frozenset(f"{ellipsis.others} {ellipsis.last_of_them}".split())
    sorting = frozenset(form for word in numbers.noun.sorting.split() for form in agreements(word)[-2:])
    never = f"{numbers.noun.never} {ellipsis.follows} {ellipsis.verbal} {ellipsis.total} {numbers.atoms}"
    return {
        "inside": frozenset((numbers.one + " " + numbers.adding).split()),
        "sorting": sorting,
        "no_nouns": sorting.union(never.split()),
        "adjectives": adjectives,
        "qualifying": adjectives | {"et"},
        "gravely": frozenset(table.struck.gravely.split()),
        "body": frozenset(table.struck.body.split()),
        "clause_ends": SENTENCE_ENDS | {","} | frozenset((table.clause.relative + " " + numbers.measures.who).split()),
        "before_number": owned | frozenset(table.clause.fillers.split()),
        "none": frozenset(word for word in numbers.zero.before if word.startswith("aucun")) | {"seul", "seule", *numbers.one.split()},
        "articles": owned | {*numbers.one.split(), "des"},
        "auxiliaries": auxiliaries,
        "single": frozenset(f"{ellipsis.single} {numbers.one}".split()),
        "before_noun": frozenset(f"{guards.singular} {numbers.one} {numbers.link}".split()),
        "one_of_its_kind": frozenset(guards.singular.split()) & frozenset(guards.article.split()) | {"au"},
        "remaining": remaining,
        "leaves_noun": verbal | frozenset(f"{ellipsis.follows} {ellipsis.last_of_them}".split()),
        "predicates": verbal | auxiliaries | remaining,
        "wholes": owned | {"entre"},
    }


def _spread(phrases: Iterable[str]) -> list[str]:
    """Phrases whose words have alternatives, each written out: "souffre/souffrent de/des brûlures".

    >>> _spread(["à la rue", "subi de/des coups"])
    ['à la rue', 'subi de coups', 'subi des coups']
    """
    return [" ".join(each) for words in phrases for each in product(*(word.split("/") for word in words.split()))]


def _agreeing(states: Iterable[str]) -> list[str]:
    """All forms of participles and adjectives."""
    return [form for state in states for form in agreements(state)]


def _fates(mine: Mapping[str, FateWords]) -> Fates:
    """What may have become of things that may have the roles of `mine`."""
    return Fates(
        verbs={form: role for role, t in mine.items() for form in verb_forms(t)},
        states=meanings({role: _agreeing(t.states) for role, t in mine.items()}),
        lead=meanings({role: _spread(t.lead) for role, t in mine.items()}),
        roles=frozenset(mine),
    )


def _bounds(numbers: NumbersTable) -> Iterator[tuple[str, str]]:
    """Words before a number and what they say of it; of the verbs also before a threshold: "dépasse la barre des 100"."""
    yield from ((words, bound) for bound, all_words in numbers.bounds.items() for words in all_words)
    for bound, verbs in numbers.bound_verbs.items():
        yield from ((f"{verb} {link}".strip(), bound) for verb in verbs for link in ("", *numbers.thresholds))


def _each(numbers: NumbersTable) -> list[str]:
    """ "chaque jour" and the like, of every word for a length of time."""
    return [f"{each} {time}" for each in numbers.measures.each.split() for time in numbers.measures.lengths.split()]


def _starters(numbers: NumbersTable) -> frozenset[str]:
    """Words with which a number may begin (besides digits and hyphenated number words)."""
    collectives = {form for noun in numbers.collectives for form in plurals(noun)}
    zeros = {words.split()[0] for words in numbers.zero.before} | set(numbers.zero.nobody.split())
    return frozenset(
        {
            *numbers.minus.split(),
            *numbers.atoms.split(),
            *numbers.one.split(),
            *numbers.plural.split(),
            *numbers.several.split(),
            *collectives,
            *zeros,
        }
    )


def _nouns(table: UnitsTable, code: str) -> Phrasebook[tuple[str, str | None]]:
    """Nouns to (unit, role); a noun of a role counts persons and comes before that of a unit, which comes before one that is its own."""
    roles: dict[str, tuple[str, str | None]] = {}
    for role, words in table.roles.items():
        roles |= {form: ("person", role) for state in words.states if " " in state for form in agreements(state)}
        roles |= {form: ("person", role) for noun in words.nouns for form in plurals(noun)}
    layers = [roles]  # what an earlier one says of a form holds
    layers += [{form: (unit, None) for noun in nouns for form in plurals(noun)} for unit, nouns in table.nouns.items()]
    for kind, nouns in lang.table(code, "lemmas", dict[UnitKind, list[str]]).items():
        for noun in nouns:
            names = (noun, *feminines(noun)) if kind is UnitKind.PERSON else (noun,)
            layers.append(dict.fromkeys((form for name in names for form in plurals(name)), (noun, None)))
    found: dict[str, tuple[str, str | None]] = {}
    for layer in reversed(layers):
        found |= layer
    found |= {form: (us[0], None) for noun, us in table.ambiguous.items() for form in plurals(noun)}
    bare = {BARE + form[1:]: meant for form, meant in found.items() if form.startswith(ACUTE)}  # "Eleveurs", "ETUDIANTS"
    return Phrasebook((bare | found).items())


ACUTE, BARE = "é", "e"
"""What many write without its accent where it is a capital."""


def _cues(by_unit: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {unit: frozenset(cues) for unit, cues in by_unit.items()}


def _moneys(table: UnitsTable) -> dict[str, str]:
    """What sums of money are written with ("euros", "€") and the unit; no form that may be another word ("livre")."""
    return {
        form: unit
        for unit, nouns in table.nouns.items()
        if units().get(unit) is UnitKind.MONEY
        for noun in nouns
        for form in plurals(noun)
        if not noun.isalpha() or (form != noun and form.endswith("s") and noun not in COMMON)
    }


COMMON = frozenset(("couronne", "lire", "real", "sol"))
"""Names of currencies that are common words as well."""


def sure_forms(words: RoleTable) -> list[str]:
    """The forms of those verbs of `words` whose participle is sure.

    >>> sure_forms(RoleTable(verbs=["tuer", "brûler"], sure=["tué"]))[:2]
    ['tue', 'tuent']
    """
    return verb_forms(FateWords(verbs=[verb for verb in words.verbs if f"{verb[:-2]}é" in words.sure]))


def verb_forms(words: FateWords) -> list[str]:
    """All forms of the regular verbs (-er) of `words` that may stand before an object, and the irregular ones as given.

    >>> verb_forms(FateWords(verbs=["tuer"], forms=["abat"]))[:5]
    ['abat', 'tue', 'tuent', 'tuer', 'tuant']
    """
    endings = ("e", "ent", "er", "ant", "a", "èrent", "ait", "aient", "era", "eront", "erait", "eraient", "é")
    made = [verb[:-2] + ("e" if verb.endswith("ger") and end[0] == "a" else "") + end for verb in words.verbs for end in endings]
    return [*words.forms, *made]
