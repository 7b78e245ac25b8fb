"""Bytes to text: UTF-8, or UTF-16 and UTF-32 that say so by a byte order mark; nothing is guessed, nothing replaced.

A byte order mark belongs to the encoding, not to the text: it is left out. All else is kept as it is, line ends included.
"""

import codecs

from recoupe.ingest.rejects import bad
from recoupe.model import RejectReason

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding(data: bytes) -> tuple[str, int]:
    """The encoding that the first bytes declare (UTF-8 if none), and how many bytes declare it.

    >>> encoding("é".encode("utf-16")), encoding(b"abc")
    (('utf-16-le', 2), ('utf-8', 0))
    """
    return next(((name, len(mark)) for mark, name in MARKS if data.startswith(mark)), ("utf-8", 0))


def decode(data: bytes) -> str:
    """`data` as text.

    >>> decode("Grève".encode("utf-8-sig"))
    'Grève'
    >>> decode("Grève".encode("latin-1"))
    Traceback (most recent call last):
        ...
    recoupe.errors.BadReport: not_utf8: byte 2 is not utf-8: save the file as UTF-8

    Raises:
        BadReport: not_utf8, with the offset of the first byte that does not fit.
    """
    name, skip = encoding(data)
    try:
        return data[skip:].decode(name)
    except UnicodeDecodeError as error:
        raise bad(RejectReason.NOT_UTF8, f"byte {skip + error.start} is not {name}: save the file as UTF-8") from None
