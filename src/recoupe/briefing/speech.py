"""What is said without a number, the weightiest first, and what only stands in the hearsay conditional."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.likeness import content, gathered
from recoupe.model import Attribution, Claim, Dossier, Modality, Statement

MOST = 12
PER_VOICE = 3
"""Statements told per event, and of one voice; the rest is counted."""

HEARSAY = 8
"""Hearsay told per event."""

PLAIN = frozenset({"OTHER", "STATEMENT"})
"""Types that say no more than that something was said."""

CHARGED = frozenset({Modality.ACCUSATION, Modality.DENIED})


def said(desk: Desk) -> Iterator[Statement]:
    """The weightiest statements of each event; what several texts carry is told once, with all of them named."""
    for dossier in desk.file.dossiers:
        alike = gathered(desk, (c for c in _in_order(dossier) if _speaks(c)), lambda c: (_voice(c), c.modality in CHARGED))
        counted = frozenset(c.attribution.id for c in dossier.claims if c.attribution and c.quantities)
        chosen = _chosen(sorted(alike, key=lambda claims: _weight(claims, counted)))
        yield from (_said(desk, claims) for claims in chosen)
        if len(alike) > len(chosen):
            yield _more(desk, "said", len(alike) - len(chosen))


def hearsay(desk: Desk) -> Iterator[Statement]:
    """Clauses in the hearsay conditional."""
    for dossier in desk.file.dossiers:
        alike = gathered(desk, (c for c in _in_order(dossier) if c.modality is Modality.HEARSAY), lambda _: None)
        yield from (_hearsay(desk, claims) for claims in alike[:HEARSAY])
        if len(alike) > HEARSAY:
            yield _more(desk, "hearsay", len(alike) - HEARSAY)


def _in_order(dossier: Dossier) -> list[Claim]:
    return sorted(dossier.claims, key=lambda c: (c.span, c.id))


def _speaks(claim: Claim) -> bool:
    """Somebody says it, and the numbers of the briefing do not tell it already."""
    named = claim.attribution is not None and claim.attribution.actor is not None
    return named and not claim.quantities and claim.modality is not Modality.HEARSAY


def _voice(claim: Claim) -> str:
    return claim.attribution.actor.id if claim.attribution and claim.attribution.actor else ""


def _weight(claims: Sequence[Claim], counted: frozenset[str]) -> tuple[int, tuple[int, str, str]]:
    """The heaviest first: something done, an accusation or denial, carried by several texts, no number told already; then what
    stands first in a text."""
    done = 2 * any(c.type not in PLAIN for c in claims)
    charged = 2 * any(c.modality in CHARGED for c in claims)
    carried = min(2, len({c.report for c in claims}) - 1)
    told = any(c.attribution is not None and c.attribution.id in counted for c in claims)
    return told - done - charged - carried, min((c.span.start, c.span.report, c.id) for c in claims)


def _chosen(alike: Sequence[list[Claim]]) -> list[list[Claim]]:
    spoken, chosen = Counter[str](), list[list[Claim]]()
    for claims in alike:
        voice = _voice(claims[0])
        if len(chosen) < MOST and spoken[voice] < PER_VOICE:
            spoken[voice] += 1
            chosen.append(claims)
    return chosen


def _said(desk: Desk, claims: Sequence[Claim]) -> Statement:
    first = claims[0]
    assert first.attribution is not None
    key = f"said.{first.modality}" if desk.has(f"said.{first.modality}") else "said"
    voice = _name(desk, first.attribution)
    text = desk.say(
        key, voice=voice[:1].upper() + voice[1:], report=desk.named(c.report for c in claims), words=desk.clause(content(first))
    )
    return _statement("said", key, text, claims)


def _hearsay(desk: Desk, claims: Sequence[Claim]) -> Statement:
    first = claims[0]
    said = first.attribution
    voice = desk.say("hearsay.voice", voice=_name(desk, said)) if said and said.source else desk.say("hearsay.nobody")
    text = desk.say("hearsay", report=desk.named(c.report for c in claims), voice=voice, words=desk.clause(content(first)))
    return _statement("hearsay", "hearsay", text, claims)


def _statement(section: str, key: str, text: str, claims: Sequence[Claim]) -> Statement:
    cites = tuple(dict.fromkeys(content(c) for c in claims))
    return Statement(section=section, message=f"point.{key}", text=text, claims=tuple(c.id for c in claims), cites=cites)


def _more(desk: Desk, section: str, n: int) -> Statement:
    return Statement(section=section, message=f"point.{section}.more", text=desk.say(f"{section}.more", n=n))


def _name(desk: Desk, attribution: Attribution) -> str:
    if attribution.actor is not None:
        return attribution.actor.name
    return desk.words(attribution.source[0]) if attribution.source else desk.say("nobody")
