"""Quotations without a verb: signed pull quotes, headlines, and sentences in quotes after an attributed one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from recoupe.claims.attribution import sources
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page

SIGNED = regex.compile(r"(?m)^(?P<content>[^\n]{15,1500}+)\n[ \t]*+(?P<dash>[–—―])[ ]?+(?P<source>\p{Lu}[^\n:;!?]{2,100}+)$")
NAMED = regex.compile(r"(?m)^(?P<source>[^\n:«»“”\".!?]{2,90}?) ?(?P<cue>:) ?(?=[«“\"])")
BRACKETED = regex.compile(r" ?\((?P<source>\p{Lu}[^()\n«»]{1,80}+)\)")
LONG = 25
"""Characters from which a quotation is taken for a sentence somebody said, not for a word set apart."""


def signed(page: Page) -> Iterator[Found]:
    """A line and its signature: "– Jean Dupont, chef des pompiers"."""
    for hit in SIGNED.finditer(page.text):
        source = sources.trimmed(page.text, hit.span("source"))
        yield Found(rule="attribution/fr/signed", cue=hit.span("dash"), source=source, content=(hit.span("content"),), clause=hit.span())


def headlines(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """ "Grève : le syndicat dénonce", no; "Le syndicat : « ... »", yes; "« ... » (Jean Dupont)", yes."""
    for hit in NAMED.finditer(page.text):
        quote = page.quote_at(hit.end())
        source = sources.trimmed(page.text, hit.span("source"))
        if quote and _only_named(page, source, lexicon) and page.text[quote[0] : quote[1]].count(" ") > 2:
            yield Found(rule="attribution/fr/headline", cue=hit.span("cue"), source=source, content=(quote,), clause=hit.span())
    for quote in page.quotes:
        signature = BRACKETED.match(page.text, quote[1], quote[1] + 100)
        if signature and quote[1] - quote[0] > LONG and sources.speaks(page, signature.span("source"), lexicon):
            cue = (signature.start("source") - 1, signature.start("source"))
            yield Found(
                rule="attribution/fr/bracketed", cue=cue, source=signature.span("source"), content=(quote,), clause=signature.span()
            )


def _only_named(page: Page, source: Extent, lexicon: Lexicon) -> bool:
    """Whether a line's opening is a speaker and nothing else: "Le syndicat", not "Le syndicat maintient son appel"."""
    mention = page.mention(*source)
    named = mention is not None and mention.span.end >= source[1] - 2
    short = page.text[slice(*source)].count(" ") < 3 and mention is None
    return sources.speaks(page, source, lexicon) and (named or short or sources.NAME.fullmatch(page.text, *source) is not None)


def carried(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Quotations of a sentence or more that no relation covers yet, right after one that was attributed: the same speaker goes on."""
    taken = sorted(c for f in found for c in f.content)
    ordered = sorted(found, key=_cue)
    for quote in page.quotes:
        last = bisect_left(taken, (quote[1], 0))
        if quote[1] - quote[0] < LONG or any(overlap(quote, c) for c in taken[max(0, last - 40) : last]):
            continue
        before = ordered[max(0, bisect_left(ordered, (quote[0], 0), key=_cue) - 5) : bisect_left(ordered, (quote[0], 0), key=_cue)]
        earlier = max(before, key=lambda f: f.clause[1], default=None)
        if earlier is None or page.text.count("\n", min(earlier.clause[1], quote[0]), quote[0]) > 2 or quote[0] - earlier.clause[1] > 250:
            continue
        if whole(page, quote):
            yield Found(rule="attribution/fr/carried", cue=(quote[0], quote[0] + 1), content=(quote,), clause=quote, carried=True)


def _cue(found: Found) -> Extent:
    return found.cue


def whole(page: Page, quote: Extent) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    before = page.text[max(0, quote[0] - 3) : quote[0]].rstrip(" ")
    after = page.text[quote[1] : quote[1] + 2].strip(" ")
    return (not before or before[-1] in ".!?\n»”:") and (not after or after[0] in ".\n«“" or after[0].isupper())
