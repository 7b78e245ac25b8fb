"""What ingest refuses, each limit with its reason."""

from recoupe.model import Record

MIB = 1 << 20


class IngestOptions(Record, frozen=True, kw_only=True):
    """Limits of ingest; the defaults suit a desk's machine."""

    record_bytes: int = 8 * MIB  # one text file, one line, one member of an array: ten long books; beyond it is no news report
    file_bytes: int = 512 * MIB  # a .json file, UTF-16 lines: read whole, so they must fit in memory several times over
    page_bytes: int = 10_000_000  # lxml drops text nodes of more than 10 MB without an error
    page_tag: int = 65_536  # bytes of one tag: parsers take quadratic time in its attributes
    page_tags: int = 100_000  # the longest live tickers have 30,000; the extractor's time grows with their square
    page_depth: int = 200  # lxml drops text deeper than 255 elements without an error
    page_seconds: float = 30.0  # then the extractor is killed; the slowest of 400 real pages took .3 s
    page_memory: int = 2048 * MIB  # address space of the extractor (where the system can limit it)
