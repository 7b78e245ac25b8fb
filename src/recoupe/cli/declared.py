"""What can be typed: every command with its arguments and the place of its action, which is imported only when it runs."""

from dataclasses import dataclass
from typing import Any

from recoupe.export import NAMES


@dataclass(frozen=True, slots=True)
class Command:
    """`action` is `module:function` under `recoupe.cli`; `arguments` are names in `ARGUMENTS`; `formats` the first is the default."""

    action: str
    arguments: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("text", "json", "csv")


def positive(words: str) -> int:
    """A number of 1 or more.

    >>> positive("20")
    20
    """
    number = int(words)
    if number < 1:
        raise ValueError(words)
    return number


def encodable(words: str) -> str:
    """Words that a database can hold: bytes of the terminal that are no UTF-8 stand as escapes.

    >>> encodable("r-\\udce9")
    'r-\\\\udce9'
    """
    return words.encode("utf-8", "backslashreplace").decode()


COMMANDS: dict[str, Command] = {
    "point": Command("point:point", ("target", "output", "with_texts"), ("text", "json", "html", "markdown")),
    "add": Command("taking:add", ("paths", "workers"), ("text", "json")),
    "stories": Command("listing:stories", ("story",)),
    "claims": Command("listing:claims", ("story",)),
    "crosschecks": Command("listing:crosschecks", ("story",)),
    "drift": Command("listing:drift", ("pair",)),
    "reuse": Command("listing:reuse", ("report", "matrix", "sample", "marks", "batch")),
    "search": Command("finding:search", ("query", "limit")),
    "explain": Command("finding:explain", ("any",), ("text", "json")),
    "export": Command("taking:export", ("folder", "what", "to", "canonical"), ("text",)),
    "rejects": Command("listing:rejects"),
    "check": Command("upkeep:check"),
    "info": Command("upkeep:info", (), ("text", "json")),
}

ARGUMENTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "paths": (("paths",), {"nargs": "+", "metavar": "PATH"}),
    "workers": (("--workers",), {"type": positive, "default": 1, "metavar": "N"}),
    "target": (("target",), {"nargs": "*", "metavar": "TARGET"}),
    "output": (("-o", "--output"), {"metavar": "FILE"}),
    "with_texts": (("--with-texts",), {"action": "store_true"}),
    "story": (("story",), {"nargs": "?", "metavar": "STORY", "type": encodable}),
    "report": (("report",), {"nargs": "?", "metavar": "REPORT", "type": encodable}),
    "matrix": (("--matrix",), {"action": "store_true"}),
    "sample": (("--sample",), {"type": positive, "metavar": "N"}),
    "marks": (("--marks",), {"metavar": "FILE"}),
    "batch": (("--batch",), {"nargs": "+", "metavar": "PATH"}),
    "pair": (("pair",), {"nargs": "*", "metavar": "REPORT", "type": encodable}),
    "any": (("any",), {"metavar": "ID", "type": encodable}),
    "query": (("query",), {"nargs": "+", "metavar": "WORD", "type": encodable}),
    "limit": (("--limit",), {"type": positive, "default": 20, "metavar": "N"}),
    "folder": (("folder",), {"metavar": "DIR"}),
    "what": (("--what",), {"default": ",".join(NAMES), "metavar": "KINDS"}),
    "to": (("--to",), {"choices": ("jsonl", "csv"), "default": "jsonl"}),
    "canonical": (("--canonical",), {"action": "store_true"}),
}
"""Metavars are keys of phrases: `cli.meta_PATH`."""
