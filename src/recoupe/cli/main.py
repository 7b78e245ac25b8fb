"""From the words typed to the action's exit code."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from recoupe.cli.declared import COMMANDS
from recoupe.cli.parser import language_of, parser
from recoupe.errors import RecoupeError
from recoupe.phrases import say


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every error that a person can mend is one line on standard error and exit code 2."""
    words = sys.argv[1:] if argv is None else list(argv)
    language = language_of(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not words:
        parser(language).print_help()
        return 2
    options = parser(language).parse_args(words)
    module, _, function = COMMANDS[options.command].action.partition(":")
    try:
        code = getattr(import_module(f"recoupe.cli.{module}"), function)(options)
        sys.stdout.flush()
    except RecoupeError as error:
        sys.stderr.write(say(language, "cli.wrong", message=error) + "\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write(say(language, "cli.wrong", message=say(language, "cli.stopped")) + "\n")
        return 130
    except BrokenPipeError:  # `recoupe ... | head`: the reader has gone; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(code)
