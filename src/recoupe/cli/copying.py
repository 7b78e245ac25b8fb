"""`reuse --matrix`, `--sample` and `--marks`: for those who study copying between outlets."""

import csv
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from recoupe.cli.screen import Heading, data, json, note, out, table
from recoupe.errors import NothingGiven
from recoupe.model import Direction, Exchange, Report, Reuse
from recoupe.phrases import Language, say
from recoupe.reuse.exchange import exchanges
from recoupe.reuse.sampling import precision, sample

MATRIX = ("giver", "taker", "direction", "pairs", "share", "credited", "lag")
DRAWN = ("id", "a", "b", "kind", "direction", "a_words", "b_words", "mark")
YES, NO = ("oui", "o", "yes", "y", "1", "x"), ("non", "n", "no", "0")
"""What a mark may be, in either language; nothing: not marked."""


def matrix(options: Namespace, reuses: Sequence[Reuse], reports: Mapping[str, Report]) -> int:
    """Outlet by outlet: how many texts, how much of them, credited or not, how long after."""
    found = exchanges(reuses, reports)
    if options.format == "json":
        json(found)
    elif options.format == "csv":
        data(table(MATRIX, ({name: getattr(one, name) for name in MATRIX} for one in found)))
    elif not found:
        note(options, say(options.lang, "cli.nothing"))
    else:
        out(line for one in found for line in _cell(options.lang, one))
    return 0


def _cell(language: Language, one: Exchange) -> Iterator[str]:
    giver, taker = (name or say(language, "cli.no_outlet") for name in (one.giver, one.taker))
    yield Heading(say(language, f"cli.exchange_{one.direction}", giver=giver, taker=taker))
    counted, share = say(language, "cli.reprises", n=one.pairs), say(language, "cli.covered", share=round(one.share / 10))
    lag = say(language, "cli.lag", lag=_duration(one.lag)) if one.lag is not None else ""
    yield "    " + " · ".join(part for part in (counted, share, say(language, "cli.credited", n=one.credited), lag) if part)


def _duration(minutes: int) -> str:
    """Hours and minutes.

    >>> _duration(75), _duration(-5)
    ('1 h 15', '-0 h 05')
    """
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}{hours} h {rest:02}"


def drawn(options: Namespace, reuses: Sequence[Reuse], reports: Mapping[str, Report]) -> int:
    """Pairs for a hand check, as CSV with an empty column for the marks."""
    data(table(DRAWN, (_row(reuse, reports) for reuse in sample(reuses, options.sample))))
    return 0


def _row(reuse: Reuse, reports: Mapping[str, Report]) -> dict[str, object]:
    best = max(reuse.passages, key=lambda p: (p.exact, p.a.end - p.a.start, -p.a.start))
    return {
        "id": reuse.id,
        "a": reports[reuse.a].outlet,
        "b": reports[reuse.b].outlet,
        "kind": reuse.kind,
        "direction": reuse.direction if reuse.direction is not Direction.UNKNOWN else "",
        "a_words": reports[reuse.a].text[best.a.start : best.a.end],
        "b_words": reports[reuse.b].text[best.b.start : best.b.end],
    }


def marked(options: Namespace) -> int:
    """What the marks in a file say: how many of the pairs drawn are right, and between which limits the share of all lies."""
    found = precision(list(_marks(Path(options.marks), options.lang)))
    if options.format == "json":
        json(found._asdict())
    elif options.format == "csv":
        data(table(found._fields, [found._asdict()]))
    else:
        share = found.right / max(1, found.marked)
        shares = {"share": f"{share:.1%}", "low": f"{found.low:.1%}", "high": f"{found.high:.1%}"}
        out([say(options.lang, "cli.precision", n=found.marked, right=found.right, **shares)])
    return 0


def _marks(path: Path, language: Language) -> Iterator[bool]:
    """The marks in the column `mark`; a comma, a semicolon or a tab between the columns."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NothingGiven(say(language, "cli.no_marks", path=path)) from error
    head = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=max(",;\t", key=head.count))
    if "mark" not in (rows.fieldnames or ()):
        raise NothingGiven(say(language, "cli.no_marks", path=path))
    for number, row in enumerate(rows, 2):
        mark = (row["mark"] or "").strip().casefold()
        if mark and mark not in (*YES, *NO):
            raise NothingGiven(say(language, "cli.bad_mark", path=path, line=number, mark=mark))
        if mark:
            yield mark in YES
