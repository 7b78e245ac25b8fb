"""Lines that stand in many texts although none was taken from another: legal notices, "lire aussi", subscription offers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick

from recoupe import lang
from recoupe.stage import remembered
from recoupe.text import fold
from recoupe.text.sentences import sentences
from recoupe.text.words import words


class Stock(msgspec.Struct, frozen=True):
    """The table `stock.toml` of a language: phrases that mark a line wherever they stand in it, phrases that a line opens with, and `set`
    phrases of reporting, which make no line stock and are no one's wording."""

    anywhere: tuple[str, ...]
    opening: tuple[str, ...]
    set: tuple[str, ...]


@cache
def _phrases(language: str) -> tuple[AhoCorasick, tuple[str, ...], frozenset[int]] | None:
    """The automaton of a language, its patterns, and which of them count at an opening only."""
    if not lang.has(language, "stock"):
        return None
    table = lang.table(language, "stock", Stock)
    patterns = tuple(map(_row, table.anywhere + table.opening))
    return AhoCorasick(patterns), patterns, frozenset(range(len(table.anywhere), len(patterns)))


def phrases(language: str) -> tuple[str, ...]:
    """The phrases that mark a stock line, folded."""
    known = _phrases(language)
    return known[1] if known is not None else ()


def _row(phrase: str) -> str:
    return f" {' '.join(fold(phrase[a:b]) for a, b in words(phrase))} "


@cache
def _set(language: str) -> AhoCorasick | None:
    return AhoCorasick(tuple(map(_row, lang.table(language, "stock", Stock).set))) if lang.has(language, "stock") else None


def set_phrases(folded: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of the words that are a set phrase.

    >>> list(set_phrases("mardi une enquete a ete ouverte par le parquet".split(), "fr"))
    [(1, 6)]
    """
    known = _set(language)
    if known is not None:
        row, starts = f" {' '.join(folded)} ", _starts(folded)
        for _, begin, end in known.find_matches_as_indexes(row, overlapping=True):
            yield bisect_left(starts, begin + 1), bisect_left(starts, end)


def holds_stock(folded: Sequence[str], language: str) -> bool:
    """Whether a phrase of a stock line stands in a text; one that marks a line by opening it may stand elsewhere.

    >>> holds_stock("vous pouvez vous desinscrire".split(), "fr"), holds_stock("le maire a parle".split(), "fr")
    (True, False)
    """
    known = _phrases(language)
    return known is not None and bool(known[0].find_matches_as_indexes(f" {' '.join(folded)} "))


def stock_lines(text: str, language: str, folded: Sequence[str], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of each sentence or line that is stock.

    >>> text = "Le maire a parlé. Lire aussi : La grève continue"
    >>> spans = words(text)
    >>> [text[spans[a][0] : spans[b - 1][1]] for a, b in stock_lines(text, "fr", [fold(text[a:b]) for a, b in spans], spans)]
    ['Lire aussi : La grève continue']
    """
    known = _phrases(language)
    if known is None or not folded:
        return
    automaton, _, opening = known
    row = f" {' '.join(folded)} "
    hits = automaton.find_matches_as_indexes(row, overlapping=True)
    if not hits:
        return
    starts = _starts(folded)
    at = {(bisect_left(starts, begin + 1), pattern in opening) for pattern, begin, _ in hits}
    firsts = [a for a, _ in spans]
    for begin, end in sentences(text):
        first, last = bisect_left(firsts, begin), bisect_left(firsts, end)
        if (first, True) in at or any((word, False) in at for word in range(first, last)):
            yield first, last


def _starts(folded: Sequence[str]) -> list[int]:
    """Where each word stands in the row of all words, a space before each."""
    found, at = [], 1
    for word in folded:
        found.append(at)
        at += len(word) + 1
    return found


CLOSING = 3
"""Lines at the end of a report among which an outlet sets its own: who it is, who wrote, how to reach it."""


@remembered(4096)
def closing_lines(text: str) -> list[tuple[int, int]]:
    """Start and end of the last lines that hold anything; half of them at most.

    >>> text = "Titre\\n\\n" + "Il pleut.\\n" * 6 + "Notre rédaction vous répond."
    >>> [text[a:b] for a, b in closing_lines(text)]
    ['Il pleut.', 'Il pleut.', 'Notre rédaction vous répond.']
    """
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line)
    return found[len(found) - min(CLOSING, len(found) // 2) :]
