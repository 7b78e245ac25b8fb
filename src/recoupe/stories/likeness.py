"""How near two reports are: as parts of one story, and as reports of one event."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from zlib import crc32

from recoupe.model import Quantity, ReadReport
from recoupe.stories.features import Features, Sketch, cosine, sketch

BLEND = (50, 20, 15, 5, 10)
"""Hundredths for words, names, numbers, days, places. A channel that one of the two leaves empty says nothing, and its share falls to the
others: a text without numbers is not unlike one with numbers."""

STORY = 120
"""From this on two reports are of one story. (Half of each set: B-cubed of stories .89 on Giveme5W1H's clusters, .92 on the examples.)"""

EVENT = 160
"""From this on, time and contradictions counted, they are of one event. (B-cubed: .92 French headlines of one day, .94 the examples.)"""

FLOOR = STORY // 3
"""Less than this is chance, and not kept."""

CHANCE = 6
"""A likeness that rests on n different words counts n / (n + CHANCE): two headlines share two words by chance, two reports not thirty.
So one threshold serves headlines and whole reports."""

ACROSS = 4
"""As `CHANCE`, for names that two reports in different languages share."""

UNSAID = 130
"""Hundredths by which likeness across languages counts more: names, numbers and places differ in spelling and choice where words would have
agreed. (The ten English examples: B-cubed of events .81 with 100, .85 from 120 to 140.)"""

LEAST = 40
"""Reports with fewer words in common than this cosine are not compared further: names and days alone make no story."""

FADE = (1000, 946, 801, 607, 411, 249, 135, 66, 29, 11, 4)
"""exp(-days² / 18) in thousandths: a standard deviation of three days."""

DOUBT = (1000, 700, 450, 300)
"""What remains when one, two or three things speak against one event: other numbers, other towns, other days."""

GROWING = frozenset(
    {"killed", "wounded", "missing", "arrested", "evacuated", "displaced", "hospitalised", "homeless", "rescued", "infected"}
)
"""Roles whose numbers grow while an event goes on: a later, higher toll is no other event."""


def keys(read: ReadReport) -> Iterator[int]:
    """A number for each two of the heaviest words, or for the only word of a report that has one; and for each two of the names that
    stand most often.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> read = ReadReport(report=member(b'{"text": "Crue."}', "a"), reading=Reading(report="", words=("cru", "digu", "pont")))
    >>> len(list(keys(read)))
    3
    """
    found = sketch(read)
    words, names = _numbered(found.heaviest), _numbered(f"= {name}" for name in found.foremost)
    yield from (a << 31 ^ b for a, b in (*combinations(words, 2), *combinations(names, 2)))
    yield from words if len(words) == 1 else ()


def _numbered(words: Iterable[str]) -> list[int]:
    """A number of 32 bits for each; two of them are told from all other pairs by 63, which a database keeps as they are."""
    return [crc32(word.encode("utf-8", "surrogatepass")) for word in words]


def score(a: Sketch, b: Sketch) -> int:
    """How much two reports speak of the same, 0..1000; time and contradictions left out.

    >>> flood = Sketch("fr", ({"crue": 40, "digue": 30, "pont": 20}, {}, {}, {}, {}))
    >>> score(flood, flood), score(flood, Sketch("fr", ({"pont": 20, "tramway": 90}, {}, {}, {}, {})))
    (333, 0)
    """
    found = blended(a, b)
    return found if found >= FLOOR else 0


def blended(a: Sketch, b: Sketch) -> int:
    """The cosines of the channels that both have, blended; less where few words carry it. Across languages words say nothing.

    >>> few, many = (Sketch("fr", ({f"mot{i}": 10 for i in range(n)}, {}, {}, {}, {})) for n in (2, 30))
    >>> blended(few, few), blended(many, many)
    (250, 833)
    >>> french, english = (Sketch(code, ({word: 10}, {"valbrune": 10}, {}, {}, {})) for code, word in (("fr", "crue"), ("en", "flood")))
    >>> blended(french, english)
    260
    """
    if a.language != b.language:
        return _across(a, b)
    alike = cosine(a.words, b.words, a.norms[0] * b.norms[0])
    if alike < LEAST:
        return 0
    both = [i for i in range(1, len(BLEND)) if a.norms[i] and b.norms[i]]
    common = len(a.words.keys() & b.words.keys())
    total = BLEND[0] * alike + sum([BLEND[i] * cosine(a.channels[i], b.channels[i], a.norms[i] * b.norms[i]) for i in both])
    return total * common // ((BLEND[0] + sum([BLEND[i] for i in both])) * (common + CHANCE))


def _across(a: Sketch, b: Sketch) -> int:
    """Across languages: names first, and with them numbers, days and places, which need no translation."""
    if a.names.keys().isdisjoint(b.names):
        return 0
    both = [i for i in range(1, len(BLEND)) if a.norms[i] and b.norms[i]]
    common = sum([len(a.channels[i].keys() & b.channels[i].keys()) for i in both])
    total = sum([BLEND[i] * cosine(a.channels[i], b.channels[i], a.norms[i] * b.norms[i]) for i in both])
    return total * common * UNSAID // (100 * sum([BLEND[i] for i in both]) * (common + ACROSS))


def event_score(story_score: int, a: Features, b: Features) -> int:
    """`story_score` after time and contradictions.

    >>> day = [Features(n, Sketch("fr", ({}, {}, {}, {}, {})), {}) for n in (0, 3, 30)]
    >>> [event_score(500, day[0], other) for other in day]
    [500, 303, 2]
    """
    apart = 0 if a.day is None or b.day is None else abs(a.day - b.day)
    faded = story_score * FADE[min(apart, len(FADE) - 1)] // 1000
    return faded * DOUBT[contradictions(a, b)] // 1000


def contradictions(a: Features, b: Features) -> int:
    """How many things speak against one event. What one of the two does not say contradicts nothing.

    >>> a, b = (Features(None, Sketch("fr", ({}, {}, {}, {}, {f"town {name}": 10})), {}) for name in ("valbrune", "orsac"))
    >>> contradictions(a, b), contradictions(a, a)
    (1, 0)
    """
    return _other_numbers(a, b) + _apart(a.sketch.towns, b.sketch.towns) + _apart(a.sketch.days, b.sketch.days)


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if both name something, and nothing in common."""
    return bool(a) and bool(b) and a.isdisjoint(b)


def _other_numbers(a: Features, b: Features) -> bool:
    """True if both count the same things, and never agree on any: not on one day, on which numbers are still growing."""
    if a.day is not None and a.day == b.day:
        return False
    shared = [kind for kind in a.counts if kind in b.counts]
    verdicts = [_agree(a, b, kind) for kind in shared]
    return bool(verdicts) and not any(verdicts)


def _agree(a: Features, b: Features, kind: tuple[str, str | None]) -> bool:
    earlier, later = (b, a) if a.day is not None and b.day is not None and b.day < a.day else (a, b)
    if kind[1] in GROWING and (
        earlier.day is None or later.day is None or earlier.day == later.day or _top(later.counts[kind]) >= _top(earlier.counts[kind])
    ):
        return True
    return any(_overlap(x, y) for x in a.counts[kind] for y in b.counts[kind])


def _top(quantities: Iterable[Quantity]) -> float:
    return max(q.value or 0 for q in quantities)


def _overlap(x: Quantity, y: Quantity) -> bool:
    """True if one number could satisfy both; "plus de 60" and 62 do."""
    low_x, low_y = x.low if x.low is not None else x.value, y.low if y.low is not None else y.value
    high_x, high_y = x.high, y.high
    return (high_y is None or low_x is None or low_x <= high_y) and (high_x is None or low_y is None or low_y <= high_x)
