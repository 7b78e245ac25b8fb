"""The event that the lead tells: where and when it was holds for what later paragraphs count of it, and for the title."""

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.draft import Draft
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import HARMED, has_left
from recoupe.claims.setting.candidates import ALONE, BACK, SO, may
from recoupe.claims.setting.elsewhere import elsewhere
from recoupe.claims.setting.scene import Scene
from recoupe.claims.setting.seen import M, Seen
from recoupe.model import Claim, Measure, Place, Quantity
from recoupe.ontology import UnitKind, unit_kind
from recoupe.ontology.events import Family, event_types

COMING = HARMED | {"kidnapped", "destroyed", "damaged", "displaced", "evacuated", "rescued"}
"""Roles of what comes of an event with casualties, whatever word its own clause has for it."""

ASIDE = ALONE | {"when something was said", "since", "from or until", "vague"}
"""Signs of a place or time that is not that of an event."""

PRESENTED = 6
"""Words in which a sentence calls what stands before it a toll: "C'est le très lourd bilan"."""


def of_lead(found: Scene, draft: Draft, by_sentence: Mapping[int, Sequence[Seen[M]]]) -> Seen[M] | None:
    """What the lead gives as place or time of the event of which title or a later paragraph counts more; None where that has its own."""
    page, here = found.page, draft.clause.sentence
    if here in found.lead or not _goes_on(found, draft):
        return None
    own = (
        one for n in range(max(0, here - BACK), here + 1) if page.paragraphs[n] == page.paragraphs[here] for one in by_sentence.get(n, ())
    )
    if any(_alone(one) and one.start < draft.clause.end for one in own):
        return None
    some = (one for n in found.lead for one in by_sentence.get(n, ()) if _of(draft, one))
    told = [one for one in some if _alone(one) and may(found, draft, one) and not has_left(page, one.clause, one.start)]
    return max(told, key=lambda one: one.worth, default=None)


def of_title(found: Scene, draft: Draft) -> Seen[Place] | None:
    """The place of a title that tells the calamity of which more is counted: "Séisme en [Grèce]", in whichever entry or paragraph."""
    if not event_types()[draft.kind.type].calamity or not _befell(found, draft) or elsewhere(found.page, draft) is not None:
        return None
    title = found.places.get(0, ()) if found.page.body else ()
    return next((one for one in title if _of(draft, one) and _alone(one)), None)


def presented(found: Scene, draft: Draft, by_sentence: Mapping[int, Sequence[Seen[M]]]) -> Seen[M] | None:
    """What the next sentence gives as place or time of what it calls a toll: "Deux morts. C'est le bilan du séisme de lundi à [X]"."""
    page, after = found.page, draft.clause.sentence + 1
    if draft.quantity is None or after >= len(page.sentences):
        return None
    head = page.tokens.forms[page.sentences[after].start :][:PRESENTED]
    if head[:2] not in page.rules.presenting or page.rules.of_tolls.isdisjoint(head):
        return None
    return max(filter(_alone, by_sentence.get(after, ())), key=lambda one: one.worth, default=None)


def _of(draft: Draft, one: Seen[M]) -> bool:
    """True beside an event of the type of a draft, or one of which what is counted may come: "attaque de lundi", "12 femmes enlevées"."""
    role = draft.quantity.role if draft.quantity is not None else None
    told = [event_types()[type_] for type_ in one.types]
    came = any((sort.casualties and role in COMING) or any(role == part for part, _ in sort.parts) for sort in told)
    return draft.kind.type in one.types or (came and one.start < draft.clause.start)  # a title takes the day of its own event


def _alone(one: Seen[M]) -> bool:
    """True for where or when an event may be."""
    return ASIDE.isdisjoint(one.signs)


def _goes_on(found: Scene, draft: Draft) -> bool:
    """True for a count of an incident on the day itself that is told in no entry of a running report."""
    return _befell(found, draft) and found.entry(draft.clause.sentence) is None


def _befell(found: Scene, draft: Draft) -> bool:
    """True for those whom an incident befell, or who were there: no sum of a war, nor what had been before."""
    count, sort = draft.quantity, event_types()[draft.kind.type]
    if count is None or draft.modality not in SO or sort.family is not Family.INCIDENT:
        return False
    befell = count.role is not None or (bool(sort.implied) and unit_kind(count.unit) is UnitKind.PERSON)
    then = draft.clause.start in found.before or count.span.start in found.compared or count.measure is Measure.TOTAL
    return befell and not then


def titled(found: Scene, made: Sequence[Claim]) -> list[Claim]:
    """`made`, where a count of the title without a day or place of its own takes those of the same count of the lead, else of the text."""
    page, body = found.page, found.page.body
    below = [claim for claim in made if claim.quantities and claim.span.start >= body]
    stop = page.tokens.ends[page.sentences[found.lead[-1]][-1]] if found.lead else 0
    return [_titled(page, claim, below, stop) if claim.quantities and claim.span.start < body else claim for claim in made]


def _titled(page: Page, claim: Claim, below: Sequence[Claim], stop: int) -> Claim:
    """A claim of the title; `stop`: where the lead ends."""
    same = [one for one in below if one.type == claim.type and _same(claim.quantities[0], one.quantities[0])]
    when, places = claim.when, claim.places
    dated = [one.when for one in same if one.when is not None and (when is None or (when.inherited and one.span.start < stop))]
    if dated:
        when = msgspec.structs.replace(dated[0], inherited=True)
        claim = msgspec.structs.replace(claim, when=when, evidence=tuple(e for e in claim.evidence if e.field != "when"))
    if not places:
        places = next((tuple(msgspec.structs.replace(place, inherited=True) for place in one.places) for one in same if one.places), ())
    told = [("when", when.span)] if dated and when is not None and when.span is not None else []
    told += [("places", place.span) for place in places if not claim.places]
    evidence = (page.evidence(field, f"{'when' if field == 'when' else 'place'}/below", span) for field, span in told)
    return msgspec.structs.replace(claim, when=when, places=places, evidence=(*claim.evidence, *evidence)) if told or dated else claim


def _same(one: Quantity, other: Quantity) -> bool:
    """True for the same number of the same thing, or of what is told of it."""
    if one.value is None or one.value != other.value:
        return False
    return one.unit == other.unit or (one.role is not None and one.role == other.role)
