"""argparse with every word in the language of the screen."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any, NoReturn

from recoupe import __version__
from recoupe.cli.declared import ARGUMENTS, COMMANDS
from recoupe.export import NAMES
from recoupe.phrases import LANGUAGES, Language, say

LEFT_OUT = re.compile(r"-[^\W\d]{2}")
"""The start of a word that a search leaves out, where an option might stand."""

GLOBAL = ("--help", "--version", "--ledger", "--quiet", "--lang")
"""What may stand before the command."""


def language_of(argv: Sequence[str]) -> Language:
    """The language asked for by --lang, by RECOUPE_LANG or by the system's locale; English where none says French.

    >>> language_of(["point", "--lang", "fr"])
    'fr'
    """
    asked = [after for word, after in pairwise(argv) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    asked += [os.environ.get(name, "") for name in ("RECOUPE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((found for found in asked if found), "en")[:2]
    return "fr" if first == "fr" else "en"


class Parser(argparse.ArgumentParser):
    """Errors name the command's help and end with exit code 2."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help."""
        from recoupe.cli.complaints import reworded

        self.refuse(reworded(message, self.language))

    def refuse(self, complaint: str, command: str = "") -> NoReturn:
        """End with `complaint` and the way to the help, that of `command` where one was typed."""
        named = command or self.prog.removeprefix("recoupe").strip()
        sys.stderr.write(say(self.language, "cli.wrong", message=complaint) + "\n")
        sys.stderr.write(say(self.language, "cli.hint", command=named).replace("  ", " ") + "\n")
        raise SystemExit(2)


def parsed(words: Sequence[str], language: Language) -> argparse.Namespace:
    """What was typed, understood. Words may stand on both sides of an option, and one left out of a search may begin with its minus.

    >>> parsed(["search", "bac", "--limit", "3", "-Orsac"], "fr").query
    ['bac', '−Orsac']
    """
    top = parser(language)
    typed = _minuses(["--help" if word == "help" else word for word in reversed(words)] if words[:1] == ["help"] else words)
    if (strange := _strange(typed)) is not None:
        later = strange.partition("=")[0] in {"--format", *(flag for flags, _ in ARGUMENTS.values() for flag in flags)}
        top.refuse(say(language, "cli.misplaced", name=strange) if later else _unknown([strange], GLOBAL, language))
    options, rest = top.parse_known_args(typed)
    left = _listed(options, rest)
    if left:
        known = [flag for name in COMMANDS[options.command].arguments for flag in ARGUMENTS[name][0]]
        top.refuse(_unknown(left, [*known, *GLOBAL, "--format"], language), options.command)
    return options


def _minuses(words: Sequence[str]) -> list[str]:
    """The words after `search` that begin with one hyphen, with a minus: an option has two, or one letter."""
    start = words.index("search") + 1 if "search" in words else len(words)
    return [*words[:start], *(f"−{word[1:]}" if LEFT_OUT.match(word) else word for word in words[start:])]


def _strange(words: Sequence[str]) -> str | None:
    """The first word before the command that looks like an option and is none."""
    before = takewhile(lambda word: word not in COMMANDS, words)
    return next((word for word in before if word.startswith("--") and not any(f.startswith(word.partition("=")[0]) for f in GLOBAL)), None)


def _listed(options: argparse.Namespace, rest: Sequence[str]) -> list[str]:
    """Put what stands behind an option to the list that it belongs to; what is left belongs to none."""
    for name in COMMANDS[options.command].arguments:
        flags, how = ARGUMENTS[name]
        if (
            not flags[0].startswith("-")
            and how.get("nargs") in {"+", "*"}
            and not any(word.startswith("-") and word != "-" for word in rest)
        ):
            setattr(options, flags[0], [*getattr(options, flags[0]), *map(how.get("type", str), rest)])
            return []
    return list(rest)


def _unknown(words: Sequence[str], known: Sequence[str], language: Language) -> str:
    from recoupe.cli.complaints import meant

    return say(language, "cli.unknown", words=" ".join(words)) + meant(words[0].partition("=")[0], known, language)


def parser(language: Language) -> Parser:
    """The whole command line.

    >>> asked = parser("fr").parse_args(["point", "--lang", "en", "--quiet"])
    >>> asked.command, asked.lang, asked.quiet, asked.ledger
    ('point', 'en', True, 'recoupe.db')
    """
    top = _parser("recoupe", language, say(language, "cli.about"))
    top.add_argument("--version", action="version", version=f"recoupe {__version__}", help=say(language, "cli.version"))
    _everywhere(top, language, ("recoupe.db", False, language))
    commands = top.add_subparsers(
        title=say(language, "cli.commands"), dest="command", metavar=say(language, "cli.command"), required=True, parser_class=Parser
    )
    for name, command in COMMANDS.items():
        part = commands.add_parser(name, help=say(language, f"cli.{name}"), **_manner(language, name))
        _translate(part, language)
        for argument in command.arguments:
            flags, how = ARGUMENTS[argument]
            shown = {"metavar": say(language, f"cli.meta_{how['metavar']}")} if "metavar" in how else {}
            part.add_argument(*flags, **(how | shown), help=say(language, f"cli.{argument}", kinds=", ".join(NAMES)))
        part.add_argument("--format", choices=command.formats, default=command.formats[0], help=say(language, "cli.format"))
        _everywhere(part, language, (argparse.SUPPRESS,) * 3)  # what was said before the command holds
    return top


def _everywhere(made: argparse.ArgumentParser, language: Language, defaults: Sequence[object]) -> None:
    """The options that may stand before the command or after it."""
    ledger, quiet, lang = defaults
    made.add_argument("--ledger", default=ledger, metavar=say(language, "cli.meta_FILE"), help=say(language, "cli.ledger"))
    made.add_argument("--quiet", action="store_true", default=quiet, help=say(language, "cli.quiet"))
    made.add_argument("--lang", choices=LANGUAGES, default=lang, help=say(language, "cli.lang"))


def _parser(name: str, language: Language, about: str) -> Parser:
    made = Parser(prog=name, description=about, add_help=False)
    _translate(made, language)
    return made


def _manner(language: Language, name: str) -> dict[str, Any]:
    examples = say(language, f"cli.{name}_examples").strip().replace("\n", "\n  ")
    return {
        "description": say(language, f"cli.{name}"),
        "epilog": f"{say(language, 'cli.examples')}\n  {examples}",
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "add_help": False,
    }


def _translate(made: argparse.ArgumentParser, language: Language) -> None:
    made.language = language  # type: ignore[attr-defined]
    for group, key in zip(made._action_groups, ("cli.arguments", "cli.options"), strict=False):  # noqa: SLF001  argparse has no public name for its groups
        group.title = say(language, key)
    made.add_argument("-h", "--help", action="help", help=say(language, "cli.help"))
