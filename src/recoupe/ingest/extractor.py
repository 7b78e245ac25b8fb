"""The process in which pages are parsed, seen from outside: asked page by page, killed when it takes too long."""

import sys
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer

import msgspec

from recoupe.errors import BadReport
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.rejects import bad
from recoupe.model import Record, RejectReason

HEADER = 8  # bytes that give the length of a message
WORKER = "recoupe.ingest.worker"


class Extracted(Record, frozen=True, kw_only=True):
    """The article of a page, and what the page says of it: several addresses and dates, the most trusted first."""

    text: str
    extractor: str
    urls: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None


class Failed(Record, frozen=True, kw_only=True):
    """Why a page gave nothing."""

    reason: RejectReason
    detail: str


class Answer(Record, frozen=True, kw_only=True):
    """What the process answers: one of the two."""

    extracted: Extracted | None = None
    failed: Failed | None = None


class Extractor:
    """A worker process, started with the first page and again after each death."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options
        self._process: Popen[bytes] | None = None
        self._late = False

    def extract(self, page: bytes) -> Extracted:
        """The article in `page` (UTF-8).

        Raises:
            BadReport: no article, or the process failed, died twice, or ran out of time.
        """
        answer = self._ask(page) or (None if self._late else self._ask(page))  # a death may be the fault of the pages before
        if answer is None:
            why = f"took more than {self._options.page_seconds:g} s" if self._late else "the extractor died on this page"
            raise bad(RejectReason.EXTRACTOR_FAILED, why)
        if answer.extracted is None:
            assert answer.failed is not None
            raise BadReport(answer.failed.reason.value, answer.failed.detail)
        return answer.extracted

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, page: bytes) -> Answer | None:
        """One answer; None if the process died or was killed."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        self._late = False
        timer = Timer(self._options.page_seconds, self._kill)
        timer.start()
        try:
            process.stdin.write(len(page).to_bytes(HEADER, "big") + page)
            process.stdin.flush()
            size = process.stdout.read(HEADER)
            content = process.stdout.read(int.from_bytes(size, "big")) if len(size) == HEADER else b""
            return msgspec.json.decode(content, type=Answer)
        except (OSError, msgspec.DecodeError):  # a broken pipe, half an answer
            self.close()
            return None
        finally:
            timer.cancel()
            timer.join()

    def _kill(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()

    def _running(self) -> "Popen[bytes]":
        if self._process is None:
            memory = str(self._options.page_memory)
            # -P: a file in the working folder must not pass for a library
            self._process = Popen([sys.executable, "-P", "-m", WORKER, memory], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603
        return self._process
