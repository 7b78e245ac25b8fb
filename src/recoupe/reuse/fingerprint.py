"""What makes two reports worth comparing: winnowed hashes of runs of words (Schleimer, Wilkerson, Aiken 2003)."""

from collections.abc import Iterator

from recoupe.model import ReadReport, identify
from recoupe.reuse.tokens import GRAM, Tokens, tokens

WINDOW = 4
"""Of every `WINDOW` runs in a row one is kept: any shared passage of GRAM + WINDOW - 1 = 7 words shares a key, where one of its runs
tells."""

RARE = 2
"""Rare words in a run that tells: "selon la préfecture de" has one, and is in a hundred texts of which none was taken from another."""

NEVER = 1 << 32
"""More than any hash."""


def node(read: ReadReport) -> str:
    """Reports of the same words are one node."""
    found = tokens(read)
    return identify("w", found.language, " ".join(found.folded))


def keys(read: ReadReport) -> set[str]:
    """The winnowed hashes of a report."""
    return {f"{number:08x}" for number in winnowed(tokens(read))}


def winnowed(found: Tokens) -> Iterator[int]:
    """The smallest hash of each window, or of the whole text where it is shorter, among the telling ones; none where there are none."""
    rare = [word in found.rare for word in found.folded]
    telling = [
        number if number >= 0 and sum(rare[i : i + GRAM]) >= RARE else NEVER for i, number in enumerate(found.telling)
    ]
    smallest = (min(telling[i : i + WINDOW]) for i in range(max(1, len(telling) - WINDOW + 1)) if telling)
    yield from (number for number in smallest if number != NEVER)
