import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.errors import BadLedger
from recoupe.ingest.reports import Article, report
from recoupe.model import Raw
from recoupe.store import APPLICATION_ID, REPORTS, Store, opening
from recoupe.store.arrivals import receive


def read_all(path: Path) -> None:
    with Store(path) as store:
        for table in ("setting", "report", "mark"):
            store.rows(f"SELECT * FROM {table}")


def text_report(text: str):
    return report(Article(text=text), text, Raw(sha256="0" * 64, locator="here"), "test 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "a.db") as store:
        receive(store, [text_report("Le tramway a déraillé.")])
    return tmp_path / "a.db"


def test_new_file_is_ours(path: Path):
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(opening.PRIMARY)
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Un texte, pas un registre.\n", "not a ledger"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "not a ledger"),
        (b"PK\x03\x04", "not a ledger"),
    ],
)
def test_foreign_file(tmp_path: Path, content: bytes, words: str):
    file = tmp_path / "b.db"
    file.write_bytes(content)
    with pytest.raises(BadLedger, match=words):
        Store(file)
    assert file.read_bytes() == content


def test_database_of_another_program(tmp_path: Path):
    connection = sqlite3.connect(tmp_path / "c.db")
    connection.execute("CREATE TABLE cookie(name)")
    connection.close()
    with pytest.raises(BadLedger, match="another program"):
        Store(tmp_path / "c.db")


def test_empty_file_becomes_a_ledger(tmp_path: Path):
    (tmp_path / "d.db").touch()
    with Store(tmp_path / "d.db") as store:
        assert store.count("report") == 0


def test_newer_ledger(path: Path):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(opening.PRIMARY) + 1}")
    connection.close()
    with pytest.raises(BadLedger, match="newer Recoupe"):
        Store(path)


def test_places_that_cannot_hold_one(tmp_path: Path):
    with pytest.raises(BadLedger, match="is a folder"):
        Store(tmp_path)
    with pytest.raises(BadLedger, match="no folder"):
        Store(tmp_path / "nowhere" / "a.db")
    with pytest.raises(BadLedger, match="cannot be opened"):
        Store("a\0b")


def test_locked(path: Path, monkeypatch: pytest.MonkeyPatch):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path) as store:
        store.run("PRAGMA busy_timeout = 10")
        with pytest.raises(BadLedger, match="in use by another process"), store.transaction():
            pass
        other.execute("ROLLBACK")
        with store.transaction():
            pass
    other.close()


def test_damaged(path: Path):
    with Store(path) as store, store.transaction():
        for number in range(300):
            store.mark("read", [row[0] for row in store.rows("SELECT id FROM report")])
            store.run("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 200))
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x7f" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(BadLedger, match="damaged"):
        read_all(path)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_read_only(path: Path):
    """Read, and not written. As another user: the owner of a machine may write anywhere."""
    code = f"""
import os, sys
if os.getuid() == 0:
    os.chmod({str(path.parent)!r}, 0o555); os.chmod({str(path)!r}, 0o444)
    from recoupe.store import Store, opening
    opening.derived_shape()  # remembered: that user may not be let to where Python stands
    os.setuid(65534)
else:
    os.chmod({str(path.parent)!r}, 0o555); os.chmod({str(path)!r}, 0o444)
    from recoupe.store import Store
with Store({str(path)!r}) as store:
    print(store.count("report"))
    try:
        store.mark("read", [])
        store.run("DELETE FROM mark")
    except Exception as error:
        print(type(error).__name__, error)
try:
    Store({str(path.parent / "none.db")!r})
except Exception as error:
    print(type(error).__name__, error)
"""
    folders = [folder for folder in path.parents if folder.stat().st_uid == os.getuid() and folder != Path("/tmp")]
    for folder in folders:
        if folder != path.parent:
            folder.chmod(folder.stat().st_mode | 0o055)
    try:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        count, written, made = done.stdout.splitlines()
        assert count.isdigit()
        assert all(line.startswith("BadLedger") and "read-only" in line for line in (written, made))
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


def test_derived_tables_of_another_shape_are_made_anew(path: Path):
    connection = sqlite3.connect(path)
    connection.execute("UPDATE setting SET value = 'older' WHERE name = 'derived'")
    connection.execute("CREATE TABLE leftover(x)")
    connection.execute("DELETE FROM mark")
    connection.commit()
    connection.close()
    with Store(path) as store:
        assert store.pending() == {"index": 1, "read": 1}
        assert store.rows("SELECT 1 FROM sqlite_master WHERE name = 'leftover'") == []
        assert len(list(store.every(REPORTS))) == 1
        assert store.rows("PRAGMA foreign_keys") == [(1,)]


def test_migration(path: Path, monkeypatch: pytest.MonkeyPatch):
    scripts = {"primary_2.sql": "ALTER TABLE report ADD COLUMN shelf TEXT;\nCREATE TABLE shelf(name TEXT);\n"}
    read = opening._script
    monkeypatch.setattr(opening, "PRIMARY", (*opening.PRIMARY, "primary_2.sql"))
    monkeypatch.setattr(opening, "_script", lambda name: scripts.get(name) or read(name))
    with Store(path) as store:
        assert store.rows("SELECT shelf FROM report") == [(None,)]
        assert store.rows("PRAGMA user_version") == [(2,)]


def test_failed_migration_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch):
    read = opening._script
    with monkeypatch.context() as patch:
        patch.setattr(opening, "PRIMARY", (*opening.PRIMARY, "primary_2.sql"))
        patch.setattr(
            opening, "_script", lambda name: "CREATE TABLE shelf(name);\nSELECT nonsense;\n" if name == "primary_2.sql" else read(name)
        )
        with pytest.raises(sqlite3.OperationalError):
            Store(path)
    with Store(path) as store:
        assert store.rows("SELECT 1 FROM sqlite_master WHERE name = 'shelf'") == []
        assert store.count("report") == 1
