"""The words of standing.toml, with participles agreed, verbs conjugated and phrases cut into words."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache

import msgspec

from recoupe import lang
from recoupe.claims.grammar import grammar
from recoupe.claims.inflection import agreeing, verb_forms
from recoupe.claims.tokens import Tokens, tokens
from recoupe.claims.vocabulary import has
from recoupe.model import Record, Standing

Phrase = tuple[str, ...]


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
    also: frozenset[str]
    until_now: frozenset[str]
    version: frozenset[str]
    versions: frozenset[str]
    ours: frozenset[str]
    papers: frozenset[str]
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
    short_of: tuple[str, ...]
    voiced: frozenset[str]
    for_whom: frozenset[str]
    ballots: frozenset[str]
    given_out: tuple[str, ...]
    dead: frozenset[str]
    alive: frozenset[str]


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
    """The table made ready: phrases by their first word, the forms of verbs, and by which rules each word is asked (`first`)."""

    table: StandingTable
    phrases: Mapping[str, tuple[Cue, ...]]
    lists: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    moves: frozenset[str]
    taking: frozenset[str]
    revised: frozenset[str]
    expecting: frozenset[str]
    first: Mapping[str, tuple[str, ...]]

    def phrase(self, found: Tokens, i: int, name: str) -> Phrase:
        """The longest phrase of the list `name` that stands at word `i`; empty where none does."""
        return max((p for p in self.lists[name].get(found.forms[i], ()) if found.phrase(i, p)), key=len, default=())


@cache
def standing_words(language: str) -> StandingWords | None:
    """The words of `language`; None where it has no table.

    >>> known = standing_words("fr")
    >>> known.first["précédemment"], known.first["passe"], standing_words("xx")
    (('first', 'listed'), ('listed', 'moved'), None)
    """
    if not has(language, "standing"):
        return None
    table = lang.table(language, "standing", StandingTable)
    words = table.words
    phrases = _by_first(_cues(table))
    moves, shifts = (frozenset(_changes(verbs, table)) for verbs in (words.move, words.shift))
    lists = {name: _by_first_word(getattr(words, name)) for name in ("wrongly", "first", "short_of", "by_voice")}
    expecting, given_out = (frozenset(f for p in verbs for f in agreeing(p)) for verbs in (words.expected, words.given_out))
    asked: dict[str, Iterable[str]] = {
        "listed": phrases,
        "moved": moves | shifts,
        "wrongly": lists["wrongly"],
        "first": lists["first"],
        "previous": words.previous | words.opening,
        "which": words.which,
        "version": words.version,
        "figures": words.figures,
        "disowned": frozenset(form for verb in words.disowned for form, _ in verb_forms(verb, table.irregular)),
        "expected": expecting,
        "given_out": given_out,
        "against": grammar(language).set_against,
    }
    first: dict[str, tuple[str, ...]] = {}
    for rule, forms in asked.items():
        for form in forms:
            first[form] = tuple(sorted((*first.get(form, ()), rule)))
    return StandingWords(
        table=table,
        phrases=phrases,
        lists=lists,
        moves=moves,
        taking=frozenset(form for verb in words.taken for form, _ in verb_forms(verb, table.irregular)),
        revised=frozenset(form for participle in words.revised for form in agreeing(participle)),
        expecting=expecting,
        first=first,
    )


def _changes(verbs: Iterable[str], table: StandingTable) -> Iterator[str]:
    """The forms that tell a change that has come: no infinitive, no future, no conditional."""
    for verb in verbs:
        if verb.endswith("ant"):
            yield verb
            continue
        yield from (form for form, _ in verb_forms(verb, table.irregular) if form != verb and not form.endswith(table.words.ahead_of_us))


def _cues(table: StandingTable) -> Iterator[Cue]:
    for place in Place:
        for standing, listed in getattr(table, place.value).items():
            yield from (Cue(words=p, place=place, standing=standing) for phrase in listed for p in _phrases(phrase))


def _phrases(phrase: str) -> Iterator[Phrase]:
    """All forms of a phrase: "compté+ deux fois" in masculine and feminine, singular and plural.

    >>> [" ".join(p) for p in _phrases("revu+ d'abord")]
    ["revu d abord", 'revue d abord', 'revues d abord', 'revus d abord']
    """
    head, plus, rest = phrase.partition("+")
    if not plus:
        yield tokens(phrase).forms
        return
    words = head.split(" ")
    for form in agreeing(words[-1]):
        yield tokens(" ".join([*words[:-1], form]) + rest).forms


def _by_first(cues: Iterable[Cue]) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.words[0], []).append(cue)
    return {word: tuple(listed) for word, listed in found.items()}


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for words in _phrases(phrase):
            found.setdefault(words[0], []).append(words)
    return {word: tuple(listed) for word, listed in found.items()}
