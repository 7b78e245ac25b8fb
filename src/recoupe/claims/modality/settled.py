"""Counts that stand whatever the verb of their clause says of others: compared with, taken for granted, told in an aside."""

from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.happened import happened
from recoupe.claims.grammar.participles import is_past
from recoupe.claims.modality.conditional import is_conditional
from recoupe.claims.page import Page
from recoupe.model import Modality, Quantity

MARKS = frozenset(",;:.!?()")
"""Where an aside begins and ends."""

RECALLED = 3
"""Words before a count among which the one stands that is held for those counted: "monument aux", "messe pour les"."""

PLANNED = frozenset({Modality.FORECAST, Modality.DEMAND, Modality.WISH, Modality.THREAT})
"""What is only planned or wanted."""

TAKEN = PLANNED | {Modality.POSSIBLE, Modality.HEARSAY}
"""What is only planned, wanted or rumoured takes some counts for granted: "réclame le départ de ses douze cadres suspendus"."""


def is_settled(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for a count that a plan, a wish or a rumour takes for granted."""
    at = page.word_at(quantity.span.start)
    return is_told(page, clause) or _compared(page, clause, quantity, at) or _known(page, quantity, at) or _recalled(page, quantity, at)


def is_told(page: Page, clause: Clause) -> bool:
    """True for a relative that tells what has happened: "une enquête sur le raid | qui a tué 40 civils"."""
    return clause.relative and happened(page, clause.words) and not _would(page, clause)


def _would(page: Page, clause: Clause) -> bool:
    """True for what is told in the conditional: "qui aurait tué 40 civils"."""
    language = page.read.report.language
    return any(is_conditional(form, language) for form in page.tokens.forms[clause.words.start : clause.words.stop])


def _recalled(page: Page, quantity: Quantity, at: int) -> bool:
    """True for those in whose name something will be held or done: "Les obsèques des trois enfants tués auront lieu samedi"."""
    forms, rules = page.tokens.forms, page.rules
    if quantity.role is None or at < RECALLED or forms[at - 1] not in rules.definite | rules.of:
        return False
    return not (rules.recalling | rules.kin).isdisjoint(forms[at - RECALLED : at - 1])


def _compared(page: Page, clause: Clause, quantity: Quantity, at: int) -> bool:
    """True for what a count is set against: "sera de 18 francs, contre 17 auparavant", "40 % au lieu des 31 % brandis en avril"."""
    forms, rules = page.tokens.forms, page.rules
    if at < 1:
        return False
    against = forms[at - 1] in rules.set_against or (forms[at - 1] in rules.of and forms[max(0, at - 2)] in rules.instead)
    earlier = page.counts_between(page.tokens.starts[page.sentences[clause.sentence].start], quantity.span.start)
    return against and any(q.unit == quantity.unit for q in earlier)


def _known(page: Page, quantity: Quantity, at: int) -> bool:
    """True for people or things whom a participle tells what has happened to them: "les 1.600 habitants évacués mercredi"."""
    noun = quantity.counted
    if at < 1 or quantity.role is None or noun is None or page.tokens.forms[at - 1] not in page.rules.definite:
        return False
    behind = page.word_at(noun.end)
    forms = page.tokens.forms[behind : behind + 1]
    return bool(forms) and page.tokens.gap(behind).isspace() and is_past(forms[0], page.read.report.language)


def told_outright(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for a count whose own verb is no conditional, beside one that is: "Selon X, huit sont morts et sept seraient blessés"."""
    forms, rules, language, words = page.tokens.forms, page.rules, page.read.report.language, clause.words
    at = page.word_at(quantity.span.start)
    joins = [words.start, *(i for i in words if forms[i] in rules.joined and i <= at)]
    verbs = [i for i in range(joins[-1], words.stop) if forms[i] in rules.finite or is_finite(forms[i], language)]
    own = next((i for i in verbs if i > at), None)
    if any(is_conditional(forms[i], language) for i in range(joins[-1], at)):
        return False
    if own is None or not rules.joined.isdisjoint(forms[at:own]):
        return any(i < at for i in verbs)
    return not is_conditional(forms[own], language)


def aside(page: Page, clause: Clause, quantity: Quantity) -> range | None:
    """The words of an aside without a verb that holds a count: ", coupée sur 20 km,", "Avec des vents à 205 km/h,"."""
    sentence, found = page.sentences[clause.sentence], page.tokens
    at = min(page.word_at(quantity.span.start), sentence.stop - 1)  # a count may begin inside the last word: "²0GO"
    start, stop = at, at + 1
    while start > sentence.start and MARKS.isdisjoint(found.gap(start)):
        start -= 1
    first = found.forms[start]
    leads = first in page.rules.with_ and start == sentence.start  # "12 degrés, avec 15 cm de neige" is what there will be, too
    if start == at or not (leads or first in page.rules.gone or is_past(first, page.read.report.language)):
        return None  # as nearly always
    while stop < sentence.stop and MARKS.isdisjoint(found.gap(stop)):
        stop += 1
    words = range(start, min(stop, sentence.stop))
    whole = len(words) == len(sentence) or not page.rules.finite.isdisjoint(found.forms[words.start : words.stop])
    return None if whole else words
