"""The store: transactions, records by kind, and the marks of what is still to do."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self, TypeVar

import msgspec

from recoupe.errors import BadLedger, LedgerFault
from recoupe.model import Record
from recoupe.store.kinds import UNDECODED, Kind
from recoupe.store.opening import complaint, connect

R = TypeVar("R", bound=Record)

Row = tuple[Any, ...]


class Store:
    """An open ledger file. It belongs to the thread that opened it."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = ":memory:" if path is None else os.fspath(path)
        self.connection = connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together at the end, or not at all."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # some errors of the disk end it themselves
                self.connection.execute("ROLLBACK")
            raise
        self.run("COMMIT")

    def run(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Do one statement; return how many rows it changed."""
        try:
            return self.connection.execute(statement, values).rowcount
        except sqlite3.Error as error:
            raise complaint(self.path, error) from error

    def run_all(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Do one statement for each of `rows`."""
        try:
            self.connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise complaint(self.path, error) from error

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that `query` finds."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise complaint(self.path, error) from error

    def stream(self, query: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that `query` finds, one after the other; write nothing to its tables meanwhile."""
        try:
            yield from self.connection.execute(query, values)
        except sqlite3.Error as error:
            raise complaint(self.path, error) from error

    def put(self, kind: Kind[R], records: Iterable[R], *beside: str) -> None:
        """Write `records` over those of the same ids. `beside` is what the kind stores beside them (its owner, its run)."""
        rows = [kind.row(record, beside) for record in records]
        if rows:
            self.run_all(kind.upsert, rows)

    def every(self, kind: Kind[R]) -> Iterator[R]:
        """All records of `kind` in the order of their ids."""
        for (record,) in self.stream(f"SELECT record FROM {kind.table} ORDER BY {kind.key}"):  # noqa: S608
            yield self.decoded(kind, record)

    def where(self, kind: Kind[R], column: str, values: Iterable[str]) -> list[R]:
        """The records of `kind` whose `column` is one of `values`, in the order of their ids."""
        asked = list(values)
        if not asked:
            return []
        query = f"SELECT record FROM {kind.table} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY {kind.key}"  # noqa: S608
        return [self.decoded(kind, record) for (record,) in self.rows(query, (listed(asked),))]

    def decoded(self, kind: Kind[R], record: bytes) -> R:
        """A record from its bytes.

        Raises:
            BadLedger: they are none of `kind`.
        """
        try:
            return kind.decoder.decode(record)
        except UNDECODED as error:
            raise self.damaged(f"a record of table {kind.table} cannot be decoded ({error})") from error

    def damaged(self, what: str) -> BadLedger:
        """The error of a ledger of which `what` is wrong."""
        return BadLedger(f"{self.path} is damaged: {what}; `recoupe check` names it", LedgerFault.DAMAGED, str(self.path))

    def drop(self, kind: Kind[R], column: str, values: Iterable[str]) -> int:
        """Delete the records of `kind` whose `column` is one of `values`; return how many there were."""
        asked = list(values)
        if not asked:
            return 0
        return self.run(f"DELETE FROM {kind.table} WHERE {column} IN (SELECT value FROM json_each(?))", (listed(asked),))  # noqa: S608

    def count(self, table: str) -> int:
        """How many rows `table` has."""
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608

    def mark(self, stage: str, reports: Iterable[str]) -> None:
        """Note that `stage` has to look at `reports` (again)."""
        self.run_all("INSERT INTO mark(stage, report) VALUES (?, ?)", [(stage, report) for report in reports])

    def marked(self, stage: str) -> dict[int, str]:
        """What is marked for `stage`: reports by the number of their mark, oldest first."""
        return dict(self.rows("SELECT number, report FROM mark WHERE stage = ? ORDER BY number", (stage,)))

    def unmark(self, numbers: Iterable[int]) -> None:
        """Clear marks; one that was set again meanwhile has another number and stays."""
        self.run_all("DELETE FROM mark WHERE number = ?", [(number,) for number in numbers])

    def pending(self) -> dict[str, int]:
        """How many reports each stage still has to look at."""
        return dict(self.rows("SELECT stage, count(*) FROM mark GROUP BY stage ORDER BY stage"))


def listed(values: Iterable[object]) -> str:
    """`values` as one parameter for `json_each`: any number of them, where SQLite limits plain parameters.

    >>> listed(["r-1", "r-2"])
    '["r-1","r-2"]'
    """
    return msgspec.json.encode(list(values)).decode()
