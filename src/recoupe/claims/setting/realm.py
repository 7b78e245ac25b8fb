"""Where something is that is told of "his commune": what whoever speaks or was named last is in charge of."""

from collections.abc import Iterator

import regex

from recoupe.claims.draft import Draft
from recoupe.claims.page import Page
from recoupe.claims.setting.scene import Scene
from recoupe.claims.setting.seen import Seen
from recoupe.model import Place

OPENING = 3
"""Words of a phrase that opens a sentence: "Dans sa commune, "."""


def of_realm(found: Scene, draft: Draft) -> Seen[Place] | None:
    """The place in the name of who speaks, else of the actor named last: "40 lits manquent dans ma commune, dit le maire de [X]". It
    must stand elsewhere as a place, and none in the clause of the draft."""
    page, here = found.page, draft.clause
    first = page.sentences[here.sentence].start
    at = _own(page, here.words) or _own(page, range(first, min(first + OPENING, here.words.stop)))
    if at is None or any(here.start <= one.start < here.end for one in found.places.get(here.sentence, ())):
        return None
    text = page.read.report.text
    named = {text[one.mention.span.start : one.mention.span.end]: one for some in found.places.values() for one in some}
    held = ([one for name, one in named.items() if _holds(whose, name)] for whose in _whose(page, draft, at))
    return next((max(some, key=lambda one: len(one.mention.name)) for some in held if some), None)


def _own(page: Page, words: range) -> int | None:
    """Where the word for an area stands that is somebody's: "dans [sa] commune"."""
    forms, rules = page.tokens.forms, page.rules
    return next(
        (i for i in words[2:] if forms[i] in rules.realms and forms[i - 1] in rules.somebodys and forms[i - 2] in rules.within | rules.of),
        None,
    )


def _whose(page: Page, draft: Draft, at: int) -> Iterator[str]:
    """The words that may say whose it is: those of who speaks, else of the actors of this sentence and the one before, the last first."""
    text = page.read.report.text
    if draft.source is not None:
        said = draft.source.attribution
        yield " ".join((*(text[s.start : s.end] for s in said.source), said.actor.name if said.actor else ""))
        return
    here = page.sentence_of(at)
    for one in reversed(page.read.reading.actors):
        if one.span.start < page.tokens.starts[at] and page.sentence_of(page.word_at(one.span.start)) >= here - 1:
            yield f"{text[one.span.start : one.span.end]} {one.actor.name}"


def _holds(named: str, place: str) -> bool:
    """Whether a name ends with that of a place or has it before an apposition, as a word."""
    whole = regex.compile(rf"(?<![\p{{L}}-]){regex.escape(place)}(?![\p{{L}}-])")
    return whole.search(named) is not None
