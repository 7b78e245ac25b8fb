"""What a text says of a number's place among others: it replaces one, is replaced, taken back, only compared with, or was expected."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.comparison import compared, set_against
from recoupe.claims.page import Page
from recoupe.claims.standing_words import Place, StandingWords, standing_words
from recoupe.model import UNHELD, Modality, Quantity, Standing
from recoupe.ontology import MEASURED, unit_kind

STRENGTH = (Standing.WITHDRAWN, Standing.EXPECTED, Standing.FORMER, Standing.COMPARED, Standing.NEW)
"""Of two readings of one number the first holds."""

AHEAD = 14
"""Words between a word and the number before which it stands."""

BEHIND = 9
"""Words between a number and a word that stands behind it."""

NEAR = 3
"""Words within which a verb has its adverb or its auxiliary."""

NOUN = 7
"""Words that a number's noun takes at most: "de 12 blessés légers mardi à 18"."""

STOPS = frozenset(",;:.!?()\n")
STRONG = frozenset(";:.!?\n")


class Stood(NamedTuple):
    """A standing, and the first and last word that give it."""

    standing: Standing
    first: int
    last: int


Found = Iterator[tuple[int, Stood]]
"""Numbers by their place among those of the report, each with how it stands."""


class Book:
    """A page with its numbers by words."""

    def __init__(self, page: Page, known: StandingWords) -> None:
        self.page, self.known, self.forms = page, known, page.tokens.forms
        self.numbers: tuple[Quantity, ...] = page.read.reading.quantities
        self.starts = [page.word_at(q.span.start) for q in self.numbers]
        self.stops = [page.word_at(q.span.end) for q in self.numbers]
        self._sentences = [s.start for s in page.sentences]

    @cached_property
    def against(self) -> frozenset[int]:
        """Where the numbers begin that are set against others."""
        return frozenset(start for start, _ in set_against(self.page))

    @cached_property
    def earlier(self) -> frozenset[int]:
        """Those of them that have another time."""
        return frozenset(compared(self.page)[0])

    @cached_property
    def _given(self) -> Mapping[object, set[object]]:
        """The numbers of each thing."""
        found: dict[object, set[object]] = {}
        for q in self.numbers:
            found.setdefault((q.unit, q.role, q.measure), set()).add((q.value, q.low, q.high))
        return found

    def sentence(self, word: int) -> range:
        """The sentence that holds a word."""
        return self.page.sentences[bisect_right(self._sentences, word) - 1]

    def marked(self, first: int, last: int, marks: frozenset[str]) -> bool:
        """Whether one of `marks` stands between words `first` and `last`."""
        return any(not marks.isdisjoint(self.page.tokens.gap(i)) for i in range(first + 1, last + 1))

    def ahead(self, word: int, reach: int = AHEAD) -> int | None:
        """The first number from `word` on, in its sentence."""
        n = bisect_left(self.starts, word)
        if n == len(self.starts) or self.starts[n] - word > reach or word == 0:
            return None
        return n if self.starts[n] < self.sentence(word - 1).stop else None

    def behind(self, word: int, reach: int = BEHIND, marks: frozenset[str] = STOPS) -> int | None:
        """The last number that ends before `word`, in its sentence, with none of `marks` between."""
        n = bisect_right(self.stops, word) - 1
        if n < 0 or word - self.stops[n] > reach or self.starts[n] < self.sentence(word).start:
            return None
        return None if self.marked(self.stops[n] - 1, word, marks) else n

    def rivalled(self, n: int) -> bool:
        """Whether the report has another number of the same thing."""
        one = self.numbers[n]
        return len(self._given[one.unit, one.role, one.measure]) > 1

    def has(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether one of `words` is among words `first` to before `last`."""
        return not words.isdisjoint(self.forms[max(0, first) : last])

    def said(self, first: int, last: int) -> int | None:
        """The first verb of reporting among words `first` to before `last`."""
        cues = lexicon(self.page.read.report.language)
        for i in range(max(0, first), min(last, len(self.forms))):
            verbs = (*cues.finite.get(self.forms[i], ()), *cues.participles.get(self.forms[i], ()))
            if any(verb.modality is Modality.REPORTED for verb in verbs):
                return i
        return None


def standings(page: Page) -> Mapping[int, Stood]:
    """How the numbers stand of which the text says it, by where they begin."""
    known = standing_words(page.read.report.language)
    hits = page.tokens.among(known.first) if known is not None and page.read.reading.quantities else []
    if known is None or not hits:
        return {}  # "contre" is among them
    book = Book(page, known)
    found: dict[int, Stood] = {}
    for i in hits:
        for rule in known.first[page.tokens.forms[i]]:
            for n, stood in RULES[rule](book, i):
                if n not in found or STRENGTH.index(stood.standing) < STRENGTH.index(found[n].standing):
                    found[n] = stood
    return {book.numbers[n].span.start: stood for n, stood in _turned(book, found).items() if book.numbers[n].measure is None}


def _turned(book: Book, found: dict[int, Stood]) -> dict[int, Stood]:
    """What stands in place of a number that is taken back is the new one: "une version précédente indiquait 58 au lieu de 85"."""
    for n, m in pairwise(range(len(book.numbers))):
        old, cue = found.get(n), found.get(m)
        if old and cue and old.standing is Standing.WITHDRAWN and cue.standing in UNHELD:
            between = book.stops[n] <= cue.first < book.starts[m]
            if between and cue.last + NEAR >= book.starts[m] and old.last < book.starts[n]:
                found[m] = Stood(Standing.NEW, cue.first, cue.last)
    return found


def _disowned(book: Book, i: int) -> Found:
    """ "a démenti avoir dit que 2 000 postes ...": whether or not it is so, nobody here says it."""
    words, forms = book.known.table.words, book.forms
    having = next((j for j in range(i + 1, min(i + NEAR, len(forms))) if forms[j] in words.having), None)
    that = next((j for j in range(i + 1, min(i + NOUN, len(forms))) if forms[j] in words.that), None)
    if having and that and not book.has(i - NEAR, i, words.not_) and book.said(having + 1, that) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, i, that - 1)) for n in _told(book, that + 1))


def _listed(book: Book, i: int) -> Found:
    """The phrases of the table."""
    cues = [c for c in book.known.phrases[book.forms[i]] if book.page.tokens.phrase(i, c.words)]
    for cue in cues:
        stop = i + len(cue.words)
        n = PLACES[cue.place](book, i, stop)
        if n is not None and not _untimely(book, cue.standing, stop, n):
            yield n, Stood(cue.standing, i, stop - 1)
            if cue.place is Place.AHEAD and cue.standing is not Standing.NEW:
                yield from ((m, Stood(cue.standing, i, stop - 1)) for m in _joined(book, n))


def _joined(book: Book, n: int) -> Iterator[int]:
    """The numbers told in one breath with number `n`: "huit morts et un blessé", "12, 15 et 18 cas"."""
    words = book.known.table.words
    for a in range(n, len(book.starts) - 1):
        first, last = book.stops[a], book.starts[a + 1]
        near = last - first <= NEAR + 1 and last < book.sentence(first - 1).stop and not book.marked(first - 1, last, STRONG)
        if not near or not (book.has(first, last, words.also) or last == first) or book.has(first, last, words.contrasts):
            return
        yield a + 1


def _untimely(book: Book, standing: Standing, stop: int, n: int) -> bool:
    """Not new is what was told before: "selon le nouveau bilan de la mairie, qui faisait état de 12"; and "au lieu des 80 autorisés"
    replaces no number that anybody gave."""
    words, start = book.known.table.words, book.starts[n]
    if standing is Standing.NEW:
        return book.has(stop, start, words.was)
    return standing is Standing.EXPECTED and book.has(book.sentence(start).start, start, words.figures)


def _at_once(book: Book, _: int, stop: int) -> int | None:
    n = book.ahead(stop, 2)
    if n is None or book.marked(stop - 1, book.starts[n], STOPS):
        return None
    return n if all(form in book.known.table.words.fillers for form in book.forms[stop : book.starts[n]]) else None


def _ahead(book: Book, _: int, stop: int) -> int | None:
    return book.ahead(stop)


def _behind(book: Book, start: int, _: int) -> int | None:
    return book.behind(start)


def _once(book: Book, start: int, stop: int) -> int | None:
    n = book.behind(start)
    return n if n is not None and book.rivalled(n) and not book.has(stop, stop + 1, book.known.expecting) else None


def _later(book: Book, start: int, _: int) -> int | None:
    return book.behind(start, AHEAD, STRONG)


PLACES: Mapping[Place, Callable[[Book, int, int], int | None]] = {
    Place.BEFORE: _at_once,
    Place.AHEAD: _ahead,
    Place.BEHIND: _behind,
    Place.ONCE: _once,
    Place.LATER: _later,
}


def _moved(book: Book, i: int) -> Found:
    """ "est passé de 12 à 18": the first is former, the second new."""
    n = book.ahead(i + 1, NOUN)
    words = book.known.table.words
    if n is None or n + 1 == len(book.starts) or book.marked(i, book.starts[n + 1], STRONG):
        return
    a, b = book.starts[n : n + 2]
    end = book.stops[n + 1]
    led = book.forms[a - 1] in words.origin and book.forms[b - 1] in words.to and not _by_voice(book, end)
    if led and a > i + 1 and b - book.stops[n] <= NOUN and _becomes(book, i, n):
        yield n, Stood(Standing.FORMER, i, a - 1)
        yield n + 1, Stood(Standing.NEW, i, i)


def _by_voice(book: Book, end: int) -> bool:
    """ "passe de 12 à 90 selon que l'on écoute l'un ou l'autre": nothing has changed."""
    known = book.known
    return any(known.phrase(book.page.tokens, j, "by_voice") for j in range(end, min(end + NEAR + 1, len(book.forms))))


def _becomes(book: Book, i: int, n: int) -> bool:
    """Not of "ont monté de 2 à 3 %", which leaves open by how much."""
    old, new = book.numbers[n], book.numbers[n + 1]
    if old.unit != new.unit:
        return False
    if book.forms[i] in book.known.moves:
        return True
    falls = old.value is not None and new.value is not None and old.value > new.value
    return falls or unit_kind(old.unit) not in MEASURED


def _wrongly(book: Book, i: int) -> Found:
    """ "indiquait à tort que 40 ..."."""
    phrase = book.known.phrase(book.page.tokens, i, "wrongly")
    if phrase and book.said(i - NEAR, i) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, i, i + len(phrase) - 1)) for n in _told(book, i + len(phrase)))


def _told(book: Book, word: int) -> Iterator[int]:
    """The numbers of what is told from `word` on, up to what is set against it."""
    for n in range(bisect_left(book.starts, word), len(book.starts)):
        start = book.starts[n]
        beyond = start >= book.sentence(word - 1).stop or book.marked(word - 1, start, STRONG)
        if beyond or book.has(word, start, book.known.table.words.contrasts):
            return
        yield n


def _first(book: Book, i: int) -> Found:
    """ "avait d'abord annoncé 22 morts", "annonçait auparavant", "initialement annoncé à"; of "a d'abord annoncé" another must follow."""
    phrase = book.known.phrase(book.page.tokens, i, "first")
    stop = i + len(phrase)
    verb = (book.said(stop, stop + 2) or book.said(i - 2, i)) if phrase else None
    n = book.ahead(stop) if verb is not None else None
    if verb is None or n is None or book.marked(stop - 1, book.starts[n], STRONG):
        return
    words = book.known.table.words
    told = book.has(min(i, verb) - NEAR, max(i, verb), words.have) and not book.has(min(i, verb) - NEAR, max(i, verb), words.had)
    if not told or (book.rivalled(n) and n + 1 < len(book.starts) and book.starts[n + 1] < book.sentence(i).stop):
        yield n, Stood(Standing.FORMER, i, stop - 1)


def _previous(book: Book, i: int) -> Found:
    """ "le précédent bilan faisait état de 12", "un premier bilan ..."; "la précédente édition avait attiré": another one's number."""
    words, forms = book.known.table.words, book.forms
    verb = next((j for j in range(i + 1, min(i + NOUN, len(forms))) if forms[j] in words.was), None)
    n = book.ahead(verb + 1) if verb is not None else None
    if n is None or book.marked(i, book.starts[n], STRONG):
        return
    before = forms[i] in words.previous
    if book.has(i - 1, i + 2, words.figures):
        if before or book.rivalled(n):
            yield from ((m, Stood(Standing.FORMER, i, i)) for m in (n, *_joined(book, n)))
    elif before:
        yield n, Stood(Standing.COMPARED, i, i)


def _which(book: Book, i: int) -> Found:
    """ "12 blessés, selon le préfet, qui en comptait 8 à midi": before, he told another number of the same thing."""
    if i + 1 >= len(book.forms) or book.known.table.words.was.isdisjoint(book.forms[i + 1 : i + 3]):
        return
    n, m = book.ahead(i + 2, NOUN), book.behind(i, 2 * AHEAD, STRONG)
    if n is None or m is None or book.marked(i, book.starts[n], STOPS):
        return
    new, old = book.numbers[m], book.numbers[n]
    if (new.unit, new.role, new.measure) == (old.unit, old.role, old.measure) and new.value != old.value:
        yield n, Stood(Standing.FORMER, i, i + 1)


def _version(book: Book, i: int) -> Found:
    """ "une première version de cet article indiquait 58": the text takes back what it had."""
    words, forms = book.known.table.words, book.forms
    paper = next((j for j in range(i + 1, min(i + 5, len(forms))) if forms[j] in words.papers), None)
    if paper is None or forms[paper - 1] not in words.ours or not book.has(i - 1, i + 2, words.versions):
        return
    if book.said(paper + 1, paper + 1 + NOUN) is not None:
        yield from ((n, Stood(Standing.WITHDRAWN, max(0, i - 1), paper)) for n in _told(book, paper + 1))


def _taken_back(book: Book, i: int) -> Found:
    """ "est revenue sur son chiffre de 300", "a rectifié son bilan de 12"; "le bilan de 22 morts a été revu"."""
    words, forms = book.known.table.words, book.forms
    n = book.ahead(i + 2, 0) if i + 1 < len(forms) and forms[i + 1] in words.origin else None
    if n is None:
        return
    if i > 1 and forms[i - 1] in words.own:
        back = forms[i - 2] in book.known.taking or (forms[i - 2] in words.on and book.has(i - 5, i - 2, words.returned))
        if back:
            yield n, Stood(Standing.WITHDRAWN, i - 2, i)
    stop = book.stops[n]
    for j in range(stop, min(stop + NOUN, book.sentence(i).stop)):
        if forms[j] in book.known.revised and book.has(j - 2, j, words.been) and not book.marked(stop - 1, j, STOPS):
            yield n, Stood(Standing.FORMER, j, j)


def _expected(book: Book, i: int) -> Found:
    """ "loin des 300 000 annoncés", "54 sur les 90 attendus", "contre 400 prévus"."""
    n = book.behind(i, NEAR)
    if n is None:
        return
    for back in range(1, NEAR + 2):
        at = book.starts[n] - back
        phrase = book.known.phrase(book.page.tokens, at, "short_of") if at >= 0 else ()
        if phrase and at + len(phrase) in (book.starts[n], book.starts[n] - 1) and at >= book.sentence(i).start:
            yield n, Stood(Standing.EXPECTED, at, i)
            return


def _given_out(book: Book, i: int) -> Found:
    """ "donnés pour morts, ils ont été retrouvés vivants"."""
    words, sentence = book.known.table.words, book.sentence(i)
    n = book.behind(i, NEAR, STRONG)
    if n is not None and book.has(i + 1, i + NEAR, words.dead) and book.has(i + 1, sentence.stop, words.alive):
        yield n, Stood(Standing.WITHDRAWN, i, i)


def _against(book: Book, i: int) -> Found:
    """ "contre 12 auparavant" is an earlier state, "contre 43,8 % à son rival" another's; not where each has a source of its own."""
    n = book.ahead(i + 1, 0)
    if n is None or (start := book.numbers[n].span.start) not in book.against:
        return
    words, stop = book.known.table.words, book.stops[n]
    behind = min(stop + BEHIND, book.sentence(i).stop)
    counted_on = start in book.earlier and book.numbers[n].role is not None  # a toll goes on, what a day or a year has ends with it
    if counted_on or book.has(stop, behind, words.previous | words.opening | words.until_now):
        yield from ((m, Stood(Standing.FORMER, i, i)) for m in (n, *_joined(book, n)))
    elif start in book.earlier or (not _voiced(book, n, i) and book.numbers[n].unit not in book.known.table.words.ballots):
        yield from ((m, Stood(Standing.COMPARED, i, i)) for m in (n, *_joined(book, n)))


def _voiced(book: Book, n: int, cue: int) -> bool:
    """Whether it has a source of its own: "contre 30 000 selon les syndicats", "90 pour la police, contre 30 000 pour les syndicats"."""
    words, stop = book.known.table.words, book.stops[n]
    end = min(stop + BEHIND, book.sentence(cue).stop)
    first = book.stops[n - 1] if n else book.sentence(cue).start
    return book.has(stop, end, words.voiced) or (book.has(stop, end, words.for_whom) and book.has(first, cue, words.for_whom))


RULES: Mapping[str, Callable[[Book, int], Found]] = {
    "listed": _listed,
    "moved": _moved,
    "wrongly": _wrongly,
    "first": _first,
    "previous": _previous,
    "which": _which,
    "version": _version,
    "figures": _taken_back,
    "disowned": _disowned,
    "expected": _expected,
    "given_out": _given_out,
    "against": _against,
}
