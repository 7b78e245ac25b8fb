"""Checking a ledger: what is said twice must agree, and what points somewhere must arrive."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from recoupe.errors import BadLedger
from recoupe.ledger.answers import Fault
from recoupe.ledger.explaining import inside
from recoupe.model import Evidence, Record, Span, identify
from recoupe.store import EVENTS, ORIGINS, REPORTS, STORIES, Kind, Store
from recoupe.store.kinds import KINDS, UNDECODED


def check(store: Store) -> Iterator[Fault]:
    """Everything in `store` that does not hold. Where a record cannot be decoded, what rests on records is not looked at.

    >>> import msgspec
    >>> from recoupe.ingest.objects import member
    >>> with Store() as store:
    ...     store.put(REPORTS, [member(b'{"text": "Sept bacs."}', "a")])
    ...     sorted({fault.check for fault in check(store)})
    ['settled', 'terms']
    """
    unreadable = False
    for law in OF_THE_FILE:
        for fault in _found(law, store):
            unreadable |= fault.check == "record"
            yield fault
    for law in OF_THE_CONTENT if not unreadable else ():
        yield from _found(law, store)


def _found(law: Callable[[Store], Iterator[Fault]], store: Store) -> Iterator[Fault]:
    """What breaks `law`; that it cannot be looked at is a fault too."""
    try:
        yield from law(store)
    except BadLedger as error:
        yield Fault(check="record", id="", detail=str(error))


def file_is_whole(store: Store) -> Iterator[Fault]:
    """SQLite finds no damage."""
    for (detail,) in store.rows("PRAGMA integrity_check"):
        if detail != "ok":
            yield Fault(check="file", id="", detail=str(detail))


def keys_lead_somewhere(store: Store) -> Iterator[Fault]:
    """No row names another that is not there."""
    for table, row, parent, _ in store.rows("PRAGMA foreign_key_check"):
        yield Fault(check="foreign_key", id=f"{table}:{row}", detail=f"names a row of {parent} that is not there")


def columns_repeat_records(store: Store) -> Iterator[Fault]:
    """Every column says what its record says, and every record can be decoded."""
    for kind in KINDS:
        names = [name for name, _ in kind.columns]
        for *columns, encoded in store.stream(f"SELECT {', '.join(names)}, record FROM {kind.table} ORDER BY {kind.key}"):  # noqa: S608
            yield from _compared(kind, dict(zip(names, columns, strict=True)), encoded)


def _compared(kind: Kind[Any], columns: Mapping[str, Any], encoded: bytes) -> Iterator[Fault]:
    try:
        record = kind.decoder.decode(encoded)
    except UNDECODED as error:
        yield Fault(check="record", id=str(columns[kind.key]), detail=f"{kind.table} cannot be decoded: {error}")
        return
    for name, value in kind.columns:
        if columns[name] != value(record):
            yield Fault(
                check="column",
                id=str(columns[kind.key]),
                detail=f"{kind.table}.{name} is {columns[name]!r}, the record says {value(record)!r}",
            )


def ids_are_of_the_content(store: Store) -> Iterator[Fault]:
    """The id of a report follows from where it stood and what it says.

    >>> import msgspec
    >>> from recoupe.ingest.objects import member
    >>> changed = msgspec.structs.replace(member(b'{"text": "Sept bacs."}', "a"), text="Neuf bacs.")
    >>> with Store() as store:
    ...     store.put(REPORTS, [changed])
    ...     [fault.check for fault in ids_are_of_the_content(store)]
    ['id', 'sha256']
    """
    for report in store.every(REPORTS):
        if report.id != identify("r", report.url or report.outlet or "", report.text):
            yield Fault(check="id", id=report.id, detail="does not follow from address and text")
        if report.sha256 != sha256(report.text.encode()).hexdigest():
            yield Fault(check="sha256", id=report.id, detail="is not the hash of the text")


def spans_lie_in_texts(store: Store) -> Iterator[Fault]:
    """Every span of every record lies in its report, and evidence quotes what stands there."""
    texts = Lazily(store)
    for kind in KINDS:
        for record in store.every(kind):
            for part in inside(record):
                detail = _misplaced(part, texts)
                if detail:
                    yield Fault(check="span", id=str(getattr(record, kind.key)), detail=f"{kind.table}: {detail}")


class Lazily(dict[str, str | None]):
    """Texts by report, each fetched when it is first asked for; None where there is no such report."""

    ROOM = 10_000

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def __missing__(self, report: str) -> str | None:
        found = self.store.where(REPORTS, "id", [report])
        if len(self) > self.ROOM:
            self.clear()
        self[report] = found[0].text if found else None
        return self[report]


def _misplaced(part: Record, texts: Lazily) -> str:
    """What is wrong with a span or a piece of evidence; "" where nothing is, or where it is neither."""
    if isinstance(part, Span):
        text = texts[part.report]
        if text is None:
            return f"points into {part.report}, which is not here"
        if not 0 <= part.start <= part.end <= len(text):
            return f"[{part.start}:{part.end}] lies outside {part.report}"
    if isinstance(part, Evidence):
        text = texts[part.span.report]
        if text is not None and text[part.span.start : part.span.end] != part.words:
            return f"evidence for {part.field} quotes {part.words[:60]!r}, the text says otherwise"
    return ""


def members_are_listed(store: Store) -> Iterator[Fault]:
    """The tables that say which reports an event or an origin has, or mention an event, agree with the records; so do stories and
    their events."""
    tables: tuple[tuple[Kind[Any], str, Callable[[Any], Iterable[str]]], ...] = (
        (EVENTS, "event_report", lambda event: event.reports),
        (EVENTS, "event_mention", lambda event: (span.report for span in event.mentions)),
        (ORIGINS, "origin_report", lambda origin: origin.reports),
    )
    for kind, table, reports in tables:
        listed = set(store.rows(f"SELECT {kind.table}, report FROM {table}"))  # noqa: S608
        said = {(record.id, report) for record in store.every(kind) for report in reports(record)}
        for key, report in sorted(listed ^ said):
            yield Fault(check="members", id=key, detail=f"{table} and the record do not agree on {report}")
    listed = set(store.rows("SELECT story, id FROM event"))
    said = {(story.id, event) for story in store.every(STORIES) for event in story.events}
    for key, event in sorted(listed ^ said):
        yield Fault(check="members", id=key, detail=f"event.story and the record do not agree on {event}")


def every_report_is_settled(store: Store) -> Iterator[Fault]:
    """What is not marked as still to do is done: read (or failed), in an event, in an origin, in the term index.

    >>> import msgspec
    >>> from recoupe.ingest.objects import member
    >>> with Store() as store:
    ...     store.put(REPORTS, [member(b'{"text": "Sept bacs."}', "a")])
    ...     [fault.detail for fault in every_report_is_settled(store)]
    ...     _ = store.run("INSERT INTO mark(stage, report) SELECT 'read', id FROM report")
    ...     list(every_report_is_settled(store))
    ['has no reading', 'has no event', 'has no origin', 'cannot be found by its words']
    []
    """
    laws = {
        "has no reading": "NOT IN (SELECT report FROM reading)",
        "has no event": "NOT IN (SELECT report FROM event_report)",
        "has no origin": "NOT IN (SELECT report FROM origin_report)",
    }
    for detail, lacking in laws.items():
        query = (
            f"SELECT id FROM report WHERE id {lacking} AND id NOT IN (SELECT report FROM mark UNION SELECT report FROM failure) ORDER BY id"  # noqa: S608
        )
        for (report,) in store.rows(query):
            yield Fault(check="settled", id=report, detail=detail)
    query = "SELECT id FROM report WHERE number NOT IN (SELECT rowid FROM term) AND id NOT IN (SELECT report FROM mark) ORDER BY id"
    for (report,) in store.rows(query):
        yield Fault(check="terms", id=report, detail="cannot be found by its words")


OF_THE_FILE: tuple[Callable[[Store], Iterator[Fault]], ...] = (file_is_whole, keys_lead_somewhere, columns_repeat_records)
OF_THE_CONTENT: tuple[Callable[[Store], Iterator[Fault]], ...] = (
    ids_are_of_the_content,
    spans_lie_in_texts,
    members_are_listed,
    every_report_is_settled,
)
