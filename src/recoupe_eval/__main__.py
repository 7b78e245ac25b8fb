"""`python -m recoupe_eval`: a table of scores against the gold of the repository; floors that only go up."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from recoupe.ingest import ingest
from recoupe.model import Report
from recoupe_eval import agreement, branches, conditionals, dossiers, gains, gold, links, questions, reliability, reports
from recoupe_eval.rows import Row, table

ROOT = Path(__file__).parent.parent.parent
SLACK = 0.0005
"""Floors are kept to the thousandth."""


class Floors(msgspec.Struct, forbid_unknown_fields=True):
    """What has been reached, by layer. They only go up; `lowered` says where one did not, and why."""

    floors: dict[str, float] = {}
    lowered: tuple[str, ...] = ()


def rows(root: Path) -> list[Row]:
    """All layers for which the repository has gold and texts."""
    passages = conditionals.read(root / "eval" / "gold" / "conditionals.jsonl")
    folders = _folders(root)
    linked = [links.read(folder / "links.json") for folder in folders if (folder / "links.json").is_file()]
    asked = [(questions.read(f / "crosschecks.json"), questions.answered(root, f)) for f in folders if (f / "crosschecks.json").is_file()]
    judged = own(root)
    return [
        *(conditionals.score(passages, split) for split in reports.SPLITS),
        *(one for split in reports.SPLITS for one in reports.score([j for j in judged if j.report.language == "fr"], split)),
        *reports.score([j for j in judged if j.report.language == "en"], "English"),
        *dossiers.score([(one, dossiers.Result(root, one)) for one in linked]),
        *questions.score(asked),
    ]


def _folders(root: Path) -> list[Path]:
    """The gold of the examples, set by set."""
    return sorted(path for path in (root / "eval" / "gold").iterdir() if (root / "examples" / path.name).is_dir())


def own(root: Path) -> list[reports.Judged]:
    """The reports of the repository with their gold."""
    return [one for folder in _folders(root) for one in reports.read(folder, root / "examples" / folder.name)]


def below(found: Sequence[Row], floors: dict[str, float]) -> list[str]:
    """The layers whose F1 is under its floor, in words."""
    f1 = {one.layer: one.f1 for one in found}
    return [f"{layer}: {f1.get(layer, 0):.3f}, floor {floor:.3f}" for layer, floor in floors.items() if f1.get(layer, 0) < floor - SLACK]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; exit 1 where a figure is under its floor."""
    options = argparse.ArgumentParser(prog="python -m recoupe_eval", description=__doc__)
    options.add_argument("--root", type=Path, default=ROOT, help="the checkout with eval/ and examples/ (default: the one this stands in)")
    options.add_argument("--raise-floors", action="store_true", help="write the figures that are above their floors into eval/floors.json")
    options.add_argument(
        "--gains", nargs="?", const="HEAD", metavar="COMMIT", help="what the work tree gains and loses against COMMIT (HEAD)"
    )
    options.add_argument("--json", action="store_true", help="the rows as JSON")
    options.add_argument("--data", type=Path, metavar="PATH", help="with --gold: where the texts lie that are not of the repository")
    options.add_argument("--gold", type=Path, metavar="PATH", help="score the reports of this folder of gold alone, texts under --data")
    options.add_argument("--split", choices=(*reports.SPLITS, "all"), help="with --gold: one half, or all as one (default: each half)")
    options.add_argument(
        "--agreement", type=Path, nargs=2, metavar=("ONE", "OTHER"), help="how far two annotations of the same reports agree"
    )
    options.add_argument("--reliability", action="store_true", help="how often claims of a confidence are right (also with --gold)")
    options.add_argument(
        "--branches",
        action="store_true",
        help="how often a type is right, by the rule that gave it: French, dev half (with --gold --split all: all)",
    )
    options.add_argument("--anchor", type=Path, metavar="DRAFT", help="print the gold that a draft of links makes, with places and hashes")
    options.add_argument(
        "--anchor-report", type=Path, nargs=2, metavar=("DRAFT", "TEXT"), help="print the gold that a draft makes of one report"
    )
    options.add_argument("--hidden", action="store_true", help="with --anchor-report: keep no words, for a text that must not be shown")
    given = options.parse_args(argv)
    if not (given.root / "eval").is_dir():
        options.error(f"no folder eval in {given.root}: the gold lies in a checkout of the repository, give it by --root")
    if given.anchor_report:
        return _anchor(*given.anchor_report, shown=not given.hidden)
    if given.anchor:
        draft = links.read(given.anchor)
        made = links.anchored(draft, dossiers.Result(given.root, draft).texts)
        print(msgspec.json.format(msgspec.json.encode(made), indent=1).decode())
        return 0
    if given.agreement:
        print(agreement.table(*given.agreement))
        return 0
    if given.reliability or given.branches:
        judged = _judged(given.gold, given.data) if given.gold else own(given.root)
        print(
            reliability.table(judged)
            if given.reliability
            else branches.table(list(branches.typed(_seen(judged, given.split if given.gold else None))))
        )
        return 0
    if given.gold:
        print(table(_apart(given.gold, given.data, given.split)))
        return 0
    found = rows(given.root)
    if given.json:
        print(msgspec.json.encode(found).decode())
        return 0
    if given.gains:
        print(gains.table(gains.before(given.root, given.gains), found))
        return 0
    return _checked(found, given.root / "eval" / "floors.json", rise=given.raise_floors)


def _apart(gold: Path, data: Path | None, split: str | None) -> list[Row]:
    """The rows of one folder of gold."""
    judged = _judged(gold, data)
    return [one for part in ((split,) if split else reports.SPLITS) for one in reports.score(judged, part)]


def _seen(judged: list[reports.Judged], split: str | None) -> list[reports.Judged]:
    """The French reports that those who write rules may read: the half `dev`, unless all are asked for."""
    return [one for one in judged if one.report.language == "fr" and (split == "all" or reports.half(one.gold.report) == "dev")]


def _judged(gold: Path, data: Path | None) -> list[reports.Judged]:
    """The reports of one folder of gold; their texts lie in `data`, or in the folder under it that begins with the gold's name."""
    texts = next((p for p in sorted((data or gold).glob(f"{gold.name}*")) if p.is_dir()), data or gold)
    return list(reports.read(gold, texts))


def _checked(found: Sequence[Row], file: Path, *, rise: bool) -> int:
    """Print the table; hold it against the floors, or raise them."""
    held = msgspec.json.decode(file.read_bytes(), type=Floors) if file.is_file() else Floors()
    print(table(found))
    if rise:
        raised = {one.layer: max(held.floors.get(one.layer, 0.0), round(one.f1, 3)) for one in found}
        file.write_bytes(msgspec.json.format(msgspec.json.encode(Floors(raised, held.lowered)), indent=1) + b"\n")
        return 0
    for complaint in below(found, held.floors):
        print(f"under its floor: {complaint}", file=sys.stderr)
    return 1 if below(found, held.floors) else 0


def _anchor(draft: Path, text: Path, *, shown: bool) -> int:
    """Print the gold of one report, or what is wrong with its draft (exit 1)."""
    report = next(record for record in ingest([str(text)]) if isinstance(record, Report))
    made, wrong = gold.anchored(text.stem, draft.read_text("utf-8"), report.text, shown=shown)
    print("\n".join(wrong) if wrong else msgspec.json.format(msgspec.json.encode(made), indent=1).decode())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
