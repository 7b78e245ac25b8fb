"""Claimants: who stands behind an attribution, one by one, with the names under which each may appear in the dossier."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

import regex

from recoupe.crosschecks.names import Face, covers, face, organ, stems
from recoupe.crosschecks.posts import Posts
from recoupe.crosschecks.wording import Wording, wording
from recoupe.model import Actor, ActorKind, Attribution, Dossier, Mention, Reading, Report, Span, identify
from recoupe.text import fold, plain
from recoupe.text.acronyms import acronyms

SIDED = frozenset({ActorKind.STATE_ORGAN, ActorKind.ARMED_FORCE, ActorKind.POLICE})
"""Kinds that each country has: a text says once whose it is."""


SOURCE = 200
"""Characters of a source in which it says for whom it speaks."""


OF_NAME = regex.compile(r"\p{Ll}[ '](?:l[ae]s? |l')?\p{Lu}[\p{L}-]*+ \p{L}++ $")
"""A name that belongs to a noun, and the word that joins: "préfecture de la Manche et "."""

PARTED = regex.compile(r"[,;:(]")
"""What stands between a noun and somebody who is another."""

BESIDE = regex.compile(r"\s?[,()]\s?")
"""What parts a name from an office."""


class Fights(Enum):
    """Whether somebody is called as one who fights: by no name of his own ("les rebelles"), or by what such people call themselves."""

    NOT = "not"
    UNNAMED = "unnamed"
    NAMED = "named"


OFFICE = regex.compile(r"[ ,]")
"""What ends an office before its place or its holder."""


class Claimant(NamedTuple):
    """Who speaks. `faces`: the names that may stand for it, the body that it speaks for too. `proper`: one of these is a proper name.

    `body`: it takes up some body named before ("l'agence"). `number`: how many it is at least ("les deux entreprises"). `paper`: a bare
    "communiqué", "un précédent bilan": a way by which words come, not somebody who speaks. `nobody`: the latter, of nobody that is named.
    `outlet`: the first report of the outlet that it is, where the dossier has one: what that passes on is not its own word; or this report,
    of "nos informations". `fights`: see there. `posts`: the offices and seats, folded, that it alone has, by whatever name it goes.
    `offices`: the bodies of the offices that it has, without their place ("préfecture").
    """

    actor: Actor
    faces: frozenset[Face]
    proper: bool = False
    body: bool = False
    number: int = 1
    paper: bool = False
    nobody: bool = False
    outlet: str | None = None
    fights: Fights = Fights.NOT
    posts: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


class Claimants:
    """The claimants of a dossier, each attribution looked at once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._readings = {reading.report: reading for reading in dossier.readings}
        self._reports = {report.id: report for report in dossier.reports}
        self._known: dict[tuple[str, str, str], tuple[Claimant, ...]] = {}

    def of(self, said: Attribution, report: str) -> tuple[Claimant, ...]:
        """Those behind `said`: several where its words join several."""
        actor = said.actor
        if actor is None:
            return ()
        source = said.source[0] if said.source else None
        words = _words(self._reports[report], source)
        key = report, actor.id, words
        if key not in self._known:
            self._known[key] = tuple(self._claimants(actor, words, self._reports[report], source))
        return self._known[key]

    def _claimants(self, actor: Actor, words: str, report: Report, source: Span | None) -> Iterator[Claimant]:
        known = wording(report.language)
        mentions = self._within(source)
        pieces = _pieces(words, [_shifted(m, source) for m in mentions], known) if source is not None else []
        if len(pieces) < 2:
            yield self._claimant(actor, words, report, known)
            return
        for piece in pieces:
            yield self._claimant(_named(piece, actor, mentions, known), piece, report, known)

    def _claimant(self, actor: Actor, words: str, report: Report, known: Wording) -> Claimant:
        sided = self._sided(actor, report.id)
        body = organ(words[:SOURCE], known) or (organ(actor.name, known) if actor.name not in words else None)
        held, posts = self._held.get(fold(actor.name), frozenset()), self._posts.of(actor.name, known)
        names = [sided.name, *filter(None, (body, known.seats.get(fold(actor.name))))]
        faces = {face(name, known) for name in (*names, *held, *posts)}
        faces |= {long for one in faces if len(one) == 1 and (long := self._acronyms.get(next(iter(one)))) is not None}
        proper = any(n[:1].isupper() for n in names[1:] or (names if actor.kind is not ActorKind.PERSON else []))
        lower = fold(words)
        bare = lower[m.end() :] if (m := known.definite.match(lower)) else ""
        first = bare.split(" ", 1)[0]
        generic = actor.name == actor.name.lower() and first in known.bodies
        number = known.several.get(first or lower.split(" ", 1)[0], 1)
        outlet = report.id if known.ours.match(lower) else self._outlets.get(_bare(actor.name, known))
        paper, former = _paper(actor, known), _former(actor, known)
        return Claimant(
            sided,
            frozenset(faces),
            proper,
            generic,
            number,
            paper,
            former,
            outlet,
            _fights(actor, faces, known),
            frozenset(map(fold, posts)),
            frozenset(known.offices[o] for o in (OFFICE.split(bare, maxsplit=1)[0], *map(_head, posts)) if o in known.offices),
        )

    @cached_property
    def _held(self) -> Mapping[str, frozenset[str]]:
        """For each name the bodies for which its bearer speaks, as any text says: "le ministre de la Santé, Ali Saleh"."""
        found: dict[str, set[str]] = {}
        for language, words, name in dict.fromkeys(self._mentioned()):
            if (body := _office(words, name, wording(language))) is not None:
                found.setdefault(fold(name), set()).add(body)
        return {name: frozenset(bodies) for name, bodies in found.items()}

    @cached_property
    def _posts(self) -> Posts:
        """The offices that the texts tell."""
        languages = {id_: report.language for id_, report in self._reports.items()}
        named = {(m.actor.name, languages[r.report]) for r in self._readings.values() for m in r.actors}
        return Posts(named, self._held)

    def _mentioned(self) -> Iterator[tuple[str, str, str]]:
        """Language, words and name of each mention with more words than its name."""
        for reading in self._readings.values():
            report = self._reports[reading.report]
            for mention in reading.actors:
                if mention.span.end - mention.span.start > len(mention.actor.name):
                    yield report.language, _words(report, mention.span), mention.actor.name

    def _sided(self, actor: Actor, report: str) -> Actor:
        """An organ of which the text says once whose it is ("le ministre", "le ministre tchadien"): the one of that side. Where all organs
        named are of one country, another text may say it."""
        if actor.side is not None or actor.kind not in SIDED:
            return actor
        return _fuller(actor, self._full.get(report, ())) or _fuller(actor, self._of_one_country) or actor

    @cached_property
    def _full(self) -> Mapping[str, tuple[Actor, ...]]:
        """The actors of each report of which a side is known."""
        return {id_: tuple(dict.fromkeys(m.actor for m in r.actors if m.actor.side)) for id_, r in self._readings.items()}

    @cached_property
    def _of_one_country(self) -> tuple[Actor, ...]:
        """The organs of which a side is known, if it is the same of all."""
        found = {a.id: a for actors in self._full.values() for a in actors if a.kind in SIDED}
        return tuple(found[id_] for id_ in sorted(found)) if len({a.side for a in found.values()}) == 1 else ()

    @cached_property
    def _acronyms(self) -> Mapping[str, Face]:
        """All that the texts explain; an acronym with two meanings has none."""
        found: dict[str, set[Face]] = {}
        for report in self._dossier.reports:
            text = plain(report.text)
            for short, (start, end) in acronyms(text):
                found.setdefault(fold(short), set()).add(frozenset(stems(text[start:end])))
        return {short: next(iter(meant)) for short, meant in found.items() if len(meant) == 1}

    @cached_property
    def _outlets(self) -> Mapping[str, str]:
        """The first report of each outlet, by the outlet's name."""
        found: dict[str, str] = {}
        for id_, report in sorted(self._reports.items()):
            found.setdefault(_bare(report.outlet or "", wording(report.language)), id_)
        return {name: id_ for name, id_ in found.items() if name}

    def _within(self, source: Span | None) -> list[Mention]:
        reading: Reading | None = self._readings.get(source.report) if source is not None else None
        if source is None or reading is None:
            return []
        return [m for m in reading.actors if source.start <= m.span.start and m.span.end <= source.end]


def _head(post: str) -> str:
    return fold(post).split(" ")[0]


def _fights(actor: Actor, faces: Iterable[Face], known: Wording) -> Fights:
    if fold(actor.name) in known.fighters:
        return Fights.UNNAMED
    named = actor.name[:1].isupper() and any(not face.isdisjoint(known.bands) for face in faces)
    return Fights.NAMED if named else Fights.NOT


def _office(words: str, name: str, known: Wording) -> str | None:
    """The body of which the words beside a name say that its bearer leads it or speaks for it.

    >>> from recoupe.crosschecks.wording import wording
    >>> _office("le ministre de la Santé, Ali Saleh", "Ali Saleh", wording("fr"))
    'ministre de la Santé'
    >>> _office("Ali Saleh, chef de la Ligue", "Ali Saleh", wording("fr")), _office("le ministre Ali Saleh", "Ali Saleh", wording("fr"))
    ('Ligue', None)
    """
    if name not in words:
        return None
    for piece in BESIDE.split(words.replace(name, ",")):
        article = known.definite.match(fold(piece))
        bare = piece[article.end() :] if article else piece
        office, _, more = bare.partition(" ")
        if fold(office) in known.offices and more.strip():
            return bare.strip()
    return organ(words.replace(name, "").strip(" ,()")[:SOURCE], known)


def _fuller(actor: Actor, known: Iterable[Actor]) -> Actor | None:
    """The only one of `known` of whom this may be the shorter name; none that is of one town: "la police", "la police de Lens"."""
    own = frozenset(stems(actor.name))
    found = {a.id: a for a in known if a.kind is actor.kind and not _of_a_town(a) and covers(frozenset(stems(a.name)), own)}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_a_town(actor: Actor) -> bool:
    """Police under the name of the town: each town has its own."""
    return actor.kind is ActorKind.POLICE and actor.name != actor.name.lower()


def _paper(actor: Actor, known: Wording) -> bool:
    bare = actor.kind is ActorKind.DOCUMENT and " " not in actor.name.strip()
    return bare or fold(actor.name) in known.papers or _former(actor, known)


def _former(actor: Actor, known: Wording) -> bool:
    """ "un précédent bilan": of whom, the text does not say."""
    return fold(actor.name) in known.tolls


def _bare(name: str, known: Wording) -> str:
    """A name as it may be compared, without its article: "Le Large", "du Large"."""
    folded = fold(plain(name)).strip()
    article = known.definite.match(folded)
    return folded[article.end() :] if article else folded


def _words(report: Report, source: Span | None) -> str:
    return plain(report.text[source.start : source.end]) if source is not None else ""


def _shifted(mention: Mention, source: Span) -> tuple[int, int]:
    return mention.span.start - source.start, mention.span.end - source.start


def _pieces(words: str, mentions: list[tuple[int, int]], known: Wording) -> list[str]:
    """The sources that `words` join: each begins like a source, and no name runs over the joint ("l'Agence de l'eau et de l'air")."""
    joints = [j.span() for j in known.joining.finditer(words) if not any(s < j.start() and j.end() < e for s, e in mentions)]
    edges = [0, *(at for joint in joints for at in joint), len(words)]
    parts: list[tuple[int, int]] = []
    for part in zip(edges[::2], edges[1::2], strict=True):
        if parts and not _opens(words, part, mentions, known):
            parts[-1] = parts[-1][0], part[1]
        else:
            parts.append(part)
    opened = len(parts) > 1 and _opens(words, parts[0], mentions, known)
    return [words[s:e] for s, e in parts] if opened else []


def _opens(words: str, part: tuple[int, int], mentions: list[tuple[int, int]], known: Wording) -> bool:
    """Somebody who was read there opens it; else a name does, unless the source before it is of a name, as one more of these: "la
    préfecture de la Manche et la mer du Nord". Without a determiner where the first source has one it is a name, or a second office of
    the first: "le maire et président du conseil, Luc Roy"."""
    piece = words[slice(*part)]
    first = known.definite.match(fold(piece))
    if first is None:
        bare = part[0] == 0 or known.definite.match(fold(words)) is None
        return piece[:1].isupper() or (bare and part[0] in [start for start, _ in mentions])
    held = any(part[0] <= start < part[1] and not PARTED.search(words, part[0], start) for start, _ in mentions)
    name = piece[first.end() : first.end() + 2]
    return held or name.isupper() or (name[:1].isupper() and not OF_NAME.search(words[: part[0]]))


def _named(piece: str, actor: Actor, mentions: list[Mention], known: Wording) -> Actor:
    """The actor of one of several joined sources."""
    found = next((m.actor for m in mentions if plain(m.actor.name) in piece), None)
    if found is not None or actor.name in piece:
        return found or actor
    article = known.definite.match(fold(piece))
    name = piece[article.end() :] if article is not None else piece
    return Actor(id=identify("actor", fold(name)), name=name, kind=actor.kind)
