"""Tokens put together again as they would be printed, with the place of each."""

from collections.abc import Sequence

CLINGING = frozenset((".", ",", ")", "]", "}", "...", "…", "..", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "”", "’s"))
"""No space before. Those where French has one and English has none (; : ! ? ») keep the space that their token had."""
OPENING = frozenset(("(", "[", "{", "``", "“"))
"""No space after."""
APOSTROPHES = frozenset(("'", "’"))
"""No space on either side of one that stands alone."""


def joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """The text that the tokens make, and where each starts in it.

    >>> joined(["Il", "est", "«", "d", "'", "accord", "»", ",", "dit-il", "."])
    ("Il est « d'accord », dit-il.", [0, 3, 7, 9, 10, 11, 18, 19, 21, 27])
    """
    text, starts, glued = "", [], True
    for token in tokens:
        if not glued and token not in CLINGING and token not in APOSTROPHES:
            text += " "
        starts.append(len(text))
        text += token
        glued = token in OPENING or token in APOSTROPHES
    return text, starts
