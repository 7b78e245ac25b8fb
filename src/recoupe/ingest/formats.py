"""Which format a file has: by its suffix, else by its first bytes."""

from enum import StrEnum
from pathlib import PurePath

import regex

from recoupe.ingest.decoding import encoding


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    LINES = "lines"  # one JSON object a line
    JSON = "json"  # one object, or an array of them
    PAGE = "page"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".jsonl": Format.LINES,
    ".ndjson": Format.LINES,
    ".json": Format.JSON,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
}
SIDECAR = ".json"
WITH_SIDECAR = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind in (Format.TEXT, Format.PAGE))
HEAD = 4096  # bytes that are looked at

MARKUP = regex.compile(
    r"\s{0,64}+(?:<\?xml[^>]{0,200}+>\s{0,64}+)?(?:<!--[^>]{0,1000}+>\s{0,64}+)?<(?:!doctype\s++html|html|head|body)[\s>]", regex.IGNORECASE
)
OBJECT = regex.compile(r"\s{0,64}+(?:\{\s{0,64}+[\"}]|\[\s{0,64}+[{\]])")


def tell(name: str, head: bytes) -> Format | None:
    """The format of the file `name` that begins with `head`; None if it is none of ours.

    >>> tell("a.TXT", b""), tell("page.php", b"<!DOCTYPE html><html>"), tell("notes", b"Le maire"), tell("a.pdf", b"%PDF-1.7")
    (<Format.TEXT: 'text'>, <Format.PAGE: 'page'>, <Format.TEXT: 'text'>, None)
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    name_of_encoding, skip = encoding(head)
    start = head[skip:].decode(name_of_encoding, "replace")
    if MARKUP.match(start):
        return Format.PAGE
    if suffix or "\0" in start:
        return None
    return Format.JSON if OBJECT.match(start) else Format.TEXT
