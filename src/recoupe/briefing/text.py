"""A briefing as Markdown, every statement with its citations."""

from collections.abc import Iterable, Iterator

import regex

from recoupe.briefing.desk import Desk, by_event
from recoupe.briefing.sections import heading, once, parts
from recoupe.briefing.tallies import given, opened
from recoupe.briefing.timeline import known, parted
from recoupe.model import Briefing, Moment, Precision, Span, Statement, StoryFile
from recoupe.phrases import LANGUAGES, Language, say
from recoupe.text.clocks import written
from recoupe.text.labels import labels

CITED = 8
"""Citations shown per statement."""

MARKUP = regex.compile(r"([\\`*\[\]<>#|~]|(?<!\w)_|_(?!\w))")
"""What Markdown would read as markup in the words of a text."""


def markdown(briefing: Briefing, file: StoryFile) -> str:
    """The briefing on `file` as Markdown: sections, events where there are several, statements, citations as [report:start-end]."""
    names = labels({r.id: r for dossier in file.dossiers for r in dossier.reports}.values())
    return "\n".join(_lines(briefing, file, names)) + "\n"


def _lines(briefing: Briefing, file: StoryFile, names: dict[str, str]) -> Iterator[str]:
    language = _language(briefing)
    desk = Desk(file, language)
    yield f"# {_plain(briefing.title)}"
    for name, statements in parts(once(briefing.statements), briefing.timeline):
        yield f"\n## {heading(language, name)}\n"
        for title, told in by_event(file, statements).items():
            if title:
                yield f"\n### {_plain(title)}\n"
            yield from (line for s in told for line in _statement(desk, s, names))
        if name == "timeline":
            yield from (f"- {_plain(_moment(m, language))}{_citations(m.cites, names)}" for m in briefing.timeline)


def _statement(desk: Desk, statement: Statement, names: dict[str, str]) -> Iterator[str]:
    """As one entry; the answers of a question below it, each with its own citations."""
    check = next((x for x in desk.file.crosschecks if x.id == statement.crosscheck), None)
    if check is None or statement.message != "point.differs":
        yield f"- {_plain(statement.text)}{_citations(statement.cites, names)}"
        return
    head, answers = opened(desk, check)
    yield f"- {_plain(head)}"
    for line, answer in answers:
        cites = dict.fromkeys(span for spans in given(desk, answer).values() for span in spans)
        yield f"  - {_plain(line)}{_citations(cites, names)}"


def _moment(moment: Moment, language: Language) -> str:
    """Its time, by the clock that it was given by, what happened, and who says so."""
    day, clock = known(moment.at[:10], moment.precision), moment.at[11:16]
    timed = clock and moment.precision is Precision.INSTANT
    at = parted(moment, str, language) or (written(day, clock, moment.at) if timed else day)
    key = "moment.voice" if moment.voice else "moment"
    return say(language, f"point.{key}", at=at, text=moment.text, voice=moment.voice)


def _language(briefing: Briefing) -> Language:
    return next(language for language in LANGUAGES if language == briefing.language)


def _plain(words: str) -> str:
    """On one line, with nothing that Markdown would take for markup."""
    return MARKUP.sub(r"\\\1", " ".join(words.split("\n")))


def _citations(cites: Iterable[Span], names: dict[str, str]) -> str:
    shown = [f"[{_plain(names[s.report])}:{s.start}-{s.end}]" for s in cites if s.report in names]
    return f" {' '.join(shown[:CITED])}{f' (+{len(shown) - CITED})' if len(shown) > CITED else ''}" if shown else ""
