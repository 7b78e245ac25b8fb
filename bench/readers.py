"""Other readers of French on the same texts: `python -m bench.readers [--timebank CLONE] [--parse MODEL]`; see bench/peers.md.

Each tool runs here, with its French and with the day of publication where it takes one; what is not installed is left out.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from recoupe.model import Raw, Report
from recoupe.pipeline import PIPELINE
from recoupe_eval.__main__ import ROOT, own
from recoupe_eval.gold import Words
from recoupe_eval.pairing import Stretch, jaccard, paired
from recoupe_eval.reports import SPLITS, Judged, half
from recoupe_eval.rows import Row, row, table
from recoupe_eval.scores import ENOUGH, Counts, exact, overlapping
from recoupe_eval.sets import __main__ as sets
from recoupe_eval.sets import french_timebank
from recoupe_eval.sets.bare import bare
from recoupe_eval.sets.records import TimedText


class Read(NamedTuple):
    """What a tool reads from `start` to `end`, with all values that it thinks possible."""

    start: int
    end: int
    values: tuple[Any, ...] = ()


class Quote(NamedTuple):
    """What somebody is quoted with, and who that is."""

    content: list[Stretch]
    speaker: list[Stretch]


Reader = Callable[[Report], Iterable[Read]]
Quoter = Callable[[Judged], Iterable[Quote]]


def main() -> int:
    """Print the table; what each tool took goes to standard error."""
    options = argparse.ArgumentParser(prog="python -m bench.readers", description=__doc__)
    options.add_argument("--split", choices=SPLITS, default="dev", help="which half (default: dev); test is for those who write no rules")
    options.add_argument("--timebank", type=Path, metavar="CLONE", help="French TimeBank, see eval/SETS.md")
    options.add_argument("--parse", metavar="MODEL", help="a French pipeline of spaCy with sentences, lemmas and a parse, for textacy")
    given = options.parse_args()
    judged = [one for one in own(ROOT) if one.report.language == "fr" and half(one.gold.report) == given.split]
    tasks: list[tuple[dict[str, Callable[[], Any]], Callable[[Any], Iterator[Row]]]] = [
        (TIMES, lambda read: values(judged, read)),
        (NUMBERS, lambda read: numbers(judged, read)),
        ({"recoupe": lambda: quotes_of_ours, "textacy": lambda: textacy(given.parse)}, lambda read: quotations(judged, read)),
    ]
    if given.timebank:
        items = [i for i in french_timebank.read(given.timebank) if isinstance(i, TimedText) and sets.half(i) == given.split]
        tasks.insert(0, (TIMES, lambda read: timebank(items, read)))
    for tools, score in tasks:
        print(table([one for tool, made in tools.items() for one in scored(tool, made, score)]), flush=True)
    return 0


def scored(tool: str, made: Callable[[], Any], score: Callable[[Any], Iterator[Row]]) -> Iterator[Row]:
    """The rows of a tool under its name; none where it cannot be had."""
    try:
        read = made()
    except (ImportError, OSError) as error:  # OSError: spaCy does not find the model
        print(f"{tool} left out: {error}", file=sys.stderr)
        return
    begun = time.process_time()
    for one in score(read):
        yield Row(f"{one.layer}: {tool}", one.precision, one.recall, one.f1, one.low, one.high, one.n, one.enough)
    print(f"{tool}: {time.process_time() - begun:.1f} s of CPU", file=sys.stderr)


def timebank(items: Sequence[TimedText], read: Reader) -> Iterator[Row]:
    """Expressions of French TimeBank, both sides brought to its bare form."""
    both = []
    for item in items:
        found = [part for one in read(_report(item.text)) for part in bare(item.text, one.start, one.end)]
        both.append((found, [part for span in item.spans for part in bare(item.text, span.start, span.end)]))
    yield row("TimeBank, exact", [exact(found, gold) for found, gold in both], ENOUGH)
    yield row("TimeBank, overlap", [overlapping(found, gold) for found, gold in both], ENOUGH)


def _report(text: str) -> Report:
    return Report(
        id="r-0", text=text, sha256=sha256(text.encode()).hexdigest(), language="fr", raw=Raw(sha256="", locator=""), extractor="set"
    )


def values(judged: Sequence[Judged], read: Reader) -> Iterator[Row]:
    """Times of the gold that are met, and met with their value. What is read elsewhere is no alarm: the gold marks no durations."""
    pairs = [paired(one.gold.times, list(read(one.report)), _meeting) for one in judged]
    yield row("times, met", [_judged(some, lambda g, f: True) for some in pairs], ENOUGH)  # noqa: ARG005
    yield row("times, value", [_judged(some, lambda g, f: any(fits(g.value, v) for v in f.values)) for some in pairs], ENOUGH)


def fits(gold: str, value: str) -> bool:
    """Whether a value is right as far as the gold goes; the part of a day is not asked for.

    >>> fits("2024-11", "2024-11-03T00:00"), fits("2024-11-03TNI", "2024-11-03T00:00"), fits("2024-11-03T06:30", "2024-11-03T00:00")
    (True, True, False)
    """
    return value.startswith(gold.removesuffix("Z") if ":" in gold else gold.partition("T")[0] or gold)


def numbers(judged: Sequence[Judged], read: Reader) -> Iterator[Row]:
    """Numbers of the gold that have a value and are written in words: digits are easy. Again nothing read elsewhere is an alarm."""
    counts = []
    for one in judged:
        wanted = [q for q in one.gold.quantities if q.value is not None and not _has_digits(one.report.text, q.words)]
        pairs = paired(wanted, list(read(one.report)), _meeting)
        counts.append(_judged(pairs, lambda g, f: g.value in f.values))
    yield row("numbers in words, value", counts, ENOUGH)


def _has_digits(text: str, words: Words) -> bool:
    return any(c.isdigit() for c in text[words.start : words.end])


def quotations(judged: Sequence[Judged], read: Quoter) -> Iterator[Row]:
    """Direct quotations of the gold that are met together with their speaker; alarms are quotations of nobody, and wrong speakers."""
    counts = []
    for one in judged:
        wanted = [a for a in one.gold.attributions if a.source is not None]
        pairs = paired(wanted, list(read(one)), lambda g, f: jaccard([(w.start, w.end) for w in g.content], f.content))
        asked = [(g, f) for g, f in pairs if f is not None or (g is not None and g.form == "direct")]
        counts.append(_judged(asked, lambda g, f: any(g.source.meets(*speaker) for speaker in f.speaker), alarms=True))
    yield row("quotations with speaker", counts, ENOUGH)


def _meeting(gold: Any, found: Read) -> float:
    return jaccard([(gold.words.start, gold.words.end)], [(found.start, found.end)])


def _judged(pairs: Iterable[tuple[Any, Any]], right: Callable[[Any, Any], bool], *, alarms: bool = False) -> Counts:
    total = Counts()
    for gold, found in pairs:
        hit = gold is not None and found is not None and right(gold, found)
        total += Counts(hit, found is not None and not hit and (alarms or gold is not None), gold is not None and not hit)
    return total


def times_of_ours(report: Report) -> Iterator[Read]:
    """The library's times."""
    for reading in PIPELINE.read.run(report):
        yield from (Read(w.span.start, w.span.end, (w.value,)) for w in reading.whens if w.span is not None)


def dateparser() -> Reader:
    """dateparser.search, which gives words without their place."""
    search = import_module("dateparser.search").search_dates

    def read(report: Report) -> Iterator[Read]:
        day = _day(report)
        settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"} if day else {"PREFER_DATES_FROM": "past"}
        at = 0
        for words, value in search(report.text, languages=["fr"], settings=settings) or ():
            start = report.text.find(words, at)
            if start >= 0:
                at = start + len(words)
                yield Read(start, at, (value.isoformat()[:16],))

    return read


def recognizers_times() -> Reader:
    """Recognizers-Text; of the several values that it gives any may be the right one."""
    kit = import_module("recognizers_date_time")

    def read(report: Report) -> Iterator[Read]:
        for one in kit.recognize_datetime(report.text, kit.Culture.French, reference=_day(report) or datetime.now()):  # noqa: DTZ005
            known = (one.resolution or {}).get("values", ())
            said = [value.get(key) for value in known for key in ("value", "start", "timex")]
            yield Read(one.start, one.end + 1, tuple(v.replace(" ", "T") for v in said if v))

    return read


def _day(report: Report) -> datetime | None:
    begun = report.published.start if report.published else None
    return datetime.fromisoformat(begun[:19]) if begun else None


def numbers_of_ours(report: Report) -> Iterator[Read]:
    """The library's quantities."""
    for reading in PIPELINE.read.run(report):
        yield from (Read(q.span.start, q.span.end, (q.value,)) for q in reading.quantities)


class Token:
    """A word as text2num wants it."""

    def __init__(self, found: re.Match[str]) -> None:
        self.found = found

    def text(self) -> str:
        """The word."""
        return self.found[0]

    def nt_separated(self, _: "Token") -> bool:
        """Nothing but the words parts numbers."""
        return False

    def not_a_number_part(self) -> bool:
        """Each word may be one."""
        return False


def text2num() -> Reader:
    """text2num's numbers in words."""
    find = import_module("text_to_num").find_numbers

    def read(report: Report) -> Iterator[Read]:
        words = [Token(found) for found in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|\S", report.text)]
        for one in find(words, "fr", threshold=0):
            yield Read(words[one.start].found.start(), words[one.end - 1].found.end(), (one.value,))

    return read


def recognizers_numbers() -> Reader:
    """Recognizers-Text's numbers."""
    kit = import_module("recognizers_number")

    def read(report: Report) -> Iterator[Read]:
        for one in kit.recognize_number(report.text, kit.Culture.French):
            yield Read(one.start, one.end + 1, (_number((one.resolution or {}).get("value")),))

    return read


def _number(written: str | None) -> float | None:
    try:
        return float((written or "").replace(",", "."))
    except ValueError:  # "1/3"
        return None


def quotes_of_ours(judged: Judged) -> Iterator[Quote]:
    """The library's direct quotations."""
    for one in judged.relations:
        if one.form == "direct" and one.source:
            yield Quote([(s.start, s.end) for s in one.content], [(s.start, s.end) for s in one.source])


def textacy(model: str | None) -> Quoter:
    """textacy's direct quotations; paragraph by paragraph, as it gives up a text with an odd quotation mark."""
    if model is None:
        raise ImportError("--parse names no model")
    triples, parse = import_module("textacy.extract.triples"), import_module("spacy").load(model)

    def read(judged: Judged) -> Iterator[Quote]:
        for line in re.finditer(r".+", judged.report.text.replace("’", "'")):
            try:
                found = list(triples.direct_quotations(parse(line[0])))
            except ValueError:
                continue
            for speaker, _, content in found:
                at = line.start()
                yield Quote([(at + content.start_char, at + content.end_char)], [(at + t.idx, at + t.idx + len(t)) for t in speaker])

    return read


TIMES = {"recoupe": lambda: times_of_ours, "dateparser": dateparser, "recognizers-text": recognizers_times}
NUMBERS = {"recoupe": lambda: numbers_of_ours, "text2num": text2num, "recognizers-text": recognizers_numbers}

if __name__ == "__main__":
    sys.exit(main())
