"""Those who share the verb of others before them: "Vingt fidèles ont été tués et [plus de 70] blessés", "et [deux] agents à Pau"."""

from typing import TYPE_CHECKING

from recoupe.ontology import UnitKind
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.roles import may_share
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

GENERAL = "person"
PLACE = 7
"""Tokens of a place behind those counted."""
SENTENCE = frozenset((".", "\n", ""))
CLOSED = frozenset((".", ",", ";", "\n", "!", "»", ""))
"""Behind the place, where no verb follows."""


def group_of(text: Tokens, first: int, noun: Noun, earlier: "list[Count]", table: Words) -> str | None:
    """The unit of the group that a number goes on to count, behind "et" or a comma; None where the noun may be one of its own.

    The verb of the group is shared: what looks like a noun is its participle ("ont été tués et 70 blessés"), which no "de" and no
    adjective parts from the number.
    """
    if noun.unit != GENERAL or noun.role is None or not earlier or text.word(noun.first) not in table.participles:
        return None
    # "sept marins, dont deux mousses, ont été tués et dix"
    last = next((count for count in reversed(earlier) if not count.part), earlier[-1])
    if last.unit == GENERAL or last.kind is not UnitKind.PERSON or last.number.article or last.role in {None, noun.role}:
        return None
    between = text.words[last.end : first]
    if not between or between[-1] not in {"et", ","} or text.word(noun.first - 1) in table.sets["link"]:
        return None
    carried_on = last.noun is not None and text.word(last.noun.first) in table.participles
    passive = last.by == "after" and not table.sets["be"].isdisjoint(between)
    return last.unit if ENDS.isdisjoint(between) and (passive or (carried_on and len(between) == 1)) else None


def told_elsewhere(text: Tokens, found: "list[Count]", table: Words) -> "list[Count]":
    """`found`, with the role of the verb shared at a second place: "Trois élus ont été blessés à Lodève et [deux] agents à Pau"."""
    done = list(found)
    for at in range(1, len(done)):
        a, b = done[at - 1], done[at]
        if b.role is None and b.noun is not None and a.by == "after" and _is_gapped(text, a, b, table) and may_share(b.unit, a.role, table):
            done[at] = b._replace(role=a.role, by="after")
    return done


def _is_gapped(text: Tokens, a: "Count", b: "Count", table: Words) -> bool:
    """Whether nothing but a place stands behind `b`, and the verb of `a` before it."""
    between = text.words[a.end : b.first]
    if between[-1:] != ["et"] or table.sets["be"].isdisjoint(between) or not ENDS.isdisjoint(between):
        return False
    if text.word(b.end) in SENTENCE:  # "Soixante pompiers ont été mobilisés, et [20] véhicules."
        return True
    if text.word(b.end) not in table.sets["elsewhere"]:
        return False
    for place in range(b.end + 1, b.end + 1 + PLACE):
        if text.word(place) in CLOSED:
            return place > b.end + 1
        if not text.written(place)[0].isupper() and text.word(place) not in table.sets["article"]:
            return False
    return False
