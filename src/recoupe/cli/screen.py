"""What commands print with: the language, the form (text, JSON, CSV), and progress on standard error."""

import csv
import io
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from recoupe.errors import BadLedger
from recoupe.export.files import KINDS, cell
from recoupe.export.rows import COLUMNS
from recoupe.ledger import Ledger, Progress
from recoupe.model import Record, Report
from recoupe.phrases import say


def out(text: str) -> None:
    """One line on the screen."""
    sys.stdout.write(text + "\n")


def note(text: str) -> None:
    """One line beside the results, on standard error."""
    sys.stderr.write(text + "\n")


@contextmanager
def ledger_of(options: Namespace) -> Iterator[Ledger]:
    """The ledger that the options name; it has to be there."""
    if not Path(options.ledger).exists():
        raise BadLedger(say(options.lang, "cli.no_ledger", path=options.ledger))
    with Ledger.open(options.ledger) as ledger, progress(options) as shown:
        ledger.settle(shown)
        yield ledger


@contextmanager
def progress(options: Namespace) -> Iterator[Progress]:
    """A bar on standard error, on a terminal only; it leaves nothing behind."""
    if options.quiet or not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich import progress as bar
    from rich.console import Console

    columns = (bar.TextColumn("{task.description}"), bar.BarColumn(), bar.MofNCompleteColumn(), bar.TimeElapsedColumn())
    with bar.Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, bar.TaskID] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(options.lang, f"cli.stage_{stage}"), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


Lines = Callable[[Record], Iterable[str]]


def show(options: Namespace, kind: str, records: Iterable[Record], reports: Mapping[str, Report], lines: Lines) -> int:
    """Print records as `options.format` asks: lines for people, a JSON array, or the table of `kind`."""
    found = list(records)
    if options.format == "json":
        out(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    elif options.format == "csv":
        out(table(COLUMNS[kind], (row for record in found for row in KINDS[kind](record, reports))))
    elif not found:
        note(say(options.lang, "cli.nothing"))
    else:
        for record in found:
            for line in lines(record):
                out(line)
    return 0


def table(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV, without the last line break."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    names = list(columns)
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return written.getvalue().rstrip("\n")
