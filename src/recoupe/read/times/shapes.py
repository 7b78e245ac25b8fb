"""Finding expressions of time by the shapes of a language (french, english).

A text is searched for anchors (weekdays, months, parts of the day, units ...); only around an anchor are the shapes of its kind tried.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe import lang
from recoupe.read.schemes import Times
from recoupe.read.times import english, french
from recoupe.read.times.values import Match, Meaning, Time
from recoupe.text.patterns import either

BEFORE, AFTER = 48, 80
"""So many characters before and after an anchor can belong to its expression."""


GONE = "\n"
"""Stands for the words that tell of the past where a language lists none: it is in no text on one line."""


class Shape(NamedTuple):
    """A shape of an expression, and what it means; the rest says where trying it is in vain.

    `begins`: it begins with so many words at most up to its anchor (None: anywhere near). `numbered`: it holds the number of a day.
    `needs`: it holds one of these ("": any text does).
    """

    pattern: "regex.Pattern[str]"
    meaning: Callable[[Match], Time | None]
    begins: int | None
    numbered: bool
    needs: tuple[str, ...]


class Grammar(NamedTuple):
    """Where expressions may be (`find`, with the kind of each word), the shapes of each kind, and words that speak of the future."""

    find: AhoCorasick
    kinds: tuple[str, ...]
    shapes: Mapping[str, tuple[Shape, ...]]
    coming: "regex.Pattern[str]"
    until: tuple[str, ...]
    by_then: tuple[str, ...]
    before: tuple[str, ...]
    unreached: "regex.Pattern[str]"
    telling: "regex.Pattern[str]"
    since: tuple[str, ...]
    gone: "regex.Pattern[str]"
    prolonged: "regex.Pattern[str]"
    happened: "regex.Pattern[str]"
    told: "Told"
    numeric: "regex.Pattern[str]"
    breaks: "regex.Pattern[str]"
    own: "regex.Pattern[str]"


class Limits(NamedTuple):
    """Where the shapes of a language can be at all, by the shape as it is written: see `Shape`. `begins` is by the kind of the anchor."""

    begins: Mapping[str, Mapping[str, int]] = {}
    numbered: frozenset[str] = frozenset()
    needs: Mapping[str, tuple[str, ...]] = {}


GRAMMARS = {
    "fr": (
        (french.SHORT, french.SHAPES),
        (french.NUMERIC, french.BREAK, french.PARTICIPLE),
        Limits(french.BEGINS, french.NUMBERED, french.NEEDS),
    ),
    "en": ((english.SHORT, english.SHAPES), (english.NUMERIC, english.BREAK, english.PAST), Limits()),
}
"""Of each language: pieces and shapes; anchors in digits, breaks between clauses, verbs of a clause; where shapes can be."""


@cache
def grammar(code: str) -> Grammar:
    """The grammar of language `code`."""
    words = lang.table(code, "times", Times)
    named = {name: either(getattr(words, name) or (GONE,)) for name in LISTS}
    (pieces, kinds), patterns, limits = GRAMMARS[code]
    anchors = {word: kind if kind in kinds else "unit" for word, kind in _anchors(words).items()}
    return Grammar(
        AhoCorasick(tuple(anchors), matchkind=MatchKind.LeftmostLongest),
        tuple(anchors.values()),
        {
            kind: tuple(
                Shape(
                    _compiled(shape, pieces, named),
                    _bound(meaning, words),
                    limits.begins.get(kind, {}).get(shape),
                    shape in limits.numbered,
                    limits.needs.get(shape, ("",)),
                )
                for shape, meaning in shapes
            )
            for kind, shapes in kinds.items()
        },
        _coming(words),
        tuple(f" {word}" if word.endswith("'") else f" {word} " for word in words.until),
        tuple(f" {word} " for word in words.by_then),
        tuple(f" {word}" if word.endswith("'") else f" {word} " for word in words.before),
        regex.compile(rf"(?<!\p{{L}}){either(words.unreached or (GONE,))}(?!\p{{L}})"),
        _telling(words),
        tuple(f" {word} " for word in words.since),
        regex.compile(rf"(?<!\p{{L}}){either(words.gone or (GONE,))}(?!\p{{L}})"),
        regex.compile(rf"(?<!\p{{L}}){either(words.prolonged or (GONE,))}e?s? {either(words.until or (GONE,))} $"),
        regex.compile(rf"(?<!\p{{L}}){either(words.happened or (GONE,))}(?!\p{{L}})"),
        Told(words.told_endings, frozenset(word.rstrip("es") for word in words.not_told), frozenset(words.unfinished)),
        *patterns,
    )


def _telling(words: Times) -> "regex.Pattern[str]":
    """The pattern of what stands before the day on which something was told or drawn up: ", ont indiqué ", "un bilan arrêté "."""
    if not words.tellings:
        return regex.compile(r"(?!)")
    told = rf"[,»”\"] ?(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))? (?:\p{{Ll}}{{2,12}} )?{either(words.tellings)}"
    paper = (
        rf"(?<!\p{{L}})(?:selon|d'après) [\p{{Ll}}' ]{{0,20}}{either(words.papers)}(?: \p{{Ll}}{{3,14}}){{0,2}} {either(words.drawn)}e?s?"
    )
    return regex.compile(rf"(?:{told}|{paper}),? (?:le |ce |dans la |en )?$")


LISTS = (
    "fixed", "spans", "spent", "aged", "amounts", "dated", "eras", "abbreviated", "feasts",
    "days", "months", "parts", "seasons", "units", "numbers", "weekdays", "past", "present", "future",
)  # fmt: skip


def _anchors(words: Times) -> dict[str, str]:
    """Each word by which an expression is found, and its kind (of a unit with what it measures); "nuit" is a part of the day before it
    is a unit."""
    units = {form: f"unit {value}" for unit, value in words.units.items() for form in (unit, f"{unit}s")}
    lists = {
        "weekday": [form for day in words.weekdays for form in (day, f"{day}s")],
        "month": words.months,
        "near": words.days, "part": [*words.parts, *words.midnight], "season": words.seasons, "lean": words.lean,
        "abbreviated": words.abbreviated, "feast": words.feasts,
        "past": words.past, "present": words.present, "future": words.future,
    }  # fmt: skip
    return units | {word: kind for kind, group in lists.items() for word in group}


def anchors(text: str, rules: Grammar) -> Iterator[tuple[int, int, str]]:
    """Where an expression of time may be, in the order of the text: start, end, kind of its shapes."""
    found = [
        (start, end, rules.kinds[number])
        for number, start, end in rules.find.find_matches_as_indexes(text)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
    ]
    yield from sorted([*found, *((*match.span(), match.lastgroup or "digits") for match in rules.numeric.finditer(text))])


def times(text: str, rules: Grammar, counted: Sequence[int] = ()) -> Iterator[tuple[int, int, Time]]:
    """All expressions of time: start, end, what is said. They do not overlap, and go no further than where a count begins."""
    covered = 0
    for start, end, kind in anchors(text, rules):
        if start < covered:
            continue
        found = _around(text, (max(covered, start - BEFORE), start, end, _limit(counted, end, len(text))), rules.shapes[kind])
        if found is not None:
            covered = found[0].end()
            yield from _apart(*found)


def _apart(match: Match, time: Time) -> Iterator[tuple[int, int, Time]]:
    """Each limit of "du 5 au 12 août" or "entre 2017 et 2021" by itself; what joins a number of days stands between them."""
    limits = match.spans("limit") if "limit" in match.re.groupindex else []
    if not limits[1:]:
        yield *match.span(), time
        return
    for value, (start, end) in zip(time.value.split("/"), limits, strict=True):
        yield match.start() if start == limits[0][0] else start, end, time._replace(value=value)


def _limit(counted: Sequence[int], end: int, length: int) -> int:
    """Where an expression over an anchor that ends at `end` must stop."""
    following = bisect_left(counted, end)
    return min(length, end + AFTER, counted[following] if following < len(counted) else length)


def _around(text: str, at: tuple[int, int, int, int], shapes: tuple[Shape, ...]) -> tuple[Match, Time] | None:
    """The first shape that fits over the anchor."""
    first, start, end, limit = at
    places = [m.start() for m in BEGINNING.finditer(text, first, start + 1)]
    window = text[first:limit]
    numbered = NUMBER.search(window) is not None
    for shape in shapes:
        if (shape.numbered and not numbered) or not any(map(window.__contains__, shape.needs)):
            continue
        done = first
        for place in places if shape.begins is None else places[-shape.begins :]:
            match = shape.pattern.match(text, place, limit) if place >= done else None
            if match is None:
                continue
            done = match.end()
            if done >= end and (time := shape.meaning(match)) is not None:
                return match, time
    return None


NUMBER = regex.compile(r"[0-9]|premier")
"""What the number of a day is written with."""
EDGE = r"(?<![\p{L}\p{N}_.,/-])"
BEGINNING = regex.compile(rf"{EDGE}[\p{{L}}\p{{N}}]")
"""Where an expression can begin: trying the shapes only there is faster than searching for them."""


def _compiled(shape: str, short: Mapping[str, str], named: Mapping[str, str]) -> "regex.Pattern[str]":
    return regex.compile(rf"{EDGE}(?:{_fill(shape, short, named)})(?![\p{{L}}\p{{N}}])")


def _bound(meaning: Meaning, words: Times) -> Callable[[Match], Time | None]:
    return lambda found: meaning(found, words)


def _coming(words: Times) -> "regex.Pattern[str]":
    endings, but = either(words.coming_endings), either(words.not_coming)
    verb = rf"|(?!{but}(?!\p{{L}}))\p{{Ll}}{{1,20}}+(?<={endings})" if words.coming_endings else ""
    to_do = rf"\p{{Ll}}{{2,20}}+(?<={either(words.infinitives)})"
    will = rf"|{either(words.wills)} ?(?:\p{{Ll}}{{1,4}}[ '])?{to_do}" if words.wills else ""
    return regex.compile(rf"(?=\p{{L}})(?<!\p{{L}})(?:{either(words.coming_words)}(?!\p{{L}}){verb}{will})(?!\p{{L}})")


class Told(NamedTuple):
    """The participles that tell of the past right before a time: their endings, those that do not, and the words behind which none does."""

    endings: tuple[str, ...]
    but: frozenset[str]
    behind: frozenset[str]

    def before(self, text: str, start: int) -> bool:
        """Whether one stands right before `start`: "les habitants évacués [mercredi]", not "sera examiné [mercredi]"."""
        words = text[max(0, start - FEW) : start].removesuffix("le ").split()
        if words and words[-1] == "avant":
            words.pop()
        last = words[-1] if words and text[start - 1 : start] == " " else ""
        if not last.endswith(self.endings) or NOUN.search(last) or last.rstrip("es") in self.but or not last.isalpha():
            return False
        return self.behind.isdisjoint(words[-4:-1])


FEW = 60
"""Characters in which a few words stand."""
NOUN = regex.compile(r"[ieérn]tée?s?$")
"""How most nouns end that end as participles do: "société"."""


def _fill(shape: str, short: Mapping[str, str], named: Mapping[str, str]) -> str:
    """`shape` with the pieces and word lists in place of their names: "<year>", but not the name of a group "(?P<year>"."""
    for pieces in (short, short, short, named):  # a piece may hold a piece that holds another
        shape = PIECE.sub(partial(_piece, pieces), shape)
    return shape


def _piece(pieces: Mapping[str, str], found: Match) -> str:
    return pieces.get(found[1], found[0])


PIECE = regex.compile(r"(?<!\?P)<(\p{Ll}++)>")
