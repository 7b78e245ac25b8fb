"""Times in words: what a TIMEX3 value says, and what it leaves open."""

from collections.abc import Iterable
from datetime import date, timedelta

import regex

from recoupe.briefing.quoting import telling
from recoupe.phrases import Language, phrases, say
from recoupe.text import fold, plain

SHAPE = regex.compile(
    r"(?:(?P<year>[\dX]{4})(?:-W(?P<week>\d\d)(?P<end>-WE)?|-WXX-(?P<weekday>[1-7])|-(?P<season>S[PU]|FA|WI|Q[1-4]|H[12])"
    r"|-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?)?(?:T(?:(?P<part>MO|MI|AF|EV|NI)|(?P<clock>\d\d:\d\d)(?P<zone>Z?)))?"
)
FIXED = regex.compile(r"\d{4}(?![\dX])(?!-XX)")
"""A value with its year."""

LENGTH = regex.compile(r"P(?:T(?P<small>\d{1,9})(?=[HM])|(?P<large>\d{1,9}))(?P<unit>[YMWDH])")


def moment(language: Language, value: str) -> str:
    """A time in words; a value of another shape as it is.

    >>> moment("fr", "2031-05-01"), moment("fr", "2031-05-31TNI"), moment("en", "XXXX-WXX-5")
    ('1er mai 2031', 'nuit du 31 mai 2031 au 1er juin 2031', 'a Friday')
    >>> moment("en", "XXXX-06"), moment("en", "XXXX-XX-XXTEV"), moment("fr", "FUTURE_REF")
    ('June (year unknown)', 'evening (day unknown)', 'à venir, sans date')
    """
    first, slash, last = value.partition("/")
    if slash:
        return say(language, "cli.time.range", low=moment(language, first), high=moment(language, last))
    if value.endswith("_REF"):
        return say(language, f"cli.time.{value}") if f"time.{value}" in phrases("cli", language) else value
    if length := LENGTH.fullmatch(value):
        unit = "T" if length["small"] and length["unit"] == "M" else length["unit"]
        return say(language, f"cli.time.length.{unit}", n=int(length["small"] or length["large"]))
    found = SHAPE.fullmatch(value)
    try:
        return _shaped(language, found) if found is not None else value
    except ValueError:  # a day that the calendar does not have
        return value


def since(language: Language, value: str, words: str, given: Iterable[str]) -> str:
    """A time in words, with what the `words` of texts in the languages `given` leave open of it: its beginning or its end.

    >>> [since("en", "2018", words, ["fr"]) for words in ("depuis 2018", "en 2018", "jusqu'en 2018")]
    ['since 2018', '2018', 'until 2018']
    """
    folded, said = fold(plain(words)), moment(language, value)
    for told in map(telling, sorted(given)):
        for end, opening in (("since", told.since), ("until", told.until)):
            if folded.startswith(opening):
                return say(language, f"cli.time.{end}", when=said)
    return said


def passing(value: str, words: str, given: Iterable[str]) -> bool:
    """Whether `words` of texts in the languages `given` mean another time to whoever reads them later, where it is known which.

    >>> [passing("2031-05-06", words, ["fr"]) for words in ("Aujourd'hui", "hier soir", "mardi", "hiératique")]
    [True, True, False, False]
    >>> passing("PRESENT_REF", "aujourd'hui", ["fr"])
    False
    """
    folded = fold(plain(words))
    opened = any(folded.startswith(one) and not folded[len(one) :][:1].isalpha() for told in map(telling, given) for one in told.relative)
    return opened and FIXED.match(value) is not None


def _shaped(language: Language, found: "regex.Match[str]") -> str:
    if found["part"] == "NI" and (begins := _known(found)) is not None:
        days = (_day(language, day) for day in (begins, begins + timedelta(days=1)))
        return say(language, "cli.time.night", low=next(days), high=next(days))
    day = _date(language, found)
    part = say(language, f"cli.time.part.{found['part']}") if found["part"] else ""
    clock = f"{found['clock']} UTC" if found["zone"] else found["clock"] or ""
    if not day and not part and not clock:
        return ""
    if not day:
        return say(language, "cli.time.no_day", what=part or clock)
    return f"{day}, {part}" if part else f"{day} {clock}" if clock else day


def _known(found: "regex.Match[str]") -> date | None:
    """The day of the calendar, where all of it is known."""
    parts = found.group("year", "month", "day")
    return date(*(int(part) for part in parts)) if all(part is not None and "X" not in part for part in parts) else None


def _date(language: Language, found: "regex.Match[str]") -> str:
    """The day, month, week or year, with what of it is not known; "" where nothing is."""
    year = "" if found["year"] == "XXXX" else found["year"] or ""
    if found["week"]:
        monday = date.fromisocalendar(int(year), int(found["week"]), 6 if found["end"] else 1)
        return say(language, "cli.time.weekend" if found["end"] else "cli.time.week", day=_day(language, monday))
    if found["weekday"]:
        return say(language, "cli.time.weekday").split()[int(found["weekday"]) - 1].replace("_", " ")
    if found["season"]:
        return say(language, f"cli.time.season.{found['season']}", year=year)
    if (known := _known(found)) is not None:
        return _day(language, known)
    return _open(language, found, year)


def _open(language: Language, found: "regex.Match[str]", year: str) -> str:
    """A date of which the year or the month is missing, a month or a year."""
    day = "" if (found["day"] or "XX") == "XX" else str(int(found["day"]))
    if (found["month"] or "XX") == "XX":
        return say(language, "cli.time.no_month", day=day) if day else year
    month = _month(language, int(found["month"]))
    return f"{f'{day} ' if day else ''}{month} {year or say(language, 'cli.time.no_year')}"


def _day(language: Language, day: date) -> str:
    first = say(language, "point.date.first") if day.day == 1 else str(day.day)
    return say(language, "point.date", day=first, month=_month(language, day.month), year=day.year)


def _month(language: Language, number: int) -> str:
    months = say(language, "point.date.months").split()
    if number not in range(1, 13):
        raise ValueError(number)
    return months[number - 1]
