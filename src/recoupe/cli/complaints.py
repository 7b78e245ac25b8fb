"""Errors in the words of the screen's language: what is wrong, where, and what to do."""

import errno
import os
from collections.abc import Sequence
from difflib import get_close_matches

import regex

from recoupe.cli.words import field, named, pair
from recoupe.errors import BadLedger, RecoupeError, UnknownFormat, UnknownId
from recoupe.phrases import Language, say

USAGE = (
    (regex.compile(r"the following arguments are required: (?P<names>.*+)"), "cli.missing"),
    (regex.compile(r"unrecognized arguments: (?P<words>.*+)"), "cli.unknown"),
    (
        regex.compile(
            r"argument (?P<name>[^:]{0,99}+): invalid (?:choice|[a-z]{1,20}+ value): "
            r"(?P<value>'[^']{0,999}+'|\S{1,999}+)(?:,[^(]{0,99}+)?+(?: \(choose from (?P<choices>[^)]{0,999}+))?"
        ),
        "cli.choose",
    ),
    (regex.compile(r"argument (?P<name>[^:]{1,99}+): expected "), "cli.one_value"),
)
"""What argparse says, and how it is said here."""


def reworded(message: str, language: Language) -> str:
    """argparse's own words in the language of the screen.

    >>> reworded("argument --lang: expected one argument", "fr")
    '--lang attend une valeur'
    """
    for pattern, key in USAGE:
        if found := pattern.match(message):
            given = {name: (words or "1, 2, 3 ...").strip("'") for name, words in found.groupdict().items()}
            if given.get("name") == "":  # older argparse does not name the command
                given["name"] = say(language, "cli.command")
            bare = {name: words.replace("'", "") for name, words in given.items()}
            return say(language, key, **bare, meant=meant(bare.get("value", ""), bare.get("choices", "").split(", "), language))
    return message


def meant(word: str, known: Sequence[str], language: Language) -> str:
    """What was perhaps meant where a word is not known, in brackets; nothing where nothing is near.

    >>> meant("storeis", ["stories", "search"], "en"), meant("quux", ["stories", "search"], "en")
    (' (perhaps stories?)', '')
    """
    near = get_close_matches(word, known, 1)
    return say(language, "cli.meant", name=near[0]) if near else ""


def complaint(error: RecoupeError | OSError, language: Language) -> str:
    """One line that says what is wrong.

    >>> complaint(UnknownId("s-4", ["s-41", "s-47"]), "en")
    "several ids begin with 's-4', among them s-41, s-47"
    """
    if isinstance(error, UnknownId):
        key = "cli.several_ids" if error.candidates else "cli.other_kind" if error.kind else "cli.no_id"
        wanted = ", ".join(field(language, kind) for kind in error.wanted)
        return say(
            language, key, given=error.given, candidates=", ".join(error.candidates), kind=field(language, error.kind), wanted=wanted
        )
    if isinstance(error, UnknownFormat):
        return say(language, "cli.no_format", path=error.path, ending=error.ending, known=", ".join(error.known))
    if isinstance(error, BadLedger):
        return str(error) if error.fault is None or language == "en" else say(language, f"cli.{error.fault}", path=error.path)
    if isinstance(error, OSError):
        reason = named(language, f"cli.error_{errno.errorcode.get(error.errno or 0, '')}", error.strerror or str(error))
        path = os.fsdecode(error.filename).removesuffix(".part") if isinstance(error.filename, str | bytes) else None
        return reason if path is None else pair(language, path, reason)
    return str(error)
