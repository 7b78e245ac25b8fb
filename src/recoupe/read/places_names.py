"""Names that may be places: parts of capitalised runs that the gazetteer knows, and unknown ones that stand where a place would."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from recoupe.read.gazetteer import Entry, known, sounding
from recoupe.read.names import Word, runs
from recoupe.read.places_context import Context, Grammar, Ground, context, grammar

LONGEST = 6
"""So many capitalised words at most make one name of a place."""

STRONG = (Ground.AREA, Ground.NATURAL, Ground.SETTLEMENT, Ground.NEAR, Ground.LOCAL)
SENTENCE_END = regex.compile(r"(?r)(?:[.!?…:\n][\"'»”) ]*+|^)[-–—«\"“( ]*+")


class Candidate(NamedTuple):
    """A name that may be a place, and all that it may be.

    `joined`: a capitalised word that is no place stands right before or after it ("Air France", "Paris Hilton").
    `initial`: it opens a sentence, where any word has a capital. `exact`: found as spelled, not by its sound.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    context: Context
    joined: bool = False
    initial: bool = False
    exact: bool = True


def candidates(flat: str, text: str, language: str) -> list[Candidate]:
    """All names in the text that may be places, in order; those of one run do not overlap."""
    rules = grammar(language)
    return [candidate for run in runs(flat, rules.gap) for candidate in _of_run(flat, text, run, rules)]


def _of_run(flat: str, text: str, run: list[Word], rules: Grammar) -> Iterator[Candidate]:
    taken, first = [], 0
    while first < len(run):
        last, entries, end = _longest(flat, run, first, rules)
        if entries:
            taken.append((first, last, entries, end))
        first = last + 1 if entries else first + 1
    covered = {n for first, last, _, _ in taken for n in range(first, last + 1)}
    for first, last, entries, end in taken:
        joined = _joined(flat, text, run, (first, last), covered, rules)
        yield _candidate(flat, text, (run[first].start, end), entries, context(flat, run[first].start, rules), joined=joined)
    if not taken:
        yield from _unknown(flat, text, run, rules)


def _longest(flat: str, run: list[Word], first: int, rules: Grammar) -> tuple[int, tuple[Entry, ...], int]:
    """The longest known name that begins with word `first`: its last word, what it may be and where it ends."""
    for last in range(min(len(run), first + LONGEST) - 1, first - 1, -1):
        start, end = run[first].start, run[last].end
        tail = rules.tail.match(flat, end)
        if tail is not None and (entries := known(flat[start : tail.end()])):
            return last, entries, tail.end()
        if entries := known(flat[start:end]) or (known(flat[start - 2 : end]) if flat[start - 2 : start] in {"L'", "l'"} else ()):
            return last, entries, end
    return first, (), run[first].end


def _joined(flat: str, text: str, run: list[Word], at: tuple[int, int], covered: set[int], rules: Grammar) -> bool:
    """Whether a capitalised word that is no place stands right beside, without a small word between."""
    first, last = at
    if last + 1 < len(run) and run[last + 1].gap == " " and last + 1 not in covered:
        return True
    if first == 0 or run[first].gap != " " or first - 1 in covered:
        return False
    before = run[first - 1]
    opens = _opens(flat, text, before.start)
    return not opens or flat[before.start : before.end].lower() in rules.words.bodies.adjacent


def _opens(flat: str, text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    return (
        "\n" in text[max(start - 3, 0) : start]
        or SENTENCE_END.match(flat, 0, start) is not None
        and SENTENCE_END.match(flat, 0, start).group() != ""
    )  # type: ignore[union-attr]


def _candidate(flat: str, text: str, at: tuple[int, int], entries: tuple[Entry, ...], ground: Context, *, joined: bool) -> Candidate:
    return Candidate(*at, flat[slice(*at)], entries, ground, joined=joined, initial=_opens(flat, text, at[0]))


def _unknown(flat: str, text: str, run: list[Word], rules: Grammar) -> Iterator[Candidate]:
    """A name that the gazetteer does not know as spelled but that stands where a place would: by its sound, or as a name alone."""
    ground = context(flat, run[0].start, rules)
    if ground.ground not in STRONG and ground.ground not in {Ground.OF, Ground.BRACKET}:
        return
    name = flat[run[0].start : run[-1].end]
    heard = sounding(name) if len(name) > 4 and not name.isupper() else ()
    if heard or _placed(flat, name, ground, rules):
        joined = any(word.gap == " " for word in run[1:]) and not heard
        yield Candidate(run[0].start, run[-1].end, name, heard, ground, joined=joined, exact=False)


def _placed(flat: str, name: str, ground: Context, rules: Grammar) -> bool:
    """Whether the ground is enough for a name that nobody knows: a head, a distance, or one of the prepositions given for it."""
    if name.isupper() or name.lower() in rules.adjectives:
        return False
    if ground.ground is Ground.LOCAL:
        return flat[ground.start : ground.end].strip().lower() in rules.words.unknown
    return ground.ground in STRONG
