"""What speaks against one question: places, times, sizes that two cells state and that cannot be one.

A place or time that was taken over from around a count says little: only within one report, where several stand side by side, does it
tell counts apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from recoupe.crosschecks.cells import CIVIL, Cell, fighting
from recoupe.crosschecks.counts import ILLNESSES, Count, may_hold, place_key, speaking, state
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.shares import ALL, of_a_kind
from recoupe.crosschecks.signs import Strength
from recoupe.crosschecks.times import fits
from recoupe.crosschecks.wording import wording
from recoupe.model import Bound, Number
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.text import fold, plain
from recoupe.text.words import words

APART = 10
"""Answers to one question of what has no role are hardly so many times larger than others."""


VAGUE = 5
"""So many times their least is what vague words without an end may say: "plusieurs milliers" are two thousand or ten."""


def contradicted(a: Cell, b: Cell, strength: Strength, provenance: Provenance) -> bool:
    """Whether the two cannot be one question, for a sign of this strength. A copied passage only yields to another measure, kind of thing
    or side."""
    p, q = a.question, b.question
    if _fighters_and_civilians(a, b, provenance) or _fighters_and_civilians(b, a, provenance):
        return True
    if p.measure is not q.measure or _two_kinds(p.unit, q.unit) or (p.target != q.target and None not in (p.target, q.target)):
        return True
    if strength is Strength.COPIED:
        return False
    if _set_beside(a, b) or _set_beside(b, a):
        return True
    if _part_and_whole(a, b) or _elsewhere(a, b) or _at_another_time(a, b):
        return True
    if _each_its_own(a, b) or _in_other_states(a, b, provenance):
        return True
    without = p.role is None and q.role is None
    if without and (_far_apart(a, b) or (strength >= Strength.TOLD and _side_by_side(a, b))):
        return True
    return _told_apart(a, b, provenance)


def _two_kinds(a: str, b: str) -> bool:
    """No thing is a measure, no person a thing; and of two measures one number is two answers: "38 km", "38 milles".

    >>> _two_kinds("km", "vehicle"), _two_kinds("km", "mile"), _two_kinds("vehicle", "drone"), _two_kinds("soldier", "vehicle")
    (True, True, False, True)
    """
    if a == b:
        return False
    found = {unit_kind(a), unit_kind(b)}
    return not found.isdisjoint(MEASURED) or (UnitKind.PERSON in found and len(found - {None}) > 1)


def _fighters_and_civilians(a: Cell, b: Cell, provenance: Provenance) -> bool:
    """Who fights and who does not are never the same people."""
    return b.question.unit in CIVIL and any(fighting(c.quantity.unit, provenance.languages[c.report]) for c in a.counts)


def _set_beside(a: Cell, b: Cell) -> bool:
    """A number that a text only compares with others is no answer to their question, nor is one of others that come on top of them."""
    given = {(count.report, count.value) for count in b.counts}
    told = {report for report, _ in given}
    return any((c.compared or c.others) and c.report in told and (c.report, c.value) not in given for c in a.counts)


def _each_its_own(a: Cell, b: Cell) -> bool:
    """People, or the cases of an illness, that two countries count in one report, none saying whose they are: each may count its own."""
    if unit_kind(a.question.unit) is not UnitKind.PERSON and a.question.unit not in ILLNESSES:
        return False
    said: dict[str, set[str]] = defaultdict(set)
    for report, country in _countries(a):
        said[report].add(country)
    return any(report in said and country not in said[report] for report, country in _countries(b))


def _countries(cell: Cell) -> Iterator[tuple[str, str]]:
    """The countries that count, each in its report, where it is not said that the people are another one's."""
    for count in cell.counts:
        country = state(speaking(count.speaker))
        if country is not None and count.side in (None, country):
            yield count.report, country


def _part_and_whole(a: Cell, b: Cell) -> bool:
    """One counts a part, the other all. "9 of the 52 were soldiers" gives the soldiers, of whom another may count more or fewer; people of
    one kind beside others are not all people."""
    p, q = a.question, b.question
    if any(whole.unit in ALL and not whole.part and _shared(cell) for whole, cell in ((p, b), (q, a))):
        return True
    return p.part is not q.part and not (p.unit == q.unit and of_a_kind(p.unit) and _shared(a if p.part else b))


def _shared(cell: Cell) -> bool:
    return all(count.share for count in cell.counts)


def _elsewhere(a: Cell, b: Cell) -> bool:
    """Both name places of their own, and none is, holds or lies in one of the other."""
    left, right = ({place_key(c.place): c.place for c in cell.counts if c.place is not None} for cell in (a, b))
    if not left or not right or left.keys() & right.keys():
        return False
    return not any(may_hold(x, y) or may_hold(y, x) for x in left.values() for y in right.values())


def _at_another_time(a: Cell, b: Cell) -> bool:
    """Of tolls the times as settled; else times of their own, none of which can be one of the other."""
    if None not in (a.question.role, b.question.role):
        return a.question.when != b.question.when
    left, right = ({c.time.value for c in cell.counts if c.time is not None and not c.time.inherited} for cell in (a, b))
    return bool(left and right) and not any(fits(x, y) or fits(y, x) for x in left for y in right)


def _in_other_states(a: Cell, b: Cell, provenance: Provenance) -> bool:
    """What the clauses of the one tell to be in one state, those of the other in another: "privés de courant", "courant rétabli"."""
    mine, theirs = (
        {state for c in cell.counts for state in _states(provenance.words(c.claim.span), provenance.languages[c.report])} for cell in (a, b)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=10_000)
def _states(clause: str, language: str) -> frozenset[str]:
    """The states that a clause tells of; one is asked for with every other that may be its answer."""
    known, text = wording(language).states, fold(plain(clause))
    return frozenset(known[text[a:b]] for a, b in words(text) if text[a:b] in known)


def _far_apart(a: Cell, b: Cell) -> bool:
    counts = [count for cell in (a, b) for count in cell.counts]
    large, small = [n for c in counts for n in _numbers(c)], [n * _vague(c) for c in counts for n in _numbers(c)]
    return bool(large) and max(large) > APART * min(small)


def _numbers(count: Count) -> Iterator[Number]:
    q = count.quantity
    return (n for n in (q.low, q.value, q.high) if n)


def _vague(count: Count) -> int:
    return VAGUE if count.quantity.bound is Bound.INDEFINITE and count.quantity.high is None else 1


def _side_by_side(a: Cell, b: Cell) -> bool:
    """One report gives other numbers under other places, be they taken over."""
    found: dict[str, set[tuple[object, str]]] = defaultdict(set)
    for count in a.counts:
        if (place := _around(count)) is not None:
            found[count.report].add((count.value, place))
    return any(
        count.value != value and _around(count) not in (place, None)
        for count in b.counts
        for value, place in sorted(found.get(count.report, ()), key=repr)
    )


def _around(count: Count) -> str | None:
    place = count.place or count.inherited
    return place_key(place) if place is not None else None


def _told_apart(a: Cell, b: Cell, provenance: Provenance) -> bool:
    """One voice gives two numbers in one sentence, neither in place of the other: two things are counted."""
    said: dict[object, list[Count]] = defaultdict(list)
    for count in a.counts:
        said[_saying(count, provenance)].append(count)
    return any(_two_things(count, other) for count in b.counts for other in said.get(_saying(count, provenance), ()))


def _saying(count: Count, provenance: Provenance) -> tuple[str, int, str | None]:
    actor = count.speaker.actor if count.speaker is not None else None
    return count.report, provenance.sentence(count.quantity.span), actor.id if actor is not None else None


def _two_things(a: Count, b: Count) -> bool:
    ranged = Bound.RANGE in (a.quantity.bound, b.quantity.bound)
    return a.value != b.value and a.standing is b.standing and not (a.title or b.title or ranged)
