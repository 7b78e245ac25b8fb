"""`python -m recoupe_eval.reuse`: planted copies found, by kind of reuse."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from recoupe.model import Direction, Reuse
from recoupe.reuse.comparison import FORM
from recoupe_eval.reuse.kinds import KINDS
from recoupe_eval.reuse.measuring import Found, Pair, find, jaccard, near, passages
from recoupe_eval.reuse.pan import pan
from recoupe_eval.reuse.planting import APART, COMMON, LENGTH, QUOTE, SPLITS, TWIN, Corpus, Planted, of_real, synthetic
from recoupe_eval.scores import Counts

NEAR = 0.5
"""Jaccard of word triples from which a pair is a near copy."""


class Line(NamedTuple):
    """A row of the table: pairs, passages, direction with and without times."""

    name: str
    pairs: Counts
    plagdet: float
    granularity: float
    dated: Counts
    undated: Counts


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m recoupe_eval.reuse", description=__doc__)
    options.add_argument("--data", type=Path, metavar="PATH", help="plant in the real reports (*.txt) of this folder, not in made-up ones")
    options.add_argument("--seed", type=int, default=1, help="another corpus of the same half (default: 1)")
    options.add_argument("--split", choices=SPLITS, default="dev", help="which half (default: dev)")
    options.add_argument("--cases", type=int, default=200, help="made-up pairs of each kind (default: 200)")
    options.add_argument("--words", type=int, metavar="N", help="about so many words a made-up report (default: 200 to 380)")
    options.add_argument("--alarms", action="store_true", help="print the pairs that nobody planted")
    given = options.parse_args(argv)
    if given.data:
        corpora = [of_real(given.seed, given.split, given.data, kind) for kind in (*KINDS, COMMON, TWIN)]
    else:
        length = (round(0.8 * given.words), round(1.2 * given.words)) if given.words else LENGTH
        corpora = [synthetic(given.seed, given.split, given.cases, length)]
    results = [(corpus, find(corpus)) for corpus in corpora]
    print(table(results))
    for corpus, found in results if given.alarms else ():
        print("\n".join(alarms(corpus, found)))
    return 0


def table(results: Sequence[tuple[Corpus, Found]]) -> str:
    """One row a kind, one for near copies, one for all; twins and speed below."""
    kinds = [kind for kind in (*KINDS, COMMON) if any(p.kind == kind for corpus, _ in results for p in corpus.planted)]
    lines = [_line(kind, [(c, f, [p for p in c.planted if p.kind == kind]) for c, f in results]) for kind in kinds]
    plain = [kind for kind in KINDS if kind != "paraphrased"]
    lines.append(_line("copied", [(c, f, [p for p in c.planted if p.kind in plain]) for c, f in results], every=True))
    lines.append(_line("all", [(c, f, [p for p in c.planted if p.kind not in APART]) for c, f in results], every=True))
    head = (
        f"{'kind':<18}{'n':>5}  {'P':>6} {'R':>6}  {'plagdet':>7} {'gran.':>6}   {'with times P R abst.':>22}   {'without P R abst.':>22}"
    )
    return "\n".join((head, *map(_written, lines), *_below(results)))


def _line(name: str, results: Iterable[tuple[Corpus, Found, list[Planted]]], *, every: bool = False) -> Line:
    """The row of some of what is planted. A pair that nobody planted is an alarm of the kinds of which one of its reports is."""
    pairs, dated, undated = Counts(), Counts(), Counts()
    found_at, gold_at = [], []
    for corpus, found, planted in results:
        if not planted:
            continue
        gold = {p.pair: p for p in planted}
        wrong = _unplanted(corpus, found) if every else {q for q in _unplanted(corpus, found) if any({*q} & {*p} for p in gold)}
        hits = gold.keys() & found.reuses.keys()
        pairs += Counts(len(hits), len(wrong), len(gold) - len(hits))
        found_at += [one for pair in sorted(hits | wrong if every else hits) for one in passages(found.reuses[pair])]
        gold_at += [one for p in planted for one in p.passages]
        for pair in sorted(hits):
            dated += _judged(gold[pair], found.reuses[pair].direction)
            undated += _judged(gold[pair], found.undated[pair])
    scored = pan(found_at, gold_at)
    return Line(name, pairs, scored.plagdet, scored.granularity, dated, undated)


def _judged(planted: Planted, said: Direction) -> Counts:
    """A direction that is right; unknown is a miss and no alarm."""
    right = Direction.COMMON_ORIGIN if planted.of is None else Direction.A_FROM_B if planted.of == planted.pair[0] else Direction.B_FROM_A
    return Counts(said == right, said not in (right, Direction.UNKNOWN), said != right)


def _unplanted(corpus: Corpus, found: Found) -> set[Pair]:
    return found.reuses.keys() - {p.pair for p in corpus.planted}


def _written(line: Line) -> str:
    ways = "   ".join(f"{w.precision:>7.3f} {w.recall:>6.3f} {w.misses - w.alarms:>7}" for w in (line.dated, line.undated))
    n, pairs = line.pairs.hits + line.pairs.misses, f"{line.pairs.precision:>6.3f} {line.pairs.recall:>6.3f}"
    return f"{line.name:<18}{n:>5}  {pairs}  {line.plagdet:>7.3f} {line.granularity:>6.3f}   {ways}"


def _below(results: Sequence[tuple[Corpus, Found]]) -> list[str]:
    """Near copies, twins, comparisons and speed."""
    close, reports, compared, seconds = Counts(), 0, 0, 0.0
    twins = [_one_text(found.reuses.get(p.pair)) for corpus, found in results for p in corpus.planted if p.kind == TWIN]
    quotes = [p.pair in found.reuses for corpus, found in results for p in corpus.planted if p.kind == QUOTE]
    for corpus, found in results:
        texts = {one.id: one.text for one in corpus.reports}
        planted = {p.pair for p in corpus.planted if p.kind not in APART}
        gold = {p for p in planted if jaccard(texts[p[0]], texts[p[1]]) >= NEAR}
        said = near(found.reuses.values()) - {p.pair for p in corpus.planted if p.kind in APART}
        close += Counts(len(gold & found.reuses.keys()), len(said - planted), len(gold - found.reuses.keys()))
        reports, compared, seconds = reports + len(texts), compared + found.compared, seconds + found.seconds
    return [
        f"near copies (triples >= {NEAR}): {close.hits + close.misses} pairs, P {close.precision:.3f} R {close.recall:.3f}",
        f"twins taken for one text: {sum(twins)} of {len(twins)}",
        f"tied by a quotation alone: {sum(quotes)} of {len(quotes)}",
        f"{reports} reports, {compared / max(1, reports):.2f} comparisons a report",
        f"{reports / max(seconds, 1e-9):.0f} reports a CPU second",
    ]


def _one_text(reuse: Reuse | None) -> bool:
    """Whether two reports are said to share more than a form."""
    return reuse is not None and all(e.rule != FORM for e in reuse.evidence)


def alarms(corpus: Corpus, found: Found) -> list[str]:
    """Each pair that nobody planted, with the longest passage that the two are said to share."""
    texts = {one.id: one.text for one in corpus.reports}
    longest = {pair: max(passages(found.reuses[pair]), key=lambda p: p.size) for pair in sorted(_unplanted(corpus, found))}
    return [f"{' '.join(pair)}: {texts[pair[0]][slice(*p.a)]!r} | {texts[pair[1]][slice(*p.b)]!r}" for pair, p in longest.items()]


if __name__ == "__main__":
    sys.exit(main())
