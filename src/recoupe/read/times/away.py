"""Times that are so many days, weeks, months or years from the one spoken of before: "trois jours plus tôt", "la semaine précédente"."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

import msgspec
import regex

from recoupe import lang
from recoupe.model import Precision, When
from recoupe.read.schemes import Times
from recoupe.read.times import calendar
from recoupe.read.times.context import Draft
from recoupe.read.times.lengths import CLOCKED
from recoupe.text.patterns import either

DAY, YEAR = len("2019-03-12"), len("2019")
"""Characters of a day and of a year as TIMEX3."""
OF_CALENDAR = frozenset(("PAST_REF", "XXXX-WXX", "XXXX"))
"""What an expression says that means a whole week or year: "la semaine précédente", "l'année suivante"."""
COARSE = {"W": Precision.WEEK, "M": Precision.MONTH}
"""How fine a time without a day may be from which weeks and months are counted."""


def from_there(draft: Draft, when: When, before: Sequence[When], published: date | None) -> When:
    """`when`, counted from the last time of `before` (in its own sentence or those right before) that is fine enough, else from the day of
    publication; as it was where there is neither, and where nothing before tells from when later is meant."""
    told = [w for w in before if w.start is not None and (draft.time.unit not in CLOCKED or _tells(w, draft.time.unit))]
    base = told[-1].value if told and _tells(told[-1], draft.time.unit) else None  # "en 2023 ... le mois suivant": nobody can tell
    if base is None and published is not None and (draft.time.away or 0) < 0 and draft.time.unit not in CLOCKED:
        base = published.isoformat()
    value = None if base is None else counted(base, draft.time.away or 0, draft.time.unit)
    if value is not None and draft.time.value.startswith("XXXX-WXX-"):  # "le lundi suivant"
        value = calendar.settle(draft.time.value, date.fromisoformat(value), calendar.Side.AFTER)
    if value is not None and draft.time.value in OF_CALENDAR:  # "la semaine précédente": of the calendar
        value = _whole(value, draft.time.unit)
    if value is None:
        return when
    start, end = calendar.bounds(value) or (None, None)
    return msgspec.structs.replace(when, value=value, precision=calendar.precision(value), start=start, end=end, inherited=True)


def vague(before: str, near: Sequence[When], language: str) -> bool:
    """Whether a sentence counts from a time that nobody can tell: "la saison passée, ..., contre 9 un an plus tôt".

    `before`: what stands of the sentence before the time, in lower case; `near`: the times before it there.

    >>> [vague(t, (), "fr") for t in ("lors de la dernière campagne, 14, contre 9 ", "la campagne a coûté 14, contre 9 ")]
    [True, False]
    """
    if near:
        return near[-1].value == "PAST_REF"
    found = _period(language)
    return found is not None and found.search(before) is not None


@cache
def _period(language: str) -> regex.Pattern[str] | None:
    """What names a season or a term by its being over: "la saison passée", "l'exercice précédent"."""
    dated = lang.table(language, "times", Times).dated
    past = either(PAST)
    return regex.compile(rf"(?<!\p{{L}})(?:{either(dated)} {past}|{past} {either(dated)})(?!\p{{L}})") if dated else None


PAST = (
    *("passé", "passée", "dernier", "dernière", "précédent", "précédente", "écoulé", "écoulée", "d'avant", "antérieur", "antérieure"),
    *("passés", "passées", "derniers", "dernières", "précédents", "précédentes"),
)


def _whole(value: str, unit: str) -> str:
    """The week or the year that a day or a month lies in."""
    if unit == "W":
        year, week, _ = date.fromisoformat(value).isocalendar()
        return f"{year:04}-W{week:02}"
    return value[:YEAR] if unit == "Y" else value


def _tells(when: When, unit: str) -> bool:
    """Whether a time is fine enough to count units from it: days from a day, years from any year."""
    if unit in CLOCKED:
        return when.start is not None and when.precision is Precision.INSTANT
    if "/" in when.value:
        return unit == "Y" and when.precision is Precision.YEAR
    return when.start is not None and (unit == "Y" or len(when.value) >= DAY or when.precision is COARSE.get(unit))


def counted(base: str, away: int, unit: str) -> str | None:
    """The value that lies `away` units from `base`; of a year from a day the month is known, of more only the year.

    >>> counted("2019-03-12TEV", -4, "D"), counted("2007", 4, "Y"), counted("2019-03-12", -1, "Y"), counted("2019-01-31", -1, "M")
    ('2019-03-08', '2011', '2018-03', '2018-12')
    >>> counted("2019-03-12T23:30", 1, "TH"), counted("2019-03-12T08:00", -20, "TM")
    ('2019-03-13T00:30', '2019-03-12T07:40')
    >>> counted("2019-12", 1, "M"), counted("2019-W12", 1, "W")
    ('2020-01', '2019-03-25')
    >>> counted("2019-03", -1, "Y"), counted("2019-W12", -1, "Y"), counted("2021/2022", -1, "Y")
    ('2018-03', '2018', '2020/2021')
    """
    try:
        if unit in CLOCKED:
            there = datetime.fromisoformat(base) + (timedelta(hours=away) if unit == "TH" else timedelta(minutes=away))
            return there.isoformat(timespec="minutes").replace("+00:00", "Z")
        if "/" in base:
            return "/".join(f"{int(year) + away:04}" for year in base.split("/"))
        if unit == "Y":
            year = f"{int(base[:YEAR]) + away:04}"
            month = base[YEAR : YEAR + 3]
            return f"{year}{month}" if abs(away) == 1 and month[1:].isdigit() else year
        if unit == "M":
            months = int(base[:YEAR]) * 12 + int(base[YEAR + 1 : YEAR + 3]) - 1 + away
            return f"{months // 12:04}-{months % 12 + 1:02}"
        day = date.fromisoformat(base[:DAY])
        if unit == "D":
            return (day + timedelta(days=away)).isoformat()
        return (day + timedelta(weeks=away)).isoformat() if unit == "W" else None
    except (ValueError, OverflowError):
        return None
