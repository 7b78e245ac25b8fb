"""What stands behind a clause in its sentence: what goes on there, what is told for itself, what is only a part."""

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.participles import is_past
from recoupe.claims.modality.conditional import is_future
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import BEEN, finite
from recoupe.claims.setting.seen import M, Seen
from recoupe.model import Quantity, When

APART = frozenset(";.?!")
"""Between words: what stands behind is told for itself."""

LISTING = frozenset(",:")
"""Behind a part: what follows is told of the whole: "12 blessés, dont un grave : c'est le bilan d'un accident à X"."""

RIGHT_BEHIND, TOLD = 3, 2
"""Words at most from a bare number to its place or time, and at least between it and the count before: "[tués à X] et huit à Y"."""

FRONTED, SUBJECT = 12, 6
"""Words in which a participle in front of a sentence has its comma, and behind that, in which the verb stands."""

DEED = 8
"""Words from what somebody is tried for to when it was."""

TOLD_BEHIND = 5
"""Words from when somebody spoke to the comma behind it."""

WARD = 3
"""Words before a place in which the hospital stands: "au CHU de", "à l'hôpital civil de"."""

ISSUE, MARKS = 8, 3
"""Words from where a participle of publishing ends to its time, and in such a participle: "mise en ligne par la revue lundi"."""

OVER = 5
"""Words before a time among which what was over by then is told."""

LENGTH = 6
"""Words of a length of time and the word behind it: "près de deux longues semaines après"."""

LINK = 4
"""Words of a preposition and what belongs to it before a time or place: "depuis le début de"."""


def apart(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for a mention behind a clause that says nothing of it: behind a stop, of a part ("dont 12 à X"), told for itself."""
    words, forms, rules = range(clause.words.stop, one.word + 1), page.tokens.forms, page.rules
    if any(not APART.isdisjoint(page.tokens.gap(i)) for i in words):
        return True
    if any(forms[i] in rules.asides and forms[i + 1 : i + 3] in rules.singled for i in words):
        return True  # "deux blessés, dont l'un, hospitalisé à X, est sorti mardi"
    return not resumed(page, clause, one) and (of_part(page, one) or _for_itself(page, clause, one.clause))


def resumed(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for a mention where a clause goes on that has no verb before: "neuf civils, dont un enfant, | ont été tués [lundi]"."""
    other = one.clause
    if other.start <= clause.start or page.has_auxiliary(clause.words):
        return False
    if other.relative:
        return other.words.start == clause.words.stop and _verbs(page, range(other.words.start, one.word)) > 1
    if not finite(page, other.words.start, other):
        return False
    return not any(other.start <= a.attribution.cue.start < one.start for a in page.attributed)


def _verbs(page: Page, words: range) -> int:
    """How many verbs with an auxiliary stand in `words`, none joined to the one before: "qui s'est écrasé à X ont été identifiés"."""
    forms, rules = page.tokens.forms, page.rules
    finite = [i for i in words if forms[i] in rules.auxiliaries and forms[i] not in rules.infinite and forms[i] != BEEN]
    return sum(rules.joined.isdisjoint(forms[max(words.start, i - 2) : i]) for i in finite)


def of_part(page: Page, one: Seen[M]) -> bool:
    """True behind a count that is a part."""
    last = next((q for q in reversed(page.counts(one.clause)) if q.span.start < one.start), None)
    return last is not None and last.part


def when_asked(page: Page, one: Seen[M]) -> bool:
    """True for when and where a source was asked: "selon le maire, interrogé [mercredi] sur la radio"; not "douze suspects, interrogés"."""
    forms, here = page.tokens.forms, one.word
    asked = next((i for i in range(here - 1, max(0, here - LINK), -1) if forms[i] in page.rules.heard), None)
    if asked is None or "," not in page.tokens.gap(asked):
        return False
    end = page.tokens.ends[asked - 1]
    return any(s.end == end for a in page.attributed for s in a.attribution.source)


def of_next(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True if a mention stands right behind a part of a count, or behind a bare number that is set beside it: "deux morts,
    un homme [à X] et une femme [à Y]", "douze élus ont été blessés à Y et huit [à X]"."""
    if one.start < count.span.end:
        return False
    last = next(reversed(page.counts_between(count.span.end, one.start)), None)
    if last is None or not LISTING.isdisjoint(page.read.report.text[last.span.end : one.start]):
        return False
    own = page.clause_at(last.span.start)
    if own is not None and own.end <= one.clause.start and page.tokens.forms[one.clause.words.start] in page.rules.auxiliaries:
        return False  # "74 personnes dont 12 enfants | ont péri [à X]"
    return (last.part and not count.part) or _set_beside(page, count, last, one.start)


def to_come(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for when somebody is to be where something happened, and for when what is told beside it is to come: "se rendra [jeudi] à X, où
    le cyclone a fait 39 morts", "emploie 740 ouvriers et en licenciera 210 [en 2028]"."""
    before, behind = clause.relative and one.start < clause.start, one.start >= clause.end
    forms, rules, between = page.tokens.forms, page.rules, range(one.clause.words.stop, clause.words.start + 1)
    beside = len(between) > 0 and any(forms[i] in rules.relatives or (i == between.start and forms[i] in rules.joined) for i in between)
    if not (before or behind or beside) or not isinstance(one.mention, When):
        return False
    return (before and DOUBT in one.signs) or any(_pending(page, i) for i in one.clause.words)


def _pending(page: Page, i: int) -> bool:
    """True for a word of what is to come: "rouvrira", "devrait", "est prévue"."""
    form, rules = page.tokens.forms[i], page.rules
    return form in rules.planned_participles or form in rules.might or is_future(form, page.read.report.language, rules.futures)


def befell(page: Page, one: Seen[M]) -> bool:
    """True for a mention behind a verb that only says when or where: "l'accident, qui a fait deux morts, s'est produit à X"."""
    before = page.tokens.forms[one.clause.words.start : one.word]
    return not page.rules.befalling.isdisjoint(before)


def occurred(page: Page, one: Seen[M]) -> bool:
    """True for a mention behind a verb that only events have: "le drame, qui s'est produit lundi, a fait deux morts"."""
    return not page.rules.occurring.isdisjoint(page.tokens.forms[one.clause.words.start : one.word])


def had_been(page: Page, clause: Clause, one: Seen[M]) -> bool:
    """True for a time of what a relative clause behind tells to have been before: "jugés pour un vol qui avait eu lieu [en mai]"."""
    if one.clause.start < clause.end:
        return False
    own, had = _forms(page, clause), page.rules.had
    if clause.fronted and (clause.relative or own[0] in page.rules.next_after):
        return True  # "après l'accident qui a fait 12 morts, la route a rouvert lundi"
    before = one.clause.relative and not had.isdisjoint(_forms(page, one.clause)) and had.isdisjoint(own)
    return before or _in_aloof(page, one.clause, clause)


def aloof(page: Page, one: Seen[M]) -> bool:
    """True for a mention in a relative clause that says something else of a noun, or in one of that: no other sentence takes it over."""
    return page.tokens.forms[one.clause.words.start] in page.rules.aloof or _in_aloof(page, one.clause, one.clause)


def _in_aloof(page: Page, inner: Clause, but: Clause) -> bool:
    """True for a relative clause in one with "où" or "dont", which is not `but`: "où on répare la digue | qui a cédé lundi"."""
    outer = page.clause_at(inner.start - 1) if inner.relative else None
    return outer is not None and outer != but and outer.sentence == inner.sentence and _forms(page, outer)[0] in page.rules.aloof


def _forms(page: Page, clause: Clause) -> tuple[str, ...]:
    return page.tokens.forms[clause.words.start : clause.words.stop]


def then_held(page: Page, at: int) -> bool:
    """True for what a participle that opens the sentence says of somebody who had done something before: "Arrêté [lundi] à [X], il avait
    volé 12 voitures"."""
    clause = page.clause_at(at)
    words = page.sentences[clause.sentence] if clause is not None else range(0)
    forms, here = page.tokens.forms, page.word_at(at)
    if not words or not is_past(forms[words.start], page.read.report.language):
        return False
    comma = next((i for i in words[1:FRONTED] if "," in page.tokens.gap(i)), words.start)
    return here < comma and not page.rules.had.isdisjoint(forms[comma : min(comma + SUBJECT, words.stop)])


def since_then(page: Page, sentence: range, at: int, one: Seen[M]) -> bool:
    """True for what a main clause tells so long after what stands at `at`: "Un mois après la mort de 14 mineurs, 90 ont défilé [lundi]"."""
    forms, rules = page.tokens.forms, page.rules
    then = next((i for i in sentence[1:LENGTH] if forms[i] in rules.next_after), None)
    if then is None or not one.start > at or forms[sentence.start] in rules.next_after:
        return False
    comma = next((i for i in range(then, sentence.stop) if "," in page.tokens.gap(i)), sentence.stop)
    return comma < sentence.stop and at < page.tokens.starts[comma] <= one.start and forms[then - 1] in rules.terms


def long_after(page: Page, at: int, one: Seen[M]) -> bool:
    """True for what stands at `at` so long after what is told behind: "12 morts à X, deux jours après une attaque à [Y]"."""
    forms, rules = page.tokens.forms, page.rules
    return any(forms[i] in rules.next_after and forms[i - 1] in rules.terms for i in range(page.word_at(at) + 1, one.word))


def right_behind(page: Page, count: Quantity | None, one: Seen[M]) -> bool:
    """True for what stands right behind a bare number, and so is its own: "5 samedi à X et sept [dimanche] à [Y]"."""
    if count is None or count.counted is not None or one.start < count.span.end:
        return False
    return one.word - page.word_at(count.span.end) <= RIGHT_BEHIND and not page.counts_between(count.span.end, one.start)


GERUND = "ant"
"""How the verb of a further deed ends: "tuant 32 civils et en [abattant] quatre près d'Y"."""


def _set_beside(page: Page, count: Quantity, last: Quantity, at: int) -> bool:
    """True for what stands right behind a bare number, where more is told of the count before: not of "7.000 et 50.000 [à X]"."""
    number, forms = page.word_at(last.span.start), page.tokens.forms
    gerund = forms[number - 1].endswith(GERUND) and not page.rules.joined.isdisjoint(forms[max(0, number - 3) : number - 1])
    link = gerund or forms[number - 1] in page.rules.joined
    between = range(page.word_at(last.span.end), page.word_at(at))
    near = last.counted is None and len(between) <= RIGHT_BEHIND and not page.has_auxiliary(between)
    if not near or not (link or "," in page.tokens.gap(number)):
        return False
    return number - link - page.word_at((count.counted or count.span).end) >= TOLD


DOUBT = "may be or ought to be"
"""The sign of where and when something may be or ought to be: of what is so, no other sentence takes it over."""
MIGHT = 5
"""Words from "pourrait" to its infinitive: "devrait donc de nouveau se"."""
INFINITIVE = ("er", "ir", "re")


def in_doubt(page: Page, at: int) -> bool:
    """True for what "pouvoir" or "devoir" governs in its clause: "pourrait se trouver à [X]", "doit s'achever [jeudi]"."""
    clause, i = page.clause_at(at), page.word_at(at)
    if clause is None:
        return False
    forms = page.tokens.forms
    verb = next((j for j in range(i - 1, clause.words.start - 1, -1) if forms[j] in page.rules.might), None)
    return verb is not None and any(form.endswith(INFINITIVE) for form in forms[verb + 1 : min(verb + 1 + MIGHT, i)])


def origin(page: Page, at: int, *lists: frozenset[str]) -> bool:
    """True for what a word of `lists` that opens the sentence says of it: "Fondée en [1921] à [X], l'usine a fermé"."""
    clause = page.clause_at(at)
    sentence = page.sentences[clause.sentence] if clause is not None else range(0)
    if not sentence or not any(page.tokens.forms[sentence.start] in words for words in lists):
        return False
    gaps = (page.tokens.gap(i) for i in range(sentence.start + 1, page.word_at(at) + 1))
    return not any("," in gap for gap in gaps) and any("," in page.tokens.gap(i) for i in range(page.word_at(at) + 1, sentence.stop))


def issued(page: Page, at: int) -> bool:
    """True for when a paper came out: "selon une étude parue [lundi]", not "l'étude a été publiée lundi"."""
    forms, rules, i = page.tokens.forms, page.rules, page.word_at(at)
    if forms[i : i + 2] in rules.it_is:  # "Bonjour, il est 7 heures."
        return True
    for end in range(i, max(1, i - ISSUE), -1):
        if page.tokens.gap(end).strip(" '’"):
            return False
        first = next((end - n for n in range(1, MARKS + 1) if forms[end - n : end] in rules.issued), None)
        if first is not None:
            done = forms[first - 1] in rules.auxiliaries or forms[first - 1] == BEEN
            return not (done or page.counts_between(page.tokens.starts[first], at))
    return False


def of_such(page: Page, at: int) -> bool:
    """True for when another one was that only stands beside: "à deux pas de celui de [lundi]"; not "celle de lundi a fait ..."."""
    forms, rules, i = page.tokens.forms, page.rules, page.word_at(at) - 1
    while i > 1 and forms[i] in rules.articles and forms[i - 1] not in rules.such:
        i -= 1
    if i < 2 or forms[i] not in rules.of or forms[i - 1] not in rules.such:
        return False
    return page.tokens.gap(i - 1).isspace() and forms[i - 2] not in rules.joined


def year_when(page: Page, clause: Clause) -> When | None:
    """The time that a noun takes up before a clause tells what was then: "la pire depuis [1999], année | où un séisme avait fait ...",
    "le [7 mai], date à | laquelle"."""
    forms, first = page.tokens.forms, clause.words.start
    noun = first - 1 - (forms[first - 1] in page.rules.away)
    relative = forms[first] in (page.rules.aloof if noun == first - 1 else page.rules.relatives)
    if noun < 1 or not relative or forms[noun] not in page.rules.terms:
        return None
    end = page.tokens.ends[noun - 1]
    return next((when for when in page.read.reading.whens if when.span is not None and when.span.end == end), None)


def over_by(page: Page, one: Seen[M]) -> bool:
    """True for when something was over, which says not when it happened: "l'incendie a été maîtrisé [dimanche à 4 heures]"."""
    before = page.tokens.forms[max(one.clause.words.start, one.word - OVER) : one.word]
    return isinstance(one.mention, When) and not page.rules.over.isdisjoint(before)


def likened(page: Page, at: int) -> bool:
    """True for a time that what is told is only like: "300 personnes ont défilé, comme en [2019]"."""
    forms, rules = page.tokens.forms, page.rules
    before = next((i for i in range(page.word_at(at) - 1, -1, -1) if forms[i] not in rules.articles | rules.within), None)
    return before is not None and forms[before] in rules.like


def according(page: Page, at: int) -> bool:
    """True for when who opens the sentence spoke: "Selon un bilan établi [lundi], ...", not "selon le bilan de [samedi], ..."."""
    clause, here, forms = page.clause_at(at), page.word_at(at), page.tokens.forms
    words = page.sentences[clause.sentence] if clause is not None else range(0)
    if not any(forms[words.start : words.start + len(opener)] == opener for opener in page.rules.according):
        return False
    before = range(words.start + 1, here)
    plain = not any("," in page.tokens.gap(i) or forms[i] in page.rules.occurring or forms[i] in page.rules.relatives for i in before)
    behind = any("," in page.tokens.gap(i) for i in range(here + 1, min(here + TOLD_BEHIND, words.stop)))
    return plain and behind and forms[here - 1] not in page.rules.of


def tried_for(page: Page, clause: Clause, quantity: Quantity | None, one: Seen[M]) -> bool:
    """True for a time of what somebody is tried for or arrested: "jugés pour des vols commis [en mai]", "accusé d'avoir tué [lundi]"."""
    forms, rules, here = page.tokens.forms, page.rules, one.word
    first = page.word_at(quantity.span.start) if quantity is not None else clause.words.start
    if one.clause != clause or not first < here:
        return False
    deed = next((i for i in range(here - 1, max(first, here - DEED), -1) if _deed(page, i)), None)
    if (
        deed is None
        or page.has_auxiliary(range(deed + 1, here))
        or not any(f.startswith(rules.tried) for f in forms[clause.words.start : deed])
    ):
        return False
    return any(
        f in rules.auxiliaries and f not in rules.infinite for f in (*forms[clause.words.start : deed], *forms[here : clause.words.stop])
    )


def _deed(page: Page, i: int) -> bool:
    """True for the "avoir" of "d'avoir volé" and the participle of "pour un vol commis"."""
    forms, rules = page.tokens.forms, page.rules
    if forms[i] in rules.infinite:
        return forms[i - 1] in rules.of
    return forms[i] in rules.occurring and not rules.for_.isdisjoint(forms[max(0, i - DEED) : i])


def in_ward(page: Page, one: Seen[M]) -> bool:
    """True for a place that only says of which town a hospital is: "mort à l'hôpital de [X]"."""
    place = one.word
    return not page.rules.wards.isdisjoint(page.tokens.forms[max(0, place - WARD) : place + 1])


def in_care(page: Page, one: Seen[M]) -> bool:
    """True for the town of a hospital to which somebody is brought: "transportés au CHU de [X]", not "une frappe sur l'hôpital de [X]"."""
    before = page.tokens.forms[one.clause.words.start : one.word]
    return in_ward(page, one) and any(word.startswith(page.rules.caring) for word in before)


def brought_then(page: Page, count: Quantity, one: Seen[M]) -> bool:
    """True for the town of a hospital to which those counted are brought after what is told of them: "ont été blessés et transportés au
    CHU de [X]", "a fait 12 blessés, évacués au CHU de [X]"; not "trois blessés ont été transportés au CHU de X"."""
    forms, rules, first = page.tokens.forms, page.rules, page.word_at(count.span.end)
    cared = next((i for i in range(one.word - 1, first, -1) if forms[i].startswith(rules.caring)), None)
    if cared is None or not in_ward(page, one):
        return False
    if "," in page.tokens.gap(cared):
        told = range(page.sentences[one.clause.sentence].start, cared)
        return is_past(forms[cared], page.read.report.language) and page.has_auxiliary(told)
    link = cared - 1
    while link > first and (forms[link] in rules.auxiliaries or forms[link] == BEEN):
        link -= 1
    done = any(is_past(forms[i], page.read.report.language) and forms[i] != BEEN for i in range(first, link))
    return done and forms[link] in rules.joined and page.has_auxiliary(range(first, link))


def joined(page: Page, clause: Clause, at: int) -> bool:
    """True right behind the clause, without a mark and without a verb: "compte 76 cas | depuis jeudi"."""
    between = range(clause.words.stop, page.word_at(at) + 1)
    return len(between) <= LINK and all(page.tokens.gap(i).isspace() for i in between)


def _for_itself(page: Page, clause: Clause, other: Clause) -> bool:
    """True for a relative clause that says something else of a noun ("dont", "où"), and for a main clause beside a main clause."""
    first = page.tokens.forms[other.words.start]
    if first in page.rules.relatives:
        return first in page.rules.aloof
    return first in page.rules.joined and page.has_auxiliary(other.words) and page.has_auxiliary(clause.words)
