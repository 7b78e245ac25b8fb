"""A version: one report of a dossier, cut into lines whose words can be compared with those of other versions."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log

import regex

from recoupe.model import Claim, Dossier, Quantity, Reading, Report, Span
from recoupe.text import fold, stem
from recoupe.text.words import words

THOUSANDS = regex.compile(r"(?<=[0-9])[ .](?=[0-9]{3}(?![0-9]))")
"""What parts the thousands of a number."""

Weights = Mapping[str, int]
"""Whole numbers: their sums are the same in any order."""

FINE = 1000
"""Steps per unit of weight."""

SHORT = 3
"""Words of fewer letters say little of content; numbers count at any length."""


LARGE = 10
"""Smaller numbers stand in many sentences that have nothing to do with one another."""

NUMBER = "#"
"""What opens a number among the stems."""


class Wording:
    """The stems of a sentence and where each stands in it: made once, however many versions have the sentence."""

    def __init__(self, sentence: str, language: str) -> None:
        kept = [(start, word) for start, end in words(sentence) if len(word := sentence[start:end]) > SHORT or word[0].isdigit()]
        self.at = [s for s, _ in kept]
        self.stems = [stem(w, language) for _, w in kept]
        self.bag = frozenset(self.stems)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its characters, and the stems of its words."""

    span: Span
    text: str
    wording: Wording

    @property
    def bag(self) -> frozenset[str]:
        """The stems, each once."""
        return self.wording.bag

    def within(self, spans: Iterable[Span]) -> frozenset[str]:
        """The stems that stand in any of `spans`."""
        at, stems, start = self.wording.at, self.wording.stems, self.span.start
        runs = [stems[bisect_left(at, span.start - start) : bisect_left(at, span.end - start)] for span in spans]
        return frozenset().union(*runs)


@dataclass(frozen=True)
class Version:
    """A report with its reading, its claims in order, and its lines."""

    report: Report
    reading: Reading
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def telling(self) -> tuple[frozenset[str], ...]:
        """What each line tells: its stems without those of who says it, larger numbers as numbers however they are written."""
        return tuple(self._telling(number) for number in range(len(self.lines)))

    def _telling(self, number: int) -> frozenset[str]:
        line = self.lines[number]
        said = {s for claim in self.by_line[number] if claim.attribution for s in (*claim.attribution.source, claim.attribution.cue)}
        counted = self._numbers.get(number, [])
        stems = frozenset(s for s in line.bag - line.within({*said, *(q.span for q in counted)}) if not s[0].isdigit())
        return stems | {f"{NUMBER}{q.value}" for q in counted}

    @cached_property
    def _numbers(self) -> dict[int, list[Quantity]]:
        """The larger numbers of each line, which count as they are and not as they are written ("1.150", "vingt-six")."""
        found = defaultdict[int, list[Quantity]](list)
        for quantity in self.reading.quantities if self.lines else ():
            if quantity.value is not None and quantity.value >= LARGE:
                found[self.line_at(quantity.span.start)].append(quantity)
        return dict(found)

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

    def titles(self, span: Span) -> bool:
        """Whether `span` stands in the title."""
        title = self.report.title
        return title is not None and span.end <= len(title) and self.report.text.startswith(title)

    def words(self, span: Span) -> str:
        """The characters of `span`."""
        return self.report.text[span.start : span.end]


@dataclass(frozen=True)
class Versions:
    """All versions of a dossier, with how much each stem weighs among them."""

    by_id: Mapping[str, Version]
    weights: Weights

    def weight(self, bag: Iterable[str]) -> int:
        """The sum of the weights of `bag`."""
        return sum(map(self.weights.__getitem__, bag))

    def telling(self, bag: Iterable[str]) -> int:
        """The same where numbers are among them: a number weighs as a word that stands in no other line."""
        weights, rarest = self.weights, self._rarest
        return sum([weights.get(s, rarest) for s in bag])

    @cached_property
    def _rarest(self) -> int:
        """The weight of a word that stands in no other line."""
        return max(self.weights.values(), default=0)

    def share(self, content: frozenset[str], other: frozenset[str]) -> float:
        """How much of `content` stands in `other`, 0..1."""
        total = self.weight(content)
        return self.weight(content & other) / total if total else 0.0


def versions(dossier: Dossier) -> Versions:
    """The reports of the event that have a reading; one that only mentions it is no version of it."""
    readings = {reading.report: reading for reading in dossier.readings}
    claims: dict[str, list[Claim]] = {}
    for claim in sorted((*dossier.claims, *dossier.aside), key=lambda c: (c.span, c.id)):
        claims.setdefault(claim.report, []).append(claim)
    wordings: dict[tuple[str, str], Wording] = {}
    found = {
        r.id: Version(r, readings[r.id], tuple(claims.get(r.id, ())), _lines(r, readings[r.id], wordings))
        for r in dossier.reports
        if r.id in readings and r.id in dossier.event.reports
    }
    lines = [line for version in found.values() for line in version.lines]
    return Versions(found, _weights(lines))


def _lines(report: Report, reading: Reading, wordings: dict[tuple[str, str], Wording]) -> tuple[Line, ...]:
    found = []
    for span in reading.sentences:
        sentence = report.text[span.start : span.end]
        key = sentence, report.language
        if key not in wordings:
            wordings[key] = Wording(*key)
        found.append(Line(span, sentence, wordings[key]))
    return tuple(found)


def _weights(lines: list[Line]) -> Weights:
    """Stems that stand in most lines of a dossier tell little."""
    counts = Counter(chain.from_iterable([line.bag for line in lines]))
    weights = {n: round(FINE * log(1 + len(lines) / n)) for n in set(counts.values())}
    return {s: weights[n] for s, n in counts.items()}


TYPOGRAPHY = 8
"""Characters by which two settings of one sentence may differ in length: spaces before marks, ligatures."""


def same_words(a: str, b: str) -> bool:
    """Whether two passages are the same but for typography.

    >>> same_words("L’eau monte.", "L'eau monte."), same_words("L'eau monte.", "L'eau baisse.")
    (True, False)
    """
    return a == b or (abs(len(a) - len(b)) <= TYPOGRAPHY and fold(a) == fold(b))
