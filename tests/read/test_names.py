from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from recoupe.read.names import LONGEST, opens, runs

GAP = regex.compile(" (?:de )?")
CAPITAL = regex.compile(r"\p{Lu}")


def found(text: str) -> list[list[str]]:
    return [[text[w.start : w.end] for w in run] for run in runs(text, GAP)]


def test_an_elided_article_is_no_part_of_a_name():
    assert found("L'Oise et d'Ornans, N'Djamena, C'est L'eau") == [["Oise"], ["Ornans"], ["N'Djamena"]]


def test_small_words_join_and_others_part():
    assert found("Ligue de Tir, Club") == [["Ligue", "Tir"], ["Club"]]


def test_a_model_name_with_a_figure_is_no_name():
    assert found("un Rafale et un F16") == [["Rafale"]]


def test_a_page_of_capitals_is_many_runs():
    assert max(len(run) for run in runs("Nom " * 100, GAP)) == LONGEST


def test_where_a_sentence_opens():
    text = "Rome dort.\n« Paris » aussi : Lyon et Nice."
    assert [opens(text, text.index(name)) for name in ("Rome", "Paris", "Lyon", "Nice")] == [True, True, True, False]


@given(st.text(max_size=60))
def test_runs_stand_in_order(text):
    words = [w for run in runs(text, GAP) for w in run]
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(CAPITAL.match(text, w.start) for w in words)
