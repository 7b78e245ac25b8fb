"""Numbers as written: digits, number words, collectives, vague plurals, ranges."""

from collections.abc import Callable
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from recoupe.model import Bound, Number, Record
from recoupe.read.quantities.spelling import LONGEST, LONGEST_WORD, digits, is_number_word, scale_at, spelt, tidy
from recoupe.read.quantities.tables import Words, load
from recoupe.text import Lookup

SIGNS = frozenset("-−")
NOT_ONE = 5
"""Tokens from "pas" in which "un seul" stands: "pas avoir été fait un seul"."""
VERB = 8
"""Tokens behind "pas un" in which its verb stands: "Pas un commerce n'a été forcé"."""
CACHED = 50_000
"""Words of which it is kept how a number may begin with them."""


class Numeral(Record, frozen=True):
    """A number that stands at tokens `first` to `last` (not included).

    `article`: "un", "plusieurs", a zero or "20-30", which count only victims and the like (see `counts.stands`).
    """

    first: int
    last: int
    low: Number | None
    value: Number | None
    high: Number | None
    bound: Bound = Bound.EXACT
    article: bool = False
    plain: bool = False  # digits without separator or decimals: may be a year, a date, a label


Reading = Callable[[list[str], int, Words], Numeral | None]


def restated(words: list[str], number: Numeral, table: Words) -> Numeral:
    """`number` with the same number in brackets behind it, as deeds and much of the African press write: "dix (10)", "trois (03)".

    >>> from recoupe.read.quantities.tables import load
    >>> restated(["dix", "(", "10", ")"], Numeral(0, 1, 10, 10, 10), load("fr")).last
    4
    """
    if words[number.last : number.last + 1] != ["("]:
        return number
    inside = words[number.last + 1 : number.last + 1 + LONGEST]
    again = single([inside[0].lstrip("0"), *inside[1:]], 0, table) if inside and inside[0].strip("0") else None
    if again is None or again.value is None or again.value != number.value or inside[again.last : again.last + 1] != [")"]:
        return number
    return replace(number, last=number.last + again.last + 2, article=False, plain=False)


def single(words: list[str], at: int, table: Words) -> Numeral | None:
    """One number that begins at token `at`.

    >>> from recoupe.read.quantities.tables import load
    >>> single("vingt-deux maires".split(), 0, load("fr")).value
    22
    """
    if at >= len(words):
        return None
    for reading in _readings(table.language)[words[at]]:
        if (number := reading(words, at, table)) is not None:
            return number
    return None


def readings(word: str, table: Words) -> tuple[Reading, ...]:
    """How a number that begins with `word` may be read, in the order of trial.

    >>> [[reading.__name__ for reading in readings(word, load("fr"))] for word in ("47", "une", "dizaines", "pont")]
    [['scaled'], ['collective', 'scaled', 'article'], ['collective'], []]
    """
    sets = table.sets
    if word in SIGNS:
        return (below_zero,)
    if word in sets["minus"]:
        return (frozen,)
    one, spelled = word in sets["one"], len(word) <= LONGEST_WORD and is_number_word(word, sets["atoms"], sets["inside"])
    gathers = word in sets["plural"] or word.removesuffix("s") in table.numbers.collectives
    trials: tuple[tuple[Reading, bool], ...] = (
        (collective, one or spelled or gathers),  # "une trentaine": before the article
        (scaled, one or spelled or word[:1].isdigit()),  # "47", "deux millions et demi"
        (zero, word in table.zero.first or word in sets["nobody"] or word == "pas"),  # "aucun"
        (article, one or word in sets["several"]),  # "une", "plusieurs"
    )
    return tuple(reading for reading, opens in trials if opens)


@cache
def _readings(language: str) -> Lookup[tuple[Reading, ...]]:
    table = load(language)
    return Lookup(lambda word: readings(word, table), CACHED)


def below_zero(words: list[str], at: int, table: Words) -> Numeral | None:
    """A number behind a minus sign, before degrees, a share or money: "-11 degrés", "(- 33 %)"; not behind the dash of a list."""
    got = digits(words, at + 1)
    before = words[at - 1] if at else ""
    if got is None or before not in table.sets["before_minus"]:
        return None
    scale = scale_at(words, got[1], table)
    value, last = tidy(-got[0] * (scale or 1)), got[1] + bool(scale)
    following = words[last : last + 2]
    measured = table.sets["signed"]
    if scale is not None:
        return Numeral(at, last, value, value, value)
    if following[:1] and (
        following[0] in measured or (following[0] in table.sets["links"] | table.sets["closes"] and following[1:2] == ["-"])
    ):
        return Numeral(at, last, value, value, value)
    return None


def frozen(words: list[str], at: int, table: Words) -> Numeral | None:
    """What is below zero in words: "par [moins 31] degrés", "un objectif de [moins 55] %"; "moins de 31 degrés" is another thing.

    >>> from recoupe.read.quantities.tables import load
    >>> frozen(["moins", "31", "degrés"], 0, load("fr")).value, frozen(["moins", "de", "31", "degrés"], 0, load("fr"))
    (-31, None)
    """
    number = scaled(words, at + 1, table)
    if (
        number is None
        or number.value is None
        or words[number.last : number.last + 1] == []
        or words[number.last] not in table.sets["signed"]
        or (at and words[at - 1] in table.sets["no_sign"])
    ):
        return None
    return Numeral(at, number.last, -number.value, -number.value, -number.value)


OPENED = (["«"], ["“"], ['"'])


def collective(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "une trentaine", "plusieurs centaines", "des dizaines de milliers", "deux douzaines", "[les] milliers [de]".

    >>> from recoupe.read.quantities.tables import load
    >>> [n and n.value for n in (collective(t.split(), 0, load("fr")) for t in ("une trentaine", "une bonne dizaine", "une table"))]
    [30, 10, None]
    """
    noun, times = at, 1
    if words[at] in table.sets["plural"] or words[at] in table.sets["one"]:
        noun = at + 1
        noun += (
            words[at] in table.sets["one"] and words[noun : noun + 1] != [] and words[noun] in table.sets["roughly"]
        )  # "une bonne dizaine"
        noun += words[noun : noun + 1] in OPENED  # "une « quinzaine de morts »"
    elif count := spelt(words, at, table):
        times, noun = count
    known = table.numbers.collectives.get(word := _singular(words, noun), None)
    if known is None:
        return vague(words, at, table)
    if noun == at and (words[noun + 1 : noun + 2] or [""])[0] not in table.sets["link"]:
        return None
    scale, last = _of_scale(words, noun + 1, table)
    low, value, high = (part * scale for part in known)
    if words[at] in table.sets["plural"] or (noun == at and word != words[noun]):
        return Numeral(at, last, 2 * value, None, None, Bound.INDEFINITE)
    if times > 1:
        return about(Numeral(at, last, None, times * value, None))
    return Numeral(at, last, low, value, high, Bound.ABOUT)


def vague(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "des millions", "plusieurs milliards": at least two.

    >>> from recoupe.read.quantities.tables import load
    >>> vague(["plusieurs", "millions"], 0, load("fr")).low
    2000000
    """
    scale = table.numbers.scales.get(words[at + 1] if at + 1 < len(words) else "")
    if words[at] in table.sets["plural"] and scale:
        return Numeral(at, at + 2, 2 * scale, None, None, Bound.INDEFINITE)
    return None


def _singular(words: list[str], at: int) -> str:
    return words[at].removesuffix("s") if at < len(words) else ""


def _of_scale(words: list[str], at: int, table: Words) -> tuple[int, int]:
    """The scale in "[dizaines] de milliers" and where it ends; 1 where there is none."""
    if words[at : at + 1] and words[at] in table.sets["link"] and at + 1 < len(words):
        scale = table.numbers.scales.get(words[at + 1])
        if scale:
            return scale, at + 2
    return 1, at


def scaled(words: list[str], at: int, table: Words) -> Numeral | None:
    """Digits or number words, with their scales: "1,5 million", "deux millions trois cent mille", "un million et demi".

    >>> from recoupe.read.quantities.tables import load
    >>> scaled("deux millions et demi".split(), 0, load("fr")).value
    2500000
    """
    total: Number = 0
    last, limit = at, 10**18
    for _ in range(4):
        got = digits(words, last) or spelt(words, last, table)
        if got is None and words[last : last + 1] and words[last] in table.sets["one"] and scale_at(words, last + 1, table):
            got = 1, last + 1
        if got is None or got[0] >= limit:
            break
        value, last = got
        scale = scale_at(words, last, table)
        total += value * (scale or 1)
        if not scale:
            break
        limit, last = scale, last + 1
        if (
            words[last : last + 1]
            and words[last] in table.sets["adding"]
            and last + 1 < len(words)
            and words[last + 1] in table.sets["half"]
        ):
            total, last = total + scale / 2, last + 2
    if last == at:
        return None
    value = tidy(total)
    return Numeral(at, last, value, value, value, plain=last == at + 1 and words[at].isascii() and words[at].isdigit())


def zero(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "aucun", "ni", "pas de", "sans faire de": zero of the noun that follows.

    >>> from recoupe.read.quantities.tables import load
    >>> zero(["aucun"], 0, load("fr")).high, zero(["un"], 0, load("fr"))
    (0, None)
    """
    if words[at + 1 : at + 2] and words[at + 1] in table.sets["one"] and _no_victim(words, at, table):
        return Numeral(at, at + 2, 0, 0, 0, article=True)
    found = table.zero.ahead(words, at)
    if found is not None and at and words[at] == "pas" and words[at - 1] in table.sets["leaving_open"]:  # "n'exclut pas de nouveaux cas"
        return None
    if found is None and words[at] == "pas" and (single := _not_one(words, at, table)):
        return Numeral(at, single, 0, 0, 0, article=True)
    if found is None and words[at] in table.sets["nobody"]:
        return Numeral(at, at + 1, 0, 0, 0, article=True)
    if found is None and words[at] == "pas" and words[at + 1 : at + 2] and words[at + 1] in table.sets["one"]:
        opens = at == 0 or not words[at - 1].isalnum() or words[at - 1] in table.sets["linking"]  # no predicate: "ce n'est pas un drone"
        clause = takewhile(str.isalpha, (word.replace("'", "") for word in words[at + 2 : at + 2 + VERB]))
        denied = not {"n", "ne"}.isdisjoint(clause)  # "pas un drame" says what it is not
        return Numeral(at, at + 2, 0, 0, 0, article=True) if opens and denied else None
    return Numeral(at, at + found[0], 0, 0, 0, article=True) if found else None


def _not_one(words: list[str], at: int, table: Words) -> int:
    """Where "un seul" ends behind a negated verb: "n'a [pas fait un seul] blessé", "ne [pas avoir vu une seule] victime"; 0 else."""
    for one in range(at + 2, min(at + NOT_ONE, len(words) - 1)):
        if words[one] in table.sets["one"] and words[one + 1] in table.sets["alone"]:
            return one + 2 if all(map(str.isalpha, words[at + 1 : one])) else 0
    return 0


def _no_victim(words: list[str], at: int, table: Words) -> bool:
    """Whether "pas un", "ni un" at token `at` say that there is no victim: "Pas un mort", "sans un blessé"; not "ce n'est pas un mort"."""
    noun = table.nouns.ahead(words, at + 2)
    return noun is not None and noun[1][1] is not None and (at == 0 or words[at - 1] not in table.sets["be"])


def article(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "un", "une": one; "plusieurs", "quelques": two or more.

    >>> from recoupe.read.quantities.tables import load
    >>> article(["une"], 0, load("fr")).value, article(["plusieurs"], 0, load("fr")).low, article(["la"], 0, load("fr"))
    (1, 2, None)
    """
    if words[at] in table.sets["one"]:
        return Numeral(at, at + 1, 1, 1, 1, article=True)
    if words[at] in table.sets["several"]:
        return Numeral(at, at + 1, 2, None, None, Bound.INDEFINITE, article=True)
    return None


def about(number: Numeral) -> Numeral:
    """A tenth either way: what "environ" is taken to mean. Whole numbers stay whole, rounded outwards.

    >>> about(Numeral(0, 1, 200, 200, 200)).low, about(Numeral(0, 1, 47, 47, 47)).high, about(Numeral(0, 1, 2.5, 2.5, 2.5)).low
    (180, 52, 2.25)
    """
    if number.value is None or number.bound == Bound.ABOUT:
        return number
    value = number.value
    if isinstance(value, int):
        return replace(number, low=value * 9 // 10, high=-(-value * 11 // 10), bound=Bound.ABOUT)
    return replace(number, low=tidy(value * 0.9), high=tidy(value * 1.1), bound=Bound.ABOUT)
