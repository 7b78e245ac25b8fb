"""A dossier of examples put through a ledger, and what came of it against its gold."""

from collections.abc import Iterator
from pathlib import Path

from recoupe.ledger import Ledger
from recoupe.model import Direction, Drift, Reuse, Span
from recoupe_eval.links import Difference, Links, Place, number
from recoupe_eval.reuse.measuring import passages
from recoupe_eval.reuse.pan import Covered, Shared, covered, overall
from recoupe_eval.rows import Row, clustered, row
from recoupe_eval.scores import ENOUGH, ENOUGH_OF_A_KIND, Counts, clusters, resampled

TURNED = {Direction.A_FROM_B: "b_from_a", Direction.B_FROM_A: "a_from_b"}
MIRRORED = (
    frozenset(("hedge_missing", "hedge_added")),
    frozenset(("precision_lost", "precision_added")),
    frozenset(("quote_unmatched", "quote_reworded")),  # gold has one word for both: no equivalent in the other version
    frozenset(("content_only_in_a", "content_only_in_b")),
)
REPORTED = ("copy", "near_copy", "partial")


class Result:
    """What a ledger made of the texts of one dossier; reports by their numbers."""

    def __init__(self, root: Path, gold: Links) -> None:
        with Ledger.open() as ledger:
            ledger.add([str(root / gold.texts)])
            self.names = {report.id: number(report) for report in ledger.reports()}
            self.texts = {self.names[report.id]: report.text for report in ledger.reports()}
            self.events = {self.names[report]: event.id for event in ledger.events() for report in event.reports}
            stories = {event: story.id for story in ledger.stories() for event in story.events}
            self.stories = {report: stories[event] for report, event in self.events.items()}
            self.reuse = {frozenset((self.names[r.a], self.names[r.b])): r for r in ledger.reuse()}
            self.drift = ledger.drift()


def score(results: list[tuple[Links, Result]]) -> Iterator[Row]:
    """The rows of the linking layers over all dossiers."""
    for kinds, name in ((REPORTED, "reuse: copies and passages"), (("rewrite",), "reuse: rewrites")):
        yield row(name, [count for gold, result in results for count in _pairs(gold, result, kinds)], ENOUGH_OF_A_KIND)
    yield _passages([one for gold, result in results for one in _marked(gold, result)])
    yield row("reuse: direction, where one is given", [c for gold, result in results for c in _directions(gold, result)], ENOUGH_OF_A_KIND)
    for name in ("events", "stories"):
        wanted = {f"{g.texts} {n}": f"{g.texts} {key}" for g, _ in results for key, group in getattr(g, name).items() for n in group}
        found = {f"{g.texts} {n}": key for g, result in results for n, key in getattr(result, name).items()}
        compared = clusters(found, wanted)
        yield clustered(f"{name} (B-cubed)", compared, len(wanted), ENOUGH)
        yield row(f"{name} (pairs)", [compared.pairs], ENOUGH)
    yield row("differences found (recall)", [_missed(d, result) for gold, result in results for d in gold.drift], ENOUGH_OF_A_KIND)


def _pairs(gold: Links, result: Result, kinds: tuple[str, ...]) -> Iterator[Counts]:
    """Pairs of one kind found; a pair that gold does not list at all is an alarm where the two are of different stories."""
    for pair in gold.reuse:
        if pair.kind in kinds:
            found = frozenset((pair.a, pair.b)) in result.reuse
            yield Counts(hits=found, misses=not found)
    story = {n: key for key, group in gold.stories.items() for n in group}
    listed = {frozenset((pair.a, pair.b)) for pair in gold.reuse}
    yield Counts(alarms=sum(len({story.get(n, n) for n in pair}) > 1 for pair in result.reuse.keys() - listed))


def _marked(gold: Links, result: Result) -> Iterator[Covered]:
    """How far the passages of each pair whose passages are marked were found."""
    for pair in gold.reuse:
        if pair.passages:
            reuse, names = result.reuse.get(frozenset((pair.a, pair.b))), (pair.a, pair.b)
            turned = reuse is not None and result.names[reuse.a] != pair.a
            found = [Shared(names, *((p.b, p.a) if turned else (p.a, p.b))) for p in (passages(reuse) if reuse is not None else ())]
            yield covered(found, [Shared(names, p.a, p.b) for p in pair.passages])


def _passages(pairs: list[Covered]) -> Row:
    """Characters of passages, each passage weighing the same; plagdet stands where F1 stands, its interval drawn by pair."""
    whole, (low, high) = overall(pairs), resampled(pairs, lambda drawn: overall(drawn).plagdet)
    return Row(
        "reuse: characters of passages (plagdet)",
        whole.precision,
        whole.recall,
        whole.plagdet,
        low,
        high,
        sum(len(p.recall) for p in pairs),
        ENOUGH,
    )


def _directions(gold: Links, result: Result) -> Iterator[Counts]:
    """Of the pairs found with a direction, how many go the right way; unknown is an abstention: a miss, no alarm."""
    for pair in gold.reuse:
        reuse = result.reuse.get(frozenset((pair.a, pair.b)))
        if reuse is not None and pair.direction != "unknown":
            said = _said(reuse, result, pair.a)
            yield Counts(said == pair.direction, said not in (pair.direction, "unknown"), said != pair.direction)


def _said(reuse: Reuse, result: Result, first: str) -> str:
    return str(reuse.direction) if result.names[reuse.a] == first else TURNED.get(reuse.direction, str(reuse.direction))


def _missed(wanted: Difference, result: Result) -> Counts:
    """Whether a drift of that kind (or of its mirror image) shows both passages. What is found beside the gold is not counted: gold
    lists what was put into the texts, not all that differs."""
    found = any(_shows(drift, wanted, result) for drift in result.drift)
    return Counts(hits=found, misses=not found)


def _shows(drift: Drift, wanted: Difference, result: Result) -> bool:
    spans = [span for span in (drift.a, drift.b) if span is not None]
    places = [place for place in (wanted.a, wanted.b) if place.words is not None]
    return _kin(drift.kind, wanted.kind) and all(any(_meets(span, place, result) for span in spans) for place in places)


def _kin(found: str, wanted: str) -> bool:
    """The same kind, seen from either side."""
    return found == wanted or any({found, wanted} <= kinds for kinds in MIRRORED)


def _meets(span: Span, place: Place, result: Result) -> bool:
    return (
        result.names[span.report] == place.report
        and place.start is not None
        and place.end is not None
        and span.start < place.end
        and place.start < span.end
    )
