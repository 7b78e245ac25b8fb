"""Those who are counted by what befell them, behind others of a named group: "Vingt fidèles ont été tués et [plus de 70] blessés"."""

from typing import TYPE_CHECKING

from recoupe.ontology import UnitKind
from recoupe.read.quantities.ellipsis import ENDS
from recoupe.read.quantities.nouns import Noun
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

GENERAL = "person"


def group_of(text: Tokens, first: int, noun: Noun, earlier: "list[Count]", table: Words) -> str | None:
    """The unit of the group that a number goes on to count, behind "et" or a comma; None where the noun may be one of its own.

    The verb of the group is shared: what looks like a noun is its participle ("ont été tués et 70 blessés"), which no "de" and no
    adjective parts from the number.
    """
    if noun.unit != GENERAL or noun.role is None or not earlier or text.word(noun.first) not in table.participles:
        return None
    last = earlier[-1]
    if last.unit == GENERAL or last.kind is not UnitKind.PERSON or last.number.article or last.role in {None, noun.role}:
        return None
    between = text.words[last.end : first]
    if not between or between[-1] not in {"et", ","} or text.word(noun.first - 1) in table.sets["link"]:
        return None
    carried_on = last.noun is not None and text.word(last.noun.first) in table.participles
    passive = last.by == "after" and not table.sets["be"].isdisjoint(between)
    return last.unit if ENDS.isdisjoint(between) and (passive or (carried_on and len(between) == 1)) else None
