"""Content words: what search, reuse and stories compare."""

from functools import cache

import regex

from recoupe.model import Report
from recoupe.text import Lookup, stem, stopwords
from recoupe.text.words import split

WORD = r"[^\W\d_]++(?:-[^\W\d_]++)*+|\d++(?:[.,]\d++)*+"
"""As `text.words.WORD`; digits have lost the spaces between their thousands before."""
SPACED = regex.compile(r"(?=[0-9])(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}(?![0-9]))++")
"""A number whose thousands are set apart by spaces; asked first for a digit, it is searched many times as fast."""
POINTED = regex.compile(r"[.](?=[0-9]{3}(?![0-9]))")
CACHED = 100_000
"""Words whose stems are kept."""


def content_words(report: Report) -> tuple[str, ...]:
    """Stems of the words of `report` in order, function words left out, numbers in one way of writing.

    >>> from recoupe.model import Raw
    >>> text = "Les manifestants étaient 12 000, dont 3,5 % d’étudiants."
    >>> report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    >>> content_words(report)
    ('manifest', '12000', '3.5', 'etudi')
    """
    known = _known(report.language)
    return tuple(filter(None, map(known.__getitem__, split(WORD, SPACED.sub(_joined, report.text))[1::2])))


def _joined(number: "regex.Match[str]") -> str:
    return "".join(number[0].split())


@cache
def _known(language: str) -> Lookup[str]:
    return Lookup(lambda word: content(word, language), CACHED)


def content(word: str, language: str) -> str:
    """The stem of a word, a number in one way of writing; nothing of a function word.

    >>> content("Élysée", "fr"), content("12.000", "fr"), content("avec", "fr")
    ('elys', '12000', '')
    """
    if word[0].isdigit():
        return POINTED.sub("", word).replace(",", ".")
    return "" if word.lower() in stopwords(language) else stem(word, language)
