"""What readers of public sets give: one frozen record an item, whatever the format it came in."""

from recoupe.model import Record


class Unfit(Record, frozen=True, kw_only=True):
    """An item that is not in the format of its set: passed by and counted. `place`: its file, with `#line` where one holds many."""

    place: str
    reason: str


class Stretch(Record, frozen=True, kw_only=True, order=True):
    """Characters `start` to `end` (half-open, code points) of the text that it belongs to; `kind` as the set names it."""

    start: int
    end: int
    kind: str = ""


class TimedText(Record, frozen=True, kw_only=True):
    """A text with the expressions of time in it."""

    id: str
    text: str
    spans: tuple[Stretch, ...]


class Relation(Record, frozen=True, kw_only=True):
    """Who says what: each part is any number of stretches (a content may be broken in two, a source may be missing)."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


class QuotedText(Record, frozen=True, kw_only=True):
    """A text with the attributions in it. `lost`: annotations whose words are not in the text, or in more places than one can tell
    apart."""

    id: str
    text: str
    relations: tuple[Relation, ...]
    annotator: str | None = None
    lost: int = 0


class ClusteredText(Record, frozen=True, kw_only=True):
    """A report and the event that it is about. `published`: ISO 8601, as far as the set knows it."""

    id: str
    text: str
    title: str | None
    published: str | None
    cluster: str


class RewrittenText(Record, frozen=True, kw_only=True):
    """A text that was written beside another. `degree`: how it was made from `source`, as the set names it; "none" where it was not."""

    id: str
    source: str
    text: str
    degree: str


class Incident(Record, frozen=True, kw_only=True):
    """What a registry knows of an event: its day (ISO 8601), where it was, and how many were killed and injured."""

    id: str
    day: str | None
    state: str
    city: str
    killed: int
    injured: int
