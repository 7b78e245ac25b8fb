"""Whose word a clause is: the innermost attribution around it, or one that closes the sentence."""

from collections.abc import Iterator

from recoupe.claims.attribution import Attributed
from recoupe.claims.clauses import Clause
from recoupe.claims.page import Page
from recoupe.model import Span

TAIL = 4
"""How many words may follow an attribution that closes its sentence ("..., selon la police citée par la radio")."""


def source_at(page: Page, offset: int) -> Attributed | None:
    """The attribution with the shortest content around `offset`, else one that closes the sentence of `offset`."""
    around = [(s.end - s.start, n) for n, a in enumerate(page.attributed) for s in a.attribution.content if s.start <= offset < s.end]
    if around:
        return page.attributed[min(around)[1]]
    return next((a for a in page.attributed if _closes(page, a, offset)), None)


def _closes(page: Page, relation: Attributed, offset: int) -> bool:
    """True if `relation` ends the sentence of `offset`, with its content before it: then the sentence is said by its source."""
    found = relation.attribution
    clause = page.clause_at(offset)
    if clause is None or not found.source or offset >= found.cue.start or found.content[:1] == ():
        return False
    sentence = page.read.reading.sentences[clause.sentence]
    end = max(found.cue.end, *(s.end for s in found.source))
    if not (sentence.start <= found.content[0].start < found.cue.start and found.cue.start < end <= sentence.end):
        return False
    words = page.sentences[clause.sentence]
    return sum(1 for i in reversed(words[-TAIL - 1 :]) if page.tokens.starts[i] >= end) <= TAIL and _first(page, found.content, sentence)


def _first(page: Page, content: tuple[Span, ...], sentence: Span) -> bool:
    """True if no other attribution of the sentence stands before `content`."""
    return not any(sentence.start <= a.attribution.cue.start < content[0].start for a in page.attributed if a.attribution.source)


def clauses_of(page: Page, relation: Attributed) -> Iterator[Clause]:
    """The clauses that begin within the content of `relation`."""
    for span in relation.attribution.content:
        for clause in page.clauses:
            if span.start <= clause.start < span.end:
                yield clause
