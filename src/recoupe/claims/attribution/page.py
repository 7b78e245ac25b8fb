"""A report laid out for the frames: plain text, sentences, quotations with their marks, actors and times, all as offsets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from recoupe.model import Mention, ReadReport, Span
from recoupe.text.folding import plain
from recoupe.text.sentences import sentences

Extent = tuple[int, int]

SHOUT = 3
"""Spaces of a sentence in capitals that is more than a name or a heading of three words."""
LONGEST = 1500
"""Characters of the longest sentence that is read as one."""

OPENING = regex.compile(r"[«“„\"‘'][ ]{0,2}+$")
CLOSING = regex.compile(r"[ .!?…,]{0,3}?[»”\"’']")


@dataclass(frozen=True, slots=True)
class Page:
    """What the frames look at: `text` is the plain copy of `raw`, `lower` that in lower case; `quotes` include their marks.

    `quote_starts`, `mention_starts`: where each quotation and each mention begins, to look them up by. `places`: where each place ends.
    """

    report: str
    language: str
    text: str
    lower: str
    raw: str
    sentences: tuple[Extent, ...]
    quotes: tuple[Extent, ...]
    mentions: tuple[Mention, ...]
    whens: tuple[Extent, ...]
    places: frozenset[int]
    quote_starts: tuple[int, ...]
    mention_starts: tuple[int, ...]

    def quote_at(self, offset: int) -> Extent | None:
        """The quotation that holds the character at `offset`."""
        index = bisect_right(self.quote_starts, offset)
        quote = self.quotes[index - 1] if index else None
        return quote if quote is not None and offset < quote[1] else None

    def quoted_in(self, start: int, end: int) -> bool:
        """Whether a quotation has some of the characters from `start` to before `end`."""
        index = bisect_left(self.quote_starts, end)
        return index > 0 and start < self.quotes[index - 1][1]

    def sentence_at(self, offset: int) -> Extent:
        """The sentence that holds `offset`, or the last one before it."""
        index = bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[index] if index >= 0 else (0, len(self.text))

    def mention(self, start: int, end: int) -> Mention | None:
        """The actor mention that covers most of `start` to `end`."""
        low, high = bisect_left(self.mention_starts, max(0, start - 400)), bisect_left(self.mention_starts, end)
        found = [m for m in self.mentions[low:high] if m.span.end > start]
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda m: (min(m.span.end, end) - max(m.span.start, start), -m.span.start))

    def mention_from(self, start: int) -> Mention | None:
        """The longest mention that begins at `start`, or after an article there."""
        low, high = bisect_left(self.mention_starts, start), bisect_right(self.mention_starts, start + 4)
        return max(self.mentions[low:high], key=lambda m: m.span.end) if low < high else None

    def when_from(self, start: int) -> Extent | None:
        """The time that begins at `start`."""
        return next(iter(self.whens_in(start, start + 1)), None)

    def mentions_before(self, offset: int) -> tuple[Mention, ...]:
        """The last actor mentions before `offset`, the nearest first."""
        index = bisect_left(self.mention_starts, offset)
        return self.mentions[max(0, index - 12) : index][::-1]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The actor mentions that lie between `start` and `end`."""
        low, high = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return tuple(m for m in self.mentions[low:high] if m.span.end <= end)

    def mention_before(self, offset: int) -> Mention | None:
        """The last actor mention that begins before `offset`."""
        index = bisect_left(self.mention_starts, offset)
        return self.mentions[index - 1] if index else None

    def whens_in(self, start: int, end: int) -> tuple[Extent, ...]:
        """The times that begin between `start` and `end`."""
        return self.whens[bisect_left(self.whens, (start, 0)) : bisect_left(self.whens, (end, 0))]

    def span(self, extent: Extent) -> Span:
        """`extent` as a span of the report."""
        return Span(report=self.report, start=extent[0], end=extent[1])


def page(read: ReadReport) -> Page:
    """The page of a report."""
    text, reading = plain(read.report.text), read.reading
    whole = [(s.start, s.end) for s in reading.sentences] or sentences(text)
    text = _uncapped(text, whole, reading.actors)
    spans = tuple(part for a, b in whole for part in _bounded(text, a, b))
    whens = tuple(sorted({(w.span.start, w.span.end) for w in reading.whens if w.span is not None and not w.lasts}))
    quotes = _outermost(sorted({marked(text, (q.start, q.end)) for q in reading.quotes}))
    mentions = tuple(sorted(reading.actors, key=lambda m: (m.span.start, m.span.end)))
    small = text.lower()
    lower = small if len(small) == len(text) else text
    return Page(
        report=read.report.id,
        language=read.report.language,
        text=text,
        lower=lower,
        raw=read.report.text,
        sentences=spans,
        quotes=tuple(quotes),
        mentions=mentions,
        whens=whens,
        places=frozenset(place.span.end for place in reading.places),
        quote_starts=tuple(start for start, _ in quotes),
        mention_starts=tuple(m.span.start for m in mentions),
    )


def _uncapped(text: str, whole: Sequence[Extent], mentions: Iterable[Mention]) -> str:
    """`text` with sentences in capitals written small, but for their first letter and the actors they name."""
    loud = [(a, b) for a, b in whole if text[a:b].isupper() and text.count(" ", a, b) > SHOUT and len(text[a:b].lower()) == b - a]
    if not loud:
        return text
    letters = list(text)
    for a, b in loud:
        letters[a + 1 : b] = text[a + 1 : b].lower()
    for span in (m.span for m in mentions):
        if any(a <= span.start < b for a, b in loud):
            letters[span.start : span.end] = text[span.start : span.end].title()
    return "".join(letters)


def _bounded(text: str, start: int, end: int) -> list[Extent]:
    """A sentence, cut at spaces where it is too long to be one: what is read of it must not grow with its square."""
    parts: list[Extent] = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)]


def _outermost(extents: list[Extent]) -> list[Extent]:
    kept: list[Extent] = []
    for extent in extents:
        if kept and extent[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], extent[1])) if extent[0] == kept[-1][0] else kept[-1]
        else:
            kept.append(extent)
    return kept


def marked(text: str, inside: Extent) -> Extent:
    """The inside of a quotation with its marks, where it has any.

    >>> marked('Il dit : « oui ».', (11, 14))
    (9, 16)
    """
    opening = OPENING.search(text, max(0, inside[0] - 3), inside[0])
    closing = CLOSING.match(text, inside[1], min(len(text), inside[1] + 5))
    return (opening.start(), closing.end()) if opening and closing else inside
