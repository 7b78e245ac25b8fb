"""Passages of reports: the words that are cited, marked, with a little of what stands around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.briefing.desk import Desk
from recoupe.model import Span
from recoupe.phrases import say
from recoupe.text import sentences
from recoupe.web.markup import Html, el
from recoupe.web.texts import language_of

CONTEXT = 200
"""Characters shown before and after a cited passage at most: a citation, not the text."""

MOST = 10
"""Excerpts shown under one statement; of the others the place is named."""


MOST_NAMES = 4
"""Reports named on the fold."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a report with marks: the parts of it that are cited."""

    report: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


def excerpts(text: str, spans: Sequence[Span]) -> Iterator[Excerpt]:
    """The sentences around `spans` (all of one report), at most `CONTEXT` characters beyond each; near ones are one excerpt.

    >>> text = "Le bac repart. " + "Le vent tombe. " * 40 + "La crue recule."
    >>> spans = [Span(report="r-1", start=at, end=at + 3) for at in (0, 3, len(text) - 12)]
    >>> [(shown.end - shown.start, len(shown.marks)) for shown in excerpts(text, spans)]
    [(14, 1), (15, 1)]
    """
    near: list[Span] = []
    for span in sorted(spans):
        if near and span.start - max(s.end for s in near) > CONTEXT:
            yield excerpt(text, near)
            near = []
        near.append(span)
    if near:
        yield excerpt(text, near)


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """All from the first of `spans` to the last, and on to the ends of their sentences where these are near.

    >>> text = "Le bac repart. La crue recule à Valbrune. Le pont reste fermé."
    >>> shown = excerpt(text, [Span(report="r-1", start=18, end=22)])
    >>> text[shown.start : shown.end], shown.marks
    ('La crue recule à Valbrune.', ((18, 22),))
    """
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    shift = max(0, first - 2 * CONTEXT)
    around = [(a + shift, b + shift) for a, b in sentences(text[shift : last + 2 * CONTEXT])]
    start = max([first - CONTEXT, *(a for a, b in around if a <= first < b)])
    end = min([last + CONTEXT, *(b for a, b in around if a < last <= b)])
    start, end = max(0, min(start, first)), min(len(text), max(end, last))
    return Excerpt(spans[0].report, start, end, union(spans))


def union(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Spans of one text as disjoint ranges in order.

    >>> union(Span(report="r-1", start=start, end=end) for start, end in ((30, 34), (5, 12), (8, 20)))
    ((5, 20), (30, 34))
    """
    ranges: list[tuple[int, int]] = []
    for span in sorted(spans):
        if ranges and span.start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], span.end))
        else:
            ranges.append((span.start, span.end))
    return tuple(ranges)


def marked(text: str, shown: Excerpt, manner: str | None = None) -> Html:
    """The excerpt with its marks; `manner` is the class of a mark that is drawn otherwise.

    >>> marked("Le bac repart.", Excerpt("r-1", 0, 14, ((3, 6),)))
    '<q>Le <mark>bac</mark> repart.</q>'
    """
    parts: list[Html | str | None] = ["…\u00a0" if shown.start > 0 else None]
    at = shown.start
    for start, end in shown.marks:
        parts += [text[at:start], el("mark", text[start:end], class_=manner)]
        at = end
    parts += [text[at : shown.end], "\u00a0…" if shown.end < len(text) else None]
    return el("q", *parts)


def quoted(desk: Desk, spans: Sequence[Span], shown: Excerpt, manner: str | None = None) -> Html:
    """An excerpt with the name of its report and the offsets that anyone can check."""
    report = desk.reports[shown.report]
    head = el("cite", desk.names[report.id], " ", el("small", places(spans)))
    return el("blockquote", head, marked(report.text, shown, manner), lang=language_of(report))


def places(spans: Iterable[Span]) -> str:
    """Offsets in brackets.

    >>> places([Span(report="r-1", start=30, end=34), Span(report="r-1", start=5, end=12)])
    '[5–12, 30–34]'
    """
    return f"[{', '.join(f'{span.start}–{span.end}' for span in sorted(spans))}]"


def citations(desk: Desk, spans: Sequence[Span]) -> Iterator[Html]:
    """The excerpts that hold `spans` of one report."""
    for shown in excerpts(desk.reports[spans[0].report].text, spans):
        yield quoted(desk, [s for s in spans if shown.start <= s.start and s.end <= shown.end], shown)


def by_report(desk: Desk, cites: Iterable[Span]) -> dict[str, list[Span]]:
    """Spans gathered by report, each once, in the order in which they come."""
    grouped: dict[str, list[Span]] = {}
    for span in dict.fromkeys(cites):
        if span.report in desk.reports:
            grouped.setdefault(span.report, []).append(span)
    return grouped


def passages(desk: Desk, cites: Iterable[Span], how: str = "") -> Html | None:
    """The passages behind a statement or an answer, by report, folded until opened; `how`: as what they give it, where that is no plain
    statement ("former", "disputed").
    """
    grouped = by_report(desk, cites)
    if not grouped:
        return None
    found = [drawn for spans in grouped.values() for drawn in citations(desk, spans)]
    names = [desk.names[report] for report in grouped]
    listed = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    title = say(desk.language, f"page.passages_{how}" if how else "page.passages", n=len(found), names=listed)
    rest = say(desk.language, "page.more_passages", n=len(found) - MOST) if len(found) > MOST else None
    return el("details", el("summary", title), *found[:MOST], el("p", rest, class_="soft") if rest else None)
