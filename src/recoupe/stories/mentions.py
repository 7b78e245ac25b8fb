"""Passages in which a report speaks of another event than its own.

`PASSAGES` brings reports together that have a sentence on the same: a day with a place or with what is counted, or a large number.
`mentions` says which sentences of one speak of the event of others.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from operator import attrgetter

import msgspec

from recoupe.model import ReadReport, Span, identify
from recoupe.stage import Link, Pairs, remembered
from recoupe.stories.features import LEAD, NAME, WIDE, amounts, day_keys, number_key, place_key
from recoupe.stories.likeness import numbered, together
from recoupe.text import fold, plain

SMALL = 12
"""Numbers up to this one are shared by chance."""

CERTAIN = 10
"""What `day_keys` gives to a day of the calendar; a week day without a date weighs less."""


@dataclass(frozen=True)
class Said:
    """What is said somewhere: days of the calendar, narrow places, names, what is counted, numbers over `SMALL` with what they count."""

    days: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


FIELDS = tuple(field.name for field in fields(Said))


def mentions(event: Sequence[ReadReport], visitor: ReadReport, own: Sequence[ReadReport]) -> Iterator[Span]:
    """The sentences of `visitor` that speak of the event of the reports `event`, though its own is that of the reports `own`.

    A sentence does where it names a day of the event and either counts what is counted there or names a town of it, or where it gives a
    large number of it with a town or two names. All of this must be said by half of the reports of the event, and not by a quarter of
    the others of its own; and a sentence that names none but other days speaks of something else.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Bound, Quantity, Reading
    >>> def read(*sentences):
    ...     text, starts = " ".join(sentences), [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    ...     at = Span(report="r", start=text.find("47"), end=text.find("47") + 2)
    ...     drones = Quantity(span=at, counted=at, value=47, low=47, high=47, bound=Bound.EXACT, unit="drone")
    ...     spans = tuple(Span(report="r", start=a, end=a + len(s)) for a, s in zip(starts, sentences))
    ...     reading = Reading(report="r", sentences=spans, quantities=(drones,) if at.start >= 0 else ())
    ...     return ReadReport(report=member(b'{"text": "%s"}' % text.encode(), "a"), reading=reading)
    >>> night = read("Sur Valbrune et Morlac, 47 drones.")
    >>> visit = read("Elle arrive.", "Elle dîne.", "Elle dort.", "Elle écrit.", "Elle lit.", "La nuit de Valbrune et Morlac : 47 drones.")
    >>> [visit.report.text[span.start : span.end] for span in mentions([night], visit, [visit])]
    ['La nuit de Valbrune et Morlac : 47 drones.']
    """
    there, days = _main(event)
    sentences = _sentences(visitor)
    if not any(_speaks(said, there) for said in sentences.values()):
        return
    others = [read for read in own if read.report.id != visitor.report.id]
    known = _common(others, 4) if others else _lead(visitor)
    told = Said(*(getattr(there, name) - getattr(known, name) for name in FIELDS))
    for number, said in sentences.items():
        if (not said.days or not said.days.isdisjoint(days)) and _speaks(said, told):
            yield visitor.reading.sentences[number]


@remembered(64)
def _main(event: Sequence[ReadReport]) -> tuple[Said, frozenset[str]]:
    """What the reports of an event say of it, and all days that they name."""
    days = frozenset(chain.from_iterable(_whole(read).days for read in event))
    return _common(event, 2) if len(event) > 1 else _lead(event[0]), days


@remembered(512)  # the linker asks for the node, its keys and its sketch apart
def keys(read: ReadReport) -> tuple[int, ...]:
    """A number for each day with a place or something counted in the same sentence, and for each large number, in order."""
    found = set[int]()
    for said in _sentences(read).values():
        days, others = (list(map(numbered, some)) for some in (said.days, said.places | said.counted))
        found.update(together(day, other) for day in days for other in others)
        found.update(together(numbered(""), numbered(number)) for number in said.numbers)
    return tuple(sorted(found))


class Keys(msgspec.Struct, frozen=True):
    """What `PASSAGES` keeps of a report."""

    all: tuple[int, ...]


@remembered(512)
def _node(read: ReadReport) -> str:
    """Each report is one by itself."""
    return identify("p", read.report.id, *keys(read))


def _alone(nodes: Sequence[str], _scores: Pairs, _threshold: int) -> list[list[str]]:
    return [[node] for node in nodes]


PASSAGES: Link[ReadReport, Keys] = Link(
    name="passages",
    version=1,
    node=_node,
    keys=keys,
    day=lambda _: None,
    sketch=lambda read: Keys(keys(read)),
    sketches=Keys,
    score=lambda a, b: min(1000, len(set(a.all).intersection(b.all))),
    close=_alone,
    threshold=1001,  # the ties are all that is asked for
    cap=64,  # what more reports say is on no single event
    window=None,  # an event is spoken of years later
    far=64,
)


def _speaks(said: Said, of: Said) -> bool:
    place = not said.places.isdisjoint(of.places)
    if not said.days.isdisjoint(of.days) and (place or not said.counted.isdisjoint(of.counted)):
        return True
    return not said.numbers.isdisjoint(of.numbers) and (place or len(said.names & of.names) > 1)


def _common(reads: Sequence[ReadReport], part: int) -> Said:
    """What is said by one in `part` of the reports."""
    wholes = [_whole(read) for read in reads]
    counts = (Counter(chain.from_iterable(getattr(whole, name) for whole in wholes)) for name in FIELDS)
    return Said(*(frozenset(key for key, n in count.items() if part * n >= len(reads)) for count in counts))


def _lead(read: ReadReport) -> Said:
    return _joined([said for number, said in _sentences(read).items() if number < LEAD])


@remembered(4096)  # an event is asked for by all who visit it, and as the home of its own reports
def _whole(read: ReadReport) -> Said:
    return _joined(_sentences(read).values())


def _joined(all_said: Collection[Said]) -> Said:
    return Said(*(frozenset(chain.from_iterable(map(attrgetter(name), all_said))) for name in FIELDS))


@remembered(4096)
def _sentences(read: ReadReport) -> dict[int, Said]:
    """What each sentence that says anything says, by its number."""
    starts = [span.start for span in read.reading.sentences]
    found: dict[int, dict[str, set[str]]] = {}
    for at, name, key in _facts(read):
        if starts and at >= starts[0]:
            found.setdefault(bisect_right(starts, at) - 1, {}).setdefault(name, set()).add(key)
    return {number: Said(**{name: frozenset(keys) for name, keys in found[number].items()}) for number in sorted(found)}


def _facts(read: ReadReport) -> Iterator[tuple[int, str, str]]:
    """What the text says: where, of which kind, and what; names in sentences with a large number, which alone need them."""
    for when in read.reading.whens:
        if when.span is not None:
            yield from ((when.span.start, "days", key) for key, weight in day_keys(when) if weight == CERTAIN)
    yield from ((place.span.start, "places", place_key(place)) for place in read.reading.places if place.precision not in WIDE)
    large: list[int] = []
    for quantity in amounts(read):
        yield quantity.span.start, "counted", f"{quantity.unit} {quantity.role or ''}"
        if abs(quantity.value or 0) > SMALL:
            yield quantity.span.start, "numbers", number_key(quantity)
            large.append(quantity.span.start)
    yield from ((at, "names", name) for at, name in _names(read, sorted(large)))


def _names(read: ReadReport, large: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The names in the sentences in which something of `large`, in order, stands; none that opens a sentence or a quotation."""
    text, openings = read.report.text, {span.start for span in (*read.reading.sentences, *read.reading.quotes)}
    for span in read.reading.sentences:
        if bisect_left(large, span.start) < bisect_left(large, span.end):
            for match in NAME.finditer(plain(text[span.start : span.end])):
                if span.start + match.start() not in openings:
                    yield span.start + match.start(), fold(match.group())
