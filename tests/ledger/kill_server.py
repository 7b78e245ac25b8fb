"""Forks a child for each ledger path given on standard input; the child adds reports and writes what was acknowledged beside the ledger.

usage: kill_server.py REPORTS, a file with a JSON array of reports

A process of its own: the test kills its children. All is loaded and warm before the first fork.
"""

import os
import sys
from pathlib import Path

import msgspec

from recoupe.ledger import Ledger
from recoupe.model import Report


def add(path: str, reports: list[Report]) -> None:
    acknowledged = os.open(path + ".acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(step: str, done: int, total: int | None) -> None:
        if step == "add":
            os.write(acknowledged, f"{done}\n".encode())

    with Ledger.open(path) as ledger:
        ledger.receive(reports, note)


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
        child = os.fork()
        if child == 0:
            add(line.strip(), reports)
            os._exit(0)
        tell(str(child))
        tell(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


if __name__ == "__main__":
    main()
