"""French TimeBank as XLTime has it: tokens with the kind of the expression of time that they are in, no values, no borders of documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe_eval.sets.clones import NoClone, Unread, inside, text
from recoupe_eval.sets.detokenised import joined
from recoupe_eval.sets.records import Stretch, TimedText, Unfit

REPOSITORY = "YuweiCao-UIC/XLTime"
FOLDER = "data/sl_EN_2_FR"
FILES = ("valid.txt", "test.txt")
"""A tenth and nine tenths of French TimeBank; `train.txt` beside them is English."""
KINDS = frozenset(("DATE", "TIME", "DURATION", "SET"))

Token = tuple[str, str]
"""A word and its tag."""


def read(path: Path) -> Iterator[TimedText | Unfit]:
    """All sentences of the clone at `path`, in the order of the files, put together from their tokens.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    folder = inside(path, REPOSITORY, FOLDER)
    for name in FILES:
        inside(folder, REPOSITORY, name)
        try:
            lines = text(folder / name).split("\n")
        except Unread as error:
            raise NoClone(path, REPOSITORY, f"readable {FOLDER}/{name} ({error})") from None
        for number, sentence in _sentences(lines):
            yield _timed(f"{name}#{number}", sentence)


def _sentences(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines between empty ones, with the number of the first."""
    first, gathered = 1, list[str]()
    for number, line in enumerate((*lines, ""), 1):
        if line.strip() and not line.startswith("-DOCSTART-"):
            first = first if gathered else number
            gathered.append(line)
        elif gathered:
            yield first, gathered
            gathered = []


def _timed(place: str, lines: Sequence[str]) -> TimedText | Unfit:
    """
    >>> _timed("", ["Dès   O", "lundi   B-DATE", "à   B-TIME", "14   I-TIME", "h   I-TIME"]).spans
    (Stretch(start=4, end=9, kind='DATE'), Stretch(start=10, end=16, kind='TIME'))
    """
    tokens = [(word, tag) for word, _, tag in (line.strip().rpartition(" ") for line in lines)]
    if any(not word.strip() or not _known(tag) for word, tag in tokens):
        return Unfit(place=place, reason="wanted a word and O, B- or I- and a kind on each line")
    words = [word.strip() for word, _ in tokens]
    whole, starts = joined(words)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    runs = _runs([tag for _, tag in tokens])
    return TimedText(id=place, text=whole, spans=tuple(Stretch(start=starts[a], end=ends[b - 1], kind=kind) for a, b, kind in runs))


def _known(tag: str) -> bool:
    begins, _, kind = tag.partition("-")
    return tag == "O" or (begins in {"B", "I"} and kind in KINDS)


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last (exclusive) token of each expression; one that goes on without having begun begins there."""
    start = None
    for i, tag in enumerate((*tags, "O")):
        if start is not None and tag != f"I-{tags[start][2:]}":
            yield start, i, tags[start][2:]
            start = None
        if start is None and tag != "O":
            start = i
