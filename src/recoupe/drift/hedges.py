"""Hedges: what one version puts in the hearsay conditional or as possible, and the other as being so."""

from collections.abc import Iterator

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import answered
from recoupe.drift.sources import NOTHING_ELSE, without_digits
from recoupe.drift.versions import Version, Versions
from recoupe.model import Claim, Direction, DriftKind, Modality, Span
from recoupe.text.clocks import local

HEDGED = frozenset({Modality.HEARSAY, Modality.POSSIBLE})
PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ACCUSATION})
ABOUT = 0.33
"""Share of a hedged clause that the other version must also have, to be about the same."""


def hedges(pair: Pair) -> Iterator[Found]:
    """Differences of hedge in the lines that match."""
    turned = pair.turned()
    for i, j in pair.lines:
        yield from _hedged(pair, i, j)
        yield from (found.turned() for found in _hedged(turned, j, i))


def _hedged(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """The first clause that `a` hedges in line `i` and that `b` does not in line `j`."""
    theirs = pair.b.by_line[j]
    if not all(map(_plain, theirs)):
        return
    for claim in pair.a.by_line[i]:
        if (
            _hedging(pair, claim)
            and (answered(claim, pair.b, j) or _but_its_number(pair, claim, i, j))
            and _plain_in(pair, claim, i, j)
            and not _elsewhere(pair.versions, pair.a, pair.b, claim)
        ):
            added = pair.direction is Direction.A_FROM_B
            kind = DriftKind.HEDGE_ADDED if added else DriftKind.HEDGE_MISSING
            weight = 70 if theirs else 50
            left = Side(pair.a.lines[i].span, hedge_words(claim) or (claim.span,))
            yield Found(kind, left, Side(pair.b.lines[j].span), weight, "hedge/missing")
            return


def _plain(claim: Claim) -> bool:
    """Put as being so; also where the line adds that somebody denies it: "Le pont a cédé, ce que dément la ville"."""
    said = claim.attribution
    added = said is not None and all(span.end <= said.cue.start for span in said.content)
    return claim.modality in PLAIN or (claim.modality is Modality.DENIED and added)


def _hedging(pair: Pair, claim: Claim) -> bool:
    """Hearsay; or what may be, told on the same day: on another it may have come about."""
    days = {at[:10] for v in (pair.a, pair.b) if (at := local(v.report.published)) is not None}
    return claim.modality is Modality.HEARSAY or (claim.modality is Modality.POSSIBLE and len(days) < 2)


def _plain_in(pair: Pair, claim: Claim, i: int, j: int) -> bool:
    """The clause also stands in line `j`, without the words that hedge it."""
    content = _content(pair.a, i, claim)
    other = pair.b.lines[j].bag
    hedge = pair.a.lines[i].within(hedge_words(claim))
    return pair.versions.share(content, other) >= ABOUT and len(content & other) >= 2 and not (hedge and hedge <= other)


def _but_its_number(pair: Pair, claim: Claim, i: int, j: int) -> bool:
    """Line `j` has little else than what else the clause says: the number has been left out."""
    return pair.versions.share(without_digits(pair.b.lines[j].bag), _content(pair.a, i, claim)) >= NOTHING_ELSE


def _content(version: Version, number: int, claim: Claim) -> frozenset[str]:
    line, said = version.lines[number], claim.attribution
    around = line.within((*said.source, said.cue)) if said else frozenset()
    return line.within((claim.span,)) - around - line.within(hedge_words(claim))


def hedge_words(claim: Claim) -> tuple[Span, ...]:
    """The words that the modality was read from: its evidence, else the verb of a bare conditional; none where nothing tells."""
    spans = tuple(dict.fromkeys(e.span for e in claim.evidence if e.field.endswith("modality")))
    bare = claim.attribution is not None and not claim.attribution.source
    return spans or ((claim.attribution.cue,) if claim.attribution is not None and bare else ())


def _elsewhere(versions: Versions, a: Version, b: Version, claim: Claim) -> bool:
    """The other version hedges the same in another place."""
    number = a.line_at(claim.span.start)
    content = _content(a, number, claim)
    return any(
        other.modality in HEDGED and versions.share(content, line.bag) >= ABOUT
        for line, claims in zip(b.lines, b.by_line, strict=True)
        for other in claims
    )
