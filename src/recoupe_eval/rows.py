"""What a scorer gives: one row of the table."""

from collections.abc import Sequence

import msgspec

from recoupe_eval.scores import Clusters, Counts, interval


class Row(msgspec.Struct, frozen=True):
    """A figure of a layer: precision, recall, F1 with its interval, and on how many gold instances it rests."""

    layer: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    n: int
    enough: int

    @property
    def bar(self) -> bool:
        """Whether there are instances enough for the figure to be a bar."""
        return self.n >= self.enough


def row(layer: str, by_document: list[Counts], enough: int) -> Row:
    """The row of counts by document."""
    total = sum(by_document, Counts())
    low, high = interval(by_document)
    return Row(layer, total.precision, total.recall, total.f1, low, high, total.hits + total.misses, enough)


def clustered(layer: str, scored: Clusters, n: int, enough: int) -> Row:
    """The row of a partition; the bootstrap would break it, so the interval is the figure itself."""
    return Row(layer, scored.precision, scored.recall, scored.f1, scored.f1, scored.f1, n, enough)


def shared(layer: str, hits: int, n: int, enough: int) -> Row:
    """The row of a plain share, in all its columns.

    >>> shared("kept", 3, 4, 100).f1, shared("kept", 0, 0, 100).f1
    (0.75, 0.0)
    """
    share = hits / n if n else 0.0
    return Row(layer, share, share, share, share, share, n, enough)


def table(rows: Sequence[Row]) -> str:
    """The rows as they are printed.

    >>> print(table([row("hearsay", [Counts(9, 1, 1)] * 20, 100)]))
    layer                                              P      R     F1      95 %          n
    hearsay                                         .900   .900   .900   .900-.900      200
    >>> print(table([row("hearsay", [Counts(1, 0, 0)], 100)]).splitlines()[1])
    hearsay                                        1.000  1.000  1.000  1.000-1.000       1  too few for a bar
    """
    lines = [f"{'layer':<46}{'P':>6} {'R':>6} {'F1':>6}  {'95 %':>8}   {'n':>8}"]
    for one in rows:
        figures = " ".join(f"{_short(figure):>6}" for figure in (one.precision, one.recall, one.f1))
        between = f"{_short(one.low)}-{_short(one.high)}"
        lines.append(f"{one.layer:<46}{figures}  {between:>10}  {one.n:>7}{'' if one.bar else '  too few for a bar'}")
    return "\n".join(lines)


def _short(figure: float) -> str:
    return f"{figure:.3f}".removeprefix("0")
