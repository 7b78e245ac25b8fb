"""Saved pages: the article in them, and what the page says of it. The libraries that do this work in a process apart."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from types import TracebackType
from typing import BinaryIO, Self

import regex

from recoupe.errors import BadReport
from recoupe.ingest.addresses import canonical, names_a_page
from recoupe.ingest.dates import published
from recoupe.ingest.decoding import encoding
from recoupe.ingest.extractor import Extracted, Extractor
from recoupe.ingest.guard import check
from recoupe.ingest.headers import over
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.rejects import bad, reject
from recoupe.ingest.reports import Fields, report
from recoupe.ingest.texts import bounded
from recoupe.model import Raw, Reject, RejectReason, Report

NEEDED = ("trafilatura", "lxml", "lxml_html_clean", "htmldate")
DECLARED = regex.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}|\?xml[^>]{0,200}?encoding=["'])([A-Za-z0-9_.:-]{2,40})""", regex.IGNORECASE
)
HEAD = 4096  # bytes in which a page may declare its encoding; the standard asks for 1,024, many pages are late
TRUSTED = regex.compile(
    r"iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|koi8-[ru]|macintosh|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|iso-2022-jp"
)
"""Encodings that pages have. Python knows others (escapes, punycode) that no page may ask for."""
WEB = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030"}
"""What browsers make of these names."""


class Pages:
    """The reader of pages; its extractor starts with the first page and ends with the reader."""

    def __init__(self) -> None:
        self._extractor: Extractor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._extractor is not None:
            self._extractor.close()

    def page_file(self, stream: BinaryIO, locator: str, beside: Fields, options: IngestOptions) -> Iterator[Report | Reject]:
        """The report that a saved page holds; what its sidecar says goes before what the page says."""
        digest = None
        try:
            data = bounded(stream, options.page_bytes)
            digest = sha256(data).hexdigest()
            found = self._extract(data, options)
            fields = over(beside, chosen(found))
            yield report(fields, found.text, Raw(sha256=digest, locator=locator), found.extractor)
        except BadReport as error:
            yield reject(locator, error, digest)

    def _extract(self, data: bytes, options: IngestOptions) -> Extracted:
        if self._extractor is None and (missing := [name for name in NEEDED if find_spec(name) is None]):
            raise bad(RejectReason.MISSING_EXTRA, f"a saved page needs an optional part: pip install {' '.join(missing)}")
        page = decode(data).replace("\0", "\ufffd").encode()
        if not page.strip():
            raise bad(RejectReason.EMPTY, "no text")
        check(page, options)
        self._extractor = self._extractor or Extractor(options)
        return self._extractor.extract(page)


def decode(data: bytes) -> str:
    """The characters of a page: by its byte order mark, else UTF-8 if it is, whatever it declares (pages are often saved anew in
    UTF-8 with the old declaration left in), else what it declares, else UTF-8 with a few damaged bytes, else Windows-1252.

    >>> decode('<meta charset="iso-8859-1">é'.encode("latin-1"))[-1]
    'é'
    """
    name, skip = encoding(data)
    if skip:
        return data[skip:].decode(name, "replace")
    declared = _declared(data)
    try:
        return data.decode("iso-2022-jp" if declared == "iso-2022-jp" else "utf-8")
    except UnicodeDecodeError:
        return data.decode(declared or _likelier(data), "replace")


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    return WEB.get(name, name) if TRUSTED.fullmatch(name) else None


def _likelier(data: bytes) -> str:
    """UTF-8 if most of what is not ASCII is UTF-8."""
    attempt = data.decode("utf-8", "replace")
    damaged = attempt.count("\ufffd")
    return "utf-8" if 2 * damaged < sum(not c.isascii() for c in attempt) else "cp1252"


def chosen(found: Extracted) -> Fields:
    """Of all that a page says of itself, the first of each that can be understood.

    >>> chosen(Extracted(text="", extractor="", urls=("https://bief.example/", "https://bief.example/bac"), dates=("hier", "2031-05-03")))
    Fields(url='https://bief.example/bac', outlet=None, title=None, byline=None, published='2031-05-03')
    """
    return Fields(
        url=next((good for url in found.urls if (good := _address(url))), None),
        outlet=found.outlet,
        title=found.title,
        byline=found.byline,
        published=next((date for date in found.dates if _is_date(date)), None),
    )


def _address(url: str) -> str | None:
    try:
        address = canonical(url)
    except BadReport:
        return None
    return address if names_a_page(address) else None


def _is_date(words: str) -> bool:
    try:
        published(words)
    except BadReport:
        return False
    return True
