"""Full text: the stems of all words of a report in an FTS5 index; the passage that answers best is found in the text itself."""

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from recoupe.lang import available, table
from recoupe.model import Report, Span
from recoupe.store.store import Store, listed
from recoupe.text import fold, sentences, stem, words
from recoupe.text.words import STEMMERS, WORD


class NumberWords(msgspec.Struct, frozen=True):
    """Of a language's table of numbers the words that are one."""

    atoms: str


@lru_cache(maxsize=100_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """What stands for `word` in the index: its stem, and the stem that it has when written without diacritics (in capitals, in haste).

    >>> forms("évacuées", "fr"), forms("evacuees", "fr"), forms("tramways", "fr")
    (('evacu', 'evacue'), ('evacue',), ('tramway',))
    >>> forms("nonante", "fr"), forms("non", "fr")
    (('nonante',), ('non',))
    """
    folded = fold(word)
    return (folded,) if folded in _numbers() else tuple(sorted({stem(word, language), stem(folded, language)}))


@cache
def _numbers() -> frozenset[str]:
    """Number words of all languages: a stemmer takes the end of some for an ending, and "nonante" would be "non"."""
    return frozenset(fold(word) for code in available() for word in table(code, "numbers", NumberWords).atoms.split())


def index(store: Store, reports: Sequence[Report]) -> None:
    """Enter the stems of `reports`, none of which has been entered before."""
    if not reports:
        return
    numbers: dict[str, int] = dict(
        store.rows("SELECT id, number FROM report WHERE id IN (SELECT value FROM json_each(?))", (listed(r.id for r in reports),))
    )
    rows = [(numbers[report.id], _terms(report)) for report in reports]
    store.run_all("INSERT INTO term(rowid, stems) VALUES (?, ?)", rows)


def _terms(report: Report) -> str:
    found = WORD.findall(report.text)
    known = {word: " ".join(forms(word, report.language)) for word in set(found)}
    return " ".join([known[word] for word in found])


def wanted(query: str) -> tuple[frozenset[str], ...]:
    """What each word of `query` may look like in the index, in any language that has a stemmer or in none.

    >>> [sorted(forms) for forms in wanted("bacs repartis")]
    [['bac', 'bacs'], ['repart', 'reparti', 'repartis']]
    """
    languages = (*STEMMERS, "und")
    found = dict.fromkeys(frozenset(f for language in languages for f in forms(query[a:b], language) if f) for a, b in words(query))
    return tuple(options for options in found if options)


def matching(store: Store, query: str, limit: int) -> list[str]:
    """Ids of the reports that hold all words of `query`, best first.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.store.arrivals import receive
    >>> with Store() as store:
    ...     _ = receive(store, [member(b'{"text": "Les bacs repartent demain vers la rive gauche du fleuve."}', "a")])
    ...     [len(matching(store, query, 5)) for query in ("bac", "bac rive", "crue")]
    [1, 1, 0]
    """
    options = wanted(query)
    if not options:
        return []
    expression = " AND ".join("(" + " OR ".join(f'"{word}"' for word in sorted(forms)) + ")" for forms in options)
    sql = "SELECT r.id FROM term JOIN report r ON r.number = term.rowid WHERE term MATCH ? ORDER BY round(bm25(term), 9), r.id LIMIT ?"
    return [report for (report,) in store.rows(sql, (expression, limit))]


def passage(report: Report, query: str) -> tuple[Span, tuple[Span, ...]]:
    """The sentence of `report` that holds most of the words of `query` (the first of equals), and those words in it.

    >>> from recoupe.ingest.objects import member
    >>> found = member('{"text": "La crue recule. Le bac repart demain. Un autre bac attend."}'.encode(), "a")
    >>> sentence, hits = passage(found, "bacs demain")
    >>> found.text[sentence.start : sentence.end], [found.text[hit.start : hit.end] for hit in hits]
    ('Le bac repart demain.', ['bac', 'demain'])
    """
    options = wanted(query)
    found: list[tuple[int, int, tuple[Span, ...]]] = []
    best = 0
    for start, end in sentences(report.text) or [(0, len(report.text))]:
        inside = [(start + a, start + b) for a, b in words(report.text[start:end])]
        seen = {at: frozenset(forms(report.text[slice(*at)], report.language)) for at in inside}
        hits = tuple(Span(report=report.id, start=a, end=b) for (a, b), stood in seen.items() if any(stood & asked for asked in options))
        held = sum(any(stood & asked for stood in seen.values()) for asked in options)
        if held > best or not found:
            best, found = held, [(start, end, hits)]
    start, end, hits = found[0]
    return Span(report=report.id, start=start, end=end), hits
