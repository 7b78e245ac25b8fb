"""Several who say one thing: whether "et" and a number or "un" bring in further speakers, or what somebody else is told of."""

import regex

from recoupe.claims.attribution import finite, speakers
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.numerals import NUMERAL, ROUGHLY
from recoupe.claims.attribution.page import Extent, Page

JOINED = regex.compile(rf" et (?:(?:{ROUGHLY}) )?(?:{NUMERAL}|\p{{N}}{{1,3}}|une?)(?: autres?)? (?P<noun>\p{{L}}[\p{{L}}-]++)")
AND = " et"
ONE = (" un", " une")
PARTED = regex.compile(r"[,;:.!?»”\"()\n]| (?:qui|dont) |$")
GOES_ON = regex.compile(r" (?:entre|(?<! (?:l[ae]|une|sa) )\p{L}{4,}(?:ée?|ue|ie)s?)(?!\p{L})")
"""What is told of the last of several speakers: "un comité de la ville [devenue le front entre l'armée et les milices]"."""
OTHER = regex.compile(r"(?<!\p{L})(?:selon|d'après|contre)(?!\p{L})")


def joined(page: Page, stop: regex.Match[str], limit: int) -> bool:
    """Whether "et" brings in further speakers, up to the next mark without a verb: "selon une source et deux habitants joints, ..."."""
    start = stop.start() - len(AND) * (stop.group() in ONE and page.text.endswith(AND, 0, stop.start()))
    hit = JOINED.match(page.text, start, limit) if page.text.startswith(f"{AND} ", start) else None
    mark = PARTED.search(page.text, hit.end(), limit) if hit else None
    if hit is None or mark is None:
        return False
    known, noun, rest = lexicon(page.language), hit["noun"], (hit.end(), mark.start())
    if (
        noun in known.words.befallen
        or not (known.words.somebody(noun) or page.mention_from(start + len(AND) + 1))
        or OTHER.search(page.text, *rest)
    ):
        return False
    return finite.verbless(page, rest, known)


MORE = regex.compile(
    r"(?:, (?:l[ea]s? |l'|une? |des |plusieurs |\p{Lu})[^,;:.!?«»()\n]{1,50}?){1,3}? et "
    r"(?:l[ea]s? |l'|une? |des |plusieurs |\p{Lu})[^,;:.!?«»()\n]{1,50}+(?=[,.;)\n]|$)"
)
"""Further speakers behind the first: "Selon la police[, les pompiers et le maire], ..."."""
PARTS = regex.compile(r", | et ")


def listed(page: Page, source: Extent, limit: int) -> Extent:
    """`source` with those who are listed behind it, if a clause of its own or nothing follows them: not "Selon le maire, Anne et Luc, deux
    élèves, sont perdus"."""
    hit = MORE.match(page.text, source[1], limit)
    words = lexicon(page.language)
    if hit is None or not speakers.speaks(page, source, words):
        return source
    starts = [m.end() for m in PARTS.finditer(page.text, *hit.span())]
    parts = zip(starts, [*(m.start() for m in PARTS.finditer(page.text, starts[0], hit.end())), hit.end()], strict=True)
    if not all(speakers.speaks(page, part, words) and finite.verbless(page, part, words) for part in parts):
        return source
    after = hit.end() + 2
    mark = PARTED.search(page.text, after, limit) if page.text.startswith(", ", hit.end()) else None
    return source if mark is not None and finite.verbless(page, (after, mark.start()), words) else (source[0], hit.end())


def closed(page: Page, start: int, end: int) -> int:
    """Where the last of several speakers ends who stand from `start` to `end`, less what is told of him."""
    hit = JOINED.search(page.text, start, end) if AND in page.text[start:end] else None
    more = GOES_ON.search(page.text, hit.end(), end) if hit else None
    return more.start() if more else end
