import csv
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.export.files import FORMULA, KINDS, cell, held, write
from recoupe.export.rows import COLUMNS
from recoupe.ingest.objects import member
from recoupe.ledger import Ledger
from recoupe.model import Direction, Drift, DriftKind, Raw, Report, Span, identify


def a_report(text: str, outlet: str | None = None) -> Report:
    return Report(
        id=identify("r", outlet or "", text), text=text, sha256="0", language="fr", raw=Raw(sha256="0", locator="a.txt"), extractor="txt/1",
        outlet=outlet,
    )  # fmt: skip


def test_every_kind_has_columns():
    assert set(KINDS) == set(COLUMNS)


def test_json_lines_are_the_records(tmp_path):
    reports = {r.id: r for r in (a_report("Deux mots.\r\n\u202f😀"), a_report("=1+1", "L’Écho"))}
    (path,) = write(tmp_path, {"reports": reports.values}, reports, "jsonl")
    lines = path.read_bytes().splitlines()
    assert [msgspec.json.decode(line, type=Report) for line in lines] == list(reports.values())
    assert json.loads(lines[0])["text"] == "Deux mots.\r\n\u202f😀"


def test_a_table_shows_the_words_and_disarms_formulas(tmp_path):
    one, two = a_report("=HYPERLINK(1) sept blessés", "@outlet"), a_report("huit blessés")
    found = Drift(
        id="d-1", kind=DriftKind.NUMBER_DIFFERS, a=Span(report=one.id, start=0, end=13), b=Span(report=two.id, start=0, end=4),
        a_words="sept",
        b_words="huit", direction=Direction.UNKNOWN, weight=50,
    )  # fmt: skip
    reports = {one.id: one, two.id: two}
    table, drifts = write(tmp_path, {"reports": reports.values, "drift": lambda: [found]}, reports, "csv")
    with table.open(encoding="utf-8-sig", newline="") as lines:
        assert [row["outlet"] for row in csv.DictReader(lines)] == ["'@outlet", ""]
    with drifts.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["a_passage"], row["b_passage"]) == ("'=HYPERLINK(1)", "huit")


def test_a_claim_stands_with_its_event_story_and_address(tmp_path):
    given = b'{"text": "La crue a fait trois morts \xc3\xa0 Orsac.", "outlet": "Le Bief", "url": "https://bief.example/crue"}'
    with Ledger.open(None) as ledger:
        ledger.receive([member(given, "a")])
        (event,), (story,) = ledger.events(), ledger.stories()
        where, reports = held([event], [story]), {report.id: report for report in ledger.reports()}
        (path,) = write(tmp_path, {"claims": ledger.claims}, reports, "csv", where)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        row = next(csv.DictReader(lines))
    assert (row["event"], row["story"], row["url"]) == (event.id, story.id, "https://bief.example/crue")


def test_nothing_half_written_is_left(tmp_path):
    def broken():
        yield a_report("un")
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        write(tmp_path, {"reports": broken}, {}, "jsonl")
    assert not (tmp_path / "reports.jsonl").exists()


@given(st.text())
def test_no_cell_starts_a_formula(text):
    assert not cell(text).startswith(FORMULA)
