"""Reuse of a whole corpus at once, by size: `python -m bench.scale [SIZE ...]` (default 2500 5000 10000 20000).

The reports lie in a file, which is gone through twice. Printed for each size, in a process of its own: documents per CPU second with the
reading of the file, reuses, and what resident memory grew by; in the end the exponent, as `bench.growth` says, and what a million reports
would take by the difference of the smallest and the largest size.
"""

import gc
import resource
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from bench.__main__ import cpu
from bench.corpus import write
from bench.growth import exponent
from recoupe.cli.main import NEW_OBJECTS
from recoupe.engine.batch import reuses
from recoupe.ingest import ingest
from recoupe.model import Report

SIZES = (2_500, 5_000, 10_000, 20_000)


class OnDisk(Collection[Report]):
    """The reports of a JSONL file, read anew each time."""

    def __init__(self, file: Path, size: int) -> None:
        self.file, self.size = file, size

    def __len__(self) -> int:
        return self.size

    def __contains__(self, asked: object) -> bool:
        return any(report == asked for report in self)

    def __iter__(self) -> Iterator[Report]:
        return (record for record in ingest([str(self.file)]) if isinstance(record, Report))


def resident() -> float:
    """The most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one(count: int) -> None:
    """Measure one size; the last word of the line is its CPU time."""
    gc.set_threshold(NEW_OBJECTS)  # as the command does
    with tempfile.TemporaryDirectory() as name:
        corpus = OnDisk(write(Path(name) / "corpus.jsonl", count), count)
        before = resident()
        seconds, found = cpu(lambda: len(reuses(corpus)))
        grown = resident() - before
    print(f"{count:>10,} {count / seconds:>8,.0f} {found:>8,} {grown:>8,.0f} {seconds:>8.1f}", flush=True)


def main() -> int:
    """Each size in its own process; in such a process, measure."""
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
        return 0
    spent, grown = dict[int, float](), dict[int, float]()
    print(f"{'reports':>10} {'docs/s':>8} {'reuses':>8} {'MB':>8} {'CPU s':>8}", flush=True)
    for size in sorted([int(word) for word in sys.argv[1:]] or SIZES):
        command = [sys.executable, "-m", "bench.scale", "--one", str(size)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        print(told, end="", flush=True)
        *_, megabytes, seconds = told.replace(",", "").split()
        spent[size], grown[size] = float(seconds), float(megabytes)
    least, most = min(spent), max(spent)
    if least < most:
        steps = {least: spent[least], **{b: spent[b] - spent[a] for a, b in pairwise(spent)}}
        print(f"exponent {exponent(steps):.2f}; a million reports more take {(grown[most] - grown[least]) / (most - least) * 1000:.1f} GB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
