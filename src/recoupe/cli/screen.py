"""What commands print with: the language, the form (text, JSON, CSV), and progress on standard error."""

import csv
import io
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import wrap
from typing import TypeVar

import msgspec

from recoupe.cli.words import named
from recoupe.errors import BadLedger
from recoupe.export.files import NOWHERE, Held, cell, flat
from recoupe.export.rows import COLUMNS
from recoupe.ledger import Ledger, Progress
from recoupe.model import Record, Report
from recoupe.phrases import Language, say
from recoupe.text.visible import visible

R = TypeVar("R", bound=Record)

NARROWEST = 30
"""Columns below which lines are not wrapped any more."""


class Heading(str):
    """A line that opens a part: bold on a terminal, plain elsewhere."""

    __slots__ = ()


def out(lines: Iterable[str]) -> None:
    """Lines for a person: wrapped to the terminal, as they are in a pipe; never with characters that command or deceive.

    >>> out(["Le bac repart.\\x1b[2J"])
    Le bac repart.␛[2J
    """
    if not sys.stdout.isatty():
        sys.stdout.writelines(visible(line) + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        style = "bold" if isinstance(line, Heading) else ""
        for part in wrapped(visible(line), console.width):
            console.print(Text(part, style=style), soft_wrap=True)


def wrapped(line: str, width: int) -> list[str]:
    """`line` as lines of at most `width` columns, the later ones set in by two more.

    >>> wrapped("  une ligne bien trop longue pour tenir", 30)
    ['  une ligne bien trop longue', '    pour tenir']
    """
    indent = line[: len(line) - len(line.lstrip(" "))]
    parts = wrap(line, max(width, NARROWEST), subsequent_indent=indent + "  ", break_on_hyphens=False, break_long_words=False)
    return parts or [""]


def data(text: str) -> None:
    """JSON or CSV, exactly; on a terminal what would command or deceive is shown.

    >>> data("ville,bacs")
    ville,bacs
    """
    sys.stdout.write((visible(text) if sys.stdout.isatty() else text) + "\n")


def json(records: object) -> None:
    """Print records as JSON.

    >>> json([{"id": "s-1"}])
    [
     {
      "id": "s-1"
     }
    ]
    """
    data(indented(records))


def indented(records: object) -> str:
    """Records as JSON, set in.

    >>> print(indented({"story": "s-1", "events": 2}))
    {
     "story": "s-1",
     "events": 2
    }
    """
    return msgspec.json.format(msgspec.json.encode(records), indent=1).decode()


def note(options: Namespace, text: str) -> None:
    """One line beside the results, on standard error; none with --quiet."""
    if not options.quiet:
        warn(text)


def warn(text: str) -> None:
    """One line that has to be seen, on standard error."""
    sys.stderr.write(visible(text) + "\n")


@contextmanager
def ledger_of(options: Namespace) -> Iterator[Ledger]:
    """The ledger that the options name; it has to be there, and no empty file."""
    if not _begun(Path(options.ledger)):
        raise BadLedger(say(options.lang, "cli.no_ledger", path=options.ledger))
    with Ledger.open(options.ledger) as ledger, progress(options) as shown:
        ledger.settle(shown)
        yield ledger


def _begun(ledger: Path) -> bool:
    """Whether something was ever written; what a new ledger holds first may stand in the file beside it."""
    return ledger.exists() and (not ledger.is_file() or ledger.stat().st_size > 0 or ledger.with_name(f"{ledger.name}-wal").exists())


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
                tasks[stage] = bars.add_task(step(stage, options.lang), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def step(stage: str, language: Language) -> str:
    """What a step of the work is called.

    >>> step("read", "fr"), step("brew", "fr")
    ('lecture', 'brew')
    """
    return named(language, f"cli.stage_{stage}", stage)


def show(
    options: Namespace,
    kind: str,
    records: Iterable[R],
    reports: Mapping[str, Report],
    lines: Callable[[R], Iterable[str]],
    where: Held = NOWHERE,
) -> int:
    """Print records as `options.format` asks: lines for people, a JSON array, or the table of `kind`.

    >>> from recoupe.model import Story
    >>> show(Namespace(format="csv"), "stories", [Story(id="s-1", events=("e-1",), title="Crue")], {}, lambda story: [story.title])
    id,title,event
    s-1,Crue,e-1
    0
    """
    found = list(records)
    if options.format == "json":
        json(found)
    elif options.format == "csv":
        data(table(COLUMNS[kind], flat(kind, found, reports, where)))
    elif not found:
        note(options, say(options.lang, "cli.nothing"))
    else:
        out(line for record in found for line in lines(record))
    return 0


def table(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV, without the last line break.

    >>> print(table(["ville", "bacs"], [{"ville": "Valbrune, bourg", "bacs": 3}, {"ville": "=Orsac"}]))
    ville,bacs
    "Valbrune, bourg",3
    '=Orsac,
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    names = list(columns)
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return written.getvalue().removesuffix("\n")
