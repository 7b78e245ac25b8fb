"""What type of event a clause speaks of: the trigger that governs a count, or the cause of casualties found further back."""

from collections.abc import Iterator

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.claims.types.dealt import dealt_with
from recoupe.claims.types.implied import of_report
from recoupe.claims.types.kin import of_their_own
from recoupe.claims.types.kind import CASUALTIES, Kind, is_toll, of_subject, plain
from recoupe.claims.types.measures import dependent
from recoupe.claims.types.triggers import LABOUR, Trigger
from recoupe.model import Quantity
from recoupe.ontology import unit_kind
from recoupe.ontology.events import DEFAULT, event_types, of_outcome

CHARGES = frozenset({"ACCUSE", "DENY"})
"""What is charged or denied has the type of what it is: they are claims of their own only where nothing else is."""

STATEMENT = "STATEMENT"
JUDGED = CHARGES | {STATEMENT}
SENT = "DEPLOY"
TRAPPED = "trapped"
"""The role of people who cannot get out."""

UNNAMED = "trigger/none"
"""The rule of what no word names."""

BESIDE = "trigger/sentence"
"""The rule of what another clause of the sentence names."""

OPENING = 3
"""Words at the head of a clause: a noun there is its subject ("l'attaque a touché ...")."""

BEHIND = 3
"""What the verb of a sentence is worth behind an aside: as much as eight words of nearness and its being a verb of the clause."""

BACK = 4
"""How many sentences back the cause of a toll is looked for before the title and the first sentence are asked."""

ELSEWHERE = frozenset({"trigger/cause", "trigger/title"})
"""Where a cause is only guessed to be one."""


def kind_of(page: Page, clause: Clause, quantity: Quantity | None) -> Kind:
    """The type of what `clause` says, of its count where there is one."""
    if quantity is not None and (outcome := _outcome(page, clause, quantity)) is not None:
        return _captured(page, clause, quantity) or _left(page, clause, outcome)
    at = page.word_at(quantity.span.start) if quantity else None
    if quantity is not None and (own := of_their_own(page, clause, quantity)) is not None:
        return _befell(page, clause, quantity, own) or Kind(type=DEFAULT, rule=UNNAMED)
    beside: Kind | None = None
    for rule, words in _places_to_look(page, clause, toll=is_toll(page, clause, quantity)):
        best = _best(page, words, quantity, at)
        if best is not None and rule != "trigger" and best.group.type in JUDGED:
            continue  # what others think of it or whom they charge is said of them
        if best is not None and rule == BESIDE and _of_its_own(page, clause, quantity, best):
            continue
        if best is not None and not (rule in ELSEWHERE and _gives_way(page, clause, best, rule)):
            kind = plain(best, rule) if _counted(page, best, quantity) else _named(page, best, rule, quantity)
            if kind.type != DEFAULT or rule == "trigger":
                return kind
            beside = beside or kind
    implied = of_report(page, clause, quantity)
    return implied or beside or Kind(type=DEFAULT, rule=UNNAMED, trigger=next(iter(page.triggers_in(clause.words)), None))


def _befell(page: Page, clause: Clause, quantity: Quantity, own: range) -> Kind | None:
    """The type of what befell those of whom only the words `own` tell, or of what the report is about where another clause tells that."""
    best = _best(page, own, quantity, page.word_at(quantity.span.start))
    if best is not None:
        return plain(best, "trigger")
    implied = of_report(page, clause, quantity)
    return implied if implied is not None and implied.trigger not in page.triggers_in(clause.words) else None


def _of_its_own(page: Page, clause: Clause, quantity: Quantity | None, trigger: Trigger) -> bool:
    """True for a count with a verb of its own beside another deed, no casualties: "attendent 600 personnes et ont déployé 90 agents"."""
    if quantity is None or quantity.role is not None or event_types()[trigger.group.type or DEFAULT].casualties:
        return False
    if trigger.kind is FormKind.NOUN or not page.rules.identifying.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop]):
        return False
    behind = trigger.first >= clause.words.stop and page.voices(clause.start) != page.voices(page.tokens.starts[trigger.first])
    return behind or has_verb(page, clause.words)  # "on attendait | 600 personnes | et a envoyé"


def _outcome(page: Page, clause: Clause, quantity: Quantity) -> str | None:
    """The type that the role of a count tells, or where people are sent that of the last in a row: "90 pompiers et un avion engagés"."""
    last = quantity
    for count in page.counts(clause):
        if last.role is not None:
            break
        if count.span.start > last.span.start:
            between = range(page.word_at(last.span.end), page.word_at(count.span.start))
            if any(page.tokens.forms[i] in page.rules.auxiliaries or page.tokens.forms[i] in page.rules.by for i in between):
                return None
            last = count
    type_ = of_outcome(last.role)
    return type_ if last is quantity or type_ == SENT else None


def _captured(page: Page, clause: Clause, quantity: Quantity) -> Kind | None:
    """The type of who was taken in a fight: "ont capturé douze soldats" is no arrest."""
    found = page.triggers_in(clause.words)
    taking = (t for t in found if t.kind is not FormKind.NOUN and quantity.unit in event_types()[t.group.type or DEFAULT].takes)
    best = next(taking, None)
    weightier = best is not None and all(t.group.weight <= best.group.weight for t in found)
    return plain(best, "trigger") if best is not None and weightier else None


def _left(page: Page, clause: Clause, outcome: str) -> Kind:
    """The type that the role of a count tells, with a trigger of that type in the sentence if there is one."""
    sentence = (t for words in (clause.words, page.sentences[clause.sentence]) for t in page.triggers_in(words))
    trigger = next((t for t in sentence if t.group.type == outcome), None)
    rule = f"trigger/{outcome}" if trigger else f"role/{outcome}"
    return Kind(type=outcome, rule=rule, trigger=trigger, mode=trigger.group.mode if trigger else None)


def _named(page: Page, best: Trigger, rule: str, quantity: Quantity | None = None) -> Kind:
    """The type of a trigger; a light word ("un incendie", "des heurts") is part of the weightier event that the report is about.

    So is what is counted of the shots at a march that the report is about; not what such an event is measured by ("un vent de 90 km/h").
    """
    about, type_ = page.subject, best.group.type or DEFAULT
    if about is None or not event_types()[type_].casualties:
        return plain(best, rule)
    found = event_types()[about.group.type or DEFAULT]
    if type_ in found.within and about.group.mode == LABOUR and best.kind is not FormKind.NOUN:
        return plain(best, rule)
    inside = type_ in found.within and (quantity is not None or found.implied)
    if not inside and quantity is not None and quantity.unit in event_types()[type_].natural:
        return plain(best, rule)
    part = quantity is not None if inside else best.group.weight < about.group.weight
    return of_subject(about) if part else plain(best, rule)


def named_otherwise(page: Page, words: range) -> Kind | None:
    """What a clause says that has no type of its own but a name: a verdict, a vote, a closure.

    >>> from recoupe.claims.page import page
    >>> from recoupe.model import Raw, ReadReport, Report
    >>> from recoupe.read import read
    >>> raw = Raw(sha256="", locator="")
    >>> report = Report(id="r", text="Le préfet a fermé l'école.", sha256="", language="fr", raw=raw, extractor="")
    >>> made = page(ReadReport(report=report, reading=next(iter(read(report)))))
    >>> named_otherwise(made, made.clauses[0].words).rule
    'trigger/OTHER'
    """
    other = next((t for t in page.triggers_in(words) if t.group.type == DEFAULT), None)
    return plain(other, "trigger") if other else None


def _gives_way(page: Page, clause: Clause, cause: Trigger, rule: str) -> bool:
    """True for what cannot have caused a toll of another sentence.

    In a report about something else a cause must be weighty and stand in the sentence before; a mere title never does ("un massacre").
    """
    type_, about = event_types()[cause.group.type or DEFAULT], page.subject
    if not type_.casualties or about is None:
        return not type_.casualties
    before = clause.sentence > 0 and cause.first in page.sentences[clause.sentence - 1] and _together(page, clause.sentence)
    after = (about.group.type or DEFAULT) in type_.within  # a march over a shooting that the report is about
    other = cause.group.type != about.group.type and (not before or after or cause.group.weight < about.group.weight)
    return other or rule == "trigger/title"


def _together(page: Page, sentence: int) -> bool:
    """True if a sentence goes on in the paragraph of the one before."""
    return page.paragraphs[sentence] == page.paragraphs[sentence - 1]


def kind_beside(page: Page, clause: Clause, counted: frozenset[str]) -> Kind | None:
    """The type of what a clause says besides its counts of types `counted`: a verb of another type, or a noun that opens the clause."""
    left_out = counted | {DEFAULT} | (CHARGES if counted - {DEFAULT} else frozenset())
    found = [t for t in page.triggers_in(clause.words) if t.cause and t.group.type not in left_out and not _governed(page, clause.words, t)]
    if found and any(q.role == TRAPPED for q in page.counts(clause)):
        found = [t for t in found if not event_types()[t.group.type or DEFAULT].implied]
    found = [t for t in found if not _supposed(page, clause, t)] or found
    if counted:
        found = [t for t in found if t.kind is not FormKind.NOUN or t.first < clause.words.start + OPENING]
    best = max(found, key=lambda t: (_worth(t, None, None), -t.first), default=None)
    if best is not None and any(t.group.type == DEFAULT and t.group.weight > best.group.weight for t in page.triggers_in(clause.words)):
        return None
    if best is None:
        return None
    named = _named(page, best, "trigger")
    return named if named.type != best.group.type else plain(best, "trigger")


def _supposed(page: Page, clause: Clause, trigger: Trigger) -> bool:
    """True for what is only a condition: "serons en grève à moins qu'un accord ne soit conclu", "sont prêtes si elle attaque"."""
    forms, before = page.tokens.forms, range(clause.words.start + 1, trigger.first)
    return any(forms[i] == words[0] and page.tokens.phrase(i, words) for i in before for words in page.rules.conditional)


def _places_to_look(page: Page, clause: Clause, *, toll: bool) -> Iterator[tuple[str, range]]:
    yield "trigger", clause.words
    if _bare(page, clause):
        yield BESIDE, page.sentences[clause.sentence]
    others = [c for c in page.clauses_of(clause.sentence) if c is not clause]
    before = [c for c in others if c.words.start < clause.words.start]
    after = [c for c in others if c.words.start > clause.words.start]
    for other in (*reversed(before), *after):
        yield BESIDE, other.words
    if toll:
        for number in range(clause.sentence - 1, max(-1, clause.sentence - 1 - BACK), -1):
            yield "trigger/cause", page.sentences[number]
        for words in page.sentences[:2]:
            yield "trigger/title", words


def _bare(page: Page, clause: Clause) -> bool:
    """True for a subject that an aside cuts off from its verb: "Sept personnes", "dont trois mineurs", "ont été interpellées"."""
    after = page.tokens.forms[clause.words.stop : clause.words.stop + 1]
    return bool(page.rules.relatives.intersection(after)) and not page.has_auxiliary(clause.words)


def _best(page: Page, words: range, quantity: Quantity | None, at: int | None) -> Trigger | None:
    fitting = (t for t in page.triggers_in(words) if t.cause and (_counted(page, t, quantity) or _admits(t, quantity)))
    if quantity is not None and quantity.role not in CASUALTIES:
        fitting = (t for t in fitting if not _governed(page, words, t))
    return max(fitting, key=lambda t: (_worth(t, quantity, at) + _told_of(page, t, at), -t.first), default=None)


def _governed(page: Page, words: range, trigger: Trigger) -> bool:
    """True for an event that the words only deal with, or on which a measure depends."""
    return dealt_with(page.tokens, page.rules, words.start, trigger) or dependent(page, words, trigger)


def _told_of(page: Page, trigger: Trigger, at: int | None) -> float:
    """What the verb of a sentence has before a participle or an infinitive that describes a noun: "ont été interpellés", "l'attaque menée".

    More where it stands behind an aside ("Deux skieurs, dont l'un ..., ont été emportés"): nearness is then no measure.
    """
    clause = page.clause_at(page.tokens.starts[at]) if at is not None else None
    if clause is None or trigger.first not in page.sentences[clause.sentence]:
        return 0
    before = page.tokens.forms[max(0, trigger.first - 1)]
    told = trigger.kind is FormKind.FINITE or (trigger.kind is FormKind.PARTICIPLE and before in page.rules.auxiliary)
    return told * (1 if trigger.first in clause.words else BEHIND)


def _counted(page: Page, trigger: Trigger, quantity: Quantity | None) -> bool:
    """True if the count is one of events of this very kind: "50 interpellations"."""
    noun = quantity.counted if quantity else None
    return noun is not None and noun.start <= page.tokens.starts[trigger.first] < noun.end


def _admits(trigger: Trigger, quantity: Quantity | None) -> bool:
    if quantity is None:
        return True
    type_, kind = event_types()[trigger.group.type or DEFAULT], unit_kind(quantity.unit)
    if quantity.role in CASUALTIES and not type_.casualties:
        return False
    return type_.admits(quantity.unit, kind) or (kind is None and any(quantity.unit == word.casefold() for word in trigger.group.near))


def _worth(trigger: Trigger, quantity: Quantity | None, at: int | None) -> float:
    """Weight of the words, a verb before a noun, a type made for the unit before one that takes all, nearness last."""
    type_ = event_types()[trigger.group.type or DEFAULT]
    away = min(abs(trigger.first - at), 20) if at is not None else 0
    made_for = quantity is not None and "*" not in type_.counts
    return 4 * trigger.group.weight + 2 * (trigger.kind is not FormKind.NOUN) + 2 * made_for - away / 4
