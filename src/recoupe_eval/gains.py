"""What a change gains and loses: the rows of another commit, made by its own library on the gold and by the judge of the work tree."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import msgspec

from recoupe.errors import BadSetup
from recoupe_eval.rows import Row

LITTLE = 0.0005


def before(root: Path, commit: str) -> list[Row]:
    """The rows that the library of `commit` gives.

    Raises:
        BadSetup: there is no such commit, or its library does not run under this judge.
    """
    with tempfile.TemporaryDirectory() as name:
        library = Path(name) / "src"
        packed = _run(["git", "-C", str(root), "archive", commit, "src/recoupe"])
        with tarfile.open(fileobj=BytesIO(packed)) as files:
            files.extractall(name, filter="data")
        shutil.copytree(root / "src" / "recoupe_eval", library / "recoupe_eval")
        made = "import sys; sys.path.insert(0, sys.argv.pop(1)); from recoupe_eval.__main__ import main; sys.exit(main())"
        printed = _run([sys.executable, "-c", made, str(library), "--root", str(root), "--json"])
    return msgspec.json.decode(printed, type=list[Row])


def _run(command: Sequence[str]) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, and this library
    if done.returncode:
        raise BadSetup(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip().splitlines()[-1:]}")
    return done.stdout


def table(old: Sequence[Row], new: Sequence[Row]) -> str:
    """The layers that changed, F1 before and after; a layer that only one of the two has stands with a dash.

    >>> one = Row("hearsay", 1, 1, 0.9, 1, 1, 10, 5)
    >>> print(table([one], [msgspec.structs.replace(one, f1=0.95)]))
    layer                                          before   after   change
    hearsay                                          .900    .950    +.050
    """
    was, now = ({one.layer: one.f1 for one in rows} for rows in (old, new))
    lines = [f"{'layer':<46} {'before':>6}  {'after':>6}   {'change':>6}"]
    for layer in dict.fromkeys((*was, *now)):
        x, y = was.get(layer), now.get(layer)
        if x is None or y is None or abs(x - y) >= LITTLE:
            change = f"{y - x:+.3f}".replace("0.", ".") if x is not None and y is not None else ""
            lines.append(f"{layer:<46} {_figure(x):>6}  {_figure(y):>6}   {change:>6}".rstrip())
    return "\n".join(lines) if len(lines) > 1 else "nothing changed"


def _figure(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.3f}".removeprefix("0")
