"""What is told several times in largely the same words: gathered, to be told once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache

from recoupe.briefing.desk import Desk
from recoupe.model import Claim, Span
from recoupe.text import fold, words

SHORT = 3
"""Words of fewer letters do not tell whether two statements are one."""


def content(claim: Claim) -> Span:
    """What is said, without who says it: the attribution's content where it is one run, else the clause."""
    attribution = claim.attribution
    if attribution is not None and attribution.content:
        return max(attribution.content, key=lambda s: (s.end - s.start, -s.start))
    return claim.span


def gathered(desk: Desk, claims: Iterable[Claim], key: Callable[[Claim], Hashable]) -> list[list[Claim]]:
    """`claims` of one key that share three fifths of the words of the shorter one, in the order of their first."""
    groups: list[tuple[frozenset[str], list[Claim]]] = []
    by_key: dict[Hashable, list[tuple[frozenset[str], list[Claim]]]] = defaultdict(list)
    for claim in claims:
        bag, near = _bag(desk.raw(content(claim))), by_key[key(claim)]
        group = next((members for other, members in near if 5 * len(bag & other) >= 3 * min(len(bag), len(other))), None)
        if group is None:
            near.append((bag, [claim]))
            groups.append(near[-1])
        else:
            group.append(claim)
    return [members for _, members in groups]


@lru_cache(maxsize=4096)
def _bag(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(folded[s:e] for s, e in words(folded) if e - s > SHORT) or frozenset((folded,))
