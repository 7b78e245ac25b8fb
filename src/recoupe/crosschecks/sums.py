"""Part-whole arithmetic: a whole and its stated parts, whether they fit, and what remains."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.crosschecks.counts import Count
from recoupe.model import Claim, Number, Quantity, Sum

Parts = Mapping[str, Sequence[Claim]]
"""For each claim that is a whole its parts, in the order of their texts."""


def parted(claims: Iterable[Claim]) -> Parts:
    """The parts among `claims`, by what they are parts of."""
    found: dict[str, list[Claim]] = {}
    for part in sorted((c for c in claims if c.part_of is not None), key=lambda c: (c.span, c.id)):
        found.setdefault(part.part_of or "", []).append(part)
    return found


def sums(wholes: Sequence[Count], parts: Parts) -> tuple[Sum, ...]:
    """For each whole that has stated parts: the parts, and the whole less the parts. Parts told twice count once."""
    return tuple(_sum(whole, found) for whole in wholes if (found := _distinct(parts.get(whole.claim.id, ()), whole)))


def _distinct(parts: Sequence[Claim], whole: Count) -> list[tuple[Claim, Quantity]]:
    """Parts of the same role, each once: what is told twice has the same number, unit and places."""
    found: dict[object, tuple[Claim, Quantity]] = {}
    for part in parts:
        for quantity in part.quantities:
            if quantity.role == whole.quantity.role and quantity.span != whole.quantity.span:
                key = (quantity.low, quantity.high, quantity.unit, tuple(sorted(p.name for p in part.places if not p.inherited)))
                found.setdefault(key, (part, quantity))
    return list(found.values())


def _sum(whole: Count, parts: list[tuple[Claim, Quantity]]) -> Sum:
    quantity = whole.quantity
    high_whole = quantity.low if whole.emphatic else quantity.high
    least, most = _total(q.low for _, q in parts), _total(q.high for _, q in parts)
    return Sum(
        whole=whole.claim.id,
        parts=tuple(dict.fromkeys(claim.id for claim, _ in parts)),
        holds=_holds(quantity.low, high_whole, least, most),
        remainder_low=_less(quantity.low, most),
        remainder_high=_less(high_whole, least),
    )


def _total(numbers: Iterable[Number | None]) -> Number | None:
    given = list(numbers)
    return None if None in given else sum(n for n in given if n is not None)


def _holds(low: Number | None, high: Number | None, least: Number | None, most: Number | None) -> bool | None:
    """Parts fit if they cannot be more than the whole, and do not if they must be."""
    if high is not None and least is not None and least > high:
        return False
    return True if low is not None and most is not None and most <= low else None


def _less(whole: Number | None, parts: Number | None) -> Number | None:
    return None if whole is None or parts is None else max(0, whole - parts)
