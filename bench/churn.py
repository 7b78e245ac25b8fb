"""How many events keep their names while reports come in: `python -m bench.churn [DAYS [PER_DAY]]` (default 10 days of 100 reports).

Generated reports go through a whole ledger day by day. Those of one story come in over `SPREAD` days, in an order of chance, so that an
event of today has reports that are not there yet.
"""

import random
import sys
from collections.abc import Iterator
from datetime import timedelta

from bench.corpus import BEGIN, reports
from recoupe_eval.rows import table
from recoupe_eval.sets import churn
from recoupe_eval.sets.records import ClusteredText

SPREAD = 3


def spread(days: int, per_day: int) -> Iterator[ClusteredText]:
    """`days` times `per_day` generated reports, each put off by up to `SPREAD` days."""
    rng = random.Random(0)
    late = [(number + rng.randrange(SPREAD * per_day), number, made) for number, made in enumerate(reports(days * per_day))]
    for place, (_, number, made) in enumerate(sorted(late, key=lambda one: one[:2])):
        day = BEGIN + timedelta(days=place // per_day, seconds=place % per_day)
        yield ClusteredText(id=str(number), text=made["text"], title=made["title"], published=day.isoformat(), cluster="")


def main() -> int:
    """The days and the reports of a day stand in the command."""
    given = [int(word) for word in sys.argv[1:3]]
    days, per_day = [*given, *(10, 100)[len(given) :]]
    print(table([churn.row(list(spread(days, per_day)))]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
