"""JSON: one object a line, one object a file, or an array of them; a bad one is passed by, the rest goes on."""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

import msgspec
import regex

from recoupe.errors import BadReport
from recoupe.ingest.decoding import decode, encoding
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.rejects import bad, reject
from recoupe.ingest.reports import Article, Fields, report
from recoupe.ingest.texts import bounded
from recoupe.model import Raw, Reject, RejectReason, Report

EXTRACTOR = "json 1"
CHUNK = 1 << 16
DECODER = json.JSONDecoder(strict=False)
WHITE = regex.compile(r"[ \t\r\n]*+")


def lines_file(stream: BinaryIO, locator: str, _: Fields, options: IngestOptions) -> Iterator[Report | Reject]:
    """A report for each line of `stream`; empty lines are passed over.

    >>> lines = BytesIO(b'{"text": "Le bac repart."}\\n\\n{"text": ""}\\n')
    >>> [type(found).__name__ for found in lines_file(lines, "bief.jsonl", Fields(), IngestOptions())]
    ['Report', 'Reject']
    """
    limit = options.record_bytes
    number, wide = 0, encoding(head := stream.readline(limit + 1))
    if wide[0] != "utf-8":
        stream, head, wide = _narrow(head, stream, options.file_bytes), b"", ("utf-8", 0)
    line = head[wide[1] :] if head else stream.readline(limit + 1)
    while line:
        number += 1
        place = f"{locator}#{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            _skip(stream)
            yield reject(place, bad(RejectReason.TOO_LARGE, f"a line of more than {limit} bytes"))
        elif content := line.strip():
            yield member(content, place)
        line = stream.readline(limit + 1)


def _narrow(head: bytes, stream: BinaryIO, limit: int) -> BinaryIO:
    """Lines in UTF-16 or UTF-32, in UTF-8."""
    return BytesIO(decode(head + bounded(stream, limit)).encode())


def _skip(stream: BinaryIO) -> None:
    """The rest of a line."""
    while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
        pass


def json_file(stream: BinaryIO, locator: str, _: Fields, options: IngestOptions) -> Iterator[Report | Reject]:
    """A report for the object, or for each member of the array; a file of one object a line is taken as such.

    >>> array = BytesIO(b'[{"text": "Le bac repart."}, {"text": "La crue recule."}]')
    >>> [found.raw.locator for found in json_file(array, "bief.json", Fields(), IngestOptions())]
    ['bief.json#1', 'bief.json#2']
    """
    try:
        data = bounded(stream, options.file_bytes)
        name, skip = encoding(data)
        data = (data[skip:] if name == "utf-8" else decode(data).encode()).strip()
        members = _members(data)
    except BadReport as error:
        yield reject(locator, error)
        return
    if members is None:
        yield from lines_file(BytesIO(data), locator, Fields(), options)
        return
    for number, content in enumerate(members, 1):
        place = locator if not data.startswith(b"[") else f"{locator}#{number}"
        if len(content) > options.record_bytes:
            yield reject(place, bad(RejectReason.TOO_LARGE, f"more than {options.record_bytes} bytes"))
        else:
            yield member(content, place)


def _members(data: bytes) -> list[bytes] | None:
    """The objects in a file; None if it holds one a line."""
    if not data:
        raise bad(RejectReason.EMPTY, "no text")
    if not data.startswith(b"["):
        first, _, rest = data.partition(b"\n")
        return None if rest and _is_json(first) else [data]
    try:
        return [bytes(raw) for raw in msgspec.json.decode(data, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, RecursionError):
        return None if _is_json(data.partition(b"\n")[0]) else _split(data)


def _split(data: bytes) -> list[bytes]:
    """The members of an array, by a reader that forgives what makes one of them bad (an unpaired surrogate, NaN)."""
    text, position = decode(data), 1
    members: list[bytes] = []
    try:
        while True:
            start = _past_white(text, position)
            if text[start] == "]" and not text[start + 1 :].strip():
                return members
            position = _past_white(text, DECODER.raw_decode(text, start)[1])
            members.append(text[start:position].encode())
            position += text[position] == ","
    except (ValueError, IndexError, RecursionError) as error:
        raise bad(RejectReason.BAD_JSON, f"an array that cannot be read: {error}") from None


def _past_white(text: str, position: int) -> int:
    found = WHITE.match(text, position)
    return found.end() if found else position


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def member(content: bytes, locator: str) -> Report | Reject:
    """The report that one JSON object makes, or why it makes none.

    >>> member(b'{"text": "Le bac repart.", "outlet": "Le Bief"}', "bac.json").outlet
    'Le Bief'
    >>> member(b'{"outlet": "Le Bief"}', "bac.json").reason
    <RejectReason.BAD_FIELD: 'bad_field'>
    """
    digest = sha256(content).hexdigest()
    try:
        article = _article(content)
        return report(article, article.text, Raw(sha256=digest, locator=locator), EXTRACTOR)
    except BadReport as error:
        return reject(locator, error, digest)


def _article(content: bytes) -> Article:
    try:
        article = msgspec.json.decode(content, type=Article)
    except msgspec.ValidationError as error:
        raise bad(RejectReason.BAD_FIELD, str(error)) from None
    except UnicodeDecodeError as error:
        raise bad(RejectReason.NOT_UTF8, f"a string with bytes that are not UTF-8: {error.reason}") from None
    except (msgspec.DecodeError, RecursionError) as error:
        if _half_a_character(content):
            raise bad(RejectReason.BAD_FIELD, "a string with half a character (an unpaired surrogate)") from None
        raise bad(RejectReason.BAD_JSON, str(error)) from None
    if (key := _twice(content)) is not None:
        raise bad(RejectReason.BAD_FIELD, f"the object says {key[:80]!r} twice")
    return article


def _twice(content: bytes) -> str | None:
    """The first key that an object gives twice at its top: which of the two is meant, nobody knows.

    >>> _twice(b'{"text": "a", "text": "b"}'), _twice(b'{"text": "a", "more": {"text": "b"}}')
    ('text', None)
    """
    try:
        pairs: list[tuple[str, object]] = json.JSONDecoder(object_pairs_hook=_pairs, strict=False).decode(content.decode())
    except (ValueError, RecursionError):
        return None
    keys = Counter(key for key, _ in pairs)
    return next((key for key, times in keys.items() if times > 1), None)


def _pairs(pairs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    return pairs


def _half_a_character(content: bytes) -> bool:
    """True if this is JSON but for an escape like \\ud800 that stands alone, which no text can hold."""
    try:
        json.dumps(json.loads(content), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False
    return False
