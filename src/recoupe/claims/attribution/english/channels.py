"""By which way the words of an English source became public."""

from recoupe.claims.attribution.english.words import saying
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.hearers import OUTLETS
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Actor, ActorKind, Channel, ChannelKind

BEHIND = 120
"""Characters behind a cue or a speaker in which a channel is named."""


def channel(page: Page, found: Found, source: Extent | None, actor: Actor | None) -> Channel | None:
    """The channel that is named beside the verb and its speaker, a paper that is the source, or the outlet that somebody tells."""
    if source is None:
        return None
    known = saying(page.language)
    if actor is not None and actor.kind is ActorKind.DOCUMENT and not page.lower[slice(*source)].endswith(("figures", "data", "count")):
        kind = ChannelKind.COMMUNIQUE if "statement" in page.lower[slice(*source)] else ChannelKind.DOCUMENT
        return Channel(kind=kind, span=page.span(source))
    taken = found.content
    for start in (found.cue[1], source[1]):
        limit = min([start + BEHIND, found.clause[1], *(a for a, _ in taken if a >= start)])
        for hit in known.way.finditer(page.text, start, max(start, limit)):
            if hit.start() - start <= BEHIND // 2:
                return Channel(kind=known.ways[hit["noun"].lower()], span=page.span((hit.start() + 1, hit.end())))
        for mention in page.mentions_in(start, max(start, limit)) if start == found.cue[1] else ():
            if mention.actor.kind in OUTLETS and mention.span.start - start <= NEAR:
                return Channel(kind=ChannelKind.MEDIA_RELAY, span=mention.span)
    return None


NEAR = 12
"""Characters between a verb and the outlet that is told."""
