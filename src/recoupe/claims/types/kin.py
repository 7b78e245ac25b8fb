"""Whose kin act: "les familles des 39 morts ont manifesté" tells of a march, and no dead of that."""

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.claims.types.kind import CASUALTIES
from recoupe.model import Quantity

MISSING = "missing"
"""A role that is no casualty."""


def of_their_own(page: Page, clause: Clause, quantity: Quantity) -> range | None:
    """The words that tell of those counted where the rest tells of their kin: "les familles [des 39 morts de l'attentat] ont défilé"."""
    forms, rules, at = page.tokens.forms, page.rules, page.word_at(quantity.span.start)
    if quantity.role not in CASUALTIES | {MISSING, None} or at - 2 < clause.words.start:
        return None
    if forms[at - 1] not in rules.definite | rules.of or forms[at - 2] not in rules.kin:
        return None
    acting = (t.first for t in page.triggers_in(clause.words) if t.kind is FormKind.FINITE)
    verbs = {*acting, *(i for i in clause.words if forms[i] in rules.auxiliaries)}
    stop = min((i for i in verbs if i > at), default=None)
    return range(at, stop) if stop is not None else None
