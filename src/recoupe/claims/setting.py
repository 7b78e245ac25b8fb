"""Where and when: what the clause itself says, else the nearest mention before it, marked as inherited."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from recoupe.claims.clauses import Clause
from recoupe.claims.draft import Draft
from recoupe.claims.inflection import FormKind
from recoupe.claims.kinds import types_of
from recoupe.claims.page import Page
from recoupe.claims.scene import Scene
from recoupe.claims.triggers import Trigger
from recoupe.model import Place, Quantity, Record, When
from recoupe.ontology.events import Family, event_types

M = TypeVar("M", Place, When)

SAYING = frozenset({"STATEMENT", "ACCUSE", "DENY"})
"""Types that happen when they are said: "a estimé mardi que ..." is of Tuesday."""

NEXT = 20
"""How many characters may stand between two places or times that are told as one."""

ONSET = (
    ("partir", "de"),
    ("partir", "du"),
    ("compter", "de"),
    ("compter", "du"),
    ("dès",),
    ("jusqu", "au"),
    ("jusqu", "à"),
    ("ici", "au"),
    ("ici", "à"),
    ("ici", "le"),
)
"""Before the time from which on or until which something will be: no time of what was done before."""

VAGUE = "_REF"
"""How values end that only say past, present or future: they hold for their own clause."""


class Setting(Record, frozen=True):
    """Places and time of a claim, with the rule that found each."""

    places: tuple[Place, ...] = ()
    place_rule: str = ""
    when: When | None = None
    when_rule: str = ""


def setting(found: Scene, draft: Draft, background: frozenset[int]) -> Setting:
    """Place and time of a draft. `background`: numbers of the sentences from which it may inherit, besides its own.

    What is said without a count and without an event has only what its own clause says.
    """
    clause = draft.clause
    anchor = draft.quantity.span.start if draft.quantity else clause.start
    own = [p for p in found.places.get(clause.sentence, []) if clause.start <= p.span.start < clause.end]
    when, when_rule = _dated(found, draft, anchor, background)
    if own:
        return Setting(tuple(_share(found.page, clause, own, draft.quantity)), "place/clause", when, when_rule)
    verb = _rest(found, clause)
    there = [p for p in found.places.get(clause.sentence, []) if verb and verb.start <= p.span.start < verb.end]
    if there:
        return Setting(tuple(there), "place/predicate", when, when_rule)
    if draft.quantity is None and not background:
        return Setting((), "", when, when_rule)
    place, place_rule = _placed(found, draft, anchor, background)
    return Setting((_inherited(place),) if place else (), place_rule, when, when_rule)


def _placed(found: Scene, draft: Draft, anchor: int, background: frozenset[int]) -> tuple[Place | None, str]:
    """The place to inherit: of the relative clause that follows, else the nearest one before."""
    around = found.places.get(draft.clause.sentence, [])
    attached = _attached(found.page, draft.clause)
    if attached:
        place = next((p for p in around if attached.start <= p.span.start < attached.end), None)
        if place:
            return place, "place/relative"
    earlier = [p for p in around if p.span.start < anchor and _akin(found, draft, p.span.start)]
    return (_last(found.page, earlier) or _behind(found, found.places, draft, background)), "place/before"


def _dated(found: Scene, draft: Draft, anchor: int, background: frozenset[int]) -> tuple[When | None, str]:
    if draft.quantity is not None and draft.quantity.span.start in found.compared:
        when = found.compared[draft.quantity.span.start]
        return when, "when/compared" if when else ""
    around = [(w, w.span.start) for w in found.whens.get(draft.clause.sentence, []) if w.span]
    own = [(abs(at - anchor), at, w) for w, at in around if draft.clause.start <= at < draft.clause.end]
    if own:
        return min(own, key=lambda o: o[:2])[2], "when/clause"
    verb = _rest(found, draft.clause)
    there = [w for w, at in around if verb and verb.start <= at < verb.end]
    if there:
        return there[0], "when/predicate"
    firm = [w for w, at in around if at < anchor and not w.value.endswith(VAGUE) and _akin(found, draft, at)]
    nearest = _last(found.page, firm) or _behind(found, found.whens, draft, background)
    if nearest and not nearest.value.endswith(VAGUE):
        return _inherited(nearest), "when/before"
    uttered = draft.source.attribution.uttered if draft.source and draft.kind.type in SAYING else None
    return (_inherited(uttered), "when/uttered") if uttered else (None, "")


def _akin(found: Scene, draft: Draft, offset: int) -> bool:
    """True if the clause at `offset` may speak of the same event as `draft`: not what had been before, unless it tells of that too."""
    page = found.page
    clause = page.clause_at(offset)
    if clause is None:
        return False
    if clause.start in found.before and clause.sentence != draft.clause.sentence and draft.clause.start not in found.before:
        return False
    return akin(draft.kind.type, types_of(page, (clause.words,)))


def _in_akin(found: Scene, draft: Draft, mention: Place | When) -> bool:
    return mention.span is not None and _akin(found, draft, mention.span.start) and not _onset(found.page, mention.span.start)


def _onset(page: Page, start: int) -> bool:
    """True for a time behind "à partir de", "jusqu'au"."""
    i = page.word_at(start)
    return any(page.tokens.forms[max(0, i - len(words)) : i] == words for words in ONSET)


@lru_cache(maxsize=4096)
def akin(type_: str, others: frozenset[str]) -> bool:
    """True if an event of `type_` may be one with what `others` name: nothing, speech, or a type of its family.

    >>> akin("STRIKE", frozenset({"DEPLOY"})), akin("STRIKE", frozenset({"VISIT"}))
    (True, False)
    """
    families = {event_types()[other].family for other in others} - {Family.SPEECH}
    return not families or event_types()[type_].family in families | {Family.SPEECH}


def _rest(found: Scene, clause: Clause) -> Clause | None:
    """Where a clause goes on: behind an aside ("12 blessés, dont 3 graves, lundi à X"), or where its verb stands."""
    page = found.page
    later = [c for c in page.clauses_of(clause.sentence) if c.words.start >= clause.words.stop]
    if later and page.tokens.forms[later[0].words.start] in page.rules.asides:
        behind = next((c for c in later[1:] if page.counts_in(c)[:1] != [c.start]), None)
        opens = behind is not None and page.tokens.forms[behind.words.start] in page.rules.openers
        if behind is not None and not opens and not found.cues.holds(page.words_span(behind.words.start, behind.words.start)):
            return behind
    return _predicate(found, clause)


def _predicate(found: Scene, clause: Clause) -> Clause | None:
    """The clause with the verb of a subject that a source cuts off: "300 personnes selon X, 900 selon Y ont défilé mardi à Z"."""
    page = found.page
    if _verb(found, clause) is not None or any(map(_verbal, page.triggers_in(clause.words))):
        return None
    openers = (page.rules.conjunctions, page.rules.joined, page.rules.thats, page.rules.relatives)
    later = (c for c in page.clauses_of(clause.sentence) if c.words.start >= clause.words.stop)
    free = (c for c in later if not any(page.tokens.forms[c.words.start] in words for words in openers))
    return next((c for c in free if _verb(found, c) is not None), None)


def _verb(found: Scene, clause: Clause) -> int | None:
    """The first auxiliary of a clause that is no verb of saying."""
    page = found.page
    auxiliaries = (i for i in clause.words if page.tokens.forms[i] in page.rules.have or page.tokens.forms[i] in page.rules.be)
    return next(
        (i for i in auxiliaries if not found.cues.holds(page.words_span(i, i)) and not page.tokens.text[page.tokens.starts[i]].isupper()),
        None,
    )


def _verbal(trigger: Trigger) -> bool:
    return trigger.kind is not FormKind.NOUN


def _attached(page: Page, clause: Clause) -> Clause | None:
    """The relative clause that follows directly and has no count of its own ("dont 50 à Y" says nothing of the rest)."""
    following = next((c for c in page.clauses_of(clause.sentence) if c.words.start == clause.words.stop), None)
    return following if following and following.relative and not page.counts_in(following) else None


def _behind(found: Scene, mentions: dict[int, list[M]], draft: Draft, background: frozenset[int]) -> M | None:
    """The last mention of the nearest earlier sentence of `background`; of the title and the first sentence, the first one."""
    for number in sorted((n for n in background if n < draft.clause.sentence and n in mentions), reverse=True):
        alike = [m for m in mentions[number] if _in_akin(found, draft, m)]
        if alike:
            return _last(found.page, alike) if number > 1 else alike[0]
    return None


def _last(page: Page, mentions: Sequence[M]) -> M | None:
    """The last of `mentions`, one outside relative clauses before others: "plus de 600 à X, dont 50 à Y" was at X."""
    free = [m for m in mentions if not _relative(page, m)] or mentions
    at = len(free) - 1
    while at > 0 and _explains(page, free[at - 1], free[at]):
        at -= 1
    return free[at] if free else None


def _explains(page: Page, first: Place | When, second: Place | When) -> bool:
    """True if `second` only says where `first` is, or is the other limit: "à X (Y)", "à X, près de Y", "entre 2 h et 4 h"."""
    if first.span is None or second.span is None or second.span.start - first.span.end > NEXT:
        return False
    between, forms = page.read.report.text[first.span.end : second.span.start], page.tokens.forms
    words = [forms[i] for i in range(page.word_at(first.span.end), page.word_at(second.span.start))]
    if isinstance(second, When):
        return len(words) == 1 and words[0] in page.rules.limits
    listed = words[:1] == list(forms[max(0, (i := page.word_at(first.span.start)) - 1) : i])  # "à X, à Y"
    nearby = between.startswith(",") and not listed and all(w in page.rules.near or w in page.rules.articles for w in words)
    return between.strip() == "(" or nearby


def _relative(page: Page, mention: Place | When) -> bool:
    clause = page.clause_at(mention.span.start) if mention.span is not None else None
    return clause is not None and clause.relative


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
