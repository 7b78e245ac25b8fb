"""A participle with a subject of its own behind a comma is said beside the clause: "..., selon la mairie[, le préfet évoquant ...]"."""

from collections.abc import Iterator

from msgspec.structs import replace

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.page import Extent, Page


def parted(page: Page, found: list[Found]) -> list[Found]:
    """What others say in the sentence, without who says something beside it and what he says."""
    heads = {f.clause: f.source[0] for f in found if f.source is not None and f.rule.endswith("/participle") and _apart(page, f.source)}
    return [_before(page, one, heads[one.clause]) if one.clause in heads else one for one in found] if heads else found


def _apart(page: Page, source: Extent) -> bool:
    return page.text.startswith(", ", source[0] - 2)


def _before(page: Page, one: Found, head: int) -> Found:
    """`one` without what begins at `head` or goes on behind it; what stands there alone is its own."""
    if one.source is None or one.cue[0] >= head or one.source[0] >= head:
        return one
    low, high = one.source
    source = (low, head - 2) if high > head else (low, high)
    kept = tuple(_kept(page, one.content, head))
    return replace(one, source=source, content=kept) if kept else one


def _kept(page: Page, content: tuple[Extent, ...], head: int) -> Iterator[Extent]:
    for start, end in content:
        if end <= head or page.quote_at(head) is not None:
            yield start, end
        elif start < head - 2:
            yield extent.closed(page, (start, head - 2))
