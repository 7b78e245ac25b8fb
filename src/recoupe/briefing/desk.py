"""The desk on which a briefing is written: a story's records looked up by id, and how things are called in a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from recoupe.briefing.quoting import cut, quoted, untied
from recoupe.model import Actor, Claim, Crosscheck, Dossier, Report, Span, Statement, StoryFile
from recoupe.phrases import Language, Phrase, phrases, say
from recoupe.text.labels import labels

NAMED = 6
"""So many names are listed; the rest is counted elsewhere."""


COMPARING = frozenset({"single", "new", "drift"})
"""Sections that say nothing of a story with one text: there all rests on one text."""


@dataclass(frozen=True)
class Desk:
    """A story file and the language of its briefing."""

    file: StoryFile
    language: Language

    @cached_property
    def reports(self) -> dict[str, Report]:
        """All reports by id, in the order of ids."""
        return dict(sorted((r.id, r) for dossier in self.file.dossiers for r in dossier.reports))

    @property
    def alone(self) -> bool:
        """Whether the story has one text: what is shown of it is kept short."""
        return len(self.reports) == 1

    def told(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those that say something of this story."""
        return [s for s in statements if not (self.alone and s.section in COMPARING)]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by id."""
        return {claim.id: claim for dossier in self.file.dossiers for claim in dossier.claims}

    @cached_property
    def names(self) -> dict[str, str]:
        """How each report is called."""
        return labels(self.reports.values())

    @cached_property
    def wholes(self) -> frozenset[str]:
        """Claims that parts are told with."""
        return frozenset(s.whole for x in self.file.crosschecks for s in x.sums)

    @cached_property
    def speakers(self) -> dict[tuple[str, int], str]:
        """Who is meant by the source that begins at a place of a report."""
        said = [claim.attribution for claim in self.claims.values() if claim.attribution is not None]
        return {(s.report, s.start): one.actor.name for one in said if one.actor is not None for s in one.source}

    @cached_property
    def _phrases(self) -> dict[str, Phrase]:
        return phrases("point", self.language)

    def say(self, key: str, /, **values: object) -> str:
        """The phrase "point.`key`"."""
        return say(self.language, f"point.{key}", **values)

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self._phrases

    def crosschecks(self, dossier: Dossier) -> list[Crosscheck]:
        """The crosschecks of an event: what most texts say first, then in the order of the texts."""
        mine = [x for x in self.file.crosschecks if x.event == dossier.event.id]
        return sorted(mine, key=lambda x: (-x.support.texts, -x.support.voices.high, self.first(x), x.id))

    def first(self, crosscheck: Crosscheck) -> tuple[int, str]:
        """Where the first claim of a crosscheck stands."""
        spans = [self.claims[c].span for a in crosscheck.answers for c in a.claims if c in self.claims]
        return min(((s.start, s.report) for s in spans), default=(0, ""))

    def raw(self, span: Span) -> str:
        """The characters of a passage."""
        return self.reports[span.report].text[span.start : span.end]

    def words(self, span: Span) -> str:
        """The words of a passage as they stand between marks."""
        return quoted(self.raw(span), self.language)

    def clause(self, span: Span) -> str:
        """The words of a reported clause, without the word that ties it to its verb."""
        return quoted(untied(self.raw(span), self.reports[span.report].language), self.language)

    def join(self, words: Iterable[str], most: int | None = None) -> str:
        """Words as a list: "a, b et c"; of too many the first and "…"."""
        given = list(words)
        if most is not None and len(given) > most:
            return f"{', '.join(given[:most])}…"
        if len(given) < 2:
            return "".join(given)
        return f"{', '.join(given[:-1])}{self.say('and')}{given[-1]}"

    def named(self, reports: Iterable[str]) -> str:
        """The names of reports as a list, each once, by name."""
        return self.join(sorted({self.names[r] for r in reports}), NAMED)

    def actors(self, actors: Iterable[Actor], most: int = NAMED) -> str:
        """Names of voices, each once."""
        return self.join(dict.fromkeys(cut(actor.name) for actor in actors), most)

    def cites(self, claims: Iterable[str]) -> tuple[Span, ...]:
        """The passages of claims."""
        return tuple(sorted({self.claims[c].span for c in claims if c in self.claims}))

    def others(self, report: str) -> int:
        """How many other texts stand in the same dossier."""
        return next((len(d.reports) - 1 for d in self.file.dossiers if any(r.id == report for r in d.reports)), 0)
