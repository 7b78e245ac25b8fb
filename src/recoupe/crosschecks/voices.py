"""Voices: the last claimants behind a set of counts, as a range, because identity may be open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Protocol

from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.groups import Groups
from recoupe.model import Actor, ActorKind, Evidence, Range, identify
from recoupe.text import fold, words

FAMILIES = {
    ActorKind.STATE_ORGAN: "state",
    ActorKind.ARMED_FORCE: "state",
    ActorKind.LOCAL_AUTHORITY: "local",
    ActorKind.POLICE: "police",
    ActorKind.EMERGENCY_SERVICE: "emergency",
    ActorKind.WITNESS: "witness",
    ActorKind.ORGANISER: "organiser",
    ActorKind.PERSON: "person",
    ActorKind.MEDIA: "media",
    ActorKind.AGENCY: "media",
}
"""Kinds under which one claimant may appear: a ministry and its army, a governor and "the local authorities"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a count rests on. `actor` None: nobody is named. `outlet`: set where the outlet speaks on its own word; equal for
    outlets whose texts are tied by any reuse. `echo`: an outlet that may only repeat what a text that it shares words with cites."""

    id: str
    actor: Actor | None
    outlet: str | None = None
    echo: bool = False

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """Who is cited comes first, an outlet that may only repeat comes last."""
        return self.echo, self.outlet is not None, self.id

    @property
    def unnamed(self) -> bool:
        """It may be anybody, one of the named ones too."""
        return self.actor is None or self.actor.kind is ActorKind.UNNAMED or self.paper

    @property
    def paper(self) -> bool:
        """A bare "communiqué" or "report": a way by which words come, not somebody who speaks."""
        return self.actor is not None and self.actor.kind is ActorKind.DOCUMENT and " " not in self.actor.name.strip()


class Speakers(Protocol):
    """Who a report speaks for, where it cites nobody."""

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


def voice(count: Count, speakers: Speakers) -> Voice:
    """The last claimant of a count; the outlet, once per text origin, where nobody is cited."""
    attribution, report = count.speaker, count.report
    if attribution is None:
        desk = speakers.desks[report]
        actor = Actor(id=identify("actor", "outlet", desk), name=speakers.outlets[desk], kind=ActorKind.MEDIA)
        return Voice(actor.id, actor, outlet=speakers.together[report])
    if attribution.actor is None:
        return Voice(f"nobody:{speakers.apart[report]}", None)
    if attribution.actor.kind is ActorKind.UNNAMED:
        return Voice(f"{attribution.actor.id}:{speakers.apart[report]}", attribution.actor)
    return Voice(attribution.actor.id, attribution.actor)


def heard(counts: Sequence[Count], speakers: Speakers) -> dict[str, Voice]:
    """All voices of `counts` by id, by rank. An outlet that cites someone for the same number adds no voice of its own; nor does a
    bare conditional or a bare document in such a text."""
    by_origin: dict[str, list[Voice]] = {}
    for count in counts:
        by_origin.setdefault(speakers.apart[count.report], []).append(voice(count, speakers))
    found: dict[str, Voice] = {}
    for members in by_origin.values():
        cited = [v for v in members if v.outlet is None and v.actor is not None and not v.paper]
        found |= {v.id: v for v in cited or members}
    echoes = _echoes(counts, speakers)
    marked = (replace(v, echo=v.id in echoes) for v in _merged(sorted(found.values(), key=lambda v: v.id)))
    return {v.id: v for v in sorted(marked, key=lambda v: v.rank)}


def _echoes(counts: Sequence[Count], speakers: Speakers) -> set[str]:
    """Outlets of which every text may have its number from a text that cites somebody for it."""
    citing = {c.report for c in counts if c.speaker is not None and c.speaker.actor is not None}
    own = [c for c in counts if c.speaker is None]
    alone = {voice(c, speakers).id for c in own if not speakers.upstream[c.report] & citing}
    return {voice(c, speakers).id for c in own} - alone


def _merged(voices: Sequence[Voice]) -> list[Voice]:
    """Each claimant once: one name, of which one mention does not tell kind or side, is one claimant."""
    full = [v for v in voices if v.unnamed or v.outlet is not None or not _vague(v)]
    names = {_name(v) for v in full}
    vague = {_name(v): v for v in reversed(voices) if v not in full and _name(v) not in names}
    return sorted([*full, *vague.values()], key=lambda v: v.id)


def _vague(voice: Voice) -> bool:
    return voice.actor is not None and (voice.actor.kind is ActorKind.OTHER or voice.actor.side is None)


def _name(voice: Voice) -> str:
    return fold(voice.actor.name) if voice.actor is not None else voice.id


def voice_range(voices: Sequence[Voice]) -> Range:
    """How many: at most all; at least those that cannot be one another and do not repeat one another.

    >>> voice_range([])
    Range(low=0, high=0)
    """
    named = [v for v in voices if not v.unnamed and not v.echo]
    groups = Groups(v.id for v in named)
    for a, b in combinations(named, 2):
        if _may_be_one(a, b):
            groups.join(a.id, b.id)
    least = groups.count() or int(any(v.actor is not None for v in voices))
    return Range(low=least, high=len(voices))


def may_be_same(a: Actor, b: Actor) -> bool:
    """Whether two names may stand for one claimant: kinds and sides that fit, and names that do not exclude one another.

    >>> police = Actor(id="1", name="police", kind=ActorKind.POLICE)
    >>> may_be_same(police, Actor(id="2", name="préfecture de police", kind=ActorKind.POLICE))
    True
    >>> may_be_same(police, Actor(id="3", name="syndicat de police", kind=ActorKind.ORGANISER))
    False
    """
    if one_name(a, b):
        return True
    generic = _generic(a.name) or _generic(b.name)
    return _one_family(a, b) and generic and _stems(a.name)[:1] != _stems(b.name)[:1]


def one_name(a: Actor, b: Actor) -> bool:
    """Whether one name is the other or a shorter form of it.

    >>> prefect = Actor(id="1", name="préfet du Val", kind=ActorKind.LOCAL_AUTHORITY)
    >>> one_name(prefect, Actor(id="2", name="préfet", kind=ActorKind.LOCAL_AUTHORITY))
    True
    >>> one_name(prefect, Actor(id="3", name="maire", kind=ActorKind.LOCAL_AUTHORITY))
    False
    >>> one_name(Actor(id="4", name="ONU", kind=ActorKind.NGO), Actor(id="5", name="OMS", kind=ActorKind.NGO))
    False
    """
    left, right = set(_stems(a.name)), set(_stems(b.name))
    return a.id == b.id or (_one_family(a, b) and (left <= right or right <= left))


def _one_family(a: Actor, b: Actor) -> bool:
    """Kinds and sides that fit."""
    return FAMILIES.get(a.kind, a.kind) == FAMILIES.get(b.kind, b.kind) and not (a.side and b.side and a.side != b.side)


def doubts(counts: Sequence[Count], voices: Sequence[Voice], texts: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Why the number of voices is a range: the words of sources that may be one, or that name nobody."""
    open_ = {v.id for v in voices if v.unnamed}
    for a, b in combinations([v for v in voices if not v.unnamed], 2):
        if _may_be_one(a, b):
            open_ |= {a.id, b.id}
    return tuple(
        Evidence(field="voices", rule="crosschecks/voices/may_be_same", span=span, words=texts[span.report][span.start : span.end])
        for c in counts
        if c.speaker and c.speaker.actor and c.speaker.actor.id in open_
        for span in c.speaker.source[:1]
    )


def _may_be_one(a: Voice, b: Voice) -> bool:
    if a.outlet is not None or b.outlet is not None:
        return a.outlet == b.outlet
    return a.actor is not None and b.actor is not None and may_be_same(a.actor, b.actor)


@lru_cache(maxsize=4096)
def _stems(name: str) -> tuple[str, ...]:
    """Beginnings of the longer words, of all words where none is long: names come in any language, so no stemmer."""
    found = words(name)
    longer = [(s, e) for s, e in found if e - s > 3]
    return tuple(fold(name[s:e])[:5] for s, e in longer or found)


def _generic(name: str) -> bool:
    """No proper name in it."""
    return name == name.lower()
