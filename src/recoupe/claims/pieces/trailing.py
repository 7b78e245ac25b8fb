"""What goes on behind the words that somebody is said to say, without a verb of its own: it is told by them, too."""

from collections.abc import Iterator

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.participles import is_past
from recoupe.claims.page import Page
from recoupe.model import Form

BREAKS = frozenset(";()–—")
"""Marks behind which something else is told."""

GOES_ON = frozenset(("noun_phrase", "infinitive", "que", "passive", "reduced"))
"""The frames whose content stands behind its cue, by the last part of their rules."""


def trailing(page: Page, relation: Attributed) -> Iterator[Clause]:
    """The clauses behind what `relation` tells that only add to it: "recense 16 morts, | 287 blessés et 43 disparus".

    Neither what has a verb or a cue of its own nor what an aside or a semicolon parts from it.
    """
    found = relation.attribution
    if (
        found.form is Form.DIRECT
        or found.rule.rpartition("/")[2] not in GOES_ON
        or not found.content
        or found.cue.end > found.content[0].start
        or any(page.read.report.text.startswith(")", span.end) for span in found.source)  # "Nice (900 selon la police), Lyon"
    ):
        return
    last = page.clause_at(found.content[-1].end - 1)
    if last is None:
        return
    for clause in page.clauses_of(last.sentence):
        if clause.start < found.content[-1].end:
            continue
        if _breaks(page, clause) or has_verb(page, clause.words) or (_who(page, clause) and not page.counts(last)):
            return
        yield clause


def _breaks(page: Page, clause: Clause) -> bool:
    """True for what the outlet adds of its own: an aside, "soit douze de plus que mardi"."""
    forms, rules, words = page.tokens.forms, page.rules, clause.words
    if not BREAKS.isdisjoint(page.tokens.gap(words.start)) or (clause.relative and forms[words.start] not in rules.asides):
        return True
    return any(forms[i] in rules.more and forms[i + 1] in rules.thats for i in words if i + 1 < len(forms))


def _who(page: Page, clause: Clause) -> bool:
    """True for who somebody is: ", poursuivi à Dakar pour"; of those counted, what became of them: "14 blessés, transportés dans"."""
    return is_past(page.tokens.forms[clause.words.start], page.read.report.language)
