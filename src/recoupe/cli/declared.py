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


COMMANDS: dict[str, Command] = {
    "add": Command("taking:add", ("paths", "workers"), ("text", "json")),
    "point": Command("point:point", ("target", "output", "with_texts"), ("text", "json", "html", "markdown")),
    "stories": Command("listing:stories"),
    "claims": Command("listing:claims", ("story",)),
    "crosschecks": Command("listing:crosschecks", ("story",)),
    "drift": Command("listing:drift", ("pair",)),
    "reuse": Command("listing:reuse", ("report",)),
    "search": Command("finding:search", ("query", "limit")),
    "explain": Command("finding:explain", ("any",), ("text", "json")),
    "export": Command("taking:export", ("folder", "what", "to", "canonical"), ("text",)),
    "rejects": Command("listing:rejects"),
    "check": Command("upkeep:check"),
    "info": Command("upkeep:info", (), ("text", "json")),
}

ARGUMENTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "paths": (("paths",), {"nargs": "+", "metavar": "PATH"}),
    "workers": (("--workers",), {"type": int, "default": 1, "metavar": "N"}),
    "target": (("target",), {"nargs": "*", "metavar": "STORY|PATH"}),
    "output": (("-o", "--output"), {"metavar": "FILE"}),
    "with_texts": (("--with-texts",), {"action": "store_true"}),
    "story": (("story",), {"nargs": "?", "metavar": "STORY"}),
    "report": (("report",), {"nargs": "?", "metavar": "REPORT"}),
    "pair": (("pair",), {"nargs": "*", "metavar": "REPORT"}),
    "any": (("any",), {"metavar": "ID"}),
    "query": (("query",), {"nargs": "+", "metavar": "WORD"}),
    "limit": (("--limit",), {"type": int, "default": 20, "metavar": "N"}),
    "folder": (("folder",), {"metavar": "DIR"}),
    "what": (("--what",), {"default": ",".join(NAMES), "metavar": "KIND,KIND"}),
    "to": (("--to",), {"choices": ("jsonl", "csv"), "default": "jsonl"}),
    "canonical": (("--canonical",), {"action": "store_true"}),
}
