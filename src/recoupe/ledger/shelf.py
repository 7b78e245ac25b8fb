"""Read reports at hand: decoded once, the same object each time, the least recently used put back."""

from collections import OrderedDict
from collections.abc import Iterable

from recoupe.model import ReadReport
from recoupe.store import READINGS, REPORTS, Store

ROOM = 4096  # read reports of some 30 kB each: about 120 MB


class Shelf:
    """The read reports of a store."""

    def __init__(self, store: Store, room: int = ROOM) -> None:
        self.store = store
        self.room = room
        self._held: OrderedDict[str, ReadReport] = OrderedDict()

    def take(self, reports: Iterable[str]) -> dict[str, ReadReport]:
        """The read reports of those ids that have been read, in the order of ids.

        Raises:
            BadLedger: one was read and is not here.
        """
        asked = sorted(set(reports))
        found = {key: self._held[key] for key in asked if key in self._held}
        missing = [key for key in asked if key not in found]
        if missing:
            texts = {report.id: report for report in self.store.where(REPORTS, "id", missing)}
            for reading in self.store.where(READINGS, "report", missing):
                if reading.report not in texts:
                    raise self.store.damaged(f"{reading.report} was read and is not here")
                found[reading.report] = ReadReport(report=texts[reading.report], reading=reading)
        self._keep(found)
        return {key: found[key] for key in asked if key in found}

    def put(self, records: Iterable[ReadReport]) -> None:
        """Put up `records`, which have just been written."""
        self._keep({record.report.id: record for record in records})

    def forget(self, reports: Iterable[str]) -> None:
        """Put back `reports`: they have been read anew."""
        for key in reports:
            self._held.pop(key, None)

    def _keep(self, found: dict[str, ReadReport]) -> None:
        self._held.update(found)
        for key in found:
            self._held.move_to_end(key)
        while len(self._held) > self.room:
            self._held.popitem(last=False)
