"""Counts in English: `counted` is the grammar, in its order. What is not read for sure is left out."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from recoupe.model import Bound, Measure, Quantity, Report
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.english.guards import counts_nothing
from recoupe.read.quantities.english.nouns import noun_after, noun_at
from recoupe.read.quantities.english.numerals import numeral
from recoupe.read.quantities.english.roles import announced, attribute, fates_of, headed, may_have, predicate, role_of, struck, told
from recoupe.read.quantities.english.tables import Words, load
from recoupe.read.quantities.english.wholes import crowd, is_figure, verb_of, whole_before
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.records import quantity
from recoupe.read.quantities.tokens import Tokens, tokens

__all__ = ["english_quantities"]

SENTENCE_ENDS = frozenset(".!?\n;")
STACKED = 2
"""Bounds that may stand one before the other: "at least about"."""
REACH = 8
"""Tokens behind a count in which the words of a rate stand."""
LINKED = 3
"""Tokens at most between two members of a list."""


class Count(NamedTuple):
    """A count: its number with bounds begins at token `first`, it ends before `end`. `by`: where its role comes from."""

    first: int
    end: int
    number: Numeral
    noun: Noun | None
    unit: str
    role: str | None = None
    by: str = ""
    bounds: tuple[str, ...] = ()
    part: bool = False
    measure: Measure | None = None


def english_quantities(report: Report) -> tuple[Quantity, ...]:
    """Every count and measure of an English `report`, sorted by span.

    >>> from recoupe.model import Raw
    >>> def show(text: str) -> list[tuple]:
    ...     report = Report(id="r-0", text=text, sha256="", language="en", raw=Raw(sha256="", locator=""), extractor="")
    ...     return [(q.low, q.value, q.high, q.bound.value, q.unit, q.role) for q in english_quantities(report)]
    >>> show("More than 100 firefighters and at least four dead, dozens of people missing.")
    [(101, 100, None, 'more_than', 'firefighter', None), (4, 4, None, 'at_least', 'person', 'killed'),
     (24, None, None, 'indefinite', 'person', 'missing')]
    >>> show("Between 20 and 30 homes were destroyed, causing $1.5 million of damage; no injuries on 3 May 2021, aged 40.")
    [(20, None, 30, 'range', 'home', 'destroyed'), (1500000, 1500000, 1500000, 'exact', 'dollar', None)]
    """
    table, text = load(report.language), tokens(report.text)
    found: list[Count] = []
    done = 0
    for at in _beginnings(text.words, table):
        if at < done:
            continue
        count = nobody(text, at, table) or none(text, at, table) or _numbered(text, at, found, table)
        if count is not None:
            done = count.number.last if text.word(count.number.last) == "of" else max(count.number.last, count.end)  # "91 of [118] drones"
            found.append(count)
    return tuple(quantity(report.id, text, count) for count in _shared(text.words, found, table))


def _beginnings(words: list[str], table: Words) -> Iterator[int]:
    """Tokens with which a number may begin."""
    for at, word in enumerate(words):
        if word in table.starters or "0" <= word < ":" or ("-" in word and word.partition("-")[0] in table.starters):
            yield at


def _numbered(text: Tokens, at: int, found: list[Count], table: Words) -> Count | None:
    money = table.numbers.currencies.get(text.words[at])
    number = numeral(text.words, at + (money is not None), table)
    if number is None:
        return one(text, at, table) if text.words[at] in table.sets["article"] else None
    if money is not None:
        return amount(text, at, number, money, table)
    return counted(text, number, found, table)


def amount(text: Tokens, at: int, number: Numeral, unit: str, table: Words) -> Count | None:
    """A sum with its sign before it: "$12 million"; other dollars than those of the United States have a unit of their own."""
    before = text.word(at - 1)
    if before and text.end(at - 1) == text.starts[at] and before[-1].isalpha() and before != "us":
        return None
    first, bounds = limits(text.words, at - (before == "us" and text.end(at - 1) == text.starts[at]), table)
    number = replace(number, first=at)
    return Count(first, number.last, number, Noun(at, at + 1, unit, None), unit, bounds=bounds)


def counted(text: Tokens, number: Numeral, earlier: list[Count], table: Words) -> Count | None:
    """The count that `number` makes with what stands around it, or None where it counts nothing."""
    noun = noun_after(text, number, table)
    if counts_nothing(text, number, noun, table) or (number.article and (noun is None or not noun.known)):
        return None
    first, bounds = limits(text.words, number.first, table)
    part = table.part_before.behind(text.words, first) is not None
    if noun is None:
        return _nounless(text, number, (first, bounds, part), earlier, table)
    if number.value == 1 and not (noun.kind in ONES and noun.known):
        return None
    bounds = bounds or behind(text.words, number, noun, table)
    role, by = (noun.role, "noun") if noun.role else role_of(text, first, noun.last, noun.unit, table)
    if role is None and (role := attribute(text, (number.last, noun.first), noun.unit, table)):
        by = "noun"
    if _of_fraction(text.words, first):
        role, by = noun.role, "noun" if noun.role else ""
    count = Count(first, noun.last, number, noun, noun.unit, role, by, bounds, part or noun.of_whole)
    count = count._replace(unit="person") if role is not None and noun.unit == "inhabitant" else count
    return _measured(text, count, table)


ONES = frozenset((UnitKind.PERSON, UnitKind.ANIMAL, UnitKind.WEAPON, UnitKind.VEHICLE))
"""Kinds of things of which "one" is a count."""


def _of_fraction(words: list[str], first: int) -> bool:
    """Whether only a part of the number is spoken of: "three of the [five] hostages"."""
    if first < 2:
        return False
    if words[first - 1] == "of":  # "91 of [118] drones"
        return words[first - 2][0].isdigit()
    return words[first - 1] in {"the", "those", "these", "their"} and words[first - 2] in {"of", "among"}


def _nounless(text: Tokens, number: Numeral, before: tuple[int, tuple[str, ...], bool], earlier: list[Count], table: Words) -> Count | None:
    """A number whose noun is understood: "12 dead", "30 others were wounded", "three of them children"."""
    first, bounds, part = before
    if number.value == 1 and not part and text.word(number.last) not in {"dead", "of", "other"}:
        return None
    if victims := headed(text, number.last, table):
        return Count(first, victims[0], number, None, "person", victims[1], "noun", bounds, part)
    if (fate := announced(text, first, table)) is not None:
        return Count(first, number.last, number, None, "person", fate, "noun", bounds, part)
    if role := struck(text, first, number.last, table):
        return Count(first, number.last, number, None, "person", role, "noun", bounds, part)
    if of_them := table.part_after.ahead(text.words, number.last):
        return _of_them(text, number, (first, bounds, number.last + of_them[0]), earlier, table)
    if count := taken_up(text, number, before, earlier, table):
        return count
    at = number.last + (text.word(number.last) in table.sets["others"])
    people = at > number.last or (first == 0 or text.words[first - 1] in SENTENCE_ENDS | {"and", ",", "another"})
    told_of = table.sets["be"] | table.sets["have"] | table.sets["dying"]
    role = predicate(text, at, table.people, table) if people and text.word(at) in told_of else None
    if role is None or (at == number.last and text.word(at) not in table.sets["dying"] and not _people(text.words, first, earlier)):
        return None
    return Count(first, at, number, None, "person", role, "after", bounds, part)


def one(text: Tokens, at: int, table: Words) -> Count | None:
    """ "a", "an" before a victim, or a weapon or vehicle of which it is told what became: "[A] man was killed", "damaging [a] bus"."""
    number = Numeral(at, at + 1, 1, 1, 1, article=True)
    noun = noun_at(text, at + 1, number, table)
    while noun is not None and (head := table.nouns.ahead(text.words, noun.last)) is not None and not head[1][2]:
        noun = Noun(noun.first, noun.last + head[0], *head[1][:2])  # "a bus driver"
    if noun is None or noun.kind not in ONES or counts_nothing(text, number, noun, table):
        return None
    role, by = (noun.role, "noun") if noun.role else role_of(text, at, noun.last, noun.unit, table)
    if role not in table.sets["of_one"] or (by == "noun" and noun.role != "killed"):
        return None
    return Count(at, noun.last, number, noun, noun.unit, role, by)


def taken_up(text: Tokens, number: Numeral, before: tuple[int, tuple[str, ...], bool], earlier: list[Count], table: Words) -> Count | None:
    """A number that opens a clause and counts some of those counted last ("[Two] were hurt", "only [five] have been repaired"), or a
    crowd."""
    first, bounds, part = before
    figure = is_figure(text, first, table)
    verb = number.last if figure else verb_of(text, (first, number), table, part=part)
    if verb is None or not (whole := whole_before(text, (first, number), earlier)):
        unit = crowd(text, (first, number), earlier, table)
        return Count(first, number.last, number, None, unit, None, "whole", bounds) if unit else None
    if figure:
        return Count(first, number.last, number, None, whole.unit, whole.role, "whole", bounds)
    told = (predicate(text, verb, fates, table) for fates in fates_of(whole.unit, table))
    role = next((role for role in told if role is not None), whole.role if part else None)
    others = verb > number.last
    return Count(first, verb, number, None, whole.unit, role, "after", bounds, part=not others and text.word(first - 1) != ";")


def _people(words: list[str], first: int, earlier: list[Count]) -> bool:
    """Whether the last thing that was counted in the sentence is people."""
    if not earlier or not SENTENCE_ENDS.isdisjoint(words[earlier[-1].end : first]):
        return False
    return unit_kind(earlier[-1].unit) is UnitKind.PERSON


def _of_them(text: Tokens, number: Numeral, at: tuple[int, tuple[str, ...], int], earlier: list[Count], table: Words) -> Count | None:
    """A part of those counted last, with the noun or role that is said of it: "three of them children", "two of whom died"."""
    first, bounds, last = at
    if not earlier or sum(word in SENTENCE_ENDS for word in text.words[earlier[-1].end : first]) > 1:
        return None
    whole = earlier[-1]
    if unit_kind(whole.unit) in MEASURED or whole.number.value == 0:
        return None
    noun = noun_at(text, last, number, table) if text.word(last) not in table.sets["be"] else None
    if noun is not None and noun.known and noun.kind is unit_kind(whole.unit):
        return Count(first, noun.last, number, noun, noun.unit, noun.role or whole.role, "noun", bounds, part=True)
    people = unit_kind(whole.unit) is UnitKind.PERSON
    own = predicate(text, last, table.people, table) or told(text, last, table) if people else _fate(text, last, whole.unit, table)
    if text.word(last) in table.sets["be"] | table.sets["have"] and own is None:
        return None
    kept = None if text.word(last) in table.sets["gravely"] and whole.role != "wounded" else whole.role
    return Count(first, last, number, None, whole.unit, own or kept, "whole", bounds, part=True)


def _fate(text: Tokens, at: int, unit: str, table: Words) -> str | None:
    """What became of things: "66 of them [were shot down]"."""
    found = (predicate(text, at, fates, table) for fates in fates_of(unit, table))
    return next((role for role in found if role is not None), None)


def none(text: Tokens, at: int, table: Words) -> Count | None:
    """ "no deaths", "no one was hurt": zero of those of whom a role is said."""
    if text.words[at] not in table.numbers.zero.before or text.word(at + 1) in table.sets["mild"] or text.word(at + 1) == ".":
        return None
    number = Numeral(at, at + 1, 0, 0, 0, article=True)
    known = table.nouns.ahead(text.words, at + 1)
    if known is None or unit_kind(known[1][0]) is not UnitKind.PERSON:
        return None
    noun = Noun(at + 1, at + 1 + known[0], known[1][0], known[1][1])
    role = noun.role or role_of(text, at, noun.last, noun.unit, table)[0]
    return Count(at, noun.last, number, noun, noun.unit, role, "noun") if role else None


def nobody(text: Tokens, at: int, table: Words) -> Count | None:
    """ "no one was hurt", "nobody has died"."""
    found = table.nobody.ahead(text.words, at)
    if found is None or text.words[at] == "none":
        return None
    role = predicate(text, at + found[0], table.people, table)
    last = at + found[0]
    return Count(at, last, Numeral(at, last, 0, 0, 0, article=True), None, "person", role, "after") if role else None


def limits(words: list[str], at: int, table: Words) -> tuple[int, tuple[str, ...]]:
    """Where the bound words before a number begin, and what they say, from the outermost in.

    >>> limits(["killed", "at", "least", "12"], 3, load("en"))
    (1, ('at_least',))
    """
    bounds: tuple[str, ...] = ()
    for _ in range(STACKED):
        found = table.bounds.behind(words, at)
        if found is None:
            break
        at, bounds = at - found[0], (found[1], *bounds)
    return at, bounds


def behind(words: list[str], number: Numeral, noun: Noun, table: Words) -> tuple[str, ...]:
    """The bound behind a number or its noun: "12 or more people", "200 people or so"."""
    if number.bound != Bound.EXACT:
        return ()
    found = table.after.ahead(words, number.last) or table.after.ahead(words, noun.last)
    return (found[1],) if found else ()


def _measured(text: Tokens, count: Count, table: Words) -> Count:
    """`count` with what it measures besides how many there are: so many a day, so many new ones."""
    words = text.words
    if text.word(count.first - 1) in table.sets["by"] and any(
        w in table.sets["moves"] for w in words[max(0, count.first - 4) : count.first]
    ):
        return count._replace(measure=Measure.CHANGE)
    if unit_kind(count.unit) in {UnitKind.MEASURE, UnitKind.SHARE, UnitKind.DURATION}:
        return count
    for at in range(count.end, min(len(words), count.end + REACH)):
        if words[at] in SENTENCE_ENDS or words[at] == "," or words[at][0].isdigit():
            break
        if table.rate.ahead(words, at):
            return count._replace(measure=Measure.RATE)
    noun = count.noun
    newly = noun is not None and not table.sets["newly"].isdisjoint(words[count.number.last : noun.first])
    if noun is not None and (noun.role or noun.unit == "case") and (newly or table.window.ahead(words, count.end)):
        return count._replace(measure=Measure.CHANGE, part=False)
    return count


def _shared(words: list[str], found: list[Count], table: Words) -> list[Count]:
    """`found`, where members of a list share a role: "killed two men and three women", "two men and three women were killed"."""
    done = list(found)
    for n in range(1, len(done)):
        a, b = done[n - 1], done[n]
        if b.role is None and a.by == "before" and a.role and _lists(words, a, b, table) and _may(a, b, table):
            done[n] = b._replace(role=a.role, by="before")
    for n in range(len(done) - 2, -1, -1):
        a, b = done[n], done[n + 1]
        if a.role is None and b.by == "after" and b.role and _lists(words, a, b, table) and _may(b, a, table):
            done[n] = a._replace(role=b.role, by="after")
    return done


def _lists(words: list[str], a: Count, b: Count, table: Words) -> bool:
    """Whether only "and" or a comma stands between two counts that both have a noun."""
    between = words[a.end : b.first]
    return bool(a.noun and b.noun and 0 < len(between) <= LINKED and all(word in table.sets["linking"] for word in between))


def _may(a: Count, b: Count, table: Words) -> bool:
    """Whether `b` may have the role of `a`: things of one kind."""
    return unit_kind(a.unit) is unit_kind(b.unit) and a.role is not None and may_have(b.unit, a.role, table)
