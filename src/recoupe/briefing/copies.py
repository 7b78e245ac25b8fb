"""Numbers that a copy has otherwise than what it copies: a difference between versions, no revision by their source."""

from recoupe.briefing.desk import Desk
from recoupe.model import Agreement, Answer, Crosscheck

COPIED = "copied"
"""Only a copy makes a second answer."""

TOLD = {
    "a text gives one value in place of another": "revised_in_text",
    "an outlet has another value later": "revised_by_outlet",
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
    return TOLD.get(crosscheck.why.partition("; ")[0], str(crosscheck.agreement.value))
