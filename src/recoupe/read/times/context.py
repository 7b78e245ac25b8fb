"""Times that lean on another one in the text: "la veille", "dans la matinée", "dans la nuit" of a day named nearby."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import regex

from recoupe.read.times.calendar import Side
from recoupe.read.times.values import Time

DAY = regex.compile(r"(?P<day>(?:\d{4}|XXXX)-(?:WXX-\d|[\dX]{2}-[\dX]{2}))(?:T.++)?")


NEIGHBOURS = 8
"""So many expressions on either side are looked at for a day to lean on."""


class Draft(NamedTuple):
    """An expression where it stands; `sentence` is the number of its sentence. `attached`: it dates a noun, "l'avalanche de mardi".

    `opens`: it opens a line and what it dates follows behind a mark. `recurs`: an hour of every day from one on. `limit`: since or until
    when something is: no other sentence goes on there. `base`: where the day stands that it leans on, `afar` if in another sentence.
    `first`: it opens its sentence. `telling`: on that day it was told or drawn up, what is told was before.
    """

    start: int
    end: int
    sentence: int
    time: Time
    inherited: bool = False
    attached: bool = False
    opens: bool = False
    recurs: bool = False
    limit: bool = False
    base: int | None = None
    afar: bool = False
    first: bool = False
    telling: bool = False


def joined(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Hours and parts of the day with the day that is said right behind them: "dans la soirée de mardi", "vers 16 h lundi".

    >>> hour, day = Draft(5, 9, 0, Time("T16:00", back=0)), Draft(10, 15, 0, Time("XXXX-WXX-1"))
    >>> [(one.start, one.end, one.time.value) for one in joined("vers 16 h lundi", [hour, day])]
    [(5, 15, 'XXXX-WXX-1T16:00')]
    """
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if last is not None and _opens(text, last, draft, done):
            time = draft.time._replace(value=_at_clock(draft.time.value, last.time.value))
            done[-1] = last._replace(end=draft.end, time=time)
        elif last is not None and _midnight(text, last, draft):
            done[-1] = last._replace(end=draft.end, time=last.time._replace(value=f"{last.time.value}T24:00"))
        else:
            done.append(draft)
    return done


HALVES = ("TMO", "TAF", "TEV")


def _at_clock(day: str, clock: str) -> str:
    """A day with an hour of it: "six heures ce soir" is 18."""
    day, _, half = day.partition("T")
    hour = clock[1:3]
    return f"{day}T{int(hour) + 12}{clock[3:]}" if half in {"AF", "EV"} and hour < "12" else f"{day}{clock}"


def _midnight(text: str, day: Draft, hour: Draft) -> bool:
    """Whether midnight stands right behind its day, which ends then: "jusqu'à samedi à minuit"."""
    there = hour.time.value == "T00:00" and text.endswith("minuit", hour.start, hour.end) and text[day.end : hour.start] == " "
    return there and _names_day(day.time) and "T" not in day.time.value


def _opens(text: str, last: Draft, draft: Draft, before: Sequence[Draft]) -> bool:
    clock = ":" in last.time.value
    fits = last.sentence == draft.sentence and last.time.back == 0 and last.time.value.startswith("T")
    if clock and draft.time.value.endswith(HALVES):  # "à six heures ce matin"
        fits = fits and text[last.end : draft.start] == " "
    else:
        fits = fits and "T" not in draft.time.value
    if not fits or not _names_day(draft.time):
        return False
    between = text[last.end : draft.start]
    alone = not any(d.sentence == draft.sentence and _names_day(d.time) for d in before)
    return between in (AFTER_CLOCK if clock else AFTER_PART) or (between == ", " and alone)


AFTER_CLOCK = frozenset((" ", " le "))
AFTER_PART = frozenset((" ", " de ", " du "))


def opens_line(written: str, start: int, end: int) -> bool:
    """Whether an expression opens a line, alone or with a mark behind it: an entry of a running report, or the day of those below it.

    >>> [opens_line(line, 0, 5) for line in ("17h30. Le bac repart.", "17h30", "17h30 de route")]
    [True, True, False]
    """
    line = written.rfind("\n", 0, start) + 1
    return start - line <= BULLET and not written[line:start].strip(" -–—•*#[") and LABEL.match(written, end) is not None


BULLET = 4
"""Characters before the first word of a line in a list."""
LABEL = regex.compile(r"\]?(?: ?[.:–—|•-])?+ *+(?:$|\n)|\]? ?[.:–—|•-] ")


def leaning(text: str, drafts: list[Draft], hours: int) -> list[Draft]:
    """Each draft with the day that it leans on: what stands before it is settled first.

    An hour that opens a line is a time of its own: its day is that of a line above, and what follows leans on nothing above it.
    """
    done: list[Draft] = []
    first, heading = 0, None
    for n, draft in enumerate(drafts):
        if draft.opens:
            heading = draft.time if _names_day(draft.time) else heading
            first = len(done)
            done.append(_under(draft, heading))
        elif recurs(text, drafts, n):
            done.append(draft._replace(recurs=True))
        elif draft.time.bare:
            done += _of_month(draft, done[max(first, len(done) - NEIGHBOURS) :][::-1])
        elif (year := _year_before(draft, done[max(first, len(done) - NEIGHBOURS) :])) is not None:
            done.append(draft._replace(time=draft.time._replace(value=year + draft.time.value[4:], side=None), inherited=True))
        else:
            before = done[max(first, len(done) - NEIGHBOURS) :]
            done.append(in_context(draft, before[::-1], drafts[n + 1 : n + 1 + NEIGHBOURS], reach=hours))
    return done


def _year_before(draft: Draft, before: Iterable[Draft]) -> str | None:
    """The year that opens the sentence of a day or month without one: "En 1944, le 10 juin, ..."."""
    if OF_SOME_YEAR.fullmatch(draft.time.value) is None:
        return None
    return next((d.time.value for d in before if d.sentence == draft.sentence and d.first and YEAR.fullmatch(d.time.value)), None)


YEAR = regex.compile(r"\d{4}")
OF_SOME_YEAR = regex.compile(r"XXXX-\d{2}(?:-\d{2})?+(?:T[\d:A-Z]{1,8})?+")


def _of_month(draft: Draft, before: Iterable[Draft]) -> list[Draft]:
    """The number of a day with the month named last in its sentence or the one before; a day before that one is of the next month.
    Without a month it is no day."""
    near = (DATED.match(d.time.value) for d in before if draft.sentence - d.sentence <= 1)
    base = next((found for found in near if found is not None), None)
    if base is None:
        return []
    day, year, month = draft.time.value[-2:], base["year"], int(base["month"])
    if day <= base["day"]:
        month += 1
    if month > LAST:
        month, year = 1, year if year == "XXXX" else f"{int(year) + 1:04}"
    return [draft._replace(time=Time(f"{year}-{month:02}-{day}", Side.NEAREST), inherited=True)]


LAST = 12
DATED = regex.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d{2})-(?P<day>\d{2})")
"""A day of which the month is known."""


def _under(draft: Draft, heading: Time | None) -> Draft:
    """An hour that opens a line, with the day of the heading above it."""
    there = moved(heading, 0) if heading is not None and _is_clock(draft) else None
    return draft._replace(time=there._replace(value=there.value + draft.time.value), inherited=True) if there else draft


def _is_clock(draft: Draft) -> bool:
    return draft.time.back == 0 and draft.time.value.startswith("T") and ":" in draft.time.value


def recurs(text: str, drafts: Sequence[Draft], n: int) -> bool:
    """Whether an hour is one of every day from some day on: "de 20 heures à 8 heures à partir de lundi", "chaque nuit de 1 h à 4 h"."""
    if not _is_clock(drafts[n]):
        return False
    last, first = n, n
    while last + 1 < len(drafts) and last - n < 1 and _goes_on(text, drafts[last], drafts[last + 1]):
        last += 1
    while first and n - first < 1 and _goes_on(text, drafts[first - 1], drafts[first]):
        first -= 1
    if EVERY.fullmatch(text, max(0, drafts[first].start - WINDOW), drafts[first].start):
        return True
    day = drafts[last + 1] if last + 1 < len(drafts) else None
    if day is None or not _names_day(day.time) or ":" in day.time.value:
        return False
    onset = ONSET.fullmatch(text, drafts[last].end, day.start)
    return onset is not None and (last > first or onset["until"] is None)


def _goes_on(text: str, one: Draft, other: Draft) -> bool:
    """Whether two hours are the limits of one stretch: "de 20 heures à 8 heures", "entre 20 heures et 8 heures"."""
    return _is_clock(one) and _is_clock(other) and text[one.end : other.start] in {" ", " et ", " à ", " jusqu'à "}


WINDOW = 24
"""Characters before an hour in which "chaque nuit" stands."""
EVERY = regex.compile(rf".{{0,{WINDOW}}}?(?<!\p{{L}})(?:chaque \p{{L}}{{3,10}}|tou(?:te)?s les \p{{L}}{{3,10}}s),? ")
ONSET = regex.compile(r",? (?:à partir|à compter) (?:de |du |d')|,? dès (?:le )?|,? (?P<until>jusqu'(?:à|au)) ")


def in_context(draft: Draft, before: Iterable[Draft], after: Iterable[Draft], *, reach: int = 0) -> Draft:
    """`draft` with the day that it leans on. `before` and `after` are its neighbours, the nearest first.

    `reach`: so many sentences before its own may name the day of an hour.
    """
    time = draft.time
    if time.night_of:
        leant = _night(draft, before, after)
    elif time.back is not None:
        leant = _ahead(draft, before, after) or _leant(draft, before, reach)
    else:
        leant = None
    if leant is None:
        return draft
    there, base = leant
    return draft._replace(time=there, inherited=True, base=base.start, afar=base.sentence != draft.sentence)


def _night(draft: Draft, before: Iterable[Draft], after: Iterable[Draft]) -> tuple[Time, Draft] | None:
    """The night that ends on the day named in the sentence; for "cette nuit" also in the sentence before."""
    reach = 1 if draft.time.shift is not None else 0
    near = [d for d in before if draft.sentence - d.sentence <= reach and _names_day(d.time) and not d.attached]
    near += [d for d in after if d.sentence == draft.sentence and _names_day(d.time)]
    nearest = min(near, key=lambda d: (d.sentence != draft.sentence, abs(d.start - draft.start)), default=None)
    night = nearest and moved(nearest.time, -1)
    return (night._replace(value=f"{night.value}TNI"), nearest) if night and nearest else None


def _ahead(draft: Draft, before: Iterable[Draft], after: Iterable[Draft]) -> tuple[Time, Draft] | None:
    """The day named later in the sentence, for a day before it that does not open the sentence: "contre douze la veille, a dit lundi"."""
    if draft.time.back != -1 or draft.first or any(d.sentence == draft.sentence and _names_day(d.time) for d in before):
        return None
    base = next((d for d in after if d.sentence == draft.sentence and _names_day(d.time) and not (d.attached or d.limit)), None)
    there = None if base is None else moved(base.time, -1)
    return (there._replace(value=there.value + draft.time.value.removeprefix("XXXX-XX-XX")), base) if there and base else None


def _leant(draft: Draft, before: Iterable[Draft], hours: int) -> tuple[Time, Draft] | None:
    """The day spoken of last: for an hour or a part of the day in the same sentence, for "la veille" in the one before too."""
    clock = draft.time.value.startswith("T")
    reach = hours if clock else draft.time.reach
    near = [d for d in before if d.sentence == draft.sentence or (draft.sentence - d.sentence <= reach and not (clock and d.limit))]
    days = [d for d in near if _day(d.time) is not None]
    base = next(iter(days), None)
    if base is not None and base.telling and base.sentence != draft.sentence and (draft.time.back or 0) >= 0:
        base = next((d for d in days if not d.telling), base)  # "a versé lundi, a-t-on appris mardi. Le lendemain, ..."
    if base is None:
        return None
    if clock and base.sentence != draft.sentence:
        base = _night_before(draft.time, base, near) or base
    dated = base.time.value[5:8] != "WXX" and base.time.shift is None
    if clock and dated and draft.sentence - base.sentence > int(base.time.value.startswith("XXXX")):
        return None  # a date of another sentence may lie years off; a weekday, or a date right before without its year, does not
    there = moved(base.time, (draft.time.back or 0) + _past_midnight(draft.time, base.time))
    part = draft.time.value if clock else draft.time.value.removeprefix("XXXX-XX-XX")
    return (there._replace(value=there.value + part), base) if there else None


def _night_before(time: Time, day: Draft, near: Iterable[Draft]) -> Draft | None:
    """The night that ends on `day`, told with it, for a late hour: "dans la nuit de lundi à mardi, a-t-on appris mardi. Vers 23 h, ..."."""
    if not LATE.match(time.value):
        return None
    nights = (d for d in near if d.sentence == day.sentence and d.time.value.endswith("TNI"))
    return next((d for d in nights if _ends_on(d.time, day.time)), None)


def _ends_on(night: Time, day: Time) -> bool:
    last = moved(night, 1)
    return last is not None and _day(last) == _day(day) and last.shift == day.shift


def _past_midnight(time: Time, base: Time) -> int:
    """The days by which an hour lies behind the day by which its night is named: "dans la nuit de lundi à mardi, vers 3 h"; and that
    night before the hour: "mardi à 3 h ... cette nuit-là"."""
    if time.value.endswith("TNI"):
        return -int(SMALL_HOURS.match(base.value[len("2019-03-12") :]) is not None)
    return int(base.value.endswith("TNI") and SMALL_HOURS.match(time.value) is not None)


LATE = regex.compile(r"T2[0-3]:")
SMALL_HOURS = regex.compile(r"T(?:0\d|1[01]):|TMO")


def _names_day(time: Time) -> bool:
    return _day(time) is not None and "TNI" not in time.value


def _day(time: Time) -> str | None:
    found = DAY.fullmatch(time.value)
    if found is None or (found["day"] == "XXXX-XX-XX" and time.shift is None):
        return None
    return found["day"]


def moved(time: Time, days: int) -> Time | None:
    """The day of `time`, so many days (-2 to 2) on; None where an open year does not tell which day that is.

    >>> moved(Time("XXXX-WXX-1"), -1).value, moved(Time("XXXX-11-29"), -1).value, moved(Time("XXXX-03-01"), -1)
    ('XXXX-WXX-7', 'XXXX-11-28', None)
    """
    day = _day(time)
    if day is None:
        return None
    if time.shift is not None:
        return Time(day, shift=time.shift + days)
    if day.startswith("XXXX-WXX"):
        return Time(f"XXXX-WXX-{(int(day[-1]) - 1 + days) % 7 + 1}", time.side)
    moved_to = _date_moved(day, days)
    return None if moved_to is None else Time(moved_to, time.side)


def _date_moved(day: str, days: int) -> str | None:
    if days == 0:
        return day
    year, month, number = day.split("-")
    if month == "XX":
        there = int(number) + days
        return f"{year}-XX-{there:02}" if 1 <= there <= 28 else None
    try:
        results = {
            (date(int(y), int(month), int(number)) + timedelta(days=days)).isoformat()
            for y in (("2023", "2024") if year == "XXXX" else (year,))
        }
    except (ValueError, OverflowError):
        return None
    if year != "XXXX":
        return min(results)
    open_year = {result[4:] for result in results}
    return f"XXXX{min(open_year)}" if len(open_year) == 1 else None
