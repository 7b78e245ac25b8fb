"""Passages of reports: the words that are cited, marked, with a little of what stands around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.model import Report, Span
from recoupe.text import sentences
from recoupe.web.markup import Html, el, join

CONTEXT = 200
"""Characters shown before and after a cited passage at most: a citation, not the text."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a report with marks; `before` and `after` say whether the text goes on there."""

    report: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    before: bool
    after: bool


def excerpt(text: str, spans: Sequence[Span], context: int = CONTEXT) -> Excerpt:
    """The sentences around `spans` (all of one report), at most `context` characters beyond them on either side."""
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    around = [(a, b) for a, b in sentences(text[max(0, first - 2 * context) : last + 2 * context])]
    shift = max(0, first - 2 * context)
    start = max([first - context, *(a + shift for a, b in around if a + shift <= first < b + shift)])
    end = min([last + context, *(b + shift for a, b in around if a + shift < last <= b + shift)])
    start, end = max(0, min(start, first)), min(len(text), max(end, last))
    return Excerpt(spans[0].report, start, end, union(spans), start > 0, end < len(text))


def union(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Spans of one text as disjoint ranges in order."""
    ranges: list[tuple[int, int]] = []
    for span in sorted(spans):
        if ranges and span.start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], span.end))
        else:
            ranges.append((span.start, span.end))
    return tuple(ranges)


def marked(text: str, shown: Excerpt) -> Html:
    """The excerpt as a paragraph with its marks."""
    parts: list[Html | str | None] = ["… " if shown.before else None]
    at = shown.start
    for start, end in shown.marks:
        parts += [text[at:start], el("mark", text[start:end])]
        at = end
    parts += [text[at : shown.end], " …" if shown.after else None]
    return el("q", *parts)


def citation(reports: Mapping[str, Report], names: Mapping[str, str], spans: Sequence[Span]) -> Html:
    """Passages of one report, with its name and the offsets that anyone can check."""
    report = reports[spans[0].report]
    shown = excerpt(report.text, spans)
    where = ", ".join(f"{span.start}–{span.end}" for span in sorted(spans))
    head = el("cite", names[report.id], " ", el("small", f"[{where}]"))
    return el("blockquote", head, join(marked(report.text, shown)), lang=report.language if report.language != "und" else None)
