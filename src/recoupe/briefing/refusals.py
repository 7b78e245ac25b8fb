"""What those concerned neither confirm nor deny ("n'a pas confirmé", "a refusé de commenter"): no claim of anybody, so told by itself."""

from collections.abc import Iterator
from functools import cache

import regex

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import telling
from recoupe.model import Span, Statement
from recoupe.text import fold

MOST = 6
"""Refusals told per story."""


def refusals(desk: Desk) -> Iterator[Statement]:
    """Each sentence in which somebody does not confirm or comment, once for all texts that have it."""
    alike: dict[str, list[Span]] = {}
    for span in (span for report in desk.reports for span in desk.sentences.get(report, ())):
        if _refused(desk.reports[span.report].language).search(words := fold(desk.raw(span))):
            alike.setdefault(words, []).append(span)
    for cites in list(alike.values())[: desk.most(MOST)]:
        text = desk.say("unknown.refused", report=desk.named(span.report for span in cites), words=desk.words(cites[0]))
        yield Statement(section="unknown", message="point.unknown.refused", text=text, cites=tuple(cites))


@cache
def _refused(language: str) -> "regex.Pattern[str]":
    """The words of a language by which somebody neither confirms nor comments; none where it has no list of them.

    >>> [_refused("fr").search(words) is not None for words in ("le parquet n'a pas confirme", "il a confirme", "elle n'a pas ecrit")]
    [True, False, False]
    """
    said = "|".join(regex.escape(fold(words)) for words in sorted(telling(language).refusals, key=lambda words: (-len(words), words)))
    return regex.compile(rf"(?<!\w)(?:{said})(?!\w)" if said else r"(?!)")
