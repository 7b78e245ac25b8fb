"""Times that a text only compares with: "contre 250 la veille", "de plus qu'en 2017"; and clauses that tell what had been before."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.page import Page
from recoupe.model import Precision, Quantity, Span, When

REACH = 8
"""Words before a time in which its "contre" may stand: "contre 250 cas confirmés la veille"."""
LONGEST = 60
"""Characters of a noun with its adjectives."""
BACK = 4
"""Counts before a number that it may be set against."""
NEAR = 3
"""Words before a time in which "rapport à", "comparé à" may stand, and between an auxiliary and its participle."""
FAR = 9
"""Words before a time in which they may stand with no verb between: "comparable à la mobilisation record du 31 janvier"."""
MORE = 6
"""Words before "que" in which "plus", "moins" may stand: "12 blessés de plus qu'"."""
PARTICIPLE = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "it", "u", "us", "ue", "ues", "ert", "ort", "orts", "orte", "ortes")
WHERE = "où"
OLD = frozenset({Precision.YEAR, Precision.MONTH})
BREAKS = frozenset(",.;:()«»\n")


def compared(page: Page) -> tuple[Mapping[int, When | None], frozenset[int]]:
    """Where the counts begin that are set against others, each with its own time; and where the times begin that no event has."""
    against = dict(set_against(page))
    starts = sorted(against)
    own: dict[int, When | None] = {at: None for at, q in against.items() if _of_another_time(page, q)}
    aside = set[int]()
    for when in page.read.reading.whens:
        if when.span is None or when.lasts:
            continue
        start = when.span.start
        last = bisect_left(starts, start) - 1
        if last >= 0 and (
            _joined(page, end := against[starts[last]].span.end, start)
            or (own.get(starts[last], when) is None and _older(page, end, start))
        ):
            own[starts[last]] = own.get(starts[last]) or (None if _given_out(page, start) else when)
            aside.add(start)
        elif _measured_by(page, when.span) or _behind_number(page, start) or _unequalled(page, when.span):
            aside.add(start)
    return own, frozenset(aside)


def set_against(page: Page) -> Iterator[tuple[int, Quantity]]:
    """The 250 of "312 cas, contre 250", with where it begins: without a noun, or with that of a count just before it; that of "312 cas
    (250 lundi)"."""
    counts = page.read.reading.quantities
    for n, count in enumerate(counts):
        i = page.word_at(count.span.start)
        if bracketed(page, n):
            yield count.span.start, count
        elif i and (page.tokens.forms[i - 1] in page.rules.set_against or _follows_on(page, n, i)):
            before = counts[max(0, n - BACK) : n]
            if count.counted is None or any(q.unit == count.unit and _one_sentence(page, q, count) for q in before):
                yield count.span.start, count


def _follows_on(page: Page, n: int, i: int) -> bool:
    """True for the 110 of "116 tonnes, après 110 l'année précédente"."""
    counts = page.read.reading.quantities
    if page.tokens.forms[i - 1] not in page.rules.next_after or not n or counts[n - 1].unit != counts[n].unit:
        return False
    return _one_sentence(page, counts[n - 1], counts[n]) and _of_another_time(page, counts[n])


def bracketed(page: Page, n: int) -> bool:
    """True for a count that opens a bracket, with a time at once behind it and one of the same thing before it: "312 cas (250 lundi)"."""
    counts, text = page.read.reading.quantities, page.tokens.text
    count = counts[n]
    if not n or text[count.span.start - 1 : count.span.start] != "(" or not _one_sentence(page, counts[n - 1], count):
        return False
    before = counts[n - 1]
    close = text.find(")", count.span.end, count.span.end + LONGEST)
    if (before.unit, before.role) != (count.unit, count.role) or any(q.span.start < close for q in counts[n + 1 : n + 2]):
        return False  # "12 blessés (deux lundi, trois mardi)"
    behind = (w.span.start for w in page.read.reading.whens if w.span is not None and w.span.start >= count.span.end)
    return _joined(page, count.span.end, next(behind, count.span.end + LONGEST + 1))


def _one_sentence(page: Page, a: Quantity, b: Quantity) -> bool:
    first, second = page.clause_at(a.span.start), page.clause_at(b.span.start)
    return first is not None and second is not None and first.sentence == second.sentence


def _of_another_time(page: Page, quantity: Quantity) -> bool:
    """True where words behind the count say that it is an older one, also such as give no time: "contre 12 un an plus tôt"."""
    for k in range(i := page.word_at(quantity.span.end), min(i + REACH, len(page.tokens.forms))):
        if not BREAKS.isdisjoint(page.tokens.gap(k)):
            return False
        if page.tokens.forms[k] in page.rules.earlier:
            return True
    return False


def _joined(page: Page, end: int, start: int) -> bool:
    """True if at most a noun stands between a count and a time."""
    between = page.tokens.text[end:start] if start - end <= LONGEST else ","
    return len(between.split()) <= REACH // 2 and BREAKS.isdisjoint(between)


def _older(page: Page, end: int, start: int) -> bool:
    """True if a comma ends what says which older time it was: "contre 900 lors du précédent appel, [en janvier]"."""
    between = page.tokens.text[end:start]
    return between.endswith(", ") and len(between) <= LONGEST and BREAKS.isdisjoint(between[: -len(", ")])


def _given_out(page: Page, start: int) -> bool:
    """True for the time of "contre 12 annoncés mardi": it is when that was said, not when it was so."""
    i = page.word_at(start)
    return i > 0 and page.tokens.forms[i - 1].startswith(page.rules.announcing)


def _behind_number(page: Page, start: int) -> bool:
    """True for a time at once behind a bare number that another is set against: "1.500 foyers mardi contre 7.800 lundi"."""
    forms, i = page.tokens.forms, page.word_at(start)
    numbers = [j for j in range(max(0, i - NEAR), i) if forms[j].isdigit()]
    return bool(numbers) and numbers[-1] == i - 1 and numbers[0] > 0 and forms[numbers[0] - 1] in page.rules.set_against


def _unequalled(page: Page, when: Span) -> bool:
    """True for the 2015 of "le plus meurtrier depuis 2015", "un record depuis celui de 2015"; not of "plus de 30 morts depuis 2015", nor
    of "le plus meurtrier depuis 2015, quand"."""
    forms, rules, i, behind = page.tokens.forms, page.rules, page.word_at(when.start), page.word_at(when.end)
    if behind < len(forms) and (forms[behind] in rules.whenever or forms[behind] in rules.relatives):
        return False
    last = next((j for j in range(i, max(-1, i - 1 - NEAR), -1) if forms[j : j + 1] and forms[j] in rules.since), -1)
    for k in range(last - 1, max(0, last - 1 - REACH), -1):
        if not BREAKS.isdisjoint(page.tokens.gap(k + 1)):
            return False
        if forms[k] in rules.unequalled or (forms[k] in rules.superlative and forms[k - 1] in rules.before_subjects):
            return True
    return False


def _measured_by(page: Page, when: Span) -> bool:
    """True for the 2017 of "de plus qu'en 2017", "par rapport à 2017", "comparable à la marche record du 31 janvier"."""
    forms, i, last = page.tokens.forms, page.word_at(when.start), page.word_at(when.end)
    if not page.rules.compared.isdisjoint(forms[i:last]):
        i = last - 1  # "par rapport à 2017" is one time
    behind = range(i + 1, min(i + 1 + NEAR, len(forms)))
    if any(forms[k] in page.rules.relatives and ("," not in page.tokens.gap(k) or forms[k] == WHERE) for k in behind):
        return False  # "par rapport à la semaine dernière où 160 000 personnes avaient défilé"
    for j in range(i - 1, max(-1, i - 1 - FAR), -1):
        if not BREAKS.isdisjoint(page.tokens.gap(j + 1)):
            return False
        found = forms[j] in page.rules.compared or (forms[j] in page.rules.thats and _more_before(page, j))
        if found and (i - j <= NEAR or not has_verb(page, range(j + 1, i))):
            return True
        if forms[j] in page.rules.thats:
            return False
    return False


def _more_before(page: Page, that: int) -> bool:
    for k in range(that - 1, max(-1, that - 1 - MORE), -1):
        if not BREAKS.isdisjoint(page.tokens.gap(k + 1)):
            return False
        if page.tokens.forms[k] in page.rules.more:
            return True
    return False


def before(page: Page) -> frozenset[int]:
    """Where the clauses begin that tell, on the outlet's own word, what had been in a year or month before: "avait connu en 2010", "depuis
    2010, quand une crue avait tué"."""
    forms, rules, found = page.tokens.forms, page.rules, set[int]()
    for when in page.read.reading.whens:
        clause = page.clause_at(when.span.start) if when.span and when.precision in OLD else None
        if clause is None or _told(page, clause.start):
            continue
        behind = page.clauses_between(clause.end, clause.end + len(", ") + 1)
        for one in [clause, *(b for b in behind if b.relative or forms[b.words.start] in rules.whenever)]:
            had = (i for i in one.words if forms[i] in rules.had)
            if any(word.endswith(PARTICIPLE) for i in had for word in forms[i + 1 : i + 1 + NEAR]):
                found.add(one.start)
    return frozenset(found | {*_alike(page)})


def _alike(page: Page) -> Iterator[int]:
    """Where the clauses begin that tell of another event of the kind: "un accident semblable avait fait 12 morts"."""
    forms, rules = page.tokens.forms, page.rules
    for i in page.tokens.among(rules.alike):
        clause = page.clause_at(page.tokens.starts[i])
        if clause is None or page.voices(page.tokens.starts[i]) or not rules.of_tolls.isdisjoint(forms[i - 1 : i + 2]):
            continue
        had = (j for j in range(i + 1, min(i + 1 + NEAR + 1, clause.words.stop)) if forms[j] in rules.had_been)
        if any(word.endswith(PARTICIPLE) for j in had for word in forms[j + 1 : j + 1 + NEAR]):
            yield clause.start


def _told(page: Page, offset: int) -> bool:
    """True in what somebody says: there the pluperfect stands for the past ("a dit que deux maisons avaient brûlé")."""
    return bool(page.voices(offset))
