"""Answers: counts of one question that give one value, with all that stands behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.crosschecks.copies import Altered
from recoupe.crosschecks.counts import Count, Value
from recoupe.crosschecks.provenance import Provenance
from recoupe.model import GONE, Answer, Bound, Modality, Number, Standing

Limits = tuple[Number | None, Number | None]
"""Low and high, None where open."""


class Given(NamedTuple):
    """An answer with the counts that it was made of; `withdrawn`: whoever gave it has taken it back since, or a text says that it is
    taken back (`told`)."""

    answer: Answer
    counts: tuple[Count, ...]
    withdrawn: bool = False
    told: bool = False


def answers(counts: Sequence[Count], provenance: Provenance, copied: Altered) -> list[Given]:
    """One answer for each value, by size."""
    by_value: dict[Value, list[Count]] = {}
    meant = _meant(counts)
    for count in counts:
        by_value.setdefault(meant.get(count.value, count.value) if not count.held else count.value, []).append(count)
    ordered = sorted(by_value.items(), key=lambda item: (_size(item[0]), item[0].bound, repr(item[0])))
    return [Given(_answer(value, members, provenance, copied), tuple(members)) for value, members in ordered]


def _meant(counts: Sequence[Count]) -> dict[Value, Value]:
    """For a number that nobody gives now the only one that somebody gives as the least: "au moins 31", later "contre 31"."""
    given = {count.value for count in counts if count.held}
    alike: dict[Number, list[Value]] = {}
    for value in given:
        if value.value is not None and value.high is None:
            alike.setdefault(value.value, []).append(value)
    former = {count.value for count in counts if count.standing in GONE} - given
    return {v: alike[v.value][0] for v in former if v.value is not None and len(alike.get(v.value, ())) == 1}


def _size(value: Value) -> Number:
    return next((n for n in (value.low, value.value, value.high) if n is not None), 0)


def _answer(value: Value, counts: list[Count], provenance: Provenance, copied: Altered) -> Answer:
    held = [c for c in counts if c.held] or counts
    told = [c for c in held if c.order not in copied] or held  # an altered copy had the number before anybody gave it
    seen = sorted(provenance.published[c.report] for c in told if c.report in provenance.published)
    return Answer(
        low=value.low,
        value=value.value,
        high=value.high,
        bound=Bound(value.bound),
        claims=tuple(dict.fromkeys(c.claim.id for c in counts)),
        support=provenance.support(held, copied),
        hearsay=all(c.claim.modality is Modality.HEARSAY for c in held),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        standing=_standing(counts),
        altered_from=copied[counts[0].order] if all(c.order in copied for c in counts) else None,
    )


def _standing(counts: list[Count]) -> Standing | None:
    """What all mentions say of it, the first where they differ; nothing where one simply gives it."""
    return None if any(c.standing in (None, Standing.NEW) for c in counts) else min(counts, key=lambda c: c.order).standing


def near(a: Answer, b: Answer) -> bool:
    """Both can be one number, and neither is an idle bound: "at least 3" says nothing of 800.

    >>> def exactly(n): return Answer(low=n, value=n, high=n, bound="exact", claims=(), support=None)
    >>> def at_least(n): return Answer(low=n, value=n, high=None, bound="at_least", claims=(), support=None)
    >>> near(exactly(47), exactly(48)), near(at_least(40), exactly(47)), near(at_least(3), exactly(800))
    (False, True, False)
    """
    return overlap((a.low, a.high), (b.low, b.high))


def within(a: Answer, b: Answer) -> bool:
    """Every number that the one can be the other can be too: the other says less.

    >>> def of(low, high): return Answer(low=low, value=None, high=high, bound="range", claims=(), support=None)
    >>> within(of(62, 62), of(54, 66)), within(of(54, 66), of(62, 62)), within(of(41, None), of(54, 66))
    (True, False, False)
    """
    below = b.low is None or (a.low is not None and a.low >= b.low)
    return below and (b.high is None or (a.high is not None and a.high <= b.high))


def overlap(a: Limits, b: Limits) -> bool:
    """Whether both ranges hold one number, as `near` has it.

    >>> overlap((42, 42), (35, 45)), overlap((42, 42), (None, 10))
    (True, False)
    """
    low = max((n for n in (a[0], b[0]) if n is not None), default=None)
    high = min((n for n in (a[1], b[1]) if n is not None), default=None)
    if low is None or high is None:
        open_low = [n for n in (a[0], b[0]) if n is not None]
        return not open_low or max(open_low) <= 2 * min(open_low)
    limits = [n for n in (*a, *b) if n is not None]
    return low <= high and (len(limits) == 4 or max(limits) <= 2 * min(limits))
