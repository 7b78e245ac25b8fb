"""How the answers to one question stand to each other, and why they can be compared."""

from collections.abc import Callable, Sequence
from itertools import combinations, permutations, product
from typing import NamedTuple

from recoupe.crosschecks.answering import ANSWERED
from recoupe.crosschecks.answers import near
from recoupe.crosschecks.case import MANY, Case, Weighed
from recoupe.crosschecks.revisions import current, reason
from recoupe.model import Agreement


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
    for one in case.given:
        sides = {actor.side for actor in one.given.answer.support.actors if actor.side is not None}
        if target is not None and target in sides and len(sides) > 1:
            return Verdict(Agreement.ACKNOWLEDGED, f"the side concerned ({target}) and another give one value")
    return None


def _one_answer(case: Case) -> Verdict | None:
    if len(case.given) > 1:
        return None
    if not case.given[0].corroborated:
        return Verdict(Agreement.SINGLE, "one value, and no second voice is sure")
    return Verdict(Agreement.SAME, "one value")


def _many(case: Case) -> Verdict | None:
    return _differs(case) if len(case.given) > MANY else None


def _rounded(case: Case) -> Verdict | None:
    """All values can be one number."""
    if _all_near(case.given):
        return Verdict(Agreement.ROUNDED, "all values can be one number")
    return None


def _revised(case: Case) -> Verdict | None:
    """What was replaced later set aside, the values can be one number."""
    left = current(case.given)
    if len(left) < len(case.given) and _all_near(left):
        return Verdict(Agreement.REVISED, reason(case.given))
    return None


def _conflict(case: Case) -> Verdict | None:
    """Other voices, other values: same place and time said by each, or one text sets them side by side."""
    if case.asked.question.part:
        return None
    rivals, answered = _rivals(case), ANSWERED in case.asked.signs
    for a, b in combinations([one for one in current(case.given) if not one.copied], 2):
        if not near(a.given.answer, b.given.answer) and not (case.asked.question.role and _may_be_part(a, b)) and a.voices != b.voices:
            if _stated_alike(a, b):
                return Verdict(Agreement.CONFLICT, "values exclude one another for one stated place and time")
            apart = product(a.voices - b.voices, b.voices - a.voices)
            if _side_by_side(a, b) or (answered and _in_turn(a, b)) or any(one in rivals for one in apart):
                return Verdict(Agreement.CONFLICT, "one text sets values that exclude one another side by side")
    return None


def _rivals(case: Case) -> set[tuple[str, str]]:
    """Pairs of voices that one sentence sets against each other, be it with numbers that one of them has replaced since."""
    found = set[tuple[str, str]]()
    for a, b in permutations([one for one in case.given if not one.copied], 2):
        if not near(a.given.answer, b.given.answer) and _side_by_side(a, b):
            found |= set(product(a.voices, b.voices))
    return found


def _copied(case: Case) -> Verdict | None:
    """Only copies differ from what they were taken from."""
    left = [one for one in case.given if not one.copied]
    if len(left) < len(case.given) and _all_near(left):
        return Verdict(Agreement.DIFFERS, "a copy has another value than the text that it was taken from")
    return None


def _mirrored(case: Case) -> Verdict | None:
    """What differs stands in words that two texts share, and nobody knows which of them has it from the other."""
    left = [one for one in case.given if not one.copied and not one.mirrored]
    kept = [left] if any(one.doubtful for one in left) else [[*left, one] for one in case.given if one.mirrored]
    if len(left) < len(case.given) and any(map(_all_near, kept)):
        return Verdict(Agreement.DIFFERS, "two texts say the same words with another number, and nothing tells which came first")
    return None


def _differs(case: Case) -> Verdict | None:
    return Verdict(Agreement.DIFFERS, f"values exclude one another; scope, place or time may differ ({len(case.given)} values)")


RULES: tuple[Callable[[Case], Verdict | None], ...] = (
    _acknowledged,  # first: two sides that agree weigh more than how many voices there are
    _one_answer,
    _many,
    _rounded,  # before any difference: what can be one number does not differ
    _revised,  # before conflict: one voice does not contradict itself, it corrects itself
    _copied,  # before conflict: a changed copy contradicts nobody
    _mirrored,  # so with two of which one may be
    _conflict,
    _differs,  # always applies
)


def _all_near(given: Sequence[Weighed]) -> bool:
    return all(near(a.given.answer, b.given.answer) for a, b in combinations(given, 2))


def _may_be_part(a: Weighed, b: Weighed) -> bool:
    """One counts at one site or its own people, and has less."""
    least, most = sorted((a, b), key=lambda one: one.given.answer.low or 0)
    return least.framed and not most.framed


def _stated_alike(a: Weighed, b: Weighed) -> bool:
    places, times = a.places | b.places, a.times | b.times
    return len(places) == len(times) == 1 and None not in places | times


def _side_by_side(a: Weighed, b: Weighed) -> bool:
    """In one sentence, by different voices."""
    return any(len(a.sentences[at] | b.sentences[at]) > 1 for at in a.sentences.keys() & b.sentences.keys())


def _in_turn(a: Weighed, b: Weighed) -> bool:
    """In two sentences of one text, one after the other."""
    return any((report, n + step) in b.sentences for report, n in a.sentences for step in (-1, 1))


def _scope(case: Case) -> str:
    """What is known of place and time."""
    counts = case.asked.counts
    places = sum(c.place is not None for c in counts)
    times = sum(c.time is not None for c in counts)
    alike = "; ".join(case.asked.signs) or "same unit and role"
    return f"{alike}; place stated by {places} and time by {times} of {len(counts)} counts"
