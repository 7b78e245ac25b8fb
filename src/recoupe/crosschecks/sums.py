"""Part-whole arithmetic: a whole and its stated parts, whether they fit, and what remains."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.crosschecks.counts import Count
from recoupe.model import Bound, Claim, Number, Quantity, Sum
from recoupe.ontology import MEASURED, unit_kind

Part = tuple[Claim, Quantity]

Limits = tuple[Number | None, Number | None]
"""Low and high, None where open."""

Parts = Mapping[str, Sequence[Claim]]
"""For each claim that is a whole its parts, in the order of their texts."""


def parted(claims: Iterable[Claim]) -> Parts:
    """The parts among `claims`, by what they are parts of."""
    found: dict[str, list[Claim]] = {}
    for part in sorted((c for c in claims if c.part_of is not None), key=lambda c: (c.span, c.id)):
        found.setdefault(part.part_of or "", []).append(part)
    return found


def sums(wholes: Sequence[Count], parts: Parts) -> tuple[Sum, ...]:
    """For each whole that has stated parts: the parts, and the whole less the parts. Parts told twice count once. What is divided in
    two ways (by place, by who they are) has a sum for each.
    """
    found = ((whole, _distinct(parts.get(whole.claim.id, ()), whole)) for whole in wholes)
    return tuple(_sum(whole, split) for whole, distinct in found if distinct for split in _splits(whole, distinct))


def _splits(whole: Count, parts: list[Part]) -> list[list[Part]]:
    """The parts as they divide the whole, one list for each way: all together where they fill it, else by what is told of them; or in the
    order of the text where each run of them fills it. All together where nothing fits.
    """
    if _sum(whole, parts).remainder_high == 0 and _fits(whole, parts):
        return [parts]
    kinds: dict[bool, list[Part]] = {}
    for part in parts:
        kinds.setdefault(part[1].unit != whole.quantity.unit and all(p.inherited for p in part[0].places), []).append(part)
    if all(_fits(whole, alike) for alike in kinds.values()):
        return list(kinds.values())
    return _runs(whole, parts) or [parts]


def _runs(whole: Count, parts: list[Part]) -> list[list[Part]]:
    """Runs of parts of which each fills the whole; none where one does not."""
    runs: list[list[Part]] = [[]]
    for part in parts:
        if not _fits(whole, [*runs[-1], part]):
            runs.append([])
        runs[-1].append(part)
    filled = all(_sum(whole, run).remainder_high == 0 and _fits(whole, run) for run in runs)
    return runs if filled else []


def _fits(whole: Count, parts: list[Part]) -> bool:
    return _sum(whole, parts).holds is not False


def _distinct(parts: Sequence[Claim], whole: Count) -> list[Part]:
    """Parts of the same role, each once: what is told twice has the same number, unit and places."""
    found: dict[object, Part] = {}
    for part in parts:
        for quantity in part.quantities:
            if quantity.role == whole.quantity.role and quantity.span != whole.quantity.span and _of_a_sort(quantity, whole.quantity):
                key = (quantity.low, quantity.high, quantity.unit, tuple(sorted(p.name for p in part.places if not p.inherited)))
                found.setdefault(key, (part, quantity))
    return list(found.values())


def _of_a_sort(part: Quantity, whole: Quantity) -> bool:
    """No months are parts of people, and no tons of hectares."""
    measured = {unit_kind(q.unit) in MEASURED for q in (part, whole)}
    return part.unit == whole.unit or measured == {False}


def _sum(whole: Count, parts: list[Part]) -> Sum:
    quantity = whole.quantity
    high_whole = quantity.low if whole.emphatic else quantity.high
    least, most = _total(q.low for _, q in parts), _total(q.high for _, q in parts)
    low, high = _remainder(quantity, quantity.low, high_whole, [q for _, q in parts])
    return Sum(
        whole=whole.claim.id,
        parts=tuple(dict.fromkeys(claim.id for claim, _ in parts)),
        holds=_holds(quantity.low, _named(quantity) if high_whole is None else high_whole, least, most),
        remainder_low=low,
        remainder_high=high,
        about=any(q.bound is Bound.ABOUT for q in (quantity, *(q for _, q in parts))),
    )


def _remainder(whole: Quantity, low: Number | None, high: Number | None, parts: Sequence[Quantity]) -> Limits:
    """What is left of a whole between `low` and `high` by the words alone: of about 40 less 2 about 38, of dozens nothing known."""
    if Bound.INDEFINITE in {q.bound for q in (whole, *parts)}:
        return None, None
    if whole.bound is Bound.ABOUT:
        low, high = whole.said
    limits = [q.said if q.bound is Bound.ABOUT else (q.low, q.high) for q in parts]
    return _less(low, _total(most for _, most in limits)), _less(high, _total(least for least, _ in limits))


def _total(numbers: Iterable[Number | None]) -> Number | None:
    given = list(numbers)
    return None if None in given else sum(n for n in given if n is not None)


def _named(whole: Quantity) -> Number | None:
    """The number of a whole without an upper end: who says "au moins 80" knows of no 200 that are part of them."""
    return whole.value if whole.bound in {Bound.AT_LEAST, Bound.MORE_THAN} else None


def _holds(low: Number | None, high: Number | None, least: Number | None, most: Number | None) -> bool | None:
    """Parts fit if they cannot be more than the whole, and do not if they must be."""
    if high is not None and least is not None and least > high:
        return False
    return True if low is not None and most is not None and most <= low else None


def _less(whole: Number | None, parts: Number | None) -> Number | None:
    return None if whole is None or parts is None else max(0, whole - parts)
