"""The three shapes of a stage. Each runs in-process, in a pool or on a distributed engine with identical output.

A stage is made of plain deterministic functions: no clock, file, network or global state; sorted before they yield.
`version` goes up by one whenever the output of the stage changes: the store rebuilds what older versions derived.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from math import inf
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")
S = TypeVar("S")

Key = str | int
"""What nodes share; all keys of a link are of one type. Numbers take half the room of words."""

Pairs = Mapping[tuple[str, str], int]
"""Scores of pairs of nodes, each pair with the smaller id first."""


@dataclass(frozen=True, slots=True)
class Map(Generic[A, B]):
    """One record in, any number out, no memory."""

    name: str
    version: int
    run: Callable[[A], Iterable[B]]


@dataclass(frozen=True, slots=True)
class Group(Generic[A, B]):
    """All records of one event in, gathered as one record (a `Dossier`); any number out."""

    name: str
    version: int
    run: Callable[[A], Iterable[B]]


@dataclass(frozen=True, slots=True)
class Link(Generic[A, S]):
    """Pairs that share a key are scored; the components of the pairs at or over `threshold` are closed into groups.

    `node`: records with the same node id are interchangeable for `keys`, `day` and `score` (copies enter once).
    `keys`: what a pair must share at least one of to be compared. A key with more than `cap` nodes in a block of days is dead in that
    block; with more than `far` (at most `cap`) it joins nodes of different days (in a link without window: any nodes) only where they
    share `joint` live ones, it among them: how many share one key by chance grows with the ledger, how many share several hardly does.
    `day`: days since 1970-01-01, or None where undated. Dated nodes more than `window` days apart are compared up to `reach` days, and only
    where they share `firm` keys with no more than `far` nodes in either block. Undated nodes may meet all others. A block is as long as the
    window; a `window` of None compares all days and counts `cap` over all of them.
    `sketch`: all of a record that scoring needs, as a small struct of a type of its own, `sketches`: what an engine keeps of a node, so
    that comparing with an old record does not fetch it.
    `score`: 0..1000, symmetric, from the two sketches and frozen statistics alone, never from what else the ledger holds.
    `close`: (nodes of one component, their scores, its threshold) to groups of nodes; an average over the threshold implies a pair over it,
    so only touched components are ever closed again. A component of more than `large` nodes falls into those of the first of the
    `stricter` thresholds, and so on.
    """

    name: str
    version: int
    node: Callable[[A], str]
    keys: Callable[[A], Iterable[Key]]
    day: Callable[[A], int | None]
    sketch: Callable[[A], S]
    sketches: type[S]
    score: Callable[[S, S], int]
    close: Callable[[Sequence[str], Pairs, int], Sequence[Sequence[str]]]
    threshold: int
    cap: int
    window: int | None
    far: int
    joint: int = 2
    reach: int = 0
    firm: int = 0
    large: int = 0
    stricter: tuple[int, ...] = ()

    def levels(self) -> Iterator[tuple[int, float]]:
        """The thresholds, lowest first, each with the most nodes of a component that is closed at it.

        >>> from recoupe.pipeline import PIPELINE
        >>> [*PIPELINE.stories.levels()][:2], [*PIPELINE.reuse.levels()]
        ([(130, 300), (180, 300)], [(150, inf)])
        """
        *lower, last = (self.threshold, *self.stricter)
        yield from ((threshold, self.large) for threshold in lower)
        yield last, inf

    def block(self, day: int | None) -> int | None:
        """The block of days in which the nodes of a key are counted.

        >>> from recoupe.pipeline import PIPELINE
        >>> PIPELINE.stories.block(61), PIPELINE.stories.block(None), PIPELINE.reuse.block(61)
        (2, None, None)
        """
        return None if day is None or self.window is None else day // max(1, self.window)

    def alone(self, a: int | None, b: int | None) -> int:
        """The most nodes of a key that joins nodes of two days by itself.

        >>> from recoupe.pipeline import PIPELINE
        >>> link = PIPELINE.stories
        >>> link.alone(7, 7) == link.cap, link.alone(7, 8) == link.far, PIPELINE.reuse.alone(None, None) == PIPELINE.reuse.far
        (True, True, True)
        """
        return self.cap if a == b and self.window is not None else self.far

    def near(self, a: int | None, b: int | None) -> bool:
        """Whether nodes of two days are no more than the window apart, as far as is known.

        >>> from recoupe.pipeline import PIPELINE
        >>> [PIPELINE.stories.near(10, day) for day in (40, 41, None)]
        [True, False, True]
        """
        return a is None or b is None or self.window is None or abs(a - b) <= self.window

    def joins(self, a: int | None, b: int | None, sizes: Collection[int]) -> bool:
        """Whether nodes of two days are compared that share live keys; of each is given how many nodes it has, in the block that has more.

        >>> from recoupe.pipeline import PIPELINE
        >>> link = PIPELINE.stories
        >>> [link.joins(7, 8, [size]) for size in (link.far, link.far + 1)], link.joins(7, 8, [link.cap] * link.joint)
        ([True, False], True)
        >>> [link.joins(0, 60, [1] * keys) for keys in (link.firm - 1, link.firm)]
        [False, True]
        """
        if a is None or b is None or self.near(a, b):
            return len(sizes) >= self.joint or any(size <= self.alone(a, b) for size in sizes)
        return abs(a - b) <= self.reach and sum(size <= self.far for size in sizes) >= self.firm


def remembered(size: int) -> Callable[[Callable[[A], B]], Callable[[A], B]]:
    """A pure function of one record that keeps its answers for the last `size` records.

    They are told apart by identity: a linker scores one record against hundreds, and hashing a whole reading each time would cost more
    than what is saved. The record is held with its answer, so that no other can take its place in memory.

    >>> @remembered(2)
    ... def shout(words):
    ...     return print("work") or words.upper()
    >>> words = "a"
    >>> shout(words) + shout(words)
    work
    'AA'
    """

    def wrap(function: Callable[[A], B]) -> Callable[[A], B]:
        kept: OrderedDict[int, tuple[A, B]] = OrderedDict()

        @wraps(function)
        def call(record: A) -> B:
            found = kept.get(id(record))
            if found is not None and found[0] is record:
                return found[1]
            answer = function(record)
            kept[id(record)] = (record, answer)
            if len(kept) > size:
                kept.popitem(last=False)
            return answer

        return call

    return wrap
