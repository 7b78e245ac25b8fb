"""A briefing as Markdown or plain text, every statement with its citations."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import regex

from recoupe.briefing.desk import short_names
from recoupe.model import Briefing, Report, Span, Statement
from recoupe.phrases import LANGUAGES, Language, say

CITED = 8
"""Citations shown per statement."""

MARKUP = regex.compile(r"([\\`*\[\]<>#|~]|(?<!\w)_|_(?!\w))")
"""What Markdown would read as markup in the words of a text."""


def markdown(briefing: Briefing, reports: Iterable[Report]) -> str:
    """The briefing as Markdown: sections, statements, citations as [report:start-end]."""
    names = short_names(sorted(reports, key=lambda r: r.id))
    return "\n".join(_lines(briefing, names)) + "\n"


def _lines(briefing: Briefing, names: dict[str, str]) -> Iterator[str]:
    language = _language(briefing)
    yield f"# {_plain(briefing.title)}"
    for section, statements in groupby(briefing.statements, key=lambda s: s.section):
        yield f"\n## {say(language, f'point.section.{section}')}\n"
        yield from (f"- {_plain(s.text)}{_cited(s, names)}" for s in statements)
    if briefing.timeline:
        yield f"\n## {say(language, 'point.section.timeline')}\n"
        yield from (f"- {m.at[:10]}: {_plain(m.text)}{_citations(m.cites, names)}" for m in briefing.timeline)


def _language(briefing: Briefing) -> Language:
    return next(language for language in LANGUAGES if language == briefing.language)


def _plain(words: str) -> str:
    """On one line, with nothing that Markdown would take for markup."""
    return MARKUP.sub(r"\\\1", " ".join(words.split("\n")))


def _cited(statement: Statement, names: dict[str, str]) -> str:
    return _citations(statement.cites, names)


def _citations(cites: Iterable[Span], names: dict[str, str]) -> str:
    shown = [f"[{_plain(names[s.report])}:{s.start}-{s.end}]" for s in cites if s.report in names]
    return f" {' '.join(shown[:CITED])}{' …' if len(shown) > CITED else ''}" if shown else ""
