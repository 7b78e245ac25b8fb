"""English expressions of time: their shapes, and what each means. The words come from lang/en/times.toml."""

from collections.abc import Mapping
from datetime import date as day_of

import regex

from recoupe.read.schemes import Times
from recoupe.read.times.calendar import Side
from recoupe.read.times.lengths import UNIT_VALUES, ago, duration, lasting, number_of
from recoupe.read.times.values import Match, Meaning, Time, captures, future, past, present, years

SHORT: dict[str, str] = {
    "year": r"(?P<year>(?:1[6-9]|20)\d{2})(?![\d.,]\d)",
    "only": r"(?P<onlyyear>(?:1[6-9]|20)\d{2})(?![.,]?\d)",
    "n": r"(?P<n>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:])",
    "clock": r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?<half><zone>?|(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)<zone>?)",
    "half": r"(?: ?(?P<half>[ap])\.?m\b\.?)",
    "zone": r"(?:,? \(?(?:(?P<utc>gmt|utc)|local time|[ecmpb]s?t|[ecmp]dt|bst|cet|eastern time|\p{L}{3,12}+ time)\)?)",
    "at": r"(?:at|around|about|just after|just before|shortly after|shortly before|after|before|by|from|until|since)",
    "month": r"(?P<month><months>)(?! (?:be|have|not|also|well|never|still|only)(?!\p{L}))",
    "date": r"(?:<month> <n>(?:,? <year>)?|(?:the )?<n> (?:of )?<month>(?:,? <year>)?)(?! (?:last|next) year)",
    "day": r"(?:(?P<weekday><weekdays>)(?:,? (?:the )?<date>)?|<date>|(?P<near><days>))",
    "part": r"(?P<part><parts>)",
    "early": r"(?P<pre>early|late|(?:in |on |during )?the (?:early )?(?:hours|morning|afternoon|evening|night) of)(?: on)?",
    "turn": r"(?P<turn>last|next|this|this past|this coming|this last)",
    "number": r"(?P<number>\d{1,4}|<numbers>|few|several|couple of)",
    "unit": r"(?P<unit><units>)s?",
}
"""Pieces of the shapes; each may hold pieces and word lists."""

DAY = (
    r"(?:(?:<at> )?<clock>,?(?: on)? |<early> |(?P<part>morning|afternoon|evening|night) (?:on|of) )?(?:<turn> )?<day>"
    r"(?:,? (?:<part>|(?:<at> )?<clock>))?"
)
NIGHT = (
    r"(?:overnight(?: on| from| between)?|(?:on |in |during )?the night (?:of|from|between)) "
    r"(?P<from><weekdays>)(?: night)?(?: to| into|-to-| and|/|-) ?(?P<to><weekdays>)"
)
OVERNIGHT_DAY = r"overnight (?:on |into )?(?P<weekday><weekdays>)"
DAY_RANGE = (
    r"(?:(?P<rm><months>) (?P<r1>\d{1,2})(?: to | and |-| through )(?P<r2>\d{1,2})(?:,? <year>)?(?![\d:])"
    r"|(?P<r1>\d{1,2})(?: to | and |-)(?P<r2>\d{1,2}) (?P<rm><months>)(?: <year>)?)"
)
MONTH = (
    r"(?:in|since|during|until|by|from|late|early|mid|mid-|throughout)[ ]?(?:early |late |mid-?)?<month>(?:,? (?:of )?<year>)?(?! \d)"
    r"|(?P<turn>last|next|this) <month>|<month>,? (?:of )?<year>"
)
SEASON = r"(?:<turn> (?P<season><seasons>)|(?:in |since |during )?(?:the )?(?P<season><seasons>) (?:of )?<year>)"
UNIT = r"(?P<turn>last|next|this) (?P<unit>week|month|year|weekend|quarter|decade|century)"
LAST_UNITS = r"(?:in|over|for|during|within) the (?:last|past) (?:<number> )?<unit>"
THIS_PART = (
    r"this (?P<part>morning|afternoon|evening)|tonight|at (?P<part>dawn)"
    r"|(?:in|during) the (?:early |late )?(?P<part>morning|afternoon|evening)|(?:before|after) (?P<part>dawn)"
)
LEANING = (
    r"(?P<lean>(?:the day before|the day after)(?= ?[,.;:)]|$)|the (?:previous|next|following) day"
    r"|a day (?:earlier|later)|(?:that|the) same day|that day)"
)
CLOCK = (
    r"(?:<at> )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\b\.?<zone>?"
    r"|<at> (?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)<zone>?"
    r"|(?P<hour>\d{1,2}):?(?P<minute>\d{2}) ?\(?(?P<utc>gmt|utc)\)?|(?P<hour>\d{1,2}):(?P<minute>\d{2}) (?:local time|[ecmpb]s?t|cet)"
)
YEARS = (
    r"(?:(?:in|since|by|until|before|after|from|during|early|late|mid-|of) ?<only>(?: to <only>)?|between <only> and <only>)"
    r"(?! ?[%\p{Sc}])"
)


def day(found: Match, words: Times) -> Time | None:
    """ "Tuesday", "last Tuesday night", "5 pm on Friday", "early on March 12, 2019", "yesterday morning"."""
    got = captures(found)
    part, turn = _part(found, words), "".join(got["turn"])
    if part is None:
        return None
    side = {"next": Side.AFTER, "this coming": Side.AFTER, "last": Side.BEFORE, "this past": Side.BEFORE}.get(turn)
    number = words.weekdays.index(got["weekday"][0]) + 1 if got["weekday"] else None
    if got["near"]:
        return None if turn else Time(f"XXXX-XX-XX{part}", shift=words.days[got["near"][0]])
    if got["month"]:
        year, month = (got["year"] or ["XXXX"])[0], words.months[got["month"][0]]
        return Time(f"{year}-{month:02}-{int(got['n'][0]):02}{part}", side, weekday=number)
    return Time(f"XXXX-WXX-{number}{part}", side)


EARLY = (("early", "MO"), ("hours", "MO"), ("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"), ("late", "EV"))


def _part(found: Match, words: Times) -> str | None:
    """The hour or part of the day that goes with a day; "" for none, None for an hour that is none."""
    got = captures(found)
    if got["hour"]:
        return _hour(found)
    if got["part"]:
        return f"T{words.parts[got['part'][0]]}"
    before = "".join(got["pre"])
    return next((f"T{part}" for word, part in EARLY if word in before), "")


def _hour(found: Match) -> str | None:
    """Hour and minute as TIMEX3, with Z where the words say GMT or UTC; None where it is none ("14 pm", "25:10").

    >>> import regex
    >>> shape = regex.compile(r"(?P<hour>\\d+):(?P<minute>\\d+)(?: (?P<half>[ap])m)?(?P<utc> gmt)?")
    >>> [_hour(shape.match(text)) for text in ("5:30 pm", "12:10 am", "17:05 gmt", "14:00 pm")]
    ['T17:30', 'T00:10', 'T17:05Z', None]
    """
    got = captures(found)
    hour, minute, half = int(got["hour"][0]), int((got["minute"] or ["0"])[0]), "".join(got["half"])
    if minute > 59 or hour > (12 if half else 23) or (half and not hour):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"T{hour:02}:{minute:02}{'Z' if got['utc'] else ''}"


def clock(found: Match, _: Times) -> Time | None:
    """ "at 5 pm", "17:30 GMT"."""
    hour = _hour(found)
    return Time(hour, back=0) if hour else None


def night(found: Match, words: Times) -> Time | None:
    """ "overnight Tuesday to Wednesday": named by the day on which it begins."""
    first, last = (words.weekdays.index(found[name]) + 1 for name in ("from", "to"))
    return Time(f"XXXX-WXX-{first}TNI") if first % 7 + 1 == last else None


def overnight_day(found: Match, words: Times) -> Time | None:
    """ "overnight on Tuesday": which of its two nights is open."""
    return Time(f"XXXX-WXX-{words.weekdays.index(found['weekday']) + 1}")


def this_part(found: Match, words: Times) -> Time | None:
    """ "this morning", "tonight", "in the evening"."""
    if found[0] == "tonight":
        return Time("XXXX-XX-XXTEV", shift=0)
    part = words.parts[captures(found)["part"][0]]
    return Time(f"XXXX-XX-XXT{part}", shift=0) if found[0].startswith("this") else Time(f"T{part}", back=0)


def early_hours(_found: Match, _: Times) -> Time | None:
    """ "in the early hours"."""
    return Time("TMO", back=0)


def last_night(found: Match, _: Times) -> Time | None:
    """ "last night", "overnight"."""
    return Time("TNI", shift=-1, night_of=True) if found[0] == "last night" else Time("TNI", night_of=True)


def noon(_found: Match, _: Times) -> Time | None:
    """ "at noon"; of midnight nobody knows to which day it belongs."""
    return Time("T12:00", back=0)


def leaning(found: Match, _: Times) -> Time | None:
    """ "the day before", "the next day", "the same day"."""
    words = found["lean"]
    step = 0 if "same" in words or "that" in words else 1 if words.endswith(("next day", "following day", "after", "later")) else -1
    return Time("XXXX-XX-XX", back=step)


def day_range(found: Match, words: Times) -> Time | None:
    """ "March 12 to 14", "12-14 March 2019"."""
    got = captures(found)
    first, last = int(got["r1"][0]), int(got["r2"][0])
    if not 1 <= first < last <= 31:
        return None
    year, number = (got["year"] or ["XXXX"])[0], words.months[got["rm"][0]]
    return Time(f"{year}-{number:02}-{first:02}/{year}-{number:02}-{last:02}")


def month(found: Match, words: Times) -> Time | None:
    """ "in June", "last June", "June 2019"."""
    got = captures(found)
    side = {"last": Side.BEFORE, "next": Side.AFTER}.get("".join(got["turn"])) or (Side.BEFORE if found[0].startswith("since") else None)
    return Time(f"{(got['year'] or ['XXXX'])[0]}-{words.months[got['month'][0]]:02}", side)


def season(found: Match, words: Times) -> Time | None:
    """ "last summer", "the winter of 2012"."""
    got = captures(found)
    turn = "".join(got["turn"])
    side = Side.BEFORE if turn in {"last", "this past"} else Side.AFTER if turn in {"next", "this coming"} else None
    return Time(f"{(got['year'] or ['XXXX'])[0]}-{words.seasons[got['season'][0]]}", side)


def turn_unit(found: Match, words: Times) -> Time | None:
    """ "last week", "this year", "next month"."""
    unit, step = words.units[found["unit"]], {"last": -1, "this": 0, "next": 1}[found["turn"]]
    if unit in UNIT_VALUES:
        return Time(UNIT_VALUES[unit], shift=step, unit=unit)
    return Time(("PAST_REF", "PRESENT_REF", "FUTURE_REF")[step + 1])


def last_units(found: Match, words: Times) -> Time | None:
    """ "in the past 24 hours", "over the last three days"."""
    number, unit = number_of(found["number"] or "one", words), words.units[found["unit"]]
    hours = {"TH": 1, "D": 24, "W": 168}.get(unit)
    if number is None:
        return Time("PAST_REF")
    return Time(lasting(number, unit)) if hours is None else Time(lasting(number, unit), shift=-number * hours, unit="H")


def iso_date(found: Match, _: Times) -> Time | None:
    """ "2019-03-12"."""
    return Time(found[0]) if _is_day(found[0]) else None


def slash_date(found: Match, _: Times) -> Time | None:
    """ "13/03/2019", "3/13/2019"; where both orders are possible, none."""
    first, second, year = int(found["a"]), int(found["b"]), found["y"]
    orders = {f"{year}-{m:02}-{d:02}" for d, m in ((first, second), (second, first)) if _is_day(f"{year}-{m:02}-{d:02}")}
    return Time(orders.pop()) if len(orders) == 1 else None


def _is_day(value: str) -> bool:
    try:
        day_of.fromisoformat(value)
    except ValueError:
        return False
    return True


def decade(found: Match, _: Times) -> Time | None:
    """ "the 1990s"."""
    return Time(f"{found['decade'][:3]}X")


DATED = (NIGHT, night), (OVERNIGHT_DAY, overnight_day), (DAY_RANGE, day_range), (DAY, day)

SHAPES: Mapping[str, tuple[tuple[str, Meaning], ...]] = {
    "weekday": DATED,
    "month": (*DATED, (MONTH, month)),
    "near": ((DAY, day),),
    "part": (
        *DATED[:2],
        (DAY, day),
        (r"last night", last_night),
        (r"(?:in |at |before |after |around |until )?(?:noon|midday)", noon),
        (r"(?:in )?(?:the )?early hours", early_hours),
        (THIS_PART, this_part),
        (r"overnight", last_night),
    ),
    "lean": (
        (LEANING, leaning),
    ),
    "season": ((SEASON, season),),
    "unit": (
        (r"(?P<about>about |around |almost |nearly |more than |over )?<number> <unit> ago", ago),
        (UNIT, turn_unit),
        (LAST_UNITS, last_units),
        (r"(?:for|within|after) (?:about |around |almost |nearly |more than |over |at least )?<number> <unit>", duration),
    ),
    "digits": (
        (r"(?:1[6-9]|20)\d{2}-\d{2}-\d{2}", iso_date),
        (r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d{2})", slash_date),
        (r"(?:<at> )?<clock>,?(?: on)? (?:<turn> )?<day>", day),
        (CLOCK, clock),
        (r"(?:the )?(?:early |late |mid-)?(?P<decade>(?:1[89]|20)\d0)s", decade),
        (YEARS, years),
    ),
    "past": ((r"<past>", past),),
    "present": ((r"<present>", present),),
    "future": ((r"<future>", future),),
}  # fmt: skip
"""By the kind of the anchor, in the order of trial."""

NUMERIC: regex.Pattern[str] = regex.compile(
    r"(?=\d)(?<![\p{L}\d.,/:$£€])(?:\d{1,2}(?::\d{2}| ?[ap]\.?m(?!\p{L})|[.]\d{2} ?[ap]\.?m(?!\p{L}))|\d{4}(?= ?\(?(?:gmt|utc))"
    r"|(?:1[6-9]|20)\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d{4})"
)
"""Where a clock, a year or a date in digits may be."""
BREAK: regex.Pattern[str] = regex.compile(r"[,;:]|(?<!\p{L})(?:that|which|who|where|but|while|when|after|before|and|as) ")
"""What parts the clauses of a sentence."""
PAST: regex.Pattern[str] = regex.compile(
    r"(?<!\p{L})(?:\p{L}{3,20}+(?<=ed)|began|was|were|had|took|said|went|came|held|left|fell|won|lost|met)(?!\p{L})"
)
"""With a verb in the past words around a time are a clause: "which began on Monday"."""
