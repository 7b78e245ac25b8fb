"""Parts of a whole, and counts that leave their noun to a whole before them: "dont 29", "33 au-dessus de ..., 25 au-dessus de ..."."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from recoupe.ontology import MEASURED, UnitKind
from recoupe.read.quantities.leaning import Leaning, dates, is_against, is_like_sum, is_rival, leaning_of, says_same, scale_of
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.of_them import is_of_them
from recoupe.read.quantities.siblings import ENDS, ONES, acts, is_beside, is_of_fronted, joins, leans_as_one
from recoupe.read.quantities.spelling import tidy
from recoupe.read.quantities.states import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

NEAR = 2
"""Marks that end a sentence between a part and its whole: a point and a line break."""
LIVING = frozenset((UnitKind.PERSON, UnitKind.ANIMAL))
"""Kinds of those who are wounded or arrested: "12 pompiers et trois camions. [Deux] d'entre eux ont été blessés"."""
HUNDRED = 100
"""Above it a number without a sign is no percentage."""
SUMS = frozenset((UnitKind.MONEY, UnitKind.SHARE))
"""Kinds of what "en" takes up only with a number that is alike."""
MILLION = 1_000_000
THOUSAND = 1000
FRONTED = 7
"""Tokens of a setting that opens a sentence: "dans la soirée de mardi"."""
NESTED = 14
"""Tokens between a part and its own part."""
APART = 10
"""How many times larger than another no estimate of the same is."""
MOST = 8
"""Counts that are looked at: no sentence has more."""


def is_part(words: list[str], first: int, last: int, table: Words) -> bool:
    """Whether the words before token `first` or after token `last` make a count a part of another: "dont 29", "trois d'entre eux".

    >>> from recoupe.read.quantities.tables import load
    >>> is_part(["47", "drones", ",", "dont", "29"], 4, 5, load("fr"))
    True
    >>> is_part("parmi eux se trouvent 21 femmes".split(), 4, 5, load("fr"))
    True
    """
    first -= first > 0 and words[first - 1] in table.sets["alone"]  # "parmi eux, seuls 12 ..."
    if first > 1 and words[first - 1] in table.sets["figure"]:  # "parmi eux figurent 12 ..."
        first -= 2 if words[first - 2] in table.sets["before_figure"] else 1
    if first and words[first - 1] == ",":  # "parmi eux, 12 ..."
        first -= 1
    return table.part_before.behind(words, first) is not None or table.part_after.ahead(words, last) is not None


class Call(NamedTuple):
    """How a number leans on a count before it: as one of the `others` of those counted, or as all the `rest` of them, too.

    `alike`: it shares the noun, and need not be a part.
    """

    first: int
    number: Numeral
    leaning: Leaning
    others: bool
    rest: bool
    alike: bool

    @property
    def again(self) -> bool:
        """Whether it is set against the count."""
        return self.leaning.again

    @property
    def of_them(self) -> bool:
        """Whether a verb with "en" counts some of those counted."""
        return self.leaning.of_them


def whole_of(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> "Count | None":
    """The nearest count before a number that it may be a part of or share its noun with; None where the words do not call for one.

    It stands in the same sentence, or in the one before if the words say "d'entre eux", or if the number opens its sentence ("Onze ont
    été hospitalisés"). `at`: where the number begins with its bounds, and the number.
    """
    first, number = at
    if _leans_on_nothing(text, at, earlier, table):
        return None
    leaning = leaning_of(text, at, table)
    called = leaning.sharing or calls_for_whole(text, at, table) or is_of_fronted(text, number, earlier, table)
    if not (called or bracketed(text, first, earlier) or is_beside(text, at, earlier, table)):
        return None
    call = _call(text, at, earlier, table, leaning)
    if leaning.by_others and (rival := _rival(text.words, number, earlier, table)):
        return _in_reach(rival, within(text.words, first, earlier, 0), number)
    if call.again and dates(text.words, first, table):
        return None
    opens = leaning.by_others and text.word(first - 1) in ENDS  # "Cinq, répond le maire. [Vingt], corrige le syndicat."
    near = call.of_them or call.rest or opens or opens_sentence(text, at, table) or is_part(text.words, first, number.last, table)
    counts = list(within(text.words, first, earlier, NEAR if near else 0))
    one = number.article and number.value == 1 and is_one_of(text.words, first, table)
    if one and counts and counts[0].kind not in ONES and ENDS.isdisjoint(text.words[counts[0].end : first]):
        return None  # "deux policiers sont venus. On a vu trois barrages, dont [un] à Lyon"
    if call.of_them and counts and counts[0].kind in SUMS:  # "réclamaient 400.000 euros ; elles en obtiendront [90.000]"
        return counts[0] if is_like_sum(counts[0], in_scale_of(text, counts[0], at, table)) else None
    found = [
        count for count in counts if _may_be_whole(text, count, call, table) and not (call.again and _tells_what(text, count, earlier))
    ]
    if not found and len(counts) == 1 and _outgrows(text, call, counts[0], table):
        return counts[0]
    if found and state_after(text, number.last + (number.high == 0), number.low, table, table.sure_states):
        found = [count for count in found if count.kind in LIVING] or [count for count in found if count.kind is None]
    return _chosen(text, call, found, earlier, table) if found else None


def _chosen(text: Tokens, call: Call, found: "list[Count]", earlier: "list[Count]", table: Words) -> "Count":
    """Of the counts that may be the whole, the nearest first, the one that is meant."""
    if _is_paired(text, call, found, table):
        return found[1]
    if (listed := _past_relative(text, call, found[0], earlier, table)) is not None:
        return listed
    return _in_reach(found[0], found, call.number) if call.of_them else found[0]


def _in_reach(count: "Count", near: "Iterable[Count]", number: Numeral) -> "Count":
    """`count`, or whom else the sentence counts, where `number` is of the size of theirs and not of its: "300 salariés ont défilé devant
    l'usine où trois ouvriers sont morts, selon la police ; les syndicats en comptent [900]"."""
    if count.kind is not UnitKind.PERSON or _is_like(count, number):
        return count
    return next((one for one in near if one.kind is UnitKind.PERSON and not one.part and _is_like(one, number)), count)


def _past_relative(text: Tokens, call: Call, count: "Count", earlier: "list[Count]", table: Words) -> "Count | None":
    """Of a number of a list by places the one before the relative in which `count` stands: "dont [trente] à X, où 200 maisons ont brûlé,
    [dix] à Y"."""
    if text.word(call.number.last) not in table.sets["placing"] or text.word(count.first - 1) not in table.sets["relative"]:
        return None
    at = earlier.index(count)
    near = earlier[at - 1] if at else None
    placed = near is not None and near.noun is None and text.word(near.number.last) in table.sets["placing"]
    return near if placed and near is not None and ENDS.isdisjoint(text.words[near.end : call.first]) else None


def _is_like(count: "Count", number: Numeral) -> bool:
    """Whether two numbers may be estimates of one crowd or toll."""
    one, other = count.number.value, number.value
    return one is None or other is None or max(one, other) < APART * min(one, other)


def _outgrows(text: Tokens, call: Call, count: "Count", table: Words) -> bool:
    """Whether a number behind "dont" is of the only people counted before it, although it is larger: a text may err."""
    said = text.word(call.first - 1) in table.sets["of_which"] and count.kind is UnitKind.PERSON and not count.part
    return said and smaller(count, call.number) and not count.number.article


def _is_paired(text: Tokens, call: Call, found: "list[Count]", table: Words) -> bool:
    """Whether two are set against two, of whom a number is the first: "27 morts et huit disparus, contre [19] et quinze"."""
    if not call.again or len(found) <= 1 or text.words[found[1].end : found[0].first] != ["et"] or text.word(call.number.last) != "et":
        return False
    other = single(text.words, call.number.last + 1, table)
    return other is not None and (other.last == len(text.words) or not table.nouns.ahead(text.words, other.last))


def _leans_on_nothing(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> bool:
    """Whether a number is a mere article, too vague or a fraction of something else."""
    first, number = at
    one = is_one_of(text.words, first, table) or is_one_of_them(text, number, table) or is_another(text, number, table)
    if number.article and not (number.high == 0 or one or leans_as_one(text, number, earlier, table)):
        return True
    vague = number.bound == "indefinite" and text.word(first - 1) not in table.sets["of_which"]
    return vague or (isinstance(number.value, float) and not is_against(text.words, first, table) and not is_of_them(text, first, table))


def bracketed(text: Tokens, first: int, earlier: "list[Count]") -> bool:
    """Whether a number stands in a bracket behind a name, as those before it do: "Nice (900 élèves), Lyon ([400])"; not "40 morts, à Nice
    (30), à Lyon ([10])"."""
    if text.word(first - 1) != "(" or not text.written(first - 2)[:1].isupper():
        return False
    here = [count for count in earlier if ENDS.isdisjoint(text.words[count.end : first])]
    named = [count for count in here if count.noun is not None] or here
    marks = (word for word in text.words[named[-1].end : first] if word in {"(", ")"}) if named else iter(())
    return next(marks, "(") == ")"


def _call(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words, leaning: Leaning) -> Call:
    first, number = at
    others = names_others(text, number.last, table)
    # "les trois autres" are fewer than all, "trois autres" need not be
    rest = others and text.word(first - 1) in table.sets["definite"] | {"des"}
    alike = (
        leaning.sharing
        or (others and not rest)
        or bracketed(text, first, earlier)
        or joins(text, first, number, table)
        or is_beside(text, at, earlier, table)
    )
    return Call(first, number, leaning, others, rest, alike)


def _may_be_whole(text: Tokens, count: "Count", call: Call, table: Words) -> bool:
    """Whether a number may be a part of `count`, or share its noun."""
    number, again = call.number, call.again
    return (
        (again or count.kind not in MEASURED or fits(text, (call.first, number), count, table))
        and not (count.unit == "percent" and (number.low or 0) > HUNDRED)  # "2.800 emplois, soit 7 %, contre [1.200]"
        and text.word(count.end - 1) not in table.sets["repeats"]
        and not (call.others and count.by != "before" and text.word(count.first - 1) in table.sets["link"])
        and not ((call.of_them or call.others) and (number.low or 0) > 1 and _is_any(count))  # "sur un alpage ; la commune en compte 37"
        and not (
            count.number.article and count.number.value == 1 and not (call.alike or is_parallel(text, call, count, table))
        )  # "encadrés par un guide. Deux d'entre eux"
        and not (call.of_them and count.number.article and count.role is None)  # "avance un expert. Les pirates en revendiquent onze"
        and not (number.article and number.value == 1 and count.kind not in ONES)
        and (not count.part or again or _takes_up_part(text, call, count, table))
        and (call.alike or not smaller(count, number) or is_parallel(text, call, count, table))
    )


def _tells_what(text: Tokens, count: "Count", earlier: "list[Count]") -> bool:
    """Whether a measure only tells what things counted are like: "1 126 amendes de [135] €, contre 700"; not "une amende de 135 €"."""
    link = count.first - 1
    if count.kind not in MEASURED or text.word(link) not in {"de", "d'", "à"}:
        return False
    return any(other.end == link and not other.number.article and other.kind not in MEASURED for other in earlier[-MOST:])


def _takes_up_part(text: Tokens, call: Call, count: "Count", table: Words) -> bool:
    """Whether a number may lean on what is a part itself: the head of a list, those of whom the same is said, a part with parts."""
    listed = opens_list(text.words, count, call.first)
    return listed or says_same(text, call.number.last, table) or is_nested(text.words, count, call.first)


def is_parallel(text: Tokens, call: Call, count: "Count", table: Words) -> bool:
    """Whether a comma sets a number beside those of whom another thing was told: "un marin est mort, [trois] ont été secourus"."""
    told = count.role is not None and count.by == "after" and text.word(call.number.last) in table.sets["told_of"]
    return told and text.word(call.first - 1) in {",", ";"}


def is_nested(words: list[str], count: "Count", first: int) -> bool:
    """Whether a part has parts of its own: "dont seize ont été arrêtés, dont [cinq] mineurs", "sept étrangers, dont [deux] Italiens"."""
    between = words[count.end : first]
    return between[-1:] == ["dont"] and between.count("dont") == 1 and len(between) <= NESTED and ENDS.isdisjoint(between)


def in_scale_of(text: Tokens, count: "Count", at: tuple[int, Numeral], table: Words) -> Numeral:
    """`number` in the millions of the count that it is set against: "12 millions de barils, contre [14] en 2022"."""
    first, number = at
    scale, value = scale_of(text, count, table), number.value
    if scale < MILLION or value is None or not 0 < value < THOUSAND or number.article or number.bound != "exact":
        return number
    if not (is_against(text.words, first, table) or is_of_them(text, first, table)):
        return number
    meant = tidy(value * scale)
    return replace(number, low=meant, value=meant, high=meant, plain=False)


def _is_any(count: "Count") -> bool:
    """Whether "un", "une" only names a thing of which nothing is told: "une enceinte", not "un mort"."""
    return count.number.article and count.number.value == 1 and count.role is None and count.kind not in LIVING


def names_others(text: Tokens, at: int, table: Words) -> bool:
    """Whether the words at `at` are "autres", "d'autres", "derniers"; not "d'entre eux".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [names_others(tokens(t), 1, load("fr")) for t in ("deux d'autres", "deux autres", "deux d'entre eux")]
    [True, True, False]
    """
    at += text.word(at) in table.sets["link"]
    return text.word(at) in (table.sets["others"] - table.sets["link"]) | table.sets["last_of_them"]


def opens_list(words: list[str], count: "Count", first: int) -> bool:
    """Whether a list of its parts stands behind a count without a noun: "dont 91 ont été abattus : [53] à l'est, [24] à l'ouest"."""
    return count.noun is None and ":" in words[count.end : first]


def within(words: list[str], first: int, earlier: "list[Count]", ends: int) -> "Iterator[Count]":
    """The counts before token `first`, the nearest first, with at most `ends` ends of sentences between."""
    for count in reversed(earlier[-MOST:]):
        if sum(word in ENDS for word in words[count.end : first]) > ends:
            return
        yield count


def opens_sentence(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether a number is the subject that opens a sentence: "Onze ont été hospitalisés", "Les 19 autres attendent"."""
    first, number = at
    verb = text.word(number.last) in table.sets["predicates"] or acts(text, (first, number), table)
    first -= text.word(first - 1) in table.sets["owned"] | table.sets["alone"] | table.sets["only"]
    return verb and (first == 0 or text.words[first - 1] in ENDS or _is_fronted(text, (first, number), table))


def _is_fronted(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether only a setting stands before a number in its sentence: "Dans le même temps, [12] ont été repêchés".

    No condition and no subject of its own: "Si le juge refuse, deux seront", "Le maire, lui, en".
    """
    first, number = at
    if text.word(first - 1) != "," or text.word(number.last) not in table.sets["auxiliaries"]:
        return False
    start = first - 1
    while start > 0 and first - 1 - start < FRONTED and text.words[start - 1] not in ENDS:
        start -= 1
    if start > 0 and text.words[start - 1] not in ENDS:
        return False
    opening = text.word(start)
    return opening in table.sets["fronting"] and table.sets["auxiliaries"].isdisjoint(text.words[start : first - 1])


def is_one_of(words: list[str], first: int, table: Words) -> bool:
    """Whether "un", "une" is one of those counted before: "trois blessés, dont un grièvement", not "dont un tiers"."""
    first_of = first - (first > 1 and words[first - 1] == "l'")  # "dont l'un"
    if not first or words[first_of - 1] not in table.sets["of_which"] or table.bounds.ahead(words, first):
        return False
    return first + 1 < len(words) and words[first + 1] not in table.sets["fractions"]


def is_one_of_them(text: Tokens, number: Numeral, table: Words) -> bool:
    """Whether "l'un d'eux", "une d'entre elles" counts one of those named before; not "l'un des rescapés", who only speaks.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_one_of_them(tokens(t), Numeral(1, 2, 1, 1, 1), load("fr")) for t in ("l'un d'eux est mort", "l'un des morts")]
    [True, False]
    """
    return text.word(number.last) in table.sets["link"] and table.part_after.ahead(text.words, number.last) is not None


def is_another(text: Tokens, number: Numeral, table: Words) -> bool:
    """Whether "un autre" is one more of those before, with an age or a verb: "un homme est mort, un autre [de 40 ans] a été blessé".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_another(tokens(t), Numeral(0, 1, 1, 1, 1), load("fr")) for t in ("un autre a fui", "un autre de 40 ans", "un autre homme")]
    [True, True, False]
    """
    if number.value != 1 or text.word(number.last) not in table.sets["others"] - table.sets["link"]:
        return False
    after = text.word(number.last + 1)
    return after in table.sets["auxiliaries"] or (after in table.sets["link"] and text.word(number.last + 3) in table.sets["ages"])


def of_fronted(text: Tokens, first: int, unit: str, earlier: "list[Count]", table: Words) -> bool:
    """Whether a number that repeats its noun is one of those that open the sentence: "Parmi les 28 cas de Lyon, [21] cas viennent"."""
    if not earlier or text.word(first - 1) != "," or earlier[-1].unit != unit or not ENDS.isdisjoint(text.words[earlier[-1].end : first]):
        return False
    lead = earlier[-1].first - 1
    return text.word(lead - (text.word(lead) in table.sets["owned"])) in table.sets["among"]


def fits(text: Tokens, at: tuple[int, Numeral], whole: "Count", table: Words) -> bool:
    """Whether a number is a part of a measured whole, or what somebody else measures: "6.200 hectares, dont [5.000] en un jour",
    "800 hectares, [1.500] selon le préfet"."""
    beside = whole.end >= at[0] - 1 or table.rivals.ahead(text.words, whole.end) is not None
    alike = text.word(at[0] - 1) in table.sets["of_which"] or (beside and is_rival(text.words, at[1].last, table))
    return alike and whole.kind in {UnitKind.MEASURE, UnitKind.MONEY} and not at[1].article


def _rival(words: list[str], number: Numeral, earlier: "list[Count]", table: Words) -> "Count | None":
    """The last count of the sentence with a source of its own ("31.500 d'après un cabinet payé par douze médias, 75.000 selon")."""
    for count in reversed(earlier[-MOST:]):
        if not ENDS.isdisjoint(words[count.end : number.first]):
            return None
        if is_rival(words, count.end, table) and count.kind not in MEASURED:
            return count
    return None


def calls_for_whole(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether a count that shares no noun can be understood without one: after "dont", before "d'entre eux", "autres", "de plus"."""
    words, (first, number) = text.words, at
    last = number.last
    return (
        is_part(words, first, last, table)
        or text.word(last) in table.sets["leaves_noun"]
        or (text.word(last) in table.sets["auxiliaries"] and text.word(last).endswith("nt"))  # "sur les 52 salariés, [31] seront licenciés"
        or says_same(text, last, table)
        or acts(text, (first, number), table)
        or is_another(text, number, table)
        or table.change_after.ahead(words, last) is not None  # "soit douze de plus"
        or (text.word(last) in table.sets["link"] and text.word(last + 1) in table.sets["others"])  # "une centaine d'autres"
    )


def smaller(count: "Count", number: Numeral) -> bool:
    """Whether `count` is surely smaller than `number`: then it cannot be its whole."""
    return count.number.high is not None and number.low is not None and count.number.high < number.low
