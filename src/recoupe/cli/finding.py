"""`search` and `explain`: from words to passages, from a record to its reasons."""

from argparse import Namespace
from collections.abc import Iterator

import msgspec

from recoupe.cli.lines import Lines, short
from recoupe.cli.screen import ledger_of, note, out, table
from recoupe.ledger import Explanation
from recoupe.phrases import say
from recoupe.text.visible import visible


def search(options: Namespace) -> int:
    """Passages that hold the words."""
    with ledger_of(options) as ledger:
        hits = ledger.search(" ".join(options.query), options.limit)
        lines = Lines.of(options.lang, {report.id: report for report in ledger.reports()})
    if options.format == "json":
        out(msgspec.json.format(msgspec.json.encode(hits), indent=1).decode())
    elif options.format == "csv":
        rows = ({"report": h.report, "start": h.span.start, "end": h.span.end, "words": h.words} for h in hits)
        out(table(("report", "start", "end", "words"), rows))
    else:
        for hit in hits:
            out(f"{hit.report}  {lines.at(hit.span)} {short(hit.words)}")
        if not hits:
            note(say(options.lang, "cli.nothing"))
    return 0


def explain(options: Namespace) -> int:
    """A record, and for each field the rule and the words that gave it."""
    with ledger_of(options) as ledger:
        found = ledger.explain(options.any)
    if options.format == "json":
        out(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    else:
        for line in _explained(found, options):
            out(line)
    return 0


def _explained(found: Explanation, options: Namespace) -> Iterator[str]:
    yield f"{found.kind} {msgspec.structs.asdict(found.record).get('id', '')}"
    for field, value in msgspec.to_builtins(found.record).items():
        if value not in (None, [], {}, "") and field not in ("id", "text", "evidence", "words", "sentences"):
            yield f"  {field}: {short(msgspec.json.encode(value).decode() if isinstance(value, list | dict) else str(value))}"
    if found.evidence:
        yield say(options.lang, "cli.evidence")
    width = max((len(e.field) for e in found.evidence), default=0)
    for evidence in found.evidence:
        yield f"  {evidence.field:<{width}}  « {short(evidence.words)} » [{evidence.span.start}-{evidence.span.end}]  {evidence.rule}"
    spans = [e.span for e in found.evidence]
    for report, text in found.texts.items():
        around = [s for s in spans if s.report == report]
        if around:
            start, end = max(0, min(s.start for s in around) - 200), min(len(text), max(s.end for s in around) + 200)
            yield f"{report} [{start}-{end}]"
            yield "  " + visible(text[start:end]).replace("\n", "\n  ")
