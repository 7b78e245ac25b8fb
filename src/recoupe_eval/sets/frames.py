"""A table of pandas 0.19 and the arrays in it, out of the values that `pickles` builds; neither pandas nor numpy is needed."""

import struct
from collections.abc import Iterator, Sequence

from recoupe_eval.sets.clones import Unread
from recoupe_eval.sets.pickles import Made, Value

NAMES = frozenset(
    (
        "pandas.core.frame DataFrame",
        "pandas.core.internals BlockManager",
        "pandas.indexes.base _new_Index",
        "pandas.indexes.base Index",
        "pandas.indexes.numeric Int64Index",
        "numpy.core.multiarray _reconstruct",
        "numpy ndarray",
        "numpy dtype",
        "datetime date",
        "builtins slice",
    )
)
"""What such a table names."""


def rows(frame: Value) -> Iterator[dict[str, Value]]:
    """The rows, by the names of the columns.

    Raises:
        Unread: not such a table.
    """
    columns = dict[str, Sequence[Value]]()
    match frame:
        case Made(name="pandas.core.frame DataFrame", state={"_data": Made(state=(_, [*blocks], [*indexes], *_))}):
            for block, index in zip(blocks, indexes, strict=True):
                columns.update(_columns(_names(index), block))
        case _:
            raise Unread("no table of pandas 0.19")
    lengths = {len(column) for column in columns.values()}
    if len(lengths) != 1:
        raise Unread(f"columns of {len(lengths)} lengths")
    for cells in zip(*columns.values(), strict=True):
        yield dict(zip(columns, cells, strict=True))


def _names(index: Value) -> Sequence[str]:
    """The names of the columns of a block."""
    match index:
        case Made(given=(_, {"data": Made(state=(_, _, _, _, [*names]))})) if all(isinstance(name, str) for name in names):
            return [str(name) for name in names]
    raise Unread("no names of columns")


def _columns(names: Sequence[str], block: Value) -> dict[str, Sequence[Value]]:
    """The columns of a block, an array of two dimensions with a column of the table in each row."""
    match block:
        case Made(state=(_, (int(wide), int(long)), Made(given=(str(kind), *_)), False, cells)) if wide == len(names):
            values = _values(kind, cells)
            if len(values) == wide * long:
                return {name: values[i * long : (i + 1) * long] for i, name in enumerate(names)}
    raise Unread("a block of another form")


def _values(kind: str, cells: Value) -> Sequence[Value]:
    if kind == "O8" and isinstance(cells, list):
        return cells
    if kind == "i8" and isinstance(cells, bytes) and len(cells) % 8 == 0:
        return struct.unpack(f"<{len(cells) // 8}q", cells)
    raise Unread(f"cells of kind {kind}")


def date(value: Value) -> str | None:
    """The day, ISO 8601; None for what is no day.

    >>> date(Made("datetime date", (bytes((7, 224, 12, 13)),)))
    '2016-12-13'
    """
    match value:
        case Made(name="datetime date", given=(bytes(day),)) if len(day) == 4 and 1 <= day[2] <= 12 and 1 <= day[3] <= 31:
            return f"{day[0] * 256 + day[1]:04}-{day[2]:02}-{day[3]:02}"
    return None
