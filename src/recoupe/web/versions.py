"""Differences between versions, side by side: both passages with the words that differ marked."""

from collections.abc import Mapping, Sequence

from recoupe.model import Drift, Report, Span, Statement, StoryFile
from recoupe.phrases import Language, say
from recoupe.web.markup import Html, el
from recoupe.web.passages import citation, excerpt, marked


def versions(statements: Sequence[Statement], file: StoryFile, names: Mapping[str, str], language: Language) -> Html:
    """One entry a statement; where it shows a drift or a pair of passages, the two stand side by side."""
    reports = {report.id: report for dossier in file.dossiers for report in dossier.reports}
    drifts = {drift.id: drift for drift in file.drifts}
    entries = (el("li", el("p", s.text), _sides(s, drifts.get(s.drift or ""), reports, names, language)) for s in statements)
    return el("ul", *entries, class_="statements")


def _sides(
    statement: Statement, drift: Drift | None, reports: Mapping[str, Report], names: Mapping[str, str], language: Language
) -> Html | None:
    if drift is not None:
        return el(
            "div", *(_side(s, w, reports, names, language) for s, w in ((drift.a, drift.a_words), (drift.b, drift.b_words))), class_="pair"
        )
    if len(statement.cites) == 2 and statement.cites[0].report != statement.cites[1].report:
        pair = el("div", *(citation(reports, names, [span]) for span in statement.cites), class_="pair")
        return el("details", el("summary", say(language, "page.passages", n=2)), pair)
    return None


def _side(span: Span | None, words: str, reports: Mapping[str, Report], names: Mapping[str, str], language: Language) -> Html:
    """The passage of one version, the differing words marked (the whole passage where they are the passage)."""
    if span is None:
        return el("p", say(language, "page.nothing_here"), class_="none")
    report = reports[span.report]
    at = report.text.find(words, span.start, span.end) if words else -1
    marks = Span(report=span.report, start=at, end=at + len(words)) if at >= 0 else span
    shown = excerpt(report.text, [span])
    shown = type(shown)(shown.report, shown.start, shown.end, ((marks.start, marks.end),) if words else (), shown.before, shown.after)
    head = el("cite", names[span.report], " ", el("small", f"[{span.start}–{span.end}]"))
    return el("blockquote", head, marked(report.text, shown), lang=report.language if report.language != "und" else None)
