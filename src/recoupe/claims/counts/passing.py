"""Numbers that claim nothing: how far off, how high, how big or of how many something is that the clause tells of."""

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.participles import is_participle
from recoupe.claims.page import Page
from recoupe.model import Quantity
from recoupe.ontology import UnitKind, unit_kind

OVER, BY = "sur", "par"
LIVING = frozenset((UnitKind.PERSON, UnitKind.ANIMAL))
OF = 4
"""Words before "des" in which the number of a part begins: "vingt et un des"."""
OBJECT = "/noun_phrase"
"""End of the rule of what somebody tells in a noun."""
GRANTED = 6
"""Words from where what is granted begins to the whole: "que deux des"."""
COMPANY = 12
"""Words from who speaks to those with him: "venue de Gap en train avec ses"."""
STOPS = frozenset(".;:!?")
FURTHER = "plus"
"""Before a direction."""


def passing(page: Page, quantity: Quantity) -> bool:
    """True for a measure that the text gives in passing, for who is excepted, only played or only cited."""
    at, behind = page.word_at(quantity.span.start), page.word_at(quantity.span.end)
    if at > 0 and page.tokens.forms[at - 1] in page.rules.citing and unit_kind(quantity.unit) is UnitKind.PERSON:
        return True  # "L'agence, citant deux officiers, ..."
    if quantity.role is not None:
        return _excepted(page, at) or _played(page, quantity)
    if quantity.unit not in page.rules.lengths:
        if unit_kind(quantity.unit) is UnitKind.PLACE and _over(page, at):
            return True
        if unit_kind(quantity.unit) in LIVING and _meant_for(page, at):
            return True
        return _of_whole(page, quantity, at) or _kept(page, at) or (quantity.unit in page.rules.fitting and _holds(page, at))
    return _sized(page, at) or _off(page, at - 1) or _further(page, at, behind) or _high(page, at, behind) or _big(page, at)


def _of_whole(page: Page, quantity: Quantity, at: int) -> bool:
    """True for all of whom the clause tells what some did: "onze des [21] élus ont signé", "neuf régions sur [13]"."""
    forms, rules = page.tokens.forms, page.rules
    link = at - 1 - (forms[at - 1] in rules.owning)
    if link < 1 or (forms[link] not in rules.of and forms[link] != OVER):
        return False
    parts = page.counts_between(page.tokens.starts[max(0, link - OF)], quantity.span.start)
    if forms[link] == OVER:
        return any(each.unit == quantity.unit for each in parts)
    if forms[link - 1] in rules.fractions:  # "la moitié des [300] passagers"
        return True
    return any(page.word_at(each.span.end) == link and each.low not in {0, 1} for each in parts)


def not_granted(page: Page, quantity: Quantity, source: Attributed | None) -> bool:
    """True for all of whom somebody grants only some: "ne confirme que deux des [douze] morts annoncés"; not "que deux étaient mineurs"."""
    if source is None or quantity.role is None or not source.attribution.rule.endswith(OBJECT):
        return False
    at, told = page.word_at(quantity.span.start), page.word_at(source.attribution.content[0].start)
    return told < at <= told + GRANTED and _of_whole(page, quantity, at)


def _meant_for(page: Page, at: int) -> bool:
    """True for how many a place or a vehicle is made for: "conçu pour [250] élèves", "d'une capacité de [400] passagers".

    Not of what is planned: "une réunion est prévue pour 12 familles".
    """
    forms, rules = page.tokens.forms, page.rules
    if at > 1 and forms[at - 1] in rules.for_:
        return forms[at - 2].startswith(rules.made_for) and (at < 3 or forms[at - 3] not in rules.auxiliaries)
    return at > 1 and forms[at - 1] in rules.of and forms[at - 2] in rules.capacity


def _kept(page: Page, at: int) -> bool:
    """True for the children of somebody who is told of ("ce père de [deux] fillettes a succombé"), or with whom a speaker stands there
    ("», raconte Anna, venue de Gap avec ses [trois] enfants")."""
    forms, rules = page.tokens.forms, page.rules
    if at > 1 and forms[at - 1] in rules.of and forms[at - 2] in rules.parents:
        return True
    if at < 2 or forms[at - 2] not in rules.with_ or forms[at - 1] not in rules.owning:
        return False
    spoke = (s.end for one in page.attributed for s in one.attribution.source if s.end < page.tokens.starts[at])
    told = max(spoke, default=None)
    between = range(page.word_at(told), at) if told is not None else range(0)
    return 0 < len(between) <= COMPANY and not any(_has_ended(page, i) for i in between)


def _has_ended(page: Page, i: int) -> bool:
    """True if another clause begins or the sentence ends before word `i`."""
    return page.tokens.forms[i] in page.rules.relatives | page.rules.auxiliaries or not STOPS.isdisjoint(page.tokens.gap(i))


def _sized(page: Page, at: int) -> bool:
    """True for "une nappe longue de [70] kilomètres", "la vague, haute par endroits de [12] mètres"; not "la faille est longue de"."""
    forms, rules = page.tokens.forms, page.rules
    if at < 4 or forms[at - 1] not in rules.of:
        return False
    size = at - 4 if forms[at - 3] == BY else at - 2
    return forms[size] in rules.sizes and forms[size - 1] not in rules.auxiliaries


def _holds(page: Page, at: int) -> bool:
    """True for how many live or fit in a place: "un bourg de [1.300] habitants", "70 passagers pour [55] places"."""
    forms, rules = page.tokens.forms, page.rules
    if at < 2 or forms[at - 1] not in rules.of:
        return at > 0 and forms[at - 1] in rules.for_
    return forms[at - 2] in rules.peopled


def _excepted(page: Page, at: int) -> bool:
    """True for those who are left out: "Tous sauf deux des passagers sont morts", "à l'exception de deux"."""
    forms, rules = page.tokens.forms, page.rules
    before = forms[at - 2] if forms[at - 1] in rules.of else forms[at - 1]
    return at > 1 and before in rules.excepting


def _played(page: Page, quantity: Quantity) -> bool:
    """True for "30 blessés fictifs"."""
    behind = page.word_at(quantity.span.end)
    return not page.rules.fictive.isdisjoint(page.tokens.forms[behind : behind + 2])


def _off(page: Page, at: int) -> bool:
    """True for "tombé à 12 km de X", "X, à 12 km de Y"; not "ils étaient à 12 km", "porté à 12 km", "de 3 à 12 km", "(à 3 km)"."""
    tokens, rules = page.tokens, page.rules
    if at < 1 or tokens.forms[at] not in rules.away or "(" in tokens.gap(at):
        return False
    before = tokens.forms[at - 1]
    return "," in tokens.gap(at) or not (before in rules.auxiliaries or before[0].isdigit() or before in rules.put)


def _further(page: Page, at: int, behind: int) -> bool:
    """True for "80 kilomètres plus à l'est", "Gap (400 km au sud de Lyon)", "Gap (400 km de Lyon)"; not "sur 12 km au nord"."""
    tokens, rules, forms = page.tokens, page.rules, page.tokens.forms
    if any(forms[i : i + 1] == (FURTHER,) and forms[i + 1 : i + 2] and forms[i + 1] in rules.onward for i in (behind, behind + 1)):
        return True
    sided = any(form in rules.onward for form in forms[behind + 1 : behind + 2]) and not rules.sides.isdisjoint(
        forms[behind + 2 : behind + 4]
    )
    at -= at > 0 and forms[at - 1] in rules.away
    from_there = "(" in tokens.gap(at) and not rules.of.isdisjoint(forms[behind + 1 : behind + 2])
    apart = not {",", "("}.isdisjoint(tokens.gap(at)) or (at > 0 and is_participle(forms[at - 1], page.read.report.language))
    return apart and (sided or from_there)


def _high(page: Page, at: int, behind: int) -> bool:
    """True for "vers 2 700 mètres d'altitude", "au-dessus de 3 000 mètres"."""
    forms, rules = page.tokens.forms, page.rules
    return _over(page, at) or not rules.heights.isdisjoint(forms[behind : behind + 3])


def _over(page: Page, at: int) -> bool:
    """True for what something stands or flies over: "au-dessus de [3 800] mètres", "au-dessus de [quatre] régions"."""
    forms, rules = page.tokens.forms, page.rules
    return forms[at] in rules.above or (at > 1 and forms[at - 1] in rules.of and forms[at - 2] in rules.above)


def _big(page: Page, at: int) -> bool:
    """True for "une banderole de 60 mètres", "un dépôt de carburant de 1 800 mètres cubes"; not "une largeur de 150 mètres"."""
    forms, rules = page.tokens.forms, page.rules
    if at < 3 or forms[at - 1] not in rules.of or forms[at - 2] in rules.dimensions:
        return False
    named, opening = at - 5 if forms[at - 3] in rules.of and at > 4 else at - 3, (rules.articles - rules.of) | rules.indefinite
    named -= forms[named] not in opening and named > 0  # "un immeuble résidentiel de neuf étages"
    return forms[named] in opening and (rules.dimensions | rules.sizes).isdisjoint(forms[named + 1 : at - 1])
