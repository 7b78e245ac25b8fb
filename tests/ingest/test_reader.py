import io
import json
import sys
from pathlib import Path

import pytest

from recoupe.errors import NothingGiven
from recoupe.ingest import IngestOptions, ingest
from recoupe.model import Reject, Report


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reasons(*places: str, **options: int) -> list[str]:
    return [r.reason.value if isinstance(r, Reject) else r.text for r in ingest(places, IngestOptions(**options))]


def test_every_input_ends_as_a_report_or_a_reject(folder):
    Path("a.txt").write_text("Le premier.", "utf-8")
    Path("a.json").write_text('{"outlet": "Le Bref"}', "utf-8")
    Path("b.md").write_text("---\ntitle: B\n", "utf-8")
    Path("c.json").write_text(json.dumps([{"text": "Le deuxième."}, {}]), "utf-8")
    Path("d.jsonl").write_bytes(b'{"text": "Le troisi\xc3\xa8me."}\n')
    Path("e.pdf").write_bytes(b"%PDF")
    Path("f").write_bytes(b"Sans suffixe.")
    Path("g.txt").write_bytes(b"")
    Path("h.jsonl").write_bytes(b"\xff\xfea")
    assert reasons(".", "none.txt") == [
        "Le premier.",
        "bad_header",
        "Le deuxième.",
        "bad_field",
        "Le troisième.",
        "unknown_format",
        "Sans suffixe.",
        "empty",
        "not_utf8",
        "unreadable",
    ]
    [report] = ingest(["a.txt"])
    assert isinstance(report, Report)
    assert (report.outlet, report.raw.locator, report.extractor) == ("Le Bref", "a.txt", "text 1")


def test_again_and_in_another_order_is_the_same(folder):
    for number in range(20):
        Path(f"{number}.txt").write_text(f"Texte {number}", "utf-8")
    places = [f"{number}.txt" for number in range(20)]
    assert list(ingest(places)) == list(ingest(places[::-1])) == list(ingest(["."]))


def test_nothing_given_is_said_at_the_call(folder):
    with pytest.raises(NothingGiven):
        ingest(["none"])


def test_a_bad_sidecar_refuses_its_text(folder):
    Path("a.txt").write_text("x", "utf-8")
    Path("a.json").write_text("[]", "utf-8")
    assert reasons("a.txt") == ["bad_header"]


@pytest.mark.parametrize(("data", "texts"), [
    (b"Un texte.", ["Un texte."]),
    (b'{"text": "Un."}\n{"text": "Deux."}\n', ["Un.", "Deux."]),
    (b'[{"text": "Un."}]', ["Un."]),
    (b"", ["empty"]),
    (b"\0\x01", ["unknown_format"]),
])  # fmt: skip
def test_standard_input(monkeypatch, data, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert reasons("-") == texts
    assert not sys.stdin.closed


def test_no_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert reasons("-") == ["unreadable"]


def test_a_file_that_goes_away_or_breaks(folder, monkeypatch):
    Path("a.txt").write_text("x", "utf-8")
    found = ingest(["a.txt"])
    Path("a.txt").unlink()
    [gone] = found
    assert gone.reason == "unreadable"
    assert gone.id == next(iter(ingest_again(folder, monkeypatch))).id


def ingest_again(folder, monkeypatch):
    def broken(self, mode):
        raise FileNotFoundError(2, "No such file or directory")

    Path("a.txt").write_text("x", "utf-8")
    monkeypatch.setattr(Path, "open", broken)
    return ingest(["a.txt"])


def test_one_character_a_million_times(folder):
    for character in "a \n-{<\0é\u202e\u0301😀":
        Path("a.txt").write_text(character * 1_000_000, "utf-8")
        assert len(reasons("a.txt")) == 1
