"""Numbers that a text sets right: "huit morts, pas douze", "un bilan erroné de douze morts", "a ramené ce chiffre à 63"."""

from recoupe.claims.standing.row import NEAR, STOPS, STRONG, Found, Row, Stood
from recoupe.model import Standing

ASIDE = frozenset(',–—(«"“')
"""Marks that part a number from the one that it is said not to be."""

FIGURE = 6
"""Words between a figure and its number: "le bilan, d'abord fixé à douze morts"."""

SHORT = 5
"""Words between a number and the figure that it is called."""


def not_so_many(row: Row, i: int) -> Found:
    """ "huit morts, pas douze", "Pas douze, mais huit": the number at once behind, where the sentence has another of the same thing."""
    yield from _not_counted(row, i)
    n = row.ahead(i + 1, 1)
    if n is None or not set(row.forms[i + 1 : row.starts[n]]) <= row.words.fillers:
        return
    number, sentence = row.numbers[n], row.sentence(i)
    if number.value is not None and number.value <= 1:  # "pas un n'est venu"
        return
    head = i == sentence.start or "«" in row.page.tokens.gap(i)
    m = n + 1 if head else n - 1
    if not 0 <= m < len(row.numbers) or row.starts[m] not in sentence or (not head and ASIDE.isdisjoint(row.page.tokens.gap(i))):
        return
    other = row.numbers[m]
    if other.unit == number.unit and other.value != number.value:
        yield n, Stood(Standing.WITHDRAWN, i, i)


def _not_counted(row: Row, i: int) -> Found:
    """ "n'a pas compté 56 noyés à Sète mais 65": who says that it is the one number and not the other takes the other back."""
    words, forms, sentence = row.words, row.forms, row.sentence(i)
    n = row.ahead(i + 2, NEAR) if row.has(max(sentence.start, i - NEAR), i, words.not_) else None
    if n is None or n + 1 >= len(row.numbers) or row.marked(i, row.starts[n], STOPS):
        return
    stop, new = row.stops[n], row.starts[n + 1]
    contrast = next((j for j in range(stop, new) if forms[j] in words.contrasts), None)
    if (
        contrast is None
        or new not in sentence
        or row.marked(stop - 1, contrast - 1, STOPS)
        or not set(forms[contrast + 1 : new]) <= words.fillers
    ):
        return
    if row.numbers[n].unit == row.numbers[n + 1].unit and row.numbers[n].value != row.numbers[n + 1].value:
        yield n, Stood(Standing.WITHDRAWN, i, i)
        yield n + 1, Stood(Standing.NEW, contrast, contrast)


def wrong_figure(row: Row, i: int) -> Found:
    """ "un bilan erroné de douze morts", "un faux chiffre de 300 grévistes"; "Douze morts, c'était le bilan erroné de l'agence"."""
    forms, wrong = row.forms, row.known.wrong
    behind, before = forms[i + 1 : i + 2] and forms[i + 1] in wrong, i > 0 and forms[i - 1] in wrong
    if not behind and not before:
        return
    stop = i + 2 if behind else i + 1
    n = row.ahead(stop + 1, 0) if forms[stop : stop + 1] and forms[stop] in row.words.origin else None
    if n is None:
        m = row.behind(i, SHORT, STRONG)
        called = m is not None and row.stops[m] < i and set(forms[row.stops[m] : i]) <= row.words.equating
        n = m if called else None
    if n is not None:
        yield n, Stood(Standing.WITHDRAWN, i, stop - 1)


def brought(row: Row, i: int) -> Found:
    """ "la police a ramené ce chiffre à 63": that is new, and the number of the same thing before it former."""
    forms, words = row.forms, row.words
    n = row.ahead(i + 2, 0) if forms[i + 1 : i + 2] and forms[i + 1] in words.to else None
    if (
        n is None
        or forms[i - 1] not in words.these | words.the | words.own
        or not row.has(i - NEAR, i - 1, row.known.changing | row.known.moves)
    ):
        return
    yield n, Stood(Standing.NEW, i, i + 1)
    if n and forms[i - 1] in words.these and row.numbers[n - 1].unit == row.numbers[n].unit:
        yield n - 1, Stood(Standing.FORMER, i - 1, i)


def replaced(row: Row, i: int) -> Found:
    """ "le chiffre de 12, donné par la mairie, a été ramené à 10", "le bilan de 12, porté à 18,": the figure before is former."""
    forms, words = row.forms, row.words
    m = row.ahead(i + 2, 1) if forms[i + 1 : i + 2] and forms[i + 1] in words.to else None
    if not m or not (row.has(i - NEAR, i, words.been) or "," in row.page.tokens.gap(i)):
        return
    old, new, start = row.numbers[m - 1], row.numbers[m], row.starts[m - 1]
    own = row.sentence(i)
    figured = start >= own.start and row.stops[m - 1] <= i and row.has(max(own.start, start - FIGURE), start, words.figures)
    if figured and (old.unit, old.role) == (new.unit, new.role) and old.value != new.value:
        yield m - 1, Stood(Standing.FORMER, i, i + 1)


def passive(row: Row, i: int, verb: int) -> int | None:
    """The number of "70 personnes ont d'abord été annoncées bloquées", where another one follows or it had been given out before."""
    n = row.behind(min(i, verb) - 1, NEAR, STOPS)
    if n is None or not row.has(min(i, verb), verb, row.words.been) or not row.has(i - NEAR, i + 1, row.words.have | row.words.had):
        return None
    return n if row.rivalled(n) or row.has(i - NEAR, i + 1, row.words.had) else None


def we_wrote(row: Row, i: int) -> Found:
    """ "Nous avions écrit que 43 élus ont signé. C'est 42.", "nous indiquions 21 morts ; il y en a 12": taken back by its own outlet."""
    forms, own = row.forms, row.sentence(i)
    if i == own.start or forms[i - 1] not in row.words.we or (forms[i] in row.words.we_have and row.said(i + 1, i + 3) is None):
        return
    parted = next((j for j in range(i + 1, own.stop) if ";" in row.page.tokens.gap(j)), own.stop)
    version = row.has(own.start, i, row.words.version) and row.has(own.start, i, row.words.versions)
    for n in row.told(i + 1):
        if row.stops[n] <= parted and (version or _set_right(row, n, parted)):
            yield n, Stood(Standing.WITHDRAWN, i - 1, i)


def _set_right(row: Row, n: int, after: int) -> bool:
    """Whether the next words are short and give another number: "C'est 42", "il y en a douze"."""
    if after >= len(row.forms):
        return False
    words = range(after, min(row.sentence(after).stop, after + BRIEF + 1))
    others = {at for q, at in zip(row.numbers, row.starts, strict=True) if q.value != row.numbers[n].value}
    told = any(j in others or (row.forms[j].isdigit() and row.forms[j] != str(row.numbers[n].value)) for j in words)
    return told and len(words) <= BRIEF


BRIEF = 8
"""Words of a sentence that only sets a number right."""
