"""Common origins among many: what two reports share, and both have from a third."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from recoupe.model import Direction, Evidence, Report, Reuse, Span
from recoupe.reuse.direction import PHRASE, TELLING, direction

WHOLE = 0.9
"""Share of what two reports have in common that a third must have too; cuts of the passages may differ by a word at their ends."""

MOST = 0.8
"""The same where the third gives the later one more than that: it names the third, or has passages of it that the other has not."""

TWICE = 2
"""So many times what only the other can have given."""

THIRD = "reuse/third"
"""The rule by which a direction was changed here."""

WEAK = ("reuse/published", THIRD)
"""What only dates say gives way; who names his source is believed."""


def descent(reports: Mapping[str, Report], reuses: Sequence[Reuse]) -> Iterator[Reuse]:
    """Those of `reuses` whose direction is another once all are known.

    Two reports of which the later has from a third what it shares with the earlier one, which the third shares too, have a common origin.
    """
    shared = defaultdict[str, dict[str, Reuse]](dict)
    for reuse in reuses:
        shared[reuse.a][reuse.b] = shared[reuse.b][reuse.a] = reuse
    base = {reuse.id: _base(reports, reuse) for reuse in reuses}
    for reuse in reuses:
        if _weak(reuse):
            third = _third(reuse, shared, base)
            found = base[reuse.id] if third is None else (Direction.COMMON_ORIGIN, (_why(reports, third, reuse),))
            changed = _directed(reuse, *found)
            if changed != reuse:
                yield changed


Found = tuple[Direction, tuple[Evidence, ...]]


def _weak(reuse: Reuse) -> bool:
    rules = {e.rule for e in reuse.evidence if e.field == "direction"}
    return rules <= set(WEAK)


def _base(reports: Mapping[str, Report], reuse: Reuse) -> Found:
    """What the two alone say."""
    told = tuple(e for e in reuse.evidence if e.field == "direction")
    if any(e.rule == THIRD for e in told):
        return direction(reports[reuse.a], reports[reuse.b], reuse.characters)
    return reuse.direction, told


def _third(reuse: Reuse, shared: Mapping[str, Mapping[str, Reuse]], base: Mapping[str, Found]) -> Reuse | None:
    """What one of the two has from a third report, if it is all that it shares with the other, and the third has it before that one."""
    ends = (reuse.a, shared[reuse.a]), (reuse.b, shared[reuse.b])
    for third in sorted(shared[reuse.a].keys() & shared[reuse.b].keys()):
        links = [(report, side[third]) for report, side in ends]
        ways = [_from(link, base, report) for report, link in links]
        told = [link for (_, link), way in zip(links, ways, strict=True) if way]
        sure = len(told) == 2 or (len(told) == 1 and None in ways and not _weak(told[0]))
        enough = _enough(reuse, dict(links), base) if sure else WHOLE
        if sure and all(_covered(reuse, link, report, enough) for report, link in links):
            return told[0]
    return None


def _enough(reuse: Reuse, links: Mapping[str, Reuse], base: Mapping[str, Found]) -> float:
    """How much of what the two share they must share with the third: less where the later one has more of the third."""
    late = {Direction.A_FROM_B: reuse.a, Direction.B_FROM_A: reuse.b}.get(base[reuse.id][0])
    if late is None:
        return WHOLE
    link = links[late]
    mine, theirs, both = _shares(reuse, link, late)
    more = theirs - both >= (PHRASE if not _weak(link) else max(TELLING, TWICE * (mine - both)))
    return MOST if more else WHOLE


def _from(reuse: Reuse, base: Mapping[str, Found], report: str) -> bool | None:
    """Whether `report` has it from the other; None where nothing tells."""
    way = base[reuse.id][0]
    if way not in {Direction.A_FROM_B, Direction.B_FROM_A}:
        return None
    return (way is Direction.A_FROM_B) == (reuse.a == report)


def _covered(reuse: Reuse, third: Reuse, report: str, enough: float) -> bool:
    """What `report` shares with the other it shares with the third too."""
    mine, _, both = _shares(reuse, third, report)
    return both >= enough * mine


def _shares(reuse: Reuse, third: Reuse, report: str) -> tuple[int, int, int]:
    """Characters of `report` that it shares with the other, with the third, with both."""
    mine, theirs = _spans(reuse, report), _spans(third, report)
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in mine for y in theirs)
    return sum(x.end - x.start for x in mine), sum(y.end - y.start for y in theirs), both


def _spans(reuse: Reuse, report: str) -> list[Span]:
    return [p.a if reuse.a == report else p.b for p in reuse.passages]


def _why(reports: Mapping[str, Report], link: Reuse, reuse: Reuse) -> Evidence:
    """A passage of the third, by its link with the one that has it from there."""
    span = next(s for p in link.passages for s in (p.a, p.b) if s.report not in {reuse.a, reuse.b})
    return Evidence(field="direction", rule=THIRD, span=span, words=reports[span.report].text[span.start : span.end])


def _directed(reuse: Reuse, way: Direction, why: tuple[Evidence, ...]) -> Reuse:
    kept = tuple(e for e in reuse.evidence if e.field != "direction")
    return msgspec.structs.replace(reuse, direction=way, evidence=(*kept, *why))
