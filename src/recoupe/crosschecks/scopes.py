"""Scopes: over which place each count of one thing counts, after what is open has been settled.

A place is taken over with the very same number, because a part over one place is a narrower question. Of people killed, hurt, displaced...
in one event the place of the event is the place of what names none; and a wider place that holds it is no other question where it
is given with the same number, or where the event is an accident, which has one place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.crosschecks.counts import WIDTH, Count, may_hold, place_key
from recoupe.model import Event, Number, Place, PlacePrecision

Value = tuple[Number | None, Number | None]

ONE_PLACE = frozenset({"ACCIDENT"})
"""Types of events that have one place."""

AREAS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})

BEHIND = 25
"""Characters between a town and the area that is named around it: ", dans le département de la"."""


def settled(counts: Sequence[Count], event: Event | None) -> list[str | None]:
    """The key of the place of each; `event` for tolls only."""
    broken = {place_key(c.place) for c in counts if c.place and not c.part and (c.quantity.part or c.claim.part_of is not None)}
    own = {place_key(c.place): c.place for c in counts if c.place}
    whole = {key: place for key, place in own.items() if key not in broken}
    by_number: dict[Value, set[str]] = defaultdict(set)
    for count in counts:
        if count.place is not None and place_key(count.place) in whole:
            by_number[count.limits].add(place_key(count.place))
    main = next((key for p in event.places[:1] if (key := place_key(p)) in whole), None) if event is not None else None
    narrowed = _around(counts, own, event) | _narrowed(counts, own, event) if event is not None else {}
    return [_place(count, by_number[count.limits], whole, main, narrowed) for count in counts]


def on_the_way(counts: list[Count], event: Event) -> list[Count]:
    """`counts`, those at either end of a way on which a text puts them ("entre Sens et Troyes") at one place: that of the event, else the
    one that most name; not where a report counts at each end."""
    ways = {tuple(sorted(map(place_key, c.ends))) for c in counts if c.ends}
    if not ways:
        return counts
    named = Counter(place_key(c.place) for c in counts if c.place is not None)
    at_ends = {(c.report, place_key(c.place)) for c in counts if c.place is not None and not c.ends}
    one: dict[str, str] = {}
    for a, b in sorted(ways):
        if not any((report, b) in at_ends for report, key in at_ends if key == a) and not {a, b} & one.keys():
            home = {place_key(p) for p in event.places[:1]}
            one |= dict.fromkeys((a, b), max((a, b), key=lambda key: (key in home, named[key], key)))
    known = {place_key(p): p for c in counts for p in (*c.ends, *([c.place] if c.place else []))}
    return [replace(c, place=known[one[key]]) if c.place and (key := place_key(c.place)) in one else c for c in counts]


def _place(count: Count, same_number: set[str], whole: Mapping[str, Place], main: str | None, narrowed: Mapping[str, str]) -> str | None:
    """Its own; else the one place at which others give the very same number; else the one that it inherits, where others give it as
    their own and count no parts of something there; else that of the event."""
    if count.part:
        return None  # no place marks it off: what is named is the place of the whole
    if count.place is not None:
        key = place_key(count.place)
        return narrowed.get(key, key)
    if count.abroad:
        return None
    same = {narrowed.get(key, key) for key in same_number}
    if len(same) == 1:
        return min(same)
    around = place_key(count.inherited) if count.inherited is not None else None
    found = around if around in whole else main
    return narrowed.get(found, found) if found is not None else None


def _around(counts: Sequence[Count], own: Mapping[str, Place], event: Event) -> dict[str, str]:
    """For the region or department that a text names around the town of the event ("à Valbrune, dans la Creuse"): that town. Not where
    one text counts at each of them, nor where others count elsewhere in it."""
    town = next((place_key(p) for p in event.places if WIDTH[p.precision] < WIDTH[PlacePrecision.ADMIN2]), "")
    named = {place_key(wide) for count in counts for wide in _named_behind(count, town)}
    at: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for count in counts:
        if count.place is not None and not count.part and count.held:
            at[place_key(count.place)][count.report].add(count.limits)
    found = {}
    for key in named & own.keys() - {town}:
        both = any(at[town][report] - values for report, values in at[key].items() if report in at[town])
        if not both and all(k in (key, town) or _lies_elsewhere(place, own[key]) for k, place in own.items()):
            found[key] = town
    return found


def _named_behind(count: Count, town: str) -> Iterator[Place]:
    """The area that stands directly behind a place in one clause."""
    for a, b in pairwise(sorted((p for p in count.claim.places if not p.inherited), key=lambda p: p.span)):
        near = b.span.start - a.span.end <= BEHIND
        if near and place_key(a) == town and b.precision in AREAS:
            yield b


def _lies_elsewhere(place: Place, area: Place) -> bool:
    """Whether it is wider than an area, or known to lie in another one."""
    wider = WIDTH[place.precision] > WIDTH[area.precision]
    return wider or (place.admin1 is not None and not may_hold(area, place))


def _narrowed(counts: Sequence[Count], own: Mapping[str, Place], event: Event) -> dict[str, str]:
    """For each place that may hold the place of the event and counts the same: that place."""
    towns = [p for p in event.places if p.precision in (PlacePrecision.TOWN, PlacePrecision.NEAR)]
    if not towns:
        return {}
    town = place_key(towns[0])
    at: dict[str, set[Value]] = defaultdict(set)
    for count in counts:
        for place in (count.place, count.inherited if count.place is None else None):
            if place is not None and not count.part:
                at[place_key(place)].add(count.limits)
    inside = {key for key, place in own.items() if key != town and may_hold(towns[0], place)}
    if inside or not at[town]:
        return {}
    found = {key: town for key in own if _unknown_name(key, town, counts, own, at)}
    for key in [key for key, place in own.items() if key != town and may_hold(place, towns[0])]:
        place = own[key]
        others = [k for k, p in own.items() if k not in (key, town) and may_hold(place, p)]
        one = any(c.type in ONE_PLACE for c in counts if c.place is not None and place_key(c.place) == key) and not others
        if one or at[key] & at[town]:
            found[key] = town
    return found


def _unknown_name(key: str, town: str, counts: Sequence[Count], own: Mapping[str, Place], at: Mapping[str, set[Value]]) -> bool:
    """Whether a place that no gazetteer knows (a river, a suburb) is the town under another name: the same number of several is given at
    both, by no report at each of them."""
    place = own[key]
    if key == town or place.id is not None or place.country is not None:
        return False
    if not any((low or 0) > 1 for low, _ in at[key] & at[town]):
        return False
    placed = {(count.report, place_key(count.place)) for count in counts if count.place is not None and not count.part}
    return not any((report, town) in placed for report, there in placed if there == key)
