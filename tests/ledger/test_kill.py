"""Killed at any moment of an `add`: nothing acknowledged is lost, nothing is torn, and the next command finishes the work."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
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


def run(server: subprocess.Popen[str], path: Path, after: float | None) -> float:
    """One `add` to the ledger at `path`, killed `after` so many seconds; how long it lasted."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"{path}\n")
    server.stdin.flush()
    child = int(server.stdout.readline())
    start = time.perf_counter()
    if after is not None:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    code = int(server.stdout.readline())
    assert code in (0, -signal.SIGKILL)
    return time.perf_counter() - start


def acknowledged(path: Path) -> int:
    acks = Path(f"{path}.acks")
    lines = acks.read_text().split() if acks.exists() else []
    return max(map(int, lines), default=0)


def test_kill_at_random_moments(server: subprocess.Popen[str], tmp_path: Path, corpus: list[Report]):
    whole = max(run(server, tmp_path / f"whole{n}.db", None) for n in range(2))
    with Ledger.open(tmp_path / "whole0.db") as ledger:
        expected = b"".join(ledger.canonical())
    moments = random.Random(1871)
    interrupted = 0
    for kill in range(KILLS):
        path = tmp_path / f"{kill}.db"
        run(server, path, moments.uniform(0, whole))
        with Ledger.open(path) as ledger:
            held = {report.id for report in ledger.reports()}
            assert {report.id for report in corpus[: acknowledged(path)]} <= held
            interrupted += bool(ledger.store.pending())
            ledger.settle()
            assert list(ledger.check()) == []
            ledger.receive(corpus)
            assert b"".join(ledger.canonical()) == expected
    assert interrupted >= KILLS // 5, "most kills came too early or too late to prove anything"
