"""How a clause is put: reported, hearsay, possible, planned; and whether it says yes or no."""

from functools import cache, lru_cache
from itertools import compress, takewhile

import simplemma

from recoupe.claims.attribution import Attributed
from recoupe.claims.clauses import Clause
from recoupe.claims.conditional import Mood, is_conditional
from recoupe.claims.grammar import grammar
from recoupe.claims.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.claims.triggers import Trigger
from recoupe.model import Evidence, Modality, Polarity, Quantity
from recoupe.text import Lookup

OPEN = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY})
"""What a verb of possibility or of plan inside the clause makes more exact; an accusation stays an accusation."""

ANSWERS = OPEN | {Modality.ACCUSATION, Modality.FORECAST, Modality.POSSIBLE}
"""What may be taken for a statement that it is so: what is only wanted, threatened or called false is none."""

TOLD = {Mood.FUTURE_IN_PAST: Modality.FORECAST, Mood.HEARSAY: Modality.HEARSAY}
"""What a conditional makes of what somebody reports: "a annoncé que le pont rouvrirait", "assure que le pont aurait cédé"."""

GOING = 4
"""How many words behind "va" its infinitive may stand ("va sans doute s'alourdir")."""

INSERTED = 5
"""How many words behind an auxiliary its participle may stand."""

OPENING = 3
"""Words at the head of a clause: where "il faut" stands."""

REFUTING = 5
"""Words at most of an answer that only says no: "C'est tout à fait faux"."""

NOBODY = 4
"""How many words before "ne" its subject may begin ("aucune autre école ne")."""

REACH = 7
"""How many words after "ne" the negation may stand."""


def modality(
    page: Page, clause: Clause, source: Attributed | None, quantity: Quantity | None = None
) -> tuple[Modality, tuple[Evidence, ...]]:
    """The modality of a clause, or of one count in it, and the words that give it. (A bare hearsay conditional is an attribution.)"""
    put = source.modality if source else Modality.ASSERTED
    because = tuple(e for e in source.evidence if e.field == "modality") if source else ()
    scope = page.unaffirmed.of(page.word_at(quantity.span.start if quantity else clause.start), quantity)
    planned = put is Modality.FORECAST and (quantity is None or quantity.role is None)  # "prévoit de construire 300 logements"
    if scope is not None and scope.modality is not None and put in ANSWERS and not planned:
        harm = scope.modality is Modality.FORECAST and quantity is not None and quantity.role is not None  # "a prévu de tuer 12 otages"
        wanted = Modality.WISH if harm else scope.modality
        return wanted, (page.evidence("modality", "modality/unaffirmed", page.words_span(scope.words[0], scope.words[0])),)
    if put not in OPEN:
        return put, because
    if put is Modality.REPORTED and quantity is None and page.tokens.forms[clause.words.start] in page.rules.wishing:
        return Modality.WISH, (page.evidence("modality", "modality/wish", page.words_span(clause.words.start, clause.words.start)),)
    if put is Modality.REPORTED and (at := _must(page, clause.words)) is not None:
        return Modality.DEMAND, (page.evidence("modality", "modality/must", page.words_span(at, at)),)
    words = _words(page, clause, quantity)
    if (coloured := _coloured(page, clause, words, quantity)) is not None:
        wanted, at = coloured
        return wanted, (page.evidence("modality", f"modality/{wanted.value}", page.words_span(at, at)),)
    expected = next((t for t in page.triggers_in(words) if _expects(t)), None)
    if expected is not None:
        return Modality.FORECAST, (page.evidence("modality", "modality/expected", page.words_span(expected.first, expected.last)),)
    mood = page.mood_in(clause)
    told = TOLD.get(mood.reading) if mood else None
    if mood is None or told is None or not (put is Modality.REPORTED or told is Modality.FORECAST):
        return put, because
    return told, (page.evidence("modality", "modality/conditional", page.span(mood.start, mood.end)),)


def _coloured(page: Page, clause: Clause, words: range, quantity: Quantity | None) -> tuple[Modality, int] | None:
    """What the first of `words` that colours a clause or a count makes of it, and that word; a plan before a possibility."""
    listed = map(_lists(page.read.report.language).__getitem__, page.tokens.forms[words.start : words.stop])
    coloured = [(colour, i) for i in compress(words, listed) if (colour := _colour(page, i)) is not None]
    if not coloured:
        return None
    others = _other_counts(page, clause, quantity)
    own = page.word_at(quantity.span.start) if quantity else words.stop
    for wanted in (Modality.FORECAST, Modality.POSSIBLE):
        for colour, i in coloured:
            sure = wanted is Modality.FORECAST or i + 1 not in others
            if colour is wanted and sure and not _of_another(page, i, own, others):
                return wanted, i
    return None


def _words(page: Page, clause: Clause, quantity: Quantity | None) -> range:
    """The words that can colour a count: up to the next count, where each has a verb of its own ("en a 20 et doit en livrer 30")."""
    if quantity is None:
        return clause.words
    counts = page.counts(clause)
    if not counts or counts[-1].span.start <= quantity.span.start:
        return clause.words
    at = page.word_at(quantity.span.start)
    following = next((i for q in counts if (i := page.word_at(q.span.start)) > at), None)
    if following is None:
        return clause.words
    joined = next((i for i in range(at, following) if page.tokens.forms[i] in page.rules.joined), following)
    return range(clause.words.start, joined)


def _other_counts(page: Page, clause: Clause, quantity: Quantity | None) -> frozenset[int]:
    """Where the other counts of a clause begin: "deux, peut-être trois" is sure of the first."""
    own = quantity.span.start if quantity else -1
    return frozenset(page.word_at(start) for start in page.counts_in(clause) if start != own) if quantity else frozenset()


def _colour(page: Page, i: int) -> Modality | None:
    """What word `i` makes of its clause."""
    forms, found = page.tokens.forms, _lists(page.read.report.language)[page.tokens.forms[i]]
    if found is None or _is_name(page, i) or _summed(page, i) or (found == Modality.POSSIBLE and _no_doubt(page, i)):
        return None
    if found == "participle":
        return Modality.FORECAST if _still_to_come(page, i) else None
    if found == "going":
        following = takewhile(lambda word: word not in page.rules.near, forms[i + 1 : i + 1 + GOING])
        return Modality.FORECAST if any(len(word) > 3 and word.endswith(page.rules.infinitives) for word in following) else None
    return Modality(found)


def _must(page: Page, words: range) -> int | None:
    """Where somebody says at the head of a clause what is to be done: "il faut fermer 12 ponts", not "il faut dire que"."""
    forms, rules = page.tokens.forms, page.rules
    at = next((i for i in words[: OPENING + 2] if forms[i] in rules.must_now), None)
    if at is None or at + 1 >= len(forms) or forms[at - 1] in rules.particles:
        return None
    return None if not rules.must_think.isdisjoint(forms[at + 1 : at + 3]) else at


def _of_another(page: Page, i: int, own: int, others: frozenset[int]) -> bool:
    """True for a mere participle that another count has: "-14 degrés attendus mardi, deux morts"."""
    planned = page.tokens.forms[i] in page.rules.planned_participles and page.rules.now.isdisjoint(page.tokens.forms[max(0, i - 3) : i])
    return planned and i < own and any(other < i for other in others)


def _still_to_come(page: Page, i: int) -> bool:
    """True for the participle of a plan that stands: "est prévu", and "lancement prévu mardi" where no verb follows; not "comme prévu"."""
    forms, rules = page.tokens.forms, page.rules
    if not rules.now.isdisjoint(forms[max(0, i - 3) : i]):
        return True
    clause = page.clause_at(page.tokens.starts[i])
    bare = clause is not None and i > clause.words.start and not any(forms[j] in rules.auxiliaries for j in clause.words)
    verbal = bare and clause is not None and any(t.kind not in {FormKind.NOUN, FormKind.PARTICIPLE} for t in page.triggers_in(clause.words))
    return bare and not verbal and forms[i - 1] not in rules.as_planned


def _is_name(page: Page, i: int) -> bool:
    """True for a word with a capital inside a sentence: "le Jura", "à Mukera" are no futures. Titles in capitals have no names."""
    tokens = page.tokens
    first, second = tokens.text[tokens.starts[i]], tokens.text[tokens.starts[i] + 1 : tokens.ends[i]]
    return first.isupper() and not second.isupper() and i > 0 and tokens.gap(i) in {" ", "'"}


def _no_doubt(page: Page, i: int) -> bool:
    """True for what is denied ("ne peut") and for a noun ("le risque")."""
    forms, rules = page.tokens.forms, page.rules
    if i == 0:
        return False
    return forms[i - 1] in rules.particles or (forms[i] in rules.homographs and forms[i - 1] in rules.articles | rules.before_nouns)


def _expects(trigger: Trigger) -> bool:
    """True for a verb of expecting: "table sur", "s'attend à"."""
    return trigger.group.type == "FORECAST" and trigger.kind is not FormKind.NOUN


def _summed(page: Page, i: int) -> bool:
    """True for the future perfect that sums up ("aura fait 12 morts"), not one with a date to come ("d'ici à 2030, 12 auront fermé")."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] not in rules.have:
        return False
    clause = page.clause_at(page.tokens.starts[i])
    words = clause.words if clause else range(i, len(forms))
    ahead = any(forms[j] in rules.ahead for j in words)
    return not ahead and any(_participle(forms[j], page.read.report.language) for j in _behind(page, range(i, words.stop), rules.have))


@cache
def _lists(language: str) -> Lookup[str | None]:
    return Lookup(lambda form: _listed(form, language), 50_000)


def _listed(form: str, language: str) -> str | None:
    """The list of the grammar that holds `form`, or "forecast" for a future."""
    rules = grammar(language)
    if form in rules.possible:
        return Modality.POSSIBLE
    if form in rules.planned or _future(form, language, rules.futures):
        return Modality.FORECAST
    if form in rules.planned_participles:
        return "participle"
    return "going" if form in rules.going else None


def _future(form: str, language: str, endings: tuple[str, ...]) -> bool:
    """True for a future, which has the stem of the conditional: "sera", "livrera"; not "livra", "entrez", "caméra"."""
    ending = next((e for e in endings if form.endswith(e)), None)
    return ending is not None and is_conditional(form[: len(form) - len(ending)] + "rait", language)


def happened(page: Page, words: range) -> bool:
    """True if the first auxiliary of `words` has a participle: "a appelé", "ont été touchés", "ont pu être évacués".

    Not of a state: "a manqué de temps".
    """
    forms, rules = page.tokens.forms, page.rules
    at = next(iter(_behind(page, words, rules.auxiliaries)), None)
    language = page.read.report.language
    if at is None:
        return False
    if forms[at] in rules.states:
        return at + 2 < words.stop and forms[at + 1] in rules.be and _participle(forms[at + 2], language)
    return _participle(forms[at], language) or (forms[at - 1] in rules.have and forms[at].endswith(rules.behind_have))


def befell(page: Page, clause: Clause) -> bool:
    """True for what has happened in the course of an event: neither what had been before it nor what has not been done."""
    had = any(page.tokens.forms[i] in page.rules.had for i in clause.words)
    return not had and _denied(page, clause) is None and happened(page, clause.words)


def refused(page: Page, clause: Clause) -> bool:
    """True if somebody says what he will not do: "nous ne céderons pas", not "les écoles ne rouvriront pas"."""
    return _denial(page, clause) is not None and not page.rules.speaking.isdisjoint(page.tokens.forms[i] for i in clause.words)


def judged(page: Page, words: range) -> bool:
    """True if the first verb of being says now what something is or is not ("est un succès", "reste sûr"), or what must be done."""
    forms, rules = page.tokens.forms, page.rules
    if any(forms[i] in rules.must for i in words[: OPENING + 2]):
        return True
    return any(
        forms[i] not in rules.near | rules.of and not forms[i].isdigit() and not _participle(forms[i], page.read.report.language)
        for i in _behind(page, words, rules.is_now)
    )


def felt(page: Page, words: range) -> bool:
    """True for a feeling that is expressed: "a dit son étonnement"."""
    return any(page.tokens.forms[i] in page.rules.feelings for i in words[:OPENING])


def _behind(page: Page, words: range, verbs: frozenset[str]) -> range:
    """The word behind the first verb of `verbs`, and behind the adverbs that follow it; empty where `words` have another verb before."""
    forms, rules = page.tokens.forms, page.rules
    verb = words[1:] if words and page.tokens.text[page.tokens.starts[words[0]]].isupper() else words  # "A Lyon, le pont a cédé"
    at = next((i for i in verb if forms[i] in rules.auxiliaries or forms[i] in rules.is_now), None)
    if at is None or forms[at] not in verbs:
        return range(0)
    behind = range(at + 1, min(at + 1 + INSERTED, words.stop))
    first = next((i for i in behind if forms[i] not in rules.inserted and not forms[i].endswith(rules.adverbs)), None)
    return range(first, first + 1) if first is not None else range(0)


@lru_cache(maxsize=50_000)
def _participle(form: str, language: str) -> bool:
    """True for a form that only a participle has at this place, or that the dictionary has of a verb."""
    rules = grammar(language)
    lemma: str = simplemma.lemmatize(form, lang=language)
    return form.endswith(rules.participles) or (lemma != form and lemma.endswith(rules.infinitives))


def participle_before(page: Page, i: int) -> int | None:
    """The participle without an auxiliary to which word `i` belongs: "les otages enlevés mardi", not "ont été enlevés mardi"."""
    forms, rules = page.tokens.forms, page.rules
    for at in range(i - 1, max(-1, i - 1 - INSERTED), -1):
        if not page.tokens.gap(at + 1).isspace():
            return None
        if len(forms[at]) > GOING - 1 and _participle(forms[at], page.read.report.language):
            before = next((j for j in range(at - 1, max(-1, at - INSERTED), -1) if not _between(page, j)), at)
            return None if forms[before] in rules.auxiliaries else at
    return None


def _between(page: Page, i: int) -> bool:
    """True for an adverb that may stand between an auxiliary and its participle."""
    return page.tokens.forms[i] in page.rules.inserted or page.tokens.forms[i].endswith(page.rules.adverbs)


def refuting(page: Page, words: range) -> bool:
    """True for an answer that only says no: "Faux", "C'est un mensonge"."""
    forms = page.tokens.forms
    return len(words) <= REFUTING and forms[words[-1]] in page.rules.refuting and not any(forms[i] in page.rules.negations for i in words)


def polarity(page: Page, clause: Clause, quantity: Quantity | None) -> tuple[Polarity, tuple[Evidence, ...]]:
    """NEGATIVE where the clause itself says that it is not so; a count of 0 is a positive statement of zero.

    What is told over several clauses is not denied by one of them, nor is a count by what stands beyond a comma.
    """
    denial = _denied(page, clause)
    zero = quantity is not None and quantity.high == 0
    if denial is None or zero or (quantity is not None and _apart(page, denial, page.word_at(quantity.span.start))):
        return Polarity.POSITIVE, ()
    return Polarity.NEGATIVE, (page.evidence("polarity", "polarity/negation", page.words_span(*denial)),)


def _apart(page: Page, denial: tuple[int, int], at: int) -> bool:
    """True if a comma stands between a denial and a count: "sans avoir dit non, il a réuni 300 voix"."""
    first, last = (denial[1], at) if at > denial[1] else (at, denial[0])
    return any("," in page.tokens.gap(i) for i in range(first + 1, last + 1))


def _denied(page: Page, clause: Clause) -> tuple[int, int] | None:
    """The denial of one clause; what is told over several is not denied by one of them."""
    return _denial(page, clause) if clause in page.clauses_between(clause.start, clause.end) else None


def _denial(page: Page, clause: Clause) -> tuple[int, int] | None:
    """First and last word of "ne ... pas" in a clause, or of "rien ne", "personne ne", "aucun X ne"."""
    forms, rules = page.tokens.forms, page.rules
    if rules.particles.isdisjoint(forms[clause.words.start : clause.words.stop]):
        return None
    for i in clause.words:
        if forms[i] in rules.particles:
            for j in range(i + 1, min(i + REACH, clause.words.stop)):
                if forms[j] in rules.negations and forms[j + 1 : j + 2] and forms[j + 1] in rules.not_negated:
                    return None
                if forms[j] == "plus" and forms[j + 1 : j + 2] in (("que",), ("qu",)):
                    break  # "il ne reste plus que quatre otages": four do
                if forms[j] in rules.negations:
                    return i, j
            nobody = next((j for j in range(i - 1, max(clause.words.start, i - NOBODY) - 1, -1) if forms[j] in rules.nobody), None)
            if nobody is not None:
                return nobody, i
    return None
