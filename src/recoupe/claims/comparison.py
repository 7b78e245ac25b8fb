"""Times that a text only compares with: "contre 250 la veille", "de plus qu'en 2017"; and clauses that tell what had been before."""

from collections.abc import Mapping

from recoupe.claims.page import Page
from recoupe.model import Quantity, When

REACH = 8
"""Words before a time in which its "contre" may stand: "contre 250 cas confirmés la veille"."""
NEAR = 3
"""Words before a time in which "rapport à", "comparé à" may stand, and between an auxiliary and its participle."""
MORE = 6
"""Words before "que" in which "plus", "moins" may stand: "12 blessés de plus qu'"."""
PARTICIPLE = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "it", "u", "us", "ue", "ues", "ert", "ort", "orts", "orte", "ortes")
BREAKS = frozenset(",.;:()«»\n")


def compared(page: Page) -> tuple[Mapping[int, When | None], frozenset[int]]:
    """Where the counts begin that are set against others, each with its own time; and where the times begin that no event has."""
    whens = [w for w in page.read.reading.whens if w.span]
    against = {q.span.start: q for q in page.read.reading.quantities if _set_against(page, q)}
    own: dict[int, When | None] = dict.fromkeys(against)
    aside = set[int]()
    for when in whens:
        if when.span is None:
            continue
        start = when.span.start
        count = next((at for at in sorted(against, reverse=True) if at < start), None) if against else None
        if count is not None and _joined(page, against[count].span.end, start):
            own[count] = own[count] or when
            aside.add(start)
        elif _measured_by(page, start):
            aside.add(start)
    return own, frozenset(aside)


def _set_against(page: Page, quantity: Quantity) -> bool:
    """True for the 250 of "312 cas, contre 250": without a noun, or with the noun of the count before it."""
    i = page.word_at(quantity.span.start)
    if not i or page.tokens.forms[i - 1] not in page.rules.set_against:
        return False
    clause = page.clause_at(quantity.span.start)
    if quantity.counted is None or clause is None:
        return True
    start = page.tokens.starts[page.sentences[clause.sentence][0]]
    return any(q.unit == quantity.unit and start <= q.span.start < quantity.span.start for q in page.read.reading.quantities)


def _joined(page: Page, end: int, start: int) -> bool:
    """True if at most a noun stands between a count and a time."""
    between = page.tokens.text[end:start]
    return len(between.split()) <= REACH // 2 and BREAKS.isdisjoint(between)


def _measured_by(page: Page, start: int) -> bool:
    """True for the 2017 of "de plus qu'en 2017", "par rapport à 2017"."""
    forms, i = page.tokens.forms, page.word_at(start)
    for j in range(i - 1, max(-1, i - 1 - NEAR), -1):
        if not BREAKS.isdisjoint(page.tokens.gap(j + 1)):
            return False
        if forms[j] in page.rules.compared:
            return True
        if forms[j] in page.rules.thats:
            return _more_before(page, j)
    return False


def _more_before(page: Page, that: int) -> bool:
    for k in range(that - 1, max(-1, that - 1 - MORE), -1):
        if not BREAKS.isdisjoint(page.tokens.gap(k + 1)):
            return False
        if page.tokens.forms[k] in page.rules.more:
            return True
    return False


def before(page: Page) -> frozenset[int]:
    """Where the clauses begin that tell, on the outlet's own word, what had been before ("la région avait connu ...")."""
    forms, found = page.tokens.forms, set[int]()
    for i, form in enumerate(forms):
        if form in page.rules.had and any(word.endswith(PARTICIPLE) for word in forms[i + 1 : i + 1 + NEAR]):
            clause = page.clause_at(page.tokens.starts[i])
            if clause is not None and not _told(page, clause.start):
                found.add(clause.start)
    return frozenset(found)


def _told(page: Page, offset: int) -> bool:
    """True in what somebody says: there the pluperfect stands for the past ("a dit que deux maisons avaient brûlé")."""
    return any(span.start <= offset < span.end for a in page.attributed for span in a.attribution.content)
