"""`point`: where things stand, from a ledger or straight from files."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from recoupe.briefing.text import markdown
from recoupe.cli.screen import ledger_of, note, out, progress
from recoupe.ledger import Ledger
from recoupe.phrases import say
from recoupe.web.page import Point, page


def point(options: Namespace) -> int:
    """Brief on a story, on files, or on every story of the ledger; exit code 3 where a file was refused."""
    with _source(options) as (ledger, refused, asked):
        files = [ledger.file(story) for story in asked]
        points = [Point(file, ledger.briefing(file.story.id, options.lang)) for file in files]
        _write(options, points)
    if refused:
        note(say(options.lang, "cli.rejected_here", n=len(refused)))
        for line in refused:
            note(f"  {line}")
    return 3 if refused else 0


@contextmanager
def _source(options: Namespace) -> "Iterator[tuple[Ledger, list[str], list[str]]]":
    """The ledger to ask, what was refused on the way, and the stories asked for: paths need no ledger, ids do."""
    if any(Path(target).exists() or target == "-" or any(c in target for c in "/\\*?.") for target in options.target):
        with Ledger.open(None) as ledger:
            with progress(options) as shown:
                ledger.add(options.target, shown)
            refused = [f"{reject.locator}: {reject.reason} ({reject.detail})" for reject in ledger.rejects()]
            yield ledger, refused, _largest_first(ledger)
    else:
        with ledger_of(options) as ledger:
            yield ledger, [], options.target or _largest_first(ledger)


def _largest_first(ledger: Ledger) -> list[str]:
    sizes = {event.id: len(event.reports) for event in ledger.events()}
    return [story.id for story in sorted(ledger.stories(), key=lambda s: (-sum(sizes[e] for e in s.events), s.title, s.id))]


def _write(options: Namespace, points: list[Point]) -> None:
    if options.format == "html":
        text = page(points, options.lang, with_texts=options.with_texts)
    elif options.format == "json":
        text = msgspec.json.format(msgspec.json.encode([point.briefing for point in points]), indent=1).decode() + "\n"
    else:
        text = "\n".join(markdown(point.briefing, list(point.reports.values())) for point in points)
    if options.output:
        aside = Path(options.output + ".part")
        aside.write_text(text, encoding="utf-8")
        aside.replace(options.output)
        note(say(options.lang, "cli.written", path=options.output))
    else:
        out(text.rstrip("\n"))
