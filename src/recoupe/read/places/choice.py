"""Whether a name is a place, and which: by what stands before it, what else the report names, and how many live there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import cos, hypot, log10, radians
from typing import NamedTuple

import regex
import simplemma
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.lang.demonyms import demonyms
from recoupe.model import PlacePrecision, Report
from recoupe.read.places.context import Grammar, Ground, grammar
from recoupe.read.places.datelines import is_word, leads
from recoupe.read.places.gazetteer import Entry
from recoupe.read.places.names import STRONG, Candidate
from recoupe.text import stopwords

LOWER = regex.compile(r"\p{Ll}{3,20}+(?:-\p{Ll}++)?")
LARGE, MIDDLING, SMALL = 200_000, 20_000, 5_000
LISTED = 15_000
"""A town of fewer is not believed for standing beside a place, unless it lies in a country that the report is about."""
ARTICLES = ("La ", "Le ", "Les ", "L'")
ARTICLED = 6
"""What it weighs against a town that an article stands before its name."""
SAID, HOME = 10, 2
"""What it weighs, in powers of ten of inhabitants, that the words say the country, that it is the country of the press."""


class World(NamedTuple):
    """What a report as a whole says about its places.

    `countries`: how often each country is named, or given by an adjective; `regions`: those named. `home`: the countries of the press
    of the language; `press`: that of the outlet where its address says it, else all of `home`. `persons`: words of names of people.
    `sure`: names that stand somewhere in the report where only a place can. `within`: the country that is said right after the name
    that begins there ("Valence, en Espagne"); `afar`: names behind which the next one stands further off. `territories`: overseas, whose
    chief towns are no capitals of states. `named`: the countries and regions that are named.
    """

    countries: Counter[str]
    regions: frozenset[tuple[str, str | None]]
    home: frozenset[str]
    press: frozenset[str]
    persons: frozenset[str]
    sure: frozenset[str]
    within: Mapping[int, str]
    afar: frozenset[int]
    territories: frozenset[str]
    named: frozenset[Entry]
    language: str


def world(flat: str, found: list[Candidate], report: Report) -> World:
    """Gather what the report says about its places."""
    language = report.language
    words = grammar(language).words
    outlet = _outlet_country(report, words.generic_domains)
    countries = Counter(_adjectives(flat, language))
    told = [c for c in found if c.entries and c.name not in words.directions]
    telling = [c.entries[0] for c in told if _telling(c.entries, area=c.context.ground is Ground.AREA)]
    within = _within(flat, found, grammar(language))
    countries.update(entry.country for entry in telling)
    return World(
        countries=countries,
        regions=frozenset((e.country, e.admin1) for c in found for e in c.entries[:1] if e.precision in AREAS[1:]),
        home=words.home | outlet,
        press=outlet or words.home,
        persons=frozenset(word for c in found if c.joined for word in c.name.split()),
        sure=frozenset(_sure(report.text, found, within, language)),
        within=within,
        afar=frozenset(a.start for a, b in pairwise(found) if b.start - a.end > AFAR),
        territories=grammar(language).territories,
        named=frozenset(telling),
        language=language,
    )


def _adjectives(flat: str, language: str) -> Iterator[str]:
    """The countries of the adjectives in a text.

    >>> list(_adjectives("les soldats russes et nord-coréens, un jeu franco-russe", "fr"))
    ['RU', 'KP']
    """
    find, countries = _demonyms(language)
    for number, start, end in find.find_matches_as_indexes(flat):
        before, after = flat[start - 1 : start], flat[end : end + 2]
        if not (before.isalpha() or before == "-" or after[:1].islower() or (after[:1] == "-" and after[1:].islower())):
            yield countries[number]


@cache
def _demonyms(language: str) -> tuple[AhoCorasick, tuple[str, ...]]:
    known = {word: country for word, country in demonyms(language).items() if LOWER.fullmatch(word)}
    return AhoCorasick(tuple(known), matchkind=MatchKind.LeftmostLongest), tuple(known.values())


DOMAIN = regex.compile(r"https?+://[^/:?#\s]{0,200}+(?<=[.]([a-z]{2}))(?=[/:?#]|$)")


def _outlet_country(report: Report, generic: frozenset[str]) -> frozenset[str]:
    """The country of the outlet's address, where its ending is that of one."""
    found = DOMAIN.match(report.url or "")
    return frozenset({found[1].upper()}) if found and found[1] not in generic else frozenset()


AREAS = (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)


def _telling(entries: tuple[Entry, ...], *, area: bool) -> bool:
    """Whether a name tells of which country the report speaks: a country, an area or one called after a town, a capital or a very
    large town, and none of another."""
    first = entries[0]
    rivals = (e for e in entries if e.country != first.country)
    if any(e.precision in AREAS or e.capital or RIVAL * e.population > first.population for e in rivals):
        return False
    return area or first.precision in AREAS or first.capital or first.population > 1_000_000


RIVAL = 10
"""A town abroad of the same name keeps a name from telling the country if it has one in so many of its inhabitants."""


def _sure(text: str, found: list[Candidate], within: Mapping[int, str], language: str) -> Iterator[str]:
    """The names that stand where only a place can, also "de X" with the country behind it, and the town in capitals that opens a report."""
    for one in found:
        ground = one.context.ground
        if not one.joined and (ground in STRONG or (ground is Ground.OF and one.start in within)):
            yield one.name
        if one.entries and one.name.isupper() and leads(text, one.start, one.end) and not is_word(one.name, language):
            yield one.entries[0].name


def _within(flat: str, found: list[Candidate], rules: Grammar) -> dict[int, str]:
    """The country that is said right after a name, for every mention of that name that has none of its own."""
    own = {a.start: b.entries[0].country for a, b in pairwise(found) if _says_where(flat, a, b, rules)}
    said = {c.name: own[c.start] for c in found if c.start in own}
    return {c.start: said[c.name] for c in found if c.name in said} | own


def _says_where(flat: str, town: Candidate, area: Candidate, rules: Grammar) -> bool:
    """Whether `area` stands right after `town` to say where that is: ", en Espagne", "(Drôme)", ", près de Gand"."""
    if not area.entries or area.start - town.end > SAID_WITHIN:
        return False
    pattern = rules.saying if area.entries[0].precision in AREAS else rules.beside
    return pattern.fullmatch(flat, town.end, area.start) is not None


AFAR = 16
"""Characters behind a name that may be anything, from which on a country makes no place of it: "Renault, dans le nord de la France"."""

SAID_WITHIN = 60
"""Characters at most between a town and where it is: ", une petite ville du sud-ouest de la"."""


def accepted(candidate: Candidate, entry: Entry | None, around: World, *, listed: bool) -> bool:
    """Whether the name is a place here, if so `entry`; `listed`: it follows another place in a list."""
    ground = candidate.context.ground
    if candidate.joined or ground is Ground.BODY or _is_word(candidate, entry, around) or _is_unfit(candidate, entry, around):
        return False
    if entry is None:
        shaped = grammar(around.language).shaped.fullmatch(candidate.name) is not None
        return (ground in STRONG or (shaped and (listed or ground is not Ground.BARE))) and candidate.name not in around.persons
    if entry.precision is not PlacePrecision.TOWN:
        country = entry.precision is PlacePrecision.COUNTRY and candidate.context.articled  # "le Burkina"
        named = entry.main or country or ground is not Ground.BARE or (candidate.initial and candidate.name.isupper())  # "RDC : ..."
        return named and not _is_direction(candidate, entry, around)
    noun = candidate.context.articled and not entry.name.startswith(ARTICLES)  # "à la Marche des fiertés"
    person = candidate.name in around.persons and not entry.capital and entry.population < 3 * LARGE
    if person or (noun and is_word(candidate.name, around.language)):
        return False
    if around.within.get(candidate.start) == entry.country and (ground is not Ground.BARE or candidate.start not in around.afar):
        return True
    if ground in STRONG and not candidate.context.articled:  # towns have no article: "à l'Observatoire" is none
        return True
    if (
        listed
        and entry.main
        and candidate.exact
        and (entry.population > LISTED or entry.country in around.home or entry.country in around.countries)
    ):
        return True
    return not (entry.common and candidate.initial) and _bare(candidate, entry, around)


CLUB = regex.compile(r"\p{Lu}\p{Ll}{2,12}(?:ais|ois|ain|ien|éen|ard)")
"""An adjective of a town in the name of a club: "Stade Rennais"."""


def _is_direction(candidate: Candidate, entry: Entry, around: World) -> bool:
    """Whether "le Nord" is that of another country, which the report is about, or that of a town: "quartier Nord"."""
    if candidate.name not in grammar(around.language).words.directions:
        return False
    if candidate.context.ground is Ground.SETTLEMENT and not candidate.context.articled:
        return True
    return (
        candidate.context.ground not in {Ground.NATURAL, Ground.AREA} and bool(around.countries) and entry.country not in around.countries
    )


LETTERS = 4


def _is_word(candidate: Candidate, entry: Entry | None, around: World) -> bool:
    """Whether a name in capitals is a word of the language instead ("UN", "GRÈVE"): unless a large town, or where only a town can be."""
    name = candidate.name
    if entry is None or not name.isupper() or entry.precision is not PlacePrecision.TOWN:
        return False
    if len(name) <= LETTERS and (candidate.context.articled or candidate.context.ground is Ground.BRACKET):
        return True  # the letters of a body, whatever town is called so: "l'ASO", "(ALP)"
    word = name.lower()
    if word in stopwords(around.language):
        return True
    if not simplemma.is_known(word, around.language):
        return False
    placed = candidate.context.ground in STRONG and not candidate.context.unfit
    return not placed and not (entry.main and entry.population > LARGE)


def _is_unfit(candidate: Candidate, entry: Entry | None, around: World) -> bool:
    """Whether a small town stands behind a preposition that goes with none: "en Fête"; "au Mans" has its article. A club is no stadium."""
    if candidate.context.head in grammar(around.language).words.clubs and CLUB.fullmatch(candidate.name):
        return True
    if entry is None or not candidate.context.unfit or entry.precision is not PlacePrecision.TOWN:
        return False
    return entry.population < SMALL and not entry.name.startswith(("Le ", "Les "))


def _bare(candidate: Candidate, entry: Entry, around: World) -> bool:
    """A town without a preposition: large or named for sure elsewhere, or of a country that the report is about."""
    bare = candidate.context.ground is Ground.BARE and candidate.context.articled and not entry.name.startswith(ARTICLES)
    if candidate.name in around.sure and not bare:  # towns have no article: "le Brent"
        return True
    if bare or (entry.common and (candidate.context.ground is not Ground.OF or candidate.context.articled)):
        return False
    if _of_itself(candidate, entry, around) and (entry.country in around.home or (entry.main and entry.country in around.countries)):
        return True
    if candidate.context.ground is Ground.TAKEN:
        least = SMALL if entry.country in around.home else LISTED if entry.main else LARGE / 2
        return entry.country in around.countries or (candidate.exact and entry.population > least)
    if entry.country in around.home and candidate.exact:
        return entry.population > (SMALL if candidate.context.ground is Ground.OF else MIDDLING)
    if entry.country in around.countries and candidate.exact:
        return entry.population > (MIDDLING if entry.main else 2 * MIDDLING)
    return entry.population > (LARGE if entry.main and candidate.exact else 10 * LARGE)


def _of_itself(candidate: Candidate, entry: Entry, around: World) -> bool:
    """Whether only "de" stands before a name that is no word and nobody's first name, or with it the article of the name ("le port du
    Guilvinec"): who has a surname is told with his first name, too. "La fête de la Saint-Jean" is that of a day."""
    before, name = candidate.context, candidate.name
    if before.ground is not Ground.OF or not candidate.exact or name in grammar(around.language).words.forenames:
        return False
    alone = before.end - before.start <= len("de ") or entry.name.startswith(ARTICLES[1:3])
    return alone and ("-" in name or not is_word(name, around.language))


def chosen(candidate: Candidate, around: World) -> Entry | None:
    """The likeliest of what the name may be; None where no gazetteer knows it."""
    some = candidate.entries
    best = some[0] if len(some) == 1 else max(some, key=lambda entry: (_likelihood(candidate, entry, around), entry.id), default=None)
    return None if best is not None and not candidate.name.isupper() and _is_elsewhere(best, candidate, around) else best


def _is_elsewhere(town: Entry, candidate: Candidate, around: World) -> bool:
    """Whether a town lies far from all that the report speaks of: the smaller one of that name that is meant is in no gazetteer."""
    if town.precision is not PlacePrecision.TOWN or town.capital:
        return False
    said = around.within.get(candidate.start, town.country)
    if said != town.country and not {said, town.country} & around.territories:  # "la province du Bam, dans le nord du Burkina Faso"
        return True
    if not candidate.exact and town.population < MIDDLING and town.country not in around.countries:  # by its sound alone
        return True
    if not around.named:
        return False
    sure = town.main and candidate.exact
    if sure and town.population >= LARGE / 2 and candidate.context.ground is Ground.LOCAL:
        return False
    hamlet = candidate.context.ground is Ground.SETTLEMENT and (town.population < SMALL or not sure)  # readers must be told what it is
    if town.population >= LARGE and (sure or not hamlet):
        return False
    if town.country in around.countries or town.country in around.territories or (town.country in around.home and not hamlet):
        return False
    return all(_apart(town, entry) > (FAR / 2 if hamlet else FAR) for entry in around.named)


def _apart(a: Entry, b: Entry) -> float:
    """About how many degrees lie between two places."""
    return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))


FAR = 25
"""So many degrees from every country and region that the report names, a town of which it does not name the country is another one."""


def _seat(entry: Entry, around: World) -> bool:
    """Whether it is the capital of a state, which everybody knows: not that of a territory overseas."""
    return entry.capital and entry.country not in around.territories


def _at_home(entry: Entry, around: World) -> bool:
    """Whether a place is in the country of the press, or overseas where the report says that it is about that."""
    return entry.country in around.press or (entry.country in around.territories and entry.country in around.countries)


EXTENT = {PlacePrecision.COUNTRY: 2.5, PlacePrecision.ADMIN1: 1.0, PlacePrecision.ADMIN2: 0.0}
"""What it weighs for a place that it is a country or an area."""


def _likelihood(candidate: Candidate, entry: Entry, around: World) -> float:
    score = log10(entry.population + 1)
    score += (
        3 * (entry.country in around.countries)
        + SAID * (around.within.get(candidate.start) == entry.country)
        + HOME * (_at_home(entry, around) and not any(_seat(e, around) for e in candidate.entries))
        + 2 * _seat(entry, around)
        + 1.5 * ((entry.country, entry.admin1) in around.regions)
    )
    score += EXTENT.get(entry.precision, 0.5)
    if candidate.context.articled and entry.precision is PlacePrecision.TOWN and not entry.name.startswith(ARTICLES):
        score -= ARTICLED  # "la Vienne" is no town
    if candidate.context.ground is Ground.AREA:
        score += 3 * (entry.precision is candidate.context.precision)
    if candidate.context.ground in {Ground.SETTLEMENT, Ground.NEAR}:
        score += 3 * (entry.precision is PlacePrecision.TOWN)
    return score + 0.5 * entry.main
