"""Same-length copies of a text on which patterns run: what is found there stands at the same offsets in the text itself."""

import re
import unicodedata
from functools import lru_cache

PLAIN = {
    "'": "’ʼ‘´`",
    " ": "\u00a0\u202f\u2009\u2007\u2002\u2003\t",
    "-": "‑‐",
}
REPLACED = tuple((old, new) for new, olds in PLAIN.items() for old in olds)
OF_ASCII = tuple((old, new) for old, new in REPLACED if old.isascii())
ODD = re.compile(f"[{''.join(PLAIN.values())}]")
"""What `plain` replaces: few words hold any."""


def plain(text: str) -> str:
    """`text` with one apostrophe, one hyphen and one kind of space; same length.

    >>> plain("L’armée a\u00a0annoncé")
    "L'armée a annoncé"
    """
    for old, new in OF_ASCII if text.isascii() else REPLACED:  # ten times as fast as `translate`
        text = text.replace(old, new)
    return text


def lowered(text: str) -> str:
    """`text` in lower case; same length (a letter whose lower case is two characters, as "İ", stays).

    >>> lowered("İzmir ÉTÉ"), len(lowered("İzmir"))
    ('İzmir été', 5)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one if len(one := c.lower()) == 1 else c for c in text)


def fold(words: str) -> str:
    """`words` for comparison: plain, lower case, no diacritics, single spaces. Not of the same length.

    >>> fold("L’Armée  RUSSE à Séoul")
    "l'armee russe a seoul"
    """
    return _remembered(words) if len(words) <= SHORT else _folded(words)


def _folded(words: str) -> str:
    if words.isascii():
        if words.isalnum():
            return words.lower()  # as most are
        return " ".join(words.lower().replace("`", "'").split())
    lower = (plain(words) if ODD.search(words) else words).casefold()
    decomposed = unicodedata.normalize("NFKD", lower).casefold()  # "㎀" is taken apart into a capital
    bare = DIACRITICS.sub("", decomposed)
    if not bare.isascii():
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(bare.split())


DIACRITICS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""The combining marks of European scripts (U+034F joins and combines nothing)."""


SHORT = 80
"""Characters of names and phrases, which are folded again and again."""

_remembered = lru_cache(maxsize=50_000)(_folded)
