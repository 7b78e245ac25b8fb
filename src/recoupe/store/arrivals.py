"""Taking in reports: every sighting is kept, and the report is what all its sightings and all texts of its address make it."""

from collections.abc import Mapping, Sequence

import msgspec

from recoupe.ingest import editions, preferred
from recoupe.model import Reject, Report, identify
from recoupe.store.kinds import REJECTS, REPORTS
from recoupe.store.store import Store, listed
from recoupe.store.terms import index

SIGHTING = "INSERT OR IGNORE INTO sighting(id, report, sha256, locator, record) VALUES (?, ?, ?, ?, ?)"


def receive(store: Store, batch: Sequence[Report | Reject]) -> tuple[str, ...]:
    """Keep `batch` in one transaction, with marks for all that follows; return the ids of reports never seen before.

    >>> from recoupe.ingest.objects import member
    >>> news = [member(b'{"text": "Le bac repart."}', "a"), member(b'{"text": "Le bac repart."}', "b")]
    >>> with Store() as store:
    ...     len(receive(store, news)), len(receive(store, news)), store.count("sighting")
    (1, 0, 2)
    """
    reports = [item for item in batch if isinstance(item, Report)]
    with store.transaction():
        store.put(REJECTS, [item for item in batch if isinstance(item, Reject)])
        known = _known(store, reports)
        changed = [report for report in _settled(known, _sightings(store, reports)) if known.get(report.id) != report]
        store.put(REPORTS, changed)
        store.run_all(SIGHTING, [_sighting(report) for report in reports])
        new = [report for report in changed if report.id not in known]
        index(store, new)
        store.mark("read", [report.id for report in changed])
    return tuple(report.id for report in new)


def _known(store: Store, reports: Sequence[Report]) -> dict[str, Report]:
    """What the store holds of `reports` and of their addresses."""
    urls = {report.url for report in reports if report.url is not None}
    found = store.where(REPORTS, "id", sorted({report.id for report in reports})) + store.where(REPORTS, "url", sorted(urls))
    return {report.id: report for report in found}


def _sightings(store: Store, reports: Sequence[Report]) -> dict[str, list[Report]]:
    """All sightings of `reports`, earlier ones (without their text) and these."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.id, []).append(report)
    query = "SELECT report, record FROM sighting WHERE report IN (SELECT value FROM json_each(?)) ORDER BY id"
    for report_id, record in store.rows(query, (listed(found),)):
        found[report_id].append(msgspec.structs.replace(store.decoded(REPORTS, record), text=found[report_id][0].text))
    return found


def _settled(known: Mapping[str, Report], sightings: Mapping[str, list[Report]]) -> list[Report]:
    """One record for each report in sight, with its editions set, in the order of ids."""
    merged = {key: preferred(found) if len(found) > 1 else found[0] for key, found in sightings.items()}
    by_url: dict[str | None, list[Report]] = {}
    for report in {**{key: _bare(report) for key, report in known.items()}, **merged}.values():
        by_url.setdefault(report.url, []).append(report)
    settled = by_url.pop(None, [])
    for group in by_url.values():
        settled += group if len(group) == 1 else editions(group)
    return sorted(settled, key=lambda report: report.id)


def _bare(report: Report) -> Report:
    """`report` as it was sighted, before its editions were set."""
    return msgspec.structs.replace(report, edition_of=None, edition_cause=None)


def _sighting(report: Report) -> tuple[str, str, str, str, bytes]:
    """A row of `SIGHTING`; the text is left to the report, whose id vouches for it."""
    record = msgspec.json.encode(msgspec.structs.replace(report, text=""))
    return identify("s", record.decode()), report.id, report.raw.sha256, report.raw.locator, record
