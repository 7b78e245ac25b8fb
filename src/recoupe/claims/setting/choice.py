"""Where and when: of the places and times that stand in a clause and before it, the one whose signs weigh most, or none."""

from collections.abc import Sequence

import msgspec

from recoupe.claims.draft import Draft
from recoupe.claims.page import Page
from recoupe.claims.setting import candidates
from recoupe.claims.setting.aside import OLD
from recoupe.claims.setting.bearing import SAYING, anchor, bearing, for_none
from recoupe.claims.setting.candidates import ALONE
from recoupe.claims.setting.elsewhere import in_this_country, nationwide, summed
from recoupe.claims.setting.led import of_lead, of_title, presented
from recoupe.claims.setting.onward import in_care, year_when
from recoupe.claims.setting.ranking import Weights, weights, worth
from recoupe.claims.setting.realm import of_realm
from recoupe.claims.setting.scene import Scene, of_day
from recoupe.claims.setting.seen import M, Seen, end
from recoupe.model import Measure, Place, PlacePrecision, Quantity, Record, When

BRACKET = 120
"""Characters from a bracket that opens to a count in it."""

NIGHT = "TNI"
"""How the value of a night ends: it is of two days."""

WIDE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2))
"""How wide an area is of which a place further on is a part."""

DISTANCES = frozenset({"km", "metre", "mile", "nautical_mile"})
"""Units of how far from a place something is."""


class Setting(Record, frozen=True):
    """Places and time of a claim, with where each was found."""

    places: tuple[Place, ...] = ()
    place_rule: str = ""
    when: When | None = None
    when_rule: str = ""


def setting(found: Scene, draft: Draft) -> Setting:
    """Place and time of a draft. A measure that says how big a thing is has neither."""
    if _size(found.page, draft):
        return Setting()
    when, when_rule = _dated(found, draft)
    places, place_rule = _placed(found, draft, when)
    return Setting(places, place_rule, when, when_rule)


def _size(page: Page, draft: Draft) -> bool:
    """True for a measure that says how big a thing is: "long de 40 mètres"."""
    i = page.word_at(draft.quantity.span.start) if draft.quantity is not None else 0
    return i > 1 and page.tokens.forms[i - 1] in page.rules.of and page.tokens.forms[i - 2] in page.rules.sizes


def _placed(found: Scene, draft: Draft, when: When | None) -> tuple[tuple[Place, ...], str]:
    some = _of_country(found, draft, candidates.places(found, draft))
    bracketed = _before_bracket(found, draft) or _where_taken_up(found, draft) or of_realm(found, draft)
    best = bracketed or _best(found, draft, some, weights("settings")["place"])
    told, here = _led(found, draft, best, when), draft.clause.sentence
    if told is not None and (told in some or here < told.clause.sentence):
        there = some if told in some else found.places[told.clause.sentence]
        return tuple(map(_inherited, _together(found.page, there, told, draft.quantity))), "place/lead"
    best = of_title(found, draft) if best is None and not _of_months(when) else best
    if best is None and (below := presented(found, draft, found.places)) is not None:
        return tuple(map(_inherited, _together(found.page, found.places[below.clause.sentence], below, None))), "place/below"
    if best is None or (_of_months(when) and _of_one_day(found, draft, best)):
        return (), ""
    rule = "clause" if best is bracketed else _where(draft, best)
    together = (
        _together(found.page, some, best, draft.quantity)
        if not bracketed and best in some and best.clause.sentence == draft.clause.sentence
        else [best.mention]
    )
    return tuple(together if rule == "clause" else map(_inherited, together)), f"place/{rule}"


def _of_country(found: Scene, draft: Draft, some: list[Seen[Place]]) -> list[Seen[Place]]:
    """`some`; of what is told of "this country" no others before its clause than the country named last; of those counted in the whole
    country no towns of other sentences, nor of a count before them; of all together none of other sentences but title and lead,
    of the total of years or of a war none."""
    count, here = draft.quantity, draft.clause.sentence
    page = found.page
    if count is not None and count.measure is Measure.TOTAL:
        return [one for one in some if one.clause.sentence == here]
    if summed(page, draft) and (heads := {0, *found.lead} - {here}):
        return [one for one in some if one.clause.sentence in heads | {here}]
    if in_this_country(page, draft):
        named = [one for one in some if _country(one) and one.clause.sentence < here]
        return named[-1:] + [one for one in some if one.start >= draft.clause.start]
    if count is None or not nationwide(page, draft):
        return some
    told = page.counts_between(page.tokens.starts[page.sentences[here].start], count.span.start)
    others = range(told[0].span.start, count.span.start) if told else range(0)
    return [one for one in some if _country(one) or (one.clause.sentence == here and one.start not in others)]


def _country(one: Seen[Place]) -> bool:
    return one.mention.precision is PlacePrecision.COUNTRY


def _before_bracket(found: Scene, draft: Draft) -> Seen[Place] | None:
    """The place right before the bracket in which a count stands: "[Menton] (900 personnes selon la police, 2 000 selon les syndicats)"."""
    text, count = found.page.read.report.text, anchor(draft)
    opens = text.rfind("(", max(0, count - BRACKET), count) if draft.quantity is not None else -1
    if opens < 0 or ")" in text[opens:count] or "\n" in text[opens:count]:
        return None
    return next((one for one in found.places.get(draft.clause.sentence, ()) if 0 <= opens - end(one.mention) <= 1), None)


def _where_taken_up(found: Scene, draft: Draft) -> Seen[Place] | None:
    """The place right before a clause with "où", the last one before a verb with "y": "à l'hôpital de [Pau], où 12 sont soignés"."""
    page, words, here = found.page, draft.clause.words, draft.clause.sentence
    if page.tokens.forms[words.start] in page.rules.whereat and not page.counts_between(draft.clause.start, anchor(draft)):
        return next((one for one in found.places.get(here, ()) if page.word_at(end(one.mention)) == words.start), None)
    if not any(_there(page, i) for i in words[:-1]):
        return None
    before = (one for n in (here - 1, here) if n >= 0 for one in found.places.get(n, ()) if one.start < draft.clause.start)
    inside = any(words.start <= one.word < words.stop for one in found.places.get(here, ()))
    return (
        None if inside else next(reversed([one for one in before if page.paragraphs[one.clause.sentence] == page.paragraphs[here]]), None)
    )


def _there(page: Page, i: int) -> bool:
    """True for the "y" of "12 personnes y ont péri", "y emploie", not of "il y a"."""
    forms, rules = page.tokens.forms, page.rules
    verb = forms[i + 1] in rules.auxiliaries or forms[i + 1] in rules.standing_there
    return forms[i] in rules.there and verb and i > 0 and forms[i - 1] not in rules.there_is_before


def _dated(found: Scene, draft: Draft) -> tuple[When | None, str]:
    if draft.quantity is not None and draft.quantity.span.start in found.compared:
        when = found.compared[draft.quantity.span.start]
        return when, "when/compared" if when else ""
    if (then := year_when(found.page, draft.clause)) is not None:
        return then, "when/taken_up"
    best = _best(found, draft, candidates.times(found, draft), weights("settings")["day"])
    here = best is not None and best.clause.sentence == draft.clause.sentence
    if not here and draft.quantity is not None and draft.quantity.measure is Measure.TOTAL:
        return None, ""  # "Cinq civils ont été tués lundi. La guerre a fait 15 000 morts."
    if (best is None or _afar(found.page, draft, best)) and (told := of_lead(found, draft, found.whens)) is not None:
        return _inherited(_its_day(told.mention)), "when/lead"
    if best is None and (below := presented(found, draft, found.whens)) is not None:
        return _inherited(below.mention), "when/below"
    if best is None:
        return _from_afar(found, draft)
    rule = _where(draft, best)
    if rule == "clause":
        return best.mention, "when/clause"
    other = not here and (
        draft.kind.type not in best.types or summed(found.page, draft)
    )  # an hour told of something else gives only its day, to all together too
    return _inherited((of_day(best.mention) if other else None) or best.mention), f"when/{rule}"


def _its_day(when: When) -> When:
    """Of an hour its day, of a night the night."""
    return when if when.value.endswith(NIGHT) else of_day(when) or when


def _from_afar(found: Scene, draft: Draft) -> tuple[When | None, str]:
    """The time of what has none near it: of words, when they were said; in a running report, the hour that opens the entry, or its day."""
    said = draft.kind.type in SAYING
    uttered = draft.source.attribution.uttered if draft.source is not None and said else None
    if uttered is not None:
        return _inherited(uttered), "when/uttered"
    opens = found.entry(draft.clause.sentence)
    if opens is not None and said:
        return _inherited(found.labels[opens]), "when/entry"
    there = found.whens.get(opens, ()) if opens is not None else ()
    own = found.whens.get(draft.clause.sentence, ()) if opens != draft.clause.sentence else ()
    if any(not one.mention.inherited for one in own):
        return None, ""  # "[7h30. ...] Mardi, le front a revendiqué l'enlèvement": not of the day of the entry
    return (_inherited(there[0].mention), "when/entry") if there else (None, "")


def _led(found: Scene, draft: Draft, best: Seen[Place] | None, when: When | None) -> Seen[Place] | None:
    """The place of the event that the lead tells, for want of one that is nearer or is as fine in the title; not of what took months."""
    if _of_months(when) or (best is not None and not _afar(found.page, draft, best)):
        return None
    told = of_lead(found, draft, found.places)
    titled = best is not None and best.clause.sentence == 0
    fine = told is not None and told.mention.precision not in WIDE
    return told if not titled or (fine and best is not None and best.mention.precision in WIDE) else None


def _of_one_day(found: Scene, draft: Draft, one: Seen[Place]) -> bool:
    """True for the town of what another sentence tells of no month or year: what took months was not there alone ("Depuis mai, ...")."""
    number = one.clause.sentence
    told = [when.mention for when in found.whens.get(number, ())]
    return number != draft.clause.sentence and not _country(one) and bool(told) and not any(map(_of_months, told))


def _of_months(when: When | None) -> bool:
    return when is not None and when.precision in OLD


def _afar(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True for what stands in another paragraph than a draft."""
    return page.paragraphs[one.clause.sentence] != page.paragraphs[draft.clause.sentence]


def _inherited(mention: M) -> M:
    return msgspec.structs.replace(mention, inherited=True)


def _best(found: Scene, draft: Draft, some: Sequence[Seen[M]], weighed: Weights) -> Seen[M] | None:
    """The candidate whose signs weigh most; None if those that there is none do."""
    if not some:
        return None
    said = found.page.voices(anchor(draft))
    least = worth(for_none(draft, some), weighed)
    best, most = None, least
    for one in some:
        total = one.worth + worth(bearing(found, draft, one, said), weighed)
        if total > most:
            best, most = one, total
    return best


def _where(draft: Draft, one: Seen[M]) -> str:
    """Where a mention stands: the last word of the name of its rule."""
    clause, back = draft.clause, draft.clause.sentence - one.clause.sentence
    if not back:
        return "clause" if clause.start <= one.start < clause.end else "sentence"
    return "title" if one.clause.sentence == 0 else "before"


def _together(page: Page, some: Sequence[Seen[Place]], best: Seen[Place], own: Quantity | None) -> list[Place]:
    """`best` with the places of its clause that no count parts from it: "à X, dans le Y"; how far something is from Y is no such count,
    nor is the `own` of the draft behind the area or before the road: "Dans le Y, 12 ont péri à X"."""
    here = (one for one in some if one.clause == best.clause)
    there = [one for one in here if one is best or (ALONE.isdisjoint(one.signs) and not in_care(page, one))]
    at = there.index(best)
    first, last = at, at
    while first > 0 and not _parted(page, there[first - 1], there[first], own):
        first -= 1
    while last + 1 < len(there) and not _parted(page, there[last], there[last + 1], own):
        last += 1
    named = {(one.mention.id, one.mention.name): one.mention for one in (*there[first : last + 1], best)}
    return list(named.values())


def _parted(page: Page, one: Seen[Place], other: Seen[Place], own: Quantity | None) -> bool:
    counts = page.counts_between(one.mention.span.end, other.start)
    within = one.mention.precision in WIDE or other.mention.precision is PlacePrecision.NAMED
    within = within and not page.counts_between(one.clause.start, one.start)  # "12 morts à X (Y) et 8 à Z": Y is of the 12
    return any(count.unit not in DISTANCES and not (within and count == own) for count in counts)
