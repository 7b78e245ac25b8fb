"""Several who say one thing: whether "et" and a number bring in further speakers, or what somebody else is told of."""

import regex

from recoupe.claims.attribution import finite
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.numerals import NUMERAL, ROUGHLY
from recoupe.claims.attribution.page import Page

JOINED = regex.compile(rf" et (?:(?:{ROUGHLY}) )?(?:{NUMERAL}|\p{{N}}{{1,3}})(?: autres)? (?P<noun>\p{{Ll}}[\p{{L}}-]++)")
PARTED = regex.compile(r"[,;:.!?»”\"()\n]|$")
OTHER = regex.compile(r"(?<!\p{L})(?:selon|d'après|contre)(?!\p{L})")


def joined(page: Page, stop: regex.Match[str], limit: int) -> bool:
    """Whether "et" brings in further speakers, up to the next mark without a verb: "selon une source et deux habitants joints, ..."."""
    hit = JOINED.match(page.text, stop.start(), limit) if stop.group().startswith(" et ") else None
    mark = PARTED.search(page.text, hit.end(), limit) if hit else None
    if hit is None or mark is None:
        return False
    words = lexicon(page.language)
    if hit["noun"] in words.words.befallen or not words.words.somebody(hit["noun"]) or OTHER.search(page.text, hit.end(), mark.start()):
        return False
    return finite.verbless(page, (hit.end(), mark.start()), words)
