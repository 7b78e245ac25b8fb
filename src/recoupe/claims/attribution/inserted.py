"""Who is told to speak inside the marks of a quotation, as French prints it: "« A, a dit X. B »" says what "« A », a dit X. « B »" does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from recoupe.claims.attribution import nominal, sources, speakers
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page

BEFORE = regex.compile(r"(?:,|(?<=[?!…])) $")
"""What stands before an incise: a comma, or the mark of a question or of a cry."""
BEHIND = regex.compile(r"[^,;:.!?«»“”\"\n]{0,80}+(?P<mark>[,:]|[.;!?…]++|(?= ?[»”\"]))")
"""What may stand behind the speaker, and the mark that ends an incise."""
OPENING = frozenset("«“„\"‘'")
MINE = regex.compile(r"(?:ne |n')?(?:m'|me |nous |t'|te |vous )", regex.IGNORECASE)
"""Somebody tells in his quotation what another one said to him: no incise of the outlet."""


def opened(page: Page, groups: Iterable[Cue], lexicon: Lexicon) -> Page:
    """`page` with its quotations cut around every incise in them."""
    cuts: dict[Extent, list[Extent]] = {}
    for cue in groups:
        quote = page.quote_at(cue.outer)
        if quote is not None and (cut := _incise(page, cue, quote, lexicon)) is not None:
            cuts.setdefault(quote, []).append(cut)
    if not cuts:
        return page
    quotes = tuple(piece for quote in page.quotes for piece in _pieces(page, quote, cuts.get(quote, ())))
    return replace(page, quotes=quotes, quote_starts=tuple(start for start, _ in quotes))


def resumed(page: Page, end: int) -> Extent | None:
    """Where a quotation goes on behind an incise that stands inside its marks, the speaker named up to `end`."""
    mark = BEHIND.match(page.text, end)
    start = mark.end() + (page.text[mark.end() : mark.end() + 1] == " ") if mark else end
    quote = page.quote_at(start)
    return quote if quote is not None and quote[0] == start and page.text[start] not in OPENING else None


def _incise(page: Page, cue: Cue, quote: Extent, lexicon: Lexicon) -> Extent | None:
    """From the end of what stands before an incise to where what is said goes on."""
    text, at = page.text, cue.outer
    before = BEFORE.search(text, max(quote[0], at - 2), at)
    if before is None or "incise" not in cue.verb.frames or cue.shape not in (Shape.FINITE, Shape.COMPOUND):
        return None
    source = cue.pronoun
    if source is None and not text[max(0, quote[0] - 3) : quote[0]].rstrip().endswith(":"):
        source = sources.following(page, cue.end + text.startswith(" ", cue.end), quote[1], lexicon)
        source = source if source is not None and speakers.speaks(page, source, lexicon) else None
    if source is None or (MINE.match(text, at) and not _told_us(page, cue, source)):
        return None
    end = BEHIND.match(text, max(cue.end, source[1]), quote[1])
    if end is None:
        return None
    return before.start(), min(end.end() + (text[end.end() : end.end() + 1] == " "), quote[1])


def _told_us(page: Page, cue: Cue, source: Extent) -> bool:
    """Whether the outlet was told something: "nous explique Anne Roy", "nous confie-t-elle", not "nous a dit le policier"."""
    named = cue.pronoun is not None or any(" " in name.group() for name in nominal.NAME.finditer(page.text, *source))
    return cue.shape is Shape.FINITE and named and page.lower.startswith("nous ", cue.outer)


def _pieces(page: Page, quote: Extent, cuts: Iterable[Extent]) -> Iterator[Extent]:
    """What is left of a quotation beside its incises; nothing of the marks alone."""
    start = quote[0]
    for first, last in cuts:
        if start < first:
            yield start, first
        start = last
    if page.text[start : quote[1]].strip(' .!?…»”"'):
        yield start, quote[1]
