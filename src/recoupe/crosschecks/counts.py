"""Counts: one quantity of one claim, with what it needs to be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from recoupe.lang import available, table
from recoupe.model import Bound, Claim, Dossier, Modality, Place, PlacePrecision, Polarity, Quantity, When
from recoupe.text import fold

ANSWERING = frozenset({
    Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.POSSIBLE, Modality.ACCUSATION, Modality.FORECAST,
})  # fmt: skip
"""What is demanded, wished for, threatened or denied is no answer to "how many"."""

WIDTH = {
    PlacePrecision.TOWN: 0,
    PlacePrecision.NEAR: 1,
    PlacePrecision.NAMED: 2,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.ADMIN1: 4,
    PlacePrecision.COUNTRY: 5,
}


class Comparison(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`emphatic`: words before a number that stress it and do not bound it ("pas moins de 47" is compared as 47)."""

    emphatic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """`quantity` as `claim` gives it. `place` and `time` are the claim's own; `inherited` is a place taken over from around it.

    `emphatic`: the words stress the number and do not bound it. `part`: a part of another count that no place marks off.
    """

    claim: Claim
    quantity: Quantity
    place: Place | None
    inherited: Place | None
    time: When | None
    side: str | None
    emphatic: bool
    part: bool

    @property
    def report(self) -> str:
        """The id of the report that gives it."""
        return self.claim.report

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By report and position."""
        return self.claim.report, self.quantity.span.start, self.quantity.span.end, self.claim.id


def counts(dossier: Dossier) -> list[Count]:
    """All counts of the dossier that answer "how many", in the order of reports and positions."""
    texts = {report.id: report for report in dossier.reports}
    found = []
    for claim in dossier.claims:
        if claim.polarity is Polarity.POSITIVE and claim.modality in ANSWERING and claim.report in texts:
            report = texts[claim.report]
            emphatic = _emphatic(report.language)
            found += [_count(claim, q, fold(report.text[q.span.start : q.span.end]).startswith(emphatic)) for q in _numbers(claim)]
    return sorted(found, key=lambda count: count.order)


def place_key(place: Place) -> str:
    """The gazetteer's id, or the folded name where no gazetteer knows the place."""
    return place.id if place.id is not None else f"name:{fold(place.name)}"


def _numbers(claim: Claim) -> Iterator[Quantity]:
    """Those that say something: at least one limit."""
    return (q for q in claim.quantities if q.low is not None or q.high is not None)


def _emphatic(language: str) -> tuple[str, ...]:
    return tuple(map(fold, table(language, "comparison", Comparison).emphatic)) if language in available() else ()


def _count(claim: Claim, quantity: Quantity, emphatic: bool) -> Count:  # noqa: FBT001
    place = _narrowest(p for p in claim.places if not p.part and not p.inherited)
    return Count(
        claim=claim,
        quantity=quantity,
        place=place,
        inherited=_narrowest(p for p in claim.places if not p.part and p.inherited),
        time=_own_time(claim),
        side=next((r.actor.side for r in claim.roles if r.name == "target" and r.actor and r.actor.side), None),
        emphatic=emphatic and quantity.bound is Bound.AT_LEAST,
        part=(quantity.part or claim.part_of is not None) and place is None,
    )


def _narrowest(places: Iterable[Place]) -> Place | None:
    return min(places, key=lambda p: (WIDTH[p.precision], p.span), default=None)


def _own_time(claim: Claim) -> When | None:
    """None where the only time is the one at which it was said."""
    uttered = claim.attribution.uttered if claim.attribution else None
    said = uttered is not None and claim.when is not None and claim.when.value == uttered.value and claim.when.span == uttered.span
    return None if said else claim.when
