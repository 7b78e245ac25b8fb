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

LATEST = "2200-01-01"  # htmldate refuses later dates; its default is today, and the same page must read the same on any day


@cache
def _extractor() -> str:
    return f"trafilatura {version('trafilatura')}"


def answer(page: bytes) -> Answer:
    """The article in `page` (UTF-8), or why there is none."""
    try:
        return _answer(page)
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
    if not text or not text.strip():
        return _failed(RejectReason.NO_ARTICLE, "no article text was found in the page")
    return Answer(extracted=_extracted(text, about, dates))


def _extracted(text: str, about: Said, dates: tuple[str, ...]) -> Extracted:
    return Extracted(
        text=text, extractor=_extractor(), urls=about.urls, dates=dates, title=about.title, outlet=about.outlet, byline=about.byline
    )


def _guessed(tree: html.HtmlElement) -> tuple[str, ...]:
    """The day that htmldate reads from the markup; the first of January is what it makes of a year alone, so that is not taken."""
    day = find_date(tree, extensive_search=False, original_date=True, max_date=LATEST)
    return (day,) if day and not day.endswith("-01-01") else ()


def _failed(reason: RejectReason, detail: str) -> Answer:
    return Answer(failed=Failed(reason=reason, detail=detail))
