"""Past participles by their form."""

from functools import lru_cache

import simplemma

from recoupe.claims.grammar.words import grammar
from recoupe.claims.page import Page

INSERTED = 5
"""How many words behind an auxiliary its participle may stand."""


@lru_cache(maxsize=50_000)
def is_participle(form: str, language: str) -> bool:
    """True for a form that only a participle has at this place, or that the dictionary has of a verb.

    >>> [w for w in ("évacués", "parti", "mis", "prises", "lieu", "sûr", "port", "petites") if is_participle(w, "fr")]
    ['évacués', 'mis', 'prises']
    """
    rules = grammar(language)
    if form in rules.no_participles or form in rules.of or form.endswith(rules.adjectives):
        return False
    if form.endswith(rules.participles):
        return True
    masculine = form.removesuffix("s").removesuffix("e")
    return _of_verb(form, rules.infinitives, language) or (
        masculine.endswith(rules.short) and _of_verb(masculine, rules.infinitives, language)
    )


def _of_verb(form: str, infinitives: tuple[str, ...], language: str) -> bool:
    """True for a form that the dictionary has of a verb; of "prises" it has it only in the masculine."""
    lemma: str = simplemma.lemmatize(form, lang=language)
    return lemma != form and lemma.endswith(infinitives)


@lru_cache(maxsize=50_000)
def is_past(form: str, language: str) -> bool:
    """True for a form that can be nothing but a past participle, without an auxiliary before it.

    >>> [w for w in ("évacués", "coupée", "parti", "sera", "année", "du", "vendu") if is_past(w, "fr")]
    ['évacués', 'coupée', 'vendu']
    """
    rules = grammar(language)
    masculine = form.removesuffix("s").removesuffix("e")
    if not form.endswith(rules.participles) or form in rules.no_participles:
        return False
    if masculine.endswith("é"):
        infinitive = f"{masculine[:-1]}er"
        return bool(simplemma.is_known(infinitive, lang=language)) and simplemma.lemmatize(infinitive, lang=language) == infinitive
    lemma: str = simplemma.lemmatize(form, lang=language)
    return lemma != form and lemma.endswith(rules.infinitives)


def behind(page: Page, words: range, verbs: frozenset[str]) -> range:
    """The word behind the first verb of `verbs`, and behind the adverbs that follow it; empty where `words` have another verb before."""
    forms, rules = page.tokens.forms, page.rules
    verb = words[1:] if words and page.tokens.text[page.tokens.starts[words[0]]].isupper() else words  # "A Lyon, le pont a cédé"
    at = next((i for i in verb if (forms[i] in rules.auxiliaries or forms[i] in rules.is_now) and not _season(page, i)), None)
    if at is None or forms[at] not in verbs:
        return range(0)
    behind = range(at + 1, min(at + 1 + INSERTED, words.stop))
    first = next((i for i in behind if forms[i] not in rules.inserted and not forms[i].endswith(rules.adverbs)), None)
    return range(first, first + 1) if first is not None else range(0)


def _season(page: Page, i: int) -> bool:
    """True for a form that is a noun behind an article: "avant l'été"."""
    return page.tokens.forms[i] in page.rules.seasons and page.tokens.forms[i - 1] in page.rules.before_nouns
