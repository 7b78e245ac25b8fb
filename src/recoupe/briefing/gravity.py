"""Which numbers a desk looks for: what has become of people first, what is merely counted last."""

from recoupe.briefing.backdrop import background
from recoupe.briefing.desk import Desk
from recoupe.model import Answer, Crosscheck, Dossier, Number

HARM = ("killed", "killed_missing", "killed_wounded", "missing", "wounded")
"""What is told before anything else, however few texts have it."""

GRAVEST = (
    *(*HARM, "kidnapped", "trapped", "infected"),
    *("hospitalised", "arrested", "evacuated", "displaced", "homeless"),
)
"""What has become of people, the gravest first; other roles follow, then counts of an event, then the rest."""

SMALL = 10
"""Below it a number without a role and without an event says little: "deux fois", "trois points"."""


def ordered(desk: Desk, dossier: Dossier) -> list[Crosscheck]:
    """The questions of an event as they are told: the dead, the missing, the wounded; then what most texts say; what says little
    stands behind what as many texts and voices say.
    """
    return sorted(desk.crosschecks(dossier), key=lambda check: place(desk, check))


def place(desk: Desk, check: Crosscheck) -> tuple[int, int, int, bool]:
    """Where a question stands among those told; equal places keep their order."""
    return _harm(desk, check), -check.support.texts, -check.support.voices.high, all(small(desk, check, a) for a in check.answers)


def _harm(desk: Desk, check: Crosscheck) -> int:
    """The place of the dead, the missing and the wounded of this story: no rate, no part, none of long ago."""
    asked = check.question
    told = asked.role in HARM and not asked.part and not asked.measure and not all(past(desk, a) for a in check.answers)
    return HARM.index(asked.role) if told and asked.role is not None else len(HARM)


def small(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> bool:
    """A small number of what nothing is said to have become of: "deux fois", "trois points"."""
    high = next((n for n in (answer.high, answer.value, answer.low) if n is not None), 0)
    return high < SMALL and loose(desk, crosscheck)


def loose(desk: Desk, crosscheck: Crosscheck) -> bool:
    """A number of what nothing is said to have become of, of no event that its words would name."""
    asked = crosscheck.question
    return asked.role is None and not desk.has(f"kind.{asked.type}")


def grave(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> tuple[int, Number, str]:
    """The gravest first: by what has become of those counted, then what an event counts, then the largest."""
    asked = crosscheck.question
    known = GRAVEST.index(asked.role) if asked.role in GRAVEST else len(GRAVEST)
    bare = 0 if asked.role else 2 if loose(desk, crosscheck) else 1
    return known + bare, -(answer.low or 0), crosscheck.id


def past(desk: Desk, answer: Answer) -> bool:
    """All of it is about a time long before: background."""
    claims = [desk.claims[c] for c in answer.claims if c in desk.claims]
    return bool(claims) and all(background(desk, claim) for claim in claims)
