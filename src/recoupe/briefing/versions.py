"""Differences between versions, and passages that they share. Worded by what stands there, never by what it might mean."""

from collections.abc import Iterator

from recoupe.briefing.desk import Desk, cut
from recoupe.model import Drift, DriftKind, Reuse, ReuseKind, Span, Statement

MOST = 12
SHARED = 10
"""How much is told; the ledger holds all."""

ONE_SIDED = frozenset({DriftKind.SOURCE_MISSING, DriftKind.HEDGE_MISSING, DriftKind.HEDGE_ADDED, DriftKind.QUOTE_UNMATCHED})
ONLY = frozenset({DriftKind.CONTENT_ONLY_IN_A, DriftKind.CONTENT_ONLY_IN_B})


def shared(desk: Desk) -> Iterator[Statement]:
    """Which texts share passages, how long, and in which direction if it is known."""
    reuses = {r.id: r for dossier in desk.file.dossiers for r in dossier.reuses if r.a in desk.reports and r.b in desk.reports}
    ordered = sorted(reuses.values(), key=lambda r: (-r.score, -r.characters, r.id))
    yield from (_shared(desk, reuse) for reuse in ordered[:SHARED])


def differences(desk: Desk) -> Iterator[Statement]:
    """What differs between versions, the weightiest first."""
    drifts = desk.drifts()
    for drift in drifts[:MOST]:
        spans = tuple(s for s in (drift.a, drift.b) if s is not None)
        key = _key(drift)
        text = desk.say(key, **_words(desk, drift))
        yield Statement(section="drift", message=f"point.{key}", text=text, cites=spans, drift=drift.id)
    if len(drifts) > MOST:
        yield Statement(section="drift", message="point.drift.more", text=desk.say("drift.more", n=len(drifts) - MOST))


def _shared(desk: Desk, reuse: Reuse) -> Statement:
    a, b = desk.names[reuse.a], desk.names[reuse.b]
    direction = desk.say(f"direction.{reuse.direction}", a=a, b=b)
    key = "shared.copy" if reuse.kind is ReuseKind.COPY else "shared"
    text = desk.say(key, a=a, b=b, n=max(1, len(reuse.passages)), characters=reuse.characters, direction=direction)
    longest = max(reuse.passages, key=lambda p: (p.exact, p.a.end - p.a.start, -p.a.start), default=None)
    cites = (longest.a, longest.b) if longest else ()
    return Statement(section="drift", message=f"point.{key}", text=text, cites=cites)


def _key(drift: Drift) -> str:
    return "drift.content_only" if drift.kind in ONLY else f"drift.{drift.kind}"


def _words(desk: Desk, drift: Drift) -> dict[str, object]:
    """The values that the phrases of the kinds need."""
    a, b = (_name(desk, side) for side in (drift.a, drift.b))
    values: dict[str, object] = {"a": a, "b": b, "a_words": cut(drift.a_words), "b_words": cut(drift.b_words)}
    here = drift.a if drift.a_words or not drift.b_words else drift.b
    if drift.kind is DriftKind.CONTENT_ONLY_IN_B:
        here = drift.b
    elif drift.kind is DriftKind.CONTENT_ONLY_IN_A:
        here = drift.a
    if here is not None:
        there = drift.b if here is drift.a else drift.a
        words = drift.a_words if here is drift.a else drift.b_words
        values |= {"with_": _name(desk, here), "without": _name(desk, there), "words": cut(words), "n": desk.others(here.report)}
    return values


def _name(desk: Desk, span: Span | None) -> str:
    return desk.names[span.report] if span is not None else ""
