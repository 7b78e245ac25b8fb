"""Dates as people write them, in ISO 8601: "18/01/2025 08:00", "samedi 18 janvier 2025 à 8 h 30", "January 18, 2025"."""

from functools import cache

import msgspec
import regex

from recoupe.lang import available, table
from recoupe.text import fold


class Names(msgspec.Struct, frozen=True):
    """Of a language's table of times what days and months are called."""

    weekdays: list[str]
    months: dict[str, int]


CLOCK = (
    r"(?:,?\s{1,3}(?:[àa]\s|at\s)?(?P<hour>\d\d?)(?::|\s?[hH]\s?)(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s?(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
WEEKDAY = r"(?:le\s)?(?:(?P<weekday>\p{L}{5,9}),?\s{1,3}(?:le\s)?)?"
FIGURES = regex.compile(rf"{WEEKDAY}(?P<a>\d\d?)(?P<mark>[/.-])(?P<b>\d\d?)(?P=mark)(?P<year>\d{{4}}){CLOCK}", regex.ASCII)
YEAR_FIRST = regex.compile(rf"(?P<year>\d{{4}})(?P<mark>[/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d){CLOCK}", regex.ASCII)
DAY_FIRST = regex.compile(
    rf"{WEEKDAY}(?P<day>\d\d?)(?:er|st|nd|rd|th)?\s{{1,3}}(?P<name>\p{{L}}{{3,9}}\.?),?\s{{1,3}}(?P<year>\d{{4}}){CLOCK}"
)
NAME_FIRST = regex.compile(
    rf"{WEEKDAY}(?P<name>\p{{L}}{{3,9}}\.?)\s{{1,3}}(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}}){CLOCK}"
)

MONTHS = 12


def iso(words: str) -> tuple[str, ...]:
    """What `words` may say, in ISO 8601: nothing that is understood, one date, or two where day and month can be told either way.

    >>> iso("18/01/2025 08:00"), iso("Jeudi 1er mai 2031 à 8 h 30"), iso("May 1, 2031"), iso("hier")
    (('2025-01-18 08:00',), ('2031-05-01 08:30',), ('2031-05-01',), ())
    >>> iso("03/04/2025"), iso("04/04/2025")
    (('2025-04-03', '2025-03-04'), ('2025-04-04',))
    """
    for form in (FIGURES, YEAR_FIRST, DAY_FIRST, NAME_FIRST):
        if (found := form.fullmatch(words)) and _weekday(found):
            return tuple(dict.fromkeys(f"{found['year']}-{month:02}-{day:02}{_clock(found)}" for day, month in _days(found)))
    return ()


def _weekday(found: "regex.Match[str]") -> bool:
    """Whether the word before the date, if there is one, is a day of the week: nothing else may stand there unread."""
    return "weekday" not in found.re.groupindex or not found["weekday"] or fold(found["weekday"]) in _names()[0]


def _days(found: "regex.Match[str]") -> list[tuple[int, int]]:
    """Day and month; the day first where both orders are possible."""
    if "a" in found.re.groupindex:
        a, b = int(found["a"]), int(found["b"])
        return [(day, month) for day, month in ((a, b), (b, a)) if month <= MONTHS]
    if "name" in found.re.groupindex:
        month = _names()[1].get(fold(found["name"]))
        return [] if month is None else [(int(found["day"]), month)]
    return [(int(found["day"]), int(found["month"]))]


def _clock(found: "regex.Match[str]") -> str:
    if found["hour"] is None:
        return ""
    seconds = f":{found['second']}" if found["second"] else ""
    return f" {int(found['hour']):02}:{found['minute']}{seconds}{found['zone'] or ''}"


@cache
def _names() -> tuple[frozenset[str], dict[str, int]]:
    """Days and months of all languages, folded; no two languages call different months alike."""
    known = [table(code, "times", Names) for code in available()]
    return (
        frozenset(fold(name) for each in known for name in each.weekdays),
        {fold(name): month for each in known for name, month in each.months.items()},
    )
