"""Who disputes a number: "ce chiffre est faux" is set beside the number that it means, a denial that repeats a number beside that one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from recoupe.briefing.quoting import telling
from recoupe.model import Answer, Claim, Crosscheck, Modality, Number, Span
from recoupe.text import fold, sentences

REACH = 300
"""Characters from a number on in which "ce chiffre" means it."""


Asked = tuple[str, str | None, Number | None]
"""Unit, role and value of a number."""


class Denials(NamedTuple):
    """What disputes numbers: `apart` with other words, by the claim that gives one; `repeating` it: "dément le bilan de 52 morts"."""

    apart: Mapping[str, Sequence[Claim]]
    repeating: Mapping[Asked, Sequence[Claim]]


def repeating(claims: Iterable[Claim]) -> dict[Asked, list[Claim]]:
    """Denials by the numbers that they repeat."""
    found: dict[Asked, list[Claim]] = {}
    for claim in claims:
        if claim.modality is Modality.DENIED:
            for asked in dict.fromkeys((q.unit, q.role, q.value) for q in claim.quantities):
                found.setdefault(asked, []).append(claim)
    return found


def apart(claims: Iterable[Claim], raw: Callable[[Span], str], language: Callable[[str], str]) -> dict[str, list[Claim]]:
    """For each claim that gives a number those that dispute it with other words than its own; `claims` in the order of their texts."""
    found: dict[str, list[Claim]] = {}
    before: dict[str, list[Claim]] = {}
    for claim in claims:
        earlier = before.setdefault(claim.report, [])
        how = _disputes(claim, raw(claim.span), language(claim.report))
        meant = _meant(claim, earlier) if how else None
        if meant is not None and (how == POINTING or _near(meant, claim, raw)):
            found.setdefault(meant.id, []).append(claim)
        elif claim.quantities and claim.modality is not Modality.DENIED:
            earlier.append(claim)
    return found


def disputed(check: Crosscheck, answer: Answer, claims: Mapping[str, Claim], found: Denials) -> list[Claim]:
    """The claims that dispute `answer`, once for each who does."""
    worded = chain.from_iterable(found.apart.get(key, ()) for key in answer.claims)
    given = {claims[key].attribution for key in answer.claims if key in claims}
    own = {said.actor.id for said in given if said is not None and said.actor is not None}
    speaking: dict[str, Claim] = {}
    for claim in chain(worded, _repeating(check, answer, claims, found)):
        said = claim.attribution
        if said is not None and said.actor is not None and said.actor.id not in own:
            speaking.setdefault(said.actor.id, claim)
    return list(speaking.values())


def _repeating(check: Crosscheck, answer: Answer, claims: Mapping[str, Claim], found: Denials) -> Iterator[Claim]:
    """Denials of the very number, in the reports of the question."""
    same = found.repeating.get((check.question.unit, check.question.role, answer.value), ()) if answer.value else ()
    given = {claims[key].report for a in check.answers for key in a.claims if key in claims} if same else ()
    return (claim for claim in same if claim.report in given)


POINTING, DENYING = "pointing", "denying"


def _disputes(claim: Claim, words: str, language: str) -> str:
    """How it says of a number, which it does not repeat, that it is not so: it points at one, or denies all that was said before."""
    if claim.quantities or claim.attribution is None:
        return ""
    folded = fold(words)
    pointing, false, denying = _patterns(language)
    if pointing.search(folded) is not None and (claim.modality is Modality.DENIED or false.search(folded) is not None):
        return POINTING
    return DENYING if denying.match(folded) else ""


def _near(number: Claim, claim: Claim, raw: Callable[[Span], str]) -> bool:
    """Whether no sentence stands between them."""
    before = raw(Span(report=claim.report, start=number.span.start, end=claim.span.start))
    return sum(any(map(str.isalpha, before[start:end])) for start, end in sentences(before)) == 1


def _meant(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The last number before it in reach that somebody else gives."""
    speaker = claim.attribution.actor if claim.attribution is not None else None
    for one in reversed(earlier):
        if claim.span.start - one.span.end > REACH:
            return None
        said = one.attribution.actor if one.attribution is not None else None
        if one.span.end <= claim.span.start and (said is None or speaker is None or said.id != speaker.id):
            return one
    return None


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]", "regex.Pattern[str]"]:
    """What points at a number, what says that it is not so, and what denies all that was said before."""
    words = telling(language)
    pointing = rf"(?<!\w)(?:{_either(words.pointing)})\s(?:{_either(words.numbers)})(?!\w)"
    false = rf"(?<!\w)(?:{_either(words.false)})(?!\w)"
    return regex.compile(pointing), regex.compile(false), regex.compile(rf"(?:{_either(words.denying)})(?!\w)")


def _either(words: Sequence[str]) -> str:
    return "|".join(map(regex.escape, words)) or "(?!)"
