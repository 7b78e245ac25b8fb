"""What a report costs the more of them a ledger holds: `python -m bench.growth [DAYS [PER_DAY]] [--link NAME]` (default 20 days of 1000).

Generated reports are fed day by day to the links, as a settle does, on a ledger file; what they say is not read, only their words are
taken. Printed for every tenth of the way: of each link CPU milliseconds and exact comparisons a report, and the milliseconds that 95 of
100 reports take at most of those that come one by one at the end of each step; bytes a report in the file, peak memory. In the end the
exponent of each link: its CPU time grows as the number of reports to that power (1: a report costs the same in a ledger of any size).
"""

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice
from math import log
from pathlib import Path
from statistics import linear_regression, quantiles
from typing import Any

import msgspec

from bench.corpus import reports
from recoupe.cli.main import NEW_OBJECTS
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
ALONE = 200
"""Reports at the end of a step that come one by one."""
LINKS = {link.name: link for link in (PIPELINE.reuse, PIPELINE.stories)}


def light(count: int, per_day: int) -> Iterator[ReadReport]:
    """Generated reports with their words and sentences, and nothing else that could be read."""
    for made in reports(count, per_day=per_day):
        report = member(msgspec.json.encode(made), "growth")
        assert isinstance(report, Report)
        spans = tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text))
        yield ReadReport(report=report, reading=Reading(report=report.id, words=content_words(report), sentences=spans))


class Measured:
    """One link on a store, with what it has cost since the last row, in CPU milliseconds: all of it, and each report that came alone."""

    def __init__(self, store: Store, link: Link[ReadReport, Any]) -> None:
        self.spent: Counter[str] = Counter()
        self.alone: list[float] = []
        self.whole: list[float] = []
        self.store = store
        self.link = replace(link, score=self._score(link))
        self.state = LinkState(store, self.link)

    def _score(self, link: Link[ReadReport, Any]) -> Any:
        def score(a: object, b: object) -> int:
            self.spent["compared"] += 1
            return link.score(a, b)

        return score

    def add(self, records: Sequence[ReadReport]) -> None:
        """Enter `records`."""
        began = time.process_time()
        with self.store.transaction():
            Linker(self.link, self.state).add(records)
            if len(records) == 1:
                self.state.write()  # as a settle of one report does
        spent = 1000 * (time.process_time() - began)
        self.whole.append(spent)
        if len(records) == 1:
            self.alone.append(spent)

    def row(self, step: int) -> str:
        """What a report of the last `step` has cost; then it begins anew."""
        told = f"{sum(self.whole) / step:>9.2f} {self.spent['compared'] / step:>9.1f} {quantiles(self.alone, n=20)[-1]:>7.1f}"
        self.spent.clear()
        self.alone.clear()
        self.whole.clear()
        return told


def batches(records: Iterable[ReadReport], count: int) -> Iterator[tuple[ReadReport, ...]]:
    """The next `count` records in batches, the last ones alone."""
    now = islice(records, count)
    many = islice(now, max(0, count - ALONE))
    while batch := tuple(islice(many, BATCH)):
        yield batch
    yield from ((record,) for record in now)


def grow(days: int, per_day: int, names: Sequence[str], file: Path) -> None:
    """Feed `days` days, and print a row for every tenth."""
    total, begun, held = days * per_day, 0, 0
    heads = (f"{f'{name} ms':>9} {'compared':>9} {'p95 ms':>7}" for name in names)
    print(f"{'reports':>10} {' '.join(heads)} {'kB in the file':>15} {'MB peak':>8}")
    with Store(file) as store:
        links = [Measured(store, LINKS[name]) for name in names]
        spent: dict[int, list[float]] = {}
        waiting = light(total, per_day)
        for done in sorted({days * n // STEPS * per_day for n in range(1, STEPS + 1)} - {0}):
            step, begun = done - begun, done
            for batch in batches(waiting, step):
                for link in links:
                    link.add(batch)
            spent[done] = [sum(link.whole) for link in links]
            size, peak = file.stat().st_size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            costs = " ".join(link.row(step) for link in links)
            print(f"{done:>10,} {costs} {(size - held) / step / 1000:>15.1f} {peak:>8,.0f}", flush=True)
            held = size
    for place, name in enumerate(names):
        print(f"{name}: exponent {exponent({done: costs[place] for done, costs in spent.items()}):.2f}")


def exponent(spent: dict[int, float]) -> float:
    """To which power of the reports the cost grows, from what each step up to so many has cost: the slope on logarithmic scales.

    >>> round(exponent({1000: 5.0, 2000: 5.0, 4000: 10.0}), 2), round(exponent({1000: 1.0, 2000: 3.0}), 2)
    (1.0, 2.0)
    """
    return linear_regression([*map(log, spent)], [*map(log, accumulate(spent.values()))]).slope


def main() -> int:
    """The days and the reports of a day stand in the command."""
    options = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    options.add_argument("days", type=int, nargs="?", default=20)
    options.add_argument("per_day", type=int, nargs="?", default=1000)
    options.add_argument("--link", choices=sorted(LINKS), help="this one alone (default: all)")
    given = options.parse_args()
    gc.set_threshold(NEW_OBJECTS)  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        grow(given.days, given.per_day, [given.link] if given.link else list(LINKS), Path(folder) / "growth.db")
    return 0


if __name__ == "__main__":
    sys.exit(main())
