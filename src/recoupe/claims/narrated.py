"""What somebody tells that he saw going on: the imperfect of a verb of doing."""

from functools import lru_cache

import simplemma

from recoupe.claims.conditional import is_conditional
from recoupe.claims.grammar import grammar
from recoupe.claims.page import Page

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
