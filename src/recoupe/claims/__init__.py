"""Claims: who says what. A claim is a clause with a count or an attribution or both, its fields with the words that give them."""

from collections.abc import Iterator

from recoupe.claims.assembly import assemble
from recoupe.claims.drafts import drafts
from recoupe.claims.page import page
from recoupe.model import Claim, Modality, ReadReport
from recoupe.stage import Map
from recoupe.text.composed import composed


def claims(read: ReadReport) -> Iterator[Claim]:
    """The claims of a report, sorted by span, then by count; what somebody states before who denies it."""
    way = composed(read.report.text)
    if way is not None:
        seen = ReadReport(report=way.seen(read.report), reading=way.there(read.reading))
        yield from map(way.back, _claims(seen))
    else:
        yield from _claims(read)


def _claims(read: ReadReport) -> Iterator[Claim]:
    laid_out = page(read)
    yield from sorted(assemble(laid_out, drafts(laid_out)), key=_order)


def _order(claim: Claim) -> tuple[int, int, int, bool, str]:
    at = claim.quantities[0].span.start if claim.quantities else -1
    return claim.span.start, claim.span.end, at, claim.modality is Modality.DENIED, claim.id


CLAIMS = Map("claims", 21, claims)
