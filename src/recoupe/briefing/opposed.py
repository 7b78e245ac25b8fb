"""What somebody denies, set beside what others affirm in nearly the same words. Only the words are compared: whether the one answers the
other is for the reader to say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import log
from typing import NamedTuple

import regex
from msgspec import structs

from recoupe.briefing.desk import Desk
from recoupe.briefing.likeness import content, telling_words
from recoupe.briefing.quoting import telling
from recoupe.briefing.versions import before
from recoupe.model import Claim, Modality, Number, Polarity, Span
from recoupe.text import fold
from recoupe.text.patterns import either
from recoupe.text.words import words

HEAD = 6
"""A denial is known by its first telling words: what stands behind them is where and when."""

BEGINNING = 5
"""Letters by which a word is known again: "fermeture", "fermées"."""

SHARED, SHARE = 2, 0.5
"""So many words in common, and so much of what the denial says, weighed by how rare its words are in the story."""

LEAST = 0.4
"""So many of the words of a denial, however short the other is."""

PLAINLY, PLAIN = 3, 0.7
"""The same where no word of denying is there: "aucun patient n'est mort dans un couloir"."""

THESIS = ("thesis", "thing")
"""The telling words of a denial that rules out what is supposed: "la thèse du malaise"."""

SUPPOSED = frozenset({Modality.HEARSAY, Modality.POSSIBLE, Modality.ACCUSATION})

OPENS = '«“" '

AFFIRMED = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.ACCUSATION, Modality.POSSIBLE})

Bag = frozenset[str]


class Opposed(NamedTuple):
    """Denials, and what is affirmed in nearly the same words."""

    denials: tuple[Claim, ...]
    affirmed: tuple[Claim, ...]


def opposed(desk: Desk) -> list[Opposed]:
    """Each denial of a story with what it may deny; denials of one thing together, in the order of texts."""
    claims = sorted(
        {c.id: c for dossier in desk.file.dossiers for c in dossier.claims if c.report in desk.reports}.values(), key=desk.order
    )
    denials = [c for c in claims if c.attribution is not None and (_denies(desk, c) or (c.modality is Modality.REPORTED and _negates(c)))]
    if not denials:
        return []
    held = {id_: frozenset(w[:BEGINNING] for w, _ in telling_words(desk, content(c))) for id_, c in ((c.id, c) for c in claims)}
    weigh = _weights(claims, held)
    asked, values = _together(desk), _values(claims)
    given = [c for c in claims if _affirms(desk, c)]
    found = []
    for d in denials:
        free = (
            a for a in given if asked[d.id].isdisjoint(asked[a.id]) and not (values(d) and values(a) and values(d).isdisjoint(values(a)))
        )
        found.append((d, [a for a in free if _answers(desk, d, a, held, weigh)]))
    return _joined((d, affirmed) for d, affirmed in found if affirmed)


def _values(claims: Iterable[Claim]) -> Callable[[Claim], frozenset[Number]]:
    """The numbers in what a claim says: where two say other numbers, these are compared, not the words."""
    found: dict[str, list[tuple[int, Number]]] = defaultdict(list)
    for claim in claims:
        found[claim.report] += [(q.span.start, q.value) for q in claim.quantities if q.value is not None and q.value > 1]

    def values(claim: Claim) -> frozenset[Number]:
        span = content(claim)
        return frozenset(value for start, value in found[claim.report] if span.start <= start < span.end)

    return values


def _joined(pairs: Iterable[tuple[Claim, list[Claim]]]) -> list[Opposed]:
    groups: list[tuple[dict[str, Claim], dict[str, Claim]]] = []
    for denial, affirmed in pairs:
        mine = {claim.id: claim for claim in affirmed}
        group = next((g for g in groups if not g[1].keys().isdisjoint(mine)), None)
        if group is None:
            group = ({}, {})
            groups.append(group)
        group[0][denial.id] = denial
        group[1].update(mine)
    return [Opposed(tuple(denials.values()), tuple(affirmed.values())) for denials, affirmed in groups]


def _together(desk: Desk) -> Mapping[str, set[str]]:
    """For each claim the questions with several answers that it answers: they set it beside the others already."""
    found: dict[str, set[str]] = defaultdict(set)
    for check in desk.file.crosschecks:
        for claim in (claim for answer in check.answers for claim in answer.claims if len(check.answers) > 1):
            found[claim].add(check.id)
    return found


def _weights(claims: Sequence[Claim], held: Mapping[str, Bag]) -> Callable[[Bag], float]:
    reports = len({claim.report for claim in claims})
    found = Counter(word for word, _ in {(word, claim.report) for claim in claims for word in held[claim.id]})
    return lambda bag: sum(log(2 + reports / found[word]) for word in sorted(bag))


def _denies(desk: Desk, claim: Claim) -> bool:
    """By its verb, or since its words open with one that says so: "Faux : ..."."""
    language = desk.reports[claim.report].language
    opening = " ".join(fold(desk.raw(content(claim))).split()).lstrip(OPENS)
    return claim.modality is Modality.DENIED or opening.startswith(telling(language).false)


def _negates(claim: Claim) -> bool:
    """It says that something is not so, or that there is none of it."""
    return claim.polarity is Polarity.NEGATIVE or any(q.high == 0 for q in claim.quantities)


def _affirms(desk: Desk, claim: Claim) -> bool:
    said, nots = fold(desk.raw(claim.span)), telling(desk.reports[claim.report].language).nots
    plainly = nots.isdisjoint(said[start:end] for start, end in words(said))
    return plainly and claim.modality in AFFIRMED and not _negates(claim) and not _denies(desk, claim)


def _answers(desk: Desk, denial: Claim, other: Claim, held: Mapping[str, Bag], weigh: Callable[[Bag], float]) -> bool:
    """Somebody else says it, or the same one later, in enough of the same words, of which one is no name, place or time."""
    if not held[denial.id] & held[other.id] or _within(denial, other):
        return False
    if _voice(desk, denial) == _voice(desk, other) and not _turned(desk, denial, other):
        return False
    found = telling_words(desk, _core(desk, content(denial)))[:HEAD]
    if _supposed(desk, denial, other, found):
        return True
    head = frozenset(word[:BEGINNING] for word, _ in found)
    both, least = head & held[other.id], min(weigh(head), weigh(held[other.id]))
    shared, share = (SHARED, SHARE) if _denies(desk, denial) else (PLAINLY, PLAIN)
    plain = any(word[:BEGINNING] in both for word, named in found if not named)
    return len(both) >= shared and plain and weigh(both) >= share * least and len(both) >= LEAST * len(head)


def _supposed(desk: Desk, denial: Claim, other: Claim, found: Sequence[tuple[str, bool]]) -> bool:
    """What is ruled out is one supposed thing, and the other supposes that very thing: "la thèse du malaise", "aurait eu un malaise"."""
    theses = telling(desk.reports[denial.report].language).theses
    if len(found) != len(THESIS) or found[0][0] not in theses or found[1][1] or not _denies(desk, denial):
        return False
    return other.modality in SUPPOSED and any(word == found[1][0] for word, _ in telling_words(desk, content(other)))


def _turned(desk: Desk, denial: Claim, other: Claim) -> bool:
    """Who denied it says it in a text that came out later; "dément que X ne soit plus là" had not denied that X is there."""
    said, nots = fold(desk.raw(content(denial))), telling(desk.reports[denial.report].language).nots
    plainly = nots.isdisjoint(said[start:end] for start, end in words(said))
    return plainly and before(desk.reports[denial.report], desk.reports[other.report])


def _core(desk: Desk, span: Span) -> Span:
    """What is denied without when and on what occasion, which others tell of the same event: "que le bac fût plein [lors du naufrage]"."""
    opened = _circumstances(desk.reports[span.report].language)
    found = opened.search(desk.raw(span).lower()) if opened is not None else None
    return structs.replace(span, end=span.start + found.start()) if found is not None else span


@cache
def _circumstances(language: str) -> "regex.Pattern[str] | None":
    """What opens a circumstance behind a word: "lors de"; None for a language without such words."""
    opened = telling(language).circumstances
    return regex.compile(rf"(?<=\w.*\W){either(opened)}(?!\w)") if opened else None


def _within(denial: Claim, other: Claim) -> bool:
    """Both are read off one passage."""
    span = content(denial)
    return denial.report == other.report and span.start < other.span.end and other.span.start < span.end


def _voice(desk: Desk, claim: Claim) -> str:
    actor = claim.attribution.actor if claim.attribution is not None else None
    return fold(desk.called(actor.name)) if actor is not None else ""


def set_beside(desk: Desk) -> frozenset[str]:
    """The claims that are set against each other."""
    return frozenset(claim.id for one in opposed(desk) for claim in (*one.denials, *one.affirmed))
