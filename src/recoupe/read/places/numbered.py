"""Places that are called by a number: roads, and quarters of large towns."""

from collections.abc import Iterator

import regex

QUARTER = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\d{1,2}(?:er|e|ème)|premier|\p{Ll}{4,9}ième) arrondissement(?: (?:de |d')\p{Lu}[\p{L}-]*+)?(?!\p{L})"
)
"""A quarter of a large town: "le 2e arrondissement de Lyon"."""
ROAD = regex.compile(
    r"(?<=(?<!\p{L})(?:la|route|sur) )(?:nationale|départementale) \d{1,4}(?![\p{L}\p{N}]|[.,]\d)"
    r"|(?<!\p{L})(?:auto)?route \d{1,3}+(?! ?(?:km|%|\p{Lu}|\p{L}{1,12}(?<=[sx])(?!\p{L})))"
    r"|(?=[ADENR][DN]? ?\d)(?:(?<=(?<!\p{L})(?:[lL]'|[lL]a |autoroute ))(?:A ?(?!220|3\d0|400)|E)\d{1,3}"
    r"|(?<=(?<!\p{L})(?:[lL]a|route|nationale|départementale) )(?:RN ?|N ?)\d{1,3}"
    r"|(?<=(?<!\p{L})(?:la|route|départementale) )(?:RD ?|D ?)\d{2,4})(?![\p{L}\p{N}]|[.,]\d)"
)
"""A road by its number: "l'A64", "la D817", "la nationale 7"; no aeroplane ("l'A320"), no league ("la D1")."""
NEAR = regex.compile(r"(?=\d)(?<=(?:ale|oute) |[ADENR][DN]? ?)")
"""Where the number of a road may be. Asked first for a digit, it is searched many times as fast."""


def by_number(flat: str) -> Iterator["regex.Match[str]"]:
    """The roads and the quarters of towns that are called by a number.

    >>> [m[0] for m in by_number("Sur l'A64, dans le 2e arrondissement de Lyon, un A320")]
    ['A64', '2e arrondissement de Lyon']
    """
    if NEAR.search(flat) is not None:
        yield from ROAD.finditer(flat)
    if "arrondissement" in flat:
        yield from QUARTER.finditer(flat)
