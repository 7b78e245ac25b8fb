"""Interviews whose lines nobody labels: a question, and what the one who was asked answers, up to the next question."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from recoupe.claims.attribution import extent, nominal
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.lexicon import forename, lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import ActorKind, Mention

LINE = regex.compile(r"(?m)^[ \t]*+(?P<said>(?P<dash>[–—―-] ?)?[^\n]++)$")
ASKING = regex.compile(r"(?<!\p{L})(?<!\brendez-)(?:vous|votre|vos|tu|ton|tes)(?!\p{L})", regex.IGNORECASE)
"""Words of a question that is put to somebody."""
OWN = regex.compile(r"(?<![\p{L}-])(?:je|j'|m'|moi|nous|notre|nos|mon|ma|mes)(?!\p{L})", regex.IGNORECASE)
"""Words of somebody who speaks for himself."""
MARK = regex.compile(
    r"(?<!\p{L})(?:propos recueillis|interview|entretien(?= avec|\.|\s*$)|questions? (?:à|au|aux)(?= (?-i:\p{Lu}))"
    r"|répond(?:u|ait)? à nos questions|nous (?:a|ont) répondu)(?!\p{L})",
    regex.IGNORECASE | regex.MULTILINE,
)
"""What says that somebody was asked."""
BYLINE = regex.compile(r"(?<!\p{L})par $", regex.IGNORECASE)
"""Before who put the questions."""
INTRODUCED = regex.compile(
    r"(?<!\p{L})(?P<title>(?:l[ea] )?(?:Dre?|Pre?|Me|Mme|M\.|docteure?|professeure?|maître|père|sœur) )?+"
    r"(?P<name>\p{Lu}\p{Ll}[\p{L}'-]*+ (?:(?:de|du|d'|van|von|ben|al|el) )?\p{Lu}\p{L}[\p{L}'-]*+)"
)
"""Somebody by a first and a family name, with his title."""
LEAST = 2
"""Questions of an interview."""
LONGEST = 320
"""Characters of a question."""
MARKED = ("«", "“", '"')
RULE = "attribution/fr/dialogue_carried"


def answers(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """What is answered in an interview without labels, but for quotations that are told to be somebody's."""
    if "?" not in page.text:
        return
    lines = [hit for hit in LINE.finditer(page.text) if hit["said"].strip()]
    asked = _questions(lines)
    told = [_answer(lines, n + 1, stop) for n, stop in pairwise([*asked, len(lines)])]
    if len(asked) < LEAST or not _interview(page, [lines[n]["said"] for n in asked], [page.text[slice(*t)] for t in told]):
        return
    speaker = _speaker(page, lines[asked[0]].start())
    for n, said in zip(asked, told, strict=True):
        quote = page.quote_at(said[0])
        content = quote if quote is not None and quote[0] == said[0] else extent.closed(page, said)
        if content is not quote or not any(overlap(c, quote) for f in found for c in f.content):
            clause = lines[n].start(), said[1]
            yield Found(rule=RULE, cue=(lines[n].end() - 1, lines[n].end()), source=speaker, content=(content,), clause=clause)


def _questions(lines: "Sequence[regex.Match[str]]") -> list[int]:
    """The lines that ask, of which the last line is none: by their mark, by whom they speak to, or before an answer behind a dash."""
    asked: list[int] = []
    for n, (line, after) in enumerate(pairwise(lines)):
        said = line["said"].rstrip(' »"”')
        answers = asked[-1:] == [n - 1]
        if len(said) > LONGEST or said.startswith(MARKED):
            continue
        in_turn = line["dash"] is not None and after["dash"] is not None and not answers and asked
        if said.endswith("?") or in_turn or (not answers and said.endswith(("...", "…")) and ASKING.search(said)):
            asked.append(n)
    return asked


def _answer(lines: "Sequence[regex.Match[str]]", start: int, stop: int) -> Extent:
    """The lines of an answer; of the last one, those on which he goes on to speak of himself."""
    end = start
    while end + 1 < stop and (stop < len(lines) or (lines[end + 1]["dash"] is None and OWN.search(lines[end + 1]["said"]))):
        end += 1
    first = lines[start]
    return first.start("said") + len(first["dash"] or ""), lines[end].end()


def _interview(page: Page, questions: Sequence[str], told: Sequence[str]) -> bool:
    """Whether questions are put to somebody who answers for himself: not "Que sait-on ?" with what the outlet knows."""
    put = sum(ASKING.search(q) is not None for q in questions)
    own = sum(OWN.search(t) is not None for t in told)
    if 2 * put >= len(questions):
        return 4 * own >= len(told)
    return (put > 0 or MARK.search(page.text) is not None) and 2 * own >= len(told)


def _speaker(page: Page, start: int) -> Extent | None:
    """Who was asked: the person named most in what stands before the first question, the first of several."""
    people = [m for m in page.mentions_in(0, start) if _person(page, m)]
    count = Counter(m.actor.id for m in people)
    most = max(people, key=lambda m: (count[m.actor.id], -m.span.start), default=None)
    return (most.span.start, most.span.end) if most is not None else _introduced(page, start)


def _introduced(page: Page, end: int) -> Extent | None:
    """Who is named in full before the first question, though no mention is known there: "la Dre Anne Roy tire la sonnette d'alarme"."""
    known = lexicon(page.language).names
    for hit in INTRODUCED.finditer(page.text, 0, end):
        name = hit["name"]
        signs = BYLINE.search(page.text, max(0, hit.start() - 16), hit.start())
        if signs is None and page.quote_at(hit.start()) is None and (hit["title"] or known.is_first(forename(name))):
            return hit.span()
    return None


def _person(page: Page, mention: Mention) -> bool:
    """Whether a mention is somebody by his name, outside quotations, who does not sign the interview."""
    name = mention.actor.name
    words = page.text[mention.span.start : mention.span.end]
    whole = (" " in name or words != name) and nominal.NAME.fullmatch(name) is not None and name.rpartition(" ")[2] in words
    somebody = mention.actor.kind is ActorKind.PERSON or lexicon(page.language).names.is_first(forename(name))
    signs = BYLINE.search(page.text, max(0, mention.span.start - 16), mention.span.start)
    return whole and somebody and signs is None and page.quote_at(mention.span.start) is None
