"""The same reports give the same content, whatever the order, the batches, the engine, and what was known at first."""

import random
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.ledger import Ledger
from recoupe.model import Report
from recoupe.pipeline import PIPELINE, Pipeline

NARROW = replace(
    PIPELINE,
    reuse=replace(PIPELINE.reuse, cap=2),
    stories=replace(PIPELINE.stories, cap=2, far=1),
)
"""Keys die all the time."""


def content(batches: list[list[Report]], workers: int = 1, pipeline: Pipeline = PIPELINE) -> bytes:
    with Ledger.open(None, pipeline) as ledger:
        for batch in batches:
            ledger.receive(batch, workers=workers)
        assert list(ledger.check()) == []
        assert ledger.rejects() == ()
        return b"".join(ledger.canonical())


@pytest.fixture(scope="module")
def sightings(corpus: list[Report]) -> list[Report]:
    """The corpus, and a second sighting that knows less: without a date, the report is another node of its story."""
    undated = [msgspec.structs.replace(r, published=None, raw=msgspec.structs.replace(r.raw, locator="again")) for r in corpus[:5:2]]
    return [*corpus, *undated]


@pytest.fixture(scope="module")
def expected(sightings: list[Report]) -> bytes:
    return content([sightings])


def test_content_is_rich(expected: bytes):
    kinds = {line.partition(b"\t")[0] for line in expected.splitlines()}
    assert {b"report", b"reading", b"claim", b"reuse", b"origin", b"event", b"story"} <= kinds


@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_order_and_batches_do_not_matter(data: st.DataObject, sightings: list[Report], expected: bytes):
    order = data.draw(st.permutations(sightings))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    batches = [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    assert content(batches) == expected


def test_one_by_one(sightings: list[Report], expected: bytes):
    order = random.Random(7).sample(sightings, len(sightings))
    assert content([[report] for report in order]) == expected


def test_order_does_not_matter_where_keys_die(sightings: list[Report], expected: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("recoupe.ledger.links.ROOM", 3)  # and where nothing stays at hand
    narrow = content([sightings], pipeline=NARROW)
    assert narrow != expected
    for seed in range(4):
        order = random.Random(seed).sample(sightings, len(sightings))
        size = seed + 1
        assert content([order[n : n + size] for n in range(0, len(order), size)], pipeline=NARROW) == narrow


def test_pool_gives_the_same(sightings: list[Report], expected: bytes):
    assert content([sightings], workers=2) == expected


def test_adding_twice_changes_nothing(sightings: list[Report], expected: bytes):
    with Ledger.open() as ledger:
        ledger.receive(sightings)
        names = [event.id for event in ledger.events()], [story.id for story in ledger.stories()]
        added = ledger.receive(sightings)
        assert (added.new, added.known) == (0, len(sightings))
        assert b"".join(ledger.canonical()) == expected
        assert ([event.id for event in ledger.events()], [story.id for story in ledger.stories()]) == names
