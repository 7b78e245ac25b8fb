"""The commands that list what a stage yielded."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from recoupe.cli import copying, sorting
from recoupe.cli.lines import Lines
from recoupe.cli.screen import data, ledger_of, out, show, table
from recoupe.errors import NothingGiven
from recoupe.ledger import Ledger
from recoupe.model import Crosscheck, Record
from recoupe.phrases import say

R = TypeVar("R", bound=Record)


Ask = Callable[[Ledger, Mapping[str, int]], Iterable[R]]
"""What is listed, in its order, for the ranks of the reports."""


def _list(options: Namespace, kind: str, ask: "Ask[R]", say_it: Callable[[Lines, R], Iterable[str]]) -> int:
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        lines = Lines.of(options.lang, reports)
        return show(options, kind, ask(ledger, lines.rank), reports, partial(say_it, lines))


def claims(options: Namespace) -> int:
    """Claims of a story, or of all."""
    return _list(options, "claims", lambda ledger, rank: sorting.claims(ledger.claims(options.story), rank), Lines.claim)


def crosschecks(options: Namespace) -> int:
    """Crosschecks of a story, or of all."""

    def ask(ledger: Ledger, rank: Mapping[str, int]) -> list[Crosscheck]:
        return sorting.crosschecks(ledger.crosschecks(options.story), ledger.claims(options.story), rank)

    return _list(options, "crosschecks", ask, Lines.crosscheck)


def reuse(options: Namespace) -> int:
    """Reuse of a report, or of all; outlet by outlet; drawn for a hand check, and what its marks say."""
    if options.marks:
        return copying.marked(options)
    if options.matrix or options.sample:
        with ledger_of(options) as ledger:
            return (copying.matrix if options.matrix else copying.drawn)(options, ledger)
    done = _list(options, "reuse", lambda ledger, rank: sorting.reuses(ledger.reuse(options.report), rank), Lines.reuse)
    if options.format == "text" and not options.report:
        _origins(options)
    return done


def _origins(options: Namespace) -> None:
    """Which texts have one origin, and why; nothing where none have."""
    with ledger_of(options) as ledger:
        lines = Lines.of(options.lang, {report.id: report for report in ledger.reports()})
        shared = [one for one in ledger.origins() if len(one.reports) > 1]
        out(line for one in sorted(shared, key=lambda one: (-len(one.reports), one.id)) for line in lines.origin(one))


def drift(options: Namespace) -> int:
    """Differences between two named reports, or between all linked ones."""
    if len(options.pair) not in (0, 2):
        raise NothingGiven(say(options.lang, "cli.two_reports"))
    return _list(options, "drift", lambda ledger, rank: sorting.drifts(ledger.drift(*options.pair), rank), Lines.drift)


def stories(options: Namespace) -> int:
    """Stories with their events."""
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        events = {event.id: event for event in ledger.events()}
        lines = Lines.of(options.lang, reports)
        origin = {report: one.id for one in ledger.origins() for report in one.reports}
        return show(options, "stories", ledger.stories(), reports, lambda story: lines.story(story, events, origin))


def rejects(options: Namespace) -> int:
    """What could not be taken in."""
    with ledger_of(options) as ledger:
        found = list(ledger.rejects())
        if options.format == "csv":
            columns = ("locator", "reason", "detail", "sha256", "id")
            data(table(columns, ({name: getattr(reject, name) for name in columns} for reject in found)))
            return 0
        return show(options, "rejects", found, {}, Lines.of(options.lang, {}).reject)
