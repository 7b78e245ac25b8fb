"""Where and when: of the places and times that stand in a clause and before it, the one whose signs weigh most, or none."""

from collections.abc import Sequence

import msgspec

from recoupe.claims.draft import Draft
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import DEAD, after_death, ahead_of, has_left, of_event, of_object, of_participle
from recoupe.claims.setting.bearing import HEAD, SAYING, akin, anchor, bearing, for_none
from recoupe.claims.setting.elsewhere import elsewhere, in_this_country, nationwide
from recoupe.claims.setting.framed import since
from recoupe.claims.setting.onward import (
    DOUBT,
    aloof,
    apart,
    befell,
    had_been,
    in_care,
    in_ward,
    occurred,
    of_next,
    of_part,
    right_behind,
    since_then,
    to_come,
    tried_for,
    year_when,
)
from recoupe.claims.setting.ranking import Weights, weights, worth
from recoupe.claims.setting.recalled import recalled
from recoupe.claims.setting.scene import ACTS, SENT_FROM, SENT_THEN, Scene, of_day
from recoupe.claims.setting.seen import M, Seen, end
from recoupe.claims.setting.whence import AIM, HOW_FAR, OF_PEOPLE, WAY
from recoupe.model import Measure, Modality, Place, PlacePrecision, Quantity, Record, Standing, When

BACK = 4
"""How many sentences back a place or time may stand, besides title and lead."""

NAMES = frozenset({ACTS, "in the name of a speaker"})
"""Signs of a place that is none beside another: "le consul de [Suisse] à Nice"."""


UNSHARED = frozenset({"from or until", "in the name of a speaker", WAY})
"""Signs of what no other sentence takes over: from when on something will be, where somebody spoke."""


SO = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.DENIED})
"""How something is told that is so or not: what only may be, or ought to be, says nothing of where and when."""


BRACKET = 120
"""Characters from a bracket that opens to a count in it."""


WIDE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2))
"""How wide an area is of which a place further on is a part."""


DISTANCES = frozenset({"km", "metre", "mile", "nautical_mile"})
"""Units of how far from a place something is."""


ALONE = NAMES | {WAY, OF_PEOPLE, AIM, HOW_FAR, SENT_FROM}
"""Signs of a place that goes with no other."""


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
    places, place_rule = _placed(found, draft)
    when, when_rule = _dated(found, draft)
    return Setting(places, place_rule, when, when_rule)


def _size(page: Page, draft: Draft) -> bool:
    """True for a measure that says how big a thing is: "long de 40 mètres"."""
    i = page.word_at(draft.quantity.span.start) if draft.quantity is not None else 0
    return i > 1 and page.tokens.forms[i - 1] in page.rules.of and page.tokens.forms[i - 2] in page.rules.sizes


def _placed(found: Scene, draft: Draft) -> tuple[tuple[Place, ...], str]:
    some = _of_country(found.page, draft, candidates(found, draft, found.places))
    bracketed = _before_bracket(found, draft)
    best = bracketed or _best(found, draft, some, weights("settings")["place"])
    if best is None:
        return (), ""
    rule = _where(draft, best)
    together = (
        _together(found.page, some, best, draft.quantity)
        if not bracketed and best in some and best.clause.sentence == draft.clause.sentence
        else [best.mention]
    )
    return tuple(together if rule == "clause" else map(_inherited, together)), f"place/{rule}"


def _of_country(page: Page, draft: Draft, some: list[Seen[Place]]) -> list[Seen[Place]]:
    """`some`; of those counted in the whole country no towns of other sentences, nor of a count before them."""
    count = draft.quantity
    if in_this_country(page, draft):
        here = draft.clause.sentence
        named = [one for one in some if one.mention.precision is PlacePrecision.COUNTRY and one.clause.sentence < here]
        return named[-1:] + [one for one in some if one.start >= draft.clause.start]
    if count is None or not nationwide(page, draft):
        return some
    told = page.counts_between(page.tokens.starts[page.sentences[draft.clause.sentence].start], count.span.start)
    others = range(told[0].span.start, count.span.start) if told else range(0)
    here = draft.clause.sentence
    return [
        one for one in some if one.mention.precision is PlacePrecision.COUNTRY or (one.clause.sentence == here and one.start not in others)
    ]


def _before_bracket(found: Scene, draft: Draft) -> Seen[Place] | None:
    """The place right before the bracket in which a count stands: "[Menton] (900 personnes selon la police, 2 000 selon les syndicats)"."""
    text, count = found.page.read.report.text, anchor(draft)
    opens = text.rfind("(", max(0, count - BRACKET), count) if draft.quantity is not None else -1
    if opens < 0 or ")" in text[opens:count] or "\n" in text[opens:count]:
        return None
    return next((one for one in found.places.get(draft.clause.sentence, ()) if 0 <= opens - end(one.mention) <= 1), None)


def _dated(found: Scene, draft: Draft) -> tuple[When | None, str]:
    if draft.quantity is not None and draft.quantity.span.start in found.compared:
        when = found.compared[draft.quantity.span.start]
        return when, "when/compared" if when else ""
    if (then := year_when(found.page, draft.clause)) is not None:
        return then, "when/taken_up"
    best = _best(found, draft, candidates(found, draft, found.whens), weights("settings")["day"])
    if (
        draft.quantity is not None
        and draft.quantity.measure is Measure.TOTAL
        and (best is None or best.clause.sentence != draft.clause.sentence)
    ):
        return None, ""  # "Cinq civils ont été tués lundi. La guerre a fait 15 000 morts."
    if best is None:
        return _from_afar(found, draft)
    rule = _where(draft, best)
    if rule == "clause":
        return best.mention, "when/clause"
    afar = best.clause.sentence != draft.clause.sentence and draft.kind.type not in best.types
    when = (of_day(best.mention) if afar and "T" in best.mention.value else best.mention) or best.mention
    return _inherited(when), f"when/{rule}"


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


def candidates(found: Scene, draft: Draft, by_sentence: dict[int, list[Seen[M]]]) -> list[Seen[M]]:
    """The mentions of its sentence, of those shortly before, of title and lead; none from before the hour that opens its entry."""
    number = draft.clause.sentence
    opens = found.entry(number) or 0
    near = range(max(opens, number - BACK), number + 1)
    numbers = [*(n for n in HEAD if opens <= n < near.start), *near]
    if opens and opens < near.start:
        numbers.insert(0, opens)
    away = elsewhere(found.page, draft) if by_sentence is found.places else None
    if by_sentence is found.places:
        framed = since(found.page, found.opened, number)
        numbers = [n for n in numbers if n >= framed]
    there = (one for n in numbers for one in by_sentence.get(n, ()) if away is None or not _left(draft, one, away))
    some = [one for one in there if _may(found, draft, one)]
    some = [one for one in some if right_behind(found.page, draft.quantity, one)] or some
    if by_sentence is found.places:
        some = _nearer(found.page, draft, some)
    if found.sent and any(one.clause.sentence == number and SENT_THEN not in one.signs for one in some):
        some = [one for one in some if SENT_THEN not in one.signs]  # "RABAT, 3 mai - Un car a versé lundi, faisant 12 morts"
    first = {one.clause.sentence for one in some if SENT_FROM in one.signs}
    if any(one.clause.sentence in {number, *first} and SENT_FROM not in one.signs for one in some):
        some = [one for one in some if SENT_FROM not in one.signs]  # "RABAT (Agence) - Un car a versé à Fès. On compte 12 morts": there
    return some if all(one.inside is None for one in some) else _behind_what_is_put_in(draft, some)


def _nearer(page: Page, draft: Draft, some: list[Seen[M]]) -> list[Seen[M]]:
    """`some`; of a count right behind which a place stands none behind the next count: "300 maisons à [X] et 200 fermes à Y"."""
    count, clause = draft.quantity, draft.clause
    if count is None:
        return some
    behind = [one for one in some if clause.start <= one.start < clause.end and one.start > count.span.end]
    parted = {id(one) for one in behind if page.counts_between(count.span.end, one.start)}
    near = [one for one in behind if id(one) not in parted and ALONE.isdisjoint(one.signs)]
    return some if not parted or not near else [one for one in some if id(one) not in parted]


def _left(draft: Draft, one: Seen[M], away: int) -> bool:
    """True for a place told before a count that is said to be of another one, from `away` on."""
    if not isinstance(one.mention, Place) or draft.quantity is None or one.start >= away:
        return False
    return one.clause != draft.clause or one.start < draft.quantity.span.start


def _behind_what_is_put_in(draft: Draft, some: list[Seen[M]]) -> list[Seen[M]]:
    """`some` without those of a participle about the people counted, where the verb behind it has its own: "les 12 mineurs, ensevelis
    lundi, ont été sauvés jeudi". Of the dead the participle tells it."""
    if draft.quantity is None or draft.quantity.role == DEAD:
        return some
    last = max((one.start for one in some if one.inside is None and one.clause == draft.clause), default=0)
    return [one for one in some if one.inside is None or last < one.inside.stop]


def _may(found: Scene, draft: Draft, one: Seen[M]) -> bool:
    """False for what is of something else: another event told before, what is put in or told for itself in the sentence of a draft."""
    page, clause = found.page, draft.clause
    if one.clause.sentence != clause.sentence:
        told_before = one.clause.start in found.before and clause.start not in found.before
        told_before |= clause.start in found.before and isinstance(one.mention, Place) and one.clause.start not in found.before
        unsure = DOUBT in one.signs and draft.modality in SO
        held = told_before or unsure or clause.start in found.routes or not UNSHARED.isdisjoint(one.signs)
        afar = clause.sentence - one.clause.sentence > 1  # "Guerre en X" at the head of a page says of no count that it is there
        whole_country = afar and isinstance(one.mention, Place) and one.mention.precision is PlacePrecision.COUNTRY
        brought = in_care(page, one) if isinstance(one.mention, Place) else aloof(page, one)
        return not (held or whole_country or brought) and akin(draft.kind.type, one.types)
    if clause.inserted and one.start >= clause.end and not (_of_event(page, clause) and befell(page, one)):
        return False  # "l'usine, qui emploie 300 ouvriers, | a fermé lundi"
    inserted = one.clause.inserted and one.clause.end <= clause.start and not (_of_event(page, one.clause) or occurred(page, one))
    if inserted or _of_another_time(page, draft, one):  # "l'usine, qui emploie 300 ouvriers depuis mai, | a fermé"
        return False
    if one.start >= clause.end and (apart(page, clause, one) or _said_besides(page, draft, one)):
        return False
    if one.clause.start < clause.start and not clause.relative and draft.quantity and not draft.quantity.part and of_part(page, one):
        return False  # "28 interpellés, dont 17 à X, et 24 blessés"
    if draft.quantity is not None and _of_another_count(page, draft.quantity, one):
        return False
    if isinstance(one.mention, Place) and (_with_cue(page, draft, one) or (_is_toll(draft) and in_ward(page, one))):
        return False
    return _fits(page, draft, one)


def _of_another_time(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True for what its sentence tells as done before, or where and when that is recalled; of what is so, as to come, or as so long
    after it."""
    if recalled(page, draft.clause, draft.quantity, one):
        return True
    if isinstance(one.mention, When) and _done_before(page, draft, one, one.mention):
        return True
    there = page.sentences[draft.clause.sentence]
    return draft.modality in SO and (to_come(page, draft.clause, one) or since_then(page, there, anchor(draft), one))


def _done_before(page: Page, draft: Draft, one: Seen[M], when: When) -> bool:
    """True for the time of what a relative, a participle or an infinitive of the sentence tells as done before."""
    clause, count = draft.clause, draft.quantity
    if draft.modality in SO and ahead_of(page, one.start):
        return True
    if had_been(page, clause, one) or has_left(page, clause, one.start):
        return True
    return of_object(page, clause, count, when) or tried_for(page, clause, count, one)


def _of_event(page: Page, inserted: Clause) -> bool:
    """True for a relative clause about an event: "l'accident, qui s'est produit lundi à X, | a fait 12 morts"."""
    before = page.clause_at(inserted.start - 1)
    return before is not None and before.sentence == inserted.sentence and of_event(page, before.words)


def _is_toll(draft: Draft) -> bool:
    """True for a new number of deaths, which is not of the hospital where the last victim died."""
    return draft.standing is Standing.NEW and draft.quantity is not None and draft.quantity.role in {DEAD, "victim"}


def _fits(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """False for a mention that a participle put in about the subject has: "le bac, construit en 1998, a coulé". A count before it may be
    that of the subject ("les 12 mineurs, ensevelis lundi, ont été sauvés"); without a count its participle may name the event."""
    inside = one.inside
    count = draft.quantity
    if count is not None and (of_participle(page, draft.clause, count, one.start) or after_death(page, draft.clause, count, one.start)):
        return False
    if inside is None:
        return True
    if draft.quantity is not None:
        return draft.quantity.span.start < inside.start or draft.quantity.span.start in inside
    trigger = draft.kind.trigger
    return trigger is not None and page.tokens.starts[trigger.first] in inside


def _where(draft: Draft, one: Seen[M]) -> str:
    """Where a mention stands: the last word of the name of its rule."""
    clause, back = draft.clause, draft.clause.sentence - one.clause.sentence
    if not back:
        return "clause" if clause.start <= one.start < clause.end else "sentence"
    return "title" if one.clause.sentence == 0 else "before"


def _with_cue(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True for where the source of a draft spoke: "a-t-elle dit à X", not "selon elle, ont défilé à X"."""
    if draft.source is None or not one.clause.start <= draft.source.attribution.cue.start < one.start:
        return False
    said = draft.source.attribution
    between = page.tokens.forms[page.word_at(said.cue.end) : one.word]
    return not any(s.start <= one.start < s.end for s in said.content) and page.rules.auxiliaries.isdisjoint(between)


def _said_besides(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True, of a demand, for a mention in what is said besides: "réclame la libération de 15 marins et menace de bloquer X"."""
    if draft.modality is not Modality.DEMAND:
        return False
    others = one.voices - page.voices(anchor(draft))
    return bool(others) and any(a.attribution.id in others and a.attribution.cue.start >= draft.clause.end for a in page.attributed)


def _bracketed(page: Page, count: int, at: int) -> bool:
    """True if a bracket with a count opens between a count and a mention: "515 appels (77 lundi)"."""
    text, stop = page.read.report.text, max(count, at)
    opens = text.rfind("(", count, stop)
    return opens > text.rfind(")", count, stop) and bool(page.counts_between(opens, at))


def _of_another_count(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True for what stands in the bracket of another count, has one in a bracket behind it, or opens the next member of a list."""
    return _bracketed(page, count.span.start, one.start) or _of_a_row(page, count, one) or of_next(page, count, one)


def _of_a_row(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True for what has a number of its own in a bracket: "32 personnes ont été arrêtées, à [X] (20) et à [Y] (12)"."""
    if page.read.report.text[end(one.mention) : end(one.mention) + 2] != " (":
        return False
    own = page.counts_between(end(one.mention), end(one.mention) + len(" (") + 1)
    return any(other != count and (other.counted is None or other.unit == count.unit) for other in own)


def _together(page: Page, some: Sequence[Seen[Place]], best: Seen[Place], own: Quantity | None) -> list[Place]:
    """`best` with the places of its clause that no count parts from it: "à X, dans le Y"; how far something is from Y is no such count,
    nor is the `own` of the draft behind the area or before the road: "Dans le Y, 12 ont péri à X"."""
    there = [one for one in some if one.clause == best.clause and (one is best or ALONE.isdisjoint(one.signs))]
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
