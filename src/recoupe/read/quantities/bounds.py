"""What the words around a number say of its limits."""

from msgspec.structs import replace

from recoupe.model import Bound, Number, Record
from recoupe.read.quantities.numerals import Numeral, about
from recoupe.read.quantities.spelling import tidy
from recoupe.read.quantities.tables import NEARLY, Words

DENIED = 7
"""Tokens before a verb in which it is denied: "n'a à aucun moment dépassé"."""
BREAKS = frozenset(".,;:!?()\n")
"""Marks behind which a denial is of another clause."""
OF = frozenset(("de", "d'"))
TURNED = {Bound.MORE_THAN.value: Bound.AT_MOST.value, Bound.LESS_THAN.value: Bound.AT_LEAST.value}
"""What a bound is where it is denied: "n'a pas fait moins de 12 morts" is at least so many."""
OBJECT = 2
"""Where the denial of a participle stands, from the end of what leads to its object: "n'a [pas] fait"."""
NEGATED = 3
"""Tokens before "plus" in which "ne" stands."""
STACKED = 2
"""Bounds that may stand one before the other: "au moins près de"."""


OPENING = frozenset('«"“')
"""Marks that may stand between a bound and its number."""
PARTING = 3
"""Words that may part a verb from its object: "a dépassé [jeudi au soir] les"."""
BRINK = 9
"""Tokens behind a threshold in which it is told whether it was crossed."""
MARKUP = 8
"""Tokens of a tag that was left in a text: "<b>14" is not more than 14."""


class Limits(Record, frozen=True):
    """The bound words before a number: where they begin, and what they say, from the outermost in."""

    first: int
    bounds: tuple[str, ...]


def bound_of_term(words: list[str], first: int, table: Words) -> str | None:
    """The bound of a term that a sum is joined to: "jusqu'à dix ans de prison et [30.000] euros d'amende"; None where there is none.

    >>> from recoupe.read.quantities.tables import load
    >>> texts = ("risque au moins dix ans de prison et", "il risque bien dix ans de prison et")
    >>> [bound_of_term(t.split(), 8, load("fr")) for t in texts]
    ['at_least', None]
    """
    if first < 1 or words[first - 1] != "et":
        return None
    for at in range(first - 2, max(0, first - TERM), -1):
        if words[at] in table.sets["times"]:
            before = at - 1
            while before > 0 and words[before - 1] in table.numbers.scales:
                before -= 1
            bounds = bounds_before(words, before, table).bounds
            return bounds[0] if bounds else None
        if not words[at].replace("'", "").isalpha() or words[at] in table.sets["auxiliaries"]:
            return None
    return None


TERM = 8
"""Tokens of "dix ans de prison ferme et"."""


def bounds_before(words: list[str], at: int, table: Words) -> Limits:
    """The bound words that end before token `at`.

    >>> from recoupe.read.quantities.tables import load
    >>> bounds_before(["a", "tué", "au", "moins", "12"], 4, load("fr"))
    Limits(first=2, bounds=('at_least',))
    """
    before = words[at - 1] if at else ""
    if before in OPENING and at > 1 and words[at - 2] in table.bounds.last and table.bounds.behind(words, at - 1):
        at, before = at - 1, words[at - 2]  # "au moins « 20 blessés »"
    if before not in table.bounds.last and before not in table.sets["fillers"] and before not in table.sets["hours"]:  # as before most
        return Limits(at, ())
    bounds: tuple[str, ...] = ()
    for _ in range(STACKED):
        found = denied(words, at, table.bounds.behind(words, at) or verb_bound(words, at, table), table)
        if found is not None and words[at - found[0]] in table.sets["kinsfolk"] and words[at - found[0] - 1] in table.sets["articles"]:
            break  # "les proches de [trois] victimes"
        if found is None or no_longer(words, at - found[0], table) or (words[at - 1] == ">" and "<" in words[max(0, at - MARKUP) : at]):
            break
        at, bounds = at - found[0], (found[1], *bounds)
    return Limits(at, bounds)


def denied(words: list[str], at: int, found: tuple[int, str] | None, table: Words) -> tuple[int, str] | None:
    """The bound `found` before token `at`, turned where its verb is denied: "n'a jamais [dépassé] 90.000" is at most so many.

    "N'exclut pas que le bilan [dépasse] 9" denies another verb, "ne pense pas qu'il [dépasse] 9" this one.

    >>> from recoupe.read.quantities.tables import load
    >>> [denied(t.split(), t.count(" "), (1, "more_than"), load("fr")) for t in ("n' a jamais dépassé 9", "n' exclut pas qu' il dépasse 9")]
    [(1, 'at_most'), (1, 'more_than')]
    """
    if found is None or found[1] not in TURNED:
        return found
    before = words[max(0, at - found[0] - DENIED) : at - found[0]]
    clause = before[max((n + 1 for n, word in enumerate(before) if word in BREAKS), default=0) :]
    if table.sets["negation"].isdisjoint(clause) or table.sets["denying"].isdisjoint(clause):
        return found
    verb = table.bound_verbs.ahead(words, at - found[0])
    denies = _denies(clause, table) if verb else clause[-OBJECT] in table.sets["denying"]
    return (found[0], TURNED[found[1]]) if denies else found


def _denies(clause: list[str], table: Words) -> bool:
    """Whether what is denied in `clause` is the verb behind it, not one that leaves it open or that governs it."""
    another = not table.sets["thats"].isdisjoint(clause) and table.sets["opining"].isdisjoint(clause)
    return not another and table.sets["leaving_open"].isdisjoint(clause)


def no_longer(words: list[str], at: int, table: Words) -> bool:
    """Whether "plus" at `at` belongs to a negation: "ne parle [plus de] 310 cas".

    >>> from recoupe.read.quantities.tables import load
    >>> [no_longer(t.split(), t.count(" ") - 2, load("fr")) for t in ("ne parle plus de 310", "on parle de plus de 310")]
    [True, False]
    """
    return words[at] in table.sets["no_longer"] and not table.sets["negation"].isdisjoint(words[max(0, at - NEGATED) : at])


def verb_bound(words: list[str], at: int, table: Words) -> tuple[int, str] | None:
    """The bound of a verb that an adverb or a time parts from its number: "dépasse désormais [500]", "dépassait hier soir les [500]".

    >>> from recoupe.read.quantities.tables import load
    >>> [verb_bound(t.split(), t.count(" "), load("fr")) for t in ("dépasse désormais 500", "dépassait hier soir les 500", "fait hier 500")]
    [(2, 'more_than'), (4, 'more_than'), None]
    """
    threshold = table.thresholds.behind(words, at)
    verb = end = at - (threshold[0] if threshold else 0)
    while verb > max(0, end - PARTING) and (words[verb - 1] in table.sets["fillers"] or words[verb - 1] in table.sets["hours"]):
        verb -= 1
    parting = [word for word in words[verb:end] if word not in table.sets["fillers"]] if verb < end else []
    if parting and table.sets["weekdays"].isdisjoint(parting) and table.sets["day_parts"].isdisjoint(parting):
        return None  # "le seuil est franchi dans 9 régions"
    found = table.bound_verbs.behind(words, verb) if verb < end else None
    if found and found[1] == Bound.MORE_THAN.value and words[end - 1] in OF:
        return None  # "dépassait lundi de 87 cm la cote": by how much
    return (at - verb + found[0], found[1]) if found else None


def bound_of_brink(words: list[str], at: tuple[int, int], table: Words) -> str | None:
    """What is told of a threshold whose number stands from one token of `at` to the other: "la barre des [100 cas] a été franchie".

    >>> from recoupe.read.quantities.tables import load
    >>> texts = ("barre des 100 cas est atteinte", "barre des 100 cas n' a pas été atteinte", "barre des 100 cas a été fixée")
    >>> [bound_of_brink(t.split(), (2, 4), load("fr")) for t in texts]
    ['at_least', 'less_than', None]
    """
    first, last = at
    if first < 2 or words[first - 2] not in table.sets["brinks"]:
        return None
    for place in range(last, min(last + BRINK, len(words))):
        if words[place] in BREAKS:
            return None
        if words[place] in table.sets["crossed"] | table.sets["attained"]:
            if table.sets["auxiliaries"].isdisjoint(words[last:place]):
                return None
            if (nearly := table.bounds.behind(words, place)) is not None:
                return nearly[1]
            bound = Bound.MORE_THAN if words[place] in table.sets["crossed"] else Bound.AT_LEAST
            denied = not table.sets["negation"].isdisjoint(words[last:place])
            return (Bound.AT_MOST if bound == Bound.MORE_THAN else Bound.LESS_THAN).value if denied else bound.value
    return None


def limited(number: Numeral, bound: str, *, measured: bool) -> Numeral:
    """`number` under one bound. An outer bound is taken at the value: "au moins une quarantaine" starts at 40.

    "plus de cent" starts at 101 and "moins de cent" ends at 99 where things are counted; a measure ("plus de 3 %") starts at its value.
    "près de" is about from below: a tenth less up to the value. "pas moins de" is at_least: low N, compared as N. Under "jusqu'à" a range
    has its upper end as its limit, under "au moins" its lower one; a vague plural under any bound stays as it is.

    >>> n = limited(Numeral(0, 1, 100, 100, 100), "more_than", measured=False)
    >>> n.value, n.low, n.high, n.bound.value
    (100, 101, None, 'more_than')
    >>> n = limited(Numeral(0, 1, 3500, 3500, 3500), "nearly", measured=False)
    >>> n.value, n.low, n.high, n.bound.value
    (3500, 3150, 3500, 'about')
    """
    if number.bound == Bound.INDEFINITE:
        return number
    if bound == Bound.ABOUT:
        return about(number)
    low, high = (number.low, number.high) if number.value is None else (number.value, number.value)
    if bound == NEARLY:
        return replace(about(number), high=high) if number.bound == Bound.EXACT else number
    if high is not None and high < 0 and bound == Bound.AT_MOST:  # "jusqu'à -11 degrés"
        return replace(number, low=high, high=None, bound=Bound.AT_LEAST)
    step = 0 if measured else 1
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return replace(number, low=_moved(low, step if bound == Bound.MORE_THAN else 0), high=None, bound=Bound(bound))
    return replace(number, low=None, high=_moved(high, -step if bound == Bound.LESS_THAN else 0), bound=Bound(bound))


def _moved(value: Number | None, by: int) -> Number | None:
    return None if value is None else tidy(value + by)


def bounded(number: Numeral, bounds: tuple[str, ...], *, measured: bool) -> Numeral:
    """`number` under all `bounds`, the innermost first."""
    for bound in reversed(bounds):
        number = limited(number, bound, measured=measured)
    return number
