"""The words of standing.toml, with participles agreed, verbs conjugated and phrases cut into words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TypeVar

import msgspec

from recoupe import lang
from recoupe.claims.grammar.inflection import agreeing, verb_forms
from recoupe.claims.grammar.tokens import Tokens, tokens
from recoupe.claims.grammar.words import grammar
from recoupe.model import Record, Standing

Phrase = tuple[str, ...]
T = TypeVar("T")


class Place(StrEnum):
    """Where a phrase stands by its number; the tables of standing.toml say what each means."""

    BEFORE = "before"
    AHEAD = "ahead"
    BEHIND = "behind"
    ONCE = "once"
    LATER = "later"


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of [words]; what each is for stands there."""

    fillers: frozenset[str]
    origin: frozenset[str] = msgspec.field(name="from")
    to: frozenset[str]
    move: tuple[str, ...]
    shift: tuple[str, ...]
    levels: tuple[str, ...]
    periods: frozenset[str]
    by_voice: tuple[str, ...]
    ahead_of_us: tuple[str, ...]
    wrongly: tuple[str, ...]
    first: tuple[str, ...]
    had: frozenset[str]
    have: frozenset[str]
    previous: frozenset[str]
    opening: frozenset[str]
    figures: frozenset[str]
    was: frozenset[str]
    which: frozenset[str]
    he: frozenset[str]
    the: frozenset[str]
    changing: tuple[str, ...]
    also: frozenset[str]
    until_now: frozenset[str]
    version: frozenset[str]
    versions: frozenset[str]
    ours: frozenset[str]
    papers: frozenset[str]
    wrote: frozenset[str]
    we: frozenset[str]
    we_have: frozenset[str]
    contrasts: frozenset[str]
    taken: tuple[str, ...]
    returned: frozenset[str]
    on: frozenset[str]
    own: frozenset[str]
    revised: tuple[str, ...]
    been: frozenset[str]
    disowned: tuple[str, ...]
    having: frozenset[str]
    that: frozenset[str]
    not_: frozenset[str] = msgspec.field(name="not")
    expected: tuple[str, ...]
    given: tuple[str, ...]
    short_of: tuple[str, ...]
    voiced: frozenset[str]
    for_whom: frozenset[str]
    ballots: frozenset[str]
    but_not: frozenset[str]
    wrong: tuple[str, ...]
    equating: frozenset[str]
    these: frozenset[str]


Listed = Mapping[Standing, tuple[str, ...]]


class StandingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scheme of standing.toml."""

    before: Listed
    ahead: Listed
    behind: Listed
    once: Listed
    later: Listed
    words: Lists
    irregular: dict[str, str]


class Cue(Record, frozen=True):
    """A phrase, where it stands by its number, and what it says of it."""

    words: Phrase
    place: Place
    standing: Standing


class StandingWords(Record, frozen=True):
    """The table made ready: phrases by their first two words or their only one, the forms of verbs, which rules ask a word (`first`)."""

    table: StandingTable
    phrases: Mapping[Phrase, tuple[Cue, ...]]
    lists: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    moves: frozenset[str]
    levels: frozenset[str]
    taking: frozenset[str]
    changing: frozenset[str]
    revised: frozenset[str]
    expecting: frozenset[str]
    given: frozenset[str]
    wrong: frozenset[str]
    first: Mapping[str, tuple[str, ...]]

    def phrase(self, found: Tokens, i: int, name: str) -> Phrase:
        """The longest phrase of the list `name` that stands at word `i`; empty where none does."""
        begun = self.lists[name].get(found.forms[i])
        return max((p for p in begun if found.phrase(i, p)), key=len, default=()) if begun else ()


@cache
def standing_words(language: str) -> StandingWords | None:
    """The words of `language`; None where it has no table.

    >>> known = standing_words("fr")
    >>> known.first["précédemment"], known.first["passe"], standing_words("xx")
    (('first', 'listed'), ('listed', 'moved'), None)
    """
    if not lang.has(language, "standing"):
        return None
    table = lang.table(language, "standing", StandingTable)
    words = table.words
    known = StandingWords(
        table=table,
        phrases=_by_two(tuple(_cues(table))),
        lists={name: _by_first((p, p) for listed in getattr(words, name) for p in _phrases(listed)) for name in LISTS},
        moves=frozenset(_changes(words.move, table)),
        levels=frozenset(_changes((*words.levels, *words.shift), table)),
        taking=_conjugated(words.taken, table),
        changing=_conjugated(words.changing, table),
        revised=_agreed(words.revised),
        expecting=_agreed(words.expected),
        given=_agreed(words.given),
        wrong=_agreed(words.wrong),
        first={},
    )
    return msgspec.structs.replace(known, first=_asked(known, grammar(language).set_against))


LISTS = ("wrongly", "first", "short_of", "by_voice")
"""The lists of which whole phrases are looked for."""


def _asked(known: StandingWords, against: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """By which rules each word is asked."""
    words = known.table.words
    asked: dict[str, Iterable[str]] = {
        "listed": {words[0] for words in known.phrases},
        "moved": known.moves.union(_changes(words.shift, known.table)),
        "wrongly": known.lists["wrongly"],
        "first": known.lists["first"],
        "previous": words.previous | words.opening,
        "which": words.which,
        "he": words.he,
        "version": words.version,
        "wrote": words.wrote | words.we_have,
        "figures": words.figures,
        "wrong": words.figures,
        "brought": words.figures,
        "replaced": known.revised,
        "nots": words.but_not,
        "disowned": _conjugated(words.disowned, known.table),
        "expected": known.expecting,
        "against": against,
    }
    first = defaultdict[str, tuple[str, ...]](tuple)
    for rule in sorted(asked):
        for form in asked[rule]:
            first[form] += (rule,)
    return dict(first)


def _agreed(participles: Iterable[str]) -> frozenset[str]:
    return frozenset(form for participle in participles for form in agreeing(participle))


def _conjugated(verbs: Iterable[str], table: StandingTable) -> frozenset[str]:
    return frozenset(form for verb in verbs for form, _ in verb_forms(verb, table.irregular))


def _changes(verbs: Iterable[str], table: StandingTable) -> Iterator[str]:
    """The forms that tell a change that has come: no infinitive, no future, no conditional."""
    for verb in verbs:
        if verb.endswith("ant"):
            yield verb
            continue
        yield from (form for form in _conjugated([verb], table) if form != verb and not form.endswith(table.words.ahead_of_us))


def _cues(table: StandingTable) -> Iterator[Cue]:
    for place in Place:
        for standing, listed in getattr(table, place.value).items():
            yield from (Cue(words=p, place=place, standing=standing) for phrase in listed for p in _phrases(phrase))


def _phrases(phrase: str) -> Iterator[Phrase]:
    """All forms of a phrase: "compté+ deux fois" in masculine and feminine, singular and plural.

    >>> [" ".join(p) for p in _phrases("revu+ d'abord")]
    ['revu d abord', 'revue d abord', 'revues d abord', 'revus d abord']
    """
    head, plus, rest = phrase.partition("+")
    if not plus:
        yield tokens(phrase).forms
        return
    words = head.split(" ")
    for form in agreeing(words[-1]):
        yield tokens(" ".join([*words[:-1], form]) + rest).forms


def _by_two(cues: Sequence[Cue]) -> Mapping[Phrase, tuple[Cue, ...]]:
    """The phrases that can stand where two words stand, those of one word among them, in the order of the table."""
    by_first = _by_first((cue.words, cue) for cue in cues)
    begun = {cue.words[:2] for cue in cues}
    return {words: tuple(c for c in by_first[words[0]] if c.words[:2] == words or c.words == words[:1]) for words in begun}


def _by_first(phrases: Iterable[tuple[Phrase, T]]) -> Mapping[str, tuple[T, ...]]:
    """What belongs to each of `phrases`, by the first word of these."""
    found: dict[str, list[T]] = defaultdict(list)
    for words, one in phrases:
        found[words[0]].append(one)
    return {word: tuple(listed) for word, listed in found.items()}
