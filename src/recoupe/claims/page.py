"""A read report laid out for the claims stage: words, clauses, triggers and attributions, with the look-ups between them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from recoupe.claims.attribution import Attributed, attributed
from recoupe.claims.clauses import Clause, clauses
from recoupe.claims.conditional import Conditional, conditionals
from recoupe.claims.grammar import Grammar, grammar
from recoupe.claims.tokens import Tokens, tokens
from recoupe.claims.triggers import Trigger, triggers
from recoupe.claims.vocabulary import vocabulary
from recoupe.model import Evidence, Quantity, ReadReport, Span
from recoupe.text import plain


@dataclass(frozen=True)
class Page:
    """What the rules of this stage look at. Sentences are ranges of words."""

    read: ReadReport
    tokens: Tokens
    sentences: tuple[range, ...]
    clauses: tuple[Clause, ...]
    triggers: tuple[Trigger, ...]
    attributed: tuple[Attributed, ...]
    conditionals: tuple[Conditional, ...]
    rules: Grammar

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.start for c in self.clauses]

    @cached_property
    def _trigger_words(self) -> list[int]:
        return [t.first for t in self.triggers]

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The number of the paragraph of each sentence."""
        text, spans, number, found = self.read.report.text, self.read.reading.sentences, 0, []
        for before, span in zip((None, *spans), spans, strict=False):
            number += before is not None and "\n" in text[before.end : span.start]
            found.append(number)
        return tuple(found)

    def clause_at(self, offset: int) -> Clause | None:
        """The last clause that begins at or before `offset`."""
        i = bisect_right(self._clause_starts, offset)
        return self.clauses[i - 1] if i else None

    def clauses_of(self, sentence: int) -> Iterator[Clause]:
        """The clauses of a sentence, in order."""
        words = self.sentences[sentence]
        if not words:
            return
        for clause in self.clauses[bisect_right(self._clause_starts, self.tokens.starts[words.start]) - 1 :]:
            if clause.sentence != sentence:
                return
            yield clause

    def triggers_in(self, words: range) -> tuple[Trigger, ...]:
        """The triggers that begin in `words`."""
        at = self._trigger_words
        return self.triggers[bisect_right(at, words.start - 1) : bisect_right(at, words.stop - 1)]

    def span(self, start: int, end: int) -> Span:
        """Characters of this report."""
        return Span(report=self.read.report.id, start=start, end=end)

    def words_span(self, first: int, last: int) -> Span:
        """The characters of words `first` to `last`, inclusive."""
        return self.span(self.tokens.starts[first], self.tokens.ends[last])

    def evidence(self, field: str, rule: str, span: Span) -> Evidence:
        """Evidence with the words that stand at `span`; `rule` without its "claims/<language>/"."""
        report = self.read.report
        return Evidence(field=field, rule=f"claims/{report.language}/{rule}", span=span, words=report.text[span.start : span.end])


def page(read: ReadReport) -> Page:
    """`read` laid out."""
    report, language = read.report, read.report.language
    found = tokens(plain(report.text))
    sentences = tuple(_words(found, span) for span in read.reading.sentences)
    relations = attributed(read)
    edges = frozenset(_edges(found, relations))
    rules = grammar(language)
    return Page(
        read=read,
        tokens=found,
        sentences=sentences,
        clauses=clauses(found, sentences, edges, rules),
        triggers=triggers(found, vocabulary(language), sentences),
        attributed=relations,
        conditionals=conditionals(report.text, language),
        rules=rules,
    )


def _words(found: Tokens, span: Span) -> range:
    """The words that begin inside `span`."""
    return range(bisect_right(found.starts, span.start - 1), bisect_right(found.starts, span.end - 1))


def _edges(found: Tokens, relations: tuple[Attributed, ...]) -> Iterator[int]:
    """Where the first word of each content, and the first word after it, begins."""
    for relation in relations:
        for span in relation.attribution.content:
            for offset in (span.start, span.end):
                i = bisect_right(found.starts, offset - 1)
                if i < len(found.starts):
                    yield found.starts[i]


def inside(quantity: Quantity | Span, span: Span) -> bool:
    """True if `quantity` begins within `span`."""
    at = quantity.span if isinstance(quantity, Quantity) else quantity
    return span.start <= at.start < span.end
