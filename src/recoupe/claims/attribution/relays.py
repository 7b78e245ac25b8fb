"""Who passes on what somebody says: an outlet that cites him, that asked him, an agency that he told it."""

from collections.abc import Iterable

import regex

from recoupe.claims.attribution import hearers, interviews, nominal, papers, sources, speakers, unlisted
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.voices import PERSONAL
from recoupe.claims.attribution.words import Hints
from recoupe.model import ActorKind, Channel, ChannelKind, Relay

CITING = regex.compile(r"(?:^|[.\n»”\"] ?)(?:en )?citant (?!(?:ses?|sa|son|leurs?) )(?P<voice>[^.;:«»\n]{3,120}), $", regex.IGNORECASE)
LEANS = regex.compile(r"appu|fond")
"""What an outlet passes on, and everybody else only argues with: "s'appuyant sur un rapport"."""
OWN = regex.compile(r"(?:ses?|sa|son|leurs?) ")
"""What somebody cites who is no voice of its own: "citant ses propres tests"."""
ASKED = regex.compile(r"interrog|interview")
"""What makes who passes on what somebody says the one who asked him."""


HINTS = Hints({
    "told": interviews.AGENCIES,
    "asked": interviews.ASKING,
})  # fmt: skip
"""What must stand where an outlet is told something or asks."""


def told(page: Page, parts: Iterable[Extent]) -> Relay | None:
    """The outlet that somebody speaks to, named in one of `parts` of the sentence, which are none of what is said."""
    for start, end in parts:
        hinted = HINTS.of(page.lower[start:end])
        hit = interviews.TOLD.search(page.text, start, end) if "told" in hinted else None
        if hit is None and "asked" in hinted:
            hit = interviews.by_outlet(page.text, start, end, language=page.language)
        if hit is not None and page.quote_at(hit.start()) is None:
            return _relay(page, hit.span("outlet"), hit.span(), None)
    return None


def relayed(page: Page, found: Found, lexicon: Lexicon) -> tuple[Extent, tuple[Relay, ...]] | None:
    """ "selon l'AFP, qui cite X": X speaks, the AFP relays. "selon X, cité par l'AFP": likewise. The voice's words and the chain."""
    if found.source is None:
        return None
    high, person = min(found.clause[1], found.source[1] + 140), _person(page, found.source)
    hit = None if person else nominal.CITES.match(page.text, found.source[1], high)
    if hit and not OWN.match(page.text, hit.end()) and not (LEANS.search(hit.group()) and not _outlet(page, found.source)):
        return _through(page, found, sources.following(page, hit.end(), high, lexicon), lexicon)
    by = " par " in page.text[slice(*found.source)]
    if by and (at := papers.seen(page, found.source)) and _outlet(page, (at[1], found.source[1])):
        return found.source, (_relay(page, (at[1], found.source[1]), sources.trimmed(page.text, at)),)
    if hit := nominal.CITED.match(page.text, found.source[1], high):
        outlet = sources.following(page, hit.end(), high, lexicon)
        if outlet and hit.group().endswith("sur ") and not _outlet(page, outlet):
            return None  # "interrogé sur la grève"
        way = None if ASKED.search(hit.group()) else ChannelKind.MEDIA_RELAY
        return (found.source, (_relay(page, outlet, sources.trimmed(page.text, hit.span()), way),)) if outlet else None
    low = max(0, found.source[0] - 140)
    cites = not person and "citant " in page.lower[low : found.source[0]]
    citing = CITING.search(page.text, low, found.source[0]) if cites else None
    return _through(page, found, sources.following(page, citing.start("voice"), found.source[0], lexicon), lexicon) if citing else None


def _outlet(page: Page, source: Extent) -> bool:
    return (mention := page.mention(*source)) is not None and mention.actor.kind in hearers.OUTLETS


def _person(page: Page, source: Extent) -> bool:
    """Whether somebody speaks for himself, whoever he cites: "ajoute-t-il, citant les chiffres du port"."""
    mention, words = page.mention(*source), page.text[slice(*source)]
    return words.lower() in PERSONAL or (mention is not None and mention.actor.kind is ActorKind.PERSON and mention.span.end >= source[1])


def _through(page: Page, found: Found, voice: Extent | None, lexicon: Lexicon) -> tuple[Extent, tuple[Relay, ...]] | None:
    """The voice that the source of `found` cites, if it is one: a person, a body, a paper."""
    if voice is None or found.source is None or not speakers.speaks(page, voice, lexicon):
        return None
    return voice, (_relay(page, found.source, found.cue),)


def _relay(page: Page, source: Extent, cue: Extent, way: ChannelKind | None = ChannelKind.MEDIA_RELAY) -> Relay:
    mention = page.mention(*source)
    return Relay(
        source=(page.span(source),),
        actor=mention.actor
        if mention and mention.span.start >= source[0]
        else unlisted.named(page.text[source[0] : source[1]], document=False),
        cue=page.span(cue),
        channel=Channel(kind=way, span=page.span(source)) if way else None,
    )
