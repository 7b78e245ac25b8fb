"""Numbers whose noun is understood from the sentence, the report or its kind: gapped clauses, sums of money, tolls, "personne"."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from recoupe.model import Bound, Number
from recoupe.ontology import MEASURED, UnitKind
from recoupe.read.quantities.announcements import led_up
from recoupe.read.quantities.ellipsis import within
from recoupe.read.quantities.leaning import is_rival
from recoupe.read.quantities.nouns import Noun, meant
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.states import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

Said = tuple[str, str | None]
"""A unit and a role."""
MILLION = 1_000_000
"""A number from which on what is called a sum is money."""
PHRASE = 6
"""Words of the subject of a gapped clause: "le syndicat majoritaire de la branche"."""
CLOSING = frozenset((",", ".", ";", ")", "\n", "", "!", "?", "»", '"', "”", "et"))
"""What stands behind a number that ends its clause."""
NEXT = frozenset(("puis", "ensuite", "enfin"))
"""Before a later number of the same subject: "établi à 58, puis à [86]"."""
REPORT = 400
"""Tokens around a sum in which its currency may be named."""
SENTENCE = 40
"""Tokens of a sentence on either side of a number."""
RECENT = 40
"""Counts of a report among which a number may have been said before."""
THOUSANDS = 1000
CROWD = 30
"""A number from which on it may be of a crowd."""
YEARS = 1900, 2099
"""Plain digits between them may be those of a year."""
DASHES = frozenset("–—-")
"""Marks that close what is put in: "sept fois plus – 400.000 – selon la CGT"."""
TELLING = 13
"""A number from which on it is no chance that it stands twice in a report."""


def gapped(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number whose verb and noun are of the clause before: "la CGT annonce 9.000 manifestants, la police [4.200]"."""
    first, number = at
    if not earlier or number.article or earlier[-1].kind in MEASURED or earlier[-1].part or text.word(number.last) not in CLOSING:
        return None
    last, link = earlier[-1], text.word(first - 1)
    linked = link in table.sets["gapping"]
    if linked and text.word(last.first - 1)[:1] != link[:1]:
        return None  # "parle de 12 morts, la Ligue d'une trentaine"
    start = _subject(text, first - linked, last.end, table)
    return (last.unit, last.role) if start is not None else None


def _subject(text: Tokens, end: int, after: int, table: Words) -> int | None:
    """Where the subject begins that ends before token `end`, behind a comma and after token `after`: "la police", "FO", "puis"."""
    start = end
    while start > after and end - start <= PHRASE and text.words[start - 1].replace("'", "").replace("-", "").isalpha():
        start -= 1
        if text.words[start] in table.sets["linking"] - {","}:
            start += 1
            break
    if not after < start < end or text.words[start - 1] not in {*table.sets["linking"], ";", "puis"} or end - start > PHRASE:
        return None
    if not ENDS.isdisjoint(text.words[after:start]):
        return None
    opens = text.words[start] in table.sets["owned"] | table.sets["one"] or text.written(start)[0].isupper() or text.words[start] in NEXT
    verbs = table.sets["be"] | table.sets["have"] | table.sets["negation"] | table.sets["relative"] | table.sets["settings"]
    return start if opens and verbs.isdisjoint(text.words[start + 1 : end]) else None


def given_figure(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number that is called one: "avance le chiffre de [291]", "s'en tient à [7]", after what was counted before it."""
    first, number = at
    if number.article:
        return None
    if text.word(first - 1) in table.sets["link"] and text.word(first - 2) in table.sets["total"]:
        if text.word(first - 3) == "au":  # "Les migrants, au nombre de [400], étaient", "Les blessés sont au nombre de [17]"
            known = table.nouns.behind(text.words, first - 4)
            return known[1] if known and (text.word(first - 4) == "," or text.word(first - 4) in table.sets["was"]) else None
        return _last(text, first, earlier)
    spoken_of = text.word(first - 1) in table.sets["link"] and text.word(first - 2) in table.sets["speaking_of"] and not is_dated(number)
    if not (spoken_of or keeps_to(text, first, table) or gives(text, at, table)) or text.word(number.last) not in CLOSING:
        return None
    same = (count for count in reversed(earlier[-RECENT:]) if count.number.value == number.value and count.noun is not None)
    wholes = (count for count in within(text.words, first, earlier, 1) if not count.part and count.by != "item")
    # "16 morts, dont neuf femmes. La police s'en tient à [sept]" morts
    last = next(same, None) or next((count for count in wholes if count.kind not in MEASURED), None)
    return (last.unit, last.role) if last is not None else None


def of_crowd(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of a count that only says whose it is, in a report on a crowd: "Marche : [2 millions] selon la CGT", "– [4.000] – selon"."""
    first, number = at
    behind = number.last + (text.word(number.last) in DASHES)
    if number.article or (number.low or 0) < CROWD or is_dated(number) or not is_rival(text.words, behind, table):
        return None
    if text.word(first - 1) in table.sets["singular"] | table.sets["labels"] | table.sets["years"] - table.sets["link"]:
        return None
    last = next(within(text.words, first, earlier, 0), None)
    if (last is not None and last.kind in MEASURED) or table.sets["crowds"].isdisjoint(text.around(first, REPORT)):
        return None  # "la marche a coûté 45.000 euros, 60.000 selon le maire"
    around = {*sentence(text, first)}
    told = not (table.sets["have"] | table.sets["be"]).isdisjoint(around)  # "le séisme a fait 4.000, selon la police"
    if told and (table.sets["crowds"] | table.sets["gathered"]).isdisjoint(around):
        return None
    alike = (count for count in reversed(earlier[-RECENT:]) if count.kind is UnitKind.PERSON and (count.number.low or 0) >= CROWD)
    same = next((count for count in alike if count.role is None and not count.part), None)
    return (same.unit if same is not None else "demonstrator"), None


def is_dated(number: Numeral) -> bool:
    """Whether plain digits may be those of a year."""
    return number.plain and number.value is not None and YEARS[0] <= number.value <= YEARS[1]


def keeps_to(text: Tokens, first: int, table: Words) -> bool:
    """Whether "s'en tient à" stands before a number.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [keeps_to(tokens(t), len(tokens(t).words) - 1, load("fr")) for t in ("l'armée s'en tient toujours à 7", "le fil tient à 7")]
    [True, False]
    """
    verb = first - 2
    while verb > 1 and text.words[verb] in table.sets["fillers"]:
        verb -= 1
    return text.word(first - 1) == "à" and text.word(verb) in table.sets["keeps"] and text.word(verb - 1) in table.sets["of_them"]


def gives(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether a verb only gives a number of thousands: "les organisateurs évoquent [250.000] et 40.000"; of smaller ones it may be a name.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> number = Numeral(2, 3, 4000, 4000, 4000)
    >>> [gives(tokens(t), (2, number), load("fr")) for t in ("syndicats annoncent 4.000", "syndicats envoient 4.000")]
    [True, False]
    """
    first, number = at
    verb = text.word(first - 1)
    if verb in table.sets["says"]:
        return (number.low or 0) >= TELLING
    told = verb.startswith(tuple(table.sets["tallies"])) and verb.endswith(("e", "ent", "ait", "aient", "é"))
    return told and not number.plain and (number.low or 0) >= THOUSANDS


def _last(text: Tokens, first: int, earlier: "list[Count]") -> Said | None:
    """Unit and role of the last count before token `first`, of this sentence or the one before; None for sums and lengths. What only has an
    article was not counted, so that one more sentence is looked at: "16 500 élus. « Une erreur ! » Le chiffre de [90] tient"."""
    last = next(within(text.words, first, earlier, 1), None)
    if last is not None and last.number.article and last.role is None:
        last = next((c for c in within(text.words, first, earlier, 2) if not c.number.article), None)
    return None if last is None or last.kind in MEASURED else (last.unit, last.role)


def toll(text: Tokens, firsts: tuple[int, int], earlier: "list[Count]", table: Words) -> Said | None:
    """A total that does not say of what: "a ramené son estimation à [9.000]" of what was counted before it, a toll of deaths.

    "Le bilan, établi à [58] dans la matinée" counts deaths only where deaths were counted before.
    """
    verb, skipped = firsts[0] - 1, table.sets["before_number"] | table.sets["gapping"]
    while verb > 0 and text.words[verb] in skipped:
        verb -= 1
    said = (text.word(verb), *text.words[firsts[0] : firsts[1]])  # "dépasser [100]": in the bound itself
    if (table.sets["reaches"] | table.sets["total"]).isdisjoint(said):
        return None
    for place in led_up(text.words, verb):
        if text.words[place] in table.sets["total"]:
            return None if text.word(place + 1) in {*table.sets["link"], "des"} else _counted_before(text, place, earlier, table)
    return None


def _counted_before(text: Tokens, total: int, earlier: "list[Count]", table: Words) -> Said | None:
    """What a total counts that does not say it."""
    if text.word(total) == "bilan":
        deaths = any(count.role == "killed" and count.kind is UnitKind.PERSON for count in earlier)
        return ("person", "killed") if deaths and text.word(total + 1) in table.sets["of_deaths"] | table.sets["reaches"] else None
    return _last(text, total, earlier)


def money(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """The currency of millions without one, where the sentence speaks of money and the report knows only one currency."""
    first, number = at
    scale = text.word(number.last - 1)
    summed = scale in table.numbers.scales or scale.startswith("demi-mil")  # "un demi-million"
    if not summed or scale == "mille" or number.bound == Bound.INDEFINITE:
        return None
    if text.word(number.last) in table.sets["link"]:
        return None
    unit = currency(text, first, table)
    if unit is None:
        return None
    near = False
    if earlier and earlier[-1].kind is UnitKind.MONEY:
        ends = sum(word in ENDS for word in text.words[earlier[-1].end : first])
        near = ends == 0 or (ends == 1 and text.words[first - 1] in ENDS)  # "38 millions de francs. Trois millions ont été retrouvés"
    return (unit, None) if near or not table.sets["of_money"].isdisjoint(sentence(text, first)) else None


def currency(text: Tokens, first: int, table: Words) -> str | None:
    """The only currency that is named around token `first`; None where there is none or more than one."""
    named = {word for word in text.around(first, REPORT) if word in table.moneys}
    units = {meant(text, first, table.meant[word]) or table.moneys[word] if word in table.meant else table.moneys[word] for word in named}
    return units.pop() if len(units) == 1 else None


def sum_of(text: Tokens, number: Numeral, noun: Noun, table: Words) -> str | None:
    """The currency of millions of what is money: "deux milliards de [dettes]"; None for other nouns and numbers."""
    named = text.word(noun.first) in table.sets["sums"] and text.word(number.last) in table.sets["link"]
    return currency(text, number.first, table) if named and (number.low or number.value or 0) >= MILLION else None


def sentence(text: Tokens, at: int) -> list[str]:
    """The words of the sentence around token `at`.

    >>> from recoupe.read.quantities.tokens import tokens
    >>> sentence(tokens("Il pleut. Le plan coûte 3 millions. Bien."), 6)
    ['le', 'plan', 'coûte', '3', 'millions']
    """
    first, last = at, at
    while first > max(0, at - SENTENCE) and text.words[first - 1] not in ENDS:
        first -= 1
    while last < min(len(text.words), at + SENTENCE) and text.words[last] not in ENDS:
        last += 1
    return text.words[first:last]


def nobody(text: Tokens, number: Numeral, table: Words) -> str | None:
    """What befell nobody: "[Personne] n'a été blessé"; None for other words and where it is no role.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> words = ("Personne n'a été blessé", "Personne n'a compris")
    >>> [nobody(tokens(t), Numeral(0, 1, 0, 0, 0), load("fr")) for t in words]
    ['wounded', None]
    """
    if text.word(number.first) not in table.sets["nobody"] or text.word(number.last) not in table.sets["negation"]:
        return None
    if text.word(number.last + 1) not in table.sets["happened"]:  # "personne ne serait licencié" is a promise
        return None
    return state_after(text, number.last + 1, 1, table, table.states)


def by_value(found: "list[Count]") -> "dict[Number, Count | None]":
    """The counts with a noun by their number; None where different things are counted."""
    named: dict[Number, Count | None] = {}
    for count in found:
        value = count.number.value
        if count.noun is not None and value is not None and count.kind not in MEASURED:
            same = named.setdefault(value, count)
            if same is not None and (same.unit, same.role) != (count.unit, count.role):
                named[value] = None
    return named


def repeated(text: Tokens, at: tuple[int, Numeral], named: "Mapping[Number, Count | None]", table: Words) -> "Count | None":
    """The count of the report that a number without a noun says again: a headline's "Séisme : [112], dont 30 enfants" of "112 morts"."""
    first, number = at
    if number.article or number.value is None or number.value < TELLING or not _stands_alone(text, number.last, table):
        return None
    if text.word(first - 1) in table.sets["singular"] | table.sets["labels"] | table.sets["years"] - table.sets["link"]:
        return None
    return named.get(number.value)


def _stands_alone(text: Tokens, last: int, table: Words) -> bool:
    """Whether nothing that could be counted follows token `last`."""
    return text.word(last) in CLOSING or any(book.ahead(text.words, last) is not None for book in (table.rivals, table.against))
