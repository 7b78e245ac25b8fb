"""Whether words tell what has happened: by the first auxiliary and what stands behind it."""

from recoupe.claims.grammar.participles import INSERTED, behind, is_participle
from recoupe.claims.page import Page
from recoupe.claims.types.vocabulary import vocabulary

QUOTES = " \xa0\u202f«“”\"'"
"""What may stand between an auxiliary and a participle that is quoted."""

HELD = 3
"""Words behind "eu" among which what is had in thought stands."""

AUXILIARY = 4
"""Words before a participle among which its auxiliary stands, and what makes it reflexive."""


def happened(page: Page, words: range) -> bool:
    """True if the first auxiliary of `words` has a participle: "a appelé", "ont été touchés", "ont pu être évacués", "il y a eu un choc".

    Not of a state ("a manqué de temps"), of a supposition, nor of what stands behind "que" ("rien ne prouve qu'il soit sorti").
    """
    forms, rules = page.tokens.forms, page.rules
    if words.start > 0 and forms[words.start - 1] in rules.auxiliary and not page.tokens.gap(words.start).strip(QUOTES):
        words = range(words.start - 1, words.stop)  # "ils ont « extrait deux corps »"
    at = next(iter(behind(page, words, rules.auxiliaries)), None)
    language = page.read.report.language
    if at is None or forms[words.start] in rules.ifs or _behind_that(page, range(words.start + 1, at)) or _not_now(page, at):
        return False
    if not rules.there.isdisjoint(forms[max(words.start, at - 2) : at]):  # "il y a eu un choc", not "il n'y a ni eau ni pain"
        return forms[at] in rules.have
    if forms[at] in rules.moved and _is_so(page, words, at):
        return False
    if forms[at] in rules.messages and at + 1 < words.stop and forms[at + 1] in rules.ifs:  # "elle a demandé si c'était loin"
        return False
    if forms[at] in rules.had_so and _held_thing(page, range(at + 1, words.stop)):
        return True
    if forms[at] in rules.states:
        return at + 2 < words.stop and forms[at + 1] in rules.be and is_participle(forms[at + 2], language)
    own = forms[at - 1] in rules.have or forms[at - 2] in rules.reflexives  # "a pris", "s'est produit"; not "est inscrit"
    return forms[at] in rules.gone or is_participle(forms[at], language) or (own and forms[at].endswith(rules.behind_have))


def _held_thing(page: Page, words: range) -> bool:
    """True for what one has had that could be seen: "eu cinq minutes", "eu le dossier"; not "eu peur", "eu l'impression"."""
    forms, rules = page.tokens.forms, page.rules
    numbers = vocabulary(page.read.report.language).determiners - rules.of
    thing = bool(words) and (forms[words.start][0].isdigit() or forms[words.start] in rules.before_subjects | numbers)
    return thing and rules.held.isdisjoint(forms[words.start : words.start + HELD])


def _not_now(page: Page, at: int) -> bool:
    """True behind "n'est pas", "ne sont plus": how things are, nothing that has happened."""
    forms, rules = page.tokens.forms, page.rules
    verb = next((i for i in range(at - 1, max(0, at - 1 - INSERTED), -1) if forms[i] in rules.auxiliaries), 0)
    stayed = forms[at] in rules.stayed  # "n'est pas resté dix minutes"
    return not stayed and forms[verb] in rules.is_now and forms[verb - 1] in rules.particles and forms[verb + 1] in rules.negations


def _behind_that(page: Page, words: range) -> bool:
    """True if one of `words` is a "que" that begins a clause."""
    forms, rules = page.tokens.forms, page.rules
    return any(forms[i] in rules.thats and forms[i - 1] not in rules.not_that for i in words)


def _is_so(page: Page, words: range, at: int) -> bool:
    """True for how somebody feels: "ils sont résignés", "cela m'a bouleversée"; not "s'est effondré", "ont été choqués"."""
    forms, rules = page.tokens.forms, page.rules
    before = forms[max(words.start, at - AUXILIARY) : at]
    if not rules.have.isdisjoint(before):
        return not rules.to_us.isdisjoint(before)
    return not rules.is_now.isdisjoint(before) and rules.reflexives.isdisjoint(before)
