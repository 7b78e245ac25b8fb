"""News clusters of Giveme5W1H: English articles, each with the event that it was gathered for."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from recoupe_eval.sets.clones import Unread, content, files, inside
from recoupe_eval.sets.records import ClusteredText, Unfit

REPOSITORY = "fhamborg/Giveme5W1H"
FOLDER = "Giveme5W1H/examples/datasets/news_cluster/data"


class Group(msgspec.Struct):
    """The event that an article was gathered for."""

    event: str = msgspec.field(name="Event")


class Article(msgspec.Struct):
    """The fields of an article's file that are read."""

    id: str = msgspec.field(name="dId")
    text: str
    group: Group = msgspec.field(name="newsCluster")
    title: str | None = None
    date_publish: str | None = None


def read(path: Path) -> Iterator[ClusteredText | Unfit]:
    """All articles of the clone at `path`, in the order of their files.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    for place, file in files(inside(path, REPOSITORY, FOLDER), "*.json"):
        try:
            yield _article(content(file))
        except Unread as error:
            yield Unfit(place=place, reason=str(error))


def _article(raw: bytes) -> ClusteredText:
    try:
        found = msgspec.json.decode(raw, type=Article)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unread(str(error)) from None
    if not found.text.strip():
        raise Unread("no text")
    return ClusteredText(id=found.id, text=found.text, title=found.title, published=found.date_publish, cluster=found.group.event)
