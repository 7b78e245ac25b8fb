"""A question with its answers, and what agreement asks of each: gathered once, so that the work grows with the counts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.crosschecks.answers import Given
from recoupe.crosschecks.copies import Altered, Places
from recoupe.crosschecks.counts import place_key
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.questions import Asked
from recoupe.crosschecks.voices import Voice, each_once, voices
from recoupe.model import GONE

Sentence = tuple[str, int]

MANY = 150
"""More values than anybody gives to one question: the text is no report, and its values are not compared two by two."""


@dataclass(frozen=True)
class Weighed:
    """An answer with what is known of its texts."""

    given: Given
    provenance: Provenance
    altered: Altered
    unsettled: Places

    @cached_property
    def voices(self) -> frozenset[str]:
        """The ids of the voices behind it."""
        return frozenset(self.provenance.voices(self.given.counts))

    @cached_property
    def corroborated(self) -> bool:
        """Two voices at least: told apart for sure, or cited under two names. Who repeats a number without a source adds none."""
        cited = [v for v in self.provenance.voices(self.given.counts).values() if v.outlet is None and not v.unnamed]
        return len(each_once(cited)) > 1 or self.given.answer.support.voices.low > 1

    @cached_property
    def copied(self) -> bool:
        """It stands only in altered copies."""
        return all(count.order in self.altered for count in self.given.counts)

    @cached_property
    def mirrored(self) -> bool:
        """It stands only in words that another text has too, with another number."""
        return all(count.order in self.unsettled for count in self.given.counts)

    @cached_property
    def doubtful(self) -> bool:
        """It stands in such words, if not only there."""
        return any(count.order in self.unsettled for count in self.given.counts)

    @cached_property
    def framed(self) -> bool:
        """Every count is of one site, or of one's own people."""
        return all(count.framed for count in self.given.counts)

    @cached_property
    def places(self) -> frozenset[str | None]:
        """The places stated."""
        return frozenset(place_key(c.place) if c.place else None for c in self.given.counts)

    @cached_property
    def times(self) -> frozenset[str | None]:
        """The times stated."""
        return frozenset(c.time.value if c.time else None for c in self.given.counts)

    @cached_property
    def sentences(self) -> dict[Sentence, set[frozenset[str]]]:
        """Where it is given, and by whom; what a text only takes back or calls former nobody gives there."""
        found: dict[Sentence, set[frozenset[str]]] = defaultdict(set)
        for count in (c for c in self.given.counts if c.held):
            who = frozenset(v.id for v in voices(count, self.provenance))
            found[count.report, self.provenance.sentence(count.quantity.span)].add(who)
        return found

    @cached_property
    def spoken(self) -> dict[tuple[str, str], tuple[Voice, str]]:
        """Each voice and house, with the time at which it first gave the answer; none that gave it at no known time, in an
        altered copy or what may be one, or in a text that calls it an earlier number."""
        past = {c.report for c in self.given.counts if c.standing in GONE}
        found: dict[tuple[str, str], tuple[Voice, list[str | None]]] = {}
        for count in (c for c in self.given.counts if c.order not in self.altered and c.order not in self.unsettled):
            for one in voices(count, self.provenance) if count.report not in past else ():
                house = self.provenance.houses[count.report]
                found.setdefault((one.id, house), (one, []))[1].append(self.provenance.published.get(count.report))
        return {who: (one, min(t for t in times if t is not None)) for who, (one, times) in found.items() if None not in times}


@dataclass(frozen=True)
class Case:
    """A question with its answers."""

    asked: Asked
    given: Sequence[Weighed]
    provenance: Provenance
