"""`point`: where things stand, from a ledger or straight from files."""

import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from recoupe.briefing.text import markdown
from recoupe.cli.briefed import briefed
from recoupe.cli.screen import data, indented, ledger_of, note, out, progress
from recoupe.cli.taking import given, report_refused
from recoupe.errors import UnknownFormat
from recoupe.export.files import whole
from recoupe.ledger import Ledger
from recoupe.model import Reject, Report
from recoupe.phrases import say
from recoupe.pipeline import HANDFUL, IN_HAND, PIPELINE, Pipeline
from recoupe.text.visible import visible
from recoupe.web.page import Point, page

ID = re.compile(r"s-|[a-z]-[0-9a-f]{1,16}$")
"""How the id of a story begins (it may be a short one, or no longer there), and what any other looks like."""

WRITTEN = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text"}
"""What a file is to hold by its name, where no format is asked for."""

FOREIGN = frozenset({
    ".pdf", ".ps", ".doc", ".docx", ".odt", ".rtf", ".epub", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".csv", ".tsv", ".parquet",
    ".xml", ".yaml", ".yml", ".db", ".sqlite", ".zip", ".gz", ".png", ".jpg", ".jpeg", ".svg",
})  # fmt: skip
"""Names of formats in which nothing is written here."""


def point(options: Namespace) -> int:
    """Brief on a story, on files, or on every story of the ledger; exit code 3 where a file was refused."""
    if options.output and options.format == "text":
        ending = Path(options.output).suffix.lower()
        if ending in FOREIGN:
            raise UnknownFormat(options.output, ending, sorted(WRITTEN))
        options.format = WRITTEN.get(ending, "text")
    with _source(options) as (ledger, refused, asked):
        points = [Point(ledger.file(each), ledger.briefing(each, options.lang)) for each in asked]
    if points or options.format in {"json", "html"}:
        _show(options, points)
    elif not refused:
        note(options, say(options.lang, "cli.nothing"))
    return report_refused(refused, options.lang)


@contextmanager
def _source(options: Namespace) -> "Iterator[tuple[Ledger, Sequence[Reject], Sequence[str]]]":
    """The ledger to ask, what was refused on the way, and the stories asked for: paths need no ledger, ids do."""
    if any(_is_place(target) for target in options.target):
        items, pipeline = _in_hand(given(options.target, [], options))
        with Ledger.open(None, pipeline) as ledger:
            with progress(options) as shown:
                ledger.receive(items, shown)
            yield ledger, ledger.rejects(), _largest_first(ledger)
    else:
        with ledger_of(options) as ledger:
            yield ledger, (), options.target or _largest_first(ledger)


def _in_hand(items: Iterator[Report | Reject]) -> tuple[Iterator[Report | Reject], Pipeline]:
    """`items`, and the pipeline for so many: a handful is compared as what belongs together.

    >>> from recoupe.ingest.objects import member
    >>> [_in_hand(iter([member(b'{"text": "Crue."}', "a")] * n))[1] is IN_HAND for n in (HANDFUL, HANDFUL + 1)]
    [True, False]
    """
    first = list(islice(items, HANDFUL + 1))
    return chain(first, items), PIPELINE if len(first) > HANDFUL else IN_HAND


def _is_place(target: str) -> bool:
    """Whether it names files rather than a record: whatever does not look like an id, or is there."""
    return not ID.match(target) or Path(target).exists()


def _largest_first(ledger: Ledger) -> list[str]:
    sizes = {event.id: len(event.reports) for event in ledger.events()}
    return [story.id for story in sorted(ledger.stories(), key=lambda s: (-sum(sizes[e] for e in s.events), s.title, s.id))]


def _show(options: Namespace, points: list[Point]) -> None:
    if options.output:
        with whole(Path(options.output)) as aside:
            aside.write_text(_written(options, points), encoding="utf-8", errors="backslashreplace")
        note(options, say(options.lang, "cli.written", path=options.output))
    elif options.format == "text":
        out(line for each in points for line in briefed(each, options.lang))
    elif options.format == "html":
        sys.stdout.write(_written(options, points))
    else:
        data(_written(options, points).removesuffix("\n"))


def _written(options: Namespace, points: list[Point]) -> str:
    if options.format == "html":
        return page(points, options.lang, with_texts=options.with_texts)
    if options.format == "json":
        return indented([each.briefing for each in points]) + "\n"
    if options.format == "markdown":
        return visible("\n".join(markdown(each.briefing, each.file) for each in points))
    return "".join(visible(line) + "\n" for each in points for line in briefed(each, options.lang))
