"""The places that a report names: known towns, regions and countries, surroundings of them, and names that no gazetteer knows.

Capitalised runs are looked up, the longest part first; what stands before a name decides whether it is a place, and what else the
report names decides which of several.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
import regex

from recoupe import lang
from recoupe.lang.demonyms import demonyms
from recoupe.model import Place, PlacePrecision, Report, Span
from recoupe.read.places.again import acts, again, short
from recoupe.read.places.choice import World, accepted, chosen, world
from recoupe.read.places.context import OF_A, Context, Grammar, Ground, grammar
from recoupe.read.places.datelines import heads, is_word, leads
from recoupe.read.places.english import english_places
from recoupe.read.places.gazetteer import Entry
from recoupe.read.places.governments import governs, is_given
from recoupe.read.places.names import STRONG, Candidate, candidates, hidden_article
from recoupe.read.schemes import PlaceWords
from recoupe.text import plain


def places(report: Report) -> tuple[Place, ...]:
    """All places in `report`, in the order of the text."""
    found = named(report)
    return tuple(place for place in found.places if place.span not in found.governing)


class Named(NamedTuple):
    """All names of places in a report, in the order of the text.

    `governing`: where those stand that are named for who governs there: actors, no places. `placed`: where those stand before which it is
    said that something is or happens there: "à X", "les habitants de X", "le volcan X", not "le préfet de X".
    """

    places: tuple[Place, ...] = ()
    governing: frozenset[Span] = frozenset()
    placed: frozenset[Span] = frozenset()


def named(report: Report) -> Named:
    """The names of places in `report`."""
    if report.language == "en":
        return Named(english_places(report))
    if not lang.has(report.language, "places"):
        return Named()
    flat = plain(report.text).replace("\n", " ")
    found = candidates(report.text, report.language)
    around = world(flat, found, report)
    kept = [(place, ground) for place, ground in _places(report, flat, found, around) if not _is_somebody(flat, place, ground)]
    towns = short(place for place, _ in kept)
    kept = [(_as(towns[place.name], place.span, place.name) if place.name in towns else place, ground) for place, ground in kept]
    unknown = frozenset(flat[place.span.start : place.span.end] for place, ground in kept if ground in UNKNOWN and place.id is None)
    if names := unknown | towns.keys():
        spans = again(report.text, names, [(place.span.start, place.span.end) for place, _ in kept], grammar(report.language))
        kept += [(_bare(report, span, towns), Ground.SETTLEMENT) for span in spans]
        kept.sort(key=lambda one: one[0].span.start)
    unsettled = [_is_unsettled(place, ground, report.language) for place, ground in kept]
    governing = frozenset(place.span for place, ground in kept if ground is Ground.GOVERNMENT)
    nowhere = None if around.countries else grammar(report.language)
    placed = frozenset(place.span for place, ground in kept if ground in STRONG)
    return Named(tuple(_at_home([place for place, _ in kept], unsettled, nowhere)), governing, placed)


def is_house(report: Report, office: Span) -> bool:
    """Whether an office is told of as a house: something is before or in it, or it is stormed: "ont bloqué la préfecture de X"."""
    if report.language == "en" or not lang.has(report.language, "places"):
        return False
    rules, text = grammar(report.language), report.text
    before = text[max(0, office.start - FACING) : office.start].lower()
    return before.endswith(rules.words.facing) or bool(rules.storming.search(before) or rules.stormed.match(text, office.end))


FACING = 24
"""Characters before the name of an office in which "devant" or "ont bloqué la" stands."""


UNKNOWN = frozenset((Ground.SETTLEMENT, Ground.NEAR, Ground.LOCAL, Ground.AREA))
"""Grounds on which a name that no gazetteer knows is that of a town or an area."""


def _is_somebody(flat: str, place: Place, ground: Ground) -> bool:
    """Whether an unknown name behind "à" or "près de" is that of a person or body: "remis à X. X a refusé", "près d'Ada X. X a souri"."""
    if ground not in {Ground.LOCAL, Ground.NEAR} or place.id is not None or place.precision is not PlacePrecision.NAMED:
        return False
    return acts(flat, place.name) or (ground is Ground.NEAR and " " in place.name and acts(flat, place.name.rpartition(" ")[2]))


MOST = 4
"""A report is about the country that it names so many times as often as any other."""


def _is_unsettled(place: Place, ground: Ground, language: str) -> bool:
    """Whether a name that no gazetteer knows is in the country of the report: a town, a street, a mountain; a sea is in none."""
    head, rules = place.name.partition(" ")[0].lower(), grammar(language)
    if ground in UNKNOWN or head in rules.sites or rules.shaped.fullmatch(place.name):
        return True
    return ground is Ground.NATURAL and head not in rules.words.waters


def _bare(report: Report, span: tuple[int, int], towns: Mapping[str, Place]) -> Place:
    place, name = Span(report=report.id, start=span[0], end=span[1]), report.text[slice(*span)]
    return _as(towns[name], place, name) if name in towns else Place(span=place, name=name, precision=PlacePrecision.NAMED)


def _as(town: Place, span: Span, name: str) -> Place:
    """A town where it stands by its short name."""
    return msgspec.structs.replace(town, span=span, name=name, part=False)


def _at_home(found: list[Place], unknown: list[bool], nowhere: Grammar | None) -> Iterator[Place]:
    """`found`, where unknown towns and streets lie in the country of nearly all that are known: the report speaks of others in passing.

    `nowhere`: given where the report names no country; a village with the shape of one at home is there.
    """
    first, second = (*Counter(place.country for place in found if place.country is not None).most_common(2), None, None)[:2]
    home = first[0] if first is not None and (second is None or first[1] >= MOST * second[1]) else None
    for place, is_town in zip(found, unknown, strict=True):
        country = home
        if first is None and nowhere is not None and nowhere.shaped.fullmatch(place.name):
            country = nowhere.words.homeland
        away = country is None or not is_town or place.country is not None
        yield place if away else msgspec.structs.replace(place, country=country)


def _places(report: Report, flat: str, found: list[Candidate], around: World) -> Iterator[tuple[Place, Ground]]:
    part, end = grammar(report.language).part, 0
    for one in found:
        listed = 0 < one.start - end < 8 and flat[end : one.start] in LISTED
        entry = chosen(one, around)
        candidate = _of_station(flat, one, entry, grammar(report.language).words)
        start = _start(candidate.context, candidate.start)
        if start < end or not (accepted(candidate, entry, around, listed=listed) or _opens(report.text, candidate, entry, around)):
            continue
        if candidate.context.ground is Ground.LOCAL and entry is not None and _is_recipient(flat, candidate, entry, report.language):
            yield _place(report, (start, candidate.end), candidate, entry), Ground.GOVERNMENT
            continue
        if candidate.context.ground is Ground.BARE and entry is not None:
            cited = CITED.match(flat, 0, candidate.start) is not None
            governing = _is_government(flat, candidate, entry, report.language, cited=cited)
            if governing:
                yield _place(report, (start, candidate.end), candidate, entry), Ground.GOVERNMENT
            if governing or cited:
                continue
        end = candidate.end
        place = _place(report, (start, end), candidate, entry)
        if _is_of_area(flat, candidate, grammar(report.language).words.whole):
            place = msgspec.structs.replace(place, span=Span(report=report.id, start=candidate.start, end=end))
        if entry is None and (country := around.within.get(candidate.start) or _whose(candidate, report.language)):  # "Orsac (Drôme)"
            place = msgspec.structs.replace(place, country=country)
        yield msgspec.structs.replace(place, part=True) if part.match(flat, 0, start) else place, candidate.context.ground


def _whose(candidate: Candidate, language: str) -> str | None:
    """Whose part of the world is meant: "Alpes [suisses]"."""
    return demonyms(language).get(candidate.name.rpartition(" ")[2]) if candidate.context.ground is Ground.WIDE else None


LEADING = 1_000
"""A smaller place with a name of one word does not open a headline: it may be somebody."""


def _opens(text: str, candidate: Candidate, entry: Entry | None, around: World) -> bool:
    """Whether a town that the gazetteer knows opens a headline or a report: "Oslo : ...", "OSLO - ..."."""
    if entry is None:  # "Orsac-sur-Lesse : ..."
        shaped = grammar(around.language).shaped.fullmatch(candidate.name) is not None
        return shaped and (leads(text, candidate.start, candidate.end) or heads(text, candidate.start, candidate.end))
    if not candidate.exact or candidate.joined or candidate.name in around.persons:
        return False
    alone = " " not in candidate.name and "-" not in candidate.name and entry.population < LEADING and candidate.name not in around.sure
    if alone or not leads(text, candidate.start, candidate.end):
        return heads(text, candidate.start, candidate.end) and _is_near(candidate, entry, around)
    if candidate.name in around.sure:  # "à Orsac" elsewhere
        return True
    colon = text[candidate.end : candidate.end + 3].strip().startswith(":")  # "MOULINS, 3 mai - ...", not "Moulins : ..."
    return not is_word(candidate.name, around.language) if colon else candidate.name.isupper() or not entry.common


def _is_near(candidate: Candidate, entry: Entry, around: World) -> bool:
    """Whether a town is one of the country of the press, or of one that the report is about: "Dinan. La bibliothèque rouvre"."""
    if entry.country not in around.home and entry.country not in around.countries:
        return False
    if "-" in candidate.name or " " in candidate.name:
        return True
    return entry.population >= (KNOWN if entry.common or is_word(candidate.name, around.language) else LEADING)


KNOWN = 20_000
"""A town whose name is a word of the language opens a line only if it is as large as this: "Vannes. ..."."""


CITED = regex.compile(r"(?ri)(?<!\p{L})(?:selon|d'après) (?:l[ae] |l')?")
"""Before who is cited."""


def _is_government(flat: str, candidate: Candidate, entry: Entry, language: str, *, cited: bool) -> bool:
    """Whether a capital or a country stands for those who govern there."""
    if not (entry.capital or entry.precision is PlacePrecision.COUNTRY):
        return False
    return cited or governs(flat, (candidate.start, candidate.end), grammar(language), initial=candidate.initial)


def _is_recipient(flat: str, candidate: Candidate, entry: Entry, language: str) -> bool:
    """Whether something is given or said to those who govern in a capital or a country."""
    governed = entry.capital or entry.precision is PlacePrecision.COUNTRY
    return governed and is_given(flat, candidate.start, grammar(language))


LISTED = (" (", *(link + of for link in (", ", " et ", " ou ", ", et ", " puis ") for of in ("", "de ", "d'", "à ")))
"""What stands between the names of a list: after one place another is believed more easily."""


def _of_station(flat: str, candidate: Candidate, entry: Entry | None, words: PlaceWords) -> Candidate:
    """The town of a station behind "de" for itself: "en gare d'Orsac", not "gare du Nord"."""
    before = flat[candidate.context.start : candidate.context.end].lower()
    if entry is None or entry.precision is not PlacePrecision.TOWN or not candidate.exact or before not in words.stations:
        return candidate
    named = before + candidate.name in words.not_stations
    return candidate if named else candidate._replace(context=Context(Ground.LOCAL, candidate.start, candidate.start))


def _start(context: Context, start: int) -> int:
    """Where a name begins with the head that is part of it: "région de Tombouctou"."""
    return context.start if context.ground in {Ground.AREA, Ground.NATURAL} else start


def _is_of_area(flat: str, candidate: Candidate, whole: frozenset[str]) -> bool:
    """Whether "de" parts the name of an area from what it is: of "région de Tombouctou" the place stands at "Tombouctou"."""
    context = candidate.context
    return context.ground is Ground.AREA and context.head not in whole and flat[context.start : context.end].endswith(OF_A)


def _place(report: Report, at: tuple[int, int], candidate: Candidate, entry: Entry | None) -> Place:
    span, name = Span(report=report.id, start=at[0], end=at[1]), report.text[slice(*at)]
    precision = _precision(candidate.context, entry)
    river = entry is not None and entry.precision in DEPARTMENTS and _is_river(plain(report.text), candidate, report.language)
    if river:
        precision = PlacePrecision.NAMED
    if entry is None or river or candidate.context.ground in {Ground.NATURAL, Ground.WIDE}:
        return Place(span=span, name=name, precision=precision)
    if hidden_article(report.text, at[0]) + name == entry.name:  # "au Mans"
        name = entry.name
    return Place(
        span=span, name=name, precision=precision, id=_id(candidate.context, entry), lat=entry.lat, lon=entry.lon,
        country=entry.country, admin1=entry.admin1,
    )  # fmt: skip


DEPARTMENTS = (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)
"""What is often called after its river."""

ARTICLE = regex.compile(r"(?ri)(?<!\p{L})\p{L}{3,13}(?: (?!de )[\p{Ll}]{3,14})? (?:de la |de l'|du )")
"""Before the name of a river: "la crue subite du", with the noun that says so and an adjective."""


def _is_river(flat: str, candidate: Candidate, language: str) -> bool:
    """Whether the words around the name of a département are those of a river: "les berges de l'Ariège", "le Gard a débordé"."""
    words = grammar(language).words
    before = ARTICLE.match(flat, 0, candidate.start)
    if before is not None and not words.of_river.isdisjoint(before[0].lower().split()):
        return True
    at = candidate.end + 1
    done = next((each for each in words.river_does if flat[candidate.end : at] == " " and flat.startswith(each, at)), None)
    return done is not None and not flat.startswith((" d'", " de "), at + len(done))  # "La Bretagne a débordé d'énergie"


def _precision(context: Context, entry: Entry | None) -> PlacePrecision:
    if context.ground is Ground.NEAR and entry is not None:
        return PlacePrecision.NEAR
    if context.ground in {Ground.AREA, Ground.NATURAL} and context.precision is not None:
        return entry.precision if entry is not None and entry.precision is PlacePrecision.ADMIN2 else context.precision
    return PlacePrecision.NAMED if entry is None else entry.precision


def _id(context: Context, entry: Entry) -> str | None:
    """An area called after a town is the first-level region of that town, or a smaller one that has no id of its own."""
    if context.ground is not Ground.AREA or entry.precision is not PlacePrecision.TOWN:
        return entry.id
    return f"{entry.country}.{entry.admin1}" if context.precision is PlacePrecision.ADMIN1 and entry.admin1 else None
