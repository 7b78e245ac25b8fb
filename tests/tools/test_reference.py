import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.export import NAMES
from recoupe.export.rows import COLUMNS

ROOT = Path(__file__).parents[2]


def test_the_commands_are_those_of_the_parser():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "write_cli_reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", NAMES)
def test_every_column_is_described(kind):
    page = (ROOT / "docs" / "reference" / "exports.md").read_text("utf-8")
    assert f"## {kind}\n" in page
    assert [column for column in COLUMNS[kind] if f"`{column}`" not in page] == []
