"""Which of two versions stands on the left: the original where the direction is known, else the one that comes first."""

import msgspec

from recoupe.briefing.desk import Desk
from recoupe.model import Direction, Drift, DriftKind, Reuse

TURNED = {Direction.A_FROM_B: Direction.B_FROM_A, Direction.B_FROM_A: Direction.A_FROM_B}
TURNED_KIND = {
    DriftKind.CONTENT_ONLY_IN_A: DriftKind.CONTENT_ONLY_IN_B,
    DriftKind.CONTENT_ONLY_IN_B: DriftKind.CONTENT_ONLY_IN_A,
}


def oriented(desk: Desk, drift: Drift) -> Drift:
    """`drift` with the original on the left and the copy on the right; where that is not known, in the order of reports."""
    spans = (drift.a, drift.b)
    a, b = (span.report if span is not None else drift.against or "" for span in spans)
    if not _turned(desk, a, b, drift.direction):
        return drift
    kind = TURNED_KIND.get(drift.kind, drift.kind)
    direction = TURNED.get(drift.direction, drift.direction)
    words = {"a_words": drift.b_words, "b_words": drift.a_words}
    return msgspec.structs.replace(drift, kind=kind, a=drift.b, b=drift.a, direction=direction, **words)


def facing(desk: Desk, reuse: Reuse) -> Reuse:
    """`reuse` with the original on the left and the copy on the right; where that is not known, in the order of reports."""
    if not _turned(desk, reuse.a, reuse.b, reuse.direction):
        return reuse
    passages = tuple(msgspec.structs.replace(p, a=p.b, b=p.a) for p in reuse.passages)
    direction = TURNED.get(reuse.direction, reuse.direction)
    return msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a, direction=direction, passages=passages)


def _turned(desk: Desk, a: str, b: str, direction: Direction) -> bool:
    """Whether the right side has to come first."""
    if direction in TURNED:
        return direction is Direction.A_FROM_B
    return desk.rank.get(b, 0) < desk.rank.get(a, 0) if b else False
