"""How the numbers of one voice follow each other: "27, puis 31 blessés"."""

from itertools import pairwise

from recoupe.briefing.copies import verdict
from recoupe.briefing.desk import Desk
from recoupe.briefing.wording import capital
from recoupe.model import UNHELD, ActorKind, Answer, Crosscheck, Standing

NOBODY = frozenset({ActorKind.DOCUMENT, ActorKind.OTHER})
"""Kinds of what a former number is laid to where nobody is named: "un précédent bilan"."""

Given = list[tuple[Answer, list[str]]]
"""What one voice answers to a question, in the order of answers, each with its claims."""


def by_voice(desk: Desk, check: Crosscheck) -> dict[str, Given]:
    """The answers to a question by who is cited with them."""
    said: dict[str, Given] = {}
    for answer in desk.answers(check):
        for claim in (desk.claims[key] for key in answer.claims if key in desk.claims):
            actor = claim.attribution.actor if claim.attribution is not None else None
            if actor is None or (claim.standing in UNHELD and actor.kind in NOBODY):
                continue
            mine = said.setdefault(called(desk, actor.name), [])
            if not mine or mine[-1][0] is not answer:
                mine.append((answer, []))
            mine[-1][1].append(claim.id)
    return said


def called(desk: Desk, name: str) -> str:
    """The fullest name of a claimant."""
    seen = {name}
    while (fuller := desk.aliases.get(name, name)) not in seen:
        name = fuller
        seen.add(name)
    return capital(name)


def replaced(desk: Desk, check: Crosscheck, given: Given) -> bool:
    """Whether each number of a voice comes after the one before it: in a later text, or because a text says so."""
    if len(check.answers) == len(given) == 2 and verdict(desk, check) == "revised_in_text":  # of two the replaced one stands first
        return True
    return all(_later(desk, one, other) for one, other in pairwise(given))


def successor(desk: Desk, check: Crosscheck, answer: Answer) -> Answer | None:
    """The number that all who give this one, and nobody else does, give last."""
    if len(check.answers) < 2 or answer.standing is not None:
        return None
    said = [given for given in by_voice(desk, check).values() if any(one is answer for one, _ in given)]
    named = sum(len(claims) for given in said for one, claims in given if one is answer)
    lasts = {given[-1][0] for given in said}
    follows = len(lasts) == 1 and answer not in lasts and all(replaced(desk, check, given) for given in said)
    return next(iter(lasts)) if follows and named == len(answer.claims) else None


def _later(desk: Desk, one: tuple[Answer, list[str]], other: tuple[Answer, list[str]]) -> bool:
    if all(desk.claims[key].standing is Standing.FORMER for key in one[1]):
        return True
    first, last = ([desk.reports[desk.claims[key].report].published for key in claims] for _, claims in (one, other))
    before = [when.start for when in first if when is not None and when.start]
    after = [when.start for when in last if when is not None and when.start]
    return len(before) == len(first) and bool(after) and max(before) < min(after)
