"""What the linking engine remembers, in the store: buckets of packed node numbers, ties in both directions, teams."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from struct import unpack
from typing import Any

import msgspec

from recoupe.engine.linking import Bucket, Entry, Pair, joined
from recoupe.ledger.buckets import WIDTH, Buckets, Posted
from recoupe.stage import Key, Link, Pairs
from recoupe.store import Store
from recoupe.store.store import listed

ROOM = 200_000  # node numbers and names held, some 100 bytes each
TIED = 20_000  # nodes of which the ties are held, some kB each
SKETCHES = 4_096  # entries held, some 30 kB each while they are compared


def _unpacked(nodes: bytes) -> tuple[int, ...]:
    return (int.from_bytes(nodes, "little"),) if len(nodes) == WIDTH else unpack(f"<{len(nodes) // WIDTH}I", nodes)


class LinkState:
    """The `State` of a link; its writer owns the transaction."""

    def __init__(self, store: Store, link: Link[Any, Any]) -> None:
        self.store = store
        self.link = link.name
        self.window = link.window
        self._near, self._joins = link.near, link.joins
        self._far, self._block = link.far * WIDTH, link.block
        self._joint, self._firm = link.joint, link.firm
        self._buckets = Buckets(store, link)
        self._sketch = msgspec.msgpack.Decoder(link.sketches).decode
        self._keys = msgspec.msgpack.Decoder(tuple[Key, ...]).decode
        self._entries: OrderedDict[str, Entry[Any]] = OrderedDict()
        self._numbers: dict[str, int] = {}
        self._names: dict[int, tuple[str, int | None]] = {}  # with the day
        self._ties: dict[str, dict[str, int]] = {}

    def known(self, nodes: Iterable[str]) -> set[str]:
        """Those of `nodes` that have been entered."""
        return set(self._number(nodes))

    def enter(self, entries: Sequence[Entry[Any]]) -> Mapping[Bucket, Sequence[str]]:
        """Keep and post new nodes; return the buckets that died, with the nodes that stood there before."""
        first = self.store.rows("SELECT coalesce(max(number), 0) + 1 FROM node")[0][0]
        rows = []
        for number, entry in enumerate(entries, first):
            rows.append(
                (number, self.link, entry.node, entry.day, msgspec.msgpack.encode(entry.keys), msgspec.msgpack.encode(entry.sketch))
            )
            self._hold(number, entry.node, entry.day)
        self.store.run_all("INSERT INTO node(number, link, node, day, keys, sketch) VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._remember({entry.node: entry for entry in entries})
        return self._spelt(self._buckets.post({number: (entry.day, entry.keys) for number, entry in enumerate(entries, first)}))

    def write(self) -> None:
        """Bring into the store what still waits to be written there, as the last of a settle."""
        self._buckets.write()

    def sizes(self, buckets: Iterable[Bucket]) -> Mapping[Bucket, int]:
        """How many nodes the live ones of `buckets` hold."""
        return {bucket: len(nodes) // WIDTH for bucket, nodes in self._buckets.held(set(buckets)).items() if nodes is not None}

    def met(self, entries: Sequence[Entry[Any]]) -> Mapping[str, Collection[str]]:
        """The nodes that each of `entries` is to be compared with; one that meets only itself is left out."""
        day = entries[0].day
        around = self._buckets.around(list({key for entry in entries for key in entry.keys}), day)
        alone, together = self._joining(around, day)
        distant = self._distant(around, day)
        found = {}
        for entry in entries:
            near = joined(
                [alone[key] for key in entry.keys if key in alone], [together[key] for key in entry.keys if key in together], self._joint
            )
            times = Counter(chain.from_iterable(distant[key] for key in entry.keys if key in distant))
            far = {number for number, keys in times.items() if keys >= self._firm}
            if len(near) > 1 or far:
                found[entry.node] = near, far
        return {node: list(self._timely(day, near, far)) for node, (near, far) in found.items()}

    def _timely(self, day: int | None, near: set[int], far: set[int]) -> Iterator[str]:
        """Those of `near` that are near `day`, and those of `far` that are not, and still within reach."""
        for number, (name, at) in self._names_of(near | far).items():
            if number in near if self._near(day, at) else number in far and self._joins(day, at, [1] * self._firm):
                yield name

    def _distant(self, around: Iterable[Posted], day: int | None) -> dict[Key, Sequence[int]]:
        """The nodes of dated buckets of other blocks than that of `day`, under each key that has no more than `far` nodes in either."""
        if day is None or not self._firm:
            return {}
        few = [(key, block, nodes) for key, block, nodes in around if block is not None and len(nodes) <= self._far]
        mine = {key for key, block, _ in few if block == self._block(day)}
        found: dict[Key, list[bytes]] = defaultdict(list)
        for key, block, nodes in few:
            if key in mine and block != self._block(day):
                found[key].append(nodes)
        return {key: _unpacked(b"".join(nodes)) for key, nodes in found.items()}

    def _joining(self, around: Iterable[Posted], day: int | None) -> tuple[dict[Key, Sequence[int]], dict[Key, set[int]]]:
        """The nodes that each key joins by itself to those of `day` that stand under it, and those that it joins with other keys' help
        (some of them by itself)."""
        mine, others, own = dict[Key, bytes](), dict[Key, list[bytes]](), self._block(day)
        for key, block, nodes in around:
            if block == own:
                mine[key] = nodes
            elif own is None or block is None or abs(block - own) <= 1:
                others.setdefault(key, []).append(nodes)
        crowded = {key: set(_unpacked(nodes)) for key, nodes in mine.items() if len(nodes) > self._far}
        alone: dict[Key, Sequence[int]] = {}
        if self.window is not None:
            days = self._names_of({number for nodes in crowded.values() for number in nodes})
            alone = {key: [number for number in nodes if days[number][1] == day] for key, nodes in crowded.items()}
        together = {key: nodes.union(*map(_unpacked, others.get(key, ()))) for key, nodes in crowded.items()}
        for key, nodes in mine.items():
            far = others.get(key, ())
            if key not in crowded and (len(nodes) > WIDTH or far):
                alone[key] = _unpacked(b"".join([nodes, *(some for some in far if len(some) <= self._far)]))
                if large := [some for some in far if len(some) > self._far]:
                    together[key] = set(_unpacked(b"".join(large)))
        return alone, together

    def posted(self, keys: Iterable[Key], block: int | None) -> Mapping[Key, Collection[str]]:
        """The nodes of each of `keys` in live buckets of `block` and of those that nodes of it may meet."""
        day = None if block is None or self.window is None else block * max(1, self.window)
        found: dict[Key, list[bytes]] = defaultdict(list)
        for key, _, nodes in self._buckets.around(list(keys), day):
            found[key].append(nodes)
        return {key: nodes for (key, _), nodes in self._spelt({(key, None): b"".join(held) for key, held in found.items()}).items()}

    def entries(self, nodes: Iterable[str]) -> Mapping[str, Entry[Any]]:
        """The entries of `nodes`."""
        asked = set(nodes)
        found = {node: self._entries[node] for node in asked if node in self._entries}
        query = "SELECT node, day, keys, sketch FROM node WHERE link = ? AND node IN (SELECT value FROM json_each(?))"
        missing = sorted(asked - found.keys())
        for node, day, keys, sketch in self.store.rows(query, (self.link, listed(missing))) if missing else ():
            found[node] = Entry(node, day, self._keys(keys), self._sketch(sketch))
        self._remember(found)
        return found

    def _remember(self, entries: Mapping[str, Entry[Any]]) -> None:
        self._entries.update(entries)
        for node in entries:
            self._entries.move_to_end(node)
        while len(self._entries) > SKETCHES:
            self._entries.popitem(last=False)

    def ties(self, nodes: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        """For each of `nodes` what it is tied to, with the score."""
        asked = set(nodes)
        missing = asked.difference(self._ties)  # `-` would go through all keys
        if missing:
            if len(self._ties) > TIED:
                self._ties.clear()
                missing = asked
            self._ties.update(self._tied(missing))
        return {node: self._ties[node] for node in asked}

    def _tied(self, nodes: Iterable[str]) -> dict[str, dict[str, int]]:
        numbers = self._number(nodes)
        query = "SELECT a, b, score FROM json_each(?1) j CROSS JOIN tie ON link = ?2 AND a = j.value"
        rows = self.store.rows(query, (listed(numbers.values()), self.link))
        names = self._names_of({b for _, b, _ in rows} | set(numbers.values()))
        found: dict[str, dict[str, int]] = {node: {} for node in numbers}
        for a, b, score in rows:
            found[names[a][0]][names[b][0]] = score
        return found

    def tie(self, scores: Pairs) -> None:
        """Set the score of each pair."""
        numbers = self._number({node for pair in scores for node in pair})
        both = [(numbers[a], numbers[b], score) for (a, b), score in scores.items()]
        rows = [row for a, b, score in both for row in ((self.link, a, b, score), (self.link, b, a, score))]
        self.store.run_all("INSERT OR REPLACE INTO tie(link, a, b, score) VALUES (?, ?, ?, ?)", rows)
        for (a, b), score in scores.items():
            for x, y in ((a, b), (b, a)):
                if x in self._ties:
                    self._ties[x][y] = score

    def untie(self, pairs: Iterable[Pair]) -> None:
        """Take these pairs away."""
        asked = list(pairs)
        numbers = self._number({node for pair in asked for node in pair})
        rows = [row for a, b in asked for row in ((self.link, numbers[a], numbers[b]), (self.link, numbers[b], numbers[a]))]
        self.store.run_all("DELETE FROM tie WHERE link = ? AND a = ? AND b = ?", rows)
        for node in {node for pair in asked for node in pair}:
            self._ties.pop(node, None)

    def groups(self, nodes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """For each of `nodes` that has one, its group."""
        asked = sorted(set(nodes))
        query = "SELECT node, team FROM node WHERE link = ? AND team IS NOT NULL AND node IN (SELECT value FROM json_each(?))"
        teams: dict[str, int] = dict(self.store.rows(query, (self.link, listed(asked))))
        found: dict[int, list[str]] = defaultdict(list)
        query = "SELECT team, node FROM node WHERE team IN (SELECT value FROM json_each(?)) ORDER BY node"
        for team, node in self.store.rows(query, (listed(set(teams.values())),)):
            found[team].append(node)
        groups = {team: tuple(members) for team, members in found.items()}
        return {node: groups[team] for node, team in teams.items()}

    def regroup(self, groups: Iterable[tuple[str, ...]]) -> None:
        """Put each node into the group given."""
        given = list(groups)
        numbers = self._number({node for group in given for node in group})
        rows = [(numbers[group[0]], numbers[node]) for group in given for node in group]
        self.store.run_all("UPDATE node SET team = ? WHERE number = ?", rows)

    def _spelt(self, buckets: Mapping[Bucket, bytes]) -> dict[Bucket, Sequence[str]]:
        """The names of the nodes packed in each of `buckets`."""
        numbers = {bucket: _unpacked(nodes) for bucket, nodes in buckets.items()}
        names = self._names_of({number for found in numbers.values() for number in found})
        return {bucket: [names[number][0] for number in found] for bucket, found in numbers.items()}

    def _hold(self, number: int, node: str, day: int | None) -> None:
        if len(self._names) > ROOM:
            self._names.clear()
            self._numbers.clear()
        self._names[number] = node, day
        self._numbers[node] = number

    def _number(self, nodes: Iterable[str]) -> dict[str, int]:
        """The numbers of those of `nodes` that have been entered."""
        asked = set(nodes)
        found = {node: self._numbers[node] for node in asked if node in self._numbers}
        missing = asked - found.keys()
        if missing:
            query = "SELECT node, number, day FROM node WHERE link = ? AND node IN (SELECT value FROM json_each(?))"
            for node, number, day in self.store.rows(query, (self.link, listed(sorted(missing)))):
                found[node] = number
                self._hold(number, node, day)
        return found

    def _names_of(self, numbers: set[int]) -> dict[int, tuple[str, int | None]]:
        """The names of `numbers`, with their days."""
        found = {number: self._names[number] for number in numbers if number in self._names}
        missing = numbers - found.keys()
        if missing:
            query = "SELECT number, node, day FROM node WHERE number IN (SELECT value FROM json_each(?))"
            for number, node, day in self.store.rows(query, (listed(missing),)):
                found[number] = node, day
                self._hold(number, node, day)
        return found
