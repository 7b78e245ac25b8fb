"""Words that nobody affirms, and how far what governs them reaches."""

from enum import StrEnum

from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.unaffirmed.words import Words
from recoupe.model import Modality, Record

LONGEST = 40
"""Words that one word can govern."""

SUBJECT = 2
"""Words before a verb that make a subject."""

STOPS = frozenset(";:.!?")
MARKS = STOPS | frozenset(",»")
"""What ends a part of a sentence."""


class Reach(StrEnum):
    """Of which counts a scope holds."""

    ALL = "all"
    DONE_TO = "done_to"  # those to whom something is done: "pour tuer 12 personnes", not "pour les 12 blessés"
    NEW = "new"  # those too of whom nothing else is told: "voulait voler 12 voitures", not "les 12 voitures"


class Scope(Record, frozen=True):
    """Words that nobody affirms. `modality` None: no claim is made of them. `reach`: of which counts it holds."""

    words: range
    modality: Modality | None = None
    reach: Reach = Reach.ALL


def ending(found: Tokens, sentence: range, start: int, known: Words | None = None, stops: frozenset[str] = STOPS | {"»"}) -> int:
    """The word before which ends what is governed from word `start` on: at a mark, or at a word that begins something else."""
    for at in range(start + 1, min(sentence.stop, start + LONGEST)):
        if not stops.isdisjoint(found.gap(at)):
            return at
        if known is None:
            continue
        if found.forms[at] in known.table.ends:
            return at
        if found.forms[at] in known.table.joined and not known.table.have.isdisjoint(found.forms[at + 1 : at + 4]):
            return at
    return min(sentence.stop, start + LONGEST)


def beginning(found: Tokens, sentence: range, at: int, stops: frozenset[str] = STOPS) -> int:
    """The first word after the last mark before `at`."""
    while at > sentence.start and stops.isdisjoint(gap := found.gap(at)) and "«" not in gap:
        at -= 1
    return at
