"""Tolls with whose they are: behind a label ("Bilan communiqué par le Samu : 2 morts"), in a list below it, as what they amount to."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from recoupe.claims.attribution import extent, nominal, papers, sources, speakers
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import AMOUNTING, COUNT, NUMERAL, ROUGHLY
from recoupe.claims.attribution.page import Extent, Page

NOUNS = ("bilan", "décompte", "point de situation", "comptage")
LABEL = regex.compile(
    r"(?<=^|[\n.!?»] ?)(?:[-–—•*] ?)?(?:c'est |voici )?(?:(?:le|un|ce) )?(?:(?:premier|dernier|nouveau) )?"
    rf"(?P<noun>{'|'.join(NOUNS)})"
    r"(?: (?!communiqu|donn|fourni|transmis|établi|publi|diffus|dress|annonc|arrêt|compil|d[eu]s? )\p{L}{4,12}+){0,2}"
    r"(?: de (?:la|cette) (?:saison|journée|semaine|nuit|campagne|année))?"
    rf",? (?:(?:communiqué|donné|fourni|transmis|établi|publié|diffusé|dressé|annoncé|arrêté|tenu|compilé)"
    rf"(?:{nominal.WHEN}| au \p{{N}}{{1,2}}(?:er)? \p{{L}}{{3,9}}+(?: \p{{N}}{{4}})?)? par |du |des |de (?=l[a'])|d')"
    rf"(?P<source>[^,;:.!?«»()\n]{{2,60}}?)(?:{nominal.WHEN})? ?:\s",
    regex.IGNORECASE,
)
"""A label at the head of a line or sentence, up to its colon."""
POINTED = regex.compile(
    r", c'est (?:là )?(?:l[ea] |l'|une? )(?:(?:premi|derni)(?:er|ère) |nouve(?:au|lle) )?"
    rf"(?P<noun>{'|'.join(NOUNS)}|chiffre|estimation)(?: (?:provisoire|officielle?|définiti(?:f|ve)))?"
    r" (?:(?:donn|avanc|fourni|établi|publi|annonc|communiqu)ée? par |du |des |de (?=l[a'])|d')"
    r"(?P<source>[^,;:.!?«»()\n]{2,60}+)(?=[.,;!?]|$)",
    regex.IGNORECASE,
)
"""What says behind a count whose it is: "22 morts, c'est le dernier chiffre de la mairie"."""
AMOUNTS = regex.compile(
    rf"(?<!\p{{L}})l(?:es? |a |')(?:(?:premi|derni)(?:er|ère) |nouve(?:au|lle) )?(?P<noun>{'|'.join(NOUNS)}|chiffre|estimation)"
    rf"(?:(?: (?!d[eu]s? )\p{{L}}{{4,14}}+){{0,2}} (?:du |des |de (?=l[a'])|d'(?!affaires))|[^,;:.!?«»()\n]{{0,60}}?,? {papers.GIVEN})"
    r"(?P<source>[^,;:.!?«»()\n]{2,60}?),? "
    rf"(?:{AMOUNTING})(?: \p{{L}}{{4,16}}){{0,2}} (?:de |d'|à )?(?P<count>{COUNT})",
    regex.IGNORECASE,
)
"""A count told as what somebody's toll amounts to: "Le dernier bilan de la préfecture est de 12 morts"."""
FIRST = regex.compile(
    rf"\s{{0,6}}+(?:(?:[-–—•*] ?)?(?:{COUNT}|aucune? |une? )|[-–—•*] ?[^:\n]{{2,60}}+: ?(?:{COUNT}|aucune?(?!\p{{L}})))", regex.IGNORECASE
)
"""How what is counted begins: "12 morts", "- Disparus : 1"."""
ITEM = regex.compile(r"\s{0,6}+[-–—•*] ?(?P<item>[^\n]{2,200})")


def labelled(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """The counts behind each label that says whose toll it is, and those before what says so."""
    for told in POINTED.finditer(page.text) if ", c'est " in page.text else ():
        low, _ = page.sentence_at(told.start())
        if FIRST.match(page.text, low):
            yield from _toll(page, told, (extent.closed(page, (low, told.start())),), lexicon)
    for told in AMOUNTS.finditer(page.text):
        _, high = page.sentence_at(told.start())
        yield from _toll(page, told, (extent.clause(page, told.start("count"), high),), lexicon)
    for told in LABEL.finditer(page.text) if any(noun in page.lower for noun in NOUNS) else ():
        if FIRST.match(page.text, told.end()):
            yield from _toll(page, told, _counts(page, told.end()), lexicon)


def _toll(page: Page, told: "regex.Match[str]", content: tuple[Extent, ...], lexicon: Lexicon) -> Iterator[Found]:
    """What is counted, if it is somebody's: of "le bilan de la tempête" no one tells it."""
    source = sources.trimmed(page.text, told.span("source"))
    if papers.is_somebody(page, source) and speakers.speaks(page, source, lexicon):
        cue = told.span("noun")
        yield Found(rule="attribution/fr/toll", cue=cue, source=source, content=content, clause=page.sentence_at(cue[0]))


NUMBER = r"\p{N}(?:\p{N}|[ .,](?=\p{N})){0,14}+(?: ?%)?"
SIDE = regex.compile(
    r"(?<=^|[\n.!?(;,] ?)(?:[-–—•*] ?)?"
    r"(?P<source>(?:l[ea]s? |l')?(?P<head>\p{L}[\p{L}'-]{1,20}+)(?: (?!est|sont|a |ont )[\p{L}'-]{2,20}+){0,3}?) ?: "
    rf"(?P<count>(?:(?:{ROUGHLY}) )?(?:{NUMBER}|{NUMERAL})(?: [\p{{L}}'’-]{{2,20}}){{0,4}}?)(?=\.?(?:[ \n;,)]|$))",
    regex.IGNORECASE,
)
"""Who counts, before a colon and the count: "Police : 3.000"."""
DIALLED = 2
"""Digits of a number that is only called: "Police : 17. Pompiers : 18"."""
BESIDE = 80
"""Characters between two such, fewer: "Police : 3.000. Syndicats : 9.000"."""


def sides(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """The counts of two or more that each stand behind who gives them, in a row."""
    found = SIDE.finditer(page.text) if page.text.count(" : ") > 1 else ()
    counters = lexicon.words.counters
    hits = [hit for hit in found if len(hit["count"]) > DIALLED and not counters.isdisjoint((hit["head"], hit["head"].lower()))]
    near = [two.start() - one.end() < BESIDE for one, two in pairwise(hits)]
    for hit, before, behind in zip(hits, [False, *near], [*near, False], strict=False):
        if before or behind:
            source, content = hit.span("source"), extent.closed(page, hit.span("count"))
            yield Found(rule="attribution/fr/toll", cue=source, source=source, content=(content,), clause=page.sentence_at(source[0]))


def _counts(page: Page, at: int) -> tuple[Extent, ...]:
    """What stands behind a label: the rest of its line, or the items below it."""
    items: list[Extent] = []
    while item := ITEM.match(page.text, at):
        items.append(item.span("item"))
        at = item.end()
    if items:
        return tuple(extent.closed(page, each) for each in items)
    while page.text[at].isspace():
        at += 1
    return (extent.closed(page, (at, page.sentence_at(at)[1])),)
