"""Forks a child for each line "MOMENT PATH" on standard input: it adds reports to a ledger at PATH, writes beside it what is acknowledged,
and kills itself at that moment, or writes how many there were. The database counts: a hundred instructions of its machine are one.

usage: kill_server.py REPORTS, a file with a JSON array of reports

A process of its own: its children die. All is loaded and warm before the first fork.
"""

import os
import signal
import sys
from pathlib import Path

import msgspec

from recoupe.ledger import Ledger
from recoupe.model import Report

INSTRUCTIONS = 100


def add(path: str, reports: list[Report], last: int) -> int:
    """Killed at moment `last`; else how many moments there were."""
    acknowledged = os.open(path + ".acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    moments = 0

    def note(step: str, done: int, total: int | None) -> None:
        if step == "add":
            os.write(acknowledged, f"{done}\n".encode())

    def pass_by() -> int:
        nonlocal moments
        moments += 1
        if moments == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with Ledger.open(path) as ledger:
        ledger.store.connection.set_progress_handler(pass_by, INSTRUCTIONS)
        ledger.receive(reports, note)
    return moments


def tell(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main() -> None:
    reports = msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=list[Report])
    for module in ("ledger", "analysing", "linking", "copying", "comparing"):  # many commits, so that many moments lie between two
        sys.modules[f"recoupe.ledger.{module}"].BATCH = 2
    with Ledger.open() as ledger:
        ledger.receive(reports)
    tell("ready")
    for line in sys.stdin:
        moment, path = line.strip().split(" ", 1)
        child = os.fork()
        if child == 0:
            Path(f"{path}.moments").write_text(str(add(path, reports, int(moment))))
            os._exit(0)
        tell(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


if __name__ == "__main__":
    main()
