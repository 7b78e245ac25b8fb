"""What makes two reports worth comparing: winnowed hashes of runs of words (Schleimer, Wilkerson, Aiken 2003)."""

from recoupe.model import ReadReport, identify
from recoupe.reuse.tokens import Tokens, tokens

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


def winnowed(found: Tokens) -> set[int]:
    """The smallest hash of each window, or of the whole text where it is shorter, among the telling ones; none where there are none."""
    telling = [number if rare >= RARE and number >= 0 else NEVER for number, rare in found.telling]
    windows = zip(*(telling[i:] for i in range(WINDOW)), strict=False) if len(telling) > WINDOW else [telling] if telling else []
    return {*map(min, windows)} - {NEVER}
