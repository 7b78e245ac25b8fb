"""Full text: the stems of all words of a report in an FTS5 index; the passage that answers best is found in the text itself."""

from collections.abc import Iterator, Sequence

from recoupe.model import Report, Span
from recoupe.store.store import Store, listed
from recoupe.text import sentences, stem, words
from recoupe.text.words import STEMMERS


def stems(text: str, language: str) -> Iterator[str]:
    """The stems of all words of `text`, in order.

    >>> list(stems("Les ouvriers grévistes", "fr"))
    ['le', 'ouvri', 'grevist']
    """
    return (stem(text[start:end], language) for start, end in words(text))


def index(store: Store, reports: Sequence[Report]) -> None:
    """Enter the stems of `reports`, none of which has been entered before."""
    if not reports:
        return
    numbers: dict[str, int] = dict(
        store.rows("SELECT id, number FROM report WHERE id IN (SELECT value FROM json_each(?))", (listed(r.id for r in reports),))
    )
    rows = [(numbers[report.id], " ".join(stems(report.text, report.language))) for report in reports]
    store.run_all("INSERT INTO term(rowid, stems) VALUES (?, ?)", rows)


def wanted(query: str) -> tuple[frozenset[str], ...]:
    """What each word of `query` may look like in the index: its stem in any language that has a stemmer, and the bare folded word."""
    found = dict.fromkeys(frozenset(stem(query[a:b], language) for language in (*STEMMERS, "und")) for a, b in words(query))
    return tuple(options for options in found if options != {""})


def matching(store: Store, query: str, limit: int) -> list[str]:
    """Ids of the reports that hold all words of `query`, best first."""
    options = wanted(query)
    if not options:
        return []
    expression = " AND ".join("(" + " OR ".join(f'"{word}"' for word in sorted(forms)) + ")" for forms in options)
    sql = "SELECT r.id FROM term JOIN report r ON r.number = term.rowid WHERE term MATCH ? ORDER BY round(bm25(term), 9), r.id LIMIT ?"
    return [report for (report,) in store.rows(sql, (expression, limit))]


def passage(report: Report, query: str) -> tuple[Span, tuple[Span, ...]]:
    """The sentence of `report` that holds most of the words of `query` (the first of equals), and those words in it."""
    options = wanted(query)
    found: list[tuple[int, int, tuple[Span, ...]]] = []
    best = 0
    for start, end in sentences(report.text) or [(0, len(report.text))]:
        inside = [(start + a, start + b) for a, b in words(report.text[start:end])]
        seen = {(a, b): stem(report.text[a:b], report.language) for a, b in inside}
        hits = tuple(Span(report=report.id, start=a, end=b) for (a, b), form in seen.items() if any(form in forms for forms in options))
        held = sum(any(form in forms for form in seen.values()) for forms in options)
        if held > best or not found:
            best, found = held, [(start, end, hits)]
    start, end, hits = found[0]
    return Span(report=report.id, start=start, end=end), hits
