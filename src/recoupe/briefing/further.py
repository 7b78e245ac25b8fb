"""The dead of whom a text tells by their rank ("un huitième corps a été extrait"): no number of anybody, so shown beside the tolls."""

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import telling
from recoupe.model import Crosscheck, Span, Statement
from recoupe.text import fold

KILLED = "killed"

MOST = 3
"""Such sentences told per toll."""


def asks_for_dead(check: Crosscheck) -> bool:
    """Whether a question is a toll beside which such dead are told."""
    return check.question.role == KILLED and not check.question.part


def further(desk: Desk, check: Crosscheck) -> Iterator[Statement]:
    """What each text tells of the dead by their rank, beside the toll `check`: the fullest sentence, once for all that have it."""
    for cites in _alike(desk, check.event)[:MOST]:
        text = desk.say("differs.further", report=desk.named(span.report for span in cites), words=desk.words(cites[0]))
        yield Statement(
            section="differs", message="point.differs.further", text=text, cites=tuple(cites), crosscheck=check.id, event=check.event
        )


def _alike(desk: Desk, event: str) -> list[list[Span]]:
    """The sentences, those of the same words together; a sentence with a number of its own is told by that."""
    alike: dict[str, list[Span]] = {}
    reports: Iterable[str] = (r.id for d in desk.file.dossiers if d.event.id == event for r in d.reports)
    for report in sorted(reports, key=desk.rank.__getitem__):
        ranked = _ranked(desk.reports[report].language)
        told = [s for s in desk.sentences.get(report, ()) if ranked.search(fold(desk.raw(s))) and not _counts(desk, s)]
        if told:
            fullest = max(told, key=lambda span: (span.end - span.start, -span.start))
            alike.setdefault(fold(desk.raw(fullest)), []).append(fullest)
    return list(alike.values())


def _counts(desk: Desk, span: Span) -> bool:
    return any(span.start <= at < span.end for at in desk.counted_at.get(span.report, ()))


@cache
def _ranked(language: str) -> "regex.Pattern[str]":
    """A rank before a word for one who has died; nothing where the language has no such words.

    >>> [_ranked("fr").search(words) is not None for words in ("un huitieme corps", "un 12e mort", "le huitieme jour", "la meme victime")]
    [True, True, False, False]
    """
    known = telling(language)
    ranks, numbered, dead = ("|".join(map(regex.escape, words)) or "(?!)" for words in (known.ranks, known.numbered, known.dead))
    return regex.compile(rf"(?<!\w)(?:\p{{N}}{{1,4}}+(?:{numbered})|[\w-]{{0,20}}(?:{ranks})) (?:{dead})(?!\w)")
