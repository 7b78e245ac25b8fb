"""Whose "on" it is: "Au ministère, on dément", "jure-t-on au gouvernorat"."""

import regex

from recoupe.claims.attribution import speakers
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page

BEFORE = regex.compile(
    r"(?:[Cc]ôté |[Dd]u côté (?:d(?:e |u |es |'))|(?:[ÀAà] (?=l)|[ÀA] |[Aa]ux? )(?!\p{N}|(?:total|final|soir|matin|midi|minuit|début|milieu"
    r"|cours|fil|terme|lendemain|moment|niveau|plan|titre|moins|ce|cette|date|l?'(?:heure|issue|échelle))(?!\p{L}))"
    r"|[Cc]hez |[Dd]ans (?=l'entourage )|[Ee]n (?=interne))(?P<who>[^,;:.]{0,60}), (?:l')?$"
)
"""Whose "on" it is, before it: not "au total, on", "au 15 mai, on"."""
BEHIND = regex.compile(
    r"(?:l')?on (?:(?:ainsi|aussi|encore|alors|même|également|toutefois|cependant|volontiers|\p{L}{4,18}ment) )?"
    r"(?:à |aux? |chez |du côté d(?:e |u |es |')|au sein d(?:e |u |es |')|en |dans (?=l'entourage))(?P<who>.+)",
    regex.IGNORECASE,
)
"""Whose it is, behind it."""
TOWN = regex.compile(r"[ÀA] \p{Lu}")
ON = frozenset(("on", "l'on"))
NEAR = 80
"""Characters before "on" in which its side stands."""


def before(page: Page, low: int, at: int) -> Extent | None:
    """Whose the "on" at `at` is by what stands before it, no further left than `low`: not "À Rennes, on", but "À Bercy, on"."""
    side = BEFORE.search(page.text, max(low, at - NEAR), at)
    if side is None or (TOWN.match(side.group()) and page.mention_from(side.start() + 2) is None):
        return None
    return side.span("who")


def side(page: Page, source: Extent) -> Extent | None:
    """Who speaks as "on", if that is somebody: of "on au gouvernorat" the governorate."""
    if not page.lower.startswith(("on", "l'on"), source[0]):
        return None
    if page.lower[slice(*source)] in ON:
        who = before(page, page.sentence_at(source[0])[0], source[0])
    else:
        there = BEHIND.fullmatch(page.text, *source)
        who = there.span("who") if there else None
    if who is None or speakers.speaks(page, who, lexicon(page.language)):
        return who
    return who if page.lower.startswith("chez ", who[0] - 5) and speakers.proper(page, who) else None
