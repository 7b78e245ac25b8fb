"""What a number without a noun has in common with the count that it leans on."""

from typing import TYPE_CHECKING

from recoupe.ontology import UnitKind
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

SIMILAR = 100
"""A sum that "en" is said of is at most so many times larger or smaller."""
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
