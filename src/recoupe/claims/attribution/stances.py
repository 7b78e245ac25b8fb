"""What somebody says by the way he stands to it: "L'ingénieure est formelle : le pont tiendra"."""

from collections.abc import Iterator
from functools import cache

import regex

from recoupe.claims.attribution import beside, extent, nominal, papers, sources, speakers
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.lexicon import lexicon as lexicon_of
from recoupe.claims.attribution.page import Extent, Page

SHE = regex.compile(r"(?:Elles?|Ils) $")
"""A pronoun that is somebody: "il est clair" may be nobody."""

REACH = 80
"""Characters before a colon in which such words stand."""

BESIDES = regex.compile(r", (?:lui|elle|eux|elles|de son côté|pour sa part|quant à (?:lui|elle)),? $")
"""What sets somebody beside others, before his verb."""


@cache
def _stance(language: str) -> regex.Pattern[str]:
    stems = "|".join(sorted(lexicon_of(language).words.stances, key=len, reverse=True))
    return regex.compile(
        r"(?<=[ ,])(?P<cue>(?:est|sont|était|étaient|(?:rest|demeur)(?:e|ent|ait|aient)"
        r"|se (?:veu(?:t|lent)|voul(?:ait|aient)|montre(?:nt)?)|s(?:'est|e sont) (?:voulu|montré)e?s?) "
        rf"(?:(?:très|plus|assez|aussi|tout|\p{{L}}{{4,16}}ment) )?(?:{stems})(?:e|le|te|ve|se|ère)?s?) ?: (?=[^ «“\"\n])"
    )


def told(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """The clauses behind a colon before which somebody is said to be sure, reassuring or worried."""
    for hit in _stances(page):
        low, high = page.sentence_at(hit.start())
        if page.quote_at(hit.start()) is not None or "\n" in page.text[low : hit.end()]:
            continue
        source = _source(page, low, hit.start("cue"), lexicon)
        content = extent.clause(page, hit.end(), max(high, hit.end()))
        if source is not None and content[0] < content[1]:
            yield Found(rule="attribution/fr/stance", cue=hit.span("cue"), source=source, content=(content,), clause=(low, high), open=True)


def _stances(page: Page) -> "Iterator[regex.Match[str]]":
    """Such words, looked for before each colon."""
    low, colon = 0, page.text.find(":")
    while colon >= 0:
        hit = _stance(page.language).search(page.text, max(low, colon - REACH), colon + len(": P"))
        if hit is not None:
            yield hit
        low, colon = colon + 1, page.text.find(":", colon + 1)


def _source(page: Page, low: int, cue: int, lexicon: Lexicon) -> Extent | None:
    """The subject of the clause, if that is somebody and no paper."""
    if (she := SHE.search(page.text, low, cue)) is not None:
        return she.start(), cue - 1
    low = beside.led_in(page, low, cue)
    besides = BESIDES.search(page.text, low, cue)
    end = besides.start() if besides else cue
    found = beside.subject_of(page, (low, end), lexicon) or sources.trimmed(page.text, (low, end))
    if (
        nominal.PRONOUN.fullmatch(page.text, *found)
        or not speakers.describes(page.text[slice(*found)].partition(", ")[0])
        or not speakers.speaks(page, found, lexicon)
    ):
        return None
    return found if papers.is_somebody(page, found) and not papers.is_paper(page, found) else None
