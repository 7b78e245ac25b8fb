"""What stands behind a clause in its sentence: where it goes on, the relative clause of its last word, places and times told later."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeVar

import regex

from recoupe.claims.clauses import Clause
from recoupe.claims.inflection import FormKind
from recoupe.claims.mood import participle_before
from recoupe.claims.page import Page
from recoupe.claims.scene import Scene, begins
from recoupe.claims.triggers import Trigger
from recoupe.model import Place, When

M = TypeVar("M", bound=Place | When)

APART = frozenset(";.?!")
"""Between words: what stands behind is told for itself."""


def rest(found: Scene, clause: Clause) -> Clause | None:
    """Where a clause goes on: behind an aside ("12 blessés, dont 3 graves, lundi à X"), or where its verb stands."""
    key = clause.start, clause.end
    if key not in found.rests:
        found.rests[key] = _rest(found, clause)
    return found.rests[key]


def _rest(found: Scene, clause: Clause) -> Clause | None:
    page = found.page
    later = [c for c in page.clauses_of(clause.sentence) if c.words.start >= clause.words.stop]
    if later and page.tokens.forms[later[0].words.start] in page.rules.asides:
        behind = next((c for c in later[1:] if page.counts_in(c)[:1] != [c.start]), None)
        opens = behind is not None and page.tokens.forms[behind.words.start] in page.rules.openers
        if behind is not None and not opens and not found.cues.holds(page.words_span(behind.words.start, behind.words.start)):
            return behind
    return _predicate(found, clause)


def _predicate(found: Scene, clause: Clause) -> Clause | None:
    """The clause with the verb of a subject that a source cuts off: "300 personnes selon X, 900 selon Y ont défilé mardi à Z"."""
    page = found.page
    if verb_of(found, clause) is not None or any(map(_verbal, page.triggers_in(clause.words))):
        return None
    later = (c for c in page.clauses_of(clause.sentence) if c.words.start >= clause.words.stop)
    return next((c for c in later if verb_of(found, c) is not None and not _opened(page, c)), None)


def _opened(page: Page, clause: Clause) -> bool:
    """True for a clause that a conjunction or a relative pronoun opens."""
    first, rules = page.tokens.forms[clause.words.start], page.rules
    return first in rules.conjunctions or first in rules.joined or first in rules.thats or first in rules.relatives


def verb_of(found: Scene, clause: Clause) -> int | None:
    """The first auxiliary of a clause that is no verb of saying."""
    n = bisect_left(found.verbs, clause.words.start)
    return found.verbs[n] if n < len(found.verbs) and found.verbs[n] < clause.words.stop else None


def aside(found: Scene, at: int) -> range | None:
    """Characters of the participle and what belongs to it, put in about the subject: "le bac, [construit en 1998], transportait".

    `at`: where the time or place stands. None where it stands in none, where no verb of the clause follows, and for what is planned.
    """
    if at not in found.asides:
        found.asides[at] = _aside(found.page, at)
    return found.asides[at]


def _aside(page: Page, at: int) -> range | None:
    clause, i = page.clause_at(at), page.word_at(at)
    participle = participle_before(page, i)
    if participle is None or clause is None or participle <= clause.words.start:
        return None
    if page.tokens.forms[participle] in page.rules.planned_participles or page.tokens.forms[participle - 1] in page.rules.articles:
        return None  # "attendu à X" is what is told; "dans la journée": a noun
    opens = next((j for j in range(participle, clause.words.start, -1) if "," in page.tokens.gap(j)), None)
    closes = next((j for j in range(i + 1, clause.words.stop) if "," in page.tokens.gap(j)), None)
    if (
        opens is None
        or closes is None
        or not _finite(page, closes, clause)
        or any(_finite(page, j, clause) for j in range(opens, participle))
    ):
        return None
    return range(page.tokens.starts[opens], page.tokens.starts[closes])


def put_in(found: Scene, clause: Clause) -> int | None:
    """Where the main clause goes on behind a relative one that was put in: "l'usine, qui emploie 300 ouvriers, | a fermé"."""
    page = found.page
    if not clause.relative:
        return None
    closes = next((j for j in clause.words[1:] if "," in page.tokens.gap(j)), None)
    return page.tokens.starts[closes] if closes is not None and _finite(page, closes, clause) else None


def _finite(page: Page, i: int, clause: Clause) -> bool:
    """True for an auxiliary, an imperfect, a future or a verb of an event at word `i`, behind "ne", "se" or the like."""
    while i < clause.words.stop - 1 and page.tokens.forms[i] in CLITICS:
        i += 1
    form = page.tokens.forms[i]
    finite = any(t.first == i and t.kind is FormKind.FINITE for t in page.triggers_in(range(i, i + 1)))
    return finite or form in page.rules.auxiliaries or IMPERFECT.search(form) is not None


CLITICS = frozenset(("ne", "n", "n'", "se", "s", "s'", "y", "en", "le", "la", "l", "l'", "les", "lui", "leur"))
IMPERFECT = regex.compile(r"(?<=\p{L}{2})(?:ait|aient|era|eront|ira|iront)$")


def _verbal(trigger: Trigger) -> bool:
    return trigger.kind is not FormKind.NOUN


def attached(page: Page, clause: Clause) -> Clause | None:
    """The relative clause that follows directly and has no count of its own ("dont 50 à Y" says nothing of the rest)."""
    following = next((c for c in page.clauses_of(clause.sentence) if c.words.start == clause.words.stop), None)
    return following if following and following.relative and not page.counts_in(following) else None


LINK = 4
"""Words of a preposition and what belongs to it before a time or place: "depuis le début de"."""


def onward(found: Scene, clause: Clause, anchor: int, mentions: Iterable[M]) -> Iterator[M]:
    """Those of `mentions` behind a clause that may be its own, the nearest first.

    Said by the same voice, in no clause that is told for itself ("..., et le feu a été éteint lundi"), and not of a part ("dont 12 à X").
    """
    page = found.page
    for mention in mentions:
        at = begins(mention)
        if at < clause.end:
            continue
        other = page.clause_at(at)
        if other is None or _apart(page, clause, at):
            return
        if _itself(found, clause, other) or _of_part(found, other, at):
            continue
        if _joined(page, clause, at) or _voices(page, at) == _voices(page, anchor):
            yield mention


def _apart(page: Page, clause: Clause, at: int) -> bool:
    return any(not APART.isdisjoint(page.tokens.gap(i)) for i in range(clause.words.stop, page.word_at(at) + 1))


def _joined(page: Page, clause: Clause, at: int) -> bool:
    """True right behind the clause, without a mark and without a verb: "compte 76 cas | depuis jeudi"."""
    between = range(clause.words.stop, page.word_at(at) + 1)
    return len(between) <= LINK and all(page.tokens.gap(i).isspace() for i in between)


def _itself(found: Scene, clause: Clause, other: Clause) -> bool:
    """True for a relative clause that says something else of a noun ("dont", "où"), and for a main clause beside a main clause."""
    page = found.page
    first = page.tokens.forms[other.words.start]
    if first in page.rules.relatives:
        return first in page.rules.aloof
    return first in page.rules.joined and verb_of(found, other) is not None and verb_of(found, clause) is not None


def _of_part(found: Scene, clause: Clause, at: int) -> bool:
    """True behind a count that is a part, and where several counts of a clause have several places."""
    counts = found.page.counts(clause)
    last = next((q for q in reversed(counts) if q.span.start < at), None)
    if last is None:
        return False
    there = [p for p in found.places.get(clause.sentence, ()) if clause.start <= p.span.start < clause.end]
    return last.part or (len(counts) > 1 and len(there) > 1)


def _voices(page: Page, at: int) -> list[str]:
    """The attributions whose content holds `at`."""
    return [a.attribution.id for a in page.attributed if any(s.start <= at < s.end for s in a.attribution.content)]
