"""Counts: the same number of the same thing in sentences that share too few words to match; who says it, and how surely."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side, vaguer
from recoupe.drift.hedges import HEDGED, hedge_words
from recoupe.drift.numbers import VAGUE, bounded, coarser, compatible, digits, equal, near, told, unlike
from recoupe.drift.precision import BREADTH
from recoupe.drift.sources import inner, named_alike, same_claimant
from recoupe.drift.sources import said as said_in_line
from recoupe.drift.turns import exclude
from recoupe.drift.versions import Version
from recoupe.model import UNHELD, Attribution, Bound, Claim, DriftKind, Modality, Precision, Quantity, Standing
from recoupe.ontology import UnitKind, unit_kind

TELLING = 20
"""A number from this on, or any number with a role or of a thing that is no person, tells what it is about."""


AHEAD = frozenset({Modality.FORECAST, Modality.WISH, Modality.DEMAND, Modality.THREAT})
"""What is not there yet is not counted."""

LONG_AGO = frozenset({Precision.YEAR, Precision.MONTH})
"""How fine a time is that is told of other events than the one of the day."""

FEW = 10
"""Smaller numbers are of many things in one text: a bound of one of them says nothing of the others."""

LARGE_ENOUGH = 1000
"""Numbers from this on are known again by whatever name of the same kind the thing goes."""

LIVED_IN = frozenset({"household", "home", "house"})
"""What is counted where power, water or roofs are lacking."""

AGE = "year"
"""Who is 67 years old is told from others by it, and may be spoken of for two reasons."""

OWN = 3
"""A number of so many digits, zeros behind them not counted, is known again whatever it is said to count."""


class Count(NamedTuple):
    """A number that a claim gives, and the line in which it does."""

    line: int
    claim: Claim
    quantity: Quantity

    @property
    def held(self) -> bool:
        """Whether the version stands by it; what it calls former or wrong answers to nothing."""
        return self.claim.standing not in UNHELD

    @property
    def ahead(self) -> bool:
        """Whether it is only to come: "nous serons plus de 500.000"."""
        return self.claim.modality in AHEAD

    @property
    def sourced(self) -> bool:
        """Whether anybody is named for it."""
        return self.claim.attribution is not None and bool(self.claim.attribution.source)


def counts(pair: Pair) -> Iterator[Found]:
    """Differences of source, hedge and precision between counts that answer to each other and stand in lines that do not match."""
    left, right, mirrored = _counts(pair.a), _counts(pair.b), pair.turned()
    for one in (count for count in left if count.held):
        twins = [other for other in right if other.held and _same(one.quantity, other.quantity) and _answers(one, other)]
        apart = [other for other in twins if (one.line, other.line) not in pair.lines]
        if apart and len(apart) == len(twins):
            yield from _told(pair, one, apart)
            yield from (found.turned() for other in apart[:1] for found in _told(mirrored, other, _like(left, one)))
        yield from _bounded(pair, one, twins, _like(left, one))
    yield from _replaced(pair, left, right)
    yield from (found.turned() for found in _replaced(mirrored, right, left))
    yield from _vaguer(pair, left, right)
    yield from _other_numbers(pair, left, right)
    yield from _alone(pair, mirrored)
    yield from _limits(pair)
    yield from (found.turned() for found in _limits(mirrored))


def _counts(version: Version) -> list[Count]:
    return [
        Count(version.line_at(claim.span.start), claim, quantity)
        for claim in version.claims
        for quantity in claim.quantities
        if quantity.value is not None
        and quantity.value != 1  # an article
        and quantity.unit != AGE
        and (quantity.role is not None or quantity.value >= TELLING or quantity.unit not in {"person", "percent"})
    ]


def _replaced(pair: Pair, left: list[Count], right: list[Count]) -> Iterator[Found]:
    """A number that the other version tells as former, with the one that it gives in its place."""
    for old in (count for count in right if not count.held):
        news = [c for c in right if c.claim.standing is Standing.NEW and c.line == old.line and _one_thing(c, old)]
        ours = [c for c in left if c.held and _same(c.quantity, old.quantity) and _placed_alike(c, old)]
        held = any(c.held and _same(c.quantity, old.quantity) for c in right)
        if news and ours and not held:
            yield Found(DriftKind.NUMBER_DIFFERS, *_sides(pair, ours[0], news[0]), 60, "number/replaced")


def _one_thing(a: Count, b: Count) -> bool:
    return a.quantity.unit == b.quantity.unit and a.quantity.role == b.quantity.role


def _sides(pair: Pair, one: Count, other: Count) -> tuple[Side, Side]:
    left, right = (Side(v.lines[c.line].span, (told(c.quantity),)) for v, c in ((pair.a, one), (pair.b, other)))
    return left, right


def _same(a: Quantity, b: Quantity) -> bool:
    if a.value != b.value or not _as_one(a.role, b.role):
        return False
    return a.unit == b.unit or digits(a) >= OWN or _called_otherwise(a, b)  # "193.400 manifestants" are "193.400 personnes" to the next


def _called_otherwise(a: Quantity, b: Quantity) -> bool:
    """One large number of things that may be called by either name: "40.000 foyers", "40.000 logements"; of people by any two."""
    kinds = {LIVED_IN if q.unit in LIVED_IN else unit_kind(q.unit) for q in (a, b)}
    return (a.value or 0) >= LARGE_ENOUGH and len(kinds) == 1 and kinds <= {UnitKind.PERSON, LIVED_IN}


def _as_one(role: str | None, other: str | None) -> bool:
    return role == other or role is None or other is None


def _like(counts: list[Count], one: Count) -> list[Count]:
    return [other for other in counts if _same(one.quantity, other.quantity)]


def _answers(one: Count, other: Count) -> bool:
    """Of one place, and none of the two only to come."""
    return one.ahead == other.ahead and _placed_alike(one, other)


def _placed_alike(one: Count, other: Count) -> bool:
    """Of one place, or a number that tells, which is known again wherever it is."""
    return min(one.quantity.value or 0, other.quantity.value or 0) >= TELLING or _together(one, other)


def _together(one: Count, other: Count) -> bool:
    """Not where the sentence of each names a place and they share none; a wider place may hold a narrower one."""
    left, right = ({(p.id or p.name, BREADTH[p.precision]) for p in count.claim.places if not p.inherited} for count in (one, other))
    return not left or not right or not left.isdisjoint(right) or {b for _, b in left}.isdisjoint(b for _, b in right)


def _told(pair: Pair, one: Count, theirs: list[Count]) -> Iterator[Found]:
    """What `one` says on somebody's word, or with a hedge, and none of the other version's does."""
    said = one.claim.attribution
    left, right = pair.a.lines[one.line].span, pair.b.lines[theirs[0].line].span
    if one.sourced and said is not None:
        words = inner((*said.source, said.cue), left)
        headed = all(pair.heads(one.line, other.line) for other in theirs)
        if not headed and not any(other.sourced or said_in_line(pair.b, other.line, named_only=False) for other in theirs):
            yield Found(DriftKind.SOURCE_MISSING, Side(left, words), Side(right), 65, "source/count")
        elif _named(said) and not any(same_claimant(said.actor, other.claim.attribution) for other in theirs if said.actor is not None):
            others = [o.claim.attribution for o in theirs if o.claim.attribution is not None and _named(o.claim.attribution)]
            if len(others) == len(theirs) and not named_alike(pair, said, others[0]):
                yield Found(DriftKind.SOURCE_DIFFERS, Side(left, said.source), Side(right, others[0].source), 60, "source/count")
    if one.claim.modality in HEDGED and not any(other.claim.modality in HEDGED for other in theirs):
        yield Found(DriftKind.HEDGE_MISSING, Side(left, hedge_words(one.claim) or (one.claim.span,)), Side(right), 55, "hedge/count")


def _bounded(pair: Pair, one: Count, theirs: list[Count], mine: list[Count]) -> Iterator[Found]:
    """One number, that the one version always gives as an estimate or a bound ("près de 300") and the other always as it is."""
    bounds = [{count.quantity.bound for count in side} for side in (mine, theirs)]
    many = one.quantity.value is not None and one.quantity.value >= FEW
    exact = {Bound.EXACT} in bounds and (bounds[0] | bounds[1]) <= {Bound.EXACT, *VAGUE}  # "au moins 47" is no other number than 47
    if many and one is mine[0] and theirs and exact and bounds[0].isdisjoint(bounds[1]):
        kind = bounded(pair, one.quantity, theirs[0].quantity)
        if kind is not None:
            yield Found(kind, *_sides(pair, one, theirs[0]), 50, "number/bound")


def _named(said: Attribution) -> bool:
    """Whether the claimant is more than a role in short ("le ministre", "les autorités"), which may be anybody's."""
    name = said.actor.name if said.actor is not None else ""
    return " " in name or name != name.lower()


def _vaguer(pair: Pair, left: list[Count], right: list[Count]) -> Iterator[Found]:
    """A number of something, and only a vaguer one of it in the other version: one of each that answer to each other alone."""
    mine = [c for c in left if not any(_same(c.quantity, other.quantity) for other in right)]
    theirs = [c for c in right if not any(_same(c.quantity, other.quantity) for other in left)]
    for one in mine:
        close = [other for other in theirs if _rounded(one, other)]
        if len({o.quantity.value for o in close}) != 1 or len({c.quantity.value for c in mine if _rounded(c, close[0])}) != 1:
            continue
        other = close[0]
        turned = coarser(other.quantity, one.quantity)
        kind = vaguer(pair.turned() if turned else pair)
        if kind is not None and (one.line, other.line) not in pair.lines:
            yield Found(kind, *_sides(pair, one, other), 40, "number/count")
            yield from _unsourced(pair, one, other)
            yield from (found.turned() for found in _unsourced(pair.turned(), other, one))


def _unsourced(pair: Pair, one: Count, other: Count) -> Iterator[Found]:
    """`one` is on somebody's word, and the other, vaguer or finer, on nobody's."""
    said, left, right = one.claim.attribution, pair.a.lines[one.line].span, pair.b.lines[other.line].span
    if pair.heads(one.line, other.line):
        return
    if said is not None and one.sourced and not said_in_line(pair.b, other.line, named_only=False):
        yield Found(DriftKind.SOURCE_MISSING, Side(left, inner((*said.source, said.cue), left)), Side(right), 65, "source/count")


def _rounded(one: Count, other: Count) -> bool:
    """The same thing, and one number the other, rounded."""
    a, b = one.quantity, other.quantity
    vague = coarser(a, b) or coarser(b, a)
    alike = a.unit == b.unit and _as_one(a.role, b.role)
    return vague and alike and near(a, b) and compatible(a, b) and _together(one, other)


def _limits(pair: Pair) -> Iterator[Found]:
    """A range, of which the other version has one end alone: as a bound it is vaguer, as a number another one."""
    for one in (Count(pair.a.line_at(c.span.start), c, q) for c in pair.a.claims for q in c.quantities if q.bound is Bound.RANGE):
        ends = [c for c in _counts(pair.b) if _ends(one.quantity, c.quantity) and _answers(one, c)]
        both = {one.quantity.low, one.quantity.high} <= {q.value for q in pair.b.reading.quantities if q.unit == one.quantity.unit}
        if not both and len({c.quantity.value for c in ends}) == 1 and not any(equal(one.quantity, q) for q in pair.b.reading.quantities):
            other = ends[0]
            kind = DriftKind.NUMBER_DIFFERS if other.quantity.bound is Bound.EXACT else vaguer(pair)
            if kind is not None:
                yield Found(kind, *_sides(pair, one, other), 50, "number/end")


def _ends(of: Quantity, quantity: Quantity) -> bool:
    return (
        quantity.value in {of.low, of.high}
        and (quantity.value or 0) >= FEW
        and of.unit == quantity.unit
        and _as_one(of.role, quantity.role)
    )


def _other_numbers(pair: Pair, left: list[Count], right: list[Count]) -> Iterator[Found]:
    """Another number of one thing on the word of one claimant, who gives no other of it in either version."""
    mine, theirs = (_by_claimant(side) for side in (left, right))
    for key in sorted(mine.keys() & theirs.keys()):
        a, b = mine[key], theirs[key]
        same_thing = key[2] or near(a[0].quantity, b[0].quantity)  # without a role it may be another day's or town's
        told_once = len({c.quantity.value for c in a}) == len({c.quantity.value for c in b}) == 1
        one, other = a[0], b[0]
        if same_thing and told_once and (one.line, other.line) not in pair.lines and unlike(one.quantity, other.quantity):
            yield Found(DriftKind.NUMBER_DIFFERS, *_sides(pair, one, other), 75, "number/claimant")


def _alone(pair: Pair, mirrored: Pair) -> Iterator[Found]:
    """A thing of which each version gives one number, and another: which, on whose word, and how surely."""
    mine, theirs = _single(pair.a), _single(pair.b)
    for key in sorted(mine.keys() & theirs.keys()):
        one, other = mine[key], theirs[key]
        apart = (one.line, other.line) not in pair.lines and not equal(one.quantity, other.quantity)
        if not apart or not _placed_alike(one, other) or not _timed_alike(one, other):
            continue
        left_open = _left_open(one.quantity, other.quantity) or _left_open(other.quantity, one.quantity)
        if not key[1] and not left_open:
            continue  # two things that nothing has become of need not be one
        if left_open and (kind := vaguer(pair if other.quantity.value is None else mirrored)) is not None:
            yield Found(kind, *_sides(pair, one, other), 40, "number/alone")
        elif unlike(one.quantity, other.quantity):
            yield Found(DriftKind.NUMBER_DIFFERS, *_sides(pair, one, other), 60, "number/alone")
        yield from _told(pair, one, [other])
        yield from (found.turned() for found in _told(mirrored, other, [one]))


def _left_open(number: Quantity, other: Quantity) -> bool:
    """The other says of a large number only how many figures it has: "des dizaines de milliers"."""
    large = (number.value or 0) >= LARGE_ENOUGH or number.role is not None
    return number.value is not None and large and other.bound is Bound.INDEFINITE and other.value is None and compatible(number, other)


def _single(version: Version) -> dict[tuple[str, str], Count]:
    """The things of which a version gives one number alone, with what has become of them."""
    found = defaultdict[tuple[str, str], list[Count]](list)
    for claim in version.claims:
        for quantity in (q for q in claim.quantities if not q.part and q.unit != AGE):
            found[quantity.unit, quantity.role or ""].append(Count(version.line_at(claim.span.start), claim, quantity))
    return {
        thing: counts[0]
        for thing, counts in found.items()
        if len({(c.quantity.low, c.quantity.high) for c in counts}) == 1 and all(c.held and not c.ahead for c in counts)
    }


def _timed_alike(one: Count, other: Count) -> bool:
    """Not where each names a day in the same way, and another; nor where the one tells of a year or month, the other of none."""
    a, b = (count.claim.when for count in (one, other))
    if (a is not None and a.precision in LONG_AGO) != (b is not None and b.precision in LONG_AGO):
        return False
    return a is None or b is None or not exclude(a, b)


def _by_claimant(counts: list[Count]) -> dict[tuple[str, str, str, bool], list[Count]]:
    """The counts of each thing by each claimant who is named."""
    found = defaultdict[tuple[str, str, str, bool], list[Count]](list)
    for count in counts:
        said, quantity = count.claim.attribution, count.quantity
        if said is not None and said.actor is not None and count.sourced and _named(said):
            found[said.actor.id, quantity.unit, quantity.role or "", quantity.part].append(count)
    return found
