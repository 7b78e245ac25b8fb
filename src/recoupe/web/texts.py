"""The reports of a story: as a table, as one line where there is one, and whole where that was asked for."""

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import cut
from recoupe.briefing.scope import ties
from recoupe.model import Report
from recoupe.phrases import say
from recoupe.text.clocks import local
from recoupe.web.markup import Html, el, link
from recoupe.web.times import stamp

COLUMNS = ("report", "headline", "date", "origin", "length")

HEADLINE = 120
"""Characters shown of a title, or of the first line where a report has none."""


def table(desk: Desk) -> Html:
    """One row a report, in the order of publication; origins that may be one say so."""
    reports = list(desk.reports.values())
    origin_of = {report: o.id for d in desk.file.dossiers for o in d.origins for report in o.reports}
    joined = ties([r.id for r in reports], origin_of, ((reuse.a, reuse.b) for d in desk.file.dossiers for reuse in d.reuses))
    numbers = {origin: i for i, origin in enumerate(joined, 1)}
    told = {o: _numbered(desk, numbers[o], numbers[first]) for o, first in joined.items()}
    rows = (_row(desk, report, told[origin_of.get(report.id, report.id)]) for report in reports)
    heads = (el("th", _column(desk, name), scope="col") for name in COLUMNS)
    made = el("table", el("thead", el("tr", *heads)), el("tbody", *rows))
    return el("div", made, class_="scroll", role="region", tabindex=0, aria_label=say(desk.language, "point.section.reports"))


def _numbered(desk: Desk, number: int, first: int) -> str:
    return str(number) if number == first else say(desk.language, "page.maybe_origin", n=number, other=first)


def _row(desk: Desk, report: Report, origin: str) -> Html:
    name = el("th", link(report.url, desk.names[report.id]), el("small", report.id), scope="row")
    shown = (headline(report), published(desk, report), origin, f"{len(report.text)} · {report.language}")
    return el("tr", name, *(el("td", words, data_label=_column(desk, column)) for column, words in zip(COLUMNS[1:], shown, strict=True)))


def _column(desk: Desk, name: str) -> str:
    return say(desk.language, f"page.column_{name}")


def headline(report: Report) -> str:
    """The title, else the first words.

    >>> from recoupe.ingest.objects import member
    >>> headline(member(b'{"text": "Le bac repart.\\\\nSuit le reste."}', "a"))
    'Le bac repart.'
    """
    return cut(report.title or report.text[: 2 * HEADLINE].lstrip().split("\n")[0], HEADLINE)


def published(desk: Desk, report: Report) -> str:
    """The day or time of publication; what is known of it where no day is.

    >>> from recoupe.ingest.objects import member
    >>> desk = Desk(None, "fr")
    >>> published(desk, member(b'{"text": "Crue.", "published": "2031-05"}', "a")), published(desk, member(b'{"text": "Crue."}', "a"))
    ('05/2031', 'sans date')
    """
    when = report.published
    if when is None:
        return say(desk.language, "page.undated")
    return stamp(local(when) or "", when.precision, desk.language) if when.start else when.value


def the_one(desk: Desk) -> Html | None:
    """The only report of a story: its name, date and id."""
    report = next(iter(desk.reports.values()), None)
    if report is None:
        return None
    return el("p", link(report.url, desk.names[report.id]), " · ", published(desk, report), " · ", el("small", report.id))


def whole_texts(desk: Desk) -> Html:
    """Every report as it was received."""
    texts = (
        el("details", el("summary", desk.names[r.id]), el("div", r.text, class_="text", lang=language_of(r))) for r in desk.reports.values()
    )
    key = f"{desk.file.story.id}-texts"
    title = say(desk.language, "page.section_texts", title=desk.file.story.title)
    return el("section", el("h2", title, id=f"{key}-title"), *texts, id=key, aria_labelledby=f"{key}-title")


def language_of(report: Report) -> str | None:
    """What `lang` says of its words; nothing where the language is not known.

    >>> from recoupe.ingest.objects import member
    >>> [language_of(member(b'{"text": "%s"}' % words, "a")) for words in (b"Le bac repart demain vers la rive gauche.", b"Brest : 12")]
    ['fr', None]
    """
    return None if report.language == "und" else report.language
