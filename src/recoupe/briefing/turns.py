"""The numbers of one voice side by side, and those that it gives in place of others: "27, puis 31 blessés"."""

from collections.abc import Iterable

from recoupe.briefing.desk import Desk
from recoupe.briefing.heard import Given
from recoupe.model import Answer, Crosscheck, Standing


def replaced(desk: Desk, check: Crosscheck, voice: str, given: Given) -> bool:
    """Whether the last number of a voice stands for all of them now."""
    *before, (last, _) = given
    return all(_given_up(desk, claims) or voice in successors(desk, check, answer).get(last, ()) for answer, claims in before)


def successors(desk: Desk, check: Crosscheck, answer: Answer) -> dict[Answer, list[str]]:
    """The numbers that those who give this one, or a text, give in its place, each with who does."""
    return {check.answers[turn.answer]: list(dict.fromkeys(map(desk.called, turn.voices))) for turn in answer.turns}


def correcting(desk: Desk, check: Crosscheck) -> list[str]:
    """Who gives a number in place of one that is not theirs."""
    named = [
        (desk.called(voice), {desk.called(actor.name) for actor in answer.support.actors})
        for answer in check.answers
        for turn in answer.turns
        for voice in turn.voices
    ]
    return list(dict.fromkeys(voice for voice, own in named if voice not in own))


def refusing(desk: Desk, answer: Answer) -> str:
    """Who says of a number that nobody gives here that it is not so many: "92, et non 60, selon X". Nobody where the outlet says so."""
    claims = [desk.claims[c] for c in answer.claims if c in desk.claims] if answer.standing is Standing.WITHDRAWN else []
    named = [c.attribution.actor.name for c in claims if c.attribution is not None and c.attribution.actor is not None]
    return desk.join(dict.fromkeys(map(desk.called, named))) if len(named) == len(claims) else ""


def _given_up(desk: Desk, claims: Iterable[str]) -> bool:
    """It is only called former."""
    return all(desk.claims[key].standing is Standing.FORMER for key in claims)
