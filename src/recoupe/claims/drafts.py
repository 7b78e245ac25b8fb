"""Which clauses are claims: each count, each typed clause of attributed content, and one for every other attribution."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from operator import itemgetter

import msgspec

from recoupe.claims.attribution import Attributed
from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.counts.passing import not_granted, passing
from recoupe.claims.draft import Draft
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.modality.mood import felt, judged, modality, refuting
from recoupe.claims.modality.uttered import cued
from recoupe.claims.page import Page
from recoupe.claims.pieces import comes, condition, pieces
from recoupe.claims.sources import GRANTING, REDUCED, Sources, sources
from recoupe.claims.standing import standings
from recoupe.claims.standing.row import Stood
from recoupe.claims.types.deemed import deemed
from recoupe.claims.types.implied import BEFELL
from recoupe.claims.types.kind import Kind
from recoupe.claims.types.kinds import STATEMENT, UNNAMED, kind_beside, kind_of
from recoupe.claims.types.narrated import goes_on
from recoupe.claims.types.spoken import CHARGED, FORECAST, SPEECH, deed, spoken
from recoupe.claims.types.verdicts import rated, verdict
from recoupe.claims.types.vocabulary import vocabulary
from recoupe.model import Evidence, Form, Modality, Quantity, Standing
from recoupe.ontology import unit_kind
from recoupe.ontology.events import DEFAULT

TO_COME = frozenset({Modality.FORECAST, Modality.POSSIBLE, Modality.DEMAND, Modality.WISH, Modality.THREAT})
"""What has not come about."""

UNTOLD = frozenset({UNNAMED, "attribution/done"})
"""The rules of what is to come and has no type of its own."""

BESIDE = ("/selon", "/incise")
"""Ends of the rules of such sources."""

AS_SAID = "/comme"
"""End of the rule of what is so "as X says"."""

NOUN = "/noun_phrase"
"""End of the rule of a noun that somebody tells."""

HEAD = 2
"""Words at the head of a clause: a count there is its subject."""

FELT = 3
"""Words at the head of what is expressed among which a feeling stands."""

PRESENT = frozenset({None, "deployed"})
"""What is told of who speaks where nothing befell them: "selon un agent sur les lieux"."""

PAIR = 2
"""Of a number so small the article says that it is known: "les deux"."""


def drafts(page: Page) -> list[Draft]:
    """All drafts, in the order of the text, counts of one clause in their own order."""
    whose = sources(page)
    counted = list(_counted(page, whose))
    typed = list(_typed(page, whose, counted))
    told = list(_told(page, counted + typed))
    return sorted(counted + typed + told, key=_order)


def _order(draft: Draft) -> tuple[int, int, int, str]:
    at = draft.quantity.span.start if draft.quantity else -1
    return draft.clause.start, draft.clause.end, at, draft.source.attribution.id if draft.source else ""


def _counted(page: Page, whose: Sources) -> Iterator[Draft]:
    stood, asked, speaking = standings(page), _asked(page), _speaking(page)
    for quantity in page.read.reading.quantities:
        clause = page.clause_at(quantity.span.start)
        at = page.word_at(quantity.span.start)
        scope = page.unaffirmed.of(at, quantity)
        speak = at in asked and (quantity.role in PRESENT or _one_of(page, quantity, at))
        idle = speak or (at in speaking and _some(quantity)) or _both(page, quantity) or passing(page, quantity)
        if clause is not None and (scope is None or scope.modality is not None) and not idle:
            for source in (one for one in whose.all_of(clause) if not not_granted(page, quantity, one)):
                put, because = modality(page, clause, source, quantity)
                kind = _put(page, clause, kind_of(page, clause, quantity), put)
                if kind.rule == UNNAMED and _opinion(page, clause, quantity, put):
                    kind = Kind(type=STATEMENT, rule="attribution/deemed")
                kind = _foreseen(page, clause, kind, put, source)
                stands = None if _upheld(page, quantity, source) else stood.get(quantity.span.start)
                standing, why = _standing(page, stands, put)
                yield Draft(
                    clause=clause, quantity=quantity, source=source, kind=kind, modality=put, because=because + why, standing=standing
                )


def _upheld(page: Page, quantity: Quantity, source: Attributed | None) -> bool:
    """True for a number that somebody else still gives: "et non 28, comme l'affirme la région"; not "comme l'avait annoncé la région"."""
    if source is None or source.attribution.cue.start < quantity.span.end or not source.attribution.rule.endswith(AS_SAID):
        return False
    cue = range(page.word_at(source.attribution.cue.start), page.word_at(source.attribution.cue.end))
    return not page.has_auxiliary(cue) and is_finite(page.tokens.forms[cue[-1]], page.read.report.language)


def _standing(page: Page, stood: Stood | None, put: Modality) -> tuple[Standing | None, tuple[Evidence, ...]]:
    """How a count stands, and the words that say so. What is only to come has replaced nothing yet: "passera de 12 à 18"."""
    if stood is None or (put in TO_COME and stood.standing in (Standing.FORMER, Standing.NEW)):
        return None, ()
    return stood.standing, (page.evidence("standing", f"standing/{stood.standing}", page.words_span(stood.first, stood.last)),)


def _asked(page: Page) -> frozenset[int]:
    """The words of sources that stand beside what they say: who is counted there speaks, no more is claimed: "selon deux témoins"."""
    return _words_of(page, (one for one in page.attributed if one.attribution.rule.endswith(BESIDE)))


def _speaking(page: Page) -> frozenset[int]:
    """The words of all sources: some who speak are not counted, whatever befell them: "plusieurs rescapés accusent le guide"."""
    return _words_of(page, page.attributed)


def _words_of(page: Page, said: Iterable[Attributed]) -> frozenset[int]:
    words = (range(page.word_at(source.start), page.word_at(source.end)) for one in said for source in one.attribution.source)
    return frozenset(chain.from_iterable(words))


def _some(quantity: Quantity) -> bool:
    """True for "plusieurs" and "quelques", which tell no more than that there are two."""
    return quantity.value is None and quantity.high is None and quantity.low == PAIR


def _one_of(page: Page, quantity: Quantity, at: int) -> bool:
    """True for "l'un d'eux"."""
    return quantity.value == 1 and at > 0 and page.tokens.forms[at - 1] in page.rules.articles


def _both(page: Page, quantity: Quantity) -> bool:
    """True for two of what the text knows already, of whom no more is said than that: "les deux camps", "ces deux produits"."""
    if quantity.value != PAIR or quantity.role is not None or unit_kind(quantity.unit) is not None:
        return False
    before = page.word_at(quantity.span.start) - 1
    return before >= 0 and page.tokens.forms[before] in page.rules.definite


def _opinion(page: Page, clause: Clause, quantity: Quantity, put: Modality) -> bool:
    """True where what is counted stands in a judgement: "C'est un impôt déguisé pour 600 familles"; not "vingt sont vides"."""
    ahead = page.word_at(quantity.span.start) > clause.words.start + HEAD
    return put is Modality.EVALUATION or (put is Modality.REPORTED and ahead and judged(page, clause.words))


def _put(page: Page, clause: Clause, kind: Kind, put: Modality) -> Kind:
    """What is only planned has not befallen anybody; a charge that names no event and no deed is one."""
    if put is Modality.FORECAST and kind.rule == BEFELL:
        return Kind(type=DEFAULT, rule="attribution/done")
    if put is Modality.ACCUSATION and kind.type == SPEECH[put] and deed(page, clause):
        return Kind(type=DEFAULT, rule=CHARGED)
    if put is Modality.ACCUSATION and kind.type == DEFAULT and kind.rule != f"trigger/{DEFAULT}" and not deed(page, clause):
        return Kind(type=SPEECH[put], rule="attribution")
    return kind


def _foreseen(page: Page, clause: Clause, kind: Kind, put: Modality, source: Attributed | None) -> Kind:
    """What somebody foretells who does not decide on it: "estime que le chômage montera à 9 %"; not "prévoit de fermer le pont"."""
    if put is not Modality.FORECAST or kind.rule not in UNTOLD or source is None:
        return kind
    forms, rules = page.tokens.forms[clause.words.start : clause.words.stop], page.rules
    expected = cued(page, source, rules.expecting) and any(form.startswith(rules.trending) for form in forms)
    return Kind(type=FORECAST, rule="attribution/foreseen") if expected or cued(page, source, rules.foreseeing) else kind


def _typed(page: Page, whose: Sources, counted: list[Draft]) -> Iterator[Draft]:
    """Clauses in attributed content that name an event other than those of their counts."""
    taken: dict[int, frozenset[str]] = {}
    for draft in counted:
        taken[draft.clause.start] = taken.get(draft.clause.start, frozenset()) | {draft.kind.type}
    given = {one.attribution.cue.start for one in page.attributed if one.attribution.rule.endswith(REDUCED)}
    for clause in page.clauses:
        if clause.start in given:
            continue
        relation = whose.around.get(clause.start)
        if relation is not None and clause.relative and relation.modality is Modality.DENIED and relation.attribution.rule.endswith(NOUN):
            continue  # "écarte tout risque pour les riverains qui ont vu le feu"
        known = {clause.start, *_subjects(page, clause, relation)} if relation else ()
        kind = kind_beside(page, clause, frozenset().union(*(taken.get(start, ()) for start in known))) if relation else None
        scope = page.unaffirmed.of(clause.words.start, None) if kind is not None else None
        if relation is not None and kind is not None and (scope is None or scope.modality is not None):
            named = _named(page, clause, kind, relation)
            if named.modality is Modality.REPORTED and condition(page, relation.attribution.content, clause):
                continue
            yield named
            if disputed := whose.disputed.get(clause.start):
                yield _named(page, clause, kind, disputed)


def _hung(page: Page, clause: Clause, relation: Attributed) -> tuple[Modality, tuple[Evidence, ...]]:
    """The modality of a clause; what would come of a condition told before the cue is to come: "S'il pleuvait, dit-il, le feu mourrait"."""
    put, because = modality(page, clause, relation)
    content = relation.attribution.content
    before = next((one for one in reversed(content) if one.end < clause.end), None) if put is Modality.REPORTED else None
    led = page.clause_at(before.start) if before is not None else None
    would = next((i for i in clause.words if comes(page, i)), None) if led is not None and condition(page, content, led) else None
    if would is None:
        return put, because
    return Modality.FORECAST, (page.evidence("modality", "modality/would", page.words_span(would, would)),)


def _subjects(page: Page, clause: Clause, relation: Attributed) -> Iterator[int]:
    """Where the clauses of a subject begin whose verb stands behind its source: "[douze personnes], selon la police, ont défilé"."""
    for one, other in pairwise(relation.attribution.content):
        if other.start == clause.start:
            yield from (c.start for c in page.clauses_between(one.start, one.end) if not has_verb(page, c.words))


def _named(page: Page, clause: Clause, kind: Kind, relation: Attributed) -> Draft:
    """The draft of a clause that names an event, on the word of whoever says or denies it."""
    put, because = _hung(page, clause, relation)
    if put is Modality.DENIED and kind.type == SPEECH[Modality.ACCUSATION]:  # "a rejeté cette accusation"
        kind = msgspec.structs.replace(kind, type=SPEECH[put], rule=f"trigger/{SPEECH[put]}")
    if put is Modality.REPORTED and (deemed(page, clause, relation) or rated(page, relation) or _expressed(page, relation)):
        put, kind = Modality.EVALUATION, Kind(type=STATEMENT, rule="attribution/deemed")
    return Draft(clause=clause, quantity=None, source=relation, kind=kind, modality=put, because=because)


def _expressed(page: Page, relation: Attributed) -> bool:
    """True for a feeling that somebody expresses, whatever it is about: "a exprimé sa joie d'accueillir son homologue"."""
    content = relation.attribution.content
    first = page.word_at(content[0].start) if content and relation.attribution.rule.endswith(NOUN) else None
    return first is not None and felt(page, range(first, min(first + FELT, len(page.tokens.forms))))


def _told(page: Page, others: list[Draft]) -> Iterator[Draft]:
    """One draft for each piece of what somebody says that holds no other."""
    anchors = sorted(((_anchor(page, d), d) for d in others), key=itemgetter(0))
    for relation in page.attributed:
        granted = relation.modality in GRANTING  # "réclame une enquête sur le raid | qui a tué 40 civils": the raid is nobody's demand
        taken = [at for at, d in anchors if not (granted and d.clause.relative and d.source is not relation)]
        for clause in pieces(page, relation, taken):
            put, because = _hung(page, clause, relation)
            kind = spoken(page, clause, put, announced=_announced(page, relation))
            if any(e.rule.endswith("modality/must") for e in because):  # "Il faut que l'État réponde"
                kind = Kind(type=STATEMENT, rule="attribution/must")
            if put is Modality.REPORTED and kind.type == STATEMENT and refuting(page, clause.words):
                put, kind = Modality.DENIED, Kind(type=SPEECH[Modality.DENIED], rule="attribution/refuted")
            if kind.rule == "attribution/possible" and relation.attribution.form is Form.DIRECT:  # "On peut faire mieux"
                kind = Kind(type=STATEMENT, rule=kind.rule)
            kind = _foreseen(page, clause, kind, put, relation)
            own = put is Modality.WISH and page.tokens.forms[clause.words.start] not in page.rules.wishing
            if own and kind.rule in UNTOLD and relation.attribution.form is Form.DIRECT:  # "Nous voulons des réponses"
                kind = Kind(type=STATEMENT, rule=kind.rule)
            if put is Modality.REPORTED and deemed(page, clause, relation):
                put, kind = Modality.EVALUATION, Kind(type=STATEMENT, rule=kind.rule)
            elif put is Modality.REPORTED and kind.type == STATEMENT:
                put, kind = _weighed(page, clause, relation, kind)
            yield Draft(clause=clause, quantity=None, source=relation, kind=kind, modality=put, because=because)


def _anchor(page: Page, draft: Draft) -> int:
    """Where a claim has its count, or the word that names it."""
    trigger = draft.kind.trigger
    named = trigger is not None and trigger.first in draft.clause.words
    return draft.quantity.span.start if draft.quantity else page.tokens.starts[trigger.first] if trigger and named else draft.clause.start


def _weighed(page: Page, clause: Clause, relation: Attributed, kind: Kind) -> tuple[Modality, Kind]:
    """An opinion stays a statement; a state of affairs that is told in indirect speech is none, unless somebody only holds it to be so."""
    if _valued(page, clause, relation):
        return Modality.EVALUATION, Kind(type=STATEMENT, rule=kind.rule)
    forms, rules = page.tokens.forms, page.rules
    minded = forms[clause.words.start] in rules.minded and cued(page, relation, rules.professing)  # "se dit prêt à dialoguer"
    thought = minded or cued(page, relation, rules.holding) or any(forms[i] in rules.states for i in clause.words)
    going_on = None if thought else goes_on(page, clause.words)
    told = not thought and (going_on is not False if relation.attribution.form is Form.INDIRECT else going_on is True)
    return Modality.REPORTED, Kind(type=DEFAULT, rule="attribution/told") if told else kind


def _valued(page: Page, clause: Clause, relation: Attributed) -> bool:
    """True for what claims no state of affairs: a judgement, a feeling, what somebody is called."""
    called = relation.attribution.rule.endswith("/label")
    return called or judged(page, clause.words) or felt(page, clause.words) or verdict(page, clause, relation)


def _announced(page: Page, relation: Attributed) -> bool:
    """True for the noun that somebody announces or confirms: "a annoncé l'ouverture d'une enquête"."""
    cue, content = relation.attribution.cue, relation.attribution.content[0]
    between = page.read.report.text[cue.end : content.start]
    if (
        cue.end < content.start
        and not between.strip()
        and page.tokens.forms[page.word_at(content.start)] in vocabulary(page.read.report.language).determiners
    ):
        return cued(page, relation, page.rules.announcing)
    return False
