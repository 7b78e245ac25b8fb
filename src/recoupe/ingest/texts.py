"""Plain text and Markdown files: the text exactly as it stands there."""

from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from recoupe.errors import BadReport
from recoupe.ingest.decoding import decode
from recoupe.ingest.headers import front_matter, over
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.rejects import bad, reject
from recoupe.ingest.reports import Fields, report
from recoupe.model import Raw, Reject, RejectReason, Report

EXTRACTOR = "text 1"


def bounded(stream: BinaryIO, limit: int) -> bytes:
    """All of `stream`.

    >>> from io import BytesIO
    >>> bounded(BytesIO(b"Le bac repart."), 20)
    b'Le bac repart.'
    >>> bounded(BytesIO(b"Le bac repart."), 10)
    Traceback (most recent call last):
        ...
    recoupe.errors.BadReport: too_large: more than 10 bytes

    Raises:
        BadReport: too_large; it holds more than `limit` bytes.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise bad(RejectReason.TOO_LARGE, f"more than {limit} bytes")
    return data


def text_file(stream: BinaryIO, locator: str, beside: Fields, options: IngestOptions) -> Iterator[Report | Reject]:
    """The report that a text file holds; what its sidecar says goes before what its front matter says.

    >>> from io import BytesIO
    >>> page = BytesIO(b"---\\noutlet: Le Bief\\n---\\nLe bac repart.")
    >>> (found,) = text_file(page, "bac.md", Fields(outlet="La Berge"), IngestOptions())
    >>> found.text, found.outlet
    ('Le bac repart.', 'La Berge')
    """
    digest = None
    try:
        data = bounded(stream, options.record_bytes)
        digest = sha256(data).hexdigest()
        fields, text = front_matter(decode(data))
        yield report(over(beside, fields), text, Raw(sha256=digest, locator=locator), EXTRACTOR)
    except BadReport as error:
        yield reject(locator, error, digest)
