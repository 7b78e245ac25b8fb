"""What a report speaks of, in five channels: words, names, numbers with what they count, days, places. All weights are whole numbers."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import isqrt
from operator import mul

import msgspec
import regex

from recoupe.lang.frequencies import UNLISTED, rarities
from recoupe.model import Place, PlacePrecision, Precision, Quantity, ReadReport, Report, When, identify
from recoupe.ontology import UnitKind, lemmas, units
from recoupe.stage import remembered
from recoupe.text import fold, plain

OFTEN = (0, 10, 14, 17, 20, 22)
"""Ten times the square root of how often a word stands in a report: the second time says less than the first."""

SHARED = 10
"""Words of a report by which another may be found: two that have two of them in common are compared. One word alone is in too many
reports of a day; two together seldom are, even while everybody writes on one war."""

NAME = regex.compile(r"(?<![\p{L}\p{M}\p{N}«\"“(-])\p{Lu}[\p{L}\p{M}]*+(?:-[\p{L}\p{M}]++)*+")
"""A capitalised word, hyphens inside kept, that opens no quotation and no bracket."""

LEAD = 5
"""Sentences that say what a report is on: places named only later weigh half. (B-cubed of events, half of Giveme5W1H: .82 for .81.)"""

NAMES = 12
"""Names of a report by each two of which another may be found, whatever words they choose."""

WORD = regex.compile(r"\w++")

DATE = regex.compile(r"[\dX]{4}-\d\d-\d\d")

EPOCH = date(1970, 1, 1).toordinal()

TOWNS = (PlacePrecision.TOWN, PlacePrecision.NEAR)

WIDE = (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)
"""Places in which two events of one day have room."""

LETTERS = 4
"""Of a word that tells one place from another: "sur", "la" and "de" do not."""

Weights = Mapping[str, int]

Counts = Mapping[tuple[str, str | None], tuple[Quantity, ...]]
"""Quantities by what they count: unit (all that are people as one) and role."""


class Sketch(msgspec.Struct, frozen=True, dict=True):
    """What a report speaks of, as far as likeness needs it: each channel is a vector of weights."""

    language: str
    channels: tuple[dict[str, int], ...]
    day: int | None = None

    @cached_property
    def norms(self) -> tuple[int, ...]:
        """The squared length of each channel."""
        return tuple(sum(map(mul, channel.values(), channel.values())) for channel in self.channels)

    @property
    def words(self) -> Weights:
        """The words."""
        return self.channels[0]

    @property
    def names(self) -> Weights:
        """The names."""
        return self.channels[1]

    @property
    def heaviest(self) -> tuple[str, ...]:
        """The words that weigh most, by which reports find each other, in the order of the alphabet."""
        return _first(self.words, SHARED)

    @property
    def foremost(self) -> tuple[str, ...]:
        """The names that stand most often, in the order of the alphabet: two of them may be enough to find the others of a story."""
        return _first(self.names, NAMES)

    @cached_property
    def numbers(self) -> Mapping[str, frozenset[str]]:
        """The numbers that are given, by what they count."""
        found: dict[str, set[str]] = {}
        for key in self.channels[2]:
            kind, _, value = key.rpartition(" ")
            found.setdefault(kind, set()).add(value)
        return {kind: frozenset(values) for kind, values in found.items()}

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of the calendar that are named, with their year ("2031-02-16") or without ("XXXX-02-16")."""
        return frozenset(m.group() for m in map(DATE.search, self.channels[3]) if m)


def _first(weights: Weights, many: int) -> tuple[str, ...]:
    """The heaviest, of equals the first in the order of the alphabet; in that order."""
    return tuple(sorted(sorted(sorted(weights), key=weights.__getitem__, reverse=True)[:many]))  # equals stay as they were


@dataclass(frozen=True)
class Features:
    """What a report speaks of, and what can contradict another's: the day it came out, its quantities by what they count, the words of
    the names of towns, quarters and other narrow places, how many known places lie in which country."""

    day: int | None
    sketch: Sketch
    counts: Counts
    places: frozenset[str] = frozenset()
    countries: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of all names: what one report knows as a place another may name in passing."""
        return frozenset(word for name in self.sketch.names for word in name.split("-"))


@remembered(4096)  # some 20 kB each, which the linker holds too; events are told after all reports are linked
def sketch(read: ReadReport) -> Sketch:
    """What a report speaks of.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> report = member('{"text": "La crue menace Valbrune."}'.encode(), "a")
    >>> found = sketch(ReadReport(report=report, reading=Reading(report=report.id, words=("cru", "menac"))))
    >>> sorted(found.words), dict(found.names)
    (['cru', 'menac'], {'la': 10, 'valbrune': 10})
    """
    channels = (_words(read), _names(read), _numbers(read), _days(read), _places(read))
    return Sketch(read.report.language, channels, published_day(read.report))


def features(read: ReadReport) -> Features:
    """What a report speaks of, with its day and its counts.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Bound, Reading
    >>> report = member('{"text": "Crue à Valbrune : 12 maisons.", "published": "1970-01-03"}'.encode(), "a")
    >>> houses = Quantity(span=None, counted=None, value=12, low=12, high=12, bound=Bound.EXACT, unit="house")
    >>> found = features(ReadReport(report=report, reading=Reading(report=report.id, quantities=(houses,))))
    >>> found.day, list(found.counts)
    (2, [('house', None)])
    """
    narrow = (place.name for place in read.reading.places if place.precision not in WIDE)
    places = frozenset(word for name in narrow for word in WORD.findall(fold(name)) if len(word) >= LETTERS)
    known = (place for place in read.reading.places if place.precision is not PlacePrecision.NAMED)
    countries = Counter(place.country for place in known if place.country and not place.inherited)
    return Features(published_day(read.report), sketch(read), _counts(read), places, countries)


@remembered(512)  # a linker asks for it, and who keeps its members
def node(read: ReadReport) -> str:
    """Reports that speak of the same with the same words on the same day are one node.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> reports = [member(b'{"text": "Crue du Vernon.", "outlet": "%s"}' % outlet, "a") for outlet in (b"Le Bief", b"La Berge")]
    >>> a, b = (node(ReadReport(report=report, reading=Reading(report=report.id, words=("cru", "vernon")))) for report in reports)
    >>> reports[0].id == reports[1].id, a == b
    (False, True)
    """
    found = sketch(read)
    channels = [sorted(channel.items()) for channel in found.channels]
    return identify("n", published_day(read.report), found.language, channels, sorted(map(_plainly, amounts(read))))


def published_day(report: Report) -> int | None:
    """Days since 1970-01-01 on which a report was published; None where no day is known.

    >>> from recoupe.ingest.objects import member
    >>> days = (b"1970-01-09", b"1970-01-09T22:30Z", b"1970-01")
    >>> [published_day(member(b'{"text": "Crue.", "published": "%s"}' % day, "a")) for day in days]
    [8, 8, None]
    """
    when = report.published
    if when is None or when.start is None or when.precision not in (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY):
        return None
    try:
        return date.fromisoformat(when.start[:10]).toordinal() - EPOCH
    except ValueError:
        return None


def cosine(a: Weights, b: Weights, norms: int) -> int:
    """The cosine of two vectors in thousandths; `norms` is the product of their squared lengths.

    >>> cosine({"x": 3, "y": 4}, {"x": 3, "y": 4}, 25 * 25), cosine({"x": 1}, {"y": 1}, 1)
    (1000, 0)
    """
    return along(a, b, a.keys() & b.keys(), norms)


def along(a: Weights, b: Weights, common: Collection[str], norms: int) -> int:
    """The same, of two vectors whose common directions are known."""
    return 1000 * sum(map(mul, map(a.__getitem__, common), map(b.__getitem__, common))) // isqrt(norms) if common else 0


def _words(read: ReadReport) -> dict[str, int]:
    known, often, most = rarities(read.report.language), Counter(read.reading.words), len(OFTEN) - 1
    return {word: OFTEN[n if n < most else most] * known.get(word, UNLISTED) // 100 for word, n in often.items()}  # noqa: FURB136 - four times as fast


def _names(read: ReadReport) -> dict[str, int]:
    """Capitalised words that do not open a sentence or a quotation."""
    text = plain(read.report.text)
    openings = {span.start for span in (*read.reading.sentences, *read.reading.quotes)}
    written = Counter(m.group() for m in NAME.finditer(text) if m.start() not in openings)
    found: Counter[str] = Counter()
    for name, n in written.items():
        found[fold(name)] += n
    return {name: OFTEN[min(n, len(OFTEN) - 1)] for name, n in found.items()}


def amounts(read: ReadReport) -> Iterator[Quantity]:
    """Quantities with a number ("des dizaines" is none) that are no part of another: a part says little of which event it is."""
    return (q for q in read.reading.quantities if q.value is not None and not q.part)


def _plainly(quantity: Quantity) -> str:
    return f"{quantity.unit} {quantity.role or ''} {quantity.low} {quantity.value} {quantity.high}"


def number_key(quantity: Quantity) -> str:
    """What two reports share that give the same number of the same."""
    return f"{quantity.unit} {quantity.role or ''} {quantity.value}"


def _numbers(read: ReadReport) -> dict[str, int]:
    """Each number with what it counts. A small number is shared by chance more often than a large one."""
    found = {number_key(q): q.value or 0 for q in amounts(read)}
    return {key: 10 if abs(value) > 12 else 4 for key, value in found.items()}


def _days(read: ReadReport) -> dict[str, int]:
    """Calendar days and week days that the text names; a week day alone weighs less."""
    return {key: weight for when in read.reading.whens for key, weight in day_keys(when)}


def day_keys(when: When) -> Iterator[tuple[str, int]]:
    """What two reports share that name the same day, with its weight; nothing for a time that is no day.

    >>> named = When(span=None, value="2019-03-12", precision=Precision.DAY, start="2019-03-12T00:00:00", end="2019-03-13T00:00:00")
    >>> [list(day_keys(when)) for when in (named, When(span=None, value="XXXX-WXX-2", precision=Precision.DAY))]
    [[('2019-03-12', 10)], [('about XXXX-WXX-2', 4)]]
    """
    if when.precision in (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY):
        if when.start:
            yield when.start[:10], 10
        elif when.value[:1] in "X0123456789":
            yield f"about {when.value}", 4


def lead_end(read: ReadReport) -> int:
    """Where the lead of a report ends."""
    lead = read.reading.sentences[:LEAD]
    return lead[-1].end if lead else 0


def _places(read: ReadReport) -> dict[str, int]:
    """Places by the gazetteer's id, else by name; a town says more than its country."""
    end = lead_end(read)
    found: dict[str, int] = {}
    for place in read.reading.places:
        weight = 10 if place.precision in TOWNS else 3 if place.precision == PlacePrecision.COUNTRY else 7
        key = place_key(place)
        found[key] = max(found.get(key, 0), weight if place.span.start < end else weight // 2)
    return found


def place_key(place: Place) -> str:
    """What two reports share that name the same place.

    >>> from recoupe.model import Span
    >>> place_key(Place(span=Span(report="", start=0, end=5), name="Zorbé", precision=PlacePrecision.NAMED))
    'zorbe'
    """
    return f"{'town ' if place.precision in TOWNS else ''}{place.id or fold(place.name)}"


def _counts(read: ReadReport) -> Counts:
    found: dict[tuple[str, str | None], list[Quantity]] = {}
    for quantity in amounts(read):
        person = UnitKind.PERSON in (units().get(quantity.unit), lemmas().get(quantity.unit))
        found.setdefault(("person" if person else quantity.unit, quantity.role), []).append(quantity)
    return {key: tuple(quantities) for key, quantities in found.items()}
