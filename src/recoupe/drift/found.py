"""What a rule of drift finds, before it becomes a record: sides, words, weight."""

from typing import NamedTuple

from recoupe.drift.versions import Version, Versions
from recoupe.model import Direction, Drift, DriftKind, Evidence, Span, identify


class Pair(NamedTuple):
    """Two versions, the direction between them, and the lines that match."""

    versions: Versions
    a: Version
    b: Version
    direction: Direction
    lines: tuple[tuple[int, int], ...]

    def heads(self, i: int, j: int) -> bool:
        """Whether line `j` is the headline of `b`, and line `i` none of `a`."""
        return self.b.titles(self.b.lines[j].span) and not self.a.titles(self.a.lines[i].span)

    def turned(self) -> "Pair":
        """The same pair seen from the other side."""
        return Pair(self.versions, self.b, self.a, TURNED[self.direction], tuple((j, i) for i, j in self.lines))


TURNED = {
    Direction.A_FROM_B: Direction.B_FROM_A,
    Direction.B_FROM_A: Direction.A_FROM_B,
    Direction.COMMON_ORIGIN: Direction.COMMON_ORIGIN,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


def vaguer(pair: Pair) -> DriftKind | None:
    """What it is where `b` is vaguer than `a`: lost by the copy, added if `a` is the copy, and nothing where one outlet only updates its
    own text."""
    if pair.a.report.outlet is not None and pair.a.report.outlet == pair.b.report.outlet:
        return None
    return DriftKind.PRECISION_ADDED if pair.direction is Direction.A_FROM_B else DriftKind.PRECISION_LOST


class Side(NamedTuple):
    """One side: the passage and the words that differ; no words where there are none."""

    passage: Span | None
    words: tuple[Span, ...] = ()


class Found(NamedTuple):
    """A difference between two sides, seen from the first."""

    kind: DriftKind
    a: Side
    b: Side
    weight: int
    rule: str

    def turned(self) -> "Found":
        """The same difference seen from the other side."""
        return self._replace(a=self.b, b=self.a, kind=TURNED_KIND.get(self.kind, self.kind))


TURNED_KIND = {
    DriftKind.CONTENT_ONLY_IN_A: DriftKind.CONTENT_ONLY_IN_B,
    DriftKind.CONTENT_ONLY_IN_B: DriftKind.CONTENT_ONLY_IN_A,
}


def record(pair: Pair, found: Found) -> Drift:
    """The record of `found`, with the words on both sides as evidence."""
    texts = {pair.a.report.id: pair.a, pair.b.report.id: pair.b}
    spans = found.a.words + found.b.words
    a_words, b_words = (" … ".join(texts[s.report].words(s) for s in side.words) for side in (found.a, found.b))
    against = _against(pair, found)
    told = (found.kind, found.a.passage, found.b.passage, a_words, b_words)
    return Drift(
        id=identify("d", *told) if against is None else identify("d", *told, against),
        kind=found.kind,
        a=found.a.passage,
        b=found.b.passage,
        a_words=a_words,
        b_words=b_words,
        direction=pair.direction,
        weight=found.weight,
        evidence=tuple(Evidence(field="kind", rule=f"drift/{found.rule}", span=s, words=texts[s.report].words(s)) for s in spans),
        against=against,
    )


def _against(pair: Pair, found: Found) -> str | None:
    """The other version, where it has no passage to show."""
    if pair.a is pair.b or (found.a.passage is not None and found.b.passage is not None):
        return None
    return (pair.b if found.b.passage is None else pair.a).report.id
