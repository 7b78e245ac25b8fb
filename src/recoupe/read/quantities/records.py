"""The record of a count, whatever the language whose grammar found it."""

from typing import TYPE_CHECKING

from recoupe.model import Quantity, Span
from recoupe.ontology import MEASURED, unit_kind
from recoupe.read.quantities.bounds import bounded
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities import counts, english


def quantity(report: str, text: Tokens, count: "counts.Count | english.Count") -> Quantity:
    """The record of `count`."""
    number = bounded(count.number, count.bounds, measured=unit_kind(count.unit) in MEASURED)
    return Quantity(
        span=Span(report=report, start=text.starts[count.first], end=text.end(number.last - 1)),
        counted=Span(report=report, start=text.starts[count.noun.first], end=text.end(count.noun.last - 1)) if count.noun else None,
        value=number.value,
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=count.unit,
        role=count.role,
        part=count.part,
        measure=count.measure,
    )
