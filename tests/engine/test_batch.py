"""A corpus as a whole gives the reuses that a ledger finds in it, but for rewrites."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.engine import batch
from recoupe.engine.batch import reuses
from recoupe.ledger import Ledger
from recoupe.model import Report, Reuse, ReuseKind
from recoupe.pipeline import PIPELINE, Pipeline
from recoupe_eval.reuse.measuring import read
from recoupe_eval.reuse.planting import synthetic

NARROW = replace(PIPELINE, reuse=replace(PIPELINE.reuse, cap=4, far=2))
"""Keys die all the time."""


@pytest.fixture(scope="module")
def planted() -> list[Report]:
    return [read(one).report for one in synthetic(3, "dev", 2).reports]


def of_a_ledger(reports: list[Report], pipeline: Pipeline) -> list[Reuse]:
    with Ledger.open(None, pipeline) as ledger:
        ledger.receive(reports)
        return [reuse for reuse in ledger.reuse() if reuse.kind is not ReuseKind.REWRITE]


@pytest.mark.parametrize("pipeline", [PIPELINE, NARROW])
def test_the_reuses_of_planted_reports_are_those_of_a_ledger(planted: list[Report], pipeline: Pipeline):
    found = reuses(planted, pipeline)
    assert {reuse.kind for reuse in found} >= {ReuseKind.NEAR_COPY, ReuseKind.PARTIAL}
    assert found == of_a_ledger(planted, pipeline)


def test_reports_that_wait_packed_are_the_same(planted: list[Report], monkeypatch: pytest.MonkeyPatch):
    found = reuses(planted)
    monkeypatch.setattr(batch, "ROOM", 1)
    assert reuses(planted) == found


@given(data=st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_any_part_in_any_order(data: st.DataObject, planted: list[Report]):
    some = random.Random(data.draw(st.integers())).sample(planted, data.draw(st.integers(2, 30)))
    assert reuses(some, NARROW) == of_a_ledger(some, NARROW)
    assert reuses([*some[::-1], some[0]], NARROW) == reuses(some, NARROW)
