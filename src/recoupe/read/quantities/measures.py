"""What a count measures besides how many there are: so many a day (a rate), so many more (a change), so many in years (a total)."""

from recoupe.model import Measure
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.counts import Count
from recoupe.read.quantities.numerals import single
from recoupe.read.quantities.tables import SENTENCE_ENDS, Words
from recoupe.read.quantities.tokens import Tokens, opening

REACH = 12
"""Tokens around a count in which the words for a rate may stand."""
JOINED = 4
"""Tokens from "et" to the next member of a total: "et contraint plus de [4.000]"."""
WAR = 16
"""Tokens before a count in which a war stands that is the subject."""
BASE = 100
"""A rate is said for so many at the least ("pour 100.000 habitants")."""


def measured(text: Tokens, found: list[Count], table: Words) -> list[Count]:
    """`found`, each with what it measures; the number that a rate is said for is no count."""
    done = list[Count]()
    for n, count in enumerate(found):
        if _is_base(text, count, table):
            continue
        until = found[n + 1].first if n + 1 < len(found) else len(text.words)
        measure = _measure_of(text, count, table, until)
        if measure is None and count.role is not None:
            total = _goes_on(text.words, done[-1:], count) or (_is_total(text, count, until, table) and _beside_another(count, found))
            measure = Measure.TOTAL if total else None
        done.append(count._replace(measure=measure, part=count.part and measure is not Measure.CHANGE) if measure else count)
    return done


def _measure_of(text: Tokens, count: Count, table: Words, until: int) -> Measure | None:
    """What `count` measures; `until` is where the next count begins. "portant le total à" makes a change of what stands before it."""
    if _is_change(text, count, table):
        return Measure.CHANGE
    if count.kind in {UnitKind.MEASURE, UnitKind.SHARE, UnitKind.DURATION}:
        return None
    if _is_rate(text, count, table, until):
        return Measure.RATE
    return Measure.CHANGE if _brings_total(text.words, count.end, table) else None


def _is_total(text: Tokens, count: Count, until: int, table: Words) -> bool:
    """Whether the clause tells of months or years or of a whole war: "[11] morts en dix ans", "En dix ans, [11] sont morts", "La guerre a
    fait [15 000] morts".
    """
    words, ends = text.words, table.sets["clause_ends"]
    for at in range(count.end, min(until, count.end + REACH, len(words))):
        if words[at] in ends:
            break
        if _spans(words, at, table) is Measure.TOTAL or _in_years(words, at, table):
            return True
    start = opening(words, count.first, SENTENCE_ENDS)
    if words[start] == "en" and _in_years(words, start, table):
        return True
    return _in_war(text, count.first, table)


def _goes_on(words: list[str], before: list[Count], count: Count) -> bool:
    """Whether a count is the next member of a total: "900 morts en six ans, et déplacé [4.000] personnes"."""
    if not before or before[0].measure is not Measure.TOTAL:
        return False
    between = words[before[0].end : count.first]
    return between == [","] or ("et" in between[-JOINED:] and SENTENCE_ENDS.isdisjoint(between))


def _spans(words: list[str], at: int, table: Words) -> Measure | None:
    """What the time that begins at `at` makes of a number: a short one a change ("en 24 heures"), a long one a total ("cette saison")."""
    found = table.window.ahead(words, at)
    return found[1] if found is not None else None


def _in_years(words: list[str], at: int, table: Words) -> bool:
    """Whether a length of months or years begins at `at`: "en dix ans"."""
    number = single(words, at + 1, table) if words[at] == "en" else None
    return number is not None and number.last < len(words) and words[number.last] in table.sets["long"]


def _in_war(text: Tokens, first: int, table: Words) -> bool:
    """Whether a war is the subject of the verb before `first`: "Le conflit, qui dure depuis un an, a déjà fait [900] morts".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> texts = ("La guerre a fait 900 morts", "Dans la guerre , une frappe a fait 900 morts")
    >>> [_in_war(tokens(t), t.split().index("900"), load("fr")) for t in texts]
    [True, False]
    """
    helped = 0
    for at in range(first - 1, max(0, first - 1 - WAR), -1):
        word = text.words[at]
        if word in SENTENCE_ENDS or word == "et":
            return False
        if word in table.sets["wars"]:
            opens = at < 2 or text.words[at - 2] in SENTENCE_ENDS | {"que", "qu'"}
            return opens and helped == 1 and text.words[at - 1] in table.sets["owned"] | {"la", "le", "l'", "cette", "ce"}
        helped += word in table.sets["have"]
    return False


def _beside_another(count: Count, found: list[Count]) -> bool:
    """Whether the text tells, of fewer, that the same befell them: of one event beside the war."""
    value = count.number.value or count.number.low or 0
    return any(other.role == count.role and 0 < (other.number.value or other.number.low or 0) < value for other in found)


def _is_change(text: Tokens, count: Count, table: Words) -> bool:
    """Whether the words around say that it came on top, or went: "a augmenté de [15]", "[5] de plus", "[12] nouveaux cas"."""
    words, number, noun = text.words, count.number, count.noun
    if table.change_before.behind(words, count.first) and not _goes_to(text, count.end, table):
        return True
    if text.word(count.first - 1) in table.sets["link"] and not _goes_to(text, count.end, table) and _moves(words, count.first - 2, table):
        return True
    if any(found[1] for at in (number.last, count.end) if (found := table.change_after.ahead(words, at))):
        return True
    if noun is None or not (noun.role or noun.unit == "case"):
        return False
    return not table.sets["newly"].isdisjoint(words[number.last : noun.first]) or _spans(words, noun.last, table) is Measure.CHANGE


def _goes_to(text: Tokens, at: int, table: Words) -> bool:
    """Whether a number is where a change set out from: "a baissé de [12] à 9"; not "a baissé de [12] à Lyon"."""
    return text.word(at) == "à" and is_number(text.words, at + 1, table)


def _moves(words: list[str], at: int, table: Words) -> bool:
    """Whether the word at `at` (or the adverb behind it) is a verb or noun of growth: "a augmenté", "une hausse"."""
    if at > 0 and words[at] in table.sets["fillers"]:
        at -= 1
    return at >= 0 and words[at] in table.sets["moves"]


def _is_rate(text: Tokens, count: Count, table: Words, until: int) -> bool:
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


def _is_base(text: Tokens, count: Count, table: Words) -> bool:
    """Whether `count` is what a rate is said for: "pour [100.000] habitants", not "pour [300] habitants"."""
    before = text.word(count.first - 1)
    if before not in table.sets["per"] or not _is_base_number(count.number.value) or count.kind in MEASURED:
        return False
    return table.nouns.behind(text.words, count.first - 1) is not None


def _brings_total(words: list[str], at: int, table: Words) -> bool:
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
