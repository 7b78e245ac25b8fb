"""Dates of publication: as fine as they are written, never finer; what is not understood is refused, never guessed."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

import regex

from recoupe.ingest.rejects import bad
from recoupe.ingest.spelling import iso
from recoupe.model import Precision, RejectReason, When

ISO = regex.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:(?:[Tt]|\s)(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    regex.ASCII,
)
RFC = regex.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s{1,3})?\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4},?\s{1,3}\d\d?:\d\d(?P<second>:\d\d)?"
    r"(?P<zone>\s(?:[+-]\d{4}|UTC?|GMT|Z|[ECMP][SD]T))?(?:\s\([A-Z]{1,5}\))?",
    regex.ASCII,
)
FIRST, LAST = 1600, 9000  # years: newspapers begin in 1605; `datetime.min` and its like are nobody's date


FORMS = "2025-01-18, 2025-01-18 08:00, 2025-01-18T08:00+01:00, 18/01/2025 08:00, 18 janvier 2025, 2025-01, Sat, 18 Jan 2025 08:00 +0100"
"""What is understood, by examples."""


def published(words: str) -> When:
    """The time that `words` say (ISO 8601, RFC 2822, or as people write a date): UTC where a zone is given, else floating. The value keeps
    the clock of the place, whose day "aujourd'hui" is.

    >>> published("2024-11").end
    '2024-12-01T00:00:00'
    >>> published("2024-11-29T08:05:30+01:00").value
    '2024-11-29T08:05:30+01:00'
    >>> published("Fri, 29 Nov 2024 08:05:30 +0100").start
    '2024-11-29T07:05:30Z'
    >>> published("29/11/2024").value, published("vendredi 29 novembre 2024 à 8h05").value
    ('2024-11-29', '2024-11-29T08:05')

    Raises:
        BadReport: bad_field; none of these, no such day, or day and month can be told either way.
    """
    given = words.strip()[:64]
    try:
        if found := RFC.fullmatch(given):
            return _rfc(found)
        readings = (given,) if (found := ISO.fullmatch(given)) else iso(given)
        if len(readings) > 1:
            raise bad(RejectReason.BAD_FIELD, f"published {given!r} can be read in two ways: write {' or '.join(readings)}")
        if readings and (found := ISO.fullmatch(readings[0])):
            return _iso({k: v for k, v in found.groupdict().items() if v is not None})
    except (ValueError, OverflowError) as error:
        raise bad(RejectReason.BAD_FIELD, f"published {given!r}: {error}") from None
    raise bad(RejectReason.BAD_FIELD, f"published {given!r} is not understood; write {FORMS}")


def _iso(parts: dict[str, str]) -> When:
    year, month, day = int(parts["year"]), int(parts.get("month", "1")), int(parts.get("day", "1"))
    if "hour" in parts:
        finest = timedelta(seconds=1) if "second" in parts else timedelta(minutes=1)
        moment = datetime(year, month, day, int(parts["hour"]), int(parts["minute"]), int(parts.get("second", "0")))  # noqa: DTZ001
        return _instant(moment, finest, _offset(parts.get("zone")))
    start = datetime(year, month, day)  # noqa: DTZ001 (a day of no known zone is floating)
    if "day" in parts:
        return _when(start, start + timedelta(days=1), f"{start:%Y-%m-%d}", Precision.DAY)
    if "month" in parts:
        return _when(start, (start + timedelta(days=31)).replace(day=1), f"{start:%Y-%m}", Precision.MONTH)
    return _when(start, start.replace(year=year + 1), f"{start:%Y}", Precision.YEAR)


def _rfc(found: "regex.Match[str]") -> When:
    fields = parsedate_tz(found[0])
    if fields is None:
        raise ValueError("no such date")
    moment = datetime(*fields[:6])  # noqa: DTZ001
    finest = timedelta(seconds=1) if found["second"] else timedelta(minutes=1)
    return _instant(moment, finest, timedelta(seconds=fields[9] or 0) if found["zone"] else None)


def _offset(zone: str | None) -> timedelta | None:
    """What to take from a local time to have UTC; None where no zone is given."""
    if zone is None:
        return None
    if zone[0] not in "+-":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    if hours > 15 or minutes > 59:
        raise ValueError(f"no zone is {zone}")
    return (timedelta(hours=hours, minutes=minutes)) * (-1 if zone[0] == "-" else 1)


def _instant(moment: datetime, finest: timedelta, offset: timedelta | None) -> When:
    start = moment if offset is None else (moment - offset).replace(tzinfo=UTC)
    written = moment.isoformat(timespec="seconds" if finest.seconds == 1 else "minutes")
    return _when(start, start + finest, written + _zone(offset), Precision.INSTANT)


def _zone(offset: timedelta | None) -> str:
    """How ISO 8601 writes it.

    >>> _zone(timedelta(hours=-3, minutes=-30)), _zone(timedelta(0)), _zone(None)
    ('-03:30', 'Z', '')
    """
    if not offset:
        return "" if offset is None else "Z"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{'-' if offset < timedelta() else '+'}{hours:02}:{minutes:02}"


def _when(start: datetime, end: datetime, value: str, precision: Precision) -> When:
    if not FIRST <= start.year <= LAST:
        raise ValueError(f"no report was published in {start.year}")
    return When(span=None, value=value, precision=precision, start=stamp(start), end=stamp(end))


def stamp(moment: datetime) -> str:
    """ISO 8601 to the second; `Z` for UTC, nothing for a floating time.

    >>> stamp(datetime(2024, 11, 29, tzinfo=UTC))
    '2024-11-29T00:00:00Z'
    """
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + ("Z" if moment.tzinfo else "")
