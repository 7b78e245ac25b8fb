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

Every list shows the id of each record; the first characters of one will do. `claims`, `crosschecks`, `drift`, `reuse`, `stories` and
`point` take that of a story, an event or a report; `explain` takes any.

A text file may begin with a header between two lines `---`, or have a sidecar `.json` of the same name:

| key | also | meaning |
|---|---|---|
| `outlet` | `media`, `média`, `publisher` | who publishes |
| `title` | `titre`, `headline` | put above the text if it does not begin with it |
| `published` | `date`, `paru`, `publié`, `parution`, `pubdate`, `publishdate` ... | when: see below |
| `byline` | `auteur`, `author` | who signs |
| `url` | | the address |

Other keys are let be; one that is nearly one of these (`publised:`) is refused. In JSON lines the keys are those of the first column.
A date is as fine as it is written: `2025`, `2025-01`, `2025-01-18`, `2025-01-18 08:00`, `2025-01-18T08:00:30+01:00`, that of a mail or
feed (`Sat, 18 Jan 2025 08:00 +0100`), or as people write it (`18/01/2025`, `18.1.2025 à 8h30`, `samedi 18 janvier 2025`,
`January 18, 2025`). `03/04/2025` can be the third of April or the fourth of March: it is refused, whatever the language of the text,
since the header is not written by the author of the text. A text without a date is taken; *vendredi* in it stays "a Friday".
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
