"""Differences between versions, and passages that they share. Worded by what stands there, never by what it might mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from recoupe.briefing.desk import Desk, of_event
from recoupe.briefing.orientation import facing, oriented
from recoupe.briefing.quoting import quoted
from recoupe.model import Direction, Dossier, Drift, DriftKind, Report, Reuse, ReuseKind, Span, Statement
from recoupe.text import fold, words
from recoupe.text.clocks import zone
from recoupe.text.headlines import title_end

MOST = 12
"""Differences told per event; the rest is counted."""

SHARED = 10
"""Pairs of texts with words in common told per story; the rest is counted."""

ORDER = (
    DriftKind.NUMBER_DIFFERS,
    DriftKind.CONTENT_DIFFERS,
    DriftKind.SOURCE_DIFFERS,
    DriftKind.SOURCE_MISSING,
    DriftKind.HEDGE_MISSING,
    DriftKind.HEDGE_ADDED,
    DriftKind.PARAPHRASE_AS_QUOTE,
    DriftKind.QUOTE_WIDENED,
    DriftKind.QUOTE_REWORDED,
    DriftKind.QUOTE_UNMATCHED,
    DriftKind.PRECISION_LOST,
    DriftKind.PRECISION_ADDED,
    DriftKind.CONTENT_ONLY_IN_A,
    DriftKind.CONTENT_ONLY_IN_B,
)
"""What a desk checks first comes first."""

ONLY = frozenset({DriftKind.CONTENT_ONLY_IN_A, DriftKind.CONTENT_ONLY_IN_B})
CAST = frozenset({DriftKind.PARAPHRASE_AS_QUOTE, DriftKind.QUOTE_WIDENED, DriftKind.QUOTE_UNMATCHED})
"""Kinds whose sides have parts to play, the quotation first: their words are not turned."""

SOURCE = frozenset({DriftKind.SOURCE_DIFFERS, DriftKind.SOURCE_MISSING})

Side = tuple[str, str]
"""The passage, folded, and the words that differ: equal in copies."""


@dataclass
class Told:
    """A difference, and for each of its two sides the reports that have it so."""

    drift: Drift
    sides: tuple[Side, Side]
    reports: dict[Side, list[str]] = field(default_factory=dict)
    cites: list[Span] = field(default_factory=list)


def shared(desk: Desk) -> Iterator[Statement]:
    """Which texts share passages, how long, and in which direction if it is known."""
    reuses = {r.id: r for dossier in desk.file.dossiers for r in dossier.reuses if r.a in desk.reports and r.b in desk.reports}
    turned = [facing(reuse, desk.rank) for reuse in reuses.values()]
    ordered = sorted(turned, key=lambda r: (-r.score, -r.characters, desk.rank[r.a], desk.rank[r.b]))
    most = desk.most(SHARED)
    yield from (_shared(desk, reuse) for reuse in ordered[:most])
    if len(ordered) > most:
        yield _more(desk, "shared.more", len(ordered) - most)


def differences(desk: Desk) -> Iterator[Statement]:
    """What differs between versions, event by event; the same difference from several copies is told once."""
    for dossier in desk.file.dossiers:
        told = _told(desk, _drifts(desk, dossier))
        most = desk.most(MOST)
        found = [_difference(desk, one) for one in told[:most]]
        if len(told) > most:
            found.append(_more(desk, "drift.more", len(told) - most))
        yield from of_event(dossier, found)


def _drifts(desk: Desk, dossier: Dossier) -> list[Drift]:
    reports = set(dossier.event.reports)
    mine = [d if d.kind in CAST else oriented(d, desk.rank) for d in desk.file.drifts if _first(d).report in reports]
    return sorted(_once(desk, mine), key=lambda d: _order(desk, d))


def _once(desk: Desk, drifts: list[Drift]) -> list[Drift]:
    """Without the source of a title that the text of the report names again, where the other version has left out both."""
    left_out = {id(d): _left_out(desk, d) for d in drifts if d.kind is DriftKind.SOURCE_MISSING and d.evidence}
    told = {key for key, titled in left_out.values() if not titled}
    return [d for d in drifts if id(d) not in left_out or not left_out[id(d)][1] or left_out[id(d)][0] not in told]


def _left_out(desk: Desk, drift: Drift) -> tuple[tuple[str, ...], bool]:
    """Who is left out, in which report of which two, and whether it is in a title that the report names them."""
    at = drift.evidence[0].span
    spans = [e.span for e in drift.evidence]
    named = (n for (r, start), n in desk.speakers.items() for span in spans if r == span.report and span.start <= start < span.end)
    name = next(named, drift.evidence[0].words)
    report = desk.reports[at.report]
    return (fold(name), at.report, *sorted(_reports(drift))), at.end <= title_end(report)


def _order(desk: Desk, drift: Drift) -> tuple[object, ...]:
    """What a desk checks first, the weightiest, then by pair and place in the texts; the id parts what is the same to the eye."""
    kind = ORDER.index(drift.kind) if drift.kind in ORDER else len(ORDER)
    sides = [desk.place(span) if span is not None else (len(desk.rank), 0, 0) for span in (drift.a, drift.b)]
    pair = sorted(desk.rank.get(report, len(desk.rank)) for report in _reports(drift))
    return kind, -drift.weight, pair, sorted(sides), [desk.place(e.span) for e in drift.evidence[:1]], drift.id


def _reports(drift: Drift) -> list[str]:
    return [span.report for span in (drift.a, drift.b) if span is not None] + ([drift.against] if drift.against else [])


def _first(drift: Drift) -> Span:
    return next(span for span in (drift.a, drift.b, Span(report="", start=0, end=0)) if span is not None)


def _told(desk: Desk, drifts: Iterable[Drift]) -> list[Told]:
    """Each difference once: one kind, and the same passages and words on both sides, whichever is called a."""
    found: dict[tuple[str, frozenset[Side]], Told] = {}
    for drift in drifts:
        given = ((drift.a, drift.a_words), (drift.b, drift.b_words))
        sides = tuple((_plain(desk.raw(span)) if span else "", said) for span, said in given)
        kind = DriftKind.CONTENT_ONLY_IN_A if drift.kind in ONLY else drift.kind
        one = found.setdefault((kind, frozenset(sides)), Told(drift, (sides[0], sides[1])))
        for side, (span, _) in zip(sides, given, strict=True):
            report = span.report if span is not None else drift.against
            if report is not None and report not in one.reports.setdefault(side, []):
                one.reports[side].append(report)
                one.cites += [span] if span is not None else []
    return _joined(found.values())


def _joined(told: Iterable[Told]) -> list[Told]:
    """Those in one that set the very same passage against the same words, which other texts have in other passages."""
    found: dict[tuple[str, Side, str], tuple[Told, Side]] = {}
    kept = []
    for one in told:
        for here, there in (one.sides, one.sides[::-1]):
            first, other = found.setdefault((one.drift.kind, here, fold(there[1])), (one, there))
            if first is not one:
                first.reports[other] += [r for r in one.reports[there] if r not in first.reports[other]]
                first.cites += [span for span in one.cites if span not in first.cites]
                break
        else:
            kept.append(one)
    return _numbers_once(kept)


def _numbers_once(told: Iterable[Told]) -> list[Told]:
    """Without another number in title and text, or named again without what it counts: "19 morts", "19" against "17 morts", "17"."""
    kept = list[Told]()
    for one in told:
        first = next((other for other in kept if _one_number(one, other)), None) if one.drift.kind is DriftKind.NUMBER_DIFFERS else None
        if first is None:
            kept.append(one)
        else:
            first.cites += [span for span in one.cites if span not in first.cites]
    return kept


def _one_number(one: Told, other: Told) -> bool:
    if other.drift.kind is not DriftKind.NUMBER_DIFFERS:
        return False
    pairs = list(zip(one.sides, other.sides, strict=True))
    same = all(sorted(one.reports.get(a, ())) == sorted(other.reports.get(b, ())) for a, b in pairs)
    return same and all(fold(a[1]) == fold(b[1]) or (not any(map(str.isalpha, a[1])) and _opens(b[1], a[1])) for a, b in pairs)


def _opens(words: str, number: str) -> bool:
    return words.startswith(number) and not words[len(number) :][:1].isalnum()


def _plain(raw: str) -> str:
    """The words of a passage, whatever marks stand between them."""
    return fold(" ".join(raw[start:end] for start, end in words(raw)))


def _difference(desk: Desk, told: Told) -> Statement:
    drift = told.drift
    key = "drift.content_only" if drift.kind in ONLY else f"drift.{drift.kind}" if desk.has(f"drift.{drift.kind}") else "drift.other"
    if drift.kind is DriftKind.CONTENT_DIFFERS and not (drift.a_words and drift.b_words):
        key = "drift.negated"
    text = desk.say(key, **_values(desk, told))
    return Statement(section="drift", message=f"point.{key}", text=text, cites=tuple(told.cites), drift=drift.id)


def _values(desk: Desk, told: Told) -> dict[str, object]:
    """The values that the phrases of the kinds need."""
    drift = told.drift
    left, right = told.sides
    a, b = (desk.named(told.reports.get(side, ())) for side in told.sides)
    values: dict[str, object] = {"a": a, "b": b, "a_words": quoted(left[1], desk.language), "b_words": quoted(right[1], desk.language)}
    names = [_meant(desk, drift, span, words) for span, (_, words) in zip((drift.a, drift.b), told.sides, strict=True)]
    values |= {"a_name": names[0], "b_name": names[1], "name": names[0] or names[1]}
    here, there = (left, right) if left[1] else (right, left)
    with_, without = told.reports.get(here, []), told.reports.get(there, [])
    n = desk.others(with_[0]) if drift.kind not in ONLY and with_ else len(without)
    return values | {"with_": desk.named(with_), "without": desk.named(without), "words": quoted(here[1], desk.language), "n": n}


def _meant(desk: Desk, drift: Drift, passage: Span | None, words: str) -> str:
    """The name that a source stands for where its words are a pronoun or a short form."""
    if passage is None or drift.kind not in SOURCE:
        return ""
    spans = [e.span for e in drift.evidence if e.span.report == passage.report]
    name = next((desk.speakers[s.report, s.start] for s in spans if (s.report, s.start) in desk.speakers), "")
    return "" if fold(name) in fold(words) else desk.say("drift.name", name=name)


def _shared(desk: Desk, reuse: Reuse) -> Statement:
    a, b = desk.names[reuse.a], desk.names[reuse.b]
    known = "first" if reuse.direction is Direction.UNKNOWN and before(desk.reports[reuse.a], desk.reports[reuse.b]) else reuse.direction
    direction = desk.say(f"direction.{known}", a=a, b=b)
    key = "shared.copy" if reuse.kind is ReuseKind.COPY else "shared" if reuse.characters else "shared.reworded"
    text = desk.say(key, a=a, b=b, n=max(1, len(reuse.passages)), characters=reuse.characters, direction=direction)
    longest = max(reuse.passages, key=lambda p: (p.exact, p.a.end - p.a.start, -p.a.start), default=None)
    cites = (longest.a, longest.b) if longest else ()
    return Statement(section="drift", message=f"point.{key}", text=text, cites=cites)


def before(one: Report, other: Report) -> bool:
    """Whether one came out before another began to by times that can be compared: with a zone both, or both without.

    >>> from recoupe.ingest.objects import member
    >>> first, second = (member(b'{"text": "Bac, jour %d.", "published": "2031-05-0%d"}' % (n, n), "a") for n in (3, 4))
    >>> before(first, second), before(second, first)
    (True, False)
    """
    a, b = one.published, other.published
    if a is None or b is None or a.end is None or b.start is None or a.start == b.start:
        return False
    return zone(a.end) == zone(b.start) and a.end <= b.start


def _more(desk: Desk, key: str, n: int) -> Statement:
    return Statement(section="drift", message=f"point.{key}", text=desk.say(key, n=n))
