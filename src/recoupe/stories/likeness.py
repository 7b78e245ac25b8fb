"""How near two reports are: as parts of one story, and as reports of one event."""

from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

from recoupe.model import ReadReport
from recoupe.stories.contradictions import doubt
from recoupe.stories.features import Features, Sketch, Weights, along, cosine, sketch

BLEND = (50, 20, 0, 20, 20)
"""What words, names, numbers, days and places weigh. A channel that one of the two leaves empty says nothing, and its share falls to the
others: a text that names no place is not unlike one that does. Numbers tell twins apart (see `contradictions`), nothing of a subject."""

DAYS = 3
"""Where in `BLEND` the days stand."""

STORY = 130
"""From this on two reports are of one story. (B-cubed of stories, half of each set: .93 French headlines, .94 ECB+, .90 Giveme5W1H; .97
the examples.)"""

EVENT = 140
"""From this on, time and contradictions counted, they are of one event. (B-cubed: .92 French headlines of one day, .95 ECB+; .94 the
examples.)"""

GATHERED = 100
"""From this on they are of one story and of one event in a handful of reports that somebody has put together. (Of 200 handfuls drawn from
each set, three to six reports of one event with up to two of others: pairs of one event found .62 for .52 among French headlines, .96 for
.92 in ECB+, .74 for .68 in Giveme5W1H and .74 for .70 among the examples, at a precision of .98 and more for .99; where the others are the
next event of the kind, .95 for .92 at .78 for .84.)"""

FLOOR = 50
"""Less than this is chance, and not kept. Two reports that no key joins, and so were not compared, count as near as this in a story: of
one long story they are nearer mostly. (B-cubed of the examples .96 to .97; of headlines and of short reports the same.)"""

WEAKER = 2
"""Two groups of reports are of two stories where each hangs together this many times better than both do with each other: a lower `STORY`
finds who tells it in other words, and this keeps two fires of one week apart. (B-cubed: Giveme5W1H .885 to .895, the examples .93 to
.97, the others as before.)"""

CHANCE = 2
"""A likeness that rests on n different words counts n / (n + CHANCE): two headlines share two words by chance, two reports not thirty."""

HEADLINE, REPORT = 10, 22
"""Different words of a text up to which it is hardly more than a headline, and one word in two may be there by chance; and those from
which it is a report, if one of three sentences. Between the two chance fades. (B-cubed of events with 22 and a `CHANCE` of 2 for 30 and
3: ECB+ .949 to .960, headlines and examples as before; of short texts of one event that people type themselves more meet, while with 18
twins of a next day meet, too.)"""

BRIEF = range(12, 61)
"""Different words of a text that is more than a headline and has so few that it seldom shares two of the heaviest with another of its
event: one name is enough to be compared."""

CHANCE_IN_HEADLINES = 14
"""So it counts less. (B-cubed of stories on French headlines .92 with 10, .93 with 14.)"""

BLEND_ACROSS = (0, 30, 15, 5, 20)
"""The same across languages: what needs no translation."""

ACROSS = 3
"""As `CHANCE`, for names that two reports in different languages share."""

UNSAID = 140
"""Hundredths by which likeness across languages counts more: names, numbers and places differ in spelling and choice where words would have
agreed."""

SURE = 10
"""What a day of the calendar weighs; a week day by itself weighs less, and that two reports share one says as much less."""

ONE_FORM = 350
"""From this cosine of words on two reports are told in one form: of one event, or of two of a kind."""

LEAST = 40
"""Reports with fewer words in common than this cosine are not compared further: names and days alone make no story."""

SEVERAL = 2
"""Names that tell of what a report is; a single one may be the agency's."""

PAUSE = 30
"""Days after which other numbers tell another story."""

FADE = (1000, 986, 946, 882, 801, 707, 607, 506, 411, 325, 300)
"""exp(-days² / 72) in thousandths, a standard deviation of six days, and not under 300: who tells the same weeks later, in nearly the same
words, tells the same event. What comes back every day or week is kept apart by what differs in it, not by the day it came out."""


def keys(read: ReadReport) -> Iterator[int]:
    """A number for each two of the heaviest words, or for the only word of a report that has one; and for each two of the names that
    stand most often, in a brief text for each by itself too.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> read = ReadReport(report=member(b'{"text": "Crue."}', "a"), reading=Reading(report="", words=("cru", "digu", "pont")))
    >>> len(list(keys(read)))
    3
    """
    found = sketch(read)
    words, names = [numbered(word) for word in found.heaviest], [numbered(f"= {name}") for name in found.foremost]
    yield from (together(a, b) for a, b in (*combinations(words, 2), *combinations(names, 2)))
    yield from words if len(words) == 1 else ()
    yield from names if len(found.words) in BRIEF else ()


def numbered(word: str) -> int:
    """A number of 32 bits."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def together(a: int, b: int) -> int:
    """Two such numbers told from all other pairs by 63 bits, which a database keeps as they are.

    >>> together(1, 2) == together(1, 2), together(1, 2) == together(1, 3)
    (True, False)
    """
    return a << 31 ^ b


def score(a: Sketch, b: Sketch) -> int:
    """How much two reports speak of the same, 0..1000; time and contradictions left out.

    >>> flood = Sketch("fr", ({"crue": 40, "digue": 30, "pont": 20}, {}, {}, {}, {}))
    >>> score(flood, flood), score(flood, Sketch("fr", ({"pont": 20, "tramway": 90}, {}, {}, {}, {})))
    (176, 0)
    """
    found = blended(a, b)
    return found if found >= FLOOR and not _again(a, b) and not _others_named(a, b) else 0


def _others_named(a: Sketch, b: Sketch) -> bool:
    """True of two reports in one form of words that both name several things, and none in common: two of a kind by one hand. (Of the
    pairs near enough to be one story, 1 in 4,000 of those of one event, of others 6 to 12 % among texts of three sentences.)"""
    if min(len(a.names), len(b.names)) < SEVERAL or not a.names.keys().isdisjoint(b.names) or a.language != b.language:
        return False
    return cosine(a.words, b.words, a.norms[0] * b.norms[0]) >= ONE_FORM


def _again(a: Sketch, b: Sketch) -> bool:
    """True of two reports of other months that count the same things and mostly give other numbers: what comes back in the same words is
    another story, while one that goes on after a pause repeats its numbers or has none."""
    if a.day is None or b.day is None or abs(a.day - b.day) <= PAUSE:
        return False
    same = [not a.numbers[kind].isdisjoint(b.numbers[kind]) for kind in a.numbers.keys() & b.numbers.keys()]
    return same.count(False) > max(1, same.count(True))


def blended(a: Sketch, b: Sketch) -> int:
    """The cosines of the channels that both have, blended; less where few words carry it. A name counts twice: as a word, and as
    one that seldom is there by chance, except in headlines. Across languages words say nothing.

    >>> few, many = (Sketch("fr", ({f"mot{i}": 10 for i in range(n)}, {}, {}, {}, {})) for n in (2, 30))
    >>> blended(few, few), blended(many, many)
    (125, 937)
    >>> french, english = (Sketch(code, ({word: 10}, {"valbrune": 10}, {}, {}, {})) for code, word in (("fr", "crue"), ("en", "flood")))
    >>> blended(french, english)
    350
    """
    if a.language != b.language:
        return _across(a, b)
    shared = a.words.keys() & b.words.keys()
    alike = along(a.words, b.words, shared, a.norms[0] * b.norms[0])
    if alike < LEAST:
        return 0
    both = [i for i in range(1, len(BLEND)) if BLEND[i] and a.norms[i] and b.norms[i]]
    shorter = min(len(a.words), len(b.words))
    common = len(shared) + (len(a.names.keys() & b.names.keys()) if shorter >= BRIEF.start else 0)
    near = {i: cosine(a.channels[i], b.channels[i], a.norms[i] * b.norms[i]) for i in both}
    if near.get(DAYS):
        near[DAYS] = near[DAYS] * _surest(a.channels[DAYS], b.channels[DAYS]) // SURE
    total = BLEND[0] * alike + sum([BLEND[i] * near[i] for i in both])
    return total * common // ((BLEND[0] + sum([BLEND[i] for i in both])) * (common + _chance(shorter)))


def _chance(words: int) -> int:
    """How many words two texts share by chance, of which the shorter has so many different ones.

    >>> [_chance(words) for words in (2, 10, 16, 22, 300)]
    [14, 14, 8, 2, 2]
    """
    return CHANCE_IN_HEADLINES - (CHANCE_IN_HEADLINES - CHANCE) * (min(max(words, HEADLINE), REPORT) - HEADLINE) // (REPORT - HEADLINE)


def _surest(a: Weights, b: Weights) -> int:
    """The weight of the surest key of both."""
    return max([min(a[key], b[key]) for key in a.keys() & b.keys()])


def _across(a: Sketch, b: Sketch) -> int:
    """Across languages: names first, and with them numbers, days and places, which need no translation."""
    if a.names.keys().isdisjoint(b.names):
        return 0
    both = [i for i in range(1, len(BLEND_ACROSS)) if a.norms[i] and b.norms[i]]
    common = sum([len(a.channels[i].keys() & b.channels[i].keys()) for i in both])
    total = sum([BLEND_ACROSS[i] * cosine(a.channels[i], b.channels[i], a.norms[i] * b.norms[i]) for i in both])
    return total * common * UNSAID // (100 * sum([BLEND_ACROSS[i] for i in both]) * (common + ACROSS))


def event_score(story_score: int, a: Features, b: Features) -> int:
    """`story_score` after time and contradictions.

    >>> day = [Features(n, Sketch("fr", ({}, {}, {}, {}, {})), {}) for n in (0, 3, 30)]
    >>> [event_score(500, day[0], other) for other in day]
    [500, 441, 150]
    """
    apart = 0 if a.day is None or b.day is None else abs(a.day - b.day)
    faded = story_score * FADE[min(apart, len(FADE) - 1)] // 1000
    return faded * doubt(a, b) // 1000
