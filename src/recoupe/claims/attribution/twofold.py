"""Two in one sentence, each beside what he says: "trois trains sont annulés, selon la gare, et un quai est fermé, dit un agent"."""

from itertools import pairwise

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.page import Extent, Page

BESIDE = ("/selon", "/incise")
"""Ends of the rules of those."""

NEAR = 3
"""Characters between what somebody says and the cue behind it: a comma."""

AND = regex.compile(r", (?=(?:et|mais|tandis que|alors que) (?!non )[^,;]{8})")
"""Before the second of two clauses."""


def parted(page: Page, found: list[Found]) -> list[Found]:
    """Each with what stands before him alone."""
    made = dict(enumerate(found))
    ordered = sorted((n for n, one in made.items() if one.source is not None and one.rule.endswith(BESIDE)), key=lambda n: made[n].cue)
    for a, b in pairwise(ordered):
        if made[a].clause == made[b].clause and page.quote_at(made[b].content[0][0]) is None:
            made[a], made[b] = _each(page, made[a], made[b])
    return list(made.values())


def _each(page: Page, first: Found, second: Found) -> tuple[Found, Found]:
    """Two that follow one another in a sentence: what stands between them is the second's, if it is a clause behind a conjunction."""
    told = _behind(first)
    low = max(first.cue[1], first.source[1]) if first.source else first.cue[1]
    last = second.content[-1]
    if not low < last[1] <= second.cue[0] <= last[1] + NEAR or len(first.content) > 2:
        return first, second
    bracketed = page.text.rfind("(", low, last[0]) > page.text.rfind(")", low, last[0])  # "selon la mairie, 700 à Metz (200 selon X)"
    if told is None or bracketed:
        return first, second
    if first.content[0][1] <= first.cue[0]:
        return replace(first, content=first.content[:1]), replace(second, content=(extent.closed(page, (told[0], last[1])),))
    joints = [hit.end() for hit in AND.finditer(page.text, told[0], last[1])]
    if len(joints) != 1 or told[1] < last[1]:
        return first, second
    own = extent.closed(page, (told[0], joints[0] - 2)), extent.closed(page, (joints[0], last[1]))
    return replace(first, content=own[:1]), replace(second, content=own[1:])


def _behind(one: Found) -> Extent | None:
    """What somebody says behind his name, too."""
    return next((c for c in one.content if c[0] >= one.cue[1]), None)
