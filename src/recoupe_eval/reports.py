"""Readings, attributions and claims of reports against their gold, layer by layer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from recoupe.ingest import ingest
from recoupe.model import Attribution, Bound, Claim, Place, Quantity, Reading, ReadReport, Report, Span, When
from recoupe.pipeline import PIPELINE
from recoupe.text import fold
from recoupe_eval import gold as golds
from recoupe_eval.gold import GoldAttribution, GoldClaim, GoldPlace, GoldQuantity, GoldReport, GoldTime, Words
from recoupe_eval.pairing import Stretch, jaccard, paired, shared
from recoupe_eval.rows import Row, row
from recoupe_eval.scores import ENOUGH, Counts

LITTLE, MUCH = 0.3, 0.8
"""Shares of a gold quotation that have to be covered: the asymmetric measures of the GenderGapTracker's evaluation."""


SPLITS = ("dev", "test")
OTHER = ("links.json", "crosschecks.json")
"""What stands beside the reports in a folder of gold."""


class Judged(msgspec.Struct, frozen=True):
    """One report with its gold and what the library made of it."""

    report: Report
    gold: GoldReport
    reading: Reading
    claims: tuple[Claim, ...]

    @property
    def relations(self) -> list[Attribution]:
        """The attribution relations of its claims, each once."""
        return list({c.attribution.id: c.attribution for c in self.claims if c.attribution is not None}.values())


def half(name: str) -> str:
    """Of which half a report is: `dev` may be read by those who write rules, `test` by nobody. By the hash of its name."""
    return "test" if int(sha256(name.encode()).hexdigest(), 16) % 2 else "dev"


def read(folder: Path, texts: Path) -> Iterator[Judged]:
    """Every gold of `folder`, in the order of names, with the report of that name in `texts`, put through the library.

    Raises:
        NothingGiven: a text is not there.
        ValueError: it is another than the one that was annotated.
    """
    for path in sorted(folder.glob("*.json")):
        if path.name not in OTHER:
            marked = golds.read(path)
            report = next((r for r in ingest([str(texts / f"{marked.report}.txt")]) if isinstance(r, Report)), None)
            if wrong := golds.stale(marked, report.text if report else ""):
                raise ValueError("; ".join(wrong))
            assert report is not None
            reading = next(iter(PIPELINE.read.run(report)))
            yield Judged(report, marked, reading, tuple(PIPELINE.claims.run(ReadReport(report=report, reading=reading))))


def score(judged: Sequence[Judged], split: str) -> Iterator[Row]:
    """The rows of all layers on one half, or on all reports where `split` names no half."""
    some = [one for one in judged if split not in SPLITS or half(one.gold.report) == split]
    for layer, count in LAYERS.items():
        yield row(f"{layer} ({split})", [count(one) for one in some], ENOUGH)


def _stretch(words: Words | None) -> list[Stretch]:
    return [(words.start, words.end)] if words else []


def _spans(spans: Iterable[Span | None]) -> list[Stretch]:
    return [(span.start, span.end) for span in spans if span is not None]


def _meeting(marked: Any, found: Any) -> float:
    """How much two things share of their words; exactly the same counts most."""
    return jaccard(_stretch(marked.words), _spans([found.span]))


def _counted(pairs: Iterable[tuple[Any, Any]], right: Callable[[Any, Any], bool]) -> Counts:
    """A pair that is right is a hit; one that is wrong is a miss and a false alarm."""
    total = Counts()
    for marked, found in pairs:
        hit = marked is not None and found is not None and right(marked, found)
        total += Counts(hit, found is not None and not hit, marked is not None and not hit)
    return total


def _quantities(judged: Judged) -> list[tuple[GoldQuantity | None, Quantity | None]]:
    return paired(judged.gold.quantities, judged.reading.quantities, _meeting)


def _same_number(marked: GoldQuantity, found: Quantity) -> bool:
    """Value, bound and unit; the limits too where the words set them."""
    limits = marked.bound in {Bound.ABOUT, Bound.INDEFINITE} or (marked.low, marked.high) == (found.low, found.high)
    return (marked.value, marked.bound) == (found.value, found.bound) and limits and fold(marked.unit) == fold(found.unit)


def _places(judged: Judged) -> list[tuple[GoldPlace | None, Place | None]]:
    return paired(judged.gold.places, judged.reading.places, _meeting)


def _times(judged: Judged) -> list[tuple[GoldTime | None, When | None]]:
    found = [when for when in judged.reading.whens if when.span is not None and not when.lasts]
    return paired(judged.gold.times, found, _meeting)


def _exact(marked: Any, found: Any) -> bool:
    return (marked.words.start, marked.words.end) == (found.span.start, found.span.end)


def _quotes(judged: Judged) -> Counts:
    """Direct quotations: what stands in quotation marks inside a content that is direct."""
    wanted = [w for a in judged.gold.attributions if a.form == "direct" for w in a.content]
    pairs = paired(wanted, judged.reading.quotes, lambda w, q: shared(_stretch(w), _spans([q])) / max(1, w.end - w.start))
    return _counted(((w, q) for w, q in pairs if w is not None), lambda w, q: True)  # noqa: ARG005 - what is quoted and no speech is no alarm


def _spoken(a: GoldAttribution) -> list[Stretch]:
    return [(w.start, w.end) for w in a.content]


def _relations(judged: Judged) -> list[tuple[GoldAttribution | None, Attribution | None]]:
    """Relations paired by cue, else by content; two relations often share a content (nested ones)."""

    def likeness(a: GoldAttribution, f: Attribution) -> float:
        cue = jaccard(_stretch(a.cue), _spans([f.cue]))
        content = jaccard(_spoken(a), _spans(f.content))
        return content + cue if content > 0 or cue > 0 else 0.0

    return paired([a for a in judged.gold.attributions if a.content], judged.relations, likeness)


def _covered(least: float) -> Callable[[GoldAttribution, Attribution], bool]:
    def right(a: GoldAttribution, f: Attribution) -> bool:
        spoken = _spoken(a)
        return shared(spoken, _spans(f.content)) >= least * sum(end - start for start, end in spoken)

    return right


def _same_cue(a: GoldAttribution, f: Attribution) -> bool:
    return _stretch(a.cue) == _spans([f.cue]) or (a.cue is None and f.rule.endswith(("carried", "signed")))


def _same_source(a: GoldAttribution, f: Attribution) -> bool:
    return _stretch(a.source) == _spans(f.source)


def _same_content(a: GoldAttribution, f: Attribution) -> bool:
    return _spans(f.content) in (_spoken(a), [(w.start, w.end) for w in a.max])


def _speaker(a: GoldAttribution, f: Attribution) -> bool:
    """The source shares a character with the one marked, or the actor has the same name."""
    return shared(_stretch(a.source), _spans(f.source)) > 0 or _named(a.actor, f) or (not a.source and not f.source)


def _named(actor: str | None, found: Attribution) -> bool:
    """Whether one of two names holds the other, articles and accents apart."""
    if actor is None or found.actor is None:
        return False
    x, y = (set(fold(name).replace("'", " ").replace("-", " ").split()) for name in (actor, found.actor.name))
    return bool(x and y) and (x <= y or y <= x)


def _matched(pairs: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [(g, f) for g, f in pairs if g is not None and f is not None]


def _claims(judged: Judged) -> list[tuple[GoldClaim | None, Claim | None]]:
    """Claims paired by their quantity, else by their words."""
    quantity = {q.key: q.words for q in judged.gold.quantities}

    def likeness(g: GoldClaim, f: Claim) -> float:
        counted, counts = g.quantity is not None, bool(f.quantities)
        if counted != counts:
            return 0.0
        words = jaccard(_stretch(g.words), _spans([f.span]))
        return jaccard(_stretch(quantity[g.quantity]), _spans([f.quantities[0].span])) * 2 + words if g.quantity and f.quantities else words

    def paired_ones(kept: Callable[[Any], bool], other: Callable[[Any], bool]) -> list[tuple[GoldClaim | None, Claim | None]]:
        return paired([g for g in judged.gold.claims if kept(g)], [f for f in judged.claims if other(f)], likeness)

    counts = [
        (g, f) if g is None or f is None or jaccard(_stretch(quantity[g.quantity or ""]), _spans([f.quantities[0].span])) > 0 else (g, None)
        for g, f in paired_ones(lambda g: g.quantity is not None, lambda f: bool(f.quantities))
    ]
    return counts + paired_ones(lambda g: g.quantity is None, lambda f: not f.quantities)


def matched(judged: Judged) -> list[tuple[GoldClaim, Claim]]:
    """The claims of a report that the gold has, too."""
    return _matched(_claims(judged))


def _fields(judged: Judged) -> dict[str, Callable[[GoldClaim, Claim], bool]]:
    """What has to be right in a claim. How far a place or a time may be inherited is open between careful readers: only those that the
    clause's own sentence gives are judged."""
    said = {a.key: a for a in judged.gold.attributions}
    values = [(t.words, t.value) for t in judged.gold.times]

    def place(g: GoldClaim, f: Claim) -> bool:
        if g.place is None or "place" in g.inherited:
            return True
        start, end = g.place.start, g.place.end
        name = fold(judged.report.text[start:end])
        return any((p.span.start < end and start < p.span.end) or fold(p.name) == name for p in f.places)

    def day(g: GoldClaim, f: Claim) -> bool:
        if g.time is None or "time" in g.inherited:
            return True
        wanted = next((value for words, value in values if words.meets(g.time.start, g.time.end)), None)
        return f.when is not None and wanted is not None and f.when.value[:10] == wanted[:10]

    def source(g: GoldClaim, f: Claim) -> bool:
        a = said.get(g.attribution or "")
        if a is None or f.attribution is None:
            return a is None and (f.attribution is None or not f.attribution.source)
        return _speaker(a, f.attribution)

    return {
        "event type": lambda g, f: g.type == f.type,
        "place": place,
        "day": day,
        "source": source,
        "modality": lambda g, f: g.modality == f.modality,
        "polarity": lambda g, f: g.polarity == f.polarity,
    }


def _number(judged: Judged) -> Callable[[GoldClaim, Claim], bool]:
    known = {q.key: q for q in judged.gold.quantities}
    return lambda g, f: g.quantity is None or (bool(f.quantities) and _same_number(known[g.quantity], f.quantities[0]))


def _whole(judged: Judged) -> Callable[[GoldClaim, Claim], bool]:
    rules = [*_fields(judged).values(), _number(judged)]
    return lambda g, f: all(rule(g, f) for rule in rules)


def judgements(judged: Judged) -> Iterator[tuple[float, bool]]:
    """The confidence of each claim found, and whether it is right as a whole."""
    right = _whole(judged)
    return ((f.confidence, g is not None and right(g, f)) for g, f in _claims(judged) if f is not None)


OWN: dict[str, Callable[[GoldClaim], bool]] = {
    "place": lambda g: g.place is not None and "place" not in g.inherited,
    "day": lambda g: g.time is not None and "time" not in g.inherited,
}


def _field(name: str) -> Callable[[Judged], Counts]:
    """A field of the claims found; of places and times those that stand in the sentence."""
    own = OWN.get(name)
    return lambda j: _counted([(g, f) for g, f in _matched(_claims(j)) if own is None or own(g)], _fields(j)[name])


LAYERS: dict[str, Callable[[Judged], Counts]] = {
    "quantity: found": lambda j: _counted(_quantities(j), lambda g, f: True),  # noqa: ARG005
    "quantity: value, bound and unit": lambda j: _counted(_quantities(j), _same_number),
    "quantity: that and role": lambda j: _counted(_quantities(j), lambda g, f: _same_number(g, f) and g.role == f.role),
    "place: found": lambda j: _counted(_places(j), lambda g, f: True),  # noqa: ARG005
    "place: exact words": lambda j: _counted(_places(j), _exact),
    "place: country, of those found": lambda j: _counted(_matched(_places(j)), lambda g, f: g.country == f.country),
    "time: found": lambda j: _counted(_times(j), lambda g, f: True),  # noqa: ARG005
    "time: value": lambda j: _counted(_times(j), lambda g, f: g.value == f.value),
    "quotation: found (recall)": _quotes,
    "attribution: content @0.3": lambda j: _counted(_relations(j), _covered(LITTLE)),
    "attribution: content @0.8": lambda j: _counted(_relations(j), _covered(MUCH)),
    "attribution: content exact": lambda j: _counted(_relations(j), _same_content),
    "attribution: cue exact": lambda j: _counted(_relations(j), _same_cue),
    "attribution: source exact": lambda j: _counted(_relations(j), _same_source),
    "attribution: speaker, of those found": lambda j: _counted(_matched(_relations(j)), _speaker),
    "attribution: channel": lambda j: _counted(
        ((g, f) for g, f in _matched(_relations(j)) if g.channel or f.channel),
        lambda g, f: f.channel is not None and g.channel == f.channel.kind,
    ),
    "claim: found": lambda j: _counted(_claims(j), lambda g, f: True),  # noqa: ARG005
    **{f"claim: {name}, of those found": _field(name) for name in ("event type", "place", "day", "source", "modality")},
    "claim: all right, of those found": lambda j: _counted(_matched(_claims(j)), _whole(j)),
    "claim: found and all right": lambda j: _counted(_claims(j), _whole(j)),
}
"""How each layer is counted in one report."""
