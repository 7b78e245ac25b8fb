"""Which of two versions stands on the left: the original where the direction is known, else the one that comes first."""

from collections.abc import Iterable, Mapping

import msgspec

from recoupe.model import Direction, Drift, DriftKind, Report, Reuse
from recoupe.text.labels import labels

TURNED = {Direction.A_FROM_B: Direction.B_FROM_A, Direction.B_FROM_A: Direction.A_FROM_B}
TURNED_KIND = {
    DriftKind.CONTENT_ONLY_IN_A: DriftKind.CONTENT_ONLY_IN_B,
    DriftKind.CONTENT_ONLY_IN_B: DriftKind.CONTENT_ONLY_IN_A,
}


def ranks(reports: Iterable[Report]) -> dict[str, int]:
    """The place of each report by publication (undated ones last), then by name: what people see is never ordered by an id."""
    found = {report.id: report for report in reports}
    names = labels(found.values())
    return {key: rank for rank, key in enumerate(sorted(found, key=lambda r: (*_published(found[r]), names[r])))}


def _published(report: Report) -> tuple[bool, str]:
    start = report.published.start if report.published is not None else None
    return start is None, start or ""


def oriented(drift: Drift, rank: Mapping[str, int]) -> Drift:
    """`drift` with the original on the left and the copy on the right; where that is not known, in the order of reports."""
    spans = (drift.a, drift.b)
    a, b = (span.report if span is not None else drift.against or "" for span in spans)
    if not _turned(a, b, drift.direction, rank):
        return drift
    kind = TURNED_KIND.get(drift.kind, drift.kind)
    direction = TURNED.get(drift.direction, drift.direction)
    words = {"a_words": drift.b_words, "b_words": drift.a_words}
    return msgspec.structs.replace(drift, kind=kind, a=drift.b, b=drift.a, direction=direction, **words)


def facing(reuse: Reuse, rank: Mapping[str, int]) -> Reuse:
    """`reuse` with the original on the left and the copy on the right; where that is not known, in the order of reports."""
    if not _turned(reuse.a, reuse.b, reuse.direction, rank):
        return reuse
    passages = tuple(msgspec.structs.replace(p, a=p.b, b=p.a) for p in reuse.passages)
    direction = TURNED.get(reuse.direction, reuse.direction)
    return msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a, direction=direction, passages=passages)


def _turned(a: str, b: str, direction: Direction, rank: Mapping[str, int]) -> bool:
    """Whether the right side has to come first."""
    if direction in TURNED:
        return direction is Direction.A_FROM_B
    return a in rank and b in rank and rank[b] < rank[a]
