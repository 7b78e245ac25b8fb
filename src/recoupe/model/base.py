"""What all records are made of: the base, ids, spans and evidence."""

from hashlib import sha256

import msgspec

Number = int | float


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What all records are: frozen, given by keyword, JSON by msgspec.

    They cannot hold each other in a circle, so the garbage collector need not walk through them (half the time of decoding).
    """


def identify(prefix: str, *parts: object) -> str:
    """The id of what `parts` make up: `prefix`, a hyphen, 16 hex digits.

    >>> identify("r", "https://example.org/a", "text")
    'r-d61963e22d9d98c7'
    """
    return f"{prefix}-{sha256(msgspec.json.encode(parts)).hexdigest()[:16]}"


class Span(Record, frozen=True, kw_only=True, order=True):
    """Characters `start` to `end` (half-open, code points) of the text of `report`."""

    report: str
    start: int
    end: int


class Evidence(Record, frozen=True, kw_only=True):
    """Why a field has its value: the rule that gave it and the words that it was read from."""

    field: str
    rule: str
    span: Span
    words: str
