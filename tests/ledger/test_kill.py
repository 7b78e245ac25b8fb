"""Killed at any step of the database in an `add`: nothing acknowledged is lost, nothing is torn, and the next command finishes the work."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from recoupe.ledger import Ledger
from recoupe.model import Report

KILLS = 50
SERVER = Path(__file__).with_name("kill_server.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def server(corpus: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    reports = tmp_path_factory.mktemp("kill") / "reports.json"
    reports.write_bytes(msgspec.json.encode(corpus))
    with subprocess.Popen([sys.executable, str(SERVER), str(reports)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        assert process.stdin is not None
        process.stdin.close()


def run(server: subprocess.Popen[str], path: Path, moment: int = 0) -> int:
    """One `add` to the ledger at `path`, killed at that moment (0: never); how it ended."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"{moment} {path}\n")
    server.stdin.flush()
    return int(server.stdout.readline())


def acknowledged(path: Path) -> int:
    acks = Path(f"{path}.acks")
    lines = acks.read_text().split() if acks.exists() else []
    return max(map(int, lines), default=0)


def test_killed_at_random_moments(server: subprocess.Popen[str], tmp_path: Path, corpus: list[Report]):
    whole = tmp_path / "whole.db"
    assert run(server, whole) == 0
    last = int(Path(f"{whole}.moments").read_text())
    with Ledger.open(whole) as ledger:
        expected = b"".join(ledger.canonical())
    moments = random.Random(1871)
    interrupted = 0
    for kill in range(KILLS):
        path = tmp_path / f"{kill}.db"
        assert run(server, path, moments.randint(1, last)) == -signal.SIGKILL
        with Ledger.open(path) as ledger:
            held = {report.id for report in ledger.reports()}
            assert {report.id for report in corpus[: acknowledged(path)]} <= held
            interrupted += bool(ledger.store.pending())
            ledger.settle()
            assert list(ledger.check()) == []
            ledger.receive(corpus)
            assert b"".join(ledger.canonical()) == expected
    assert interrupted >= KILLS // 5, "most kills came too early or too late to prove anything"
