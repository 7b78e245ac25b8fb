"""The article of a page, by trafilatura; runs in the worker. Needs the extra `html`."""

from functools import cache
from importlib.metadata import version

import trafilatura
from htmldate import find_date
from lxml import etree, html

from recoupe.ingest.extractor import Answer, Extracted, Failed
from recoupe.ingest.metadata import Said, said
from recoupe.model import RejectReason

FAILURES = (
    etree.LxmlError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    MemoryError,
)
"""What the libraries have been seen to raise, or may, on broken pages."""

FEWEST = 20  # letters: a label, a button, a rest of broken markup; no article is so short
LATEST = "2200-01-01"  # htmldate refuses later dates; its default is today, and the same page must read the same on any day


@cache
def _extractor() -> str:
    return f"trafilatura {version('trafilatura')}"


def answer(page: bytes) -> Answer:
    """The article in `page` (UTF-8), or why there is none.

    >>> answer(b"<p>Fin</p>").failed.reason
    <RejectReason.NO_ARTICLE: 'no_article'>
    """
    try:
        return _answer(page)
    except etree.ParserError as error:  # raised on a page without any element
        return _failed(RejectReason.NO_ARTICLE, str(error))
    except FAILURES as error:
        return _failed(RejectReason.EXTRACTOR_FAILED, f"{type(error).__name__}: {error}"[:300])


def _answer(page: bytes) -> Answer:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=False)
    tree = html.document_fromstring(page, parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return _failed(RejectReason.HOSTILE, "nested too deep for the parser, which would lose text")
    about = said(tree)
    dates = about.dates or _guessed(tree)
    text = trafilatura.extract(tree, fast=True, include_comments=False, output_format="txt")
    if not text or sum(map(str.isalpha, text)) < FEWEST:
        return _failed(RejectReason.NO_ARTICLE, "no article text was found in the page")
    return Answer(extracted=_extracted(text, about, dates))


def _extracted(text: str, about: Said, dates: tuple[str, ...]) -> Extracted:
    return Extracted(
        text=text, extractor=_extractor(), urls=about.urls, dates=dates, title=about.title, outlet=about.outlet, byline=about.byline
    )


def _guessed(tree: html.HtmlElement) -> tuple[str, ...]:
    """The day that htmldate reads from the markup, unless it may be another one."""
    day = find_date(tree, extensive_search=False, original_date=True, max_date=LATEST)
    return (day,) if day and not _doubtful(day, tree.get("lang") or "") else ()


def _doubtful(day: str, lang: str) -> bool:
    """True for a first of January (what htmldate makes of a year alone), and on English pages where it may have taken the day for the
    month.

    >>> _doubtful("2021-01-01", "fr"), _doubtful("2021-03-12", "en-US"), _doubtful("2021-03-12", "fr-FR")
    (True, True, False)
    """
    month, number = int(day[5:7]), int(day[8:10])
    return (month, number) == (1, 1) or (lang.lower().startswith("en") and number <= 12 and number != month)


def _failed(reason: RejectReason, detail: str) -> Answer:
    return Answer(failed=Failed(reason=reason, detail=detail))
