"""Reuse in a corpus that is there as a whole: what a ledger would find in it, without a ledger, and without reading who says what."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, product
from typing import Any, cast
from zlib import compress, decompress

import msgspec

from recoupe.model import Reading, ReadReport, Report, Reuse
from recoupe.pipeline import PIPELINE, Pipeline
from recoupe.read.quotes import quotes
from recoupe.stage import Link, remembered

SHARDS = 64
"""Parts in which the keys are sorted, one after the other: of a million reports, the largest takes some 100 MB."""

ROOM = 4096
"""Reports at hand; who shares words with another mostly came soon before or after. Of more the texts are kept packed, 2 kB each for 8."""

NODE = 24
"""Bits of a node in a posting, a number of 64 bits; above them stands the key. So many reports as they count fit in no memory."""

LOW = (1 << 32) - 1
"""The second node of a pair, in a number of 64 bits."""


def reuses(reports: Collection[Report], pipeline: Pipeline = PIPELINE) -> list[Reuse]:
    """All copies and shared passages in `reports`, in the order of their ids: those of a ledger that holds these reports, but for rewrites,
    which are looked for among the reports of an event.

    `reports` are gone through twice and may stand on a disk; kept are two kilobytes for each, and two more for those that share words with
    another.

    >>> from recoupe.ingest.objects import member
    >>> line = "Le Vernon a débordé mardi à Orsac, où la digue de Brissonne a cédé sur vingt mètres. "
    >>> made = [member(b'{"text": "%s%s", "outlet": "%s"}' % (line.encode(), end, end), "a") for end in (b"Crue.", b"Bief.")]
    >>> [(reuse.kind.value, len(reuse.passages)) for reuse in reuses(made)]
    [('near_copy', 1)]
    """
    link = pipeline.reuse
    nodes, postings = _posted(reports, link)
    members = list(nodes.values())
    pairs = _pairs(postings, link)
    wanted = {number for pair in pairs for number in pair}
    asked = {report for number, copies in enumerate(members) if number in wanted or len(copies) > 1 for report in copies}
    held = Held(report for report in reports if report.id in asked)

    def sketch(node: int) -> Any:
        return link.sketch(_scanned(held[members[node][0]]))

    tied = _of_reports(members, ((a, b) for a, b in pairs if link.score(sketch(a), sketch(b))))
    found = [reuse for a, b in tied if (reuse := pipeline.compare(_scanned(held[a]), _scanned(held[b]))) is not None]
    turned = {reuse.id: reuse for reuse in pipeline.descent(held, found)}
    return sorted((turned.get(reuse.id, reuse) for reuse in found), key=lambda reuse: reuse.id)


class Held(Mapping[str, Report]):
    """Reports by id, those behind the first `ROOM` packed."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.kept: dict[str, Report | bytes] = {}
        for report in reports:
            if report.id not in self.kept:
                self.kept[report.id] = report if len(self.kept) < ROOM else compress(msgspec.msgpack.encode(report), 1)

    def __getitem__(self, key: str) -> Report:
        found = self.kept[key]
        return found if isinstance(found, Report) else _unpacked(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)


@lru_cache(maxsize=ROOM)
def _unpacked(packed: bytes) -> Report:
    return msgspec.msgpack.decode(decompress(packed), type=Report)


def _posted(reports: Iterable[Report], link: Link[ReadReport, Any]) -> tuple[dict[str, list[str]], list["array[int]"]]:
    """The reports of each node, and the postings of the nodes, numbered in that order, by shard."""
    nodes: dict[str, list[str]] = {}
    shards = [array("Q") for _ in range(SHARDS)]
    known = set[str]()
    for report in reports:
        if report.id in known:
            continue
        known.add(report.id)
        record = _bare(report)
        members = nodes.setdefault(link.node(record), [])
        if not members:
            number = len(nodes) - 1
            for key in cast("Iterable[int]", link.keys(record)):
                shards[key % SHARDS].append(key << NODE | number)
        members.append(report.id)
    return nodes, shards


def _pairs(postings: list["array[int]"], link: Link[Any, Any]) -> list[tuple[int, int]]:
    """The nodes that a key joins by itself, or several keys together; those of one key follow each other, first those of the keys of many,
    then the others in the order of their nodes, so that what was unfolded of a report is still at hand."""
    joined, helped = set[tuple[int, int]](), [array("Q") for _ in range(SHARDS)]
    buckets = list[list[int]]()
    for place, shard in enumerate(postings):
        buckets += (bucket for bucket in _buckets(shard) if len(bucket) <= link.cap)
        postings[place] = array("Q")  # it has served
    for bucket in buckets:
        if len(bucket) <= link.alone(None, None):
            joined.update(combinations(bucket, 2))
        else:
            for a, b in combinations(bucket, 2):
                helped[a % SHARDS].append(a << 32 | b)
    for shard in helped:
        joined.update((pair >> 32, pair & LOW) for pair, times in Counter(shard).items() if times >= link.joint)
    found = list[tuple[int, int]]()
    for bucket in sorted(buckets, key=lambda bucket: (-len(bucket), bucket)):
        met = [pair for pair in combinations(bucket, 2) if pair in joined]
        joined.difference_update(met)
        found += met
    return found


def _buckets(postings: Iterable[int]) -> Iterable[list[int]]:
    """The nodes, in order, of each key that has several: most have one and are passed over at once."""
    first, several, nodes = dict[int, int](), dict[int, list[int]](), (1 << NODE) - 1
    for posting in postings:
        key, node = posting >> NODE, posting & nodes
        one = first.setdefault(key, node)
        if one != node:
            several.setdefault(key, [one]).append(node)
    return several.values()


def _of_reports(members: list[list[str]], tied: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The pairs of reports that are of one node, or of nodes that are tied."""
    for reports in members:
        yield from combinations(reports, 2)
    for x, y in tied:
        yield from product(members[x], members[y])


def _bare(report: Report) -> ReadReport:
    """A report of which only the words are asked for."""
    return ReadReport(report=report, reading=Reading(report=report.id))


@remembered(ROOM)
def _scanned(report: Report) -> ReadReport:
    """All of a reading that comparing asks for: what is quoted."""
    return ReadReport(report=report, reading=Reading(report=report.id, quotes=quotes(report)))
