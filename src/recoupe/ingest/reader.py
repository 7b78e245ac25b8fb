"""The way from places to reports."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from recoupe.errors import BadReport
from recoupe.ingest.formats import HEAD, SUFFIXES, Format, tell
from recoupe.ingest.headers import sidecar
from recoupe.ingest.objects import json_file, lines_file
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.pages import Pages
from recoupe.ingest.rejects import bad, reject
from recoupe.ingest.reports import Fields
from recoupe.ingest.sources import Source, sources
from recoupe.ingest.texts import bounded, text_file
from recoupe.model import Reject, RejectReason, Report

Reader = Callable[[BinaryIO, str, Fields, IngestOptions], Iterator[Report | Reject]]


def ingest(paths: Sequence[str], options: IngestOptions = IngestOptions()) -> Iterator[Report | Reject]:  # noqa: B008 (frozen)
    """A report or a reject for all that lies at `paths`: files, folders, patterns, `-` for standard input; sorted by path.

    >>> ingest(["nulle-part/*.txt"])
    Traceback (most recent call last):
        ...
    recoupe.errors.NothingGiven: nothing to read at nulle-part/*.txt

    Raises:
        NothingGiven: nothing is at any of them (raised at the call, not at the first step).
    """
    return _read_all(sources(paths), options)


def _read_all(found: Sequence[Source | Reject], options: IngestOptions) -> Iterator[Report | Reject]:
    with Pages() as pages:
        readers: dict[Format, Reader] = {
            Format.TEXT: text_file,
            Format.LINES: lines_file,
            Format.JSON: json_file,
            Format.PAGE: pages.page_file,
        }
        for source in found:
            if isinstance(source, Reject):
                yield source
            else:
                yield from _read(source, readers, options)


def _read(source: Source, readers: dict[Format, Reader], options: IngestOptions) -> Iterator[Report | Reject]:
    try:
        with _opened(source) as stream:
            kind = tell(source.locator, stream.peek(HEAD)[:HEAD])
            if kind is None:
                raise bad(RejectReason.UNKNOWN_FORMAT, f"none of {', '.join(SUFFIXES)}")
            yield from readers[kind](stream, source.locator, _beside(source, options), options)
    except OSError as error:
        yield reject(source.locator, bad(RejectReason.UNREADABLE, error.strerror or str(error)))
    except BadReport as error:
        yield reject(source.locator, error)


def _opened(source: Source) -> AbstractContextManager[BufferedReader]:
    """The bytes of `source`; standard input is left open."""
    if source.path is not None:
        return Path(source.path).open("rb")
    if sys.stdin is None or sys.stdin.closed:
        raise bad(RejectReason.UNREADABLE, "there is no standard input")
    return nullcontext(cast("BufferedReader", sys.stdin.buffer))


def _beside(source: Source, options: IngestOptions) -> Fields:
    """What the sidecar of `source` says."""
    if source.sidecar is None:
        return Fields()
    with Path(source.sidecar).open("rb") as stream:
        return sidecar(bounded(stream, options.record_bytes))
