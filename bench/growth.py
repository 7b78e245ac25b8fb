"""What a report costs the more of them a ledger holds: `python -m bench.growth [DAYS [PER_DAY]]` (default 20 days of 1000 reports).

Generated reports are fed day by day to the two links, as a settle does, on a ledger file; what they say is not read, only their words are
taken. Printed for every tenth of the way: CPU milliseconds and exact comparisons a report, bytes a report in the file, peak memory.
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from bench import asked
from bench.corpus import reports
from recoupe.engine.linking import Linker
from recoupe.ingest.objects import member
from recoupe.ledger.links import LinkState
from recoupe.model import Reading, ReadReport, Report, Span
from recoupe.pipeline import PIPELINE
from recoupe.read.content import content_words
from recoupe.stage import Link
from recoupe.store import Store
from recoupe.text import sentences

BATCH = 128
STEPS = 10


def light(count: int, per_day: int) -> Iterator[ReadReport]:
    """Generated reports with their words and sentences, and nothing else that could be read."""
    for made in reports(count, per_day=per_day):
        report = member(msgspec.json.encode(made), "growth")
        assert isinstance(report, Report)
        spans = tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text))
        yield ReadReport(report=report, reading=Reading(report=report.id, words=content_words(report), sentences=spans))


class Measured:
    """One link on a store, with what it has cost."""

    def __init__(self, store: Store, link: Link[ReadReport, Any]) -> None:
        self.spent: Counter[str] = Counter()
        self.store = store
        self.link = replace(link, score=self._score(link))
        self.state = LinkState(store, self.link)

    def _score(self, link: Link[ReadReport, Any]) -> Any:
        def score(a: object, b: object) -> int:
            self.spent["compared"] += 1
            return link.score(a, b)

        return score

    def add(self, records: tuple[ReadReport, ...]) -> None:
        """Enter `records`."""
        began = time.process_time()
        with self.store.transaction():
            Linker(self.link, self.state).add(records)
        self.spent["ms"] += round(1000 * (time.process_time() - began))


def grow(days: int, per_day: int, file: Path) -> None:
    """Feed `days` days, and print a row for every tenth."""
    total, begun, held = days * per_day, 0, 0
    print(f"{'reports':>10} {'reuse ms':>9} {'compared':>9} {'stories ms':>11} {'compared':>9} {'kB in the file':>15} {'MB peak':>8}")
    with Store(file) as store:
        links = [Measured(store, link) for link in (PIPELINE.reuse, PIPELINE.stories)]
        waiting = light(total, per_day)
        for done in sorted({days * n // STEPS * per_day for n in range(1, STEPS + 1)} - {0}):
            step, begun = done - begun, done
            now = islice(waiting, step)
            while batch := tuple(islice(now, BATCH)):
                for link in links:
                    link.add(batch)
            costs = [
                f"{one.spent['ms'] / step:>{w}.2f} {one.spent['compared'] / step:>9.1f}" for one, w in zip(links, (9, 11), strict=True)
            ]
            size, peak = file.stat().st_size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{done:>10,} {' '.join(costs)} {(size - held) / step / 1000:>15.1f} {peak:>8,.0f}", flush=True)
            held = size
            for link in links:
                link.spent.clear()


def main() -> int:
    """The days and the reports of a day stand in the command."""
    days, per_day = asked(20, 1000)
    with tempfile.TemporaryDirectory() as folder:
        grow(days, per_day, Path(folder) / "growth.db")
    return 0


if __name__ == "__main__":
    sys.exit(main())
