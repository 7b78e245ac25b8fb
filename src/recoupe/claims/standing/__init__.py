"""What a text says of a number's place among others: it replaces one, is replaced, taken back, only compared with, or was expected."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from recoupe.claims.counts.comparison import bracketed
from recoupe.claims.page import Page
from recoupe.claims.standing.row import AHEAD, BEHIND, COLON, DAYS, NEAR, STOPS, STRONG, Found, Row, Stood
from recoupe.claims.standing.words import Place, standing_words
from recoupe.claims.standing.wrong import brought, not_so_many, passive, replaced, we_wrote, wrong_figure
from recoupe.model import UNHELD, Standing
from recoupe.ontology import MEASURED, UnitKind, unit_kind

STRENGTH = (Standing.WITHDRAWN, Standing.EXPECTED, Standing.FORMER, Standing.COMPARED, Standing.NEW)
"""Of two readings of one number the first holds."""

NOUN = 7
"""Words that a number's noun takes at most: "de 12 blessés légers mardi à 18"."""


def standings(page: Page) -> Mapping[int, Stood]:
    """How the numbers stand of which the text says it, by where they begin."""
    known = standing_words(page.read.report.language)
    if known is None or not page.read.reading.quantities:
        return {}
    hits, put_in = page.tokens.among(known.first), [n for n in range(len(page.read.reading.quantities)) if bracketed(page, n)]
    if not hits and not put_in:
        return {}
    row = Row(page, known)
    found = {n: Stood(Standing.COMPARED, row.starts[n], row.stops[n] - 1) for n in put_in}
    for i in hits:
        for rule in known.first[page.tokens.forms[i]]:
            for n, stood in RULES[rule](row, i):
                if n not in found or STRENGTH.index(stood.standing) < STRENGTH.index(found[n].standing):
                    found[n] = stood
    return {row.numbers[n].span.start: stood for n, stood in _turned(row, found).items() if row.numbers[n].measure is None}


def _turned(row: Row, found: dict[int, Stood]) -> dict[int, Stood]:
    """What stands in place of a number that is taken back is the new one: "une version précédente indiquait 58 au lieu de 85", "85, et non
    58"."""
    for n, m in pairwise(range(len(row.numbers))):
        old, cue = found.get(n), found.get(m)
        if old is None and cue and cue.standing is Standing.WITHDRAWN and _not_but(row, n, m, cue):
            found[n] = Stood(Standing.NEW, cue.first, cue.last)
        if old and cue and old.standing is Standing.WITHDRAWN and cue.standing in UNHELD:
            between = row.stops[n] <= cue.first < row.starts[m] and row.sentence(cue.first).start <= row.starts[n]
            if between and cue.last + NEAR >= row.starts[m] and old.last < row.starts[n]:
                found[m] = Stood(Standing.NEW, cue.first, cue.last)
    return found


def _not_but(row: Row, n: int, m: int, cue: Stood) -> bool:
    """Whether between two numbers of one thing stand the words that take back the second, behind the noun of the first."""
    new, old = row.numbers[n], row.numbers[m]
    beside = (
        row.stops[n] <= cue.first <= row.stops[n] + NOUN and cue.last < row.starts[m] and row.sentence(cue.first).start <= row.starts[n]
    )
    return (
        beside
        and (new.unit, new.role) == (old.unit, old.role)
        and new.value != old.value
        and not row.marked(row.stops[n] - 1, row.starts[m], STRONG)
    )


def _disowned(row: Row, i: int) -> Found:
    """ "a démenti avoir dit que 2 000 postes ...": whether or not it is so, nobody here says it."""
    words, forms = row.words, row.forms
    having = next((j for j in range(i + 1, min(i + NEAR, len(forms))) if forms[j] in words.having), None)
    that = next((j for j in range(i + 1, min(i + NOUN, len(forms))) if forms[j] in words.that), None)
    if having and that and not row.has(i - NEAR, i, words.not_) and row.said(having + 1, that) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, i, that - 1)) for n in row.told(that + 1))


def _listed(row: Row, i: int) -> Found:
    """The phrases of the table."""
    phrases = row.known.phrases
    for cue in phrases.get(row.forms[i : i + 2]) or phrases.get(row.forms[i : i + 1], ()):
        stop = i + len(cue.words)
        if row.forms[i:stop] != cue.words:
            continue
        n = PLACES[cue.place](row, i, stop)
        if n is not None and not _untimely(row, cue.standing, (i, stop), n):
            yield n, Stood(cue.standing, i, stop - 1)
            if cue.place is Place.AHEAD:
                others = row.told_with(n) if cue.standing is Standing.NEW else row.joined(n)
                yield from ((m, Stood(cue.standing, i, stop - 1)) for m in others)


def _untimely(row: Row, standing: Standing, cue: tuple[int, int], n: int) -> bool:
    """Not new is what was told before: "selon le nouveau bilan de la mairie, qui faisait état de 12", nor a price that "est tombé à" so
    much; and "au lieu des 80 autorisés" replaces no number that anybody gave."""
    words, start, (first, stop) = row.words, row.starts[n], cue
    if standing is Standing.NEW:
        return row.has(stop, start, words.was) or any(_level(row, i, n) for i in range(first, stop))
    return standing is Standing.EXPECTED and row.has(row.sentence(start).start, start, words.figures)


def _at_once(row: Row, _: int, stop: int) -> int | None:
    n = row.ahead(stop, 2)
    if n is None or row.marked(stop - 1, row.starts[n], STOPS):
        return None
    return n if all(form in row.words.fillers for form in row.forms[stop : row.starts[n]]) else None


def _ahead(row: Row, _: int, stop: int) -> int | None:
    return row.ahead(stop)


def _behind(row: Row, start: int, _: int) -> int | None:
    return row.behind(start)


def _once(row: Row, start: int, stop: int) -> int | None:
    n = row.behind(start)
    return n if n is not None and row.rivalled(n) and not row.has(stop, stop + 1, row.known.expecting) else None


def _later(row: Row, start: int, _: int) -> int | None:
    return row.behind(start, AHEAD, STRONG)


PLACES: Mapping[Place, Callable[[Row, int, int], int | None]] = {
    Place.BEFORE: _at_once,
    Place.AHEAD: _ahead,
    Place.BEHIND: _behind,
    Place.ONCE: _once,
    Place.LATER: _later,
}


def _moved(row: Row, i: int) -> Found:
    """ "est passé de 12 à 18": the first is former, the second new; of a price, the first is only set beside the second."""
    n = row.ahead(i + 1, NOUN)
    words = row.words
    if n is None or n + 1 == len(row.starts) or row.marked(i, row.starts[n + 1], STRONG):
        return
    a, b = row.starts[n : n + 2]
    end = row.stops[n + 1]
    led = row.forms[a - 1] in words.origin and row.forms[b - 1] in words.to and not _by_voice(row, end)
    if led and a > i + 1 and b - row.stops[n] <= NOUN and _becomes(row, i, n):
        if _level(row, i, n):
            yield n, Stood(Standing.COMPARED, i, a - 1)
            return
        yield n, Stood(Standing.FORMER, i, a - 1)
        yield n + 1, Stood(Standing.NEW, i, i)


def _level(row: Row, i: int, n: int) -> bool:
    """Whether the verb `i` tells how a price, a rate or a level changed, no figure that somebody gave and gives anew."""
    if row.forms[i] not in row.known.levels or row.has(row.sentence(i).start, row.starts[n], row.words.figures):
        return False
    number = row.numbers[n]
    return number.role is None or unit_kind(number.unit) in MEASURED


def _by_voice(row: Row, end: int) -> bool:
    """ "passe de 12 à 90 selon que l'on écoute l'un ou l'autre": nothing has changed."""
    known = row.known
    return any(known.phrase(row.page.tokens, j, "by_voice") for j in range(end, min(end + NEAR + 1, len(row.forms))))


def _becomes(row: Row, i: int, n: int) -> bool:
    """Not of "ont monté de 2 à 3 %", which leaves open by how much."""
    old, new = row.numbers[n], row.numbers[n + 1]
    if old.unit != new.unit:
        return False
    if row.forms[i] in row.known.moves:
        return True
    falls = old.value is not None and new.value is not None and old.value > new.value
    return falls or unit_kind(old.unit) not in MEASURED


def _wrongly(row: Row, i: int) -> Found:
    """ "indiquait à tort que 40 ..."."""
    phrase = row.known.phrase(row.page.tokens, i, "wrongly")
    if phrase and row.said(i - NEAR, i) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, i, i + len(phrase) - 1)) for n in row.told(i + len(phrase)))


def _first(row: Row, i: int) -> Found:
    """ "avait d'abord annoncé 22 morts", "annonçait auparavant", "initialement annoncé à"; of "a d'abord annoncé" another must follow."""
    phrase = row.known.phrase(row.page.tokens, i, "first")
    stop = i + len(phrase)
    verb = (row.said(stop, stop + 2) or row.said(i - 2, i)) if phrase else None
    if verb is not None and (old := passive(row, i, verb)) is not None:
        yield old, Stood(Standing.FORMER, i, stop - 1)
        return
    n = row.ahead(stop) if verb is not None else None
    if verb is None or n is None or row.marked(stop - 1, row.starts[n], STRONG):
        return
    words = row.words
    told = row.has(min(i, verb) - NEAR, max(i, verb), words.have) and not row.has(min(i, verb) - NEAR, max(i, verb), words.had)
    if not told or (row.rivalled(n) and n + 1 < len(row.starts) and row.starts[n + 1] < row.sentence(i).stop):
        yield from ((m, Stood(Standing.FORMER, i, stop - 1)) for m in (n, *row.told_with(n)))


def _previous(row: Row, i: int) -> Found:
    """ "le précédent bilan faisait état de 12", "un premier bilan ..."; "la précédente édition avait attiré": another one's number."""
    words, forms = row.words, row.forms
    verb = next((j for j in range(i + 1, min(i + NOUN, len(forms))) if forms[j] in words.was), None)
    n = row.ahead(verb + 1) if verb is not None else None
    if n is None or row.marked(i, row.starts[n], STRONG):
        return
    before = forms[i] in words.previous
    if row.has(i - 1, i + 2, words.figures):
        if before or row.rivalled(n):
            yield from ((m, Stood(Standing.FORMER, i, i)) for m in (n, *row.joined(n)))
    elif before:
        yield n, Stood(Standing.COMPARED, i, i)


def _which(row: Row, i: int) -> Found:
    """ "12 blessés, selon le préfet, qui en comptait 8 à midi", "ce bilan, qui était de 8 la veille": what it was before."""
    if i + 1 >= len(row.forms) or row.words.was.isdisjoint(row.forms[i + 1 : i + 3]):
        return
    n, m = row.ahead(i + 2, NOUN), row.behind(i, 2 * AHEAD, STRONG)
    if n is None or row.marked(i, row.starts[n], STOPS) or row.yearly(row.stops[n]):
        return
    if row.has(i - NEAR, i, row.words.figures) and row.rivalled(n):
        yield from ((k, Stood(Standing.FORMER, i, i + 1)) for k in (n, *row.told_with(n)))
    if m is None:
        return
    new, old = row.numbers[m], row.numbers[n]
    if (new.unit, new.role, new.measure) == (old.unit, old.role, old.measure) and new.value != old.value:
        yield from ((k, Stood(Standing.FORMER, i, i + 1)) for k in (n, *row.told_with(n)))


def _he_had(row: Row, i: int) -> Found:
    """ "La préfecture recense 12 foyers. Elle en comptait 8 lundi.": before, the same one told another number of the same thing."""
    words, forms, own = row.words, row.forms, row.sentence(i)
    if i == 0 or forms[i + 1 : i + 2] != ("en",) or words.was.isdisjoint(forms[i + 2 : i + 3]) or row.said(i + 2, i + 4) is None:
        return
    n, before = row.ahead(i + 2, NOUN), row.sentence(own.start - 1) if i == own.start and i else own
    told = row.said(before.start, min(i, before.stop)) is not None or row.has(before.start, min(i, before.stop), words.voiced)
    if n is None or not told or row.marked(i, row.starts[n], STOPS):
        return
    old = row.numbers[n]
    earlier = [q for q, at in zip(row.numbers, row.starts, strict=True) if before.start <= at < i]
    if any((q.unit, q.measure) == (old.unit, old.measure) and q.role in {None, old.role} and q.value != old.value for q in earlier):
        standing = Standing.COMPARED if row.yearly(row.stops[n]) else Standing.FORMER
        yield from ((k, Stood(standing, i, i + 2)) for k in (n, *row.joined(n)))


def _version(row: Row, i: int) -> Found:
    """ "une première version de cet article indiquait 58", "dans une version antérieure de ce texte, nous écrivions": taken back."""
    words, forms = row.words, row.forms
    paper = next((j for j in range(i + 1, min(i + 5, len(forms))) if forms[j] in words.papers), None)
    if paper is None or forms[paper - 1] not in words.ours or not row.has(i - 1, i + 2, words.versions):
        return
    if row.has(paper + 1, paper + 1 + NOUN, words.wrote) or row.said(paper + 1, paper + 1 + NOUN) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, max(0, i - 1), paper)) for n in row.told(paper + 1))


def _taken_back(row: Row, i: int) -> Found:
    """ "est revenue sur son chiffre de 300", "a rectifié son bilan de 12"; "le bilan de 22 morts a été revu"; "a revu son bilan : 14"."""
    words, forms = row.words, row.forms
    yield from _put_right(row, i)
    n = row.ahead(i + 2, 0) if i + 1 < len(forms) and forms[i + 1] in words.origin else None
    if n is None:
        return
    if i > 1 and _put_aside(row, i):
        yield n, Stood(Standing.FORMER, i - 1, i)
    if i > 1 and forms[i - 1] in words.own:
        back = forms[i - 2] in row.known.taking or (forms[i - 2] in words.on and row.has(i - 5, i - 2, words.returned))
        if back:
            yield n, Stood(Standing.WITHDRAWN, i - 2, i)
    stop = row.stops[n]
    for j in range(stop, min(stop + NOUN, row.sentence(i).stop)):
        if forms[j] in row.known.revised and row.has(j - 2, j, words.been) and not row.marked(stop - 1, j, STOPS):
            yield n, Stood(Standing.FORMER, j, j)


def _put_aside(row: Row, i: int) -> bool:
    """ "revoyant à la hausse le chiffre de six donné la veille"."""
    if row.forms[i - 1] not in row.words.the:
        return False
    verbs = [j for j in range(max(row.sentence(i).start, i - BEHIND), i - 1) if row.forms[j] in row.known.changing]
    return bool(verbs) and not row.marked(verbs[-1], i, STOPS)


def _put_right(row: Row, i: int) -> Found:
    """ "a revu à la hausse son estimation du rejet : 640 tonnes": what stands behind the colon is the new one."""
    n = row.ahead(i + 1)
    own = row.forms[i - 1] in row.words.own if i else False
    if own and n is not None and row.has(i - BEHIND, i - 1, row.known.taking) and row.marked(i, row.starts[n], COLON):
        yield n, Stood(Standing.NEW, i - 1, i)


def _expected(row: Row, i: int) -> Found:
    """ "loin des 300 000 annoncés", "54 sur les 90 attendus", "contre 400 prévus"; "contre 60 annoncés la veille" is an earlier figure."""
    n = row.behind(i, NEAR)
    if n is None:
        return
    for back in range(1, NEAR + 2):
        at = row.starts[n] - back
        phrase = row.known.phrase(row.page.tokens, at, "short_of") if at >= 0 else ()
        if phrase and at + len(phrase) in (row.starts[n], row.starts[n] - 1) and at >= row.sentence(i).start:
            overtaken = row.numbers[n].span.start in row.against and _overtaken(row, n, i)
            yield n, Stood(Standing.FORMER if overtaken else Standing.EXPECTED, at, i)
            return


def _overtaken(row: Row, n: int, i: int) -> bool:
    """Whether the number given out has been revised since, as the sentence says, or by when it was given out; how many would come is not
    revised by how many came."""
    words, first = row.words, row.sentence(i).start
    if row.forms[i] not in row.known.given:
        return False
    if row.has(first, row.starts[n], row.known.revised) or row.has(first, row.starts[n], words.figures):
        return True
    number = row.numbers[n]
    if number.role is None and unit_kind(number.unit) is UnitKind.PERSON:
        return False
    lately = number.role is not None or unit_kind(number.unit) in MEASURED
    return row.dated(i) or (lately and row.has(row.stops[n], i + NEAR + 2, words.until_now))


def _against(row: Row, i: int) -> Found:
    """ "contre 12 auparavant" is an earlier state, "contre 43,8 % à son rival" another's, "contre 17 en 2019" another time's.

    Not where each has a source of its own.
    """
    n = row.ahead(i + 1, 0)
    if n is None or (start := row.numbers[n].span.start) not in row.against:
        return
    words, stop = row.words, row.stops[n]
    behind = min(stop + BEHIND, row.sentence(i).stop)
    period = row.has(stop, behind, words.periods) or ((when := row.earlier.get(start)) is not None and when.precision not in DAYS)
    counted_on = start in row.earlier and row.numbers[n].role is not None  # a toll goes on, what a day or a year has ends with it
    if not period and (counted_on or row.has(stop, behind, words.previous | words.opening | words.until_now)):
        yield from ((m, Stood(Standing.FORMER, i, i)) for m in (n, *row.joined(n)))
    elif period or start in row.earlier or (not _voiced(row, n, i) and row.numbers[n].unit not in row.words.ballots):
        yield from ((m, Stood(Standing.COMPARED, i, i)) for m in (n, *row.joined(n)))


def _voiced(row: Row, n: int, cue: int) -> bool:
    """Whether it has a source of its own: "contre 30 000 selon les syndicats", "90 pour la police, contre 30 000 pour les syndicats"."""
    words, stop, page = row.words, row.stops[n], row.page
    if page.voices(row.numbers[n].span.start) - page.voices(page.tokens.starts[cue]):
        return True
    end = min(stop + BEHIND, row.sentence(cue).stop)
    first = row.stops[n - 1] if n else row.sentence(cue).start
    return row.has(stop, end, words.voiced) or (row.has(stop, end, words.for_whom) and row.has(first, cue, words.for_whom))


RULES: Mapping[str, Callable[[Row, int], Found]] = {
    "listed": _listed,
    "moved": _moved,
    "wrongly": _wrongly,
    "first": _first,
    "previous": _previous,
    "which": _which,
    "he": _he_had,
    "version": _version,
    "wrote": we_wrote,
    "figures": _taken_back,
    "wrong": wrong_figure,
    "brought": brought,
    "replaced": replaced,
    "nots": not_so_many,
    "disowned": _disowned,
    "expected": _expected,
    "against": _against,
}
