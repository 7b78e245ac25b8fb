"""What is new on the last day: numbers that no text of an earlier day, and none of an unknown day, has printed."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping

from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import grave, past, small
from recoupe.briefing.tallies import put
from recoupe.briefing.wording import day, what
from recoupe.model import UNHELD, Answer, Crosscheck, Precision, Quantity, Statement
from recoupe.text.clocks import local

MOST = 5
"""Numbers told as new."""

TELLING = 100
"""A number from here on is the same number whatever is said to have become of what it counts; smaller ones meet by chance."""

DAYS = frozenset({Precision.DAY, Precision.PART_OF_DAY, Precision.INSTANT})
"""Precisions that say a day."""

Printed = Mapping[Hashable, Collection[str | None]]
"""For a unit and a number what is said to have become of what it counts, wherever it was printed before."""


def news(desk: Desk) -> Iterator[Statement]:
    """Answers first seen on the last day of publication, where texts of several days are known."""
    days = _days(desk)
    last = max(days.values(), default="")
    if len(set(days.values())) < 2:
        return
    before = _printed(desk, {report for report in desk.reports if days.get(report) != last})
    seen_now = [(x, a) for x in desk.file.crosschecks for a in _held(x) if {days.get(r) for r in a.support.reports} == {last}]
    new = [(x, a) for x, a in seen_now if not _known(x, a, before) and not past(desk, a)]
    new = sorted(((x, a) for x, a in new if not small(desk, x, a)), key=lambda pair: grave(desk, *pair))
    if new:
        yield _told(desk, last, new)


def _told(desk: Desk, last: str, new: list[tuple[Crosscheck, Answer]]) -> Statement:
    shown = new[: desk.most(MOST)]
    listed = [put(desk, a, what(desk, x, a)) for x, a in shown]
    more = [desk.say("new.more", n=len(new) - len(shown))] if len(new) > len(shown) else []
    claims = tuple(c for _, a in shown for c in a.claims)
    text = desk.say("new", date=day(desk, last), list=desk.say("then").join([*listed, *more]))
    return Statement(section="new", message="point.new", text=text, claims=claims, cites=desk.cites(claims))


def _held(crosscheck: Crosscheck) -> Iterator[Answer]:
    """The answers that somebody stands by."""
    return (a for a in crosscheck.answers if a.standing not in UNHELD)


def _days(desk: Desk) -> dict[str, str]:
    """The day of publication of each report of which it is known."""
    dated = ((r.id, r.published) for r in desk.reports.values())
    return {key: at[:10] for key, when in dated if when is not None and (at := local(when)) and when.precision in DAYS}


def _printed(desk: Desk, reports: Collection[str]) -> Printed:
    """The numbers of `reports`, whatever question they answer."""
    found = defaultdict[Hashable, set[str | None]](set)
    for claim in desk.claims.values():
        for quantity in claim.quantities if claim.report in reports else ():
            found[quantity.unit, *_number(quantity)].add(quantity.role)
    return found


def _known(crosscheck: Crosscheck, answer: Answer, before: Printed) -> bool:
    """An earlier text, or one that may be earlier, has printed this number of this unit, and says nothing else of what it counts."""
    number, asked = _number(answer), crosscheck.question
    roles = before.get((asked.unit, *number), ())
    large = max((n for n in number if n is not None), default=0) >= TELLING
    return bool(roles) and (large or asked.role is None or asked.role in roles or None in roles)


def _number(counted: Answer | Quantity) -> tuple[int | float | None, ...]:
    """What is printed: "plus de 60" and "60" are one number, a range is another."""
    return (counted.value,) if counted.value is not None else (counted.low, counted.high)
