"""What a page says of its article: JSON-LD first, then OpenGraph and other meta elements, then `<time>` and the title."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex
from lxml import html

from recoupe.ingest.linked_data import Described, described

META = {
    "url": ("og:url", "twitter:url", "dc.identifier", "parsely-link"),
    "date": (
        "article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "article.published",
        "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "cxenseparse:recs:publishtime", "date",
    ),
    "title": ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "apple-mobile-web-app-title"),
    "byline": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
}  # fmt: skip
SAVED = regex.compile(r"saved from url=\(\d{1,6}\)(\S{1,4096})|Page saved with SingleFile\s{1,9}url:\s{1,9}(\S{1,4096})")
"""What browsers and SingleFile write above a page that they save."""

PARTED = (" | ", " - ", " – ", " — ", " · ", " : ")
SPACES = regex.compile(r"[ \t\n\r\f\v]++")  # no-break spaces are typography and stay
COMMENTS = 20  # only the first are looked at
DATED = (
    "//meta[@itemprop='datePublished'] | //time[@itemprop='datePublished'] | //time[@pubdate] | //*[@itemprop='datePublished'][@datetime]"
)


class Said(NamedTuple):
    """What a page says; addresses and dates in the order of trust."""

    urls: tuple[str, ...]
    dates: tuple[str, ...]
    title: str | None
    outlet: str | None
    byline: str | None


def said(tree: html.HtmlElement) -> Said:
    """All that `tree` says of its article.

    >>> page = '<meta property="og:site_name" content="Le Bief"><title>Le bac part | Le Bief</title><meta name="date" content="2031-05-03">'
    >>> found = said(html.document_fromstring(page))
    >>> found.title, found.outlet, found.dates
    ('Le bac part', 'Le Bief', ('2031-05-03',))
    """
    article, meta = described(tree), _meta(tree)
    outlet = _first((article.outlet, *_of(meta, "outlet")))
    return Said(
        urls=_kept((*_canonical(tree), *_of(meta, "url"), *article.urls, *_saved(tree))),
        dates=_kept((*article.dates, *_of(meta, "date"), *_times(tree))),
        title=_title(tree, article, meta, outlet),
        outlet=outlet,
        byline=_first((article.byline, *(name for name in _of(meta, "byline") if "://" not in name))),
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """Contents of meta elements by name or property in lower case; the first of each that says something."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for name in (element.get("property"), element.get("name")):
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _of(meta: dict[str, str], what: str) -> list[str]:
    return [meta[name] for name in META[what] if name in meta]


def _canonical(tree: html.HtmlElement) -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""


def _saved(tree: html.HtmlElement) -> Iterator[str]:
    comments = [node for node in tree.xpath(f"(//comment() | /comment())[position() <= {COMMENTS}]") if node.text]
    for comment in comments:
        if found := SAVED.search(comment.text[:8192]):
            yield found[1] or found[2]


def _times(tree: html.HtmlElement) -> Iterator[str]:
    """Marked dates of publication; else the first time in the article, in its markup if there is one article alone."""
    marked = [element.get("datetime") or element.get("content") or "" for element in tree.xpath(DATED)]
    articles = tree.xpath("//article[not(ancestor::article)]")
    yield from marked
    if not any(marked) and len(articles) == 1:
        yield from articles[0].xpath("(.//time/@datetime)[1]")


def _title(tree: html.HtmlElement, article: Described, meta: dict[str, str], outlet: str | None) -> str | None:
    headings = [heading.text_content() for heading in tree.iter("h1")]
    page = tree.findtext(".//title")
    found = _first((article.title, *_of(meta, "title"), *(headings if len(headings) == 1 else ()), page))
    return _without(found, outlet) if found and outlet else found


def _without(title: str, outlet: str) -> str:
    """`title` without the name of the outlet at its end.

    >>> _without("Crue de la Loire : trois villages coupés | Le Courrier", "Le Courrier")
    'Crue de la Loire : trois villages coupés'
    """
    for mark in PARTED:
        if title.casefold().endswith(f"{mark}{outlet}".casefold()):
            return title[: -len(mark + outlet)].rstrip() or title
    return title


def _first(candidates: Iterable[str | None]) -> str | None:
    return next(iter(_kept(candidates)), None)


def _kept(candidates: Iterable[str | None]) -> tuple[str, ...]:
    """Those that say something, on one line, each once."""
    return tuple(dict.fromkeys(SPACES.sub(" ", found).strip() for found in candidates if found and found.strip()))
