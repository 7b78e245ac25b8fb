"""Crowds: who was there when it happened, told as a kind by one text and as people by another: "huit civils tués", "neuf morts"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from recoupe.crosschecks.cells import Cell, Field, Held, fighting, people
from recoupe.crosschecks.counts import Value
from recoupe.crosschecks.shares import ALL

CROWDS = frozenset({
    "civilian", "demonstrator", "employee", "inhabitant", "migrant", "passenger", "patient", "prisoner", "refugee", "spectator", "striker",
    "student", "supporter", "tourist", "worker",
})  # fmt: skip
"""Kinds of people whom an event may find all together; police, rescuers, children are some of those whom it finds."""

LEAST = 3
"""Fewer of a kind are more likely some of all."""

AT_MOST = 2
"""So many times the other number, neither tells of some and of all."""

MOST = 20

Fate = tuple[str, str | None]
"""A report and a role."""


def crowds(field: Field) -> Iterator[tuple[Cell, Cell]]:
    """One fate, of a kind in one text and of people in another, neither of which counts anybody else of that fate but those who fight; nor
    is the number of the people that of those who fight."""
    kinds, armed = _kinds(field), _armed(field)
    by_role: dict[str, list[Held]] = defaultdict(list)
    for given in field.reports.values():
        for one in given:
            count, alone = one.given, kinds.get((one.given.report, one.given.quantity.role))
            if count.quantity.role is not None and alone == {count.quantity.unit} and not (count.part or count.share) and count.held:
                by_role[count.quantity.role].append(one)
    for held in by_role.values():
        named = [h for h in held if h.given.quantity.unit in CROWDS][:MOST]
        all_ = [h for h in held if h.given.quantity.unit in ALL and (h.given.quantity.role, h.given.value) not in armed][:MOST]
        yield from ((a.cell, b.cell) for a, b in product(named, all_) if _near(a, b))


def _kinds(field: Field) -> Mapping[Fate, set[str]]:
    """Which people each report counts of each fate, those who fight left out."""
    found: dict[Fate, set[str]] = defaultdict(set)
    for report, given in field.reports.items():
        for one in given:
            unit = one.given.quantity.unit
            if people(one.given) and not one.given.part and not _fights(one, field):
                found[report, one.given.quantity.role].add(unit)
    return found


def _armed(field: Field) -> frozenset[tuple[str | None, Value]]:
    """The fates of those who fight, with their numbers."""
    held = (one for given in field.reports.values() for one in given if _fights(one, field))
    return frozenset((one.given.quantity.role, one.given.value) for one in held)


def _fights(one: Held, field: Field) -> bool:
    return fighting(one.given.quantity.unit, field.provenance.languages[one.given.report])


def _near(a: Held, b: Held) -> bool:
    low, high = sorted((a.given.value.low or 0, b.given.value.low or 0))
    return a.given.report != b.given.report and low >= LEAST and high <= AT_MOST * low
