"""Streams that are closed before the command begins."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_error(closed, tmp_path):
    (tmp_path / "a.txt").write_text("Deux morts à Lyon, selon la préfecture.", "utf-8")
    done = subprocess.run(
        f'"{sys.executable}" -m recoupe point "{tmp_path / "a.txt"}" {closed}', shell=True, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
