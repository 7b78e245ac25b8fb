"""Mentions: a number that one report gives several times is one count; each mention takes over what only another one says."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from recoupe.crosschecks.counts import WEAK, Count, place_key
from recoupe.model import Bound


def gathered(counts: Sequence[Count]) -> list[Count]:
    """`counts`, each with what other mentions of its number in the same report say more fully.

    A range of which two others give the ends ("1 800 à 4 000: 1 800 selon ..., 4 000 selon ...") only sums them up: it is left out.
    """
    by_kind: dict[tuple[str, str, str | None, str | None], list[Count]] = defaultdict(list)
    for count in counts:
        by_kind[count.report, count.quantity.unit, count.quantity.role, count.quantity.measure].append(count)
    found = []
    for alike in by_kind.values():
        body = [c for c in alike if not c.title]
        found += [_titled(c, body) if c.title else _filled(c, body) for c in alike if not _sums_up(c, alike)]
    return sorted(found, key=lambda count: (count.order, count.claim.span))


def _sums_up(count: Count, alike: Sequence[Count]) -> bool:
    q = count.quantity
    if q.bound is not Bound.RANGE:
        return False
    ends = {c.quantity.value: _speaker(c) for c in alike if c.quantity.bound is Bound.EXACT and c.quantity.value in (q.low, q.high)}
    return len(ends) == len(set(ends.values())) == 2


def _titled(count: Count, body: Sequence[Count]) -> Count:
    """A title tells in short what the text tells in full, on whose word the text says: it asks nothing of its own."""
    same = [c for c in body if c.quantity.value is not None and c.quantity.value == count.quantity.value]
    if count.speaker is not None or not same:
        return count
    fullest = min(same, key=lambda c: (_speaker(c) is None, c.part, c.order))
    told = _filled(fullest, body)
    return replace(told, claim=count.claim, title=True, type=count.type if _type(told) is None else told.type)


def _filled(count: Count, body: Sequence[Count]) -> Count:
    alike = [c for c in body if c.value == count.value and c.part == count.part and _may_be_one(c, count)]
    if len(alike) < 2:
        return count
    return replace(
        count,
        place=_fuller(count, alike, _place).place,
        time=_fuller(count, alike, _time).time,
        speaker=_fuller(count, alike, _speaker).speaker,
        side=_fuller(count, alike, _side).side,
        type=_fuller(count, alike, _type).type,
    )


def _fuller(count: Count, alike: Sequence[Count], key: Callable[[Count], str | None]) -> Count:
    """The first mention that says what `count` leaves open, where all that say it agree; else `count`."""
    stated = {key(c) for c in alike} - {None}
    if key(count) is not None or len(stated) != 1:
        return count
    return next(c for c in alike if key(c) is not None)


def _may_be_one(a: Count, b: Count) -> bool:
    """Nothing that both state differs."""
    return all(key(a) == key(b) or None in (key(a), key(b)) for key in (_place, _time, _speaker, _side))


def _place(count: Count) -> str | None:
    return place_key(count.place) if count.place is not None else None


def _time(count: Count) -> str | None:
    return count.time.value if count.time is not None else None


def _speaker(count: Count) -> str | None:
    return count.speaker.actor.id if count.speaker is not None and count.speaker.actor is not None else None


def _side(count: Count) -> str | None:
    return count.side


def _type(count: Count) -> str | None:
    return None if count.type in WEAK else count.type
