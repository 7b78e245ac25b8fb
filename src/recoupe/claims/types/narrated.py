"""What somebody tells of that goes on or went on, which one could see or count: by the verb of what is said."""

from collections.abc import Iterator
from functools import lru_cache

import simplemma

from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.participles import behind, is_participle
from recoupe.claims.grammar.words import grammar
from recoupe.claims.modality.conditional import is_conditional
from recoupe.claims.page import Page
from recoupe.claims.types.vocabulary import vocabulary

ARTICLES = 3
"""Words behind a verb of which the first that is neither article nor negation tells what is had or where."""

NONE_LEFT = 3
"""Words from a verb on in which it is said that there is no more of something."""

SINCE = 4
"""Words of "il y a", and of "deux longues années"."""

IMPERFECT = 4
"""Letters that an imperfect has more than."""


def narrated(page: Page, words: range) -> bool:
    """True if `words` tell what was going on, in the imperfect of a verb of doing: "on marchait dessus"; not "il savait", "s'il venait"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[words.start] in rules.ifs:
        return False
    for i in words:
        if forms[i] in rules.auxiliaries or (i > words.start and (forms[i] in rules.thats or forms[i] in rules.relatives)):
            return False
        if len(forms[i]) > IMPERFECT and forms[i].endswith(rules.imperfects) and (verb := _imperfect(forms[i], page.read.report.language)):
            return verb not in rules.lasting and not _stance(page, i, verb)
    return False


@lru_cache(maxsize=50_000)
def _imperfect(form: str, language: str) -> str | None:
    """The infinitive of an imperfect."""
    lemma: str = simplemma.lemmatize(form, lang=language)
    return lemma if lemma.endswith(grammar(language).infinitives) and lemma != form and not is_conditional(form, language) else None


def since(page: Page, words: range) -> bool:
    """True for how long something has gone on: "ça fait six mois qu'on attend", "voilà trois ans que le toit fuit"."""
    forms, rules = page.tokens.forms, page.rules
    start = next((i for i in words[:SINCE] if forms[i] in rules.spanning), None)
    if start is None:
        return False
    numbers = vocabulary(page.read.report.language).determiners
    counted = forms[start + 1 : start + 2] and (forms[start + 1][0].isdigit() or forms[start + 1] in numbers)
    return bool(counted) and any(forms[i] in rules.thats for i in range(start + 2, min(start + 2 + SINCE, words.stop)))


def was_there(page: Page, words: range) -> bool:
    """True for where one was: "j'étais à Lyon ce soir-là", "les clés étaient sur la porte"; not "on était à bout"."""
    forms, rules = page.tokens.forms, page.rules
    at = next(iter(behind(page, words, rules.was)), None)
    if at is None or at + 1 >= words.stop or forms[at] not in rules.within or forms[words.start] in rules.vague:
        return False
    start = page.tokens.starts[at + 1]
    return forms[at] in rules.close_to or page.tokens.text[start].isupper()


def runs_out(page: Page, clause: Clause) -> bool:
    """True for what there is no more of, which is how things are and no opinion: "nous n'avons plus de sang"; not "n'a plus peur"."""
    forms, rules = page.tokens.forms, page.rules
    more = (i for i in clause.words[1:-1] if forms[i] in rules.no_more and forms[i + 1] in rules.of)
    return any(forms[i - 1] in rules.have and not rules.particles.isdisjoint(forms[max(0, i - 3) : i]) for i in more)


def goes_on(page: Page, words: range) -> bool | None:
    """True for what somebody does or how things lie: "les gens font la file", "le réseau ne couvre pas la vallée", "la caisse est vide".

    False for what he knows, feels or wants, and for what something is, means or proves ("ça ne prouve rien", "on ignore la cause", "tout va
    bien", "cela a du sens"); None without such a verb.
    """
    forms, rules = page.tokens.forms, page.rules
    if forms[words.start] in rules.ifs:
        return None
    if (held := next(iter(_behind(page, words, rules.have)), None)) is not None:
        return False if forms[held] in rules.held else None
    state = next(iter(_behind(page, words, rules.being)), None)
    if state is not None and rules.vague.isdisjoint(forms[words.start : state]) and _lies(page, state):
        return True
    at = _main(page, words)
    if at is None:
        return None
    if forms[at].endswith(rules.imperfects) and (verb := _imperfect(forms[at], page.read.report.language)):
        return False if _stance(page, at, verb) else None
    return _does(page, range(at, words.stop), words.start)


def _behind(page: Page, words: range, verbs: frozenset[str]) -> Iterator[int]:
    """What stands behind the first verb of `words`, where it is one of `verbs`."""
    forms, rules = page.tokens.forms, page.rules
    for i in behind(page, words, verbs):
        yield next((j for j in range(i, min(i + ARTICLES, words.stop)) if forms[j] not in rules.before_held), i)


def _lies(page: Page, i: int) -> bool:
    """True for how things are: "est vide", "sont en panne", "reste fermé"; not "est conscient de", "reste convaincu"."""
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    after = forms[i + 1 : i + 2]
    if forms[i] in rules.conditions:
        return rules.of.isdisjoint(after)
    lasts = forms[i - 1] in rules.is_now - rules.be and is_participle(forms[i], language) and forms[i] not in rules.minded | rules.moved
    return lasts or (forms[i] in rules.within and after in rules.lying)


def _stance(page: Page, i: int, verb: str) -> bool:
    """True for what one knows, feels or wants: "savait", "s'attendait à"; not for "se trouvait", which tells how things lie."""
    rules = page.rules
    own = page.tokens.forms[i - 1] in rules.reflexives
    return (own and verb in rules.reflexive_stances) or (verb in rules.stances and not (own and verb in rules.reflexive_states))


def _does(page: Page, words: range, start: int) -> bool:
    """True where the verb with which `words` begin tells a doing; its subject begins at `start`."""
    forms, rules = page.tokens.forms, page.rules
    verb = _infinitive(forms[words.start], page.read.report.language)
    if forms[words.start - 1] in rules.reflexives and verb in rules.reflexive_states:
        return True  # "le serveur se trouve en Irlande"
    after = forms[words.start + 1 : words.start + NONE_LEFT]
    if len(after) > 1 and after[0] in rules.no_more and after[1] in rules.of:  # "on ne trouve plus d'insuline"
        return True
    if forms[start] in rules.anybody and not rules.particles.isdisjoint(forms[start : words.start]) and after[:1] in rules.maxims:
        return False
    if _stance(page, words.start, verb) or rules.vague.intersection(forms[start : words.start]):
        return False
    behind_it = next((form for form in forms[words.start + 1 : words.stop] if form not in rules.inserted or form in rules.thats), None)
    if verb in rules.light:
        return behind_it is not None and (behind_it[0].isdigit() or behind_it in rules.before_subjects | rules.courses)
    return not (verb in rules.faring and (behind_it is None or behind_it in rules.fares))


def _main(page: Page, words: range) -> int | None:
    """The first verb of `words` but "avoir" and "être", unless one of them or a clause of another kind stands before it."""
    forms, rules, language = page.tokens.forms, page.rules, page.read.report.language
    if forms[words.start] in rules.ifs:
        return None
    named = vocabulary(language).determiners | rules.of
    subject = False
    for i in words:
        if forms[i] in rules.auxiliaries or (i > words.start and (forms[i] in rules.thats or forms[i] in rules.relatives)):
            return None
        if subject and forms[i] not in rules.objects:
            return i if forms[i] not in rules.negations else None
        if not subject and i > words.start and forms[i - 1] not in named and (is_finite(forms[i], language) or _goes_with(page, words, i)):
            return i
        subject = subject or forms[i] in rules.subjects or forms[i] in rules.particles or forms[i] in rules.reflexives
    return None


def _goes_with(page: Page, words: range, i: int) -> bool:
    """True for a form that may be a noun, between a noun and what it is done to: "un camion [livre] le lait"."""
    forms, rules = page.tokens.forms, page.rules
    if i < words.start + ARTICLES - 1 or i + 1 >= words.stop or not forms[i].endswith("e"):
        return False
    after = forms[i + 1] in rules.before_subjects or forms[i + 1] in rules.near or forms[i + 1][0].isdigit()
    return after and forms[i - 2] in rules.before_subjects and is_infinitive(f"{forms[i]}r", page.read.report.language)


@lru_cache(maxsize=50_000)
def _infinitive(form: str, language: str) -> str:
    """The infinitive of a form of the present, or the form where the dictionary has none."""
    lemma: str = simplemma.lemmatize(form, lang=language)
    if lemma == form and form.endswith("e") and is_infinitive(f"{form}r", language):
        return f"{form}r"
    return lemma
