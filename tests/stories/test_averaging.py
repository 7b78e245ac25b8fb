"""Average-link against a plain reference."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.stories import averaging
from recoupe.stories.averaging import average_link, components


def plainly(nodes, scores, threshold):
    """Average-link by its definition."""
    groups = [[n] for n in sorted(nodes)]
    while True:
        best = None
        for x, y in combinations(sorted(groups), 2):
            total = sum(scores.get((min(a, b), max(a, b)), 0) for a in x for b in y)
            average = total // (len(x) * len(y))
            if average >= threshold and (best is None or average > best[0]):
                best = (average, x, y)
        if best is None:
            return sorted(groups)
        groups = [g for g in groups if g not in best[1:]] + [sorted(best[1] + best[2])]


NODES = "abcdefgh"
tables = st.dictionaries(st.sampled_from(list(combinations(NODES, 2))), st.integers(1, 1000))


@settings(max_examples=200, deadline=None)
@given(tables)
def test_groups_are_those_of_the_definition(scores):
    assert average_link(NODES, scores, 300) == plainly(NODES, scores, 300)


@given(tables)
def test_no_group_reaches_across_components(scores):
    parts = components(NODES, scores, 300)
    assert sorted(n for part in parts for n in part) == list(NODES)
    assert all(any(set(group) <= set(part) for part in parts) for group in average_link(NODES, scores, 300))


def test_a_large_component_raises_its_threshold(monkeypatch):
    monkeypatch.setattr(averaging, "LARGE", 3)
    chain = {("a", "b"): 900, ("b", "c"): 320, ("c", "d"): 900}
    assert average_link("abcd", chain, 300) == [["a", "b"], ["c", "d"]]
    same = dict.fromkeys(combinations(NODES, 2), 1000)
    assert average_link(NODES, same, 300) == [list(NODES)]
