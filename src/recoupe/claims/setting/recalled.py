"""The dead of whom a trial or a tribute only speaks: "le procès de l'attentat (86 morts) s'est ouvert lundi" is not when they died."""

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import HARMED, finite
from recoupe.claims.setting.seen import M, Seen
from recoupe.model import Quantity

FAR = 18
"""Words from what is held in their name to the count of them."""

STOPS = frozenset(";:.!?»")


def recalled(page: Page, clause: Clause, quantity: Quantity | None, one: Seen[M]) -> bool:
    """True for where and when a trial or tribute is held, not what befell those of whom it speaks: "[hier], on a commémoré la chute du
    pont, qui a tué 43 personnes"; not "le procès de l'attentat de [Nice] (86 morts)"."""
    if quantity is None or quantity.role not in HARMED:
        return False
    sentence = page.sentences[clause.sentence]
    count, here = page.word_at(quantity.span.start), one.word
    head = _head(page, sentence, count)
    if head is None or here < head:
        return head is not None
    if here < count:
        link = next((i for i in range(head, count) if page.tokens.forms[i] in page.rules.for_), head)
        return here < link
    return _verb(page, range(page.word_at(quantity.span.end), here)) is not None


def _head(page: Page, sentence: range, count: int) -> int | None:
    """The word of a trial or a tribute of which those counted are a part: no verb stands between but that of a relative clause."""
    forms, rules = page.tokens.forms, page.rules
    near = range(max(sentence.start, count - FAR), count)
    if rules.recalling.isdisjoint(forms[near.start : count]) and rules.years_after.isdisjoint(forms[near.start : count]):
        return None
    head = next((i for i in reversed(near) if forms[i] in rules.recalling or _years_after(page, i)), None)
    if head is None or any(_parted(page, i) for i in range(head + 1, count + 1)):
        return None
    return head if _verb(page, range(head + 1, count)) is None else None


def _parted(page: Page, i: int) -> bool:
    """True before a word that begins something else: behind a stop, or behind a comma where it is no relative."""
    gap = page.tokens.gap(i)
    return not STOPS.isdisjoint(gap) or ("," in gap and page.tokens.forms[i] not in page.rules.relatives)


def _years_after(page: Page, i: int) -> bool:
    """True for "ans" in "dix ans après"."""
    forms, rules = page.tokens.forms, page.rules
    return forms[i] in rules.years_after and not rules.next_after.isdisjoint(forms[i + 1 : i + 2])


def _verb(page: Page, words: range) -> int | None:
    """The first verb of `words` that is of no relative clause: "s'est ouvert", "s'ouvre", "tuant"; not "qui a tué", "pour avoir tué"."""
    forms, rules = page.tokens.forms, page.rules
    for i in words:
        clause = page.clause_at(page.tokens.starts[i])
        own = forms[i] in rules.opening_now or (forms[i].endswith(ACTING) and any(t.first == i for t in page.triggers_in(range(i, i + 1))))
        if clause is None or not (own or finite(page, i, clause)) or forms[i] in rules.infinite:
            continue
        if rules.relatives.isdisjoint(forms[max(words.start, i - RELATIVE) : i]):
            return i
    return None


ACTING = "ant"
RELATIVE = 3
"""Words before a verb among which the relative stands: "qui y avait"."""
