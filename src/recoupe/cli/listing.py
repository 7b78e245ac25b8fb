"""The commands that list what a stage yielded."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from recoupe.briefing.scope import spread
from recoupe.cli import copying, sorting
from recoupe.cli.lines import Lines, Origins, short
from recoupe.cli.screen import Heading, data, ledger_of, out, show, table
from recoupe.cli.taking import report_refused, taken
from recoupe.engine.batch import reuses
from recoupe.errors import NothingGiven
from recoupe.export.files import held
from recoupe.ledger import Ledger
from recoupe.model import Crosscheck, Record, Reject, Report, Reuse
from recoupe.phrases import say

R = TypeVar("R", bound=Record)


Ask = Callable[[Ledger, Mapping[str, int]], Iterable[R]]
"""What is listed, in its order, for the ranks of the reports."""


def _list(options: Namespace, kind: str, ask: "Ask[R]", say_it: Callable[[Lines, R], Iterable[str]]) -> int:
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        lines = Lines.of(options.lang, reports)
        return show(options, kind, ask(ledger, lines.rank), reports, partial(say_it, lines), held(ledger.events(), ledger.stories()))


def claims(options: Namespace) -> int:
    """Claims of a story, event or report, or of all."""
    return _list(options, "claims", lambda ledger, rank: sorting.claims(ledger.claims(options.story), rank), Lines.claim)


def crosschecks(options: Namespace) -> int:
    """Crosschecks of a story, event or report; or of all, story by story, the largest first."""
    with ledger_of(options) as ledger:
        reports, claims = {report.id: report for report in ledger.reports()}, list(ledger.claims(options.story))
        lines, sizes = Lines.of(options.lang, reports, claims), _sizes(ledger)
        found = sorting.crosschecks(ledger.crosschecks(options.story), claims, lines.rank)
        titles = {story.id: story.title for story in ledger.stories()}
        ordered = sorted(found, key=lambda check: (-sizes[check.story], titles[check.story], check.story))
        firsts = {check.story: check.id for check in reversed(ordered)}

        def told(check: Crosscheck) -> Iterator[str]:
            if len(firsts) > 1 and firsts[check.story] == check.id:
                yield Heading(f"{check.story}  {short(titles[check.story])}")
            yield from lines.crosscheck(check)

        return show(options, "crosschecks", ordered, reports, told)


def _sizes(ledger: Ledger) -> dict[str, int]:
    """How many texts each story has."""
    events = {event.id: len(event.reports) for event in ledger.events()}
    return {story.id: sum(events[key] for key in story.events) for story in ledger.stories()}


def reuse(options: Namespace) -> int:
    """Reuse of a report, or of all; outlet by outlet; drawn for a hand check, and what its marks say; of files, without a ledger."""
    if options.marks:
        return copying.marked(options)
    if options.batch:
        return _batch(options)
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        done = _reuses(options, ledger.reuse(options.report), reports)
        if options.format == "text" and not (options.report or options.matrix or options.sample):
            _origins(ledger, Lines.of(options.lang, reports))
        return done


def _batch(options: Namespace) -> int:
    """What a ledger of all these files would find, but for texts that tell the same in other words throughout."""
    if options.report:
        raise NothingGiven(say(options.lang, "cli.no_report_in_batch"))
    refused: list[Reject] = []
    reports = {item.id: item for item in taken(options.batch, refused, options.lang) if isinstance(item, Report)}
    _reuses(options, reuses(list(reports.values())), reports)
    return report_refused(refused, options.lang)


def _reuses(options: Namespace, found: Sequence[Reuse], reports: Mapping[str, Report]) -> int:
    if options.matrix:
        return copying.matrix(options, found, reports)
    if options.sample:
        return copying.drawn(options, found, reports)
    lines = Lines.of(options.lang, reports)
    return show(options, "reuse", sorting.reuses(found, lines.rank), reports, lines.reuse)


def _origins(ledger: Ledger, lines: Lines) -> None:
    """How many text origins all texts have, and which have one, and why; nothing where there are no texts."""
    if lines.reports:
        out([lines.wordings(len(lines.reports), _origins_of(ledger, ledger.reuse())(lines.reports))])
    shared = [one for one in ledger.origins() if len(one.reports) > 1]
    out(line for one in sorted(shared, key=lambda one: (-len(one.reports), one.id)) for line in lines.origin(one))


def _origins_of(ledger: Ledger, found: Iterable[Reuse]) -> Origins:
    """Of some texts how many text origins they have, `found` being what ties them."""
    origin_of, tied = {report: one.id for one in ledger.origins() for report in one.reports}, defaultdict[str, list[str]](list)
    for one in found:
        tied[one.a].append(one.b)
    return lambda members: spread(set(members), origin_of, ((a, b) for a in members for b in tied.get(a, ())))


def drift(options: Namespace) -> int:
    """Differences between two named reports, in one report, event or story, or between all linked reports."""
    if len(options.pair) > 2:
        raise NothingGiven(say(options.lang, "cli.two_reports"))
    return _list(options, "drift", lambda ledger, rank: sorting.drifts(ledger.drift(*options.pair), rank), Lines.drift)


def stories(options: Namespace) -> int:
    """Stories with their events, the largest first; or the one asked for."""
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        events = {event.id: event for event in ledger.events()}
        lines = Lines.of(options.lang, reports)
        sizes, event_of = _sizes(ledger), {report: event.id for event in events.values() for report in event.reports}
        origins = _origins_of(ledger, [one for one in ledger.reuse() if event_of.get(one.a) == event_of.get(one.b)])
        asked = [ledger.story(options.story)] if options.story is not None else ledger.stories()
        found = sorted(asked, key=lambda story: (-sizes[story.id], story.title, story.id))
        return show(options, "stories", found, reports, lambda story: lines.story(story, events, origins))


def rejects(options: Namespace) -> int:
    """What could not be taken in."""
    with ledger_of(options) as ledger:
        found = list(ledger.rejects())
        if options.format == "csv":
            columns = ("locator", "reason", "detail", "sha256", "id")
            data(table(columns, ({name: getattr(reject, name) for name in columns} for reject in found)))
            return 0
        return show(options, "rejects", found, {}, Lines.of(options.lang, {}).reject)
