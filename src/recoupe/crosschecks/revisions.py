"""Revisions: an authority that gives one number and later another corrects itself and contradicts nobody."""

from collections.abc import Sequence
from itertools import permutations

from recoupe.crosschecks.answers import Given, near
from recoupe.crosschecks.names import one_name
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.voices import Voice, voices


def current(given: Sequence[Given], provenance: Provenance) -> list[Given]:
    """The answers that nobody has revised: without those that their authority replaced later, and without what only repeats these."""
    replaced = [old for old, new in permutations(given, 2) if _revises(old, new, provenance)]
    if not replaced:
        return list(given)
    return [g for g in given if g not in replaced and not _carries(g, replaced)]


def in_time(given: Sequence[Given]) -> list[Given]:
    """Answers by when they were first given, undated ones last."""
    return sorted(given, key=lambda g: (g.answer.first_seen is None, g.answer.first_seen or ""))


def _revises(old: Given, new: Given, provenance: Provenance) -> bool:
    """One authority gives the old number, and another one in a later text: all its texts are dated."""
    if near(old.answer, new.answer):
        return False
    later = _spoken(new, provenance)
    return any(
        _one_authority(a, b) and first < then
        for a, first in _spoken(old, provenance)
        for b, then in later
    )  # fmt: skip


def _spoken(given: Given, provenance: Provenance) -> list[tuple[tuple[Voice, str], str]]:
    """Each voice of an answer, with its desk and the time at which it first gave the answer; none that gave it at no known time."""
    found: dict[tuple[Voice, str], list[str | None]] = {}
    for count in given.counts:
        for who in voices(count, provenance):
            found.setdefault((who, provenance.desks[count.report]), []).append(provenance.published.get(count.report))
    return [(who, min(t for t in times if t is not None)) for who, times in found.items() if None not in times]


def _one_authority(old: tuple[Voice, str], new: tuple[Voice, str]) -> bool:
    """The same claimant; or an outlet that now says on its own word other than what it carried before."""
    a, b = old[0], new[0]
    if b.outlet is not None:
        return old[1] == new[1]
    if a.actor is None or b.actor is None or a.unnamed or b.unnamed or a.outlet is not None:
        return False
    return one_name(a.actor, b.actor)


def _carries(given: Given, replaced: Sequence[Given]) -> bool:
    """Outlets alone give it, and it can be a number that was replaced."""
    own = all(count.speaker is None for count in given.counts)
    return own and any(near(given.answer, old.answer) for old in replaced)
