"""Rows of places and times with a number each: "Nantes : 900 marcheurs. Rennes : [800]", "des marcheurs à Nantes (900) et Pau ([300])"."""

from typing import TYPE_CHECKING

import regex

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.ellipsis import within
from recoupe.read.quantities.nouns import said_noun
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import LONGEST, Tokens, opening

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


CODES = regex.compile(r"0\d|[1-8]\d|9[0-5]|97[1-6]|2[ab]")
"""How the departments of France are numbered: "Rennes (35)"."""


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
    return ENDS.isdisjoint(text.words[whole.end : head]) and text.word(opening(text.words, whole.first, ENDS)) in places


def boxed(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of a number in brackets behind a name, in a row of such: those of the count before the row, which all of them are part
    of, else of the plural that opens the sentence: "des cortèges de marcheurs à Nantes ([3.000]) et Pau (300)"."""
    first, number = at
    row = _boxes(text, first, table) if text.word(first - 1) == "(" else []
    if not any(box.first == first for box in row) or all(CODES.fullmatch(text.words[box.first]) for box in row):
        return None
    members = {box.first for box in row}
    for whole in within(text.words, first, earlier, 0):
        if whole.first not in members:
            fits = whole.number.value is None or whole.number.value >= (number.value or 0) or whole.number.bound == "indefinite"
            return (whole.unit, whole.role) if fits and whole.kind not in MEASURED and whole.kind is not UnitKind.PLACE else None
    start = opening(text.words, first, ENDS)
    plural = text.word(start) in table.sets["plural_articles"]
    said = said_noun(text, start + 1, table) if plural else None
    return said if said is not None and unit_kind(said[0]) not in MEASURED else None


def _boxes(text: Tokens, at: int, table: Words) -> list[Numeral]:
    """The numbers alone in brackets behind a name in the sentence of token `at`, where there are two at least."""
    start, found = opening(text.words, at, ENDS), list[Numeral]()
    for i in range(start + 1, min(at + LONGEST, len(text.words))):
        if text.words[i] in ENDS:
            break
        if text.words[i] == "(" and text.written(i - 1)[0].isupper():
            number = single(text.words, i + 1, table)
            if number is not None and not number.article and text.word(number.last) == ")":
                found.append(number)
    return found if len(found) > 1 else []
