"""JSON-LD: the article that a page describes, however it is nested; broken JSON is mended where that is safe, else passed over."""

import json
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

import regex
from lxml import html

MOST = 20_000  # nodes that are looked at
ARTICLE = regex.compile(r"(?:\w{0,40}Article|\w{0,20}BlogPosting|Report)")
TRAILING = regex.compile(r",(\s*+[}\]])")
WRAPPED = regex.compile(r"^\s*+(?:<!--|//\s{0,4}<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s{0,4}\]\]>|\]\]>)\s*+$")

Node = dict[str, object]


class Described(NamedTuple):
    """What JSON-LD says of an article."""

    urls: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None


def described(tree: html.HtmlElement) -> Described:
    """The article that the page describes: of several the first with a date and a headline, else the first.

    >>> script = '<script type="application/ld+json">{"@type": "Article", "headline": "Le bac part", "datePublished": "2031-05",}</script>'
    >>> found = described(html.fromstring(f"<html><head>{script}</head></html>"))
    >>> found.title, found.dates
    ('Le bac part', ('2031-05',))
    """
    nodes = [node for script in tree.iter("script") if _is_linked_data(script) for node in _nodes(_json(script.text or ""))]
    articles = [node for node in nodes if any(ARTICLE.fullmatch(kind) for kind in _texts(node.get("@type")))]
    if not articles:
        return Described()
    best = next((node for node in articles if node.get("datePublished") and node.get("headline")), articles[0])
    return _described(best, {identity: node for node in reversed(nodes) if isinstance(identity := node.get("@id"), str) and "name" in node})


def _is_linked_data(script: html.HtmlElement) -> bool:
    return (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _json(text: str) -> object:
    """What `text` says; None where it cannot be read even with trailing commas, comment marks and raw line ends forgiven."""
    for mend in MENDERS:
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _as_it_is(text: str) -> str:
    return text


def _mended(text: str) -> str:
    return TRAILING.sub(r"\1", WRAPPED.sub("", text))


MENDERS = (_as_it_is, _mended)


def _nodes(data: object) -> Iterator[Node]:
    """All objects in `data`, outer before inner, in their order."""
    waiting, count = [data], 0
    while waiting and count < MOST:
        count += 1
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _described(article: Node, known: dict[str, Node]) -> Described:
    address = article.get("mainEntityOfPage")
    return Described(
        urls=tuple(_texts(article.get("url"))) + tuple(_texts(address.get("@id") if isinstance(address, dict) else address)),
        dates=tuple(_texts(article.get("datePublished"))),
        title=next((unescape(title) for key in ("headline", "name") for title in _texts(article.get(key))), None),
        outlet=", ".join(_names(article.get("publisher"), known)) or None,
        byline=", ".join(_names(article.get("author"), known)) or None,
    )


def _texts(value: object) -> list[str]:
    """The strings that `value` is, or holds."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str) and _whole(item)]


def _names(value: object, known: dict[str, Node]) -> list[str]:
    """Names of the persons or organisations that `value` gives: as strings, as objects, or by the id of an object elsewhere."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        node = known.get(str(item.get("@id")), item) if isinstance(item, dict) and "name" not in item else item
        names = _texts(node.get("name")) if isinstance(node, dict) else _texts(node)
        found += [unescape(name).strip() for name in names if "://" not in name and name.strip()]
    return list(dict.fromkeys(found))


def _whole(text: str) -> bool:
    """False if `text` holds half a character (an unpaired surrogate), which nothing can write."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)
