"""Names of things between quotation marks that only end with that of a place: "« Le Lion des Flandres »"."""

from collections.abc import Sequence

import regex

from recoupe.read.names import Word
from recoupe.read.places.gazetteer import known

LED = regex.compile(r"(?:L(?:a|es?) \p{Lu}|L['’]\p{Lu})")
"""How such a name begins: with its article."""
ELIDED = "L'"
OF = (" de ", " d'", " du ", " de la ", " des ", " de l'")
"""Before the place with which it ends."""
OPENED, CLOSED = regex.compile(r"(?r)[«“\"] ?"), regex.compile(r" ?[»”\"]")


def is_title(flat: str, run: Sequence[Word]) -> bool:
    """Whether a run of capitalised words is the name of a thing.

    >>> word = lambda start, end, gap="": Word(start, end, gap)
    >>> is_title("« L'Étoile de Pau »", [word(4, 10), word(14, 17, " de ")])
    True
    >>> is_title("« L'Étoile de Pau brille »", [word(4, 10), word(14, 17, " de ")])
    False
    """
    start, end = run[0].start, run[-1].end
    start -= len(ELIDED) * flat.startswith(ELIDED, start - len(ELIDED))
    if run[-1].gap not in OF or LED.match(flat, start) is None:
        return False
    quoted = OPENED.match(flat, 0, start) is not None and CLOSED.match(flat, end) is not None
    return quoted and not known(flat[start:end])
