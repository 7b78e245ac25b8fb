"""What lies at the places given: files, folders, patterns, standard input; sorted, each once, loops of links cut."""

import glob
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.errors import NothingGiven
from recoupe.ingest.formats import SIDECAR, WITH_SIDECAR
from recoupe.ingest.rejects import bad, reject
from recoupe.model import Reject, RejectReason

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read (None: standard input), how to name it, and the sidecar beside it."""

    locator: str
    path: str | None
    sidecar: str | None = None


def sources(places: Sequence[str]) -> list[Source | Reject]:
    """All files at `places`, sorted by name; a place where nothing is becomes a reject.

    >>> [type(found).__name__ for found in sources(["-", "nulle-part.txt"])]
    ['Source', 'Reject']
    >>> sources(["nulle-part.txt"])
    Traceback (most recent call last):
        ...
    recoupe.errors.NothingGiven: nothing to read at nulle-part.txt

    Raises:
        NothingGiven: nothing is at any of them.
    """
    found: dict[str, Source | Reject] = {}
    missing = []
    for place in places:
        here = list(_at(place))
        if not here:
            missing.append(place)
        found.update((each.locator, each) for each in here)
    if not found:
        raise NothingGiven(f"nothing to read at {', '.join(map(printable, places)) or 'no place at all'}")
    for place in missing:
        found.setdefault(printable(place), _nothing(place))
    return _paired(found)


def printable(path: str) -> str:
    """`path` as text that JSON can carry: bytes that are no UTF-8 stand as escapes.

    >>> printable("d\\udce9p\\udceache.txt")
    'd\\\\udce9p\\\\udceache.txt'
    """
    return path.encode("utf-8", "backslashreplace").decode()


def _at(place: str) -> Iterable[Source | Reject]:
    if place == STDIN:
        return [Source(STDIN, None)]
    if not place or "\0" in place:
        return []
    if os.path.lexists(place):
        return _walk(os.path.normpath(place))
    paths = sorted(glob.glob(place, recursive=True))  # noqa: PTH207
    return [each for path in paths for each in _walk(os.path.normpath(path))]


def _walk(top: str) -> Iterable[Source | Reject]:
    """`top`, or all files below it. Hidden files are passed over unless named; a folder met again by a link is not entered twice."""
    waiting, seen = [top], set()
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 (paths may not be UTF-8: they stay strings)
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path, status.st_mode)
            elif (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
                waiting.extend(os.path.normpath(os.path.join(path, name)) for name in names if not name.startswith("."))  # noqa: PTH118
        except OSError as error:
            yield _unreadable(path, error.strerror or str(error))


def _file(path: str, mode: int) -> Source | Reject:
    return Source(printable(path), path) if stat.S_ISREG(mode) else _unreadable(path, "not a regular file (use - for standard input)")


def _nothing(place: str) -> Reject:
    """The record of a place without a file: an empty folder, or none at all."""
    if place and "\0" not in place and os.path.isdir(place):  # noqa: PTH112
        return reject(printable(place), bad(RejectReason.EMPTY, "the folder holds nothing to read"))
    return _unreadable(place, "nothing is there")


def _unreadable(path: str, why: str) -> Reject:
    return reject(printable(path), bad(RejectReason.UNREADABLE, why))


def _paired(found: dict[str, Source | Reject]) -> list[Source | Reject]:
    """Sorted; sidecars put to their texts and taken from the list."""
    beside = {
        locator: sidecar
        for locator, each in found.items()
        if isinstance(each, Source) and each.path is not None and (sidecar := _sidecar(each.path)) is not None
    }
    used = {printable(path) for path in beside.values()}
    return [
        replace(each, sidecar=beside.get(locator)) if isinstance(each, Source) else each
        for locator, each in sorted(found.items())
        if locator not in used
    ]


def _sidecar(path: str) -> str | None:
    stem, suffix = os.path.splitext(path)  # noqa: PTH122
    beside = stem + SIDECAR
    return beside if suffix.lower() in WITH_SIDECAR and os.path.isfile(beside) else None  # noqa: PTH113
