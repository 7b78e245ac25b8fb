"""In which order lists stand: the weightiest first, then by the order of reports and places in them; never by an id."""

from collections.abc import Iterable, Mapping

from recoupe.briefing.orientation import facing, oriented
from recoupe.model import Claim, Crosscheck, Drift, Reuse, Span

Place = tuple[int, int, int]


def claims(found: Iterable[Claim], rank: Mapping[str, int]) -> list[Claim]:
    """Claims: as they stand in the texts.

    >>> def at(report, start): return Claim(id="", report=report, span=Span(report=report, start=start, end=99), type="OTHER",
    ...                                     modality="asserted", polarity="positive", confidence=1)
    >>> [claim.report for claim in claims([at("r-1", 0), at("r-2", 50), at("r-2", 4)], {"r-2": 0, "r-1": 1})]
    ['r-2', 'r-2', 'r-1']
    """
    return sorted(found, key=lambda claim: (_place(claim.span, rank), [q.span for q in claim.quantities], claim.id))


def crosschecks(checks: Iterable[Crosscheck], counted: Iterable[Claim], rank: Mapping[str, int]) -> list[Crosscheck]:
    """Crosschecks: what most texts and voices say first, then as it stands in them."""
    spans = {claim.id: claim.span for claim in counted}

    def key(check: Crosscheck) -> tuple[object, ...]:
        found = [_place(spans[c], rank) for a in check.answers for c in a.claims if c in spans]
        return -check.support.texts, -check.support.voices.high, min(found, default=_nowhere(rank)), check.id

    return sorted(checks, key=key)


def drifts(found: Iterable[Drift], rank: Mapping[str, int]) -> list[Drift]:
    """Differences: the weightiest first, then by pair and place."""

    def key(given: Drift) -> tuple[object, ...]:
        one = oriented(given, rank)
        sides = [_place(span, rank) if span is not None else _nowhere(rank) for span in (one.a, one.b)]
        return -one.weight, [side[0] for side in sides], sides, one.kind, one.id

    return sorted(found, key=key)


def reuses(found: Iterable[Reuse], rank: Mapping[str, int]) -> list[Reuse]:
    """Reuse: the most in common first, then by pair.

    >>> found = [Reuse(id="", a="r-1", b="r-2", kind="partial", score=n, characters=40, direction="unknown", passages=()) for n in (9, 70)]
    >>> [reuse.score for reuse in reuses(found, {"r-1": 0, "r-2": 1})]
    [70, 9]
    """

    def key(given: Reuse) -> tuple[object, ...]:
        one = facing(given, rank)
        return -one.score, -one.characters, rank.get(one.a, 0), rank.get(one.b, 0)

    return sorted(found, key=key)


def _place(span: Span, rank: Mapping[str, int]) -> Place:
    return rank.get(span.report, len(rank)), span.start, span.end


def _nowhere(rank: Mapping[str, int]) -> Place:
    return len(rank), 0, 0
