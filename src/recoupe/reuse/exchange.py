"""What passes between outlets: of each two, how often one has words of the other, how much, whether it says so, and how long after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from statistics import median_low

from recoupe.model import Direction, Exchange, Precision, Report, Reuse

Key = tuple[str, str, Direction]


def exchanges(reuses: Iterable[Reuse], reports: Mapping[str, Report]) -> tuple[Exchange, ...]:
    """One record for each two outlets and direction, in the order of their names: the matrix, cell by cell. No outlet is ranked.

    >>> from recoupe.ingest.objects import member
    >>> made = [member(b'{"text": "Crue %d.", "outlet": "%s"}' % (n, o), "a") for n, o in enumerate((b"Le Bief", b"La Berge"))]
    >>> a, b = sorted(made, key=lambda report: report.id)
    >>> one = Reuse(id="u", a=a.id, b=b.id, kind="partial", score=400, characters=90, direction=Direction.B_FROM_A, passages=())
    >>> (found,) = exchanges([one], {a.id: a, b.id: b})
    >>> (found.taker, found.giver) == (b.outlet, a.outlet), found.pairs, found.share, found.credited, found.lag
    (True, 1, 400, 0, None)
    """
    cells: dict[Key, list[Reuse]] = defaultdict(list)
    for reuse in reuses:
        cells[_key(reuse, reports)].append(reuse)
    return tuple(_exchange(key, found, reports) for key, found in sorted(cells.items()))


def _key(reuse: Reuse, reports: Mapping[str, Report]) -> Key:
    """Who has it from whom; both in the order of their names where that is open."""
    a, b = reports[reuse.a].outlet or "", reports[reuse.b].outlet or ""
    match reuse.direction:
        case Direction.A_FROM_B:
            return b, a, Direction.B_FROM_A
        case Direction.B_FROM_A:
            return a, b, Direction.B_FROM_A
        case open_:
            return min(a, b), max(a, b), open_


def _exchange(key: Key, found: list[Reuse], reports: Mapping[str, Report]) -> Exchange:
    giver, taker, direction = key
    lags = [lag for reuse in found if (lag := _lag(reuse, reports)) is not None] if direction is Direction.B_FROM_A else []
    return Exchange(
        giver=giver or None,
        taker=taker or None,
        direction=direction,
        pairs=len(found),
        share=median_low(reuse.score for reuse in found),
        credited=sum(any("/published" not in e.rule for e in reuse.evidence if e.field == "direction") for reuse in found),
        lag=median_low(lags) if lags else None,
        reuses=tuple(sorted(reuse.id for reuse in found)),
    )


def _lag(reuse: Reuse, reports: Mapping[str, Report]) -> int | None:
    """Minutes from the publication of the one to that of the other; None where a moment or its zone is not known."""
    moments = [_moment(reports[key]) for key in (reuse.a, reuse.b)]
    if moments[0] is None or moments[1] is None:
        return None
    minutes = int((moments[1] - moments[0]).total_seconds() // 60)
    return -minutes if reuse.direction is Direction.A_FROM_B else minutes


def _moment(report: Report) -> datetime | None:
    when = report.published
    if when is None or when.start is None or when.precision is not Precision.INSTANT:
        return None
    try:
        read = datetime.fromisoformat(when.start)
    except ValueError:
        return None
    return read if read.tzinfo is not None else None
