"""Parts of a whole, and counts that leave their noun to a whole before them: "dont 29", "33 au-dessus de ..., 25 au-dessus de ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.roles import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

ENDS = frozenset(".!?…\n")
CLAUSES = frozenset((";", ":", "«", "–", "—"))
VERBAL = ("e", "ent", "ait", "aient", "a", "é", "u", "i", "t", "er", "ir")
"""How a verb in the third person, an infinitive or a participle ends."""
NEAR = 2
"""Marks that end a sentence between a part and its whole: a point and a line break."""
ANNOUNCED = 28
"""Tokens before a number in which what it counts may be announced."""
ONES = frozenset((UnitKind.PERSON, UnitKind.ANIMAL, UnitKind.WEAPON, UnitKind.VEHICLE))
"""Kinds of things of which one is counted by "un": "trois blessés, dont un grièvement"."""
LIVING = frozenset((UnitKind.PERSON, UnitKind.ANIMAL))
"""Kinds of those who are wounded or arrested: "12 pompiers et trois camions. [Deux] d'entre eux ont été blessés"."""
HUNDRED = 100
"""Above it a number without a sign is no percentage."""
THOUSAND = 1000
"""From so many on, a number before "à" is that of another place: "et 900 000 à travers le pays"."""
MOST = 8
"""Counts that are looked at: no sentence has more."""


def is_part(words: list[str], first: int, last: int, table: Words) -> bool:
    """Whether the words before token `first` or after token `last` make a count a part of another: "dont 29", "trois d'entre eux".

    >>> from recoupe.read.quantities.tables import load
    >>> is_part(["47", "drones", ",", "dont", "29"], 4, 5, load("fr"))
    True
    """
    if first and words[first - 1] == ",":  # "parmi eux, 12 ..."
        first -= 1
    return table.part_before.behind(words, first) is not None or table.part_after.ahead(words, last) is not None


def whole_of(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> "Count | None":
    """The nearest count before a number that it may be a part of or share its noun with; None where the words do not call for one.

    It stands in the same sentence, or in the one before if the words say "d'entre eux", or if the number opens its sentence ("Onze ont
    été hospitalisés"). `at`: where the number begins with its bounds, and the number.
    """
    first, number = at
    again, shares = is_against(text.words, first, table), is_participle(text, number.last, table)
    stands = number.article and not (number.high == 0 or is_one_of(text.words, first, table) or is_one_of_them(text, number, table))
    vague = number.bound == "indefinite" and text.word(first - 1) not in table.sets["of_which"]
    if stands or vague or (isinstance(number.value, float) and not again) or not calls_for_whole(text, at, table):
        return None
    by_others = is_rival(text.words, number.last, table)
    if by_others and (rival := _rival(text.words, number, earlier, table)):
        return rival
    of_sum = text.word(first - 1) == "," and text.word(first - 2) in table.sets["total"]  # "à 23 le nombre de cas. De ce nombre, [19]"
    of_them, others = is_of_them(text, first, table), names_others(text, number.last, table)
    # "les trois autres" are fewer than all, "trois autres" need not be
    rest = others and text.word(first - 1) in table.sets["definite"] | {"des"}
    if again and dates(text.words, first, table):
        return None
    alike = (
        joins(text, first, number, table)
        or of_them
        or again
        or (others and not rest)
        or shares
        or by_others
        or of_another(text, first, number, table)
    )
    near = of_them or rest or opens_sentence(text, at, table) or is_part(text.words, first, number.last, table)
    found = [
        count
        for count in within(text.words, first, earlier, NEAR if near else 0)
        if (count.noun is not None or of_them or again or by_others or of_sum or opens_list(text.words, count, first))
        and (again or count.kind not in MEASURED or fits(text, at, count, table))
        and not (count.unit == "percent" and (number.low or 0) > HUNDRED)  # "2.800 emplois, soit 7 %, contre [1.200]"
        and text.word(count.end - 1) not in table.sets["repeats"]
        and not (others and text.word(count.first - 1) in table.sets["link"])
        and not ((of_them or others) and (number.low or 0) > 1 and _is_any(count))  # "sur un alpage ; la commune en compte 37"
        and not (count.number.article and count.number.value == 1 and not alike)  # "encadrés par un guide. Deux d'entre eux"
        and not (number.article and number.value == 1 and count.kind not in ONES)
        and (not count.part or again or opens_list(text.words, count, first))
        and (alike or not smaller(count, number))
    ]
    if found and state_after(text, number.last + (number.high == 0), number.low, table, table.sure_states):
        found = [count for count in found if count.kind in LIVING] or [count for count in found if count.kind is None]
    return found[0] if found else None


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
    first -= text.word(first - 1) in table.sets["owned"]
    verb = text.word(number.last) in table.sets["predicates"] or acts(text, (first, number))
    return verb and (first == 0 or text.words[first - 1] in ENDS)


def acts(text: Tokens, at: tuple[int, Numeral]) -> bool:
    """Whether a verb in the plural stands behind a number that opens its clause: "; [deux] souffrent de brûlures".

    >>> from recoupe.read.quantities.tokens import tokens
    >>> [acts(tokens(t), (0, Numeral(0, 1, 2, 2, 2))) for t in ("deux souffrent", "deux seulement", "deux enfants")]
    [True, False, False]
    """
    first, number = at
    opens = first == 0 or text.words[first - 1] in ENDS or text.words[first - 1] in CLAUSES
    verb = text.written(number.last) if number.last < len(text.words) else ""
    return opens and number.value != 1 and verb.islower() and verb.endswith("ent") and not verb.endswith(("ment", "cent"))


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


def of_another(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether a number is that of another of the same kind: "les 200.000 billets de l'un, les [105.000] de l'autre".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [of_another(tokens(t), 1, Numeral(1, 2, 105000, 105000, 105000), load("fr")) for t in ("les 105.000 du festival", "à 105.000 du")]
    [True, False]
    """
    return not number.plain and text.word(first - 1) in table.sets["definite"] and text.word(number.last) in {"du", "de", "d'"}


def fits(text: Tokens, at: tuple[int, Numeral], whole: "Count", table: Words) -> bool:
    """Whether a number is a part of a measured whole: "6.200 hectares, dont [5.000] en un jour"."""
    return text.word(at[0] - 1) in table.sets["of_which"] and whole.kind in {UnitKind.MEASURE, UnitKind.MONEY} and not at[1].article


def is_participle(text: Tokens, last: int, table: Words) -> bool:
    """Whether what became of things stands right behind a number, whose noun is before it: "dix maisons rasées et [trente] endommagées"."""
    return text.word(last) in table.thing_states and text.word(last).endswith("s")


def joins(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether a number is the subject of a clause of its own behind "et": "40 personnes ont péri et [une centaine] sont portées disparues".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [joins(tokens(t), 1, Numeral(1, 2, 9, 9, 9), load("fr")) for t in ("et neuf sont disparues", "et neuf à Lyon")]
    [True, False]
    """
    if text.word(first - 1) != "et":
        return False
    if (number.low or 0) >= THOUSAND and text.word(number.last) in table.sets["elsewhere"]:
        return True  # "300 000 personnes à Paris et [900 000] à travers le pays"
    at = number.last + (text.word(number.last) in {"se", "s'", "ne", "n'"})
    verb = text.word(at)
    known = verb in table.sets["auxiliaries"] or verb in table.sets["predicates"] or at > number.last
    return known and verb.endswith("nt")


def _rival(words: list[str], number: Numeral, earlier: "list[Count]", table: Words) -> "Count | None":
    """The last count of the sentence with a source of its own ("31.500 d'après un cabinet payé par douze médias, 75.000 selon")."""
    for count in reversed(earlier[-MOST:]):
        if not ENDS.isdisjoint(words[count.end : number.first]):
            return None
        if is_rival(words, count.end, table) and count.kind not in MEASURED:
            return count
    return None


def calls_for_whole(text: Tokens, at: tuple[int, Numeral], table: Words) -> bool:
    """Whether a count without noun can be understood: after "dont", before "au-dessus de", "d'entre eux", "autres"."""
    words, (first, number) = text.words, at
    last = number.last
    return (
        is_part(words, first, last, table)
        or text.word(last) in table.sets["leaves_noun"]
        or acts(text, (first, number))
        or is_against(words, first, table)
        or is_of_them(text, first, table)
        or is_participle(text, last, table)
        or of_another(text, first, number, table)
        or table.change_after.ahead(words, last) is not None  # "soit douze de plus"
        or (text.word(last) in table.sets["link"] and text.word(last + 1) in table.sets["others"])  # "une centaine d'autres"
        or is_rival(words, last, table)
    )


def is_rival(words: list[str], at: int, table: Words) -> bool:
    """Whether the words at `at` give another count of the same: "45.000 selon la préfecture", "2.500 tout au plus selon"."""
    if bound := table.after.ahead(words, at):
        at += bound[0]
    at += words[at : at + 1] == ["»"]
    return table.rivals.ahead(words, at) is not None


def is_against(words: list[str], first: int, table: Words) -> bool:
    """Whether a count is set against another of the same: "312 voix contre [210]", "contre [12] la veille", "61, et non [58]"."""
    first -= first > 0 and words[first - 1] in table.sets["only"]  # "contre seulement 132"
    return table.against.behind(words, first) is not None


def dates(words: list[str], first: int, table: Words) -> bool:
    """Whether a length of time is what a number is set against: "en trois ans au lieu de [quatre]"."""
    found = table.against.behind(words, first)
    before = words[max(0, first - found[0] - 1) : first - found[0]] if found else []
    return bool(before) and before[0] in table.sets["times"]


def is_of_them(text: Tokens, first: int, table: Words) -> bool:
    """Whether a verb with "en" counts what was spoken of: "les syndicats en revendiquent [40.000]", "dit en avoir abattu [79]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_of_them(tokens(t), t.count(" "), load("fr")) for t in ("le maire en recense désormais 19", "le parti a perdu en Bavière 19")]
    [True, False]
    """
    verb = first - 1
    while verb > 0 and (text.words[verb] in table.sets["fillers"] or text.words[verb] in {"que", "«", '"', "“"}):  # "n'en reconnaît que 42"
        verb -= 1
    word = text.word(verb)
    if not word.isalpha() or text.written(verb)[0].isupper() or word in table.sets["months"] or not word.endswith(VERBAL):
        return False
    helped = verb - (text.word(verb - 1) in table.sets["have"] | {"avoir"})
    return text.word(helped - 1) in table.sets["of_them"] and (
        helped < verb or text.word(helped - 2) not in table.sets["link"] | {",", "et"} or text.word(helped - 3) in table.sets["apart"]
    )


def unit_of_pronoun(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> str | None:
    """ "ils étaient [3.000]", "en a blessé [300]" count persons: those counted just before, where there are any; None after other words.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> unit_of_pronoun(tokens("ils étaient 3.000"), 2, [], load("fr"))
    'person'
    """
    words = text.words
    while first > 2 and words[first - 1] in table.sets["fillers"] | {"que", "plus", "respectivement"}:  # "n'étaient plus que [300]"
        first -= 1
    if first < 2:
        return None
    subject = words[first - 3] if words[first - 2] in table.sets["negation"] else words[first - 2]
    said = words[first - 1] in table.sets["was"] and subject in table.sets["counted"]
    done = words[first - 1] in table.verbs and words[first - 2] in table.sets["have"] and words[first - 3] in table.sets["of_them"]
    if said or done:
        near = (
            count for count in within(words, first, earlier, 1) if count.number.value != 1
        )  # "un gardien l'a dit : ils étaient [trois]"
        last = next(near, None)
        unit = last.unit if last is not None and last.kind == UnitKind.PERSON else "person"
        return "demonstrator" if unit == "person" and said and marches(words, first, table) else unit
    known = (
        table.nouns.behind(words, first - 1 - (words[first - 2] in table.sets["negation"]))
        if words[first - 1] in table.sets["was"]
        else None
    )
    return known[1][0] if known else None  # "les manifestants étaient [12.000]"


def marches(words: list[str], first: int, table: Words) -> bool:
    """Whether those of a number at `first` demonstrate: "ils étaient [3.000], vendredi, à réclamer de l'eau".

    >>> from recoupe.read.quantities.tables import load
    >>> [marches(["3.000", "à", verb], 0, load("fr")) for verb in ("défiler", "attendre")]
    [True, False]
    """
    for at in range(first, min(len(words) - 1, first + ANNOUNCED)):
        if words[at] in ENDS:
            return False
        if words[at] in {"à", "pour"} and words[at + 1] in table.sets["marching"]:
            return True
    return False


def announced(text: Tokens, firsts: tuple[int, int], table: Words) -> tuple[str, str | None] | None:
    """Unit and role of what was said to be counted: "le nombre de morts s'élève à [820]"; None after other words.

    `firsts`: where the number begins with the words that bound it and without them ("[dépasse [24]").

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> announced(tokens("Le nombre de blessés dépasse désormais 820"), (6, 6), load("fr"))
    ('person', 'wounded')
    """
    words, reaches = text.words, table.sets["reaches"]
    verbs = (_verb(words, first, table) for first in firsts)
    bound = (at for at in range(*firsts) if len(words[at]) > 2)  # "dépasse la barre des [300]": the verb is in the bound itself
    verb = next((verb for verb in (*verbs, *bound) if verb > 1 and words[verb] in reaches), 0)
    if not verb:
        return None
    for at in range(verb - 1, max(0, verb - ANNOUNCED), -1):
        if words[at] in ENDS or words[at][0].isdigit():
            return None
        if words[at] in table.sets["total"] and text.word(at + 1) in {*table.sets["link"], "des", "total"}:
            start = at + (3 if text.word(at + 1) == "total" else 2)
            found = table.nouns.ahead(words, start)
            if found is None or found[1][1] is not None or unit_kind(found[1][0]) is not UnitKind.PERSON:
                return found[1] if found else None
            return found[1][0], state_after(text, start + found[0], None, table, table.states)  # "le nombre de personnes tuées"
    return None


def brought(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> tuple[str, str | None] | None:
    """Unit and role of a total that the count before comes up to: "12 morts, portant le total à [340]"."""
    if text.word(first - 1) != "à" or not earlier:
        return None
    between = text.words[max(earlier[-1].end, first - ANNOUNCED) : first]
    if ENDS.isdisjoint(between) and not table.sets["bringing"].isdisjoint(between):
        return earlier[-1].unit, earlier[-1].role
    return None


def _verb(words: list[str], first: int, table: Words) -> int:
    """Where the verb stands before a number: before adverbs and an article ("approche désormais les [25]")."""
    verb = first - 1
    while verb > 0 and words[verb] in table.sets["before_number"]:
        verb -= 1
    return verb


def smaller(count: "Count", number: Numeral) -> bool:
    """Whether `count` is surely smaller than `number`: then it cannot be its whole."""
    return count.number.high is not None and number.low is not None and count.number.high < number.low
