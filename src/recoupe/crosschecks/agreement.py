"""How the answers to one question stand to each other, and why they can be compared."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from recoupe.crosschecks.answers import Given, near
from recoupe.crosschecks.counts import Count, place_key
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.questions import Asked
from recoupe.crosschecks.revisions import current
from recoupe.model import Agreement


class Case(NamedTuple):
    """A question with its answers, and what is known of their texts."""

    asked: Asked
    given: Sequence[Given]
    provenance: Provenance


class Verdict(NamedTuple):
    """The agreement, and the reason in words."""

    agreement: Agreement
    why: str


def agreement(case: Case) -> Verdict:
    """The first rule that applies says how the answers stand."""
    found = next(verdict for rule in RULES if (verdict := rule(case)) is not None)
    return Verdict(found.agreement, f"{found.why}; {_scope(case)}")


def _acknowledged(case: Case) -> Verdict | None:
    """The side concerned and another side give one value."""
    target = case.asked.question.target
    for given in case.given:
        sides = {actor.side for actor in given.answer.support.actors if actor.side is not None}
        if target is not None and target in sides and len(sides) > 1:
            return Verdict(Agreement.ACKNOWLEDGED, f"the side concerned ({target}) and another give one value")
    return None


def _one_answer(case: Case) -> Verdict | None:
    if len(case.given) > 1:
        return None
    if case.given[0].answer.support.voices.high <= 1:
        return Verdict(Agreement.SINGLE, "one value on one voice at most")
    return Verdict(Agreement.SAME, "one value")


def _rounded(case: Case) -> Verdict | None:
    """All values can be one number."""
    if all(near(a.answer, b.answer) for a, b in combinations(case.given, 2)):
        return Verdict(Agreement.ROUNDED, "all values can be one number")
    return None


def _revised(case: Case) -> Verdict | None:
    """What an authority replaced later set aside, the values can be one number."""
    left = current(case.given, case.provenance)
    if len(left) < len(case.given) and all(near(a.answer, b.answer) for a, b in combinations(left, 2)):
        return Verdict(Agreement.REVISED, "a voice gives another value later")
    return None


def _conflict(case: Case) -> Verdict | None:
    """Other voices, other values: same place and time said by each, or one text sets them side by side."""
    if case.asked.question.part:
        return None
    for a, b in combinations(current(case.given, case.provenance), 2):
        if not near(a.answer, b.answer) and _other_voices(case, a, b):
            if _stated_alike(a.counts + b.counts):
                return Verdict(Agreement.CONFLICT, "values exclude one another for one stated place and time")
            if _side_by_side(case.provenance, a, b):
                return Verdict(Agreement.CONFLICT, "one text sets values that exclude one another side by side")
    return None


def _differs(case: Case) -> Verdict | None:
    return Verdict(Agreement.DIFFERS, f"values exclude one another; scope, place or time may differ ({len(case.given)} values)")


RULES: tuple[Callable[[Case], Verdict | None], ...] = (
    _acknowledged,  # first: two sides that agree weigh more than how many voices there are
    _one_answer,
    _rounded,  # before any difference: what can be one number does not differ
    _revised,  # before conflict: one voice does not contradict itself, it corrects itself
    _conflict,
    _differs,  # always applies
)


def _voices(case: Case, given: Given) -> set[str]:
    return set(case.provenance.voices(list(given.counts)))


def _other_voices(case: Case, a: Given, b: Given) -> bool:
    return _voices(case, a) != _voices(case, b)


def _stated_alike(counts: Sequence[Count]) -> bool:
    places = {place_key(c.place) if c.place else None for c in counts}
    times = {c.time.value if c.time else None for c in counts}
    return len(places) == len(times) == 1 and None not in places | times


def _side_by_side(provenance: Provenance, a: Given, b: Given) -> bool:
    """In one sentence, by different voices."""
    return any(
        x.report == y.report
        and provenance.sentence(x.quantity.span) == provenance.sentence(y.quantity.span)
        and provenance.voices([x]).keys() != provenance.voices([y]).keys()
        for x in a.counts
        for y in b.counts
    )


def _scope(case: Case) -> str:
    """What is known of place and time."""
    counts = case.asked.counts
    places = sum(c.place is not None for c in counts)
    times = sum(c.time is not None for c in counts)
    return f"same unit and role; place stated by {places} and time by {times} of {len(counts)} counts"
