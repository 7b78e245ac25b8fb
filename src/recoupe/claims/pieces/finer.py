"""A piece of what somebody says that holds a claim already: which of its clauses tell something else."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.participles import is_participle
from recoupe.claims.page import Page

LEAST = 3
"""Words that a clause has at least: "c'est vrai" says nothing more."""

SUBJECT = 6
"""Words in which a subject with a noun has its verb: "les gens du quartier sont tombés"."""

STOPS = frozenset(";:–—")
PLURAL = "es"
"""How no verb of the third person ends, as participles do: "quelques erreurs commises"."""

NEXT = 3
"""Words behind an aside among which the main verb stands."""


def finer(page: Page, words: range, taken: Sequence[int]) -> Iterator[range]:
    """The clauses among `words` that stand alone and hold none of the offsets `taken`; what an aside holds its clause does not."""
    forms, tokens, rules = page.tokens.forms, page.tokens, page.rules
    if forms[words.start] in rules.ifs:
        return  # "Si douze élèves partent, la classe fermera"
    joining = rules.hanging | rules.coordinating
    worth = (i for i in words[1:] if tokens.starts[i] - tokens.ends[i - 1] > 1 or forms[i] in joining or forms[i - 1] in rules.coordinating)
    starts = [words.start, *(i for i in worth if _begins(page, words.start, i)), words.stop]
    for first, stop in pairwise(starts):
        part = _trimmed(page, range(first, stop))
        if _alone(page, part) and _told(page, part) and not any(not _in_aside(page, part, at) for at in _held(page, part, taken)):
            yield part


def _held(page: Page, words: range, taken: Sequence[int]) -> Iterator[int]:
    """The words among `words` that a claim has taken."""
    low, high = page.tokens.starts[words.start], page.tokens.ends[words[-1]]
    yield from (page.word_at(at) for at in taken[bisect_left(taken, low) : bisect_left(taken, high)])


def _trimmed(page: Page, words: range) -> range:
    """`words` without the conjunctions that tie them to others."""
    forms, rules = page.tokens.forms, page.rules
    start, stop = words.start, words.stop
    while start + 1 < stop and forms[start] in rules.coordinating:
        start += 1
    while stop - 1 > start and forms[stop - 1] in rules.joined:
        stop -= 1
    return range(start, stop)


def _begins(page: Page, first: int, i: int) -> bool:
    """True if word `i` begins a clause of its own: "; nous cherchons", "et que", ", les gens sont tombés"."""
    forms, rules, gap = page.tokens.forms, page.rules, page.tokens.gap(i)
    if not STOPS.isdisjoint(gap) or forms[i] in rules.hanging:
        return True
    joined = forms[i - 1] in rules.coordinating
    if joined and forms[i] in rules.thats:
        return True
    if "," not in gap and not (joined and i - 2 >= first):
        return False
    return _subject(page, i + 1 if forms[i] in rules.coordinating else i)


def _subject(page: Page, i: int) -> bool:
    """True if word `i` is a subject whose verb follows."""
    forms, rules = page.tokens.forms, page.rules
    if i + 1 >= len(forms):
        return False
    if forms[i] in rules.subjects | rules.standing_subjects:
        return "," not in page.tokens.gap(i + 1) and _verbal(page, range(i + 1, min(i + LEAST, len(forms))))
    if forms[i] not in rules.before_subjects:
        return False
    for at in range(i + 2, min(i + SUBJECT, len(forms))):
        if not page.tokens.gap(at).isspace() or forms[at] in rules.openers or forms[at] in rules.relatives:
            return False
        if _verbal(page, range(at, at + 1)) and not forms[at].endswith(PLURAL):
            return True
    return False


def _verbal(page: Page, words: range) -> bool:
    """True if a verb stands among `words`; a negation has one behind it."""
    return not page.rules.particles.isdisjoint(page.tokens.forms[words.start : words.stop]) or has_verb(page, words)


def _alone(page: Page, words: range) -> bool:
    """True for a clause with a verb that hangs on no other: not "quand il est sorti", "si on avait su"."""
    forms, rules = page.tokens.forms, page.rules
    if len(words) < LEAST or forms[words.start] in rules.relatives or "?" in page.tokens.gap(min(words.stop, len(forms) - 1)):
        return False
    if not (rules.supposing | rules.hanging).isdisjoint(forms[words.start : words.start + 2]):
        return False
    if forms[words.start] in rules.standing_subjects and (len(words) <= LEAST or forms[words.start + 1] in rules.relatives | rules.thats):
        return False  # "c'est tout", "ce qui porte le total à"
    return _verbal(page, words[1:])


def _told(page: Page, words: range) -> bool:
    """False for what is only imagined: "on aurait tout annulé"."""
    scope = page.unaffirmed.of(words.start, None)
    return scope is None or scope.modality is not None


def _in_aside(page: Page, words: range, at: int) -> bool:
    """True if word `at` stands between commas in an aside behind a subject: "Le bilan, établi à 58 lundi, pourrait s'alourdir"."""
    forms, rules, tokens = page.tokens.forms, page.rules, page.tokens
    start = next((i for i in range(at, words.start, -1) if "," in tokens.gap(i)), None)
    stop = next((i for i in range(at + 1, words.stop) if "," in tokens.gap(i)), None)
    if start is None or stop is None or not _verbal(page, range(stop, min(stop + NEXT, words.stop))):
        return False
    opens = forms[start] in rules.relatives | rules.with_ | rules.gone or is_participle(forms[start], page.read.report.language)
    return opens and not _verbal(page, range(words.start, start))
