"""A day of French headlines (10 January 2020), each with the story that an aggregator put it in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from recoupe_eval.sets.clones import Unread, rows
from recoupe_eval.sets.records import ClusteredText, Unfit

REPOSITORY = "ia-labo/French-News-Clustering"
FILE = "api/client/test_one_day.csv"
STORY = regex.compile(r"ObjectId\(([0-9a-f]{24})\)")
TIME = regex.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)")


def read(path: Path) -> Iterator[ClusteredText | Unfit]:
    """All headlines of the clone at `path`, in the order of the file. The headline is the text; there is no other.

    The rows are headline, time, story, category, ranks at the aggregator; the last two are not read.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    for place, row in rows(path, REPOSITORY, FILE):
        try:
            yield _headline(place, row)
        except Unread as error:
            yield Unfit(place=place, reason=str(error))


def _headline(place: str, row: Sequence[str]) -> ClusteredText:
    if len(row) < 3:
        raise Unread(f"{len(row)} columns, wanted at least 3")
    time, story = TIME.fullmatch(row[1]), STORY.fullmatch(row[2])
    if not row[0].strip() or time is None or story is None:
        raise Unread("wanted a headline, a time and a story")
    return ClusteredText(id=place.rpartition("#")[2], text=row[0], title=None, published=f"{time[1]}T{time[2]}", cluster=story[1])
