"""`python -m recoupe_eval.sets NAME --data PATH`: what a clone of a public set holds, and what the library makes of it."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import structs

from recoupe.errors import BadSetup
from recoupe_eval.rows import Row, table
from recoupe_eval.sets import (
    churn,
    clough_stevenson,
    ecbplus,
    french_timebank,
    gendergap,
    giveme5w1h,
    gunviolence,
    headlines,
    peers,
    polnear,
    scoring,
)
from recoupe_eval.sets.records import Unfit

READERS: dict[str, Callable[[Path], Iterator[Any]]] = {
    "clough-stevenson": clough_stevenson.read,
    "ecbplus": ecbplus.read,
    "french-timebank": french_timebank.read,
    "gendergap": gendergap.read,
    "giveme5w1h": giveme5w1h.read,
    "gunviolence": gunviolence.read,
    "headlines": headlines.read,
    "polnear": polnear.read,
}
SCORERS: dict[str, Callable[[Sequence[Any]], Iterator[Row]]] = {
    "clough-stevenson": scoring.reuse,
    "ecbplus": scoring.events,
    "french-timebank": scoring.times,
    "giveme5w1h": scoring.events,
    "gunviolence": scoring.events,
    "headlines": scoring.events,
}
"""English attributions (gendergap, polnear) have nothing to be held against: attributions are not read in English yet."""
SPLITS = ("dev", "test", "all")


def half(item: Any) -> str:
    """Of which half an item is: by the hash of its event, or of its own id where it has none, so that no event is in both.

    >>> from recoupe_eval.sets.records import RewrittenText
    >>> [half(RewrittenText(id=str(n), source="", text="", degree="")) for n in range(4)]
    ['test', 'test', 'dev', 'dev']
    """
    return "test" if int(sha256(getattr(item, "cluster", item.id).encode()).hexdigest(), 16) % 2 else "dev"


def main(argv: Sequence[str] | None = None) -> int:
    """Print what there is, and the table; exit 2 where the path is no such clone."""
    options = argparse.ArgumentParser(prog="python -m recoupe_eval.sets", description=__doc__)
    options.add_argument("name", choices=sorted(READERS), help="the set")
    options.add_argument("--data", type=Path, required=True, metavar="PATH", help="a clone of its repository, see eval/SETS.md")
    options.add_argument(
        "--split", choices=SPLITS, default="dev", help="which half (default: dev); test is looked at by nobody who writes rules"
    )
    options.add_argument("--undated", action="store_true", help="leave out when each text came out (sets of events)")
    options.add_argument("--churn", action="store_true", help="how many events keep their names while texts come day by day")
    options.add_argument(
        "--peers", action="store_true", help="two other ways to bring texts to events (sets of events; needs scikit-learn)"
    )
    given = options.parse_args(argv)
    try:
        found = list(READERS[given.name](given.data))
    except BadSetup as error:
        print(error, file=sys.stderr)
        return 2
    unfit = Counter(one.reason for one in found if isinstance(one, Unfit))
    items = [one for one in found if not isinstance(one, Unfit) and given.split in {"all", half(one)}]
    print(f"{given.name}: {len(found) - unfit.total()} items read, {unfit.total()} passed by; {given.split}: {len(items)}")
    for reason, times in unfit.most_common(5):
        print(f"  passed by {times} times: {reason}", file=sys.stderr)
    if given.undated:
        items = [structs.replace(one, published=None) for one in items]
    if given.name in SCORERS and items:
        print(table(list(SCORERS[given.name](items))))
    if given.churn and items:
        print(table([churn.row(items)]))
    if given.peers and items:
        dev = [one for one in found if not isinstance(one, Unfit) and half(one) == "dev"]
        try:
            print(table(list(peers.rows(dev, items))))
        except BadSetup as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
