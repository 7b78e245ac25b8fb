"""Who does it and to whom: actors before an active verb, after "par" in a passive, after "de" or "contre" behind a noun."""

from collections.abc import Iterator

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.claims.types.kind import Kind
from recoupe.claims.types.triggers import Trigger
from recoupe.model import Actor, Mention, Role, Span
from recoupe.ontology.events import DEFAULT, event_types

AUXILIARY = 4
"""How many words before a participle its auxiliary may stand."""

COMPLEMENT = 3
"""How many words behind a noun its complement may begin ("attaque meurtrière de X")."""

REACH = 8
"""How many words behind its trigger an object or an agent may begin."""


def roles(page: Page, clause: Clause, kind: Kind, source: Attributed | None, instruments: dict[str, str]) -> tuple[Role, ...]:
    """The roles of a claim, sorted by span; none without a trigger in the sentence."""
    trigger = kind.trigger
    if trigger is None or kind.type == DEFAULT:
        return ()
    home = page.clause_at(page.tokens.starts[trigger.first])
    if home is None or home.sentence != clause.sentence:
        return ()
    names = event_types()[kind.type].roles
    found = dict.fromkeys(names)
    found |= dict(_players(page, home, trigger, names[0], names[1]))
    if names[0] in found and found[names[0]] is None:
        found[names[0]] = _speaker(home, trigger, source)
    if "instrument" in names:
        found["instrument"] = _instrument(page, home, instruments)
    return tuple(sorted((r for r in found.values() if r), key=lambda r: (r.span.start, r.name)))


def _players(page: Page, home: Clause, trigger: Trigger, subject: str, object_: str) -> Iterator[tuple[str, Role]]:
    """Subject and object of a trigger as actors of the reading."""
    before, after = _around(page, home, trigger)
    agent = next((m for m in after if _after_word(page, m, page.rules.by)), None)
    against = next((m for m in after if _after_word(page, m, page.rules.against)), None)
    if trigger.kind is FormKind.NOUN:
        complement = next((m for m in after if m is not agent and _after_word(page, m, page.rules.of)), None)
        if complement and trigger.group.of and _close(page, complement, trigger, COMPLEMENT):
            role = object_ if trigger.group.of == "target" else subject
            yield role, _role(role, complement)
    elif passive(page, trigger):
        if (patient := _patient(page, before, trigger)) is not None:
            yield object_, _role(object_, patient)
    else:
        if before:
            yield subject, _role(subject, before[-1])
        patient = next((m for m in after if m is not agent and _close(page, m, trigger, REACH) and not _parted(page, trigger, m)), None)
        if patient and not _after_word(page, patient, page.rules.near):
            yield object_, _role(object_, patient)
    if agent:
        yield subject, _role(subject, agent)
    if against:
        yield object_, _role(object_, against)


def _patient(page: Page, before: list[Mention], trigger: Trigger) -> Mention | None:
    """The actor who is the subject of a passive: none behind a preposition, and none before those counted, who are its subject: "à Paris,
    a été arrêté", "le locataire de l'Élysée annonce que trois soldats ont été tués"."""
    governing = page.rules.near | page.rules.of
    found = next((m for m in reversed(before) if not _after_word(page, m, governing)), None)
    if found is None:
        return None
    end = page.tokens.starts[trigger.first]
    counted = (q.span.start for q in page.read.reading.quantities if q.counted is not None)
    return None if any(found.span.end <= at < end for at in counted) else found


def _around(page: Page, home: Clause, trigger: Trigger) -> tuple[list[Mention], list[Mention]]:
    """The actors of a clause before and after its trigger."""
    start, end = page.tokens.starts[trigger.first], page.tokens.ends[trigger.last]
    here = page.actors_in(home)
    return [m for m in here if m.span.end <= start], [m for m in here if m.span.start >= end]


def passive(page: Page, trigger: Trigger) -> bool:
    """True for a participle without "avoir" of its own: "a été abattu", "les drones abattus"."""
    if trigger.kind is not FormKind.PARTICIPLE:
        return False
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - AUXILIARY), -1):
        if page.tokens.forms[i] in page.rules.be:
            return True
        if page.tokens.forms[i] in page.rules.have:
            return False
    return True


def _before(page: Page, mention: Mention) -> int:
    """The number of the last word before a mention and its article."""
    i = page.word_at(mention.span.start) - 1
    while i > 0 and page.tokens.forms[i] in page.rules.articles and page.tokens.forms[i] not in page.rules.of:
        i -= 1
    return i


def _after_word(page: Page, mention: Mention, words: frozenset[str]) -> bool:
    i = _before(page, mention)
    forms = page.tokens.forms[max(0, i - 1) : i + 1]
    return bool(words.intersection(forms[-1:])) or bool(forms and forms[-1] in page.rules.articles and words.intersection(forms))


def _close(page: Page, mention: Mention, trigger: Trigger, reach: int) -> bool:
    return 0 <= _before(page, mention) - trigger.last <= reach


def _parted(page: Page, trigger: Trigger, mention: Mention) -> bool:
    """True if a comma stands between a verb and an actor, who is not its object: "a maîtrisé l'assaillant, le ministre annonce que"."""
    return any("," in page.tokens.gap(i) for i in range(trigger.last + 1, page.word_at(mention.span.start) + 1))


def _role(name: str, mention: Mention) -> Role:
    return Role(name=name, span=mention.span, actor=mention.actor)


def _speaker(home: Clause, trigger: Trigger, source: Attributed | None) -> Role | None:
    """The source is the one who acts in "affirme avoir abattu", "dit mener"."""
    if source is None or home.relative or trigger.kind in {FormKind.NOUN, FormKind.FINITE} or "infinitive" not in source.attribution.rule:
        return None
    spans: tuple[Span, ...] = source.attribution.source
    actor: Actor | None = source.attribution.actor
    return Role(name="actor", span=spans[0], actor=actor) if spans else None


def _instrument(page: Page, home: Clause, instruments: dict[str, str]) -> Role | None:
    at = next((i for i in home.words if page.tokens.forms[i] in instruments), None)
    return Role(name="instrument", span=page.words_span(at, at)) if at is not None else None
