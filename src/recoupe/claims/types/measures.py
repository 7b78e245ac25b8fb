"""What is done about an event before and after it, which is no part of it: a closure, an inquiry, an application, works, one's own help."""

from functools import cache

from recoupe import lang
from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.inflection import FormKind, verb_forms
from recoupe.claims.grammar.participles import INSERTED, behind
from recoupe.claims.grammar.words import grammar
from recoupe.claims.page import Page
from recoupe.claims.types.triggers import LABOUR, Trigger
from recoupe.claims.types.vocabulary import EventTable, has
from recoupe.ontology.events import DEFAULT, event_types

LETTER = 1
"""What is no verb: "s'", "l'"."""

GOVERNED = 3
"""Words before the noun of an event among which the preposition stands by which it only depends on another word."""


@cache
def _forms(language: str) -> dict[str, FormKind]:
    """The forms of the verbs of measures."""
    irregular = lang.table(language, "events", EventTable).irregular if has(language, "events") else {}
    return {form: kind for verb in sorted(grammar(language).measures) for form, kind in verb_forms(verb, irregular)}


def measured(page: Page, words: range) -> bool:
    """True if the verb of a clause tells of a measure: "la route a été fermée", "vont contrôler", "organise"; not "s'est ouverte".

    >>> from recoupe.claims.page import page
    >>> from recoupe.model import Raw, ReadReport, Report
    >>> from recoupe.read import read
    >>> raw = Raw(sha256="", locator="")
    >>> report = Report(id="r", text="Le pont a été fermé. Le pont a cédé.", sha256="", language="fr", raw=raw, extractor="")
    >>> made = page(ReadReport(report=report, reading=next(iter(read(report)))))
    >>> [measured(made, clause.words) for clause in made.clauses]
    [True, False]
    """
    forms, rules, known = page.tokens.forms, page.rules, _forms(page.read.report.language)
    if known.keys().isdisjoint(forms[words.start : words.stop]):
        return False
    verb = next((i for i in words if forms[i] in rules.auxiliaries or forms[i] in rules.is_now or _finite(page, words, i)), words.start)
    if not rules.reflexives.isdisjoint(forms[max(words.start, verb - 2) : verb]):
        return False
    if known.get(forms[verb]) in (FormKind.FINITE, FormKind.INFINITIVE):
        return True
    behind = forms[verb + 1 : min(verb + 1 + INSERTED, words.stop)]
    return any(known.get(form) in (FormKind.PARTICIPLE, FormKind.INFINITIVE) for form in behind)


def _finite(page: Page, words: range, i: int) -> bool:
    """True for a verb of the clause, which no article makes a noun."""
    forms, rules = page.tokens.forms, page.rules
    if i == words.start or len(forms[i]) <= LETTER:
        return False
    named = any(forms[i - 1] in articles for articles in (rules.articles, rules.indefinite, rules.of, rules.definite))
    return not named and is_finite(forms[i], page.read.report.language)


def dependent(page: Page, words: range, trigger: Trigger) -> bool:
    """True for the noun of an event on which a measure of the same clause only depends: "fermé en raison de la tempête"."""
    harm = event_types()[trigger.group.type or DEFAULT].casualties and trigger.group.mode != LABOUR
    if trigger.kind is not FormKind.NOUN or not harm:
        return False
    forms, rules, known = page.tokens.forms, page.rules, _forms(page.read.report.language)
    for i in range(max(words.start, trigger.first - GOVERNED), trigger.first):
        article = forms[i] in rules.articles and forms[i] not in rules.of  # not the "de" of "des préavis de grève"
        if forms[i] in rules.dealt and not (article and forms[i - 1] in known):  # "annuler la marche": its object
            return measured(page, words)
    return False


def own_doing(page: Page, clause: Clause) -> bool:
    """True for what a speaker did of himself in a calamity: "nous avons creusé"; not "on a entendu un choc", "nous avons été projetés"."""
    forms, rules, words = page.tokens.forms, page.rules, clause.words
    if forms[words.start] not in rules.witnesses:
        return False
    at = next(iter(behind(page, words, rules.auxiliaries)), None)
    return at is not None and rules.undergone.isdisjoint(forms[at - 1 : at + 1])
