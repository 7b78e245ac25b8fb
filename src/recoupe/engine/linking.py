"""The engine of the `Link` shape: incremental, and independent of the order and the batches in which records come.

The groups are a pure function of the set of records, the fixed scores and the frozen statistics of the stage. Whether two nodes are
compared depends on the final sizes of the keys that they share; a key that dies can only take pairs away, so a new record touches the
components of its own pairs and of the pairs that a dying key alone had carried, and nothing else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from recoupe.engine.parts import touched
from recoupe.stage import Key, Link, Pairs

A = TypeVar("A")
S = TypeVar("S")
N = TypeVar("N")

Bucket = tuple[Key, int | None]
"""A key in a block of days (None: undated, or a link without window)."""

Pair = tuple[str, str]
"""Two nodes, the smaller id first."""

MUST = 10**9
"""The fixed score of a pair that a person has put together: no average of 0..1000 outweighs it. `CANNOT` keeps a pair apart."""
CANNOT = -MUST


@dataclass(frozen=True, slots=True)
class Entry(Generic[S]):
    """A node as it stands in a state. `keys` are sorted and distinct; `day` is None where undated, and always in a link without window."""

    node: str
    day: int | None
    keys: tuple[Key, ...]
    sketch: S


class State(Protocol[S]):
    """What a `Linker` remembers between two calls of `add`; one state for each link, made for it. `MemoryState` is the reference.

    All methods take many nodes or keys at once, so that a database answers a batch with a few queries. Nothing is ever deleted but
    ties; the caller owns transactions. The linker asks for the same entries again and again: keep the recently decoded ones.
    """

    def known(self, nodes: Iterable[str]) -> set[str]:
        """Those of `nodes` that have been entered."""
        ...

    def enter(self, entries: Sequence[Entry[S]]) -> Mapping[Bucket, Sequence[str]]:
        """Keep new nodes (never entered before, no two the same) and post each under (key, its block) for each of its keys.

        Returns the buckets that this call brought from at most `far` or `cap` nodes of the link to more, each with the nodes that stood
        in it before the call. A bucket of more than `cap` is dead: its size (or the bare fact) must be kept for ever, its postings may
        be dropped.
        """
        ...

    def sizes(self, buckets: Iterable[Bucket]) -> Mapping[Bucket, int]:
        """How many nodes those of `buckets` hold that hold at least one and at most `cap`."""
        ...

    def met(self, entries: Sequence[Entry[S]]) -> Mapping[str, Collection[str]]:
        """The nodes that each of `entries`, already entered and all of one day, is to be compared with: near enough in time for
        the keys that they share (see `Link.joins`). An entry may be among those that it meets, and is left out where it meets none."""
        ...

    def posted(self, keys: Iterable[Key], block: int | None) -> Mapping[Key, Collection[str]]:
        """The nodes of each of `keys` in live buckets: at least those that nodes of `block` may meet there."""
        ...

    def entries(self, nodes: Iterable[str]) -> Mapping[str, Entry[S]]:
        """The entries of `nodes`; all of them are known."""
        ...

    def ties(self, nodes: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        """For each of `nodes` all nodes that it is tied to, with the score; empty where there are none."""
        ...

    def tie(self, scores: Pairs) -> None:
        """Set the score of each pair (it counts for both nodes)."""
        ...

    def untie(self, pairs: Iterable[Pair]) -> None:
        """Take these pairs away; a pair that is not tied is passed by."""
        ...

    def groups(self, nodes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """For each of `nodes` the sorted nodes of its group; a node that has no group yet is left out."""
        ...

    def regroup(self, groups: Iterable[tuple[str, ...]]) -> None:
        """Put each node into the group given. All members of every group that loses a node are in the groups given."""
        ...


class Linker(Generic[A, S]):
    """Keeps the groups of one `link` in `state` up to date.

    `fixed` holds the pairs that people have decided (`MUST` or `CANNOT`); they are tied whatever keys, days and scores say. Give the
    whole mapping to every linker of a ledger; after a change of it call `decide`.
    """

    def __init__(self, link: Link[A, S], state: State[S], fixed: Mapping[Pair, int] | None = None) -> None:
        self.link = link
        self.state = state
        self.fixed = dict(fixed or {})
        self.partners: dict[str, set[str]] = defaultdict(set)
        for a, b in self.fixed:
            self.partners[a].add(b)
            self.partners[b].add(a)

    def add(self, records: Iterable[A]) -> tuple[tuple[str, ...], ...]:
        """Enter `records`; return, sorted, the groups that have other members than before, that lost a tie, or that hold a node of
        `records` (a further copy of a known node belongs to its group). Batches of some hundred records are best.
        """
        given = {self.link.node(record): record for record in records}
        known = self.state.known(given)
        new = [self._entry(node, given[node]) for node in sorted(given) if node not in known]
        dying = self.state.enter(new)
        cut = self._cut(dying)
        self._tie(self._candidates(new), {entry.node: entry for entry in new})
        return self._settle({entry.node for entry in new} | {node for pair in cut for node in pair}, known)

    def decide(self, pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
        """Bring `pairs` in line after their fixed scores were given, changed or withdrawn; return the groups touched."""
        asked = sorted(set(pairs))
        known = self.state.known({node for pair in asked for node in pair})
        held = [pair for pair in asked if known.issuperset(pair)]
        entries = self.state.entries(known)
        self.state.untie(held)
        free = [pair for pair in held if pair not in self.fixed]
        self._tie(self._carried(free, entries) | {pair for pair in held if pair in self.fixed}, entries)
        return self._settle({node for pair in held for node in pair}, set())

    def _entry(self, node: str, record: A) -> Entry[S]:
        day = None if self.link.window is None else self.link.day(record)
        return Entry(node, day, tuple(sorted(set(self.link.keys(record)))), self.link.sketch(record))

    def _cut(self, dying: Mapping[Bucket, Sequence[str]]) -> list[Pair]:
        """Take away the ties that only dead keys had carried; return them."""
        if not dying:
            return []
        having: dict[Key, set[str]] = defaultdict(set)
        for block in {block for _, block in dying}:
            keys = {key: nodes for (key, at), nodes in dying.items() if at == block}
            posted = self.state.posted(keys, block)
            for key, nodes in keys.items():
                having[key].update(nodes, posted.get(key, ()))
        ties = self.state.ties({node for nodes in dying.values() for node in nodes})
        found = {_pair(a, b) for (key, _), nodes in dying.items() for a in nodes for b in having[key].intersection(ties[a])}
        suspect = sorted(found.difference(self.fixed))
        carried = self._carried(suspect, self.state.entries({node for pair in suspect for node in pair}))
        cut = [pair for pair in suspect if pair not in carried]
        self.state.untie(cut)
        return cut

    def _carried(self, pairs: Iterable[Pair], entries: Mapping[str, Entry[S]]) -> set[Pair]:
        """Those of `pairs` that may be compared: near enough in time for the keys that they share, alive on both days."""
        shared = {(a, b): _shared(entries[a], entries[b]) for a, b in pairs}
        block = {node: self.link.block(entries[node].day) for pair in shared for node in pair}
        sizes = self.state.sizes({(key, block[node]) for pair, keys in shared.items() for key in keys for node in pair})
        found = set()
        for (a, b), keys in shared.items():
            both = [((key, block[a]), (key, block[b])) for key in keys]
            live = [max(sizes[x], sizes[y]) for x, y in both if x in sizes and y in sizes]
            if self.link.joins(entries[a].day, entries[b].day, live):
                found.add((a, b))
        return found

    def _candidates(self, new: Sequence[Entry[S]]) -> set[Pair]:
        """All pairs of a new node with a node that its keys join it to, and the fixed pairs of new nodes."""
        by_day: dict[int | None, list[Entry[S]]] = defaultdict(list)
        for entry in new:
            by_day[entry.day].append(entry)
        met = [self.state.met(entries) for entries in by_day.values()]
        pairs = {_pair(node, other) for found in met for node, others in found.items() for other in others if node != other}
        decided = {_pair(entry.node, other) for entry in new for other in self.partners.get(entry.node, ())}
        both = self.state.known({node for pair in decided for node in pair})
        return pairs | {pair for pair in decided if both.issuperset(pair)}

    def _tie(self, pairs: set[Pair], at_hand: Mapping[str, Entry[S]]) -> None:
        """Score `pairs` and keep those that have a score."""
        entries = {**self.state.entries({n for pair in pairs for n in pair if n not in at_hand}), **at_hand}
        scores = {(a, b): self.fixed.get((a, b)) or self.link.score(entries[a].sketch, entries[b].sketch) for a, b in sorted(pairs)}
        self.state.tie({pair: score for pair, score in scores.items() if score})

    def _settle(self, changed: set[str], standing: set[str]) -> tuple[tuple[str, ...], ...]:
        """Close again what hangs together with the `changed` nodes; return the groups touched, with those of the `standing` ones."""
        parts = touched(self.link, self.state.ties, changed)
        closed = [group for part in parts for group in (self.link.close(*part) if len(part.nodes) > 1 else [part.nodes])]
        after = {tuple(sorted(group)) for group in closed}
        before = self.state.groups({node for group in after for node in group})
        moved = {group for group in after if any(before.get(node) != group for node in group)}
        self.state.regroup(sorted(moved))
        return tuple(sorted(moved | {g for g in after if not changed.isdisjoint(g)} | set(self.state.groups(standing).values())))


def joined(alone: Iterable[Iterable[N]], together: Iterable[set[N]], joint: int) -> set[N]:
    """Nodes that stand in one of `alone`, or in `joint` of `together` (two at least).

    >>> sorted(joined([[1], [2]], [{3, 4}, {5}, {4, 6}], 2)), joined([], [{3, 4}, {5, 4}, {4, 6}, {3}], 3)
    ([1, 2, 4], {4})
    """
    met, found = [set[N]() for _ in range(joint - 1)], set[N]().union(*alone)  # in one of them so far, in two, ...
    for nodes in together:
        found |= met[-1] & nodes
        for fewer, more in zip(met[-2::-1], met[:0:-1], strict=True):
            more.update(fewer & nodes)
        met[0] |= nodes
    return found


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _shared(a: Entry[S], b: Entry[S]) -> set[Key]:
    return set(a.keys).intersection(b.keys)
