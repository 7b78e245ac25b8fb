"""Which actor a mention stands for: one for all mentions of a full name, of one head with the same modifiers, of one state."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
import regex

from recoupe.model import Actor, ActorKind, identify
from recoupe.text import fold

SMALL = regex.compile(r"(?<![\p{L}])(?:de la|de l'|de|du|des|d'|la|le|les|l'|et|a|au|aux)(?![\p{L}])|'")


INITIALS = regex.compile(r"\p{L}(?:[.-]++\p{L})*+\.?")


class Found(NamedTuple):
    """A mention before it is known whose: `name` is a proper name, `role` the words of the head phrase without determiner.

    `short`: a surname alone, `titled` with "M." before it. `bare`: a definite head alone ("le ministère"), `owned` behind "son". `state`: a
    place that stands for its country. `known_as`: the key of the same actor in French, which reports of all languages share.
    """

    start: int
    end: int
    name: str = ""
    role: str = ""
    kind: ActorKind = ActorKind.PERSON
    side: str | None = None
    head: str = ""
    modifiers: tuple[str, ...] = ()
    person: bool = False
    short: bool = False
    titled: bool = False
    bare: bool = False
    owned: bool = False
    state: bool = False
    definite: bool = False
    known_as: str = ""


Named = dict[tuple[str, tuple[str, ...]], Actor]
"""Actors by their ids and the modifiers of a phrase that named them, the one named last at the end."""


def identified(
    found: list[Found], outlets: Container[str], generics: Mapping[str, Collection[str]], taking_up: Container[str] = ()
) -> Iterator[tuple[Found, Actor, bool]]:
    """Each mention with its actor, and whether it is a short form; surnames of nobody named in full are left out. Heads of `outlets` alone
    take up the medium named before, those of `generics` the only one before who has such an office: "le magistrat", of a prosecutor; those
    of `taking_up` the only body of their kind that was named before: "l'association", of "l'ONG X"."""
    people = _people(found)
    surnames = _surnames(people)
    roles = {
        role_key(f): people.get(_folded(f.name)) or surnames[_folded(f.name)]
        for f in reversed(found)
        if f.person and f.head and f.modifiers and (_folded(f.name) in people or _folded(f.name) in surnames)
    }
    holders = _holders(found, people)
    by_head: dict[str, Named] = defaultdict(dict)
    actors: dict[str, Actor] = {}
    medium: Actor | None = None
    told = list[Found]()
    for one in found:
        known = _short(one, people, surnames, roles, by_head) or (medium if one.bare and one.head in outlets else None)
        if known is None and one.bare and one.head in generics:
            known = _only(actor for office in generics[one.head] for actor in by_head[office].values())
        if known is None and one.bare and one.head in taking_up and not by_head[one.head]:
            known = _body(one, told)
        if known is None and one.bare and not by_head[one.head]:
            known = holders.get(one.head)
        if known is None and one.person and one.short and not (one.head or one.titled):
            continue
        actor = known or people.get(_folded(one.name)) or _actor(one)
        actor = actors.setdefault(actor.id, actor)
        if one.name and not (one.person or one.state):
            told.append(one)
            if _unnamed(head := _folded(one.role).partition(" ")[0], by_head):  # "une ONG", and then "l'ONG X"
                by_head[head] = {(actor.id, one.modifiers): actor}
        if one.head and (known is None or not one.bare):
            by_head[one.head].pop((actor.id, one.modifiers), None)
            by_head[one.head][actor.id, one.modifiers] = actor
        elif one.kind is ActorKind.MEDIA and not one.head:
            medium = actor
        yield one, actor, known is not None


def _holders(found: list[Found], people: dict[str, Actor]) -> dict[str, Actor]:
    """Who is named beside an office that nobody else of the text has: "le maire" of the title is he of "Le maire, Jean Roy, ..."."""
    by_office: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.head and not one.bare:
            by_office[one.head].add(_folded(one.name) if one.person and not one.modifiers else "")
    alone = ((head, people.get(next(iter(names)))) for head, names in by_office.items() if len(names) == 1)
    return {head: actor for head, actor in alone if actor is not None}


def _body(one: Found, told: Iterable[Found]) -> Actor | None:
    """The only body named before that was called so ("l'ONG", of "l'ONG X"), else the only one of that kind."""
    alike = [body for body in told if body.kind is one.kind]
    return _only(_actor(body) for body in alike if f"{_folded(body.role)} ".startswith(f"{_folded(one.head)} ")) or _only(
        map(_actor, alike)
    )


def _unnamed(head: str, by_head: Mapping[str, Named]) -> bool:
    """Whether only one under the bare noun was told: "une ONG"."""
    before = by_head.get(head)
    return before is not None and len(before) > 0 and all(_folded(actor.name) == head for actor in before.values())


def _only(some: Iterable[Actor]) -> Actor | None:
    by_id = {actor.id: actor for actor in some}
    return next(iter(by_id.values())) if len(by_id) == 1 else None


def _people(found: list[Found]) -> dict[str, Actor]:
    """The people named in full. The kind is that of the first role that stands beside the full name, else beside the surname."""
    names = [f for f in found if f.person and not f.short]
    folded = {_folded(f.name) for f in names}
    tails = {" ".join(name.split()[n:]) for name in folded for n in range(1, len(name.split()))}
    people: dict[str, Actor] = {}
    for one in sorted(names, key=lambda f: (not f.head, f.start)):
        if _folded(one.name) not in tails:
            people.setdefault(_folded(one.name), Actor(id=_identified(_folded(one.name)), name=one.name, kind=one.kind, side=one.side))
    surnames = _surnames(people)
    for one in found:
        bearer = surnames.get(_folded(one.name)) if one.person and one.head else None
        if bearer is not None and bearer.kind is ActorKind.PERSON:
            people[_folded(bearer.name)] = msgspec.structs.replace(bearer, kind=one.kind, side=one.side)
    return people


def _surnames(people: dict[str, Actor]) -> dict[str, Actor]:
    """The names that only one of the people has: the first, each between, and all that may be a surname."""
    bearers: dict[str, list[Actor]] = defaultdict(list)
    for folded, actor in people.items():
        words = folded.split()
        if INITIALS.fullmatch(words[0]):
            continue
        for short in {words[0], *words[1:-1], *(" ".join(words[n:]) for n in range(1, len(words)))}:
            bearers[short].append(actor)
    return {surname: actors[0] for surname, actors in bearers.items() if len(actors) == 1}


def _short(
    one: Found, people: dict[str, Actor], surnames: dict[str, Actor], roles: dict[str, Actor], by_head: dict[str, Named]
) -> Actor | None:
    """The actor that a short form stands for; None where it is none, or stands for nobody known."""
    if one.person:
        return surnames.get(_folded(one.name)) if _folded(one.name) not in people else None
    if one.bare:
        before = {key: actor for key, actor in by_head[one.head].items() if not (one.owned and key[1])}
        several = len({id_ for id_, _ in before}) > 1 and one.kind is not ActorKind.STATE_ORGAN
        return next(reversed(before.values())) if before and not several else None
    if not (one.head and one.modifiers):
        return None
    return roles.get(role_key(one)) or (_longer(one, by_head[one.head]) if one.definite else None)


def _longer(one: Found, before: Named) -> Actor | None:
    """The only actor before whose modifiers begin with those of `one`: "la préfecture maritime" of "... maritime de l'Atlantique"."""
    size = len(one.modifiers)
    longer = {id_: actor for (id_, modifiers), actor in before.items() if len(modifiers) > size and modifiers[:size] == one.modifiers}
    return next(iter(longer.values())) if len(longer) == 1 else None


def _actor(one: Found) -> Actor:
    name = one.name or one.role
    return Actor(id=_identified(_key(one)), name=name, kind=one.kind, side=one.side)


@lru_cache(maxsize=20_000)
def _identified(key: str) -> str:
    return identify("actor", key)


def _key(one: Found) -> str:
    if one.known_as:
        return one.known_as
    if one.state:
        return f"state {one.side}"
    return _folded(one.name) if one.name else role_key(one)


def role_key(one: Found) -> str:
    """Head, side and the words of the modifiers in one order: "ministère russe de la Défense" is "ministère de la Défense russe"; "un
    habitant" is not "des habitants"."""
    modifiers = sorted(_singular(word) for modifier in one.modifiers for word in SMALL.sub(" ", _folded(modifier)).split())
    head = _singular(one.head) if modifiers or one.side else _folded(one.head)
    return " ".join([head, one.side or "", *modifiers])


@lru_cache(maxsize=20_000)
def _folded(words: str) -> str:
    """A name is compared many times in a text, and stands in many texts."""
    return fold(words)


@lru_cache(maxsize=20_000)
def _singular(word: str) -> str:
    return fold(word).removesuffix("s")
