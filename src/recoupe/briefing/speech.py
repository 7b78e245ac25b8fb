"""What is said without a number, voice by voice, and what only stands in the hearsay conditional."""

from collections.abc import Iterable, Iterator

from recoupe.briefing.desk import Desk
from recoupe.model import Attribution, Claim, Modality, Span, Statement
from recoupe.text import fold, words

VOICES = 10
PER_VOICE = 2
HEARSAY = 8
"""How much is told; the claims hold all."""

SHORT = 3
"""Words of fewer letters do not tell whether two statements are one."""


def said(desk: Desk) -> Iterator[Statement]:
    """The first statements of the voices that say most."""
    by_voice: dict[str, list[Claim]] = {}
    for claim in _claims(desk):
        attribution = claim.attribution
        if attribution and attribution.actor and not claim.quantities and claim.modality is not Modality.HEARSAY:
            by_voice.setdefault(attribution.actor.id, []).append(claim)
    loudest = sorted(by_voice.values(), key=lambda claims: (-len(claims), claims[0].span))[:VOICES]
    for claims in loudest:
        yield from (_said(desk, claim) for claim in _distinct(desk, claims, PER_VOICE))


def hearsay(desk: Desk) -> Iterator[Statement]:
    """Clauses in the hearsay conditional."""
    claims = (claim for claim in _claims(desk) if claim.modality is Modality.HEARSAY)
    for claim in _distinct(desk, claims, HEARSAY):
        said = claim.attribution
        voice = desk.say("hearsay.voice", voice=_name(desk, said)) if said and said.source else desk.say("hearsay.nobody")
        span = content(claim)
        text = desk.say("hearsay", report=desk.names[claim.report], voice=voice, words=desk.words(span))
        yield Statement(section="hearsay", message="point.hearsay", text=text, claims=(claim.id,), cites=(span,))


def content(claim: Claim) -> Span:
    """What is said, without who says it: the attribution's content where it is one run, else the clause."""
    attribution = claim.attribution
    if attribution is not None and attribution.content:
        return max(attribution.content, key=lambda s: (s.end - s.start, -s.start))
    return claim.span


def _said(desk: Desk, claim: Claim) -> Statement:
    assert claim.attribution is not None
    key = f"said.{claim.modality}" if desk.has(f"said.{claim.modality}") else "said"
    span = content(claim)
    values = {"voice": _name(desk, claim.attribution), "report": desk.names[claim.report], "words": desk.words(span)}
    values["voice"] = values["voice"][:1].upper() + values["voice"][1:]
    return Statement(section="said", message=f"point.{key}", text=desk.say(key, **values), claims=(claim.id,), cites=(span,))


def _name(desk: Desk, attribution: Attribution) -> str:
    if attribution.actor is not None:
        return attribution.actor.name
    return desk.words(attribution.source[0]) if attribution.source else desk.say("nobody")


def _claims(desk: Desk) -> list[Claim]:
    return sorted(desk.claims.values(), key=lambda c: (c.span, c.id))


def _distinct(desk: Desk, claims: Iterable[Claim], most: int) -> Iterator[Claim]:
    """The first claims that do not tell again, largely in the same words, what was told."""
    told: list[frozenset[str]] = []
    for claim in claims:
        span = content(claim)
        folded = fold(desk.reports[span.report].text[span.start : span.end])
        bag = frozenset(folded[s:e] for s, e in words(folded) if e - s > SHORT) or frozenset((folded,))
        if len(told) < most and not any(len(bag & other) * 2 > min(len(bag), len(other)) for other in told):
            told.append(bag)
            yield claim
