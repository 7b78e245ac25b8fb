"""The field of news that ordinary words tell: rifles, carriages, rain. Asked only where no word names what caused a toll."""

from collections import defaultdict
from functools import cache

from recoupe import lang
from recoupe.claims.inflection import plural
from recoupe.claims.page import Page

BACK = 4
"""How many sentences before are asked at last."""

HEAD = 2
"""How many sentences open a report: its title and its lead."""


@cache
def fields(language: str) -> dict[str, str]:
    """The event type whose field a word is of, by form; empty where a language has no such words.

    >>> fields("fr")["wagons"], "table" in fields("fr")
    ('ACCIDENT', False)
    """
    found = lang.table(language, "fields", dict[str, tuple[str, ...]]) if lang.has(language, "fields") else {}
    return {form: type_ for type_, words in found.items() for word in words for form in (word.casefold(), plural(word.casefold()))}


def told(page: Page, sentence: int) -> tuple[str, int] | None:
    """The field of a sentence, else of title and lead, of what is before, of the report, with a word of it.

    None where two say as much in each of them.
    """
    head = range(page.sentences[0].start, page.sentences[:HEAD][-1].stop)
    before = range(page.sentences[max(0, sentence - BACK)].start, page.sentences[sentence].start)
    for words in (page.sentences[sentence], head, before, range(len(page.tokens.forms))):
        found = _by_type(page, words)
        ranked = sorted(((len({page.tokens.forms[i] for i in at}), type_, at[0]) for type_, at in found.items()), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            return ranked[0][1:]
    return None


def _by_type(page: Page, words: range) -> dict[str, list[int]]:
    known, found = fields(page.read.report.language), defaultdict(list)
    for i in words:
        if page.tokens.forms[i] in known:
            found[known[page.tokens.forms[i]]].append(i)
    return found
