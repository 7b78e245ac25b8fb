"""What was published, and what could not be read."""

from enum import StrEnum

from recoupe.model.base import Record
from recoupe.model.reading import Reading, When


class EditionCause(StrEnum):
    """Why two texts of one address differ."""

    PUBLISHER = "publisher"
    EXTRACTION = "extraction"


class Raw(Record, frozen=True, kw_only=True):
    """The bytes that a report was made from: their sha256 and where they lay (path, with `#line` or `#member` where many lie together)."""

    sha256: str
    locator: str


class Report(Record, frozen=True, kw_only=True):
    """One text as one outlet published it.

    `id` = hash(canonical URL, else outlet, else '', text). `text` is exactly the text given: where a title is given apart it
    stands first, then a blank line, and `body` says where the given text starts. `language` is ISO 639-1, or "und".
    `extractor`: name and version of what made the text from the bytes.
    """

    id: str
    text: str
    sha256: str
    language: str
    raw: Raw
    extractor: str
    body: int = 0
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: When | None = None
    edition_of: str | None = None
    edition_cause: EditionCause | None = None


class RejectReason(StrEnum):
    """Why an input did not become a report."""

    UNREADABLE = "unreadable"  # the file cannot be opened or read
    UNKNOWN_FORMAT = "unknown_format"
    NOT_UTF8 = "not_utf8"
    BAD_JSON = "bad_json"
    BAD_FIELD = "bad_field"  # a field of the wrong type, an address that is none
    BAD_HEADER = "bad_header"  # front matter that does not close, sidecar that does not parse
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    HOSTILE = "hostile"  # markup made to exhaust the parser
    NO_ARTICLE = "no_article"  # a page in which no article text was found
    EXTRACTOR_FAILED = "extractor_failed"
    MISSING_EXTRA = "missing_extra"  # the format needs an optional part that is not installed
    STAGE_FAILED = "stage_failed"  # a stage raised on this report: a fault of ours; the report is kept


class Reject(Record, frozen=True, kw_only=True):
    """An input that did not become a report, or a report on which a stage failed, with the reason and the words of the error."""

    id: str
    locator: str
    reason: RejectReason
    detail: str
    sha256: str | None = None


class ReadReport(Record, frozen=True, kw_only=True):
    """A report with its reading: what `claims`, `reuse` and `stories` take."""

    report: Report
    reading: Reading
