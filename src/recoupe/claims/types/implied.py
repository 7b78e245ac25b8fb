"""What a count speaks of where no word of its sentence says it: by what the report is about, by its unit, by the field of news."""

import msgspec

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.modality.mood import befell
from recoupe.claims.page import Page
from recoupe.claims.types.kind import CASUALTIES, Kind, is_toll, of_subject
from recoupe.claims.types.measures import measured, own_doing
from recoupe.claims.types.narrated import runs_out
from recoupe.claims.types.triggers import Trigger
from recoupe.model import Quantity
from recoupe.ontology import UnitKind, unit_kind
from recoupe.ontology.events import DEFAULT, UNCLAIMED, answer, event_types

ABDUCTION = "abduction"
BEFALLEN = frozenset({None, UnitKind.PERSON, UnitKind.BUILDING, UnitKind.PLACE})
"""Kinds of what an incident happens to."""

UNHURT = frozenset({None, "launched"})
"""Roles of what an event is told by: "une vingtaine ont passé les défenses" of the drones that were launched."""

RELEASED = "released"
"""The role of those who were let go."""

TRADE = 4
"""Words behind a share in which stands of whom it is one."""

SUBJECT = 6
"""Words of a subject at the head of a sentence: "Une première estimation des dégâts"."""

BEFELL = "subject/befell"
"""The rule for what people went through in an incident that no word of their clause names."""


def of_report(page: Page, clause: Clause, quantity: Quantity | None) -> Kind | None:
    """What a count speaks of where no word says it: casualties and crowds are those of the subject, responders are sent."""
    if quantity is None:
        return None
    found = _of_incident(page, clause, quantity) or _of_topic(page, clause, quantity)
    if found is not None:
        return found
    return _of_field(page, clause) if quantity.role in CASUALTIES else _of_unit(page, clause, quantity)


def _of_incident(page: Page, clause: Clause, quantity: Quantity) -> Kind | None:
    """What a count tells of the incident that the report is about: whom and what it met, who came, what it cost."""
    about = page.subject
    if about is None:
        return None
    if (
        is_toll(page, clause, quantity)
        or _none_seen(page, clause, quantity)
        or _crowd(page, clause, quantity, about)
        or (_natural(page, about, quantity) and not measured(page, range(clause.words.start, page.word_at(quantity.span.start))))
    ):
        return of_subject(about)
    if not _brought(about, quantity) and not _sent(about, quantity) and (_befell(page, clause, quantity, about) or _there(page, quantity)):
        return msgspec.structs.replace(of_subject(about), rule=BEFELL)
    return of_subject(about) if _damage(page, clause, quantity) else None


def _of_topic(page: Page, clause: Clause, quantity: Quantity) -> Kind | None:
    """What a count tells of what title and lead are about where that is no incident: arrests for an attack that was planned."""
    about, topic = page.subject, page.topic
    if topic is None or (about is not None and event_types()[topic.group.type or DEFAULT].casualties):
        return None
    natural = quantity.role is None and quantity.unit in _natural_units(topic)
    alone = about is None and (quantity.role in CASUALTIES or _at_stake(page, clause, quantity))
    held = (alone or quantity.role == RELEASED) and _taken(page, topic)
    return of_subject(topic) if natural or held else None


def _at_stake(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for those who may be hostages, and what is asked for them: "ils étaient une soixantaine", "six millions d'euros"."""
    at_stake = quantity.role is None and unit_kind(quantity.unit) in {UnitKind.PERSON, UnitKind.MONEY}
    return at_stake and not _settled(page, clause)


def _of_field(page: Page, clause: Clause) -> Kind | None:
    """What the field of news tells of those who were hurt."""
    field = page.fields.told(clause.sentence)
    return Kind(type=field[0], rule=f"field/{field[0]}", word=field[1]) if field else None


def _of_unit(page: Page, clause: Clause, quantity: Quantity) -> Kind | None:
    """What the unit of a count tells in a report: who is sent, what is given, whom a calamity met."""
    type_, about = None if _settled(page, clause) else _implied(quantity), page.subject
    living = unit_kind(quantity.unit) is UnitKind.PERSON and _settled(page, clause)  # "l'hôpital emploie 4 000 soignants"
    if type_ is None and about is not None and quantity.role is None and not living and not _priced(page, clause, quantity):
        type_ = answer(about.group.type or DEFAULT, quantity.unit, unit_kind(quantity.unit))
    if type_ is None and about is not None and _people(page, clause, quantity, about):
        return msgspec.structs.replace(of_subject(about), rule=BEFELL)
    if type_ is None and about is None and page.topic is not None and _terms(page.topic, quantity):
        return of_subject(page.topic)
    return Kind(type=type_, rule=f"unit/{type_}") if type_ else None


def _implied(quantity: Quantity) -> str | None:
    """The type that a unit implies."""
    return next((name for name, t in event_types().items() if quantity.unit in t.implied), None)


def _damage(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for what an incident cost: "les pertes sont évaluées à 20 millions d'euros"."""
    if unit_kind(quantity.unit) is not UnitKind.MONEY:
        return False
    told, opening = page.tokens.forms[clause.words.start : clause.words.stop], page.sentences[clause.sentence][:SUBJECT]
    cut_off = has_verb(page, clause.words) and told[0] not in page.rules.before_subjects | page.rules.subjects | page.rules.joined
    subject = page.tokens.forms[opening.start : opening.stop] if cut_off else ()  # "Les dégâts, dit-il, atteignent 3 millions"
    return not page.rules.damages.isdisjoint((*told, *subject))


def _brought(about: Trigger, quantity: Quantity) -> bool:
    """True for things that are sent or given after an event: "deux millions de doses sont arrivées"."""
    kind = unit_kind(quantity.unit)
    return kind is not UnitKind.PERSON and answer(about.group.type or DEFAULT, quantity.unit, kind) is not None


def _sent(about: Trigger, quantity: Quantity) -> bool:
    """True for those who come to help, whatever they went through: "douze secouristes sont montés à pied"."""
    type_ = _implied(quantity)
    return type_ is not None and (about.group.type or DEFAULT) in event_types()[type_].answers


def _priced(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for what something costs, which is no gift: "les travaux coûteront 13 millions d'euros"."""
    forms = page.tokens.forms[clause.words.start : clause.words.stop]
    return unit_kind(quantity.unit) is UnitKind.MONEY and any(form.startswith(page.rules.pricing) for form in forms)


def _terms(about: Trigger, quantity: Quantity) -> bool:
    """True for what is given or exchanged in a report about a gift or an accord; not for shares and measures."""
    terms = event_types()[about.group.type or DEFAULT].terms
    return terms and quantity.role is None and unit_kind(quantity.unit) not in UNCLAIMED


def _taken(page: Page, about: Trigger) -> bool:
    """True where title or lead tell of hostages: those freed or found dead are those of the kidnapping."""
    head = (t for words in page.sentences[:2] for t in page.triggers_in(words))
    return any(t.group.mode == ABDUCTION and t.group.type == about.group.type for t in head)


def _none_seen(page: Page, clause: Clause, quantity: Quantity) -> bool:
    """True for what nobody saw of it: "aucun incident n'a été signalé"; not "n'avoir relevé aucune anomalie"."""
    if quantity.value != 0 or quantity.role is not None:
        return False
    behind = page.tokens.forms[page.word_at(quantity.span.end) : clause.words.stop]
    return not page.rules.sighted.isdisjoint(behind)


def _crowd(page: Page, clause: Clause, quantity: Quantity, about: Trigger) -> bool:
    """True for people without a role in a report about a gathering of people: they are who came ("Ils étaient 3.000")."""
    if quantity.role is not None or not event_types()[about.group.type or DEFAULT].implied:
        return False
    return _take_part(page, quantity) or (quantity.unit == "person" and not _settled(page, clause))


def _take_part(page: Page, quantity: Quantity) -> bool:
    """True for the share of those who may come: "70 % des conducteurs"."""
    behind = page.word_at(quantity.span.end)
    of_them = not page.rules.taking_part.isdisjoint(page.tokens.forms[behind : behind + TRADE])
    return of_them and unit_kind(quantity.unit) is UnitKind.SHARE


def _settled(page: Page, clause: Clause) -> bool:
    """True where people are told of who only live, work or are expected somewhere: "l'usine emploie 300 personnes"."""
    return not page.rules.standing_there.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop])


def _natural_units(about: Trigger) -> frozenset[str]:
    return event_types()[about.group.type or DEFAULT].natural


def _natural(page: Page, about: Trigger, quantity: Quantity) -> bool:
    """True for what such an event is told by: degrees of a heat wave, the drones of an attack; and for how high, how heavy.

    How far something is from elsewhere is said of anything ("à 20 km de X").
    """
    if quantity.unit in _natural_units(about):
        return quantity.role in UNHURT
    if quantity.role is not None:
        return False
    at = page.word_at(quantity.span.start)
    away = at > 0 and page.tokens.forms[at - 1] in page.rules.away
    return unit_kind(quantity.unit) is UnitKind.MEASURE and not away


def _befell(page: Page, clause: Clause, quantity: Quantity, about: Trigger) -> bool:
    """True for what people went through in a report about an incident: "une soixantaine d'habitants ont passé la nuit au gymnase".

    Where people gathered, what things went through is an effect and no part of it.
    """
    kinds = {UnitKind.PERSON} if event_types()[about.group.type or DEFAULT].implied else BEFALLEN
    met = quantity.role is None and unit_kind(quantity.unit) in kinds and not _settled(page, clause)
    return met and not own_doing(page, clause) and (befell(page, clause) or runs_out(page, clause))


def _people(page: Page, clause: Clause, quantity: Quantity, about: Trigger) -> bool:
    """True for people in a report about a calamity, of whom more is told than that they live, work or are expected somewhere."""
    calamity = event_types()[about.group.type or DEFAULT].calamity
    if not calamity or quantity.role is not None or unit_kind(quantity.unit) is not UnitKind.PERSON:
        return False
    if not page.rules.messages.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop]) or _settled(page, clause):
        return False
    return not own_doing(page, clause) and not measured(page, clause.words)


def _there(page: Page, quantity: Quantity) -> bool:
    """True for those who were there when it happened: "ils étaient une quinzaine", "il y avait plus de quarante personnes au fond"."""
    at = page.word_at(quantity.span.start)
    kind = unit_kind(quantity.unit) in {None, UnitKind.PERSON}
    there = page.tokens.forms[max(0, at - 2) : at] in page.rules.were_there or page.tokens.forms[max(0, at - 1)] in page.rules.aboard
    return quantity.role is None and kind and there
