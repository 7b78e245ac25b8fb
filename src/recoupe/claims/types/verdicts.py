"""Verdicts: what is said that claims no state of affairs, by the verb that tells it or by how it begins or ends."""

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.modality.uttered import cued
from recoupe.claims.page import Page
from recoupe.model import Form

HEAD = 5
"""Words at the head of what is said that show a thought: "nous ne comprenons pas"."""

QUOTE = frozenset('«“"')
ARTICLE = 5
"""Characters of an article that may stand before words in quotation marks: "une « honte »"."""

NOMINAL = ("/noun_phrase", "/label")
"""Ends of the rules of such judgements."""

MARK = 3
"""Characters in which the mark that ends what is said stands."""


def verdict(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for mockery, a question, a cry ("Quel gâchis"), a thought of one's own, what somebody calls something or finds it to be."""
    return (
        cued(page, relation, page.rules.mocking)
        or _asked(page, clause, relation)
        or _opens(page, clause)
        or _mused(page, clause, relation)
        or _found(page, clause, relation)
    )


def _asked(page: Page, clause: Clause, relation: Attributed) -> bool:
    return relation.attribution.form is Form.DIRECT and "?" in page.tokens.text[clause.end - 1 : clause.end + MARK]


def _opens(page: Page, clause: Clause) -> bool:
    """True for "Hors de question", "Quelle honte", "C'est de l'or"."""
    at, rules = clause.words.start, page.rules
    if any(page.tokens.phrase(at, words) for words in rules.verdicts):
        return True
    forms = page.tokens.forms[at : at + HEAD]
    stuff = next((i for i in range(1, len(forms) - 2) if forms[i - 1] == "c" and forms[i] == "est"), None)
    return stuff is not None and forms[stuff + 1] in rules.of and forms[stuff + 2] in rules.articles


def _mused(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for what somebody understands, fears or hopes: "Nous ne comprenons pas"."""
    own = relation.attribution.form is Form.DIRECT
    return own and not page.rules.musing.isdisjoint(
        page.tokens.forms[clause.words.start : min(clause.words.start + HEAD, clause.words.stop)]
    )


def _found(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for what something is found to be ("juge le risque élevé") or called in the speaker's own words ("parle d'« un gâchis »")."""
    own = not QUOTE.isdisjoint(page.tokens.text[clause.start - 2 : clause.start + ARTICLE])
    return rated(page, relation) or (own and relation.attribution.rule.endswith(NOMINAL) and cued(page, relation, page.rules.speaking_of))


def rated(page: Page, relation: Attributed) -> bool:
    """True for what something is found to be: "juge la grève « irresponsable »"."""
    return relation.attribution.rule.endswith(NOMINAL) and cued(page, relation, page.rules.rating)
