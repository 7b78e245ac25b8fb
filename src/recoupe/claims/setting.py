"""Where and when: what the clause itself says, else the nearest mention before it, marked as inherited."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from recoupe.claims.clauses import Clause
from recoupe.claims.draft import Draft
from recoupe.claims.mood import participle_before
from recoupe.claims.onward import aside, attached, onward, put_in, rest, verb_of
from recoupe.claims.page import Page
from recoupe.claims.scene import Scene, begins, headed, since
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

FRONT = 4
"""Words at the head of a sentence: a time there holds for all of it."""

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
    if _size(found.page, draft):
        return Setting()
    clause = draft.clause
    anchor = draft.quantity.span.start if draft.quantity else clause.start
    around = _told(found, draft, found.places)
    own = _plain(found, draft, [p for p in around if clause.start <= p.span.start < clause.end])
    when, when_rule = _dated(found, draft, anchor, background)
    label, headline = headed(found, clause.sentence)
    nearer = label and any(headline <= p.span.start < clause.start for p in around)
    label = label if clause.end > headline and not nearer else None
    if own and not (label and _of_others(found.page, clause, own, draft.quantity)):
        return Setting(tuple(_share(found.page, clause, own, draft.quantity)), "place/clause", when, when_rule)
    if label:
        return Setting((_inherited(label),), "place/heading", when, when_rule)
    verb = rest(found, clause)
    there = [p for p in around if verb and verb.start <= p.span.start < verb.end]
    if there:
        return Setting(tuple(there), "place/predicate", when, when_rule)
    if _told_only(draft, background) or clause.start in found.routes:
        return Setting((), "", when, when_rule)
    place, place_rule = _placed(found, draft, around, background)
    return Setting((_inherited(place),) if place else (), place_rule, when, when_rule)


def _size(page: Page, draft: Draft) -> bool:
    """True for a measure that says how big a thing is: "long de 40 mètres"."""
    i = page.word_at(draft.quantity.span.start) if draft.quantity is not None else 0
    return i > 1 and page.tokens.forms[i - 1] in page.rules.of and page.tokens.forms[i - 2] in page.rules.sizes


def _told(found: Scene, draft: Draft, mentions: dict[int, list[M]]) -> list[M]:
    """The mentions of the sentence of a draft that what is put in about something else does not have."""
    clause, count = draft.clause, draft.quantity.span.start if draft.quantity else None
    there = mentions.get(clause.sentence)
    if not there:
        return []
    resumes = put_in(found, clause) if count is not None else None
    return [m for m in there if _fits(found, draft, begins(m)) and not _across(clause, (begins(m), count), resumes)]


def _across(clause: Clause, at: tuple[int, int | None], resumes: int | None) -> bool:
    """True if a relative clause that is put in holds a mention or a count and not the other."""
    mention, count = at
    if resumes is None or count is None or not clause.start <= mention < clause.end:
        return False
    return (mention < resumes) is not (count < resumes)


def _fits(found: Scene, draft: Draft, at: int) -> bool:
    """False for a mention that a participle put in about the subject has: "le bac, construit en 1998, a coulé". A count before it may be
    that of the subject ("les 12 mineurs, ensevelis lundi, ont été sauvés"); without a count its participle may name the event."""
    inside = aside(found, at)
    if inside is None:
        return True
    if draft.quantity is not None:
        return draft.quantity.span.start < inside.start
    trigger = draft.kind.trigger
    return trigger is not None and found.page.tokens.starts[trigger.first] in inside


def _told_only(draft: Draft, background: frozenset[int]) -> bool:
    """True for what is said without a count and without an event."""
    return draft.quantity is None and not background


def _placed(found: Scene, draft: Draft, around: Sequence[Place], background: frozenset[int]) -> tuple[Place | None, str]:
    """The place to inherit: of the relative clause that follows, else the nearest one before; `around`: those of the sentence."""
    anchor = draft.quantity.span.start if draft.quantity else draft.clause.start
    relative = attached(found.page, draft.clause)
    if relative:
        place = next((p for p in around if relative.start <= p.span.start < relative.end), None)
        if place:
            return place, "place/relative"
    earlier = [p for p in around if p.span.start < anchor and _akin(found, draft, p.span.start)]
    nearest = _last(found.page, earlier)
    later = None if nearest else _later(found, draft, anchor, around)
    return (later, "place/after") if later else (nearest or _behind(found, found.places, draft, background), "place/before")


def _later(found: Scene, draft: Draft, anchor: int, around: Sequence[M]) -> M | None:
    """The first mention behind the clause that may be of the same event."""
    return next((m for m in onward(found, draft.clause, anchor, around) if _in_akin(found, draft, m)), None)


def _dated(found: Scene, draft: Draft, anchor: int, background: frozenset[int]) -> tuple[When | None, str]:
    if draft.quantity is not None and draft.quantity.span.start in found.compared:
        when = found.compared[draft.quantity.span.start]
        return when, "when/compared" if when else ""
    around = [(w, begins(w)) for w in _told(found, draft, found.whens)]
    own = _plain(found, draft, [w for w, at in around if draft.clause.start <= at < draft.clause.end])
    if own:
        return _nearest(found.page, [w for w in own if not w.value.endswith(VAGUE) and w.value[0] != "T"] or own, anchor), "when/clause"
    verb = rest(found, draft.clause)
    there = [w for w, at in around if verb and verb.start <= at < verb.end]
    if there:
        return there[0], "when/predicate"
    firm = [w for w, _ in around if not w.value.endswith(VAGUE)]
    nearest = _last(found.page, [w for w in firm if w.span and w.span.start < anchor and _lasts(found, draft, w)])
    if nearest is None and not _told_only(draft, background) and (later := _later(found, draft, anchor, firm)):
        return _inherited(later), "when/after"
    nearest = nearest or _behind(found, found.whens, draft, background)
    if nearest and not nearest.value.endswith(VAGUE):
        return _inherited(nearest), "when/before"
    uttered = draft.source.attribution.uttered if draft.source and draft.kind.type in SAYING else None
    return (_inherited(uttered), "when/uttered") if uttered else (None, "")


def _nearest(page: Page, own: Sequence[When], anchor: int) -> When:
    """The time nearest to a count, of two limits the first; one in brackets is of a count there: "515 appels (77 lundi)"."""
    own = [w for w in own if not _bracketed(page, anchor, begins(w))] or own
    at = min(range(len(own)), key=lambda n: (abs(begins(own[n]) - anchor), n))
    return own[at - 1] if at and _explains(page, own[at - 1], own[at]) else own[at]


def _bracketed(page: Page, anchor: int, at: int) -> bool:
    """True if a bracket with a count opens between a count and a time."""
    text, stop = page.read.report.text, max(anchor, at)
    opens = text.rfind("(", anchor, stop)
    return opens > text.rfind(")", anchor, stop) and bool(page.counts_between(opens, at))


def _plain(found: Scene, draft: Draft, own: Sequence[M]) -> Sequence[M]:
    """`own` without what a mere participle has, where the verb behind it has its own: "les otages enlevés mardi ont été libérés samedi".

    The dead of "les ouvriers tués mardi seront inhumés samedi" are those of Tuesday.
    """
    verb = verb_of(found, draft.clause) if len(own) > 1 else None
    if verb is None or (draft.quantity is not None and draft.quantity.role is not None):
        return own
    page, trigger = found.page, draft.kind.trigger
    behind = [m for m in own if page.word_at(begins(m)) > verb]
    participles = [at for m in own if (i := page.word_at(begins(m))) < verb and (at := participle_before(page, i)) is not None]
    named = trigger is not None and any(trigger.first <= at <= trigger.last for at in participles)
    return behind if behind and participles and not named else own


def _lasts(found: Scene, draft: Draft, when: When) -> bool:
    """True for a time before a clause that may be its own, too: not since when something else has been, unless it opens the sentence."""
    page = found.page
    if when.span is None or not _akin(found, draft, when.span.start):
        return False
    return page.word_at(when.span.start) - page.sentences[draft.clause.sentence].start < FRONT or not since(page, when.span.start)


def _akin(found: Scene, draft: Draft, offset: int) -> bool:
    """True if the clause at `offset` may speak of the same event as `draft`: not what had been before, unless it tells of that too."""
    page = found.page
    clause = page.clause_at(offset)
    if clause is None:
        return False
    if clause.start in found.before and clause.sentence != draft.clause.sentence and draft.clause.start not in found.before:
        return False
    return akin(draft.kind.type, page.types_in(clause.words))


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


def _behind(found: Scene, mentions: dict[int, list[M]], draft: Draft, background: frozenset[int]) -> M | None:
    """The last mention of the nearest earlier sentence of `background`; of the title and the first sentence, the first one."""
    if not background and not found.labels:
        return None
    label = _label(found, draft) if mentions is found.whens else 0
    earlier = {n for n in background if label <= n < draft.clause.sentence} | ({label} & {*found.labels} - {draft.clause.sentence})
    for number in sorted((n for n in earlier if n in mentions), reverse=True):
        alike = [m for m in mentions[number] if _in_akin(found, draft, m) and _plainly(found, m)]
        if alike:
            return _last(found.page, alike) if number > 1 else alike[0]
    return None


def _label(found: Scene, draft: Draft) -> int:
    """The sentence with the hour under which a draft stands in a running report; else the first."""
    at = bisect_right(found.labels, draft.clause.sentence)
    return found.labels[at - 1] if at else 0


def _plainly(found: Scene, mention: Place | When) -> bool:
    """False for what only belongs to something that is put in about a subject."""
    return aside(found, begins(mention)) is None


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


def _of_others(page: Page, clause: Clause, own: Sequence[Place], quantity: Quantity | None) -> bool:
    """True if all places of a clause stand behind a count of something else: "12 disparus, trois marins soignés à X"."""
    following = (start for start in page.counts_in(clause) if quantity and start > quantity.span.start)
    other = next((start for start in following if "," in page.tokens.gap(page.word_at(start))), clause.end)
    return quantity is not None and all(p.span.start >= other for p in own)


def _share(page: Page, clause: Clause, own: Sequence[Place], quantity: Quantity | None) -> Sequence[Place]:
    """Where several counts and several places stand in one clause, each count has the places up to the next one, none in brackets."""
    counts = page.counts_in(clause)
    own = [p for p in own if quantity is None or not _bracketed(page, quantity.span.start, p.span.start)] or own
    if quantity is None or len(counts) < 2 or len(own) < 2:
        return own
    stop = next((start for start in counts if start > quantity.span.start), clause.end)
    after = [p for p in own if quantity.span.start <= p.span.start < stop]
    before = [p for p in own if p.span.start < counts[0]]
    return after or before or own
