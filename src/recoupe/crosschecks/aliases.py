"""One claimant under several names: a shorter form, an acronym, an office beside the name of who holds it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import regex

from recoupe.crosschecks.names import OFFICES
from recoupe.crosschecks.wording import Wording, wording
from recoupe.model import Actor, ActorKind, Alias, Dossier, Mention
from recoupe.text import fold, plain
from recoupe.text.acronyms import acronyms
from recoupe.text.beside import beside

Text = tuple[str, str]
"""The characters of a report on one apostrophe, and its language."""

CLOSED = regex.compile(r"\s?+[.;!?)»\n]|$")
"""What ends what is said of somebody."""

BRACKETED = regex.compile(r" \((?<short>\p{Lu}[\p{L}\d-]{1,11})\)$")
"""What a body is called for short, behind its name."""

WORD = regex.compile(r"[\p{L}\d]++")


def named(dossiers: Sequence[Dossier]) -> tuple[Alias, ...]:
    """The names under which claimants are cited in `dossiers` beside their fullest one, by name."""
    said = (claim.attribution.actor for d in dossiers for claim in (*d.claims, *d.aside) if claim.attribution is not None)
    texts = {report.id: (plain(report.text), report.language) for d in dossiers for report in d.reports}
    mentions = (m for d in dossiers for reading in d.readings for m in reading.actors if m.span.report in texts)
    known = aliases({a.name: a for a in said if a is not None}.values(), mentions, texts)
    return tuple(Alias(name=name, full=_fullest(name, known)) for name in sorted(known))


def _fullest(name: str, known: Mapping[str, str]) -> str:
    """The end of a row of ever fuller names.

    >>> _fullest("FSR", {"FSR": "Forces de soutien", "Forces de soutien": "Forces de soutien rapide"})
    'Forces de soutien rapide'
    """
    seen = {name}
    while (fuller := known.get(name, name)) not in seen:
        name = fuller
        seen.add(name)
    return name


def aliases(actors: Iterable[Actor], mentions: Iterable[Mention], texts: Mapping[str, Text]) -> dict[str, str]:
    """For a name of one of `actors`, who are cited, the fuller name of the same one; a name that may be short for two stands for itself."""
    named = {actor.name: actor.kind for actor in sorted(actors, key=lambda a: a.name)}
    known = {fold(name): name for name in named}
    found: dict[str, set[str]] = {}
    posts = [wording(language) for language in sorted({language for _, language in texts.values()})]
    offices = {office for told in posts for office in told.offices}
    for told in posts:
        for seat, body in told.seats.items():
            _join(found, known, seat, body)
    for short, full in _letters(known.values(), texts):
        _join(found, known, short, full)
    ordered = sorted(mentions, key=lambda m: m.span)
    for short, full in _apposed(ordered, texts):
        _join(found, known, short, full)
    for mention in ordered:
        text, language = texts[mention.span.report]
        name = known.get(fold(mention.actor.name), mention.actor.name)
        if text.startswith(f" ({mention.actor.name})", mention.span.end):  # "l'administration pénitentiaire (SNAI)", called SNAI
            _join(found, known, mention.actor.name, text[mention.span.start : mention.span.end])
        held = beside(text[mention.span.start : mention.span.end], name, language)
        if name in named:
            _join(found, known, held, name)
        office = fold(held).partition(" ")[0]
        if office in known and office in offices:  # another one of that office counts, be he cited or not
            found.setdefault(known[office], set()).add(name)
    accented = _accented(named)
    fuller = {short: {accented.get(name, name) for name in names} for short, names in found.items()}
    chosen = {short: next(iter(names)) for short, names in fuller.items() if len(names) == 1 and names <= named.keys()}
    return _shorter({name: kind for name, kind in named.items() if not any(_two(name, told) for told in posts)}) | chosen | accented


def _letters(names: Iterable[str], texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Names by their letters, as texts explain them, or in brackets behind a name by those of another language: "Bureau de coordination
    des affaires humanitaires (Ocha)"."""
    for text, _ in texts.values():
        yield from ((short, text[start:end]) for short, (start, end) in acronyms(text))
    for name in names:
        if bracketed := BRACKETED.search(name):
            yield bracketed["short"], name


def _two(name: str, told: Wording) -> bool:
    """Two claimants, joined, each with its article: "ministère de l'Intérieur et la CGT".

    >>> _two("police et les syndicats", wording("fr")), _two("ministère de la Santé et de la Famille", wording("fr"))
    (True, False)
    """
    lower = fold(name)
    return any(told.definite.match(lower, joint.end()) for joint in told.joining.finditer(lower))


def _apposed(mentions: Sequence[Mention], texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Offices with who holds them, set beside at the end of a sentence: "a dit le porte-parole du ministère, le colonel Ivar Stens."."""
    for one, other in pairwise(mentions):
        text = texts[one.span.report][0]
        near = one.span.report == other.span.report and text[one.span.end : other.span.start] == ", "
        named = one.actor.name.islower() and not other.actor.name.islower() and text[other.span.start : other.span.start + 1].islower()
        if near and named and CLOSED.match(text, other.span.end):
            yield one.actor.name, other.actor.name


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


def _shorter(named: Mapping[str, ActorKind]) -> dict[str, str]:
    """Names of which all words stand in just one other of their kind that begins, or for proper names ends, with the same word; family
    names of one who is told by an office."""
    words = {name: [fold(w[0]) for w in WORD.finditer(name)] for name in named}
    sharing = defaultdict[str, list[str]](list)
    for name, own in words.items():
        for word in set(own):
            sharing[word].append(name)
    found = {}
    for name, own in words.items():
        fuller = [
            o
            for o in min((sharing[word] for word in own), key=len, default=())
            if (named[o] is named[name] and _is_short(own, words[o], proper=name[:1].isupper() and o[:1].isupper()))
            or _bears(own, named[name], words[o], named[o])
        ]
        if len(fuller) == 1:
            found[name] = fuller[0]
    return found


def _bears(own: Sequence[str], short: ActorKind, theirs: Sequence[str], full: ActorKind) -> bool:
    """A family name alone, and the whole name of who is told by an office: "M. Roy", "le maire, Luc Roy"."""
    return short is ActorKind.PERSON and full in OFFICES and len(own) < len(theirs) and list(own) == list(theirs)[-len(own) :]


def _is_short(own: Sequence[str], theirs: Sequence[str], *, proper: bool) -> bool:
    inside = len(own) < len(theirs) and set(own) <= set(theirs)
    return inside and (own[0] == theirs[0] or (proper and own[-1] == theirs[-1]))
