"""TIMEX3 values against a calendar: what a value that leaves the year or the week open means on a day, and where a value begins and ends.

Conventions: a morning is 00:00 to 12:00, an afternoon 12:00 to 18:00, an evening 18:00 to 24:00, midday 11:00 to 15:00. A night
begins at 18:00 and ends at 08:00 of the next day; it is named by the day on which it begins.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

import regex

from recoupe.model import Precision

HOURS = {"MO": (0, 12), "MI": (11, 15), "AF": (12, 18), "EV": (18, 24), "NI": (18, 32)}
DAY = regex.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(?:(MO|MI|AF|EV|NI)|(\d{2}):(\d{2})(Z?)))?")
OPEN = regex.compile(r"XXXX-(?:WXX-(?P<weekday>\d)|(?P<month>\d{2})(?:-(?P<day>\d{2}))?|XX-(?P<dom>\d{2}))(?P<part>T.++)?")
COARSE = regex.compile(r"(\d{4})(?:-(\d{2})|-W(\d{2})(-WE)?)?")

Interval = tuple[str, str]


class Side(StrEnum):
    """On which side of the day of publication an open value lies."""

    BEFORE = "on it or before"
    NEAREST = "before, or at most two months after"
    AFTER = "on it or after"


SOON = 60
"""So many days after the day of publication a date without a year is still taken to be the coming one."""
ZONE = 1
"""So many days after it what is told as past may lie: the clock of the place is ahead of that of the outlet."""


def bounds(value: str) -> Interval | None:
    """Start and end of a complete TIMEX3 value; None where the value leaves something open.

    >>> bounds("2021-03-06TNI")
    ('2021-03-06T18:00:00', '2021-03-07T08:00:00')
    >>> bounds("2024-02"), bounds("XXXX-02")
    (('2024-02-01T00:00:00', '2024-03-01T00:00:00'), None)
    """
    first, slash, last = value.partition("/")
    if slash:
        a, b = bounds(first), bounds(last)
        return (a[0], b[1]) if a is not None and b is not None and a[0] < b[1] else None
    try:
        return _day_bounds(value) or _coarse_bounds(value)
    except (ValueError, OverflowError):  # 31 April, 24:61, the year 9999 and after
        return None


def _day_bounds(value: str) -> Interval | None:
    found = DAY.fullmatch(value)
    if found is None:
        return None
    day = datetime(*(int(n) for n in found.group(1, 2, 3)))  # type: ignore[arg-type]  # noqa: DTZ001  three numbers; floating is meant
    part, hour, minute, zone = found.group(4, 5, 6, 7)
    if hour is not None:
        moment = day.replace(hour=int(hour), minute=int(minute))
        return f"{moment.isoformat()}{zone}", f"{(moment + timedelta(minutes=1)).isoformat()}{zone}"
    begin, end = HOURS.get(part or "", (0, 24))
    return (day + timedelta(hours=begin)).isoformat(), (day + timedelta(hours=end)).isoformat()


def _coarse_bounds(value: str) -> Interval | None:
    found = COARSE.fullmatch(value)
    if found is None:
        return None
    year, month, week, weekend = found.groups()
    if week is not None:
        monday = date.fromisocalendar(int(year), int(week), 1)
        return _days(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=7))
    if month is not None:
        return _days(date(int(year), int(month), 1), date(int(year) + int(month) // 12, int(month) % 12 + 1, 1))
    return _days(date(int(year), 1, 1), date(int(year) + 1, 1, 1))


def _days(start: date, end: date) -> Interval:
    return f"{start.isoformat()}T00:00:00", f"{end.isoformat()}T00:00:00"


def settle(value: str, published: date, side: Side, weekday: int | None = None) -> str:
    """`value` with its open year or week filled in, as read on the day `published`; what cannot be settled stays as it is.

    Where the words give the weekday with a date, only a year in which the two go together is taken; a day of the next week or the last
    one whatever the side: "la grève annoncée mardi 14 janvier" of the 8th is to come.

    >>> settle("XXXX-WXX-5", date(2021, 3, 10), Side.BEFORE)
    '2021-03-05'
    >>> settle("XXXX-WXX-4TNI", date(2021, 3, 10), Side.BEFORE)
    '2021-03-04TNI'
    >>> settle("XXXX-06", date(2021, 3, 10), Side.BEFORE)
    '2020-06'
    """
    first, slash, last = value.partition("/")
    if slash:
        return f"{settle(first, published, side)}/{settle(last, published, side)}"
    found = OPEN.fullmatch(value)
    if found is None:
        return value
    part = found["part"] or ""
    if found["weekday"] is not None:
        return f"{_weekday(int(found['weekday']), published, side).isoformat()}{part}"
    if found["dom"] is not None:
        return _settle_day_of_month(int(found["dom"]), published, side, weekday) + part
    return _settle_month(found, published, side, weekday) or value


def _weekday(number: int, published: date, side: Side) -> date:
    back = (published.isoweekday() - number) % 7
    ahead = side is Side.AFTER or (side is Side.NEAREST and back > WEEK - back)
    return published + timedelta(days=WEEK - back) if ahead and back else published - timedelta(days=back)


WEEK = 7


def _settle_month(found: "regex.Match[str]", published: date, side: Side, weekday: int | None) -> str | None:
    month, part = int(found["month"]), found["part"] or ""
    if found["day"] is None:
        running = published.replace(day=1)  # which is yet to end
        days = _allowed(running, side, [(published.year + n, month, 1) for n in (-1, 0, 1)])
        return f"{days[0].isoformat()[:7]}{part}" if days else None
    years = [(published.year + n, month, int(found["day"])) for n in range(-6, 7)]
    fitting = days = _allowed(published, side, years)
    if weekday is not None:
        close = [day for day in _allowed(published, None, years)[:1] if abs((day - published).days) <= WEEK]
        fitting = [day for day in (*close, *days) if day.isoweekday() == weekday] or days
    return f"{fitting[0].isoformat()}{part}" if fitting else None


def _settle_day_of_month(number: int, published: date, side: Side, weekday: int | None) -> str:
    """The nearest such day; with a weekday the nearest on which both fall, and where there is none only the weekday is known."""
    this = published.year * 12 + published.month - 1
    months = [(month // 12, month % 12 + 1, number) for month in range(this - 3, this + 4)]
    if weekday is not None:
        both = [day for day in _allowed(published, None, months) if day.isoweekday() == weekday]
        return (both[0] if both else _weekday(weekday, published, side)).isoformat()
    days = _allowed(published, side, months)
    return days[0].isoformat() if days else f"XXXX-XX-{number:02}"


def _allowed(published: date, side: Side | None, days: Iterable[tuple[int, int, int]]) -> list[date]:
    """Those of `days` that exist and lie on the side asked for (None: on any), the nearest to `published` first."""
    found = []
    for year, month, day in days:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    first = -SOON if side is Side.NEAREST else -ZONE
    back = {day: (published - day).days for day in found}
    kept = found if side is None else [day for day in found if (back[day] <= 0 if side is Side.AFTER else back[day] >= first)]
    return sorted(kept, key=lambda day: abs(back[day]))


def rolled(value: str) -> str:
    """A day that ends at midnight as the hour at which the next begins.

    >>> rolled("2021-12-31T24:00"), rolled("XXXX-WXX-6T24:00")
    ('2022-01-01T00:00', 'XXXX-WXX-6T24:00')
    """
    day, midnight, _ = value.partition("T24:00")
    if not midnight:
        return value
    try:
        return f"{(date.fromisoformat(day) + timedelta(days=1)).isoformat()}T00:00"
    except (ValueError, OverflowError):  # an open day
        return value


def precision(value: str) -> Precision:
    """How fine a TIMEX3 value is.

    >>> precision("XXXX-WXX-4TNI"), precision("XXXX-06"), precision("T13:15Z")
    (<Precision.PART_OF_DAY: 'part_of_day'>, <Precision.MONTH: 'month'>, <Precision.INSTANT: 'instant'>)
    """
    return next((fineness for shape, fineness in FINENESS if shape.fullmatch(value)), Precision.UNKNOWN)


FINENESS = tuple(
    (regex.compile(shape), fineness)
    for shape, fineness in (
        (r"[^T]{0,24}+T\d{2}:\d{2}Z?", Precision.INSTANT),
        (r"[^T]{0,24}+T(?:MO|MI|AF|EV|NI)", Precision.PART_OF_DAY),
        (r"[\dX]{4}-(?:WXX-\d|[\dX]{2}-[\dX]{2})(?:/[\dX-]++)?+", Precision.DAY),
        (r"[\dX]{4}-W[\dX]{2}(?:-WE)?", Precision.WEEK),
        (r"[\dX]{4}-\d{2}", Precision.MONTH),
        (r"\d{4}(?:/\d{4})?", Precision.YEAR),
    )
)
