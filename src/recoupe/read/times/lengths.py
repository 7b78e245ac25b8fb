"""What an expression of time means that counts: a length ("depuis deux jours"), so much from now or from then ("il y a trois ans")."""

from recoupe.read.schemes import Times
from recoupe.read.times.calendar import Side
from recoupe.read.times.values import Match, Time, captures, future, past, side_of

UNIT_VALUES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}
COMING = ("avant ", "d'ici ", "pour ")
"""Before a week-end that is to come."""

LENGTHS = {"WE": "W", "DE": "E", "CE": "C", "6M": "S"}
"""Units that TIMEX3 writes otherwise in a length of time."""
CLOCKED = frozenset(("TH", "TM"))
"""Units that are counted from an hour: "une heure plus tard"."""
SHARES = {
    ("demi", "CE"): "50Y", ("quar", "CE"): "25Y", ("demi", "TH"): "T30M", ("quar", "TH"): "T15M",
    ("demi", "D"): "T12H", ("demi", "Y"): "6M",
}  # fmt: skip
"""What a half or a quarter of a unit is."""
ROUGHLY = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20}


def number_of(written: str | None, words: Times) -> int | None:
    """The value of a number in digits or words; None where it is vague or there is none."""
    if written is None:
        return None
    return int(written) if written.isdigit() else words.numbers.get(written)


def turn_unit(found: Match, words: Times) -> Time | None:
    """A week, month or year said from here: "la semaine dernière", "ce week-end", "l'an prochain"."""
    unit = words.units[found["unit"]]
    turn = "".join(captures(found)["turn"])
    step = 0 if not turn or turn.startswith("en cours") else (1 if side_of(found) is Side.AFTER else -1)
    if unit in UNIT_VALUES:
        return Time(UNIT_VALUES[unit], Side.AFTER if found[0].startswith(COMING) else None, shift=step, unit=unit)
    return Time("PRESENT_REF" if step == 0 else "PAST_REF" if step < 0 else "FUTURE_REF")


def lasting(number: int | None, unit: str) -> str:
    """A length of time as TIMEX3, its number X where it is vague.

    >>> lasting(3, "D"), lasting(24, "TH"), lasting(None, "DE")
    ('P3D', 'PT24H', 'PXE')
    """
    count, unit = "X" if number is None else str(number), LENGTHS.get(unit, unit)
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _length(found: Match, words: Times) -> str:
    got = captures(found)
    number, unit = number_of(next(iter(got["number"]), None), words), words.units[got["unit"][-1]]
    if got["share"]:
        return f"P{SHARES[got['share'][0][:4], unit]}" if (got["share"][0][:4], unit) in SHARES else lasting(None, unit)
    if got["some"]:
        return lasting(ROUGHLY[got["some"][0]], unit)
    written = lasting(number, unit)
    return f"{written[:-1]}.5{written[-1]}" if got["more"] and number is not None else written


def ago(found: Match, words: Times) -> Time | None:
    """il y a trois jours, "three days ago"; of several weeks, of months and years only the week, the month or the year is known."""
    return _away(found, words, -1)


def ahead(found: Match, words: Times) -> Time | None:
    """dans deux semaines, d'ici à deux ans."""
    return _away(found, words, 1)


def _away(found: Match, words: Times, step: int) -> Time | None:
    number, unit = number_of(found["number"], words), words.units[found["unit"]]
    if number is None:
        return past(found, words) if step < 0 else future(found, words)
    if unit not in UNIT_VALUES or unit == "WE" or found["about"]:
        return Time(_length(found, words))
    if (unit, number, step) == ("Y", 1, -1):  # of the month, too: "il y a un an"
        return Time(_length(found, words), shift=-12, unit="M")
    if (unit, number) == ("W", 1):  # "dans une semaine" is told of a day, "il y a trois semaines" is rounded
        return Time(_length(found, words), shift=step * 7)
    return Time(_length(found, words), shift=step * number, unit=unit)


def away(found: Match, words: Times) -> Time | None:
    """trois jours plus tôt, un mois après, la semaine précédente, l'année suivante: from the time spoken of before."""
    got = captures(found)
    unit = words.units[found["unit"]]
    if found["turned"].startswith("suivant"):
        return Time(UNIT_VALUES[unit], shift=1, away=1, unit=unit)
    if not got["number"]:
        return Time("PAST_REF", away=-1, unit=unit)
    number = number_of(got["number"][0], words)
    step = 1 if found["turned"] in {"plus tard", "après"} else -1
    told = number is not None and (unit in UNIT_VALUES or unit in CLOCKED)
    return Time(_length(found, words), away=step * number if told and number is not None else None, unit=unit)


def duration(found: Match, words: Times) -> Time | None:
    """depuis deux jours, "for two days"."""
    return Time(_length(found, words))


def every(found: Match, words: Times) -> Time | None:
    """chaque jour, tous les deux ans: how long from one time to the next."""
    number = 1 if not captures(found)["number"] else number_of(found["number"], words)
    return None if number is None else Time(lasting(number, words.units[found["unit"]]))


def every_weekday(_found: Match, _: Times) -> Time | None:
    """chaque lundi, tous les jeudis: once a week, on no one day."""
    return Time("P1W")


def last_units(found: Match, words: Times) -> Time | None:
    """ces derniers jours, au cours des dernières 24 heures: from when, where a number tells it."""
    number, unit = number_of(found["number"], words), words.units[found["unit"]]
    if side_of(found) is Side.AFTER:
        return future(found, words)
    hours = {"TH": 1, "D": 24, "W": 168}.get(unit)
    return Time("PAST_REF", shift=-number * hours, unit="H") if number is not None and hours is not None else past(found, words)
