"""Cells: the smallest groups of counts that certainly answer one question, before signs in the texts join them again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from recoupe.crosschecks.counts import ILLNESSES, Count, Value
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.questions import Asked
from recoupe.crosschecks.rules import MILITARY
from recoupe.crosschecks.wording import wording
from recoupe.model import Number, Question
from recoupe.ontology import UnitKind, unit_kind

ATTENDED = frozenset({"PROTEST"})
"""Types of events whose people are counted as those who are there; elsewhere a person without a role does what no field holds."""

ANYBODY = frozenset({"person", "man", "woman", "child", "civilian", "inhabitant"})
"""Units that do not say what the counted people are there for."""

CIVIL = frozenset({"civilian", "inhabitant", "child"})
"""Units of people who do not fight."""

HOUSEHOLDS = frozenset({"family", "household"})
"""Units of several people each: 400 families are no 400 people."""


class Cell(NamedTuple):
    """Counts of one question; `asked.number` is set where the question alone does not tell cells apart. `loose`: another number
    may answer something else, though the fields of the question are the same."""

    name: str
    asked: Asked
    loose: bool

    @property
    def question(self) -> Question:
        """What it asks."""
        return self.asked.question

    @property
    def counts(self) -> tuple[Count, ...]:
        """What answers it."""
        return self.asked.counts


class Held(NamedTuple):
    """A count and its cell."""

    given: Count
    cell: Cell


def cells(asked: Sequence[Asked]) -> list[Cell]:
    """The questions, those without a role (or of the cases of an illness) and of no part divided by number; in a stable order, named by it.

    >>> crowd = Asked(Question(type="PROTEST", unit="person"), (), None)
    >>> [(cell.name, cell.loose) for cell in cells([crowd, crowd._replace(number=(12, 12))])]
    [('000000', True)]
    """
    found = [(piece, _loose(one)) for one in asked for piece in _pieces(one)]
    return [Cell(f"{n:06}", piece, loose) for n, (piece, loose) in enumerate(found)]


def _loose(asked: Asked) -> bool:
    """What is measured or foreseen, and what people do of whom nothing but that is told."""
    question = asked.question
    return asked.number is not None or (question.role is None and question.unit in ANYBODY and question.type not in ATTENDED)


def _pieces(asked: Asked) -> Iterator[Asked]:
    told = asked.question.role is not None and asked.question.unit not in ILLNESSES  # cases that each country counts
    if told or asked.question.part or asked.number is not None:
        yield asked
        return
    by_number: dict[tuple[Number | None, Number | None], list[Count]] = defaultdict(list)
    for count in asked.counts:
        by_number[count.limits].append(count)
    for number, counts in sorted(by_number.items(), key=repr):
        yield Asked(asked.question, tuple(counts), number)


@dataclass(frozen=True)
class Field:
    """All cells of a dossier, with where their counts stand."""

    cells: Sequence[Cell]
    provenance: Provenance

    @cached_property
    def reports(self) -> Mapping[str, Sequence[Held]]:
        """The counts of each report in their order."""
        found: dict[str, list[Held]] = defaultdict(list)
        for held in sorted((Held(c, cell) for cell in self.cells for c in cell.counts), key=lambda h: (h.given.order, h.cell.name)):
            found[held.given.report].append(held)
        return found

    @cached_property
    def sentences(self) -> Sequence[Sequence[Held]]:
        """The counts of each sentence in their order."""
        found: dict[tuple[str, int], list[Held]] = defaultdict(list)
        for report, held in self.reports.items():
            for one in held:
                found[report, self.provenance.sentence(one.given.quantity.span)].append(one)
        return list(found.values())

    @cached_property
    def values(self) -> Mapping[Value, Sequence[Held]]:
        """For each value the first count of each cell that gives it."""
        found: dict[Value, dict[str, Held]] = defaultdict(dict)
        for cell in self.cells:
            for count in cell.counts:
                found[count.value].setdefault(cell.name, Held(count, cell))
        return {value: list(held.values()) for value, held in found.items()}

    @cached_property
    def reported(self) -> Mapping[tuple[str, Value], Sequence[Held]]:
        """For each report and value the first count of each cell that gives it."""
        found: dict[tuple[str, Value], dict[str, Held]] = defaultdict(dict)
        for report, given in self.reports.items():
            for one in given:
                found[report, one.given.value].setdefault(one.cell.name, one)
        return {key: list(held.values()) for key, held in found.items()}

    @cached_property
    def _civil(self) -> frozenset[str | None]:
        """The fates of which people are told who do not fight."""
        return frozenset(c.quantity.role for cell in self.cells for c in cell.counts if c.quantity.unit in CIVIL and c.quantity.high != 0)

    def two_camps(self, a: Cell, b: Cell) -> bool:
        """Only one of them counts people who fight, of a fate that others share who do not: they are not all people."""
        role = a.question.role
        shared = role is not None and role == b.question.role and role in self._civil
        return shared and self._fight(a) is not self._fight(b)

    def _fight(self, cell: Cell) -> bool:
        return any(fighting(c.quantity.unit, self.provenance.languages[c.report]) for c in cell.counts)

    def line(self, count: Count) -> tuple[str, str]:
        """The words of the sentence of the number, and the language of its report."""
        return self.provenance.line(count.quantity.span), self.provenance.languages[count.report]

    def words(self, count: Count) -> tuple[str, str]:
        """The words of the claim, and the language of its report."""
        return self.provenance.words(count.claim.span), self.provenance.languages[count.report]


def people(count: Count) -> bool:
    """Whether it counts people one by one."""
    return unit_kind(count.quantity.unit) is UnitKind.PERSON and count.quantity.unit not in HOUSEHOLDS


def fighting(unit: str, language: str) -> bool:
    """Whether a unit is of people who fight: soldiers, and those whom the words of a language call so.

    >>> fighting("soldier", "fr"), fighting("terroriste", "fr"), fighting("person", "fr")
    (True, True, False)
    """
    return unit in MILITARY or not {unit, f"{unit}s"}.isdisjoint(wording(language).fighters)


def two_speak(a: Count, b: Count) -> bool:
    """Whether each is on the word of somebody else."""
    one, other = (c.speaker.actor if c.speaker is not None else None for c in (a, b))
    return one is not None and other is not None and one.id != other.id


def kinds(held: Iterable[Held]) -> Mapping[tuple[str, str | None, str | None], list[Held]]:
    """By unit, role and measure."""
    found: dict[tuple[str, str | None, str | None], list[Held]] = defaultdict(list)
    for one in held:
        quantity = one.given.quantity
        found[quantity.unit, quantity.role, quantity.measure].append(one)
    return found
