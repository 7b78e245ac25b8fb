"""Seed and chain: which runs of words two texts have in common, and which of them belong to one passage."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from recoupe.reuse.tokens import BLANK, GRAM, Layout, Sketch, layout

GAP = 20
"""Words that may differ between two common runs of one passage, on either side."""

LEAST = 8
"""Words that a passage must share; whether so few tell anything is weighed when two reports are compared."""

DENSE, MANY = 60, 14
"""Hundredths of the stretch that must be common words, in a passage of fewer than so many: names and offices that two texts repeat lie
scattered. (Planted pairs: precision .88 without, .93 with; no pair of real dossiers is lost.)"""

LEAST_RARE = 2
"""Different rare words among them: without, it is a way of speaking and not a text that was taken over."""

SEEDS = 2
"""Places that both texts begin alike: three rare words in eight never lie in one run of four alone."""

WORD = 4
"""Bytes of a word in a sketch."""

FEW = 32 * WORD
"""Bytes that are compared before the rest of two texts is."""

WIDE = 1 << 32
"""More words than a text has."""

OPEN = 8
"""Passages that a run may still join: the last ones, so that a text of many small runs costs no square."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """`size` equal words, from word `a` of one text and word `b` of the other."""

    a: int
    b: int
    size: int


Chain = tuple[Block, ...]
"""Blocks in the order of both texts."""


@lru_cache(maxsize=4096)  # who is tied is compared soon after
def chains(a: Sketch, b: Sketch) -> tuple[Chain, ...]:
    """The common passages of two texts in the order of `a`, without the places where they differ.

    The same passages whichever text comes first.
    """
    if a.packed == b.packed and bytes(WORD) not in a.packed:  # one text, without stock lines
        tells = len(a.flags) >= LEAST and len(a.rare & b.rare) >= LEAST_RARE
        return ((Block(0, 0, len(a.flags)),),) if tells else ()
    x, y = layout(a), layout(b)
    if x.codes > y.codes:
        return tuple(sorted(tuple(Block(block.b, block.a, block.size) for block in chain) for chain in _chains(y, x)))
    return tuple(_chains(x, y))


def _chains(a: Layout, b: Layout) -> Iterator[Chain]:
    points = _points(a, b)
    if len(points) >= SEEDS:
        tiles = _tiles(_runs(points, a, b), len(a.codes), len(b.codes))
        filled = (_filled(chain, a, b) for chain in _chained(tiles))
        yield from (chain for chain in filled if _weighs(chain, a, b))


def covered(found: Iterable[Chain]) -> int:
    """The words in common."""
    return sum(block.size for chain in found for block in chain)


def _weighs(chain: Chain, a: Layout, b: Layout) -> bool:
    words = covered([chain])
    first, last = chain[0], chain[-1]
    stretch = max(last.a + last.size - first.a, last.b + last.size - first.b)
    if words < LEAST or (words < MANY and 100 * words < DENSE * stretch):
        return False
    shared = set[int]().union(*(a.codes[block.a : block.a + block.size] for block in chain))
    return len(shared & a.rare & b.rare) >= LEAST_RARE


def _points(a: Layout, b: Layout) -> list[int]:
    """Where both texts have one seed, in order: the diagonal (place in `a` less place in `b`), times `WIDE`, and the place in `a`."""
    once = a.once.keys() & b.once.keys()  # as most do
    at_a, at_b = map(a.once.__getitem__, once), map(b.once.__getitem__, once)
    points = [(i - j) * WIDE + i for i, j in zip(at_a, at_b, strict=True)]
    repeated = (a.several.keys() & b.once.keys(), a.several.keys() & b.several.keys(), a.once.keys() & b.several.keys())
    for number in (number for numbers in repeated for number in numbers):
        points += ((i - j) * WIDE + i for i in _places(number, a) for j in _places(number, b))
    points.sort()
    return points


def _places(number: int, of: Layout) -> tuple[int, ...]:
    return of.several.get(number) or (of.once[number],)


def _runs(points: Sequence[int], a: Layout, b: Layout) -> list[Block]:
    """The longest runs of equal words that hold a seed, longest first."""
    runs, at = list[Block](), 0
    while at < len(points):
        diagonal, i = divmod(points[at], WIDE)
        at += 1
        if a.codes[i : i + GRAM] == b.codes[i - diagonal : i - diagonal + GRAM]:  # equal hashes may be chance
            run = _grown(i, i - diagonal, a, b)
            runs.append(run)
            at = bisect_left(points, diagonal * WIDE + run.a + run.size, at)  # those inside it are seen
    return sorted(runs, key=lambda run: (-run.size, run))


def _grown(i: int, j: int, a: Layout, b: Layout) -> Block:
    """The run of equal words around a seed."""
    back = min(i, j)
    before = _same(a.packed[WORD * (i - back) : WORD * i], b.packed[WORD * (j - back) : WORD * j], ends=True)
    most = min(len(a.codes) - i, len(b.codes) - j)
    after = _same(a.packed[WORD * i : WORD * (i + most)], b.packed[WORD * j : WORD * (j + most)], ends=False)
    if a.words < len(a.codes):  # a stock line ends it
        before = (*a.codes[i - before : i][::-1], BLANK).index(BLANK)
        after = (*a.codes[i : i + after], BLANK).index(BLANK)
    return Block(i - before, j - before, before + after)


def _same(x: bytes, y: bytes, *, ends: bool) -> int:
    """How many words two texts of one length have in common, from their beginnings on, or up to their ends.

    >>> _same(b"aaaabbbbcccc", b"aaaaxxxxcccc", ends=False), _same(b"aaaabbbb", b"aaaabbbb", ends=True)
    (1, 2)
    """
    few = slice(-FEW, None) if ends else slice(FEW)
    if x[few] != y[few]:
        x, y = x[few], y[few]  # as of most runs
    other = int.from_bytes(x, "little") ^ int.from_bytes(y, "little")  # bits that differ
    if not other:
        return len(x) // WORD
    return len(x) // WORD - -(-other.bit_length() // (8 * WORD)) if ends else ((other & -other).bit_length() - 1) // (8 * WORD)


def _tiles(runs: Iterable[Block], a: int, b: int) -> list[Block]:
    """Runs that do not overlap on either side, the longer ones first served."""
    taken_a, taken_b, tiles = bytearray(a), bytearray(b), []
    for run in runs:
        for tile in _free(run, taken_a, taken_b):
            taken_a[tile.a : tile.a + tile.size] = taken_b[tile.b : tile.b + tile.size] = b"\1" * tile.size
            tiles.append(tile)
    return sorted(tiles)


def _free(run: Block, taken_a: bytearray, taken_b: bytearray) -> list[Block]:
    """The parts of `run`, at least a seed long, that no other run has taken."""
    ends_a, ends_b = run.a + run.size, run.b + run.size
    if taken_a.find(1, run.a, ends_a) < 0 and taken_b.find(1, run.b, ends_b) < 0:
        return [run]
    closed = [-1, *(i for i in range(run.size) if taken_a[run.a + i] or taken_b[run.b + i]), run.size]
    return [Block(run.a + x + 1, run.b + x + 1, y - x - 1) for x, y in pairwise(closed) if y - x - 1 >= GRAM]


def _chained(tiles: Sequence[Block]) -> list[list[Block]]:
    """Tiles joined to the nearest passage that ends at most `GAP` words before, on both sides."""
    found: list[list[Block]] = []
    for tile in tiles:
        near = [chain for chain in found[-OPEN:] if _follows(chain[-1], tile)]
        if near:
            min(near, key=lambda chain: tile.b - chain[-1].b).append(tile)
        else:
            found.append([tile])
    return found


def _follows(last: Block, tile: Block) -> bool:
    return 0 <= tile.a - last.a - last.size <= GAP and 0 <= tile.b - last.b - last.size <= GAP


def _filled(chain: Sequence[Block], a: Layout, b: Layout) -> Chain:
    """`chain` with the equal words between its blocks; blocks that touch are one."""
    joined: list[Block] = []
    for block in sorted([*chain, *(small for x, y in pairwise(chain) for small in _between(x, y, a, b))]):
        if joined and (joined[-1].a + joined[-1].size, joined[-1].b + joined[-1].size) == (block.a, block.b):
            joined[-1] = Block(joined[-1].a, joined[-1].b, joined[-1].size + block.size)
        else:
            joined.append(block)
    return tuple(joined)


def _between(x: Block, y: Block, a: Layout, b: Layout) -> Iterator[Block]:
    from_a, from_b = x.a + x.size, x.b + x.size
    gap_a, gap_b = a.codes[from_a : y.a], b.codes[from_b : y.b]
    if gap_a and gap_b:
        for step in Indel.opcodes(gap_a, gap_b):
            if step.tag == "equal" and BLANK not in gap_a[step.src_start : step.src_end]:
                yield Block(from_a + step.src_start, from_b + step.dest_start, step.src_end - step.src_start)
