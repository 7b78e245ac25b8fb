"""Average-link closing: groups whose members are on average as near as the threshold. Integer sums; ties are broken by id."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.stage import Pairs

LARGE = 300
"""Nodes of a component from which its threshold rises: a subject on which everybody writes would else weld everything together."""

STEP = 50
"""By how much it rises, until the parts are small enough."""

TOP = 1000


def average_link(nodes: Sequence[str], scores: Pairs, threshold: int) -> list[list[str]]:
    """Groups of `nodes`: the two groups with the highest average score are joined while that is at least `threshold`.

    Pairs without a score count 0.

    >>> average_link("abc", {("a", "b"): 900, ("b", "c"): 400}, 300)
    [['a', 'b'], ['c']]
    """
    parts = components(nodes, scores, threshold)
    number = {node: n for n, part in enumerate(parts) for node in part}
    within: list[dict[tuple[str, str], int]] = [{} for _ in parts]
    for (a, b), score in scores.items():
        if a in number and number[a] == number.get(b):
            within[number[a]][a, b] = score
    groups = []
    for part, inside in zip(parts, within, strict=True):
        large = len(part) > LARGE and threshold < TOP
        groups += average_link(part, inside, threshold + STEP) if large else _Merging(part, inside, threshold).run()
    return sorted(groups)


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
    """The groups while they grow, each named by its smallest member."""

    def __init__(self, nodes: Sequence[str], scores: Pairs, threshold: int) -> None:
        self.threshold = threshold
        self.members = {node: [node] for node in nodes}
        self.sums: dict[str, dict[str, int]] = {node: {} for node in nodes}
        for (a, b), score in scores.items():
            self.sums[a][b] = self.sums[b][a] = score
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
            average = self.sums[x][y] // (sizes[0] * sizes[1])
            if average >= self.threshold:
                heapq.heappush(self.heap, (-average, x, y, *sizes))
