"""The link state that lives in memory: dictionaries; the reference for any other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
            if len(before) + len(given) > self._link.cap:
                dying[key, block] = before
                self._dead.add((key, block))
                self._posted[key] = [entry for entry in posted if self._link.block(entry.day) != block]
            else:
                posted.extend(given)
        return dying

    def live(self, buckets: Iterable[Bucket]) -> set[Bucket]:
        """Those of `buckets` that hold at least one and at most `cap` nodes."""
        return {(key, at) for key, at in buckets if any(self._link.block(entry.day) == at for entry in self._posted.get(key, ()))}

    def postings(self, keys: Iterable[Key], days: tuple[int, int] | None) -> Mapping[Bucket, Sequence[str]]:
        """All live buckets of `keys` with their nodes, undated or within `days`."""
        found: dict[Bucket, list[str]] = defaultdict(list)
        for key in keys:
            for entry in self._posted.get(key, ()):
                if days is None or entry.day is None or days[0] <= entry.day <= days[1]:
                    found[key, self._link.block(entry.day)].append(entry.node)
        return found

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
