from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from recoupe.model import Span
from recoupe_eval import __main__ as evaluation
from recoupe_eval import conditionals, dossiers, links
from recoupe_eval.rows import Row
from recoupe_eval.scores import Counts, clusters, interval

ROOT = Path(__file__).parents[2]
GOLD = sorted((ROOT / "eval" / "gold").glob("*/links.json"))


@pytest.fixture(scope="module")
def scored() -> list[Row]:
    return evaluation.rows(ROOT)


def test_no_figure_is_under_its_floor(scored):
    floors = msgspec.json.decode((ROOT / "eval" / "floors.json").read_bytes(), type=evaluation.Floors).floors
    assert evaluation.below(scored, floors) == []
    assert {one.layer for one in scored} == floors.keys()


def test_a_figure_under_its_floor_is_named(scored):
    assert evaluation.below(scored, {scored[0].layer: 1.1}) == [f"{scored[0].layer}: {scored[0].f1:.3f}, floor 1.100"]
    assert evaluation.below(scored, {"a layer that is gone": 0.5}) == ["a layer that is gone: 0.000, floor 0.500"]


def test_every_conditional_requotes():
    passages = conditionals.read(ROOT / "eval" / "gold" / "conditionals.jsonl")
    assert all(p.text[slice(*p.verb)] == p.words for p in passages)
    assert len({p.id for p in passages}) == len(passages)
    assert sum(p.hearsay for p in passages) >= 100
    assert sum(not p.hearsay and p.kind != "not_conditional" for p in passages) >= 100


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.parent.name)
def test_every_link_requotes(path):
    gold = links.read(path)
    result = dossiers.Result(ROOT, gold)
    assert links.stale(gold, result.texts) == []
    assert links.anchored(gold, result.texts) == gold
    assert sorted(n for group in gold.events.values() for n in group) == sorted(gold.sha256)


def test_words_that_do_not_stand_once_are_named():
    place, none = links.Place("01", "deux"), links.Place("01")
    draft = links.Links("x", (), {"E": ("01",)}, {}, (links.Difference("source_missing", place, none),))
    with pytest.raises(ValueError, match="report 01: 2 times in the text, wanted once: 'deux'"):
        links.anchored(draft, {"01": "deux et deux"})
    with pytest.raises(ValueError, match="no report 01 in x"):
        links.anchored(draft, {})
    gold = links.anchored(draft, {"01": "un et\u00a0deux"})
    assert (gold.drift[0].a.start, gold.drift[0].a.end) == (6, 10)
    assert links.stale(gold, {"01": "un et deux"}) == ["01: other text"]
    assert len(links.stale(gold, {"01": "un"})) == 2


def test_interval_and_empty_figures():
    low, high = interval([Counts(1, 0, 0), Counts(0, 1, 1)] * 20)
    assert 0 < low < 0.5 < high < 1
    assert interval([]) == (0.0, 0.0)
    assert clusters({}, {}).f1 == 0.0


def test_a_passage_is_met_where_it_overlaps():
    place = links.Place("01", "abc", 10, 13)
    result = SimpleNamespace(names={"r-1": "01", "r-2": "02"})
    meets = dossiers._meets
    assert meets(Span(report="r-1", start=12, end=20), place, result)
    assert not meets(Span(report="r-1", start=13, end=20), place, result)
    assert not meets(Span(report="r-2", start=12, end=20), place, result)


def test_command(tmp_path, capsys, monkeypatch):
    few = [Row("hearsay", 0.9, 0.8, 0.85, 0.8, 0.9, 150, 100)]
    monkeypatch.setattr(evaluation, "rows", lambda _: few)
    (tmp_path / "eval").mkdir()
    assert evaluation.main(["--root", str(tmp_path), "--raise-floors"]) == 0
    assert msgspec.json.decode((tmp_path / "eval" / "floors.json").read_bytes())["floors"] == {"hearsay": 0.85}
    (tmp_path / "eval" / "floors.json").write_text('{"floors": {"hearsay": 0.9}, "lowered": ["it was another layer"]}')
    assert evaluation.main(["--root", str(tmp_path)]) == 1
    assert "under its floor: hearsay: 0.850, floor 0.900" in capsys.readouterr().err
    assert evaluation.main(["--root", str(tmp_path), "--raise-floors"]) == 0
    assert msgspec.json.decode((tmp_path / "eval" / "floors.json").read_bytes()) == {
        "floors": {"hearsay": 0.9},
        "lowered": ["it was another layer"],
    }


def test_anchoring(capsys):
    assert evaluation.main(["--root", str(ROOT), "--anchor", str(GOLD[0])]) == 0
    assert msgspec.json.decode(capsys.readouterr().out, type=links.Links) == links.read(GOLD[0])


@pytest.mark.parametrize("turned", [False, True])
def test_passages_are_measured_on_the_right_side(turned):
    gold = links.Links("x", (links.Pair("01", "02", "partial", "unknown", (links.Passage((0, 100), (50, 150)),)),), {}, {}, ())
    a, b = Span(report="r-1", start=0, end=50), Span(report="r-2", start=50, end=100)
    reuse = SimpleNamespace(a="r-1", b="r-2", passages=[SimpleNamespace(a=a, b=b)])
    if turned:
        reuse = SimpleNamespace(a="r-2", b="r-1", passages=[SimpleNamespace(a=b, b=a)])
    result = SimpleNamespace(names={"r-1": "01", "r-2": "02"}, reuse={frozenset(("01", "02")): reuse})
    (found,) = dossiers._marked(gold, result)
    assert (found.precision, found.recall, found.pieces) == ([1.0], [0.5], [1])
    (missed,) = dossiers._marked(gold, SimpleNamespace(names={}, reuse={}))
    assert dossiers._passages([missed]).f1 == 0
    assert links.stale(gold, {"01": "x" * 100, "02": "x" * 149}) == ["02: a passage ends at 150, after the text"]


def test_without_a_checkout_it_says_what_it_needs(tmp_path, capsys):
    with pytest.raises(SystemExit, match="2"):
        evaluation.main(["--root", str(tmp_path)])
    assert "--root" in capsys.readouterr().err
