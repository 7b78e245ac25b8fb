"""Where the files of a set lie in a clone of its repository."""

import csv
from collections.abc import Iterator
from pathlib import Path

from recoupe.errors import BadRecord, BadSetup

LIMIT = 64_000_000
"""Bytes of the largest file that is read: ten times what the largest one of the known sets has."""


class NoClone(BadSetup):
    """The path is no clone of the repository that the set lies in."""

    def __init__(self, path: Path, repository: str, wanted: str) -> None:
        super().__init__(f"{path}: no clone of {repository}, there is no {wanted} in it. See eval/SETS.md.")
        self.path = path


class Unread(BadRecord):
    """An item is not in the format of its set; the reader passes it by."""


def inside(path: Path, repository: str, wanted: str) -> Path:
    """`wanted` (a file or a folder) in the clone of `repository` at `path`.

    Raises:
        NoClone: it is not there.
    """
    found = path / wanted
    if not found.exists():
        raise NoClone(path, repository, wanted)
    return found


def files(folder: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    """The regular files of `folder` that `pattern` names, each with its place in the folder, in the order of these. No link is followed."""
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def content(path: Path) -> bytes:
    """What the file holds.

    Raises:
        Unread: it is too large, or cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise Unread(f"{size} bytes, more than {LIMIT}")
        return path.read_bytes()
    except OSError as error:
        raise Unread(f"cannot be read: {error.strerror}") from None


def text(path: Path) -> str:
    """What the file holds, as UTF-8, line ends as they are.

    Raises:
        Unread: it is too large, cannot be read, or is not UTF-8.
    """
    try:
        return content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unread(f"not UTF-8: {error.reason}") from None


def rows(path: Path, repository: str, wanted: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of the CSV file `wanted` in the clone of `repository` at `path`, each with its place.

    Raises:
        NoClone: the file is not there, or is no such file from some row on.
    """
    file = inside(path, repository, wanted)
    try:
        for number, row in enumerate(csv.reader(text(file).splitlines(keepends=True)), 1):
            yield f"{wanted}#{number}", row
    except (Unread, csv.Error) as error:
        raise NoClone(path, repository, f"readable {wanted} ({error})") from None
