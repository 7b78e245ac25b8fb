"""Whether a name is a place, and which: by what stands before it, what else the report names, and how many live there."""

from collections import Counter
from math import log10
from typing import NamedTuple

import regex

from recoupe.model import PlacePrecision
from recoupe.read.demonyms import demonyms
from recoupe.read.gazetteer import Entry
from recoupe.read.places_context import Ground, grammar
from recoupe.read.places_names import STRONG, Candidate

LOWER = regex.compile(r"(?<![\p{L}-])\p{Ll}{3,20}+(?:-\p{Ll}++)?")
LARGE, MIDDLING = 200_000, 20_000


class World(NamedTuple):
    """What a report as a whole says about its places.

    `countries`: how often each country is named, or given by an adjective; `home` are those of the press. `persons`: words of names of people.
    `sure`: names that stand somewhere in the report where only a place can.
    """

    countries: Counter[str]
    home: frozenset[str]
    persons: frozenset[str]
    sure: frozenset[str]


def world(flat: str, found: list[Candidate], language: str) -> World:
    """Gather what the report says about its places."""
    adjectives, home = demonyms(language), grammar(language).words.home
    countries = Counter(adjectives[word] for word in LOWER.findall(flat) if word in adjectives)
    for candidate in found:
        countries.update(
            {e.country for e in candidate.entries[:1] if e.precision is PlacePrecision.COUNTRY or e.capital or e.population > 1_000_000}
        )
    persons = frozenset(word for c in found if c.joined for word in c.name.split())
    sure = frozenset(c.name for c in found if c.context.ground in STRONG and not c.joined)
    return World(countries, home, persons, sure)


def accepted(candidate: Candidate, around: World, *, listed: bool) -> bool:
    """Whether the name is a place here; `listed`: it follows another place in a list."""
    ground = candidate.context.ground
    if candidate.joined or ground is Ground.BODY:
        return False
    if not candidate.entries:
        return ground in STRONG and candidate.name not in around.persons
    entry = chosen(candidate, around)
    assert entry is not None
    if candidate.name in around.persons and entry.precision is PlacePrecision.TOWN and not entry.capital and entry.population < 3 * LARGE:
        return False
    if ground in STRONG and not (candidate.context.articled and entry.precision is PlacePrecision.TOWN):
        return True  # towns have no article: "à l'Observatoire" is none
    if entry.precision is not PlacePrecision.TOWN:
        return entry.main or ground is not Ground.BARE
    if listed and entry.main and candidate.exact:
        return True
    if entry.common and candidate.initial:
        return False
    return _bare(candidate, entry, around)


def _bare(candidate: Candidate, entry: Entry, around: World) -> bool:
    """A town without a preposition: large or named for sure elsewhere, or of a country that the report is about."""
    if candidate.name in around.sure:
        return True
    if entry.common:
        return candidate.context.ground is Ground.OF and entry.population > LARGE
    if entry.country in around.countries and candidate.exact:
        return entry.population > (MIDDLING if entry.main else 2 * MIDDLING)
    if entry.country in around.home and candidate.exact:
        return entry.population > MIDDLING
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
