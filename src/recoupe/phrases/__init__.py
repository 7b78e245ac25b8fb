"""What screens, briefings and pages say, in French and in English: `<part>.<language>.toml`, equal keys in both (tested).

A phrase is a format string, or a table of `zero` (optional), `one` and `other`, chosen by the value `n`.
JSON and rule ids are never translated.
"""

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from recoupe.errors import BadPack

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
Phrase = str | dict[str, str]


@cache
def phrases(part: str, language: Language) -> dict[str, Phrase]:
    """All phrases of `part` ("point", "cli", "page" ...) in `language`.

    >>> phrases("point", "fr")["texts"]
    {'one': '{n} texte', 'other': '{n} textes'}
    """
    file = resources.files(__name__) / f"{part}.{language}.toml"
    try:
        return msgspec.toml.decode(file.read_bytes(), type=dict[str, Phrase])
    except (FileNotFoundError, msgspec.DecodeError) as error:
        raise BadPack(file.name, str(error)) from error


def say(language: Language, key: str, /, **values: object) -> str:
    """The phrase `key` ("point.texts") with `values` filled in.

    >>> say("fr", "point.texts", n=0), say("en", "point.texts", n=0), say("fr", "point.texts", n=3)
    ('0 texte', '0 texts', '3 textes')
    >>> say("en", "point.tides")
    Traceback (most recent call last):
        ...
    recoupe.errors.BadPack: point.en.toml: no phrase 'tides'

    Raises:
        BadPack: no such phrase; the message names file and key.
    """
    part, _, name = key.partition(".")
    found = phrases(part, language).get(name)
    if found is None:
        raise BadPack(f"{part}.{language}.toml", f"no phrase {name!r}")
    return (found if isinstance(found, str) else found[_form(language, found, values.get("n"))]).format(**values)


def _form(language: Language, forms: dict[str, str], n: object) -> str:
    """French says "0 texte", English "0 texts"."""
    if n == 0 and "zero" in forms:
        return "zero"
    singular = n == 1 or (language == "fr" and isinstance(n, int | float) and abs(n) < 2)
    return "one" if singular else "other"
