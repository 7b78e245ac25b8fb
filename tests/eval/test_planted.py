"""Planted reuse: the scorer's properties, the generator's promises, and that the library finds what is planted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe_eval.reuse.__main__ import main
from recoupe_eval.reuse.kinds import KINDS
from recoupe_eval.reuse.measuring import find
from recoupe_eval.reuse.pan import Shared, pan
from recoupe_eval.reuse.planting import APART, COMMON, synthetic

PAIR = ("r-1", "r-2")


@st.composite
def apart(draw):
    """Passages that do not touch, of an even size."""
    sizes = draw(st.lists(st.integers(1, 40), min_size=1, max_size=6))
    starts = [sum(2 * size + 5 for size in sizes[:i]) for i in range(len(sizes))]
    return [Shared(PAIR, (s, s + 2 * n), (s + 7, s + 7 + 2 * n)) for s, n in zip(starts, sizes, strict=True)]


def halves(one):
    (s, e), (t, _) = one.a, one.b
    n = (e - s) // 2
    return [Shared(PAIR, (s, s + n), (t, t + n)), Shared(PAIR, (s + n, e), (t + n, one.b[1]))]


@given(apart())
def test_all_found_is_perfect_nothing_found_is_nothing(gold):
    assert pan(gold, gold) == (1.0, 1.0, 1.0)
    assert pan(gold, gold).plagdet == 1.0
    assert pan([], gold).plagdet == 0.0


@given(apart())
def test_found_in_two_pieces_doubles_granularity(gold):
    split = pan([half for one in gold for half in halves(one)], gold)
    assert split == pytest.approx((1.0, 1.0, 2.0))
    assert split.plagdet < 1.0


@given(apart(), st.randoms())
def test_order_does_not_count_and_less_found_is_less_recall(gold, rng):
    found = gold[: rng.randint(0, len(gold))]
    assert pan(found[::-1], gold) == pytest.approx(pan(found, gold[::-1]))
    assert pan(found, gold).recall == pytest.approx(len(found) / len(gold))


def test_another_pair_finds_nothing():
    assert pan([Shared(("r-1", "r-3"), (0, 9), (0, 9))], [Shared(PAIR, (0, 9), (0, 9))]) == (0.0, 0.0, 1.0)


def test_a_seed_gives_one_corpus_and_halves_differ():
    assert synthetic(3, "dev", 1) == synthetic(3, "dev", 1)
    assert {r.text for r in synthetic(3, "dev", 1).reports}.isdisjoint(r.text for r in synthetic(3, "test", 1).reports)


def test_what_is_planted_to_the_letter_stands_in_both():
    corpus = synthetic(4, "dev", 3)
    texts = {one.id: one.text for one in corpus.reports}
    assert {p.kind for p in corpus.planted} == {*KINDS, COMMON, *APART}
    for planted in corpus.planted:
        assert planted.passages
        for one in planted.passages if planted.kind == "sentence" else ():
            assert texts[one.pair[0]][slice(*one.a)] == texts[one.pair[1]][slice(*one.b)]


def test_whole_copies_are_found():
    corpus = synthetic(5, "dev", 2)
    found = find(corpus)
    assert all(p.pair in found.reuses for p in corpus.planted if p.kind in {"copy", "trimmed", "inserted", "reordered"})


def test_the_table_is_printed(capsys):
    assert main(["--cases", "1", "--alarms"]) == 0
    assert "twins taken for one text" in capsys.readouterr().out
