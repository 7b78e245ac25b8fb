"""From the words typed to the action's exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from recoupe.cli.declared import COMMANDS
from recoupe.cli.parser import language_of, parsed, parser
from recoupe.errors import RecoupeError
from recoupe.phrases import Language, say

NEW_OBJECTS = 50_000
"""Records make no cycles: looking for some after every 700 objects, Python's rule, costs about 5 % of the CPU."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every error that a person can mend is one line on standard error and exit code 2."""
    words = sys.argv[1:] if argv is None else list(argv)
    language = language_of(words)
    gc.set_threshold(NEW_OBJECTS)
    if sys.stdout is None or sys.stderr is None:  # `recoupe ... >&-`
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - it lives as long as the process
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(words, language)
        sys.stdout.flush()
    except BrokenPipeError:  # `recoupe ... | head`: the reader has gone; nothing is wrong
        _silence()
        return 0
    except (RecoupeError, OSError) as error:
        return _refuse(error, language)
    except KeyboardInterrupt:
        sys.stderr.write(say(language, "cli.wrong", message=say(language, "cli.stopped")) + "\n")
        return 130
    return code


def _run(words: Sequence[str], language: Language) -> int:
    if not words:
        parser(language).print_help()
        return 2
    options = parsed(words, language)
    module, _, function = COMMANDS[options.command].action.partition(":")
    return int(getattr(import_module(f"recoupe.cli.{module}"), function)(options))


def _refuse(error: RecoupeError | OSError, language: Language) -> int:
    from recoupe.cli.complaints import complaint
    from recoupe.text.visible import visible

    sys.stderr.write(visible(say(language, "cli.wrong", message=complaint(error, language))) + "\n")
    return 2


def _silence() -> None:
    """Let the interpreter's last flush go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
