"""The process in which pages are parsed, seen from inside: reads a page, answers, reads the next."""

import os
import sys
from typing import BinaryIO

import msgspec

from recoupe.ingest.extraction import answer
from recoupe.ingest.extractor import HEADER


def serve(pages: BinaryIO, answers: BinaryIO) -> None:
    """Answer each message of `pages` until they end.

    >>> from io import BytesIO
    >>> answers = BytesIO()
    >>> serve(BytesIO((10).to_bytes(HEADER, "big") + b"<p>Fin</p>"), answers)
    >>> "no_article" in answers.getvalue().decode()
    True
    """
    while len(size := pages.read(HEADER)) == HEADER:
        content = msgspec.json.encode(answer(pages.read(int.from_bytes(size, "big"))))
        answers.write(len(content).to_bytes(HEADER, "big") + content)
        answers.flush()


def limit(memory: int) -> None:
    """No more than `memory` bytes of address space, where the system knows such limits."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main() -> None:
    """Serve on the standard streams; what libraries print goes nowhere."""
    limit(int(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
