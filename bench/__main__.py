"""Documents per CPU second for each stage, and memory, on generated corpora: `python -m bench [SIZE ...]` (default 2000 20000).

CPU time, not the clock: such machines are shared. Each size runs in a process of its own, so that its peak memory is its own.
"""

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.corpus import write
from recoupe.cli.main import NEW_OBJECTS
from recoupe.engine.batch import reuses
from recoupe.ingest import ingest
from recoupe.ledger import Ledger
from recoupe.model import Reading, ReadReport, Report
from recoupe.pipeline import PIPELINE

SIZES = (2_000, 20_000)


def cpu(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of `work`, and what it gave."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def line(name: str, count: int, seconds: float) -> None:
    """One line of the table."""
    print(f"  {name:<28} {count / seconds if seconds else 0:>10,.0f} docs/s {1000 * seconds / count:>9.2f} ms/doc", flush=True)


class Steps:
    """CPU seconds of each step of a settle, taken from its progress."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.last = time.process_time()

    def __call__(self, step: str, _done: int, _total: int | None) -> None:
        """What has passed since the last call belongs to `step`."""
        now = time.process_time()
        self.spent[step] = self.spent.get(step, 0.0) + now - self.last
        self.last = now


def stages(corpus: Path, count: int) -> None:
    """Ingest, read, claims and reuse by themselves, on at most 2,000 reports."""
    some = min(count, 2_000)
    seconds, found = cpu(lambda: [record for record in ingest([str(corpus)]) if isinstance(record, Report)][:some])
    line("ingest (JSONL)", count, seconds)
    reports: list[Report] = found  # type: ignore[assignment]
    seconds, found = cpu(lambda: [next(iter(PIPELINE.read.run(report))) for report in reports])
    line("read", some, seconds)
    readings: list[Reading] = found  # type: ignore[assignment]
    pairs = [ReadReport(report=a, reading=b) for a, b in zip(reports, readings, strict=True)]
    seconds, found = cpu(lambda: [list(PIPELINE.claims.run(pair)) for pair in pairs])
    line("claims", some, seconds)
    assert isinstance(found, Iterable)
    seconds, found = cpu(lambda: reuses(reports))
    line("reuse, the whole at once", some, seconds)


def whole(corpus: Path, count: int, folder: Path) -> None:
    """From the file to the settled ledger."""
    steps = Steps()
    with Ledger.open(folder / "bench.db") as ledger:
        seconds, _ = cpu(lambda: ledger.add([str(corpus)], steps))
    for name, spent in steps.spent.items():
        line(f"in the ledger: {name}", count, spent)
    line("text to ledger, everything", count, seconds)
    print(f"  ledger file {(folder / 'bench.db').stat().st_size / count / 1000:,.1f} kB/doc")


def main() -> int:
    """Run each size in its own process; in such a process, measure."""
    if sys.argv[1:2] == ["--one"]:
        count = int(sys.argv[2])
        gc.set_threshold(NEW_OBJECTS)  # as the command does
        with tempfile.TemporaryDirectory() as name:
            corpus = write(Path(name) / "corpus.jsonl", count)
            stages(corpus, count)
            whole(corpus, count, Path(name))
        print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
        return 0
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        print(f"{size:,} generated reports", flush=True)
        subprocess.run([sys.executable, "-m", "bench", "--one", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
