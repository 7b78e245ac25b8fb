"""Seed and chain: which runs of words two texts have in common, and which of them belong to one passage."""

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
    shared = {a.codes[block.a + i] for block in chain for i in range(block.size)}
    words = covered([chain])
    first, last = chain[0], chain[-1]
    stretch = max(last.a + last.size - first.a, last.b + last.size - first.b)
    dense = words >= MANY or 100 * words >= DENSE * stretch
    return dense and words >= LEAST and len(shared & a.rare & b.rare) >= LEAST_RARE


def _points(a: Layout, b: Layout) -> list[tuple[int, int]]:
    """Where both texts have one seed: the diagonal (place in `a` less place in `b`) and the place in `a`, in order."""
    points = list[tuple[int, int]]()
    for number in a.seeds.keys() & b.seeds.keys():
        i, j = a.seeds[number], b.seeds[number]
        if isinstance(i, int) and isinstance(j, int):
            points.append((i - j, i))  # as most do
        else:
            points += ((x - y, x) for x in _all(i) for y in _all(j))
    points.sort()
    return points


def _all(places: int | tuple[int, ...]) -> tuple[int, ...]:
    return (places,) if isinstance(places, int) else places


def _runs(points: Sequence[tuple[int, int]], a: Layout, b: Layout) -> list[Block]:
    """The longest runs of equal words that hold a seed, longest first."""
    runs: list[Block] = []
    for diagonal, i in points:
        inside = runs and runs[-1].a - runs[-1].b == diagonal and i < runs[-1].a + runs[-1].size
        if not inside and a.codes[i : i + GRAM] == b.codes[i - diagonal : i - diagonal + GRAM]:  # equal hashes may be chance
            runs.append(_grown(i, i - diagonal, a.codes, b.codes))
    return sorted(runs, key=lambda run: (-run.size, run))


def _grown(i: int, j: int, a: Sequence[int], b: Sequence[int]) -> Block:
    """The run of equal words around a seed."""
    start, end = 0, GRAM
    while i + start > 0 and j + start > 0 and a[i + start - 1] == b[j + start - 1] != BLANK:
        start -= 1
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end] != BLANK:
        end += 1
    return Block(i + start, j + start, end - start)


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
    if not any(taken_a[run.a : ends_a]) and not any(taken_b[run.b : ends_b]):
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
