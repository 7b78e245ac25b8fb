"""Counts: the same number of the same thing in sentences that share too few words to match; who says it, and how surely."""

from collections.abc import Iterator
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side, vaguer
from recoupe.drift.hedges import HEDGED, hedge_words
from recoupe.drift.numbers import VAGUE, compatible, told
from recoupe.drift.sources import inner, same_claimant
from recoupe.drift.versions import Version
from recoupe.model import Attribution, Claim, DriftKind, Quantity

TELLING = 20
"""A number from this on, or any number with a role or of a thing that is no person, tells what it is about."""


class Count(NamedTuple):
    """A number that a claim gives, and the line in which it does."""

    line: int
    claim: Claim
    quantity: Quantity

    @property
    def sourced(self) -> bool:
        """Whether anybody is named for it."""
        return self.claim.attribution is not None and bool(self.claim.attribution.source)


def counts(pair: Pair) -> Iterator[Found]:
    """Differences of source, hedge and precision between counts that answer to each other and stand in lines that do not match."""
    left, right = _counts(pair.a), _counts(pair.b)
    for one in left:
        twins = [other for other in right if _same(one.quantity, other.quantity) and _placed_alike(one.claim, other.claim)]
        apart = [other for other in twins if (one.line, other.line) not in pair.lines]
        if apart and len(apart) == len(twins):
            yield from _told(pair, one, apart)
            yield from (found.turned() for other in apart[:1] for found in _told(pair.turned(), other, _like(left, one)))
    yield from _vaguer(pair, left, right)


def _counts(version: Version) -> list[Count]:
    return [
        Count(version.line_at(claim.span.start), claim, quantity)
        for claim in version.claims
        for quantity in claim.quantities
        if quantity.value is not None
        and (quantity.role is not None or quantity.value >= TELLING or quantity.unit not in {"person", "percent"})
    ]


def _same(a: Quantity, b: Quantity) -> bool:
    return a.value == b.value and a.unit == b.unit and (a.role == b.role or a.role is None or b.role is None)


def _like(counts: list[Count], one: Count) -> list[Count]:
    return [other for other in counts if _same(one.quantity, other.quantity)]


def _placed_alike(a: Claim, b: Claim) -> bool:
    """Not where each names a place and they share none."""
    left, right = ({p.id or p.name for p in claim.places} for claim in (a, b))
    return not left or not right or not left.isdisjoint(right)


def _told(pair: Pair, one: Count, theirs: list[Count]) -> Iterator[Found]:
    """What `one` says on somebody's word, or with a hedge, and none of the other version's does."""
    said = one.claim.attribution
    left, right = pair.a.lines[one.line].span, pair.b.lines[theirs[0].line].span
    if one.sourced and said is not None:
        words = inner((*said.source, said.cue), left)
        if not any(other.sourced for other in theirs):
            yield Found(DriftKind.SOURCE_MISSING, Side(left, words), Side(right), 65, "source/count")
        elif _named(said) and not any(same_claimant(said.actor, other.claim.attribution) for other in theirs if said.actor is not None):
            others = [o.claim.attribution for o in theirs if o.claim.attribution is not None and _named(o.claim.attribution)]
            if len(others) == len(theirs):
                yield Found(DriftKind.SOURCE_DIFFERS, Side(left, said.source), Side(right, others[0].source), 60, "source/count")
    if one.claim.modality in HEDGED and not any(other.claim.modality in HEDGED for other in theirs):
        yield Found(DriftKind.HEDGE_MISSING, Side(left, hedge_words(one.claim) or (one.claim.span,)), Side(right), 55, "hedge/count")


def _named(said: Attribution) -> bool:
    """Whether the claimant is more than a role in short ("le ministre", "les autorités"), which may be anybody's."""
    name = said.actor.name if said.actor is not None else ""
    return " " in name or name != name.lower()


def _vaguer(pair: Pair, left: list[Count], right: list[Count]) -> Iterator[Found]:
    """An exact number of people in one role, and only a vague one of them in the other version: the largest of each side."""
    for role in sorted({c.quantity.role for c in left if c.quantity.role} & {c.quantity.role for c in right if c.quantity.role}):
        a, b = (max((c for c in side if c.quantity.role == role), key=_size) for side in (left, right))
        if any(_same(a.quantity, c.quantity) for c in right) or any(_same(b.quantity, c.quantity) for c in left):
            continue
        exactly = [count.quantity.bound not in VAGUE for count in (a, b)]
        kind = vaguer(pair if exactly[0] else pair.turned())
        if kind is not None and exactly[0] != exactly[1] and compatible(a.quantity, b.quantity) and (a.line, b.line) not in pair.lines:
            one, other = (Side(v.lines[c.line].span, (told(c.quantity),)) for v, c in ((pair.a, a), (pair.b, b)))
            yield Found(kind, one, other, 40, "number/count")


def _size(count: Count) -> tuple[float, int]:
    return count.quantity.value or 0, -count.quantity.span.start
