"""A briefing as lines for a screen: what is counted and who says so first; citations on a line of their own."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from recoupe.briefing.desk import Desk
from recoupe.cli.screen import Heading
from recoupe.cli.words import pair
from recoupe.model import Moment, Span
from recoupe.phrases import Language, say
from recoupe.web.charts import stamp
from recoupe.web.page import Point
from recoupe.web.passages import by_report, places

MOST = 6
"""Reports cited under a statement; the page has all."""


def briefed(point: Point, language: Language) -> Iterator[str]:
    """The lines of one story; of a story with one text only what it says, and where that comes from."""
    desk, briefing = point.desk, point.briefing
    short = desk.alone
    yield Heading(briefing.title)
    yield pair(language, f"{briefing.story} · {say(language, 'point.texts', n=len(desk.reports))}", ", ".join(desk.names.values()))
    for section, statements in groupby(desk.told(briefing.statements), key=lambda s: s.section):
        yield ""
        yield Heading(say(language, f"point.section.{section}"))
        for statement in statements:
            yield f"  {_line(statement.text)}"
            yield from _cited(desk, statement.cites, short=short)
    if briefing.timeline and not short:
        yield ""
        yield Heading(say(language, "point.section.timeline"))
        yield from (f"  {_moment(moment, language)}" for moment in briefing.timeline)
    yield ""


def _cited(desk: Desk, cites: Iterable[Span], *, short: bool) -> Iterator[str]:
    """Where it stands: "La Vigie [12–40, 157–240]"; the name left out where there is one text."""
    grouped = by_report(desk, cites)
    shown = [places(spans) if short else f"{desk.names[report]} {places(spans)}" for report, spans in grouped.items()]
    if shown:
        yield f"    {' · '.join(shown[:MOST])}{' …' if len(shown) > MOST else ''}"


def _moment(moment: Moment, language: Language) -> str:
    voice = f"{moment.voice}, " if moment.voice else ""
    return f"{stamp(moment.at, moment.precision, language)}  {voice}{_line(moment.text)}"


def _line(words: str) -> str:
    return " ".join(words.split("\n"))
