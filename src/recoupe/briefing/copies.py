"""Numbers that a copy has otherwise than what it copies: a difference between versions, no revision by their source."""

from collections.abc import Sequence
from itertools import combinations
from math import inf

from recoupe.briefing.desk import Desk
from recoupe.briefing.turns import refusing
from recoupe.model import UNHELD, Agreement, Answer, Crosscheck

COPIED = "copied"
"""Only a copy makes a second answer."""

SOME = "conflict_some"
"""Of the answers that exclude one another some may be one number."""

REFUSED = "refused"
"""A voice says of one of the numbers that it is not so, and nobody gives it."""

TOLD = {
    "a text gives one value in place of another": "revised_in_text",
    "an outlet has another value later": "revised_by_outlet",
    "another voice corrects a value": "corrected",
    "a text says that a value is taken back": "taken_back",
    "two texts say the same words with another number, and nothing tells which came first": "mirrored",
}
"""Reasons of crosschecks that say more than their agreement, and the phrases for them."""


def altered(desk: Desk, crosscheck: Crosscheck) -> dict[Answer, tuple[list[str], list[str]]]:
    """The answers that stand in copies alone where what they copy gives another: the copies and the original."""
    return {
        answer: (
            sorted({desk.claims[c].report for c in answer.claims if c in desk.claims}, key=lambda r: desk.rank[r]),
            [answer.altered_from],
        )
        for answer in crosscheck.answers
        if answer.altered_from is not None
    }


def verdict(desk: Desk, crosscheck: Crosscheck) -> str:
    """How the answers stand to each other, as a key of phrases."""
    left = len(crosscheck.answers) - len(altered(desk, crosscheck))
    copied = crosscheck.agreement is not Agreement.ACKNOWLEDGED and len(crosscheck.answers) > 1 and left == 1
    if copied:
        return COPIED
    if crosscheck.agreement is Agreement.CONFLICT and not _all_exclude(crosscheck.answers):
        return SOME
    if any(refusing(desk, answer) for answer in crosscheck.answers) and not any(answer.turns for answer in crosscheck.answers):
        return REFUSED
    return TOLD.get(crosscheck.why.partition("; ")[0].partition(": ")[0], str(crosscheck.agreement.value))


def _all_exclude(answers: Sequence[Answer]) -> bool:
    """No two of those that somebody gives can be one number: "des milliers" and "3 000" can."""
    given = [a for a in answers if a.standing not in UNHELD]
    return not any(
        (a.low or 0) <= (inf if b.high is None else b.high) and (b.low or 0) <= (inf if a.high is None else a.high)
        for a, b in combinations(given, 2)
    )
