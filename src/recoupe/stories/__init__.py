"""Stories: which reports speak of one event, and which events are one story.

`LINK` brings reports to stories; `events` parts a story into events; `describe` and `entitle` make their records; `mentions`
finds what else a report speaks of; `ties` says why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from recoupe.model import ReadReport
from recoupe.stage import Link, Pairs
from recoupe.stories.averaging import LARGE, STEP, TOP, Closing, average_link, merged
from recoupe.stories.description import describe, entitle
from recoupe.stories.features import Features, Sketch, features, node, published_day, sketch
from recoupe.stories.likeness import EVENT, FLOOR, GATHERED, STORY, WEAKER, event_score, keys, score
from recoupe.stories.mentions import PASSAGES, mentions
from recoupe.stories.ties import ties

__all__ = ["IN_HAND", "LINK", "PASSAGES", "describe", "entitle", "events", "events_in_hand", "mentions", "ties"]


MANY = 80
"""Reports of a story up to which all of them are compared with each other."""


def events(members: Mapping[str, ReadReport], scores: Pairs) -> list[list[str]]:
    """The nodes of one story, parted into events.

    `members` are the nodes with one of their records, `scores` the story scores of their pairs; a score outside 0..1000 is a
    person's decision and stays as it is. What the story had no key to compare is compared here: two reports of one event that choose other
    words share few of the heaviest.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> reports = [member(b'{"text": "Crue.", "published": "2031-05-%02d"}' % day, "a") for day in (1, 2, 20)]
    >>> a, b, c = (ReadReport(report=report, reading=Reading(report=report.id)) for report in reports)
    >>> events({"a": a, "b": b, "c": c}, {("a", "b"): 400, ("a", "c"): 400, ("b", "c"): 400})
    [['a', 'b'], ['c']]
    """
    return _parted(members, scores, EVENT)


def events_in_hand(members: Mapping[str, ReadReport], scores: Pairs) -> list[list[str]]:
    """The same of reports that somebody has put together (`IN_HAND`).

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> reports = {name: member(b'{"text": "%s"}' % name.encode(), "a") for name in "ab"}
    >>> reads = {name: ReadReport(report=report, reading=Reading(report=report.id)) for name, report in reports.items()}
    >>> events(reads, {("a", "b"): 110}), events_in_hand(reads, {("a", "b"): 110})
    ([['a'], ['b']], [['a', 'b']])
    """
    return _parted(members, scores, GATHERED)


def _parted(members: Mapping[str, ReadReport], scores: Pairs, threshold: int) -> list[list[str]]:
    nodes = sorted(members)
    about = {name: features(members[name]) for name in nodes}
    known = _known(about, scores)
    adjusted = {pair: event_score(value, about[pair[0]], about[pair[1]]) if 0 <= value <= 1000 else value for pair, value in known}
    return average_link(nodes, adjusted, Closing(threshold))


def _known(about: Mapping[str, Features], scores: Pairs) -> Iterator[tuple[tuple[str, str], int]]:
    """The pairs of a story with their scores."""
    for pair in combinations(about, 2):
        if pair in scores:
            yield pair, scores[pair]
        elif len(about) <= MANY and (found := score(about[pair[0]].sketch, about[pair[1]].sketch)):
            yield pair, found


def _close(nodes: Sequence[str], scores: Pairs, threshold: int) -> list[list[str]]:
    return merged(nodes, scores, Closing(threshold, FLOOR, WEAKER))


FAR = 6
"""Reports of a month in which two words or names still join reports of different days by themselves; where more have them, two such keys
must be shared. (Each report is compared with as many as share one by chance, and these grow with the month, where those of one story do
not: with 10 a generated report is compared with 22 others after 6 days of a thousand, with 6 with 16, and all sets of events are the same;
with 4 the stories of the examples lose three points.)"""


def _day(read: ReadReport) -> int | None:
    return published_day(read.report)


LINK: Link[ReadReport, Sketch] = Link(
    name="stories",
    version=12,
    node=node,
    keys=keys,
    day=_day,
    sketch=sketch,
    sketches=Sketch,
    score=score,
    close=_close,
    threshold=STORY,
    large=LARGE,
    stricter=(*range(STORY + STEP, TOP + STEP, STEP),),
    cap=64,  # two words in more reports of a month tell no story from another
    window=30,
    far=FAR,
    reach=180,
    firm=6,  # four words or four names, or three of both, that hardly anybody else has: so a story goes on after a pause of months
)


def _all_keys(read: ReadReport) -> Iterator[int]:
    """The keys of a report, and two that all have: so each is compared with each, on other days too."""
    yield from (*keys(read), *ANYBODYS)


ANYBODYS = (0, 1)
"""Keys that no two words or names make: such keys have more than 32 bits."""

IN_HAND = replace(LINK, keys=_all_keys, threshold=GATHERED, stricter=(*range(GATHERED + STEP, TOP + STEP, STEP),))
"""The link of a handful of reports that somebody has put together: mostly they tell of one thing, so less likeness is enough."""
