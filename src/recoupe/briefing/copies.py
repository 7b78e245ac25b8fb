"""Numbers that a copy has otherwise than what it copies: a difference between versions, no revision by their source."""

from collections.abc import Iterator

from recoupe.briefing.desk import Desk
from recoupe.model import Agreement, Answer, Claim, Crosscheck, Direction, Drift, Span

COPIED = "copied"
"""Only a copy makes a second answer."""

KNOWN = frozenset({Direction.A_FROM_B, Direction.B_FROM_A})


def altered(desk: Desk, crosscheck: Crosscheck) -> dict[Answer, tuple[list[str], list[str]]]:
    """The answers that stand in copies alone where what they copy gives another: the copies and their originals."""
    found = {}
    for answer in crosscheck.answers:
        others = [c for a in crosscheck.answers if a is not answer for c in _claims(desk, a)]
        pairs = {pair for claim in _claims(desk, answer) for pair in _pairs(desk, claim, others)}
        copies = sorted({copy for copy, _ in pairs}, key=lambda r: desk.rank[r])
        if copies and set(copies) == {c.report for c in _claims(desk, answer)}:
            found[answer] = copies, sorted({original for _, original in pairs}, key=lambda r: desk.rank[r])
    return found


def verdict(desk: Desk, crosscheck: Crosscheck) -> str:
    """How the answers stand to each other, as a key of phrases."""
    left = len(crosscheck.answers) - len(altered(desk, crosscheck))
    copied = crosscheck.agreement is not Agreement.ACKNOWLEDGED and len(crosscheck.answers) > 1 and left == 1
    return COPIED if copied else str(crosscheck.agreement.value)


def _claims(desk: Desk, answer: Answer) -> list[Claim]:
    return [desk.claims[c] for c in answer.claims if c in desk.claims]


def _pairs(desk: Desk, claim: Claim, others: list[Claim]) -> Iterator[tuple[str, str]]:
    """The copy that holds `claim` and the original that holds one of `others` at the matching place."""
    for drift, copy, original in _differing(desk, claim.report):
        if _counts(claim, drift, copy) and any(_counts(other, drift, original) for other in others):
            yield copy.report, original.report


def _differing(desk: Desk, report: str) -> Iterator[tuple[Drift, Span, Span]]:
    """Differences of number between `report` and what it was copied from, by another outlet: an update of one's own is none."""
    for drift in desk.numbers.get(report, ()):
        original, copy = drift.a, drift.b
        if original is None or copy is None or copy.report != report or drift.direction not in KNOWN:
            continue
        outlets = [desk.reports[span.report].outlet for span in (original, copy)]
        if outlets[0] is None or outlets[0] != outlets[1]:
            yield drift, copy, original


def _counts(claim: Claim, drift: Drift, passage: Span) -> bool:
    """A number of `claim` is one of the words that differ in `passage`."""
    words = [e.span for e in drift.evidence if e.span.report == passage.report]
    return claim.report == passage.report and any(q.span.start < w.end and w.start < q.span.end for q in claim.quantities for w in words)
