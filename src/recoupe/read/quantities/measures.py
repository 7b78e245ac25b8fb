"""What a count measures besides how many there are: so many a day (a rate), so many more than before (a change)."""

from recoupe.model import Measure
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.counts import Count
from recoupe.read.quantities.numerals import single
from recoupe.read.quantities.tables import SENTENCE_ENDS, Words
from recoupe.read.quantities.tokens import Tokens

REACH = 12
"""Tokens around a count in which the words for a rate may stand."""
BASE = 100
"""A rate is said for so many at the least ("pour 100.000 habitants")."""


def measured(text: Tokens, found: list[Count], table: Words) -> list[Count]:
    """`found`, each with what it measures; the number that a rate is said for is no count."""
    done = []
    for n, count in enumerate(found):
        if is_base(text, count, table):
            continue
        measure = measure_of(text, count, table, found[n + 1].first if n + 1 < len(found) else len(text.words))
        done.append(count._replace(measure=measure, part=count.part and measure is not Measure.CHANGE) if measure else count)
    return done


def measure_of(text: Tokens, count: Count, table: Words, until: int) -> Measure | None:
    """What `count` measures; `until` is where the next count begins. "portant le total à" makes a change of what stands before it."""
    if is_change(text, count, table):
        return Measure.CHANGE
    if count.kind in {UnitKind.MEASURE, UnitKind.SHARE, UnitKind.DURATION}:
        return None
    if is_rate(text, count, table, until):
        return Measure.RATE
    return Measure.CHANGE if brings_total(text.words, count.end, table) else None


def is_change(text: Tokens, count: Count, table: Words) -> bool:
    """Whether the words around say that it came on top, or went: "a augmenté de [15]", "[5] de plus", "[12] nouveaux cas"."""
    words, number, noun = text.words, count.number, count.noun
    if table.change_before.behind(words, count.first):
        return True
    if text.word(count.first - 1) in table.sets["link"] and not _goes_to(text, count.end, table) and _moves(words, count.first - 2, table):
        return True
    if any(found[1] for at in (number.last, count.end) if (found := table.change_after.ahead(words, at))):
        return True
    if noun is None or not (noun.role or noun.unit == "case"):
        return False
    return not table.sets["newly"].isdisjoint(words[number.last : noun.first]) or table.window.ahead(words, noun.last) is not None


def _goes_to(text: Tokens, at: int, table: Words) -> bool:
    """Whether a number is where a change set out from: "a baissé de [12] à 9"; not "a baissé de [12] à Lyon"."""
    return text.word(at) == "à" and is_number(text.words, at + 1, table)


def _moves(words: list[str], at: int, table: Words) -> bool:
    """Whether the word at `at` (or the adverb behind it) is a verb or noun of growth: "a augmenté", "une hausse"."""
    if at > 0 and words[at] in table.sets["fillers"]:
        at -= 1
    return at >= 0 and words[at] in table.sets["moves"]


def is_rate(text: Tokens, count: Count, table: Words, until: int) -> bool:
    """Whether the clause says how often: "[12] millions par jour", "[350] meurent chaque jour", "[15] morts pour 100.000 habitants"."""
    words = text.words
    if until < len(words) and words[count.end : count.end + 1] == ["pour"] and until == count.end + 1:
        number = single(words, until, table)
        if number is not None and _is_base_number(number.value):
            return True
    ends, rates = table.sets["clause_ends"], table.rate.first
    for at in range(count.end, min(len(words), until, count.end + REACH)):
        if words[at] in ends:
            break
        if words[at] in rates and (table.rate.ahead(words, at) or _every(words, at, table)):
            return True
    each = table.sets["each"]
    for at in range(count.first - 1, max(-1, count.first - 1 - REACH), -1):
        if words[at] in SENTENCE_ENDS or words[at][0].isdigit():
            return False
        if words[at] in each:
            return table.each.ahead(words, at) is not None
    return False


def _every(words: list[str], at: int, table: Words) -> bool:
    """Whether "tous les", "toutes les" at `at` tell a time that comes again and again: "toutes les [dix] minutes".

    >>> from recoupe.read.quantities.tables import load
    >>> [_every(t.split(), 0, load("fr")) for t in ("tous les trois jours", "tous les trois ont fui")]
    [True, False]
    """
    number = single(words, at + 2, table) if words[at].startswith("tou") and words[at + 1 : at + 2] == ["les"] else None
    noun = table.nouns.ahead(words, number.last) if number is not None and number.last < len(words) else None
    return noun is not None and unit_kind(noun[1][0]) is UnitKind.DURATION


def _is_base_number(value: object) -> bool:
    return isinstance(value, int) and value >= BASE and str(value).strip("0") == "1"


def is_base(text: Tokens, count: Count, table: Words) -> bool:
    """Whether `count` is what a rate is said for: "pour [100.000] habitants", not "pour [300] habitants"."""
    before = text.word(count.first - 1)
    if before not in table.sets["per"] or not _is_base_number(count.number.value) or count.kind in MEASURED:
        return False
    return table.nouns.behind(text.words, count.first - 1) is not None


def brings_total(words: list[str], at: int, table: Words) -> bool:
    """Whether the sentence goes on to say what the total comes to: "12 morts, portant le bilan à 340"."""
    for place in range(at, min(len(words), at + REACH)):
        if words[place] in SENTENCE_ENDS:
            return False
        if words[place] in table.sets["bringing"]:
            return any(word == "à" and is_number(words, place + 1 + n, table) for n, word in enumerate(words[place : place + REACH]))
    return False


def is_number(words: list[str], at: int, table: Words) -> bool:
    """Whether a number stands at `at`, in digits or in words.

    >>> from recoupe.read.quantities.tables import load
    >>> [is_number([word], 0, load("fr")) for word in ("12", "douze", "maire")]
    [True, True, False]
    """
    return at < len(words) and ("0" <= words[at] < ":" or words[at] in table.starters)
