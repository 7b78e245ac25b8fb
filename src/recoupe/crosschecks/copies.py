"""Altered copies: a number that a text has in a passage which it took from a text that has another number there.

It is a difference between versions: no revision by the source that both cite, and no voice of its own. Where nothing tells which of
the two took it from the other, both are told for what they are: the same words with another number.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.model import Reuse, Span, Standing

BESIDE = 60
"""Characters from a common passage within which a number belongs to it."""

Altered = Mapping[tuple[str, int, int, str], str]
"""For each altered count, by its `order`, the report from which it was taken."""


Places = AbstractSet[tuple[str, int, int, str]]
"""Counts by their `order`."""


def altered(counts: Sequence[Count], provenance: Provenance) -> Altered:
    """The altered copies among the counts of one question. What a text itself calls a newer number is none."""
    by_report, found = _several(counts), dict[tuple[str, int, int, str], str]()
    for copy, mine in by_report.items():
        for reuse in provenance.taken.get(copy, ()):
            original = reuse.b if reuse.a == copy else reuse.a
            for count in _otherwise(mine, by_report.get(original, ()), reuse, provenance):
                found.setdefault(count.order, original)
    for mine in by_report.values():  # its title says the altered number again
        changed = {c.value: found[c.order] for c in mine if c.order in found}
        found |= {c.order: changed[c.value] for c in mine if c.value in changed and c.standing is not Standing.NEW and c.order not in found}
    return found


def unsettled(counts: Sequence[Count], provenance: Provenance) -> Places:
    """The counts that two texts give in the same words with another number, where nobody knows which took them from the other."""
    by_report = _several(counts)
    found = (
        {count.order for count in _otherwise(by_report[one], by_report[other], reuse, provenance)}
        for reuse in provenance.mutual
        for one, other in ((reuse.a, reuse.b), (reuse.b, reuse.a))
        if {one, other} <= by_report.keys()
    )
    return frozenset().union(*found)


def _several(counts: Sequence[Count]) -> Mapping[str, Sequence[Count]]:
    """The counts by report, if they give more than one value."""
    found: dict[str, list[Count]] = defaultdict(list)
    for count in counts if len({count.value for count in counts}) > 1 else ():
        found[count.report].append(count)
    return found


def _otherwise(mine: Sequence[Count], theirs: Sequence[Count], reuse: Reuse, provenance: Provenance) -> Iterator[Count]:
    """Those of `mine` where the other text has another number of `theirs` in the words that both share."""
    given, lines = {c.value for c in theirs}, {provenance.sentence(c.quantity.span) for c in theirs}
    for count in mine if theirs else ():
        own = count.value in given or count.standing is Standing.NEW
        if not own and any(provenance.sentence(at) in lines for at in _there(reuse, count.quantity.span, provenance)):
            yield count


def _there(reuse: Reuse, span: Span, provenance: Provenance) -> Iterator[Span]:
    """Where in the other text what stands at `span` would stand: in a common passage, or behind the one before it and before the next, as
    between the two a clause may have been left out. A passage that shares its sentence is there in the other's, however long the number."""
    pairs = sorted(((p.a, p.b) if reuse.a == span.report else (p.b, p.a)) for p in reuse.passages)
    at, line = bisect_right([mine.start for mine, _ in pairs], span.start) - 1, provenance.sentence(span)
    for mine, other in pairs[max(0, at) : at + 2]:
        behind, before = span.start - mine.end, mine.start - span.start
        if mine.start <= span.start < mine.end:
            yield _point(other, min(other.end - 1, other.start + span.start - mine.start))
        elif 0 <= behind <= BESIDE:
            yield _point(other, other.end + behind)
        elif 0 <= before <= BESIDE:
            yield _point(other, other.start if provenance.sentence(mine) == line else max(0, other.start - before))


def _point(other: Span, at: int) -> Span:
    return Span(report=other.report, start=at, end=at)
