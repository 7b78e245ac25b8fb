"""Words that colour their clause or a count in it: a future, a plan, "peut", "peut-être", "sont priés de"."""

from functools import cache
from itertools import compress, takewhile

from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.clauses import Clause
from recoupe.claims.conditional import is_conditional
from recoupe.claims.grammar import grammar
from recoupe.claims.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.claims.participles import behind, is_participle
from recoupe.model import Modality, Quantity
from recoupe.text import Lookup

GOING = 4
"""How many words behind "va" its infinitive may stand ("va sans doute s'alourdir")."""

RULED = 6
"""How many words before what is ruled out its denial may stand ("ne peut pas encore être exclu")."""

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
            sure = wanted is Modality.FORECAST or i + 1 not in others
            if colour is wanted and sure and not _of_another(page, i, own, others):
                return wanted, i
    return None


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


def words_of(page: Page, clause: Clause, quantity: Quantity | None) -> range:
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
    return frozenset(page.word_at(start) for start in page.counts_in(clause) if start != own)


def _colour(page: Page, i: int) -> Modality | None:
    """What word `i` makes of its clause."""
    forms, found = page.tokens.forms, _lists(page.read.report.language)[page.tokens.forms[i]]
    if found is None or _supposed(page, i) or _is_name(page, i) or _summed(page, i) or (found == Modality.POSSIBLE and _no_doubt(page, i)):
        return None
    if found == "participle":
        return Modality.FORECAST if _still_to_come(page, i) and not _holding(page, i) else None
    if found == "ruled_out":
        return Modality.POSSIBLE if not page.rules.particles.isdisjoint(forms[max(0, i - RULED) : i]) else None
    if found == "urged":
        return Modality.DEMAND if _urged(page, i) else None
    if found == "going":
        following = takewhile(lambda word: word not in page.rules.near, forms[i + 1 : i + 1 + GOING])
        return Modality.FORECAST if any(is_infinitive(word, page.read.report.language) for word in following) else None
    return Modality(found)


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
    told = clause is None or page.mood_in(clause) is not None  # "l'économie attendue serait de 2 milliards"
    bare = not told and clause is not None and i > clause.words.start and not page.has_auxiliary(clause.words)
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
    if form in rules.planned or _future(form, language, rules.futures):
        return Modality.FORECAST
    if form in rules.planned_participles:
        return "participle"
    if form in rules.ruled_out:
        return "ruled_out"
    if form in rules.urged:
        return "urged"
    return "going" if form in rules.going | rules.intends else None


def _future(form: str, language: str, endings: tuple[str, ...]) -> bool:
    """True for a future, which has the stem of the conditional: "sera", "livrera"; not "livra", "entrez", "caméra"."""
    ending = next((e for e in endings if form.endswith(e)), None)
    return ending is not None and is_conditional(form[: len(form) - len(ending)] + "rait", language)
