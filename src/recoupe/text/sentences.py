"""Sentence boundaries by a rule: a closing mark, white space, then what can begin a sentence. A line break always ends one.

No boundary stands after an abbreviation that is followed by a name or a number ("M.", "art.") or after initials ("J.-P.").
"""

from functools import lru_cache

import regex

BOUNDARY = regex.compile(
    r"""(?<![.!?…])[.!?…]++(?:[ \u00a0\u202f]?+»|["”’')\]])*+\s++(?=["«“‘(\[–—-]?+\s?+[\p{Lu}\p{N}])|[\n\r\u2028\u2029\u0085]\s*+"""
)
ABBREVIATION = regex.compile(
    r"(?:^|[('’«])(?:MM?|Mmes?|Mlles?|Mrs?|Drs?|Prs?|Me|Mgr|Ste?|cf|art|al|pp?|vol|n°|no|av|env|éd|dir|coll|tél|J\.-C|Gal|Gén|Col|Cdt|Lt|Cap|Cne|Sgt|Adj"
    r"|janv|févr|avr|juil|sept|oct|nov|déc|\p{Lu}(?:\.-?\p{Lu}){0,4})\.$"
)


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, white space around it left out.

    >>> text = "M. Dupont est là. Il parle.\\nTitre"
    >>> [text[a:b] for a, b in sentences(text)]
    ['M. Dupont est là.', 'Il parle.', 'Titre']
    >>> text = "« Partez ! » Il a payé 12.000 euros... Enfin, dit-on."
    >>> [text[a:b] for a, b in sentences(text)]
    ['« Partez ! »', 'Il a payé 12.000 euros...', 'Enfin, dit-on.']
    """
    found, start = [], 0
    for mark in BOUNDARY.finditer(text):
        at = mark.start()
        if text[at] == "." and _is_abbreviation(text[max(start, at - 12) : at + 1].rsplit(maxsplit=1)[-1]):
            continue
        found.append((start, mark.end()))
        start = mark.end()
    found.append((start, len(text)))
    return tuple(trimmed for a, b in found if (trimmed := trim(text, a, b))[0] < trimmed[1])


@lru_cache(maxsize=20_000)
def _is_abbreviation(word: str) -> bool:
    return ABBREVIATION.search(word) is not None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards over white space.

    >>> trim("Fin.  La digue tient. ", 4, 22)
    (6, 21)
    """
    if start < end and not text[start].isspace() and not text[end - 1].isspace():  # as most
        return start, end
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()) if part.strip() else start
