"""Numbers whose noun stands with another number, or with what it is one of: "de 96 à 71 services", "parmi les blessés, 12 ..."."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.captions import captioned, opens_time
from recoupe.read.quantities.ellipsis import within
from recoupe.read.quantities.gauged import gauged
from recoupe.read.quantities.guards import is_out_of
from recoupe.read.quantities.leaning import is_against
from recoupe.read.quantities.nouns import noun_after, said_noun, unlisted
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.of_them import is_of_them
from recoupe.read.quantities.rows import boxed, in_row
from recoupe.read.quantities.siblings import ENDS, is_gapped, is_sorted
from recoupe.read.quantities.states import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens
from recoupe.read.quantities.unnamed import gapped, given_figure, money, of_crowd
from recoupe.read.quantities.votes import UNIT, is_vote

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

CODED = 1000
"""Plain digits below it may be those of a département or an age: "Bobigny (93)"."""
AMONG = 9
"""Tokens of "parmi les élèves victimes de la rougeole," before a number."""
ANNOUNCED = 20
"""Tokens before "comprend" in which the toll stands that it is said of."""

FIGURE = 3
"""Tokens of "figureraient aussi," before a number."""
SHARE = 10
"""Tokens of "des opérations programmées, soit" before a number."""
NAMED = 30
"""Tokens back to those of whom a number counts some."""
OUT_OF = 6
"""Tokens from those counted to "sur les"."""
WITH_EN = 9
"""Tokens of a verb with "en" before its number."""
THERE = "y"
"""Before "en": "il y en a [douze]"."""
THROUGHOUT = (["dans", "tout"], ["dans", "toute"], ["à", "travers"])
"""Before the whole that a place is in."""
EXCEPTED = 24
"""Tokens from those of whom something is said to the exception."""
Said = tuple[str, str | None]
"""A unit and a role."""


def understood(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """What a number without a noun counts by the words around it; None where they do not say."""
    while earlier and text.word(earlier[-1].end - 1) in table.sets["repeats"]:  # "trompé deux fois ; elle ramène le bilan de [23] à 22"
        earlier = earlier[:-1]
    return (
        among(text, at[0], table)
        or _rest_of(text, at, earlier, table)
        or of_those_named(text, at, table)
        or excepted(text, at, earlier, table)
        or gauged(text, at, table)
        or ((UNIT, None) if is_vote(text, at[1], table) else None)
        or listed(text, at, earlier, table)
        or _out_of(text, at, earlier, table)
        or in_row(text, at, earlier, table)
        or boxed(text, at, earlier, table)
        or captioned(text, at, earlier, table)
        or _of_place(text, at, earlier)
        or _at_place(text, at, earlier, table)
        or of_share(text, at[0], table)
        or apposed(text, at, table)
        or given_figure(text, at, earlier, table)
        or gapped(text, at, earlier, table)
        or of_crowd(text, at, earlier, table)
        or money(text, at, earlier, table)
        or _in_places(text, at, earlier, table)
    )


def _in_places(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of a measure that is another one here and there: "60 à 80 mm de pluie, localement [120]"."""
    first, number = at
    last = next(within(text.words, first, earlier, 0), None)
    locally = text.word(first - 1) in table.sets["locally"] or text.word(number.last) in table.sets["locally"]
    return (last.unit, None) if locally and last is not None and last.kind is UnitKind.MEASURE else None


def _rest_of(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of all the others of those of whom some were counted, though they are more: "Un ouvrier est mort, les [onze] autres sont"."""
    first, number = at
    if text.word(first - 1) not in table.sets["definite"] or text.word(number.last) not in table.sets["remaining"] - table.sets["link"]:
        return None
    if named := _one_of_several(text, first, table):
        return named
    counts = [count for count in within(text.words, first, earlier, 1) if count.kind not in MEASURED]
    last = next((count for count in counts if count.role is not None), counts[0] if counts else None)
    return (last.unit, None) if last is not None else None


def _one_of_several(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit of those of whom one was named before as the second, the third: "Le troisième suspect a fui, les [deux] autres sont"."""
    ordinals = tuple(table.sets["ordinals"])
    for place in range(first - 2, max(0, first - NAMED), -1):
        if text.words[place].endswith(ordinals) and text.words[place - 1] in {"le", "la"}:
            noun = table.nouns.ahead(text.words, place + 1)
            return (noun[1][0], None) if noun is not None else None
    return None


def of_those_named(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """Unit of some of those who were named without a number: "Des paysans ont bloqué la route ; [huit] d'entre eux ont été arrêtés".

    Or by a verb with "en": "Les barrages ? On en compte [onze]".
    """
    first, number = at
    if table.part_after.ahead(text.words, number.last) is not None:
        return _named_before(text, first, table)
    if number.article or not is_of_them(text, first, table):
        return None
    subject = next((place for place in range(first - 1, max(0, first - WITH_EN), -1) if text.words[place] in table.sets["of_them"]), 0)
    subject -= text.word(subject - 1) in table.sets["negation"]
    known = table.nouns.behind(text.words, subject)
    there = text.word(subject - 1) == THERE  # "Il y a eu des victimes. Il y en a eu [douze]"
    return _named_before(text, subject - known[0] if known is not None else subject, table, befallen=there)


def _named_before(text: Tokens, first: int, table: Words, *, befallen: bool = False) -> Said | None:
    """Unit of the last of those before a token, in its sentence or the one before, who are named by a plural and no number; also of the
    `befallen` with what befell them."""
    ends = 0
    for place in range(first - 1, max(0, first - NAMED), -1):
        ends += text.words[place] in ENDS
        if ends > 1:
            return None
        noun = table.nouns.ahead(text.words, place) if text.words[place - 1] in table.sets["plural_articles"] else None
        if noun is not None and (befallen or noun[1][1] is None) and text.words[place].endswith(("s", "x")):
            return noun[1]
    return None


def excepted(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of those of whom the same is not said: "Tous les élèves sont rentrés, sauf [trois]", "les 40 ponts, à l'exception de [deux]"."""
    first, number = at
    if number.article or not is_excepted(text, first, table):
        return None
    for place in range(first - 1, max(0, first - EXCEPTED), -1):
        if text.words[place] in ENDS:
            return None
        if earlier and earlier[-1].end == place and earlier[-1].kind not in MEASURED:
            return earlier[-1].unit, None
        if text.words[place] in table.sets["owned"] and text.words[place - 1] in table.sets["all_of"]:
            noun = noun_after(text, Numeral(place + 1, place + 1, None, None, None), table)
            return (noun.unit, None) if noun is not None else None
    return None


def is_excepted(text: Tokens, first: int, table: Words) -> bool:
    """Whether what is said of all is not said of those counted from token `first` on.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_excepted(tokens(t), 2, load("fr")) for t in ("toutes sauf trois", "toutes les trois")]
    [True, False]
    """
    return table.excepting.behind(text.words, first) is not None


def _out_of(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of a number of all behind how many of them: "17 trains sur [20]", "31 chambres funéraires sur [plus de 40]"."""
    first, number = at
    over = first - 1 - (text.word(first - 1) in table.sets["owned"])
    far = OUT_OF if over < first - 1 and is_sorted(text, number.last, table) else 1  # "trois loups ont été tués sur les [21] autorisés"
    if not earlier or not 0 <= over - earlier[-1].end <= far or not is_out_of(text, (over, number), earlier[-1].number):
        return None
    return earlier[-1].unit, None


def _of_place(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]") -> Said | None:
    """Unit and role of how many of those counted were at a place: "33 drones, à Koursk ([douze]), à Lyon ([4.500])"; not "Bobigny (93)"."""
    first, number = at
    if text.word(first - 1) != "(" or text.word(number.last) != ")" or not text.written(first - 2)[0].isupper():
        return None
    coded = number.plain and (number.value or 0) < CODED
    whole = next((count for count in within(text.words, first, earlier, 1) if count.kind not in MEASURED and not count.part), None)
    if coded or whole is None or not (number.value or 0) < (whole.number.value or 0):
        return None
    return whole.unit, whole.role


def _at_place(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit of how many were at a place, behind a source and a count of others: "Selon la police, [3.650] au Havre, 1.800 à Lille"."""
    first, number = at
    last = next(within(text.words, first, earlier, 1), None)
    person = last is not None and last.kind is UnitKind.PERSON and not last.number.article
    if last is not None and person and text.words[number.last : number.last + 2] in THROUGHOUT and text.word(first - 1) in {",", "et"}:
        return last.unit, last.role  # "huit tués à Lens, [23] dans tout le pays"
    away = (
        text.word(number.last) in table.sets["elsewhere"]
        and number.last + 1 < len(text.words)
        and text.written(number.last + 1)[0].isupper()
    )
    if not away or number.plain or text.word(first - 1) not in {",", ":", "et"}:
        return None
    return (last.unit, last.role) if last is not None and person else None


def of_share(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit of a number that says how many a share is: "70 % des opérations programmées, soit [190]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> of_share(tokens("les trois quarts des opérations, soit 190"), 7, load("fr"))
    ('opération', None)
    """
    if text.word(first - 1) != "soit":
        return None
    for at in range(first - 2, max(0, first - 2 - SHARE), -1):
        if text.words[at] in ENDS:
            return None
        if text.words[at] == "des" and text.words[at - 1] in table.sets["fractions"] | {"%", "cent"}:
            noun = noun_after(text, Numeral(at, at, None, None, None), table)
            return (noun.unit, noun.role) if noun is not None else None
    return None


def apposed(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """Unit and role of a number put in behind its noun: "Les tireurs, [au moins deux], cagoulés", "des bâches, [200], et".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [apposed(tokens(t), (3, Numeral(3, 4, 9, 9, 9)), load("fr")) for t in ("Les tireurs, neuf, ont fui", "Sept tireurs, neuf, dix")]
    [('tireur', None), None]
    """
    first, number = at
    if text.word(first - 1) != "," or text.word(number.last) != "," or number.article:
        return None
    if known := table.nouns.behind(text.words, first - 1):
        before = first - 2 - known[0]
        summed = text.word(before) in table.sets["link"] and text.word(before - 1) in table.sets["total"]  # "le nombre de morts, [deux],"
        return known[1] if summed or text.word(before) in table.sets["plural_articles"] else None
    if text.word(first - 3) not in table.sets["plural_articles"]:
        return None
    noun = unlisted(text, Numeral(first, first, None, None, None), first - 2, table)
    return (noun.unit, None) if noun is not None else None


def is_of_part(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> bool:
    """Whether a number that is understood is a part: of those named after "parmi", or beside another part."""
    first, number = at
    if among(text, first, table) is not None:
        return True
    if text.word(first - 1) == "(":
        past = opens_time(text, number.last, table)
        return not past and table.nouns.behind(text.words, first - 1) is None  # "le nombre de canards ([500.000])" is that of all
    beside = bool(earlier) and earlier[-1].part and text.word(first - 1) in table.sets["linking"]
    return beside and ENDS.isdisjoint(text.words[earlier[-1].end : first])


def called(text: Tokens, number: Numeral, table: Words) -> Said | None:
    """Unit and role of a number that is told what it is: "[21] sont des enfants".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> called(tokens("21 sont des enfants"), Numeral(0, 1, 21, 21, 21), load("fr"))
    ('child', None)
    """
    if text.word(number.last) not in table.sets["be"] or text.word(number.last + 1) not in {"des", *table.sets["link"]} or number.article:
        return None
    found = table.nouns.ahead(text.words, number.last + 2)
    return found[1] if found and unit_kind(found[1][0]) is UnitKind.PERSON else None


def total_after(text: Tokens, last: int, table: Words) -> Said | None:
    """Unit and role of what is said to be counted behind the number: "estime à [3.500] le nombre de déplacés"."""
    last += after[0] if (after := table.after.ahead(text.words, last)) else 0  # "à 50.000 environ le nombre de"
    if text.word(last) not in table.sets["owned"] or text.word(last + 1) not in table.sets["total"]:
        return None
    at = last + (3 if text.word(last + 2) in {*table.sets["link"], "des"} else 4)
    if text.word(at - 1) not in {*table.sets["link"], "des"}:
        return None
    if found := said_noun(text, at, table):
        return found[0], found[1] or _told_of(text, at, found[0], table)
    noun = unlisted(text, Numeral(last, last, None, None, None), at, table)
    return (noun.unit, None) if noun else None


def _told_of(text: Tokens, at: int, unit: str, table: Words) -> str | None:
    """What is said behind a noun of those whose number is told: "à trois le nombre de personnes [tuées]"."""
    known = table.nouns.ahead(text.words, at)
    if known is None or unit_kind(unit) is not UnitKind.PERSON:
        return None
    return state_after(text, at + known[0], None, table, table.states)


def among(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit and role of those of whom a number is a part: "Parmi les blessés, [12] sont dans un état grave".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> among(tokens("Parmi les blessés, 12 sont graves"), 4, load("fr"))
    ('person', 'wounded')
    """
    if text.word(first - 1) != ",":
        return None
    for at in range(first - 2, max(-1, first - 2 - AMONG), -1):
        if text.words[at] in table.sets["among"]:
            found = table.nouns.ahead(text.words, at + 2) if text.word(at + 1) in table.sets["owned"] else None
            return found[1] if found else None
    return None


def listed(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number that goes on a list of numbers whose noun is not said again: "ils étaient 7.000 et [50.000] à Nice"."""
    first, number = at
    if not earlier or earlier[-1].noun is not None or number.article or earlier[-1].kind in MEASURED:
        return None
    last = earlier[-1]
    if (
        text.word(first - 1) == "à" and last.end == first - 1 and text.word(last.first - 1) in table.sets["source"]
    ):  # "tombé de 900 à [600]"
        return last.unit, last.role
    near = text.word(first - 1) in table.sets["linking"] and ENDS.isdisjoint(text.words[last.end : first])
    close = (
        not number.plain or text.word(number.last) in table.sets["follows"] | table.sets["verbal"] or is_gapped(text, first, number, table)
    )
    if len(earlier) > 1 and is_against(text.words, last.first, table):  # "27 morts et 8 disparus, contre 19 et [une quinzaine]"
        last = earlier[-2]
    return (last.unit, last.role) if near and close else None


def figures_among(text: Tokens, first: int, table: Words) -> str | None:
    """The role of those whom a count is one part of: "Parmi les morts figurent [seize] mineurs".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> figures_among(tokens("Parmi les morts figurent seize mineurs"), 4, load("fr"))
    'killed'
    """
    words = text.words
    verb = next((at for at in range(first - 1, max(0, first - 1 - FIGURE), -1) if words[at] in table.sets["figure"]), None)
    for at in range(verb - 1, max(-1, verb - 1 - AMONG), -1) if verb else ():
        if words[at] in table.sets["among"]:
            found = table.nouns.ahead(words, at + 2) if text.word(at + 1) in table.sets["owned"] else None
            state = table.states.ahead(words, at + 2 + found[0]) if found and found[1][1] is None else None
            return state[1] if state else found[1][1] if found else None
    return None


def made_up(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> str | None:
    """The role of those of whom it is said who they are: "Les morts sont [dix] détenus", "ce bilan comprend [quatre] enfants".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> made_up(tokens("Les victimes comprennent quatre enfants"), 3, [], load("fr"))
    'victim'
    """
    words, verb = text.words, first - 1
    while verb > 0 and words[verb] in table.sets["fillers"]:
        verb -= 1
    comprising = verb > 0 and words[verb] in table.sets["comprising"]
    if verb < 1 or not (comprising or words[verb] in table.sets["was"]):
        return None
    if (known := table.nouns.behind(words, verb)) is not None:
        return known[1][1]
    opens = max((at for at in range(max(0, verb - ANNOUNCED), verb) if words[at] in ENDS), default=max(0, verb - ANNOUNCED))
    if not comprising or table.sets["total"].isdisjoint(words[opens:verb]):
        return None
    whole = next((count for count in within(words, first, earlier, 1) if count.role in table.sure and not count.part), None)
    return whole.role if whole is not None else None
