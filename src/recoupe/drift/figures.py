"""Figures: in sentences that are otherwise nearly the same, another figure in the place of one, whatever it counts: ages, parts, scores."""

from collections.abc import Iterator

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import opposed, within
from recoupe.drift.turns import changes
from recoupe.drift.versions import THOUSANDS, Version
from recoupe.model import DriftKind, Span
from recoupe.stage import remembered
from recoupe.text import fold, plain
from recoupe.text.words import words

ALIKE = 0.5
"""Share of words that two sentences must have in common, in their order."""

WORDS, NEARBY = 2, 60
"""So many words after both figures are the same; they stand in so many characters."""

FIGURES = "0123456789., \u00a0\u202f\u2009"
"""What a figure is made of."""


def figures(pair: Pair) -> Iterator[Found]:
    """Figures put for others in the lines that match, that are not compared as numbers of one thing."""
    for i, j in pair.lines:
        mine, theirs = values(pair.a.lines[i].text), values(pair.b.lines[j].text)
        if not (mine <= theirs or theirs <= mine):
            yield from _replaced(pair, i, j, (mine, theirs))


def _replaced(pair: Pair, i: int, j: int, given: tuple[frozenset[str], frozenset[str]]) -> Iterator[Found]:
    """Figures of one line in whose place the other has one that is `given` in that line alone."""
    left, right = pair.a.lines[i].span, pair.b.lines[j].span
    counted = list(opposed(within(pair.a, left), within(pair.b, right)))
    for change in changes(pair, i, j, ALIKE):
        a, b = _figure(pair.a, change.a), _figure(pair.b, change.b)
        if a is None or b is None or _behind(pair.a, a) != _behind(pair.b, b):
            continue
        elsewhere = values(pair.a.words(a)) & given[1] or values(pair.b.words(b)) & given[0]
        if not elsewhere and not any(_covers(x.span, a) and _covers(y.span, b) for x, y in counted):
            yield Found(DriftKind.NUMBER_DIFFERS, Side(left, (a,)), Side(right, (b,)), 80, "number/figure")


def _figure(version: Version, found: tuple[Span, ...]) -> Span | None:
    """One figure, its thousands parted or not, that is no time of day, no date and no part of a name ("A320")."""
    if not found:
        return None
    whole = Span(report=found[0].report, start=found[0].start, end=found[-1].end)
    timed = any(w.span is not None and w.span.start < whole.end and whole.start < w.span.end for w in version.reading.whens)
    in_word = any(
        c.isalpha() for c in version.report.text[max(0, whole.start - 1) : whole.start] + version.report.text[whole.end : whole.end + 1]
    )
    if timed or in_word or len(values(version.words(whole))) != 1:
        return None
    return whole if not version.words(whole).strip(FIGURES) else None


def _behind(version: Version, figure: Span) -> list[str]:
    """The words after a figure."""
    behind = version.report.text[figure.end : figure.end + NEARBY]
    return [fold(behind[a:b]) for a, b in words(behind)[:WORDS]]


@remembered(8192)
def values(text: str) -> frozenset[str]:
    """The figures of a text, however they are set.

    >>> sorted(values("4 000 des 12.500, 3,5 %"))
    ['12500', '3.5', '4000']
    """
    bare = "".join(c if c in FIGURES or c.isalpha() else " " for c in THOUSANDS.sub("", plain(text))).replace(",", ".")
    return frozenset(word.strip(".") for word in bare.split() if word[0].isdigit() and not any(map(str.isalpha, word)))


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
