"""In which order lists stand: the weightiest first, then by the order of reports and places in them; never by an id."""

from collections.abc import Iterable, Mapping

from recoupe.briefing.orientation import facing, oriented
from recoupe.model import Claim, Crosscheck, Drift, Reuse, Span

Place = tuple[int, int, int]


def claims(found: Iterable[Claim], rank: Mapping[str, int]) -> list[Claim]:
    """Claims: as they stand in the texts."""
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
    """Reuse: the most in common first, then by pair."""

    def key(given: Reuse) -> tuple[object, ...]:
        one = facing(given, rank)
        return -one.score, -one.characters, rank.get(one.a, 0), rank.get(one.b, 0)

    return sorted(found, key=key)


def _place(span: Span, rank: Mapping[str, int]) -> Place:
    return rank.get(span.report, len(rank)), span.start, span.end


def _nowhere(rank: Mapping[str, int]) -> Place:
    return len(rank), 0, 0
