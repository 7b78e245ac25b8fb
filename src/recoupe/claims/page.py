"""A read report laid out for the claims stage: words, clauses, triggers and attributions, with the look-ups between them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import accumulate
from operator import xor

from recoupe.claims.attribution import Attributed, heard
from recoupe.claims.grammar.clauses import Clause, clauses
from recoupe.claims.grammar.tokens import Tokens, tokens
from recoupe.claims.grammar.words import Grammar, grammar
from recoupe.claims.modality.conditional import Conditional
from recoupe.claims.types.dealt import played
from recoupe.claims.types.fields import Fields
from recoupe.claims.types.subject import of_field, subject, tolled, topic
from recoupe.claims.types.triggers import Trigger, triggers
from recoupe.claims.types.vocabulary import vocabulary
from recoupe.claims.unaffirmed import Unaffirmed, unaffirmed
from recoupe.model import Evidence, Mention, Quantity, ReadReport, Span
from recoupe.ontology.events import event_types
from recoupe.text.folding import plain
from recoupe.text.headlines import title_end

LONGEST = 250
"""Words. A longer sentence (a list, a table, noise) is cut, so that what looks around in a sentence stays cheap."""


@dataclass(frozen=True)
class Page:
    """What the rules of this stage look at. Sentences are ranges of words, none of them empty."""

    read: ReadReport
    tokens: Tokens
    sentences: tuple[range, ...]
    clauses: tuple[Clause, ...]
    triggers: tuple[Trigger, ...]
    attributed: tuple[Attributed, ...]
    rules: Grammar
    unaffirmed: Unaffirmed
    moods: tuple[Conditional, ...] = ()

    @cached_property
    def _sentence_words(self) -> list[int]:
        return [words.start for words in self.sentences]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.start for c in self.clauses]

    @cached_property
    def _trigger_words(self) -> list[int]:
        return [t.first for t in self.triggers]

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [m.span.start for m in self.read.reading.actors]

    @cached_property
    def _mood_starts(self) -> list[int]:
        return [m.start for m in self.moods]

    @cached_property
    def _count_starts(self) -> list[int]:
        return [q.span.start for q in self.read.reading.quantities]

    @cached_property
    def _spoken(self) -> tuple[list[int], list[frozenset[str]]]:
        """Where a part of what somebody says begins or ends, and the attributions to which belongs what stands from there on."""
        said = [(span, one.attribution.id) for one in self.attributed for span in one.attribution.content if span.start < span.end]
        edges = defaultdict[int, set[int]](set)
        for number, (span, _) in enumerate(said):
            edges[span.start].add(number)
            edges[span.end].add(number)
        at = sorted(edges)
        begun = accumulate(map(edges.__getitem__, at), xor)  # what begins before is over where its number comes again
        return at, [frozenset([said[number][1] for number in numbers]) for numbers in begun]

    @cached_property
    def _timed(self) -> dict[int, int]:
        """By where a time ends where it begins."""
        return {when.span.end: when.span.start for when in self.read.reading.whens if when.span is not None}

    def before_time(self, i: int) -> int:
        """The word before the time that ends with word `i`, else `i`: of "a frappé lundi la Pologne" the verb."""
        start = self._timed.get(self.tokens.ends[i]) if i >= 0 else None
        return i if start is None else self.word_at(start) - 1

    def voices(self, offset: int) -> frozenset[str]:
        """The attributions in whose content `offset` stands."""
        at, voices = self._spoken
        i = bisect_right(at, offset)
        return voices[i - 1] if i else frozenset()

    @cached_property
    def body(self) -> int:
        """Where the title ends, 0 where there is none."""
        return title_end(self.read.report)

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The number of the paragraph of each sentence."""
        number, found = 0, []
        for words in self.sentences:
            number += "\n" in self.tokens.gap(words.start)
            found.append(number)
        return tuple(found)

    @cached_property
    def types(self) -> tuple[frozenset[str], ...]:
        """The types that the triggers of each sentence name."""
        return tuple(self.types_in(words) for words in self.sentences)

    def types_in(self, words: range) -> frozenset[str]:
        """The types that the triggers in `words` name."""
        return frozenset(t.group.type for t in self.triggers_in(words) if t.group.type)

    @cached_property
    def fields(self) -> Fields:
        """The fields of news that ordinary words of each sentence tell."""
        return Fields(self.tokens.forms, self.sentences, self.read.report.language)

    @cached_property
    def subject(self) -> Trigger | None:
        """A trigger of the incident that the report is about; where none tells it, a word of the field of news."""
        told = subject(self._told, self.sentences, self.topic)
        silent = told is None and self.topic is None and tolled(self.triggers, self.sentences)
        return of_field(self.fields.main) if silent and self.fields.main is not None else told

    @cached_property
    def topic(self) -> Trigger | None:
        """A trigger of what title and lead are about, an incident or not."""
        return topic(self._told, self.sentences)

    @cached_property
    def _told(self) -> list[Trigger]:
        """The triggers of what is told, not of what is only played or remembered."""
        return [t for t in self.triggers if not played(self.tokens, self.rules, t)]

    def clause_at(self, offset: int) -> Clause | None:
        """The last clause that begins at or before `offset`."""
        i = bisect_right(self._clause_starts, offset)
        return self.clauses[i - 1] if i else None

    def clauses_between(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses that begin from offset `start` to before `end`."""
        return self.clauses[bisect_left(self._clause_starts, start) : bisect_left(self._clause_starts, end)]

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, in order."""
        words = self.sentences[sentence]
        return self.clauses_between(self.tokens.starts[words[0]], self.tokens.ends[words[-1]])

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return max(0, bisect_right(self._sentence_words, word) - 1)

    def has_auxiliary(self, words: range) -> bool:
        """True if one of `words` is an auxiliary: without one, what happened stands elsewhere."""
        return not self.rules.auxiliaries.isdisjoint(self.tokens.forms[words.start : words.stop])

    def triggers_in(self, words: range) -> tuple[Trigger, ...]:
        """The triggers that begin in `words`."""
        at = self._trigger_words
        return self.triggers[bisect_left(at, words.start) : bisect_left(at, words.stop)]

    def mood_in(self, clause: Clause) -> Conditional | None:
        """The first conditional that begins in `clause`."""
        i = bisect_left(self._mood_starts, clause.start)
        return self.moods[i] if i < len(self.moods) and self.moods[i].start < clause.end else None

    def actors_in(self, clause: Clause) -> tuple[Mention, ...]:
        """The actors that begin in `clause`."""
        at = self._actor_starts
        return self.read.reading.actors[bisect_left(at, clause.start) : bisect_left(at, clause.end)]

    def actor_before(self, offset: int) -> Mention | None:
        """The last actor that begins at or before `offset`."""
        i = bisect_right(self._actor_starts, offset)
        return self.read.reading.actors[i - 1] if i else None

    def counts_in(self, clause: Clause) -> list[int]:
        """Where the counts of `clause` begin."""
        return [q.span.start for q in self.counts(clause)]

    def counts(self, clause: Clause) -> tuple[Quantity, ...]:
        """The counts that begin in `clause`."""
        return self.counts_between(clause.start, clause.end)

    def counts_between(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The counts that begin from offset `start` to before `end`."""
        at = self._count_starts
        return self.read.reading.quantities[bisect_left(at, start) : bisect_left(at, end)]

    @cached_property
    def word_at(self) -> Callable[[int], int]:
        """The number of the first word that begins at or after an offset, asked with it."""
        return partial(bisect_left, self.tokens.starts)

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
    report = read.report
    found = tokens(plain(report.text))
    sentences = tuple(_sentences(found, read.reading.sentences))
    said = heard(read)
    relations = said.relations
    rules = grammar(report.language)
    laid_out = Page(
        read=read,
        tokens=found,
        sentences=sentences,
        clauses=clauses(found, sentences, frozenset(_edges(found, relations)), report.language),
        triggers=triggers(found, vocabulary(report.language), sentences, _named(found, read)),
        attributed=relations,
        rules=rules,
        unaffirmed=unaffirmed(found, sentences, report.language, said),
        moods=said.moods,
    )
    return _at_home(laid_out)


def _at_home(page: Page) -> Page:
    """`page`, where the words of what the report is about need no other words around them in a sentence that has no trigger else."""
    told = page.subject or page.topic
    about = told.group.type if told is not None else None
    if about is None or not event_types()[about].at_home:
        return page
    silent = [words for words in page.sentences if not page.triggers_in(words)]
    more = triggers(page.tokens, vocabulary(page.read.report.language), silent, _named(page.tokens, page.read), about)
    return replace(page, triggers=tuple(sorted((*page.triggers, *more), key=lambda t: t.first))) if more else page


def _named(found: Tokens, read: ReadReport) -> frozenset[int]:
    """The words at which the names of places begin."""
    return frozenset(bisect_left(found.starts, place.span.start) for place in read.reading.places)


def _sentences(found: Tokens, spans: Sequence[Span]) -> list[range]:
    """The words that begin inside each of `spans`, at most `LONGEST` at a time."""
    made: list[range] = []
    for span in spans:
        start, stop = bisect_left(found.starts, span.start), bisect_left(found.starts, span.end)
        made += [range(first, min(first + LONGEST, stop)) for first in range(start, stop, LONGEST)]
    return made


def _edges(found: Tokens, relations: tuple[Attributed, ...]) -> set[int]:
    """Where the first word of each content, and the first word after it, begins, and behind a bracket that a source closes."""
    said = [relation.attribution for relation in relations]
    offsets = {offset for one in said for span in one.content for offset in (span.start, span.end)}
    offsets |= {span.end for one in said for span in one.source if found.text.startswith(")", span.end)}
    return {found.starts[i] for offset in offsets if (i := bisect_left(found.starts, offset)) < len(found.starts)}
