"""`search` and `explain`: from words to passages, from a record to its reasons."""

from argparse import Namespace

from recoupe.cli.explained import explained
from recoupe.cli.lines import Lines, short
from recoupe.cli.screen import data, json, ledger_of, note, out, table
from recoupe.errors import NothingGiven
from recoupe.ledger import Hit
from recoupe.model import Crosscheck
from recoupe.phrases import say


def search(options: Namespace) -> int:
    """Passages that hold the words; at least one has to be looked for."""
    if not any(any(map(str.isalnum, word)) and word[0] not in "-−" for word in " ".join(options.query).split()):
        raise NothingGiven(say(options.lang, "cli.no_word"))
    with ledger_of(options) as ledger:
        hits = ledger.search(" ".join(options.query), options.limit)
        lines = Lines.of(options.lang, {report.id: report for report in ledger.reports()})
    if options.format == "json":
        json(hits)
    elif options.format == "csv":
        rows = ({"report": h.report, "start": h.span.start, "end": h.span.end, "words": h.words} for h in hits)
        data(table(("report", "start", "end", "words"), rows))
    elif hits:
        out(f"{hit.report}  {lines.at(hit.span)} {short(marked(hit))}" for hit in hits)
    else:
        note(options, say(options.lang, "cli.nothing"))
    return 0


def marked(hit: Hit) -> str:
    """The words of a passage with the sought ones marked; one far into it begins shortly before the first of them.

    >>> from recoupe.model import Span
    >>> spans = [Span(report="r", start=a, end=b) for a, b in ((10, 31), (13, 16))]
    >>> marked(Hit(report="r", span=spans[0], words="Le bac repart demain.", found=(spans[1],)))
    'Le *bac* repart demain.'
    """
    words, start = hit.words, hit.span.start
    for one in reversed(hit.found):
        words = f"{words[: one.start - start]}*{words[one.start - start : one.end - start]}*{words[one.end - start :]}"
    first = hit.found[0].start - start if hit.found else 0
    return words if first < FAR else f"… {words[first - BEFORE :].partition(' ')[2]}"


FAR, BEFORE = 120, 60
"""From so many characters on a passage is shown from shortly before the first word; so many stand before it."""


def explain(options: Namespace) -> int:
    """A record, and for each field the rule and the words that gave it."""
    with ledger_of(options) as ledger:
        found = ledger.explain(options.any)
        asked = found.record.answers if isinstance(found.record, Crosscheck) else ()
        claims = [ledger.claim(key) for key in dict.fromkeys(key for answer in asked for key in (*answer.claims, *answer.disputed))]
        lines = Lines.of(options.lang, {report.id: report for report in ledger.reports()}, claims)
    if options.format == "json":
        json(found)
    else:
        out(explained(found, lines, claims))
    return 0
