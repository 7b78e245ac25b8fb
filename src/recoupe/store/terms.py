"""Full text: the stems of all words of a report in an FTS5 index; the passage that answers best is found in the text itself."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat

import msgspec

from recoupe.lang import available, table
from recoupe.model import Report, Span
from recoupe.store.store import Store, listed
from recoupe.text import fold, sentences, stem, words
from recoupe.text.words import STEMMERS, WORD, split, stopwords

OTHER = "und"
"""Any language without a stemmer."""


class NumberWords(msgspec.Struct, frozen=True):
    """Of a language's table of numbers the words that are one."""

    atoms: str


GROUPED = re.compile(r"(?<![0-9])(?<![0-9][.,])[1-9][0-9]{0,2}(?:[.,'’ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])")
"""A number whose thousands stand apart, in whatever way: "2.100", "2,100", "2 100"."""

LEFT_OUT = re.compile(r"(?<!\S)[-−](?=[^\W\d])(\S+)")
"""A word of a query that no passage's text may hold: "bac -Lyon", with a hyphen or a minus."""

SHORT = 3
"""Letters of a stem that tells nothing any more: French "marée", "marais" and "mari" all come to "mar"."""

ENDINGS = (("ez", "e"), ("er", "e"), ("ee", "e"))
"""Endings of French verbs: of "tuée" and "tuer" stays what stays of "tué"."""

PLURAL = re.compile(r"(?<=[aiou])s$|(?<=[eo]u)x$")
"""A French plural that the stemmer leaves: "abattus", "emplois", "euros", "feux"."""

LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
"""Letters that many write as two, and that fold to none: "œil", "oeil"."""

KEPT = frozenset({"fois"})
"""What is no plural, is in every other text, and would be another word without its end."""


def forms(word: str, language: str) -> tuple[str, ...]:
    """What stands for `word` in the index: its stem, and the stem that it has when written without diacritics (in capitals, in haste).

    >>> forms("évacuées", "fr"), forms("evacuees", "fr"), forms("tramways", "fr")
    (('evacu', 'evacue'), ('evacue',), ('tramway',))
    >>> forms("nonante", "fr"), forms("non", "fr"), forms("marées", "fr"), forms("marais", "fr")
    (('nonante',), ('non',), ('mare',), ('marai',))
    >>> forms("abattus", "fr"), forms("abattues", "fr"), forms("emplois", "fr"), forms("mois", "fr"), forms("mais", "fr")
    (('abattu',), ('abattu',), ('emploi',), ('mois',), ('mais',))
    >>> forms("œil", "fr") == forms("oeil", "fr"), forms("Œuvres", "fr") == forms("oeuvres", "fr")
    (True, True)
    """
    word = word if word.isascii() else word.translate(LIGATURES)
    folded = fold(word)
    if folded in _numbers():
        return (folded,)
    found = [stemmed if len(stemmed) > SHORT else _short(folded, language) for stemmed in _stems(word, folded, language)]
    return tuple(sorted(set(found))) if found[1:] else tuple(found)  # one of most words


def _stems(word: str, folded: str, language: str) -> tuple[str, ...]:
    found = (stem(folded, language),) if word.casefold() == folded else (stem(word, language), stem(folded, language))
    return tuple(map(_one, found)) if language == "fr" else found


def _one(stemmed: str) -> str:
    """The stem of one of what a French stem may still have in the plural; a word of grammar stays, and none is made.

    >>> [_one(stemmed) for stemmed in ("perdus", "jeux", "plus", "mois", "fois", "gaz")]
    ['perdu', 'jeu', 'plus', 'mois', 'fois', 'gaz']
    """
    if len(stemmed) <= SHORT or stemmed[-1] not in "sx" or stemmed in KEPT or not (found := PLURAL.search(stemmed)):
        return stemmed
    single = stemmed[: found.start()]
    return stemmed if {stemmed, single} & stopwords("fr") else single


def _short(folded: str, language: str) -> str:
    """A short word with its last ending off, and no more.

    >>> [_short(word, "fr") for word in ("tirs", "tire", "tirer", "mer", "mere")], _short("oars", "xx")
    (['tir', 'tire', 'tire', 'mer', 'mere'], 'oars')
    """
    if language != "fr":
        return stem(folded, language)
    if len(folded) <= SHORT:
        return folded
    word = folded.removesuffix("x" if folded.endswith("x") else "s")
    return next((word.removesuffix(end) + left for end, left in ENDINGS if word.endswith(end) and len(word) > SHORT), word)


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
    found, grouped = split(WORD, report.text)[1::2], map(_joined, GROUPED.findall(report.text))
    return " ".join([*map(_row, found, repeat(report.language)), *grouped])


@lru_cache(maxsize=100_000)
def _row(word: str, language: str) -> str:
    """What stands for a word in the row of a report."""
    return " ".join(_looks(word, language))


def _looks(word: str, language: str) -> tuple[str, ...]:
    """The forms of a word, and those of the words that hyphens join in it."""
    if "-" not in word:
        return forms(word, language)
    parts = word.split("-")
    return tuple(dict.fromkeys([*forms(word, language), *(form for part in parts for form in forms(part, language))]))


def _joined(number: str) -> str:
    """The digits of a number alone."""
    return "".join(filter(str.isdigit, number))


def wanted(query: str, language: str) -> tuple[frozenset[str], ...]:
    """What each word of `query` looks like in the index of texts in `language`; numbers without what parts their thousands.

    >>> [sorted(forms) for forms in wanted("bacs repartis", "fr")], [sorted(forms) for forms in wanted("3 000 tons", "en")]
    ([['bac'], ['repart']], [['3000'], ['ton']])
    """
    plain = GROUPED.sub(lambda found: _joined(found[0]), query)
    languages = (language,) if language in STEMMERS else (*STEMMERS, OTHER)  # of a text in an unknown language any may be meant
    found = dict.fromkeys(frozenset(f for each in languages for f in forms(plain[a:b], each) if f) for a, b in words(plain))
    return tuple(options for options in found if options)


def matching(store: Store, query: str, limit: int) -> list[str]:
    """Ids of the reports that hold all words of `query` and none of those with a minus before them, best first.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.store.arrivals import receive
    >>> with Store() as store:
    ...     _ = receive(store, [member(b'{"text": "Les bacs repartent demain vers la rive gauche du fleuve."}', "a")])
    ...     [len(matching(store, query, 5)) for query in ("bac", "bac rive", "crue", "bac -rives", "bac -crue", "-crue")]
    [1, 1, 0, 0, 1, 0]
    """
    asked = {language: expression for language in (*STEMMERS, OTHER) if (expression := _expression(query, language))}
    if not asked:
        return []
    known = ", ".join(f"'{language}'" for language in STEMMERS)
    of_language = {language: f"= '{language}'" if language in STEMMERS else f"NOT IN ({known})" for language in asked}
    each = (
        f"SELECT r.id AS id, round(bm25(term), 9) AS score FROM term JOIN report r ON r.number = term.rowid "  # noqa: S608
        f"WHERE term MATCH ? AND r.language {which}"
        for which in of_language.values()
    )
    sql = f"SELECT id FROM ({' UNION ALL '.join(each)}) ORDER BY score, id LIMIT ?"  # noqa: S608
    return [report for (report,) in store.rows(sql, (*asked.values(), limit))]


def _expression(query: str, language: str) -> str:
    """What the index is asked for: all words, each in any of its forms, and none of those left out; nothing where no word is asked for."""
    asked = [_any(options) for options in wanted(LEFT_OUT.sub(" ", query), language)]
    without = [_any(options) for options in wanted(" ".join(LEFT_OUT.findall(query)), language)] if asked else []
    return " NOT ".join([f"({' AND '.join(asked)})", *without]) if asked else ""


def _any(options: frozenset[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in sorted(options)) + ")"


def passages(report: Report, query: str) -> list[tuple[Span, tuple[Span, ...]]]:
    """The sentences of `report` that hold most of the words of `query`, in order, each with these words; if none has any, the first.

    >>> from recoupe.ingest.objects import member
    >>> found = member('{"text": "La crue recule. Le bac repart demain. Un bac part. Demain, ce bac attend."}'.encode(), "a")
    >>> for sentence, hits in passages(found, "bacs demain"):
    ...     found.text[sentence.start : sentence.end], [found.text[hit.start : hit.end] for hit in hits]
    ('Le bac repart demain.', ['bac', 'demain'])
    ('Demain, ce bac attend.', ['Demain', 'bac'])
    """
    options = wanted(LEFT_OUT.sub(" ", query), report.language)
    found: list[tuple[int, int, int, tuple[Span, ...]]] = []
    for start, end in sentences(report.text) or [(0, len(report.text))]:
        seen = _seen(report, start, end)
        hits = tuple(Span(report=report.id, start=a, end=b) for (a, b), stood in seen.items() if any(stood & asked for asked in options))
        found.append((sum(any(stood & asked for stood in seen.values()) for asked in options), start, end, hits))
    most = max(held for held, *_ in found)
    best = [(Span(report=report.id, start=start, end=end), hits) for held, start, end, hits in found if held == most]
    return best if most else best[:1]


def _seen(report: Report, start: int, end: int) -> dict[tuple[int, int], frozenset[str]]:
    """Where the words of a sentence stand, and what stands for each in the index; a number whose thousands stand apart is one."""
    text = report.text[start:end]
    numbers = {(start + m.start(), start + m.end()): frozenset((_joined(m[0]), m[0])) for m in GROUPED.finditer(text)}
    plain = ((start + a, start + b) for a, b in words(text))
    found = {at: frozenset(_looks(report.text[slice(*at)], report.language)) for at in plain if at not in numbers}
    return dict(sorted({**found, **numbers}.items()))
