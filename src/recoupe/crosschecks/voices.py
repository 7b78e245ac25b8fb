"""Voices: the last claimants behind a set of counts, as a range, because identity may be open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Protocol

from recoupe.crosschecks.claimants import Claimant, Claimants, Fights
from recoupe.crosschecks.counts import Count, state
from recoupe.crosschecks.names import Face, face, may_be_same, one_bearer, one_face, one_name, sides_fit
from recoupe.crosschecks.wording import wording
from recoupe.lang import has
from recoupe.model import Actor, ActorKind, Evidence, Range, Span, identify
from recoupe.text import fold

BODIES = frozenset({ActorKind.STATE_ORGAN, ActorKind.ARMED_FORCE})
"""Kinds of those who speak for a country."""

COMPARED = 200
"""So many names are compared with each other: a question on more voices has a range, whatever their names."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a count rests on. `actor` None: nobody is named. `outlet`: set where the outlet speaks on its own word; equal for
    outlets whose texts are tied by any reuse. `echo`: an outlet that may only repeat what a text that it shares words with cites.
    `faces`, `proper`, `body`, `number`, `paper`, `fights`, `posts`, `offices`: see `Claimant`."""

    id: str
    actor: Actor | None
    outlet: str | None = None
    echo: bool = False
    faces: frozenset[Face] = frozenset()
    proper: bool = False
    body: bool = False
    number: int = 1
    paper: bool = False
    fights: Fights = Fights.NOT
    posts: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """Who is cited comes first, an outlet that may only repeat comes last."""
        return self.echo, self.outlet is not None, self.id

    @property
    def unnamed(self) -> bool:
        """It may be anybody, one of the named ones too."""
        return self.actor is None or self.actor.kind is ActorKind.UNNAMED or self.paper


class Speakers(Protocol):
    """Who a report speaks for, where it cites nobody."""

    @property
    def known(self) -> dict[Count, tuple[Voice, ...]]:
        """The voices of the counts that were asked for: many rules ask for the same."""

    @property
    def apart(self) -> Mapping[str, str]:
        """Text origin by report, copies only joined."""

    @property
    def together(self) -> Mapping[str, str]:
        """Text origin by report, joined by any reuse."""

    @property
    def upstream(self) -> Mapping[str, frozenset[str]]:
        """For each report those from which it may have its words."""

    @property
    def desks(self) -> Mapping[str, str]:
        """One id for the reports of one outlet and their copies elsewhere."""

    @property
    def outlets(self) -> Mapping[str, str]:
        """The name of the outlet, or of the file."""

    @property
    def languages(self) -> Mapping[str, str]:
        """The language of each report."""

    @property
    def claimants(self) -> Claimants:
        """Who stands behind an attribution."""

    def words(self, span: Span) -> str:
        """The characters at `span`."""

    def copied(self, count: Count, counts: Sequence[Count]) -> bool:
        """Whether a count has its words from the text of another."""


def voices(count: Count, speakers: Speakers) -> tuple[Voice, ...]:
    """The last claimants of a count, one unless its source joins several; the outlet, once per text origin, where nobody is cited.

    None of a number that nobody stands by now.
    """
    found = speakers.known.get(count)
    if found is None:
        found = speakers.known[count] = _voices(count, speakers)
    return found


def _voices(count: Count, speakers: Speakers) -> tuple[Voice, ...]:
    attribution, report = count.speaker, count.report
    if not count.held:
        return ()
    if attribution is None and not has(speakers.languages[report], "events"):
        return (Voice(f"nobody:{speakers.apart[report]}", None),)  # nobody has read who says it: no word of the outlet's own
    if attribution is None:
        return (_desk(report, speakers),)
    if attribution.actor is None:
        return (Voice(f"nobody:{speakers.apart[report]}", None),)
    return tuple(
        _desk(claimant.outlet, speakers) if claimant.outlet else _voice(claimant, speakers.apart[report])
        for claimant in speakers.claimants.of(attribution, report)
    )


def _desk(report: str, speakers: Speakers) -> Voice:
    """The outlet of a report, on its own word."""
    desk = speakers.desks[report]
    actor, faces = _outlet(desk, speakers.outlets[desk], speakers.languages[desk])
    return Voice(actor.id, actor, outlet=speakers.together[report], faces=faces)


@lru_cache(maxsize=1024)
def _outlet(desk: str, name: str, language: str) -> tuple[Actor, frozenset[Face]]:
    """The outlet as an actor; of a body that publishes its own words ("Préfecture de la Manche") the names under which others cite it."""
    known = wording(language)
    kind = known.body(name)
    faces = frozenset({face(name, known)}) if kind is not None else frozenset()
    return Actor(id=identify("actor", "outlet", desk), name=name, kind=kind or ActorKind.MEDIA), faces


def _voice(claimant: Claimant, origin: str) -> Voice:
    """Whoever is unnamed may be somebody else in each text."""
    actor = claimant.actor
    if claimant.nobody:
        return Voice(f"nobody:{origin}", None)
    id_ = f"{actor.id}:{origin}" if actor.kind is ActorKind.UNNAMED else actor.id
    return Voice(
        id_,
        actor,
        faces=claimant.faces,
        proper=claimant.proper,
        body=claimant.body,
        number=claimant.number,
        paper=claimant.paper,
        fights=claimant.fights,
        posts=claimant.posts,
        offices=claimant.offices,
    )


def heard(counts: Sequence[Count], speakers: Speakers) -> dict[str, Voice]:
    """All voices of `counts` by id, by rank. An outlet that cites someone for the same number adds no voice of its own, in whatever text,
    nor where another text has the number from it, nor one that copied the sentence; nor does a bare conditional or a bare document in
    such a text. Who is cited in a title is told in full below it: "19 morts selon l'ONU", and then its office that said so."""
    counts = [c for c in counts if c.speaker is not None or not speakers.copied(c, counts)] or counts
    below = {c.report for c in counts if c.speaker is not None and c.speaker.actor is not None and not c.title}
    counts = [c for c in counts if not (c.title and c.report in below)]
    if len(counts) == 1 and len(alone := voices(counts[0], speakers)) == 1:
        return {alone[0].id: alone[0]}  # most numbers are given once; and nobody is there whom it could repeat
    citing = {_desk(c.report, speakers).id: speakers.apart[c.report] for c in counts if any(v.outlet is None for v in voices(c, speakers))}
    by_origin: dict[str, list[Voice]] = {}
    for count in counts:
        own = speakers.apart[count.report]
        for voice in voices(count, speakers):
            by_origin.setdefault(citing.get(voice.id, own), []).append(voice)
    found: dict[str, Voice] = {}
    for members in by_origin.values():
        cited = [v for v in members if v.outlet is None and v.actor is not None and not v.paper]
        for v in cited or members:
            found[v.id] = _fuller(v, found[v.id]) if v.id in found else v
    echoes = _echoes(counts, speakers)
    marked = (replace(v, echo=True) if v.id in echoes else v for v in _merged(sorted(found.values(), key=lambda v: v.id)))
    return {v.id: v for v in sorted(marked, key=lambda v: v.rank)}


def _fuller(voice: Voice, other: Voice) -> Voice:
    """`voice` with the names of `other`, the same one."""
    if other.faces <= voice.faces and other.proper <= voice.proper and other.posts <= voice.posts:
        return voice
    return replace(voice, faces=voice.faces | other.faces, proper=voice.proper or other.proper, posts=voice.posts | other.posts)


def _echoes(counts: Sequence[Count], speakers: Speakers) -> set[str]:
    """Outlets of which every text may have its number from a text that cites somebody for it."""
    citing = {c.report for c in counts if c.speaker is not None and c.speaker.actor is not None}
    own = [c for c in counts if c.speaker is None]
    alone = {v.id for c in own if not speakers.upstream[c.report] & citing for v in voices(c, speakers)}
    return {v.id for c in own for v in voices(c, speakers)} - alone


def _merged(found: Sequence[Voice]) -> list[Voice]:
    """Each claimant once: one name, of which one mention does not tell kind or side, is one claimant."""
    full = [v for v in found if v.unnamed or v.outlet is not None or not _vague(v)]
    names = {_name(v) for v in full}
    vague = {_name(v): v for v in reversed(found) if v not in full and _name(v) not in names}
    return sorted([*full, *vague.values()], key=lambda v: v.id)


def _vague(voice: Voice) -> bool:
    return voice.actor is not None and (voice.actor.kind is ActorKind.OTHER or voice.actor.side is None)


def _name(voice: Voice) -> str:
    return fold(voice.actor.name) if voice.actor is not None else voice.id


def each_once(found: Sequence[Voice]) -> list[Voice]:
    """The voices without those that have the post of one before them: "l'Intérieur", "la place Beauvau"."""
    kept: list[Voice] = []
    at: dict[str, Voice] = {}
    for voice in found:
        same = (at[post].actor for post in voice.posts if post in at)
        if not any(a is not None and voice.actor is not None and sides_fit(a, voice.actor) for a in same):
            kept.append(voice)
            at |= dict.fromkeys(voice.posts, voice)
    return kept


def voice_range(found: Sequence[Voice]) -> Range:
    """How many: at most all; at least those of which none can be another and that do not repeat one another.

    >>> voice_range([])
    Range(low=0, high=0)
    """
    found = each_once(found)
    named = [v for v in found if not v.unnamed and not v.echo]
    like = _alike(named)
    chosen = set[str]()
    for one in sorted(named, key=lambda v: (len(like[v.id]), -v.number, v.id)):
        if like[one.id].isdisjoint(chosen):
            chosen.add(one.id)
    least = sum(v.number for v in named if v.id in chosen) or int(any(v.actor is not None for v in found))
    return Range(low=least, high=sum(v.number for v in found))


def _alike(named: Sequence[Voice]) -> dict[str, set[str]]:
    """For each voice those that it may be; of very many the first are compared, and the others may be any."""
    like: dict[str, set[str]] = {v.id: set() for v in named}
    for a, b in combinations(named[:COMPARED], 2):
        if _may_be_one(a, b):
            like[a.id].add(b.id)
            like[b.id].add(a.id)
    everybody = set(like)
    return like | {v.id: everybody for v in named[COMPARED:]}


def doubts(counts: Sequence[Count], found: Sequence[Voice], speakers: Speakers) -> tuple[Evidence, ...]:
    """Why the number of voices is a range: the words of sources that may be one, or that name nobody."""
    found = each_once(found)
    like = _alike([v for v in found if not v.unnamed])
    open_ = {v.id for v in found if v.unnamed or like[v.id]}
    if not open_:
        return ()
    return tuple(
        Evidence(field="voices", rule="crosschecks/voices/may_be_same", span=span, words=speakers.words(span))
        for c in counts
        if c.speaker and c.speaker.actor and any(v.id in open_ for v in voices(c, speakers))
        for span in c.speaker.source[:1]
    )


def relayed(counts: Sequence[Count], speakers: Speakers) -> tuple[Evidence, ...]:
    """The words by which a text passes on what another outlet of the dossier has: no voice beside those that the outlet cites."""
    return tuple(
        Evidence(field="voices", rule="crosschecks/voices/relayed", span=span, words=speakers.words(span))
        for c in counts
        if c.speaker and any(v.outlet is not None and v.id != _desk(c.report, speakers).id for v in voices(c, speakers))
        for span in c.speaker.source[:1]
    )


def _may_be_one(a: Voice, b: Voice) -> bool:
    if a.outlet is not None and b.outlet is not None:
        return a.outlet == b.outlet
    if any(v.outlet is not None and not v.faces for v in (a, b)):
        return False
    if a.actor is None or b.actor is None or not sides_fit(a.actor, b.actor):
        return False
    if (a.body and b.proper) or (b.body and a.proper) or {a.fights, b.fights} == {Fights.UNNAMED, Fights.NAMED}:
        return True
    if {a.fights, b.fights} == {Fights.UNNAMED, Fights.NOT}:  # "les rebelles", "l'armée"
        return one_name(a.actor, b.actor) or one_body(a, b)
    same = may_be_same(a.actor, b.actor) or one_bearer(a.actor, b.actor) or one_body(a, b)
    return same or _one_office(a, b) or _for_its_country(a.actor, b.actor)


def _one_office(a: Voice, b: Voice) -> bool:
    """One holds an office of which the other tells where: "le préfet, X", "le préfet de l'Oise"."""
    return not a.offices.isdisjoint(b.offices) and bool(a.posts) is not bool(b.posts)


def _for_its_country(a: Actor, b: Actor) -> bool:
    """One is a country under its own name, and the other a body of it: "Bakou", "le ministère azerbaïdjanais de la Défense"."""
    return None not in (a.side, b.side) and a.side in (state(a), state(b)) and {a.kind, b.kind} <= BODIES


def one_body(a: Voice, b: Voice) -> bool:
    """Whether they speak for one body, or one is an acronym of the other.

    >>> port, customs = (Voice(name, None, faces=frozenset({frozenset(name.split())})) for name in ("capitainer port", "brigad douan"))
    >>> one_body(port, customs), one_body(port, port)
    (False, True)
    """
    return any(one_face(x, y) for x in a.faces for y in b.faces)
