"""The type of a claim with what told it, and what a toll is."""

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.types.triggers import Trigger
from recoupe.model import Quantity, Record
from recoupe.ontology import UnitKind, unit_kind
from recoupe.ontology.events import DEFAULT

CASUALTIES = frozenset(
    {
        "killed",
        "wounded",
        "missing",
        "trapped",
        "rescued",
        "victim",
        "evacuated",
        "displaced",
        "hospitalised",
        "homeless",
        "damaged",
        "destroyed",
        "infected",
    }
)
"""Roles of casualties and damage."""


class Kind(Record, frozen=True):
    """A type with the trigger that gave it and the rule by which it was found; no trigger is no type."""

    type: str
    rule: str
    trigger: Trigger | None = None
    mode: str | None = None
    word: int | None = None
    """The word that tells a type where no trigger names it."""


def plain(best: Trigger, rule: str) -> Kind:
    """The type that a trigger names.

    >>> from recoupe.claims.types.subject import of_field
    >>> plain(of_field(("STRIKE", 0)), "trigger/cause").rule
    'trigger/cause/STRIKE'
    """
    type_ = best.group.type or DEFAULT
    return Kind(type=type_, rule=f"{rule}/{type_}", trigger=best, mode=best.group.mode)


def of_subject(about: Trigger) -> Kind:
    """The type of what a report is about.

    >>> from recoupe.claims.types.subject import of_field
    >>> of_subject(of_field(("STRIKE", 0))).rule
    'subject/STRIKE'
    """
    return Kind(type=about.group.type or DEFAULT, rule=f"subject/{about.group.type}", trigger=about)


def is_toll(page: Page, clause: Clause, quantity: Quantity | None) -> bool:
    """True if the clause counts casualties or damage: then its cause may stand in another sentence.

    >>> from recoupe.claims.page import page
    >>> from recoupe.model import Raw, ReadReport, Report
    >>> from recoupe.read import read
    >>> raw = Raw(sha256="", locator="")
    >>> report = Report(id="r", text="Douze morts à Lyon.", sha256="", language="fr", raw=raw, extractor="")
    >>> made = page(ReadReport(report=report, reading=next(iter(read(report)))))
    >>> is_toll(made, made.clauses[0], made.read.reading.quantities[0])
    True
    """
    if quantity is not None and quantity.role in CASUALTIES:
        return True
    forms = page.tokens.forms[clause.words.start : clause.words.stop]
    if quantity is not None and unit_kind(quantity.unit) is UnitKind.MONEY and page.rules.damages.isdisjoint(forms):
        return False  # "20 000 euros à chaque famille de victime"
    if any(not t.cause for t in page.triggers_in(clause.words)):
        return True
    before = page.clause_at(clause.start - 1)
    listed = before is not None and before.sentence == clause.sentence and ":" in page.tokens.gap(clause.words.start)
    bare = listed and quantity is not None and not page.has_auxiliary(clause.words)
    return bare and before is not None and any(not t.cause for t in page.triggers_in(before.words))  # "six tués : deux hommes et"
