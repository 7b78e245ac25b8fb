"""What a change touches: the components of ties that are to be closed again, each at the lowest threshold at which it is small enough.

What hangs together at a threshold does so whatever hangs together at lower ones. So a component that is too large is never gone through:
it is left as soon as it is seen to be large, and what has changed in it is looked at by the next threshold.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recoupe.stage import Link, Pairs

Ties = Mapping[str, Mapping[str, int]]
"""Of each node the nodes that it is tied to, with the scores."""


class Part(NamedTuple):
    """Nodes that hang together by ties at or over `threshold`, with all scores inside."""

    nodes: Sequence[str]
    scores: Pairs
    threshold: int


def touched(link: Link[Any, Any], ties: Callable[[Iterable[str]], Ties], changed: Collection[str]) -> Iterator[Part]:
    """The parts that are other than before, after ties were added and taken away each of which has an end in `changed`.

    At a threshold at which a changed node is in a large component, this may have been small before: so all of its nodes are changed that
    are in a small one when those that we know to have changed are taken out.
    """
    known, waiting = _Known(ties), set(changed)
    for threshold, most in link.levels():
        found, large = known.together(waiting, threshold, most), set[str]()
        for part in _distinct(found):
            if len(part) <= most:
                yield Part(sorted(part), known.inside(part), threshold)
            else:
                large |= part & waiting
        if not large:
            return
        beside = {other for node in large for other in known.near(node, threshold)} - large
        waiting = large.union(*(part for part in _distinct(known.together(beside, threshold, most, large)) if len(part) <= most))


def _distinct(found: Mapping[str, set[str]]) -> list[set[str]]:
    """Each part once, in the order of the first node."""
    return sorted({id(part): part for part in found.values()}.values(), key=min)


class _Known:
    """The ties of the nodes that were asked for so far."""

    def __init__(self, ties: Callable[[Iterable[str]], Ties]) -> None:
        self.fetch = ties
        self.ties: dict[str, Mapping[str, int]] = {}

    def near(self, node: str, threshold: int) -> list[str]:
        """Those that `node` is tied to at or over a threshold."""
        return [other for other, score in self.ties[node].items() if score >= threshold]

    def inside(self, part: Collection[str]) -> Pairs:
        """All scores in a part that was gone through."""
        return {(a, b): score for a in part for b, score in self.ties[a].items() if a < b and b in part}

    def together(self, starts: Iterable[str], threshold: int, most: float, without: Collection[str] = ()) -> dict[str, set[str]]:
        """The components of `starts`, by each node; of one of more than `most` nodes only some. `without` are passed by."""
        part = {start: {start} for start in starts}
        waiting = set(part)
        while waiting:  # all of them at once: most are small
            self.ties.update(self.fetch(waiting.difference(self.ties)))
            fresh = set[str]()
            for node in waiting:
                mine = part[node]
                for other in self.near(node, threshold):
                    theirs = part.get(other)
                    if theirs is mine:  # as most are
                        continue
                    if theirs is not None:
                        mine = _joined(part, mine, theirs)
                    elif other not in without:
                        part[other] = mine
                        mine.add(other)
                        fresh.add(other)
            waiting = {node for node in fresh if len(part[node]) <= most}
        return part


def _joined(part: dict[str, set[str]], a: set[str], b: set[str]) -> set[str]:
    """One part made of two, for each node of them."""
    fewer, more = (a, b) if len(a) < len(b) else (b, a)
    more |= fewer
    part.update(dict.fromkeys(fewer, more))
    return more
