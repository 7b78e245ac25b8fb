"""The places that an English report names: countries and regions by name, towns where the words or the report say that it is they."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from recoupe import lang
from recoupe.lang.demonyms import demonyms
from recoupe.model import Place, PlacePrecision, Record, Report, Span
from recoupe.read.names import Word, opens, runs
from recoupe.read.places.gazetteer import Entry, known
from recoupe.text import plain
from recoupe.text.patterns import either

LARGE, HUGE, SMALL = 200_000, 1_000_000, 5_000
LONGEST = 4
"""Words at most of a name of a place."""
GAP = regex.compile(" ")
WORD = regex.compile(r"(?<![\p{L}-])\p{L}{3,20}+(?!\p{L})")
SAYS = (", ", " (")
STOP = regex.compile(r"[.;!?] ")
AREAS = (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)
DATELINE = regex.compile(r", \p{Lu}\p{L}{2,8}\.? [0-9]{1,2}\b| \(\p{Lu}\p{L}{1,20}\) ?[-–—]|,? [–—] ")


class EnglishPlaces(Record, frozen=True, kw_only=True):
    """lang/en/places.toml."""

    local: tuple[str, ...]
    near: tuple[str, ...]
    sure: tuple[str, ...]
    not_in: tuple[str, ...]
    never: frozenset[str]
    wary: frozenset[str]
    aliases: dict[str, str]


class Grammar(NamedTuple):
    """The words, and the patterns that are matched backwards from a name."""

    words: EnglishPlaces
    local: "regex.Pattern[str]"
    near: "regex.Pattern[str]"
    sure: "regex.Pattern[str]"


class Named(NamedTuple):
    """A name that may be a place, and all that it may be. `joined`: another capitalised word stands right beside it."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    joined: bool
    opens: bool


@cache
def grammar(code: str) -> Grammar:
    """The grammar of places of language `code`."""
    words = lang.table(code, "places", EnglishPlaces)
    local, near = (regex.compile(rf"(?ri)(?<!\p{{L}}){either(group)} (?:the )?") for group in (words.local, words.near))
    barred = rf"(?<!(?:^|[^\p{{L}}]){either(words.not_in)} in )"
    sure = regex.compile(rf"(?ri){barred}(?<!\p{{L}}){either(words.sure)} ")
    return Grammar(words, local, near, sure)


def english_places(report: Report) -> tuple[Place, ...]:
    """All places in an English `report` that are sure, in the order of the text."""
    rules, flat = grammar(report.language), plain(report.text).replace("\n", " ")
    found = [named for run in runs(flat, GAP) for named in _of_run(report.text, flat, run, rules)]
    persons = {word for named in found if named.joined for word in named.name.split()}
    countries = _countries(flat, found, report.language)
    within = {a.start: b.entries[0] for a, b in pairwise(found) if b.entries[0].precision in AREAS and flat[a.end : b.start] in SAYS}
    chosen = [
        _place(report.id, named, entry, near=rules.near.match(flat, 0, named.start) is not None)
        for named in found
        if (entry := _chosen(flat, named, (persons, countries, within.get(named.start)), rules)) is not None
    ]
    return tuple(sorted([*chosen, *_unknown(report, flat, chosen, rules)], key=lambda place: place.span))


def _unknown(report: Report, flat: str, chosen: list[Place], rules: Grammar) -> Iterator[Place]:
    """Names that no gazetteer has, or only of a small town elsewhere, behind words that say that they are places: "in Lacq", "the village
    of Plauru". Their country is that of all places of the report, if they are of one, or of the place before in the sentence."""
    taken = {place.span.start for place in chosen}
    found = list(runs(flat, GAP))
    people = {word for run in found if len(run) > 1 for word in (flat[w.start : w.end] for w in run)}
    countries = {place.country for place in chosen}
    sole = next(iter(countries)) if len(countries) == 1 else None
    for run in found:
        start, end = run[0].start, run[-1].end
        end -= 2 * flat.endswith("'s", start, end)
        name = flat[start:end]
        first = flat[start : run[0].end]
        if (
            start in taken
            or len(run) > LONGEST - 1
            or name.isupper()
            or first in rules.words.never
            or first.lower() in demonyms(report.language)
        ):
            continue
        if rules.sure.match(flat, 0, start) and not (len(run) == 1 and name in people):
            beside = (p.country for p in chosen if p.span.end <= start and not STOP.search(flat, p.span.end, start))
            span = Span(report=report.id, start=start, end=end)
            yield Place(span=span, name=name, precision=PlacePrecision.NAMED, country=sole or next(beside, None))


def _of_run(text: str, flat: str, run: list[Word], rules: Grammar) -> Iterator[Named]:
    first = 0
    while first < len(run):
        for last in range(min(len(run), first + LONGEST), first, -1):
            start, end = run[first].start, run[last - 1].end
            end -= 2 * flat.endswith("'s", start, end)
            name = flat[start:end]
            if name not in rules.words.never and (entries := known(rules.words.aliases.get(name, name))):
                before = first > 0 and not opens(text, run[first - 1].start)
                yield Named(start, end, name, entries, before or last < len(run), opens(text, start))
                first = last - 1
                break
        first += 1


def _countries(flat: str, found: list[Named], language: str) -> Counter[str]:
    """How often each country is named, or given by an adjective."""
    adjectives = demonyms(language)
    counted = Counter(adjectives[word] for found_word in WORD.findall(flat) if (word := found_word.lower()) in adjectives)
    counted.update(n.entries[0].country for n in found if n.entries[0].precision in AREAS and not n.joined)
    return counted


def _chosen(flat: str, named: Named, around: tuple[set[str], Counter[str], Entry | None], rules: Grammar) -> Entry | None:
    """What a name stands for; None where it may be something else."""
    persons, countries, area = around
    if named.joined or (named.name.isupper() and len(named.name) < 3):
        return None
    first = named.entries[0]
    placed = rules.local.match(flat, 0, named.start) or rules.near.match(flat, 0, named.start)
    if area is not None:
        inside = [e for e in named.entries if e.country == area.country and area.admin1 in {None, e.admin1}]
        inside = inside or [e for e in named.entries if e.country == area.country]
        return inside[0] if inside else None
    if named.name in rules.words.wary and not placed:
        return None
    if first.precision in AREAS:
        return first if first.main or named.name in rules.words.aliases or placed else None
    if placed or (named.opens and DATELINE.match(flat, named.end)):
        at_home = [e for e in named.entries if e.country in countries and e.population >= SMALL]
        best = at_home[0] if at_home else first
        return best if at_home or best.capital or best.population >= LARGE else None
    return first if first.main and first.population >= HUGE and named.name not in persons and not named.name.isupper() else None


def _place(report: str, named: Named, entry: Entry, *, near: bool) -> Place:
    town = near and entry.precision is PlacePrecision.TOWN
    return Place(
        span=Span(report=report, start=named.start, end=named.end), name=named.name,
        precision=PlacePrecision.NEAR if town else entry.precision, id=entry.id,
        lat=entry.lat, lon=entry.lon, country=entry.country, admin1=entry.admin1,
    )  # fmt: skip
