"""Places and times where they stand, as candidates for the setting of a claim: what each is by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.page import Page
from recoupe.claims.setting.aside import aside
from recoupe.claims.setting.ranking import Weights, worth
from recoupe.model import Place, When

M = TypeVar("M", bound=Place | When)


@dataclass(frozen=True, slots=True)
class Seen(Generic[M]):
    """A mention, where it begins and with which word, with the signs that it bears by itself, and what these are worth.

    `voices`: the attributions in whose content it stands. `types`: the events that its clause names.
    `inside`: characters of what is put in with it about a subject.
    """

    mention: M
    start: int
    word: int
    clause: Clause
    signs: tuple[str, ...]
    worth: int
    voices: frozenset[str]
    types: frozenset[str]
    inside: range | None


def seen(page: Page, mention: M, start: int, signs: Iterable[str], weighed: Weights) -> Seen[M] | None:
    """`mention`, which begins at `start`, as a candidate; None where no sentence holds it."""
    clause = page.clause_at(start)
    if clause is None:
        return None
    borne, word, types = tuple(signs), page.word_at(start), page.types_in(clause.words)
    return Seen(mention, start, word, clause, borne, worth(borne, weighed), page.voices(start), types, aside(page, start))


def end(mention: Place | When) -> int:
    """Where a mention ends; a time that stands nowhere, before all."""
    return mention.span.end if mention.span is not None else 0
