"""Members of a list of one: "deux morts : un homme et une automobiliste", "entre un bus et un tramway"."""

from typing import TYPE_CHECKING

from recoupe.model import Bound
from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

SUMMED = 8
"""Members of a list at most whose numbers are added up."""
BEFORE = 5
"""Tokens between a collision and what collided: "une collision frontale s'est produite entre"."""
FAR = 24
"""The same before "entre": "un accident survenu vendredi à la sortie ouest de la ville entre"."""
MEMBERS = 2
"""The smallest number that a list can add up to."""
WORDS = 6
"""Tokens between two members of a list: "deux supplétifs [de l'armée et] un civil"."""
OPENING = frozenset((",", ":", "–", "—", "-", "("))
"""Marks before the first member of a list of those counted."""
LIST = 24
"""Tokens of a list in which its last member is looked for."""


def role_of_whole(text: Tokens, count: "Count", earlier: "list[Count]", table: Words) -> str | None:
    """The role of the total that `count` is a member of; None where it is no member of a list that tells who the victims are.

    A list stands behind a colon or behind "sont", and has as many members as were counted: its last one stands behind "et".
    """
    if not earlier or count.kind is not UnitKind.PERSON or count.role is not None:
        return None
    last = earlier[-1]
    between = text.words[last.end : count.first]
    if not ENDS.isdisjoint(between):
        return None
    if last.by == "item" and between and between[-1] in table.sets["linking"]:
        return last.role
    opened = bool(between) and (between[-1] == ":" or (between[-1] in table.sets["be"] and len(between) <= 2))
    told = opened and last.kind is UnitKind.PERSON and last.number.bound == Bound.EXACT and (last.number.value or 0) > 1
    return last.role if told and _goes_on(text.words, count.end, table) else None


def added_up(words: list[str], found: "list[Count]", table: Words) -> "list[Count]":
    """`found`, where a list of people that adds up to the number before it has its role and no bound of it.

    "Au moins 13 personnes, dix gendarmes, deux pompiers et un civil, ont péri": of the gendarmes there are ten, not ten at least.
    """
    done = list(found)
    for at, whole in enumerate(found):
        last = _last_member(words, found, at, table)
        for n in range(at + 1, last):
            own = found[n].first < found[n].number.first
            told = found[n].by == "noun" or (found[n].role is not None and whole.role is None)  # "sur 45, 12 ont été tués et 33 blessés"
            role, by = (found[n].role, found[n].by) if told else (whole.role, "item")
            done[n] = found[n]._replace(role=role, by=by, part=True, bounds=found[n].bounds if own else ())
    return done


def _last_member(words: list[str], found: "list[Count]", at: int, table: Words) -> int:
    """After which count a list ends that adds up to the count `at`; `at` itself where none does."""
    whole, total = found[at], 0
    if whole.kind is not UnitKind.PERSON or not isinstance(whole.number.value, int) or whole.number.value < MEMBERS or whole.part:
        return at
    for n in range(at + 1, min(len(found), at + 1 + SUMMED)):
        between = words[found[n - 1].end : found[n].first]
        value = found[n].number.value
        if (
            not between
            or len(between) > WORDS
            or (n == at + 1 and _elsewhere(words, found[n].end, between, table))
            or not (_opens(between, table) if n == at + 1 else _continues(between, table))
            or not isinstance(value, int)
            or found[n].kind not in {whole.kind, None if value > 1 else whole.kind}  # supplétifs may be persons, "une enquête" is none
        ):
            return at
        total += value
        if total >= whole.number.value:
            return n + 1 if total == whole.number.value and n > at + 1 else at
    return at


def _elsewhere(words: list[str], at: int, between: list[str], table: Words) -> bool:
    """Whether each has a town of its own: "Trois sont morts à Lyon, deux [à] Dijon et un à Metz" counts six."""
    towns = table.sets["at_towns"]
    return not towns.isdisjoint(words[at : at + 1]) and not towns.isdisjoint(between)


def _opens(between: list[str], table: Words) -> bool:
    """Whether a list of those counted begins behind the words `between`: not "tué quinze personnes [et blessé] 12", ", [ont dit] un".

    >>> from recoupe.read.quantities.tables import load
    >>> [_opens(t.split(), load("fr")) for t in ("sont mortes ,", ", soit", ", ceux de", "et blessé", "sont morts , ont indiqué")]
    [True, True, True, False, False]
    """
    pointing = table.sets["definite"] | table.sets["link"] | table.sets["those"]
    last = next((word for word in reversed(between) if word not in pointing), "")
    return last in OPENING or last in table.sets["of_which"] | table.sets["namely"]


def _continues(between: list[str], table: Words) -> bool:
    """Whether a list goes on in the words `between`; "dont" begins the parts of a member."""
    links = table.sets["linking"] | table.sets["link"]
    return not links.isdisjoint(between) and between[-1] not in table.sets["of_which"]


def _goes_on(words: list[str], at: int, table: Words) -> bool:
    """Whether another member stands behind "et" in the sentence: "un homme [de 40 ans et une femme]"."""
    for place in range(at, min(len(words) - 1, at + LIST)):
        if words[place] in ENDS:
            return False
        if words[place] == "et" and words[place + 1] in table.starters:
            noun = table.nouns.ahead(words, place + 2)
            return noun is not None and unit_kind(noun[1][0]) is UnitKind.PERSON
    return False


def collides(words: list[str], first: int, table: Words) -> bool:
    """Whether a vehicle stands behind a collision: "le choc entre [un] bus et", "percuté par [une] voiture".

    >>> from recoupe.read.quantities.tables import load
    >>> collides(["le", "choc", "entre"], 3, load("fr")), collides(["un", "accord", "entre"], 3, load("fr"))
    (True, False)
    """
    if not first or words[first - 1] not in table.sets["against_which"]:
        return False
    reach = FAR if words[first - 1] == "entre" else BEFORE
    before = words[max(0, first - 1 - reach) : first - 1]
    end = max((n + 1 for n, word in enumerate(before) if word in ENDS), default=0)
    return not table.sets["crashes"].isdisjoint(before[end:])
