"""Event types: their roles, their codes in PLOVER, and which counts they may have."""

from enum import StrEnum
from functools import cache
from importlib import resources

import msgspec

from recoupe.errors import BadPack
from recoupe.model import Record

DEFAULT = "OTHER"
UNCLAIMED = ("share", "duration", "measure")
"""Kinds of units that "*" leaves out: a type must name them to have them."""


class Family(StrEnum):
    """What sort of event a type is."""

    INCIDENT = "incident"
    RELATIONS = "relations"
    SPEECH = "speech"


class EventType(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of events.toml; see the head of that file for what each key says."""

    family: Family
    roles: tuple[str, ...]
    counts: tuple[str, ...]
    plover: str | None = None
    casualties: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    at_home: bool = False
    implied: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    natural: frozenset[str] = frozenset()
    calamity: bool = False
    terms: bool = False
    within: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    brings: frozenset[str] = frozenset()

    def admits(self, unit: str, kind: str | None) -> bool:
        """True if a count of `unit`, of `kind`, may belong to an event of this type.

        >>> event_types()["INTERCEPT"].admits("missile", "weapon"), event_types()["STRIKE"].admits("percent", "share")
        (True, False)
        """
        return unit in self.counts or kind in self.counts or ("*" in self.counts and kind not in UNCLAIMED)


@cache
def of_outcome(role: str | None) -> str | None:
    """The type whose events alone leave counts of `role`.

    >>> of_outcome("arrested"), of_outcome("wounded")
    ('ARREST', None)
    """
    return next((name for name, type_ in event_types().items() if role in type_.outcomes), None)


@cache
def answer(type_: str, unit: str, kind: str | None) -> str | None:
    """The type of what is brought or sent after an event of `type_`, if a count of `unit`, of `kind`, tells it.

    >>> answer("DISASTER", "euro", "money"), answer("STRIKE", "euro", "money")
    ('SUPPLY', None)
    """
    return next((name for name, t in event_types().items() if type_ in t.answers and not t.brings.isdisjoint((unit, kind))), None)


@cache
def event_types() -> dict[str, EventType]:
    """All types by name, in the order of the file.

    >>> event_types()["STRIKE"].roles[:2]
    ('actor', 'target')
    """
    return checked(resources.files("recoupe.ontology").joinpath("events.toml").read_bytes())


def checked(source: bytes) -> dict[str, EventType]:
    """The types of a TOML source.

    >>> checked(b"")
    Traceback (most recent call last):
        ...
    recoupe.errors.BadPack: ontology/events.toml: no type OTHER

    Raises:
        BadPack: it does not fit the scheme, or lacks the type that holds what no other does.
    """
    try:
        found = msgspec.toml.decode(source, type=dict[str, EventType])
    except msgspec.DecodeError as error:
        raise BadPack("ontology/events.toml", str(error)) from error
    if DEFAULT not in found:
        raise BadPack("ontology/events.toml", f"no type {DEFAULT}")
    return found
