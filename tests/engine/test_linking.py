"""The same groups for every order and batching: against a reference that compares every pair."""

from itertools import combinations, pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.engine.linking import CANNOT, MUST, Linker
from recoupe.engine.memory import MemoryState
from recoupe.ledger import buckets
from recoupe.ledger.links import LinkState
from recoupe.stage import Link
from recoupe.store import Store

THRESHOLD, CAP, FAR, WINDOW, REACH, FIRM = 300, 4, 2, 2, 5, 2
STRICTER = (400, 500, 600)

Toy = tuple[str, int | None, tuple[str, ...]]
"""A record for these tests: node, day, keys."""


def score(a: Toy, b: Toy) -> int:
    return 1000 * len(set(a[2]) & set(b[2])) // len(set(a[2]) | set(b[2]) or {""})


def components(nodes, scores, threshold):
    root = {n: n for n in nodes}
    for (a, b), value in sorted(scores.items()):
        if value >= threshold:
            was, now = root[a], root[b]
            root = {n: now if r == was else r for n, r in root.items()}
    return [[n for n in nodes if root[n] == r] for r in sorted(set(root.values()))]


def cautious(nodes, scores, threshold):
    """A close that splits: components of the pairs well over the threshold."""
    return components(nodes, scores, threshold + 200)


def within(part, scores):
    return {pair: score for pair, score in scores.items() if set(pair) <= set(part)}


def parts(nodes, scores, thresholds, large):
    """What is closed at once, straight from the definition: a large component falls apart."""
    for part in components(nodes, scores, thresholds[0]):
        if len(part) > large and thresholds[1:]:
            yield from parts(part, within(part, scores), thresholds[1:], large)
        else:
            yield part, thresholds[0]


def link(window=WINDOW, close=cautious, joint=2, large=99) -> Link[Toy, Toy]:
    return Link(
        name="toy", version=1, node=lambda r: r[0], keys=lambda r: r[2], day=lambda r: r[1], sketch=lambda r: r,
        sketches=tuple, score=score, close=close,
        threshold=THRESHOLD, cap=CAP, window=window, far=FAR, joint=joint, reach=REACH, firm=FIRM,
        large=large, stricter=STRICTER,
    )  # fmt: skip


def reference(records, window=WINDOW, fixed=None, joint=2, large=99):
    """Groups by comparing all pairs, straight from the definition of `Link`."""
    by_node = {r[0]: r for r in records}

    def day(r):
        return None if window is None else r[1]

    def block(r):
        return None if day(r) is None else day(r) // window

    sizes: dict = {}
    for r in by_node.values():
        for key in r[2]:
            sizes[key, block(r)] = sizes.get((key, block(r)), 0) + 1
    scores = {}
    for x, y in combinations(sorted(by_node), 2):
        a, b = by_node[x], by_node[y]
        apart = 0 if day(a) is None or day(b) is None else abs(day(a) - day(b))
        most = CAP if window is not None and day(a) == day(b) else FAR
        shared = [max(sizes[k, block(a)], sizes[k, block(b)]) for k in set(a[2]) & set(b[2])]
        alive = any(size <= most for size in shared) or sum(size <= CAP for size in shared) >= joint
        if window is not None and apart > window:
            alive = apart <= REACH and sum(size <= FAR for size in shared) >= FIRM
        if (x, y) in (fixed or {}):
            scores[x, y] = fixed[x, y]
        elif alive and score(a, b):
            scores[x, y] = score(a, b)
    found = []
    for part, threshold in parts(sorted(by_node), scores, (THRESHOLD, *STRICTER), large):
        found += cautious(part, within(part, scores), threshold)
    return sorted(tuple(g) for g in found)


def groups(state, records):
    return sorted(set(state.groups({r[0] for r in records}).values()))


def run(batches, window=WINDOW, fixed=None, joint=2, large=99):
    toy = link(window, joint=joint, large=large)
    state: MemoryState[Toy] = MemoryState(toy)
    linker = Linker(toy, state, fixed)
    touched = [linker.add(batch) for batch in batches]
    return state, touched


toys = st.lists(
    st.tuples(st.none() | st.integers(0, 9), st.sets(st.sampled_from("abcdefg"), min_size=1, max_size=4)), min_size=1, max_size=14
).map(lambda rows: [(f"n{i:02}", day, tuple(sorted(keys))) for i, (day, keys) in enumerate(rows)])


sizes = st.sampled_from([1, 2, 4, 99])


@settings(max_examples=200, deadline=None)
@given(toys, st.data(), st.sampled_from([WINDOW, None]), st.sampled_from([2, 3]), sizes)
def test_groups_are_those_of_the_definition_for_every_order_and_batching(records, data, window, joint, large):
    order = data.draw(st.permutations(records))
    cuts = sorted({0, len(order), *data.draw(st.lists(st.integers(0, len(order))))})
    fixed = data.draw(
        st.dictionaries(st.sampled_from(list(combinations([r[0] for r in records], 2)) or [("", "")]), st.sampled_from([MUST, CANNOT]))
    )
    state, _ = run([order[a:b] for a, b in pairwise(cuts)], window, fixed, joint, large)
    assert groups(state, records) == reference(records, window, fixed, joint, large)


@settings(max_examples=100, deadline=None)
@given(toys, st.data(), st.sampled_from([WINDOW, None]), st.sampled_from([2, 3]), st.sampled_from([0, 5, 99]))
def test_a_database_gives_the_same_groups_whenever_it_is_written_and_wherever_it_is_interrupted(records, data, window, joint, most):
    cuts = sorted({0, len(records), *data.draw(st.lists(st.integers(0, len(records))))})
    toy = link(window, joint=joint)
    with Store() as store, patch.object(buckets, "MOST", most):
        state = LinkState(store, toy)
        for a, b in pairwise(cuts):
            Linker(toy, state).add(records[a:b])
            then = data.draw(st.sampled_from(["go on", "write", "interrupted"]))
            if then == "write":
                state.write()
            elif then == "interrupted":  # nothing is left but what stands in the store
                state = LinkState(store, toy)
        assert groups(state, records) == reference(records, window, joint=joint)


@settings(max_examples=100, deadline=None)
@given(toys, st.data(), sizes)
def test_decisions_taken_later_give_the_groups_of_decisions_known_before(records, data, large):
    pairs = list(combinations([r[0] for r in records], 2)) or [("", "")]
    before, after = (data.draw(st.dictionaries(st.sampled_from(pairs), st.sampled_from([MUST, CANNOT]), max_size=4)) for _ in range(2))
    state, _ = run([records], fixed=before, large=large)
    touched = Linker(link(large=large), state, after).decide(set(before) | set(after))
    assert groups(state, records) == reference(records, fixed=after, large=large)
    assert set(touched) <= set(groups(state, records))


@settings(max_examples=100, deadline=None)
@given(toys, st.data(), sizes)
def test_every_group_that_changed_is_touched(records, data, large):
    order = data.draw(st.permutations(records))
    toy = link(large=large)
    state: MemoryState[Toy] = MemoryState(toy)
    linker = Linker(toy, state)
    seen = set()
    for record in order:
        touched = set(linker.add([record]))
        now = set(groups(state, order))
        assert now - seen <= touched <= now
        seen = now


def test_a_key_that_dies_takes_its_pairs_away():
    pair = [("a", 0, ("x",)), ("b", 0, ("x",))]
    state, _ = run([pair])
    assert groups(state, pair) == [("a", "b")]
    crowd = [(f"c{i}", 0, ("x", f"own{i}", f"more{i}", f"yet{i}")) for i in range(CAP)]
    assert set(Linker(link(), state).add(crowd)) >= {("a",), ("b",)}
    assert not state.ties(["a"])["a"]


def test_a_copy_of_a_known_node_touches_its_group():
    records = [("a", 0, ("x",)), ("b", 0, ("x",))]
    state, _ = run([records])
    assert Linker(link(), state).add([("a", 0, ("x",))]) == (("a", "b"),)
    assert Linker(link(), state).add([]) == ()


@pytest.mark.parametrize("days", [(0, 5), (5, 0)])
def test_dated_nodes_far_apart_are_not_compared_but_an_undated_one_meets_both(days):
    records = [("a", days[0], ("x",)), ("b", days[1], ("x",))]
    assert groups(run([records])[0], records) == [("a",), ("b",)]
    records.append(("c", None, ("x",)))
    assert groups(run([records])[0], records) == [("a", "b", "c")]
