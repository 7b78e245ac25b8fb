"""The words of a language that name events, from lang/<code>/events.toml, made ready to be found."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe import lang
from recoupe.claims.grammar.english_inflection import english_forms, plurals
from recoupe.claims.grammar.inflection import FormKind, verb_forms
from recoupe.claims.grammar.tokens import tokens
from recoupe.errors import BadPack
from recoupe.lang.plurals import regular
from recoupe.model import Record
from recoupe.ontology.events import event_types
from recoupe.text.folding import plain

REFLEXIVE = ("se ", "s'")


class Group(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of words in events.toml; the head of that file says what each key is."""

    type: str | None = None
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    of: str | None = None
    aimed: bool = False
    weight: int = 2
    toll: bool = False
    placed: bool = False

    @property
    def figure(self) -> bool:
        """True for phrases that name no event, though words of theirs would: "force de frappe"."""
        return self.type is None and not self.toll


class EventTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of events.toml."""

    trigger: tuple[Group, ...]
    determiners: frozenset[str]
    articles: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    nominal: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    irregular: dict[str, str]
    instruments: dict[str, tuple[str, ...]]


class Entry(Record, frozen=True):
    """One form of one word of a group: `rest` are the words that must follow, `reflexive` asks for "se" before."""

    group: int
    kind: FormKind
    rest: tuple[str, ...]
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The groups, with the first words of all their forms, the longest first.

    `alone` are the forms of one word, `runs` the others by their first two words. `longer`: the words that begin runs of a context,
    with how many words the longest has.
    """

    groups: tuple[Group, ...]
    entries: dict[str, tuple[Entry, ...]]
    alone: dict[str, tuple[Entry, ...]]
    runs: dict[tuple[str, ...], tuple[Entry, ...]]
    near: tuple[frozenset[str], ...]
    far: tuple[frozenset[str], ...]
    instruments: dict[str, str]
    longer: dict[str, int]
    determiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    nominal: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()


Numbers = Callable[[str], tuple[str, ...]]
Forms = tuple[Callable[[str, Mapping[str, str]], Iterator[tuple[str, FormKind]]], Numbers]
"""How a language makes the forms of a verb, and the singular and plural of a noun."""

EMPTY = Vocabulary(groups=(), entries={}, alone={}, runs={}, near=(), far=(), instruments={}, longer={})


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`, empty where there is none.

    >>> sorted({e.kind.value for e in vocabulary("fr").entries["manifesté"]})
    ['participle']
    """
    if not has(language, "events"):
        return EMPTY
    return built(lang.table(language, "events", EventTable), language)


def has(language: str, name: str) -> bool:
    """True if the pack of `language` holds the table `name`.

    >>> has("fr", "events"), has("fr", "weather")
    (True, False)
    """
    return lang.has(language, name)


def built(table: EventTable, language: str) -> Vocabulary:
    """The vocabulary of a table.

    >>> crash = Group(type="ACCIDENT", nouns=("crash",))
    >>> sorted(built(EventTable(trigger=(crash,), determiners=frozenset(), irregular={}, instruments={}), "fr").entries)
    ['crash', 'crashs']

    Raises:
        BadPack: a group has a type that the ontology does not know.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for number, group in enumerate(table.trigger):
        if group.type is not None and group.type not in event_types():
            raise BadPack(f"lang/{language}/events.toml", f"no event type {group.type!r} in ontology/events.toml")
        for first, entry in _entries(number, group, table.irregular, FORMS.get(language, FORMS["fr"])):
            if (entry.rest or first not in table.unread) and entry not in found[first]:
                found[first].append(entry)
    numbers = FORMS.get(language, FORMS["fr"])[1]
    near, far = tuple(_context(g.near, numbers) for g in table.trigger), tuple(_context(g.far, numbers) for g in table.trigger)
    entries = {first: tuple(sorted(of_it, key=lambda e: (-len(e.rest), e.group))) for first, of_it in found.items()}
    return Vocabulary(
        groups=table.trigger,
        entries=entries,
        alone={first: one for first, of_it in entries.items() if (one := tuple(e for e in of_it if not e.rest))},
        runs=_runs(entries),
        near=near,
        determiners=table.determiners,
        articles=table.articles,
        nominal=table.nominal,
        among=table.among,
        inserted=table.inserted,
        figures=table.figures,
        matter=table.matter,
        by=table.by,
        far=far,
        instruments={word: mode for mode, words in table.instruments.items() for word in words},
        longer=_longest(near + far),
    )


def _longest(contexts: tuple[frozenset[str], ...]) -> dict[str, int]:
    """How many words the longest run of a context has that begins with a word."""
    found: dict[str, int] = {}
    for first, *more in (words.split(" ") for context in contexts for words in context if " " in words):
        found[first] = max(found.get(first, 0), 1 + len(more))
    return found


def _runs(entries: dict[str, tuple[Entry, ...]]) -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """The forms of several words by the first two of them."""
    found: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    for first, of_it in entries.items():
        for entry in of_it:
            if entry.rest:
                found[first, entry.rest[0]] = (*found.get((first, entry.rest[0]), ()), entry)
    return found


def _entries(number: int, group: Group, irregular: dict[str, str], made: Forms) -> Iterator[tuple[str, Entry]]:
    conjugated, numbers = made
    for verb in group.verbs:
        reflexive = verb.startswith(REFLEXIVE)
        bare = verb.removeprefix("se ").removeprefix("s'")
        infinitive, _, after = bare.partition(" ")
        rest = _forms(after)
        entries = {kind: Entry(group=number, kind=kind, rest=rest, reflexive=reflexive) for kind in FormKind}
        yield from ((form, entries[kind]) for form, kind in conjugated(infinitive, irregular))
    for noun in group.nouns:
        for first, *more in {_forms(form): None for form in numbers(noun)}:
            yield first, Entry(group=number, kind=FormKind.NOUN, rest=tuple(more), reflexive=False)


def plural_phrase(noun: str) -> str:
    """The plural of a noun or of a noun with its complement.

    >>> plural_phrase("tremblement de terre"), plural_phrase("visite officielle"), plural_phrase("attaque-suicide")
    ('tremblements de terre', 'visites officielles', 'attaques-suicide')
    """
    for joint in (" d'", " de ", " du ", " des ", " au ", " en ", " à ", " avec ", "-"):
        head, found, rest = noun.partition(joint)
        if found:
            return plural_phrase(head) + joint + rest
    return " ".join(regular(word) for word in noun.split(" "))


def _numbers(noun: str) -> tuple[str, str, str]:
    """A noun in the singular, with its head and with all of it in the plural ("tirs de roquette", "tirs de roquettes")."""
    heads = plural_phrase(noun)
    return noun, heads, regular(heads)


def _forms(words: str) -> tuple[str, ...]:
    text = plain(words)
    return (text.casefold(),) if text.isalpha() else tokens(text).forms  # as most of ten thousands are


def _context(words: tuple[str, ...], numbers: Numbers) -> frozenset[str]:
    return frozenset(" ".join(_forms(form)) for word in words for form in numbers(word))


FORMS: dict[str, Forms] = {"fr": (verb_forms, _numbers), "en": (english_forms, plurals)}
