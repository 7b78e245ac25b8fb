"""What was said to be counted before its number stands: "ils étaient [3.000]", "le nombre de morts s'élève à [820]"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.ellipsis import within
from recoupe.read.quantities.nouns import unlisted
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.states import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

UPWARD = 5
"""Tokens from a verb to the colon that brings its number: "revu à la hausse :"."""
ANNOUNCED = 28
"""Tokens before a number in which what it counts may be announced."""


def unit_of_pronoun(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> str | None:
    """ "ils étaient [3.000]", "en a blessé [300]" count persons: those counted just before, where there are any; None after other words.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> unit_of_pronoun(tokens("ils étaient 3.000"), 2, [], load("fr"))
    'person'
    """
    words, number = text.words, first
    first -= words[first - 1 : first] != [] and words[first - 1] in table.sets["opens"]  # "ils étaient entre [900] (police) et 2.000"
    while first > 2 and words[first - 1] in table.sets["fillers"] | {"que", "plus", "respectivement"}:  # "n'étaient plus que [300]"
        first -= 1
    if first < 2:
        return None
    subject = words[first - 3] if words[first - 2] in table.sets["negation"] else words[first - 2]
    said = words[first - 1] in table.sets["was"] and subject in table.sets["counted"]
    done = words[first - 1] in table.verbs and words[first - 2] in table.sets["have"] and words[first - 3] in table.sets["of_them"]
    if said or done:
        near = (
            count for count in within(words, first, earlier, 1) if count.number.value != 1 and not count.part
        )  # "un gardien l'a dit : ils étaient [trois]"
        last = next(near, None)
        fewer = (
            "que" in words[first:number] and last is not None and last.kind not in MEASURED
        )  # "ils n'étaient plus que [300]" of anything
        unit = last.unit if last is not None and (fewer or last.kind == UnitKind.PERSON) else "person"
        return "demonstrator" if unit == "person" and said and marches(words, first, table) else unit
    known = subject_of(words, first, table)
    return known[0] if known else None


def subject_of(words: list[str], first: int, table: Words) -> tuple[str, str | None] | None:
    """Unit and role of those who are said to be so many: "les manifestants étaient [12.000]", "les morts seraient [neuf]".

    >>> from recoupe.read.quantities.tables import load
    >>> subject_of(["les", "morts", "seraient", "neuf"], 3, load("fr"))
    ('person', 'killed')
    """
    while first > 1 and words[first - 1] in table.sets["fillers"]:  # "les blessés sont désormais [26]"
        first -= 1
    if not first or words[first - 1] not in table.sets["was"]:
        return None
    known = table.nouns.behind(words, first - 1 - (words[first - 2] in table.sets["negation"]))
    return known[1] if known else None


def marches(words: list[str], first: int, table: Words) -> bool:
    """Whether those of a number at `first` demonstrate: "ils étaient [3.000], vendredi, à réclamer de l'eau".

    >>> from recoupe.read.quantities.tables import load
    >>> [marches(["3.000", "à", verb], 0, load("fr")) for verb in ("défiler", "attendre")]
    [True, False]
    """
    for at in range(first, min(len(words) - 1, first + ANNOUNCED)):
        if words[at] in ENDS:
            return False
        if words[at] in {"à", "pour"} and words[at + 1] in table.sets["marching"]:
            return True
    return False


def announced(text: Tokens, firsts: tuple[int, int], table: Words) -> tuple[str, str | None] | None:
    """Unit and role of what was said to be counted: "le nombre de morts s'élève à [820]"; None after other words.

    `firsts`: where the number begins with the words that bound it and without them ("[dépasse [24]").

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> announced(tokens("Le nombre de blessés dépasse désormais 820"), (6, 6), load("fr"))
    ('person', 'wounded')
    """
    words, reaches = text.words, table.sets["reaches"]
    verbs = (_verb(words, first, table) for first in firsts)
    bound = (at for at in range(*firsts) if len(words[at]) > 2)  # "dépasse la barre des [300]": the verb is in the bound itself
    verb = next((verb for verb in (*verbs, *bound) if verb > 1 and words[verb] in reaches), 0)
    if not verb:
        return None
    for at in led_up(words, verb - 1):
        if words[at] in table.sets["total"] and text.word(at + 1) in {*table.sets["link"], "des", "total"}:
            start = at + (3 if text.word(at + 1) == "total" else 2)
            found = table.nouns.ahead(words, start)
            if found is None:
                named = start < len(words) and words[start] not in table.sets["no_captions"]
                noun = unlisted(text, Numeral(start, start, None, None, None), start, table) if named else None
                return (noun.unit, None) if noun is not None else None
            if found[1][1] is not None or unit_kind(found[1][0]) is not UnitKind.PERSON:
                return found[1]
            return found[1][0], state_after(text, start + found[0], None, table, table.states)  # "le nombre de personnes tuées"
    return None


def led_up(words: list[str], verb: int) -> Iterator[int]:
    """The tokens up to a verb that may tell what it counts, the nearest first, as far as another number: those of its own sentence.

    Behind a pronoun those of the one before, too: "Le bilan s'alourdit. Il était de [onze] lundi".

    >>> [list(led_up(f"le bilan monte . {word} était".split(), 5)) for word in ("il", "elle")]
    [[5, 4, 2, 1, 0], [5, 4]]
    """
    taken_up = False
    for at in range(verb, max(-1, verb - ANNOUNCED), -1):
        word = words[at]
        if word in ENDS and (taken_up or words[at + 1] not in TAKING_UP):
            return
        taken_up = taken_up or word in ENDS
        if word[0].isdigit() and not taken_up and not (words[at - 1] == "en" and len(word) == YEAR):
            return
        if word not in ENDS:
            yield at


YEAR = len("2021")
"""Digits of a year, which is no number that stands before: "le nombre de morts en 2021 à [2.048]"."""
TAKING_UP = frozenset(("il", "celui-ci"))
"""Pronouns for a toll or a number."""


def brought(text: Tokens, first: int, earlier: "list[Count]", table: Words) -> tuple[str, str | None] | None:
    """Unit and role of a total that the count before comes up to: "12 morts, portant le total à [340]"."""
    if text.word(first - 1) != "à" or not earlier:
        return None
    between = text.words[max(earlier[-1].end, first - ANNOUNCED) : first]
    if ENDS.isdisjoint(between) and not (table.sets["bringing"] | table.sets["set_right"]).isdisjoint(between):
        return earlier[-1].unit, earlier[-1].role
    return None


def _verb(words: list[str], first: int, table: Words) -> int:
    """Where the verb stands before a number: before adverbs and an article ("approche désormais les [25]")."""
    verb = first - 1
    if verb > UPWARD and words[verb] == ":":  # "a été revu à la hausse : [41]"
        return next((at for at in range(verb - 1, verb - UPWARD, -1) if words[at] in table.sets["set_right"]), verb)
    while verb > 0 and words[verb] in table.sets["before_number"]:
        verb -= 1
    return verb
