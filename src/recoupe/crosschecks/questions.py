"""Which counts answer one question: equal type, unit, role, measure, target, place and time, after what is open has been settled.

What a claim leaves open is settled over the whole dossier, never by the order of claims: a type, target or time that is stated once
only is taken over; for places see `scopes`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

import msgspec

from recoupe.crosschecks.counts import WEAK, Count, place_key
from recoupe.crosschecks.scopes import on_the_way, settled
from recoupe.crosschecks.times import keys, toll_keys
from recoupe.model import Bound, Event, Measure, Number, Question
from recoupe.ontology import MEASURED, unit_kind

Value = tuple[Number | None, Number | None]
K = TypeVar("K", bound=Hashable)


LASTING = frozenset({"DISASTER", "ACCIDENT"})
"""What is counted of these, houses and schools too, is counted over days, as people are."""


FEW = 3
"""A smaller number of a part may be that of another whole by chance."""


class Asked(NamedTuple):
    """A question, the counts that answer it, the number that keeps apart what its fields do not, and by what signs it was joined."""

    question: Question
    counts: tuple[Count, ...]
    number: Value | None
    signs: tuple[str, ...] = ()


class _Kind(NamedTuple):
    unit: str
    role: str | None
    measure: Measure | None


def questions(counts: Sequence[Count], event: Event) -> list[Asked]:
    """All questions that `counts` answer, sorted."""
    found = []
    for kind, alike in _grouped(counts, lambda c: _Kind(c.quantity.unit, c.quantity.role, c.quantity.measure)):
        for type_, typed in _grouped(list(zip(alike, _types(kind, alike), strict=True)), lambda pair: pair[1]):
            found += _asked(kind, type_, [count for count, _ in typed], event)
    return sorted(found, key=lambda asked: (msgspec.json.encode(asked.question), asked.counts[0].order))


def _grouped(items: Iterable[tuple[Count, str]] | Iterable[Count], key: Callable[..., K]) -> list[tuple[K, list]]:  # type: ignore[type-arg]
    groups: dict[K, list] = defaultdict(list)  # type: ignore[type-arg]
    for item in items:
        groups[key(item)].append(item)
    return sorted(groups.items(), key=lambda group: repr(group[0]))


def _types(kind: _Kind, counts: Sequence[Count]) -> list[str]:
    """The type of each. Of people killed, hurt, arrested... unit and role decide, and the commonest type names the question."""
    stated = [_stated(count) for count in counts]
    typed = Counter(t for t in stated if t not in WEAK and t != "FORECAST")
    if not typed:
        return stated
    if kind.role is not None:
        name = min(typed, key=lambda t: (-typed[t], t))
        return ["FORECAST" if t == "FORECAST" else name for t in stated]
    return [next(iter(typed)) if t in WEAK and len(typed) == 1 else t for t in stated]


def _stated(count: Count) -> str:
    if count.foreseen:
        return "FORECAST"
    return "OTHER" if count.type in WEAK else count.type


def _asked(kind: _Kind, type_: str, counts: list[Count], event: Event) -> list[Asked]:
    toll = kind.role is not None or (type_ in LASTING and unit_kind(kind.unit) not in MEASURED)
    times = toll_keys([c.time for c in counts], event.when) if toll else keys([c.time for c in counts])
    counts = on_the_way(counts, event) if kind.role is not None else counts
    places = settled(counts, event if kind.role is not None else None)
    targets, parts, beside = _targets(counts), _parts(counts), _beside(counts) | _on_top(counts)
    # of what is measured one event has many: 3 % of the voters and 7 % of the seats answer no common question
    loose = kind.role is None and (type_ in WEAK or type_ == "FORECAST" or unit_kind(kind.unit) in MEASURED)
    cells: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for count, time, place, target in zip(counts, times, places, targets, strict=True):
        apart = loose or count.lone or count.compared or count in beside or _is_of_more(count, parts)
        number = count.limits if apart else None
        cells[target, place, time, count.part, count.named, number, count.share].append(count)
    return [_question(kind, type_, (cell, event), members) for cell, members in cells.items()]


def _parts(counts: Sequence[Count]) -> dict[str, bool]:
    """Claims of which parts are told by place; whether others, who break nothing down, give the number of such a part as theirs of all:
    the whole is of a wider place than theirs."""
    found: dict[str, bool] = {}
    bare = {c.value for c in counts if c.place is None and c.claim.part_of is None}
    for count in counts:
        whole = count.claim.part_of
        if whole is not None and count.place is not None and not count.part:
            telling = (count.quantity.low or 0) >= FEW and count.value in bare
            found[whole] = found.get(whole, False) or telling
    return found


def _beside(counts: Sequence[Count]) -> frozenset[Count]:
    """Those that stand with another number of the same in one clause, each with its noun, neither in place of the other nor a part of it:
    of two kinds, whose names are not told apart ("quatre navires français et deux navires britanniques")."""
    clauses: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for count in counts:
        if not count.part and count.quantity.bound is not Bound.RANGE:
            speaker = count.speaker.id if count.speaker is not None else None
            clauses[count.claim.span, count.title, count.standing, speaker, _where(count)].append(count)
    pairs = (pair for found in clauses.values() for pair in combinations(sorted(found, key=lambda c: c.order), 2))
    return frozenset(count for pair in pairs if _two_kinds(*pair) for count in pair)


def _on_top(counts: Sequence[Count]) -> frozenset[Count]:
    """Those that a text counts beside others of the same that it told before: neither number is of all ("62 abattus, 15 autres
    brouillés")."""
    first: dict[str, Count] = {}
    for count in sorted(counts, key=lambda c: c.order):
        first.setdefault(count.report, count)
    return frozenset(count for count in counts if count.others and not count.part and count is not first[count.report])


def _two_kinds(a: Count, b: Count) -> bool:
    noun = a.quantity.counted
    return a.value != b.value and noun is not None and noun.end <= b.quantity.span.start


def _where(count: Count) -> str | None:
    return place_key(count.place) if count.place is not None else None


def _is_of_more(count: Count, parts: Mapping[str, bool]) -> bool:
    return count.place is None and parts.get(count.claim.id, False)


def _targets(counts: Sequence[Count]) -> list[str | None]:
    """The side of each: its own, or the only one that is stated; where people of one country are counted there may be others, so that
    only the very same number is theirs too."""
    sides = {c.side for c in counts if c.side is not None}
    only = min(sides) if len(sides) == 1 else None
    theirs = {c.value for c in counts if c.side is not None} if any(c.people for c in counts) else None
    return [c.side or (only if theirs is None or c.value in theirs else None) for c in counts]


def _question(kind: _Kind, type_: str, asked: tuple[tuple[object, ...], Event], counts: list[Count]) -> Asked:
    (target, place, time, part, words, number, _), event = asked
    own = sorted((p for c in counts for p in (c.place, c.inherited) if p), key=lambda p: p.span)
    named = next((p for p in (*own, *event.places) if place_key(p) == place), None)
    question = Question(
        type=type_,
        unit=kind.unit,
        role=kind.role,
        target=target if isinstance(target, str) else None,
        place=place if isinstance(place, str) else None,
        place_name=named.name if named is not None else None,
        when=time if isinstance(time, str) else None,
        part=part is True,
        measure=kind.measure,
        part_words=words if isinstance(words, str) else None,
    )
    return Asked(question, tuple(counts), number if isinstance(number, tuple) else None)
