"""Turns: sentences that match, and of which one says the contrary, another act, office, day or place than the other.

Looked for only where the two differ in few words: a sentence that says more is another sentence, not a turn.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import equal, within
from recoupe.drift.precision import BREADTH
from recoupe.drift.versions import Version
from recoupe.drift.wording import Words, contrasts
from recoupe.model import DriftKind, Place, Precision, Quantity, Span, When
from recoupe.stage import remembered
from recoupe.text import fold, stem
from recoupe.text.words import words

ALIKE = 0.7
"""Share of words that two sentences must have in common, in their order."""

LONGEST = 120
"""Words of a sentence that is compared word by word."""

WEIGHT = 85

BESIDES = 2
"""Words besides its negation that a negated sentence may have more: "n'a pas encore été"."""

APART = frozenset(",;:.!?»–—")
"""What stands on both sides of a clause that can be left out."""

CLAUSE = 4
"""Words of a clause at least that one version has left out."""


class Change(NamedTuple):
    """Words that stand in the one sentence and not in the other, and what stands there; both as spans of the texts."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]


def turns(pair: Pair) -> Iterator[Found]:
    """What each two lines that match turn, and negated clauses that one of them has left out."""
    known = contrasts(pair.a.report.language)
    if known is None:
        return
    for i, j in pair.lines:
        if found := changes(pair, i, j):
            passages = pair.a.lines[i].span, pair.b.lines[j].span
            yield from _turned(pair, passages, found, known)
            yield from _left_out(pair.a, passages[0], [(change.a, change.b) for change in found], known)
            yield from (one.turned() for one in _left_out(pair.b, passages[1], [(change.b, change.a) for change in found], known))


def _left_out(version: Version, line: Span, changes: Sequence[tuple[Sequence[Span], Sequence[Span]]], known: Words) -> Iterator[Found]:
    """A negated clause between commas that the other version has not: "mais aucun n'est en danger"."""
    for mine, theirs in changes:
        if len(mine) < CLAUSE or theirs or not _negations(version, mine, known):
            continue
        whole = Span(report=line.report, start=mine[0].start, end=mine[-1].end)
        before, behind = (version.report.text[at : at + 2].strip() for at in (max(line.start, whole.start - 2), whole.end))
        if before[:1] in APART and behind[:1] in APART:
            yield Found(DriftKind.CONTENT_ONLY_IN_A, Side(line, (whole,)), Side(None), 50, "turns/clause")


def _turned(pair: Pair, passages: tuple[Span, Span], changes: Sequence[Change], known: Words) -> Iterator[Found]:
    for rule in (_negation, _roles, _fates, _opposites, _offices, _times, _places):
        for a, b in rule(pair, changes, known):
            yield Found(DriftKind.CONTENT_DIFFERS, Side(passages[0], a), Side(passages[1], b), WEIGHT, f"turns/{rule.__name__[1:]}")


Differing = Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]


def _negation(pair: Pair, changes: Sequence[Change], known: Words) -> Differing:
    """One is negated, and the other nowhere."""
    mine = _negations(pair.a, [span for change in changes for span in _kept(pair.a, change.a, change.b, known)], known)
    theirs = _negations(pair.b, [span for change in changes for span in _kept(pair.b, change.b, change.a, known)], known)
    if bool(mine) != bool(theirs):
        yield mine, theirs


def _kept(version: Version, spans: Sequence[Span], other: Sequence[Span], known: Words) -> Sequence[Span]:
    """`spans`, unless they are a clause that the other has not: what it denies nobody affirms there."""
    rest = sum(fold(version.words(s)) not in known.negation | known.negators for s in spans)
    return spans if rest <= len(other) + BESIDES else ()


def _negations(version: Version, spans: Sequence[Span], known: Words) -> tuple[Span, ...]:
    """The words that negate, among the words that only this version has: both halves of them."""
    found = [s for s in spans if fold(version.words(s)) in known.negation | known.negators]
    said = {fold(version.words(s)) for s in found}
    return tuple(_whole(version, s) for s in found) if said & known.negation and said & known.negators else ()


def _whole(version: Version, span: Span) -> Span:
    """A word with its apostrophe: "n'"."""
    elided = version.report.text[span.end : span.end + 1] in {"'", "’"}
    return Span(report=span.report, start=span.start, end=span.end + elided)


def _roles(pair: Pair, changes: Sequence[Change], _known: Words) -> Differing:
    """One number of people, who were killed in the one and only moved in the other."""
    for change in changes:
        for a in _counted(pair.a, change.a):
            for b in _counted(pair.b, change.b):
                if a.unit == b.unit and equal(a, b) and a.role != b.role and not (_as(pair.b, a) or _as(pair.a, b)):
                    yield (*change.a,), (*change.b,)
                    return


def _fates(pair: Pair, changes: Sequence[Change], known: Words) -> Differing:
    """Who was killed by the one version is out of action by the other: "mis hors de combat", "tués"."""
    for change in changes:
        for mine, theirs in ((change.a, change.b), (change.b, change.a)):
            version, other = (pair.a, pair.b) if mine is change.a else (pair.b, pair.a)
            vague, too = (bool(known.open_fates & {_stem(v, s) for s in spans}) for v, spans in ((version, mine), (other, theirs)))
            told = (q for q in _counted(other, theirs) if q.role is not None)
            if vague and theirs and not too and any(_numbered(version, mine, q) for q in told):
                yield _run(change.a), _run(change.b)
                return


def _numbered(version: Version, spans: Sequence[Span], quantity: Quantity) -> bool:
    """The line of the change gives the number of the same thing."""
    line = version.lines[version.line_at(spans[0].start)].span
    return any(q.unit == quantity.unit and equal(q, quantity) for q in within(version, line))


def _run(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Words in a row, as they stand."""
    return (Span(report=spans[0].report, start=spans[0].start, end=spans[-1].end),)


def _counted(version: Version, spans: Sequence[Span]) -> list[Quantity]:
    """Numbers with a role in the line of the change."""
    if not spans:
        return []
    line = version.lines[version.line_at(spans[0].start)].span
    return [q for q in within(version, line) if q.role is not None]


def _as(version: Version, quantity: Quantity) -> bool:
    return any((q.unit, q.role) == (quantity.unit, quantity.role) and equal(q, quantity) for q in version.reading.quantities)


def _opposites(pair: Pair, changes: Sequence[Change], known: Words) -> Differing:
    for change in changes:
        for a in change.a:
            for b in change.b:
                if frozenset((_stem(pair.a, a), _stem(pair.b, b))) in known.opposites:
                    yield (a,), (b,)


def _stem(version: Version, span: Span) -> str:
    return stem(version.words(span), version.report.language)


def _offices(pair: Pair, changes: Sequence[Change], known: Words) -> Differing:
    """One person, two offices."""
    nothing = frozenset[int]()
    for change in changes:
        for a in change.a:
            for b in change.b:
                one, other = (known.offices.get(fold(v.words(s)), nothing) for v, s in ((pair.a, a), (pair.b, b)))
                if one and other and one.isdisjoint(other):
                    yield (a,), (b,)


def _times(pair: Pair, changes: Sequence[Change], _known: Words) -> Differing:
    """Another day or hour in the same place, that the other version names nowhere."""
    for change in changes:
        a, b = (_whens(v, s) for v, s in ((pair.a, change.a), (pair.b, change.b)))
        if len(a) == len(b) == 1 and exclude(a[0], b[0]) and not _named(pair.b, a[0]) and not _named(pair.a, b[0]):
            yield tuple(w.span for w in a if w.span), tuple(w.span for w in b if w.span)


def _whens(version: Version, spans: Sequence[Span]) -> list[When]:
    fine = (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY)
    return [w for w in version.reading.whens if w.span is not None and w.precision in fine and _touches(w.span, spans)]


def exclude(a: When, b: When) -> bool:
    """Two days told in one way, or two hours."""
    (one, _, hour), (other, _, then) = a.value.partition("T"), b.value.partition("T")
    if one != other:
        shapes = ["".join("0" if c.isdigit() else c for c in day) for day in (one, other)]
        return shapes[0] == shapes[1]
    return hour != then and hour[:1].isdigit() and then[:1].isdigit()


def _named(version: Version, when: When) -> bool:
    return any(w.value.startswith(when.value) or when.value.startswith(w.value) for w in version.reading.whens)


def _places(pair: Pair, changes: Sequence[Change], _known: Words) -> Differing:
    """Another place in the same place, that the other version names nowhere."""
    for change in changes:
        a, b = (_located(v, s) for v, s in ((pair.a, change.a), (pair.b, change.b)))
        if (
            len(a) == len(b) == 1
            and BREADTH[a[0].precision] == BREADTH[b[0].precision]
            and not _has(pair.b, a[0])
            and not _has(pair.a, b[0])
        ):
            yield (a[0].span,), (b[0].span,)


def _located(version: Version, spans: Sequence[Span]) -> list[Place]:
    return [p for p in version.reading.places if p.name[:1].isupper() and _touches(p.span, spans)]


def _has(version: Version, place: Place) -> bool:
    return fold(place.name) in fold(version.report.text)


def _touches(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)


def changes(pair: Pair, i: int, j: int, least: float = ALIKE) -> list[Change]:
    """What differs between two lines, word by word; nothing where too much does: less than `least` is common."""
    left, right = _tokens(pair.a, i), _tokens(pair.b, j)
    if max(len(left), len(right)) > LONGEST:
        return []
    folded = [_folded(v.lines[n].text) for v, n in ((pair.a, i), (pair.b, j))]
    matcher = SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    if matcher.ratio() < least:
        return []
    return [Change(tuple(left[a:b]), tuple(right[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _tokens(version: Version, number: int) -> list[Span]:
    line = version.lines[number]
    return [Span(report=line.span.report, start=line.span.start + s, end=line.span.start + e) for s, e in _words(line.text)]


@remembered(8192)
def _words(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(words(text))


@remembered(8192)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(text[a:b]) for a, b in _words(text))
