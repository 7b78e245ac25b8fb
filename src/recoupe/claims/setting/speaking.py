"""Who speaks, and to whom: no places; an area that counts what befalls it is one."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from recoupe.claims.page import Page
from recoupe.model import Attribution, Span

TO, ADDRESS = " à ", 40
"""How an addressee begins, and how long it is at most."""


class Cover:
    """Whether one of many spans holds another, asked in logarithmic time.

    >>> span = lambda a, b: Span(report="r", start=a, end=b)
    >>> Cover([span(0, 9), span(2, 3)]).holds(span(4, 8)), Cover([span(0, 9)]).holds(span(4, 10))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.start, s.end) for s in spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """True if a span begins at or before `span` and ends at or behind it."""
        i = bisect_right(self.starts, span.start)
        return i > 0 and self.reach[i - 1] >= span.end


def speaking(page: Page) -> Cover:
    """Where speakers, their cues and whom they speak to stand."""
    told = [a.attribution for a in page.attributed]
    addressed = (span for said in told if (span := _addressed(page, said)) is not None)
    return Cover([*(span for said in told for span in (*said.source, said.cue)), *addressed])


def tallying(page: Page) -> dict[int, int]:
    """Where those end who count what befalls them, and where they begin: "[Le Liberia] a dénombré 107 cas"."""
    return {span.end: span.start for a in page.attributed if _counts_its_own(page, a.attribution) for span in a.attribution.source}


def _counts_its_own(page: Page, said: Attribution) -> bool:
    """True for a verb of counting, not of saying: "a dénombré", "déplore"."""
    words = page.tokens.forms[page.word_at(said.cue.start) : page.word_at(said.cue.end)]
    return any(word.startswith(page.rules.tallied) for word in words)


def _addressed(page: Page, said: Attribution) -> Span | None:
    """What stands between a verb of saying and speaker or content behind it: "a indiqué [à Radio Sud] la préfète"."""
    after = min((s.start for s in (*said.source, *said.content) if s.start > said.cue.end), default=0)
    between = page.read.report.text[said.cue.end : after] if after - said.cue.end <= ADDRESS else ""
    return page.span(said.cue.end, after) if between.startswith(TO) else None
