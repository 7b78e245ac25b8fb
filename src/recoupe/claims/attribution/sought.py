"""What is told by a participle or a bracket alone: "dix ans de prison requis contre X", "1 100 manifestants (police)"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from recoupe.claims.attribution import extent, finite
from recoupe.claims.attribution.closed import HAVE
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import COUNT, ROUGHLY
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
COUNTED = regex.compile(rf"(?:{ROUGHLY} )?\p{{N}}(?:[\p{{N}} .]|'(?=\p{{N}}{{3}})){{0,12}}+(?:\p{{L}}[^,;:.!?()«»\n]{{2,40}}?)? ?$")
SIGNED = regex.compile(r" \((?P<source>(?:les? |la |l')?(?P<who>\p{L}[\p{L}' -]{1,40}+))\)")
"""Who gives a count, in a bracket behind it: "1 100 (police)"; the first word tells, or all of it."""
CLOSES = regex.compile(r"\.? ?(?:\n|$)|\.(?= )")
NUMBER = regex.compile(COUNT)
NAMED = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}[\p{L}'-]*+ \p{Lu}\p{L}[\p{L}'-]*+$")
"""A first name and a family name."""
BESIDE = regex.compile(r"(?<!\p{L})(?:selon|d'après)(?!\p{L})|[«“\"]", regex.IGNORECASE)
"""Somebody else says something in the sentence as well."""
FAR = 80
"""Characters before a bracket in which the count stands."""


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


def counts(page: Page, lexicon: Lexicon, found: Sequence[Found]) -> Iterator[Found]:
    """ "entre 1 100 (police) et 2 300 (organisateurs)": each count by whoever stands in the bracket; all of a sentence that one closes."""
    if "(" not in page.text:
        return
    spoken = sorted(one.cue[0] for one in found)
    signed = [hit for hit in SIGNED.finditer(page.text) if _counts(page, hit, lexicon)]
    alone = Counter(page.sentence_at(hit.start()) for hit in signed)
    for hit in signed:
        low, high = clause = page.sentence_at(hit.start())
        whole = alone[clause] == 1 and bisect_left(spoken, low) == bisect_left(spoken, high) and _closes(page, hit, low)
        counted = None if whole else COUNTED.search(page.text, max(low, hit.start() - FAR), hit.start())
        start, end = hit.span("source")
        if whole:
            content = extent.before(page, low, hit.start())
        elif counted is not None:
            content = extent.closed(page, counted.span())
        else:
            continue
        yield Found(
            rule="attribution/fr/count_signed", cue=(start - 1, start), source=(start, end), content=(content,), clause=clause, open=True
        )


def _counts(page: Page, hit: "regex.Match[str]", lexicon: Lexicon) -> bool:
    """Whether what stands in a bracket counts: "(police)", not what somebody named before is: "Jean Roux (maire)"."""
    counter = not lexicon.words.counters.isdisjoint((hit["who"], hit["who"].split(" ")[0]))
    return counter and NAMED.search(page.text, max(0, hit.start() - FAR), hit.start()) is None


def _closes(page: Page, hit: "regex.Match[str]", low: int) -> bool:
    """Whether a bracket closes a sentence with a number that nobody else says."""
    if not CLOSES.match(page.text, hit.end()) or BESIDE.search(page.text, low, hit.start()):
        return False
    return NUMBER.search(page.text, low, hit.start()) is not None
