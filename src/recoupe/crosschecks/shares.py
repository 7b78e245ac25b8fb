"""Shares: people of one kind among those of whom one thing is told ("9 soldiers and 14 rescuers died"), who are never all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.crosschecks.counts import Count, speaking
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.wording import wording
from recoupe.ontology import UnitKind, unit_kind
from recoupe.text import fold

ALL = frozenset({"person"})
"""Units that leave out nobody."""


def of_a_kind(unit: str) -> bool:
    """Whether a unit says which people they are.

    >>> of_a_kind("soldier"), of_a_kind("person"), of_a_kind("drone")
    (True, False, False)
    """
    return unit_kind(unit) is UnitKind.PERSON and unit not in ALL


def shared(counts: Sequence[Count], provenance: Provenance) -> list[Count]:
    """`counts`, those marked that count people of one kind beside others of the same fate, on one word: in one sentence, or in the next
    one where that says that they come on top ("29 civilians died as well").

    >>> shared([], None)
    []
    """
    fates: dict[object, list[Count]] = defaultdict(list)
    for count in counts:
        if count.quantity.role is not None and not (count.part or count.title):
            fates[count.report, count.quantity.role, count.standing].append(count)
    found = {one for fate in fates.values() if len(fate) > 1 for one in _beside(fate, provenance)}
    return [replace(count, share=True) if count in found else count for count in counts]


def _beside(fate: Sequence[Count], provenance: Provenance) -> Iterator[Count]:
    kinds = [count for count in fate if count.quantity.unit not in ALL]
    for one in (count for count in kinds if of_a_kind(count.quantity.unit)):
        others = (o for o in kinds if o.quantity.unit != one.quantity.unit and o.value != one.value and _voice(o) == _voice(one))
        if any(_together(one, other, provenance) for other in others):
            yield one


def _together(one: Count, other: Count, provenance: Provenance) -> bool:
    first, second = sorted((one, other), key=lambda count: count.order)
    between = provenance.sentence(second.quantity.span) - provenance.sentence(first.quantity.span)
    return between == 0 or (between == 1 and _adds(second, provenance))


def _voice(count: Count) -> str | None:
    actor = speaking(count.speaker)
    return actor.id if actor is not None else None


def _adds(count: Count, provenance: Provenance) -> bool:
    """The sentence says that what it counts comes on top."""
    return wording(provenance.languages[count.report]).adding.search(fold(provenance.line(count.quantity.span))) is not None
