"""What speaks against one event: other numbers, other places, other days. What one of two reports does not say contradicts nothing."""

from collections.abc import Iterator

from recoupe.model import Quantity
from recoupe.stories.features import Counts, Features, cosine

GROWING = frozenset(
    {"killed", "wounded", "missing", "arrested", "evacuated", "displaced", "hospitalised", "homeless", "rescued", "infected"}
)
"""Roles whose numbers grow while an event goes on: a later, higher toll is no other event."""

SPREADING = frozenset({"hectare", "square_km"})
"""Units that do the same: what has burnt, what is under water."""

SHRINKING = frozenset({"missing"})
"""Of these those that fall again when people are found: no way to go is the wrong one."""

PARTIAL = frozenset({"deployed"})
"""Roles that each service counts for itself."""

FEW = 2
"""A kind of which a report gives more numbers than this is counted part by part there, or in passing, and tells no tally."""

FAR_OVER = 3
"""A number this many times the other no longer bears out a bound: "at least 8" is true of 27 too, and tells of another boat."""

NUMBERS = (1000, 600, 400)
"""What remains, in thousandths, of the likeness of two reports whose numbers differ in no, one or more kinds, and agree in none. (Of the
pairs of reports that are near enough to be one story, among the examples 4 % of those of one event differ so, 20 % of the others.)"""

UNDATED = 400
"""The same where no day keeps the two apart: a bulletin that comes every night differs in its numbers alone."""

OWN_WORDS = 200
"""Words less alike than this, in thousandths, are no bulletin's: who tells one event in words of his own often has other numbers too."""

PLACES = 500
"""What remains where both name places, and neither names one of the other's. (0 % and 9 %.)"""

ABROAD = 400
"""The same where all places that the gazetteer knows lie in other countries than the other's: two attacks on a convoy of one day are told
in the same common nouns, and who bears the name of a town is in none."""

OFTEN = 2
"""Places by which a report is of a country; one alone may be read wrongly, or stand in passing."""

DAYS = 800
"""What remains where both name days of the calendar, and none is the same. Background has its days too. (4 % and 12 %.)"""


def doubt(a: Features, b: Features) -> int:
    """What remains of the likeness of two reports, in thousandths, after all that speaks against one event.

    >>> from recoupe.stories.features import Sketch
    >>> def report(*places):
    ...     return Features(None, Sketch("fr", ({}, {place: 10 for place in places}, {}, {}, {})), {}, frozenset(places))
    >>> doubt(report("valbrune"), report("orsac")), doubt(report("valbrune"), report("valbrune", "orsac")), doubt(report("orsac"), report())
    (500, 1000, 1000)
    """
    remains = 1000
    for _, factor in doubts(a, b):
        remains = remains * factor // 1000
    return remains


def doubts(a: Features, b: Features) -> Iterator[tuple[str, int]]:
    """Each thing that speaks against one event, and what it leaves of the likeness."""
    if (numbers := _numbers(a, b)) < 1000:
        yield "numbers", numbers
    if _abroad(a, b):
        yield "places", ABROAD
    elif _elsewhere(a, b):
        yield "places", PLACES
    if _other_days(a, b):
        yield "days", DAYS


def _abroad(a: Features, b: Features) -> bool:
    """True if the two are of other countries, and no word of one's places is among the places of the other."""
    apart = a.countries.keys().isdisjoint(b.countries) and a.places.isdisjoint(b.places)
    return apart and min(sum(a.countries.values()), sum(b.countries.values())) >= OFTEN


def _elsewhere(a: Features, b: Features) -> bool:
    """True if both name places, and no word of one's places is among the places or the names of the other."""
    if not a.places or not b.places:
        return False
    return a.places.isdisjoint(b.places) and a.places.isdisjoint(b.named) and b.places.isdisjoint(a.named)


def _other_days(a: Features, b: Features) -> bool:
    days, others = a.sketch.days, b.sketch.days
    return bool(days) and bool(others) and not any(_may_be(x, y) for x in days for y in others)


def _may_be(x: str, y: str) -> bool:
    """True if two days may be one: "XXXX-02-16" is any 16 February."""
    return all(p == q or "X" in (p, q) for p, q in zip(x, y, strict=True))


def _numbers(a: Features, b: Features) -> int:
    """Other numbers: not on one day, on which all numbers are still growing, nor in reports of no known day whose words differ as well."""
    days = None if a.day is None or b.day is None else b.day - a.day
    if days == 0 or (days is None and _in_own_words(a, b)):
        return 1000
    dated = days is not None
    earlier, later = (b, a) if days is not None and days < 0 else (a, b)
    verdicts = list(_verdicts(earlier.counts, later.counts))
    if not dated and {"grown", "fallen"} <= set(verdicts):  # whichever came first, one of the two has gone the wrong way
        return UNDATED
    differ = sum(verdict == "other" or (verdict == "fallen" and dated) for verdict in verdicts)
    if not differ or "same" in verdicts:
        return 1000
    return NUMBERS[min(differ, 2)] if dated else UNDATED


def _in_own_words(a: Features, b: Features) -> bool:
    return cosine(a.sketch.words, b.sketch.words, a.sketch.norms[0] * b.sketch.norms[0]) < OWN_WORDS


def _verdicts(earlier: Counts, later: Counts) -> Iterator[str]:
    """For each kind that both count: "same", "other", or where it goes on being counted "grown" or "fallen"."""
    for kind in earlier.keys() & later.keys():
        unit, role = kind
        if role in PARTIAL:
            continue
        x, y = earlier[kind], later[kind]
        if min(_top(x), _top(y)) <= 1 or max(len({q.value for q in x}), len({q.value for q in y})) > FEW:
            continue
        met = [(one, other) for one in x for other in y if _overlap(one, other)]
        if any(_alike(one, other) for one, other in met):
            yield "same"
        elif role not in GROWING and unit not in SPREADING:
            if not met:
                yield "other"
        elif role not in SHRINKING:
            yield "grown" if _top(y) > _top(x) else "fallen"


def _top(quantities: tuple[Quantity, ...]) -> float:
    return max(q.value or 0 for q in quantities)


def _alike(x: Quantity, y: Quantity) -> bool:
    """True if two numbers that may be one are no bound and a number far over it."""
    low, high = sorted((x.value or 0, y.value or 0))
    return low == high or high < FAR_OVER * low or (x.high is not None and y.high is not None)


def _overlap(x: Quantity, y: Quantity) -> bool:
    """True if one number could satisfy both; "plus de 60" and 62 do."""
    low_x, low_y = x.low if x.low is not None else x.value, y.low if y.low is not None else y.value
    high_x, high_y = x.high, y.high
    return (high_y is None or low_x is None or low_x <= high_y) and (high_x is None or low_y is None or low_y <= high_x)
