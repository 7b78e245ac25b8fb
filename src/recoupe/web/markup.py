"""HTML as values: every text becomes a text node, every attribute is quoted; characters that deceive the eye are made visible."""

from html import escape
from urllib.parse import urlsplit

from recoupe.text.visible import visible

VOID = frozenset({"br", "hr", "img", "meta", "link"})


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


Child = Html | str | None


def node(child: Child) -> str:
    """A child as markup: markup stays, text is escaped, None is nothing.

    >>> node("12 < 15"), node(el("b", "bac")), node(None)
    ('12 &lt; 15', '<b>bac</b>', '')
    """
    if child is None:
        return ""
    return child if isinstance(child, Html) else escape(visible(child), quote=False)


def el(name: str, /, *children: Child, **attributes: str | float | None) -> Html:
    """An element; `class_` and `for_` are `class` and `for`, `aria_label` is `aria-label`; an attribute of None is left out.

    >>> el("p", "a < b", class_="x")
    '<p class="x">a &lt; b</p>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(str(value)))}"' for key, value in attributes.items() if value is not None
    )
    return Html(f"<{name}{given}>" if name in VOID else f"<{name}{given}>{''.join(map(node, children))}</{name}>")


def join(*children: Child) -> Html:
    """Children side by side.

    >>> join("12 < 15, ", None, el("b", "bac"))
    '12 &lt; 15, <b>bac</b>'
    """
    return Html("".join(map(node, children)))


def link(url: str | None, *children: Child) -> Html:
    """A link where the address is http or https with a host; else only the children.

    >>> link("javascript:alert(1)", "a"), link("http://[", "b")
    ('a', 'b')
    """
    return el("a", *children, href=url, rel="noopener noreferrer nofollow") if url is not None and _followable(url) else join(*children)


def _followable(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all: "http://["
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and url[:4].lower() == "http" and url.isprintable()
