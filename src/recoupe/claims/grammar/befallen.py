"""What became of those counted, where their own noun tells it: "les blessés"."""

from functools import cache

from recoupe import lang
from recoupe.claims.schemes import UnitRoles


def role_of(noun: str, language: str) -> str | None:
    """The role that a noun in small letters names.

    >>> role_of("blessées", "fr"), role_of("passagers", "fr")
    ('wounded', None)
    """
    return _roles(language).get(noun)


@cache
def _roles(language: str) -> dict[str, str]:
    table = lang.table(language, "units", UnitRoles).roles
    return {f"{noun}{ending}": role for role, known in table.items() for noun in known.nouns for ending in ("", "s", "e", "es")}
