"""HTML as values: every text becomes a text node, every attribute is quoted; characters that deceive the eye are made visible."""

from html import escape
from urllib.parse import urlsplit

VOID = frozenset({"br", "hr", "img", "meta", "link"})

DECEIVING = {
    code: f"⟦U+{code:04X}⟧"
    for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080))
    if code != 0x200D  # the joiner of emoji
} | {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
"""Bidi controls, invisible and control characters, and what is shown in their place."""


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


Child = Html | str | None


def visible(text: str) -> str:
    """`text` with deceiving characters shown as what they are.

    >>> visible("47\\u202e drones")
    '47⟦U+202E⟧ drones'
    """
    return text.translate(DECEIVING)


def node(child: Child) -> str:
    """A child as markup: markup stays, text is escaped, None is nothing."""
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
    """Children side by side."""
    return Html("".join(map(node, children)))


def link(url: str | None, *children: Child) -> Html:
    """A link where the address is http or https; else only the children."""
    safe = url is not None and urlsplit(url).scheme in {"http", "https"}
    return el("a", *children, href=url, rel="noopener noreferrer nofollow") if safe else join(*children)
