"""Quotations: words in quotation marks that no other version has, or that another version has outside its marks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.sources import same
from recoupe.drift.versions import THOUSANDS, Version, Versions
from recoupe.model import Actor, ActorKind, Direction, DriftKind, Span
from recoupe.text import fold
from recoupe.text.words import words

WORDS = 4
"""Fewer content words make a term in marks, not a quotation."""

EQUIVALENT = 0.45
"""Share of a quotation that makes a passage its equivalent, if the passage is itself quoted."""

CLOSE = 0.5
"""Share of a quotation that a sentence without marks must have to be shown beside it."""

VERBATIM = 0.95
"""Share of a quotation from which it is the other's, word for word; with less, one of the two has words that the other has not."""

WHOLE = 0.8
"""Marks that hold this much of the common words hold the quotation."""


Links = Mapping[str, AbstractSet[str]]
"""For each report that shares text with others, those others."""

UNDATED = "~"
"""After every date."""

Index = dict[str, list[tuple[str, int]]]


class Quoted(NamedTuple):
    """A quotation, its stems, and over how many sentences it runs."""

    span: Span
    bag: frozenset[str]
    sentences: int


class Match(NamedTuple):
    """The passage of another version that has most of a quotation; `share` of its words, `quoted` of them in marks."""

    version: Version
    passage: Span
    share: float
    quoted: float


def quotes(versions: Versions, links: Links) -> Iterator[tuple[Pair, Found]]:
    """Quotations without equivalent in any other version. Of passages that answer to one as well, that of the earliest is shown."""
    if len(versions.by_id) < 2:
        return
    quoted = [(v, one) for v in versions.by_id.values() for q in v.reading.quotes if len((one := _quoted(v, q)).bag) >= WORDS]
    where = _index(versions, frozenset().union(*(quote.bag for _, quote in quoted)))
    quoting: dict[frozenset[str], set[str]] = defaultdict(set)
    for version, quote in quoted:
        quoting[quote.bag].add(version.report.id)
    told = set[tuple[Span, Span]]()
    for version, quote in sorted(quoted, key=lambda one: one[1].span):
        if len(quoting[quote.bag]) == 1:  # else another version has the very same words in marks
            for pair, found in _compared(versions, version, quote, _matches(versions, version, quote, where), links):
                if not any((other, quote.span) in told for other in found.b.words):  # else it has been told from the other side
                    told.update((quote.span, other) for other in found.b.words)
                    yield pair, found


def _index(versions: Versions, asked: frozenset[str]) -> Index:
    """Where each stem that is asked for stands: version and number of the line."""
    where: Index = defaultdict(list)
    for id_, version in versions.by_id.items():
        for number, line in enumerate(version.lines):
            for stem in line.bag & asked:
                where[stem].append((id_, number))
    return where


def _matches(versions: Versions, version: Version, quote: Quoted, where: Index) -> list[Match]:
    """The best passage of each other version that can hold enough of the quotation: it has one of its heaviest words."""
    total, heavy, found = versions.weight(quote.bag), 0, set[tuple[str, int]]()
    for stem in sorted(quote.bag, key=lambda s: (-versions.weights[s], s)):
        found.update(where[stem])
        heavy += versions.weights[stem]
        if heavy > (1 - EQUIVALENT) * total:
            break
    lines: dict[str, set[int]] = defaultdict(set)
    for id_, number in found:
        if id_ != version.report.id:
            lines[id_].update(range(max(0, number - quote.sentences + 1), number + 1))
    best = (_best(versions, quote, versions.by_id[id_], sorted(numbers)) for id_, numbers in sorted(lines.items()))
    return [match for match in best if match is not None]


def _compared(versions: Versions, version: Version, quote: Quoted, found: list[Match], links: Links) -> Iterator[tuple[Pair, Found]]:
    linked = links.get(version.report.id, frozenset())
    nearest = sorted(found, key=lambda m: (-m.share, m.version.report.id not in linked, _since(m.version)))
    equal = next((m for m in nearest if m.share >= EQUIVALENT and m.quoted >= WHOLE and not _two_named(version, quote, m)), None)
    if equal is not None:
        if equal.share < VERBATIM and not _cut(version.words(quote.span), equal):
            yield Pair(versions, version, equal.version, Direction.UNKNOWN, ()), _reworded(version, quote, equal)
        return
    close = next((m for m in nearest if m.share >= CLOSE and not _of_another(version, quote, m)), None)
    mine = Side(quote.span, (quote.span,))
    if close is None:
        if linked:
            pair = Pair(versions, version, version, Direction.UNKNOWN, ())
            weight = 35 if _signed(version, quote.span) else 60
            yield pair, Found(DriftKind.QUOTE_UNMATCHED, mine, Side(None), weight, "quote/unmatched")
        return
    pair = Pair(versions, version, close.version, Direction.UNKNOWN, ())
    kind = DriftKind.QUOTE_WIDENED if close.quoted > 0 and close.share >= WHOLE else DriftKind.PARAPHRASE_AS_QUOTE
    yield pair, Found(kind, mine, Side(close.passage, (close.passage,)), 85, f"quote/{kind.removeprefix('quote_')}")


def _since(version: Version) -> tuple[str, str]:
    """Since when it has been published, the undated last."""
    published = version.report.published
    return (published.start if published is not None and published.start is not None else UNDATED, version.report.id)


def _cut(quote: str, match: Match) -> bool:
    """Whether one of the two quotations is a piece of the other: a shorter quotation is no other one."""
    whole = f" {_bare(quote)} "
    others = [f" {_bare(match.version.words(q))} " for q in _marked(match)]
    return any(other in whole or whole in other for other in others if len(other) > 2)


def _reworded(version: Version, quote: Quoted, match: Match) -> Found:
    """Two quotations of which the one only has more words, or each has its own: "deux sont recherchés", "un est recherché"."""
    marked = _marked(match)
    own = set(_bare(version.words(quote.span)).split())
    other = {word for span in marked for word in _bare(match.version.words(span)).split()}
    wider = other <= own or own <= other
    kind = DriftKind.QUOTE_WIDENED if wider else DriftKind.QUOTE_REWORDED
    return Found(kind, Side(quote.span, (quote.span,)), Side(match.passage, marked), 80, f"quote/{kind.removeprefix('quote_')}")


def _marked(match: Match) -> tuple[Span, ...]:
    """The quotations of the passage."""
    passage = match.passage
    return tuple(q for q in match.version.reading.quotes if q.start < passage.end and passage.start < q.end)


def _bare(text: str) -> str:
    """The words alone, folded, a space between; thousands without a mark."""
    folded = THOUSANDS.sub("", fold(text))
    return " ".join(folded[a:b] for a, b in words(folded))


def _signed(version: Version, quote: Span) -> bool:
    """Somebody who is named says it."""
    said = [c.attribution for c in version.claims if c.attribution and c.span.start < quote.end and quote.start < c.span.end]
    return any(one.actor is not None and one.actor.kind is not ActorKind.UNNAMED for one in said)


def _two_named(version: Version, quote: Quoted, match: Match) -> bool:
    """Two who are called by their names say it, each something else: "un riverain" may be "cet homme"."""
    spoken = (*_speakers(version, quote.span), *_speakers(match.version, match.passage))
    return all(actor.name != actor.name.lower() for actor in spoken) and _of_another(version, quote, match)


def _of_another(version: Version, quote: Quoted, match: Match) -> bool:
    """The passage has marks of its own, and somebody else who is named says it: two speakers, of whom none is quoted by the other."""
    if match.share >= WHOLE or not match.quoted:
        return False  # one utterance, however the other version calls who said it
    mine, theirs = _speakers(version, quote.span), _speakers(match.version, match.passage)
    return bool(mine) and bool(theirs) and not any(same(a, b) for a in mine for b in theirs)


def _speakers(version: Version, span: Span) -> list[Actor]:
    """Those who are named for what is said in a passage."""
    said = [c.attribution for c in version.claims if c.attribution and c.span.start < span.end and span.start < c.span.end]
    return [one.actor for one in said if one.actor is not None and one.source]


def _quoted(version: Version, quote: Span) -> Quoted:
    lines = version.lines[version.line_at(quote.start) : version.line_at(max(quote.start, quote.end - 1)) + 1]
    return Quoted(quote, frozenset(s for line in lines for s in line.within((quote,))), max(1, len(lines)))


def _best(versions: Versions, quote: Quoted, other: Version, starts: list[int]) -> Match | None:
    """Of the passages of `other` that begin at `starts` the one with the largest share of the quotation, as many sentences long."""
    best, most, common = -1, 0, frozenset[str]()
    for number in starts:
        bag = frozenset().union(*(line.bag for line in other.lines[number : number + quote.sentences]))
        weight = versions.weight(quote.bag & bag)
        if weight > most:
            best, most, common = number, weight, quote.bag & bag
    if best < 0:
        return None
    window = other.lines[best : best + quote.sentences]
    marked = frozenset().union(*(line.within(other.reading.quotes) for line in window))
    passage = Span(report=other.report.id, start=window[0].span.start, end=window[-1].span.end)
    return Match(other, passage, most / versions.weight(quote.bag), versions.share(common, marked))
