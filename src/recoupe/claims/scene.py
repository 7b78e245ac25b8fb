"""The stage of a report: places and times that can be those of an event, by sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TypeVar

from recoupe.claims.clauses import Clause
from recoupe.claims.comparison import OLD, before, compared
from recoupe.claims.page import Page
from recoupe.claims.triggers import Trigger
from recoupe.model import Attribution, Place, PlacePrecision, Precision, Span, When
from recoupe.ontology.events import Family, event_types

M = TypeVar("M", Place, When)

ARTICLE = 4
"""Characters of an article with its space: an actor that is no longer than the place and its article is the place."""

ARTICLES = 2
"""How many articles and "de" may stand between a preposition and a place ("au-dessus de la")."""

TO, ADDRESS = " à ", 40
"""How an addressee begins, and how long it is at most."""

HEADING, ENDING = 9, 3
"""Words of a title before its colon, and characters behind its last word in which the line ends."""

HEADS = frozenset(":–—")
"""What stands behind the heading of a title."""

WAYS = frozenset((" à ", " vers ", " jusqu'à ", " au ", " en "))
OF = (" de ", " d'", " d’", " du ", " depuis ")
"""Between the places of a route, and before it."""

SENT = frozenset("(–—-")
"""What stands behind the place of a dateline."""


class Cover:
    """Whether one of many spans holds another, asked in logarithmic time.

    >>> span = lambda a, b: Span(report="r", start=a, end=b)
    >>> Cover([span(0, 9), span(2, 3)]).holds(span(4, 8)), Cover([span(0, 9)]).holds(span(4, 10))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.start, s.end) for s in spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """True if a span begins at or before `span` and ends at or behind it."""
        return self.holds_all(span.start, span.end)

    def holds_all(self, start: int, end: int) -> bool:
        """True if a span holds all from `start` to `end`."""
        i = bisect_right(self.starts, start)
        return i > 0 and self.reach[i - 1] >= end


@dataclass(frozen=True)
class Scene:
    """The places and times of a page that can be those of an event, by sentence.

    `compared`: where counts begin that are set against others, with their times. `before`: clauses that tell what had been before.
    `routes`: clauses in which something goes from a place to another. `labels`: sentences that an hour opens on a line of its own.
    `verbs`: words that are auxiliaries of no verb of saying. `rests`, `asides`: what onward.py has found, since many drafts ask the same.
    """

    page: Page
    places: dict[int, list[Place]] = field(default_factory=dict)
    whens: dict[int, list[When]] = field(default_factory=dict)
    compared: Mapping[int, When | None] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    cues: Cover = field(default_factory=lambda: Cover(()))
    routes: frozenset[int] = frozenset()
    labels: tuple[int, ...] = ()
    verbs: tuple[int, ...] = ()
    rests: dict[tuple[int, int], Clause | None] = field(default_factory=dict)
    asides: dict[int, range | None] = field(default_factory=dict)


def scene(page: Page) -> Scene:
    """Places that are no part of a speaker's name, and times that are neither durations nor times of utterance."""
    addressed = (span for a in page.attributed if (span := _addressed(page, a.attribution)) is not None)
    speaking = Cover([*(span for a in page.attributed for span in (*a.attribution.source, a.attribution.cue)), *addressed])
    uttered = frozenset(_uttered(page))
    against, aside = compared(page)
    cues = Cover(a.attribution.cue for a in page.attributed)
    ways = dict(_routes(page))
    found = Scene(
        page=page,
        compared=against,
        before=before(page),
        cues=cues,
        routes=frozenset(ways.values()),
        labels=tuple(_labels(page)),
        verbs=tuple(_verbs(page, cues)),
    )
    for place in page.read.reading.places:
        if place.span.start in ways:
            continue
        if not speaking.holds(place.span) and not _spoken(page, place) and not _beside(page, place):
            _file(page, found.places, place.span, place)
    for number, there in found.places.items():
        if len(there) > 1 and _dateline(page, number, there[0]):
            del there[0]
    for when in page.read.reading.whens:
        if when.span and (when.span.start, when.span.end) not in uttered and when.span.start not in aside and not when.lasts:
            _file(page, found.whens, when.span, when)
    return found


def _verbs(page: Page, cues: Cover) -> Iterator[int]:
    starts, ends = page.tokens.starts, page.tokens.ends
    for i in page.tokens.among(page.rules.auxiliaries):
        if not page.tokens.text[starts[i]].isupper() and not cues.holds_all(starts[i], ends[i]):
            yield i


def begins(mention: Place | When) -> int:
    """Where a mention begins; a time that stands nowhere, at the head of all."""
    return mention.span.start if mention.span is not None else 0


def _routes(page: Page) -> Iterator[tuple[int, int]]:
    """Where the two places of a route begin ("transportait du blé de X à Y"), with the clause that tells of it."""
    text = page.read.report.text
    for start, end in pairwise(page.read.reading.places):
        if text[start.span.end : end.span.start] not in WAYS or not text[: start.span.start].endswith(OF):
            continue
        clause = page.clause_at(start.span.start)
        words = page.tokens.forms[clause.words.start : page.word_at(start.span.start)] if clause is not None else ()
        if clause is not None and any(w in page.rules.travels or w.startswith(page.rules.travelling) for w in words):
            yield start.span.start, clause.start
            yield end.span.start, clause.start


def _labels(page: Page) -> Iterator[int]:
    """Sentences that an hour opens at the head of a line: entries of a running report."""
    text = page.read.report.text
    for when in page.read.reading.whens:
        if when.span is not None and when.precision is Precision.INSTANT and text[when.span.start].isdigit():
            clause, head = page.clause_at(when.span.start), text[max(0, when.span.start - 1) : when.span.start]
            if clause is not None and head in {"", "\n"}:
                yield clause.sentence


def _addressed(page: Page, said: Attribution) -> Span | None:
    """What stands between a verb of saying and speaker or content behind it: "a indiqué [à Radio Sud] la préfète"."""
    after = min((s.start for s in (*said.source, *said.content) if s.start > said.cue.end), default=0)
    between = page.read.report.text[said.cue.end : after] if after - said.cue.end <= ADDRESS else ""
    return page.span(said.cue.end, after) if between.startswith(TO) else None


def _uttered(page: Page) -> Iterator[tuple[int, int]]:
    """Where the times stand at which something was said: not in what is said, nor since when something has been or in which year."""
    for one in page.attributed:
        said = one.attribution
        when = said.uttered
        if when is None or when.span is None or when.precision in OLD or since(page, when.span.start):
            continue
        around = [s for a in page.attributed for s in a.attribution.content if s.start <= when.span.start < s.end]
        if all(s not in said.content and s.start <= said.cue.start < s.end for s in around):
            yield when.span.start, when.span.end


def since(page: Page, start: int) -> bool:
    """True for a time behind "depuis": of what has been, not of who says so."""
    i = page.word_at(start)
    return not page.rules.since.isdisjoint(page.tokens.forms[max(0, i - 2) : i + 1])


def _file(page: Page, by_sentence: dict[int, list[M]], span: Span, mention: M) -> None:
    clause = page.clause_at(span.start)
    if clause is not None:
        by_sentence.setdefault(clause.sentence, []).append(mention)


def _spoken(page: Page, place: Place) -> bool:
    """True for a place that names an actor ("le maire de Lyon", "Paris a annoncé") and not where something is."""
    mention = page.actor_before(place.span.start)
    if mention is None or mention.span.end < place.span.end or _local(page, place) or _label(page, place):
        return False
    longer = place.span.start - mention.span.start > ARTICLE or mention.span.end > place.span.end
    return longer or not page.read.report.text[place.span.start].islower()


def _dateline(page: Page, number: int, place: Place) -> bool:
    """True for the town from which a report is sent: it opens a sentence, a bracket or a dash behind it."""
    i = page.word_at(place.span.end)
    opens = page.tokens.starts[page.sentences[number].start] == place.span.start
    return opens and i < len(page.tokens.forms) and not SENT.isdisjoint(page.tokens.gap(i))


def _label(page: Page, place: Place) -> bool:
    """True for a place with a colon that opens a title: "Espagne : 12 banques dégradées"."""
    i = page.word_at(place.span.end)
    clause = page.clause_at(place.span.start)
    first = clause is not None and page.tokens.starts[page.sentences[clause.sentence].start] == place.span.start
    heads = HEADS if place.precision is PlacePrecision.COUNTRY else HEADS & {":"}  # "PARIS – ..." is sent from there
    return first and i < len(page.tokens.forms) and not heads.isdisjoint(page.tokens.gap(i))


def headed(found: Scene, sentence: int) -> tuple[Place | None, int]:
    """The place before the colon or dash of a title, which holds for all of it, and where that begins: "Naufrage à X : 12 disparus"."""
    page = found.page
    words, there = page.sentences[sentence], found.places.get(sentence)
    if not there or page.tokens.text.startswith(".", page.tokens.ends[words[-1]]) or not _line(page, words):
        return None, 0
    colon = next((i for i in words[1 : HEADING + 1] if not HEADS.isdisjoint(page.tokens.gap(i))), None)
    end = page.tokens.starts[colon] if colon is not None else 0
    return (there[0], end) if there[0].span.end <= end else (None, 0)


def _line(page: Page, words: range) -> bool:
    """True for a sentence that is a line of its own."""
    end = page.tokens.ends[words[-1]]
    return (words.start == 0 or "\n" in page.tokens.gap(words.start)) and "\n" in page.tokens.text[end : end + ENDING]


def _local(page: Page, place: Place) -> bool:
    """True behind a local preposition or directly behind a word that names an event ("ont pilonné X")."""
    forms, rules = page.tokens.forms, page.rules
    i = page.word_at(place.span.start) - 1
    for _ in range(ARTICLES):
        if i > 0 and forms[i] in rules.articles | rules.whole and forms[i] not in rules.near:
            i -= 1
    return i >= 0 and (forms[i] in rules.near or any(t.last == i and _incident(t) for t in page.triggers_in(range(max(0, i - 3), i + 1))))


def _incident(trigger: Trigger) -> bool:
    return trigger.group.type is not None and event_types()[trigger.group.type].family is Family.INCIDENT


def _beside(page: Page, place: Place) -> bool:
    """True for the X of "frontalière de X"."""
    i = page.word_at(place.span.start)
    return not page.rules.beside.isdisjoint(page.tokens.forms[max(0, i - 3) : i])
