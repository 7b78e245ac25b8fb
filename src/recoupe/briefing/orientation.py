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
    """The place of each report by publication (undated ones last), then by name: what people see is never ordered by an id.

    >>> from recoupe.ingest.objects import member
    >>> undated = member(b'{"text": "Le bac repart."}', "a")
    >>> late, early = (member(b'{"text": "Bac, jour %d.", "published": "2031-05-0%d"}' % (n, n), "a") for n in (3, 2))
    >>> ranks([undated, late, early]) == {early.id: 0, late.id: 1, undated.id: 2}
    True
    """
    found = {report.id: report for report in reports}
    names = labels(found.values())
    return {key: rank for rank, key in enumerate(sorted(found, key=lambda r: (*_published(found[r]), names[r])))}


def _published(report: Report) -> tuple[bool, str]:
    start = report.published.start if report.published is not None else None
    return start is None, start or ""


def oriented(drift: Drift, rank: Mapping[str, int]) -> Drift:
    """`drift` with the original on the left and the copy on the right; where that is not known, in the order of reports.

    >>> from recoupe.model import Span
    >>> lacking = Drift(id="", kind=DriftKind.CONTENT_ONLY_IN_A, a=Span(report="r-1", start=0, end=9), b=None, a_words="sept bacs",
    ...                 b_words="", direction=Direction.A_FROM_B, weight=50, against="r-2")
    >>> turned = oriented(lacking, {"r-1": 0, "r-2": 1})
    >>> str(turned.kind), turned.b_words, str(turned.direction)
    ('content_only_in_b', 'sept bacs', 'b_from_a')
    """
    spans = (drift.a, drift.b)
    a, b = (span.report if span is not None else drift.against or "" for span in spans)
    if not _turned(a, b, drift.direction, rank):
        return drift
    kind = TURNED_KIND.get(drift.kind, drift.kind)
    direction = TURNED.get(drift.direction, drift.direction)
    words = {"a_words": drift.b_words, "b_words": drift.a_words}
    return msgspec.structs.replace(drift, kind=kind, a=drift.b, b=drift.a, direction=direction, **words)


def facing(reuse: Reuse, rank: Mapping[str, int]) -> Reuse:
    """`reuse` with the original on the left and the copy on the right; where that is not known, in the order of reports.

    >>> from recoupe.model import ReuseKind
    >>> copied = Reuse(id="", a="r-1", b="r-2", kind=ReuseKind.COPY, score=1000, characters=80, direction=Direction.A_FROM_B, passages=())
    >>> turned = facing(copied, {"r-1": 0, "r-2": 1})
    >>> turned.a, turned.b, str(turned.direction)
    ('r-2', 'r-1', 'b_from_a')
    """
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
