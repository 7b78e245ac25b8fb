"""How the numbers of one voice follow each other: "27, puis 31 blessés"."""

from collections.abc import Iterable
from itertools import pairwise

from recoupe.briefing.copies import verdict
from recoupe.briefing.desk import Desk
from recoupe.model import UNHELD, ActorKind, Answer, Crosscheck, Standing

NOBODY = frozenset({ActorKind.DOCUMENT, ActorKind.OTHER})
"""Kinds of what a former number is laid to where nobody is named: "un précédent bilan"."""

Given = list[tuple[Answer, list[str]]]
"""What one voice answers to a question, in the order of answers, each with its claims."""


def by_voice(desk: Desk, check: Crosscheck) -> dict[str, Given]:
    """The answers to a question by who is cited with them."""
    if check.id not in desk.turns:
        desk.turns[check.id] = _by_voice(desk, check)
    return desk.turns[check.id]


def _by_voice(desk: Desk, check: Crosscheck) -> dict[str, Given]:
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
    return name


def replaced(desk: Desk, check: Crosscheck, given: Given) -> bool:
    """Whether each number of a voice comes after the one before it: in a later text, or because a text says so."""
    if len(check.answers) == len(given) == 2 and verdict(desk, check) == "revised_in_text":  # of two the replaced one stands first
        return True
    return all(_later(desk, one, other) for one, other in pairwise(given))


def successors(desk: Desk, check: Crosscheck, answer: Answer) -> dict[Answer, list[str]]:
    """The numbers that those who give this one give last, each with who does."""
    found: dict[Answer, list[str]] = {}
    for voice, given in by_voice(desk, check).items() if len(check.answers) > 1 and answer.standing is None else ():
        last = given[-1][0]
        if last is not answer and any(one is answer for one, _ in given) and replaced(desk, check, given):
            found.setdefault(last, []).append(voice)
    return found


def _later(desk: Desk, one: tuple[Answer, list[str]], other: tuple[Answer, list[str]]) -> bool:
    """By the times of the texts; what a text only calls former was said before that text."""
    first = [key for key in one[1] if desk.claims[key].standing is not Standing.FORMER]
    before, after = _times(desk, first), _times(desk, other[1])
    return len(before) == len(first) and (not first or (bool(after) and max(before) < min(after)))


def _times(desk: Desk, claims: Iterable[str]) -> list[str]:
    """The publications of claims, where they are known."""
    found = (desk.reports[desk.claims[key].report].published for key in claims)
    return [when.start for when in found if when is not None and when.start]
