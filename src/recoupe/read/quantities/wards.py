"""Those who are taken to a hospital: "évacués par hélicoptère vers le CHU", whatever the verb and the hospital are called."""

from recoupe.read.quantities.tables import Words

HOSPITALISED = "hospitalised"
FAR = 9
"""Tokens behind the participle in which the hospital stands."""
MARKS = frozenset(".,;:!?()\n")


def is_admitted(words: list[str], at: int, table: Words) -> bool:
    """Whether the participle at `at` (one of `carried`) says that people were taken to a hospital: "transportés dans un état grave au CHU".

    >>> from recoupe.read.quantities.tables import load
    >>> told = ("évacués en urgence vers le chu", "évacués de l'hôpital", "conduits à la morgue de l'hôpital")
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_admitted(tokens(t).words, 0, load("fr")) for t in told]
    [True, False, False]
    """
    towards = False
    for place in range(at + 1, min(len(words), at + 1 + FAR)):
        word = words[place]
        if word in MARKS:
            return False
        if word in table.sets["goals"]:
            towards = True
        if word in table.sets["hospitals"] and towards:
            before = words[place - 1] if words[place - 1] not in table.sets["before_hospital"] else words[place - 2]
            return before not in table.sets["left_from"]
    return False
