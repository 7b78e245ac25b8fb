"""The first sheet of an Office Open XML workbook (.xlsx), as far as a table of texts needs it."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

import regex

from recoupe_eval.sets.clones import LIMIT, Unread

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMN = regex.compile(r"([A-Z]{1,3})\d{1,7}")


def table(raw: bytes) -> list[dict[str, str]]:
    """The rows under the first one, each by the names in the first one; empty cells are left out.

    Raises:
        Unread: not such a workbook.
    """
    try:
        with ZipFile(BytesIO(raw)) as archive:
            strings = [
                "".join(t.text or "" for t in one.iter(f"{SPACE}t")) for one in _part(archive, "xl/sharedStrings.xml").iter(f"{SPACE}si")
            ]
            rows = [dict(_cells(row, strings)) for row in _part(archive, "xl/worksheets/sheet1.xml").iter(f"{SPACE}row")]
    except (BadZipFile, ET.ParseError, zlib.error, LookupError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise Unread(f"no workbook: {error}") from None
    head = rows[0] if rows else {}
    return [{head[column]: value for column, value in row.items() if column in head} for row in rows[1:]]


def _part(archive: ZipFile, name: str) -> ET.Element:
    with archive.open(name) as stream:
        raw = stream.read(LIMIT + 1)
    if len(raw) > LIMIT or b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise Unread(f"{name}: too large, or declares a document type")
    return ET.fromstring(raw)  # noqa: S314 - no document type, so no entities


def _cells(row: ET.Element, strings: list[str]) -> Iterator[tuple[str, str]]:
    for cell in row.iter(f"{SPACE}c"):
        place, value = COLUMN.fullmatch(cell.get("r", "")), cell.findtext(f"{SPACE}v")
        if place and value:
            yield place[1], strings[int(value)] if cell.get("t") == "s" else value
