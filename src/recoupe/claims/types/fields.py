"""The field of news that ordinary words tell: rifles, carriages, rain. Asked only where no word names what caused a toll."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

from recoupe import lang
from recoupe.lang.plurals import regular

Field = tuple[str, int]
"""An event type, and a word of its field."""

BACK = 4
"""How many sentences before are asked at last."""

FEW = 3
"""The least different words that tell the field of a whole report."""

AHEAD = 2
"""How many times as many as of the next field."""

HEAD = 2
"""How many sentences open a report: its title and its lead."""


@cache
def fields(language: str) -> dict[str, str]:
    """The event type whose field a word is of, by form; empty where a language has no such words.

    >>> fields("fr")["wagons"], "table" in fields("fr")
    ('ACCIDENT', False)
    """
    found = lang.table(language, "fields", dict[str, tuple[str, ...]]) if lang.has(language, "fields") else {}
    return {form: type_ for type_, words in found.items() for word in words for form in (word.casefold(), regular(word.casefold()))}


class Fields:
    """The words of a text that are of some field, looked up once: a long text asks for many of its sentences."""

    def __init__(self, forms: Sequence[str], sentences: Sequence[range], language: str) -> None:
        known = fields(language)
        self._sentences = sentences
        self._words = [(i, form, known[form]) for i, form in enumerate(forms) if form in known]
        self._starts = [i for i, *_ in self._words]
        self._told = dict[int, Field | None]()

    def told(self, sentence: int) -> Field | None:
        """The field of a sentence, else of title and lead, of what is before, of the report, with a word of it.

        None where two say as much in each of them.

        >>> Fields("deux wagons ont brûlé".split(), [range(4)], "fr").told(0)
        ('ACCIDENT', 1)
        """
        if sentence not in self._told:
            own, before = self._sentences[sentence], self._sentences[max(0, sentence - BACK)].start
            near = self._most(own) or self._head or self._most(range(before, own.start))
            self._told[sentence] = near or self._whole
        return self._told[sentence]

    @cached_property
    def _head(self) -> Field | None:
        return self._most(range(self._sentences[0].start, self._sentences[:HEAD][-1].stop))

    @cached_property
    def main(self) -> Field | None:
        """The field that far the most different words of the report are of, with the first; None where few are, or of several fields.

        >>> text = "deux wagons de la rame ont heurté un car"
        >>> Fields(text.split(), [range(9)], "fr").main
        ('ACCIDENT', 1)
        """
        ranked = self._ranked(range(self._sentences[0].start, self._sentences[-1].stop)) if self._sentences else []
        clear = ranked and ranked[0][0] >= FEW and (len(ranked) == 1 or ranked[0][0] >= AHEAD * ranked[1][0])
        return ranked[0][1:] if clear else None

    @cached_property
    def _whole(self) -> Field | None:
        return self._most(range(self._sentences[0].start, self._sentences[-1].stop))

    def _most(self, words: range) -> Field | None:
        """The field with most different words, with its first; None where two have as many."""
        ranked = self._ranked(words)
        return ranked[0][1:] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else None

    def _ranked(self, words: range) -> list[tuple[int, str, int]]:
        """How many different words of each field stand there, with the field and its first word; the most first."""
        found: dict[str, list[tuple[int, str]]] = {}
        for i, form, type_ in self._words[bisect_left(self._starts, words.start) : bisect_left(self._starts, words.stop)]:
            found.setdefault(type_, []).append((i, form))
        return sorted(((len({form for _, form in at}), type_, at[0][0]) for type_, at in found.items()), reverse=True)
