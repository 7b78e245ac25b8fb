"""Twins: what is alike and not the same stays apart, what is one event stays together, in every order."""

import pytest

from recoupe_eval import alike

UNDATED = {
    "two matches of one club": "the score is no count, and the club's own town stands in all reports",
}
"""Cases that no report's date tells apart, and what is missing."""


@pytest.fixture(scope="module", params=["dated", "undated"])
def mending(request):
    told = alike.twins(alike.ROOT, "mending")
    return request.param, told if request.param == "dated" else alike.undated(told)


def test_twins(mending):
    dates, told = mending
    assert alike.wrong(told, alike.grouped(told)[0]) == (sorted(UNDATED) if dates == "undated" else [])


def test_twins_come_out_the_same_in_every_order(mending):
    _, told = mending
    assert alike.grouped(told) == alike.grouped(told[::-1]) == alike.grouped(told[::2] + told[1::2])


def test_a_case_is_right_only_if_every_group_is():
    told = [alike.Told(name, "c", {}, event) for name, event in (("1", "a"), ("2", "a"), ("3", "b"))]
    assert alike.wrong(told, {"1": "1", "2": "1", "3": "3"}) == []
    assert alike.wrong(told, {"1": "1", "2": "1", "3": "1"}) == alike.wrong(told, {"1": "1", "2": "2", "3": "3"}) == ["c"]


def test_the_command_prints_rows_and_what_is_wrong(capsys):
    assert alike.main(["--only", "mending", "--orders", "1"]) == 0
    printed = capsys.readouterr()
    assert "mending, dated: orders with the same result" in printed.out
    assert "mending, dated, wrong: none" in printed.err
