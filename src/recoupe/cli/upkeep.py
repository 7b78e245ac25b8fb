"""`check` and `info`: whether the ledger holds, and what it is."""

from argparse import Namespace

import msgspec

from recoupe.cli.screen import ledger_of, note, out, table
from recoupe.phrases import say


def check(options: Namespace) -> int:
    """Every fault on a line; exit code 1 where there is one."""
    with ledger_of(options) as ledger:
        faults = list(ledger.check())
        records = sum(ledger.info().counts.values())
    columns = ("check", "id", "detail")
    if options.format == "json":
        out(msgspec.json.format(msgspec.json.encode(faults), indent=1).decode())
    elif options.format == "csv":
        out(table(columns, ({name: getattr(fault, name) for name in columns} for fault in faults)))
    else:
        for fault in faults:
            out(f"{fault.check}: {fault.id}: {fault.detail}")
        note(say(options.lang, "cli.faults", n=len(faults)) if faults else say(options.lang, "cli.sound", n=records))
    return 1 if faults else 0


def info(options: Namespace) -> int:
    """What is in the ledger and what made it."""
    with ledger_of(options) as ledger:
        found = ledger.info()
    if options.format == "json":
        out(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        return 0
    for field, value in msgspec.to_builtins(found).items():
        if field == "runs":
            for run in value:
                out(f"{run['stage']} {run['version']} · {run['id']} · {', '.join(run['libraries'])} · Unicode {run['unicode']}")
        elif isinstance(value, dict):
            out(f"{field}: " + (", ".join(f"{key} {count}" for key, count in value.items()) or "–"))
        else:
            out(f"{field}: {value}")
    return 0
