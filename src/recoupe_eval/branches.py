"""How often the type of a claim is right, by the branch of the rules that gave it: where they are weakest, and what is wrong there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recoupe.model import Claim
from recoupe_eval.reports import Judged, matched

SHOWN = 5
"""Confusions that are printed of a branch."""


class Typed(NamedTuple):
    """The branch that gave a claim its type, that type, and the one that its gold has."""

    branch: str
    found: str
    marked: str


def branch(claim: Claim) -> str:
    """The rule behind the type of a claim, without language and type; counted clauses apart from others."""
    rule = next((each.rule for each in claim.evidence if each.field == "type"), "")
    return ("" if claim.quantities else "no count: ") + rule.split("/", 2)[-1].removesuffix(f"/{claim.type}")


def typed(judged: Iterable[Judged]) -> Iterator[Typed]:
    """Every claim that the gold has, too."""
    return (Typed(branch(f), f.type, g.type) for one in judged for g, f in matched(one))


def table(some: Sequence[Typed]) -> str:
    """One line a branch, the one with most errors first.

    >>> print(table([Typed("trigger", "STRIKE", "STRIKE"), Typed("trigger", "STRIKE", "OTHER"), Typed("role", "ARREST", "ARREST")]))
    branch                                      n  right  wrong
    trigger                                     2   .500      1  STRIKE for OTHER 1
    role                                        1  1.000      0
    """
    by = defaultdict[str, list[Typed]](list)
    for one in some:
        by[one.branch].append(one)
    return "\n".join([f"{'branch':<40}{'n':>5}  right  wrong", *(line for _, line in sorted(_lines(by)))])


def _lines(by: dict[str, list[Typed]]) -> Iterator[tuple[tuple[int, int, str], str]]:
    """The line of each branch with what it is sorted by."""
    for name, some in by.items():
        wrong = Counter((one.found, one.marked) for one in some if one.found != one.marked)
        n, bad = len(some), wrong.total()
        most = sorted(wrong.items(), key=lambda each: (-each[1], each[0]))[:SHOWN]
        told = ", ".join(f"{found} for {marked} {times}" for (found, marked), times in most)
        share = f"{(n - bad) / n:.3f}".removeprefix("0")
        yield (-bad, -n, name), f"{name:<40}{n:>5}  {share:>5}  {bad:>5}  {told}".rstrip()
