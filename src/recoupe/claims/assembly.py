"""Drafts made into claims: place, time, roles and polarity, each with its evidence."""

from collections.abc import Iterator

from recoupe.claims.counts.parts import of_whole, wholes
from recoupe.claims.draft import Draft
from recoupe.claims.modality.polarity import polarity
from recoupe.claims.page import Page
from recoupe.claims.roles import roles
from recoupe.claims.setting.choice import Setting, setting
from recoupe.claims.setting.led import titled
from recoupe.claims.setting.scene import Scene, scene
from recoupe.claims.types.kinds import STATEMENT
from recoupe.claims.types.vocabulary import vocabulary
from recoupe.model import GONE, Claim, Evidence, Role, Span, When, identify
from recoupe.ontology.events import DEFAULT

COUNTED = (0.4, 0.7, 0.8, 0.85)
"""Confidence in a count of an event that has a type, by how many other fields its own words give (`recoupe_eval --reliability`)."""

UNNAMED = 0.35
"""Where no word names the event."""

UNCAUSED = 0.15
"""Casualties of nobody knows what."""


def assemble(page: Page, drafted: list[Draft]) -> list[Claim]:
    """One claim for each draft, wholes before their parts are settled."""
    around = scene(page)
    whole_of = wholes(page, drafted)
    made: dict[int, Claim] = {}
    for number in sorted(range(len(drafted)), key=lambda n: (n in whole_of, n)):
        draft, whole = drafted[number], made.get(whole_of.get(number, -1))
        if whole is not None:
            draft = of_whole(page, draft, drafted[whole_of[number]])
        made[number] = _claim(page, draft, _setting(around, draft, whole), whole)
    return titled(around, list(made.values()))


def _claim(page: Page, draft: Draft, where: Setting, whole: Claim | None) -> Claim:
    quantity, kind = draft.quantity, draft.kind
    span = page.span(draft.clause.start, draft.clause.end)
    players = roles(page, draft.clause, kind, draft.source, vocabulary(page.read.report.language).instruments)
    sign, denial = polarity(page, draft.clause, quantity)
    trigger = page.words_span(kind.trigger.first, kind.trigger.last) if kind.trigger else None
    counted = (quantity.span.start, quantity.unit, quantity.value, quantity.low, quantity.high) if quantity else ()
    speaker = draft.source.attribution.id if draft.source else None
    standing = draft.standing or (whole.standing if whole and whole.standing in GONE else None)
    return Claim(
        id=identify("c", span.report, span.start, span.end, kind.type, counted, speaker),
        report=span.report,
        span=span,
        type=kind.type,
        mode=_mode(page, draft, players),
        trigger=trigger,
        roles=players,
        quantities=(quantity,) if quantity else (),
        places=where.places,
        when=where.when,
        attribution=draft.source.attribution if draft.source else None,
        modality=draft.modality,
        polarity=sign,
        standing=standing,
        part_of=whole.id if whole else None,
        confidence=confidence(draft, where),
        evidence=tuple(_evidence(page, draft, where, players, whole)) + draft.because + denial,
    )


def _mode(page: Page, draft: Draft, players: tuple[Role, ...]) -> str | None:
    """The manner that the words name, else that of the instrument."""
    if draft.kind.mode is not None:
        return draft.kind.mode
    instrument = next((r for r in players if r.name == "instrument"), None)
    if instrument is None:
        return None
    word = page.tokens.text[instrument.span.start : instrument.span.end].casefold()
    return vocabulary(page.read.report.language).instruments.get(word)


def _setting(around: Scene, draft: Draft, whole: Claim | None) -> Setting:
    """A part has the time and the places of its whole, unless its own clause names others."""
    own = setting(around, draft)
    if whole is None:
        return own
    keeps_place = own.places and own.place_rule == "place/clause"
    keeps_time = own.when_rule == "when/clause" and draft.clause.start != whole.span.start
    when = whole.when or (own.when if own.when is not None and not _of_saying(around, own.when) else None)
    return Setting(
        places=own.places if keeps_place else whole.places,
        place_rule=own.place_rule if keeps_place else "place/whole",
        when=own.when if keeps_time else when,
        when_rule=own.when_rule if keeps_time or (when and not whole.when) else "when/whole" if when else "",
    )


def _of_saying(around: Scene, when: When) -> bool:
    """True for the time at which somebody spoke: what a whole does not take is not its part's either."""
    clause = around.page.clause_at(when.span.start) if when.span is not None else None
    seen = around.whens.get(clause.sentence, ()) if clause is not None else ()
    return any(one.mention.span == when.span and "when something was said" in one.signs for one in seen)


def confidence(draft: Draft, where: Setting) -> float:
    """How probable it is that every field of the claim is right, 0..1: the shares that were, in reports read by annotators.

    A count of an event that words name is surer with each of: what happened to those counted, a named source, a place of its own.
    """
    named = draft.kind.type not in {DEFAULT, STATEMENT}
    role = draft.quantity is not None and draft.quantity.role is not None
    if draft.quantity is None or not named:
        return UNCAUSED if role else COUNTED[0] if named else UNNAMED
    source = draft.source is not None and draft.source.attribution.actor is not None
    return COUNTED[role + source + (where.place_rule == "place/clause")]


def _evidence(page: Page, draft: Draft, where: Setting, players: tuple[Role, ...], whole: Claim | None) -> Iterator[Evidence]:
    """The words and the rule behind each field."""
    if draft.kind.trigger:
        yield page.evidence("type", draft.kind.rule, page.words_span(draft.kind.trigger.first, draft.kind.trigger.last))
    elif draft.kind.word is not None:
        yield page.evidence("type", draft.kind.rule, page.words_span(draft.kind.word, draft.kind.word))
    else:  # how the whole of it is put, or what it lacks
        yield page.evidence("type", draft.kind.rule, page.span(draft.clause.start, draft.clause.end))
    if draft.quantity:
        yield page.evidence("quantities", "quantity", draft.quantity.span)
    if draft.source:
        yield page.evidence("attribution", "attribution", draft.source.attribution.cue)
    yield from (page.evidence(f"roles.{r.name}", f"role/{r.name}", r.span) for r in players)
    yield from (page.evidence("places", where.place_rule, p.span) for p in where.places)
    when: Span | None = where.when.span if where.when else None
    if when:
        yield page.evidence("when", where.when_rule, when)
    if whole and whole.quantities:
        yield page.evidence("part_of", "part", whole.quantities[0].span)
    if whole and whole.standing in GONE and draft.standing is None:
        yield from (e for e in whole.evidence if e.field == "standing")
