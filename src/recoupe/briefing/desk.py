"""The desk on which a briefing is written: a story's records looked up by id, and how things are called in a language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from recoupe.model import Actor, Claim, Crosscheck, Dossier, Drift, Report, Span, StoryFile
from recoupe.phrases import Language, Phrase, phrases, say

WORDS = 160
"""Characters of a passage shown in a statement; the citation leads to all of it."""

MARKS = frozenset({"«»", "“”", '""'})


@dataclass(frozen=True)
class Desk:
    """A story file and the language of its briefing."""

    file: StoryFile
    language: Language

    @cached_property
    def reports(self) -> dict[str, Report]:
        """All reports by id, in the order of ids."""
        return dict(sorted((r.id, r) for dossier in self.file.dossiers for r in dossier.reports))

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by id."""
        return {claim.id: claim for dossier in self.file.dossiers for claim in dossier.claims}

    @cached_property
    def names(self) -> dict[str, str]:
        """How each report is called: outlet, else file; title or number are added where two are called the same."""
        return short_names(self.reports.values())

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

    def drifts(self) -> list[Drift]:
        """Differences, the weightiest first."""
        return sorted(self.file.drifts, key=lambda d: (-d.weight, d.a or d.b or Span(report="", start=0, end=0), d.id))

    def words(self, span: Span) -> str:
        """The words of a passage on one line, cut at a space where they are long, without marks around the whole."""
        words = self.reports[span.report].text[span.start : span.end].strip()
        inner = words[1:-1].strip()
        return cut(inner if words[:1] + words[-1:] in MARKS and not set(inner) & set(words[:1] + words[-1:]) else words)

    def join(self, words: Iterable[str]) -> str:
        """Words as a list: "a, b et c"."""
        given = list(words)
        if len(given) < 2:
            return "".join(given)
        return f"{', '.join(given[:-1])}{self.say('and')}{given[-1]}"

    def actors(self, actors: Iterable[Actor], most: int = 6) -> str:
        """Names of voices, each once."""
        named = list(dict.fromkeys(cut(actor.name) for actor in actors))
        return self.join(named[:most] + (["…"] if len(named) > most else []))

    def cites(self, claims: Iterable[str]) -> tuple[Span, ...]:
        """The passages of claims."""
        return tuple(sorted({self.claims[c].span for c in claims if c in self.claims}))

    def others(self, report: str) -> int:
        """How many other texts stand in the same dossier."""
        return next((len(d.reports) - 1 for d in self.file.dossiers if any(r.id == report for r in d.reports)), 0)


def short_names(reports: Iterable[Report]) -> dict[str, str]:
    """Outlet, else the file's own name; reports that would be called the same get their title, else a number."""
    called: dict[str, list[Report]] = {}
    for report in reports:
        called.setdefault(report.outlet or _file(report), []).append(report)
    return {r.id: name for base, same in called.items() for r, name in _apart(base, same)}


def _apart(base: str, same: list[Report]) -> Iterator[tuple[Report, str]]:
    titles = [r.title for r in same]
    for number, report in enumerate(same, start=1):
        own = cut(report.title, 60) if report.title and titles.count(report.title) == 1 else str(number)
        yield report, base if len(same) == 1 else f"{base}, {own}"


def _file(report: Report) -> str:
    name = report.raw.locator.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, end = name.rpartition(".")
    return (stem if dot and len(end) <= 5 else name) or report.id


def cut(words: str, most: int = WORDS) -> str:
    """On one line, cut at a space.

    >>> cut("une   phrase bien longue", 12)
    'une phrase…'
    """
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
