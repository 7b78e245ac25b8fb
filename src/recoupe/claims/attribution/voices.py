"""From words to voices: which actor a source is, who relays whom, which relation lies inside which."""

from collections.abc import Sequence

import regex

from recoupe.claims.attribution import channels, sources
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Actor, ActorKind, Channel, ChannelKind, Relay, identify
from recoupe.text.folding import fold

UNNAMED = regex.compile(
    r"(?<![\p{L}])(?:sources?|anonym\p{L}{1,8}|responsables?|officiels?|un officier|rumeurs?|informations?|certains|plusieurs)(?![\p{L}])",
    regex.IGNORECASE,
)
ARTICLE = regex.compile(r"^(?:l'|le |la |les |un |une |des |du |de )", regex.IGNORECASE)
WITNESS = regex.compile(
    r"(?<![\p{L}])(?:témoins?|riverain\p{L}{0,3}|habitant\p{L}{0,3}|passants?|voisin\p{L}{0,3})(?![\p{L}])", regex.IGNORECASE
)
PERSONAL = frozenset(["il", "elle", "ils", "elles", "eux", "lui", "celui-ci", "celle-ci", "ceux-ci", "qui", "on"])


def actor(page: Page, source: Extent, earlier: Sequence[tuple[int, Actor]]) -> Actor | None:
    """The actor of a source: the mention that covers most of it, a pronoun's antecedent, else one made of its words."""
    words = page.text[source[0] : source[1]]
    mention = page.mention(*source)
    if words.lower() == "on":
        return None
    if mention is not None and (mention.anaphor or words.lower() not in PERSONAL):
        return mention.actor
    if words.lower() in PERSONAL or words.lower().startswith(("ce dernier", "cette dernière", "ces derni")):
        return antecedent(page, source[0], earlier)
    return named(words, document=channels.document(page, source) is not None)


def antecedent(page: Page, at: int, earlier: Sequence[tuple[int, Actor]]) -> Actor | None:
    """Whom a pronoun at `at` stands for: the last speaker, else the last actor named before it."""
    pronoun = page.text[at : at + 6].lower()
    several = pronoun.startswith(("ils", "elles", "eux", "ceux", "celles", "ces"))
    spoken = max((e for e in earlier[-20:] if e[0] < at and _fits(e[1], several=several)), key=lambda e: e[0], default=None)
    if spoken is not None and at - spoken[0] < 1500:
        return spoken[1]
    named = (m for m in page.mentions_before(at) if page.quote_at(m.span.start) is None and _fits(m.actor, several=several))
    before = next(named, None)
    return before.actor if before and at - before.span.end < 400 else None


def _fits(actor: Actor, *, several: bool) -> bool:
    """Whether a pronoun of that number can stand for the actor: by the plural of its first word, a person being one."""
    plural = actor.name.partition(" ")[0].endswith(("s", "x")) and actor.kind is not ActorKind.PERSON
    return plural if several else not plural


def named(words: str, *, document: bool) -> Actor:
    """An actor that the reading does not know, by its words without the article.

    >>> named("des sources proches du dossier", document=False).kind.value
    'unnamed'
    """
    bare = ARTICLE.sub("", words)
    kind = ActorKind.OTHER
    if UNNAMED.search(words):
        kind = ActorKind.UNNAMED
    elif WITNESS.search(words):
        kind = ActorKind.WITNESS
    elif document:
        kind = ActorKind.DOCUMENT
    elif sources.NAME.fullmatch(bare) and " " in bare:
        kind = ActorKind.PERSON
    return Actor(id=identify("actor", fold(bare)), name=bare, kind=kind)


def relayed(page: Page, found: Found, lexicon: Lexicon) -> tuple[Extent, tuple[Relay, ...]] | None:
    """ "selon l'AFP, qui cite X": X speaks, the AFP relays. "selon X, cité par l'AFP": likewise. The voice's words and the chain."""
    if found.source is None:
        return None
    high = min(found.clause[1], found.source[1] + 140)
    if hit := sources.CITES.match(page.text, found.source[1], high):
        voice = sources.following(page, hit.end(), high, lexicon)
        return (voice, (_relay(page, found.source, found.cue),)) if voice else None
    if hit := sources.CITED.match(page.text, found.source[1], high):
        outlet = sources.following(page, hit.end(), high, lexicon)
        return (found.source, (_relay(page, outlet, sources.trimmed(page.text, hit.span())),)) if outlet else None
    return None


def _relay(page: Page, source: Extent, cue: Extent) -> Relay:
    mention = page.mention(*source)
    return Relay(
        source=(page.span(source),),
        actor=mention.actor if mention else named(page.text[source[0] : source[1]], document=False),
        cue=page.span(cue),
        channel=Channel(kind=ChannelKind.MEDIA_RELAY, span=page.span(source)),
    )
