"""Briefings: where things stand in a story, every statement cited (in French, *le point*)."""

from collections.abc import Iterable
from dataclasses import replace

from recoupe.briefing.contested import contested
from recoupe.briefing.desk import Desk
from recoupe.briefing.novelty import news
from recoupe.briefing.quoting import cut
from recoupe.briefing.refusals import refusals
from recoupe.briefing.scope import limits, scope, unknown
from recoupe.briefing.speech import hearsay, said
from recoupe.briefing.tallies import counts, differing, single
from recoupe.briefing.timeline import timeline
from recoupe.briefing.versions import differences, shared
from recoupe.model import Briefing, Statement, StoryFile
from recoupe.phrases import Language

__all__ = ["briefing", "withheld"]

SECTIONS = (
    scope,  # first: what these texts say is not what happened
    differing,  # what a desk has to look into stands before what nobody contradicts
    contested,
    counts,
    single,
    said,
    hearsay,
    news,
    differences,
    shared,
    refusals,  # what those who should know leave open
    unknown,  # what nobody says
    limits,  # last: what nobody has read
)

COUNTED = (counts, hearsay, said, shared, differences)
"""Sections of which a briefing tells the weightiest and counts the rest."""


def briefing(file: StoryFile, language: Language) -> Briefing:
    """Where things stand in the story of `file`, in `language`."""
    desk = Desk(file, language)
    return Briefing(
        story=file.story.id,
        title=cut(file.story.title),
        language=language,
        statements=tuple(statement for section in SECTIONS for statement in section(desk)),
        timeline=timeline(desk),
    )


def withheld(desk: Desk, told: Iterable[Statement]) -> dict[tuple[str, str | None], list[Statement]]:
    """What a briefing only counts, by the message that counts it ("point.said.more") and the event: the statements themselves."""
    known, found = set(told), dict[tuple[str, str | None], list[Statement]]()
    for statement in (s for section in COUNTED for s in section(replace(desk, complete=True)) if s not in known):
        group = "shared" if statement.message.startswith("point.shared") else statement.section
        found.setdefault((f"point.{group}.more", statement.event), []).append(statement)
    return found
