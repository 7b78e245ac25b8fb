"""How a refused input is put on record."""

from recoupe.errors import BadReport
from recoupe.model import Reject, RejectReason, identify


def bad(reason: RejectReason, detail: str) -> BadReport:
    """The error to raise on an input that cannot become a report.

    >>> raise bad(RejectReason.EMPTY, "no text")
    Traceback (most recent call last):
        ...
    recoupe.errors.BadReport: empty: no text
    """
    return BadReport(reason.value, detail)


def reject(locator: str, error: BadReport, sha256: str | None = None) -> Reject:
    """The record of `error` on the input at `locator`.

    >>> reject("a.txt", bad(RejectReason.EMPTY, "no text")).reason
    <RejectReason.EMPTY: 'empty'>
    """
    identity = identify("x", locator, error.reason, error.detail, sha256)
    return Reject(id=identity, locator=locator, reason=RejectReason(error.reason), detail=error.detail, sha256=sha256)
