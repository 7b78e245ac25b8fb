"""What is said that judges or tells a feeling, whatever event its words name besides."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.participles import behind
from recoupe.claims.grammar.words import grammar
from recoupe.claims.modality.mood import refuting, values
from recoupe.claims.modality.uttered import cued
from recoupe.claims.page import Page
from recoupe.model import Form

ADJECTIVES = 6
"""Words at most of a feeling: "aussi furieuse qu'eux, mais démunie"."""

NAMED = 3
"""Words behind an article among which its noun stands: "un vrai scandale"."""


def deemed(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for words that judge, whatever event they name: "C'est une catastrophe", "Cette grève est inutile", "se dit bouleversé"."""
    said = relation.attribution.form is not Form.INDIRECT
    return (
        any(values(page, clause.words, i) for i in behind(page, clause.words, page.rules.being))  # "est inutile", "nous sommes épuisés"
        or _of_oneself(page, clause, relation)
        or (said and (_idle(page, clause) or _disgraced(page, clause) or _exclaimed(page, clause, relation)))
    )


def _of_oneself(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for a feeling that somebody says to have: "se dit bouleversée", "s'est déclaré très inquiet"; not "se dit prêt à partir"."""
    cue = page.tokens.forms[page.word_at(relation.attribution.cue.start)]
    if cue not in page.rules.reflexives or not cued(page, relation, page.rules.professing):
        return False
    forms, rules = page.tokens.forms, page.rules
    first = next((i for i in clause.words if forms[i] not in rules.inserted and not forms[i].endswith(rules.adverbs)), None)
    if first is None or forms[first] in rules.ready | rules.thats | rules.of | rules.near | rules.indefinite | rules.articles:
        return False
    return len(clause.words) <= ADJECTIVES and not forms[first].endswith(rules.infinitives)


def _idle(page: Page, clause: Clause) -> bool:
    """True where one of the phrases stands that only judge: "On en a ras le bol"."""
    opinions, forms = _opinions(page.read.report.language), page.tokens.forms
    return any(page.tokens.phrase(i, words) for i in clause.words if forms[i] in opinions for words in opinions[forms[i]])


@cache
def _opinions(language: str) -> Mapping[str, list[tuple[str, ...]]]:
    """The phrases that judge, by their first word."""
    found = defaultdict[str, list[tuple[str, ...]]](list)
    for words in grammar(language).opinions:
        found[words[0]].append(words)
    return dict(found)


def _disgraced(page: Page, clause: Clause) -> bool:
    """True for "C'est une honte", "c'était l'enfer", "Un scandale sanitaire"."""
    forms, words = page.tokens.forms, clause.words
    start = words.start + 2 if forms[words.start] in page.rules.this and forms[words.start + 1] in page.rules.be else words.start
    if start >= words.stop or forms[start] not in page.rules.articles | page.rules.indefinite:
        return False
    named = any(forms[i] in page.rules.disgraces for i in words if start < i <= start + NAMED)
    return named and not has_verb(page, range(start, words.stop)) and not page.counts(clause)


def _exclaimed(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for words without a verb that are cried out or praise: "« Du théâtre », balaie le maire"; not "Aucun blessé"."""
    forms, rules = page.tokens.forms, page.rules
    praised = forms[clause.words.start] in rules.exclaims
    if relation.attribution.form is not Form.DIRECT or not (praised or cued(page, relation, rules.outcry)) or page.counts(clause):
        return False
    told = (
        forms[clause.words.start] in rules.replies
        or not (rules.negations | rules.nobody).isdisjoint(forms[clause.words.start : clause.words.stop])
        or page.triggers_in(clause.words)
    )
    return not told and not has_verb(page, clause.words) and not refuting(page, clause.words)
