"""How a clause is put: reported, hearsay, possible, planned; and whether it says yes or no."""

from functools import lru_cache

import simplemma

from recoupe.claims.attribution import Attributed
from recoupe.claims.clauses import Clause
from recoupe.claims.page import Page
from recoupe.model import Evidence, Modality, Polarity, Quantity

OPEN = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY})
"""What a verb of possibility or of plan inside the clause makes more exact; an accusation stays an accusation."""

REACH = 7
"""How many words after "ne" the negation may stand."""


def modality(page: Page, clause: Clause, source: Attributed | None) -> tuple[Modality, tuple[Evidence, ...]]:
    """The modality of a clause and the words that give it."""
    put = source.modality if source else Modality.ASSERTED
    because = tuple(e for e in source.evidence if e.field == "modality") if source else ()
    if put not in OPEN:
        return put, because
    for wanted, words in ((Modality.POSSIBLE, page.rules.possible), (Modality.FORECAST, page.rules.planned)):
        for i in clause.words:
            if page.tokens.forms[i] in words:
                return wanted, (page.evidence("modality", f"modality/{wanted.value}", page.words_span(i, i)),)
    at = next((i for i in clause.words if _future(page, i)), None)
    if at is not None:
        return Modality.FORECAST, (page.evidence("modality", "modality/future", page.words_span(at, at)),)
    if source is None:
        return _hearsay(page, clause)
    return put, because


def _hearsay(page: Page, clause: Clause) -> tuple[Modality, tuple[Evidence, ...]]:
    for conditional in page.conditionals_in(clause):
        if conditional.reading == "hearsay":
            return Modality.HEARSAY, (page.evidence("modality", "modality/conditional", page.span(conditional.start, conditional.end)),)
    return Modality.ASSERTED, ()


def _future(page: Page, i: int) -> bool:
    form, rules = page.tokens.forms[i], page.rules
    if form in rules.going:
        following = page.tokens.forms[i + 1 : i + 3]
        return any(word.endswith(rules.infinitives) and len(word) > 3 for word in following)
    return bool(rules.futures) and form.endswith(rules.futures) and _verb(form, page.read.report.language, rules.infinitives)


@lru_cache(maxsize=20_000)
def _verb(form: str, language: str, endings: tuple[str, ...]) -> bool:
    """True if the dictionary has `form` as an inflected verb ("sera", not "caméra")."""
    lemma = simplemma.lemmatize(form, lang=language)
    return lemma != form and lemma.endswith(endings)


def polarity(page: Page, clause: Clause, quantity: Quantity | None, put: Modality) -> tuple[Polarity, tuple[Evidence, ...]]:
    """NEGATIVE where the clause denies, or its source does; a count of 0 is a positive statement of zero."""
    denial = _denial(page, clause)
    if quantity is not None and quantity.high == 0:
        return Polarity.POSITIVE, ()
    negative = (denial is not None) != (put is Modality.DENIED)
    because = (page.evidence("polarity", "polarity/negation", page.words_span(*denial)),) if denial else ()
    return (Polarity.NEGATIVE if negative else Polarity.POSITIVE), because


def _denial(page: Page, clause: Clause) -> tuple[int, int] | None:
    """First and last word of "ne ... pas" in a clause."""
    forms, rules = page.tokens.forms, page.rules
    for i in clause.words:
        if forms[i] in rules.particles:
            for j in range(i + 1, min(i + REACH, clause.words.stop)):
                if forms[j] in rules.negations and forms[j + 1 : j + 2] and forms[j + 1] in rules.not_negated:
                    return None
                if forms[j] in rules.negations:
                    return i, j
    return None
