"""Content words: what search, reuse and stories compare."""

import regex

from recoupe.model import Report
from recoupe.text import stem, stopwords

WORD = regex.compile(
    r"[\p{L}\p{M}]++(?:-[\p{L}\p{M}]++)*+|[0-9]{1,3}(?:[.\u0020\u00a0\u202f][0-9]{3}){1,5}+(?![0-9])|\p{N}++(?:[.,]\p{N}++)*+"
)
"""As `text.words.WORD`, but a number keeps its thousands: "12 000" is one word."""
THOUSANDS = regex.compile(r"[.\u0020\u00a0\u202f](?=[0-9]{3}(?![0-9]))")


def content_words(report: Report) -> tuple[str, ...]:
    """Stems of the words of `report` in order, function words left out, numbers in one way of writing.

    >>> from recoupe.model import Raw
    >>> text = "Les manifestants étaient 12 000, dont 3,5 % d’étudiants."
    >>> report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    >>> content_words(report)
    ('manifest', '12000', '3.5', 'etudi')
    """
    stops, language = stopwords(report.language), report.language
    return tuple(
        THOUSANDS.sub("", word).replace(",", ".") if word[0].isnumeric() else stem(word, language)
        for word in WORD.findall(report.text)
        if word.lower() not in stops
    )
