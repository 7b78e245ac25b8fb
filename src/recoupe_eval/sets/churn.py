"""How often names of events change while reports come in day by day."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from recoupe.ledger import Ledger
from recoupe_eval.rows import Row, shared
from recoupe_eval.scores import ENOUGH
from recoupe_eval.sets.records import ClusteredText
from recoupe_eval.sets.scoring import given, taken


def row(items: Sequence[ClusteredText]) -> Row:
    """Of the events of two or more reports of each day, the share whose name is still that of most of their reports the day after.

    What has no date is left out.
    """
    days: dict[str, list[ClusteredText]] = defaultdict(list)
    for item in items:
        if item.published:
            days[item.published[:10]].append(item)
    before: dict[str, tuple[str, ...]] = {}
    kept = asked = 0
    with Ledger.open() as ledger:
        for day in sorted(days):
            taken(ledger, given(days[day]), day)
            events = ledger.events()
            event = {report: one.id for one in events for report in one.reports}
            kept += sum(Counter(event[report] for report in reports).most_common(1)[0][0] == name for name, reports in before.items())
            asked += len(before)
            before = {one.id: one.reports for one in events if len(one.reports) > 1}
    return shared("names of events kept a day later", kept, asked, ENOUGH)
