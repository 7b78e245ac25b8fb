"""Relations between crosschecks: a wider or narrower place, and parts of one whole."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from recoupe.crosschecks.counts import WIDTH, Count, place_key
from recoupe.model import Place, PlacePrecision, Question

MOST = 200
"""So many questions of one kind, those with the most counts, are compared with each other."""


class Member(NamedTuple):
    """A crosscheck's id with what relations are read from."""

    id: str
    question: Question
    counts: tuple[Count, ...]


def related(members: Sequence[Member]) -> Mapping[str, tuple[str, ...]]:
    """For each id the ids of crosschecks of a wider or narrower scope, sorted."""
    found: dict[str, set[str]] = {member.id: set() for member in members}
    holder: dict[str, set[str]] = {}
    for member in members:
        for count in member.counts:
            holder.setdefault(count.claim.id, set()).add(member.id)
    for a, b in _pairs(members, holder):
        if a != b:
            found[a].add(b)
            found[b].add(a)
    return {id_: tuple(sorted(others)) for id_, others in found.items()}


def _pairs(members: Sequence[Member], holder: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    pairs = {(m.id, whole) for m in members for c in m.counts for whole in sorted(holder.get(c.claim.part_of or "", ()))}
    alike: dict[tuple[str, str, str | None], list[Member]] = {}
    for member in members:
        alike.setdefault((member.question.type, member.question.unit, member.question.role), []).append(member)
    for group in alike.values():
        largest = sorted(group, key=lambda m: (-len(m.counts), m.id))[:MOST]
        places = {member.id: _place(member) for member in largest}
        pairs |= {(a.id, b.id) for a, b in combinations(largest, 2) if _nested(a, b, (places[a.id], places[b.id]))}
    return pairs


def _nested(a: Member, b: Member, places: tuple[Place | None, Place | None]) -> bool:
    """One place lies in the other, or one question gives no place or asks for a part."""
    if a.question.when != b.question.when and None not in (a.question.when, b.question.when):
        return False
    if a.question.measure != b.question.measure:
        return False
    if a.question.part != b.question.part:
        return True
    if (a.question.place is None) != (b.question.place is None):
        return True
    left, right = places
    return left is not None and right is not None and (within(left, right) or within(right, left))


def _place(member: Member) -> Place | None:
    places = [p for c in member.counts for p in (c.place, c.inherited) if p and place_key(p) == member.question.place]
    return min(places, key=lambda p: p.span, default=None)


def within(inner: Place, outer: Place) -> bool:
    """Whether the gazetteer puts `inner` in `outer`: a country holds its places, a first-level region those of its code.

    >>> def place(precision, country, admin1=None): return Place(span=None, name="", precision=precision, country=country, admin1=admin1)
    >>> town, region = place(PlacePrecision.TOWN, "FR", "53"), place(PlacePrecision.ADMIN1, "FR", "53")
    >>> within(town, region), within(region, place(PlacePrecision.COUNTRY, "FR")), within(region, town)
    (True, True, False)
    """
    if inner.country is None or inner.country != outer.country or WIDTH[inner.precision] >= WIDTH[outer.precision]:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return True
    return outer.precision is PlacePrecision.ADMIN1 and inner.admin1 is not None and inner.admin1 == outer.admin1
