"""What an event or a story is called, when it was and where: taken from the reports, never made up."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from recoupe.model import Event, Place, Precision, ReadReport, Span, Story, When
from recoupe.stories.features import cosine, lead_end, sketch
from recoupe.text import fold
from recoupe.text.composed import composed
from recoupe.text.headlines import headline
from recoupe.text.sentences import sentences

LONGEST = 160
"""Characters of a title: a longer first sentence is cut at a word."""

MOST = 5
"""Places named."""

LEADING = 2
"""What a day weighs that stands in the lead. (Right for 140 of 176 French reports with a gold day; the earliest day: 115.)"""

DAY = len("2031-05-12")

FITTING = 0.75
"""So near to all reports, as a share of what the central one is, a later one may give its title to an event."""


def describe(event_id: str, members: Sequence[ReadReport]) -> Event:
    """The event that `members` report. Time and places are those of the report that stands for most of the others, and so is the title,
    unless it tells a toll and a later report, as fitting, another one.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> texts = {b"Crue du Vernon.": ("cru", "vernon"), b"Crue.": ("cru",), b"Le Vernon monte.": ("vernon", "mont")}
    >>> reads = [ReadReport(report=member(b'{"text": "%s"}' % t, ""), reading=Reading(report="", words=w)) for t, w in texts.items()]
    >>> describe("e-1", reads).title
    'Crue du Vernon.'
    """
    ordered = sorted(members, key=lambda read: read.report.id)
    fits = _fits(ordered)
    central = max(ordered, key=lambda read: fits[read.report.id])
    return Event(
        id=event_id,
        reports=tuple(read.report.id for read in ordered),
        title=title(_latest(ordered, central, fits)),
        when=_when(ordered, central),
        places=_places(ordered, central),
    )


def entitle(story_id: str, events: Sequence[Event]) -> Story:
    """The story of `events`, titled as the one that most reports tell.

    >>> small, large = (Event(id=f"e-{n}", reports=("r-1", "r-2", "r-3")[:n], title=f"Crue, partie {n}") for n in (1, 3))
    >>> entitle("s-1", [small, large])
    Story(id='s-1', events=('e-1', 'e-3'), title='Crue, partie 3')
    """
    largest = min(events, key=lambda event: (-len(event.reports), event.reports))
    return Story(id=story_id, events=tuple(sorted(event.id for event in events)), title=largest.title)


def title(read: ReadReport) -> str:
    """The title given, else the first line or sentence of the text, cut at a word where it is long.

    >>> from recoupe.ingest.objects import member
    >>> report = member('{"text": "Le bac reste à quai. Le fleuve charrie des glaces."}'.encode(), "bac.json")
    >>> title(ReadReport(report=report, reading=None))
    'Le bac reste à quai.'
    """
    way = composed(read.report.text)
    text = read.report.text if way is None else way.text
    start, end = next(iter(sentences(text[: 20 * LONGEST])), (0, 0))
    words = " ".join((read.report.title or text[start:end]).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def _fits(ordered: Sequence[ReadReport]) -> dict[str, float]:
    """How near each report is to the sum of all."""
    total: Counter[str] = Counter()
    for read in ordered:
        total.update(sketch(read).words)
    norm = sum(weight * weight for weight in total.values())
    return {read.report.id: cosine(sketch(read).words, total, sketch(read).norms[0] * norm) for read in ordered}


def _latest(ordered: Sequence[ReadReport], central: ReadReport, fits: Mapping[str, float]) -> ReadReport:
    """The report whose title tells how things stand: a toll has risen since the central one."""
    if _seen(central) is None or not _numbered(central):
        return central
    least, language = FITTING * fits[central.report.id], central.report.language
    near = (read for read in ordered if fits[read.report.id] >= least and read.report.language == language and _numbered(read))
    return max((read for read in near if _seen(read) is not None), key=lambda read: (_seen(read) or "", read.report.id))


def _seen(read: ReadReport) -> str | None:
    return read.report.published.start if read.report.published is not None else None


def _numbered(read: ReadReport) -> bool:
    """Whether the title, as it opens the text, tells what has become of so many: of a crowd the later number is only another's."""
    end = len(read.report.title or "") if read.report.text.startswith(read.report.title or "\n") else headline(read.report.text)
    return any(quantity.span.end <= end and quantity.role is not None for quantity in read.reading.quantities)


def _when(ordered: Sequence[ReadReport], central: ReadReport) -> When | None:
    """The day or part of a day that most reports name: known days first, then what stands first in the central report. One in the lead
    weighs more if it is before the report came out, the day on which those speak whom it quotes."""
    said: dict[str, dict[str, When]] = defaultdict(dict)
    weight: Counter[str] = Counter()
    for read in sorted(ordered, key=lambda read: read.report.id != central.report.id):
        for when in read.reading.whens:
            if when.precision in (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY) and read.report.id not in said[when.value]:
                said[when.value][read.report.id] = when
                weight[when.value] += LEADING if _leads(read, when) else 1
    own, order = central.report.id, {value: n for n, value in enumerate(said)}
    best = min(weight, key=lambda v: (next(iter(said[v].values())).start is None, -weight[v], own not in said[v], order[v]), default=None)
    return None if best is None else said[best].get(own) or next(iter(said[best].values()))


def _leads(read: ReadReport, when: When) -> bool:
    """Whether a time stands in the lead, and is before the day of publication."""
    seen = _seen(read)
    ahead = when.span is None or when.span.start < lead_end(read)
    return ahead and (seen is None or when.start is None or when.start[:DAY] < seen[:DAY])


def _places(ordered: Sequence[ReadReport], central: ReadReport) -> tuple[Place, ...]:
    """The places that at least half of the reports name, those named by most first."""
    named: dict[str, dict[str, Place]] = defaultdict(dict)
    for read in ordered:
        for place in read.reading.places:
            named[place.id or fold(place.name)].setdefault(read.report.id, place)
    often = [place for place, where in named.items() if 2 * len(where) >= len(ordered)]
    chosen = [named[place].get(central.report.id) or next(iter(named[place].values())) for place in often]
    return tuple(sorted(chosen, key=lambda p: (-len(named[p.id or fold(p.name)]), p.span.report != central.report.id, _at(p.span))))[:MOST]


def _at(span: Span) -> tuple[str, int]:
    return span.report, span.start
