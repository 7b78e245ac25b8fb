"""One file a record kind, written aside and renamed: a reader never sees half a file."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from recoupe.export import rows
from recoupe.model import Event, Record, Report, Story

if TYPE_CHECKING:
    from _csv import Writer

Format = Literal["jsonl", "csv"]
Source = Callable[[], Iterable[Record]]

KINDS: Mapping[str, Callable[..., Iterable[rows.Row]]] = {
    "reports": rows.report,
    "readings": rows.reading,
    "claims": rows.claim,
    "reuse": rows.reuse,
    "origins": rows.origin,
    "events": rows.event,
    "stories": rows.story,
    "crosschecks": rows.crosscheck,
    "drift": rows.drift,
}
"""What can be exported, and how one record of it becomes rows of a table."""


Held = Mapping[str, rows.Row]
"""Of a report the `event` and the `story` that it is in."""

NOWHERE: Held = {}


def held(events: Iterable[Event], stories: Iterable[Story]) -> Held:
    """Where each report is.

    >>> held([Event(id="e-1", reports=("r-1",), title="Crue")], [Story(id="s-1", events=("e-1",), title="Crue")])
    {'r-1': {'event': 'e-1', 'story': 's-1'}}
    """
    story_of = {event: story.id for story in stories for event in story.events}
    return {report: {"event": event.id, "story": story_of.get(event.id)} for event in events for report in event.reports}


def flat(kind: str, records: Iterable[Record], reports: Mapping[str, Report], where: Held) -> Iterator[rows.Row]:
    """The rows of all records, each with the event and the story of its report."""
    for record in records:
        for row in KINDS[kind](record, reports):
            yield {**where.get(str(row.get("report")), {}), **row}


def write(folder: Path, sources: Mapping[str, Source], reports: Mapping[str, Report], to: Format, where: Held = NOWHERE) -> list[Path]:
    """Write `<kind>.<to>` into `folder` for each of `sources`; return the paths.

    A CSV row needs the words that its spans point to: `reports` by id.

    >>> from tempfile import TemporaryDirectory
    >>> from recoupe.model import Story
    >>> told = [Story(id="s-1", events=("e-1",), title="=Crue du Vernon")]
    >>> with TemporaryDirectory() as folder:
    ...     print(write(Path(folder), {"stories": lambda: told}, {}, "csv")[0].read_text("utf-8-sig"))
    id,title,event
    s-1,'=Crue du Vernon,e-1
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_replace(folder / f"{kind}.{to}", kind, source(), reports, where) for kind, source in sources.items()]


def _replace(path: Path, kind: str, records: Iterable[Record], reports: Mapping[str, Report], where: Held) -> Path:
    with whole(path) as aside:
        if path.suffix == ".jsonl":
            with aside.open("wb") as lines:
                lines.writelines(msgspec.json.encode(record) + b"\n" for record in records)
        else:
            with aside.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as table:
                _table(csv.writer(table), kind, flat(kind, records, reports, where))
    return path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file to write instead of `path`, which takes its place when all is written, and goes where that fails.

    What is no regular file (a pipe, /dev/null) is written directly; a link keeps pointing where it points.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with whole(Path(folder, "recits.csv")) as aside:
    ...         print(aside.name, aside.write_text("id"))
    ...     print([path.name for path in Path(folder).iterdir()])
    recits.csv.part 2
    ['recits.csv']
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        yield target
        return
    aside = target.with_name(target.name + ".part")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _table(writer: "Writer", kind: str, found: Iterable[rows.Row]) -> None:
    writer.writerow(rows.COLUMNS[kind])
    writer.writerows([cell(row.get(name)) for name in rows.COLUMNS[kind]] for row in found)


def cell(value: object) -> str:
    """A value as a cell; what a spreadsheet would run as a formula is disarmed by an apostrophe.

    >>> cell("=1+1"), cell(-3), cell(None), cell(("a", "b"))
    ("'=1+1", '-3', '', 'a; b')
    """
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return cell("; ".join(str(part) for part in value))
    text = str(value)
    disarm = isinstance(value, str) and text.lstrip(" \u00a0")[:1] in FORMULA
    return f"'{text}" if disarm else text


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters that make a spreadsheet read a cell as a formula, full-width forms included."""
