"""A briefing as lines for a screen: what is counted and who says so first; citations on a line of their own."""

from collections.abc import Iterable, Iterator

from recoupe.briefing.desk import Desk, by_event
from recoupe.briefing.quoting import cut
from recoupe.briefing.scope import foreign
from recoupe.briefing.sections import heading, once, parts
from recoupe.briefing.tallies import given, opened
from recoupe.cli.screen import Heading
from recoupe.cli.words import pair
from recoupe.model import Answer, Crosscheck, Moment, Span, Statement
from recoupe.phrases import Language, say
from recoupe.web.page import Point
from recoupe.web.passages import by_report, places
from recoupe.web.times import timed

MOST = 6
"""Reports cited under a statement; the page has all."""

GATHERED = "new"
"""The section that tells numbers again."""


def briefed(point: Point, language: Language) -> Iterator[str]:
    """The lines of one story; of a story with one text only what it says, and where that comes from."""
    desk, briefing, seen = point.desk, point.briefing, set[Span]()
    yield Heading(briefing.title)
    yield pair(
        language,
        f"{briefing.story} · {say(language, 'point.texts', n=len(desk.reports))}",
        ", ".join(desk.names[report] for report in desk.reports),
    )
    timeline = () if desk.alone else briefing.timeline
    for name, statements in parts(once(desk.told(briefing.statements)), timeline):
        yield ""
        yield Heading(heading(language, name))
        for title, told in by_event(point.file, statements).items():
            if title:
                yield Heading(f"  — {cut(title)}")
            yield from _statements(desk, told, seen)
        if name == "timeline":
            yield from (f"  {_moment(moment, language)}" for moment in timeline)
        if name == "scope" and (note := foreign(desk)):
            yield f"  {note}"
    yield ""


def _statements(desk: Desk, statements: Iterable[Statement], seen: set[Span]) -> Iterator[str]:
    """Each with where it stands; what only gathers numbers told above (`seen`) does not repeat their places."""
    checks = {check.id: check for check in desk.file.crosschecks}
    for statement in statements:
        check = checks.get(statement.crosscheck or "")
        if check is not None and statement.message == "point.differs":
            yield from _answers(desk, check)
        else:
            more = say(desk.language, "cli.all_of_it") if statement.message.endswith(".more") else ""
            yield f"  {_line(statement.text)}{more}"
            told = statement.section == GATHERED and seen.issuperset(statement.cites)
            if not told and statement.message != "point.values":  # values by rule rest on the answers above
                yield from _cited(desk, statement.cites, quote=check is not None)
        seen.update(statement.cites)


def _answers(desk: Desk, check: Crosscheck) -> Iterator[str]:
    """A question with several answers: on a line each number with who gives it, where it stands below."""
    head, answers = opened(desk, check)
    yield f"  {_line(head)}"
    for line, answer in answers:
        yield f"    {_line(line)}"
        yield from (f"  {found}" for found in _given(desk, answer))


def _given(desk: Desk, answer: Answer) -> Iterator[str]:
    """Where it is given; what a text only calls former or takes back, and what somebody disputes, stands apart, marked as that."""
    for how, cites in given(desk, answer).items():
        for found in _cited(desk, cites, quote=how != "former"):
            yield f"      {say(desk.language, f'cli.given_{how}', places=found.lstrip())}" if how else found


def _cited(desk: Desk, cites: Iterable[Span], *, quote: bool) -> Iterator[str]:
    """The texts and offsets: "La Vigie [12–40, 157–240]", with the words of the first passage where a number stands in it."""
    grouped = by_report(desk, cites)
    shown = [places(spans) if desk.alone else f"{desk.names[report]} {places(spans)}" for report, spans in grouped.items()]
    first = next(iter(grouped.values()), None)
    if quote and first:
        shown[0] = say(desk.language, "cli.cited", place=shown[0], words=desk.words(first[0]))
    if len(shown) > MOST:
        shown[MOST:] = [say(desk.language, "cli.cited_more", n=len(shown) - MOST)]
    if shown:
        yield f"    {' · '.join(shown)}"


def _moment(moment: Moment, language: Language) -> str:
    voice = f" ({moment.voice})" if moment.voice else ""
    return f"{timed(moment, language)}  {_line(moment.text)}{voice}"


def _line(words: str) -> str:
    return " ".join(words.split("\n"))
