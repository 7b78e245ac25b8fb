"""Sentences cut into clauses: at relative pronouns, conjunctions, "que", colons, semicolons, and at the edges of attributed content."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count, islice

import regex

from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.attribution.numerals import NUMERAL
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.grammar.words import Grammar, grammar
from recoupe.model import Record

DIVIDERS = frozenset(";:–—")
ENDS = frozenset(".!?\n;:")
GLUED = frozenset(("'", "-"))
"""Between two words that are one: "la Côte-d'Or"."""

ASIDE = 12
"""Words in which an aside has its end."""

REACH = 4
"""Words from "ne" to its "que": "n'avoir encore livré que"."""

INSERTED = 40
"""Words of a relative clause between commas."""

FRONT = 5
"""Words in which "après" opens a sentence: "Deux ans et demi après"."""

COUNTED, HEAD, BOUND = 4, 6, 3
"""Words of a part of a count, of the count itself, to its number: "12 jeunes enfants", "au moins une dizaine de personnes"."""

NUMBER = regex.compile(rf"{NUMERAL}|une?|\p{{L}}{{3,12}}aines?")

PRONOUNS = 4
"""Words behind "et" among which its verb stands: "ne lui en donnera"."""

ROW = 4
"""Words of a name in a row, with those before it: "à la Bastide"."""


class Clause(Record, frozen=True):
    """Words `words` of sentence number `sentence`. `relative`: it begins with a relative pronoun. `inserted`: so it does or with "que",
    and a comma closes it before the verb of the main clause. `fronted`: the main clause follows it with its own subject."""

    start: int
    end: int
    words: range
    sentence: int
    relative: bool
    inserted: bool = False
    fronted: bool = False


def clauses(found: Tokens, sentences: Sequence[range], edges: frozenset[int], language: str) -> tuple[Clause, ...]:
    """The clauses of all sentences, in order. `edges` are offsets where a clause must begin.

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> t = tokens("Le maire assure que le pont, qui date de 1920, tient ; 12 ouvriers y travaillent")
    >>> [t.text[c.start:c.end] for c in clauses(t, [range(len(t.forms))], frozenset(), "fr")]
    ['Le maire assure', 'que le pont', 'qui date de 1920', 'tient', '12 ouvriers y travaillent']
    >>> t = tokens("Douze blessés, dont trois graves, lundi à Lens")
    >>> [t.text[c.start:c.end] for c in clauses(t, [range(len(t.forms))], frozenset(), "fr")]
    ['Douze blessés', 'dont trois graves', 'lundi à Lens']
    """
    rules = grammar(language)
    begun = {i for i in _worth_a_look(found, edges, rules) if found.starts[i] in edges or _begins(found, i, rules, language)}
    main = frozenset(_main(found, rules, language))
    front = frozenset(_behind_front(found, sentences, rules, language))
    told = _behind_count(found, sentences, rules, language)
    cuts = sorted(begun.union(_resumed(found, rules), _behind_part(found, sentences, rules), told, front, main))
    return tuple(
        _clause(found, number, part, rules, (main, front)) for number, words in enumerate(sentences) for part in _parts(words, cuts)
    )


def _clause(found: Tokens, sentence: int, words: range, rules: Grammar, behind: tuple[frozenset[int], frozenset[int]]) -> Clause:
    main, front = behind
    last = words[-2] if len(words) > 1 and found.forms[words[-1]] in rules.joined else words[-1]
    return Clause(
        start=found.starts[words[0]],
        end=found.ends[last],
        words=words,
        sentence=sentence,
        relative=found.forms[words[0]] in rules.relatives,
        inserted=words.stop in main,
        fronted=words.stop in front,
    )


def _worth_a_look(found: Tokens, edges: frozenset[int], rules: Grammar) -> set[int]:
    """Words that may begin a clause: behind a mark, among the openers, at an edge."""
    apart = [i for i, start, end in zip(count(1), islice(found.starts, 1, None), found.ends, strict=False) if start - end > 1]
    at_edge = (i for i in map(partial(bisect_left, found.starts), edges) if i < len(found.starts))
    return {*apart, *at_edge, *found.among(rules.openers)} - {0}


def _resumed(found: Tokens, rules: Grammar) -> Iterator[int]:
    """The word behind the comma that closes an aside without a verb: "12 blessés, dont trois graves, | dans un accident"."""
    for aside in found.among(rules.asides):
        for i in range(aside + 1, min(aside + ASIDE, len(found.forms))):
            gap = found.gap(i)
            if "," in gap:
                yield i
            if "," in gap or found.forms[i] in rules.auxiliaries or not ENDS.isdisjoint(gap):
                break


def _main(found: Tokens, rules: Grammar, language: str) -> Iterator[int]:
    """The verb behind the comma that closes a relative clause: "l'usine, qui a brûlé en mai, | rouvre lundi"."""
    for relative in sorted({*found.among(rules.relatives), *found.among(rules.thats)}):
        if "," not in found.gap(relative):
            continue
        told = found.forms[relative] not in rules.asides  # "dont l'avocat nie", not "dont trois graves"
        for i in range(relative + 2, min(relative + INSERTED, len(found.forms))):
            gap = found.gap(i)
            if not ENDS.isdisjoint(gap):
                break
            verb = ("," in gap or not told) and _is_verb(found, i, rules, language)
            if verb and "," in gap:
                if told:
                    yield i
                break
            told = told or verb


def _behind_part(found: Tokens, sentences: Sequence[range], rules: Grammar) -> Iterator[int]:
    """The verb behind a part of the count that opens a sentence: "74 personnes dont 12 enfants | ont péri"; not "un car dont 12 vitres
    ont", nor "elle compte 40 écoles dont 12 ont"."""
    for aside in found.among(rules.asides):
        sentence = sentences[bisect_right(sentences, aside, key=lambda words: words.start) - 1]
        first = next((i for i in range(aside, sentence.start, -1) if not found.gap(i).isspace()), sentence.start)
        if (
            aside - first > HEAD
            or not _counts(found, range(first, min(first + BOUND, aside)))
            or not _counts(found, range(aside + 1, aside + 3))
        ):
            continue
        for i in range(aside + 2, min(aside + 2 + COUNTED, sentence.stop)):
            if not found.gap(i).isspace() or found.forms[i] in rules.relatives:
                break
            if found.forms[i] in rules.auxiliaries:
                yield i
                break


def _behind_count(found: Tokens, sentences: Sequence[range], rules: Grammar, language: str) -> Iterator[int]:
    """A count with a verb behind one without: "deux morts, | douze personnes seraient blessées"; not "deux hommes, trois femmes et un
    enfant seraient", "deux jours après, douze personnes ont"."""
    for words in sentences:
        for i in _commas(found, words):
            first = next((n for n in range(i - 1, words.start, -1) if not found.gap(n).isspace()), words.start)
            counted = _opens_count(found, range(i, words.stop), rules) and _opens_count(found, range(first, i), rules)
            if counted and not _has_verb(found, range(first, i), rules, language) and _told_alone(found, i, words, rules, language):
                yield i


def _has_verb(found: Tokens, words: range, rules: Grammar, language: str) -> bool:
    return any(_is_verb(found, n, rules, language) for n in words)


def _opens_count(found: Tokens, words: range, rules: Grammar) -> bool:
    """Whether words begin with a count, and not with a time or a place: "12 blessés", "près de 400 livres"."""
    head = words[:BOUND]
    number = next((n for n in head if _counts(found, range(n, n + 1))), None)
    dated = number is not None and not rules.months.isdisjoint(found.forms[number + 1 : number + 2])  # "Le 2 mars, 12 usines ont fermé"
    return number is not None and not dated and rules.fronting.isdisjoint(found.forms[head.start : number])  # "d'ici à 2030, 12 usines ..."


def _told_alone(found: Tokens, i: int, words: range, rules: Grammar, language: str) -> bool:
    """Whether the verb of what begins at word `i` stands behind one count, not behind several in a row."""
    for n in range(i + 1, min(i + INSERTED, words.stop)):
        if not found.gap(n).isspace() or found.forms[n] in rules.joined or found.forms[n] in rules.relatives:
            return False
        if _is_verb(found, n, rules, language):
            return True
    return False


def _counts(found: Tokens, words: range) -> bool:
    """Whether a number stands among words."""
    forms = found.forms[words.start : words.stop]
    return any(form[:1].isdigit() or NUMBER.fullmatch(form) is not None for form in forms)


def _behind_front(found: Tokens, sentences: Sequence[range], rules: Grammar, language: str) -> Iterator[int]:
    """Where the main clause begins behind what opens its sentence with a verb of its own: "Après le feu qui a ravagé X, | 40 familles
    ont fui", "Alors que X a brûlé, | ..."."""
    for words in sentences:
        head = found.forms[words.start : min(words.start + FRONT, words.stop)]
        if head[0] not in rules.fronting and rules.next_after.isdisjoint(head):
            continue
        done = head[0] in rules.next_after and not rules.infinite.isdisjoint(head[1:2])  # "après avoir tué"
        told, verb, first = done or head[0] in rules.subordinating, done, words.start + 1
        for i in _commas(found, words[:INSERTED]):
            if not told:
                first = next((n for n in range(first, i) if found.forms[n] in rules.relatives or found.forms[n] in rules.thats), i)
                told = first < i
            verb = verb or (told and _has_verb(found, range(first, i), rules, language))
            if verb and _subject_and_verb(found, range(i, words.stop), rules, language) is not None:
                yield i
                break
            if not told and found.forms[i] not in rules.relatives:
                break  # "Après le feu, 40 familles ..."
            told, first = True, i


def _commas(found: Tokens, words: range) -> Iterator[int]:
    """The words of a sentence right behind a comma."""
    at, last = found.ends[words.start], found.starts[words[-1]]
    while (at := found.text.find(",", at, last) + 1) > 0:
        i = bisect_left(found.starts, at)
        if "," in found.gap(i):
            yield i


def _subject_and_verb(found: Tokens, words: range, rules: Grammar, language: str) -> int | None:
    """The verb of words behind a comma or "et" that are a clause of their own: "40 familles ont fui", not "dont 3 enfants", "a dit X"."""
    first = found.forms[words.start]
    if first in rules.relatives or first in rules.joined or first in rules.near or _is_verb(found, words.start, rules, language):
        return None
    for i in words[1:INSERTED]:
        if "," in found.gap(i) or not ENDS.isdisjoint(found.gap(i)) or found.forms[i] in rules.relatives:
            return None
        if _is_verb(found, i, rules, language):
            return i
    return None


def _is_verb(found: Tokens, i: int, rules: Grammar, language: str) -> bool:
    """True where a finite verb stands at word `i`, "ne" and "se" before it left out."""
    last = len(found.forms) - 1
    while i < last and (found.forms[i] in rules.particles or found.forms[i] in rules.reflexives):
        i += 1
    return found.forms[i] in rules.finite or is_finite(found.forms[i], language)


def _parts(words: range, cuts: Sequence[int]) -> Iterable[range]:
    """`words` cut before each of the `cuts` among them, but the first word."""
    inside = cuts[bisect_right(cuts, words.start) : bisect_left(cuts, words.stop)]
    return map(range, (words.start, *inside), (*inside, words.stop))


def _begins(found: Tokens, i: int, rules: Grammar, language: str) -> bool:
    """True if word `i` begins a clause."""
    form, gap = found.forms[i], found.gap(i)
    if not DIVIDERS.isdisjoint(gap) or form in rules.relatives:
        return True
    if form not in rules.openers:
        return False
    if form in rules.thats:
        return found.forms[i - 1] not in rules.not_that and not _restricts(found, i, rules)
    if form in rules.needs_that:
        return i + 1 < len(found.forms) and found.forms[i + 1] in rules.thats
    if form in rules.homographs and found.forms[i - 1] in rules.before_nouns:
        return False  # "un accident de car"
    if (form in rules.conjunctions and gap not in GLUED) or ("," in gap and form in rules.joined and not _last_name(found, i)):
        return True
    return form in rules.joined and (_goes_on(found, i, rules, language) or _told_too(found, i, rules, language))


def _goes_on(found: Tokens, i: int, rules: Grammar, language: str) -> bool:
    """True for "et" before a verb that has the subject of the one before: "a versé 3 millions | et en prévoit 12"."""
    pronouns = rules.particles | rules.reflexives | rules.clitics
    verb = next((n for n in range(i + 1, min(i + 1 + PRONOUNS, len(found.forms))) if found.forms[n] not in pronouns), i)
    return found.forms[verb - 1] not in rules.articles and _is_verb(found, verb, rules, language)


def _told_too(found: Tokens, i: int, rules: Grammar, language: str) -> bool:
    """True for "et" between two clauses, one of which is still to come or denied: "12 maisons ont brûlé | et une réunion est prévue
    vendredi", "12 élèves sont malades | et leurs parents ne répondent plus"."""
    opens = found.forms[i + 1 : i + 2]
    if not opens or not (opens[0] in rules.articles | rules.definite | rules.nobody or _counts(found, range(i + 1, i + 2))):
        return False
    first = next((n for n in range(i - 1, max(0, i - INSERTED), -1) if "," in found.gap(n) or not ENDS.isdisjoint(found.gap(n))), 0)
    before = next((n for n in range(first + 1, i) if _is_verb(found, n, rules, language)), None)
    behind = before and _subject_and_verb(found, range(i + 1, len(found.forms)), rules, language)
    if before is None or behind is None:
        return False
    return any(put(found, before, rules) is not put(found, behind, rules) for put in (_is_ahead, _is_denied))


def _is_ahead(found: Tokens, verb: int, rules: Grammar) -> bool:
    """True for what is not done or not sure: "sera rouvert", "doit rouvrir", "est attendu"."""
    form = found.forms[verb]
    planned = not rules.planned_participles.isdisjoint(found.forms[verb + 1 : verb + 3])
    return planned or form in rules.planned or form in rules.might or form.endswith(rules.pending)


def _is_denied(found: Tokens, verb: int, rules: Grammar) -> bool:
    """True behind "ne": "n'ont brûlé"."""
    return not rules.particles.isdisjoint(found.forms[max(0, verb - 2) : verb + 1])


def _restricts(found: Tokens, i: int, rules: Grammar) -> bool:
    """True for the "que" that leaves only one thing: "n'a livré que 40 camions", not "n'a pas dit que", "qu'il ne ferme pas et que"."""
    before = found.forms[max(0, i - REACH) : i]
    if before and before[-1] in rules.joined:
        return False
    return not rules.particles.isdisjoint(before) and rules.negations.isdisjoint(before)


def _last_name(found: Tokens, i: int) -> bool:
    """True before the last of names in a row: "dans les villages de X, Y, et Z", "à X, à Y, et à Z."."""
    end = len(found.forms) - 1
    last = next((n for n in range(i + 1, min(i + 1 + ROW, end)) if not found.gap(n + 1).isspace()), end)
    listed = any("," in found.gap(n) for n in range(i - 1, max(0, i - 1 - ROW), -1))
    return listed and last - i <= ROW and all(found.text[found.starts[n]].isupper() for n in (i - 1, last))
