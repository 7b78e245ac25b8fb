"""Matters: what is measured, by the noun behind its unit: "40 tonnes de poissons", "30 milliards d'euros d'économies"."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import msgspec

from recoupe.crosschecks.cells import Cell, Field, Held
from recoupe.crosschecks.wording import wording
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.text import fold, plain, stem

BEHIND = 30
"""Characters behind a unit in which its matter is named."""

AT_MOST = 3
"""So many times the other number, two texts hardly measure one thing."""

MOST = 20

Matter = tuple[str, str]
"""A unit and the stem of what it measures."""


def matters(field: Field) -> Iterator[tuple[Cell, Cell]]:
    """Two texts each measure one thing once, in one unit."""
    found: dict[Matter, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
    for report, given in field.reports.items():
        for one in given:
            if (matter := _matter(one, field)) is not None:
                found[matter][report].append(one)
    for by_report in found.values():
        once = [held[0] for held in by_report.values() if len({h.given.limits for h in held}) == 1]
        yield from ((a.cell, b.cell) for a, b in combinations(once[:MOST], 2) if a.given.foreseen is b.given.foreseen and _near(a, b))


def _near(a: Held, b: Held) -> bool:
    low, high = sorted((a.given.value.low or 0, b.given.value.low or 0))
    return high <= AT_MOST * low


def _matter(one: Held, field: Field) -> Matter | None:
    """What is measured; of a share of something, a part or another's number nothing is known."""
    count, noun = one.given, one.given.quantity.counted
    kind = unit_kind(count.quantity.unit)
    if kind not in MEASURED or kind is UnitKind.SHARE or noun is None or count.part or count.compared or not count.held:
        return None
    language = field.provenance.languages[count.report]
    behind = msgspec.structs.replace(noun, start=noun.end, end=noun.end + BEHIND)
    named = wording(language).matter.match(fold(plain(field.provenance.words(behind))))
    return (count.quantity.unit, stem(named["noun"], language)) if named else None
