"""Grades: how gravely people were hurt parts them: "14 blessés graves et 20 légers" are two parts, neither is all of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from recoupe.crosschecks.cells import people
from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.wording import wording
from recoupe.model import Span
from recoupe.text import fold


def graded(counts: Sequence[Count], provenance: Provenance) -> list[Count]:
    """`counts`, those marked as parts that tell how gravely people were hurt, where one text counts them by two grades. The grade names
    the part.

    >>> graded([], None)
    []
    """
    grades = _grades(counts, provenance)
    told: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
    for count, grade in grades.items():
        told[count.report, count.quantity.unit, count.quantity.role].add(grade)
    two = {(unit, role) for (_, unit, role), found in told.items() if len(found) > 1}  # "deux policiers légèrement" are all the police
    parted = two | {("person", role) for _, role in two}
    return [
        replace(count, part=True, named=grades[count])
        if count in grades and (count.quantity.unit, count.quantity.role) in parted
        else count
        for count in counts
    ]


def _grades(counts: Sequence[Count], provenance: Provenance) -> dict[Count, str]:
    """The grade that the words behind a number tell, up to the next number of its clause."""
    starts: dict[str, list[int]] = defaultdict(list)
    for count in counts:
        starts[count.report].append(count.quantity.span.start)
    found: dict[Count, str] = {}
    for count in (c for c in counts if people(c) and c.quantity.role is not None):
        first, last = count.quantity.span.end, count.claim.span.end
        last = min((at for at in starts[count.report] if first < at), default=last) if last > first else last
        told = fold(provenance.words(Span(report=count.report, start=first, end=min(last, count.claim.span.end)))) if last > first else ""
        grades = [name for name, pattern in wording(provenance.languages[count.report]).grades.items() if pattern.search(told)]
        if len(grades) == 1:
            found[count] = grades[0]
    return found
