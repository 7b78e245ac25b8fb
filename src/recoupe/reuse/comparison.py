"""Two reports, compared: how much they share, which passages, and who took it from whom."""

from collections.abc import Iterable, Iterator
from itertools import compress

from recoupe.model import Direction, EditionCause, Evidence, Passage, ReadReport, Report, Reuse, ReuseKind, Span, identify
from recoupe.reuse.chains import Chain, chains, covered
from recoupe.reuse.details import matched, wording
from recoupe.reuse.direction import PHRASE, direction
from recoupe.reuse.forms import one_form
from recoupe.reuse.passages import passages
from recoupe.reuse.stock import closing_lines
from recoupe.reuse.tokens import Sketch, Tokens, tokens
from recoupe.reuse.weighing import telling
from recoupe.stage import remembered

REWORDED = 0.6
"""Weighted share of common words (Dice) from which a sentence of two texts with a common passage is the same one, reworded. (Passages
marked by hand in 88 pairs: precision .91 before, .89 with .6, .82 with .5; recall .58, .65, .72.)"""

NEAR, TRIPLE = 0.5, 3
"""Jaccard of word triples from which a text is a near copy."""

FORM = "reuse/form"
"""The rule of passages that are a form filled in on two days; the two are two origins."""


def score(a: Sketch, b: Sketch) -> int:
    """Words in common passages by 1000 words of the shorter text; at least 1 where there is any passage."""
    return _share(a, b, chains(a, b))


def compare(a: ReadReport, b: ReadReport) -> Reuse | None:
    """What two reports have in common; None where it is nothing, or where they are one edition twice extracted.

    The same record whichever comes first.
    """
    if a.report.id > b.report.id:
        return compare(b, a)
    if a.report.id == b.report.id or same_edition(a.report, b.report):
        return None
    x, y = tokens(a), tokens(b)
    shared = chains(x.sketch, y.sketch)
    if (
        x.sketch.packed != y.sketch.packed
        and _share(x.sketch, y.sketch, shared) < 1000 * NEAR
        and _lines_alone(shared, a.report, b.report, x, y)
    ):
        return None  # as most pairs of one outlet: nothing to weigh
    shared = telling(shared, a, b)
    share = _share(x.sketch, y.sketch, shared)
    kind = _kind(x, y, share)
    form = kind is not ReuseKind.COPY and one_form(shared, a.report, b.report, x, y)
    kind = ReuseKind.PARTIAL if form else kind
    ids = (a.report.id, b.report.id)
    found = tuple(sorted((p for chain in shared for p in passages(chain, x, y, ids)), key=lambda p: (p.a, p.b)))
    if kind is ReuseKind.COPY and not found:
        found = (_whole(a.report, b.report),)  # too short for a passage, and still the same words
    exact = [p for p in found if p.exact]
    if not found or (kind is ReuseKind.PARTIAL and _of_one_house(a.report, b.report, [p.a for p in exact], [p.b for p in exact])):
        return None
    if kind is ReuseKind.PARTIAL:
        found = tuple(sorted((*found, *_reworded(a, b, found)), key=lambda p: (p.a, p.b)))
    longest = max((p.a.end - p.a.start for p in found if p.exact), default=0)
    way, why = direction(a.report, b.report, longest)
    return Reuse(
        id=identify("u", *ids),
        a=ids[0],
        b=ids[1],
        kind=kind,
        score=1000 if kind is ReuseKind.COPY else share,
        characters=longest,
        direction=way,
        passages=found,
        evidence=(_longest(a.report, FORM if form else f"reuse/{kind}", found), *(why if way is not Direction.UNKNOWN else ())),
    )


def same_edition(a: Report, b: Report) -> bool:
    """True for two extractions of one published text."""
    roots = {a.edition_of or a.id, b.edition_of or b.id}
    return len(roots) == 1 and EditionCause.EXTRACTION in {a.edition_cause, b.edition_cause}


def _of_one_house(a: Report, b: Report, ours: list[Span], theirs: list[Span]) -> bool:
    """Whether two reports of one outlet have nothing in common but their last lines: the outlet's own, which no list has."""
    return bool(a.outlet) and a.outlet == b.outlet and _closes(ours, a) and _closes(theirs, b)


def _lines_alone(shared: Iterable[Chain], a: Report, b: Report, x: Tokens, y: Tokens) -> bool:
    """The same of all common runs, before they are weighed."""
    if a.outlet != b.outlet:
        return False
    blocks = [block for chain in shared for block in chain]
    ours = [Span(report=a.id, start=x.starts[at.a], end=x.ends[at.a + at.size - 1]) for at in blocks]
    theirs = [Span(report=b.id, start=y.starts[at.b], end=y.ends[at.b + at.size - 1]) for at in blocks]
    return _of_one_house(a, b, ours, theirs)


def _closes(spans: list[Span], of: Report) -> bool:
    """Whether a last line is among the spans, most of it, and outside the last lines no more than a phrase.

    An outlet's own line comes again as a whole: of a long last paragraph that only begins alike, a sentence was taken over.
    """
    lines = closing_lines(of.text)
    opened = any(s.start <= start < s.end and 2 * _held(spans, start, end) >= end - start for s in spans for start, end in lines)
    return opened and _held(spans, 0, lines[0][0]) < PHRASE


def _held(spans: list[Span], start: int, end: int) -> int:
    """The characters of a stretch that are in the spans."""
    return sum(max(0, min(s.end, end) - max(s.start, start)) for s in spans)


def _reworded(a: ReadReport, b: ReadReport, found: tuple[Passage, ...]) -> Iterator[Passage]:
    """Sentences outside the passages that one of the two says otherwise."""
    for ours, theirs in matched(wording(a), wording(b), REWORDED):
        x, y = (Span(report=read.report.id, start=at[0], end=at[1]) for read, at in ((a, ours), (b, theirs)))
        if not any(_meet(x, p.a) or _meet(y, p.b) for p in found):
            yield Passage(a=x, b=y, exact=False)


def _meet(x: Span, y: Span) -> bool:
    return x.start < y.end and y.start < x.end


def _share(x: Sketch, y: Sketch, shared: tuple[Chain, ...]) -> int:
    return min(1000, -(-1000 * covered(shared) // min(x.words, y.words))) if shared else 0


def _kind(x: Tokens, y: Tokens, share: int) -> ReuseKind:
    if x.sketch.packed == y.sketch.packed and x.sketch.words:
        return ReuseKind.COPY
    if share < 1000 * NEAR:
        return ReuseKind.PARTIAL  # the same triples in another order
    first, second = _triples(x.sketch), _triples(y.sketch)
    both, either = len(first & second), len(first | second)
    return ReuseKind.NEAR_COPY if both >= NEAR * either else ReuseKind.PARTIAL


@remembered(512)
def _triples(of: Sketch) -> set[int]:
    return {*compress(of.runs(TRIPLE), of.telling(TRIPLE, 0))}


def _whole(a: Report, b: Report) -> Passage:
    """Both texts, white space around them left out."""
    x, y = (Span(report=r.id, start=len(r.text) - len(r.text.lstrip()), end=len(r.text.rstrip())) for r in (a, b))
    return Passage(a=x, b=y, exact=a.text[x.start : x.end] == b.text[y.start : y.end])


def _longest(a: Report, rule: str, found: tuple[Passage, ...]) -> Evidence:
    """The longest passage, as it stands in `a`, exact ones first."""
    best = max(found, key=lambda p: (p.exact, p.a.end - p.a.start, -p.a.start))
    return Evidence(field="kind", rule=rule, span=best.a, words=a.text[best.a.start : best.a.end])
