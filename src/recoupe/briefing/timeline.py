"""The timeline: publications and what is said to have happened on a known day. Nothing undated and nothing to come is ever placed."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date, timedelta

from recoupe.briefing.desk import Desk
from recoupe.briefing.likeness import bare, content, same
from recoupe.briefing.quoting import cut
from recoupe.model import UNHELD, Claim, Modality, Moment, Polarity, Precision, When
from recoupe.phrases import Language, say
from recoupe.text.clocks import instant, local, zone

MOST = 60
"""Moments shown; the ledger holds all."""

HAPPENED = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY})
"""What somebody is accused of, what is denied, possible, expected, threatened, demanded or wished for is no moment."""

RECENT = 90
"""Days before publication: what was in another year and longer ago is background and no event of the story."""

TELLING = 2
"""Words besides numbers, places, times and names that a moment has: fewer are a piece of a sentence."""

PARTS = frozenset({"MO", "MI", "AF", "EV", "NI"})

KNOWN = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.WEEK: 10, Precision.DAY: 10, Precision.PART_OF_DAY: 10}
"""Characters of a time that are known: "1964", "2031-05", "2031-05-03"."""


def known(at: str, precision: Precision) -> str:
    """A time as fine as it is known, and no finer.

    >>> known("2031-05-01T00:00:00", Precision.MONTH), known("2031-05-03T08:15:00Z", Precision.INSTANT)
    ('2031-05', '2031-05-03T08:15:00Z')
    """
    return at[: KNOWN.get(precision, len(at))]


def timeline(desk: Desk) -> tuple[Moment, ...]:
    """All moments in order; where there are too many, publications and the earliest claims."""
    moments, clocks = [*_published(desk), *_claimed(desk)], _clocks(desk)
    usual = next(iter(clocks.values()), None)

    def order(moment: Moment) -> tuple[object, ...]:
        clock = next((clocks[span.report] for span in moment.cites if span.report in clocks), usual)
        return instant(moment.at, clock), [desk.place(span) for span in moment.cites], moment.text

    return tuple(sorted(moments, key=order)[:MOST])


def _clocks(desk: Desk) -> dict[str, str]:
    """For each report that has a zone the time of its publication by its own clock, in the order of reports."""
    told = ((r.id, local(r.published)) for r in desk.reports.values() if r.published is not None)
    return {key: at for key, at in told if at is not None and zone(at)}


def _published(desk: Desk) -> Iterator[Moment]:
    for report in desk.reports.values():
        when, at = report.published, local(report.published)
        if when is not None and at is not None:
            key = "published.title" if report.title else "published"
            text = desk.say(key, report=desk.names[report.id], title=cut(report.title or ""))
            yield Moment(at=at, precision=when.precision, text=text, voice=None, cites=())


def _claimed(desk: Desk) -> Iterator[Moment]:
    """Claims with a time that their own words fix, each once in equal words of one voice on one day."""
    dated = sorted((c for c in desk.claims.values() if _happened(desk, c)), key=desk.order)
    for wording in same(desk, dated, _told):
        first = wording.claims[0]
        if first.when is not None and first.when.start is not None:
            cites = tuple(dict.fromkeys(claim.span for claim in wording.claims))
            span = first.span if len(cites) == 1 else content(first)  # of several clauses what has the same words
            when, text, voice = first.when, desk.clause(span), _voice(first)
            yield Moment(at=first.when.start, precision=when.precision, text=text, voice=voice, cites=cites, part=_part(when))


def _part(when: When) -> str | None:
    """Which part of its day, of a time that is one."""
    part = when.value.rpartition("T")[2]
    return part if when.precision is Precision.PART_OF_DAY and part in PARTS else None


def parted(moment: Moment, write: Callable[[str], str], language: Language) -> str | None:
    """The part of a day that a moment lies in, in words, the night with both its days; `write` puts a day. None for other times.

    >>> night = Moment(at="2031-05-31T18:00:00", precision=Precision.PART_OF_DAY, text="", voice=None, cites=(), part="NI")
    >>> parted(night, str, "fr"), parted(night, str, "en")
    ('nuit du 2031-05-31 au 2031-06-01', 'night of 2031-05-31 to 2031-06-01')
    """
    day = moment.at[:10]
    if moment.part is None:
        return None
    if moment.part == "NI" and (following := _following(day)) is not None:
        return say(language, "cli.time.night", low=write(day), high=write(following))
    return f"{write(day)}, {say(language, f'cli.time.part.{moment.part}')}"


def _following(day: str) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):  # a day that the calendar does not have
        return None


def _happened(desk: Desk, claim: Claim) -> bool:
    """It is said to have been so, at a time that the clause itself states and that had begun when the text was published."""
    when = claim.when
    if when is None or when.start is None or when.inherited or claim.type == "FORECAST":
        return False
    if claim.modality not in HAPPENED or claim.polarity is not Polarity.POSITIVE or claim.standing in UNHELD:
        return False
    if bare(desk, claim.span) < TELLING:
        return False
    published = _publication(desk, claim.report)
    return (published is None or when.start[:10] <= published) and not background(desk, claim)


def background(desk: Desk, claim: Claim) -> bool:
    """Its own words put it in another year than that of publication, and not shortly before."""
    start, published = claim.when.start if claim.when is not None and not claim.when.inherited else None, _publication(desk, claim.report)
    return start is not None and published is not None and _long_before(start, published)


def _publication(desk: Desk, report: str) -> str | None:
    """The day, or the first day, of publication; of an undated text that of the first dated one."""
    start = local(desk.reports[report].published)
    first = next((at for r in desk.reports.values() if (at := local(r.published))), None)
    return (start or first or "")[:10] or None


def _long_before(start: str, published: str) -> bool:
    if start[:4] >= published[:4]:
        return False
    try:
        return (date.fromisoformat(published) - date.fromisoformat(start[:10])).days > RECENT
    except ValueError:  # a year that the calendar does not have
        return True


def _told(claim: Claim) -> Hashable:
    return claim.when.start[:10] if claim.when and claim.when.start else "", _voice(claim), claim.modality


def _voice(claim: Claim) -> str | None:
    return claim.attribution.actor.name if claim.attribution and claim.attribution.actor else None
