import csv
import io
import json
from pathlib import Path

import pytest

from recoupe.cli import main as command

EXAMPLES = str(Path(__file__).parents[2] / "examples" / "tempete")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "recoupe.db")
    assert command(["add", EXAMPLES, "--ledger", path, "--quiet"]) == 0
    return path


def shown(capsys, *words: str) -> tuple[int, str, str]:
    code = command(["reuse", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_matrix_counts_every_pair_once(capsys, ledger):
    capsys.readouterr()
    pairs = json.loads(shown(capsys, "--format", "json", "--ledger", ledger)[1])
    cells = json.loads(shown(capsys, "--matrix", "--format", "json", "--ledger", ledger)[1])
    rows = list(csv.DictReader(io.StringIO(shown(capsys, "--matrix", "--format", "csv", "--ledger", ledger)[1])))
    assert sorted(key for cell in cells for key in cell["reuses"]) == sorted(pair["id"] for pair in pairs)
    assert [int(row["pairs"]) for row in rows] == [len(cell["reuses"]) for cell in cells]
    assert all(cell["credited"] <= cell["pairs"] for cell in cells)


@pytest.mark.parametrize(("lang", "words"), [("fr", "passages communs"), ("en", "common passages")])
def test_the_matrix_is_read_in_both_languages(capsys, ledger, lang, words):
    code, out, _ = shown(capsys, "--matrix", "--ledger", ledger, "--lang", lang)
    assert code == 0
    assert words in out


def test_marks_become_a_precision(capsys, ledger, tmp_path):
    drawn = shown(capsys, "--sample", "3", "--ledger", ledger)[1]
    rows = list(csv.DictReader(io.StringIO(drawn)))
    assert 1 <= len(rows) <= 3
    assert {row["mark"] for row in rows} == {""}
    marked = tmp_path / "marked.csv"
    marked.write_text("\ufeffid;mark\r\nu-1;oui\r\nu-2;Y\r\nu-3;non\r\nu-4;\r\n", "utf-8")
    assert json.loads(shown(capsys, "--marks", str(marked), "--format", "json")[1])["right"] == 2
    assert "2 of 3 pairs right: 66.7%" in shown(capsys, "--marks", str(marked), "--lang", "en")[1]
    assert shown(capsys, "--marks", str(marked), "--format", "csv")[1].startswith("marked,right,low,high\n3,2,")


@pytest.mark.parametrize("words", ["id,mark\nu-1,perhaps\n", "id,verdict\nu-1,yes\n", None, "\udcff"])
def test_what_is_no_table_of_marks_is_said(capsys, tmp_path, words):
    file = tmp_path / "marks.csv"
    if words is not None:
        file.write_bytes(words.encode("utf-8", "surrogateescape"))
    code, out, err = shown(capsys, "--marks", str(file), "--lang", "en")
    assert (code, out) == (2, "")
    assert "marks.csv" in err
