"""Altered copies: a number that a text has in a passage which it took from a text that has another number there.

It is a difference between versions: no revision by the source that both cite, and no voice of its own.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.model import Reuse, Span, Standing

BESIDE = 60
"""Characters from a common passage within which a number belongs to it."""

Altered = Mapping[tuple[str, int, int, str], str]
"""For each altered count, by its `order`, the report from which it was taken."""


def altered(counts: Sequence[Count], provenance: Provenance) -> Altered:
    """The altered copies among the counts of one question. What a text itself calls a newer number is none."""
    by_report: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        by_report[count.report].append(count)
    found: dict[tuple[str, int, int, str], str] = {}
    if len({count.value for count in counts}) < 2:
        return found
    for copy, mine in by_report.items():
        for reuse in provenance.taken.get(copy, ()):
            original = reuse.b if reuse.a == copy else reuse.a
            theirs = by_report.get(original, [])
            given, lines = {c.value for c in theirs}, {provenance.sentence(c.quantity.span) for c in theirs}
            for count in mine if theirs else ():
                at = None if count.value in given or count.standing is Standing.NEW else _there(reuse, count.quantity.span)
                if at is not None and provenance.sentence(at) in lines:
                    found.setdefault(count.order, original)
    return found


def _there(reuse: Reuse, span: Span) -> Span | None:
    """Where in the other text what stands at `span` would stand; None where no common passage is near."""
    pairs = sorted(((p.a, p.b) if reuse.a == span.report else (p.b, p.a)) for p in reuse.passages)
    at = bisect_right([mine.start for mine, _ in pairs], span.start) - 1
    for mine, other in pairs[max(0, at) : at + 2]:
        if mine.start <= span.start < mine.end:
            return _point(other, min(other.end - 1, other.start + span.start - mine.start))
        if 0 <= span.start - mine.end <= BESIDE:
            return _point(other, other.end + span.start - mine.end)
        if 0 <= mine.start - span.start <= BESIDE:
            return _point(other, max(0, other.start - (mine.start - span.start)))
    return None


def _point(other: Span, at: int) -> Span:
    return Span(report=other.report, start=at, end=at)
