"""Letters that a text explains itself: "le Bureau international du travail (BIT)", "le BIT (Bureau international du travail)"."""

from collections.abc import Iterator

import regex

from recoupe.text.folding import fold
from recoupe.text.words import words

SHORT = regex.compile(r"\((\p{Lu}[\p{Lu}\p{Ll}]{1,7})\)")
LONG = regex.compile(r"(?<!\w)(\p{Lu}{2,8}) \(([^()\n]{5,120})\)")
BACK = 120
"""Characters before the letters in which what they stand for is looked for."""
JOINING = 5
"""Letters of a word that no letter may stand for: "des", "pour"."""


CERTAIN = 3
"""From so many letters on the words may begin with a small one: "agence régionale de santé (ARS)"."""


def acronyms(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each acronym that `text` explains, with where that stands: words whose initials are its capitals, small words apart.

    >>> text = "La Ligue nationale du rail (LNR), les Amis pour la mer (AM) et le BIT (Bureau international du travail), à Sète (SMS)"
    >>> [(short, text[start:end]) for short, (start, end) in acronyms(text)]
    [('LNR', 'Ligue nationale du rail'), ('AM', 'Amis pour la mer'), ('BIT', 'Bureau international du travail')]
    """
    if "(" not in text:
        return
    for found in SHORT.finditer(text):
        low = max(0, found.start() - BACK)
        if (start := _begins(text, found[1], [(low + s, low + e) for s, e in words(text[low : found.start()])])) is not None:
            yield found[1], (start, low + len(text[low : found.start()].rstrip()))
    for found in LONG.finditer(text):
        start, end = found.span(2)
        if _begins(text, found[1], [(start + s, start + e) for s, e in words(found[2])]) == start:
            yield found[1], (start, end)


def _begins(text: str, short: str, before: list[tuple[int, int]]) -> int | None:
    """Where the words begin, the last of them at the end of `before`, for which the capitals of `short` stand."""
    letters = [fold(c) for c in short if c.isupper()]
    used = _used([text[start:end] for start, end in before], letters)
    return before[len(before) - used][0] if used else None


def _used(names: list[str], letters: list[str]) -> int:
    """How many of the last `names` the letters stand for, the fewest that do; 0 if for none. Small words may be passed over.

    >>> _used(["le", "Front", "pour", "la", "paix"], ["f", "p"]), _used(["Front", "populaire", "pour", "la", "paix"], ["f", "p", "p"])
    (4, 5)
    """
    open_ = {len(letters)}  # how many letters are left, along each way of passing over words
    for used, name in enumerate(reversed(names), start=1):
        stands_for = {left for left in open_ if fold(name[0]) == letters[left - 1]}
        if 1 in stands_for and (name[0].isupper() or len(letters) >= CERTAIN):
            return used
        passed = open_ if name.islower() and len(name) <= JOINING else set()
        open_ = (passed | {left - 1 for left in stands_for}) - {0}
        if not open_:
            return 0
    return 0
