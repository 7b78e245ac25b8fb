"""The row of passim, without Spark: what it writes is read, and the command goes on where its last step fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe_eval.reuse.pan import Shared

peers = pytest.importorskip("bench.peers", reason="bench/ stands beside the tests in a checkout")

ROOT = Path(peers.__file__).parents[1]
LINE = '{{"id": "{}", "begin": {}, "end": {}, "id2": "{}", "begin2": {}, "end2": {}, "matches": 12, "score": 24.0}}\n'

STANDING_IN = '''
"""Aligns paragraphs that two texts share, in the files and fields of passim, then fails as its clustering does without a net."""
import json, sys
from itertools import combinations
from pathlib import Path

*options, texts, out = sys.argv[1:]
assert "--pairwise" in options and "--all-pairs" in options
folder = Path(out, "align.json")
folder.mkdir(parents=True)
with (folder / "part-00000.json").open("w", encoding="utf-8") as part:
    for x, y in combinations(map(json.loads, Path(texts).read_text("utf-8").splitlines()), 2):
        for line in {*x["text"].split("\\n\\n")} & {*y["text"].split("\\n\\n")}:
            a, b = x["text"].index(line), y["text"].index(line)
            row = {"id": y["id"], "begin": b, "end": b + len(line), "id2": x["id"], "begin2": a, "end2": a + len(line)}
            part.write(json.dumps(row) + "\\n")
sys.exit(1)
'''


def test_alignments_are_read_whichever_side_comes_first(tmp_path):
    folder = tmp_path / "align.json"
    folder.mkdir()
    (folder / "part-00000.json").write_text(LINE.format("r-2", 5, 40, "r-1", 90, 126))
    (folder / "part-00001.json").write_text(LINE.format("r-1", 0, 30, "r-3", 7, 37))
    (folder / "_SUCCESS").write_text("")
    assert list(peers.aligned(tmp_path)) == [Shared(("r-1", "r-2"), (90, 126), (5, 40)), Shared(("r-1", "r-3"), (0, 30), (7, 37))]


def test_nothing_written_is_nothing_found(tmp_path):
    assert list(peers.aligned(tmp_path)) == []


def test_the_command_prints_a_row_of_what_was_aligned_before_clustering_failed(tmp_path):
    script = tmp_path / "seriatim.py"
    script.write_text(STANDING_IN, "utf-8")
    command = [sys.executable, "-m", "bench.peers", "--cases", "1", "--passim", str(script)]
    given = {name: value for name, value in os.environ.items() if name != "PYSPARK_PYTHON"}
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=True)
    rows = {line.split()[0]: line for line in done.stdout.splitlines() if re.match(r"(recoupe|passim) +\d", line)}
    assert rows.keys() == {"recoupe", "passim"}
    near, recall = map(float, rows["passim"].split()[1:3])
    assert 0 < near <= 1
    assert 0 < recall <= 1
    assert re.findall(r"^(\w+) .*plagdet", done.stdout, re.MULTILINE) == ["recoupe", "passim"]
    assert "aligned nothing" not in done.stderr
