"""Joined questions: what other words, an open place or a time from around it split is one question where the texts show that it is.

The surest signs come first; two groups become one unless any of their cells contradict each other. The result depends on the counts
alone, not on the order in which they came.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from msgspec import structs

from recoupe.crosschecks.cells import Cell, Field, cells
from recoupe.crosschecks.contradictions import contradicted
from recoupe.crosschecks.counts import WEAK, Count
from recoupe.crosschecks.groups import Groups
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.questions import Asked
from recoupe.crosschecks.signs import Sign, signs
from recoupe.model import Number, Question

LARGEST = 50
"""Pairs of cells that are compared before two groups become one; larger groups stay as they are."""


def joined(asked: Sequence[Asked], provenance: Provenance) -> list[Asked]:
    """The questions after what the texts show to be one was joined; `signs` says by what.

    >>> from recoupe.model import Dossier, Event
    >>> joined([], Provenance(Dossier(story="s", event=Event(id="e", reports=(), title=""), reports=(), readings=(), claims=())))
    []
    """
    field = Field(cells(asked), provenance)
    groups = Groups(cell.name for cell in field.cells)
    members = {cell.name: [cell] for cell in field.cells}
    why: dict[str, set[Sign]] = defaultdict(set)
    for sign in signs(field):
        a, b = groups.name(sign.a), groups.name(sign.b)
        if a != b and not _apart(members[a], members[b], sign, provenance):
            groups.join(a, b)
            low, high = sorted((a, b))
            members[low] += members.pop(high)
            why[low] |= why.pop(high, set()) | {sign}
    return _told({name: (group, why[name]) for name, group in members.items()})


def _apart(a: Sequence[Cell], b: Sequence[Cell], sign: Sign, provenance: Provenance) -> bool:
    if len(a) * len(b) > LARGEST:
        return True
    return _lent(a, b) or any(contradicted(x, y, sign.strength, provenance) for x, y in product(a, b))


def _lent(a: Sequence[Cell], b: Sequence[Cell]) -> bool:
    """A fate would be lent to a number of which no text tells it: people without one join those of one fate by the same number alone,
    unless it is no answer any more."""
    told, open_ = (
        {n for cell in (*a, *b) if (cell.question.role is None) is bare for c in cell.counts if c.held or not bare for n in c.limits}
        for bare in (False, True)
    )
    return bool(told) and not open_ <= told


def _told(groups: Mapping[str, tuple[list[Cell], set[Sign]]]) -> list[Asked]:
    """One question a group: that of the fullest cell, one that tells a fate if any does. A number keeps apart what its fields do not."""
    leading = {name: max(group, key=_fullness) for name, (group, _) in groups.items()}
    counts = {name: tuple(sorted((c for cell in group for c in cell.counts), key=lambda c: c.order)) for name, (group, _) in groups.items()}
    asked = {name: _sided(lead.question, counts[name]) for name, lead in leading.items()}
    same, found = Counter(asked.values()), []
    for name, (_, by) in sorted(groups.items()):
        number = _number(leading[name]) if leading[name].loose or same[asked[name]] > 1 else None
        found.append(Asked(asked[name], counts[name], number, tuple(dict.fromkeys(sign.why for sign in sorted(by)))))
    return found


def _number(lead: Cell) -> tuple[Number | None, Number | None] | None:
    """What keeps a question apart from another with the same fields; people of one kind beside others by their first number."""
    own = lead.asked.number
    return lead.counts[0].limits if own is None and all(count.share for count in lead.counts) else own


def _sided(question: Question, counts: Sequence[Count]) -> Question:
    """`question` with the side that one of the counts states: by what others say of the same number it was only found."""
    stated = question.target is None or any(count.side == question.target for count in counts)
    return question if stated else structs.replace(question, target=None)


def _fullness(cell: Cell) -> tuple[bool, int, bool, bool, bool, str]:
    q = cell.question
    return q.role is not None, len(cell.counts), not q.part, q.place is not None, q.type not in WEAK, cell.name
