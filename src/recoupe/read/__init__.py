"""What stands in the text: sentences, quantities, places, times, actors, quotations and content words, all as spans.

What needs a language pack (quantities, places, times, actors) is empty where the report's language has none.
"""

from bisect import bisect_left
from collections.abc import Iterator

import regex

from recoupe.model import ActorKind, Mention, Place, Reading, Report, Span
from recoupe.read.actors import actors
from recoupe.read.content import content_words
from recoupe.read.places import Named, is_house, named
from recoupe.read.quantities import quantities
from recoupe.read.quotes import quotes
from recoupe.read.times import whens
from recoupe.stage import Map
from recoupe.text.composed import composed
from recoupe.text.sentences import sentences

__all__ = ["READ", "read"]


def read(report: Report) -> Iterator[Reading]:
    """The reading of `report`: one record, everything in it sorted by span. What is not seen of a text does not change what it says."""
    way = composed(report.text)
    yield way.back(_read(way.seen(report))) if way is not None else _read(report)


def _read(report: Report) -> Reading:
    found, counts = named(report), quantities(report)
    speakers = actors(report, found.places)
    return Reading(
        report=report.id,
        sentences=tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text)),
        quantities=counts,
        places=tuple(outside(report, found, speakers)),
        whens=whens(report, counts),
        actors=speakers,
        quotes=quotes(report),
        words=content_words(report),
    )


OFFICES = frozenset((ActorKind.STATE_ORGAN, ActorKind.LOCAL_AUTHORITY, ActorKind.ARMED_FORCE, ActorKind.POLICE, ActorKind.DOCUMENT))
"""Kinds of actors whose name says whose they are, not where something happened: "la préfecture de la Sarthe"."""


def outside(report: Report, found: Named, mentions: tuple[Mention, ...]) -> Iterator[Place]:
    """The places that are no part of the name of an office, unless something is before or in its house; both are in the order of the
    text: "rassemblés devant la préfecture de Nantes". Of a document where it tells of what happened: "le bilan de l'incendie de Nantes"."""
    offices = [m for m in mentions if m.actor.kind in OFFICES and not is_house(report, m.span)]
    starts = [office.span.start for office in offices]
    for place in found.places:
        if place.span in found.governing:
            continue
        at = bisect_left(starts, place.begins - ARTICLE) - 1
        told = (
            at >= 0
            and offices[at].actor.kind is ActorKind.DOCUMENT
            and (place.span in found.placed or len(OF.findall(report.text, offices[at].span.start, place.begins)) > 1)
        )
        if at < 0 or offices[at].span.end < place.span.end or told:
            yield place


OF = regex.compile(r" (?:de|du|des) | d'")
ARTICLE = 3
"""Characters of an article: a state that speaks begins with its own name ("la France")."""

READ = Map("read", 21, read)
