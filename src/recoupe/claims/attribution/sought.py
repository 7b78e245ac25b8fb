"""What is told by a participle or a bracket alone: "dix ans de prison requis contre X", "1 100 manifestants (police)"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import extent, finite
from recoupe.claims.attribution.closed import HAVE
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import ROUGHLY
from recoupe.claims.attribution.page import Page
from recoupe.model import Modality

SOUGHT = regex.compile(
    r"(?<=[ ,])(?P<cue>(?:(?:a|ont|avait|avaient) été |est |sont |était |étaient )?requis(?:es?)?)(?!\p{L}| par )", regex.IGNORECASE
)
PENALTY = regex.compile(
    r"(?<!\p{L})(?:ans?|mois|perpétuité|prison|réclusion|relaxe|acquittement|amende|sursis|internement|détention)(?!\p{L})",
    regex.IGNORECASE,
)
"""What a prosecutor asks for; nobody else is meant by "requis": not "les documents requis"."""
LEAD = regex.compile(r"(?r)(?: ?: |; |[–—] )")
COUNTED = regex.compile(
    rf"(?P<count>(?:{ROUGHLY} )?\p{{N}}(?:[\p{{N}} .]|'(?=\p{{N}}{{3}})){{0,12}}+(?:\p{{L}}[^,;:.!?()«»\n]{{2,40}}?)?) ?"
    r"\((?P<source>(?:les? |la |l')?(?P<who>\p{L}[\p{L}' -]{1,30}+))\)"
)
"""A count and who gives it, in a bracket behind."""


def penalties(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """ "Procès Roy : dix ans de prison requis": the penalty, whoever asked for it."""
    for hit in SOUGHT.finditer(page.text) if "requis" in page.lower else ():
        low, high = page.sentence_at(hit.start())
        lead = LEAD.search(page.text, low, hit.start())
        what = extent.closed(page, (lead.end() if lead else low, hit.start()))
        words = page.lower[slice(*what)].split(" ")
        active = words[-1] in HAVE or words[-1].endswith("'")  # "le parquet a requis"
        if (
            active
            or page.quote_at(hit.start()) is not None
            or not PENALTY.search(page.text, *what)
            or not finite.verbless(page, what, lexicon)
        ):
            continue
        yield Found(rule="attribution/fr/sought", cue=hit.span("cue"), content=(what,), clause=(low, high), modality=Modality.DEMAND)


def counts(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """ "entre 1 100 (police) et 2 300 (organisateurs)": each count by whoever stands in the bracket."""
    for hit in COUNTED.finditer(page.text) if "(" in page.text else ():
        if hit["who"].split(" ")[0] not in lexicon.words.counters:
            continue
        start, end = hit.span("source")
        content = (extent.closed(page, hit.span("count")),)
        clause = page.sentence_at(hit.start())
        yield Found(
            rule="attribution/fr/count_signed", cue=(start - 1, start), source=(start, end), content=content, clause=clause, open=True
        )
