"""Answers: counts of one question that give one value, with all that stands behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.model import Answer, Bound, Modality, Number


class Value(NamedTuple):
    """What makes two counts one answer. An emphatic number is the number itself."""

    low: Number | None
    value: Number | None
    high: Number | None
    bound: str


class Given(NamedTuple):
    """An answer with the counts that it was made of."""

    answer: Answer
    counts: tuple[Count, ...]


def value(count: Count) -> Value:
    """The value under which `count` is compared."""
    q = count.quantity
    if count.emphatic and q.low is not None:
        return Value(q.low, q.low, q.low, Bound.EXACT)
    return Value(q.low, q.value, q.high, q.bound)


def answers(counts: Sequence[Count], provenance: Provenance) -> list[Given]:
    """One answer for each value, by size."""
    by_value: dict[Value, list[Count]] = {}
    for count in counts:
        by_value.setdefault(value(count), []).append(count)
    ordered = sorted(by_value.items(), key=lambda item: (_size(item[0]), item[0].bound, repr(item[0])))
    return [Given(_answer(value, members, provenance), tuple(members)) for value, members in ordered]


def _size(value: Value) -> Number:
    return next((n for n in (value.low, value.value, value.high) if n is not None), 0)


def _answer(value: Value, counts: list[Count], provenance: Provenance) -> Answer:
    seen = sorted(provenance.published[c.report] for c in counts if c.report in provenance.published)
    return Answer(
        low=value.low,
        value=value.value,
        high=value.high,
        bound=Bound(value.bound),
        claims=tuple(dict.fromkeys(c.claim.id for c in counts)),
        support=provenance.support(counts),
        hearsay=all(c.claim.modality is Modality.HEARSAY for c in counts),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
    )
