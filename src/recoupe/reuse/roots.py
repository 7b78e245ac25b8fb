"""Text origins: which reports rest on one text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from recoupe.model import Evidence, Origin, Report, Reuse, ReuseKind, identify
from recoupe.reuse.comparison import FORM, same_edition
from recoupe.reuse.credits import agency_credits
from recoupe.reuse.direction import PHRASE

RANK = ("edition", "copy", "near_copy", "credit", "own")
"""Why reports are one origin: the loosest of the reasons that tie them names the kind; `own` where a report stands alone."""

Tie = tuple[str, str, str, tuple[Evidence, ...]]
"""Two report ids, the reason, and its evidence."""


def origins(reports: Sequence[Report], reuses: Sequence[Reuse]) -> tuple[Origin, ...]:
    """The text origins of `reports`, each report in exactly one, sorted by their reports.

    Copies, near copies and extractions of one edition are one origin; so are reports that share passages and credit one agency.
    """
    by_id = {report.id: report for report in reports}
    named = {report: agency_credits(by_id[report]) for report in sorted({r for u in reuses for r in (u.a, u.b) if r in by_id})}
    ties = [*_editions(reports), *_reused(named, reuses)]
    root = {report: report for report in by_id}
    for a, b, _, _ in sorted(ties, key=lambda tie: tie[:3]):
        first, second = sorted((_find(root, a), _find(root, b)))
        root[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[Tie]] = defaultdict(list)
    for report in sorted(by_id):
        groups[_find(root, report)].append(report)
    for tie in ties:
        held[_find(root, tie[0])].append(tie)
    return tuple(_origin(groups[first], held[first], named) for first in sorted(groups))


Named = Mapping[str, tuple[Evidence, ...]]
"""What agencies each report credits."""


def _origin(reports: Sequence[str], ties: Sequence[Tie], named: Named) -> Origin:
    kind = max((tie[2] for tie in ties), key=RANK.index, default="own")
    credits_ = [e for report in reports for e in named.get(report, ())] if ties else []
    evidence = {(e.span, e.rule): e for e in (*(e for _, _, _, found in ties for e in found), *credits_)}
    return Origin(id=identify("o", *reports), reports=tuple(reports), kind=kind, evidence=tuple(evidence[at] for at in sorted(evidence)))


def _find(root: dict[str, str], report: str) -> str:
    while root[report] != report:
        root[report] = report = root[root[report]]
    return report


def _editions(reports: Sequence[Report]) -> Iterator[Tie]:
    """Each further extraction of one edition with the first."""
    edited = sorted((r for r in reports), key=lambda r: (r.edition_of or r.id, r.id))
    for _, group in groupby(edited, key=lambda r: r.edition_of or r.id):
        first, *others = group
        yield from ((first.id, other.id, "edition", ()) for other in others if same_edition(first, other))


def _reused(named: Named, reuses: Sequence[Reuse]) -> Iterator[Tie]:
    for reuse in reuses:
        if reuse.a not in named or reuse.b not in named or any(e.rule == FORM for e in reuse.evidence):
            continue
        if reuse.kind in (ReuseKind.COPY, ReuseKind.NEAR_COPY):
            yield reuse.a, reuse.b, reuse.kind, tuple(e for e in reuse.evidence if e.field == "kind")
        elif reuse.characters >= PHRASE and (both := {e.rule for e in named[reuse.a]} & {e.rule for e in named[reuse.b]}):
            yield reuse.a, reuse.b, "credit", tuple(e for r in (reuse.a, reuse.b) for e in named[r] if e.rule in both)
