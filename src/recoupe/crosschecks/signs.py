"""Signs that two cells ask one question: what the texts themselves show, each with its name, the surest first.

None looks at pairs of all counts: each finds its pairs by what they share (a passage, a sentence, a number, a kind of unit).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import chain, combinations, pairwise, product
from typing import NamedTuple

from recoupe.crosschecks.answering import ANSWERED, answered
from recoupe.crosschecks.answers import overlap
from recoupe.crosschecks.cells import ANYBODY, Cell, Field, Held, kinds, people, two_speak
from recoupe.crosschecks.counts import WIDTH, Count, Value, may_hold, place_key
from recoupe.crosschecks.crowds import crowds
from recoupe.crosschecks.matters import matters
from recoupe.crosschecks.shares import of_a_kind
from recoupe.crosschecks.wording import wording
from recoupe.model import Bound, Modality, Number, Span, Standing
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.text import fold, stem, stopwords
from recoupe.text.words import words

TELLING = 13
"""Smaller numbers are often the same by chance."""

LARGE = 100
"""From here on a number is known again under another unit for people, or where only one mention tells their fate."""

COMMON = 3
"""Content words that two clauses must share to be one clause told twice."""

LIKENESS = 0.6
"""Share of common content words (Dice) from which two clauses are one."""

MOST = 20
"""So many cells of one number or kind are compared with each other."""


Fate = tuple[str, str | None]
"""A report and a role."""


class Told(NamedTuple):
    """A number of people of one fate in one report; `all_`: of just anybody."""

    number: Number
    all_: bool
    title: bool


class Strength(IntEnum):
    """How sure a sign is: what is set against it is weighed by this."""

    COPIED = 0
    SAID = 1
    TOLD = 2
    LIKELY = 3


class Sign(NamedTuple):
    """Two cells, and why they may ask one question; `few`: the fewer counts they have together, the larger, so that it comes later."""

    strength: Strength
    few: int
    a: str
    b: str
    why: str


def signs(field: Field) -> list[Sign]:
    """All signs, the surest first, in an order that depends on the counts alone."""
    found = set[Sign]()
    for strength, why, pairs in SIGNS:
        copied = strength is Strength.COPIED
        found |= {_sign(strength, why, a, b) for a, b in pairs(field) if a.name != b.name and (copied or not field.two_camps(a, b))}
    return sorted(found)


def _sign(strength: Strength, why: str, *pair: Cell) -> Sign:
    a, b = sorted(cell.name for cell in pair)
    return Sign(strength, -sum(len(cell.counts) for cell in pair), a, b, why)


Pairs = Iterator[tuple[Cell, Cell]]


def _copied(field: Field) -> Pairs:
    """One number at one place of a passage that two reports share, whatever thing, time or place was read around it."""
    for reuse in field.provenance.dossier.reuses:
        left, right = field.reports.get(reuse.a, ()), field.reports.get(reuse.b, ())
        for passage in reuse.passages if left and right else ():
            mine, theirs = _by_value(_within(left, passage.a)), _by_value(_within(right, passage.b))
            for value in mine.keys() & theirs.keys():
                yield from _in_step(mine[value], theirs[value])


def _within(held: Sequence[Held], span: Span) -> Sequence[Held]:
    first, last = (bisect_left(held, at, key=lambda h: h.given.quantity.span.start) for at in (span.start, span.end))
    return held[first:last]


def _by_value(held: Sequence[Held]) -> dict[Value, dict[int, list[Held]]]:
    """By value and position, since several claims may give one number."""
    found: dict[Value, dict[int, list[Held]]] = {}
    for one in held:
        found.setdefault(one.given.value, {}).setdefault(one.given.quantity.span.start, []).append(one)
    return found


def _in_step(mine: dict[int, list[Held]], theirs: dict[int, list[Held]]) -> Pairs:
    """The first with the first, the second with the second; nothing where one side has more of them."""
    if len(mine) == len(theirs):
        for ours, others in zip(mine.values(), theirs.values(), strict=True):
            yield from ((a.cell, b.cell) for a in ours for b in others if _one_fate(a.given, b.given))


def _set_against(field: Field) -> Pairs:
    """Two numbers of one kind, side by side in one sentence, each on the word of somebody else: "12 %, contre 40 % selon la CGT"."""
    for sentence in field.sentences:
        for kind in kinds(h for h in sentence if not h.given.part).values():
            for a, b in pairwise(kind):
                if a.given.value != b.given.value and two_speak(a.given, b.given) and not _moved_on(a.given, b.given):
                    yield a.cell, b.cell


def _moved_on(a: Count, b: Count) -> bool:
    """The second names a place behind the first, and another one: "105 000 à Lyon, selon A, et 182 000 dans toute la France, selon B"."""
    there = b.place
    if there is None or there.inherited or there.span.start < a.quantity.span.end:
        return False
    return a.place is None or place_key(a.place) != place_key(there)


def _replaced(field: Field) -> Pairs:
    """Of two numbers of one kind in one sentence one replaces the other, as the text says; none what is still to come beside it."""
    for sentence in field.sentences:
        for kind in kinds(sentence).values():
            for a, b in combinations(kind[:MOST], 2):
                told = a.given.standing is not b.given.standing and a.given.value != b.given.value
                if told and _of_one_time(a.given, b.given) and not (_dated_back(a.given, b.given) or _dated_back(b.given, a.given)):
                    yield a.cell, b.cell


def _of_one_time(a: Count, b: Count) -> bool:
    """Both to come, or neither; what is only taken back has no verb that tells: "supprimera 980 postes, et non 1 250"."""
    withdrawn = Standing.WITHDRAWN in (a.standing, b.standing)
    return withdrawn or (a.claim.modality is Modality.FORECAST) == (b.claim.modality is Modality.FORECAST)


def _overtaken(field: Field) -> Pairs:
    """A former number and the new one of one fate, in sentences one after the other: "19 morts. Le précédent bilan était de 14 morts"."""
    for held in field.reports.values():
        new = [h for h in held if h.given.standing is Standing.NEW]
        for old in (h for h in held if h.given.standing is Standing.FORMER) if new else ():
            line = field.provenance.sentence(old.given.quantity.span)
            near = (h for h in new if abs(field.provenance.sentence(h.given.quantity.span) - line) == 1)
            yield from ((old.cell, h.cell) for h in near if _gives_way(old.given, h.given))


def _gives_way(old: Count, new: Count) -> bool:
    one_thing = old.quantity.unit == new.quantity.unit and _one_fate(old, new)
    return one_thing and old.value != new.value and not _dated_back(old, new)


def _dated_back(old: Count, new: Count) -> bool:
    """An earlier state of a day of its own: what was counted then is another question."""
    then, now = (count.time for count in (old, new))
    own = old.standing is Standing.FORMER and then is not None and not then.inherited
    return own and then is not None and (now is None or now.value != then.value)


def _same_number(field: Field) -> Pairs:
    """One telling number of one kind, where all that tells the two apart was read from around them."""
    for value, held in field.values.items():
        if value.low is not None and value.low >= TELLING:
            yield from ((a.cell, b.cell) for a, b in combinations(held[:MOST], 2) if _one_kind(a.given, b.given))


def _one_kind(a: Count, b: Count) -> bool:
    if a.quantity.measure is not b.quantity.measure or not _one_fate(a, b):
        return False
    if a.foreseen is not b.foreseen and Standing.WITHDRAWN not in (a.standing, b.standing):
        return False
    large, one_role = (a.quantity.low or 0) >= LARGE, a.quantity.role == b.quantity.role
    if a.quantity.unit != b.quantity.unit:
        return people(a) and people(b) and (large or (one_role and (a.quantity.role is not None or a.type == b.type)))
    return large or one_role or a.quantity.unit not in ANYBODY


def _one_fate(a: Count, b: Count) -> bool:
    """One role, or one that only one of them tells."""
    return a.quantity.role == b.quantity.role or None in (a.quantity.role, b.quantity.role)


def _ends(field: Field) -> Pairs:
    """A range of people that others fill: "de 1 800 à 4 000", and who gives the 1 800 and the 4 000; in another report, both of them."""
    by_number: dict[object, list[Held]] = defaultdict(list)
    for held in field.values.values():
        for one in held:
            by_number[one.given.quantity.value].append(one)
    for one in chain.from_iterable(field.values.values()):
        q = one.given.quantity
        if q.bound is Bound.RANGE and q.low is not None and q.low >= LARGE and people(one.given):
            ends = [[o for o in by_number[end] if people(o.given) and _one_fate(one.given, o.given)][:MOST] for end in (q.low, q.high)]
            both = all(ends)
            yield from ((one.cell, o.cell) for o in chain(*ends) if both or o.given.report == one.given.report)


def _total(field: Field) -> Pairs:
    """People of one fate by another name, in a report that has no other number of all: "deux employés tués" are the "deux morts"."""
    by_kind: dict[tuple[object, ...], list[Held]] = defaultdict(list)
    numbers: dict[Fate, set[Told]] = defaultdict(set)
    for (report, value), held in field.reported.items():
        for one in held:
            q = one.given.quantity
            if q.role is not None and not one.given.part and people(one.given) and value.low and one.given.held:
                by_kind[q.role, value.low, q.measure].append(one)
                numbers[report, q.role].add(Told(value.low, q.unit == "person", one.given.title))
    for (_, low, _), alike in by_kind.items():
        known = [(one, numbers[one.given.report, one.given.quantity.role]) for one in alike]
        fit = [one for one, given in known if low != 1 or _one_alone(one, given)]
        whole = [one.cell for one in fit if one.given.quantity.unit == "person"][:MOST]
        for one in fit:
            given = numbers[one.given.report, one.given.quantity.role]
            if all(told.number == low for told in given if told.all_):
                yield from ((one.cell, other) for other in whole)


def _headed(field: Field) -> Pairs:
    """The people of one fate whom a title has by their kind, and as many in the text below, which has none of that kind: "12 civils tués",
    "12 morts"."""
    for given in field.reports.values():
        told = [h for h in given if h.given.quantity.role is not None and not h.given.part and people(h.given)]
        named = {h.given.quantity.unit for h in told if not h.given.title}
        for one in (h for h in told if h.given.title and h.given.quantity.unit not in named):
            yield from ((one.cell, h.cell) for h in told if _as_many(one.given, h.given))


def _as_many(title: Count, below: Count) -> bool:
    one, other = title.quantity, below.quantity
    told = not below.title and other.unit == "person" and (one.role, one.measure) == (other.role, other.measure)
    return told and one.low == other.low and (one.low or 0) > 1


def _one_alone(one: Held, given: Iterable[Told]) -> bool:
    """Its report has no other number, and no second "un": of one person by two names, in the text itself, there may be two."""
    return all(t.number == 1 for t in given) and (one.given.quantity.unit == "person" or all(t.title for t in given if t.all_))


def _one_clause(field: Field) -> Pairs:
    """Two reports tell it in one clause of their own words: nearly all content words are the same."""
    by_kind: dict[tuple[object, ...], list[Held]] = defaultdict(list)
    for sentence in field.sentences:
        for kind, held in kinds(sentence).items():
            if kind[1] is None and len(held) <= MOST:
                by_kind[kind] += [one for one in held if not any(_holds(one, o) for o in held)]
    for held in by_kind.values():
        first = {h.cell.name: h for h in reversed(held)}
        bags = [(h, content(*field.words(h.given))) for h in list(first.values())[:MOST]] if len(first) > 1 else []
        yield from ((a.cell, b.cell) for (a, x), (b, y) in combinations(bags, 2) if a.given.report != b.given.report and _alike(x, y))


def _holds(one: Held, other: Held) -> bool:
    """Whether the number of another cell stands in the clause of this one."""
    clause, at = one.given.claim.span, other.given.quantity.span.start
    return one.cell.name != other.cell.name and clause.start <= at < clause.end


def content(text: str, language: str) -> frozenset[str]:
    """The stems of the words that say something."""
    found = (text[start:end] for start, end in words(text))
    stops = stopwords(language)
    return frozenset(stem(w, language) for w in found if len(w) > 3 and w.isalpha() and w.lower() not in stops)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= COMMON and 2 * len(a & b) >= LIKENESS * (len(a) + len(b))


def _one_question(field: Field) -> Pairs:
    """All fields of the question are the same: the numbers that most give with each other, and each with the next one."""
    by_question: dict[object, list[Cell]] = defaultdict(list)
    for cell in field.cells:
        if not cell.loose:
            by_question[cell.question].append(cell)
    for alike in by_question.values():
        yield from combinations(sorted(alike, key=lambda cell: (-len(cell.counts), cell.name))[:MOST], 2)
        yield from pairwise(sorted(alike, key=lambda cell: cell.counts[0].quantity.low or 0))


def _one_sort(field: Field) -> Pairs:
    """People of one kind and fate, as a part of all or told by themselves: "52 dead, 9 of them soldiers", "60 soldiers killed"."""
    by_kind: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for cell in field.cells:
        q = cell.question
        if q.role is not None and of_a_kind(q.unit):
            by_kind[q.type, q.unit, q.role, q.measure].append(cell)
    for alike in by_kind.values():
        parts = [cell for cell in alike if cell.question.part and all(count.share for count in cell.counts)][:MOST]
        yield from product(parts, [cell for cell in alike if not cell.question.part][:MOST])


def _whole(field: Field) -> Pairs:
    """A toll without a place is that of the widest place that others name, if it holds all the others. "Aucun" is said of one place."""
    by_kind: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for cell in field.cells:
        q = cell.question
        if q.role is not None and not q.part and all(c.quantity.high != 0 for c in cell.counts):
            by_kind[q.type, q.unit, q.role, q.measure, q.target].append(cell)
    for alike in by_kind.values():
        placed = [(cell, c.place) for cell in alike for c in cell.counts if c.place is not None]
        widest = max((place for _, place in placed), key=lambda p: (WIDTH[p.precision], place_key(p)), default=None)
        if widest is not None and all(place_key(p) == place_key(widest) or may_hold(widest, p) for _, p in placed):
            over = list({cell.name: cell for cell, place in placed if place_key(place) == place_key(widest)}.values())[:MOST]
            open_ = [cell for cell in alike if all(c.place is None and not c.abroad for c in cell.counts)][:MOST]
            yield from product(open_, over)


def _rounder(field: Field) -> Pairs:
    """Of one thing that is not just anybody, two values of which one is a rounder word for the other: "42" and "une quarantaine"."""
    by_kind: dict[tuple[object, ...], list[Held]] = defaultdict(list)
    for cell in field.cells:
        q, count = cell.question, cell.counts[0]
        measured = unit_kind(q.unit) in MEASURED
        if q.role is None and not q.part and q.unit not in ANYBODY and (measured or (count.quantity.low or 0) >= TELLING):
            by_kind[q.unit, q.measure, count.foreseen].append(Held(count, cell))
    for (unit, *_), held in by_kind.items():
        if unit_kind(str(unit)) is not UnitKind.SHARE:
            yield from ((a.cell, b.cell) for a, b in combinations(held[:MOST], 2) if _one_is_rounder(a.given, b.given))


def _one_is_rounder(a: Count, b: Count) -> bool:
    x, y = a.value, b.value
    exact = x.bound == y.bound == Bound.EXACT
    return x != y and not exact and overlap((x.low, x.high), (y.low, y.high))


def _one_part(field: Field) -> Pairs:
    """The words that name one part are all among those that name the other: "dont cinq graves", "cinq sont dans un état grave"."""
    by_kind: dict[tuple[object, ...], list[tuple[Cell, frozenset[str]]]] = defaultdict(list)
    for cell in field.cells:
        q = cell.question
        if q.part and q.part_words:
            language = field.provenance.languages[cell.counts[0].report]
            unit = "person" if q.part_words in wording(language).grades else q.unit
            by_kind[unit, q.role, q.measure].append((cell, _name(q.part_words, language)))
    for parts in by_kind.values():
        for (a, x), (b, y) in combinations(parts[:MOST], 2):
            all_ = a.question.unit == b.question.unit or "person" in (a.question.unit, b.question.unit)
            if x and y and all_ and (x <= y or y <= x):
                yield a, b


def _name(part: str, language: str) -> frozenset[str]:
    found = (part[start:end] for start, end in words(part))
    return frozenset(stem(w, language) for w in found if len(w) > 2 and w not in _stops(language))


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(map(fold, stopwords(language)))


SIGNS: tuple[tuple[Strength, str, Callable[[Field], Pairs]], ...] = (
    (Strength.COPIED, "one passage in two texts gives it", _copied),
    (Strength.SAID, "one sentence sets two voices against each other", _set_against),
    (Strength.SAID, ANSWERED, answered),
    (Strength.SAID, "a text says that one number replaces another", _replaced),
    (Strength.SAID, "a text says that one number replaces another", _overtaken),
    (Strength.TOLD, "several texts give the very same number", _same_number),
    (Strength.TOLD, "one text fills the ends of a range", _ends),
    (Strength.TOLD, "a text gives it as its only number of all", _total),
    (Strength.TOLD, "a title has the number of the text", _headed),
    (Strength.TOLD, "two texts say it in nearly the same words", _one_clause),
    (Strength.LIKELY, "same unit and role", _one_question),
    (Strength.LIKELY, "people of one kind, by themselves or among all", _one_sort),
    (Strength.LIKELY, "those who were there, told as a kind and as people", crowds),
    (Strength.LIKELY, "one thing is measured in one unit", matters),
    (Strength.LIKELY, "no place is told, and one holds all that are", _whole),
    (Strength.LIKELY, "one number is a rounder word for another", _rounder),
    (Strength.LIKELY, "one name for the part", _one_part),
)
