"""Rows of places and times with a number each, whose noun stands in the first: "Nantes : 3.000 marcheurs. Rennes : [1.800]"."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

Said = tuple[str, str | None]
"""A unit and a role."""
HEAD = 6
"""Tokens of what names a member of a row: "dans les Alpes-de-Haute-Provence"."""
BETWEEN = frozenset((".", ";", ",", "\n", "-", "–", "—", "•", "et"))
"""What stands between two members of a row."""
CLOSING = BETWEEN | {"", ")", "!", "?", "(", "dont"}
"""Behind a number that ends its member."""


def in_row(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number behind a place and a colon, or behind a place and a comma, in a row whose first number has a noun."""
    first, number = at
    mark = text.word(first - 1)
    if number.article or mark not in {":", ","} or not earlier or text.word(number.last) not in CLOSING:
        return None
    wholes = (count for count in reversed(earlier) if not count.part and (count.noun is not None or mark == ","))
    whole = next(wholes, None)
    if whole is None or whole.number.article or whole.kind in MEASURED:
        return None
    head = _head(text, first - 1, earlier[-1].end)
    alike = head is not None and (_is_captioned(text, whole, head, table) if mark == ":" else _is_placed(text, whole, head, table))
    return (whole.unit, whole.role) if alike else None


def _head(text: Tokens, mark: int, after: int) -> int | None:
    """Where the words before a mark begin that name a member of a row, behind the last member: "[Rennes] :", "[dans l'Aude] ,"."""
    start = mark
    while start > after and mark - start < HEAD and text.words[start - 1] not in BETWEEN:
        start -= 1
    named = start < mark and text.word(start - 1) in BETWEEN and text.written(mark - 1)[0].isupper()
    return start if named else None


def _is_captioned(text: Tokens, whole: "Count", head: int, table: Words) -> bool:
    """Whether a colon stands before the first number of a row, too, and nothing but a mark between that and the next name."""
    opened = text.word(whole.first - 1) == ":" and text.written(whole.first - 2)[0].isupper()
    if not opened or not text.written(head)[0].isupper():
        return False
    known = table.nouns.ahead(text.words, head)  # "Route : 3 accidents. Blessés : [5]"; but Rennes is no reindeer
    return known is None or not (known[1][1] or unit_kind(known[1][0]) is UnitKind.PERSON)


def _is_placed(text: Tokens, whole: "Count", head: int, table: Words) -> bool:
    """Whether a place opens this member and the first of its row: "à Lille, ils étaient 3.000 ; à Roubaix, [800]"."""
    places = table.sets["placing"]
    if text.word(head) not in places:
        return False
    start = whole.first
    while start > 0 and text.words[start - 1] not in ENDS:
        start -= 1
    return ENDS.isdisjoint(text.words[whole.end : head]) and text.word(start) in places
