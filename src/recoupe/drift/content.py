"""Content that only one version has: numbers that the other lacks altogether, rumours, accusations, and words that take something back.

Few, and only where the two tell one text.
"""

from collections.abc import Container, Iterator, Sequence

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import compatible, equal, told, within
from recoupe.drift.versions import NUMBER, Version
from recoupe.drift.wording import contrasts
from recoupe.model import ActorKind, Claim, DriftKind, Modality, Quantity, Span
from recoupe.text import fold, stem
from recoupe.text.words import words

MOST = 3
"""So many per side: the first ones, as news puts what matters first."""


NEXT = 25
"""Characters between a clause and whoever says it: ", a annoncé "."""

ABSENT = 0.3
"""A sentence is not in the other version where none of its sentences has so much of it."""

TELLS, FEW = 3, 0.2
"""Words that a sentence must have to be looked for; so many words in common are telling at less than that."""

NEAR = 3
"""Words before a verb in which its negation stands: "pas pu être vérifié"."""

DOUBTED = frozenset({Modality.HEARSAY, Modality.ACCUSATION})


def doubts(pair: Pair) -> Iterator[Found]:
    """Sentences of one version alone that rest on rumour or blame, or say that something is denied or not confirmed."""
    yield from _doubts_of_a(pair)
    yield from (found.turned() for found in _doubts_of_a(pair.turned()))


def _doubts_of_a(pair: Pair) -> Iterator[Found]:
    aligned, left = {i for i, _ in pair.lines}, MOST
    for number, line in enumerate(pair.a.lines):
        found = _doubtful(pair.a, number) if left and number not in aligned else ()
        if found and len(pair.a.telling[number]) >= TELLS and not _had(pair, number):
            left -= 1
            yield Found(DriftKind.CONTENT_ONLY_IN_A, Side(line.span, found), Side(None), 50, "content/doubt")


def _doubtful(version: Version, number: int) -> tuple[Span, ...]:
    """The words by which a sentence is one that its readers should not be without, or should not have from a copy alone."""
    for claim in version.by_line[number]:
        said = claim.attribution
        unnamed = said is not None and said.actor is not None and said.actor.kind is ActorKind.UNNAMED and bool(said.source)
        if claim.modality in DOUBTED or unnamed:
            return (claim.span,)
    return _taken_back(version, number)


def _taken_back(version: Version, number: int) -> tuple[Span, ...]:
    """The sentence, where it has "dément", or "confirmé" with "pas": the verb alone does not say what is taken back."""
    known, line = contrasts(version.report.language), version.lines[number]
    if known is None or line.bag.isdisjoint(known.denials | known.checks):
        return ()
    spans = [Span(report=line.span.report, start=line.span.start + s, end=line.span.start + e) for s, e in words(line.text)]
    for place, span in enumerate(spans):
        found = stem(version.words(span), version.report.language)
        before = {fold(version.words(s)) for s in spans[max(0, place - NEAR) : place]}
        if found in known.denials or (found in known.checks and before & known.negators):
            return (line.span,)
    return ()


def cuts(pair: Pair) -> Iterator[Found]:
    """Voices that a copy left out of a sentence, or that one of the two put in: "7 500 selon la police, 20 000 selon la CGT"."""
    yield from _cut(pair)
    yield from (found.turned() for found in _cut(pair.turned()))


def _cut(pair: Pair) -> Iterator[Found]:
    for i, j in pair.lines:
        line = pair.a.lines[i].span
        for claim in pair.a.by_line[i]:
            if claim.attribution is not None and claim.attribution.source and _fewer(pair, claim, i, j):
                yield Found(DriftKind.CONTENT_ONLY_IN_A, Side(line, (_with_source(claim, line),)), Side(None), 45, "content/cut")


def _with_source(claim: Claim, line: Span) -> Span:
    """The clause with whoever says it, where he stands behind it: "20 000 selon la CGT"."""
    source = claim.attribution.source if claim.attribution is not None else ()
    ends = [span.end for span in source if claim.span.end <= span.start <= claim.span.end + NEXT and span.end <= line.end]
    return Span(report=line.report, start=claim.span.start, end=max([claim.span.end, *ends]))


def _fewer(pair: Pair, claim: Claim, i: int, j: int) -> bool:
    """The other's sentence has fewer numbers of the same, or one that this text has elsewhere, and none of the claim's is anywhere in its
    text."""
    mine, theirs = within(pair.a, pair.a.lines[i].span), within(pair.b, pair.b.lines[j].span)
    return bool(claim.quantities) and all(
        not any(equal(q, other) or q.value in (other.low, other.high) for other in pair.b.reading.quantities)
        and (len(_alike(theirs, q)) < len(_alike(mine, q)) or _all_had(_alike(theirs, q), _alike(pair.a.reading.quantities, q)))
        for q in claim.quantities
    )


def _alike(among: Sequence[Quantity], quantity: Quantity) -> list[Quantity]:
    return [q for q in among if q.unit == quantity.unit and q.role == quantity.role]


def _all_had(these: Sequence[Quantity], among: Sequence[Quantity]) -> bool:
    return bool(these) and all(any(equal(q, other) for other in among) for q in these)


def _had(pair: Pair, number: int) -> bool:
    """A sentence of the other version has enough of this one, or one of its numbers with a word beside it."""
    mine = pair.a.telling[number]
    whole = pair.versions.telling(mine)
    common = [mine & other for other in pair.b.telling if not mine.isdisjoint(other)]
    numbered = any(len(both) > 1 and any(s[0] == NUMBER for s in both) for both in common)
    return numbered or any(pair.versions.telling(both) >= (FEW if len(both) >= TELLS else ABSENT) * whole for both in common)


def content(pair: Pair) -> Iterator[Found]:
    """Claims with a number of something that the other version does not count."""
    yield from _only_in_a(pair)
    yield from (found.turned() for found in _only_in_a(pair.turned()))


def _only_in_a(pair: Pair) -> Iterator[Found]:
    known, left, matched = set[tuple[str, str | None]](), MOST, {i for i, _ in pair.lines}
    for claim in pair.a.claims:
        for quantity in claim.quantities:
            key = quantity.unit, quantity.role
            if left and key not in known and not (_counted(pair.b, quantity) or _titled(pair, quantity)):
                known.add(key)
                left -= 1
                weight = 30 if claim.attribution else 45
                yield Found(DriftKind.CONTENT_ONLY_IN_A, _side(pair.a, claim, quantity, matched), Side(None), weight, "content/number")


def _side(version: Version, claim: Claim, quantity: Quantity, matched: Container[int]) -> Side:
    """The clause: a number alone does not say what the other version lacks. The number where the other has a line for the clause."""
    number = version.line_at(claim.span.start)
    whole = number not in matched and claim.span.start <= quantity.span.start and quantity.span.end <= claim.span.end
    return Side(version.lines[number].span, (claim.span if whole else told(quantity),))


def _titled(pair: Pair, quantity: Quantity) -> bool:
    """Both titles count it, by whatever words: another number there is told as one."""
    return pair.a.titles(quantity.span) and any(q.unit == quantity.unit and pair.b.titles(q.span) for q in pair.b.reading.quantities)


def _counted(version: Version, quantity: Quantity) -> bool:
    """The other version counts the same thing, or has this very number of something."""
    return any(
        (q.unit, q.role) == (quantity.unit, quantity.role) or (q.value == quantity.value and compatible(q, quantity))
        for q in version.reading.quantities
    )
