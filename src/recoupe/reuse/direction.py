"""Who took it from whom, with the reason; where nothing says so, the answer is that it is unknown."""

from datetime import UTC, datetime, timedelta

from recoupe.model import Direction, Evidence, Report, Span, When
from recoupe.reuse.credits import agencies, agency_credits, credited, names_outlet, relayed
from recoupe.text import fold

CLEAR = timedelta(hours=1)
"""Outlets run one dispatch within the hour: a smaller difference of published times says nothing."""

TELLING = 100
"""Characters of an exact passage from which on dates say who took it: shorter ones both may have from elsewhere."""

PHRASE = 60
"""Characters from which an exact passage is more than a phrase that anybody may use of a place or an office."""

WEST, EAST = timedelta(hours=14), timedelta(hours=12)
"""A time without zone may be any zone's: it stands for everything from 14 hours earlier to 12 hours later."""

Found = tuple[Direction, tuple[Evidence, ...]]


def direction(a: Report, b: Report, longest: int) -> Found:
    """The direction of a reuse between `a` and `b` whose longest exact passage has `longest` characters, and why."""
    for rule in (
        _by_outlet,  # a text that names the other outlet says it itself
        _by_agency,  # both say that they have it from a third
        _by_relay,  # a text that has it from a third did not take it from the other
        by_time,  # the weakest: earlier does not mean first, and a few words may come from a third
    ):
        found = rule(a, b) if longest >= NEEDED.get(rule, 0) else None
        if found is not None:
            return found
    return Direction.UNKNOWN, ()


def _by_outlet(a: Report, b: Report) -> Found | None:
    a_names, b_names = _names(a, b), _names(b, a)
    if a_names and not b_names:
        return Direction.COMMON_ORIGIN if _earlier(a, b) else Direction.A_FROM_B, (_why(a_names),)
    if b_names and not a_names:
        return Direction.COMMON_ORIGIN if _earlier(b, a) else Direction.B_FROM_A, (_why(b_names),)
    return None


def _by_relay(a: Report, b: Report) -> Found | None:
    """Both have it from one medium; or one of them has something from a medium that the other is not, and the dates tell nothing."""
    left, right = relayed(a), relayed(b)
    both = left.keys() & right.keys()
    if both:
        return Direction.COMMON_ORIGIN, tuple(_why(side[name]) for name in sorted(both) for side in (left, right))
    late = right if a.published and b.published and _before(a.published, b.published) else left
    other = a if late is right else b
    third = [e for name, e in late.items() if fold(name) not in fold(other.outlet or "")]
    return (Direction.UNKNOWN, tuple(map(_why, third))) if third else None


def _earlier(a: Report, b: Report) -> bool:
    """Whether `a` was published clearly before `b`: what it has from that outlet is an earlier text, on which `b` rests too."""
    return a.published is not None and b.published is not None and _before(a.published, b.published)


def _names(report: Report, other: Report) -> Evidence | None:
    """Where `report` names the outlet of `other`, or credits the agency that `other` is."""
    own = credited(other) if other.outlet in credited(other) else set()
    return names_outlet(report, other) or next((e for e in agency_credits(report) if e.rule.removeprefix("reuse/credit/") in own), None)


def _by_agency(a: Report, b: Report) -> Found | None:
    """Both name one agency; two texts of its own are one after the other."""
    both = credited(a) & credited(b) if a.outlet is None or a.outlet != b.outlet else set()
    why = [e for report in (a, b) for e in agency_credits(report) if e.rule.removeprefix("reuse/credit/") in both]
    return (Direction.COMMON_ORIGIN, tuple(_why(e) for e in why)) if both else None


def by_time(a: Report, b: Report) -> Found | None:
    """From the one that was published clearly earlier; None where that is not known, or where it would say that an agency has it from an
    outlet that it does not name."""
    if a.published is None or b.published is None:
        return None
    why = (_dated(a, a.published), _dated(b, b.published))
    if _before(a.published, b.published):
        return (Direction.B_FROM_A, why) if _may_take(b, a) else None
    return (Direction.A_FROM_B, why) if _before(b.published, a.published) and _may_take(a, b) else None


def _may_take(late: Report, early: Report) -> bool:
    return late.outlet not in agencies() or early.outlet in agencies()


def _before(x: When, y: When) -> bool:
    """True if `x` is clearly over before `y` begins."""
    last, first = _bounds(x)[1], _bounds(y)[0]
    return last is not None and first is not None and first - last >= CLEAR


def _bounds(when: When) -> tuple[datetime | None, datetime | None]:
    """The earliest and the latest moment, in UTC."""
    return _moment(when.start, -WEST), _moment(when.end or when.start, EAST)


def moments(report: Report) -> tuple[datetime, ...]:
    """The earliest and the latest moment at which a report may have been published, in UTC; none where nothing is known.

    >>> from recoupe.ingest.objects import member
    >>> [str(one) for one in moments(member(b'{"text": "Crue.", "published": "2031-05-03T08:00:00Z"}', "a"))]
    ['2031-05-03 08:00:00+00:00', '2031-05-03 08:00:01+00:00']
    """
    return tuple(moment for moment in _bounds(report.published) if moment is not None) if report.published is not None else ()


def _moment(written: str | None, shift: timedelta) -> datetime | None:
    """A moment in UTC, shifted where no zone is known; None for none, or for what Python's calendar does not hold."""
    try:
        read = datetime.fromisoformat(written or "")
        return read if read.tzinfo else read.replace(tzinfo=UTC) + shift
    except (ValueError, OverflowError):
        return None


NEEDED = {_by_agency: PHRASE, _by_relay: PHRASE, by_time: TELLING}
"""Characters that the longest exact passage must have for a rule to say something."""


def _dated(report: Report, when: When) -> Evidence:
    span = when.span or Span(report=report.id, start=0, end=0)
    return Evidence(field="direction", rule="reuse/published", span=span, words=report.text[span.start : span.end])


def _why(evidence: Evidence) -> Evidence:
    return Evidence(field="direction", rule=evidence.rule, span=evidence.span, words=evidence.words)
