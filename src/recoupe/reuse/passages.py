"""From common words to passages of characters in the two untouched texts."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from recoupe.model import Passage, Span
from recoupe.reuse.chains import Block, Chain
from recoupe.reuse.tokens import Tokens
from recoupe.text import plain

EXACT = 5
"""Words that must be the same to the letter, in a row, for an exact passage."""

THOUSANDS, PARTED = 3, frozenset((" ", ".", "'"))
"""Figures of a group, and what may part it from the one before."""

VARIANTS = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "—": "-", "–": "-", "…": "..."})
OPENING = "«“„\"'([{‘-–—•*·"
CLOSING = ".,;:!?…»”\"')]}’-–—•*·%"
"""Marks that stand after a passage, not before it, and the reverse; white space is left out on both sides."""


def passages(chain: Chain, a: Tokens, b: Tokens, ids: tuple[str, str]) -> Iterator[Passage]:
    """The passages of one chain in the order of `a`: exact ones, and between them what was changed."""
    pieces = [piece for block in chain for piece in _exact(block, a, b)]
    at_a, at_b = chain[0].a, chain[0].b
    for piece in pieces:
        yield from _changed((at_a, piece.a), (at_b, piece.b), a, b, ids)
        at_a, at_b = piece.a + piece.size, piece.b + piece.size
        yield _extended(piece, a, b, ids)
    yield from _changed((at_a, chain[-1].a + chain[-1].size), (at_b, chain[-1].b + chain[-1].size), a, b, ids)


def _exact(block: Block, a: Tokens, b: Tokens) -> Iterator[Block]:
    """The parts of a block that are the same to the letter, long enough to be shown as such."""
    breaks = [0, *_breaks(block, 1, block.size, a, b), block.size]
    for start, stop in pairwise(breaks):
        x = start if _same_word(block.a + start, block.b + start, a, b) else start + 1
        if stop - x >= EXACT:
            yield Block(block.a + x, block.b + x, stop - x)


def _breaks(block: Block, start: int, stop: int, a: Tokens, b: Tokens) -> Iterator[int]:
    """The words of a block from `start` to `stop` (exclusive) that do not go on; halves that are the same are not looked at by word."""
    i, j = block.a + start, block.b + start
    if start >= stop or _between(i, stop - start, a) == _between(j, stop - start, b):
        return
    if stop - start == 1:
        if not _continues(i, j, a, b):
            yield start
        return
    middle = (start + stop) // 2
    yield from _breaks(block, start, middle, a, b)
    yield from _breaks(block, middle, stop, a, b)


def _between(word: int, count: int, of: Tokens) -> str:
    """So many words, and what stands before each."""
    return of.text[of.ends[word - 1] : of.ends[word + count - 1]]


def _continues(i: int, j: int, a: Tokens, b: Tokens) -> bool:
    """True if word and what stands before it are the same in both, the typesetter's choices apart."""
    before_a, before_b = a.text[a.ends[i - 1] : a.starts[i]], b.text[b.ends[j - 1] : b.starts[j]]
    return _same_word(i, j, a, b) and (before_a == before_b or _mark(before_a) == _mark(before_b) or _in_number(i, j, a, b))


def _in_number(i: int, j: int, a: Tokens, b: Tokens) -> bool:
    """The words go on with the thousands of a number, however these are parted: "4.000", "4 000"."""
    return all(
        of.ends[k] - of.starts[k] == THOUSANDS
        and of.text[of.starts[k] : of.ends[k]].isdigit()
        and of.text[of.ends[k - 1] - 1].isdigit()
        and plain(of.text[of.ends[k - 1] : of.starts[k]]) in PARTED
        for k, of in ((i, a), (j, b))
    )


def _same_word(i: int, j: int, a: Tokens, b: Tokens) -> bool:
    x, y = a.text[a.starts[i] : a.ends[i]], b.text[b.starts[j] : b.ends[j]]
    return x == y or unicodedata.normalize("NFC", plain(x)) == unicodedata.normalize("NFC", plain(y))


def _mark(between: str) -> str:
    """What stands between two words, without white space and with one kind of each mark.

    >>> _mark("\\u00a0» — ") == _mark("” -")
    True
    """
    return "".join(plain(between).translate(VARIANTS).split())


def _extended(piece: Block, a: Tokens, b: Tokens, ids: tuple[str, str]) -> Passage:
    """An exact passage with the marks around it that both texts have: to the end of the sentence, never into the next word."""
    last_a, last_b = piece.a + piece.size - 1, piece.b + piece.size - 1
    after = _common(_after(last_a, a), _after(last_b, b))
    kept = after.rstrip().rstrip(OPENING.replace("-", "")).rstrip() if after.strip() else ""
    before = _common(_before(piece.a, a)[::-1], _before(piece.b, b)[::-1])[::-1]
    lead = before.lstrip().lstrip(CLOSING.replace("-", "")).lstrip() if before.strip() else ""
    return Passage(
        a=Span(report=ids[0], start=a.starts[piece.a] - len(lead), end=a.ends[last_a] + len(kept)),
        b=Span(report=ids[1], start=b.starts[piece.b] - len(lead), end=b.ends[last_b] + len(kept)),
        exact=True,
    )


def _after(word: int, of: Tokens) -> str:
    return plain(of.text[of.ends[word] : of.starts[word + 1] if word + 1 < len(of.starts) else None])


def _before(word: int, of: Tokens) -> str:
    return plain(of.text[of.ends[word - 1] if word else 0 : of.starts[word]])


def _common(x: str, y: str) -> str:
    """The longest beginning of both."""
    end = next((i for i, (c, d) in enumerate(zip(x, y, strict=False)) if c != d), min(len(x), len(y)))
    return x[:end]


def _changed(at_a: tuple[int, int], at_b: tuple[int, int], a: Tokens, b: Tokens, ids: tuple[str, str]) -> Iterator[Passage]:
    """The words between two exact passages, where both texts have some."""
    if at_a[0] < at_a[1] and at_b[0] < at_b[1]:
        yield Passage(
            a=Span(report=ids[0], start=a.starts[at_a[0]], end=a.ends[at_a[1] - 1]),
            b=Span(report=ids[1], start=b.starts[at_b[0]], end=b.ends[at_b[1] - 1]),
            exact=False,
        )
