"""Words that colour their clause or a count in it: a future, a plan, "peut", "peut-être", "sont priés de"."""

from functools import cache
from itertools import compress, takewhile

import regex

from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.numerals import COUNT as NUMERALS
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.participles import behind, is_participle
from recoupe.claims.grammar.words import grammar
from recoupe.claims.modality.conditional import is_future
from recoupe.claims.page import Page
from recoupe.model import Modality, Quantity
from recoupe.text import Lookup

DEGREE = 4
"""Words before "possible" among which its degree stands."""

GOING = 4
"""How many words behind "va" its infinitive may stand ("va sans doute s'alourdir")."""

BY = 2
"""Words from "d'ici" to the time: "d'ici à la fin de mai"."""

RULED = 6
"""How many words before what is ruled out its denial may stand ("ne peut pas encore être exclu")."""

ENDANGERED = frozenset({"job"})
"""Units of what may be lost."""

APART = frozenset(",(«“")
"""What opens a part that is told besides."""

NUMBER = regex.compile(NUMERALS)
"""A number at the head of a noun phrase."""

FORECAST = "FORECAST"
"""The type of what is expected."""

COUNT = 12
"""Characters in which a count begins that "pour" leads to."""


def coloured(page: Page, clause: Clause, words: range, quantity: Quantity | None) -> tuple[Modality, int] | None:
    """What the first of `words` that colours a clause or a count makes of it, and that word; a plan before a possibility."""
    listed = map(_lists(page.read.report.language).__getitem__, page.tokens.forms[words.start : words.stop])
    found = [(colour, i) for i in compress(words, listed) if (colour := _colour(page, i)) is not None]
    if not found:
        return None
    others = _other_counts(page, clause, quantity)
    own = page.word_at(quantity.span.start) if quantity else words.stop
    for wanted in (Modality.DEMAND, Modality.FORECAST, Modality.POSSIBLE):
        for colour, i in found:
            sure = wanted is Modality.FORECAST or not (
                i + 1 in others or _of_next(page, i, own) or _apposed(page, clause, i, own) or _of_noun(page, i, own)
            )
            if colour is wanted and sure and not _of_another(page, i, own, others) and _may(page, clause, i, own):
                return wanted, i
    return None


def _of_next(page: Page, i: int, own: int) -> bool:
    """Whether what may be is another number than the one told before: "une dizaine de blessés, peut-être [quinze]"."""
    found = page.tokens
    if not own < i or i + 1 >= len(found.forms) or "," not in found.gap(i - 1) + found.gap(i):
        return False
    return NUMBER.match(found.text, found.starts[i + 1]) is not None


def _of_noun(page: Page, i: int, own: int) -> bool:
    """Whether only a noun or its cause may be, not what is counted: "300 ont défilé contre une éventuelle fermeture", "12 morts dans une
    explosion probablement due au gaz"; but "évoque l'éventuelle fermeture de 12 écoles"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] in rules.supposable:
        return forms[i - 1] in rules.articles | rules.indefinite and (own < i or has_verb(page, range(i + 1, own)))
    caused = not (rules.by | rules.dealt).isdisjoint(forms[i + 2 : i + 3]) and is_participle(forms[i + 1], page.read.report.language)
    return caused and forms[i - 1] not in rules.finite | rules.auxiliaries


def _apposed(page: Page, clause: Clause, i: int, own: int) -> bool:
    """Whether what may be stands in a part without a verb beside a count: "40 marcheurs, peut-être des Belges, [sont partis]"."""
    found, words = page.tokens, clause.words
    begin = next((j for j in range(i, words.start, -1) if not APART.isdisjoint(found.gap(j))), None)
    if begin is None:
        return False
    part = range(begin, next((j for j in range(i + 1, words.stop) if not APART.isdisjoint(found.gap(j))), words.stop))
    if own in part or len(part) == 1:  # "a trouvé, peut-être, 12 armes"
        return False
    forms = found.forms[part.start : part.stop]  # but "le choc, vraisemblablement dû au gel, a fait 12 morts"
    of_cause = i == begin and len(part) > 2 and forms[2] in page.rules.by | page.rules.to_do
    told = not of_cause and any(is_participle(form, page.read.report.language) for form in forms)
    return not (told or has_verb(page, part[2 * of_cause :]))


def _may(page: Page, clause: Clause, i: int, own: int) -> bool:
    """False for a participle of possibility, but where it ends what is told of a count: "227 loups pouvant être abattus"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] not in rules.able:
        return True
    behind = forms[i + 1 : clause.words.stop]
    return own < i and not rules.infinite.isdisjoint(behind[:1]) and rules.finite.isdisjoint(behind)


def listed_under(page: Page, clause: Clause, quantity: Quantity | None) -> tuple[Modality, int] | None:
    """What a verb makes of the counts without a verb that its colon brings: "Il gèlera fort : de -8 à -11 degrés vendredi"."""
    found, rules = page.tokens, page.rules
    verbless = (
        quantity is not None and quantity.role is None and rules.finite.isdisjoint(found.forms[clause.words.start : clause.words.stop])
    )
    if not verbless or ":" not in found.gap(clause.words.start) or clause.words.start == page.sentences[clause.sentence].start:
        return None
    before = page.clause_at(clause.start - 1)
    ahead = coloured(page, before, before.words, None) if before is not None and not page.counts(before) else None
    return ahead if ahead is not None and ahead[0] is Modality.FORECAST else None


def endangered(page: Page, clause: Clause, quantity: Quantity | None) -> tuple[Modality, int] | None:
    """What may be lost, what is taken to be so: "300 emplois sont menacés", "12 marins sont présumés morts"; not "300 emplois menacés"."""
    if quantity is None:
        return None
    forms, rules, words = page.tokens.forms, page.rules, range(page.word_at(quantity.span.start) + 2, clause.words.stop)
    listed = rules.endangered | rules.presumed if quantity.unit in ENDANGERED else rules.presumed
    at = next((i for i in words if forms[i] in listed and not rules.now.isdisjoint(forms[i - 2 : i])), None)
    return (Modality.POSSIBLE, at) if at is not None else None


def words_of(page: Page, clause: Clause, quantity: Quantity | None) -> range:
    """The words that can colour a count: up to the next count, where each has a verb of its own ("en a 20 et doit en livrer 30").

    "De 20 à 30" share one; before the main verb behind a relative clause end the words of a count in it.
    """
    if quantity is None:
        return clause.words
    if clause.relative and (resumed := _resumed(page, clause, page.word_at(quantity.span.start))) is not None:
        return range(clause.words.start, resumed)
    if clause.relative and (main := _main(page, clause, page.word_at(quantity.span.start))) is not None:
        return range(main, clause.words.stop)
    counts = page.counts(clause)
    at = page.word_at(quantity.span.start)
    if not counts or counts[-1].span.start <= quantity.span.start:
        return range(clause.words.start, _next_verb(page, clause, at))
    after = ((q, page.word_at(q.span.start)) for q in counts if q.span.start > quantity.span.start)
    following = next((i for q, i in after if not (q.unit == quantity.unit and page.tokens.forms[i - 1] in page.rules.away)), None)
    if following is None:
        return clause.words
    joined = next((i for i in range(at, following) if page.tokens.forms[i] in page.rules.joined), following)
    aside = "(" in page.tokens.gap(at)  # "148 candidats (48 %) et 21 élèves connaîtront"
    parted = aside or has_verb(page, range(clause.words.start, joined))  # "trois ponts et deux routes seront fermés" have one verb
    return range(clause.words.start, joined) if parted else clause.words


def _next_verb(page: Page, clause: Clause, at: int) -> int:
    """Where another verb of the same subject begins behind a count: "a accueilli 2 millions de visiteurs | et table sur 3 millions"."""
    forms, rules, stop = page.tokens.forms, page.rules, clause.words.stop
    behind = forms[at + 1 : stop]
    if rules.joined.isdisjoint(behind):
        return stop
    known = _lists(page.read.report.language)
    if not any(map(known.__getitem__, behind)) and not any(t.group.type == FORECAST for t in page.triggers_in(range(at + 1, stop))):
        return stop  # as nearly always: nothing behind it could colour it
    for i in range(at + 1, stop - 1):
        if forms[i] in rules.joined and _is_verb(page, i + 1):
            return i if has_verb(page, range(clause.words.start, at)) else stop
    return stop


def _is_verb(page: Page, i: int) -> bool:
    verb = range(i, i + 1)
    return any(t.kind is FormKind.FINITE for t in page.triggers_in(verb)) or has_verb(page, verb)


def _resumed(page: Page, clause: Clause, at: int) -> int | None:
    """Where a coloured main verb follows a relative clause with a count: "l'usine, qui emploie 300 ouvriers, | devrait fermer"."""
    forms, rules, known = page.tokens.forms, page.rules, _lists(page.read.report.language)
    for i in range(at + 1, clause.words.stop):
        if "," in page.tokens.gap(i) and known[forms[i + 1 if forms[i] in rules.particles else i]] is not None:
            return i
    return None


def _main(page: Page, clause: Clause, at: int) -> int | None:
    """Where the main verb behind a relative clause stands before a count: "la salle, qui devait ouvrir en mai, | compte 200 places"."""
    language = page.read.report.language
    commas = (i for i in range(clause.words.start + 1, at) if "," in page.tokens.gap(i))
    return next((i for i in commas if has_verb(page, range(i, i + 1)) or is_infinitive(f"{page.tokens.forms[i]}r", language)), None)


def _other_counts(page: Page, clause: Clause, quantity: Quantity | None) -> frozenset[int]:
    """Where the other counts of a clause begin: "deux, peut-être trois" is sure of the first."""
    own = quantity.span.start if quantity else -1
    return frozenset(page.word_at(start) for start in page.counts_in(clause) if start != own)


def _colour(page: Page, i: int) -> Modality | None:
    """What word `i` makes of its clause."""
    forms, found = page.tokens.forms, _lists(page.read.report.language)[page.tokens.forms[i]]
    if found is None or _supposed(page, i) or _is_name(page, i) or _summed(page, i) or (found == Modality.POSSIBLE and _no_doubt(page, i)):
        return None
    if forms[i] in page.rules.homographs and forms[i - 1] in page.rules.before_nouns:
        return None  # "marched against plans to raise the age"
    if found == "participle":
        return Modality.FORECAST if _still_to_come(page, i) and not _holding(page, i) else None
    if found == "ruled_out":
        return Modality.POSSIBLE if not page.rules.particles.isdisjoint(forms[max(0, i - RULED) : i]) else None
    if found == "urged":
        return Modality.DEMAND if _urged(page, i) else None
    if found == "by then":
        return Modality.FORECAST if _by_then(page, i) else None
    if found == "going":
        words = range(i + 1, min(i + 1 + GOING, len(forms)))
        following = takewhile(lambda n: forms[n] not in page.rules.near and "," not in page.tokens.gap(n), words)
        return Modality.FORECAST if any(is_infinitive(forms[n], page.read.report.language) for n in following) else None
    surmised = any(page.tokens.phrase(i, words) for words in page.rules.surmised)  # "il doit y avoir 100 morts"
    return Modality.POSSIBLE if surmised else Modality(found)


def _by_then(page: Page, i: int) -> bool:
    """True for the "ici" of "d'ici juin", before a time: what is told is to come; not of what only may be."""
    clause = page.clause_at(page.tokens.starts[i])
    if clause is not None and not page.rules.possible.isdisjoint(page.tokens.forms[clause.words.start : clause.words.stop]):
        return False
    ends = page.tokens.ends[min(i + BY, len(page.tokens.ends) - 1)]
    return page.tokens.forms[i - 1] in page.rules.of and any(
        when.span is not None and when.span.end > page.tokens.starts[i] and when.span.start <= ends for when in page.read.reading.whens
    )


def _supposed(page: Page, i: int) -> bool:
    """True for what stands right behind "si": "s'il devait pleuvoir" plans nothing."""
    return supposed(page, range(max(0, i - 2), i))


def supposed(page: Page, words: range) -> bool:
    """True if "si" stands among `words`; not of "s'est"."""
    return any(page.tokens.phrase(i, si) for i in words for si in page.rules.if_)


def _holding(page: Page, i: int) -> bool:
    """True for how many something is made for, which is no plan: "un camp prévu pour 3.000 familles"."""
    start, forms = page.tokens.starts[i + 2 : i + 3], page.tokens.forms
    if not page.rules.now.isdisjoint(forms[max(0, i - 3) : i]):
        return False
    return any(form in page.rules.for_ for form in forms[i + 1 : i + 2]) and bool(start and page.counts_between(start[0], start[0] + COUNT))


def _urged(page: Page, i: int) -> bool:
    """True for what people are asked to do: "les habitants sont priés de rester chez eux"; "ont été priés" tells what was done."""
    forms, rules = page.tokens.forms, page.rules
    asked = not rules.now.isdisjoint(forms[max(0, i - 2) : i]) and forms[i + 1 : i + 2] and forms[i + 1] in rules.to_do
    return bool(asked) and any(form.endswith(rules.infinitives) for form in forms[i + 2 : i + 5])


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
    if clause is None or page.mood_in(clause) is not None:  # "l'économie attendue serait de 2 milliards"
        return False
    if i == clause.words.start or forms[i - 1] in rules.as_planned or page.has_auxiliary(clause.words):
        return False
    if any(t.kind not in {FormKind.NOUN, FormKind.PARTICIPLE} for t in page.triggers_in(clause.words)):
        return False
    comma = next((j for j in range(i + 1, clause.words.stop) if "," in page.tokens.gap(j)), None)
    return comma is None or not has_verb(page, range(comma, clause.words.stop))  # not "avant la marche prévue à 14 h, on comptait 30 cars"


def _is_name(page: Page, i: int) -> bool:
    """True for a word with a capital inside a sentence: "le Jura", "à Mukera" are no futures. Titles in capitals have no names."""
    tokens = page.tokens
    first, second = tokens.text[tokens.starts[i]], tokens.text[tokens.starts[i] + 1 : tokens.ends[i]]
    return first.isupper() and not second.isupper() and i > 0 and tokens.gap(i) in {" ", "'"}


def _no_doubt(page: Page, i: int) -> bool:
    """True for what is denied ("ne peut"), for a noun ("le risque") and for what is said of another noun ("en lien possible avec")."""
    forms, rules = page.tokens.forms, page.rules
    if i == 0:
        return False
    if forms[i - 1] in rules.doubtful or (forms[i] in rules.utmost and _utmost(page, i)):
        return True
    return forms[i - 1] in rules.particles or (forms[i] in rules.homographs and forms[i - 1] in rules.articles | rules.before_nouns)


def _utmost(page: Page, i: int) -> bool:
    """True for "le plus vite possible", "dès que possible"; not "c'est plus facile, c'est possible", "n'est plus possible"."""
    before, rules = page.tokens.forms[max(0, i - DEGREE) : i], page.rules
    told = not rules.finite.union(rules.particles).isdisjoint(before)
    return before[-1:] in rules.degrees_right or not (told or rules.degrees.isdisjoint(before))


def _summed(page: Page, i: int) -> bool:
    """True for the future perfect that sums up ("aura fait 12 morts"), not one with a date to come ("d'ici à 2030, 12 auront fermé")."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] not in rules.have:
        return False
    clause = page.clause_at(page.tokens.starts[i])
    words = clause.words if clause else range(i, len(forms))
    ahead = any(forms[j] in rules.ahead for j in words)
    return not ahead and any(is_participle(forms[j], page.read.report.language) for j in behind(page, range(i, words.stop), rules.have))


@cache
def _lists(language: str) -> Lookup[str | None]:
    return Lookup(lambda form: _listed(form, language), 50_000)


def _listed(form: str, language: str) -> str | None:
    """The list of the grammar that holds `form`, or "forecast" for a future."""
    rules = grammar(language)
    if form in rules.possible:
        return Modality.POSSIBLE
    if form in rules.planned or is_future(form, language, rules.futures):
        return Modality.FORECAST
    if form in rules.planned_participles:
        return "participle"
    if form in rules.ruled_out:
        return "ruled_out"
    if form in rules.urged:
        return "urged"
    if form in rules.by_then:
        return "by then"
    return "going" if form in rules.going | rules.intends else None
