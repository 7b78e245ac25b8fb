"""Numbers: another number for the same thing in sentences that match, or only a vaguer one."""

from collections.abc import Iterator
from itertools import groupby

from recoupe.drift.found import Found, Pair, Side, vaguer
from recoupe.drift.versions import LARGE, NUMBER, Version
from recoupe.model import Bound, Claim, DriftKind, Quantity, Span, Standing
from recoupe.ontology import MEASURED, unit_kind

APART = 4
"""Characters that may stand between a number and what it counts: "centaines d'habitants"."""

ROUNDED = 0.15
"""Share by which a number may change when it is rounded ("43", "une quarantaine"; "14", "une quinzaine")."""

FAR = 2
"""Nobody rounds a number to its half."""

COPIED = 0.7
"""Share of the words of two sentences from which one is a copy of the other, whatever names and numbers have been put in."""

VAGUE = frozenset({Bound.INDEFINITE, Bound.ABOUT, Bound.MORE_THAN, Bound.LESS_THAN, Bound.RANGE})


def numbers(pair: Pair) -> Iterator[Found]:
    """Differences of number in the lines that match."""
    for i, j in pair.lines:
        left, right = pair.a.lines[i].span, pair.b.lines[j].span
        mine, theirs = _held(pair.a, left), _held(pair.b, right)
        for a, b in opposed(mine, theirs):
            yield from _compared(pair, (a, left), (b, right))
        for a, b in _remeasured(mine, theirs):
            if not (_told(pair.b, a) or _told(pair.a, b)) and _two_nouns(pair, a, b):
                yield Found(DriftKind.NUMBER_DIFFERS, Side(left, (told(a),)), Side(right, (told(b),)), 85, "number/unit")
        for a, b in _unbound(pair, mine, theirs):
            if _headed(pair.b, b) != _headed(pair.a, a):
                continue  # the sentence below the headline is compared
            if pair.a.words(a.span).casefold() == pair.b.words(b.span).casefold():
                continue  # the bound is another number's, and holds of this too: "au moins quatorze soldats et six civils"
            if (kind := bounded(pair, a, b)) is not None:
                yield Found(kind, Side(left, (told(a),)), Side(right, (told(b),)), 50, "number/bound")
    yield from _titles(pair)


def _titles(pair: Pair) -> Iterator[Found]:
    """The titles of two versions answer to each other in whatever words: one number each of one thing."""
    left, right = ([q for q in v.reading.quantities if v.titles(q.span)] for v in (pair.a, pair.b))
    for a in left:
        b = [q for q in right if q.unit == a.unit]
        if len(b) == 1 == sum(q.unit == a.unit for q in left) and (a.role == b[0].role or None in (a.role, b[0].role)):
            lines = pair.a.line_at(a.span.start), pair.b.line_at(b[0].span.start)
            if lines not in pair.lines:
                yield from _compared(pair, (a, pair.a.lines[lines[0]].span), (b[0], pair.b.lines[lines[1]].span))


def _compared(pair: Pair, a: tuple[Quantity, Span], b: tuple[Quantity, Span]) -> Iterator[Found]:
    """One number each, of one thing."""
    if _told(pair.b, a[0]) or _told(pair.a, b[0]) or _rivals(pair, a[0], b[0]):
        return
    left, right = Side(a[1], (told(a[0]),)), Side(b[1], (told(b[0]),))
    if unlike(a[0], b[0]):
        yield Found(DriftKind.NUMBER_DIFFERS, left, right, 90, "number/differs")
    elif not apart(a[0], b[0]) and (coarser(a[0], b[0]) or coarser(b[0], a[0])):
        kind = vaguer(pair if coarser(a[0], b[0]) else pair.turned())
        if kind is not None:
            yield Found(kind, left, right, 40, "number/vaguer")


def _rivals(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """Each is on the word of somebody else who is named: two voices, of whom either version may have left out one. Not where the two say it
    in the same words: there one has been put for the other."""
    told = [{s for s in v.telling[v.line_at(q.span.start)] if s[0] != NUMBER} for v, q in ((pair.a, a), (pair.b, b))]
    if pair.versions.weight(told[0] & told[1]) >= COPIED * max(map(pair.versions.weight, told)):
        return False
    left, right = (frozenset(_actors(v, q)) for v, q in ((pair.a, a), (pair.b, b)))
    return bool(left) and bool(right) and left.isdisjoint(right) and a.bound != b.bound


def _actors(version: Version, quantity: Quantity) -> Iterator[str]:
    """The ids of those who are named for a number."""
    for claim in version.by_line[version.line_at(quantity.span.start)]:
        if claim.attribution is not None and claim.attribution.actor is not None and quantity in claim.quantities:
            yield claim.attribution.actor.id


def answered(claim: Claim, version: Version, number: int) -> bool:
    """Whether line `number` may speak of what `claim` says: where the claim counts, the line has one of its numbers, exactly or vaguely.

    Another number of the same thing is another count, on whosever word.
    """
    mine = [q for q in claim.quantities if q.value != 1]  # one is mostly an article
    theirs = within(version, version.lines[number].span)
    if not mine or not theirs:
        return all((q.value or 0) < LARGE for q in mine)
    return any(_may_be(q, other) for q in mine for other in theirs)


def _may_be(a: Quantity, b: Quantity) -> bool:
    """One number, or one thing and no other number of it."""
    return (a.value is not None and a.value == b.value) or (a.unit == b.unit and compatible(a, b) and not apart(a, b))


def apart(a: Quantity, b: Quantity) -> bool:
    """Numbers too far from each other to be one, though a bound may hold both ("plus de 600", "1.830")."""
    return a.value is not None and b.value is not None and max(a.value, b.value) > FAR * min(a.value, b.value)


def told(quantity: Quantity) -> Span:
    """The number and, where it stands beside it, what it counts."""
    span, noun = quantity.span, quantity.counted
    if noun is None or not span.end <= noun.start <= span.end + APART:
        return span
    return Span(report=span.report, start=span.start, end=noun.end)


def within(version: Version, line: Span) -> list[Quantity]:
    """The numbers of a line."""
    return [q for q in version.reading.quantities if line.start <= q.span.start < line.end]


def _held(version: Version, line: Span) -> list[Quantity]:
    """Those of them that it does not take back: "81 blessés, et non 94"."""
    claims = version.by_line[version.line_at(line.start)]
    gone = {q.span for claim in claims if claim.standing is Standing.WITHDRAWN for q in claim.quantities}
    return [q for q in within(version, line) if q.span not in gone]


def opposed(left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers of one unit and role that stand alone on their side, once those that both have are set aside."""
    grouped = {kind: list(group) for kind, group in groupby(sorted(right, key=_kind), key=_kind)}
    for kind, group in groupby(sorted(left, key=_kind), key=_kind):
        mine, theirs = list(group), grouped.get(kind, [])
        a = [q for q in mine if not any(equal(q, other) for other in theirs)]
        b = [q for q in theirs if not any(equal(q, other) for other in mine)]
        if len(a) == len(b) == 1:
            yield a[0], b[0]


def _remeasured(left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The same number in another measure, each alone with it on its side: "38 kilomètres", "38 milles nautiques"."""
    for a in left:
        mine, theirs = ([q for q in side if q.value is not None and q.value == a.value] for side in (left, right))
        if len(mine) == len(theirs) == 1 and a.unit != theirs[0].unit and {unit_kind(a.unit), unit_kind(theirs[0].unit)} <= MEASURED:
            yield a, theirs[0]


def _unbound(pair: Pair, left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """One number, to which the one version sets a bound ("au moins six") and the other none, here and wherever it gives it."""
    for a in left:
        for b in right:
            one_exact = (a.bound is Bound.EXACT) != (b.bound is Bound.EXACT)
            if one_exact and a.value == b.value and _kind(a) == _kind(b) and not _bounds(pair.a, a) & _bounds(pair.b, b):
                yield a, b


def bounded(pair: Pair, a: Quantity, b: Quantity) -> DriftKind | None:
    """What it is where one number has a bound in the one version alone: another number ("20", "au moins 20"), or a vaguer word for it, as
    "une vingtaine" is for "20"."""
    one, other = (v.words(q.span).casefold() for v, q in ((pair.a, a), (pair.b, b)))
    figures = any(c.isdigit() for c in one) and any(c.isdigit() for c in other)
    if Bound.ABOUT not in (a.bound, b.bound) or figures or not set(one.split()).isdisjoint(other.split()):
        return DriftKind.NUMBER_DIFFERS
    kind = vaguer(pair if b.bound is Bound.ABOUT else pair.turned())
    return DriftKind.NUMBER_DIFFERS if kind is DriftKind.PRECISION_ADDED else kind  # a copy has made a number of an estimate


def _headed(version: Version, quantity: Quantity) -> bool:
    """It stands in the headline, and in the text below too."""
    again = (q for q in version.reading.quantities if _kind(q) == _kind(quantity) and q.value == quantity.value)
    return version.titles(quantity.span) and any(not version.titles(q.span) for q in again)


def _bounds(version: Version, quantity: Quantity) -> set[Bound]:
    """How the version gives this number of this thing."""
    return {q.bound for q in version.reading.quantities if _kind(q) == _kind(quantity) and q.value == quantity.value}


def _two_nouns(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """Not where the one only says more fully what the other says: "500 francs", "500 francs suisses"."""
    if a.counted is None or b.counted is None:
        return False
    one, other = (v.report.text[at.start : at.end].casefold().split() for v, at in ((pair.a, a.counted), (pair.b, b.counted)))
    least = min(len(one), len(other))
    return one[:least] != other[:least]


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
    """How many digits it has, without the zeros behind them.

    >>> at = Span(report="r", start=0, end=3)
    >>> [digits(Quantity(span=at, counted=None, value=n, low=n, high=n, unit="house", bound=Bound.EXACT)) for n in (640, 600)]
    [2, 1]
    """
    return len(str(quantity.value).replace(".", "").rstrip("0"))


def near(a: Quantity, b: Quantity) -> bool:
    """Numbers of which one can be the other, rounded."""
    return a.value is not None and b.value is not None and abs(a.value - b.value) <= ROUNDED * max(abs(a.value), abs(b.value))


def unlike(a: Quantity, b: Quantity) -> bool:
    """Of two versions, another number of one thing: both may be true ("au moins 14", "17"), and still one is not what the other says. A
    number that the other rounds or leaves open is not meant ("17", "plus de 15").

    >>> at = Span(report="r", start=0, end=3)
    >>> def read(value, low, high, bound):
    ...     return Quantity(span=at, counted=None, value=value, low=low, high=high, unit="house", bound=bound)
    >>> exact, more = read(17, 17, 17, Bound.EXACT), read(15, 16, None, Bound.MORE_THAN)
    >>> unlike(read(14, 14, None, Bound.AT_LEAST), exact), unlike(more, exact)
    (True, False)
    """
    known = a.value is not None and b.value is not None and a.value != b.value
    return not compatible(a, b) or (known and not coarser(a, b) and not coarser(b, a))


def compatible(a: Quantity, b: Quantity) -> bool:
    """Both can be one number."""
    above = a.low is not None and b.high is not None and a.low > b.high
    below = a.high is not None and b.low is not None and a.high < b.low
    return not above and not below
