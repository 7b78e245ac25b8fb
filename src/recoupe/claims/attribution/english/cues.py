"""Verbs of saying in an English text, outside quotations, each with its auxiliaries and adverbs."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from recoupe.claims.attribution.english.words import Verb, Words
from recoupe.claims.attribution.page import Page
from recoupe.claims.grammar.inflection import FormKind

BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
NOT = regex.compile(r"(?<!\p{L})(?:not|never|cannot)(?!\p{L})|n't(?!\p{L})")
BEFORE = regex.compile(r"(?r)(?P<word>[\p{L}\p{N}'’%-]+) $")
OPENS = regex.compile(r" ?(?:that|the|an?|no|at least|more than|its|his|her|their|\p{N}|responsibility|[“\"]|:)(?!\p{L})|[.,]")
"""What follows a verb whose form may be a noun."""


class Cue(NamedTuple):
    """A verb of saying where it stands: `outer` is where its auxiliaries begin, `start` the verb, `end` behind its particle."""

    outer: int
    start: int
    end: int
    verbs: tuple[Verb, ...]
    gerund: bool = False
    passive: bool = False
    helper: int = 0  # where its first auxiliary begins, or the verb: an adverb before them is no part of the cue
    subject: int = 0  # where its subject ends, if not right before it


def cues(page: Page, words: Words) -> Iterator[Cue]:
    """The cues of a page, in order; neither nouns nor infinitives nor what somebody is said not to say."""
    for hit in words.cue.finditer(page.lower):
        if page.quote_at(hit.start()) is None and (cue := _cue(page, hit, words)) is not None:
            yield cue


def _cue(page: Page, hit: "regex.Match[str]", words: Words) -> Cue | None:
    form, text = hit["form"], page.lower
    if page.text[hit.start()].isupper() and hit.start() > 0 and page.text[hit.start() - 1] == " ":
        return None
    group = words.group.match(text, 0, hit.start())
    outer = group.start() if group is not None else hit.start()
    helped = text[outer : hit.start()].split()
    kinds = words.kinds[form]
    gerund, passive = FormKind.INFINITIVE in kinds, FormKind.PARTICIPLE in kinds and not BE.isdisjoint(helped)
    said = BEFORE.search(text, max(0, outer - 40), outer)
    before = said["word"] if said else ""
    denied = NOT.search(text, outer, hit.start()) is not None
    if before in {"to", "without", "by"} or (gerund and before in words.lists.determiners):
        return None
    if form in words.lists.nouns and not helped and not _is_verb(page, hit, before, words):
        return None
    if not helped and before in words.lists.determiners - words.lists.alone:
        return None
    tailed = [(v, v.tail) for v in words.verbs[form] if text.startswith(f" {v.tail}", hit.end()) and v.tail]
    verbs = tuple(v for v, _ in tailed) or tuple(v for v in words.verbs[form] if not v.tail)
    verbs = tuple(v for v in verbs if ("denied" in v.frames) is denied)
    end = hit.end() + (1 + len(tailed[0][1]) if tailed else 0)
    return Cue(outer, hit.start(), end, verbs, gerund, passive, _helper(text, outer, hit.start(), words)) if verbs else None


def _helper(text: str, outer: int, start: int, words: Words) -> int:
    """Behind the adverbs with which a verb group begins."""
    at = outer
    for word in text[outer:start].split():
        if word not in words.lists.adverbs:
            break
        at += len(word) + 1
    return at


def _is_verb(page: Page, hit: "regex.Match[str]", before: str, words: Words) -> bool:
    """Whether a form that is a noun as well is a verb here: "unions claim that", not "the claim that"."""
    lists = words.lists
    if before in lists.determiners or before in lists.prepositions or before in lists.verbs or not before:
        return False
    plural = (before.endswith("s") and not before.endswith("ss")) or before in lists.plurals
    agrees = plural is not hit["form"].endswith("s") or page.text[hit.start() - 2].isupper()
    return agrees and OPENS.match(page.text, hit.end()) is not None
