"""Places beside where something happened: where somebody comes from or goes to, what he is there for, from where the distance is told."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from recoupe.claims.page import Page
from recoupe.claims.setting.aside import is_gone
from recoupe.model import Place, PlacePrecision
from recoupe.ontology import UnitKind, unit_kind

WAY = "on the way"
"""The sign of where somebody is going: no other sentence takes it over, and it goes with no other place."""
OF_PEOPLE = "of those counted"
"""The sign of whose people those counted are: it goes with no place where something happened."""
AIM = "what it is for or against"
"""The sign of a place in what people demand, fight or are there for, behind where they are."""
HOW_FAR = "how far it is from there"
"""The sign of a place from which only the distance is told."""
TRIP = 12
"""Words from a return to the place: "ramenait trente collégiens d'un voyage scolaire à"."""
LINK = 4
"""Words of a preposition and what belongs to it before a place: "en provenance de la"."""
AIMED = 100
"""Characters from a place to another in what is done there for it."""
APPOSED = 12
"""Characters from a town to its country: ", au ", " (dans le "."""
FAR = 80
"""Characters from a place to the one from which its distance is told."""
WAYS = frozenset((" à ", " vers ", " jusqu'à ", " au ", " en ", " pour "))
OF = (" de ", " d'", " d’", " du ", " depuis ")
"""Between the places of a route, and before it."""
TOWARDS = "vers"
MOVING = frozenset((UnitKind.PERSON, UnitKind.VEHICLE))
"""Kinds of what may be of one place and at another."""
CLOCK = regex.compile(
    r"\(\p{N}{1,2} ?(?:[hH:]|heures?) ?(?:\p{N}{2} ?)?(?:\p{L}{3,6}di )?(?:à |de |en |au )$|(?:\p{N}|,|\() ?heure (?:de |d')$"
)
"""Before a place that only says by which clock it was so late: "à 3 heures (2 heures à [Paris])", "heure de [Moscou]"."""
CLOCKED = 32
"""Characters of it."""
ALONG = frozenset(("en", "à", "de"))
"""Before the word that says whither or whence: "en direction", "à destination"."""


ONWARD = regex.compile(r" (?:à|aux?|et|vers)(?: l[ae]| les)? ?(?:l')?(?:\p{Ll}[\p{L}-]++ ){0,3}+(?:d'|du )?")
"""Between the two places that something goes between: "reliait X [au port pétrolier de] Y"."""


def routes(page: Page) -> Iterator[tuple[int, int]]:
    """Where the two places of a route begin ("transportait du blé de X à Y"), with the clause that tells of it."""
    text = page.read.report.text
    for start, end in pairwise(page.read.reading.places):
        between = text[start.span.end : end.span.start]
        way = between in WAYS and text.endswith(OF, 0, start.span.start)
        if not way and not (ONWARD.fullmatch(between) and _linked(page, start)):
            continue
        clause = page.clause_at(start.span.start)
        words = page.tokens.forms[clause.words.start : page.word_at(start.span.start)] if clause is not None else ()
        if clause is not None and any(w in page.rules.travels or w.startswith(page.rules.travelling) for w in words):
            yield start.span.start, clause.start
            yield end.span.start, clause.start


def _linked(page: Page, start: Place) -> bool:
    """True for the first place behind a verb that has both: "le car qui reliait [X] à Y"."""
    before = _noun_before(page, page.word_at(start.span.start))
    return page.tokens.forms[before].startswith(page.rules.linking)


def come_from(page: Page, place: int) -> bool:
    """True for where somebody comes back from: "de retour d'un séjour à [X]", "qui rentraient de [X]"; not "rentraient du travail à X"."""
    forms, rules = page.tokens.forms, page.rules
    back = next((i for i in range(place - 2, max(0, place - TRIP), -1) if forms[i] in rules.returning), None)
    if back is None or (forms[back] in rules.coming and forms[back - 1] not in rules.of):  # "le retour des réfugiés à X"
        return False
    of = next((i for i in range(back + 1, place) if forms[i] in rules.of), None)
    if of is None or any("," in page.tokens.gap(i) for i in range(back, place + 1)):
        return False
    trip = forms[of + 1 : place]
    return all(form in rules.articles for form in trip) or trip[0] in rules.trips


def homes(page: Page) -> frozenset[int]:
    """Where the places begin from which somebody is: "originaires de la [Drôme] et de l'[Ain]", "des renforts dépêchés de [X]"."""
    found, last = set[int](), -1
    for place in page.read.reading.places:
        i = page.word_at(place.span.start)
        if _hails(page, i) or (last > 0 and page.tokens.forms[i - 1] in page.rules.articles and _listed(page, range(last, i))):
            found.add(place.span.start)
            last = page.word_at(place.span.end)
    return frozenset(found)


PAIRED = 2
"""Words between the two of "à X comme à Y"."""


def left_out(page: Page) -> Iterator[Place]:
    """The places that what is told does not hold of: "dans 62 villes, hors [Paris]", "sauf à [X] et [Y]", "(2 heures à [Paris])"."""
    last, text, before = -1, page.read.report.text, -1
    for place in page.read.reading.places if page.rules.leaving_out else ():
        i = page.word_at(place.span.start)
        like = page.tokens.forms[before] in page.rules.like and "," not in page.tokens.gap(before)
        paired = like and 0 < i - before <= PAIRED  # "à X comme à [Y]": in both
        before = page.word_at(place.span.end)
        if paired:
            continue
        if _without(page, i) or (last > 0 and _listed(page, range(last, i), page.rules.within)):
            last = page.word_at(place.span.end)
            yield place
        elif CLOCK.search(text, max(0, place.span.start - CLOCKED), place.span.start):
            yield place


def _without(page: Page, place: int) -> bool:
    """True behind "hors", "à l'exception de"."""
    forms, rules = page.tokens.forms, page.rules
    for i in range(place - 1, max(-1, place - 1 - LINK), -1):
        if forms[i : i + 1] in rules.leaving_out or forms[max(0, i - 1) : i + 1] in rules.leaving_out:
            return True
        if forms[i] not in rules.articles | rules.within:
            return False
    return False


def _hails(page: Page, place: int) -> bool:
    """True behind "originaire de" or the like, not behind "venus à", and for who people are: "étaient des élèves de [Lens]"."""
    before, forms, rules = _word_before_of(page, place), page.tokens.forms, page.rules
    if before is None or forms[before] in rules.hailing:
        return before is not None
    return before > 1 and forms[before - 1] in rules.of and forms[before - 2] in rules.be


def _noun_before(page: Page, place: int) -> int:
    """The last word before a place that is no article and no "de"; the place itself where all near are."""
    forms, articles = page.tokens.forms, page.rules.articles
    for i in range(place - 1, max(-1, place - LINK), -1):
        if forms[i] not in articles:
            return i
    return place


def _word_before_of(page: Page, place: int) -> int | None:
    """The word before the "de" that stands before a place."""
    forms, rules = page.tokens.forms, page.rules
    before = _noun_before(page, place)
    if forms[before - 1] in rules.leaving and before < place - 1 and forms[before + 1] in rules.of:
        return before - 1  # "partis samedi de X"
    return before if before < place - 1 and forms[before + 1] in rules.of else None


def _listed(page: Page, words: range, more: frozenset[str] = frozenset()) -> bool:
    """True for the words between two of a list: " et de l'"."""
    between = page.rules.articles | page.rules.joined | more
    return len(words) <= LINK and all(page.tokens.forms[i] in between for i in words)


def _left(page: Page, place: int) -> bool:
    """True for where somebody has come from: "un bus parti de [X]", not "la marche partie de X", "le feu est parti de X"."""
    at = _word_before_of(page, place)
    clause = page.clause_at(page.tokens.starts[at]) if at is not None else None
    return at is not None and clause is not None and is_gone(page, clause, at)


def towards(page: Page, place: int) -> bool:
    """True for where somebody is going or comes from: "en direction de [X]"; not for what is fired there."""
    if _left(page, place):
        return True
    forms = page.tokens.forms
    if _heading(page, place):
        return True
    if page.rules.towards.isdisjoint(forms[max(0, place - LINK) : place]):
        return False
    way = next((i for i in range(place - 1, max(0, place - LINK), -1) if forms[i] in page.rules.towards), None)
    if way is None or forms[way - 1] not in ALONG:
        return False
    clause = page.clause_at(page.tokens.starts[place])
    first = clause.words.start if clause is not None else way
    return not any(form.startswith(page.rules.fired) for form in forms[first:way])


def _heading(page: Page, place: int) -> bool:
    """True for where somebody is bound for or brought: "un convoi parti mardi pour [X]", "évacués par avion vers [X]"."""
    forms, rules = page.tokens.forms, page.rules
    to = next((i for i in range(place - 1, max(0, place - LINK), -1) if forms[i] not in rules.articles), 0)
    if to < 1 or forms[to] not in rules.heading:
        return False
    before = page.before_time(to - 1)
    if forms[before] in rules.bound or forms[before] in rules.leaving:
        return True
    clause = page.clause_at(page.tokens.starts[place]) if forms[to] == TOWARDS else None
    return clause is not None and any(form.startswith(rules.caring) for form in forms[clause.words.start : to])


def on_the_way(page: Page, way: Place | None, place: Place) -> Iterator[str]:
    """The sign of the country or area of a place to or from which somebody goes: "en provenance de Santos, au [Brésil]"."""
    area = place.precision in {PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2}
    between = page.read.report.text[way.span.end : place.span.start][: APPOSED + 1] if way is not None and area else ""
    if len(between) <= APPOSED and between.lstrip()[:1] in {",", "("}:
        yield WAY


def aimed(page: Page, first: Place | None, second: Place) -> Iterator[str]:
    """The sign of the second place of "ont défilé à X contre la mine de [Y]", "sont à X pour défendre [Y]"; not of "tirs de X contre Y"."""
    forms, rules = page.tokens.forms, page.rules
    if first is None or second.span.start - first.span.end > AIMED:
        return
    words = range(page.word_at(first.span.end), page.word_at(second.span.start))
    at = None if rules.aims.isdisjoint(forms[words.start : words.stop]) else next(i for i in words if forms[i] in rules.aims)
    if at is None or page.sentence_of(words.start) != page.sentence_of(words.stop):
        return
    if forms[at] in rules.next_after and second.precision is PlacePrecision.NAMED:
        return  # "à X après une fuite rue Y"
    clause = page.clause_at(page.tokens.starts[at])
    if clause is not None and not any(form.startswith(rules.fired) for form in forms[clause.words.start : at]):
        yield AIM


def hoped_for(page: Page, place: int) -> bool:
    """True for where somebody only tries to get: "qui tentaient de rejoindre [les Canaries]"."""
    forms, rules = page.tokens.forms, page.rules
    reach = _noun_before(page, place)
    return forms[reach] in rules.reaching and any(form.startswith(rules.trying) for form in forms[max(0, reach - LINK) : reach])


def counted_movers(page: Page) -> frozenset[int]:
    """Where the nouns of people and vehicles counted end: "cinq [militants] de X", "un [chalutier] de X"."""
    counts = page.read.reading.quantities
    return frozenset(q.counted.end for q in counts if q.counted is not None and unit_kind(q.unit) in MOVING)


def whose(page: Page, place: Place, after: Place | None, movers: frozenset[int]) -> Iterator[str]:
    """The sign of whose people those counted are, where another place follows the verb: "cinq élus de [X] ont été arrêtés à Y"."""
    forms, rules, i = page.tokens.forms, page.rules, page.word_at(place.span.start) - 1
    while i > 1 and forms[i] in rules.articles and forms[i] not in rules.of:
        i -= 1
    if after is not None and i > 0 and forms[i] in rules.of and page.tokens.ends[i - 1] in movers:
        behind = range(page.word_at(place.span.end), page.word_at(after.span.start))
        if page.has_auxiliary(behind) and page.sentence_of(behind.start) == page.sentence_of(behind.stop):
            yield OF_PEOPLE


def far_from(page: Page, first: Place, second: Place) -> bool:
    """True for a place from which it is told how far the one before is: "à X, à 200 km à l'ouest de [Y]"."""
    between = page.read.report.text[first.span.end : second.span.start]
    bracketed = between.startswith(" (") and between[2:3].isdigit() and ")" not in between  # "X (400 km au sud de [Y])"
    told = second.precision is PlacePrecision.NEAR or bracketed
    if not told or not 0 < len(between) <= FAR:
        return False
    if page.has_auxiliary(range(page.word_at(first.span.end), page.word_at(second.span.start))):
        return False  # "parti de X, a coulé à 30 km de Y"
    words = range(page.word_at(first.span.end), page.word_at(second.span.start))
    side = len(words) <= LINK and not page.rules.sides.isdisjoint(page.tokens.forms[words.start : words.stop])  # ", au nord de "
    return between.lstrip()[:1] in {",", "("} and (side or any(c.isdigit() for c in between) or "aine" in between)
