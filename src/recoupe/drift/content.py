"""Content that only one version has: numbers that the other lacks altogether. Few, and only where one text is largely the other."""

from collections.abc import Iterator

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import compatible, told
from recoupe.drift.versions import Version
from recoupe.model import Claim, DriftKind, Quantity

MOST = 3
"""So many per side: the first ones, as news puts what matters first."""


def content(pair: Pair) -> Iterator[Found]:
    """Claims with a number of something that the other version does not count."""
    yield from _only_in_a(pair)
    yield from (found.turned() for found in _only_in_a(pair.turned()))


def _only_in_a(pair: Pair) -> Iterator[Found]:
    known, left = set[tuple[str, str | None]](), MOST
    for claim in pair.a.claims:
        for quantity in claim.quantities:
            key = quantity.unit, quantity.role
            if left and key not in known and not _counted(pair.b, quantity):
                known.add(key)
                left -= 1
                weight = 30 if claim.attribution else 45
                yield Found(DriftKind.CONTENT_ONLY_IN_A, _side(pair.a, claim, quantity), Side(None), weight, "content/number")


def _side(version: Version, claim: Claim, quantity: Quantity) -> Side:
    return Side(version.lines[version.line_at(claim.span.start)].span, (told(quantity),))


def _counted(version: Version, quantity: Quantity) -> bool:
    """The other version counts the same thing, or has this very number of something."""
    return any(
        (q.unit, q.role) == (quantity.unit, quantity.role) or (q.value == quantity.value and compatible(q, quantity))
        for q in version.reading.quantities
    )
