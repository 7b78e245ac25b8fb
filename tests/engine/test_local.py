import os

import pytest

from recoupe.engine.local import analyse, attempt, over
from recoupe.errors import BadLedger, BadSetup
from recoupe.model import Raw, Reading, Report
from recoupe.stage import Map

REPORT = Report(id="r-1", text="x", sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
READ = Map("read", 1, lambda report: [Reading(report=report.id)])
NOTHING = Map("claims", 1, lambda _: [])


def broken(_):
    yield from ()
    raise ValueError("no such luck")


def test_attempt_keeps_the_words_of_the_error():
    assert attempt(lambda: 3).value == 3
    assert attempt(lambda: {}["x"]).failure == "KeyError: 'x'"


def test_attempt_lets_through_what_must_stop_the_run():
    with pytest.raises(BadLedger):
        attempt(lambda: (_ for _ in ()).throw(BadLedger("gone")))


def test_analyse():
    done = analyse(READ, NOTHING, REPORT)
    assert (done.report, done.reading, done.claims, done.failures) == (REPORT, Reading(report="r-1"), (), ())


def test_failing_stages_are_named():
    unread = analyse(Map("read", 1, broken), NOTHING, REPORT)
    assert (unread.reading, unread.failures) == (None, (("read", "ValueError: no such luck"),))
    unclaimed = analyse(READ, Map("claims", 1, broken), REPORT)
    assert (unclaimed.reading, unclaimed.claims) == (Reading(report="r-1"), ())
    assert unclaimed.failures == (("claims", "ValueError: no such luck"),)


def test_no_reading_at_all_is_a_failure():
    assert analyse(Map("read", 1, lambda _: []), NOTHING, REPORT).failures[0][0] == "read"


def test_pool_keeps_the_order():
    numbers = range(-300, 300)
    assert list(over(abs, numbers, workers=2)) == list(over(abs, numbers)) == [abs(n) for n in numbers]


def test_pool_of_nothing():
    assert list(over(abs, [], workers=2)) == []


def test_pool_reads_no_further_ahead_than_it_must():
    taken = []
    results = over(abs, (taken.append(n) or n for n in range(10_000)), workers=2)
    assert next(results) == 0
    assert len(taken) < 1_000
    results.close()


def test_dead_worker_says_what_to_do():
    with pytest.raises(BadSetup, match="one worker"):
        list(over(os._exit, [1], workers=2))
