"""Write docs/reference/cli.md: every command with its arguments and examples. `--check` fails where the file differs."""

import sys
from collections.abc import Iterator
from pathlib import Path

from recoupe.cli.declared import ARGUMENTS, COMMANDS, Command
from recoupe.export import NAMES
from recoupe.phrases import say

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"

HEAD = """# The command line

Written by `tools/write_cli_reference.py`; do not edit. Every screen speaks English and French: `--lang fr`, the variable
`RECOUPE_LANG`, else the language of the system.

Results go to standard output, everything else (progress, what was refused, errors) to standard error. Progress bars and bold headings are
for terminals only; in a pipe there are no control codes. `json` is the records exactly, as in [schema.json](schema.json): an array, one
object for `add`, `explain` and `info`. `csv` has the columns described in [exports.md](exports.md).

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | `check` found faults |
| 2 | what was typed, or the ledger, cannot be used |
| 3 | done, but inputs were refused; standard error names each |
| 130 | stopped by the keyboard; the next command finishes the work |
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for name, command in COMMANDS.items() for line in _command(name, command))])


def _command(name: str, command: Command) -> Iterator[str]:
    yield f"## {name}\n\n{say('en', f'cli.{name}')}\n"
    shown = " ".join(_usage(argument) for argument in command.arguments)
    yield f"```\nrecoupe {name} {shown}".rstrip() + "\n```\n"
    yield "| argument | meaning |\n|---|---|"
    for argument in command.arguments:
        flags, how = ARGUMENTS[argument]
        meta = say("en", f"cli.meta_{how['metavar']}") if "metavar" in how else "{" + ",".join(how.get("choices", ())) + "}"
        written = ", ".join(flags) + (f" {meta}" if how.get("action") is None else "") if flags[0].startswith("-") else meta
        yield _row(written, say("en", f"cli.{argument}", kinds=", ".join(NAMES)))
    yield _row("--ledger FILE", say("en", "cli.ledger"))
    yield _row("--format {" + ",".join(command.formats) + "}", f"{say('en', 'cli.format')} (default: {command.formats[0]})")
    yield _row("--lang {fr,en}", say("en", "cli.lang"))
    yield _row("--quiet", say("en", "cli.quiet"))
    yield f"\n```\n{say('en', f'cli.{name}_examples').strip()}\n```\n"


def _row(argument: str, meaning: str) -> str:
    shown, said = (words.replace("|", "\\|") for words in (argument, meaning))
    return f"| `{shown}` | {said} |"


def _usage(argument: str) -> str:
    flags, how = ARGUMENTS[argument]
    meta = say("en", f"cli.meta_{how['metavar']}") if "metavar" in how else "{" + ",".join(how.get("choices", ())) + "}"
    if flags[0].startswith("-"):
        return f"[{flags[0]}{'' if how.get('action') else ' ' + meta}]"
    return {"+": f"{meta} [{meta} ...]", "*": f"[{meta} ...]", "?": f"[{meta}]"}.get(how.get("nargs", ""), meta)


def main() -> int:
    """Write the file, or compare it."""
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_text("utf-8") == reference()
        print("cli.md is what the parser says" if same else "cli.md is out of date: run python tools/write_cli_reference.py")
        return 0 if same else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
