"""A part that another text names by itself: after "23 interpellés, dont 19 placés en garde à vue", "19 toujours en garde à vue"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.crosschecks.cells import people
from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.shares import of_a_kind
from recoupe.crosschecks.signs import content
from recoupe.text import fold

HALF = 2
"""Of the words that name a part one in so many must stand beside the number again; "placés" need not."""


def named_again(counts: Sequence[Count], provenance: Provenance) -> list[Count]:
    """`counts`, those marked as a part that another text tells as one, in words that its whole has not.

    >>> named_again([], None)
    []
    """
    parts = list(_parts(counts, provenance))
    wholes = {part.claim.part_of for part, *_ in parts}
    free = [count for count in counts if parts and not count.part and count.claim.id not in wholes]
    found = {count: named for count in free if (named := _named(count, parts, provenance)) is not None}
    return [replace(count, part=True, named=found[count]) if count in found else count for count in counts]


Part = tuple[Count, Count, frozenset[str], str]
"""A part, its whole, and the words that name it and not the whole: as stems, and as they are written."""


def _named(count: Count, parts: Sequence[Part], provenance: Provenance) -> str | None:
    """The words of the part that a count names again."""
    near = [(words, named) for part, whole, words, named in parts if _again(count, part, whole)]
    clause = content(*_clause(count, provenance)) if near else frozenset[str]()
    return next((named for words, named in near if HALF * len(words & clause) >= len(words)), None)


def _parts(counts: Sequence[Count], provenance: Provenance) -> Iterator[Part]:
    by_claim = {count.claim.id: count for count in counts if not count.part}
    for part in counts:
        whole = by_claim.get(part.claim.part_of or "") if part.part else None
        if whole is not None and part.named and people(part) and not of_a_kind(part.quantity.unit):
            language = provenance.languages[part.report]
            words = content(part.named, language) - content(*_clause(whole, provenance))
            if words:
                yield part, whole, words, part.named


def _clause(count: Count, provenance: Provenance) -> tuple[str, str]:
    return fold(provenance.words(count.claim.span)), provenance.languages[count.report]


def _again(count: Count, part: Count, whole: Count) -> bool:
    """Of one fate in another report, and fewer than all."""
    fewer = (count.quantity.low or 0) < (whole.quantity.low or 0)
    return count.report != part.report and people(count) and count.quantity.role == part.quantity.role and fewer
