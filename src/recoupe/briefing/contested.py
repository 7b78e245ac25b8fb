"""What one denies and another affirms, side by side."""

from collections.abc import Iterator, Sequence

from recoupe.briefing.desk import Desk, of_event
from recoupe.briefing.likeness import Wording, content, same, spoken, telling_words
from recoupe.briefing.opposed import Opposed, opposed
from recoupe.briefing.speech import marked, named, source
from recoupe.briefing.versions import before
from recoupe.briefing.wording import capital
from recoupe.model import Claim, Statement

MOST = 4
"""Wordings told on either side; the citations have all."""


def contested(desk: Desk) -> Iterator[Statement]:
    """Each denial with what others affirm in nearly the same words."""
    for one in opposed(desk):
        first = next(d for d in desk.file.dossiers if any(c.id == one.denials[0].id for c in d.claims))
        yield from of_event(first, [_contested(desk, one)])


def _contested(desk: Desk, one: Opposed) -> Statement:
    denials, affirmed = (_listed(desk, claims) for claims in (one.denials, one.affirmed))
    first = {claim.report for claim in one.denials}
    said = desk.say("then").join(_told(desk, w) for w in denials[:MOST])
    other = desk.say("then").join(_told(desk, w) + _after(desk, w, first) for w in affirmed[:MOST])
    claims = (*one.denials, *one.affirmed)
    cites = tuple(dict.fromkeys(content(claim) for claim in claims))
    text = desk.say("contested", denials=capital(said), affirmed=other)
    return Statement(section="contested", message="point.contested", text=text, claims=tuple(c.id for c in claims), cites=cites)


def _listed(desk: Desk, claims: Sequence[Claim]) -> list[Wording]:
    """The wordings, without one of which the same text says more in another."""
    found = same(desk, claims, lambda claim: (source(desk, claim), spoken(claim)))
    return [one for one in found if not any(_less(desk, one, other) for other in found if other is not one)]


def _less(desk: Desk, one: Wording, other: Wording) -> bool:
    mine, theirs = ([word for word, _ in telling_words(desk, content(w.claims[0]))] for w in (one, other))
    return {c.report for c in one.claims} <= {c.report for c in other.claims} and len(mine) < len(theirs) and set(mine) <= set(theirs)


def _told(desk: Desk, wording: Wording) -> str:
    first = wording.claims[0]
    voice = named(desk, first.attribution) if first.attribution is not None and first.attribution.source else ""
    how = f"contested.{first.modality}" if desk.has(f"contested.{first.modality}") else "contested.said"
    texts, words = desk.named(c.report for c in wording.claims), marked(desk, wording)
    return desk.say(how if voice else f"{how}.nobody", voice=voice, report=texts, words=words)


def _after(desk: Desk, wording: Wording, denials: set[str]) -> str:
    """That it came out when the denials had."""
    given = {claim.report for claim in wording.claims}
    late = all(before(desk.reports[a], desk.reports[b]) for a in denials for b in given)
    return desk.say("contested.after") if late else ""
