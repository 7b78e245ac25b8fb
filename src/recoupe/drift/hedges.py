"""Hedges: what one version puts in the hearsay conditional or as possible, and the other as being so."""

from collections.abc import Iterator

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import answered
from recoupe.drift.sources import NOTHING_ELSE, without_digits
from recoupe.drift.versions import Version, Versions
from recoupe.drift.wording import contrasts
from recoupe.model import Claim, Direction, DriftKind, Modality, Span
from recoupe.text import fold
from recoupe.text.clocks import local
from recoupe.text.words import words as words_of

HEDGED = frozenset({Modality.HEARSAY, Modality.POSSIBLE})
PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ACCUSATION})
ABOUT = 0.33
"""Share of a hedged clause that the other version must also have, to be about the same."""

MOST, FEW = 0.5, 3
"""Share, and number, of the words of what is likely that the other version must also have, to be the same and certain."""


def hedges(pair: Pair) -> Iterator[Found]:
    """Differences of hedge in the lines that match."""
    turned = pair.turned()
    for i, j in pair.lines:
        for rule in (_hedged, _likely):
            yield from rule(pair, i, j)
            yield from (found.turned() for found in rule(turned, j, i))


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
            weight = 70 if theirs else 50
            left = Side(pair.a.lines[i].span, hedge_words(claim) or (claim.span,))
            yield Found(_kind(pair), left, Side(pair.b.lines[j].span), weight, "hedge/missing")
            return


def _kind(pair: Pair) -> DriftKind:
    return DriftKind.HEDGE_ADDED if pair.direction is Direction.A_FROM_B else DriftKind.HEDGE_MISSING


def _likely(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """What is only likely to come in line `i`, and certain in line `j`: the verb that makes it so."""
    coming = [claim for claim in pair.a.by_line[i] if claim.modality is Modality.FORECAST]
    likely = _tentative(pair.a, i) if coming else ()
    if not likely or any(c.modality in HEDGED for c in pair.b.by_line[j]) or _tentative(pair.b, j):
        return
    for claim in coming:
        words = tuple(s for s in likely if claim.span.start <= s.start < claim.span.end)
        if words and _certain(pair, claim, i, j, words):
            yield Found(_kind(pair), Side(pair.a.lines[i].span, words[:1]), Side(pair.b.lines[j].span), 40, "hedge/likely")
            return


def _certain(pair: Pair, claim: Claim, i: int, j: int, words: tuple[Span, ...]) -> bool:
    """Line `j` says most of the clause, and nothing is left of what makes it only likely."""
    content = _content(pair.a, i, claim) - pair.a.lines[i].within(words)
    other = pair.b.lines[j].bag
    return answered(claim, pair.b, j) and pair.versions.share(content, other) >= MOST and len(content & other) >= FEW


def _tentative(version: Version, number: int) -> tuple[Span, ...]:
    """The words of a line by which what is to come is only likely."""
    known, line = contrasts(version.report.language), version.lines[number].span
    if known is None:
        return ()
    found = (Span(report=line.report, start=line.start + s, end=line.start + e) for s, e in words_of(version.lines[number].text))
    return tuple(span for span in found if fold(version.words(span)) in known.tentative)


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
