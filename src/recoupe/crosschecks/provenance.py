"""Text origins: which reports of a dossier may rest on one text, seen generously and seen strictly."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from recoupe.crosschecks.aliases import named
from recoupe.crosschecks.claimants import Claimants
from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.groups import Groups
from recoupe.crosschecks.voices import Voice, doubts, heard, relayed, voice_range
from recoupe.crosschecks.wording import wording
from recoupe.model import Alias, Direction, Dossier, EditionCause, Evidence, Passage, Range, Reuse, ReuseKind, Span, Support
from recoupe.text import fold, plain
from recoupe.text.labels import label

OPENER = 12
"""Characters before a time in which it is said that it only begins then."""

SENTENCE = 40
"""Characters of a passage that is more than a number with its noun: an outlet may have these of its own."""

WHOLE = frozenset({ReuseKind.COPY, ReuseKind.NEAR_COPY})


@dataclass(frozen=True)
class Provenance:
    """What a dossier knows of where its texts come from."""

    dossier: Dossier

    @cached_property
    def apart(self) -> dict[str, str]:
        """Origins at most: reports are one only where they are copies, or where an origin was found for both."""
        groups = Groups(report.id for report in self.dossier.reports)
        for origin in self.dossier.origins:
            self._join(groups, *origin.reports)
        for reuse in self.dossier.reuses:
            if reuse.kind in WHOLE:
                self._join(groups, reuse.a, reuse.b)
        self._join_extractions(groups)
        return groups.names()

    @cached_property
    def together(self) -> dict[str, str]:
        """Origins at least: reports are one wherever any reuse ties them."""
        groups = Groups(report.id for report in self.dossier.reports)
        for report, origin in self.apart.items():
            groups.join(report, origin)
        for reuse in self.dossier.reuses:
            self._join(groups, reuse.a, reuse.b)
        return groups.names()

    @cached_property
    def texts(self) -> dict[str, str]:
        """Each report, editions that only the extraction made counted with the report that they are of."""
        groups = Groups(report.id for report in self.dossier.reports)
        self._join_extractions(groups)
        return groups.names()

    @cached_property
    def desks(self) -> dict[str, str]:
        """One name for the reports of one outlet and for copies of them elsewhere."""
        groups, first = Groups(report.id for report in self.dossier.reports), dict[str, str]()
        for report in self.dossier.reports:
            groups.join(report.id, self.apart[report.id])
            if report.outlet:
                groups.join(report.id, first.setdefault(report.outlet, report.id))
        return groups.names()

    @cached_property
    def outlets(self) -> dict[str, str]:
        """How each report is called."""
        return {report.id: label(report) for report in self.dossier.reports}

    @cached_property
    def languages(self) -> dict[str, str]:
        """The language of each report."""
        return {report.id: report.language for report in self.dossier.reports}

    @cached_property
    def claimants(self) -> Claimants:
        """Who stands behind an attribution."""
        return Claimants(self.dossier)

    @cached_property
    def aliases(self) -> dict[str, Alias]:
        """What is known of names that stand for a fuller one, by name."""
        return {alias.name: alias for alias in named([self.dossier])}

    @cached_property
    def known(self) -> dict[Count, tuple[Voice, ...]]:
        """The voices of the counts that were asked for."""
        return {}

    @cached_property
    def _heard(self) -> dict[tuple[Count, ...], dict[str, Voice]]:
        return {}

    def words(self, span: Span) -> str:
        """The characters at `span`."""
        return self._texts[span.report][span.start : span.end]

    def dated(self, span: Span) -> str:
        """The words of a time, with what says that it only begins or ends then: "depuis le 1er août", "jusqu'à lundi"."""
        text, begins = self._texts[span.report], wording(self.languages[span.report]).begins
        before = text[max(0, span.start - OPENER) : span.start]
        opened = begins.search(fold(plain(before.rstrip()))) if before[-1:].isspace() else None
        start = span.start - (len(opened.group()) + len(before) - len(before.rstrip()) if opened is not None else 0)
        return text[start : span.end]

    @cached_property
    def houses(self) -> dict[str, str]:
        """One name for the reports of one outlet."""
        return {report.id: f"outlet:{report.outlet}" if report.outlet else report.id for report in self.dossier.reports}

    @cached_property
    def taken(self) -> dict[str, list[Reuse]]:
        """For each report what it took from another outlet's."""
        found: dict[str, list[Reuse]] = {}
        for reuse in self.dossier.reuses:
            copy = {Direction.A_FROM_B: reuse.a, Direction.B_FROM_A: reuse.b}.get(reuse.direction)
            if copy in self._known and {reuse.a, reuse.b} <= self._known and self.houses[reuse.a] != self.houses[reuse.b]:
                found.setdefault(copy, []).append(reuse)
        return found

    @cached_property
    def mutual(self) -> list[Reuse]:
        """What reports of two outlets share without a sign of which took it from the other, and without a day or hour that puts one
        first: between two dated ones a later number may be a newer one."""
        among = (r for r in self.dossier.reuses if r.direction is Direction.UNKNOWN and {r.a, r.b} <= self._known)
        apart = (r for r in among if self.houses[r.a] != self.houses[r.b])
        return [r for r in apart if not {r.a, r.b} <= self.published.keys() or self.published[r.a] == self.published[r.b]]

    @cached_property
    def upstream(self) -> dict[str, frozenset[str]]:
        """For each report those that share text with it, unless it is known that they took it from there."""
        found: dict[str, set[str]] = {report.id: set() for report in self.dossier.reports}
        for reuse in self.dossier.reuses:
            if reuse.a in found and reuse.b in found:
                if reuse.direction is not Direction.B_FROM_A:
                    found[reuse.a].add(reuse.b)
                if reuse.direction is not Direction.A_FROM_B:
                    found[reuse.b].add(reuse.a)
        return {report: frozenset(others) for report, others in found.items()}

    @cached_property
    def published(self) -> dict[str, str]:
        """The start of publication of the dated reports."""
        return {r.id: r.published.start for r in self.dossier.reports if r.published is not None and r.published.start is not None}

    @cached_property
    def _exact(self) -> dict[tuple[str, str], list[Passage]]:
        return {(r.a, r.b): [p for p in r.passages if p.exact] for r in self.dossier.reuses}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {reading.report: [s.start for s in reading.sentences] for reading in self.dossier.readings}

    def copied(self, count: Count, counts: Sequence[Count]) -> bool:
        """Whether a count stands in an exact passage that its report took from the text of another of `counts`, which has it there."""
        for reuse in self.taken.get(count.report, ()):
            spans = [c.quantity.span for c in counts if c.report in {reuse.a, reuse.b} - {count.report}]
            for passage in reuse.passages if spans else ():
                mine, theirs = (passage.a, passage.b) if reuse.a == count.report else (passage.b, passage.a)
                long = passage.exact and mine.end - mine.start >= SENTENCE
                if long and _inside(count.quantity.span, mine) and any(_inside(span, theirs) for span in spans):
                    return True
        return False

    def sentence(self, span: Span) -> int:
        """The number of the sentence, in its report, in which `span` begins."""
        return bisect_right(self._starts.get(span.report, []), span.start)

    def line(self, span: Span) -> str:
        """The words of that sentence."""
        starts, n = self._starts.get(span.report, []), self.sentence(span)
        return self._texts[span.report][starts[n - 1] if n else 0 : starts[n] if n < len(starts) else None]

    def voices(self, counts: Sequence[Count]) -> Mapping[str, Voice]:
        """The voices behind `counts` by id."""
        asked = tuple(counts)
        if asked not in self._heard:
            self._heard[asked] = heard(asked, self)
        return self._heard[asked]

    def support(self, counts: list[Count], copied: Collection[tuple[str, int, int, str]] = ()) -> Support:
        """What stands behind `counts`; those that are altered copies by `copied` are no voices."""
        reports = sorted({count.report for count in counts})
        voices = list(self.voices([c for c in counts if c.order not in copied] or counts).values())
        actors = tuple(v.actor for v in voices if v.actor is not None)
        most, evidence = self._origins(counts, reports)
        return Support(
            texts=len({self.texts[r] for r in reports}),
            origins=Range(low=len({self.together[r] for r in reports}), high=most),
            voices=voice_range(voices),
            reports=tuple(reports),
            actors=actors,
            aliases=tuple(self.aliases[name] for name in sorted({a.name for a in actors} & self.aliases.keys())),
            evidence=evidence + doubts(counts, voices, self) + relayed(counts, self),
        )

    def _origins(self, counts: list[Count], reports: list[str]) -> tuple[int, tuple[Evidence, ...]]:
        """Origins at most, for these counts: copies are one, and so are texts whose very words for it are the same. The evidence
        is one passage for each text that joins others."""
        if len(reports) == 1:
            return 1, ()
        groups, evidence = Groups({self.apart[r] for r in reports}), []
        spans: dict[str, list[Span]] = {}
        for count in counts:
            spans.setdefault(count.report, []).append(count.claim.span)
        for a, b in combinations(reports, 2):
            one, other = self.apart[a], self.apart[b]
            if (a, b) in self._exact and groups.name(one) != groups.name(other):
                shared = self._shared(spans[a], spans[b], a, b)
                if shared is not None:
                    groups.join(one, other)
                    evidence.append(self._evidence(shared))
        return groups.count(), tuple(evidence)

    def _shared(self, left: list[Span], right: list[Span], a: str, b: str) -> Span | None:
        """The exact passage in `a` that holds a count of each side."""
        for passage in self._exact[a, b]:
            if any(_inside(s, passage.a) for s in left) and any(_inside(s, passage.b) for s in right):
                return passage.a
        return None

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {report.id: report.text for report in self.dossier.reports}

    def _evidence(self, passage: Span) -> Evidence:
        text = self._texts[passage.report]
        return Evidence(field="origins", rule="crosschecks/origins/passage", span=passage, words=text[passage.start : passage.end])

    def _join(self, groups: Groups, *reports: str) -> None:
        known = [r for r in reports if r in self._known]
        for other in known[1:]:
            groups.join(known[0], other)

    def _join_extractions(self, groups: Groups) -> None:
        for report in self.dossier.reports:
            if report.edition_of is not None and report.edition_cause is EditionCause.EXTRACTION:
                self._join(groups, report.id, report.edition_of)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(report.id for report in self.dossier.reports)


def _inside(span: Span, passage: Span) -> bool:
    return passage.start <= span.start and span.end <= passage.end
