"""When two stated times can be one: a vaguer time joins the only finer one that it fits; nothing is guessed.

A time is its known features: year, month, day, weekday, part of day. "XXXX-WXX-5" (a Friday) fits "2024-11-29", and it fits the
night "XXXX-WXX-4TNI" that begins on the Thursday.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from recoupe.model import When

Features = Mapping[str, int | str]

TOLL_DAYS = 30
"""A toll goes on being counted: dates within this many days of the event are dates of the toll, not another question."""

EVE = 2
"""Days before the date of an event on which it may have begun."""


@lru_cache(maxsize=4096)
def features(value: str) -> Features:
    """What a TIMEX3 value fixes; empty where it fixes nothing (PAST_REF, a duration, an hour of an unknown day, "le mois" of none).

    >>> dict(features("XXXX-WXX-4TNI"))
    {'weekday': 4, 'part': 'NI'}
    >>> dict(features("2024-11-29"))
    {'year': 2024, 'month': 11, 'day': 29, 'weekday': 5}
    """
    day, _, part = value.partition("T")
    if value.endswith("_REF") or value.startswith("P") or (not day and ":" in part) or not value.strip("XW-"):
        return MappingProxyType({})
    found: dict[str, int | str] = {}
    for name, bit in zip(_names(day), day.split("-"), strict=False):
        bare = bit.removeprefix("W")
        if bare.isascii() and bare.isdigit():
            found[name] = int(bare)
    found |= _weekday(found)
    if part.isalpha():
        found["part"] = part
    return MappingProxyType(found or {"words": value})


def keys(whens: Sequence[When | None]) -> list[str | None]:
    """For each time the value under which it is compared: its own, or the only finer one of the group that it fits.

    >>> night = When(span=None, value="XXXX-WXX-4TNI", precision="part_of_day")
    >>> friday = When(span=None, value="XXXX-WXX-5", precision="day")
    >>> keys([night, None, friday])
    ['XXXX-WXX-4TNI', 'XXXX-WXX-4TNI', 'XXXX-WXX-4TNI']
    """
    stated = sorted({w.value for w in whens if w is not None and features(w.value)})
    finest = [v for v in stated if not any(_finer(u, v) for u in stated)]
    chosen: dict[str | None, str | None] = {v: _only([u for u in finest if fits(v, u)], v) for v in stated}
    nothing = _only(finest, None)
    return [chosen.get(w.value, nothing) if w is not None else nothing for w in whens]


def toll_keys(whens: Sequence[When | None], event: When | None) -> list[str | None]:
    """Like `keys` for people killed, hurt, displaced...: a weekday or a date near the event dates the toll and splits no question.

    >>> friday, year = (When(span=None, value=value, precision="day") for value in ("XXXX-WXX-5", "1994"))
    >>> toll_keys([friday, year, None], None)
    [None, '1994', None]
    """
    dated = [w.start for w in whens if w is not None and w.start is not None]
    middle = (event.start if event is not None else None) or max(dated, default=None)
    days = sorted(w.value for w in ([event] if event is not None else whens) if w is not None and _of_year(w.value) is not None)
    reference = next(iter(days), None)
    other = [None if w is None or _toll_date(w, middle, reference) else w for w in whens]
    return [None if w is None else key for w, key in zip(other, keys(other), strict=True)]


def _names(day: str) -> tuple[str, ...]:
    return ("year", "week", "weekday") if "W" in day else ("year", "month", "day")


def _weekday(found: dict[str, int | str]) -> dict[str, int | str]:
    day = _date(found)
    return {} if day is None else {"weekday": day.isoweekday()}


def _date(found: Features) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (KeyError, ValueError):
        return None


def _only(values: list[str], other: str | None) -> str | None:
    return values[0] if len(values) == 1 else other


def fits(vague: str, fine: str) -> bool:
    """Everything that `vague` fixes is so in `fine`; a night also belongs to the day on which it ends.

    >>> fits("XXXX-WXX-5", "2024-11-29"), fits("2024-11-29", "2024-11-28TNI"), fits("2024-11-30", "2024-11-29")
    (True, True, False)
    """
    wanted, given = features(vague), features(fine)
    return any(all(view.get(k) == v for k, v in wanted.items()) for view in _views(given))


def _finer(fine: str, vague: str) -> bool:
    return fine != vague and fits(vague, fine) and (not fits(fine, vague) or fine < vague)


def _views(given: Features) -> list[Features]:
    if given.get("part") != "NI":
        return [given]
    morning: dict[str, int | str] = {k: v for k, v in given.items() if k in {"week", "year", "month"}}
    day = _date(given)
    if day is not None and day < date.max:
        after = day + timedelta(days=1)
        morning = {"year": after.year, "month": after.month, "day": after.day, "weekday": after.isoweekday()}
    elif "weekday" in given:
        morning["weekday"] = int(given["weekday"]) % 7 + 1
    return [given, morning]


def _toll_date(when: When, middle: str | None, reference: str | None) -> bool:
    """A weekday or part of a day; a date near the event, be it that no year is known. A whole year is a time of its own, and so is a date
    days before an event that is dated: "le naufrage du 3 avait fait douze morts", of one on the 15th."""
    fixed = features(when.value)
    if fixed.keys() == {"year"}:
        return False
    if not fixed.keys() & {"year", "month", "words"}:
        return True
    before = days_before(when.start, middle)
    days = None if before is None else abs(before)
    if days is None and reference is not None:
        days = _apart(_of_year(when.value), _of_year(reference))
    early = "day" in fixed and (before or 0) > EVE
    return days is not None and days <= TOLL_DAYS and not early


def _of_year(value: str) -> int | None:
    """The day of a year of 366 days, of a date whose year may be unknown.

    >>> _of_year("XXXX-03-01"), _of_year("XXXX-03")
    (61, None)
    """
    fixed = features(value)
    try:
        return date(2000, int(fixed["month"]), int(fixed["day"])).timetuple().tm_yday
    except (KeyError, ValueError):
        return None


def _apart(a: int | None, b: int | None) -> int | None:
    """Days between, over the turn of the year too."""
    return None if a is None or b is None else min(abs(a - b), 366 - abs(a - b))


def days_before(a: str | None, b: str | None) -> int | None:
    """Days by which one start lies before another, below 0 where behind; None where one is not known.

    >>> days_before("2031-04-29", "2031-05-01T00:00:00"), days_before("2031-05-01", "2031-04-30"), days_before("2031-05-01", None)
    (2, -1, None)
    """
    if a is None or b is None:
        return None
    try:
        return (date.fromisoformat(b[:10]) - date.fromisoformat(a[:10])).days
    except ValueError:
        return None
