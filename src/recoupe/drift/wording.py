"""What a language has to say the contrary of something, to deny it, or to name an office: the table `drift.toml`."""

from functools import cache
from typing import NamedTuple

import msgspec

from recoupe.lang import has, table
from recoupe.text import fold, stem


class Contrasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `drift.toml` of a language: see there."""

    negation: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()
    denials: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    tentative: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    open_fates: tuple[str, ...] = ()


class Words(NamedTuple):
    """The same, folded: stems of opposites as pairs without order, for each office the lists in which it stands, stems of the others."""

    negation: frozenset[str]
    negators: frozenset[str]
    opposites: frozenset[frozenset[str]]
    offices: dict[str, frozenset[int]]
    denials: frozenset[str]
    checks: frozenset[str]
    tentative: frozenset[str]
    again: frozenset[str]
    some: frozenset[str]
    members: frozenset[str]
    open_fates: frozenset[str]


@cache
def contrasts(language: str) -> Words | None:
    """The words of a language; None where it has no pack.

    >>> known = contrasts("fr")
    >>> "jamais" in known.negators, contrasts("xx") is None
    (True, True)
    """
    if not has(language, "drift"):
        return None
    known = table(language, "drift", Contrasts)
    offices: dict[str, set[int]] = {}
    for number, office in enumerate(known.offices):
        for word in office:
            offices.setdefault(fold(word), set()).add(number)
    return Words(
        negation=frozenset(map(fold, known.negation)),
        negators=frozenset(map(fold, known.negators)),
        opposites=frozenset(frozenset((stem(a, language), stem(b, language))) for a, b in known.opposites),
        offices={word: frozenset(numbers) for word, numbers in offices.items()},
        denials=frozenset(stem(word, language) for word in known.denials),
        checks=frozenset(stem(word, language) for word in known.checks),
        tentative=frozenset(map(fold, known.tentative)),
        again=frozenset(map(fold, known.again)),
        some=frozenset(map(fold, known.some)),
        members=frozenset(stem(word, language) for word in known.members),
        open_fates=frozenset(stem(word, language) for word in known.open_fates),
    )
