"""Mentions: a number that one report gives several times is one count; each mention takes over what only another one says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.crosschecks.counts import WEAK, Count, Value, place_key, speaking, state
from recoupe.crosschecks.names import one_name
from recoupe.model import Bound, Number
from recoupe.ontology import UnitKind, unit_kind

Mask = tuple[bool, ...]
"""Which of place, time, speaker and side a count states."""

Stated = tuple[str | None, ...]
"""What it states of them."""


def gathered(counts: Sequence[Count]) -> list[Count]:
    """`counts`, each with what other mentions of its number in the same report say more fully.

    A range of which two others give the ends ("1 800 à 4 000: 1 800 selon ..., 4 000 selon ...") only sums them up: it is left out.
    """
    by_kind: dict[tuple[str, str, str | None, str | None], list[Count]] = defaultdict(list)
    for count in counts:
        by_kind[count.report, count.quantity.unit, count.quantity.role, count.quantity.measure].append(count)
    ends, found = _ends(counts), []
    for alike in by_kind.values():
        body = Body([c for c in alike if not c.title])
        found += [body.titled(c) if c.title else body.filled(c) for c in alike if not _sums_up(c, ends)]
    return sorted(found, key=lambda count: (count.order, count.claim.span))


Kind = tuple[str, str, str | None, str | None]
"""Report, what is counted (people under any name), role, measure."""


def _kind(count: Count) -> Kind:
    q = count.quantity
    return count.report, "person" if unit_kind(q.unit) is UnitKind.PERSON else q.unit, q.role, q.measure


def _ends(counts: Sequence[Count]) -> dict[tuple[Kind, Number | None], str | None]:
    """Who gives each exact number."""
    return {(_kind(c), c.quantity.value): _speaker(c) for c in counts if c.quantity.bound is Bound.EXACT}


def _sums_up(count: Count, ends: Mapping[tuple[Kind, Number | None], str | None]) -> bool:
    q = count.quantity
    if q.bound is not Bound.RANGE:
        return False
    given = {n: ends[_kind(count), n] for n in (q.low, q.high) if (_kind(count), n) in ends}
    return len(given) == len(set(given.values())) == 2


class Body:
    """The counts of one thing in the body of a report. The work grows with the counts, not with their pairs."""

    def __init__(self, counts: Sequence[Count]) -> None:
        mentions: dict[tuple[Value, bool], list[Count]] = defaultdict(list)
        self._fullest: dict[Number, Count] = {}
        for count in counts:
            mentions[count.value, count.part].append(count)
            n = count.quantity.value
            if n is not None and (n not in self._fullest or _fullness(count) < _fullness(self._fullest[n])):
                self._fullest[n] = count
        self._mentions = {key: Mentions(alike) for key, alike in mentions.items()}

    def filled(self, count: Count) -> Count:
        """`count` with what the mentions that may be the same one agree on."""
        alike = self._mentions.get((count.value, count.part))
        return count if alike is None else alike.filled(count)

    def titled(self, count: Count) -> Count:
        """A title tells in short what the text tells in full, on whose word the text says: it asks nothing of its own."""
        fullest = self._fullest.get(count.quantity.value) if count.quantity.value is not None else None
        if fullest is None:
            return count
        told = self.filled(fullest)
        if count.speaker is not None and not _in_short(count, told):
            return count
        speaker = told.speaker if told.speaker is not None else count.speaker
        return replace(told, claim=count.claim, title=True, speaker=speaker, type=count.type if _type(told) is None else told.type)


def _in_short(title: Count, told: Count) -> bool:
    """The title names nobody else than the text does: nobody, the same by a shorter name, or the country for one of its bodies."""
    one, full = speaking(title.speaker), speaking(told.speaker)
    if one is None or full is None:
        return told.speaker is None
    return one_name(one, full) or (full.side is not None and full.side == state(one))


def _fullness(count: Count) -> tuple[bool, bool, tuple[str, int, int, str]]:
    return _speaker(count) is None, count.part, count.order


class Mentions:
    """The mentions of one number. Two may be one if nothing that both state (place, time, speaker, side) differs.

    Mentions that state the same of these are gathered by what they have in common with the one that asks: a look-up, no comparison.
    """

    def __init__(self, counts: Sequence[Count]) -> None:
        self._by_mask: dict[Mask, list[Count]] = defaultdict(list)
        for count in counts:
            self._by_mask[_mask(count)].append(count)
        self._gathered: dict[tuple[Mask, Mask], dict[Stated, Told]] = {}
        self._alone = len(counts) == 1

    def filled(self, count: Count) -> Count:
        """`count`, and where it leaves something open the first mention that says it, if all that may be the same one agree."""
        if self._alone:
            return count
        told, mask = Told(), _mask(count)
        for other in self._by_mask:
            both = tuple(a and b for a, b in zip(mask, other, strict=True))
            found = self._common(other, both).get(_stated(count, both))
            if found is not None:
                told.join(found)
        place, time, speaker, side, kind = (told.only(n, count) for n in range(len(KEYS)))
        return replace(count, place=place.place, time=time.time, speaker=speaker.speaker, side=side.side, type=kind.type)

    def _common(self, mask: Mask, both: Mask) -> dict[Stated, "Told"]:
        """What those that state `mask` say, by their words on `both`."""
        if (mask, both) not in self._gathered:
            found: dict[Stated, Told] = defaultdict(Told)
            for count in self._by_mask[mask]:
                found[_stated(count, both)].add(count)
            self._gathered[mask, both] = found
        return self._gathered[mask, both]


class Told:
    """For each key the first count that states it, and whether another one states something else."""

    def __init__(self) -> None:
        self._first: list[Count | None] = [None] * len(KEYS)
        self._several = [False] * len(KEYS)

    def add(self, count: Count) -> None:
        """One more mention."""
        for n, key in enumerate(KEYS):
            if key(count) is not None:
                self._state(n, count)

    def join(self, other: "Told") -> None:
        """The mentions of `other` too."""
        for n, count in enumerate(other._first):  # noqa: SLF001
            if count is not None:
                self._state(n, count)
            self._several[n] |= other._several[n]  # noqa: SLF001

    def only(self, n: int, count: Count) -> Count:
        """The first mention that states key `n`, where `count` leaves it open and all that state it agree; else `count`."""
        first = self._first[n]
        return count if first is None or self._several[n] or KEYS[n](count) is not None else first

    def _state(self, n: int, count: Count) -> None:
        first = self._first[n]
        self._several[n] |= first is not None and KEYS[n](first) != KEYS[n](count)
        if first is None or count.order < first.order:
            self._first[n] = count


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


KEYS = (_place, _time, _speaker, _side, _type)
"""What one mention may say and another leave open; all but the last tell two counts apart."""

APART = KEYS[:4]


def _mask(count: Count) -> Mask:
    return tuple(key(count) is not None for key in APART)


def _stated(count: Count, mask: Mask) -> Stated:
    return tuple(key(count) if asked else None for key, asked in zip(APART, mask, strict=True))
