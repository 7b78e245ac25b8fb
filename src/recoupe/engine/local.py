"""The local engine: work over records in this process or in a pool of processes; the same output, in the same order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from recoupe.errors import BadSetup
from recoupe.model import Claim, Reading, ReadReport, Report
from recoupe.stage import Map

A = TypeVar("A")
B = TypeVar("B")

CHUNK = 16  # records sent to a worker at once: some 10 ms of work against .3 ms of sending
AHEAD = 4  # chunks in flight for each worker: it never waits, and memory stays bounded


@dataclass(frozen=True, slots=True)
class Outcome(Generic[B]):
    """What a piece of work gave, or the words of the error that it raised."""

    value: B | None
    failure: str | None


def attempt(work: Callable[[], B]) -> Outcome[B]:
    """Do `work`; a fault of it is a value, so that one record never stops a run. What must stop the run, does.

    >>> attempt(lambda: 1 // 0).failure
    'ZeroDivisionError: integer division or modulo by zero'
    """
    try:
        return Outcome(work(), None)
    except BadSetup:
        raise
    except Exception as error:  # noqa: BLE001 - the one place: a fault of a stage is recorded and counted
        return Outcome(None, f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the two stages that look at one report alone made of it; `failures` are (stage, words of the error)."""

    report: Report
    reading: Reading | None
    claims: tuple[Claim, ...]
    failures: tuple[tuple[str, str], ...]


def analyse(read: Map[Report, Reading], claims: Map[ReadReport, Claim], report: Report) -> Analysis:
    """Read `report`, then take the claims from the reading.

    >>> broken = Map("read", 1, lambda report: [report["text"]])
    >>> analyse(broken, Map("claims", 1, lambda read: []), {}).failures
    (('read', "KeyError: 'text'"),)
    """
    read_as = attempt(lambda: next(iter(read.run(report))))
    if read_as.value is None:
        return Analysis(report, None, (), ((read.name, str(read_as.failure)),))
    with_reading = ReadReport(report=report, reading=read_as.value)
    found = attempt(lambda: tuple(claims.run(with_reading)))
    failures = () if found.failure is None else ((claims.name, found.failure),)
    return Analysis(report, read_as.value, found.value or (), failures)


def over(work: Callable[[A], B], records: Iterable[A], workers: int = 1) -> Iterator[B]:
    """`work` done on each of `records`, in their order; with more than one worker, in processes (`work` must be importable there).

    >>> list(over(str.split, ["la crue", "le pont de bois"]))
    [['la', 'crue'], ['le', 'pont', 'de', 'bois']]
    """
    if workers <= 1:
        return map(work, records)
    return _pooled(work, iter(records), workers)


def _pooled(work: Callable[[A], B], records: Iterator[A], workers: int) -> Iterator[B]:
    """Chunks go out while there is room and come back in order."""
    chunks = iter(lambda: tuple(islice(records, CHUNK)), ())
    flying: deque[Future[list[B]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            for chunk in chunks:
                flying.append(pool.submit(_each, work, chunk))
                if len(flying) >= workers * AHEAD:
                    yield from flying.popleft().result()
            while flying:
                yield from flying.popleft().result()
        except BrokenProcessPool as error:
            raise BadSetup("a worker process died (out of memory?); run again with one worker: what is done is kept") from error
        finally:
            for future in flying:
                future.cancel()


def _each(work: Callable[[A], B], chunk: tuple[A, ...]) -> list[B]:
    return [work(record) for record in chunk]


def analyser(read: Map[Report, Reading], claims: Map[ReadReport, Claim]) -> Callable[[Report], Analysis]:
    """`analyse` with its stages, fit to be sent to another process."""
    return partial(analyse, read, claims)
