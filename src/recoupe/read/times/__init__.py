"""The times that a report speaks of, as TIMEX3 values, set against the day of publication where that is known.

Without a day of publication a Friday stays "a Friday": no year and no week is ever guessed. A report in a language without a pack
gives none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import regex
from msgspec import structs

from recoupe import lang
from recoupe.model import Precision, Quantity, Report, Span, When
from recoupe.read.times import calendar
from recoupe.read.times.away import from_there, vague
from recoupe.read.times.calendar import Side
from recoupe.read.times.context import NEIGHBOURS, Draft, joined, leaning, opens_line
from recoupe.read.times.shapes import Grammar, grammar, times
from recoupe.read.times.values import THERE, Time
from recoupe.text import lowered, plain
from recoupe.text.patterns import BEHIND_DATE
from recoupe.text.sentences import sentences

BACK = 2
"""Sentences before a time in which the one may stand from which it counts."""


def whens(report: Report, counts: Sequence[Quantity] = ()) -> tuple[When, ...]:
    """All times in `report`, in the order of the text. The numbers of `counts` are no days, minutes or years: "lundi 5 morts".

    >>> from recoupe.ingest.objects import member
    >>> [when.value for when in whens(member(b'{"text": "Le bac a repris vendredi vers 8 h et circule de nouveau."}', "a"))]
    ['XXXX-WXX-5T08:00']
    """
    if not lang.has(report.language, "times"):
        return ()
    rules, text, parts = grammar(report.language), flat(report.text), sentences(report.text)
    drafts = joined(text, _drafts(report.text, parts, rules, counts))
    published = _day(report) or dateline(report.text, drafts)
    found: list[When] = []
    sides: dict[int, Side] = {}
    for draft in leaning(text, drafts, 0 if published is None else HOURS):
        side = None if published is None else _side(text, report.text, draft, parts[draft.sentence], rules)
        if draft.base is not None and published is not None:
            draft, side = _with_base(draft, side, sides.get(draft.base), published)  # noqa: PLW2901
        sides[draft.start] = side or draft.time.side or Side.BEFORE
        when = _when(report.id, draft, published, sides[draft.start])
        own = (draft.time.back == 0 or draft.inherited) and not (draft.opens or draft.recurs)
        if published is not None and own and side is not Side.AFTER and _is_later(when, report, text, parts[draft.sentence]):
            when = _day_before(when)
            if found and _up_to(found[-1], draft.start, published):
                found[-1] = _day_before(found[-1])
        begun = _begun(text, found[-1], draft, when, published) if found else None
        when = when if begun is None else _when(report.id, draft, begun, Side.AFTER)
        if draft.time.away is not None:
            since, _ = parts[max(0, draft.sentence - BACK)]
            near = [w for w in found[-NEIGHBOURS:] if w.span is not None and w.span.start >= since]
            head = parts[draft.sentence][0]
            if vague(text[head : draft.start], [w for w in near if w.span is not None and w.span.start >= head], report.language):
                found.append(when)
                continue
            unsaid = draft.time.shift is not None and (near or side is not Side.AFTER)  # "l'année suivante", not from publication
            when = from_there(draft, _when(report.id, draft, None, Side.AFTER) if unsaid else when, near, published)
        found.append(when)
    return tuple(found)


def _with_base(draft: Draft, side: Side | None, of_base: Side | None, published: date) -> tuple[Draft, Side | None]:
    """A time that leans on a day lies on the side of that day; an hour to come in another sentence than a day that is past is one of
    the day of publication: "a tiré vendredi. Le Conseil se réunira à 19 h"."""
    if of_base is None:
        return draft, side
    hour = HOUR.search(draft.time.value)
    if draft.afar and hour and side is Side.AFTER and of_base is not Side.AFTER and draft.time.value.startswith("XXXX-WXX"):
        return draft._replace(time=Time(f"{published.isoformat()}{hour[0]}")), side
    return draft, of_base


HOUR = regex.compile(r"T(?!NI).++")


def _side(text: str, written: str, draft: Draft, sentence: tuple[int, int], rules: Grammar) -> Side | None:
    """On which side of the day of publication a time lies by the words around it; None where they do not tell."""
    if draft.time.side not in {None, Side.NEAREST}:
        return None
    before = f" {text[max(0, draft.start - SINCE) : draft.start]}"
    if before.endswith(rules.since):
        return Side.BEFORE
    if before.endswith(rules.by_then) or f" {text[draft.start : draft.end]}".startswith(rules.by_then):
        return Side.AFTER
    clause = _clause(text, draft, sentence, rules)
    told = rules.told.endings and draft.start > clause[0] and rules.told.before(text, draft.start)
    if told and not _named(written, draft.start, sentence[0]):
        return Side.BEFORE
    if _until(text, draft, clause, rules) or _is_coming(text, written, draft, clause, rules):
        return Side.AFTER
    return Side.BEFORE if draft.time.side is Side.NEAREST and draft.first and TOLD.search(text, draft.end, clause[1]) else None


def _is_later(when: When, report: Report, text: str, sentence: tuple[int, int]) -> bool:
    """Whether an hour of the day of publication that is told as past comes well after the moment of publication: it was the day before."""
    clock, published = CLOCK.search(when.value), report.published
    if clock is None or published is None or published.precision is not Precision.INSTANT:
        return False
    late = when.value[:DAY] == published.value[:DAY] and int(clock[1]) > int(published.value[11:13]) + ZONES
    return late and TOLD.search(text, *sentence) is not None


def _up_to(first: When, start: int, published: date) -> bool:
    """Whether an hour of the day of publication stands right before the one at `start`: "entre 11 heures et [12 h 15]"."""
    beside = first.span is not None and 0 <= start - first.span.end <= 1
    return beside and CLOCK.search(first.value) is not None and first.value[:DAY] == published.isoformat()


def _day_before(when: When) -> When:
    dates = {name: day for name in ("value", "start", "end") if (day := getattr(when, name)) is not None}
    earlier = {name: f"{date.fromisoformat(day[:DAY]) - timedelta(days=1)}{day[DAY:]}" for name, day in dates.items()}
    return structs.replace(when, **earlier)


def _named(written: str, start: int, opens: int) -> bool:
    """Whether the word before `start` is a name, no participle: "au théâtre de La Criée du 22 au 25"."""
    word = written[max(opens, start - SINCE) : start].rpartition(" ")[0].rpartition(" ")[2]
    return word[:1].isupper() and start - len(word) - 1 > opens


CLOCK = regex.compile(r"(?<=T)(\d{2}):")
ZONES = 3
"""Hours by which the clock of a report may go before that of its time of publication."""
TOLD = regex.compile(r"\p{L}{2}(?:ait|aient)(?!\p{L})|(?<!\p{L})(?:a|ont|est|sont) \p{L}{1,20}(?:é|i|u|s|t)e?s?(?!\p{L})")
"""A verb in a tense of the past."""


def _begun(text: str, before: When, draft: Draft, when: When, published: date | None) -> date | None:
    """The day from which an interval or a choice runs whose end, a weekday, would stand before it: "de lundi 20 h à mercredi 8 h"."""
    if before.span is None or before.start is None or when.start is None or not draft.time.value.startswith("XXXX-WXX-"):
        return None
    between = text[before.span.end : draft.start]
    interval = between in INTERVAL or (between == " et " and text.endswith("entre ", 0, before.span.start))
    choice = CHOICE.fullmatch(between) is not None and published is not None and before.start[:10] >= published.isoformat()
    return date.fromisoformat(before.start[:10]) if (interval or choice) and when.start < before.start else None


INTERVAL = frozenset((" à ", " au ", " jusqu'à "))
CHOICE = regex.compile(r"[^.\p{L}]{0,3} ?(?:ou|voire)(?: sinon)? ")


def _until(text: str, draft: Draft, clause: tuple[int, int], rules: Grammar) -> bool:
    """Whether the clause goes on now until then."""
    first = max(clause[0], draft.start - UNTIL)
    ahead = f" {text[first : draft.start]}", f" {text[draft.start : draft.end]}"
    if not (ahead[0].endswith(rules.until) or ahead[1].startswith(rules.until)):
        open_ = ahead[0].endswith(rules.before) or ahead[1].startswith(rules.before)
        if not (open_ and rules.unreached.search(text, first, draft.start)):
            return False
    return rules.gone.search(text, first, draft.start) is None or rules.prolonged.search(text, first, draft.start) is not None


def _is_coming(text: str, written: str, draft: Draft, clause: tuple[int, int], rules: Grammar) -> bool:
    """Whether the clause speaks of what is to come: "qui a eu lieu lundi pourrait" does not, where the past stands before the time. A word
    with a capital amid others without is a name, no verb: "le Jura", "à Mukera"."""
    gone = rules.happened.search(text, clause[0], draft.start) is not None
    last = draft.start if gone else clause[1]
    return any(not NAME.match(written, *found.span()) for found in rules.coming.finditer(text, clause[0], last))


NAME = regex.compile(r"(?<=[\p{Ll},] |['’])\p{Lu}\p{Ll}")
"""A capital inside a sentence."""

UNTIL = 200
"""Characters before a time in which its clause is looked at for what ends with it."""

SINCE = 12
"""Characters before a time in which "depuis le" is looked for."""

HOURS = 2
"""Sentences before its own that may name the day of an hour, where the day of publication is known for those that name none."""

TELLING = 60
"""Characters before a time in which "ont indiqué" or "un bilan arrêté" is looked for."""

HEAD = 300
"""Characters of a text in which its date line stands."""


def dateline(text: str, drafts: Sequence[Draft]) -> date | None:
    """The day of the line with which a report without a day of publication opens: "12 mars 2019. - Le conseil"; None without one."""
    for draft in drafts[:NEIGHBOURS]:
        line = text.rfind("\n", 0, draft.start) + 1
        before = text[line : draft.start].strip(" ,")
        place = not before or (before.replace("-", "").isalpha() and before[0].isupper())
        if draft.start < HEAD and place and len(draft.time.value) == DAY and BEHIND_DATE.match(text, draft.end):
            try:
                return date.fromisoformat(draft.time.value)
            except ValueError:
                return None
    return None


DAY = len("2019-03-12")


def _clause(text: str, draft: Draft, sentence: tuple[int, int], rules: Grammar) -> tuple[int, int]:
    """The clause that a time stands in; the whole sentence where it has no verb of its own ("Vendredi, le tunnel rouvrira")."""
    low = max((m.end() for m in rules.breaks.finditer(text, sentence[0], draft.start)), default=sentence[0])
    mark = rules.breaks.search(text, draft.end, sentence[1])
    high = mark.start() if mark else sentence[1]
    own = high - low > draft.end - draft.start + ALONE or rules.own.search(text, low, draft.start) is not None
    return (low, high) if own else sentence


ALONE = 20
"""Characters around a time that are no clause yet: "le ", "à partir de ". With a participle they are one: "arrivé dimanche"."""


def flat(text: str) -> str:
    """`text`, plain, in lower case and without line breaks, of the same length.

    >>> flat("Août,\\nİstanbul")
    'août, İstanbul'
    """
    return lowered(plain(text).replace("\n", " "))


def _drafts(written: str, parts: Sequence[tuple[int, int]], rules: Grammar, counts: Sequence[Quantity]) -> Iterator[Draft]:
    text, starts = flat(written), [start for start, _ in parts]
    for start, end, time in times(text, rules, [q.span.start for q in counts if q.counted is not None]):
        number, before = max(bisect_right(starts, start) - 1, 0), f" {text[max(0, start - SINCE) : start]}"
        yield Draft(
            start, end, number, time, attached=before.endswith((" de ", " du ")), opens=opens_line(written, start, end),
            limit=before.endswith(rules.since + rules.until + rules.by_then), first=bool(starts) and start <= starts[number] + len("« la "),
            telling=rules.telling.search(text, max(0, start - TELLING), start) is not None,
        )  # fmt: skip


def _day(report: Report) -> date | None:
    """The day of publication, where it is known to the day."""
    fine = (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY)
    if report.published is None or report.published.precision not in fine:
        return None
    try:
        return date.fromisoformat(report.published.value[:10])
    except ValueError:
        return None


def _when(report: str, draft: Draft, published: date | None, side: Side) -> When:
    time = draft.time
    value, interval = time.value, None
    if draft.recurs:
        published = None
    if published is not None and time.unit == "H":
        interval = _last_hours(time, published)
    elif published is not None:
        value = calendar.rolled(_settled(time, published, side))
    start, end = interval or calendar.bounds(value) or (None, None)
    return When(
        span=Span(report=report, start=draft.start, end=draft.end), value=value,
        precision=Precision.UNKNOWN if draft.recurs else calendar.precision(value),
        start=start, end=end, inherited=draft.inherited or (published is not None and time.back is not None and value != time.value),
    )  # fmt: skip


def _settled(time: Time, published: date, side: Side) -> str:
    try:
        if time.value == "TNI":
            coming = time.shift == 0 or side is Side.AFTER
            return f"{(published if coming else published - timedelta(days=1)).isoformat()}TNI"
        if time.back is not None and not has_day(time):
            return alone(time, time.back, published)
        if time.value.startswith("XXXX-") and time.value[5:] in SEASONS and time.shift is None:
            return _in_season(time, published, side)
        if time.shift is not None:
            return _shifted(time, time.shift - _is_over(time, published, side), published)
        return _elsewhen(time, calendar.settle(time.value, published, side, time.weekday), published, side)
    except OverflowError:  # before the year 1, after 9999
        return time.value


def _is_over(time: Time, published: date, side: Side) -> bool:
    """Whether "ce week-end", read on a Monday or a Tuesday, is the one that has just gone by."""
    return (time.unit, time.shift) == ("WE", 0) and side is not Side.AFTER and published.isoweekday() <= JUST


JUST = 2


def _elsewhen(time: Time, value: str, published: date, side: Side) -> str:
    """`value`, or the same weekday a week off: "lundi dernier", read on a Monday, is not today."""
    if not time.other or value[:10] != published.isoformat():
        return value
    return (published + timedelta(days=7 if side is Side.AFTER else -7)).isoformat() + value[10:]


def has_day(time: Time) -> bool:
    """Whether a time that leans on a day has found one.

    >>> has_day(Time("T06:30", back=0)), has_day(Time("2019-03-12T06:30", back=0))
    (False, True)
    """
    return not time.value.startswith("T") and not time.value.startswith("XXXX-XX-XX")


def alone(time: Time, back: int, published: date) -> str:
    """An hour, a part of the day or the day before, where no day is named near: of the day of publication. The next day stays open,
    so does "ce jour-là", which is some day told of before.

    >>> alone(Time("T06:30", back=0), 0, date(2019, 3, 12)), alone(Time("XXXX-XX-XX", back=-1), -1, date(2019, 3, 12))
    ('2019-03-12T06:30', '2019-03-11')
    """
    if back > 0 or time.reach == THERE:
        return time.value
    part = time.value if time.value.startswith("T") else time.value.removeprefix("XXXX-XX-XX")
    return f"{(published + timedelta(days=back)).isoformat()}{part}"


SEASONS = {
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
}  # fmt: skip
"""The months in which seasons and parts of the year begin, and how many they have. A winter is that of the year in which it begins."""


MONTHS = 12


def _in_season(time: Time, published: date, side: Side) -> str:
    """A season or part of the year said without its year: the last that has begun; of what is to come, the next that has
    not ended; "cet été" that of this year."""
    begins, length = SEASONS[time.value[5:]]
    if begins + length > MONTHS + 1 and published.month < begins + length - MONTHS:  # a winter goes on in the next year
        return f"{published.year - 1:04}-{time.value[5:]}"
    if time.side is Side.NEAREST:
        step = 0
    elif side is Side.AFTER:
        step = int(begins <= published.month if time.side else begins + length <= published.month)
    else:
        step = -int(begins + length > published.month if time.side else begins > published.month)
    return f"{published.year + step:04}-{time.value[5:]}"


def _shifted(time: Time, shift: int, published: date) -> str:
    """The value of what is said from the day of publication: so many days, weeks, months or years on."""
    if time.unit == "D":
        part = f"T{time.value.partition('T')[2]}" if "T" in time.value else ""
        return f"{(published + timedelta(days=shift)).isoformat()}{part}"
    if time.unit in {"W", "WE"}:
        year, week, _ = (published + timedelta(weeks=shift)).isocalendar()
        return f"{year:04}-W{week:02}{'-WE' if time.unit == 'WE' else ''}"
    if time.unit == "M":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    within = time.value[4:] if time.value.startswith("XXXX-") else ""  # "mars de l'an dernier"
    return f"{published.year + shift:04}{within}"


def _last_hours(time: Time, published: date) -> tuple[str, str] | None:
    try:
        start = published - timedelta(days=-(time.shift or 0) // 24)
        return f"{start.isoformat()}T00:00:00", f"{(published + timedelta(days=1)).isoformat()}T00:00:00"
    except OverflowError:
        return None
