"""Recoupe's reuse beside other tools, on one planted corpus: `python -m bench.peers [--cases N] [--passim PATH]`; see bench/peers.md.

Nobody's results are taken from papers: each tool runs here, on the same texts, and what is not installed is left out. CPU seconds are of
the process and its children, reading (which serves all stages) left out.
"""

import argparse
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from recoupe_eval.reuse.measuring import find, jaccard, passages
from recoupe_eval.reuse.pan import Shared, pan
from recoupe_eval.reuse.planting import APART, Corpus, synthetic
from recoupe_eval.scores import Counts

PERMUTATIONS, BANDS, SEED = 128, 32, 1
SURE = 0.4
"""Exact Jaccard of word triples that a candidate pair of a hash must have: below the .5 that is asked for, above what chance brings."""

NEAR = 0.5
"""Jaccard of word triples from which a planted pair is a near copy."""

SUBREAPER = 36
"""The option of prctl(2) by which a process inherits the children of its children."""

Pairs = set[tuple[str, str]]
T = TypeVar("T")


def main() -> int:
    """Print a line for each tool."""
    options = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    options.add_argument("--cases", type=int, default=100, help="planted pairs of each kind (default: 100: 2,500 reports)")
    options.add_argument("--passim", metavar="PATH", help="passim/seriatim.py in a clone of dasmiq/passim; see bench/peers.md")
    given = options.parse_args()
    corpus = synthetic(SEED, "dev", given.cases)
    print(f"{len(corpus.reports)} reports, {len(corpus.planted)} planted pairs")
    print(f"{'':<12}{'near copies P R':>18}{'all pairs P R':>18}{'sentence':>10}{'edited':>8}{'CPU s':>8}{'docs/s':>8}")
    tools: dict[str, Callable[[Corpus], Pairs]] = {"rensa": rensa, "datasketch": datasketch}
    ours = find(corpus)
    print(row("recoupe", corpus, set(ours.reuses), ours.seconds))
    for name, tool in tools.items():
        if find_spec(name) is None:
            print(f"{name:<12}not installed")
        else:
            found, seconds = measured(lambda tool=tool: tool(corpus))
            print(row(name, corpus, found, seconds))
    if given.passim:
        theirs, seconds = measured(lambda: passim(corpus, given.passim))
        print(row("passim", corpus, {one.pair for one in theirs}, seconds))
        planted = {p.pair for p in corpus.planted if p.kind not in APART}
        mine = [one for reuse in ours.reuses.values() for one in passages(reuse)]
        for name, found in (("recoupe", mine), ("passim", theirs)):
            print(f"{name:<12}passages of planted pairs, plagdet {plagdet(corpus, [one for one in found if one.pair in planted]):.3f}")
    return 0


def measured(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` found, and the CPU seconds of this process and its children, those whose parents ended before them too (on Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)  # Spark's process outlives the one that started it: it becomes a child of this one
    before = spent()
    found = work()
    with suppress(ChildProcessError):
        while True:
            os.wait()
    return found, spent() - before


def plagdet(corpus: Corpus, found: Sequence[Shared]) -> float:
    """How well passages of the planted pairs were found, paraphrases apart, which share too few words in a row."""
    gold = [one for p in corpus.planted if p.kind not in (*APART, "paraphrased") for one in p.passages]
    pairs = {one.pair for one in gold}
    return pan([one for one in found if one.pair in pairs], gold).plagdet


def spent() -> float:
    """CPU seconds so far."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def row(name: str, corpus: Corpus, found: Pairs, seconds: float) -> str:
    """Precision and recall on near copies and on all pairs, recall on single sentences, CPU. Twins and shared
    quotations count neither way."""
    texts = {one.id: one.text for one in corpus.reports}
    apart = {p.pair for p in corpus.planted if p.kind in APART}
    gold = {p.pair: p.kind for p in corpus.planted if p.pair not in apart}
    near = {pair for pair in gold if jaccard(texts[pair[0]], texts[pair[1]]) >= NEAR}
    claimed = {pair for pair in found - apart if jaccard(texts[pair[0]], texts[pair[1]]) >= NEAR or pair not in gold}
    scored = (counted(claimed, near), counted(found - apart, set(gold)))
    alone = [recall(found, {pair for pair, kind in gold.items() if kind == one}) for one in ("sentence", "sentence edited")]
    figures = "".join(f"{f'{one.precision:.3f} {one.recall:.3f}':>18}" for one in scored)
    return f"{name:<12}{figures}{alone[0]:>10.3f}{alone[1]:>8.3f}{seconds:>8.1f}{len(texts) / max(seconds, 1e-9):>8.0f}"


def counted(found: Pairs, gold: Pairs) -> Counts:
    """Pairs found that are right, wrong, and those not found."""
    return Counts(len(found & gold), len(found - gold), len(gold - found))


def recall(found: Pairs, gold: Pairs) -> float:
    """The share of `gold` that was found."""
    return len(found & gold) / max(1, len(gold))


def triples(text: str) -> list[str]:
    """Each three words in a row."""
    words = text.lower().split()
    return [" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))]


def sure(corpus: Corpus, candidates: Iterator[tuple[str, str]]) -> Pairs:
    """The candidate pairs that the exact measure bears out."""
    texts = {one.id: one.text for one in corpus.reports}
    pairs = {(min(pair), max(pair)) for pair in candidates if pair[0] != pair[1]}
    return {pair for pair in pairs if jaccard(texts[pair[0]], texts[pair[1]]) >= SURE}


def rensa(corpus: Corpus) -> Pairs:
    """RMinHash, 32 bands of 4, then the exact measure."""
    from rensa import RMinHash

    buckets = defaultdict[tuple[int, tuple[int, ...]], list[str]](list)
    rows = PERMUTATIONS // BANDS
    for one in corpus.reports:
        made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update(triples(one.text))
        digest = made.digest()
        for band in range(BANDS):
            buckets[band, tuple(digest[band * rows : (band + 1) * rows])].append(one.id)
    return sure(corpus, (pair for bucket in buckets.values() for pair in combinations(bucket, 2)))


def datasketch(corpus: Corpus) -> Pairs:
    """MinHash LSH with the same bands, then the exact measure."""
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS)), list[tuple[str, str]]()
    for one in corpus.reports:
        made = MinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update_batch([triple.encode() for triple in triples(one.text)])
        found += [(other, one.id) for other in index.query(made)]
        index.insert(one.id, made)
    return sure(corpus, iter(found))


def passim(corpus: Corpus, script: str) -> list[Shared]:
    """The passages that passim aligns, with its defaults; every report is a series of its own."""
    with tempfile.TemporaryDirectory() as folder:
        texts, out = Path(folder, "in.json"), Path(folder, "out")
        texts.write_text("".join(json.dumps({"id": one.id, "series": one.id, "text": one.text}) + "\n" for one in corpus.reports), "utf-8")
        python = os.environ.get("PYSPARK_PYTHON", sys.executable)
        spark = {"PYSPARK_PYTHON": python, "PYSPARK_SUBMIT_ARGS": "--master local[1] --driver-memory 4G pyspark-shell"}
        wanted = ["--all-pairs", "--pairwise", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2"]
        command = [python, script, *wanted, str(texts), str(out)]
        done = subprocess.run(command, check=False, env={**os.environ, **spark}, capture_output=True, text=True)
        found = [one for one in aligned(out) if one.pair[0] != one.pair[1]]
        if not found:
            print(f"passim aligned nothing (exit {done.returncode}): {done.stderr[-300:]}", file=sys.stderr)
        return found


def aligned(out: Path) -> Iterator[Shared]:
    """What passim wrote before it clusters it."""
    for part in sorted(out.glob("align.json/part-*.json")):
        for one in map(json.loads, part.read_text("utf-8").splitlines()):
            sides = sorted(((one["id"], (one["begin"], one["end"])), (one["id2"], (one["begin2"], one["end2"]))))
            yield Shared((sides[0][0], sides[1][0]), sides[0][1], sides[1][1])


if __name__ == "__main__":
    sys.exit(main())
