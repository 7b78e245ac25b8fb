"""What an expression of time means, of French or of both languages: a TIMEX3 value, and what is needed to set it against a calendar.

Those that count days, weeks, months or years stand in lengths.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

import regex

from recoupe.read.schemes import Times
from recoupe.read.times.calendar import Side

Match = regex.Match[str]


class Time(NamedTuple):
    """What an expression says before it is set against a calendar.

    `shift`: so many days (`unit` "D"), weeks, months or years from the day of publication; None where it is no such expression.
    `back`: it leans on the day spoken of before ("la veille" -1, "le même jour" 0). `night_of`: a night that may be named elsewhere.
    `weekday`: the weekday said with a date. `other`: not the day of publication ("lundi dernier", read on a Monday).
    `away`: so many units from the time spoken of before ("trois jours plus tôt" -3). `reach`: so many sentences before its own may name
    the day that it leans on. `bare`: a day of a month that is not said ("le 19").
    """

    value: str
    side: Side | None = None
    shift: int | None = None
    unit: str = "D"
    back: int | None = None
    night_of: bool = False
    weekday: int | None = None
    other: bool = False
    away: int | None = None
    reach: int = 2
    bare: bool = False


Meaning = Callable[[Match, Times], Time | None]


def captures(found: Match) -> defaultdict[str, list[str]]:
    """What each group of the shape caught; a group that the shape does not have caught nothing."""
    return defaultdict(list, found.capturesdict())


def _dom(written: str) -> int:
    """A day of the month: "5", "1er", "premier"."""
    return 1 if written == "premier" else int(written.removesuffix("er"))


def _part(found: Match, words: Times) -> str:
    part = captures(found)["part"]
    return f"T{words.parts[part[0]]}" if part else ""


def _clock(found: Match) -> str:
    """Hour and minute as TIMEX3, with Z where the words say UTC or GMT; "" where there is none or it is none."""
    got = captures(found)
    if not got["hour"]:
        return ""
    hour, minute = _hour(int(got["hour"][0]), got["half"]) % 24, int((got["minute"] or ["0"])[0])
    return f"T{hour:02}:{minute:02}{'Z' if got['utc'] else ''}" if int(got["hour"][0]) <= 24 and minute < 60 else ""


def _hour(said: int, half: list[str]) -> int:
    """The hour of the day: "8 heures du soir" is 20."""
    return said + 12 if half and half[0] != "du matin" and said < 12 else said


def spoken_clock(found: Match, words: Times) -> Time | None:
    """à sept heures quarante, trois heures du matin."""
    got = captures(found)
    hour = _hour(words.numbers[got["said"][0]], got["half"])
    minutes = words.numbers[got["minutes"][0]] if got["minutes"] else QUARTERS["".join(got["quarter"])]
    hour, minutes = (hour - 1, 45) if minutes < 0 else (hour, minutes)
    return Time(f"T{hour % 24:02}:{minutes:02}", back=0) if hour <= 24 and minutes < 60 else None


QUARTERS = {"": 0, "quart": 15, "demie": 30, "moins": -15}


def _year(written: list[str] | None) -> str:
    return written[0] if written else "XXXX"


def side_of(found: Match) -> Side | None:
    """Whether it is said to come or to have been; None where neither is said.

    >>> side_of(regex.search("lundi (?P<turn>prochain)", "lundi prochain")) is Side.AFTER
    True
    """
    turn = "".join(captures(found)["turn"])
    if turn.startswith(("proch", "suiv", "à venir")):
        return Side.AFTER
    return Side.BEFORE if turn else None


def iso_date(found: Match, _: Times) -> Time | None:
    """2012-05-22."""
    got = found.groupdict()
    return Time(f"{got['y1']}-{int(got['m1']):02}-{int(got['d1']):02}{_clock(found)}")


def slash_date(found: Match, _: Times) -> Time | None:
    """22/05/2012."""
    day, month, year = (int(found[g]) for g in ("d2", "m2", "y2"))
    return Time(f"{year}-{month:02}-{day:02}") if 1 <= day <= 31 and 1 <= month <= 12 else None


def night_between(found: Match, words: Times) -> Time | None:
    """la nuit de lundi à mardi, la nuit du 4 au 5 mai, la nuit de samedi."""
    got = captures(found)
    day, month = next(iter(got["nd1"]), ""), next(iter(got["nm2"] or got["nm1"]), "")
    if day and month:
        first_month = words.months[(got["nm1"] or got["nm2"])[0]]
        ends_next_month = not got["nm1"] and got["nd2"] and _dom(got["nd2"][0]) < _dom(day)
        return Time(
            f"{_year(got['year'])}-{(first_month - 2) % 12 + 1 if ends_next_month else first_month:02}-{_dom(day):02}TNI", Side.NEAREST
        )
    if day and not got["nw1"]:
        return Time(f"XXXX-XX-{_dom(day):02}TNI")
    return Time(f"XXXX-WXX-{words.weekdays.index(got['nw1'][0]) + 1}TNI") if got["nw1"] else None


def day_range(found: Match, words: Times) -> Time | None:
    """du 5 au 12 août, les 16 et 17 juin, les 21, 22 et 23 novembre: all days, joined."""
    got = captures(found)
    said = dict(zip((at for at, _ in found.spans("rm")), got["rm"], strict=True))
    own = [next((month for at, month in said.items() if start <= at < end), None) for start, end in found.spans("limit")]
    months = [words.months[next(month for month in own[n:] if month)] for n in range(len(own))]
    years = [str(int(got["year"][0]) - (month > months[-1])) if got["year"] else "XXXX" for month in months]
    days = zip(years, months, got["rd"], strict=True)
    return Time("/".join(f"{year}-{month:02}-{_dom(day):02}" for year, month, day in days), side_of(found) or Side.NEAREST)


def in_year(found: Match, time: Time) -> Time:
    """`time`, of the year that is said from the day of publication: "mars de l'an dernier".

    >>> in_year(regex.search("mars de l'an (?P<inyear>dernier)", "mars de l'an dernier"), Time("XXXX-03")).shift
    -1
    """
    said = "".join(captures(found)["inyear"])
    step = 0 if said.startswith("cette") else 1 if said.startswith("proch") else -1
    return time._replace(shift=step, unit="Y", side=None) if said else time


def date(found: Match, words: Times) -> Time | None:
    """22 mai 2012, mardi 5 mai."""
    got = captures(found)
    day = _dom(got["day"][0])
    month, year = got["month"][0], _century(got["short"][0]) if got["short"] else _year(got["year"])
    value = f"{year}-{words.months.get(month) or words.abbreviated[month]:02}-{day:02}"
    weekday = words.weekdays.index(got["weekday"][0]) + 1 if got["weekday"] else None
    return in_year(found, Time(f"{value}{_clock(found) or _part(found, words)}", side_of(found) or Side.NEAREST, weekday=weekday))


def _century(written: str) -> str:
    """Of two digits the year: "93" is 1993."""
    return f"19{written}"


def short_year(found: Match, _: Times) -> Time | None:
    """en 97.

    >>> short_year(regex.search("en (?P<short>97)", "en 97"), None).value
    '1997'
    """
    return Time(_century(found["short"]))


def feast(found: Match, words: Times) -> Time | None:
    """avant Noël, depuis le Nouvel An; "à la rentrée" is a month."""
    day = words.feasts[found["feast"]]
    near = Side.NEAREST if "-" in day else Side.BEFORE if found[0].startswith("depuis") else None
    return Time(f"{_year(captures(found)['year'])}-{day}", side_of(found) or near)


def weekday(found: Match, words: Times) -> Time | None:
    """ce vendredi, lundi prochain, vendredi vers 7h44, samedi 11."""
    got = captures(found)
    number = words.weekdays.index(got["weekday"][0]) + 1
    when = _clock(found) or _part(found, words)
    if got["dom"]:
        return Time(f"XXXX-XX-{_dom(got['dom'][0]):02}{when}", side_of(found), weekday=number)
    this, turn = Side.NEAREST if found[0].startswith("ce ") else None, "".join(got["turn"])
    away = 1 if turn.startswith("suiv") else None
    return Time(f"XXXX-WXX-{number}{when}", side_of(found) or this, other=turn.startswith(("dern", "pass", "proch")), away=away)


def day_of_month(found: Match, _: Times) -> Time | None:
    """le 19, of the month said before.

    >>> day_of_month(regex.match("(?P<dom>19)", "19"), None).value
    'XXXX-XX-19'
    """
    return Time(f"XXXX-XX-{_dom(found['dom']):02}", bare=True)


def near_day(found: Match, words: Times) -> Time | None:
    """hier soir, demain."""
    return Time(f"XXXX-XX-XX{_clock(found) or _part(found, words)}", shift=words.days[found["near"]])


def night(found: Match, _: Times) -> Time | None:
    """cette nuit, la nuit dernière, la nuit prochaine, dans la nuit."""
    if found["nextnight"]:
        return Time("TNI", shift=0)
    last = bool(captures(found)["lastnight"])
    return Time("TNI", shift=-1, night_of=True) if last or found["thisnight"] else Time("TNI", night_of=True)


def this_part(found: Match, words: Times) -> Time | None:
    """ce matin, dans la soirée, en fin d'après-midi."""
    return Time(f"XXXX-XX-XX{_clock(found) or _part(found, words)}", shift=0) if found["this"] else Time(_part(found, words), back=0)


def noon(found: Match, _: Times) -> Time | None:
    """à midi, peu après minuit."""
    return Time("T12:00" if found["noon"] == "midi" else "T00:00", back=0)


def leaning(found: Match, words: Times) -> Time | None:
    """la veille, le lendemain, le même jour; "au lendemain de" what was the day before, of "ce drame" what was told of; "la veille du
    scrutin": no day that is known."""
    if found.groupdict().get("after"):
        if THIS.match(found.string, found.end()):
            return Time("XXXX-XX-XX", back=1, reach=THERE)
        return Time("XXXX-XX-XX", back=0)
    if found.groupdict().get("that"):
        return Time("XXXX-XX-XX", back=0, reach=THERE)
    step = {"ve": -1, "av": -2, "le": 1, "mê": 0, "jo": 0, "su": 2}[found["lean"][:2]]
    if step < 0 and found["of"] is not None:
        return Time(f"XXXX-XX-XX{_part(found, words)}")
    return Time(f"XXXX-XX-XX{_part(found, words)}", back=step, reach=2 if step else THERE)


THIS = regex.compile(r" de (?:ce|cet|cette|ces) ")
"""Behind "au lendemain": of what was told of."""


def that_part(found: Match, words: Times) -> Time | None:
    """cette nuit-là, ce soir-là: of the day spoken of."""
    return Time(f"XXXX-XX-XX{_part(found, words)}", back=0, reach=THERE)


THERE = 6
"""Sentences in which the day was named that "ce jour-là" means."""


def only_clock(found: Match, _: Times) -> Time | None:
    """à 13H15 GMT."""
    clock = _clock(found)
    return Time(clock, back=0) if clock else None


def month(found: Match, words: Times) -> Time | None:
    """en juin dernier, fin novembre, mai 2012."""
    got = captures(found)
    since = Side.BEFORE if found[0].startswith("depuis") else None
    return in_year(found, Time(f"{_year(got['year'])}-{words.months[got['month'][0]]:02}", side_of(found) or since))


def season(found: Match, words: Times) -> Time | None:
    """l'été 2012."""
    got = captures(found)
    this = Side.NEAREST if found[0].startswith(("cet ", "ce ")) else None
    return in_year(found, Time(f"{_year(got['year'])}-{words.seasons[got['season'][0]]}", side_of(found) or this))


def in_a_day(_found: Match, _: Times) -> Time | None:
    """dans la journée.

    >>> in_a_day(None, None).back
    0
    """
    return Time("XXXX-XX-XX", back=0)


def part_of_year(found: Match, _: Times) -> Time | None:
    """au premier semestre 2012, le troisième trimestre."""
    got = captures(found)
    number = next(n for n, forms in enumerate(NTHS, 1) if got["nth"][0] in forms)
    last = 4 if found["period"] == "trimestre" else 2
    number = last if got["nth"][0] == "dernier" else number
    return Time(f"{_year(got['year'])}-{'Q' if last == 4 else 'H'}{number}", side_of(found)) if number <= last else None


NTHS = (("premier", "1er"), ("deuxième", "second", "2e", "2ème"), ("troisième", "3e", "3ème"), ("quatrième", "dernier", "4e", "4ème"))


def century(found: Match, _: Times) -> Time | None:
    """fin du XIXe siècle.

    >>> century(regex.match("(?P<century>[ivx]+)e", "xixe siècle"), None).value
    '18XX'
    """
    written = found["century"]
    number = int(written) if written.isdigit() else ROMANS.get(written)
    return Time(f"{number - 1:02}XX") if number is not None and 0 < number <= len(ROMANS) else None


ROMANS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
    "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21,
}  # fmt: skip


def decade(found: Match, _: Times) -> Time | None:
    """années 1990."""
    return Time(f"{found['decade'][:-1].rjust(3, 'X')}X")


def years(found: Match, _: Times) -> Time | None:
    """en 2012, "between 2010 and 2012"."""
    said = captures(found)["onlyyear"]
    return Time("/".join(said)) if said == sorted(said) else None


def past(_found: Match, _: Times) -> Time | None:
    """récemment."""
    return Time("PAST_REF")


def present(_found: Match, _: Times) -> Time | None:
    """actuellement."""
    return Time("PRESENT_REF")


def future(_found: Match, _: Times) -> Time | None:
    """bientôt."""
    return Time("FUTURE_REF")
