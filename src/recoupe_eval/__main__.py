"""`recoupe-eval`: a table of scores against the gold of the repository; floors that only go up."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from recoupe.ingest import ingest
from recoupe.model import Report
from recoupe_eval import conditionals, dossiers, gold, links
from recoupe_eval.rows import Row, table

ROOT = Path(__file__).parent.parent.parent
SLACK = 0.0005
"""Floors are kept to the thousandth."""


def rows(root: Path) -> list[Row]:
    """All layers for which there is gold."""
    passages = conditionals.read(root / "eval" / "gold" / "conditionals.jsonl")
    linked = [links.read(path) for path in sorted((root / "eval" / "gold").glob("*/links.json"))]
    results = [(one, dossiers.Result(root, one)) for one in linked]
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
    options.add_argument(
        "--anchor-report", type=Path, nargs=2, metavar=("DRAFT", "TEXT"), help="print the gold that a draft makes of one report"
    )
    options.add_argument("--hidden", action="store_true", help="with --anchor-report: keep no words, for a text that must not be shown")
    given = options.parse_args(argv)
    if given.anchor_report:
        return _anchor(*given.anchor_report, shown=not given.hidden)
    if given.anchor:
        draft = links.read(given.anchor)
        made = links.anchored(draft, dossiers.Result(given.root, draft).texts)
        print(msgspec.json.format(msgspec.json.encode(made), indent=1).decode())
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


def _anchor(draft: Path, text: Path, *, shown: bool) -> int:
    """Print the gold of one report, or what is wrong with its draft (exit 1)."""
    report = next(record for record in ingest([str(text)]) if isinstance(record, Report))
    made, wrong = gold.anchored(text.stem, draft.read_text("utf-8"), report.text, shown=shown)
    print("\n".join(wrong) if wrong else msgspec.json.format(msgspec.json.encode(made), indent=1).decode())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
