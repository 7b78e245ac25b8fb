"""Sentences cut into clauses: at relative pronouns, conjunctions, "que", colons, semicolons, and at the edges of attributed content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.claims.grammar import Grammar
from recoupe.claims.tokens import Tokens

DIVIDERS = ";:–—"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `words` of sentence number `sentence`. `relative`: it begins with a relative pronoun."""

    start: int
    end: int
    words: range
    sentence: int
    relative: bool


def clauses(found: Tokens, sentences: Sequence[range], edges: frozenset[int], rules: Grammar) -> tuple[Clause, ...]:
    """The clauses of all sentences, in order. `edges` are offsets where a clause must begin.

    >>> from recoupe.claims.grammar import grammar
    >>> from recoupe.claims.tokens import tokens
    >>> t = tokens("Le maire assure que le pont, qui date de 1920, tient ; 12 ouvriers y travaillent")
    >>> [t.text[c.start:c.end] for c in clauses(t, [range(len(t.forms))], frozenset(), grammar("fr"))]
    ['Le maire assure', 'que le pont', 'qui date de 1920, tient', '12 ouvriers y travaillent']
    """
    openers = rules.openers
    return tuple(
        _clause(found, number, part, rules)
        for number, words in enumerate(sentences)
        for part in _parts(found, words, (edges, openers), rules)
    )


def _clause(found: Tokens, sentence: int, words: range, rules: Grammar) -> Clause:
    return Clause(
        start=found.starts[words[0]],
        end=found.ends[words[-1]],
        words=words,
        sentence=sentence,
        relative=found.forms[words[0]] in rules.relatives,
    )


def _parts(found: Tokens, words: range, marked: tuple[frozenset[int], frozenset[str]], rules: Grammar) -> Iterator[range]:
    edges, openers = marked
    starts, ends, forms, start = found.starts, found.ends, found.forms, words.start
    worth_a_look = [i for i in words[1:] if starts[i] - ends[i - 1] > 1 or forms[i] in openers or starts[i] in edges]
    for i in worth_a_look:
        if starts[i] in edges or _begins(found, i, rules):
            yield range(start, i)
            start = i
    if start < words.stop:
        yield range(start, words.stop)


def _begins(found: Tokens, i: int, rules: Grammar) -> bool:
    """True if word `i` begins a clause."""
    form, gap = found.forms[i], found.gap(i)
    if any(mark in gap for mark in DIVIDERS) or form in rules.relatives:
        return True
    if form in rules.thats:
        return found.forms[i - 1] not in rules.not_that
    if form in rules.needs_that:
        return i + 1 < len(found.forms) and found.forms[i + 1] in rules.thats
    if form in rules.homographs and found.forms[i - 1] in rules.before_nouns:
        return False  # "un accident de car"
    return form in rules.conjunctions or ("," in gap and form in rules.joined)
