"""Counts: one quantity of one claim, with what it needs to be compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import regex
from msgspec import structs

from recoupe.crosschecks.surroundings import STOP, Surroundings
from recoupe.crosschecks.times import days_before
from recoupe.crosschecks.wording import wording
from recoupe.lang import has
from recoupe.model import (
    UNHELD,
    Actor,
    ActorKind,
    Attribution,
    Bound,
    Claim,
    Dossier,
    Modality,
    Number,
    Place,
    PlacePrecision,
    Polarity,
    Quantity,
    Report,
    Standing,
    When,
)
from recoupe.ontology.events import event_types
from recoupe.text import fold
from recoupe.text.headlines import title_end

ANSWERING = frozenset({
    Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.POSSIBLE, Modality.ACCUSATION, Modality.FORECAST,
})  # fmt: skip
"""What is demanded, wished for, threatened or denied is no answer to "how many"."""

ILLNESSES = frozenset({"case"})
"""What is counted of people without naming them."""

WEAK = frozenset({"OTHER", "STATEMENT", "ACCUSE", "DENY"})
"""Types that do not say what was counted: such a claim joins the one typed question of its unit and role."""

WIDTH = {
    PlacePrecision.TOWN: 0,
    PlacePrecision.NEAR: 1,
    PlacePrecision.NAMED: 2,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.ADMIN1: 4,
    PlacePrecision.COUNTRY: 5,
}


SENDING, SENT = "DEPLOY", "deployed"
"""The type under which those who come to help are told, and what they are."""

CLOSED = regex.compile(r"[,;:.!?\n]")
"""What ends the words that belong to a part."""

NAMED = 60
"""Characters that name a part."""


class Value(NamedTuple):
    """What makes two counts one answer. An emphatic number is the number itself."""

    low: Number | None
    value: Number | None
    high: Number | None
    bound: str


@dataclass(frozen=True, eq=False)
class Count:
    """`quantity` as `claim` gives it. `place` and `time` are the claim's own; `inherited` is a place taken over from around it.

    A count equals itself alone: what was found about it is kept under it.

    `type` and `speaker` (who says it) are the claim's, until another mention in the same report says more. `emphatic`: the words
    stress the number and do not bound it. `part`: a part of another count that no place marks off, `named` by its own words. `title`: it
    stands in the title. `standing`: that of the claim; `stamp`: the minute of the day that opens its entry; `framed`: it counts at one
    site, one's own people or the bodies found; `people`: its `side` is that of the people counted, be there others; `abroad`: a country
    gives it, and the place around it lies in another one; `lone`: one person, of whom the age is told; `ends`: the two places between
    which it is; `share`: it counts people of one kind, who are not all; `others`: it counts those that come on top of some told before.
    """

    claim: Claim
    quantity: Quantity
    place: Place | None
    inherited: Place | None
    time: When | None
    side: str | None
    type: str
    speaker: Attribution | None
    emphatic: bool
    part: bool
    title: bool
    named: str | None = None
    standing: Standing | None = None
    stamp: int | None = None
    framed: bool = False
    people: bool = False
    abroad: bool = False
    lone: bool = False
    ends: tuple[Place, ...] = ()
    share: bool = False
    others: bool = False

    @property
    def report(self) -> str:
        """The id of the report that gives it."""
        return self.claim.report

    @property
    def held(self) -> bool:
        """Whether who tells it gives it as the answer now."""
        return self.standing not in UNHELD

    @property
    def foreseen(self) -> bool:
        """What is or was to come."""
        return self.claim.modality is Modality.FORECAST or self.standing is Standing.EXPECTED

    @property
    def compared(self) -> bool:
        """It is another's number, set beside one: it answers for itself alone."""
        return self.standing is Standing.COMPARED

    @cached_property
    def order(self) -> tuple[str, int, int, str]:
        """By report and position."""
        return self.claim.report, self.quantity.span.start, self.quantity.span.end, self.claim.id

    @property
    def limits(self) -> tuple[Number | None, Number | None]:
        """The least and the most that it can be, as written."""
        return self.quantity.low, self.quantity.high

    @cached_property
    def value(self) -> Value:
        """The value under which it is compared."""
        q = self.quantity
        if self.emphatic and q.low is not None:
            return Value(q.low, q.low, q.low, Bound.EXACT)
        return Value(q.low, q.value, q.high, q.bound)


def counts(dossier: Dossier) -> list[Count]:
    """All counts of the dossier that answer "how many", in the order of reports and positions."""
    texts = {report.id: report for report in dossier.reports}
    readings = {reading.report: reading for reading in dossier.readings}
    around: dict[str, Surroundings] = {}
    wholes = {claim.id: claim for claim in dossier.claims}
    found = []
    for claim in dossier.claims:
        said = claim.polarity is Polarity.POSITIVE or claim.standing is Standing.WITHDRAWN  # "n'a pas compté 56 noyés, mais 65"
        if said and claim.modality in ANSWERING and claim.report in texts:
            report, whole = texts[claim.report], wholes.get(claim.part_of or "")
            for quantity in _numbers(claim):
                if report.id not in around:
                    around[report.id] = Surroundings(report, readings.get(report.id))
                if not (around[report.id].taken(quantity) or around[report.id].twice(quantity)):
                    given = _sent(claim, around[report.id].both(quantity))
                    found.append(_count(claim, given, around[report.id], whole, dossier.event.when))
    return sorted(_set_apart(found), key=lambda count: count.order)


def _sent(claim: Claim, quantity: Quantity) -> Quantity:
    """Those who are there to help were sent, whatever is told of them: "70 pompiers ont été engagés", "cent pompiers ont lutté"."""
    sending = event_types()[SENDING]
    told = (sending.natural, sending.brings) if claim.type == SENDING else ()
    there = claim.type == SENDING or claim.type in sending.answers
    helping = there and quantity.role is None and any(quantity.unit in units for units in (sending.implied, *told))
    return structs.replace(quantity, role=SENT) if helping else quantity


def _set_apart(found: Iterable[Count]) -> Iterator[Count]:
    """Where one report counts the same in several countries, the place around each count is its own: news in brief."""
    kept = list(found)
    lands: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
    for count in kept:
        if (place := count.place or count.inherited) is not None and place.country is not None:
            lands[count.report, count.quantity.unit, count.quantity.role].add(place.country)
    for count in kept:
        several = len(lands[count.report, count.quantity.unit, count.quantity.role]) > 1
        own = count.place is None and count.inherited is not None and several and not count.abroad
        yield replace(count, place=count.inherited) if own else count


def place_key(place: Place) -> str:
    """The gazetteer's id, or the folded name where no gazetteer knows the place.

    >>> def place(id_): return Place(span=None, name="Île-aux-Grèbes", precision=PlacePrecision.TOWN, id=id_)
    >>> place_key(place("4711")), place_key(place(None))
    ('4711', 'name:ile-aux-grebes')
    """
    return place.id if place.id is not None else f"name:{fold(place.name)}"


def may_hold(outer: Place, inner: Place) -> bool:
    """Whether `inner` may lie in `outer` by what the gazetteer says: the country, and the first-level region of a narrower area.

    >>> from recoupe.model import Span
    >>> at = Span(report="r", start=0, end=1)
    >>> town = Place(span=at, name="Sète", precision=PlacePrecision.TOWN, country="FR", admin1="76")
    >>> may_hold(Place(span=at, name="Hérault", precision=PlacePrecision.ADMIN2, country="FR", admin1="76"), town)
    True
    >>> may_hold(Place(span=at, name="Finistère", precision=PlacePrecision.ADMIN2, country="FR", admin1="53"), town)
    False
    """
    if inner.country is None or inner.country != outer.country or WIDTH[inner.precision] >= WIDTH[outer.precision]:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return True
    return outer.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2) and inner.admin1 is not None and inner.admin1 == outer.admin1


def _numbers(claim: Claim) -> Iterator[Quantity]:
    """Those that say something: at least one limit."""
    return (q for q in claim.quantities if q.low is not None or q.high is not None)


def _count(claim: Claim, quantity: Quantity, around: Surroundings, whole: Claim | None, event: When | None) -> Count:
    report = around.report
    words = report.text[quantity.span.start : quantity.span.end]
    towns = [p for p in claim.places if not p.part and not around.site(p)]
    told = quantity.part or claim.part_of is not None or _none_did(claim, quantity)
    part = around.some_of(quantity) or (told and not _marked_off(towns, quantity, whole, report.text))
    people = around.people(quantity, claim.attribution)
    inherited = _held([p for p in towns if p.inherited], around)
    return Count(
        claim=claim,
        quantity=quantity,
        place=_held([p for p in towns if not p.inherited or (quantity.role is None and around.beside(p, quantity))], around),
        inherited=inherited,
        time=_own_time(claim, report.language, event),
        side=people or _side_of_target(claim),
        type=claim.type,
        speaker=claim.attribution,
        emphatic=quantity.bound is Bound.AT_LEAST and fold(words).startswith(wording(report.language).emphatic),
        part=part,
        title=quantity.span.end <= title_end(report),
        named=_named(claim, quantity, report) if part else None,
        standing=claim.standing or _gone(claim, report.language),
        stamp=around.stamp(quantity),
        framed=around.framed(quantity),
        others=around.others(quantity),
        people=people is not None,
        abroad=inherited is not None and (country := state(speaking(claim.attribution))) is not None and country != inherited.country,
        lone=around.lone(quantity),
        ends=around.between(p for p in towns if not p.inherited),
        share=part and whole is not None and any(q.unit != quantity.unit and q.role == quantity.role for q in whole.quantities),
    )


def _none_did(claim: Claim, quantity: Quantity) -> bool:
    """None of some things did what is told, which is no count of them all: "aucun navire n'a touché le quai"."""
    noun = quantity.counted
    return quantity.high == 0 and quantity.role is None and noun is not None and claim.span.end > noun.end


def _gone(claim: Claim, language: str) -> Standing | None:
    """Whether it is laid to a toll that another one has replaced: "an earlier toll"."""
    speaker = speaking(claim.attribution)
    return Standing.FORMER if speaker is not None and fold(speaker.name) in wording(language).gone else None


UNAIMED = frozenset({"DISASTER", "ACCIDENT", "DEPLOY"})
"""Types of event that are aimed at nobody: rescuers of a town are no side."""


def _side_of_target(claim: Claim) -> str | None:
    """The country of those at whom it was aimed."""
    if claim.type in UNAIMED:
        return None
    return next((r.actor.side for r in claim.roles if r.name == "target" and r.actor and r.actor.side), None)


def speaking(said: Attribution | None) -> Actor | None:
    """Who says it, where somebody is named."""
    return said.actor if said is not None else None


def state(actor: Actor | None) -> str | None:
    """The country that speaks under its own name or that of its capital, and not by one of its bodies."""
    if actor is None or actor.kind is not ActorKind.STATE_ORGAN or not all(word[:1].isupper() for word in actor.name.split()):
        return None
    return actor.side


def _marked_off(places: Iterable[Place], quantity: Quantity, whole: Claim | None, text: str) -> bool:
    """A place of its own says which part: beside the number ("dont 29 à Brest"), or one that the whole does not name."""
    own, end = [p for p in places if not p.inherited], quantity.span.end
    if whole is not None and any(end < q.span.start for q in whole.quantities):  # "quatre des six victimes de Brest"
        return False
    if quantity.part:
        return any(end <= p.span.start and not CLOSED.search(text, end, p.span.start) for p in own)
    known = {place_key(p) for p in whole.places} if whole is not None else set()
    return any(place_key(p) not in known for p in own)


def _named(claim: Claim, quantity: Quantity, report: Report) -> str | None:
    """The words that say which part: what follows the number in its clause ("six graves", "neuf enfants")."""
    words = report.text[quantity.span.end : max(quantity.span.end, claim.span.end)]
    return fold(STOP.split(words[:NAMED], maxsplit=1)[0]).strip("» ") or None


def _narrowest(places: Iterable[Place]) -> Place | None:
    return min(places, key=lambda p: (WIDTH[p.precision], p.span), default=None)


def _held(own: Sequence[Place], around: Surroundings) -> Place | None:
    """The narrowest; of places in a row, over all of which it counts, one that holds them, else the row: "les villages de X, Y et Z"."""
    own = around.lying(own)
    row = around.row(own)
    return _narrowest(p for p in own if all(_holds(p, one) for one in row)) or _as_one(row) if row else _narrowest(own)


def _as_one(row: Sequence[Place]) -> Place:
    """Places in a row under all their names, in one order; what they do not share stays open."""
    widest = max(row, key=lambda p: WIDTH[p.precision])
    country, admin1 = {p.country for p in row}, {p.admin1 for p in row}
    return Place(
        span=structs.replace(row[0].span, end=row[-1].span.end),
        name=", ".join(sorted({p.name for p in row}, key=fold)),
        precision=widest.precision,
        country=widest.country if len(country) == 1 else None,
        admin1=widest.admin1 if len(admin1) == 1 else None,
    )


def _holds(outer: Place, inner: Place) -> bool:
    """Whether it may; a place that no gazetteer knows lies in the wider one that is named beside it."""
    unknown = inner.id is None and inner.country in (None, outer.country)
    return may_hold(outer, inner) or (unknown and WIDTH[inner.precision] < WIDTH[outer.precision])


def _own_time(claim: Claim, language: str, event: When | None) -> When | None:
    """None where the only time is the one at which it was said, unless that was days before the event: what was counted then is another
    time's. Where nobody has read who says what, it may be that one."""
    if claim.when is not None and not has(language, "events"):
        return structs.replace(claim.when, inherited=True)
    uttered = claim.attribution.uttered if claim.attribution else None
    said = uttered is not None and claim.when is not None and claim.when.value == uttered.value and claim.when.span == uttered.span
    return None if said and not _before_the_eve(claim.when, event) else claim.when


def _before_the_eve(said: When | None, event: When | None) -> bool:
    return said is not None and event is not None and (days_before(said.start, event.start) or 0) > 1
