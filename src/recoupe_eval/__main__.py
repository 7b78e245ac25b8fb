"""`recoupe-eval`: a table of scores against the gold of the repository; floors that only go up."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from recoupe_eval import conditionals, dossiers, links
from recoupe_eval.rows import Row, table

ROOT = Path(__file__).parent.parent.parent
SLACK = 0.0005
"""Floors are kept to the thousandth."""


def rows(root: Path) -> list[Row]:
    """All layers for which there is gold."""
    passages = conditionals.read(root / "eval" / "gold" / "conditionals.jsonl")
    golds = [links.read(path) for path in sorted((root / "eval" / "gold").glob("*/links.json"))]
    results = [(gold, dossiers.Result(root, gold)) for gold in golds]
    return [*(conditionals.score(passages, split) for split in ("dev", "test")), *dossiers.score(results)]


def below(found: Sequence[Row], floors: dict[str, float]) -> list[str]:
    """The layers whose F1 is under its floor, in words."""
    f1 = {one.layer: one.f1 for one in found}
    return [f"{layer}: {f1.get(layer, 0):.3f}, floor {floor:.3f}" for layer, floor in floors.items() if f1.get(layer, 0) < floor - SLACK]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; exit 1 where a figure is under its floor."""
    options = argparse.ArgumentParser(prog="recoupe-eval", description=__doc__)
    options.add_argument("--root", type=Path, default=ROOT, help="the repository (default: where this stands)")
    options.add_argument("--raise-floors", action="store_true", help="write the figures that are above their floors into eval/floors.json")
    options.add_argument("--anchor", type=Path, metavar="DRAFT", help="print the gold that a draft of links makes, with places and hashes")
    given = options.parse_args(argv)
    if given.anchor:
        draft = links.read(given.anchor)
        gold = links.anchored(draft, dossiers.Result(given.root, draft).texts)
        print(msgspec.json.format(msgspec.json.encode(gold), indent=1).decode())
        return 0
    found, file = rows(given.root), given.root / "eval" / "floors.json"
    floors = msgspec.json.decode(file.read_bytes(), type=dict[str, float]) if file.is_file() else {}
    print(table(found))
    if given.raise_floors:
        raised = {one.layer: max(floors.get(one.layer, 0.0), round(one.f1, 3)) for one in found}
        file.write_bytes(msgspec.json.format(msgspec.json.encode(raised), indent=1) + b"\n")
        return 0
    for complaint in below(found, floors):
        print(f"under its floor: {complaint}", file=sys.stderr)
    return 1 if below(found, floors) else 0


if __name__ == "__main__":
    sys.exit(main())
