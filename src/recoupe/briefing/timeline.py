"""The timeline: publications and claims whose day is known. Nothing undated is ever placed."""

from collections.abc import Iterator

from recoupe.briefing.desk import Desk, cut
from recoupe.model import Claim, Moment

MOST = 60
"""Moments shown; the ledger holds all."""


def timeline(desk: Desk) -> tuple[Moment, ...]:
    """All moments in order; where there are too many, publications and the earliest claims."""
    return tuple(sorted([*_published(desk), *_claimed(desk)], key=lambda m: (m.at, m.cites, m.text))[:MOST])


def _published(desk: Desk) -> Iterator[Moment]:
    for report in desk.reports.values():
        when = report.published
        if when is not None and when.start is not None:
            said = desk.say("published", report=desk.names[report.id])
            title = f"{said}\u00a0: {cut(report.title)}" if report.title and desk.language == "fr" else said
            title = f"{said}: {cut(report.title)}" if report.title and desk.language == "en" else title
            yield Moment(at=when.start, precision=when.precision, text=title, voice=None, cites=())


def _claimed(desk: Desk) -> Iterator[Moment]:
    """Claims with a time that their own words fix."""
    told: set[tuple[str, str]] = set()
    for claim in sorted(desk.claims.values(), key=lambda c: (c.span, c.id)):
        when = claim.when
        if when is None or when.start is None or when.inherited:
            continue
        text = desk.words(claim.span)
        if (when.start, text) not in told:
            told.add((when.start, text))
            yield Moment(at=when.start, precision=when.precision, text=text, voice=_voice(claim), cites=(claim.span,))


def _voice(claim: Claim) -> str | None:
    return claim.attribution.actor.name if claim.attribution and claim.attribution.actor else None
