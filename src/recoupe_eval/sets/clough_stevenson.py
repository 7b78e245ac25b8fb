"""Clough & Stevenson's short answers: 95 answers of students to five questions, some of them made from an encyclopedia's article."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe_eval.sets.clones import rows
from recoupe_eval.sets.records import RewrittenText, Unfit

REPOSITORY = "clips/pattern"
FILE = "test/corpora/plagiarism-clough&stevenson.csv"
DEGREES = {"0": "none", "1": "heavy revision", "2": "light revision", "3": "cut and paste"}


def read(path: Path) -> Iterator[RewrittenText | Unfit]:
    """All answers of the clone at `path`, each with the article that it may have been made from, in the order of the file.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    for place, row in rows(path, REPOSITORY, FILE):
        yield _answer(place, row)


def _answer(place: str, row: Sequence[str]) -> RewrittenText | Unfit:
    if len(row) == 3 and row[2].strip() in DEGREES and row[0].strip() and row[1].strip():
        return RewrittenText(id=place.rpartition("#")[2], source=row[1], text=row[0], degree=DEGREES[row[2].strip()])
    return Unfit(place=place, reason="wanted an answer, an article and a degree from 0 to 3")
