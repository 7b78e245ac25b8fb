"""Clocks: times of publication as the clock of their place tells them, and how such times stand to each other."""

from datetime import UTC, datetime

import regex

from recoupe.model import Precision, When

OFFSET = regex.compile(r"(?<=T\d\d:\d\d(?::\d\d)?)(?:Z|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)$")
"""What a time ends in where its zone is known."""


def local(published: When | None) -> str | None:
    """The start of a time of publication, an instant by the clock that it was given by.

    >>> at = "2031-05-03T23:40:00-05:00"
    >>> local(When(span=None, value=at, precision=Precision.INSTANT, start="2031-05-04T04:40:00Z")) == at
    True
    >>> local(When(span=None, value="2031-05", precision=Precision.MONTH, start="2031-05-01T00:00:00"))
    '2031-05-01T00:00:00'
    """
    if published is None or published.start is None:
        return None
    return published.value if published.precision is Precision.INSTANT else published.start


def zone(at: str) -> str:
    """The zone of a time as people write it; nothing where it has none.

    >>> zone("2031-05-03T08:15:00Z"), zone("2031-05-03T08:15+02:00"), zone("2031-05-03T08:15:00-03:30"), zone("2031-05-03T08:15:00")
    ('UTC', 'UTC+2', 'UTC-3:30', '')
    """
    found = OFFSET.search(at)
    if found is None:
        return ""
    hours, minutes = int(found["hours"] or 0), int(found["minutes"] or 0)
    if not hours and not minutes:
        return "UTC"
    return f"UTC{found['sign']}{hours}" + (f":{minutes:02}" if minutes else "")


def instant(at: str, clock: str | None = None) -> str:
    """A time as one that can be put in order with others: in UTC; one without a zone as if told by the same clock as `clock`.

    >>> instant("2031-05-03T08:15:00+02:00"), instant("2031-05-03T20:00:00", clock="2031-05-03T08:15:00+02:00")
    ('2031-05-03T06:15:00', '2031-05-03T18:00:00')
    >>> instant("2031-05-03T08:15:00"), instant("2031-02-31T00:00:00")
    ('2031-05-03T08:15:00', '2031-02-31T00:00:00')
    """
    try:
        told = datetime.fromisoformat(at)
        if told.tzinfo is None:
            told = told.replace(tzinfo=datetime.fromisoformat(clock).tzinfo if clock else UTC)
        return told.astimezone(UTC).replace(tzinfo=None).isoformat() if told.tzinfo is not None else at
    except (ValueError, OverflowError):  # a day that the calendar does not have
        return at


def written(day: str, clock: str, at: str) -> str:
    """A day and a time of day as people write them, with the zone of `at`.

    >>> written("03/05/2031", "08:15", "2031-05-03T08:15:00+02:00"), written("2031-05-03", "08:15", "2031-05-03T08:15:00Z")
    ('03/05/2031 08:15 (UTC+2)', '2031-05-03 08:15 UTC')
    """
    where = zone(at)
    return f"{day} {clock}" + (f" {where}" if where == "UTC" else f" ({where})" if where else "")
