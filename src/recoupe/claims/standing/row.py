"""The numbers of a page in a row, and what stands between, before and behind them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.counts.comparison import compared, set_against
from recoupe.claims.page import Page
from recoupe.claims.standing.words import StandingWords
from recoupe.model import Modality, Precision, Quantity, Standing, When

AHEAD = 14
"""Words between a word and the number before which it stands."""

BEHIND = 9
"""Words between a number and a word that stands behind it."""

NEAR = 3
"""Words within which a verb has its adverb or its auxiliary, and between two numbers told in one breath."""

STOPS = frozenset(",;:.!?()\n")
STRONG = frozenset(";:.!?\n")
COLON = frozenset(":")
DAYS = frozenset({Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY})


class Stood(NamedTuple):
    """A standing, and the first and last word that give it."""

    standing: Standing
    first: int
    last: int


Found = Iterator[tuple[int, Stood]]
"""Numbers by their place among those of the report, each with how it stands."""


class Row:
    """The numbers of a page in a row, by words: each has a place `n`, begins at word `starts[n]` and ends before word `stops[n]`."""

    def __init__(self, page: Page, known: StandingWords) -> None:
        self.page, self.known, self.words, self.forms = page, known, known.table.words, page.tokens.forms
        self.numbers: tuple[Quantity, ...] = page.read.reading.quantities
        self.starts = [page.word_at(q.span.start) for q in self.numbers]
        self.stops = [page.word_at(q.span.end) for q in self.numbers]

    @cached_property
    def against(self) -> frozenset[int]:
        """Where the numbers begin that are set against others."""
        return frozenset(start for start, _ in set_against(self.page))

    @cached_property
    def earlier(self) -> Mapping[int, When | None]:
        """Those of them that have another time, with it where it is one that is read."""
        return compared(self.page)[0]

    def dated(self, word: int) -> bool:
        """Whether a day, or a time of day, stands at once behind `word`."""
        starts = {self.page.tokens.starts[i] for i in range(word + 1, min(word + NEAR, len(self.forms)))}
        return any(w.span is not None and w.span.start in starts and w.precision in DAYS for w in self.page.read.reading.whens)

    def yearly(self, word: int) -> bool:
        """Whether a year stands within a few words from `word` on."""
        starts = {self.page.tokens.starts[i] for i in range(word, min(word + NEAR, len(self.forms)))}
        return any(w.span is not None and w.span.start in starts and w.precision is Precision.YEAR for w in self.page.read.reading.whens)

    @cached_property
    def _given(self) -> Mapping[object, set[object]]:
        """The numbers of each thing."""
        found: dict[object, set[object]] = {}
        for q in self.numbers:
            found.setdefault((q.unit, q.role, q.measure), set()).add((q.value, q.low, q.high))
        return found

    def sentence(self, word: int) -> range:
        """The sentence that holds a word."""
        return self.page.sentences[self.page.sentence_of(word)]

    def marked(self, first: int, last: int, marks: frozenset[str]) -> bool:
        """Whether one of `marks` stands between words `first` and `last`."""
        return any(not marks.isdisjoint(self.page.tokens.gap(i)) for i in range(first + 1, last + 1))

    def ahead(self, word: int, reach: int = AHEAD) -> int | None:
        """The first number from `word` on, in its sentence."""
        n = bisect_left(self.starts, word)
        if n == len(self.starts) or self.starts[n] - word > reach or word == 0:
            return None
        return n if self.starts[n] < self.sentence(word - 1).stop else None

    def behind(self, word: int, reach: int = BEHIND, marks: frozenset[str] = STOPS) -> int | None:
        """The last number that ends before `word`, in its sentence, with none of `marks` between."""
        n = bisect_right(self.stops, word) - 1
        if n < 0 or word - self.stops[n] > reach or self.starts[n] < self.sentence(word).start:
            return None
        return None if self.marked(self.stops[n] - 1, word, marks) else n

    def rivalled(self, n: int) -> bool:
        """Whether the report has another number of the same thing."""
        one = self.numbers[n]
        return len(self._given[one.unit, one.role, one.measure]) > 1

    def has(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether one of `words` is among words `first` to before `last`."""
        return not words.isdisjoint(self.forms[max(0, first) : last])

    def said(self, first: int, last: int) -> int | None:
        """The first verb of reporting among words `first` to before `last`."""
        cues = lexicon(self.page.read.report.language)
        for i in range(max(0, first), min(last, len(self.forms))):
            verbs = (*cues.finite.get(self.forms[i], ()), *cues.participles.get(self.forms[i], ()))
            if any(verb.modality is Modality.REPORTED for verb in verbs):
                return i
        return None

    def joined(self, n: int) -> Iterator[int]:
        """The numbers told in one breath with number `n`: "huit morts et un blessé", "12, 15 et 18 cas"."""
        for a in range(n, len(self.starts) - 1):
            first, last = self.stops[a], self.starts[a + 1]
            near = last - first <= NEAR + 1 and last < self.sentence(first - 1).stop and not self.marked(first - 1, last, STRONG)
            if not near or not (self.has(first, last, self.words.also) or last == first) or self.has(first, last, self.words.contrasts):
                return
            yield a + 1

    def told_with(self, n: int) -> Iterator[int]:
        """Those of them that one statement tells with it: fates of the same people and things, and no clause of their own."""
        for m in self.joined(n):
            one, other = self.numbers[n], self.numbers[m]
            apart = one.unit != other.unit and None in (one.role, other.role)
            if apart or self.marked(self.stops[m - 1] - 1, self.starts[m], STOPS) or self._heads(m):
                return
            yield m

    def _heads(self, n: int) -> bool:
        """Whether a verb of its own stands behind it, with no mark between."""
        verbs, first = self.words.have | self.words.had | self.words.been, self.stops[n]
        verb = next((j for j in range(first, self.sentence(first - 1).stop) if self.forms[j] in verbs), None)
        return verb is not None and not self.marked(first - 1, verb, STOPS)

    def told(self, word: int) -> Iterator[int]:
        """The numbers of what is told from `word` on, up to what is set against it."""
        for n in range(bisect_left(self.starts, word), len(self.starts)):
            start = self.starts[n]
            beyond = start >= self.sentence(word - 1).stop or self.marked(word - 1, start, STRONG)
            if beyond or self.has(word, start, self.words.contrasts):
                return
            yield n
