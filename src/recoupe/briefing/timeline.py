"""The timeline: publications and what is said to have happened on a known day. Nothing undated and nothing to come is ever placed."""

from collections.abc import Iterator

from recoupe.briefing.desk import Desk
from recoupe.briefing.likeness import gathered
from recoupe.briefing.quoting import cut
from recoupe.model import Claim, Modality, Moment, Polarity

MOST = 60
"""Moments shown; the ledger holds all."""

HAPPENED = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.ACCUSATION})
"""What is denied, possible, expected, threatened, demanded or wished for is no moment."""


def timeline(desk: Desk) -> tuple[Moment, ...]:
    """All moments in order; where there are too many, publications and the earliest claims."""
    return tuple(sorted([*_published(desk), *_claimed(desk)], key=lambda m: (m.at, m.cites, m.text))[:MOST])


def _published(desk: Desk) -> Iterator[Moment]:
    for report in desk.reports.values():
        when = report.published
        if when is not None and when.start is not None:
            key = "published.title" if report.title else "published"
            text = desk.say(key, report=desk.names[report.id], title=cut(report.title or ""))
            yield Moment(at=when.start, precision=when.precision, text=text, voice=None, cites=())


def _claimed(desk: Desk) -> Iterator[Moment]:
    """Claims with a time that their own words fix, each once in largely the same words on one day."""
    dated = sorted((c for c in desk.claims.values() if _happened(desk, c)), key=lambda c: (c.span, c.id))
    for claims in gathered(desk, dated, _day):
        first = claims[0]
        if first.when is not None and first.when.start is not None:
            cites = tuple(dict.fromkeys(claim.span for claim in claims))
            yield Moment(
                at=first.when.start, precision=first.when.precision, text=desk.clause(first.span), voice=_voice(first), cites=cites
            )


def _happened(desk: Desk, claim: Claim) -> bool:
    """It is said to have been so, at a time that the clause itself states and that had begun when the text was published."""
    when, published = claim.when, desk.reports[claim.report].published
    if when is None or when.start is None or when.inherited or claim.type == "FORECAST":
        return False
    to_come = published is not None and published.start is not None and when.start[:10] > published.start[:10]
    return claim.modality in HAPPENED and claim.polarity is Polarity.POSITIVE and not to_come


def _day(claim: Claim) -> str:
    return claim.when.start[:10] if claim.when and claim.when.start else ""


def _voice(claim: Claim) -> str | None:
    return claim.attribution.actor.name if claim.attribution and claim.attribution.actor else None
