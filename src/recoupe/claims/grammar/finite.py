"""Whether words have a verb of their own."""

from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.page import Page
from recoupe.claims.types.vocabulary import vocabulary


def has_verb(page: Page, words: range) -> bool:
    """True if a finite verb stands among `words`; "soit une hausse" has none."""
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    words = words[1:] if forms[words.start] in rules.that_is else words
    named = vocabulary(language).determiners | rules.of
    return any(
        forms[i] in rules.finite
        or (forms[i - 1] not in named and page.tokens.text[page.tokens.starts[i]].islower() and is_finite(forms[i], language))
        for i in words
    )
