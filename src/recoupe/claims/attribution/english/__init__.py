"""Attribution relations of English reports: the frames of the language; actors, nesting and records are those of every language."""

from collections.abc import Iterator
from itertools import pairwise

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.english.contents import LONG
from recoupe.claims.attribution.english.cues import cues
from recoupe.claims.attribution.english.frames import relation
from recoupe.claims.attribution.english.hearsay import according, headed, rumoured
from recoupe.claims.attribution.english.words import TABLE, saying
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.page import Extent, Page

__all__ = ["TABLE", "found"]

JOINT = regex.compile(r"(?r)(?:,? (?:and|but|while|whereas|then) |, )$")
FAR = 400
"""Characters behind what somebody said in which he goes on in a quotation of its own."""


def found(page: Page) -> list[Found]:
    """All that the frames find, in the order of the cues."""
    known = saying(page.language)
    told: list[Found] = []
    for cue in cues(page, known):
        if (one := relation(page, cue, _speaking(told), known)) is not None:
            told.append(one)
    told = _apart([*told, *according(page, known), *headed(page), *rumoured(page, known, told)])
    told = [_ended(page, one, told) for one in told]
    return [*told, *_carried(page, told)]


def _speaking(told: list[Found]) -> Found | None:
    """Who may go on by a further verb: the last who spoke, or who told his words: "She said Oslo regretted it but [added]"."""
    last = told[-1] if told else None
    for one in reversed(told[-3:-1]):
        if last is not None and one.source is not None and any(a <= last.cue[0] < b for a, b in one.content) and one.cue[1] <= last.cue[0]:
            last = replace(one, cue=(one.cue[0], last.cue[1]))
    return last


def _apart(told: list[Found]) -> list[Found]:
    """One relation a cue: of two whose cues overlap the first stays."""
    kept: list[Found] = []
    for one in sorted(told, key=lambda f: (f.cue, f.rule)):
        if not kept or not overlap(kept[-1].cue, one.cue):
            kept.append(one)
    return kept


ON = ("/joined", "/gerund", "/clause", "/that", "/noun_phrase", "/quote")
"""Ends of the rules of what may stand behind what another verb of the sentence leads to."""


def _ended(page: Page, one: Found, told: list[Found]) -> Found:
    """What somebody says ends where the next verb of the same subject begins, or where another one speaks behind a comma."""
    start, end = one.content[-1]
    for other in told:
        head = other.cue[0] if other.rule.endswith(("/joined", "/gerund")) or other.source is None else min(other.cue[0], other.source[0])
        behind = one.cue[1] <= start < head < end and other.rule.endswith(ON) and page.quote_at(head) is None
        if behind and (joint := _joint(page, start, head)) is not None:
            content = extent.closed(page, (start, joint))
            return replace(one, content=(*one.content[:-1], content)) if content[0] < content[1] else one
    return one


def _joint(page: Page, start: int, head: int) -> int | None:
    """Where the comma or the conjunction stands right before `head`."""
    led = JOINT.search(page.text, start, head)
    return led.start() if led is not None and led.start() > start else None


def _carried(page: Page, told: list[Found]) -> Iterator[Found]:
    """Quotations of a sentence that stand alone, right behind what somebody was said to say: he goes on."""
    taken = [content for one in told for content in one.content]
    ends = sorted((max(one.cue[1], *(b for _, b in one.content), one.source[1] if one.source else 0), one.cue[0]) for one in told)
    spoken = {one.cue[0] for one in told if one.source is not None}
    quotes: tuple[Extent, ...] = page.quotes
    last = None
    for before, quote in pairwise(((0, 0), *quotes)):
        if any(overlap(quote, content) for content in taken) or quote[1] - quote[0] < LONG or not _alone(page, quote):
            continue
        near = [at for end, at in ends if end <= quote[0] + 1 and quote[0] - end < FAR and at in spoken]
        between = page.text[max((e for e, a in ends if near and a == near[-1]), default=0) : quote[0]] if near else ""
        on = bool(near) and not between.strip(' .,\n”"') if near else False
        again = last is not None and last == before and not page.text[before[1] : quote[0]].strip()
        in_paragraph = bool(near) and "\n" not in between and between.count(". ") <= 1
        if on or again or in_paragraph:
            last = quote
            yield Found(rule="attribution/en/carried", cue=(quote[0], quote[0] + 1), content=(quote,), clause=quote, carried=True)


def _alone(page: Page, quote: Extent) -> bool:
    """Whether a quotation is a sentence of its own."""
    sentence = page.sentence_at(quote[0])
    return sentence[0] >= quote[0] - 1 and page.sentence_at(quote[1] - 1)[1] <= quote[1] + 1
