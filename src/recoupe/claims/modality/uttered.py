"""How what somebody says is put by its own words: as an order, as a threat, as something announced that is still to come."""

from functools import cache

import simplemma

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.words import grammar
from recoupe.claims.modality.conditional import is_future
from recoupe.claims.page import Page
from recoupe.model import Form, Modality
from recoupe.ontology import unit_kind
from recoupe.text import Lookup

HEAD = 3
"""Words at the head of what is said among which an imperative stands, and the noun that is announced."""

SUBJECT = 3
"""Words before a verb among which its subject stands: "nous vous détruirons"."""

PAID = 6
"""Words before "pour" in which the money stands."""

NEAR = 4
"""Words behind "répondre" in which it is said that it is done by force."""


def cued(page: Page, relation: Attributed, stems: tuple[str, ...]) -> bool:
    """True if a word of the cue begins so."""
    cue = relation.attribution.cue
    return any(form.startswith(stems) for form in page.tokens.forms[page.word_at(cue.start) : page.word_at(cue.end)])


def ordered(page: Page, clause: Clause, source: Attributed) -> int | None:
    """Where somebody tells others what to do: "Fermez vos volets", "N'attendez pas"; not "Voyez-vous", "Vous fermez"."""
    if source.attribution.form is Form.INDIRECT:
        return None
    forms, rules = page.tokens.forms, page.rules
    at = next((i for i in clause.words[:HEAD] if forms[i] not in rules.before_orders), None)
    return at if at is not None and _order(forms[at], page.read.report.language) else None


def _order(form: str, language: str) -> bool:
    """True for the imperative of the polite plural."""
    rules = grammar(language)
    verb, _, clitic = form.partition("-")
    if not verb.endswith(rules.orders) or verb in rules.no_orders or (clitic and clitic not in rules.clitics):
        return False
    lemma: str = simplemma.lemmatize(verb, lang=language)
    return lemma != verb and lemma.endswith(rules.infinitives)


def retaliates(page: Page, clause: Clause, source: Attributed) -> int | None:
    """Where somebody promises or warns that he will strike: "promet de riposter", "a prévenu que ses forces frapperaient"."""
    forms, rules = page.tokens.forms, page.rules
    found = _strikes(page.read.report.language)
    if not cued(page, source, rules.promising):
        if source.attribution.form is not Form.DIRECT:
            return None
        own = forms[clause.words.start : clause.words.stop]
        menaced, ours = not rules.menacing.isdisjoint(own), not rules.selves.isdisjoint(own)
        words = clause.words if menaced or ours else range(0)
        return next((i for i in words if (menaced and _menaces(page, i)) or (ours and _we_shall(page, clause, i))), None)
    for i in clause.words:
        how = found[forms[i]]
        if (
            how == "strikes"
            or _avenges(page, clause, i)
            or (how == "answers" and (i == clause.words[-1] or not rules.by_force.isdisjoint(forms[i + 1 : i + 1 + NEAR])))
        ):
            return i
    return None


def _we_shall(page: Page, clause: Clause, i: int) -> bool:
    """True for what the speakers themselves will do to others: "Nous détruirons vos ponts"; not "nous ne tuerons personne"."""
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    before = forms[max(clause.words.start, i - SUBJECT) : i]
    ours = not rules.selves.isdisjoint(before) and rules.particles.isdisjoint(before)
    at_others = i == clause.words[-1] or forms[i + 1] in rules.foes or not rules.foes.isdisjoint(before)
    strikes = ours and at_others and _strikes(language)[forms[i]] == "strikes"
    return strikes and is_future(forms[i], language, rules.futures_of_ours)


def _avenges(page: Page, clause: Clause, i: int) -> bool:
    """True for a noun of force at the head of what is promised: "une riposte"."""
    return _menaces(page, i) or (page.tokens.forms[i] in page.rules.reprisals and i - clause.words.start < HEAD)


def _menaces(page: Page, i: int) -> bool:
    """True for words that threaten, whoever says them: "le paieront cher", "ne tolérerons aucun débordement"."""
    rules = page.rules
    return page.tokens.forms[i] in rules.menacing and any(page.tokens.phrase(i, words) for words in rules.menaces)


@cache
def _strikes(language: str) -> Lookup[str | None]:
    return Lookup(lambda form: _strike(form, language), 50_000)


def _strike(form: str, language: str) -> str | None:
    """Of which list a form is the infinitive, the future or the conditional."""
    rules = grammar(language)
    for name, verbs in (("strikes", rules.strikes), ("answers", rules.answers)):
        for verb in verbs:
            stem = verb.removesuffix("e")
            if form == verb or (form.startswith(stem) and form[len(stem) :] in rules.to_come):
                return name
    return None


def coming(page: Page, clause: Clause, source: Attributed) -> int | None:
    """The noun of something announced that is still to come: "a annoncé la fermeture de l'usine", not "a annoncé la mort de"."""
    found, content = source.attribution, source.attribution.content
    if (
        not found.rule.endswith("/noun_phrase")
        or not content
        or clause.start > content[0].start
        or not cued(page, source, page.rules.announcing)
    ):
        return None
    head = range(page.word_at(content[0].start), min(page.word_at(content[0].start) + HEAD, clause.words.stop))
    words = range(head.start, clause.words.stop)
    if any(page.tokens.forms[i] in page.rules.gone_by for i in words):
        return None  # "a confirmé la fermeture de l'école mardi dernier"
    planned = next((i for i in head if page.tokens.forms[i] in page.rules.coming), None)
    return planned if planned is not None else next((i for i in words if _soon(page, i)), None)


def _soon(page: Page, i: int) -> bool:
    """True for a time to come, and for what money is given for: "30 degrés demain", "d'ici mai", "20 millions pour réparer"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] in rules.soon or (forms[i] in rules.soon_behind and forms[i - 1] in rules.to_do):
        return True
    start = page.tokens.starts[max(0, i - PAID)]
    paid = forms[i] in rules.for_ and any(form.endswith(rules.infinitives) for form in forms[i + 1 : i + 2])
    return paid and any(unit_kind(q.unit) == "money" for q in page.counts_between(start, page.tokens.starts[i]))


def charged(page: Page, clause: Clause, source: Attributed) -> int | None:
    """Where somebody says of others that they do wrong: "ils mentent tous"; what he says of himself is no charge, nor what is denied."""
    forms, rules = page.tokens.forms, page.rules
    guilty = _guilty(page, clause)
    if guilty is not None and rules.speaking.union(rules.particles).isdisjoint(forms[clause.words.start : guilty]):
        return guilty if source.attribution.source else None
    if rules.wronging.isdisjoint(forms[clause.words.start : clause.words.stop]):
        return None
    at = next(i for i in clause.words if forms[i] in rules.wronging)
    if forms[at] in rules.flying and (at + 1 == clause.words.stop or forms[at + 1] in rules.near):
        return None  # "des tuiles ont volé sur la route", not "ils ont volé nos terres"
    own = rules.speaking.union(rules.particles, rules.be).isdisjoint(forms[clause.words.start : at])
    return at if own and source.attribution.source else None


def _guilty(page: Page, clause: Clause) -> int | None:
    """ "sont coupables de", "sont responsables de ces morts"; not "est responsable de l'atelier"."""
    forms, rules = page.tokens.forms, page.rules
    for i in clause.words[1:-1]:
        if forms[i] in rules.guilty | rules.answerable and forms[i + 1] in rules.of and not rules.is_now.isdisjoint(forms[i - 2 : i]):
            harm = forms[i] in rules.guilty or page.triggers_in(range(i + 1, clause.words.stop))
            return i if harm else None
    return None


def _sized(page: Page, clause: Clause, relation: Attributed) -> int | None:
    """Where a number is called small or big: "Douze, c'est peu"."""
    forms = page.tokens.forms
    if relation.attribution.form is Form.INDIRECT:
        return None
    return next((i for i in clause.words[2:] if forms[i] in page.rules.scant and forms[i - 2 : i] == ("c", "est")), None)


UTTERED = (
    (ordered, Modality.DEMAND),
    (retaliates, Modality.THREAT),
    (coming, Modality.FORECAST),
    (charged, Modality.ACCUSATION),
    (_sized, Modality.EVALUATION),
)
"""What the words themselves make of a report, in this order."""
