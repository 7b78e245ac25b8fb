"""What somebody says is to be done, and what he says that he wants: by the words themselves, where the cue only tells that he said it."""

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.modality.uttered import cued
from recoupe.claims.page import Page
from recoupe.model import Form, Modality

NOMINAL = ("/noun_phrase", "/behind")
"""The frames whose content is a noun with what belongs to it."""

OWN = (("own_wishes", Modality.WISH), ("own_demands", Modality.DEMAND), ("own_denials", Modality.DENIED))
"""The verbs by which somebody says of himself that he wants, demands or denies."""

HEAD = 3
"""Words at the head of what is said among which its noun stands."""

OPENING = 6
"""Words at the head of a clause among which the verb stands that demands."""


def demanded(page: Page, clause: Clause, source: Attributed) -> int | None:
    """Where what is said is a demand: "Que l'État agisse", "l'État doit agir", "plaide la relaxe"."""
    said = not page.rules.demanded.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop])
    read = (reads(page, clause, source) for reads in (_let, *(BY_WORDS if said else ()), _pleaded))
    return next((at for at in read if at is not None), None)


def _let(page: Page, clause: Clause, source: Attributed) -> int | None:
    """The "Que" of a wish that stands alone: "Qu'on nous rende nos trains"; not "Que de temps perdu"."""
    tokens, at = page.tokens, clause.words.start
    own = source.attribution.form is Form.DIRECT and tokens.forms[at] in page.rules.thats and tokens.text[tokens.starts[at]].isupper()
    return at if own and tokens.forms[at + 1 : at + 2] and tokens.forms[at + 1] not in page.rules.of else None


def _duty(page: Page, clause: Clause, _: Attributed) -> int | None:
    """ "Vous devez partir", "l'État doit cesser"; not "le train doit repartir", nor what has its day: "le texte doit être voté lundi"."""
    forms, rules = page.tokens.forms, page.rules
    if rules.duty.isdisjoint(forms[clause.words.start : clause.words.stop]):
        return _first(page, clause, rules.our_duty)
    at = next((i for i in clause.words[:-1] if forms[i] in rules.duty and forms[i + 1] in rules.duties), None)
    return None if at is None or (forms[at + 1] in rules.befalls and _has_day(page, at, clause)) else at


def _has_day(page: Page, at: int, clause: Clause) -> bool:
    """Whether a time stands behind word `at` that says when, not by when: "lundi", not "avant lundi"."""
    low, forms = page.tokens.starts[at], page.tokens.forms
    spans = [when.span for when in page.read.reading.whens if when.span is not None and low < when.span.start < clause.end]
    firsts = (page.word_at(span.start) for span in spans)
    return any(page.rules.at_latest.isdisjoint(forms[first - 1 : first + 1]) for first in firsts)


def _pressing(page: Page, clause: Clause, _: Attributed) -> int | None:
    """ "Il est temps de", "il est urgent que"."""
    forms, rules = page.tokens.forms, page.rules
    at = _first(page, clause, rules.pressing)
    if at is None or forms[at - 1] not in rules.is_now or at + 1 >= len(forms):
        return None
    return at if forms[at + 1] in rules.thats or forms[at + 1] in rules.of else None


def _first(page: Page, clause: Clause, words: frozenset[str]) -> int | None:
    """The first of `words` at the head of a clause, but its first word."""
    head = clause.words[1:OPENING]
    if words.isdisjoint(page.tokens.forms[head.start : head.stop]):
        return None
    return next(i for i in head if page.tokens.forms[i] in words)


def _needed(page: Page, clause: Clause, source: Attributed) -> int | None:
    """ "Nous avons besoin de 50 chars", "dit avoir besoin de"; not "ils avaient besoin de"."""
    forms, rules = page.tokens.forms, page.rules
    at = _first(page, clause, rules.needs)
    if at is not None and at + 1 < len(forms) and forms[at + 1] in rules.of:
        own = forms[at - 1] in rules.infinite or not rules.speaking.isdisjoint(forms[max(clause.words.start, at - HEAD) : at])
        return at if own else None
    return _first(page, clause, rules.demanding) if source.attribution.form is not Form.DIRECT else None


def _pleaded(page: Page, clause: Clause, source: Attributed) -> int | None:
    """What is pleaded for or claimed: "a plaidé la relaxe", "revendique une hausse"; not "plaide l'erreur"."""
    content, forms, rules = source.attribution.content, page.tokens.forms, page.rules
    if not content or not source.attribution.rule.endswith(NOMINAL) or not cued(page, source, rules.pleading):
        return None
    first = page.word_at(content[0].start)
    if first > clause.words.stop or clause.start > content[0].end:
        return None
    return next((i for i in range(first, min(first + HEAD, len(forms))) if forms[i] in rules.pleas), None)


BY_WORDS = (_duty, _pressing, _needed)
"""The demands that one of their words makes, in this order."""


def supposes(page: Page, clause: Clause, source: Attributed) -> int | None:
    """The noun of what is only thought of: "évoque la possibilité d'une fuite", "évoque l'hypothèse | d'une fuite"."""
    content, forms, cue = source.attribution.content, page.tokens.forms, source.attribution.cue
    in_cue = next((i for i in range(page.word_at(cue.start), page.word_at(cue.end)) if forms[i] in page.rules.suppositions), None)
    if in_cue is not None:
        return in_cue
    if not source.attribution.rule.endswith(NOMINAL) or not content or clause.start > content[0].start:
        return None
    first = page.word_at(content[0].start)
    return next((i for i in range(first, min(first + HEAD, len(forms))) if forms[i] in page.rules.suppositions), None)


def wanted_by(page: Page, clause: Clause, speaking: frozenset[str]) -> tuple[int, Modality] | None:
    """Where those who speak say that they wish or demand it: "nous demandons", "et nous leur demandons"."""
    forms, rules = page.tokens.forms, page.rules
    head = clause.words.start + (forms[clause.words.start] in rules.coordinating)
    if head >= clause.words.stop or forms[head] not in speaking:
        return None
    at = next((i for i in range(head + 1, min(head + HEAD, clause.words.stop)) if forms[i] not in rules.objects - rules.particles), head)
    return next(((at, wanted) for verbs, wanted in OWN if forms[at] in getattr(rules, verbs)), None)


def must(page: Page, words: range) -> int | None:
    """Where somebody says at the head of a clause what is to be done: "il faut fermer 12 ponts", not "il faut dire que", "me convient"."""
    forms, rules = page.tokens.forms, page.rules
    at = next((i for i in words[: OPENING - 1] if forms[i] in rules.must_now), None)
    if at is None or at + 1 >= len(forms) or forms[at - 1] in rules.particles:
        return None
    if forms[at] in rules.must_of_it and forms[at - 1] not in rules.impersonal:
        return None
    return None if not rules.must_think.isdisjoint(forms[at + 1 : at + 3]) else at
