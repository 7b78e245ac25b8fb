"""Which of the places and times of a page may be those of a draft: none of another event, of another count, or of what is only put in."""

from collections.abc import Iterable

from recoupe.claims.draft import Draft
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import (
    DEAD,
    absolute,
    after_death,
    ahead_of,
    has_left,
    held_since,
    of_event,
    of_object,
    of_participle,
    of_thing,
    told_of_one,
)
from recoupe.claims.setting.bearing import HEAD, akin, anchor
from recoupe.claims.setting.elsewhere import elsewhere
from recoupe.claims.setting.framed import framed_from
from recoupe.claims.setting.onward import (
    DOUBT,
    aloof,
    apart,
    befell,
    brought_then,
    had_been,
    in_care,
    in_ward,
    long_after,
    occurred,
    of_next,
    of_part,
    over_by,
    right_behind,
    since_then,
    to_come,
    tried_for,
)
from recoupe.claims.setting.recalled import recalled
from recoupe.claims.setting.scene import ACTS, SENT_FROM, SENT_THEN, Scene
from recoupe.claims.setting.seen import M, Seen, end
from recoupe.claims.setting.whence import AIM, HOW_FAR, OF_PEOPLE, WAY
from recoupe.model import Modality, Place, PlacePrecision, Quantity, Standing, When

BACK = 4
"""How many sentences back a place or time may stand, besides title and lead."""

NAMES = frozenset({ACTS, "in the name of a speaker"})
"""Signs of a place that is none beside another: "le consul de [Suisse] à Nice"."""

ALONE = NAMES | {WAY, OF_PEOPLE, AIM, HOW_FAR, SENT_FROM}
"""Signs of a place that goes with no other."""

DATELINE = frozenset({SENT_FROM, SENT_THEN})
"""Signs of the town and of the day of a date line."""

UNSHARED = frozenset({"from or until", "in the name of a speaker", WAY})
"""Signs of what no other sentence takes over: from when on something will be, where somebody spoke."""

PASSIVE = "/passive"
"""End of the rule of "ont été recensés par la police": what stands behind is of the deed."""

BOTH = 2
"""Counts of a sentence that shares them out among its towns."""

SO = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.DENIED})
"""How something is told that is so or not: what only may be, or ought to be, says nothing of where and when."""

DAY = len("2026-03-12")


def places(found: Scene, draft: Draft) -> list[Seen[Place]]:
    """The places that may be that of a draft: none from before the one that frames its passage."""
    page, number = found.page, draft.clause.sentence
    away, first = elsewhere(page, draft), framed_from(page, found.opened, number)
    near = (one for n in _sentences(found, number) if n >= first for one in found.places.get(n, ()))
    if without := {(place.id, place.name) for place in found.left_out if draft.clause.start <= place.span.start < draft.clause.end}:
        near = (one for one in near if (one.mention.id, one.mention.name) not in without)
    some = _fitting(found, draft, (one for one in near if away is None or not _left(draft, one, away)))
    return _of_here(draft, _nearer(page, draft, some))


def times(found: Scene, draft: Draft) -> list[Seen[When]]:
    """The times that may be that of a draft."""
    near = (one for n in _sentences(found, draft.clause.sentence) for one in found.whens.get(n, ()))
    return _of_total(found.page, draft, _of_here(draft, _fitting(found, draft, near)))


def _of_total(page: Page, draft: Draft, some: list[Seen[When]]) -> list[Seen[When]]:
    """`some`; of a total with a time behind it only that ("un homme s'est noyé lundi, portant à 15 le nombre de noyés [depuis mars]"), and
    of those who make it so none behind it: "sept cas portent à 41 le total depuis juin"."""
    count, clause = draft.quantity, draft.clause
    if count is None:
        return some
    told = [one for one in some if count.span.end <= one.start < clause.end]
    behind = [one for one in told if not page.counts_between(count.span.end, one.start)]
    if not page.rules.totalling.isdisjoint(page.tokens.forms[clause.words.start : page.word_at(count.span.start)]):
        return behind or some
    if page.rules.totalling.isdisjoint(page.tokens.forms[page.word_at(count.span.end) : clause.words.stop]):
        return some
    return [one for one in some if one not in told or one in behind]


def _sentences(found: Scene, number: int) -> list[int]:
    """The sentence `number` and those shortly before it, title and lead; none from before the hour that opens its entry, but that one."""
    opens = found.entry(number) or 0
    near = range(max(opens, number - BACK), number + 1)
    first = [opens] if opens and opens < near.start else []
    return [*first, *(n for n in HEAD if opens <= n < near.start), *near]


def _fitting(found: Scene, draft: Draft, near: Iterable[Seen[M]]) -> list[Seen[M]]:
    """Those of `near` that are of nothing else; where one stands right behind a bare number, it alone."""
    some = [one for one in near if may(found, draft, one)]
    if any(one.clause == draft.clause and not long_after(found.page, draft.clause.start, one) for one in some):
        some = [one for one in some if not long_after(found.page, anchor(draft), one)]
    return [one for one in some if right_behind(found.page, draft.quantity, one)] or some


def _of_here(draft: Draft, some: list[Seen[M]]) -> list[Seen[M]]:
    """`some` without those of a date line with another one in its sentence or in that of the draft ("RABAT, 3 mai - Un car a versé lundi
    à Fès. On compte 12 morts": there), and without those put in that have another one behind."""
    told = [one for one in some if DATELINE.isdisjoint(one.signs)]
    here = {draft.clause.sentence, *(one.clause.sentence for one in some if SENT_FROM in one.signs)}
    some = told if any(one.clause.sentence in here for one in told) else some
    return some if all(one.inside is None for one in some) else _behind_what_is_put_in(draft, some)


def _nearer(page: Page, draft: Draft, some: list[Seen[Place]]) -> list[Seen[Place]]:
    """`some`; of a count right behind which a place stands none behind the next count: "300 maisons à [X] et 200 fermes à Y"."""
    count, clause = draft.quantity, draft.clause
    if count is None:
        return some
    behind = [one for one in some if clause.start <= one.start < clause.end and one.start > count.span.end]
    parted = {id(one) for one in behind if page.counts_between(count.span.end, one.start)}
    near = [one for one in behind if id(one) not in parted and ALONE.isdisjoint(one.signs)]
    return some if not parted or not near else [one for one in some if id(one) not in parted]


def _left(draft: Draft, one: Seen[Place], away: int) -> bool:
    """True for a place told before a count that is said to be of another one, from `away` on."""
    if draft.quantity is None or one.start >= away:
        return False
    return one.clause != draft.clause or one.start < draft.quantity.span.start


def _behind_what_is_put_in(draft: Draft, some: list[Seen[M]]) -> list[Seen[M]]:
    """`some` without those of a participle about the people counted, where the verb behind it has its own: "les 12 mineurs, ensevelis
    lundi, ont été sauvés jeudi". Of the dead the participle tells it."""
    if draft.quantity is None or draft.quantity.role == DEAD:
        return some
    last = max((one.start for one in some if one.inside is None and one.clause == draft.clause), default=0)
    return [one for one in some if one.inside is None or last < one.inside.stop]


def may(found: Scene, draft: Draft, one: Seen[M]) -> bool:
    """False for what is of something else."""
    return _may_here(found.page, draft, one) if one.clause.sentence == draft.clause.sentence else _may_afar(found, draft, one)


def _may_afar(found: Scene, draft: Draft, one: Seen[M]) -> bool:
    """False for a mention of another sentence that is of an event told before, of what may be, or of nothing but its own sentence."""
    page, clause = found.page, draft.clause
    told_before = one.clause.start in found.before and clause.start not in found.before
    told_before |= clause.start in found.before and one.clause.start not in found.before
    unsure = draft.modality in SO and (DOUBT in one.signs or (isinstance(one.mention, When) and _still_to_be(found, one, one.mention)))
    held = told_before or unsure or clause.start in found.routes or not UNSHARED.isdisjoint(one.signs) or over_by(page, one)
    afar = clause.sentence - one.clause.sentence > 1  # "Guerre en X" at the head of a page says of no count that it is there
    whole_country = afar and isinstance(one.mention, Place) and one.mention.precision is PlacePrecision.COUNTRY
    brought = aloof(page, one) or told_of_one(page, one.start) or (isinstance(one.mention, Place) and in_care(page, one))
    apiece = isinstance(one.mention, Place) and (_apiece(found, one) or _of_onset(page, one))
    return not (held or whole_country or brought or apiece) and akin(draft.kind.type, one.types)


def _of_onset(page: Page, one: Seen[M]) -> bool:
    """True for a place of what only says since when something is so: "depuis l'apparition du virus à [X]"."""
    forms, rules = page.tokens.forms, page.rules
    since = next((i for i in range(one.word - 1, one.clause.words.start - 1, -1) if forms[i] in rules.since | rules.finite), None)
    return since is not None and forms[since] in rules.since


def _still_to_be(found: Scene, one: Seen[M], when: When) -> bool:
    """True for a day after that of publication, or when somebody says that he will do something: "menacent de défiler [samedi]. À X, un
    millier ont défilé"."""
    told = found.page.read.report.published
    if told is not None and told.end is not None and when.start is not None and when.start[:DAY] > told.end[:DAY]:
        return True
    return not found.planned.isdisjoint(one.voices)


def _apiece(found: Scene, one: Seen[M]) -> bool:
    """True for a town of a sentence that counts something in it and in another town: "deux morts à [X], trois à Y"."""
    page, words = found.page, found.page.sentences[one.clause.sentence]
    if len(page.counts_between(page.tokens.starts[words.start], page.tokens.ends[words.stop - 1])) < BOTH:
        return False
    towns = [other for other in found.places[one.clause.sentence] if other.mention.precision is PlacePrecision.TOWN]
    apart = (sorted((one.start, other.start)) for other in towns if other.start != one.start and not aloof(page, other))
    return any(one.start == town.start for town in towns) and any(page.counts_between(*between) for between in apart)


def _may_here(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """False for a mention of the sentence of a draft that is put in, told for itself, or of another count."""
    clause = draft.clause
    if clause.inserted and one.start >= clause.end and not (_of_event(page, clause) and befell(page, one)):
        return False  # "l'usine, qui emploie 300 ouvriers, | a fermé lundi"
    inserted = one.clause.inserted and one.clause.end <= clause.start and not (_of_event(page, one.clause) or occurred(page, one))
    if inserted or _of_another_time(page, draft, one):  # "l'usine, qui emploie 300 ouvriers depuis mai, | a fermé"
        return False
    if one.start >= clause.end and (apart(page, clause, one) or _said_besides(page, draft, one)):
        return False
    if one.clause.start < clause.start and not clause.relative and draft.quantity and not draft.quantity.part and of_part(page, one):
        return False  # "28 interpellés, dont 17 à X, et 24 blessés"
    if draft.quantity is not None and (_of_another_count(page, draft.quantity, one) or absolute(page, draft.quantity.span.start, one.word)):
        return False
    if isinstance(one.mention, Place) and (_with_cue(page, draft, one) or _of_ward(page, draft, one)):
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
    """True for the time of a thing, or of what a relative, a participle or an infinitive of the sentence tells as done before."""
    clause, count = draft.clause, draft.quantity
    if of_thing(page, when) or held_since(page, count, when) or (draft.modality in SO and ahead_of(page, one.start)):
        return True
    if had_been(page, clause, one) or has_left(page, clause, one.start):
        return True
    return of_object(page, clause, count, when) or tried_for(page, clause, count, one)


def _of_event(page: Page, inserted: Clause) -> bool:
    """True for a relative clause about an event: "l'accident, qui s'est produit lundi à X, | a fait 12 morts"."""
    before = page.clause_at(inserted.start - 1)
    return before is not None and before.sentence == inserted.sentence and of_event(page, before.words)


def _of_ward(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True for the town of a hospital of which nothing is counted but who came there afterwards."""
    count = draft.quantity
    return in_ward(page, one) and (_is_toll(draft) or (count is not None and brought_then(page, count, one)))


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


def _with_cue(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True for where the source of a draft spoke: "a-t-elle dit à X", not "selon elle, ont défilé à X"."""
    if draft.source is None or not one.clause.start <= draft.source.attribution.cue.start < one.start:
        return False
    said = draft.source.attribution
    if said.rule.endswith(PASSIVE) and all(s.end <= one.start for s in said.source):
        return False
    between = page.tokens.forms[page.word_at(said.cue.end) : one.word]
    told = any(s.start <= one.start < s.end for s in said.content) or occurred(page, one)  # "a-t-elle dit après l'accident survenu à X"
    return not told and page.rules.auxiliaries.isdisjoint(between)


def _said_besides(page: Page, draft: Draft, one: Seen[M]) -> bool:
    """True, of a demand, for a mention in what is said besides: "réclame la libération de 15 marins et menace de bloquer X"."""
    if draft.modality is not Modality.DEMAND:
        return False
    others = one.voices - page.voices(anchor(draft))
    return bool(others) and any(a.attribution.id in others and a.attribution.cue.start >= draft.clause.end for a in page.attributed)


def _bracketed(page: Page, count: int, at: int) -> bool:
    """True if a bracket with a count or a verb opens between a count and a mention: "515 appels (77 lundi)", "(il a neigé lundi)"."""
    text, stop = page.read.report.text, max(count, at)
    opens = text.rfind("(", count, stop)
    if opens <= text.rfind(")", count, stop):
        return False
    told = page.tokens.forms[page.word_at(opens) : page.word_at(at)]
    return bool(page.counts_between(opens, at)) or not page.rules.finite.isdisjoint(told)


def _of_another_count(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True for what stands in the bracket of another count, has one in a bracket behind it, or opens the next member of a list."""
    return _bracketed(page, count.span.start, one.start) or _of_a_row(page, count, one) or of_next(page, count, one)


def _of_a_row(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True for what has a number of its own in a bracket: "32 personnes ont été arrêtées, à [X] (20) et à [Y] (12)"; one on the word of
    somebody else is a rival: "500 personnes à [X] (300 selon la police)"."""
    text, at = page.read.report.text, end(one.mention)
    if text[at : at + 2] != " (":
        return False
    closes = text.find(")", at)
    told = page.tokens.forms[page.word_at(at + 2) : page.word_at(closes)]
    if not page.rules.finite.isdisjoint(told):
        return False  # "à X (deux ont été relâchés)"
    own = page.counts_between(end(one.mention), end(one.mention) + len(" (") + 1)
    said = page.voices(count.span.start)
    return any(
        other != count and (other.counted is None or other.unit == count.unit) and page.voices(other.span.start) == said for other in own
    )
