"""The scores of the scorers, and the command on sets of a few items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe_eval.scores import Counts, exact, overlapping
from recoupe_eval.sets import __main__ as sets
from recoupe_eval.sets import churn, clough_stevenson, headlines, peers, scoring
from recoupe_eval.sets.records import ClusteredText, RewrittenText, Stretch, TimedText

STRETCHES = st.lists(st.integers(0, 40), min_size=0, max_size=12, unique=True).map(
    lambda ends: list(zip(*[iter(sorted(ends)[: len(ends) // 2 * 2])] * 2, strict=True))
)
"""Stretches that do not meet, in order."""
QUAKE = "Un séisme de magnitude 6,1 a frappé la région de {} dans la nuit, faisant douze morts selon la préfecture. "


@given(STRETCHES)
def test_the_same_is_perfect_and_nothing_is_nothing(gold):
    for score in (exact, overlapping):
        assert score(gold, gold) == Counts(hits=len(gold))
        assert score([], gold) == Counts(misses=len(gold))
        assert score(gold, []) == Counts(alarms=len(gold))
        assert score(gold * 2, gold) == Counts(hits=len(gold), alarms=len(gold))


@given(STRETCHES)
def test_what_is_shifted_is_met_but_not_exact(gold):
    shifted = [(start, end + 1) for start, end in gold]
    assert exact(shifted, gold) == Counts(0, len(gold), len(gold))
    assert overlapping(shifted, gold) == Counts(hits=len(gold))


@given(STRETCHES, STRETCHES)
def test_what_is_exact_overlaps(found, gold):
    assert exact(found, gold).hits <= overlapping(found, gold).hits <= min(len(found), len(gold))


def test_events():
    texts = [QUAKE.format("Cadran"), QUAKE.format("Cadran") + "Les secours fouillent.", "Le marché aux fleurs ouvre samedi à Brévent."]
    items = [
        ClusteredText(id=str(n), text=text, title=None, published="2020-01-10", cluster="quake" if n < 2 else "flowers")
        for n, text in enumerate(texts)
    ]
    rows = {row.layer: row for row in scoring.events(items)}
    assert rows["events (B-cubed)"].f1 == rows["stories (pairs)"].f1 == 1
    assert rows["events (B-cubed)"].n == 3


def test_equal_texts_stay_apart():
    same = [ClusteredText(id=str(n), text="La digue a cédé.", title=None, published=None, cluster=str(n)) for n in range(2)]
    rows = {row.layer: row for row in scoring.events(same)}
    assert rows["events (pairs)"].f1 == 0
    assert rows["events (B-cubed)"].precision == 0.5


def test_times():
    text = "Le musée rouvrira le 14 mars 2021, au matin."
    start = text.index("le 14")
    rows = {
        row.layer: row for row in scoring.times([TimedText(id="1", text=text, spans=(Stretch(start=start, end=start + 15, kind="DATE"),))])
    }
    assert rows["times (overlap)"].recall == rows["times, DATE (recall, overlap)"].recall == 1


def test_reuse():
    source = "La montagne domine la vallée depuis toujours et ses neiges nourrissent trois rivières qui descendent vers la mer. " * 2
    own = "Personne ici ne se souvient du dernier hiver sans brouillard, disent les pêcheurs du port voisin."
    items = [
        RewrittenText(id="1", source=source, text=source + own, degree="cut and paste"),
        RewrittenText(id="2", source=source, text=own, degree="none"),
    ]
    rows = {row.layer: row for row in scoring.reuse(items)}
    assert rows["reuse"].f1 == rows["reuse, cut and paste (recall)"].f1 == 1


def test_the_command_prints_what_there_is(tmp_path, capsys):
    path = tmp_path / headlines.FILE
    path.parent.mkdir(parents=True)
    path.write_text("Crue à Brévent,2020-01-10 00:04:41,ObjectId(0123456789abcdef01234567),,\nx\n", "utf-8")
    assert sets.main(["headlines", "--data", str(tmp_path), "--split", "all"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("headlines: 1 items read, 1 passed by; all: 1\nlayer")
    assert "passed by 1 times: 1 columns" in printed.err


def test_a_set_without_a_scorer_is_only_counted(tmp_path, capsys):
    for compartment in ("train", "dev", "test"):
        (tmp_path / "data" / compartment / "attributions").mkdir(parents=True)
    assert sets.main(["polnear", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "polnear: 0 items read, 0 passed by; dev: 0\n"


def test_the_command_names_what_is_no_clone(tmp_path, capsys):
    assert sets.main(["clough-stevenson", "--data", str(tmp_path)]) == 2
    assert clough_stevenson.REPOSITORY in capsys.readouterr().err


@pytest.mark.parametrize("name", sets.SCORERS)
def test_every_scorer_has_a_reader(name):
    assert name in sets.READERS


def test_an_event_is_never_in_both_halves():
    items = [ClusteredText(id=str(n), text="x", title=None, published=None, cluster="one") for n in range(20)]
    assert len({sets.half(item) for item in items}) == 1


def test_days_can_be_left_out(tmp_path, capsys):
    path = tmp_path / headlines.FILE
    path.parent.mkdir(parents=True)
    rows = "".join(f"Crue de la Vernise à Brévent,2020-01-{day} 00:04:41,ObjectId(0123456789abcdef01234567),,\n" for day in ("10", "28"))
    path.write_text(rows, "utf-8")
    assert sets.main(["headlines", "--data", str(tmp_path), "--split", "all", "--undated"]) == 0
    assert "events (pairs)                                 1.000" in capsys.readouterr().out


def test_peers():
    pytest.importorskip("sklearn")
    texts = [QUAKE.format("Cadran"), QUAKE.format("Cadran") + "Les secours fouillent.", "Le marché aux fleurs ouvre samedi à Brévent."]
    items = [
        ClusteredText(id=str(n), text=t, title=None, published=None, cluster=c) for n, (t, c) in enumerate(zip(texts, "aab", strict=True))
    ]
    found = list(peers.rows(items, items))
    assert [row.f1 for row in found] == [1, 1, 1, 1]
    assert {row.layer.partition(",")[0] for row in found} == set(peers.WAYS)


def test_without_scikit_learn_the_peers_say_so(monkeypatch):
    monkeypatch.setattr(peers, "import_module", lambda name: (_ for _ in ()).throw(ImportError(name)))
    with pytest.raises(peers.NoPeers, match="pip install scikit-learn"):
        list(peers.rows([], []))


def test_names_of_events_stay_while_reports_come():
    texts = [QUAKE.format("Cadran") + more for more in ("", "Les secours fouillent.", "L'école est fermée.")]
    days = ("2020-01-10", "2020-01-10", "2020-01-11")
    items = [
        ClusteredText(id=str(n), text=t, title=None, published=d, cluster="a") for n, (t, d) in enumerate(zip(texts, days, strict=True))
    ]
    found = churn.row(items)
    assert (found.f1, found.n) == (1, 1)
