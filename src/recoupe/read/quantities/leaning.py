"""By which words a number without a noun leans on a count before it, and what it has in common with that."""

from typing import TYPE_CHECKING, NamedTuple

from recoupe.ontology import UnitKind
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.of_them import is_of_them, is_only_of_them
from recoupe.read.quantities.siblings import is_gapped
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

SIMILAR = 100
"""A sum that "en" is said of is at most so many times larger or smaller."""
PUT_RIGHT = 10
"""Tokens between "pas" and the number that stands for the one it denies."""
BREAKS = frozenset(".;:!?\n")
"""What parts a number from a denial before it."""
HUNDRED = 100
"""Below it a number without a sign is no sum of money."""


def says_same(text: Tokens, at: int, table: Words) -> bool:
    """Whether the clause at `at` takes up what was said last: "34 ont été placés en garde à vue ; [treize] l'étaient encore"."""
    return text.word(at) in table.sets["same_said"] and text.word(at + 1) in table.sets["told_of"]


def scale_of(text: Tokens, count: "Count", table: Words) -> int:
    """What the last word of a count's number multiplies by; 1 for none."""
    word = text.word(count.number.last - 1)
    return table.numbers.scales.get(word, 1) if count.number.last - count.number.first > 1 else 1


def is_like_sum(count: "Count", number: Numeral) -> bool:
    """Whether a number may be a sum as `count` is one: "400.000 euros ; elles en obtiendront [90.000]", not "elles en ont [trois]"."""
    a, b = count.number.value, number.value
    if a is None or b is None or number.article:
        return False
    least, most = sorted((a, b))
    return most < SIMILAR * least and (least >= HUNDRED or count.kind is UnitKind.SHARE)


class Leaning(NamedTuple):
    """By which words a number leans on a count before it.

    It is set `again`st it; it counts some `of_them`; `by_others` the same is counted. `sharing`: by one of these or by what stands at
    once behind it, it shares the noun.
    """

    again: bool
    of_them: bool
    by_others: bool
    sharing: bool


def leaning_of(text: Tokens, at: tuple[int, Numeral], table: Words) -> Leaning:
    """By which words the number at `at` leans, where it begins with its bounds."""
    first, number = at
    again = is_against(text.words, first, table)
    of_them = is_of_them(text, first, table) or (number.value == 1 and is_only_of_them(text, first, number.last, table))
    by_others = is_rival(text.words, number.last, table)
    sharing = (
        again
        or of_them
        or by_others
        or is_participle(text, number.last, table)
        or is_gapped(text, first, number, table)
        or of_another(text, first, number, table)
    )
    return Leaning(again, of_them, by_others, sharing)


def is_against(words: list[str], first: int, table: Words) -> bool:
    """Whether a count is set against another of the same: "312 voix contre [210]", "contre [12] la veille", "61, et non [58]".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_against(t.split(), 2, load("fr")) for t in ("312 contre 210", "312 et 210")]
    [True, False]
    """
    first -= first > 0 and words[first - 1] in table.sets["only"]  # "contre seulement 132"
    return table.against.behind(words, first) is not None or is_put_right(words, first, table)


def is_put_right(words: list[str], first: int, table: Words) -> bool:
    """Whether the number before is denied for this one: "n'a pas fait douze morts, mais [dix]".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_put_right(t.split(), 5, load("fr")) for t in ("a pas 12 morts mais 10", "a fait 12 morts mais 10")]
    [True, False]
    """
    if first < 1 or words[first - 1] not in table.sets["but"]:
        return False
    before = words[max(0, first - PUT_RIGHT) : first - 1]
    clause = before[max((n + 1 for n, word in enumerate(before) if word in BREAKS), default=0) :]
    return not table.sets["denying"].isdisjoint(clause)


def dates(words: list[str], first: int, table: Words) -> bool:
    """Whether a length of time is what a number is set against: "en trois ans au lieu de [quatre]"."""
    found = table.against.behind(words, first)
    before = words[max(0, first - found[0] - 1) : first - found[0]] if found else []
    return bool(before) and before[0] in table.sets["times"] - table.sets["day_parts"]


def is_rival(words: list[str], at: int, table: Words) -> bool:
    """Whether the words at `at` give another count of the same: "45.000 selon la préfecture", "2.500 tout au plus selon".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_rival(t.split(), 0, load("fr")) for t in ("selon la préfecture", "dans la préfecture")]
    [True, False]
    """
    if bound := table.after.ahead(words, at):
        at += bound[0]
    at += words[at : at + 1] == ["»"]
    return table.rivals.ahead(words, at) is not None


def is_participle(text: Tokens, last: int, table: Words) -> bool:
    """Whether what became of things stands right behind a number, whose noun is before it: "dix maisons rasées et [trente] endommagées".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_participle(tokens(t), 1, load("fr")) for t in ("trente endommagées", "trente maisons")]
    [True, False]
    """
    return text.word(last) in table.thing_states and text.word(last).endswith("s")


def of_another(text: Tokens, first: int, number: Numeral, table: Words) -> bool:
    """Whether a number is that of another of the same kind: "les 200.000 billets de l'un, les [105.000] de l'autre".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [of_another(tokens(t), 1, Numeral(1, 2, 105000, 105000, 105000), load("fr")) for t in ("les 105.000 du festival", "à 105.000 du")]
    [True, False]
    """
    return not number.plain and text.word(first - 1) in table.sets["definite"] and text.word(number.last) in {"du", "de", "d'"}
