"""Average-link closing: groups whose members are on average as near as a threshold. Integer sums; ties are broken by id.

Two groups that are near enough stay apart all the same where each of them hangs together much better than both do with each other.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from recoupe.stage import Pairs

LARGE = 300
"""Nodes of a component from which its threshold rises: a subject on which everybody writes would else weld everything together."""

STEP = 50
"""By how much it rises, until the parts are small enough."""

TOP = 1000

HELD = 2
"""Nodes of a group up to which it joins whatever it is near to: how well so few hang together says little."""


class Closing(msgspec.Struct, frozen=True):
    """When two groups are joined: where their average reaches `threshold`. Pairs without a score count `unmet`, which is less. Of two
    groups of more than `HELD` nodes the mean of the averages inside may be `weaker` times the average between them, and no more."""

    threshold: int
    unmet: int = 0
    weaker: int | None = None


def average_link(nodes: Sequence[str], scores: Pairs, closing: Closing) -> list[list[str]]:
    """Groups of `nodes`: the two groups with the highest average score are joined, as long as `closing` lets any.

    >>> scores = {("a", "b"): 900, ("b", "c"): 400}
    >>> average_link("abc", scores, Closing(300)), average_link("abc", scores, Closing(300, unmet=200))
    ([['a', 'b'], ['c']], [['a', 'b', 'c']])
    """
    parts = components(nodes, scores, closing.threshold)
    number = {node: n for n, part in enumerate(parts) for node in part}
    within: list[dict[tuple[str, str], int]] = [{} for _ in parts]
    for (a, b), score in scores.items():
        if a in number and number[a] == number.get(b):
            within[number[a]][a, b] = score
    groups = []
    for part, inside in zip(parts, within, strict=True):
        large = len(part) > LARGE and closing.threshold < TOP
        stricter = msgspec.structs.replace(closing, threshold=closing.threshold + STEP)
        groups += average_link(part, inside, stricter) if large else merged(part, inside, closing)
    return sorted(groups)


def merged(nodes: Sequence[str], scores: Pairs, closing: Closing) -> list[list[str]]:
    """The same of one component, however large."""
    return _Merging(nodes, scores, closing).run()


def components(nodes: Sequence[str], scores: Pairs, threshold: int) -> list[list[str]]:
    """The parts that hang together by pairs at or over `threshold`; no average over it can reach across two.

    >>> components("abcd", {("a", "b"): 700, ("b", "c"): 350, ("c", "d"): 90}, 300)
    [['a', 'b', 'c'], ['d']]
    """
    near: dict[str, list[str]] = defaultdict(list)
    for (a, b), score in scores.items():
        if score >= threshold:
            near[a].append(b)
            near[b].append(a)
    done: set[str] = set()
    return [sorted(_reach(node, near, done)) for node in sorted(nodes) if node not in done]


def _reach(start: str, near: dict[str, list[str]], done: set[str]) -> Iterator[str]:
    done.add(start)
    todo = [start]
    while todo:
        node = todo.pop()
        yield node
        fresh = [other for other in near[node] if other not in done]
        done.update(fresh)
        todo += dict.fromkeys(fresh)


class _Merging:
    """The groups while they grow, each named by its smallest member. All sums are of what scores have over `unmet`."""

    def __init__(self, nodes: Sequence[str], scores: Pairs, closing: Closing) -> None:
        self.closing = closing
        self.members = {node: [node] for node in nodes}
        self.inside = dict.fromkeys(nodes, 0)
        self.sums: dict[str, dict[str, int]] = {node: {} for node in nodes}
        for (a, b), score in scores.items():
            self.sums[a][b] = self.sums[b][a] = score - closing.unmet
        self.heap: list[tuple[int, str, str, int, int]] = []

    def run(self) -> list[list[str]]:
        """Join while an average reaches the threshold."""
        for a in self.sums:
            self._offer(a, [b for b in self.sums[a] if a < b])
        heapq.heapify(self.heap)
        while self.heap:
            _, a, b, size_a, size_b = heapq.heappop(self.heap)
            if len(self.members.get(a, ())) == size_a and len(self.members.get(b, ())) == size_b:
                self._join(a, b)
        return [sorted(members) for members in self.members.values()]

    def _join(self, a: str, b: str) -> None:
        self.inside[a] += self.inside.pop(b) + self.sums[a][b]
        for other, total in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0) + total
        self.members[a] += self.members.pop(b)
        self._offer(a, list(self.sums[a]))

    def _offer(self, a: str, others: Sequence[str]) -> None:
        for other in others:
            x, y = (a, other) if a < other else (other, a)
            sizes = len(self.members[x]), len(self.members[y])
            average = self.sums[x][y] // (sizes[0] * sizes[1]) + self.closing.unmet
            if average >= self.closing.threshold and (min(sizes) <= HELD or self._near(x, y, average)):
                heapq.heappush(self.heap, (-average, x, y, *sizes))

    def _near(self, x: str, y: str, between: int) -> bool:
        """True if two groups are not much less near to each other than each is in itself."""
        weaker = self.closing.weaker
        return weaker is None or 2 * weaker * between >= self._cohesion(x) + self._cohesion(y)

    def _cohesion(self, name: str) -> int:
        """The average inside a group; 0 where a person has put some of it together, which says nothing of how near the others are."""
        size = len(self.members[name])
        average = self.inside[name] * 2 // (size * (size - 1)) + self.closing.unmet
        return average if average <= TOP else 0
