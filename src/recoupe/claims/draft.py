"""A claim in the making: the clause, its count, who says it, and what type of event it is."""

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.types.kind import Kind
from recoupe.model import Evidence, Modality, Quantity, Record, Standing


class Draft(Record, frozen=True, kw_only=True):
    """What is decided first; place, time, roles and polarity follow when the whole of a part is known."""

    clause: Clause
    quantity: Quantity | None
    source: Attributed | None
    kind: Kind
    modality: Modality
    because: tuple[Evidence, ...] = ()
    standing: Standing | None = None
