"""What a report quotes from something written: "« ... », peut-on lire dans le rapport", "le texte est clair : « ... »"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import extent, sources
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

READ = regex.compile(
    r"(?<=[,»”\"!?…] )(?P<cue>(?:peut|pouvait|pourra)-on (?:y |notamment )?lire|lit-on|lisait-on|a-t-on pu lire"
    r"|est-il (?:écrit|indiqué|précisé)"
    r"|était-il (?:écrit|indiqué))(?: \p{L}{4,16}ment)?+ (?:(?:dans|sur|en tête de|à la une de) "
    r"|(?P<page>(?:à la |en )?pages? \p{N}++)(?: (?:de |d(?:u|es) )?)?)"
)
LED = regex.compile(r" ?: ?(?=[«“\"])")
LEGIBLE = ("-on ", "est-il ", "était-il ")
"""One of these must be there."""
HEARD = regex.compile(r"(?<=[,(–—] )(?P<cue>paraît-il|dit-on|à ce qu'(?:on dit|il paraît))(?= ?[,).;–—]| [–—])")
"""What the outlet has heard from nobody in particular."""
HEARSAY = ("paraît-il", "dit-on", "à ce qu'")
"""One of these must be there."""


def rumours(page: Page) -> Iterator[Found]:
    """ "l'usine serait vendue, paraît-il": what stands around it, which nobody is named for."""
    for hit in HEARD.finditer(page.text) if any(words in page.text for words in HEARSAY) else ():
        low, high = page.sentence_at(hit.start())
        left = extent.before(page, low, hit.start())
        if page.quote_at(hit.start()) is not None or left[0] >= left[1]:
            continue
        right = extent.clause(page, min(hit.end() + 1, high), high)
        content = tuple(c for c in (left, right) if c[0] < c[1])
        yield Found(
            rule="attribution/fr/rumour", cue=hit.span("cue"), content=content, clause=(low, high), modality=Modality.HEARSAY, open=True
        )


def readings(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """The sentence up to the cue; the paper, placard or site is the source."""
    for hit in READ.finditer(page.text) if any(words in page.text for words in LEGIBLE) else ():
        low, high = page.sentence_at(hit.start())
        source = sources.following(page, hit.end(), high, lexicon)
        content = extent.before(page, low, hit.start())
        if (source or hit["page"]) and content[0] < content[1] and page.quote_at(hit.start()) is None:
            told = (content, *_cited(page, source[1] if source else hit.end()))
            yield Found(rule="attribution/fr/read", cue=hit.span("cue"), source=source, content=told, clause=(low, high), open=True)


def _cited(page: Page, end: int) -> tuple[Extent, ...]:
    """What is quoted of it behind a colon: "peut-on lire dans l'avis : « ... »"."""
    mark = LED.match(page.text, end)
    quote = page.quote_at(mark.end()) if mark else None
    return (extent.closed(page, quote),) if quote is not None and mark is not None and quote[0] == mark.end() else ()
