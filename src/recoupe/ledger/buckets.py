"""Which nodes stand under a key: buckets of packed node numbers, in the store, and those that wait to be written there.

The keys of a report lie on as many pages of a large table as there are keys. So what is posted waits until many share a page, and is then
written in the order of the keys; the table `waiting` names the nodes, whose keys are posted again where that was interrupted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from recoupe.engine.linking import Bucket
from recoupe.stage import Key, Link
from recoupe.store import Store
from recoupe.store.store import listed

UNDATED = -1_000_000_000
WIDTH = 4  # bytes of a packed number
MOST = 500_000  # postings that wait, some 150 bytes each

Posted = tuple[Key, int | None, bytes]
"""A live bucket: its key, its block, its packed nodes."""

# the cast: `||` makes a text; NULL, a dead bucket, stays NULL
POST = """INSERT INTO bucket(link, key, block, nodes) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET nodes = CAST(nodes || excluded.nodes AS BLOB)"""
# CROSS JOIN is an order in SQLite: the keys asked for first, then a look-up of each
LIVE = "FROM json_each(?1) j CROSS JOIN bucket b ON b.link = ?2 AND b.key = j.value AND {} WHERE b.nodes IS NOT NULL"
HELD = "SELECT b.key, b.nodes FROM json_each(?1) j CROSS JOIN bucket b ON b.link = ?2 AND b.key = j.value AND b.block = ?3"


class Buckets:
    """The buckets of a link; who writes owns the transaction."""

    def __init__(self, store: Store, link: Link[Any, Any]) -> None:
        self.store = store
        self.link = link.name
        self._window = link.window
        self._width = max(1, link.window or 1)
        self._reach = -(-max(self._width, link.reach) // self._width)  # blocks to each side that hold what a node may meet
        self._cap, self._far, self._block = link.cap, link.far * WIDTH, link.block
        self._undated = 0 if link.window is None else UNDATED  # 0 takes no room
        self._waiting: dict[int | None, dict[Key, bytes]] = defaultdict(dict)
        self._last: dict[Bucket, bytes | None] = {}  # what stands in the buckets of the last nodes posted
        self._resumed = False

    def post(self, nodes: Mapping[int, tuple[int | None, Iterable[Key]]]) -> dict[Bucket, bytes]:
        """Post new nodes, given by their numbers, with the day and the keys of each; return the buckets that came to hold more than `far`
        or `cap` nodes, with what stood there before."""
        fresh: dict[Bucket, bytes] = {}
        for number, (day, keys) in nodes.items():
            packed, block = number.to_bytes(WIDTH, "little"), self._block(day)
            for key in keys:
                fresh[key, block] = fresh.get((key, block), b"") + packed
        held = self.held(fresh)
        self._last = held
        dying: dict[Bucket, bytes] = {}
        dead = []
        for (key, block), numbers in fresh.items():
            before = held.get((key, block), b"")
            if before is None:
                continue
            after = len(before) + len(numbers)
            if (dies := after > self._cap * WIDTH) or len(before) <= self._far < after:
                dying[key, block] = before
            if dies:
                held[key, block] = None
                self._waiting[block].pop(key, None)
                dead.append((self.link, key, self._stored(block), None))
            else:
                held[key, block] = before + numbers
                waiting = self._waiting[block]
                waiting[key] = waiting.get(key, b"") + numbers
        self.store.run_all(POST, sorted(dead))
        self.store.run_all("INSERT INTO waiting(node, link) VALUES (?, ?)", [(number, self.link) for number in nodes])
        if sum(map(len, self._waiting.values())) > MOST:
            self.write()
        return dying

    def write(self) -> None:
        """Bring what waits into the store."""
        rows = [(self.link, key, self._stored(block), nodes) for block, waiting in self._waiting.items() for key, nodes in waiting.items()]
        self.store.run_all(POST, sorted(rows))  # neighbours stand on one page
        self.store.run("DELETE FROM waiting WHERE link = ?", (self.link,))
        self._waiting.clear()

    def _resume(self) -> None:
        """Bring into the store what was left waiting when a settle was interrupted."""
        if self._resumed:
            return
        self._resumed = True
        query = "SELECT n.number, n.day, n.keys FROM waiting w CROSS JOIN node n ON n.number = w.node WHERE w.link = ? ORDER BY w.node"
        for number, day, keys in self.store.rows(query, (self.link,)):
            waiting = self._waiting[self._block(day)]
            for key in msgspec.msgpack.decode(keys):
                waiting[key] = waiting.get(key, b"") + number.to_bytes(WIDTH, "little")
        if self._waiting:
            self.write()

    def held(self, buckets: Iterable[Bucket]) -> dict[Bucket, bytes | None]:
        """The packed nodes of `buckets`, None where dead; a bucket never filled is left out."""
        self._resume()
        by_block: dict[int | None, list[Key]] = defaultdict(list)
        for key, block in buckets:
            by_block[block].append(key)
        found: dict[Bucket, bytes | None] = {}
        for block, keys in by_block.items():
            stored: dict[Key, bytes | None] = dict(self.store.rows(HELD, (listed(keys), self.link, self._stored(block))))
            waiting = self._waiting.get(block, {})
            stored.update({key: (stored.get(key) or b"") + waiting[key] for key in keys if key in waiting})
            found.update({(key, block): nodes for key, nodes in stored.items()})
        return found

    def around(self, keys: list[Key], day: int | None) -> list[Posted]:
        """The live buckets of `keys` that hold what nodes of `day` may meet."""
        if self._window is None and all((key, None) in self._last for key in keys):
            return [(key, None, nodes) for key in keys if (nodes := self._last[key, None]) is not None]
        self._resume()
        found = {(key, None if at == self._undated else at): nodes for key, at, nodes in self._stored_around(listed(keys), day)}
        for block, waiting in self._waiting.items():
            if block is None or day is None or abs(block - day // self._width) <= self._reach:
                found.update({(key, block): found.get((key, block), b"") + waiting[key] for key in keys if key in waiting})
        return [(key, block, nodes) for (key, block), nodes in found.items()]

    def _stored_around(self, asked: str, day: int | None) -> list[tuple[Key, int, bytes]]:
        query = "SELECT b.key, b.block, b.nodes " + LIVE
        if day is None or self._window is None:
            return self.store.rows(query.format("1"), (asked, self.link))
        block = day // self._width
        rows = self.store.rows(query.format("b.block BETWEEN ?3 AND ?4"), (asked, self.link, block - self._reach, block + self._reach))
        return rows + self.store.rows(query.format("b.block = ?3"), (asked, self.link, self._undated))

    def _stored(self, block: int | None) -> int:
        return self._undated if block is None else block
