"""`python -m recoupe_eval.alike`: events and stories of the examples and of the twins, dated and undated, in any number of orders.

Twins are reports of two events that are alike: the tallies of two nights, two marches of one town, two crashes with one toll. They lie in
`eval/twins/`: `mending.toml` for those who write rules, `reporting.toml` for measuring alone.
"""

import argparse
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from recoupe.ingest import ingest
from recoupe.ledger import Ledger
from recoupe.model import Report
from recoupe_eval import links
from recoupe_eval.rows import Row, clustered, shared, table
from recoupe_eval.scores import ENOUGH, ENOUGH_OF_A_KIND, clusters
from recoupe_eval.sets.scoring import Given, taken

ROOT = Path(__file__).parent.parent.parent
TWINS = ("mending", "reporting")
EXAMPLES = "examples"

Groups = dict[str, str]
"""The group of each report."""


class Told(msgspec.Struct, frozen=True):
    """A report by its name, and the groups that it belongs to. `case`: the dossier or the case of twins that it stands in."""

    name: str
    case: str
    given: Given
    event: str
    story: str | None = None


def twins(root: Path, half: str) -> list[Told]:
    """All twins of one half."""
    cases = tomllib.loads((root / "eval" / "twins" / f"{half}.toml").read_text("utf-8"))["case"]
    return [
        Told(f"{case['name']}, {n}", case["name"], {"text": one["text"], "published": one["published"]}, f"{case['name']} {one['event']}")
        for case in cases
        for n, one in enumerate(case["reports"], 1)
    ]


def examples(root: Path) -> list[Told]:
    """All examples of which the gold says which event they tell."""
    return [one for gold in sorted((root / "eval" / "gold").glob("*/links.json")) for one in _dossier(root, gold)]


def _dossier(root: Path, path: Path) -> Iterator[Told]:
    gold, name = links.read(path), path.parent.name
    event = {n: f"{name} {key}" for key, group in gold.events.items() for n in group}
    story = {n: f"{name} {key}" for key, group in gold.stories.items() for n in group}
    for report in ingest([str(root / gold.texts)]):
        if isinstance(report, Report):
            n = links.number(report)
            published = report.published.start if report.published else None
            yield Told(f"{name} {n}", name, {"title": report.title, "text": report.text, "published": published}, event[n], story[n])


def grouped(told: Sequence[Told]) -> tuple[Groups, Groups]:
    """The events and the stories of a ledger that was given `told` in their order, each named by its first report."""
    with Ledger.open() as ledger:
        ids = taken(ledger, {one.name: one.given for one in told})
        event = {report: one.id for one in ledger.events() for report in one.reports}
        story = {one: of.id for of in ledger.stories() for one in of.events}
    events = {one.name: event[ids[one.name]] for one in told}
    return _named(events), _named({name: story[found] for name, found in events.items()})


def _named(groups: Mapping[str, str]) -> Groups:
    first: dict[str, str] = {}
    for name in sorted(groups):
        first.setdefault(groups[name], name)
    return {name: first[groups[name]] for name in sorted(groups)}


def undated(told: Sequence[Told]) -> list[Told]:
    """The same without the time of publication."""
    return [msgspec.structs.replace(one, given={**one.given, "published": None}) for one in told]


def wrong(told: Sequence[Told], events: Groups) -> list[str]:
    """The cases whose reports are not grouped just as they should be."""
    found = defaultdict[str, tuple[set[frozenset[str]], set[frozenset[str]]]](lambda: (set(), set()))
    for one in told:
        found[one.case][0].add(frozenset(other.name for other in told if other.event == one.event))
        found[one.case][1].add(frozenset(name for name, group in events.items() if group == events[one.name]))
    return sorted(case for case, (wanted, made) in found.items() if wanted != made)


def score(name: str, told: Sequence[Told], made: tuple[Groups, Groups], orders: int) -> Iterator[Row]:
    """The rows of one set of reports and what was `made` of it; where `orders` are asked, how many of them gave the same."""
    events, stories = made
    compared = clusters(events, {one.name: one.event for one in told})
    yield clustered(f"{name}: events (B-cubed)", compared, len(told), ENOUGH_OF_A_KIND)
    if all(one.story for one in told):
        yield clustered(f"{name}: stories (B-cubed)", clusters(stories, {one.name: one.story for one in told}), len(told), ENOUGH_OF_A_KIND)
    cases = len({one.case for one in told})
    yield shared(f"{name}: cases all right", cases - len(wrong(told, events)), cases, ENOUGH)
    if orders:
        same = sum(grouped(shuffled) == (events, stories) for shuffled in _orders(told, orders))
        yield shared(f"{name}: orders with the same result", same, orders, ENOUGH)


def _orders(told: Sequence[Told], many: int) -> Iterator[list[Told]]:
    rng = random.Random(0)  # noqa: S311 - an order, no secret
    for _ in range(many):
        yield rng.sample(told, len(told))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table, and which cases of the half for mending are wrong."""
    options = argparse.ArgumentParser(prog="python -m recoupe_eval.alike", description=__doc__)
    options.add_argument("--root", type=Path, default=ROOT, help="the checkout with eval/ and examples/ (default: the one this stands in)")
    options.add_argument("--orders", type=int, default=0, metavar="N", help="put each set in N shuffled orders too")
    options.add_argument("--only", choices=(*TWINS, EXAMPLES), help="one set (default: all)")
    given = options.parse_args(argv)
    rows = list[Row]()
    for name in (given.only,) if given.only else (*TWINS, EXAMPLES):
        told = examples(given.root) if name == EXAMPLES else twins(given.root, name)
        for words, some in (("dated", told), ("undated", undated(told))):
            made = grouped(some)
            rows += score(f"{name}, {words}", some, made, given.orders)
            if name == TWINS[0]:
                print(f"{name}, {words}, wrong: {', '.join(wrong(some, made[0])) or 'none'}", file=sys.stderr)
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
