"""What is put in about a subject and says nothing of what the clause tells: "le bac, construit en 1998, a coulé"."""

import regex

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.participles import is_participle, is_past
from recoupe.claims.modality.mood import participle_before
from recoupe.claims.page import Page
from recoupe.model import Precision, Quantity, When
from recoupe.ontology import UnitKind, unit_kind

NAMED = 5
"""Words from a vote or a law to its date: "l'accord de paix de [2015]"."""


def aside(page: Page, at: int) -> range | None:
    """Characters of the participle and what belongs to it, put in about the subject: "le bac, [construit en 1998], transportait".

    `at`: where the time or place stands. None where it stands in none, where no verb of the clause follows, and for what is planned.
    """
    clause = page.clause_at(at)
    i = page.word_at(at)
    participle = participle_before(page, i) or _put_in(page, clause, i)
    if participle is None or clause is None or participle <= clause.words.start:
        return None
    if page.tokens.forms[participle] in page.rules.occurring:
        return None  # "le drame, survenu lundi, a fait 12 morts"
    if page.tokens.forms[participle] in page.rules.planned_participles or page.tokens.forms[participle - 1] in page.rules.articles:
        return None  # "attendu à X" is what is told; "dans la journée": a noun
    opens = next((j for j in range(participle, clause.words.start, -1) if "," in page.tokens.gap(j)), None)
    closes = next((j for j in range(i + 1, clause.words.stop) if "," in page.tokens.gap(j)), None)
    if (
        opens is None
        or closes is None
        or not finite(page, closes, clause)
        or any(finite(page, j, clause) for j in range(opens, participle))
        or of_event(page, range(clause.words.start, opens))
    ):
        return None
    return range(page.tokens.starts[opens], page.tokens.starts[closes])


def told_of_one(page: Page, at: int) -> bool:
    """True for where and when who or what is put in was born, built or sent: "le retour du chef, transféré en [mai] à [Gap]"."""
    clause, i = page.clause_at(at), page.word_at(at)
    if clause is None:
        return False
    first = clause.words.start
    opens = first if first and "," in page.tokens.gap(first) and _set_off(page, first) else _put_in(page, clause, i)
    return opens is not None and not of_event(page, range(first, opens))


def _put_in(page: Page, clause: Clause | None, i: int) -> int | None:
    """The participle that stands right behind the last comma before word `i`, whatever stands between: "né à Oran en [1950]"."""
    first = clause.words.start if clause is not None else i
    comma = next((j for j in range(i, first, -1) if "," in page.tokens.gap(j)), None)
    return comma if comma is not None and _set_off(page, comma) else None


def _set_off(page: Page, at: int) -> bool:
    """True for the participle of who or what was born, built or sent."""
    return page.tokens.forms[at] in page.rules.founded or page.tokens.forms[at] in page.rules.leaving


def of_object(page: Page, clause: Clause, quantity: Quantity | None, when: When) -> bool:
    """True for a time of a participle about what a verb before it has as its object: "a libéré six otages enlevés [lundi]". Not of
    those that a count tells to be dead or wounded by that participle, nor of what is said, counted or brought about."""
    forms, rules = page.tokens.forms, page.rules
    participle = participle_before(page, page.word_at(when.span.start)) if when.span is not None else None
    if participle is None or forms[participle] in rules.occurring or forms[participle - 1] in rules.articles:  # "a tué un réfugié lundi"
        return False
    made = when.precision in OLD and (forms[participle] in rules.founded or forms[participle] in rules.set_up)
    if made and not (quantity is not None and _of_counted(page, quantity, participle)):
        return True
    if forms[participle] not in rules.founded and not is_past(forms[participle], page.read.report.language):
        return False
    done = _perfect(page, range(clause.words.start, participle - 1))
    if done is None or forms[done] in rules.bringing or any("," in page.tokens.gap(i) for i in range(done, participle)):
        return False
    said = any(page.tokens.starts[done - 1] <= a.attribution.cue.start < page.tokens.starts[participle] for a in page.attributed)
    return not said and not (quantity is not None and _harms(page, quantity, participle))


def held_since(page: Page, quantity: Quantity | None, when: When) -> bool:
    """True for since when those had been held of whom something else is told, or somebody had held a place: "la libération de 12 otages
    détenus depuis [mai]", "tués dans la ville tenue par le front depuis [mai]"; not of "12 civils tués par le front depuis mai"."""
    forms, i = page.tokens.forms, page.word_at(when.span.start) if when.span is not None else 0
    since = next((j for j in range(i, max(0, i - LINK), -1) if forms[j] in page.rules.since), 0)
    if quantity is None or quantity.role in HOLDING or not since:
        return False
    held = next((j for j in range(since - 1, max(0, since - AGENT), -1) if forms[j] in page.rules.kept), None)
    return held is not None and forms[held - 1] not in page.rules.auxiliaries and (held + 1 == since or forms[held + 1] in page.rules.by)


def absolute(page: Page, at: int, i: int) -> bool:
    """True for word `i` behind what is counted at `at`, in what a participle tells of a subject of its own, which is no event: "on a sauvé
    64 marins, le dernier ayant été repêché [lundi]"."""
    forms, first = page.tokens.forms, page.word_at(at)
    having = next((j for j in range(i - 1, first, -1) if forms[j] in page.rules.infinite and forms[j].endswith("ant")), first)
    comma = next((j for j in range(having - 1, first, -1) if "," in page.tokens.gap(j)), None)
    return comma is not None and not of_event(page, range(comma, having))


def of_thing(page: Page, when: When) -> bool:
    """True for the year that tells which thing is meant: "une église de [1620]", "un arrêté de [2019]"."""
    if when.span is None or when.precision is not Precision.YEAR:
        return False
    forms, at = page.tokens.forms, page.word_at(when.span.start)
    return at > 0 and forms[at] in page.rules.of and not page.rules.dated_things.isdisjoint((forms[at - 1], forms[at - 1].rstrip("sx")))


def _perfect(page: Page, words: range) -> int | None:
    """The participle behind the first "a" or "ont" of `words`: "ont libéré", "a saisi"."""
    forms, language = page.tokens.forms, page.read.report.language
    have = next((i for i in words if forms[i] in page.rules.have), words.stop)
    behind = range(have + 1, words.stop)
    return next((i for i in behind if is_participle(forms[i], language) or (i == have + 1 and forms[i].endswith("i"))), None)


def has_left(page: Page, clause: Clause, at: int) -> bool:
    """True for when who or what is told of has left or come, before the verb: "une barge partie [dimanche] de X s'est échouée"."""
    here = page.word_at(at)
    return here - 1 > clause.words.start and is_gone(page, clause, here - 1) and page.has_auxiliary(range(here + 1, clause.words.stop))


def is_gone(page: Page, clause: Clause, at: int) -> bool:
    """True for a participle at word `at` of who or what has left or come: "une barge [partie] dimanche"; not "la marche partie dimanche",
    "le feu est parti"."""
    forms, rules = page.tokens.forms, page.rules
    alone = forms[at] in rules.leaving and forms[at - 1] not in rules.auxiliaries
    return alone and not of_event(page, range(max(clause.words.start, at - SUBJECT), at))


def _of_counted(page: Page, quantity: Quantity, participle: int) -> bool:
    """True for a participle in or right behind the noun of those counted: "12 civils [tués]", "six otages [enlevés]"."""
    counted = quantity.counted or quantity.span
    return counted.start <= page.tokens.starts[participle] <= counted.end + BESIDE


def _harms(page: Page, quantity: Quantity, participle: int) -> bool:
    """True for one that tells what befell those counted: "12 civils [tués]", "12 [blessés]"."""
    inside = page.tokens.starts[participle] < (quantity.counted or quantity.span).end
    return _of_counted(page, quantity, participle) and (inside or quantity.role in HARMED)


def of_event(page: Page, words: range) -> bool:
    """True for words that end with a subject that is an event: where and when it was holds for all that it did ("l'explosion, survenue
    lundi, a fait 12 morts")."""
    first = next((i for i in reversed(words[1:]) if "," in page.tokens.gap(i)), words.start)
    return any(t.cause and t.kind is FormKind.NOUN for t in page.triggers_in(range(first, min(first + SUBJECT, words.stop))))


def of_participle(page: Page, clause: Clause, quantity: Quantity, at: int) -> bool:
    """True for a time or place at `at` of a participle about those counted, where a passive behind it tells what became of them: "21
    soldats blessés [lundi] à [X] ont été évacués jeudi". Of the dead the participle tells it: "tués [lundi], ils ont été inhumés jeudi".
    """
    people = unit_kind(quantity.unit) is UnitKind.PERSON  # drones launched at night are shot down that night
    forms, rules, here = page.tokens.forms, page.rules, page.word_at(at)
    between = range(page.word_at((quantity.counted or quantity.span).end), here)
    left = any(forms[i] in rules.leaving for i in between)  # "deux marins partis [mardi] ont été retrouvés morts"
    if not people or not (left or quantity.role not in {None, DEAD}) or not clause.start <= quantity.span.start < at:
        return False
    if any(forms[i] in rules.auxiliaries or forms[i] in rules.relatives for i in between):
        return False
    verb = next((i for i in range(here + 1, clause.words.stop - 1) if forms[i] in rules.auxiliaries), None)
    if verb is None or not (left or any(is_past(forms[i], page.read.report.language) for i in between)):
        return False
    behind = forms[verb + 1 : min(verb + PASSIVE, clause.words.stop)]
    return BEEN in behind or (quantity.role == FREED and LIBERTY in behind)


def after_death(page: Page, clause: Clause, quantity: Quantity, at: int) -> bool:
    """True for a time or place at `at` of what became of the dead, who are told to be dead before its verb: "trois soldats tués à X ont été
    rapatriés [lundi] à [Y]"; not of "retrouvés morts lundi"."""
    forms, rules, here = page.tokens.forms, page.rules, page.word_at(at)
    died = page.word_at((quantity.counted or quantity.span).end)
    if quantity.role != DEAD or not clause.start <= quantity.span.start < at or died >= here or forms[died] not in rules.killed:
        return False
    verb = next((i for i in range(died + 1, here) if forms[i] in rules.auxiliaries), None)
    return verb is not None and rules.killed.isdisjoint(forms[verb:here])


def finite(page: Page, i: int, clause: Clause) -> bool:
    """True for an auxiliary, an imperfect, a future or a verb of an event at word `i`, behind "ne", "se" or the like."""
    while i < clause.words.stop - 1 and page.tokens.forms[i] in CLITICS:
        i += 1
    form = page.tokens.forms[i]
    finite = any(t.first == i and t.kind is FormKind.FINITE for t in page.triggers_in(range(i, i + 1)))
    return finite or form in page.rules.auxiliaries or IMPERFECT.search(form) is not None


SUBJECT = 3
"""Words in which the noun of a subject stands: "la violente explosion [du dépôt]"."""
BESIDE = 2
"""Characters between a noun and its participle: "12 civils, tués"."""
OLD = frozenset((Precision.YEAR, Precision.MONTH))
DEAD, FREED = "killed", "released"
HARMED = frozenset((DEAD, "wounded", "victim", "missing"))
PASSIVE = 6
"""Words from an auxiliary in which it is told what became of somebody: "ont finalement été", "ont tous recouvré la liberté"."""
AGENT = 8
"""Words from a participle to "depuis", with whoever does it between: "contrôlé par l'armée de ce pays depuis"."""
HOLDING = frozenset(("detained", "missing", None))
"""Roles that last."""
BEEN, LIBERTY = "été", "liberté"
CLITICS = frozenset(("ne", "n", "n'", "se", "s", "s'", "y", "en", "le", "la", "l", "l'", "les", "lui", "leur"))
IMPERFECT = regex.compile(r"(?<=\p{L}{2})(?:ait|aient|era|eront|ira|iront)$")


def _planned(page: Page, at: int) -> int | None:
    """Where the participle of a plan stands right before word `at`: "prévue à", "attendu le"."""
    return next((i for i in range(at - 1, max(0, at - LINK), -1) if page.tokens.forms[i] in page.rules.planned_participles), None)


EARLIER, LINK = 8, 4
"""Words from "avant" to "prévu", from "prévu" to its time."""


def ahead_of(page: Page, start: int) -> bool:
    """True for the date of a vote, a law or the like with which a clause only deals: "à l'approche du scrutin de [mai]", "malgré l'accord
    de [2015]"; not "lors du scrutin de mai"."""
    forms, rules = page.tokens.forms, page.rules
    at = page.word_at(start)
    if (planned := _planned(page, at)) is not None:  # "avant la marche prévue à [14 h], ..."
        return not rules.ahead_of.isdisjoint(forms[max(page.sentences[page.sentence_of(at)].start, planned - EARLIER) : planned])
    noun = next((i for i in range(at - 1, max(0, at - NAMED), -1) if forms[i] in rules.scheduled), 0)
    while noun > 1 and forms[noun - 1] in rules.scheduled:  # "les [élections] présidentielles"
        noun -= 1
    before = noun - 1
    while before > 0 and forms[before] in rules.articles:
        before -= 1
    return before >= 0 < noun and forms[before] in rules.ahead_of
