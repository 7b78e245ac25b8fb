"""Web addresses in one form, so that the same page has the same address however it was reached."""

from urllib.parse import quote, urlsplit, urlunsplit

import regex

from recoupe.ingest.rejects import bad
from recoupe.model import RejectReason

LONGEST = 4096
CONTROL = regex.compile(r"[\x00-\x1f\x7f]")
KEPT = "%/:=&?~#+!$,;'@()*[]|"  # what `quote` must leave as it is: reserved characters, and escapes already made
PORTS = {"http": 80, "https": 443}
TRACKING = regex.compile(
    r"(?:utm_|at_|ns_|pk_|mtm_|piwik_|wt_|hsa_|_hs|oly_|vero_|mc_)\w*+"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|_ga|_gl|xtor|xtref|xtcr|cmpid|smid",
    regex.IGNORECASE | regex.ASCII,
)
"""Names of parameters that say how a reader came to a page, not which page it is."""


def canonical(address: str) -> str:
    """`address` in its canonical form.

    >>> canonical("HTTPS://Journal.Example:443/Grève/?utm_source=x&id=7#haut")
    'https://journal.example/Gr%C3%A8ve?id=7'

    Raises:
        BadReport: bad_field; not an address of the web.
    """
    try:
        return _canonical(address.strip())
    except ValueError as error:
        raise bad(RejectReason.BAD_FIELD, f"url {address[:200]!r}: {error}") from None


def names_a_page(address: str) -> bool:
    """True if `address` is more than the front page of a site.

    >>> names_a_page("https://journal.example/")
    False
    """
    parts = urlsplit(address)
    return bool(parts.path.strip("/") or parts.query)


def _canonical(address: str) -> str:
    if len(address) > LONGEST:
        raise ValueError(f"more than {LONGEST} characters")
    if CONTROL.search(address):
        raise ValueError("control characters")
    parts = urlsplit(address)
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise ValueError("not an http or https address")
    path = quote(parts.path, safe=KEPT).rstrip("/") or "/"
    return urlunsplit((scheme, _host(parts.hostname, parts.port, PORTS[scheme]), path, _query(parts.query), ""))


def _host(name: str, port: int | None, usual: int) -> str:
    """The host in lower case, in its ASCII form, with an unusual port; user names and passwords are left out."""
    host = name.rstrip(".") if name.isascii() else name.rstrip(".").encode("idna").decode("ascii")
    if not host or any(c in host for c in " <>\"'\\^`{|}"):
        raise ValueError("no such host")
    host = f"[{host}]" if ":" in host else host
    return host if port in (None, usual) else f"{host}:{port}"


def _query(query: str) -> str:
    kept = (part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0]))
    return quote("&".join(kept), safe=KEPT)
