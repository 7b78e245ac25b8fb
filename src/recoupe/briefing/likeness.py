"""What is told several times: in equal words as one wording, in nearly equal words as versions that each keep their own."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

import regex

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import STOPS, telling, untied
from recoupe.model import Claim, Form, Span
from recoupe.text import fold, stopwords, words

LEAST = 4
"""Words that a statement has at least before another one can be a version of it."""

SMALL = 2
"""Words of so few letters say nothing alone."""

NEAR = 40
"""Statements of one key that a new one is held against: beyond, only equal words are gathered."""

MARKS = regex.compile(r"[«»“”„‹›\"]")

SIGNS = frozenset("+-−±<>~")

Key = Callable[[Claim], Hashable]
Token = tuple[str, bool]
"""A folded word, and whether it carries a fact: a number, a name, a time, a word that turns the sense."""


@dataclass
class Wording:
    """Claims in equal words. `start`: the time that the words themselves fix, where one does."""

    claims: list[Claim]
    tokens: tuple[Token, ...]
    start: str | None


def content(claim: Claim) -> Span:
    """What is said, without who says it: the attribution's content where it is one run, else the clause.

    >>> from recoupe.model import Attribution
    >>> whole, said = Span(report="r-1", start=0, end=40), Span(report="r-1", start=18, end=39)
    >>> told = Attribution(id="", source=(), actor=None, cue=None, content=(said,), form="indirect", rule="")
    >>> content(Claim(id="", report="r-1", span=whole, type="OTHER", modality="reported", polarity="positive", confidence=1,
    ...               attribution=told))
    Span(report='r-1', start=18, end=39)
    """
    attribution = claim.attribution
    if attribution is not None and attribution.content:
        return max(attribution.content, key=lambda s: (s.end - s.start, -s.start))
    return claim.span


def spoken(claim: Claim) -> bool:
    """Whether its words are those of the speaker, and not those of the report that tells what was said."""
    return claim.attribution is not None and claim.attribution.form is Form.DIRECT


def same(desk: Desk, claims: Iterable[Claim], key: Key) -> list[Wording]:
    """`claims` of one key, one polarity and equal words, at times that do not exclude each other, in the order of their first."""
    found: list[Wording] = []
    by_words: dict[Hashable, list[Wording]] = defaultdict(list)
    for claim in claims:
        span, start = content(claim), _start(claim)
        near = by_words[key(claim), claim.polarity, _plain(desk, span)]
        one = next((w for w in near if start is None or w.start in (None, start)), None)
        if one is None:
            one = Wording([], _tokens(desk, span), start)
            near.append(one)
            found.append(one)
        one.claims.append(claim)
        one.start = one.start or start
    return found


def gathered(desk: Desk, claims: Iterable[Claim], key: Key) -> list[list[Wording]]:
    """The wordings of `claims`, those that are versions of one statement together, in the order of their first."""
    groups: list[list[Wording]] = []
    by_key: dict[Hashable, list[list[Wording]]] = defaultdict(list)
    for wording in same(desk, claims, lambda claim: (key(claim), spoken(claim))):
        first = wording.claims[0]
        near = by_key[key(first), first.polarity]
        group = next((g for g in near[-NEAR:] if _versions(g[0], wording)), None)
        if group is None:
            near.append([])
            group = near[-1]
            groups.append(group)
        group.append(wording)
    return groups


def _versions(one: Wording, other: Wording) -> bool:
    """The words of the shorter stand in the longer in their order, and what this adds carries no fact."""
    if None not in (one.start, other.start) and one.start != other.start:
        return False
    short, long = sorted((one.tokens, other.tokens), key=len)
    return len(short) >= LEAST and 3 * len(short) >= 2 * len(long) and _extends(short, long)


def _extends(short: tuple[Token, ...], long: tuple[Token, ...]) -> bool:
    at = 0
    for word, fact in long:
        if at < len(short) and short[at][0] == word:
            at += 1
        elif fact:
            return False
    return at == len(short)


def _start(claim: Claim) -> str | None:
    """The time that the statement's own words fix."""
    return claim.when.start if claim.when is not None and not claim.when.inherited else None


def _plain(desk: Desk, span: Span) -> str:
    """The words for comparison: no marks of quotation, no stop at either end."""
    return " ".join(MARKS.sub(" ", fold(untied(desk.raw(span), desk.reports[span.report].language))).split()).strip(STOPS)


def _tokens(desk: Desk, span: Span) -> tuple[Token, ...]:
    """The words in order; a sign belongs to its number. In a language whose turning words are not known every word may turn it."""
    language, facts = desk.reports[span.report].language, desk.facts[span.report]
    raw, turns = untied(desk.raw(span), language), telling(language).turns
    shift = span.end - len(raw)
    found: list[Token] = []
    for start, end in words(raw):
        word = raw[start:end]
        figure = any(c.isnumeric() for c in word)
        signed = raw[start - 1] + word if figure and start and raw[start - 1] in SIGNS else word
        folded = fold(signed)
        name = bool(found) and word[:1].isupper()
        found.append((folded, not turns or figure or name or folded in turns or _within(facts, start + shift)))
    return tuple(found)


def telling_words(desk: Desk, span: Span) -> list[tuple[str, bool]]:
    """The folded words of a passage that say what it is about, in order, and whether each is part of a name, a place or a time; no numbers,
    nothing that only turns the sense."""
    language, raw, facts = desk.reports[span.report].language, desk.raw(span), desk.facts[span.report]
    idle, turns = stopwords(language), telling(language).turns
    found = [(start, raw[start:end]) for start, end in words(raw) if end - start > SMALL]
    said = [(fold(word), _within(facts, span.start + start)) for start, word in found if word.lower() not in idle and word.isalpha()]
    return [(word, named) for word, named in said if word not in turns]


def bare(desk: Desk, span: Span) -> int:
    """How many words of a passage say something and are no number, place, time or actor."""
    facts, raw = desk.facts[span.report], desk.raw(span)
    stops = stopwords(desk.reports[span.report].language)
    found = [start for start, end in words(raw) if end - start > 1 and raw[start:end].lower() not in stops]
    return sum(not _within(facts, span.start + start) for start in found)


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether one of the disjoint `spans` holds the character `at`."""
    index = bisect_right(spans, at, key=itemgetter(0)) - 1
    return index >= 0 and at < spans[index][1]
