"""What the world of a ledger is made of, as data: units that are counted or measured, types of events."""

from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from recoupe import lang
from recoupe.errors import BadPack
from recoupe.lang import decode


class UnitKind(StrEnum):
    """What sort of thing a unit counts or measures."""

    PERSON = "person"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    BUILDING = "building"
    EVENT = "event"
    PLACE = "place"
    ORGANISATION = "organisation"
    ANIMAL = "animal"
    MONEY = "money"
    MEASURE = "measure"
    SHARE = "share"
    DURATION = "duration"


MEASURED = frozenset({UnitKind.MONEY, UnitKind.MEASURE, UnitKind.SHARE, UnitKind.DURATION})
"""Kinds whose numbers are not whole: "plus de 3 %" starts at 3."""


@cache
def units() -> dict[str, UnitKind]:
    """The kind of every unit id.

    >>> units()["drone"], units()["percent"]
    (<UnitKind.WEAPON: 'weapon'>, <UnitKind.SHARE: 'share'>)

    Raises:
        BadPack: the table does not fit, or an id stands under two kinds.
    """
    kinds = decode(resources.files(__name__) / "units.toml", dict[UnitKind, list[str]])
    found = {unit: kind for kind, ids in kinds.items() for unit in ids}
    if len(found) != sum(map(len, kinds.values())):
        raise BadPack("units.toml", "a unit stands twice")
    return found


@cache
def lemmas() -> dict[str, UnitKind]:
    """The kind of every noun that is a unit by its own name, in any language pack; names of peoples are persons.

    >>> lemmas()["postier"], "grenouille" in lemmas()
    (<UnitKind.PERSON: 'person'>, False)
    """
    found: dict[str, UnitKind] = {}
    for code in lang.available():
        if lang.has(code, "demonyms"):
            peoples = lang.table(code, "demonyms", dict[str, list[str]])
            found |= {people: UnitKind.PERSON for names in peoples.values() for people in names}
        if lang.has(code, "lemmas"):
            found |= {noun: kind for kind, nouns in lang.table(code, "lemmas", dict[UnitKind, list[str]]).items() for noun in nouns}
    return found


@lru_cache(maxsize=50_000)
def unit_kind(unit: str) -> UnitKind | None:
    """The kind of `unit`; None for a unit that no table knows.

    >>> unit_kind("euro"), unit_kind("surveillant"), unit_kind("accordéon")
    (<UnitKind.MONEY: 'money'>, <UnitKind.PERSON: 'person'>, None)
    """
    return units().get(unit) or lemmas().get(unit)
