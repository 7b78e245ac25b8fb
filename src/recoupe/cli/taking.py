"""`add` and `export`: what goes in and what comes out."""

from argparse import Namespace
from pathlib import Path

import msgspec

from recoupe.cli.screen import ledger_of, note, out, progress
from recoupe.errors import NothingGiven
from recoupe.export.files import KINDS, Source, write
from recoupe.ledger import Ledger
from recoupe.phrases import say


def add(options: Namespace) -> int:
    """Take in reports; exit code 3 where some input was refused."""
    with Ledger.open(options.ledger) as ledger, progress(options) as shown:
        added = ledger.add(options.paths, shown, workers=max(1, options.workers))
    if options.format == "json":
        out(msgspec.json.encode(added).decode())
    else:
        out(" · ".join(say(options.lang, f"cli.{part}", n=getattr(added, part)) for part in ("new", "known", "rejected")))
    return 3 if added.rejected else 0


def export(options: Namespace) -> int:
    """Write one file a kind, or the one canonical file."""
    with ledger_of(options) as ledger:
        folder = Path(options.folder)
        paths = [_canonical(ledger, folder)] if options.canonical else _kinds(ledger, folder, options)
    for path in paths:
        note(say(options.lang, "cli.written", path=path))
    return 0


def _canonical(ledger: Ledger, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / "canonical.jsonl.part"
    with aside.open("wb") as lines:
        lines.writelines(ledger.canonical())
    return aside.replace(folder / "canonical.jsonl")


def _kinds(ledger: Ledger, folder: Path, options: Namespace) -> list[Path]:
    asked = [kind.strip() for kind in options.what.split(",") if kind.strip()]
    for kind in asked:
        if kind not in KINDS:
            raise NothingGiven(say(options.lang, "cli.choose", name="--what", value=kind, choices=", ".join(KINDS)))
    sources = sources_of(ledger)
    reports = {report.id: report for report in ledger.reports()}
    return write(folder, {kind: sources[kind] for kind in asked}, reports, options.to)


def sources_of(ledger: Ledger) -> dict[str, Source]:
    """Where the records of each kind come from."""

    return {
        "reports": ledger.reports, "readings": ledger.readings, "claims": ledger.claims, "reuse": ledger.reuse, "origins": ledger.origins,
        "events": ledger.events, "stories": ledger.stories, "crosschecks": ledger.crosschecks, "drift": ledger.drift,
    }  # fmt: skip
