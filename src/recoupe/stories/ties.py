"""Why reports are one event: what each shares with the one that is nearest to it, and what speaks against."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.model import ReadReport, Span, Tie
from recoupe.stories.contradictions import doubts
from recoupe.stories.features import NAME, Features, amounts, day_keys, features, number_key, place_key
from recoupe.stories.likeness import event_score, score
from recoupe.text import fold, plain, stem, words

MOST = 8
"""Of a channel, what is named of all that two reports share."""

LARGE = 200
"""Reports of an event that are compared with each other for an explanation."""

Written = Mapping[str, str]
"""What stands in a vector, as the report writes it first."""


def ties(reads: Sequence[ReadReport]) -> Iterator[Tie]:
    """For each of `reads`, all of one event, the tie to the one that is nearest to it; each pair once, the nearest first.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> texts = "Hier la Vernise a emporté le pont.", "La digue de la Vernise a cédé : un pont est emporté.", "Le bac repart."
    >>> stems = ("emport", "pont", "vernis"), ("digu", "emport", "pont", "vernis"), ("bac",)
    >>> reports = [member(f'{{"text": "{text}"}}'.encode(), "a") for text in texts]
    >>> found = list(ties([ReadReport(report=r, reading=Reading(report=r.id, words=w)) for r, w in zip(reports, stems)]))
    >>> len(found), sorted(found[0].words), sorted(found[0].names)
    (2, ['Vernise', 'emporté', 'pont'], ['Vernise'])
    """
    known = {read.report.id: (read, features(read)) for read in sorted(reads, key=lambda read: read.report.id)[:LARGE]}
    likeness = {pair: score(known[pair[0]][1].sketch, known[pair[1]][1].sketch) for pair in combinations(known, 2)}
    scores = {(a, b): event_score(near, known[a][1], known[b][1]) for (a, b), near in likeness.items()}
    nearest = {min((pair for pair in scores if name in pair), key=lambda pair: (-scores[pair], pair)) for name in known if len(known) > 1}
    for pair in sorted(nearest, key=lambda pair: (-scores[pair], pair)):
        yield tie(known[pair[0]], known[pair[1]], likeness[pair], scores[pair])


def tie(a: tuple[ReadReport, Features], b: tuple[ReadReport, Features], likeness: int, left: int) -> Tie:
    """What two reports share, and what speaks against one event."""
    (read, about), (other, of_other) = a, b
    shared = [
        _shared(about.sketch.channels[i], of_other.sketch.channels[i], way(read))
        for i, way in enumerate((_words, _names, _numbers, _days, _places))
    ]
    same_language = read.report.language == other.report.language
    return Tie(
        a=read.report.id,
        b=other.report.id,
        likeness=likeness,
        score=left,
        words=shared[0] if same_language else (),  # across languages words say nothing
        names=shared[1],
        numbers=shared[2],
        days=shared[3],
        places=shared[4],
        against=tuple(kind for kind, _ in doubts(about, of_other)),
    )


def _shared(a: Mapping[str, int], b: Mapping[str, int], written: Written) -> tuple[str, ...]:
    """The keys of both, the weightiest first, as they are written."""
    common = sorted(a.keys() & b.keys(), key=lambda key: (-a[key] * b[key], key))[:MOST]
    return tuple(dict.fromkeys(written.get(key, key) for key in common))


def _words(read: ReadReport) -> Written:
    text = plain(read.report.text)
    return _first((stem(text[start:end], read.report.language), text[start:end]) for start, end in words(text))


def _names(read: ReadReport) -> Written:
    return _first((fold(found.group()), found.group()) for found in NAME.finditer(plain(read.report.text)))


def _numbers(read: ReadReport) -> Written:
    return _first((number_key(one), _at(read, one.span, one.counted)) for one in amounts(read))


def _days(read: ReadReport) -> Written:
    return _first((key, _at(read, when.span) if when.span else key) for when in read.reading.whens for key, _ in day_keys(when))


def _places(read: ReadReport) -> Written:
    return _first((place_key(place), place.name) for place in read.reading.places)


def _first(pairs: Iterator[tuple[str, str]]) -> Written:
    found: dict[str, str] = {}
    for key, written in pairs:
        found.setdefault(key, written)
    return found


def _at(read: ReadReport, *spans: Span | None) -> str:
    """The words from the first of `spans` to the last."""
    known = [span for span in spans if span is not None]
    return " ".join(read.report.text[min(s.start for s in known) : max(s.end for s in known)].split())
