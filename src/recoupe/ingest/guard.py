"""A linear look at a page before any parser sees it: what would exhaust a parser, or make it lose text without a word, is refused."""

import regex

from recoupe.ingest.options import IngestOptions
from recoupe.ingest.rejects import bad
from recoupe.model import RejectReason

TAG = regex.compile(rb"""<!--|<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,63})(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+>?""")
"""A tag as HTML reads it: `>` inside a quoted value does not end it. Of a comment only the opening counts (see `check`)."""

RAW = {name: regex.compile(rb"</" + name + rb"(?=[\s/>])", regex.IGNORECASE) for name in (b"script", b"style", b"textarea", b"title")}
"""Elements whose content is no markup, and what ends them."""

# Elements that need no end tag (they end with the next one of their kind), and elements that have no content: they do not nest.
FLAT = frozenset(
    b"area base br col embed hr img input link meta source track wbr param"
    b" p li dt dd option optgroup tr td th thead tbody tfoot colgroup".split()
)


def check(page: bytes, options: IngestOptions) -> None:
    """Nothing, if `page` is safe to parse.

    >>> check(b"<div>" * 150, IngestOptions(page_depth=200))
    >>> check(b"<div>" * 250, IngestOptions(page_depth=200))
    Traceback (most recent call last):
        ...
    recoupe.errors.BadReport: hostile: more than 200 elements in each other at byte 1000

    Raises:
        BadReport: too_large or hostile, with the place.
    """
    if len(page) > options.page_bytes:
        raise bad(RejectReason.TOO_LARGE, f"a page of more than {options.page_bytes} bytes")
    position, depth, tags = 0, 0, 0
    while found := TAG.search(page, position):
        position, name = found.end(), found[2].lower() if found[2] else b""
        if not name:
            position = _after(page, b"-->", found.start() + 2)
            continue
        tags += 1
        depth = _depth(depth, name, found[0])
        _refuse(found, depth, tags, options)
        if name in RAW and not found[1]:
            end = RAW[name].search(page, position)
            position = end.start() if end else len(page)


def _depth(depth: int, name: bytes, tag: bytes) -> int:
    if name in FLAT or tag.endswith(b"/>"):
        return depth
    return max(0, depth - 1) if tag.startswith(b"</") else depth + 1


def _refuse(found: "regex.Match[bytes]", depth: int, tags: int, options: IngestOptions) -> None:
    if found.end() - found.start() > options.page_tag:
        raise bad(RejectReason.HOSTILE, f"a tag of {found.end() - found.start()} bytes at byte {found.start()}")
    if depth > options.page_depth:
        raise bad(RejectReason.HOSTILE, f"more than {options.page_depth} elements in each other at byte {found.start()}")
    if tags > options.page_tags:
        raise bad(RejectReason.HOSTILE, f"more than {options.page_tags} tags")


def _after(page: bytes, mark: bytes, start: int) -> int:
    end = page.find(mark, start)
    return len(page) if end < 0 else end + len(mark)
