"""The link state that lives in memory: dictionaries; the reference for any other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from recoupe.engine.linking import Bucket, Entry, Pair
from recoupe.stage import Key, Link, Pairs

S = TypeVar("S")


class MemoryState(Generic[S]):
    """The `State` of `link` in dictionaries."""

    def __init__(self, link: Link[Any, S]) -> None:
        self._link = link
        self._entries: dict[str, Entry[S]] = {}
        self._posted: dict[Key, list[Entry[S]]] = {}  # one list a key, not one a bucket: most keys stand in one report
        self._dead: set[Bucket] = set()
        self._ties: dict[str, dict[str, int]] = defaultdict(dict)
        self._groups: dict[str, tuple[str, ...]] = {}

    def known(self, nodes: Iterable[str]) -> set[str]:
        """Those of `nodes` that have been entered."""
        return {node for node in nodes if node in self._entries}

    def enter(self, entries: Sequence[Entry[S]]) -> Mapping[Bucket, Sequence[str]]:
        """Keep and post new nodes; return the buckets that died, with the nodes that stood there before."""
        fresh: dict[Bucket, list[Entry[S]]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.node] = entry
            for key in entry.keys:
                fresh[key, self._link.block(entry.day)].append(entry)
        dying = {}
        for (key, block), given in fresh.items():
            if (key, block) in self._dead:
                continue
            posted = self._posted.setdefault(key, [])
            before = [entry.node for entry in posted if self._link.block(entry.day) == block]
            if len(before) <= self._link.far < len(before) + len(given):
                dying[key, block] = before
            if len(before) + len(given) > self._link.cap:
                dying[key, block] = before
                self._dead.add((key, block))
                self._posted[key] = [entry for entry in posted if self._link.block(entry.day) != block]
            else:
                posted.extend(given)
        return dying

    def sizes(self, buckets: Iterable[Bucket]) -> Mapping[Bucket, int]:
        """How many nodes the live ones of `buckets` hold."""
        counted = {(key, at): len(self._in(key, at)) for key, at in buckets}
        return {bucket: size for bucket, size in counted.items() if size}

    def met(self, entries: Sequence[Entry[S]]) -> Mapping[str, Collection[str]]:
        """The nodes that each of `entries` is to be compared with."""
        found = {}
        for entry in entries:
            shared: dict[str, list[int]] = defaultdict(list)
            for key in entry.keys:
                sizes = Counter(self._link.block(other.day) for other in self._posted.get(key, ()))
                if own := sizes[self._link.block(entry.day)]:
                    for other in self._posted[key]:
                        shared[other.node].append(max(own, sizes[self._link.block(other.day)]))
            found[entry.node] = [n for n, live in shared.items() if self._link.joins(entry.day, self._entries[n].day, live)]
        return found

    def posted(self, keys: Iterable[Key], block: int | None) -> Mapping[Key, Collection[str]]:  # noqa: ARG002 - in memory all are near
        """The nodes of each of `keys`."""
        return {key: [entry.node for entry in self._posted.get(key, ())] for key in keys}

    def _in(self, key: Key, block: int | None) -> list[Entry[S]]:
        return [entry for entry in self._posted.get(key, ()) if self._link.block(entry.day) == block]

    def entries(self, nodes: Iterable[str]) -> Mapping[str, Entry[S]]:
        """The entries of `nodes`."""
        return {node: self._entries[node] for node in nodes}

    def ties(self, nodes: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        """For each of `nodes` what it is tied to, with the score."""
        return {node: self._ties.get(node, {}) for node in nodes}

    def tie(self, scores: Pairs) -> None:
        """Set the score of each pair."""
        for (a, b), score in scores.items():
            self._ties[a][b] = self._ties[b][a] = score

    def untie(self, pairs: Iterable[Pair]) -> None:
        """Take these pairs away."""
        for a, b in pairs:
            self._ties[a].pop(b, None)
            self._ties[b].pop(a, None)

    def groups(self, nodes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """For each of `nodes` that has one, its group."""
        return {node: self._groups[node] for node in nodes if node in self._groups}

    def regroup(self, groups: Iterable[tuple[str, ...]]) -> None:
        """Put each node into the group given."""
        for group in groups:
            for node in group:
                self._groups[node] = group
