"""Which places frame what is told: one that opens a sentence holds for the passage behind it, one listed in a bracket for nothing else."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.page import Page
from recoupe.claims.setting.seen import Seen
from recoupe.model import Place
from recoupe.text import fold

BRACKET = 120
"""Characters from a place to the ends of the bracket in which it stands."""

OPENING = 2
"""Words at the head of a sentence before the place that opens it: "À [Toulouse], ...", "Dans le [Gard], ..."."""

STEM = 3
"""Letters that a town shares with its adjective: "Nantes", "nantais"."""


def listed(page: Page, place: Place) -> bool:
    """True for one of several things in a bracket that counts nothing: "dix bâtiments publics (l'hôpital de [Vif], la mairie)"."""
    text, (start, end) = page.read.report.text, (place.span.start, place.span.end)
    opens = text.rfind("(", max(0, start - BRACKET), start)
    closes = text.find(")", end, end + BRACKET) if opens > 0 else -1
    if closes < 0 or not {")", "\n"}.isdisjoint(text[opens:closes]):
        return False
    return ", " in text[opens:closes] and not page.counts_between(opens, closes)


def opened(page: Page, places: Mapping[int, Sequence[Seen[Place]]]) -> Iterable[int]:
    """The sentences that a place between a preposition and a comma opens: "À Toulouse, ..."."""
    for number, some in places.items():
        first = page.word_at(some[0].start)
        head = page.sentences[number].start
        if head < first <= head + OPENING and page.read.report.text.startswith(",", some[0].mention.span.end):
            yield number


def of_towns(page: Page, places: Mapping[int, Sequence[Seen[Place]]]) -> Iterable[int]:
    """The sentences that begin with a gathering of a town not named before: "Le cortège nantais ..." is not where those before are."""
    for number, sentence in enumerate(page.sentences):
        head = page.tokens.forms[sentence.start : sentence.start + OPENING + 1]
        if page.rules.gatherings.isdisjoint(head[:-1]) or not head[-1].endswith(page.rules.of_town):
            continue
        named = (one.mention.name for n in range(number) for one in places.get(n, ()))
        if all(fold(name)[:STEM] != fold(head[-1])[:STEM] for name in named):
            yield number


def framed_from(page: Page, opening: Sequence[int], number: int) -> int:
    """The last sentence of its paragraph, up to sentence `number`, that is in `opening`: no place before it is that of what follows."""
    i = bisect_right(opening, number)
    return opening[i - 1] if i and page.paragraphs[opening[i - 1]] == page.paragraphs[number] else 0
