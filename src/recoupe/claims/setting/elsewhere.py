"""What is counted elsewhere than at the place told before: "60 morts à X et 12 ailleurs", "20 morts dans d'autres provinces"."""

from collections.abc import Mapping
from functools import cache

from recoupe.claims.draft import Draft
from recoupe.claims.page import Page

AREA = 2
"""Words from "autres" to the noun of an area: "d'autres petites localités"."""

REST = 3
"""Words from "reste" to it: "le reste de la région"."""

HEAD = 3
"""Words at the head of a clause among which it begins: "Dans d'autres provinces, 20 morts"."""

OPENING = 6
"""Words in which a sentence says for which area it tells: "à l'échelle nationale, "."""

CLOSED = frozenset(";:.?!()")
"""Between words: what stands behind is not where those before are."""


def elsewhere(page: Page, draft: Draft) -> int | None:
    """Where the words begin that say that a count is of another place than told before: behind it, or opening its clause."""
    at = _named(page, draft)
    return None if at is None else page.tokens.starts[at]


def nationwide(page: Page, draft: Draft) -> bool:
    """True for those counted in the whole country, of whom no town of another sentence tells where: "3 600 tués [dans le pays]",
    "[au niveau national], la CGT en compte 3 000"."""
    count = draft.quantity
    if count is None:
        return False
    if _says(page, draft.clause.words, page.rules.nationwide):
        return True
    first = page.sentences[draft.clause.sentence].start
    opening = range(first, min(first + OPENING, draft.clause.words.start))
    return _says(page, opening, page.rules.nationwide) and not page.counts_between(page.tokens.starts[first], count.span.start)


def summed(page: Page, draft: Draft) -> bool:
    """True for all together, who are not of the last town alone: "[Au total], 229 personnes ont été blessées"."""
    return draft.quantity is not None and not draft.quantity.part and _says(page, draft.clause.words, page.rules.summing)


def in_this_country(page: Page, draft: Draft) -> bool:
    """True for what is told of the country named last: "Dans ce pays, le bilan atteint 63 morts"."""
    return _says(page, range(page.sentences[draft.clause.sentence].start, draft.clause.words.stop), page.rules.this_country)


def _says(page: Page, words: range, phrases: frozenset[tuple[str, ...]]) -> bool:
    """True if one of `phrases` stands in `words`."""
    forms, ending = page.tokens.forms, _by_last(phrases)
    if ending.keys().isdisjoint(forms[words.start : words.stop]):
        return False
    ends = ((i + 1, phrase) for i in words for phrase in ending.get(forms[i], ()))
    return any(tuple(forms[max(0, end - len(phrase)) : end]) == phrase for end, phrase in ends)


@cache
def _by_last(phrases: frozenset[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {last: tuple(p for p in phrases if p[-1] == last) for last in {p[-1] for p in phrases}}


def _named(page: Page, draft: Draft) -> int | None:
    clause, quantity = draft.clause, draft.quantity
    if quantity is None or not page.rules.elsewhere:
        return None
    first, after = page.word_at(quantity.span.start), page.word_at(quantity.span.end)
    if page.rules.of_elsewhere.isdisjoint(page.tokens.forms[min(first, clause.words.start) : clause.words.stop]):
        return None
    others = [page.word_at(start) for start in page.counts_in(clause)]
    stop = min((i for i in others if i > first), default=clause.words.stop)
    start = max((i for i in others if i < first), default=clause.words.start)
    for i in range(after, stop):
        if not CLOSED.isdisjoint(page.tokens.gap(i)):
            break
        if _is_elsewhere(page, i):
            return i
    opens = clause.words.start if start == clause.words.start else first
    return next((i for i in range(opens, min(opens + HEAD, first)) if _is_elsewhere(page, i)), None)


def _is_elsewhere(page: Page, i: int) -> bool:
    forms, rules = page.tokens.forms, page.rules
    if forms[i] in rules.elsewhere:
        return i == 0 or forms[i - 1] not in rules.not_elsewhere  # "par ailleurs", "d'ailleurs"
    if forms[i] in rules.areas:
        return i + 1 < len(forms) and forms[i + 1] in rules.beside  # "dans la province voisine"
    reach = AREA if forms[i] in rules.other else REST if forms[i] in rules.rest else 0
    return any(form in rules.areas for form in forms[i + 1 : i + 1 + reach])
