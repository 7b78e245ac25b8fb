"""Opening a ledger file, and what to say when that fails."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from recoupe.errors import BadLedger, LedgerFault

APPLICATION_ID = 0x5265636F  # "Reco": what `file` shows, and how a ledger is told from other SQLite files
PRIMARY = ("primary_1.sql",)
"""The scripts that bring the primary tables to version 1, 2, ...: one more script is one more version."""

BUSY = 5000  # milliseconds that a writer waits for another one; a settle of some thousand reports holds the file for less
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY}",
    "PRAGMA journal_mode = WAL",  # readers beside the writer
    "PRAGMA wal_autocheckpoint = 4000",  # pages: of reports that come alone every thirtieth waits for it, not every eighth
    "PRAGMA journal_size_limit = 64000000",  # what a large settle makes of it is given back
    "PRAGMA synchronous = FULL",  # what is acknowledged is on the disk
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32000",  # 32 MB
    "PRAGMA temp_store = MEMORY",
)

IN_USE = "is in use by another process that writes; give the same command again when that is done (nothing is taken in twice)"
WORDS = {
    "SQLITE_BUSY": (LedgerFault.BUSY, IN_USE),
    "SQLITE_LOCKED": (LedgerFault.BUSY, IN_USE),
    "SQLITE_READONLY": (LedgerFault.FIXED, "cannot be written: the file or its folder is read-only; copy it to a folder of your own"),
    "SQLITE_PERM": (LedgerFault.CLOSED, "cannot be opened: no permission"),
    "SQLITE_CANTOPEN": (
        LedgerFault.CLOSED,
        "cannot be opened: see that its folder exists and can be written (the ledger keeps two files beside it)",
    ),
    "SQLITE_CORRUPT": (LedgerFault.DAMAGED, "is damaged; restore a copy, or add the reports to a new ledger"),
    "SQLITE_NOTADB": (LedgerFault.NOT_LEDGER, "is not a ledger, or is damaged at its start"),
    "SQLITE_FULL": (LedgerFault.FULL, "cannot grow: the disk is full; make room and give the same command again (nothing is lost)"),
    "SQLITE_IOERR": (LedgerFault.CLOSED, "cannot be read or written: the disk reports an error"),
}
UNREADABLE = ("Could not decode to UTF-8", "no such table")
"""What is said of a damaged file by errors that have no name of their own: one of Python's, and of a table that somebody has taken out."""


@contextmanager
def plainly(path: str) -> Iterator[None]:
    """Turn what SQLite says about a file into words that a person understands; faults of our own pass through."""
    try:
        yield
    except sqlite3.Error as error:
        raise complaint(path, error) from error


def complaint(path: str, error: sqlite3.Error) -> Exception:
    """The `BadLedger` for `error`, or `error` itself where the file is not to blame.

    >>> error = sqlite3.OperationalError()
    >>> error.sqlite_errorname = "SQLITE_FULL"
    >>> str(complaint("bief.db", error))
    'bief.db cannot grow: the disk is full; make room and give the same command again (nothing is lost)'
    >>> str(complaint("bief.db", sqlite3.OperationalError("no such table: claim")))
    'bief.db is damaged; restore a copy, or add the reports to a new ledger'
    """
    name = "SQLITE_CORRUPT" if str(error).startswith(UNREADABLE) else getattr(error, "sqlite_errorname", None) or ""
    known = next((known for begin, known in WORDS.items() if name.startswith(begin)), None)
    return error if known is None else BadLedger(f"{path} {known[1]}", known[0], path)


def connect(path: str | os.PathLike[str] | None) -> sqlite3.Connection:
    """The ledger at `path`, made if there is none, brought up to date; None is a ledger in memory.

    One that cannot be written is opened for reading, where it is complete and of this version.

    >>> connection = connect(None)
    >>> connection.execute("SELECT count(*) FROM report").fetchone()
    (0,)
    >>> connection.close()

    Raises:
        BadLedger: the file is not a ledger, too new, locked, damaged or cannot be written.
    """
    name = ":memory:" if path is None else os.fspath(path)
    fixed = path is not None and _inspect(Path(name))
    with plainly(name):
        where = f"{Path(name).absolute().as_uri()}?mode=ro&immutable=1" if fixed else name
        connection = sqlite3.connect(where, isolation_level=None, uri=fixed)
    try:
        with plainly(name):
            _claim(connection, name)
            if fixed:
                _accept(connection, name)
            else:
                for pragma in PRAGMAS:
                    connection.execute(pragma)
                _upgrade(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _inspect(path: Path) -> bool:
    """Refuse what cannot be a ledger before SQLite touches it; True where it can be read and not written."""
    if "\0" in str(path):
        raise BadLedger(f"{str(path)!r} cannot be opened: no file is called so", LedgerFault.CLOSED, str(path))
    try:
        if path.is_dir():
            raise BadLedger(f"{path} is a folder; name a file in it", LedgerFault.FOLDER, str(path))
        if not path.parent.is_dir():
            raise BadLedger(f"{path.parent} is no folder: make it first", LedgerFault.CLOSED, str(path))
        if path.exists():
            with path.open("rb") as file:
                start = file.read(16)
            if start and start != b"SQLite format 3\0":
                raise BadLedger(f"{path} is not a ledger", LedgerFault.NOT_LEDGER, str(path))
        fixed = not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK))
        if fixed and (not path.exists() or path.with_name(f"{path.name}-wal").exists()):  # what stands in the other file cannot be taken in
            raise _unwritable(str(path))
    except OSError as error:
        raise BadLedger(f"{path} cannot be opened: {error}", LedgerFault.CLOSED, str(path)) from error
    return fixed


def _unwritable(name: str) -> BadLedger:
    return BadLedger(f"{name} {WORDS['SQLITE_READONLY'][1]}", LedgerFault.FIXED, name)


def _accept(connection: sqlite3.Connection, name: str) -> None:
    """See that nothing has to be written before the ledger can be read."""
    if not _current(connection):
        raise _unwritable(name)


def _claim(connection: sqlite3.Connection, name: str) -> None:
    """See that the file is new or ours, and not from a later version."""
    connection.execute(PRAGMAS[0])
    owner, version = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("application_id", "user_version"))
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if owner != APPLICATION_ID and not (empty and owner == 0):
        raise BadLedger(f"{name} is a database of another program, not a ledger", LedgerFault.NOT_LEDGER, name)
    if version > len(PRIMARY):
        found = f"ledger version {version}, this one knows {len(PRIMARY)}"
        raise BadLedger(f"{name} was written by a newer Recoupe ({found}): upgrade Recoupe", LedgerFault.NEWER, name)


def _upgrade(connection: sqlite3.Connection) -> None:
    """Migrate the primary tables; make the derived ones anew where their shape has changed, with everything marked."""
    if _current(connection):
        return
    connection.execute("PRAGMA foreign_keys = OFF")  # dropped tables name each other; it cannot be set inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection)
        if _shape(connection) != derived_shape():
            _remake(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")


def _current(connection: sqlite3.Connection) -> bool:
    """All tables are as this version makes them."""
    return _version(connection) == len(PRIMARY) and _shape(connection) == derived_shape()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _shape(connection: sqlite3.Connection) -> str | None:
    """What the derived tables were made from, None before there are any."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'setting'").fetchone() is None:
        return None
    row = connection.execute("SELECT value FROM setting WHERE name = 'derived'").fetchone()
    return None if row is None else str(row[0])


@cache
def derived_shape() -> str:
    """A hash of the script that makes the derived tables."""
    return sha256(_script("derived.sql").encode()).hexdigest()[:16]


def _script(name: str) -> str:
    return (resources.files(__package__) / name).read_text("utf-8")


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the primary scripts that this file has not seen."""
    for name in PRIMARY[_version(connection) :]:
        _execute(connection, _script(name))
    connection.execute(f"PRAGMA user_version = {len(PRIMARY)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _remake(connection: sqlite3.Connection) -> None:
    """Drop what is derived, make its tables, mark all reports."""
    kept = {name for script in PRIMARY for name in _tables(_script(script))}
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'").fetchall()
    for (virtual,) in found:
        connection.execute(f"DROP TABLE {virtual}")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        if name not in kept:
            connection.execute(f"DROP TABLE {name}")
    _execute(connection, _script("derived.sql"))
    connection.execute("INSERT INTO mark(stage, report) SELECT 'index', id FROM report ORDER BY number")
    connection.execute("INSERT INTO mark(stage, report) SELECT 'read', id FROM report ORDER BY number")
    connection.execute("INSERT OR REPLACE INTO setting(name, value) VALUES ('derived', ?)", (derived_shape(),))


def _tables(script: str) -> list[str]:
    """The tables that `script` makes."""
    return [line.split()[2].partition("(")[0] for line in script.splitlines() if line.startswith("CREATE TABLE")]


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Run `script` statement by statement: `executescript` would commit first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
