"""Records as rows of a table: flat, with the words beside the offsets, one row for each thing that a reader would count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.model import (
    Answer,
    Claim,
    Crosscheck,
    Drift,
    Event,
    Origin,
    Quantity,
    Reading,
    Report,
    Reuse,
    Span,
    Story,
    Turn,
    When,
)
from recoupe.ontology.events import event_types

Row = dict[str, object]
Reports = Mapping[str, Report]

COLUMNS: Mapping[str, Sequence[str]] = {
    "reports": [
        "id", "outlet", "title", "published", "published_precision", "language", "url", "characters", "sha256", "edition_of",
        "edition_cause", "locator",
    ],
    "readings": [
        "report", "kind", "start", "end", "words", "value", "low", "high", "bound", "unit", "role", "normalised", "precision", "country",
        "latitude", "longitude",
    ],
    "claims": [
        "id", "story", "event", "report", "outlet", "published", "url", "start", "end", "words", "type", "mode", "plover", "modality",
        "polarity", "standing", "value", "low", "high", "bound", "unit", "role", "place", "place_id", "country", "when", "when_start",
        "when_end", "source", "voice", "voice_kind", "side", "cue", "form", "channel", "chain", "part_of", "confidence",
    ],
    "reuse": [
        "id", "a", "b", "kind", "score", "characters", "direction", "a_start", "a_end", "b_start", "b_end", "exact", "a_words", "b_words",
    ],
    "origins": ["id", "kind", "report"],
    "events": ["id", "title", "when", "report", "start", "end", "words"],
    "stories": ["id", "title", "event"],
    "crosschecks": [
        "id", "story", "event", "type", "unit", "role", "target", "place", "when", "agreement", "why", "low", "value", "high", "bound",
        "hearsay", "standing", "texts", "origins_min", "origins_max", "voices_min", "voices_max", "voices", "aliases", "claims",
        "turns", "disputed", "first_seen", "last_seen",
    ],
    "drift": [
        "id", "kind", "a", "a_start", "a_end", "a_passage", "a_words", "b", "b_start", "b_end", "b_passage", "b_words", "direction",
        "weight",
    ],
}  # fmt: skip


def quote(reports: Reports, span: Span | None) -> str | None:
    """The words at `span`.

    >>> from recoupe.ingest.objects import member
    >>> quote({"r-1": member(b'{"text": "Le bac repart."}', "a")}, Span(report="r-1", start=3, end=6)), quote({}, None)
    ('bac', None)
    """
    return None if span is None else reports[span.report].text[span.start : span.end]


def report(record: Report, _: Reports) -> Iterable[Row]:
    """One row; the text itself is in the JSON lines.

    >>> from recoupe.ingest.objects import member
    >>> (row,) = report(member(b'{"text": "Le bac repart.", "outlet": "Le Bief", "published": "2031-05"}', "bac.json"), {})
    >>> row["outlet"], row["published"], row["characters"], row["locator"]
    ('Le Bief', '2031-05', 14, 'bac.json')
    """
    yield {
        "id": record.id, "outlet": record.outlet, "title": record.title, "published": record.published and record.published.value,
        "published_precision": record.published and record.published.precision, "language": record.language, "url": record.url,
        "characters": len(record.text), "sha256": record.sha256, "edition_of": record.edition_of,
        "edition_cause": record.edition_cause, "locator": record.raw.locator,
    }  # fmt: skip


def reading(record: Reading, reports: Reports) -> Iterator[Row]:
    """One row for each thing read, sentences left out.

    >>> from recoupe.ingest.objects import member
    >>> text, quay = member('{"text": "Le bac est « à quai »."}'.encode(), "a"), Span(report="r-1", start=13, end=19)
    >>> list(reading(Reading(report="r-1", quotes=(quay,)), {"r-1": text}))
    [{'report': 'r-1', 'kind': 'quote', 'start': 13, 'end': 19, 'words': 'à quai'}]
    """

    def row(kind: str, span: Span, **more: object) -> Row:
        return {"report": record.report, "kind": kind, "start": span.start, "end": span.end, "words": quote(reports, span), **more}

    for number in record.quantities:
        yield row("quantity", number.span, **measure(number))
    for place in record.places:
        yield row("place", place.span, normalised=place.id or place.name, precision=place.precision, country=place.country,
                  latitude=place.lat, longitude=place.lon)  # fmt: skip
    for when in record.whens:
        if when.span is not None:
            yield row("time", when.span, normalised=when.value, precision=when.precision)
    for mention in record.actors:
        yield row("actor", mention.span, normalised=mention.actor.name, role=mention.actor.kind, country=mention.actor.side)
    for span in record.quotes:
        yield row("quote", span)


def measure(number: Quantity | Answer) -> Row:
    """The columns of a number.

    >>> measure(Answer(low=13, value=12, high=None, bound="more_than", claims=(), support=None))
    {'value': 12, 'low': 13, 'high': None, 'bound': 'more_than'}
    """
    row: Row = {"value": number.value, "low": number.low, "high": number.high, "bound": number.bound}
    return {**row, "unit": number.unit, "role": number.role} if isinstance(number, Quantity) else row


def plover(type_: str) -> str | None:
    """The PLOVER type that a type of event answers to.

    >>> plover("TREATY"), plover("DISASTER"), plover("a type that is gone")
    ('AGREE', None, None)
    """
    return event_types()[type_].plover if type_ in event_types() else None


def timed(when: When | None) -> Row:
    """The columns of a time.

    >>> timed(When(span=None, value="2031-05", precision="month", start="2031-05-01T00:00:00", end="2031-06-01T00:00:00")), timed(None)
    ({'when': '2031-05', 'when_start': '2031-05-01T00:00:00', 'when_end': '2031-06-01T00:00:00'}, {})
    """
    return {"when": when.value, "when_start": when.start, "when_end": when.end} if when else {}


def claim(record: Claim, reports: Reports) -> Iterator[Row]:
    """One row a quantity, one row for a claim without any."""
    source = reports[record.report]
    row: Row = {
        "id": record.id, "report": record.report, "outlet": source.outlet, "published": source.published and source.published.value,
        "url": source.url, "start": record.span.start, "end": record.span.end, "words": quote(reports, record.span),
        "type": record.type, "mode": record.mode, "plover": plover(record.type), "modality": record.modality, "polarity": record.polarity,
        "standing": record.standing,
        "place": [p.name for p in record.places],
        "place_id": [p.id for p in record.places if p.id], "country": sorted({p.country for p in record.places if p.country}),
        "part_of": record.part_of, "confidence": round(record.confidence, 3), **timed(record.when), **_attributed(record, reports),
    }  # fmt: skip
    for number in record.quantities:
        yield {**row, **measure(number)}
    if not record.quantities:
        yield row


def _attributed(record: Claim, reports: Reports) -> Row:
    said = record.attribution
    if said is None:
        return {}
    actor = said.actor
    return {
        "source": [quote(reports, span) for span in said.source], "cue": quote(reports, said.cue), "form": said.form,
        "voice": actor and actor.name, "voice_kind": actor and actor.kind, "side": actor and actor.side,
        "channel": said.channel and said.channel.kind, "chain": [relay.actor.name for relay in said.chain if relay.actor],
    }  # fmt: skip


def reuse(record: Reuse, reports: Reports) -> Iterator[Row]:
    """One row a pair of passages."""
    row: Row = {"id": record.id, "a": record.a, "b": record.b, "kind": record.kind, "score": record.score, "characters": record.characters,
                "direction": record.direction}  # fmt: skip
    for passage in record.passages:
        yield {
            **row, "a_start": passage.a.start, "a_end": passage.a.end, "b_start": passage.b.start,
            "b_end": passage.b.end, "exact": passage.exact,
                        "a_words": quote(reports, passage.a), "b_words": quote(reports, passage.b),
        }  # fmt: skip


def origin(record: Origin, _: Reports) -> Iterator[Row]:
    """One row a report.

    >>> list(origin(Origin(id="o-1", reports=("r-1", "r-2"), kind="copy"), {}))
    [{'id': 'o-1', 'kind': 'copy', 'report': 'r-1'}, {'id': 'o-1', 'kind': 'copy', 'report': 'r-2'}]
    """
    for member in record.reports:
        yield {"id": record.id, "kind": record.kind, "report": member}


def event(record: Event, reports: Reports) -> Iterator[Row]:
    """One row a report, and one a passage in which another report speaks of the event.

    >>> from recoupe.ingest.objects import member
    >>> passing = member('{"text": "Le bac repart. La crue est finie."}'.encode(), "a")
    >>> at = Span(report=passing.id, start=15, end=33)
    >>> rows = event(Event(id="e-1", reports=("r-1", "r-2"), title="Crue du Vernon", mentions=(at,)), {passing.id: passing})
    >>> [row.get("words") for row in rows]
    [None, None, 'La crue est finie.']
    """
    told: Row = {"id": record.id, "title": record.title, "when": record.when and record.when.value}
    yield from (told | {"report": member} for member in record.reports)
    for span in record.mentions:
        yield told | {"report": span.report, "start": span.start, "end": span.end, "words": quote(reports, span)}


def story(record: Story, _: Reports) -> Iterator[Row]:
    """One row an event.

    >>> list(story(Story(id="s-1", events=("e-1", "e-2"), title="Crue du Vernon"), {}))
    [{'id': 's-1', 'title': 'Crue du Vernon', 'event': 'e-1'}, {'id': 's-1', 'title': 'Crue du Vernon', 'event': 'e-2'}]
    """
    for member in record.events:
        yield {"id": record.id, "title": record.title, "event": member}


def crosscheck(record: Crosscheck, reports: Reports) -> Iterator[Row]:
    """One row an answer."""
    asked = record.question
    row: Row = {
        "id": record.id, "story": record.story, "event": record.event, "type": asked.type, "unit": asked.unit, "role": asked.role,
        "target": asked.target, "place": asked.place_name, "when": asked.when_words or asked.when, "agreement": record.agreement,
        "why": record.why,
    }  # fmt: skip
    for answer in record.answers:
        support = answer.support
        yield {
            **row, **measure(answer), "hearsay": answer.hearsay, "standing": answer.standing, "texts": support.texts,
            "origins_min": support.origins.low, "origins_max": support.origins.high, "voices_min": support.voices.low,
            "voices_max": support.voices.high,
            "voices": [actor.name for actor in support.actors], "aliases": [f"{a.name} = {a.full}" for a in support.aliases],
            "claims": answer.claims, "turns": [_turn(turn, record) for turn in answer.turns], "disputed": answer.disputed,
            "first_seen": first_seen(answer, reports), "last_seen": _seen(answer, answer.last_seen, reports),
        }  # fmt: skip


def _turn(turn: Turn, check: Crosscheck) -> str:
    """ "31 = préfecture"."""
    later = check.answers[turn.answer]
    number = next((n for n in (later.value, later.low, later.high) if n is not None), "")
    return f"{number} = {', '.join(turn.voices)}"


def first_seen(answer: Answer, reports: Reports) -> str | None:
    """When an answer was first published, as fine as that is known: "2031-05" and not its first day."""
    return _seen(answer, answer.first_seen, reports)


def _seen(answer: Answer, at: str | None, reports: Reports) -> str | None:
    dated = (reports[r].published for r in answer.support.reports if r in reports)
    return next((when.value for when in dated if when is not None and when.start == at), at) if at is not None else None


def drift(record: Drift, reports: Reports) -> Iterator[Row]:
    """One row.

    >>> from recoupe.ingest.objects import member
    >>> text, here = member(b'{"text": "Sept bacs. Douze bacs."}', "a"), Span(report="r-1", start=0, end=10)
    >>> found = Drift(id="", kind="number_differs", a=here, b=None, a_words="sept", b_words="", direction="unknown", weight=50)
    >>> (row,) = drift(found, {"r-1": text})
    >>> row["a_passage"], row["a_words"], "b_passage" in row
    ('Sept bacs.', 'sept', False)
    """
    row: Row = {"id": record.id, "kind": record.kind, "a_words": record.a_words, "b_words": record.b_words, "direction": record.direction,
                "weight": record.weight}  # fmt: skip
    for side, span in (("a", record.a), ("b", record.b)):
        if span is not None:
            row |= {side: span.report, f"{side}_start": span.start, f"{side}_end": span.end, f"{side}_passage": quote(reports, span)}
    yield row
