"""What makes two reports worth comparing: winnowed hashes of runs of words (Schleimer, Wilkerson, Aiken 2003)."""

from recoupe.model import ReadReport, identify
from recoupe.reuse.tokens import Sketch, sketch, tokens
from recoupe.stage import remembered

RUN = 5
"""Words of a run. (Of planted sentences with a word in twelve changed, .96 to .98 are met by runs of 5, .95 by runs of 6; runs of 4 bring
twice the pairs in vain.)"""

WINDOW = 3
"""Of every `WINDOW` runs in a row one is kept: any shared run of RUN + WINDOW - 1 = 7 words shares a key, where one of its runs tells."""

RARE = 2
"""Rare words in a run that tells: "selon la préfecture de" has one, and is in a hundred texts of which none was taken from another."""

NEVER = 1 << 32
"""More than any number of a run."""


@remembered(512)  # a linker asks for it, and who keeps its members
def node(read: ReadReport) -> str:
    """Reports of the same words are one node."""
    found = tokens(read)
    return identify("w", found.language, " ".join(found.folded))


def keys(read: ReadReport) -> set[int]:
    """The winnowed numbers of a report's runs."""
    return winnowed(sketch(read))


def winnowed(found: Sketch) -> set[int]:
    """The smallest number of each window, or of the whole text where it is shorter, among the telling ones; none where there are none.

    >>> words = b"".join((n + 1).to_bytes(4, "little") for n in range(RUN))
    >>> len(winnowed(Sketch(words, bytes([1] * RUN)))), winnowed(Sketch(words, bytes(RUN)))
    (1, set())
    """
    rare = found.telling(RUN, RARE)
    telling = [number if tells else NEVER for number, tells in zip(found.runs(RUN), rare, strict=False)]
    least = telling
    for after in range(1, min(WINDOW, len(telling))):
        least = [a if a < b else b for a, b in zip(least, telling[after:], strict=False)]  # noqa: FURB136 - four times as fast
    return {*least} - {NEVER}
