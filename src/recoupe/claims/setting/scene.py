"""The stage of a report: places and times that can be those of an event, by sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import zip_longest

import msgspec
import regex

from recoupe.claims.counts.comparison import OLD, before, compared
from recoupe.claims.page import Page
from recoupe.claims.setting.framed import listed, of_towns, opened
from recoupe.claims.setting.onward import DOUBT, according, in_doubt, issued, likened, of_such, origin, then_held, when_asked
from recoupe.claims.setting.ranking import weights
from recoupe.claims.setting.seen import M, Seen, seen
from recoupe.claims.setting.speaking import Cover, speaking, tallying
from recoupe.claims.setting.whence import (
    HOW_FAR,
    WAY,
    aimed,
    come_from,
    counted_movers,
    far_from,
    homes,
    hoped_for,
    left_out,
    on_the_way,
    routes,
    towards,
    whose,
)
from recoupe.claims.types.triggers import Trigger
from recoupe.model import ActorKind, Modality, Place, PlacePrecision, Precision, When
from recoupe.ontology.events import Family, event_types
from recoupe.text.patterns import BEHIND_DATE

ARTICLE = 4
"""Characters of an article with its space: an actor that is no longer than the place and its article is the place."""

ARTICLES = 2
"""How many articles and "de" may stand between a preposition and a place ("au-dessus de la")."""

LINE, HEADING, ENDING = 200, 9, 3
"""Characters of a title behind its heading, words before its colon, characters behind its last word in which the line ends."""

MARKS = frozenset("-–—:|\n")
"""What sets the day and the hour of an entry apart from what it tells."""

HEADS = frozenset(":–—")
"""What stands behind the heading of a title."""

SENT = frozenset("(–—-")
"""What stands behind the place of a dateline."""


ACTS = "names an actor"
"""The sign of a place that is somebody: "Paris a annoncé"."""

SENT_FROM = "sent from there"
"""The sign of the town of a date line."""

SENT_THEN = "when it was sent"
"""The sign of the day of a date line."""
HEADED = regex.compile(r"(?:\p{Lu}[\p{L}'’ -]{1,40}+(?: \([^()\n]{1,30}\))?+, ?(?:le )?)?+")
"""What stands before it in its line: "[RABAT, ]3 mai (Agence) - ..."."""

PLANS = frozenset((Modality.THREAT, Modality.FORECAST))
"""How something is told that has not come about: its day is of nothing that has."""

HOUSED = frozenset((ActorKind.EMERGENCY_SERVICE, ActorKind.STATE_ORGAN, ActorKind.LOCAL_AUTHORITY, ActorKind.POLICE, ActorKind.ARMED_FORCE))
"""Actors that are houses, too."""

LEAD = 4
"""Sentences of a lead."""

NEXT = 20
"""How many characters may stand between two places or times that are told as one."""

VAGUE = "_REF"
"""How values end that only say past, present or future."""

LONGEST = 3
"""Words at most before the time from which on or until which something will be: "ici à la"."""


@dataclass(frozen=True)
class Scene:
    """The places and times of a page that may be those of an event, by sentence.

    `compared`: where counts begin that are set against others, with their times. `routes`: clauses in which something goes from a
    place to another. `labels`: sentences that an hour opens on its own line, with it. `before`: clauses that tell what had been before.
    `left_out`: places that what is told does not hold of.
    """

    page: Page
    places: dict[int, list[Seen[Place]]] = field(default_factory=dict)
    whens: dict[int, list[Seen[When]]] = field(default_factory=dict)
    compared: Mapping[int, When | None] = field(default_factory=dict)
    routes: frozenset[int] = frozenset()
    labels: Mapping[int, When] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    left_out: tuple[Place, ...] = ()

    @cached_property
    def opened(self) -> tuple[int, ...]:
        """The sentences that a place opens, or a gathering of another town, in order."""
        return tuple(sorted((*opened(self.page, self.places), *of_towns(self.page, self.places))))

    @cached_property
    def lead(self) -> range:
        """The first sentences of the paragraph behind the title."""
        page, body = self.page, self.page.body
        first = next((n for n, words in enumerate(page.sentences) if page.tokens.starts[words.start] >= body), 0)
        near = range(first, min(first + LEAD, len(page.sentences)))
        return range(first, next((n for n in near if page.paragraphs[n] != page.paragraphs[first]), near.stop))

    @cached_property
    def planned(self) -> frozenset[str]:
        """Where somebody says what he will do, which has not come about: the attributions."""
        return frozenset(said.attribution.id for said in self.page.attributed if said.modality in PLANS)

    @cached_property
    def _entries(self) -> list[int]:
        return sorted(self.labels)

    def entry(self, sentence: int) -> int | None:
        """The sentence that opens the entry of a running report to which `sentence` belongs."""
        i = bisect_right(self._entries, sentence)
        return self._entries[i - 1] if i else None


def scene(page: Page) -> Scene:
    """All places and times of a page, each with its signs. What is a duration says when nothing is."""
    against, aside = compared(page)
    ways = dict(routes(page))
    opening = dict(_labels(page))
    without = tuple(left_out(page))
    found = Scene(
        page=page,
        compared=against,
        routes=frozenset(ways.values()),
        labels=dict(opening.values()),
        before=before(page),
        left_out=without,
    )
    spoken, tallied, weighed = speaking(page), tallying(page), weights("settings")
    placed: Place | None = None
    there: Place | None = None
    way: Place | None = None
    apart = ways.keys() | homes(page) | {place.span.start for place in without if not _tells_of(page, place)}
    movers = counted_movers(page)
    for place, after in zip_longest(page.read.reading.places, page.read.reading.places[1:]):
        start = place.span.start
        if _beside(page, place) or start in apart or listed(page, place):
            way = place
            continue
        if origin(page, start, page.rules.founded, page.rules.heard) or then_held(page, start) or _named_after(page, place, spoken):
            continue
        signs = (f"level: {place.precision}", *_of_place(page, place, spoken, there, tallied), *_second(page, placed, place))
        signs += (*whose(page, place, after, movers), *aimed(page, placed, place), *on_the_way(page, way, place))
        way = place if WAY in signs else way
        _file(page, found.places, seen(page, place, place.span.start, signs, weighed["place"]))
        placed, there = place, None if ACTS in signs else place
    uttered = frozenset(_uttered(page))
    timed: When | None = None
    for written in page.read.reading.whens:
        # the hour that opens an entry says when it was written, not when what it tells of happened
        when = of_day(written) if written.span is not None and written.span.start in opening else written
        if when is None or when.span is None or origin(page, when.span.start, page.rules.founded, page.rules.settled):
            continue
        if any(aside_of(page, when.span.start) for aside_of in (issued, then_held, of_such, likened, according)):
            continue
        if not when.lasts and when.span.start not in aside:
            signs = (*_of_time(page, when, when.span.start), *_second(page, timed, when))
            signs += ("when something was said",) if when.span.start in uttered else ()
            _file(page, found.whens, seen(page, when, when.span.start, signs, weighed["day"]))
            timed = when
    return found


def _file(page: Page, by_sentence: dict[int, list[Seen[M]]], one: Seen[M] | None) -> None:
    if one is not None and not when_asked(page, one):
        by_sentence.setdefault(one.clause.sentence, []).append(one)


def _of_place(page: Page, place: Place, spoken: Cover, there: Place | None, tallied: Mapping[int, int]) -> Iterator[str]:
    """What a place is, where it is not simply where something happens; `there`: the one before, if it is where something happens."""
    if (first := tallied.get(place.span.end)) is not None and place.span.start - first <= ARTICLE:
        return  # "Le Liberia a dénombré 107 cas": there
    if spoken.holds(place.span):
        yield "in the name of a speaker"
    elif not _joined(page, there, place) and _spoken(page, place):
        yield ACTS
    if _dateline(page, place):
        yield SENT_FROM
    elif _heads(page, place):
        yield "heads the line"
    if towards(page, page.word_at(place.span.start)):
        yield from ("only explains", WAY)
    if in_doubt(page, place.span.start):
        yield DOUBT


def _of_time(page: Page, when: When, start: int) -> Iterator[str]:
    """How fine a time is, and the words before it that make it a limit."""
    yield f"precision: {when.precision}"
    if when.value.endswith(VAGUE):
        yield "vague"
    if when.value.startswith("T"):
        yield "an hour without a day"
    if since(page, start):
        yield "since"
    elif _onset(page, start):
        yield "from or until"
    if in_doubt(page, start):
        yield DOUBT
    text = page.read.report.text
    if HEADED.fullmatch(text, text.rfind("\n", 0, start) + 1, start) and BEHIND_DATE.match(text, when.span.end if when.span else start):
        yield SENT_THEN


def _onset(page: Page, start: int) -> bool:
    """True for a time behind "à partir de", "jusqu'au", "d'ici"."""
    forms, onset, i = page.tokens.forms, page.rules.onset, page.word_at(start)
    return forms[i : i + 2] in onset or any(forms[max(0, i - n) : i] in onset for n in range(1, LONGEST + 1))


def _second(page: Page, first: M | None, second: M) -> tuple[str, ...]:
    """A sign of what only says where the mention before it is, or is the other limit: "à X (Y)", "à X, près de Y", "entre 2 h et 4 h"."""
    if first is None:
        return ()
    if isinstance(first, Place) and isinstance(second, Place) and far_from(page, first, second):
        return ("only explains", HOW_FAR)
    return ("only explains",) if _explains(page, first, second) else ()


def _explains(page: Page, first: Place | When, second: Place | When) -> bool:
    if first.span is None or second.span is None or not 0 <= second.span.start - first.span.end <= NEXT:
        return False
    between, forms = page.read.report.text[first.span.end : second.span.start], page.tokens.forms
    words = [forms[i] for i in range(page.word_at(first.span.end), page.word_at(second.span.start))]
    if isinstance(second, When):
        return len(words) == 1 and words[0] in page.rules.limits
    listed = words[:1] == list(forms[max(0, (i := page.word_at(first.span.start)) - 1) : i])  # "à X, à Y"
    nearby = between.startswith(",") and not listed and all(w in page.rules.near or w in page.rules.articles for w in words)
    return between.strip() == "(" or nearby


def _labels(page: Page) -> Iterator[tuple[int, tuple[int, When]]]:
    """Where the hours stand that open a line, the entries of a running report; with the sentence that each opens.

    A day may stand before the hour where a mark sets both apart: "Mardi, 22 h 30 – ...", not "Mardi à 22 h 30, ...".
    """
    text = page.read.report.text
    for when in page.read.reading.whens:
        if when.span is None or when.precision is not Precision.INSTANT:
            continue
        start, clause = when.span.start, page.clause_at(when.span.start)
        if clause is None or text[max(0, start - 1) : start] not in {"", "\n"}:
            continue
        behind = text[when.span.end : when.span.end + ENDING].strip(" ")
        if text[start].isdigit() or behind[:1] in MARKS:
            yield start, (clause.sentence, when)


def of_day(when: When) -> When | None:
    """Of an hour its day, where it has one."""
    day, _, hour = when.value.partition("T")
    if not hour or not day or when.value.endswith(VAGUE):
        return None
    first = date.fromisoformat(when.start[:10]) if when.start else None
    start, end = (f"{first}T00:00:00", f"{first + timedelta(days=1)}T00:00:00") if first else (None, None)
    return msgspec.structs.replace(when, value=day, precision=Precision.DAY, start=start, end=end)


def _uttered(page: Page) -> Iterator[int]:
    """Where the times stand at which something was said: not in what is said, nor since when something has been or in which year."""
    for one in page.attributed:
        said = one.attribution
        when = said.uttered
        if when is None or when.span is None or when.precision in OLD or since(page, when.span.start):
            continue
        around = [s for a in page.attributed for s in a.attribution.content if s.start <= when.span.start < s.end]
        if all(s not in said.content and s.start <= said.cue.start < s.end for s in around):
            yield when.span.start


def since(page: Page, start: int) -> bool:
    """True for a time behind "depuis": of what has been, not of who says so."""
    i = page.word_at(start)
    return not page.rules.since.isdisjoint(page.tokens.forms[max(0, i - 2) : i + 1])


def _joined(page: Page, there: Place | None, place: Place) -> bool:
    """True for a place that only "et" or "ou" parts from the one before: "en X et [Y]", "a frappé le X et la [Y]"."""
    if there is None:
        return False
    between = range(page.word_at(there.span.end), page.word_at(place.span.start))
    words = [form for i in between if (form := page.tokens.forms[i]) not in page.rules.articles]
    return len(words) == 1 and words[0] in page.rules.joined and not any(page.tokens.gap(i).strip(" '’") for i in between)


def _spoken(page: Page, place: Place) -> bool:
    """True for a place that names an actor ("le maire de Lyon", "Paris a annoncé") and not where something is."""
    mention = page.actor_before(place.span.start)
    if mention is None or mention.span.end < place.span.end or _local(page, place.begins) or _label(page, place):
        return False
    if mention.actor.kind is ActorKind.DOCUMENT:  # of "le bilan de l'accident de X" the reading keeps only where that was
        return False
    if mention.actor.kind in HOUSED and _local(page, mention.span.start):  # "à l'hôpital de X", "devant la mairie de X"
        return False
    longer = place.span.start - mention.span.start > ARTICLE or mention.span.end > place.span.end
    return longer or not page.read.report.text[place.span.start].islower()


def _named_after(page: Page, place: Place, spoken: Cover) -> bool:
    """True for a place that ends the name of a body, without a preposition: "les stations d'Environnement [Canada]", not "dans le Vieux
    [Lyon]"; at the head of a sentence ("Après [Pisco]") it must be one who speaks or an actor."""
    text, i = page.read.report.text, page.word_at(place.span.start) - 1
    if i < 0 or page.tokens.gap(i + 1) != " " or not text[page.tokens.starts[i]].isupper() or page.tokens.forms[i] in page.rules.articles:
        return False
    start = page.tokens.starts[i]
    if page.tokens.gap(i).strip("'’ ") or "\n" in page.tokens.gap(i) or i == 0:
        mention = page.actor_before(place.span.start)
        whole = mention is not None and mention.span.start <= start and place.span.end <= mention.span.end
        return whole or spoken.holds(page.span(start, place.span.end))
    return not _local(page, start)


def _opens(page: Page, place: Place) -> bool:
    """True for a place that opens a sentence."""
    clause = page.clause_at(place.span.start)
    return clause is not None and page.tokens.starts[page.sentences[clause.sentence].start] == place.span.start


def _tells_of(page: Page, place: Place) -> bool:
    """True for a place of which the clause behind it tells: "à X, où ..."."""
    return not page.rules.whereat.isdisjoint(page.tokens.forms[(i := page.word_at(place.span.end)) : i + 1])


def _dateline(page: Page, place: Place) -> bool:
    """True for the town from which a report is sent: it opens a sentence, a bracket or a dash behind it, or in capitals the day: "RABAT, 3
    mai (Agence) - ..."."""
    i = page.word_at(place.span.end)
    if i >= len(page.tokens.forms) or place.precision is PlacePrecision.COUNTRY:
        return False
    dated = place.name.isupper() and "," in page.tokens.gap(i) and page.tokens.forms[i][0].isdigit()
    return (dated or not SENT.isdisjoint(page.tokens.gap(i))) and _opens(page, place)


def _label(page: Page, place: Place) -> bool:
    """True for a place with a colon that opens a title: "Espagne : 12 banques dégradées"."""
    i = page.word_at(place.span.end)
    heads = HEADS if place.precision is PlacePrecision.COUNTRY else HEADS & {":"}  # "PARIS – ..." is sent from there
    return i < len(page.tokens.forms) and not heads.isdisjoint(page.tokens.gap(i)) and _opens(page, place)


def _heads(page: Page, place: Place) -> bool:
    """True before the colon or dash of a title, for all of which it holds: "Naufrage à X : 12 disparus"."""
    clause, end = page.clause_at(place.span.start), place.span.end
    if clause is None or page.tokens.text.find("\n", end, end + LINE) < 0:
        return False
    words = page.sentences[clause.sentence]
    if page.word_at(end) == words.stop and page.word_at(place.begins) == words.start == 0:
        return "\n" not in page.tokens.gap(words.stop)  # "Mali. Une attaque fait 20 morts"
    opening = range(page.word_at(end), min(words.stop, words.start + HEADING + 1))
    return _line(page, words) and any(not HEADS.isdisjoint(page.tokens.gap(i)) for i in opening)


def _line(page: Page, words: range) -> bool:
    """True for a sentence that is a line of its own, without a stop."""
    behind = page.tokens.text[page.tokens.ends[words[-1]] :][:ENDING]
    return (words.start == 0 or "\n" in page.tokens.gap(words.start)) and "\n" in behind and not behind.startswith(".")


def _local(page: Page, start: int) -> bool:
    """True behind a local preposition or directly behind a word that names an event ("ont pilonné X")."""
    forms, rules = page.tokens.forms, page.rules
    i = page.word_at(start) - 1
    for _ in range(ARTICLES):
        if i > 0 and (forms[i] in rules.articles or forms[i] in rules.whole) and forms[i] not in rules.near:
            i -= 1
    i = page.before_time(i)
    return i >= 0 and (forms[i] in rules.near or any(t.last == i and _incident(t) for t in page.triggers_in(range(max(0, i - 3), i + 1))))


def _incident(trigger: Trigger) -> bool:
    return trigger.group.type is not None and event_types()[trigger.group.type].family is Family.INCIDENT


def _beside(page: Page, place: Place) -> bool:
    """True for the X of "frontalière de X", "la frontière avec X", "pour rallier X", "de retour de X": nothing happens there. But "le
    village voisin de X" is called X."""
    forms, rules, i = page.tokens.forms, page.rules, page.word_at(place.span.start)
    by = next((n for n in range(max(1, i - 3), i) if forms[n] in rules.beside), None)
    called = by is not None and forms[by - 2 : by + 1] in rules.called_beside and place.precision is not PlacePrecision.COUNTRY
    return (by is not None and not called) or come_from(page, i) or hoped_for(page, i)
