"""The stages in their order: the table of contents of the system.

ingest -> read -> claims -> reuse -> stories -> crosschecks -> drift -> briefing
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recoupe import briefing, claims, crosschecks, drift, read, reuse, stories
from recoupe.model import (
    Alias,
    Briefing,
    Claim,
    Crosscheck,
    Dossier,
    Drift,
    Event,
    Origin,
    Reading,
    ReadReport,
    Report,
    Reuse,
    Span,
    Story,
    StoryFile,
    Tie,
)
from recoupe.phrases import Language
from recoupe.stage import Group, Link, Map, Pairs


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Every stage with the question that it answers. `ingest` stands before it: it alone reads files."""

    read: Map[Report, Reading]  # what stands in the text
    claims: Map[ReadReport, Claim]  # who says what

    reuse: Link[ReadReport, Any]  # which texts have words in common
    compare: Callable[[ReadReport, ReadReport], Reuse | None]  # what two of them share, and who took it from whom
    descent: Callable[[Mapping[str, Report], Sequence[Reuse]], Iterable[Reuse]]  # which two have it from a third: the links that change
    rewrites: Callable[[Sequence[ReadReport], Collection[tuple[str, str]]], Iterable[Reuse]]  # which tell the same in other words
    origins: Callable[[Sequence[Report], Sequence[Reuse]], Sequence[Origin]]  # how many text origins

    stories: Link[ReadReport, Any]  # which reports belong together
    events: Callable[[Mapping[str, ReadReport], Pairs], Sequence[Sequence[str]]]  # which of them speak of one event
    describe: Callable[[str, Sequence[ReadReport]], Event]
    passages: Link[ReadReport, Any]  # which reports have a sentence on the same
    mentions: Callable[[Sequence[ReadReport], ReadReport, Sequence[ReadReport]], Iterable[Span]]  # what other reports say of it
    entitle: Callable[[str, Sequence[Event]], Story]
    ties: Callable[[Sequence[ReadReport]], Iterable[Tie]]  # what the reports of one event share

    crosschecks: Group[Dossier, Crosscheck]  # the same question, all answers
    aliases: Callable[[Sequence[Dossier]], Sequence[Alias]]  # which names stand for a fuller one
    drift: Group[Dossier, Drift]  # what differs between versions
    between: Callable[[Dossier, str, str], Iterable[Drift]]  # the same for two reports that a person names
    briefing: Callable[[StoryFile, Language], Briefing]  # where things stand, with citations

    def links(self) -> tuple[Link[ReadReport, Any], ...]:
        """The links, in the order in which reports enter them."""
        return (self.reuse, self.stories, self.passages)

    def versions(self) -> tuple[tuple[str, int], ...]:
        """Name and version of each stage whose output the store keeps, in their order."""
        stages: tuple[Map[Any, Any] | Link[Any, Any] | Group[Any, Any], ...]
        stages = (self.read, self.claims, *self.links(), self.crosschecks, self.drift)
        return tuple((stage.name, stage.version) for stage in stages)


PIPELINE = Pipeline(
    read=read.READ,
    claims=claims.CLAIMS,
    reuse=reuse.LINK,
    compare=reuse.compare,
    descent=reuse.descent,
    rewrites=reuse.rewrites,
    origins=reuse.origins,
    stories=stories.LINK,
    events=stories.events,
    describe=stories.describe,
    passages=stories.PASSAGES,
    mentions=stories.mentions,
    entitle=stories.entitle,
    ties=stories.ties,
    crosschecks=crosschecks.CROSSCHECKS,
    aliases=crosschecks.named,
    drift=drift.DRIFT,
    between=drift.between,
    briefing=briefing.briefing,
)

HANDFUL = 12
"""Reports that one puts together because they tell of one thing; a folder of more may hold anything."""

IN_HAND = replace(PIPELINE, stories=stories.IN_HAND, events=stories.events_in_hand)
"""The pipeline of a handful of reports, which needs less likeness to find that two of them tell of one event."""
