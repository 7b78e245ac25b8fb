"""What an English number without a noun takes up: those counted before it, or the figure that somebody else gives of them."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.english.tables import Words
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.english import Count

ENDS = frozenset(".!?\n")
OPENS = frozenset('.!?\n;:"“”,—–')
FIGURE = 3
"""Tokens between "figure" and its number: "put the figure at"."""
CROWD = 100
"""So many people at least are a crowd that two sides count."""
TURNS = 2
"""Ends of sentences between two counts of a crowd: fewer."""
MOST = 8
"""Counts that are looked at."""


def is_figure(text: Tokens, first: int, table: Words) -> bool:
    """Whether a number is another's figure of what was counted: "police put the figure at [6,500]".

    >>> from recoupe.read.quantities.english.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_figure(tokens(t), 5, load("en")) for t in ("police put the figure at 6,500", "police met the man at 6,500")]
    [True, False]
    """
    return text.word(first - 1) == "at" and not table.sets["figures"].isdisjoint(text.words[max(0, first - FIGURE) : first])


def crowd(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> str | None:
    """The unit of a number of people who came: "put the turnout at [6,500]", "[20,000] marched", behind one of these "claimed [18,000]".
    Who came to anything else than a protest only came."""
    first, number = at
    before, after = text.word(first - 1), text.word(number.last)
    if before in {"at", "of"} and not table.sets["turnout"].isdisjoint(text.words[max(0, first - FIGURE) : first]):
        return "person" if table.sets["gathered"].isdisjoint(text.words) else "demonstrator"
    claimed = before in table.sets["claimed"]
    if not claimed and before not in OPENS | {"", "that"}:
        return None
    if after in table.sets["marched"]:
        return "demonstrator"
    if after in table.sets["attended"] and (after != "took" or text.word(number.last + 1) == "part"):
        return "person"
    return _claimed(text, first, earlier) if claimed and after in OPENS | {""} else None


def _claimed(text: Tokens, first: int, earlier: "list[Count]") -> str | None:
    """The unit of a crowd counted shortly before, which somebody else counts otherwise."""
    last = earlier[-1] if earlier else None
    if last is None or last.role is not None or (last.number.low or 0) < CROWD or unit_kind(last.unit) is not UnitKind.PERSON:
        return None
    return last.unit if sum(word in ENDS for word in text.words[last.end : first]) < TURNS else None


def verb_of(text: Tokens, at: tuple[int, Numeral], table: Words, *, part: bool) -> int | None:
    """Where the verb of a number stands that opens a clause: "Two [were] hurt", "72 others [have]"; None where it opens none."""
    first, number = at
    before = text.word(first - 1 - (text.word(first - 1) == "only"))
    if not (part or first == 0 or before in OPENS or before == ""):
        return None
    verb = number.last + (text.word(number.last) in table.sets["others"])
    return verb if text.word(verb) in table.sets["be"] | table.sets["have"] | table.sets["remain"] else None


def whole_before(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]") -> "Count | None":
    """The count before a number that it may be a part of, in its sentence or the one before."""
    first, number = at
    for count in reversed(earlier[-MOST:]):
        if sum(word in ENDS for word in text.words[count.end : first]) > 1:
            return None
        value = count.number.value or count.number.low
        beside = text.word(first - 1) == ";" and count.role is not None
        enough = value is not None and (number.low or number.value or 0) <= value
        if unit_kind(count.unit) not in MEASURED and value not in {0, 1} and (enough or beside):
            return count
    return None
