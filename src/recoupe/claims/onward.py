"""What stands behind a clause in its sentence: what goes on there, what is told for itself, what is only a part."""

from recoupe.claims.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.seen import M, Seen

APART = frozenset(";.?!")
"""Between words: what stands behind is told for itself."""

LINK = 4
"""Words of a preposition and what belongs to it before a time or place: "depuis le début de"."""


def apart(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for a mention behind a clause that says nothing of it: behind a stop, of a part ("dont 12 à X"), told for itself."""
    words = range(clause.words.stop, page.word_at(one.start) + 1)
    return any(not APART.isdisjoint(page.tokens.gap(i)) for i in words) or _of_part(page, one) or _for_itself(page, clause, one.clause)


def _of_part(page: Page, one: Seen[M]) -> bool:
    """True behind a count that is a part."""
    last = next((q for q in reversed(page.counts(one.clause)) if q.span.start < one.start), None)
    return last is not None and last.part


def joined(page: Page, clause: Clause, at: int) -> bool:
    """True right behind the clause, without a mark and without a verb: "compte 76 cas | depuis jeudi"."""
    between = range(clause.words.stop, page.word_at(at) + 1)
    return len(between) <= LINK and all(page.tokens.gap(i).isspace() for i in between)


def _for_itself(page: Page, clause: Clause, other: Clause) -> bool:
    """True for a relative clause that says something else of a noun ("dont", "où"), and for a main clause beside a main clause."""
    first = page.tokens.forms[other.words.start]
    if first in page.rules.relatives:
        return first in page.rules.aloof
    return first in page.rules.joined and _verb_of(page, other) and _verb_of(page, clause)


def _verb_of(page: Page, clause: Clause) -> bool:
    """True for a clause with an auxiliary."""
    return any(page.tokens.forms[i] in page.rules.auxiliaries for i in clause.words)
