"""`check` and `info`: whether the ledger holds, and what it is."""

from argparse import Namespace
from collections.abc import Iterator

import msgspec

from recoupe.cli.screen import data, json, ledger_of, note, out, table
from recoupe.cli.words import field, named, pair
from recoupe.ledger import Info
from recoupe.phrases import Language, say


def check(options: Namespace) -> int:
    """Every fault on a line; exit code 1 where there is one."""
    with ledger_of(options) as ledger:
        faults = list(ledger.check())
        records = sum(ledger.info().counts.values())
    columns = ("check", "id", "detail")
    if options.format == "json":
        json(faults)
    elif options.format == "csv":
        data(table(columns, ({name: getattr(fault, name) for name in columns} for fault in faults)))
    else:
        out(f"{fault.check}: {fault.id}: {fault.detail}" for fault in faults)
        note(options, say(options.lang, "cli.faults", n=len(faults)) if faults else say(options.lang, "cli.sound", n=records))
    return 1 if faults else 0


def info(options: Namespace) -> int:
    """What is in the ledger and what made it."""
    with ledger_of(options) as ledger:
        found = ledger.info()
    if options.format == "json":
        json(found)
    else:
        out(_told(found, options.lang))
    return 0


def _told(found: Info, language: Language) -> Iterator[str]:
    for name, value in msgspec.to_builtins(found).items():
        if name == "runs":
            continue
        shown = ", ".join(_counted(language, name, key, count) for key, count in value.items()) if isinstance(value, dict) else value
        yield pair(language, field(language, name), shown if shown != "" else "–")
    for run in found.runs:
        yield f"{run.stage} {run.version} · {run.id} · {', '.join(run.libraries)} · Unicode {run.unicode}"


def _counted(language: Language, name: str, key: str, count: object) -> str:
    """ "3 stories" of a kind of record; of a setting or a step its name and what stands for it."""
    plain = f"{field(language, key)} {count}"
    return named(language, f"cli.count_{key}", plain, n=count) if name == "counts" else plain
