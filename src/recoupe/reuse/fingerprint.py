"""What makes two reports worth comparing: winnowed hashes of runs of words (Schleimer, Wilkerson, Aiken 2003)."""

from recoupe.model import ReadReport, identify
from recoupe.reuse.tokens import LANE, LARGEST, Sketch, ones, read_lanes, sketch
from recoupe.stage import remembered

RUN = 5
"""Words of a run. (Of planted sentences with a word in twelve changed, .96 to .98 are met by runs of 5, .95 by runs of 6; runs of 4 bring
twice the pairs in vain.)"""

WINDOW = 5
"""Of every `WINDOW` runs in a row one is kept: any shared run of RUN + WINDOW - 1 = 9 words shares a key, where one of its runs tells.
(Of 383 real reports 3, 5 bring 641, 539 pairs to compare, 285, 283 of them with common passages, at a quarter fewer keys; of planted
sentences with a word in twelve changed .97, .95 are met, by 6 .92.)"""

RARE = 2
"""Rare words in a run that tells: "selon la préfecture de" has one, and is in a hundred texts of which none was taken from another."""

NEVER = LARGEST + 1
"""More than any number of a run."""


@remembered(512)  # a linker asks for it, and who keeps its members
def node(read: ReadReport) -> str:
    """Reports of the same words are one node."""
    return identify("w", read.report.language, sketch(read).packed.hex())


def keys(read: ReadReport) -> set[int]:
    """The winnowed numbers of a report's runs."""
    return winnowed(sketch(read))


def winnowed(found: Sketch) -> set[int]:
    """The smallest number of each window, or of the whole text where it is shorter, among the telling ones; none where there are none.

    >>> words = b"".join((n + 1).to_bytes(4, "little") for n in range(RUN))
    >>> len(winnowed(Sketch(words, bytes([1] * RUN)))), winnowed(Sketch(words, bytes(RUN))), winnowed(Sketch(b"", b""))
    (1, set(), set())
    """
    telling, many = found.telling(RUN, RARE), len(found.flags)
    flags = bytearray(LANE // 8 * many)
    flags[: LANE // 8 * len(telling) : LANE // 8] = telling
    tells = int.from_bytes(flags, "little")  # a lane for each run: 1 where it tells, else 0
    numbers = (found.run_lanes(RUN) & tells * LARGEST) | (tells ^ ones(many)) * NEVER  # its number where it tells, else `NEVER`
    least, top, windows = numbers, ones(many) << LANE - 1, max(1, min(WINDOW, len(telling)))
    for after in range(1, windows):
        least = _smaller(least, numbers >> LANE * after, top)
    return {*read_lanes(least, max(0, len(telling) - windows + 1), many)} - {NEVER}


def _smaller(a: int, b: int, top: int) -> int:
    """Lane by lane the smaller one; `top`: the highest bit of each lane, which both leave free.

    >>> low, high = 3 + (9 << LANE), 5 + (4 << LANE)
    >>> read_lanes(_smaller(low, high, ones(2) << LANE - 1), 2, 2)
    (3, 4)
    """
    larger = ((a | top) - b) & top  # the bit is left where b takes nothing from it: a is not smaller
    return a ^ ((a ^ b) & larger - (larger >> LANE - 1))
