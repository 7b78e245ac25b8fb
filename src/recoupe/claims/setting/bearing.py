"""What speaks for a place or a time as that of a claim: how far it stands from it, who says it, what is told beside it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from recoupe.claims.draft import Draft
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import HARMED
from recoupe.claims.setting.onward import joined, resumed
from recoupe.claims.setting.scene import Scene
from recoupe.claims.setting.seen import M, Seen, end
from recoupe.ontology import unit_kind
from recoupe.ontology.events import Family, event_types

HEAD = (0, 1)
"""Title and lead."""

FAR = 3
"""So many sentences back or more count as one distance."""

SAYING = frozenset({"STATEMENT", "ACCUSE", "DENY"})
"""Types that happen when they are said: "a estimé mardi que ..." is of Tuesday."""

QUOTED = frozenset(':«»“”"')
"""Between a cue and what it has no object in, but a sentence."""


def anchor(draft: Draft) -> int:
    """Where the count of a draft begins, else its clause."""
    return draft.quantity.span.start if draft.quantity is not None else draft.clause.start


def bearing(found: Scene, draft: Draft, one: Seen[M], said: frozenset[str]) -> Iterator[str]:
    """The signs of a mention that it bears to a draft: how far it is, who says it, what its clause tells of."""
    clause = draft.clause
    if clause.start <= one.start < clause.end:
        yield from _in_clause(found.page, draft, one)
        return
    if one.clause.sentence == clause.sentence or _headed(found.page, clause, one):
        yield from _in_sentence(found.page, draft, one)
        if one.voices != said:
            yield "said by another"
    else:
        yield from _back(found.page, clause.sentence, one.clause.sentence)
    if one.clause.relative:
        yield "in a relative clause"
    if draft.kind.type in one.types:
        yield "beside an event of this type"
    elif not akin(draft.kind.type, one.types):
        yield "beside another event"
    if draft.source is not None and one.mention is draft.source.attribution.uttered:
        yield from _spoke(found.page, draft)


def _spoke(page: Page, draft: Draft) -> Iterator[str]:
    """The signs of the time at which a source spoke: what is told in a noun is of that day sooner ("a requis mardi dix ans de prison")."""
    if draft.kind.type in SAYING:
        yield "when it was said, and it is a saying"
        return
    yield "when its source spoke"
    if draft.source is not None and _in_a_noun(page, draft, draft.source.attribution.cue.end):
        yield "when its source spoke, of a noun"


def _in_a_noun(page: Page, draft: Draft, cue: int) -> bool:
    """True for what a cue has as its object, without "que", a colon or a quotation mark before it and without an auxiliary."""
    before = page.read.report.text[cue : draft.clause.start]
    told = page.tokens.forms[draft.clause.words.start] not in page.rules.thats and not page.has_auxiliary(draft.clause.words)
    return told and cue <= draft.clause.start and QUOTED.isdisjoint(before)


def _in_clause(page: Page, draft: Draft, one: Seen[M]) -> Iterator[str]:
    yield "in the clause"
    at = anchor(draft)
    yield "in the clause, before the count" if one.start < at else "in the clause, behind the count"
    between = page.counts_between(min(at, one.start) + 1, max(at, one.start))
    if between:
        listed = any("," in page.tokens.gap(page.word_at(other.span.start)) for other in between)
        yield "another count between, behind a comma" if listed else "another count between"


def _headed(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for a place that is a sentence of its own before that of a clause, in a title: "[Mali]. Une attaque fait 20 morts"."""
    next_to = clause.sentence == one.clause.sentence + 1 and page.paragraphs[clause.sentence] == page.paragraphs[one.clause.sentence]
    return next_to and "heads the line" in one.signs


def _in_sentence(page: Page, draft: Draft, one: Seen[M]) -> Iterator[str]:
    if one.start < draft.clause.start:
        yield "in the sentence, before"
        if "heads the line" in one.signs:
            yield "heads the line of the claim"
        if page.word_at(end(one.mention)) == draft.clause.words.start:
            yield from _taken_up(page, draft.clause)
        return
    yield "in the sentence, behind"
    if joined(page, draft.clause, one.start):
        yield "right behind the clause"
    if resumed(page, draft.clause, one):
        yield "where the clause goes on"
    if page.counts_in(one.clause):
        yield "behind, with a count of its own"


def _taken_up(page: Page, clause: Clause) -> Iterator[str]:
    """The sign of what stands right before a clause that takes it up: "à X, | où ...", "en juillet, | lorsque ..."."""
    if clause.relative:
        yield "taken up by the relative clause"
    elif page.tokens.forms[clause.words.start] in page.rules.whenever:
        yield "taken up by when"


def _back(page: Page, number: int, other: int) -> Iterator[str]:
    """How far back another sentence is."""
    far = "3 or more" if number - other >= FAR else str(number - other)
    if page.paragraphs[other] == page.paragraphs[number]:
        yield f"paragraph, {far} back"
    elif other in HEAD:
        yield "title" if other == 0 else "lead"
    else:
        yield f"other paragraph, {far} back"


def for_none(draft: Draft, some: Sequence[Seen[M]]) -> Iterator[str]:
    """The signs that none of `some` is that of a draft."""
    clause = draft.clause
    yield f"none: {unit_kind(draft.quantity.unit) or 'things'}" if draft.quantity is not None else "none: no count"
    yield f"none: {draft.modality}"
    if draft.quantity is not None and draft.quantity.role in HARMED:
        yield "none: those harmed"
    if any(clause.start <= one.start < clause.end for one in some):
        yield "none: one in the clause"
    elif any(one.clause.sentence == clause.sentence for one in some):
        yield "none: one in the sentence"


@lru_cache(maxsize=4096)
def akin(type_: str, others: frozenset[str]) -> bool:
    """True if an event of `type_` may be one with what `others` name: nothing, speech, or a type of its family.

    >>> akin("STRIKE", frozenset({"DEPLOY"})), akin("STRIKE", frozenset({"VISIT"}))
    (True, False)
    """
    families = {event_types()[other].family for other in others} - {Family.SPEECH}
    return not families or event_types()[type_].family in families | {Family.SPEECH}
