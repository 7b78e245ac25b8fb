"""The fitting of weights: what speaks for the right candidate gains, equal examples give equal weights, unseen folds are judged."""

from collections.abc import Mapping, Sequence
from math import exp, log

from recoupe_eval.fitting import main
from recoupe_eval.loglinear import Example, crossed, fit

NEAR, FAR = ("near", "both"), ("far", "both")
EXAMPLES = [Example(f"r{n}", (FAR, NEAR) if n % 2 else (NEAR, FAR), frozenset({n % 2})) for n in range(20)]


def likelihood(examples: Sequence[Example], weight: Mapping[str, float]) -> float:
    """The mean logarithm of the share that the right candidates have."""
    found = []
    for one in examples:
        odds = [exp(sum(weight.get(s, 0.0) for s in signs)) for signs in one.signs]
        found.append(log(max(sum(odds[n] for n in one.right) / sum(odds), 1e-9)))
    return sum(found) / max(1, len(found))


def test_what_tells_the_right_from_the_wrong_gains_and_what_both_bear_does_not():
    weight = fit(EXAMPLES, 1.0)
    assert weight["near"] > 1
    assert weight["far"] < 0
    assert abs(weight["both"]) < 0.01
    assert weight == fit(EXAMPLES, 1.0)
    assert likelihood(EXAMPLES, weight) > likelihood(EXAMPLES, {})


def test_rare_signs_get_no_weight_and_a_choice_without_a_right_candidate_teaches_nothing():
    odd = Example("r", (("seldom",), ("near",)), frozenset({0}))
    assert "seldom" not in fit([*EXAMPLES, odd], 1.0)
    assert fit([*EXAMPLES, Example("r", (NEAR, FAR), frozenset())], 1.0).keys() == fit(EXAMPLES, 1.0).keys()


def test_every_example_is_judged_by_weights_that_did_not_see_its_report():
    assert crossed(EXAMPLES, 1.0) == [n % 2 for n in range(20)]


def test_without_gold_nothing_is_fitted(tmp_path, capsys):
    for part in ("eval/gold", "examples"):
        (tmp_path / part).mkdir(parents=True)
    assert main(["--root", str(tmp_path)]) == 0
    assert "place, folds not seen: own 0 of 0" in capsys.readouterr().out
