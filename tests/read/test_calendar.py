from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Precision
from recoupe.read.times.calendar import Side, bounds, precision, settle

WEDNESDAY = date(2019, 7, 17)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("value", "side", "expected"),
    [
        ("XXXX-WXX-3", Side.BEFORE, "2019-07-17"),
        ("XXXX-WXX-4", Side.BEFORE, "2019-07-11"),
        ("XXXX-WXX-4", Side.AFTER, "2019-07-18"),
        ("XXXX-WXX-2TNI", Side.BEFORE, "2019-07-16TNI"),
        ("XXXX-09", Side.BEFORE, "2018-09"),
        ("XXXX-09", Side.AFTER, "2019-09"),
        ("XXXX-08-02", Side.NEAREST, "2019-08-02"),
        ("XXXX-12-24", Side.NEAREST, "2018-12-24"),
        ("XXXX-12-24", Side.AFTER, "2019-12-24"),
        ("XXXX-02-29", Side.NEAREST, "2016-02-29"),
        ("XXXX-XX-05", Side.BEFORE, "2019-07-05"),
        ("XXXX-XX-31", Side.BEFORE, "2019-05-31"),
        ("XXXX-07-05/XXXX-07-12", Side.NEAREST, "2019-07-05/2019-07-12"),
        ("PAST_REF", Side.BEFORE, "PAST_REF"),
        ("XXXX-02-31", Side.BEFORE, "XXXX-02-31"),
    ],
)
def test_an_open_value_is_settled_on_the_side_asked_for(value, side, expected):
    assert settle(value, WEDNESDAY, side) == expected


def test_a_weekday_said_with_a_date_decides_the_year():
    assert settle("XXXX-03-06", WEDNESDAY, Side.NEAREST, weekday=2) == "2018-03-06"
    assert settle("XXXX-03-06", WEDNESDAY, Side.NEAREST) == "2019-03-06"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-02-28", ("2020-02-28T00:00:00", "2020-02-29T00:00:00")),
        ("2020-12", ("2020-12-01T00:00:00", "2021-01-01T00:00:00")),
        ("2020", ("2020-01-01T00:00:00", "2021-01-01T00:00:00")),
        ("2020-W53", ("2020-12-28T00:00:00", "2021-01-04T00:00:00")),
        ("2020-W10-WE", ("2020-03-07T00:00:00", "2020-03-09T00:00:00")),
        ("2020-05-01TMO", ("2020-05-01T00:00:00", "2020-05-01T12:00:00")),
        ("2020-05-01T23:59Z", ("2020-05-01T23:59:00Z", "2020-05-02T00:00:00Z")),
        ("2020-05-04/2020-05-01", None),
        ("2021-02-30", None),
        ("2021-W60", None),
        ("9999", None),
        ("9999-12-31", None),
        ("2021-13", None),
        ("T13:15", None),
        ("", None),
    ],
)
def test_bounds(value, expected):
    assert bounds(value) == expected


@given(DAYS, st.integers(1, 7), st.sampled_from(Side))
def test_a_weekday_settles_within_a_week_on_the_right_side(published, weekday, side):
    day = date.fromisoformat(settle(f"XXXX-WXX-{weekday}", published, side))
    assert day.isoweekday() == weekday
    if side is Side.AFTER:
        assert published <= day < published + timedelta(days=7)
    elif side is Side.NEAREST:
        assert abs(day - published) <= timedelta(days=3)
    else:
        assert published - timedelta(days=7) < day <= published


@given(DAYS, st.integers(1, 12), st.integers(1, 31), st.sampled_from(Side))
def test_a_date_keeps_its_month_and_day(published, month, day, side):
    value = f"XXXX-{month:02}-{day:02}"
    settled = settle(value, published, side)
    assert settled == value or settled[4:] == value[4:]
    found = bounds(settled)
    assert found is None or found[0] < found[1]


@given(st.text(alphabet="0123456789XWTNIMO-/:Z", max_size=24))
def test_no_value_breaks_the_calendar(value):
    found = bounds(value)
    assert found is None or found[0] < found[1]
    assert isinstance(precision(value), Precision)
    settle(value, WEDNESDAY, Side.BEFORE)
