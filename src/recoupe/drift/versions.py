"""A version: one report of a dossier, cut into lines whose words can be compared with those of other versions."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from recoupe.model import Claim, Dossier, Reading, Report, Span
from recoupe.text import fold, stem, words

Weights = Mapping[str, float]

SHORT = 3
"""Words of fewer letters say little of content; numbers count at any length."""


@dataclass(frozen=True)
class Line:
    """A sentence with the stems of its words, each with where it stands."""

    span: Span
    stems: tuple[tuple[int, str], ...]

    @cached_property
    def bag(self) -> frozenset[str]:
        """The stems, each once."""
        return frozenset(s for _, s in self.stems)

    def within(self, spans: Iterable[Span]) -> frozenset[str]:
        """The stems that stand in any of `spans`."""
        at = self._offsets
        runs = [self.stems[bisect_left(at, span.start) : bisect_left(at, span.end)] for span in spans]
        return frozenset(s for run in runs for _, s in run)

    @cached_property
    def _offsets(self) -> list[int]:
        return [at for at, _ in self.stems]


@dataclass(frozen=True)
class Version:
    """A report with its reading, its claims in order, and its lines."""

    report: Report
    reading: Reading
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]

    @cached_property
    def bag(self) -> frozenset[str]:
        """All stems."""
        return frozenset().union(*(line.bag for line in self.lines))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def by_line(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims of each line."""
        found: list[list[Claim]] = [[] for _ in self.lines]
        for claim in self.claims:
            if found:
                found[self.line_at(claim.span.start)].append(claim)
        return tuple(tuple(claims) for claims in found)

    def line_at(self, offset: int) -> int:
        """The number of the line at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, span: Span) -> str:
        """The characters of `span`."""
        return self.report.text[span.start : span.end]


@dataclass(frozen=True)
class Versions:
    """All versions of a dossier, with how much each stem weighs among them."""

    dossier: Dossier
    by_id: Mapping[str, Version]
    weights: Weights

    def weight(self, bag: Iterable[str]) -> float:
        """The sum of the weights of `bag`, in a fixed order."""
        return sum(self.weights[s] for s in sorted(bag))

    def share(self, content: frozenset[str], other: frozenset[str]) -> float:
        """How much of `content` stands in `other`, 0..1."""
        total = self.weight(content)
        return self.weight(content & other) / total if total else 0.0


def versions(dossier: Dossier) -> Versions:
    """The reports of `dossier` that have a reading."""
    readings = {reading.report: reading for reading in dossier.readings}
    claims: dict[str, list[Claim]] = {}
    for claim in sorted(dossier.claims, key=lambda c: (c.span, c.id)):
        claims.setdefault(claim.report, []).append(claim)
    found = {r.id: _version(r, readings[r.id], claims.get(r.id, [])) for r in dossier.reports if r.id in readings}
    lines = [line for version in found.values() for line in version.lines]
    return Versions(dossier, found, _weights(lines))


def _version(report: Report, reading: Reading, claims: list[Claim]) -> Version:
    return Version(report, reading, tuple(claims), tuple(_line(report, span) for span in reading.sentences))


def _line(report: Report, span: Span) -> Line:
    sentence = report.text[span.start : span.end]
    found = [(span.start + s, sentence[s:e]) for s, e in words(sentence)]
    return Line(span, tuple((at, stem(w, report.language)) for at, w in found if len(w) > SHORT or w[0].isdigit()))


def _weights(lines: list[Line]) -> Weights:
    """Stems that stand in most lines of a dossier tell little."""
    counts = Counter(s for line in lines for s in line.bag)
    return {s: log(1 + len(lines) / n) for s, n in counts.items()}


TYPOGRAPHY = 8
"""Characters by which two settings of one sentence may differ in length: spaces before marks, ligatures."""


def same_words(a: str, b: str) -> bool:
    """Whether two passages are the same but for typography."""
    return a == b or (abs(len(a) - len(b)) <= TYPOGRAPHY and fold(a) == fold(b))
