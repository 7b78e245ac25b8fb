"""How a clause is put: reported, hearsay, possible, planned."""

from recoupe.claims.attribution import Attributed
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.happened import happened
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.participles import INSERTED, behind, is_participle
from recoupe.claims.modality.colours import GOING, coloured, endangered, listed_under, words_of
from recoupe.claims.modality.conditional import Mood, is_future
from recoupe.claims.modality.polarity import denial_of, denied
from recoupe.claims.modality.settled import PLANNED, TAKEN, aside, is_settled, is_told, told_outright
from recoupe.claims.modality.uttered import UTTERED, retaliates
from recoupe.claims.modality.wanted import demanded, must, supposes, wanted_by
from recoupe.claims.page import Page
from recoupe.claims.types.measures import measured
from recoupe.claims.types.triggers import Trigger
from recoupe.claims.unaffirmed.scopes import Reach
from recoupe.model import Evidence, Modality, Quantity

OPEN = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY})
"""What a verb of possibility or of plan inside the clause makes more exact; an accusation stays an accusation."""

ANSWERS = OPEN | {Modality.ACCUSATION, Modality.FORECAST, Modality.POSSIBLE}
"""What may be taken for a statement that it is so: what is only wanted, threatened or called false is none."""

TOLD = {Mood.FUTURE_IN_PAST: Modality.FORECAST, Mood.HEARSAY: Modality.HEARSAY}
"""What a conditional makes of what somebody reports: "a annoncé que le pont rouvrirait", "assure que le pont aurait cédé"."""

CALLS = frozenset({Modality.DEMAND, Modality.WISH, Modality.THREAT})
"""What is done about somebody, and not what he is charged with."""

COULD = 10
"""Words behind a count in which "ont pu être" stands."""
HARMED = frozenset({"killed", "wounded"})
"""Of whom nobody tells a plan that stands."""

OPENING = 3
"""Words at the head of a clause: where "il faut" stands."""

REFUTING = 5
"""Words at most of an answer that only says no: "C'est tout à fait faux"."""


def modality(
    page: Page, clause: Clause, source: Attributed | None, quantity: Quantity | None = None
) -> tuple[Modality, tuple[Evidence, ...]]:
    """The modality of a clause, or of one count in it, and the words that give it. (A bare hearsay conditional is an attribution.)"""
    put = source.modality if source else Modality.ASSERTED
    because = tuple(e for e in source.evidence if e.field == "modality") if source else ()
    scope = page.unaffirmed.of(page.word_at(quantity.span.start if quantity else clause.start), quantity)
    if scope is not None and scope.modality is Modality.DENIED and source is not None and _is_of_another(page, scope.words, source):
        scope = None
    if scope is not None and scope.modality is Modality.HEARSAY and put is Modality.REPORTED:
        scope = None  # "« Il paraît que douze élèves sont malades », dit une mère": hers
    if scope is not None and scope.modality in PLANNED and scope.words.start < clause.words.start and is_told(page, clause):
        scope = None  # "veut rouvrir la mine | qui a tué 40 ouvriers"
    planned = put is Modality.FORECAST and (quantity is None or quantity.role is None)  # "prévoit de construire 300 logements"
    behind = scope is not None and scope.modality is Modality.ACCUSATION and put in CALLS  # "réclame la libération d'un homme accusé de"
    if scope is not None and scope.modality is not None and (put in ANSWERS or behind) and not planned:
        aimed = scope.modality is Modality.FORECAST and scope.reach is not Reach.ALL
        harm = aimed and quantity is not None and quantity.role in HARMED  # "a prévu de tuer 12 otages"
        wanted = Modality.WISH if harm else scope.modality
        return wanted, (page.evidence("modality", "modality/unaffirmed", page.words_span(scope.words[0], scope.words[0])),)
    if quantity is not None and is_settled(page, clause, quantity):
        return (Modality.REPORTED, ()) if put in TAKEN else (put, because)
    if put not in OPEN:
        threat = retaliates(page, clause, source) if put is Modality.FORECAST and source is not None else None
        return (put, because) if threat is None else _found(page, Modality.THREAT, "threat", threat)
    if quantity is not None and quantity.role in HARMED and (may := _may_have(page, clause, quantity)) is not None:
        return _found(page, Modality.POSSIBLE, "possible", may)
    beside = aside(page, clause, quantity) if quantity is not None else None
    if put is Modality.HEARSAY and quantity is not None and _unheard(page, clause, quantity, (source, beside)):
        put, because = Modality.REPORTED, ()
    if put is Modality.ASSERTED and quantity is not None and (call := _called_for(page, clause, page.rules.speaking)) is not None:
        return call
    said = _said(page, clause, source, quantity) if put is Modality.REPORTED else None
    return said or _by_verb(page, clause, quantity, (put, beside)) or (put, because)


def _unheard(page: Page, clause: Clause, quantity: Quantity, told: tuple[Attributed | None, range | None]) -> bool:
    """True for a count that the conditional in what somebody says is not of: in an aside, or with a verb of its own. `told`: both."""
    source, beside = told
    if beside is not None and not _hears(page, clause, beside):
        return True
    if source is None or not source.attribution.rule.endswith("/selon") or page.tokens.forms[clause.words.start] in page.rules.thats:
        return False  # "Selon X, il aurait dit | qu'il y avait 12 morts"
    return told_outright(page, clause, quantity)


def _may_have(page: Page, clause: Clause, quantity: Quantity) -> int | None:
    """The word that leaves open what befell those counted: "12 civils ont [pu] être tués"; those rescued "ont pu être évacués" indeed."""
    forms, rules, at = page.tokens.forms, page.rules, page.word_at(quantity.span.end)
    if rules.could.isdisjoint(forms[at : clause.words.stop]):
        return None
    for i in range(at + 1, min(clause.words.stop, at + COULD) - 1):
        if forms[i] in rules.could and forms[i - 1] in rules.auxiliaries and not rules.be_infinitive.isdisjoint(forms[i + 1 : i + 3]):
            return None if any(form.startswith(rules.tended) for form in forms[i + 2 : i + 5]) else i  # "12 corps ont pu être identifiés"
    return None


def _is_of_another(page: Page, denied: range, source: Attributed) -> bool:
    """Whether the words of one who does not say so himself are called false: "le chiffre de 40 avancé par l'opposition est faux"."""
    said = source.attribution
    if any(page.word_at(c.start) < denied.start <= page.word_at(c.end) for c in said.content):
        return False  # "Il est faux que [12 personnes soient mortes], dit le maire"
    end = max((c.end for c in said.content), default=0)
    return page.word_at(said.cue.start) in denied and (denied.stop >= len(page.tokens.starts) or end <= page.tokens.starts[denied.stop])


SAID = (*UTTERED, (demanded, Modality.DEMAND), (supposes, Modality.POSSIBLE))
"""What the words of a report make of it, in this order."""

Put = tuple[Modality, tuple[Evidence, ...]]


def _found(page: Page, wanted: Modality, rule: str, first: int, last: int | None = None) -> Put:
    return wanted, (page.evidence("modality", f"modality/{rule}", page.words_span(first, first if last is None else last)),)


def _said(page: Page, clause: Clause, source: Attributed | None, quantity: Quantity | None) -> Put | None:
    """What the words of what is reported make of it themselves."""
    forms, head = page.tokens.forms, clause.words.start
    if quantity is None and forms[head] in page.rules.wishing:
        return _found(page, Modality.WISH, "wish", head)
    if (call := _called_for(page, clause, page.rules.speaking | page.rules.anybody)) is not None:
        return call
    if source is None:
        return None
    read = ((wanted, utters(page, clause, source)) for utters, wanted in SAID)
    put = next((_found(page, wanted, wanted.value, at) for wanted, at in read if at is not None), None)
    ahead = _to_be_said(page, source) if put is None else None
    return put if ahead is None else _found(page, Modality.FORECAST, "to_be_said", ahead)


def _called_for(page: Page, clause: Clause, speaking: frozenset[str]) -> Put | None:
    """What those who speak wish or demand, and what they say must be done."""
    if (own := wanted_by(page, clause, speaking)) is not None:
        return _found(page, own[1], own[1].value, own[0])
    at = must(page, clause.words)
    return None if at is None else _found(page, Modality.DEMAND, "must", at)


def _to_be_said(page: Page, source: Attributed) -> int | None:
    """The future of a verb of saying: "présentera un plan", "sera reconnu par l'État"."""
    cue, rules = source.attribution.cue, page.rules
    words = range(page.word_at(cue.start), page.word_at(cue.end))
    return next((i for i in words if is_future(page.tokens.forms[i], page.read.report.language, rules.futures)), None)


def _by_verb(page: Page, clause: Clause, quantity: Quantity | None, how: tuple[Modality, range | None]) -> Put | None:
    """What a verb or an adverb makes of a clause or a count: a future, "peut", a conditional. `how`: how it is put so far, its aside."""
    put, beside = how
    words = words_of(page, clause, quantity) if beside is None else _within(clause.words, beside)
    colour = coloured(page, clause, words, quantity) or listed_under(page, clause, quantity) or endangered(page, clause, quantity)
    if colour is not None:
        return _found(page, colour[0], colour[0].value, colour[1])
    expected = next((t for t in page.triggers_in(words) if _expects(t)), None)
    if expected is not None:
        return _found(page, Modality.FORECAST, "expected", expected.first, expected.last)
    mood = None if quantity is not None and told_outright(page, clause, quantity) else page.mood_in(clause)
    told = TOLD.get(mood.reading) if mood and (beside is None or _hears(page, clause, beside)) else None
    if mood is None or told is None or not (put is Modality.REPORTED or told is Modality.FORECAST):
        return None
    return told, (page.evidence("modality", "modality/conditional", page.span(mood.start, mood.end)),)


def _within(words: range, others: range) -> range:
    return range(max(words.start, others.start), min(words.stop, others.stop))


def _hears(page: Page, clause: Clause, words: range) -> bool:
    """True if the conditional of a clause stands among `words`."""
    mood = page.mood_in(clause)
    return mood is not None and page.word_at(mood.start) in words


def _expects(trigger: Trigger) -> bool:
    """True for a verb of expecting: "table sur", "s'attend à"."""
    return trigger.group.type == "FORECAST" and trigger.kind is not FormKind.NOUN


def befell(page: Page, clause: Clause) -> bool:
    """True for what has happened in the course of an event: not what was before it or was not done, nor a message or a measure."""
    forms, rules = page.tokens.forms[clause.words.start : clause.words.stop], page.rules
    if not (rules.had.isdisjoint(forms) and rules.messages.isdisjoint(forms)) or measured(page, clause.words):
        return False
    return denied(page, clause) is None and happened(page, clause.words)


def refused(page: Page, clause: Clause) -> bool:
    """True if somebody says that he will not give way: "nous ne céderons pas"; not "nous ne paierons pas"."""
    forms, rules = page.tokens.forms[clause.words.start : clause.words.stop], page.rules
    own = not rules.selves.isdisjoint(forms) and any(form.startswith(rules.yielding) for form in forms)
    return own and denial_of(page, clause) is not None


def judged(page: Page, words: range) -> bool:
    """True if the first verb of being says now what something is or is not ("est un succès", "reste sûr"), or what must be done."""
    forms, rules = page.tokens.forms, page.rules
    if any(forms[i] in rules.must for i in words[: OPENING + 2]):
        return True
    return any(
        values(page, words, i)
        or (
            forms[i] not in rules.unjudging
            and forms[i - 2] not in rules.reflexives  # "s'est produit"
            and not _is_somebody(page, i)
            and not forms[i].isdigit()
            and not is_participle(forms[i], page.read.report.language)
        )
        for i in behind(page, words, rules.is_now)
    )


def _is_somebody(page: Page, i: int) -> bool:
    """True for who somebody is: "est un employé de la mairie"; not "est un menteur"."""
    named = page.tokens.forms[i + 1 : i + 3]
    return page.tokens.forms[i] in page.rules.indefinite and any(map(lexicon(page.read.report.language).words.somebody, named))


def values(page: Page, words: range, i: int) -> bool:
    """True if word `i` says what something is worth ("inutile"), or how those who speak feel ("nous sommes épuisés")."""
    form, rules = page.tokens.forms[i], page.rules
    return form in rules.worth or (form in rules.moved and not rules.selves.isdisjoint(page.tokens.forms[words.start : i]))


def felt(page: Page, words: range) -> bool:
    """True for a feeling that is expressed: "a dit son étonnement"."""
    return any(page.tokens.forms[i] in page.rules.feelings for i in words[:OPENING])


def participle_before(page: Page, i: int) -> int | None:
    """The participle without an auxiliary to which word `i` belongs: "les otages enlevés mardi", not "ont été enlevés mardi"."""
    forms, rules = page.tokens.forms, page.rules
    for at in range(i - 1, max(-1, i - 1 - INSERTED), -1):
        if not page.tokens.gap(at + 1).isspace():
            return None
        if len(forms[at]) > GOING - 1 and is_participle(forms[at], page.read.report.language):
            before = next((j for j in range(at - 1, max(-1, at - INSERTED), -1) if not _between(page, j)), at)
            return None if forms[before] in rules.auxiliaries else at
    return None


def _between(page: Page, i: int) -> bool:
    """True for an adverb that may stand between an auxiliary and its participle."""
    return page.tokens.forms[i] in page.rules.inserted or page.tokens.forms[i].endswith(page.rules.adverbs)


def refuting(page: Page, words: range) -> bool:
    """True for an answer that only says no: "Faux", "C'est un mensonge"."""
    forms = page.tokens.forms
    short = len(words) <= REFUTING and (forms[words[-1]] in page.rules.refuting or any(forms[i] in page.rules.untruths for i in words))
    return short and not any(forms[i] in page.rules.negations for i in words)
