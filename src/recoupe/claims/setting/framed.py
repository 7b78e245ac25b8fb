"""Which places frame what is told: one that opens a sentence holds for the passage behind it, one listed in a bracket for nothing else."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.page import Page
from recoupe.claims.setting.seen import Seen
from recoupe.model import Place

BRACKET = 120
"""Characters from a place to the ends of the bracket in which it stands."""

OPENING = 2
"""Words at the head of a sentence before the place that opens it: "À [Toulouse], ...", "Dans le [Gard], ..."."""


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


def since(page: Page, opening: Iterable[int], number: int) -> int:
    """The last sentence of the paragraph up to sentence `number` that a place opens: no place before it is that of what follows."""
    paragraph = page.paragraphs[number]
    return max((n for n in opening if n <= number and page.paragraphs[n] == paragraph), default=0)
