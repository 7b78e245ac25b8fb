"""Plurals of French nouns, as a text may write them."""

from collections.abc import Iterator

WITH_S = frozenset({"bleu", "pneu"})
"""Nouns in "eu" that take an s all the same."""


def plurals(noun: str) -> Iterator[str]:
    """`noun` in the singular and in its plurals: of its first word, of its first and last, of all.

    >>> list(plurals("canal")), list(plurals("véhicule blindé"))
    (['canal', 'canals', 'canaux'], ['véhicule blindé', 'véhicules blindé', 'véhicules blindés'])
    """
    words = noun.split(" ")
    yield noun
    for first in plural(words[0]):
        made = [" ".join([first, *words[1:]])]
        if len(words) > 1:
            made += [" ".join([first, *words[1:-1], last]) for last in plural(words[-1])]
        if len(words) > 2:
            made.append(" ".join([first, *(next(plural(w)) for w in words[1:])]))
        yield from (m for m in dict.fromkeys(made) if m != noun)


def plural(word: str) -> Iterator[str]:
    """Plurals that `word` may have: the parts of a compound too.

    >>> list(plural("sapeur-pompier")), list(plural("obus")), list(plural("bateau"))
    (['sapeurs-pompiers', 'sapeur-pompiers', 'sapeurs-pompier'], ['obus'], ['bateaux'])
    """
    if word[-1:] in {"s", "x", "z"} or not word[-1:].isalpha():
        yield word
    elif "-" in word:
        head, _, tail = word.partition("-")
        yield f"{next(plural(head))}-{next(plural(tail))}"
        yield f"{head}-{next(plural(tail))}"
        yield f"{next(plural(head))}-{tail}"
    else:
        if word.endswith("al"):
            yield word + "s"
        yield regular(word)


def regular(noun: str) -> str:
    """The regular plural.

    >>> regular("frappe"), regular("journal"), regular("décès"), regular("bateau"), regular("bleu")
    ('frappes', 'journaux', 'décès', 'bateaux', 'bleus')
    """
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) and noun not in WITH_S else "s")
