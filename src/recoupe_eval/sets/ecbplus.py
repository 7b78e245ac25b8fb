"""ECB+: English reports on 43 topics, two events each (the second was sought out because it is like the first)."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

import regex

from recoupe_eval.sets.clones import Unread, content, files, inside
from recoupe_eval.sets.detokenised import joined
from recoupe_eval.sets.records import ClusteredText, Unfit

REPOSITORY = "tommasoc80/EventStoryLine"
FOLDER = "ECB+_LREC2014/ECB+"
NAME = regex.compile(r"(?:\d{1,4}/)?(\d{1,4})_(\d{1,4})(ecb|ecbplus)\.xml")


def read(path: Path) -> Iterator[ClusteredText | Unfit]:
    """All reports of the clone at `path`; the event is topic and half ("1_ecb", "1_ecbplus"). Undated. The text is made from tokens.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    for place, file in files(inside(path, REPOSITORY, FOLDER), "*.xml"):
        try:
            yield _report(place, content(file))
        except Unread as error:
            yield Unfit(place=place, reason=str(error))


def _report(place: str, raw: bytes) -> ClusteredText:
    name = NAME.fullmatch(place)
    if name is None:
        raise Unread("wanted a name like 1/1_10ecb.xml")
    if text := "\n".join(_sentences(raw)).strip():
        return ClusteredText(id=Path(place).stem, text=text, title=None, published=None, cluster=f"{name[1]}_{name[3]}")
    raise Unread("no text")


def _sentences(raw: bytes) -> Iterator[str]:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise Unread("declares a document type, which no file of the set does")
    try:
        tokens = [(t.get("sentence"), t.text or "") for t in ET.fromstring(raw).iter("token")]  # noqa: S314 - no document type, so no entities
    except (ET.ParseError, ValueError, LookupError) as error:
        raise Unread(f"not XML: {error}") from None
    for _, group in groupby(tokens, key=lambda token: token[0]):
        words = [word for _, word in group]
        if words[:2] != ["http", ":"]:  # the second half of the set opens with the address of the page, which is no text
            yield joined(words)[0]
