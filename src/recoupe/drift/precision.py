"""Precision: a month or day that the other version only calls recent, a town where the other names only the country."""

from collections.abc import Iterator

from recoupe.drift.found import Found, Pair, Side, vaguer
from recoupe.drift.versions import Version
from recoupe.model import Place, PlacePrecision, Precision, Span, When

FINENESS = {
    Precision.UNKNOWN: 0,
    Precision.YEAR: 1,
    Precision.MONTH: 2,
    Precision.WEEK: 3,
    Precision.DAY: 4,
    Precision.PART_OF_DAY: 5,
    Precision.INSTANT: 6,
}

BREADTH = {
    PlacePrecision.TOWN: 0,
    PlacePrecision.NEAR: 0,
    PlacePrecision.NAMED: 0,
    PlacePrecision.ADMIN2: 1,
    PlacePrecision.ADMIN1: 2,
    PlacePrecision.COUNTRY: 3,
}


def precision(pair: Pair) -> Iterator[Found]:
    """Losses of precision in the lines that match, on either side."""
    turned = pair.turned()
    for i, j in pair.lines:
        for rule in (_time, _place):
            yield from rule(pair, i, j)
            yield from (found.turned() for found in rule(turned, j, i))


def _time(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """`a` says when; `b` has only a vaguer word, and the finer time nowhere."""
    left, right = pair.a.lines[i].span, pair.b.lines[j].span
    mine, theirs = _whens(pair.a, left), _whens(pair.b, right)
    kind, found = vaguer(pair), _referred(pair, mine, theirs) or _coarser(pair, mine, theirs)
    if kind is not None and found is not None and found[0].span and found[1].span:
        yield Found(kind, Side(left, (found[0].span,)), Side(right, (found[1].span,)), 50, "precision/time")


def _referred(pair: Pair, mine: list[When], theirs: list[When]) -> tuple[When, When] | None:
    """Only "récemment" where the other says when."""
    fine = [w for w in mine if FINENESS[w.precision] >= FINENESS[Precision.YEAR]]
    vague = [w for w in theirs if w.value.endswith("_REF")]
    if not fine or not vague or any(FINENESS[w.precision] for w in theirs):
        return None
    lost = next((w for w in fine if not any(_same_time(w, other) for other in pair.b.reading.whens)), None)
    return None if lost is None else (lost, vague[0])


def _coarser(pair: Pair, mine: list[When], theirs: list[When]) -> tuple[When, When] | None:
    """Only the month where the other has the day of it, only the day or part of it where the other has the hour; and nowhere finer."""
    for fine in mine:
        for vague in theirs:
            finer = any(_part_of(w, vague) for w in pair.b.reading.whens)
            if _part_of(fine, vague) and not finer and not any(w.value == vague.value for w in mine):
                return fine, vague
    return None


def _part_of(fine: When, vague: When) -> bool:
    """A day of that month, or an hour of that day."""
    if FINENESS[fine.precision] <= FINENESS[vague.precision] or FINENESS[vague.precision] < FINENESS[Precision.YEAR]:
        return False
    return fine.value.startswith(vague.value.partition("T")[0])


def _whens(version: Version, line: Span) -> list[When]:
    return [w for w in version.reading.whens if w.span is not None and line.start <= w.span.start < line.end]


def _same_time(a: When, b: When) -> bool:
    """One value, or one that begins as the other does ("2024-06", "2024-06-19")."""
    return a.value.startswith(b.value) or b.value.startswith(a.value)


def _place(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """`a` names a place that `b` never names; `b` has in its stead a wider one that holds it."""
    left, right = pair.a.lines[i].span, pair.b.lines[j].span
    for place in _places(pair.a, left):
        wider = [p for p in _places(pair.b, right) if _holds(p, place) and not _named(p, _places(pair.a, left))]
        kind = vaguer(pair)
        if kind is not None and wider and not _named(place, list(pair.b.reading.places)):
            yield Found(kind, Side(left, (place.span,)), Side(right, (wider[0].span,)), 30, "precision/place")
            return


def _places(version: Version, line: Span) -> list[Place]:
    return [p for p in version.reading.places if line.start <= p.span.start < line.end]


def _named(place: Place, among: list[Place]) -> bool:
    return any(p.name.casefold() == place.name.casefold() or (p.id is not None and p.id == place.id) for p in among)


def _holds(outer: Place, inner: Place) -> bool:
    if inner.country is None or inner.country != outer.country or BREADTH[outer.precision] <= BREADTH[inner.precision]:
        return False
    return outer.precision is PlacePrecision.COUNTRY or (outer.admin1 is not None and outer.admin1 == inner.admin1)
