"""Sentence boundaries by a rule: a closing mark, white space, then something that can begin a sentence; a line break always ends one."""

import regex

BOUNDARY = regex.compile(r"""[.!?…]+["»”’')\]]*+\s++(?=["«“‘(\[–—-]?\s?[\p{Lu}\p{N}])|\s*\n\s*""")
ABBREVIATION = regex.compile(
    r"(?:^|[\s('’])(?:MM?|Mmes?|Mlles?|Drs?|Pr|Me|Mgr|Ste?|cf|art|pp?|vol|n°|no|av|J\.-C|Gal|Col|Cdt|Lt|Cap|\p{Lu}(?:\.-?\p{Lu})*)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, white space around it left out.

    >>> text = "M. Dupont est là. Il parle.\\nTitre"
    >>> [text[a:b] for a, b in sentences(text)]
    ['M. Dupont est là.', 'Il parle.', 'Titre']
    """
    found, start = [], 0
    for mark in BOUNDARY.finditer(text):
        if mark.group().strip() and ABBREVIATION.search(text[max(start, mark.start() - 12) : mark.start() + 1]):
            continue
        found.append((start, mark.end()))
        start = mark.end()
    found.append((start, len(text)))
    return [trimmed for a, b in found if (trimmed := trim(text, a, b))[0] < trimmed[1]]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards over white space."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()) if part.strip() else start
