"""Words of a draft brought to the place where they stand in a text."""

from recoupe.text import plain

GAP = " […] "
"""What stands for the words left out in the middle."""


def place(text: str, words: str) -> tuple[int, int]:
    """Where `words` stand in `text`: once, kinds of spaces and apostrophes not counted. Between ⟦ and ⟧ stands what is meant.

    >>> place("Deux morts à Lyon, deux morts à Brest", "morts à ⟦Brest⟧")
    (32, 37)
    >>> place("Le feu a pris dans la nuit.", "Le feu […] nuit")
    (0, 26)

    Raises:
        ValueError: they do not stand there exactly once; the message names them.
    """
    before, bracket, rest = words.partition("⟦")
    inside, _, after = rest.partition("⟧") if bracket else (words, "", "")
    if not bracket:
        before = ""
    first, gap, last = inside.partition(GAP)
    start = _once(text, before + first + ("" if gap else after), words) + len(before)
    if not gap:
        return start, start + len(inside)
    end = plain(text).find(plain(last + after), start + len(first))
    if end < 0:
        raise ValueError(f"after its first words, the last ones do not follow: {words!r}")
    return start, end + len(last)


def _once(text: str, words: str, named: str) -> int:
    times = plain(text).count(plain(words)) if words else 0
    if times != 1:
        raise ValueError(f"{times} times in the text, wanted once: {named!r}")
    return plain(text).index(plain(words))
