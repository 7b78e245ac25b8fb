"""Differences between versions, side by side: both passages, the words that differ marked; and the passages that texts share."""

from collections.abc import Iterable, Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.orientation import oriented
from recoupe.model import Drift, Span, Statement
from recoupe.phrases import say
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import Excerpt, excerpt, quoted, union


def versions(desk: Desk, statements: Sequence[Statement]) -> Html:
    """What differs, then what is shared; under the words of each statement its two passages, folded."""
    drifts = {drift.id: oriented(drift, desk.rank) for drift in desk.file.drifts}
    differing = [(s, drifts[s.drift]) for s in statements if s.drift in drifts]
    shared = [s for s in statements if s.drift not in drifts]
    return join(
        el("p", say(desk.language, "page.marks"), class_="soft") if differing else None,
        _list(_folded(s, _sides(desk, drift)) for s, drift in differing) if differing else None,
        el("h4", say(desk.language, "page.shared")) if shared else None,
        _list(_folded(s, _pair(desk, s)) for s in shared) if shared else None,
    )


def _list(items: Iterable[Html]) -> Html:
    return el("ul", *(el("li", item) for item in items), class_="statements")


def _folded(statement: Statement, child: Html | None) -> Html:
    return el("details", el("summary", statement.text, class_="line"), child) if child else el("p", statement.text)


def _sides(desk: Desk, drift: Drift) -> Html:
    sides = [(drift.a, drift.a_words), (drift.b, drift.b_words)]
    return el("div", *(_side(desk, drift, span, words) for span, words in sides), class_="pair")


def _side(desk: Desk, drift: Drift, span: Span | None, words: str) -> Html:
    """The passage of one version with the differing words marked; where it has none of its own, the passage that was compared."""
    if span is None or span.report not in desk.reports:
        against = desk.names.get(drift.against or "")
        head = el("cite", against) if against else None
        return el("div", head, el("p", say(desk.language, "page.nothing_here")), class_="none")
    text = desk.reports[span.report].text
    shown, marks = excerpt(text, [span]), (_marks(drift, span) if words else ()) or ((span.start, span.end),)
    return quoted(desk, [span], Excerpt(shown.report, shown.start, shown.end, marks), None if words else "compared")


def _marks(drift: Drift, span: Span) -> tuple[tuple[int, int], ...]:
    """The words that differ, where they stand in this passage."""
    return union(e.span for e in drift.evidence if e.span.report == span.report and span.start <= e.span.start and e.span.end <= span.end)


def _pair(desk: Desk, statement: Statement) -> Html | None:
    """Two passages that stand in two texts."""
    spans = [span for span in statement.cites if span.report in desk.reports]
    if len(spans) != 2 or spans[0].report == spans[1].report:
        return None
    both = (quoted(desk, [span], excerpt(desk.reports[span.report].text, [span])) for span in spans)
    return el("div", *both, class_="pair")
