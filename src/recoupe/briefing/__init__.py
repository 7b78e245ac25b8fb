"""Briefings: where things stand in a story, every statement cited (in French, *le point*)."""

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import cut
from recoupe.briefing.scope import scope, unknown
from recoupe.briefing.speech import hearsay, said
from recoupe.briefing.tallies import counts, differing, news, single
from recoupe.briefing.timeline import timeline
from recoupe.briefing.versions import differences, shared
from recoupe.model import Briefing, StoryFile
from recoupe.phrases import Language

__all__ = ["briefing"]

SECTIONS = (
    scope,  # first: what these texts say is not what happened
    counts,
    differing,
    single,
    hearsay,
    said,
    shared,
    differences,
    news,
    unknown,  # last: what nobody says
)


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
