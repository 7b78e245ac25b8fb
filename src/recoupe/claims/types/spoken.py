"""The type of what somebody says where no word names an event: something done, something that has happened, a charge, else a statement."""

from itertools import pairwise

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.happened import happened
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.participles import is_participle
from recoupe.claims.modality.mood import befell, judged, refused
from recoupe.claims.page import Page
from recoupe.claims.types.fields import fields
from recoupe.claims.types.kind import Kind, of_subject, plain
from recoupe.claims.types.kinds import STATEMENT, kind_beside, kind_of, named_otherwise
from recoupe.claims.types.measures import measured, own_doing
from recoupe.claims.types.narrated import narrated, runs_out, since, was_there
from recoupe.claims.types.triggers import LABOUR, Trigger
from recoupe.model import Modality
from recoupe.ontology.events import DEFAULT, event_types

SPEECH = {Modality.ACCUSATION: "ACCUSE", Modality.DENIED: "DENY", Modality.THREAT: "THREATEN"}
"""What an attribution is an event of, where its content names none."""

FORECAST = "FORECAST"

DONE = frozenset({Modality.DEMAND, Modality.WISH, Modality.HEARSAY, Modality.FORECAST})
"""What is wanted, rumoured or planned is something done, no opinion, though no word names its type."""

BARE = 5
"""Words at most of a bare count."""

CALM = 6
"""Words at the head of a demand among which the calm or caution stands that is asked for."""

CHARGED = "attribution/charged"
"""The rule of a deed that somebody is charged with."""

THERE = 4
"""Words at the head of what is said among which "y" stands that says what there is."""

OPENING = 3
"""Words at the head of what is said: where the noun stands that it is about."""


def spoken(page: Page, clause: Clause, put: Modality, *, announced: bool) -> Kind:
    """The type of `clause`, which is all that somebody says.

    `announced`: it is a noun that somebody announces or confirms ("a annoncé l'ouverture d'une enquête").
    """
    named = _begun(page, clause) or _foretold(page, clause, put) or _called_to(page, clause, put) or _charged(page, clause, put)
    if named is not None:
        return named
    if put in DONE and not (put is Modality.FORECAST and refused(page, clause)):
        return Kind(type=DEFAULT, rule="attribution/done")
    if put is Modality.POSSIBLE:
        done = any(form in page.rules.may for form in page.tokens.forms[clause.words.start : clause.words.stop])
        own = (done and not _toll(page, clause)) or (_gathered(page) and has_verb(page, clause.words))
        return Kind(type=DEFAULT, rule="attribution/possible") if own else _about(page, clause, "attribution/possible")
    if put is Modality.DENIED:
        return _denied(page, clause)
    if put is Modality.ACCUSATION and page.tokens.forms[clause.words.start] in page.rules.indefinite:
        return Kind(type=STATEMENT, rule="attribution/called")
    if put is Modality.REPORTED and announced:
        return Kind(type=DEFAULT, rule="attribution/announced")
    if put is Modality.REPORTED:
        return _reported(page, clause)
    return Kind(type=SPEECH.get(put, STATEMENT), rule="attribution")


def _foretold(page: Page, clause: Clause, put: Modality) -> Kind | None:
    """What somebody foretells and nobody plans: "ce sera la fin", "le bilan va s'alourdir", not "le pont sera fermé"."""
    forms, rules = page.tokens.forms, page.rules
    if put is not Modality.FORECAST:
        return None
    will_be = any(forms[i] in rules.will_be and forms[i + 1] in rules.articles | rules.indefinite for i in clause.words[:-1])
    worse = any(forms[i].startswith(rules.worsening) for i in clause.words) and not refused(page, clause)
    return Kind(type=FORECAST, rule="attribution/foretold") if will_be or worse else None


def _called_to(page: Page, clause: Clause, put: Modality) -> Kind | None:
    """Calm or caution that is asked for, which is nothing done: "appelle à la retenue"."""
    calm = put is Modality.DEMAND and not page.rules.calming.isdisjoint(page.tokens.forms[i] for i in clause.words[:CALM])
    return Kind(type=STATEMENT, rule="attribution/called_to") if calm else None


def _begun(page: Page, clause: Clause) -> Kind | None:
    """The type of an event whose name begins with the words of saying: "revendique | l'attaque"."""
    before = page.triggers_in(range(max(0, clause.words.start - OPENING), clause.words.start))
    over = next((t for t in before if t.cause and t.last >= clause.words.start), None)
    return plain(over, "trigger") if over else None


def _reported(page: Page, clause: Clause) -> Kind:
    """What has happened, or a noun that names something done ("des retards"); an opinion else."""
    named = kind_beside(page, clause, frozenset())  # beside another event of the same clause: "interpellé chez lui, il a été écroué"
    if named is not None:
        return named
    about = page.subject
    if about is not None and (_amount(page, clause) or _unhurt(page, clause) or _there_is(page, clause, about)):
        return of_subject(about)
    done = happened(page, clause.words) and not _unseen(page, clause)
    other = named_otherwise(page, clause.words) if done else None
    if other is not None:
        return other
    if _toll(page, clause) and not measured(page, clause.words):
        caused = of_subject(page.subject) if page.subject is not None else kind_of(page, clause, None)
        if caused.type != DEFAULT:
            return caused
    if narrated(page, clause.words) or runs_out(page, clause) or since(page, clause.words) or was_there(page, clause.words):
        return Kind(type=DEFAULT, rule="attribution/narrated")
    if done:
        own = not _gathered(page) and own_doing(page, clause)
        befallen = befell(page, clause) and _part_of_it(page, clause) and not own
        return _about(page, clause, "attribution/happened") if befallen else Kind(type=DEFAULT, rule="attribution/happened")
    noun = named_otherwise(page, clause.words[:OPENING])
    if noun is not None and noun.trigger is not None and noun.trigger.kind is FormKind.NOUN:
        return noun
    return Kind(type=STATEMENT, rule="attribution")


def _toll(page: Page, clause: Clause) -> bool:
    """True for what speaks of the dead or the damage as they are: "des gens sont sous les décombres", not "il aurait pu mourir"."""
    wished = any(page.tokens.forms[i] in page.rules.states for i in clause.words)
    return not wished and not judged(page, clause.words) and any(not t.cause for t in page.triggers_in(clause.words))


def _there_is(page: Page, clause: Clause, about: Trigger) -> bool:
    """True for what was to be seen of an incident: "il y a des rafales", "il n'y avait plus d'escaliers", "il n'y a pas eu de heurts"."""
    forms, rules, words = page.tokens.forms, page.rules, clause.words
    at = next((i for i in words[:THERE] if forms[i] in rules.there and not rules.have.isdisjoint(forms[i + 1 : i + 2])), None)
    known = fields(page.read.report.language) if at is not None else {}
    return at is not None and any(known.get(forms[i]) == about.group.type or forms[i] in rules.mishaps for i in range(at, words.stop))


def _amount(page: Page, clause: Clause) -> bool:
    """True for a bare count: "7,0", "le double, voire davantage"."""
    forms = page.tokens.forms[clause.words.start : clause.words.stop]
    return all(form[0].isdigit() for form in forms) or (len(forms) <= BARE and not page.rules.amounts.isdisjoint(forms[:2]))


def _unhurt(page: Page, clause: Clause) -> bool:
    """True for what has become of people as it is: "les équipages sont indemnes"."""
    forms = page.tokens.forms
    return any(not t.cause and forms[t.first - 1] in page.rules.is_now for t in page.triggers_in(clause.words[1:]))


def _charged(page: Page, clause: Clause, put: Modality) -> Kind | None:
    """What a charge tells was done: "on a volé les malades", "d'avoir caché un rapport"; not "de mentir", "la fraude"."""
    if put is not Modality.ACCUSATION:
        return None
    bare = page.rules.infinite.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop])
    told = happened(page, clause.words) if bare else deed(page, clause)
    return Kind(type=DEFAULT, rule=CHARGED) if told else None


def deed(page: Page, clause: Clause) -> bool:
    """True for what somebody is charged to have done, behind an infinitive of the past: "d'avoir caché trois millions".

    Not for the accuser's own words of it: "d'avoir « acheté » deux députés".
    """
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    past = (i for i in clause.words[:-1] if forms[i] in rules.infinite and forms[i - 1] in rules.of and page.tokens.gap(i + 1).isspace())
    return any(any(is_participle(form, language) for form in forms[i + 1 : i + 1 + OPENING]) for i in past)


def _unseen(page: Page, clause: Clause) -> bool:
    """True for a judgement by what has never been seen: "je n'ai jamais vu ça"."""
    forms = page.tokens.forms[clause.words.start : clause.words.stop]
    return any(f"{first} {second}" in page.rules.unseen for first, second in pairwise(forms))


def _denied(page: Page, clause: Clause) -> Kind:
    """What is denied has the type of what it is; only wrongs that name nothing done are denied as such ("ces reproches", "toute faute")."""
    forms = page.tokens.forms[clause.words.start : clause.words.stop]
    if not page.rules.wrongs.isdisjoint(forms[: OPENING + 1]):
        return Kind(type=SPEECH[Modality.DENIED], rule="attribution")
    if forms[0] in page.rules.thats | page.rules.auxiliaries | page.rules.of or happened(page, clause.words):
        return _about(page, clause, "attribution/denied")
    return Kind(type=DEFAULT, rule="attribution/denied")


def _part_of_it(page: Page, clause: Clause) -> bool:
    """False where people gathered and somebody tells of others: that is an effect ("la direction a reçu une lettre").

    In a strike only who came or went is told of it: "on est venus défendre nos emplois", not "on s'est toujours entendus".
    """
    if page.subject is not None and page.subject.group.mode == LABOUR:
        return not page.rules.turning_out.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop])
    return not _gathered(page) or page.tokens.forms[clause.words.start] in page.rules.subjects


def _gathered(page: Page) -> bool:
    """True in a report about an event for which people gather."""
    return page.subject is not None and bool(event_types()[page.subject.group.type or DEFAULT].implied)


def _about(page: Page, clause: Clause, rule: str) -> Kind:
    return of_subject(page.subject) if page.subject and not measured(page, clause.words) else Kind(type=DEFAULT, rule=rule)
