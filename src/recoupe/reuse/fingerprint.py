"""What makes two reports worth comparing: winnowed hashes of runs of words (Schleimer, Wilkerson, Aiken 2003)."""

from collections.abc import Iterator

from recoupe.model import ReadReport, identify
from recoupe.reuse.tokens import Tokens, tokens

WINDOW = 4
"""Of every `WINDOW` runs in a row one is kept: any shared passage of GRAM + WINDOW - 1 = 7 words shares a key."""


def node(read: ReadReport) -> str:
    """Reports of the same words are one node."""
    found = tokens(read)
    return identify("w", found.language, " ".join(found.folded))


def keys(read: ReadReport) -> set[str]:
    """The winnowed hashes of a report."""
    return {f"{number:08x}" for number in winnowed(tokens(read))}


def winnowed(found: Tokens) -> Iterator[int]:
    """The smallest hash of each window; of a shorter text, or a shorter piece between stock lines, the smallest of all."""
    piece: list[int] = []
    for number in (*found.hashes, -1):
        if number >= 0:
            piece.append(number)
        elif piece:
            yield from (min(piece[i : i + WINDOW]) for i in range(max(1, len(piece) - WINDOW + 1)))
            piece = []
