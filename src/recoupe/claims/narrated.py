"""What somebody tells of that goes on or went on, which one could see or count: by the verb of what is said."""

from functools import lru_cache

import simplemma

from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.conditional import is_conditional
from recoupe.claims.grammar import grammar
from recoupe.claims.page import Page
from recoupe.claims.vocabulary import vocabulary

IMPERFECT = 4
"""Letters that an imperfect has more than."""


def narrated(page: Page, words: range) -> bool:
    """True if `words` tell what was going on, in the imperfect of a verb of doing: "on marchait dessus"; not "il savait", "s'il venait"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[words.start] in rules.ifs:
        return False
    for i in words:
        if forms[i] in rules.auxiliaries or (i > words.start and (forms[i] in rules.thats or forms[i] in rules.relatives)):
            return False
        if len(forms[i]) > IMPERFECT and forms[i].endswith(rules.imperfects) and (verb := _imperfect(forms[i], page.read.report.language)):
            return verb not in rules.lasting
    return False


@lru_cache(maxsize=50_000)
def _imperfect(form: str, language: str) -> str | None:
    """The infinitive of an imperfect."""
    lemma: str = simplemma.lemmatize(form, lang=language)
    return lemma if lemma.endswith(grammar(language).infinitives) and lemma != form and not is_conditional(form, language) else None


def goes_on(page: Page, words: range) -> bool | None:
    """True for a verb that tells what somebody does or how things lie ("les gens font la file", "le réseau ne couvre pas la vallée").

    False for what he knows, feels or wants, and for what something is, means or proves ("ça ne prouve rien", "on ignore la cause", "tout va
    bien"); None without such a verb.
    """
    forms, rules = page.tokens.forms, page.rules
    at = _main(page, words)
    if at is None:
        return None
    if forms[at].endswith(rules.imperfects) and _imperfect(forms[at], page.read.report.language):
        return None
    verb = _infinitive(forms[at], page.read.report.language)
    if verb in rules.stances or rules.vague.intersection(forms[words.start : at]):
        return False
    behind = next((form for form in forms[at + 1 : words.stop] if form not in rules.inserted), None)
    if verb in rules.light:
        return behind is not None and (behind[0].isdigit() or behind in rules.before_subjects)
    return not (verb in rules.faring and (behind is None or behind in rules.fares))


def _main(page: Page, words: range) -> int | None:
    """The first verb of `words` but "avoir" and "être", unless one of them or a clause of another kind stands before it."""
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    if forms[words.start] in rules.ifs:
        return None
    named = vocabulary(language).determiners | rules.of
    subject = False
    for i in words:
        if forms[i] in rules.auxiliaries or (i > words.start and forms[i] in rules.thats | rules.relatives):
            return None
        if subject and forms[i] not in rules.objects:
            return i if forms[i] not in rules.negations else None
        if not subject and i > words.start and forms[i - 1] not in named and is_finite(forms[i], language):
            return i
        subject = subject or forms[i] in rules.subjects or forms[i] in rules.particles
    return None


@lru_cache(maxsize=50_000)
def _infinitive(form: str, language: str) -> str:
    """The infinitive of a form of the present, or the form where the dictionary has none."""
    lemma: str = simplemma.lemmatize(form, lang=language)
    if lemma == form and form.endswith("e") and is_infinitive(f"{form}r", language):
        return f"{form}r"
    return lemma
