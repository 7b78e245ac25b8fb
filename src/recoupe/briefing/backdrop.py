"""What lies behind a story: what a text puts into another year than its own, and not shortly before."""

from datetime import date

from recoupe.briefing.desk import Desk
from recoupe.model import Claim
from recoupe.text.clocks import local

RECENT = 90
"""Days before publication: what was in another year and longer ago is background and no event of the story."""


def background(desk: Desk, claim: Claim) -> bool:
    """Its own words put it in another year than that of publication, and not shortly before."""
    start, published = claim.when.start if claim.when is not None and not claim.when.inherited else None, publication(desk, claim.report)
    return start is not None and published is not None and _long_before(start, published)


def publication(desk: Desk, report: str) -> str | None:
    """The day, or the first day, of publication; of an undated text that of the first dated one."""
    start = local(desk.reports[report].published)
    first = next((at for r in desk.reports.values() if (at := local(r.published))), None)
    return (start or first or "")[:10] or None


def _long_before(start: str, published: str) -> bool:
    if start[:4] >= published[:4]:
        return False
    try:
        return (date.fromisoformat(published) - date.fromisoformat(start[:10])).days > RECENT
    except ValueError:  # a year that the calendar does not have
        return True
