"""Where and when: what the clause itself says, else the nearest mention before it, marked as inherited."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

import msgspec

from recoupe.claims.clauses import Clause
from recoupe.claims.page import Page
from recoupe.model import Place, Quantity, Span, When

M = TypeVar("M", Place, When)


@dataclass(frozen=True, slots=True)
class Setting:
    """Places and time of a claim, with the rule that found each."""

    places: tuple[Place, ...] = ()
    place_rule: str = ""
    when: When | None = None
    when_rule: str = ""


@dataclass(frozen=True)
class Scene:
    """The places and times of a page that can be those of an event, by sentence."""

    page: Page
    places: dict[int, list[Place]] = field(default_factory=dict)
    whens: dict[int, list[When]] = field(default_factory=dict)


def scene(page: Page) -> Scene:
    """Places that are no part of a speaker's name, and times that are neither durations nor times of utterance."""
    speaking = Cover([span for a in page.attributed for span in (*a.attribution.source, a.attribution.cue)])
    naming = Cover([m.span for m in page.read.reading.actors])
    uttered = {
        (a.attribution.uttered.span.start, a.attribution.uttered.span.end)
        for a in page.attributed
        if a.attribution.uttered and a.attribution.uttered.span
    }
    found = Scene(page=page)
    for place in page.read.reading.places:
        if not speaking.holds(place.span) and (not naming.holds(place.span) or _local(page, place)):
            _file(page, found.places, place.span, place)
    for when in page.read.reading.whens:
        if when.span and (when.span.start, when.span.end) not in uttered and not _duration(when):
            _file(page, found.whens, when.span, when)
    return found


def _file(page: Page, by_sentence: dict[int, list[M]], span: Span, mention: M) -> None:
    clause = page.clause_at(span.start)
    if clause is not None:
        by_sentence.setdefault(clause.sentence, []).append(mention)


VAGUE = "_REF"
"""How values end that only say past, present or future: they hold for their own clause."""


def _duration(when: When) -> bool:
    return (when.value[:1] == "P" and when.value[1:2].isdigit()) or when.value.startswith("PT")


class Cover:
    """Whether one of many spans holds another, asked in logarithmic time.

    >>> span = lambda a, b: Span(report="r", start=a, end=b)
    >>> Cover([span(0, 9), span(2, 3)]).holds(span(4, 8)), Cover([span(0, 9)]).holds(span(4, 10))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.start, s.end) for s in spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """True if a span begins at or before `span` and ends at or behind it."""
        i = bisect_right(self.starts, span.start)
        return i > 0 and self.reach[i - 1] >= span.end


def _local(page: Page, place: Place) -> bool:
    """True for a place behind a local preposition: it is where, and neither part of a name ("le maire de Lyon") nor a state that speaks."""
    i = page.word_at(place.span.start) - 1
    if i > 0 and page.tokens.forms[i] in page.rules.articles and page.tokens.forms[i] not in page.rules.near:
        i -= 1
    return i >= 0 and page.tokens.forms[i] in page.rules.near


def setting(found: Scene, clause: Clause, quantity: Quantity | None, *, background: frozenset[int]) -> Setting:
    """Place and time of what `clause` says. `background`: numbers of the sentences from which it may inherit, besides its own."""
    anchor = quantity.span.start if quantity else clause.start
    places, place_rule = _placed(found, clause, quantity, anchor, background)
    when, when_rule = _dated(found, clause, anchor, background)
    return Setting(places=places, place_rule=place_rule, when=when, when_rule=when_rule)


def _placed(
    found: Scene, clause: Clause, quantity: Quantity | None, anchor: int, background: frozenset[int]
) -> tuple[tuple[Place, ...], str]:
    around = found.places.get(clause.sentence, [])
    own = [p for p in around if clause.start <= p.span.start < clause.end]
    if own:
        return tuple(_share(found.page, clause, own, quantity)), "place/clause"
    attached = _attached(found.page, clause)
    later = [p for p in around if attached and attached.start <= p.span.start < attached.end]
    if later:
        return tuple(map(_inherited, later)), "place/relative"
    earlier = [p for p in around if p.span.start < anchor]
    nearest = earlier[-1] if earlier else _behind(found.places, clause.sentence, background)
    return ((_inherited(nearest),), "place/before") if nearest else ((), "")


def _dated(found: Scene, clause: Clause, anchor: int, background: frozenset[int]) -> tuple[When | None, str]:
    around = [(w, w.span.start) for w in found.whens.get(clause.sentence, []) if w.span]
    own = [(abs(at - anchor), at, w) for w, at in around if clause.start <= at < clause.end]
    if own:
        return min(own, key=lambda o: o[:2])[2], "when/clause"
    earlier = [w for w, at in around if at < anchor and not w.value.endswith(VAGUE)]
    nearest = earlier[-1] if earlier else _behind(found.whens, clause.sentence, background)
    return (_inherited(nearest), "when/before") if nearest else (None, "")


def _attached(page: Page, clause: Clause) -> Clause | None:
    """The relative clause that follows directly."""
    following = next((c for c in page.clauses_of(clause.sentence) if c.words.start == clause.words.stop), None)
    return following if following and following.relative else None


def _behind(mentions: dict[int, list[M]], sentence: int, background: frozenset[int]) -> M | None:
    """The last mention of the nearest earlier sentence of `background`, else the first mention of the first one (title, date line)."""
    for number in sorted((n for n in background if n < sentence and n in mentions), reverse=True):
        return mentions[number][-1] if number > 1 else mentions[number][0]
    return None


def _inherited(mention: M) -> M:
    return msgspec.structs.replace(mention, inherited=True)


def _share(page: Page, clause: Clause, own: Sequence[Place], quantity: Quantity | None) -> Sequence[Place]:
    """Where several counts and several places stand in one clause, each count has the places up to the next one."""
    counts = page.counts_in(clause)
    if quantity is None or len(counts) < 2 or len(own) < 2:
        return own
    stop = next((start for start in counts if start > quantity.span.start), clause.end)
    after = [p for p in own if quantity.span.start <= p.span.start < stop]
    before = [p for p in own if p.span.start < counts[0]]
    return after or before or own
