"""How often claims of a confidence are right as a whole: the reliability table of each half."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recoupe_eval.reports import SPLITS, Judged, half, judgements


class Bin(msgspec.Struct, frozen=True):
    """The claims whose confidence is from `low` to less than a tenth more: how many, their mean confidence, how many are right."""

    low: float
    n: int
    confidence: float
    right: float


def bins(found: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Confidences with whether each was right, by tenths.

    >>> bins([(0.62, True), (0.68, False), (0.31, False)])
    [Bin(low=0.3, n=1, confidence=0.31, right=0.0), Bin(low=0.6, n=2, confidence=0.65, right=0.5)]
    """
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in found:
        tenths.setdefault(min(9, int(confidence * 10 + 1e-9)), []).append((confidence, right))
    return [_bin(tenth, members) for tenth, members in sorted(tenths.items())]


def _bin(tenth: int, members: Sequence[tuple[float, bool]]) -> Bin:
    n = len(members)
    return Bin(tenth / 10, n, round(sum(c for c, _ in members) / n, 3), round(sum(r for _, r in members) / n, 3))


def error(found: Sequence[Bin]) -> float:
    """The expected calibration error: by how much confidence and share of right ones differ, over all claims.

    >>> error([Bin(0.6, 2, 0.65, 0.5), Bin(0.3, 2, 0.3, 0.35)])
    0.1
    """
    return round(sum(b.n * abs(b.confidence - b.right) for b in found) / max(1, sum(b.n for b in found)), 3)


def table(judged: Sequence[Judged]) -> str:
    """The reliability of claims, half by half, as it is printed."""
    return "\n".join(line for split in SPLITS for line in _lines(judged, split))


def _lines(judged: Sequence[Judged], split: str) -> Iterator[str]:
    found = bins(one for report in judged if half(report.gold.report) == split for one in judgements(report))
    yield f"claims ({split})      n  confidence  all right"
    yield from (f"  {b.low:.1f} to {b.low + 0.1:.1f}  {b.n:>7}  {b.confidence:>10.3f}  {b.right:>9.3f}" for b in found)
    yield f"  expected calibration error {error(found):.3f}"
