"""Whether a name is a place, and which of several it is: by what stands before it, by what else the report names, by people living there."""

from collections import Counter
from math import log10
from typing import NamedTuple

import regex

from recoupe.model import PlacePrecision
from recoupe.read.demonyms import demonyms
from recoupe.read.gazetteer import Entry
from recoupe.read.places_context import Ground
from recoupe.read.places_names import STRONG, Candidate

LOWER = regex.compile(r"(?<![\p{L}-])\p{Ll}{3,20}+(?:-\p{Ll}++)?")
LARGE, MIDDLING = 100_000, 15_000


class World(NamedTuple):
    """What a report as a whole says about its places.

    `countries`: how often each country is named, or given by an adjective. `persons`: words of names of people.
    `sure`: names that stand somewhere in the report where only a place can.
    """

    countries: Counter[str]
    persons: frozenset[str]
    sure: frozenset[str]


def world(flat: str, found: list[Candidate], language: str) -> World:
    """Gather what the report says about its places."""
    adjectives = demonyms(language)
    countries = Counter(adjectives[word] for word in LOWER.findall(flat) if word in adjectives)
    for candidate in found:
        countries.update(
            {e.country for e in candidate.entries[:1] if e.precision is PlacePrecision.COUNTRY or e.capital or e.population > 1_000_000}
        )
    persons = frozenset(word for c in found if c.joined for word in _neighbours(flat, c))
    sure = frozenset(c.name for c in found if c.context.ground in STRONG and not c.joined)
    return World(countries, persons, sure)


def _neighbours(flat: str, candidate: Candidate) -> list[str]:
    return candidate.name.split()


def accepted(candidate: Candidate, around: World) -> bool:
    """Whether the name is a place here."""
    ground = candidate.context.ground
    if candidate.joined or ground is Ground.BODY:
        return False
    if not candidate.entries:
        return ground in STRONG and candidate.name not in around.persons
    entry = chosen(candidate, around)
    assert entry is not None
    if entry.precision is not PlacePrecision.TOWN or ground in STRONG:
        return True
    if candidate.name in around.persons or (entry.common and candidate.initial):
        return False
    return _bare(candidate, entry, around)


def _bare(candidate: Candidate, entry: Entry, around: World) -> bool:
    """A town without a preposition: large or named for sure elsewhere, or of a country that the report is about."""
    if candidate.name in around.sure:
        return True
    if entry.common:
        return candidate.context.ground is Ground.OF and entry.population > LARGE
    if entry.country in around.countries and candidate.exact:
        return True
    return entry.population > (LARGE if entry.main and candidate.exact else 10 * LARGE)


def chosen(candidate: Candidate, around: World) -> Entry | None:
    """The likeliest of what the name may be; None where no gazetteer knows it."""
    return max(candidate.entries, key=lambda entry: (_likelihood(candidate, entry, around), entry.id), default=None)


def _likelihood(candidate: Candidate, entry: Entry, around: World) -> float:
    score = log10(entry.population + 1)
    score += 2 * (entry.country in around.countries) + 1.5 * entry.capital
    score += {PlacePrecision.COUNTRY: 2.5, PlacePrecision.ADMIN1: 1.0, PlacePrecision.ADMIN2: 0.0}.get(entry.precision, 0.5)
    if candidate.context.ground is Ground.AREA:
        score += 3 * (entry.precision is candidate.context.precision)
    if candidate.context.ground in {Ground.SETTLEMENT, Ground.NEAR}:
        score += 3 * (entry.precision is PlacePrecision.TOWN)
    return score + 0.5 * entry.main
