"""Numbers: another number for the same thing in sentences that match, or only a vaguer one."""

from collections.abc import Iterator
from itertools import groupby

from recoupe.drift.found import Found, Pair, Side, vaguer
from recoupe.drift.versions import Version
from recoupe.model import Bound, DriftKind, Quantity, Span

APART = 4
"""Characters that may stand between a number and what it counts: "centaines d'habitants"."""

ROUNDED = 0.15
"""Share by which a number may change when it is rounded ("43", "une quarantaine"; "14", "une quinzaine")."""

VAGUE = frozenset({Bound.INDEFINITE, Bound.ABOUT, Bound.MORE_THAN, Bound.LESS_THAN, Bound.RANGE})


def numbers(pair: Pair) -> Iterator[Found]:
    """Differences of number in the lines that match."""
    for i, j in pair.lines:
        left, right = pair.a.lines[i].span, pair.b.lines[j].span
        for a, b in _opposed(_within(pair.a, left), _within(pair.b, right)):
            yield from _compared(pair, (a, left), (b, right))


def _compared(pair: Pair, a: tuple[Quantity, Span], b: tuple[Quantity, Span]) -> Iterator[Found]:
    """One number each, of one thing."""
    if _told(pair.b, a[0]) or _told(pair.a, b[0]):
        return
    left, right = Side(a[1], (told(a[0]),)), Side(b[1], (told(b[0]),))
    if not compatible(a[0], b[0]):
        yield Found(DriftKind.NUMBER_DIFFERS, left, right, 90, "number/differs")
    elif coarser(a[0], b[0]) or coarser(b[0], a[0]):
        kind = vaguer(pair if coarser(a[0], b[0]) else pair.turned())
        if kind is not None:
            yield Found(kind, left, right, 40, "number/vaguer")


def told(quantity: Quantity) -> Span:
    """The number and, where it stands beside it, what it counts."""
    span, noun = quantity.span, quantity.counted
    if noun is None or not span.end <= noun.start <= span.end + APART:
        return span
    return Span(report=span.report, start=span.start, end=noun.end)


def _within(version: Version, line: Span) -> list[Quantity]:
    return [q for q in version.reading.quantities if line.start <= q.span.start < line.end]


def _opposed(left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers of one unit and role that stand alone on their side, once those that both have are set aside."""
    grouped = {kind: list(group) for kind, group in groupby(sorted(right, key=_kind), key=_kind)}
    for kind, group in groupby(sorted(left, key=_kind), key=_kind):
        mine, theirs = list(group), grouped.get(kind, [])
        a = [q for q in mine if not any(equal(q, other) for other in theirs)]
        b = [q for q in theirs if not any(equal(q, other) for other in mine)]
        if len(a) == len(b) == 1:
            yield a[0], b[0]


def _kind(quantity: Quantity) -> tuple[str, str, bool]:
    return quantity.unit, quantity.role or "", quantity.part


def _told(version: Version, quantity: Quantity) -> bool:
    """The version gives this number of this thing somewhere."""
    return any(q.unit == quantity.unit and q.role == quantity.role and equal(q, quantity) for q in version.reading.quantities)


def equal(a: Quantity, b: Quantity) -> bool:
    """The same number; a bound with the same number ("au moins 47") is no other number."""
    return (a.low, a.high) == (b.low, b.high) or (a.value is not None and a.value == b.value)


def coarser(a: Quantity, b: Quantity) -> bool:
    """`b` is the vaguer number: a bound or an estimate where `a` has the number, or a rounder one where both are vague."""
    if (a.bound in VAGUE) != (b.bound in VAGUE):
        return b.bound in VAGUE
    both = a.bound in VAGUE and a.value is not None and b.value is not None and a.value != b.value
    return both and digits(b) < digits(a)


def digits(quantity: Quantity) -> int:
    """How many digits it has, without the zeros behind them: 640 has two, 600 one."""
    return len(str(quantity.value).replace(".", "").rstrip("0"))


def near(a: Quantity, b: Quantity) -> bool:
    """Numbers of which one can be the other, rounded."""
    return a.value is not None and b.value is not None and abs(a.value - b.value) <= ROUNDED * max(abs(a.value), abs(b.value))


def compatible(a: Quantity, b: Quantity) -> bool:
    """Both can be one number."""
    above = a.low is not None and b.high is not None and a.low > b.high
    below = a.high is not None and b.low is not None and a.high < b.low
    return not above and not below
