"""A sentence that answers the one before it: somebody else counts the same thing, and comes to another number."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from msgspec import structs

from recoupe.crosschecks.cells import ANYBODY, Cell, Field, people, two_speak
from recoupe.crosschecks.counts import WEAK, Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.wording import wording
from recoupe.model import Span
from recoupe.text import fold

MANY = 100
"""From here on people under two names are those of one crowd."""

OPENS = 3
"""Characters of what may open a clause before its number: "de"."""

ANSWERED = "a sentence answers the one before it with another number"
"""Why two numbers are answers that exclude one another though no sentence has both."""


def elliptic(counts: Sequence[Count], provenance: Provenance) -> list[Count]:
    """`counts`, those that only give another number with the fate of what they answer: "12 tonnes de blé ont été détruites, dit A. B
    évoque pour sa part huit tonnes".

    >>> elliptic([], None)
    []
    """
    found = list(counts)
    for n, (a, b) in enumerate(pairwise(counts), 1):
        follows = a.report == b.report and provenance.sentence(b.quantity.span) - provenance.sentence(a.quantity.span) == 1
        if follows and _only_a_number(b, provenance) and _rivals(a, b) and a.quantity.unit == b.quantity.unit and a.held and b.held:
            same = structs.replace(b.quantity, role=a.quantity.role)
            found[n] = replace(b, quantity=same, type=a.type if b.type in WEAK else b.type)
    return found


def _only_a_number(count: Count, provenance: Provenance) -> bool:
    """Its clause has nothing but the number and its noun, and its sentence sets it against another."""
    q, span = count.quantity, count.claim.span
    if q.role is not None or q.counted is None or span.end > max(q.span.end, q.counted.end):
        return False
    line = provenance.line(Span(report=count.report, start=q.span.start, end=q.span.end))
    return span.start >= q.span.start - OPENS and wording(provenance.languages[count.report]).against.search(fold(line)) is not None


def answered(field: Field) -> Iterator[tuple[Cell, Cell]]:
    """A number, and in the next sentence another on the word of somebody else, set against it: "La police, elle, en a compté 3.000".

    No other number of their units stands in the two sentences: of several nobody knows which is meant.
    """
    sentence = field.provenance.sentence
    read = (q for reading in field.provenance.dossier.readings for q in reading.quantities)
    units = Counter((q.span.report, sentence(q.span), q.unit) for q in read)
    for report, held in field.reports.items():
        alone = [h for h in held if units[report, sentence(h.given.quantity.span), h.given.quantity.unit] == 1]
        for a, b in pairwise(alone):
            follows = sentence(b.given.quantity.span) - sentence(a.given.quantity.span) == 1
            if follows and _comparable(a.given, b.given) and _rivals(a.given, b.given) and _against(field, b.given):
                yield a.cell, b.cell


def _comparable(a: Count, b: Count) -> bool:
    """One unit, role and measure, or many people of whom one number is of just anybody."""
    mine, theirs = a.quantity, b.quantity
    if (mine.role, mine.measure) != (theirs.role, theirs.measure):
        return False
    many = min(mine.low or 0, theirs.low or 0) >= MANY
    return mine.unit == theirs.unit or (many and people(a) and people(b) and not ANYBODY.isdisjoint({mine.unit, theirs.unit}))


def _rivals(a: Count, b: Count) -> bool:
    return a.value != b.value and not a.part and not b.part and two_speak(a, b)


def _against(field: Field, count: Count) -> bool:
    said, language = field.line(count)
    return wording(language).against.search(fold(said)) is not None
