"""One claimant under several names: a shorter form, an acronym, an office beside the name of who holds it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec
import regex

from recoupe.lang import has, table
from recoupe.model import Actor, ActorKind, Mention
from recoupe.text import fold, stopwords
from recoupe.text.acronyms import acronyms

Text = tuple[str, str]
"""The characters of a report on one apostrophe, and its language."""


class Posts(msgspec.Struct, frozen=True):
    """Of the words by which sources are compared: offices, and seats with the name of the body that sits there."""

    offices: dict[str, str] = {}
    seats: dict[str, str] = {}


WORD = regex.compile(r"[\p{L}\d]++")


def aliases(actors: Iterable[Actor], mentions: Iterable[Mention], texts: Mapping[str, Text]) -> dict[str, str]:
    """For a name of one of `actors`, who are cited, the fuller name of the same one; a name that may be short for two stands for itself."""
    named = {actor.name: actor.kind for actor in sorted(actors, key=lambda a: a.name)}
    known = {fold(name): name for name in named}
    found: dict[str, set[str]] = {}
    posts = [_posts(language) for language in sorted({language for _, language in texts.values()})]
    offices = {fold(office) for told in posts for office in told.offices}
    for told in posts:
        for seat, body in told.seats.items():
            _join(found, known, seat, body)
    for text, _ in texts.values():
        for short, (start, end) in acronyms(text):
            _join(found, known, short, text[start:end])
    for mention in mentions:
        text, language = texts[mention.span.report]
        name = mention.actor.name
        beside = _beside(text[mention.span.start : mention.span.end], name, language)
        if name in named:
            _join(found, known, beside, name)
        office = fold(beside).partition(" ")[0]
        if office in known and office in offices:  # another one of that office counts, be he cited or not
            found.setdefault(known[office], set()).add(name)
    chosen = {short: next(iter(full)) for short, full in found.items() if len(full) == 1 and full <= named.keys()}
    return _shorter(named) | chosen | _accented(named)


@cache
def _posts(language: str) -> Posts:
    return table(language, "comparison", Posts) if has(language, "comparison") else Posts()


def _accented(names: Iterable[str]) -> dict[str, str]:
    """For a name that somebody writes without its accents, or with a capital more, the one with most of them.

    >>> _accented(["Edouard Vasseur", "Édouard Vasseur", "Le Bief"])
    {'Edouard Vasseur': 'Édouard Vasseur'}
    """
    alike = defaultdict[str, list[str]](list)
    for name in names:
        alike[fold(name)].append(name)
    fullest = {key: max(same, key=lambda name: (sum(map(str.islower, name)), len(name.encode()), name)) for key, same in alike.items()}
    return {name: fullest[key] for key, same in alike.items() for name in same if name != fullest[key]}


def _join(found: dict[str, set[str]], known: Mapping[str, str], short: str, full: str) -> None:
    one, other = known.get(fold(short)), known.get(fold(full))
    if one is not None and other is not None and one != other:
        found.setdefault(one, set()).add(other)


def _beside(words: str, name: str, language: str) -> str:
    """What stands beside a name, without its article.

    >>> _beside("le ministre de la Santé, Ali Saleh", "Ali Saleh", "fr")
    'ministre de la Santé'
    """
    left = words.replace(name, "").strip(" ,()") if name in words else ""
    first = WORD.match(left)
    return left[first.end() :].lstrip(" '") if first is not None and fold(first[0]) in stopwords(language) else left


def _shorter(named: Mapping[str, ActorKind]) -> dict[str, str]:
    """Names of which all words stand in just one other of their kind that begins, or for proper names ends, with the same word."""
    words = {name: [fold(w[0]) for w in WORD.finditer(name)] for name in named}
    sharing = defaultdict[str, list[str]](list)
    for name, own in words.items():
        for word in set(own):
            sharing[word].append(name)
    found = {}
    for name, own in words.items():
        fuller = [
            o
            for o in (sharing[own[0]] if own else ())
            if named[o] is named[name] and _is_short(own, words[o], proper=name[:1].isupper() and o[:1].isupper())
        ]
        if len(fuller) == 1:
            found[name] = fuller[0]
    return found


def _is_short(own: Sequence[str], theirs: Sequence[str], *, proper: bool) -> bool:
    inside = len(own) < len(theirs) and set(own) <= set(theirs)
    return inside and (own[0] == theirs[0] or (proper and own[-1] == theirs[-1]))


def merged(names: Iterable[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """Names as they are listed, each with the other ones among them that stand for it.

    >>> merged(["armée", "armée du Sud", "Le Bief"], {"armée": "armée du Sud"})
    {'armée du Sud': ['armée'], 'Le Bief': []}
    """
    given = list(dict.fromkeys(names))
    full = {name: known[name] if known.get(name) in given else name for name in given}
    found: dict[str, list[str]] = {name: [] for name in dict.fromkeys(full.values())}
    for name in given:
        if full[name] != name:
            found[full[name]].append(name)
    return found
