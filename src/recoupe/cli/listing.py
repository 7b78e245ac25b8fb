"""The commands that list what a stage yielded."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from recoupe.cli.lines import Lines
from recoupe.cli.screen import data, ledger_of, show, table
from recoupe.errors import NothingGiven
from recoupe.ledger import Ledger
from recoupe.model import Record
from recoupe.phrases import say

R = TypeVar("R", bound=Record)


def _list(options: Namespace, kind: str, ask: Callable[[Ledger], Iterable[R]], say_it: Callable[[Lines, R], Iterable[str]]) -> int:
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        return show(options, kind, ask(ledger), reports, partial(say_it, Lines.of(options.lang, reports)))


def claims(options: Namespace) -> int:
    """Claims of a story, or of all."""
    return _list(options, "claims", lambda ledger: ledger.claims(options.story), Lines.claim)


def crosschecks(options: Namespace) -> int:
    """Crosschecks of a story, or of all."""
    return _list(options, "crosschecks", lambda ledger: ledger.crosschecks(options.story), Lines.crosscheck)


def reuse(options: Namespace) -> int:
    """Reuse of a report, or of all."""
    return _list(options, "reuse", lambda ledger: ledger.reuse(options.report), Lines.reuse)


def drift(options: Namespace) -> int:
    """Differences between two named reports, or between all linked ones."""
    if len(options.pair) not in (0, 2):
        raise NothingGiven(say(options.lang, "cli.two_reports"))
    return _list(options, "drift", lambda ledger: ledger.drift(*options.pair), Lines.drift)


def stories(options: Namespace) -> int:
    """Stories with their events."""
    with ledger_of(options) as ledger:
        reports = {report.id: report for report in ledger.reports()}
        events = {event.id: event for event in ledger.events()}
        lines = Lines.of(options.lang, reports)
        return show(options, "stories", ledger.stories(), reports, lambda story: lines.story(story, events))


def rejects(options: Namespace) -> int:
    """What could not be taken in."""
    with ledger_of(options) as ledger:
        found = list(ledger.rejects())
        if options.format == "csv":
            columns = ("locator", "reason", "detail", "sha256", "id")
            data(table(columns, ({name: getattr(reject, name) for name in columns} for reject in found)))
            return 0
        return show(options, "rejects", found, {}, Lines.of(options.lang, {}).reject)
