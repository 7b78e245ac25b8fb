"""Quotations: words in quotation marks that no other version has, or that another version has outside its marks."""

from collections.abc import Iterator
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.versions import Version, Versions
from recoupe.model import ActorKind, Direction, DriftKind, Span

WORDS = 4
"""Fewer content words make a term in marks, not a quotation."""

EQUIVALENT = 0.6
"""Share of a quotation that makes a passage its equivalent, if the passage is itself quoted."""

CLOSE = 0.6
"""Share of a quotation that a sentence without marks must have to be shown beside it."""

WHOLE = 0.8
"""Marks that hold this much of the common words hold the quotation."""


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


def quotes(versions: Versions, linked: frozenset[str]) -> Iterator[tuple[Pair, Found]]:
    """Quotations without equivalent in any other version; `linked` are the reports that share text with another."""
    for version in versions.by_id.values():
        others = [other for other in versions.by_id.values() if other is not version]
        for quote in version.reading.quotes:
            words = _quoted(version, quote)
            if others and len(words.bag) >= WORDS:
                yield from _compared(versions, version, words, [_best(versions, words, other) for other in others], linked)


def _compared(
    versions: Versions, version: Version, quote: Quoted, matches: list[Match | None], linked: frozenset[str]
) -> Iterator[tuple[Pair, Found]]:
    found = [m for m in matches if m is not None]
    if any(m.share >= EQUIVALENT and m.quoted >= WHOLE for m in found):
        return
    close = max((m for m in found if m.share >= CLOSE), key=lambda m: (m.share, m.version.report.id), default=None)
    mine = Side(quote.span, (quote.span,))
    if close is None:
        if version.report.id in linked:
            pair = Pair(versions, version, version, Direction.UNKNOWN, ())
            weight = 35 if _signed(version, quote.span) else 60
            yield pair, Found(DriftKind.QUOTE_UNMATCHED, mine, Side(None), weight, "quote/unmatched")
        return
    pair = Pair(versions, version, close.version, Direction.UNKNOWN, ())
    kind = DriftKind.QUOTE_WIDENED if close.quoted > 0 and close.share >= WHOLE else DriftKind.PARAPHRASE_AS_QUOTE
    yield pair, Found(kind, mine, Side(close.passage, (close.passage,)), 85, f"quote/{kind.removeprefix('quote_')}")


def _signed(version: Version, quote: Span) -> bool:
    """Somebody who is named says it."""
    said = [c.attribution for c in version.claims if c.attribution and c.span.start < quote.end and quote.start < c.span.end]
    return any(one.actor is not None and one.actor.kind is not ActorKind.UNNAMED for one in said)


def _quoted(version: Version, quote: Span) -> Quoted:
    lines = version.lines[version.line_at(quote.start) : version.line_at(max(quote.start, quote.end - 1)) + 1]
    return Quoted(quote, frozenset(s for line in lines for s in line.within((quote,))), max(1, len(lines)))


def _best(versions: Versions, quote: Quoted, other: Version) -> Match | None:
    """The passage of `other` with the largest share of the quotation: as many sentences as the quotation has."""
    size = quote.sentences
    found: Match | None = None
    for number in range(max(1, len(other.lines) - size + 1)):
        window = other.lines[number : number + size]
        common = quote.bag & frozenset().union(*(line.bag for line in window))
        if common and (share := versions.weight(common) / versions.weight(quote.bag)) > (found.share if found else 0):
            passage = Span(report=other.report.id, start=window[0].span.start, end=window[-1].span.end)
            marked = frozenset().union(*(line.within(other.reading.quotes) for line in window))
            found = Match(other, passage, share, versions.share(common, marked))
    return found
