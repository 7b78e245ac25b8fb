"""What kinds, values and fields are called on the screen; what has no phrase keeps its own name."""

from enum import Enum

from recoupe.lang.demonyms import adjective
from recoupe.model import Number, Quantity
from recoupe.phrases import Language, phrases, say
from recoupe.text.figures import amount


def named(language: Language, key: str, fallback: str, /, **values: object) -> str:
    """The phrase `key`, else `fallback`: a step, type or unit that nobody has put into words must not stop a screen.

    >>> named("en", "cli.stage_read", "read"), named("en", "cli.stage_brew", "brew")
    ('reading', 'brew')
    """
    part, _, name = key.partition(".")
    return say(language, key, **values) if name in phrases(part, language) else fallback


def value(language: Language, given: str | Enum) -> str:
    """A value of an enumeration, or a type of event: "hearsay", "STRIKE".

    >>> from recoupe.model import Modality
    >>> value("fr", Modality.HEARSAY), value("en", "ICE_RESCUE")
    ('ouï-dire (conditionnel)', 'ICE_RESCUE')
    """
    own = str(given.value) if isinstance(given, Enum) else given
    return named(language, f"cli.is_{own}", own)


def field(language: Language, name: str) -> str:
    """A field of a record.

    >>> field("fr", "published"), field("fr", "gauge")
    ('publié', 'gauge')
    """
    return named(language, f"cli.field_{name}", name)


def counted(language: Language, quantity: Quantity) -> str:
    """A number with what it counts: "47 personnes secourues".

    >>> barges = Quantity(span=None, counted=None, value=3, low=3, high=3, bound="exact", unit="person", role="rescued")
    >>> counted("fr", barges), counted("en", barges)
    ('3 personnes secourues', '3 people rescued')
    """
    size = next((n for n in (quantity.high, quantity.low) if n is not None), 2)
    return f"{amount(quantity, language)} {things(language, quantity.unit, quantity.role, size)}"


def things(language: Language, unit: str, role: str | None, size: Number = 2) -> str:
    """What is counted and what became of it, in the number and gender of the unit's name.

    >>> things("fr", "person", "killed"), things("en", "gondola", "sunk_by_ice")
    ('personnes tuées', '“gondola” (sunk by ice)')
    """
    noun = named(language, f"point.unit.{unit}", say(language, "cli.own_noun", words=unit.replace("_", " ")), n=size)
    if role is None:
        return noun
    gender = "f" if unit in say(language, "point.feminine").split() else "m"
    done = named(language, f"point.done.{gender}.{role}", "", n=size)
    return f"{noun} {done}" if done else f"{noun} ({role.replace('_', ' ')})"


def has_name(language: Language, unit: str) -> bool:
    """Whether a unit has a name in `language`; else the words of the text have to do."""
    return f"unit.{unit}" in phrases("point", language)


def side(language: Language, unit: str, country: str | None) -> str:
    """Whose people or things are counted: the adjective of a country, in the gender of the unit's name.

    >>> side("fr", "soldier", "GR"), side("en", "soldier", "GR"), side("fr", "soldier", "XX"), side("fr", "soldier", None)
    ('grecs', 'Greek', 'XX', '')
    """
    forms = adjective(language, country) if country else ()
    if not forms:
        return country or ""
    if language == "en":
        return forms[0][:1].upper() + forms[0][1:]
    return forms[3 if unit in say(language, "point.feminine").split() else 2]


def pair(language: Language, name: str, given: object) -> str:
    """A name and its value, with the colon of the language.

    >>> pair("fr", "titre", "Le bac repart"), pair("en", "title", "Le bac repart")
    ('titre\\xa0: Le bac repart', 'title: Le bac repart')
    """
    return say(language, "cli.name_value", name=name, value=given)
