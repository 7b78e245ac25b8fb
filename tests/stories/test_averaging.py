"""Average-link against a plain reference."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.stories import averaging
from recoupe.stories.averaging import HELD, Closing, average_link, components


def plainly(nodes, scores, closing):
    """Average-link by its definition."""

    def mean(pairs):
        pairs = [tuple(sorted(pair)) for pair in pairs]
        return sum(scores.get(pair, closing.unmet) for pair in pairs) // len(pairs)

    def joins(x, y, between):
        if between < closing.threshold or not any(tuple(sorted(pair)) in scores for pair in product(x, y)):
            return False
        if closing.weaker is None or min(len(x), len(y)) <= HELD:
            return True
        return 2 * closing.weaker * between >= mean(combinations(x, 2)) + mean(combinations(y, 2))

    groups = [[n] for n in sorted(nodes)]
    while True:
        best = None
        for x, y in combinations(sorted(groups), 2):
            average = mean(product(x, y))
            if joins(x, y, average) and (best is None or average > best[0]):
                best = (average, x, y)
        if best is None:
            return sorted(groups)
        groups = [g for g in groups if g not in best[1:]] + [sorted(best[1] + best[2])]


NODES = "abcdefgh"
tables = st.dictionaries(st.sampled_from(list(combinations(NODES, 2))), st.integers(1, 1000))


@settings(max_examples=200, deadline=None)
@given(tables, st.sampled_from([Closing(300), Closing(300, 200), Closing(300, 100, 2), Closing(200, 0, 1)]))
def test_groups_are_those_of_the_definition(scores, closing):
    assert average_link(NODES, scores, closing) == plainly(NODES, scores, closing)


@given(tables)
def test_no_group_reaches_across_components(scores):
    parts = components(NODES, scores, 300)
    assert sorted(n for part in parts for n in part) == list(NODES)
    assert all(any(set(group) <= set(part) for part in parts) for group in average_link(NODES, scores, Closing(300)))


def test_a_large_component_raises_its_threshold(monkeypatch):
    monkeypatch.setattr(averaging, "LARGE", 3)
    chain = {("a", "b"): 900, ("b", "c"): 320, ("c", "d"): 900}
    assert average_link("abcd", chain, Closing(300)) == [["a", "b"], ["c", "d"]]
    same = dict.fromkeys(combinations(NODES, 2), 1000)
    assert average_link(NODES, same, Closing(300)) == [list(NODES)]


def test_two_groups_that_hang_together_much_better_than_with_each_other_stay_apart():
    groups = ("abc", "def")
    scores = {pair: 900 for group in groups for pair in combinations(group, 2)} | dict.fromkeys(product(*groups), 400)
    assert average_link("abcdef", scores, Closing(300, weaker=2)) == [list("abc"), list("def")]
    assert average_link("abcdef", scores, Closing(300, weaker=3)) == [list("abcdef")]
    assert average_link("abcde", {p: s for p, s in scores.items() if "f" not in p}, Closing(300, weaker=2)) == [list("abcde")]


def test_what_a_person_has_put_together_keeps_nothing_out():
    scores = {pair: 900 for group in ("abc", "def") for pair in combinations(group, 2)} | dict.fromkeys(product("abc", "def"), 500)
    assert average_link("abcdef", {**scores, ("a", "b"): 10**9}, Closing(300, weaker=2)) == [list("abcdef")]
