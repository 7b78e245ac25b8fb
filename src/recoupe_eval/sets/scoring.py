"""What the library makes of public sets, by its public faces alone."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from recoupe.ledger import Ledger
from recoupe.model import Raw, Report
from recoupe.pipeline import PIPELINE
from recoupe_eval.rows import Row, clustered, row
from recoupe_eval.scores import ENOUGH, ENOUGH_OF_A_KIND, Counts, clusters, exact, overlapping
from recoupe_eval.sets.bare import bare
from recoupe_eval.sets.clough_stevenson import DEGREES
from recoupe_eval.sets.records import ClusteredText, RewrittenText, TimedText

Given = dict[str, str | None]
"""A report as a line of JSON gives it."""


def given(items: Iterable[ClusteredText]) -> dict[str, Given]:
    """Each item as a line of JSON gives it, by its id."""
    return {item.id: {"title": item.title, "text": item.text, "published": item.published} for item in items}


def taken(ledger: Ledger, lines: dict[str, Given], batch: str = "") -> dict[str, str]:
    """All of `lines` put into the ledger; the ids of the reports. Each has an address of its own, so equal texts stay apart; those of a
    further `batch` have others."""
    addresses = {f"https://sets.invalid/{batch}{number}": key for number, key in enumerate(lines)}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_bytes(b"".join(msgspec.json.encode({**lines[key], "url": url}) + b"\n" for url, key in addresses.items()))
        ledger.add([str(file)])
        return {addresses[report.url]: report.id for report in ledger.reports() if report.url in addresses}


def events(items: Sequence[ClusteredText]) -> Iterator[Row]:
    """Events and stories against the clusters of the set. A report that the ledger does not take stands alone."""
    gold = {item.id: item.cluster for item in items}
    with Ledger.open() as ledger:
        ids = taken(ledger, given(items))
        event = {report: one.id for one in ledger.events() for report in one.reports}
        story = {one: told.id for told in ledger.stories() for one in told.events}
    for layer, groups in (("events", event), ("stories", {report: story[one] for report, one in event.items()})):
        found = {key: groups.get(ids.get(key, ""), f"not taken: {key}") for key in gold}
        scored = clusters(found, gold)
        yield clustered(f"{layer} (B-cubed)", scored, len(gold), ENOUGH)
        yield row(f"{layer} (pairs)", [scored.pairs], ENOUGH)


def times(items: Sequence[TimedText]) -> Iterator[Row]:
    """Expressions of time as they are read, each text by itself and in French, both sides brought to the bare form of TimeML."""
    found = [[part for a, b in _whens(item.text) for part in bare(item.text, a, b)] for item in items]
    gold = [[part for span in item.spans for part in bare(item.text, span.start, span.end)] for item in items]
    both = list(zip(found, gold, strict=True))
    yield row("times (exact)", [exact(ours, theirs) for ours, theirs in both], ENOUGH)
    yield row("times (overlap)", [overlapping(ours, theirs) for ours, theirs in both], ENOUGH)
    for kind in sorted({span.kind for item in items for span in item.spans}):
        wanted = [[p for s in item.spans if s.kind == kind for p in bare(item.text, s.start, s.end)] for item in items]
        counts = [overlapping(ours, theirs) for ours, theirs in zip(found, wanted, strict=True)]
        yield row(f"times, {kind} (recall, overlap)", [Counts(hits=c.hits, misses=c.misses) for c in counts], ENOUGH_OF_A_KIND)


def _whens(text: str) -> list[tuple[int, int]]:
    report = Report(
        id="r-0", text=text, sha256=sha256(text.encode()).hexdigest(), language="fr", raw=Raw(sha256="", locator=""), extractor="set"
    )
    spans = [when.span for reading in PIPELINE.read.run(report) for when in reading.whens]
    return [(span.start, span.end) for span in spans if span is not None]


def reuse(items: Sequence[RewrittenText]) -> Iterator[Row]:
    """Reuse found between each text and what it may have been made from; then of each degree how much is found."""
    sources = {text: f"source {number}" for number, text in enumerate(dict.fromkeys(item.source for item in items))}
    with Ledger.open() as ledger:
        ids = taken(ledger, {**{key: {"text": text} for text, key in sources.items()}, **{item.id: {"text": item.text} for item in items}})
        pairs = {frozenset((one.a, one.b)) for one in ledger.reuse()}
    found = [(item.degree, frozenset((ids.get(item.id), ids.get(sources[item.source]))) in pairs) for item in items]
    yield row("reuse", [_counts(made=degree != "none", seen=seen) for degree, seen in found], ENOUGH_OF_A_KIND)
    right = [_counts(made=True, seen=seen == (degree != "none")) for degree, seen in found]
    yield row("accuracy (nothing is fitted to a task)", right, ENOUGH_OF_A_KIND)
    for degree in [name for name in DEGREES.values() if name != "none"]:
        counts = [_counts(made=True, seen=seen) for name, seen in found if name == degree]
        yield row(f"reuse, {degree} (recall)", counts, ENOUGH_OF_A_KIND)


def _counts(*, made: bool, seen: bool) -> Counts:
    return Counts(made and seen, seen and not made, made and not seen)
