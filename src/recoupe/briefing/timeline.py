"""The timeline: each text with those numbers that appear in it and differ from others, and what is said to have happened on a known day.
Nothing undated and nothing to come is ever placed.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date, timedelta

from recoupe.briefing.backdrop import background, publication
from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import loose, ordered, past
from recoupe.briefing.likeness import bare, same
from recoupe.briefing.quoting import cut, quoted, telling
from recoupe.briefing.tallies import put, told_as_part
from recoupe.briefing.wording import capital, counted, what
from recoupe.model import UNHELD, Answer, Claim, Crosscheck, Dossier, Modality, Moment, Polarity, Precision, Span, When
from recoupe.phrases import Language, say
from recoupe.text import fold
from recoupe.text.clocks import instant, local, zone
from recoupe.text.headlines import headline
from recoupe.text.patterns import DATELINE

MOST = 60
"""Moments shown; the ledger holds all."""

SHOWN = 5
"""Numbers told with the text in which they appear."""

WHOLE = 300
"""Characters shown of a sentence: a thought is not cut where there is room."""

ENDS = (".", "!", "?", "…")
"""Marks after which no full stop is set."""

HAPPENED = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY})
"""What somebody is accused of, what is denied, possible, expected, threatened, demanded or wished for is no moment."""

NO_EVENT = frozenset({"FORECAST", "STATEMENT"})
"""What is to come, and what something is or might have been, is no moment: "aujourd'hui, il est impossible de le dire"."""

TELLING = 2
"""Words besides numbers, places, times and names that a moment has: fewer are a piece of a sentence."""

OPENER = len("depuis le ") + 1
"""Characters before a time in which it is said to be one end of a longer one."""

LEAD = 3
"""Sentences of the title and the lead."""

INCIDENTS = frozenset({"STRIKE", "INTERCEPT", "CAPTURE", "PROTEST", "ARREST", "DISASTER", "ACCIDENT"})
"""Types of what takes place at a time."""

FINEST = (Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY)
"""How closely a time is known, the closest first."""

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
    moments, clocks = [*_published(desk), *_claimed(desk), *_events(desk)], _clocks(desk)
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
    """Each text with the numbers that appear in it."""
    fresh = _fresh(desk)
    for report in desk.reports.values():
        when, at = report.published, local(report.published)
        if when is not None and at is not None:
            told = fresh.get(report.id, [])
            title = report.title or report.text[: headline(report.text)]
            key = "published.title" if title else "published"
            said = desk.say(key, report=desk.names[report.id], title=cut(title))
            text = ended(said, _appearing(desk, report.id, told))
            cites = desk.cites(claim for _, answer in told[:SHOWN] for claim in _by(desk, answer, report.id))
            yield Moment(at=at, precision=when.precision, text=text, voice=None, cites=cites)


def _fresh(desk: Desk) -> dict[str, list[tuple[Crosscheck, Answer]]]:
    """For each report those of several numbers that no text before it gives, and none of an unknown day: what all texts give alike does not
    change with time, and what was so long ago tells nothing of the story."""
    found: dict[str, list[tuple[Crosscheck, Answer]]] = {}
    for dossier in desk.file.dossiers:
        for check in ordered(desk, dossier):
            if len(check.answers) < 2 or told_as_part(desk, check) or check.question.part or loose(desk, check):
                continue
            for answer in desk.answers(check):
                first = _first(desk, answer)
                if first is not None and not past(desk, answer):
                    found.setdefault(first, []).append((check, answer))
    return found


def _first(desk: Desk, answer: Answer) -> str | None:
    """The report that gives a number first, where all that give it are dated."""
    given = sorted({desk.claims[c].report for c in answer.claims if c in desk.claims} & desk.reports.keys(), key=desk.rank.__getitem__)
    dated = all(local(desk.reports[r].published) for r in given)
    return given[0] if given and dated and answer.standing is None and answer.altered_from is None else None


def _appearing(desk: Desk, report: str, told: Sequence[tuple[Crosscheck, Answer]]) -> str:
    if not told:
        return ""
    listed = [_given(desk, report, check, answer) for check, answer in told[:SHOWN]]
    if len(told) > SHOWN:
        listed.append(desk.say("new.more", n=len(told) - SHOWN))
    return desk.say("published.fresh", list=desk.say("then").join(listed))


def ended(said: str, more: str) -> str:
    """A line with what follows it, which opens with a full stop: after a mark that ends it already none is set.

    >>> ended("Bac fermé", ". Y apparaissent"), ended("À quai !", ". Y apparaissent"), ended("À quai !", "")
    ('Bac fermé. Y apparaissent', 'À quai ! Y apparaissent', 'À quai !')
    """
    return said + (more.removeprefix(".") if said.endswith(ENDS) else more)


def _given(desk: Desk, report: str, check: Crosscheck, answer: Answer) -> str:
    """A number with those on whose word the report gives it."""
    said = (desk.claims[claim].attribution for claim in _by(desk, answer, report))
    names = dict.fromkeys(desk.spelled(one.actor.name) for one in said if one is not None and one.actor is not None)
    places = next((d.event.places for d in desk.file.dossiers if d.event.id == check.event), ())
    here = check.question.place_name is None or check.question.place_name in {place.name for place in places}
    plain = here and not check.question.part and not check.question.measure  # where the event is, it need not be told each time
    number = put(desk, answer, (counted if plain else what)(desk, check, answer))
    return desk.say("published.given", what=number, names=desk.join(names)) if names else number


def _by(desk: Desk, answer: Answer, report: str) -> list[str]:
    return [c for c in answer.claims if c in desk.claims and desk.claims[c].report == report]


def _claimed(desk: Desk) -> Iterator[Moment]:
    """Sentences with a time that their own words fix and no number that is told where it appears: each once, with all who say it."""
    dated = sorted((c for c in desk.claims.values() if c.id not in desk.counted and _happened(desk, c)), key=desk.order)
    seen = set[tuple[Span, str]]()
    for wording in same(desk, dated, _told):
        first = wording.claims[0]
        when, whole = first.when, desk.sentence(first.span)
        if when is None or when.start is None or (whole, when.start) in seen:
            continue
        seen.add((whole, when.start))
        cites = tuple(dict.fromkeys(claim.span for claim in wording.claims))
        names = dict.fromkeys(name for claim in wording.claims if (name := _voice(desk, claim)))
        text = _sentence(desk, first.span)
        yield Moment(at=when.start, precision=when.precision, text=text, voice=desk.join(names) or None, cites=cites, part=_part(when))


def _events(desk: Desk) -> Iterator[Moment]:
    """For each event of which no sentence above tells the time the first that does, with a number: in a lead, then that tells it best."""
    for dossier in desk.file.dossiers:
        kinds = Counter(claim.type for claim in dossier.claims if claim.type in INCIDENTS)
        kind = max(sorted(kinds), key=lambda one: kinds[one], default=None)
        given = [c for c in sorted(dossier.claims, key=desk.order) if c.type == kind and _of_the_day(desk, c, dossier)]
        first = min((c for c in given if c.id in desk.counted), key=lambda c: _telling(desk, c), default=None)
        if first is None or first.when is None or first.when.start is None:
            continue
        own = {first.when.start, dossier.event.when.start if dossier.event.when is not None else None}
        if any(c.id not in desk.counted and c.when is not None and c.when.start in own for c in given):
            continue  # told above
        when, words = first.when, _sentence(desk, first.span)
        text = desk.say("moment.event", report=desk.names[first.report], words=words)
        yield Moment(
            at=first.when.start, precision=when.precision, text=text, voice=_voice(desk, first), cites=(first.span,), part=_part(when)
        )


def _telling(desk: Desk, claim: Claim) -> tuple[bool, bool, int]:
    """Whether it is in another language, whether it stands behind the lead, and how closely it tells the time."""
    before = [s for s in desk.sentences.get(claim.report, ()) if s.start <= claim.span.start]
    foreign = desk.reports[claim.report].language != desk.language
    return foreign, len(before) > LEAD, FINEST.index(claim.when.precision) if claim.when is not None else len(FINEST)


def _sentence(desk: Desk, span: Span) -> str:
    """The sentence of a passage without the line that dates the report."""
    raw = desk.raw(desk.sentence(span))
    line = DATELINE.match(raw)
    return capital(quoted(raw[line.end() :] if line is not None else raw, desk.language, WHOLE))


def _of_the_day(desk: Desk, claim: Claim, dossier: Dossier) -> bool:
    """It tells of the event itself: no new toll of it, and of no other day."""
    when, day = claim.when, dossier.event.when.start if dossier.event.when is not None else None
    if when is None or when.precision not in FINEST or claim.standing is not None or not _happened(desk, claim):
        return False
    return day is not None and when.start is not None and when.start[:10] == day[:10]


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
    if when is None or when.start is None or claim.type in NO_EVENT or (when.inherited and not _clock(desk, claim)):
        return False
    if claim.modality not in HAPPENED or claim.polarity is not Polarity.POSITIVE or claim.standing in UNHELD:
        return False
    if bare(desk, claim.span) < TELLING or _open_ended(desk, claim):
        return False
    published = publication(desk, claim.report)
    return (published is None or when.start[:10] <= published) and not background(desk, claim)


def _open_ended(desk: Desk, claim: Claim) -> bool:
    """Its words tell only since when or until when: "depuis le 1er août"."""
    at, report = claim.when.span if claim.when is not None else None, desk.reports[claim.report]
    if at is None:
        return False
    before, words = f"{fold(report.text[max(0, at.start - OPENER) : at.start])} ", fold(report.text[at.start : at.end])
    ends = (*telling(report.language).since, *telling(report.language).until)
    return words.startswith(ends) or any(end in before for end in ends)


def _clock(desk: Desk, claim: Claim) -> bool:
    """Its own sentence has the hour, of a day told before: "la vedette était là à 3h15"."""
    when, whole = claim.when, desk.sentence(claim.span)
    at = when.span if when is not None and when.precision is Precision.INSTANT else None
    return at is not None and at.report == whole.report and whole.start <= at.start and at.end <= whole.end


def _told(claim: Claim) -> Hashable:
    return claim.when.start[:10] if claim.when and claim.when.start else "", claim.modality


def _voice(desk: Desk, claim: Claim) -> str | None:
    return desk.spelled(claim.attribution.actor.name) if claim.attribution and claim.attribution.actor else None
