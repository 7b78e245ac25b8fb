"""Content words: what search, reuse and stories compare."""

from functools import lru_cache

import regex

from recoupe.model import Report
from recoupe.text import stem, stopwords

WORD = regex.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+|\d++(?:[.,]\d++)*+")
"""As `text.words.WORD`; digits have lost the spaces between their thousands before."""
SPACED = regex.compile(r"(?<=(?<![0-9])[0-9]{1,3})[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
POINTED = regex.compile(r"[.](?=[0-9]{3}(?![0-9]))")
CACHED = 40
"""Characters between two spaces that are worth keeping; longer ones are no words."""


def content_words(report: Report) -> tuple[str, ...]:
    """Stems of the words of `report` in order, function words left out, numbers in one way of writing.

    >>> from recoupe.model import Raw
    >>> text = "Les manifestants étaient 12 000, dont 3,5 % d’étudiants."
    >>> report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    >>> content_words(report)
    ('manifest', '12000', '3.5', 'etudi')
    """
    language, found = report.language, list[str]()
    for chunk in SPACED.sub("", report.text).split():
        found += cached_contents(chunk, language) if len(chunk) <= CACHED else contents(chunk, language)
    return tuple(found)


def contents(chunk: str, language: str) -> tuple[str, ...]:
    """The content words of what stands between two spaces.

    >>> contents("l’Élysée,", "fr"), contents("12.000", "fr")
    (('elys',), ('12000',))
    """
    stops = stopwords(language)
    return tuple(
        POINTED.sub("", word).replace(",", ".") if word[0].isdigit() else found
        for word in WORD.findall(chunk)
        if word.lower() not in stops and (found := stem(word, language))
    )


cached_contents = lru_cache(maxsize=200_000)(contents)
