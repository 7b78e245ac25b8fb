"""Who disputes a number: "ce chiffre est faux" is set beside the number that it means, a denial that repeats a number beside that one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

import regex

from recoupe.briefing.quoting import telling
from recoupe.model import Answer, Claim, Crosscheck, Modality, Span
from recoupe.text import fold, sentences

REACH = 300
"""Characters from a number on in which "ce chiffre" means it."""


def denials(claims: Sequence[Claim], raw: Callable[[Span], str], language: Callable[[str], str]) -> dict[str, tuple[Claim, ...]]:
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
    return {key: tuple(given) for key, given in found.items()}


def disputed(check: Crosscheck, answer: Answer, claims: Mapping[str, Claim], meant: Mapping[str, tuple[Claim, ...]]) -> list[Claim]:
    """The claims that dispute `answer`, once for each who does."""
    apart = chain.from_iterable(meant.get(key, ()) for key in answer.claims)
    given = {claims[key].attribution for key in answer.claims if key in claims}
    own = {said.actor.id for said in given if said is not None and said.actor is not None}
    found: dict[str, Claim] = {}
    for claim in chain(apart, _repeated(check, answer, claims)):
        said = claim.attribution
        if said is not None and said.actor is not None and said.actor.id not in own:
            found.setdefault(said.actor.id, claim)
    return list(found.values())


def _repeated(check: Crosscheck, answer: Answer, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Denials of the very number, in the reports of the question: "dément le bilan de 52 morts"."""
    asked, given = check.question, {claims[key].report for a in check.answers for key in a.claims if key in claims}
    for claim in claims.values() if answer.value else ():
        if claim.modality is Modality.DENIED and claim.report in given:
            alike = any((q.unit, q.role, q.value) == (asked.unit, asked.role, answer.value) for q in claim.quantities)
            if alike:
                yield claim


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
