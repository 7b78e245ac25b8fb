"""The words by which actors are known: heads by kind, adjectives, names of bodies. Scheme and look-up of lang/<code>/actors.toml."""

from functools import cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe import lang
from recoupe.lang.demonyms import demonyms
from recoupe.model import ActorKind, Record
from recoupe.read.names import WORD
from recoupe.read.schemes import PlaceWords
from recoupe.text.patterns import either, spaced


class Anonymous(Record, frozen=True, kw_only=True):
    """Phrases that say that a source will not be named."""

    before: tuple[str, ...]
    phrases: tuple[str, ...]


class ActorWords(Record, frozen=True, kw_only=True):
    """The words of a language that name actors (`actors.toml`)."""

    determiners: tuple[str, ...]
    definite: tuple[str, ...]
    possessive: tuple[str, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    adjectives: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    not_adjectives: tuple[str, ...]
    openers: tuple[str, ...]
    complements: tuple[str, ...]
    persons: tuple[str, ...]
    not_heads: tuple[str, ...]
    named: frozenset[ActorKind]
    of_bodies: tuple[str, ...]
    of_persons: tuple[str, ...]
    outlets: frozenset[str]
    taking_up: frozenset[str]
    authored: frozenset[str]
    before_heads: tuple[str, ...]
    not_states: frozenset[str]
    with_name: dict[str, ActorKind]
    generics: dict[str, tuple[str, ...]]
    seats: dict[str, str]
    bodies: dict[ActorKind, tuple[str, ...]]
    heads: dict[ActorKind, tuple[str, ...]]
    anonymous: Anonymous


class Lexicon(NamedTuple):
    """The words of a language, compiled. `names` are of bodies and of seats of power; patterns that look back are matched backwards."""

    heads: dict[str, ActorKind]
    head_list: tuple[str, ...]
    find_heads: AhoCorasick
    names: dict[str, tuple[ActorKind, str | None]]
    name_list: tuple[str, ...]
    find_names: AhoCorasick
    persons: frozenset[str]
    of_bodies: frozenset[str]
    of_persons: frozenset[str]
    outlets: frozenset[str]
    taking_up: frozenset[str]
    generics: dict[str, frozenset[str]]
    authored: frozenset[str]
    named: frozenset[ActorKind]
    not_states: frozenset[str]
    with_name: dict[str, ActorKind]
    adjectives: frozenset[str]
    not_adjectives: frozenset[str]
    endings: tuple[str, ...]
    demonyms: dict[str, str]
    definite: frozenset[str]
    possessive: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    forenames: frozenset[str]
    before: "regex.Pattern[str]"
    complement: "regex.Pattern[str]"
    anonymous: "regex.Pattern[str]"
    title: "regex.Pattern[str]"
    gap: "regex.Pattern[str]"
    person: "regex.Pattern[str]"


@cache
def lexicon(code: str) -> Lexicon:
    """The compiled words of language `code`."""
    words = lang.table(code, "actors", ActorWords)
    heads = {head.lower(): kind for kind, group in words.heads.items() for head in group}
    heads |= {f"{head}s": kind for head, kind in heads.items() if " " not in head and head[-1] not in "sx" and f"{head}s" not in heads}
    heads = {head: kind for head, kind in heads.items() if head not in words.not_heads}
    names: dict[str, tuple[ActorKind, str | None]] = {name: (kind, None) for kind, group in words.bodies.items() for name in group}
    names |= {name: (ActorKind.STATE_ORGAN, side) for name, side in words.seats.items()}
    det = spaced(words.determiners)
    pre = spaced(words.before_heads)
    gap = rf" (?:{spaced(words.particles)}){{0,2}}"
    return Lexicon(
        heads=heads,
        head_list=tuple(heads),
        find_heads=AhoCorasick(tuple(heads), matchkind=MatchKind.LeftmostLongest),
        names=names,
        name_list=tuple(names),
        find_names=AhoCorasick(tuple(names), matchkind=MatchKind.LeftmostLongest),
        persons=frozenset(words.persons),
        of_bodies=frozenset(words.of_bodies),
        of_persons=frozenset(words.of_persons),
        outlets=words.outlets,
        taking_up=words.taking_up,
        generics={word.lower(): frozenset(offices) for word, offices in words.generics.items()},
        authored=words.authored,
        named=words.named,
        not_states=words.not_states,
        with_name=words.with_name,
        adjectives=frozenset(words.adjectives),
        not_adjectives=frozenset(words.not_adjectives),
        endings=words.adjective_endings,
        demonyms=demonyms(code),
        definite=frozenset(words.definite),
        possessive=frozenset(words.possessive),
        openers=frozenset(words.openers),
        titles=frozenset(words.titles),
        forenames=lang.table(code, "places", PlaceWords).forenames if lang.has(code, "places") else frozenset(),
        before=regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}])(?P<det>{det}|des |du |aux? |de |d')?+(?P<pre>(?:{pre}|ex-|vice-){{0,2}})"),
        complement=regex.compile(rf"{either(words.complements)}(?!\p{{L}})"),
        anonymous=regex.compile(rf",? (?:{either(words.anonymous.before)} )?{either(words.anonymous.phrases)}(?!\p{{L}})"),
        title=regex.compile(rf"(?r)(?<!\p{{L}}){either(words.titles)} "),
        gap=regex.compile(gap),
        person=regex.compile(rf"{WORD}(?:{gap}{WORD}){{0,3}}"),
    )


def adjective(word: str, words: Lexicon) -> bool:
    """Whether `word` (lower case) can be an adjective of a body."""
    if word in words.demonyms or word in words.adjectives:
        return True
    if len(word) < 5 or word in words.not_adjectives:
        return False
    return word.removesuffix("s").endswith(words.endings) and word.removesuffix("s") not in words.not_adjectives
