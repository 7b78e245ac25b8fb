"""`add` and `export`: what goes in and what comes out."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from recoupe.cli.complaints import meant
from recoupe.cli.lines import refused as told
from recoupe.cli.screen import data, ledger_of, note, out, progress, warn
from recoupe.errors import NothingGiven
from recoupe.export.files import KINDS, Source, held, whole, write
from recoupe.ingest import ingest
from recoupe.ledger import Added, Ledger, Progress
from recoupe.model import Reject, Report
from recoupe.phrases import Language, say

MEMORY = ":memory:"
"""What SQLite calls a database that goes with the process: nothing added to it would be there for the next command."""


def add(options: Namespace) -> int:
    """Take in reports; exit code 3 where some input was refused, with the reason of each."""
    if options.ledger == MEMORY:
        raise NothingGiven(say(options.lang, "cli.not_kept"))
    with Ledger.open(options.ledger) as ledger, progress(options) as shown:
        added, refused = take(ledger, options.paths, options, shown)
    if options.format == "json":
        data(msgspec.json.encode(added).decode())
    else:
        out([" · ".join(say(options.lang, f"cli.{part}", n=getattr(added, part)) for part in ("new", "known", "rejected"))])
    return report_refused(refused, options.lang)


def take(ledger: Ledger, paths: Sequence[str], options: Namespace, shown: Progress) -> tuple[Added, list[Reject]]:
    """Add what lies at `paths`; what was refused on the way.

    Raises:
        NothingGiven: nothing is at any of them.
    """
    refused: list[Reject] = []
    added = ledger.receive(given(paths, refused, options), shown, workers=getattr(options, "workers", 1))
    return added, [each for each in refused if not _own(each, options.ledger, paths)]


def given(paths: Sequence[str], refused: list[Reject], options: Namespace) -> Iterator[Report | Reject]:
    """What lies at `paths`, the ledger itself left out; what is refused is put into `refused` too.

    Raises:
        NothingGiven: nothing is at any of them.
    """
    return (item for item in taken(paths, refused, options.lang) if not _own(item, options.ledger, paths))


def _own(item: Report | Reject, ledger: str, paths: Sequence[str]) -> bool:
    """Whether it is the ledger itself, or a file that the ledger keeps beside it, met in a folder.

    >>> from recoupe.model import RejectReason
    >>> met = Reject(id="x-1", locator="nuit/recoupe.db-wal", reason=RejectReason.UNKNOWN_FORMAT, detail="")
    >>> _own(met, "./nuit/recoupe.db", ["nuit"]), _own(met, "recoupe.db", ["nuit"]), _own(met, "nuit/recoupe.db", [met.locator])
    (True, False, False)
    """
    if isinstance(item, Report) or item.locator in paths:
        return False
    return Path(item.locator).absolute() in {Path(f"{ledger}{end}").absolute() for end in ("", "-wal", "-shm", "-journal")}


def taken(paths: Sequence[str], refused: list[Reject], language: Language) -> Iterator[Report | Reject]:
    """What lies at `paths`; what is refused is put into `refused` too.

    Raises:
        NothingGiven: nothing is at any of them.
    """
    try:
        items = ingest(paths)
    except NothingGiven as error:
        raise NothingGiven(say(language, "cli.nothing_at", places=", ".join(paths))) from error
    return _aside(items, refused)


def _aside(items: Iterable[Report | Reject], refused: list[Reject]) -> Iterator[Report | Reject]:
    for item in items:
        if isinstance(item, Reject):
            refused.append(item)
        yield item


def report_refused(rejects: Sequence[Reject], language: Language) -> int:
    """Say which inputs were refused and why; the exit code that tells of it.

    >>> from recoupe.model import RejectReason
    >>> report_refused([Reject(id="x-1", locator="vide.txt", reason=RejectReason.EMPTY, detail="no text")], "fr"), report_refused([], "fr")
    (3, 0)
    """
    if rejects:
        warn(say(language, "cli.rejected_here", n=len(rejects)))
    for each in rejects:
        warn(f"  {told(each, language)}")
    return 3 if rejects else 0


def export(options: Namespace) -> int:
    """Write one file a kind, or the one canonical file."""
    asked = [kind.strip() for kind in options.what.split(",") if kind.strip()]
    for kind in asked:
        if kind not in KINDS:
            raise NothingGiven(
                say(
                    options.lang,
                    "cli.choose",
                    name="--what",
                    value=kind,
                    choices=", ".join(KINDS),
                    meant=meant(kind, list(KINDS), options.lang),
                )
            )
    with ledger_of(options) as ledger:
        folder = Path(options.folder)
        paths = [_canonical(ledger, folder)] if options.canonical else _kinds(ledger, folder, asked, options)
    for path in paths:
        note(options, say(options.lang, "cli.written", path=path))
    return 0


def _canonical(ledger: Ledger, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with whole(folder / "canonical.jsonl") as aside, aside.open("wb") as lines:
        lines.writelines(ledger.canonical())
    return folder / "canonical.jsonl"


def _kinds(ledger: Ledger, folder: Path, asked: Sequence[str], options: Namespace) -> list[Path]:
    sources = sources_of(ledger)
    reports = {report.id: report for report in ledger.reports()}
    return write(folder, {kind: sources[kind] for kind in asked}, reports, options.to, held(ledger.events(), ledger.stories()))


def sources_of(ledger: Ledger) -> dict[str, Source]:
    """Where the records of each kind come from."""

    return {
        "reports": ledger.reports, "readings": ledger.readings, "claims": ledger.claims, "reuse": ledger.reuse, "origins": ledger.origins,
        "events": ledger.events, "stories": ledger.stories, "crosschecks": ledger.crosschecks, "drift": ledger.drift,
    }  # fmt: skip
