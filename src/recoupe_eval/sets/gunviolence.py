"""The Gun Violence Archive as LongTailQATask has it: English articles by incident, and what the registry knows of the incidents.

Both are pickles (the articles' files end in `.json` nevertheless); none is run, see `pickles`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import regex

from recoupe_eval.sets.clones import Unread, content, files, inside
from recoupe_eval.sets.frames import NAMES, date, rows
from recoupe_eval.sets.pickles import Made, Value, load
from recoupe_eval.sets.records import ClusteredText, Incident, Unfit

REPOSITORY = "cltl/LongTailQATask"
FOLDER = "EventRegistries/GunViolenceArchive"
ARTICLE = frozenset(("classes NewsItem", "datetime date"))
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAY = regex.compile(r"([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})")
PICKLE = b"\x80"
"""What a pickle begins with; beside the tables of incidents lie other files."""


class Article(msgspec.Struct):
    """The fields of an article that are read."""

    id: str
    title: str
    content: str
    dct: Value


class Row(msgspec.Struct):
    """The columns of a table of incidents that are read."""

    incident_uri: str
    state: str
    city_or_county: str
    num_killed: int
    num_injured: int
    date: str


def read(path: Path) -> Iterator[ClusteredText | Unfit]:
    """All articles of the clone at `path`, in the order of their files; the cluster is the incident.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    for place, file in files(inside(path, REPOSITORY, f"{FOLDER}/the_violent_corpus"), "*.json"):
        try:
            yield _article(file.parent.name, content(file))
        except Unread as error:
            yield Unfit(place=place, reason=str(error))


def _article(incident: str, raw: bytes) -> ClusteredText:
    made = load(raw, ARTICLE)
    found = _fields(made.state if isinstance(made, Made) else None, Article)
    if not found.content.strip():
        raise Unread("no text")
    if any("\ud800" <= c <= "\udfff" for c in found.title + found.content):
        raise Unread("half a character (an unpaired surrogate)")
    title = found.title.strip() or None
    return ClusteredText(id=f"{incident}/{found.id}", text=found.content, title=title, published=date(found.dct), cluster=incident)


def incidents(path: Path) -> Iterator[Incident | Unfit]:
    """All incidents of the clone at `path`, each as the first table that has it gives it, in the order of the tables.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    known = set[str]()
    for place, file in files(inside(path, REPOSITORY, f"{FOLDER}/frames"), "*"):
        try:
            raw = content(file)
            found = [_incident(row) for row in rows(load(raw, NAMES))] if raw.startswith(PICKLE) else []
        except Unread as error:
            yield Unfit(place=place, reason=str(error))
            continue
        for one in found:
            if one.id not in known:
                known.add(one.id)
                yield one


def _incident(row: dict[str, Value]) -> Incident:
    found = _fields(row, Row)
    return Incident(
        id=found.incident_uri,
        day=_day(found.date),
        state=found.state,
        city=found.city_or_county,
        killed=found.num_killed,
        injured=found.num_injured,
    )


def _day(written: str) -> str | None:
    """
    >>> _day("April 11, 2017"), _day("Spring 2017")
    ('2017-04-11', None)
    """
    found = DAY.fullmatch(written)
    if found is None or found[1] not in MONTHS:
        return None
    return f"{found[3]}-{MONTHS.index(found[1]) + 1:02}-{int(found[2]):02}"


Scheme = TypeVar("Scheme")


def _fields(values: Value, scheme: type[Scheme]) -> Scheme:
    try:
        return msgspec.convert(values, scheme)
    except msgspec.ValidationError as error:
        raise Unread(str(error)) from None
