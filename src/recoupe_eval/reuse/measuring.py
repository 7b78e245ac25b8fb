"""What the library finds in a corpus with planted reuse."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

import msgspec

from recoupe.engine.linking import Linker
from recoupe.engine.memory import MemoryState
from recoupe.model import Direction, Precision, Raw, Reading, ReadReport, Report, Reuse, ReuseKind, When
from recoupe.pipeline import PIPELINE
from recoupe.reuse import LINK, compare
from recoupe.reuse.direction import direction
from recoupe.reuse.tokens import Sketch
from recoupe_eval.reuse.pan import Shared
from recoupe_eval.reuse.planting import Corpus, Written

BATCH = 500
BETWEEN = 150
"""Characters on either side between two pieces that are shown of one passage: what was put in or left out."""

Pair = tuple[str, str]


class Found(msgspec.Struct, frozen=True):
    """Pairs with what they share; `compared` pairs and CPU `seconds` it took, timestamps known."""

    reuses: dict[Pair, Reuse]
    undated: dict[Pair, Direction]
    compared: int
    seconds: float


def read(written: Written) -> ReadReport:
    """A report of the corpus, not yet read: what is looked for takes only the text."""
    at = When(span=None, value=written.published, precision=Precision.INSTANT, start=written.published, end=written.published)
    raw = Raw(sha256="", locator="")
    report = Report(id=written.id, text=written.text, sha256="", language="fr", raw=raw, extractor="", outlet=written.outlet, published=at)
    return ReadReport(report=report, reading=Reading(report=written.id))


def find(corpus: Corpus) -> Found:
    """All that the library says two of the reports share."""
    records = {one.id: read(one) for one in corpus.reports}
    begun, tally = time.process_time(), Counter[str]()
    pairs = sorted(_candidates(list(records.values()), tally))
    seconds = time.process_time() - begun
    for one in sorted({one for pair in pairs for one in pair}):  # its time is another's: reading is done once for all stages
        records[one] = msgspec.structs.replace(records[one], reading=next(iter(PIPELINE.read.run(records[one].report))))
    begun = time.process_time()
    reuses = {(a, b): reuse for a, b in pairs if (reuse := compare(records[a], records[b]))}
    seconds += time.process_time() - begun
    undated = {
        (a, b): direction(_bare(records[a].report), _bare(records[b].report), reuse.characters)[0] for (a, b), reuse in reuses.items()
    }
    return Found(reuses, undated, tally["compared"], seconds)


def _bare(report: Report) -> Report:
    return msgspec.structs.replace(report, published=None)


def _candidates(records: list[ReadReport], tally: Counter[str]) -> Iterator[Pair]:
    """Pairs of reports that the link ties, those of one node included; `tally` counts the comparisons."""

    def score(a: Sketch, b: Sketch) -> int:
        tally["compared"] += 1
        return LINK.score(a, b)

    by_node: dict[str, list[str]] = defaultdict(list)
    for record in records:
        by_node[LINK.node(record)].append(record.report.id)
    state = MemoryState[Sketch](LINK)
    linker = Linker(replace(LINK, score=score), state)
    for start in range(0, len(records), BATCH):
        linker.add(records[start : start + BATCH])
    for node, ids in by_node.items():
        yield from combinations(sorted(ids), 2)
        for other in state.ties([node])[node]:
            yield from ((a, b) for a in ids for b in by_node[other] if a < b)


def passages(reuse: Reuse) -> list[Shared]:
    """The passages of a pair, as one reads them: pieces that follow each other on both sides are one."""
    joined: list[Shared] = []
    for piece in sorted(reuse.passages, key=lambda p: (p.a.start, p.b.start)):
        one = Shared((reuse.a, reuse.b), (piece.a.start, piece.a.end), (piece.b.start, piece.b.end))
        last = next((other for other in joined[::-1] if _follows(other, one)), None)
        if last is not None:
            joined[joined.index(last)] = Shared(one.pair, (last.a[0], one.a[1]), (last.b[0], one.b[1]))
        else:
            joined.append(one)
    return joined


def _follows(last: Shared, one: Shared) -> bool:
    return 0 <= one.a[0] - last.a[1] <= BETWEEN and 0 <= one.b[0] - last.b[1] <= BETWEEN


def near(found: Iterable[Reuse]) -> set[Pair]:
    """The pairs that are said to be copies or near copies."""
    return {(reuse.a, reuse.b) for reuse in found if reuse.kind in (ReuseKind.COPY, ReuseKind.NEAR_COPY)}


def jaccard(a: str, b: str) -> float:
    """Word triples that two texts have in common, of those that either has.

    >>> jaccard("un deux trois quatre", "Deux, trois, quatre !")
    0.5
    """
    first, second = ({*zip(w, w[1:], w[2:], strict=False)} for w in (_words(a), _words(b)))
    return len(first & second) / max(1, len(first | second))


def _words(text: str) -> list[str]:
    return [word for raw in text.lower().split() if (word := raw.strip(".,;:!?«»()'’…"))]
