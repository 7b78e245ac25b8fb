"""Content words: what search, reuse and stories compare."""

from functools import cache
from itertools import chain

import regex

from recoupe.model import Report
from recoupe.text import Lookup, stem, stopwords

WORD = regex.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+|\d++(?:[.,]\d++)*+")
"""As `text.words.WORD`; digits have lost the spaces between their thousands before."""
SPACED = regex.compile(r"(?=[0-9])(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}(?![0-9]))++")
"""A number whose thousands are set apart by spaces; asked first for a digit, it is searched many times as fast."""
POINTED = regex.compile(r"[.](?=[0-9]{3}(?![0-9]))")
CACHED = 200_000
"""Pieces of text between two spaces whose words are kept."""


def content_words(report: Report) -> tuple[str, ...]:
    """Stems of the words of `report` in order, function words left out, numbers in one way of writing.

    >>> from recoupe.model import Raw
    >>> text = "Les manifestants étaient 12 000, dont 3,5 % d’étudiants."
    >>> report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    >>> content_words(report)
    ('manifest', '12000', '3.5', 'etudi')
    """
    known = _known(report.language)
    return tuple(chain.from_iterable(map(known.__getitem__, SPACED.sub(_joined, report.text).split())))


def _joined(number: "regex.Match[str]") -> str:
    return "".join(number[0].split())


@cache
def _known(language: str) -> Lookup[tuple[str, ...]]:
    return Lookup(lambda chunk: contents(chunk, language), CACHED)


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
