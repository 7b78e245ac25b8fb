"""Why a record says what it says, and what a ledger is."""

from collections.abc import Iterator
from typing import Any

import msgspec

from recoupe.ledger.answers import Explanation, Info
from recoupe.model import Evidence, Record, Report, Run, Span
from recoupe.store import REPORTS, Kind, Store
from recoupe.store.kinds import KINDS, RUNS
from recoupe.store.opening import PRIMARY


def explain(store: Store, kind: Kind[Any], record: Record) -> Explanation:
    """`record` of `kind` with all evidence in it and the texts that it points into."""
    parts = list(inside(record))
    evidence = tuple(part for part in parts if isinstance(part, Evidence))
    reports = {part.report for part in parts if isinstance(part, Span)}
    texts = {report.id: report.text for report in store.where(REPORTS, "id", reports)}
    if isinstance(record, Report):
        texts[record.id] = record.text
    return Explanation(kind=kind.table, record=record, evidence=evidence, texts=texts)


def inside(value: object) -> Iterator[Record]:
    """All records in `value`, itself first, in the order of their fields.

    >>> [type(part).__name__ for part in inside(Evidence(field="f", rule="r", span=Span(report="r-1", start=0, end=1), words="x"))]
    ['Evidence', 'Span']
    """
    if isinstance(value, msgspec.Struct):
        if isinstance(value, Record):
            yield value
        for name in value.__struct_fields__:
            yield from inside(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from inside(part)


def info(store: Store) -> Info:
    """What `store` is: its file, how many of each kind, what is still to do, what made it.

    >>> with Store() as store:
    ...     found = info(store)
    >>> found.path, found.counts["report"], found.runs
    (':memory:', 0, ())
    """
    pages, size = (store.rows(f"PRAGMA {what}")[0][0] for what in ("page_count", "page_size"))
    current = {run for (run,) in store.rows("SELECT run FROM current")}
    found: tuple[Run, ...] = tuple(run for run in store.every(RUNS) if run.id in current)
    return Info(
        path=store.path,
        version=len(PRIMARY),
        size=pages * size,
        counts={kind.table: store.count(kind.table) for kind in KINDS if kind is not RUNS} | {"sighting": store.count("sighting")},
        pending=store.pending(),
        settings=dict(store.rows("SELECT name, value FROM setting ORDER BY name")),
        runs=tuple(sorted(found, key=lambda run: run.stage)),
    )
