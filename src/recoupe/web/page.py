"""One self-contained page: where things stand, every statement with the passages that it rests on."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources

from recoupe import __version__
from recoupe.briefing.desk import Desk
from recoupe.model import Briefing, Report, Span, Statement, StoryFile
from recoupe.phrases import Language, say
from recoupe.text.labels import labels
from recoupe.web.cards import card
from recoupe.web.charts import stamp, timeline
from recoupe.web.markup import Html, el, join, link
from recoupe.web.passages import citation
from recoupe.web.versions import versions

SECTIONS = ("count", "single", "hearsay", "said", "drift", "new", "unknown")
"""In this order after the scope; a section without statements is not shown."""


@dataclass(frozen=True, slots=True)
class Point:
    """A story with its briefing, and the names by which its reports go on the page."""

    file: StoryFile
    briefing: Briefing

    @property
    def desk(self) -> Desk:
        """The desk on which the briefing was written: how things are called."""
        return Desk(self.file, "fr" if self.briefing.language == "fr" else "en")

    @property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for dossier in self.file.dossiers for report in dossier.reports}


def page(points: Sequence[Point], language: Language, *, with_texts: bool = False) -> str:
    """The page of one or more stories; whole texts only `with_texts`, else passages with at most 200 characters around them."""
    style = (resources.files("recoupe.web") / "page.css").read_text("utf-8")
    reports = {key: report for point in points for key, report in point.reports.items()}
    names = labels(reports.values())
    body = join(*(_story(point, names, language) for point in points), _texts(reports, names, language) if with_texts else None)
    title = points[0].briefing.title if len(points) == 1 else say(language, "page.stories", n=len(points))
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy(style)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", say(language, "page.title", title=title)),
        Html(f"<style>{style}</style>"),
    )
    foot = el("footer", el("p", say(language, "page.made", version=__version__), class_="legend"))
    contents = _contents(points, language) if len(points) > 1 else None
    return "<!doctype html>\n" + el("html", head, el("body", contents, el("main", body), foot), lang=language) + "\n"


def policy(style: str) -> str:
    """A content security policy that allows this one style sheet and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _contents(points: Sequence[Point], language: Language) -> Html:
    entries = (el("li", el("a", point.briefing.title, href=f"#{point.file.story.id}")) for point in points)
    return el("nav", el("ul", *entries), aria_label=say(language, "page.contents"))


def _story(point: Point, names: Mapping[str, str], language: Language) -> Html:
    reports, briefing = point.reports, point.briefing
    sections = {name: [s for s in briefing.statements if s.section == name] for name in ("scope", *SECTIONS)}
    sections["count"] += [s for s in briefing.statements if s.section == "differs"]
    scope = el("div", *(el("p", statement.text) for statement in sections["scope"]), class_="scope")
    drawn = [_section(name, sections[name], point, names, language) for name in SECTIONS if sections[name]]
    if briefing.timeline:
        moments = (el("li", el("b", stamp(m.at, m.precision, language)), " ", m.text) for m in briefing.timeline)
        listed = el("details", el("summary", say(language, "page.moments", n=len(briefing.timeline))), el("ol", *moments))
        drawn.append(_titled("timeline", language, timeline(briefing.timeline, language), listed))
    return el("article", el("h1", briefing.title), scope, *drawn, _table(reports, names, point, language), id=point.file.story.id)


def _titled(name: str, language: Language, *children: Html) -> Html:
    return el("section", el("h2", say(language, f"page.section_{name}")), *children)


def _section(name: str, statements: Sequence[Statement], point: Point, names: Mapping[str, str], language: Language) -> Html:
    if name == "count":
        return _counts(statements, point, names, language)
    if name == "drift":
        return _titled(name, language, versions(statements, point.file, names, language))
    entries = (el("li", el("p", s.text), _cited(s, point.reports, names, language)) for s in statements)
    return _titled(name, language, el("ul", *entries, class_="statements"))


def _counts(statements: Sequence[Statement], point: Point, names: Mapping[str, str], language: Language) -> Html:
    """One card a question, those with several answers first; what is no crosscheck stands below."""
    checks, desk = {check.id: check for check in point.file.crosschecks}, point.desk
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.crosscheck or "", []).append(statement)
    rest = told.pop("", [])
    order = sorted(told, key=lambda key: len(checks[key].answers) == 1)
    cards = (card(desk, checks[key], told[key], _cited(told[key][0], point.reports, names, language)) for key in order)
    legend = el("p", say(language, "page.legend"), class_="legend")
    return _titled("count", language, el("div", *cards, class_="cards"), legend, *(el("p", s.text) for s in rest))


def _cited(statement: Statement, reports: Mapping[str, Report], names: Mapping[str, str], language: Language) -> Html:
    """The passages behind a statement, by report, folded until opened."""
    grouped: dict[str, list[Span]] = {}
    for span in statement.cites:
        grouped.setdefault(span.report, []).append(span)
    if not grouped:
        return Html("")
    found = (citation(reports, names, spans) for spans in grouped.values())
    title = say(language, "page.passages", n=len(statement.cites)) + " : ".replace(" ", "\u00a0") + ", ".join(names[r] for r in grouped)
    return el("details", el("summary", title), *found)


def _table(reports: Mapping[str, Report], names: Mapping[str, str], point: Point, language: Language) -> Html:
    origin = {report: i for d in point.file.dossiers for i, o in enumerate(d.origins, 1) for report in o.reports}
    heads = ("report", "headline", "date", "language", "length", "origin", "id")
    rows = (
        el(
            "tr",
            el("th", link(report.url, names[key]), scope="row"),
            el("td", report.title or report.text[:80].split("\n")[0]),
            el("td", report.published.value if report.published else say(language, "page.undated")),
            el("td", report.language),
            el("td", str(len(report.text))),
            el("td", str(origin.get(key, ""))),
            el("td", el("small", key)),
        )
        for key, report in sorted(reports.items(), key=lambda item: names[item[0]])
    )
    head = el("thead", el("tr", *(el("th", say(language, f"page.column_{name}"), scope="col") for name in heads)))
    return _titled("reports", language, el("div", el("table", head, el("tbody", *rows)), class_="scroll"))


def _texts(reports: Mapping[str, Report], names: Mapping[str, str], language: Language) -> Html:
    whole = (el("details", el("summary", names[key]), el("div", report.text, class_="text")) for key, report in sorted(reports.items()))
    return _titled("texts", language, *whole)
