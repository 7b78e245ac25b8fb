from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadReport
from recoupe.ingest.dates import published

TAKEN = [
    ("1998", "1998", "year", "1998-01-01T00:00:00", "1999-01-01T00:00:00"),
    ("2015-12", "2015-12", "month", "2015-12-01T00:00:00", "2016-01-01T00:00:00"),
    ("2015-02-28", "2015-02-28", "day", "2015-02-28T00:00:00", "2015-03-01T00:00:00"),
    (" 2015-02-28\n", "2015-02-28", "day", "2015-02-28T00:00:00", "2015-03-01T00:00:00"),
    ("2015-02-28T23:59", "2015-02-28T23:59", "instant", "2015-02-28T23:59:00", "2015-03-01T00:00:00"),
    ("2015-02-28 23:59:10", "2015-02-28T23:59:10", "instant", "2015-02-28T23:59:10", "2015-02-28T23:59:11"),
    ("2015-02-28T23:59:10.123456Z", "2015-02-28T23:59:10Z", "instant", "2015-02-28T23:59:10Z", "2015-02-28T23:59:11Z"),
    ("2015-03-01T00:30+02:00", "2015-03-01T00:30+02:00", "instant", "2015-02-28T22:30:00Z", "2015-02-28T22:31:00Z"),
    ("2015-03-01T00:30:00-0330", "2015-03-01T00:30:00-03:30", "instant", "2015-03-01T04:00:00Z", "2015-03-01T04:00:01Z"),
    ("2015-03-01T00:30+02", "2015-03-01T00:30+02:00", "instant", "2015-02-28T22:30:00Z", "2015-02-28T22:31:00Z"),
    ("2015-03-01 00:30:00 UTC", "2015-03-01T00:30:00Z", "instant", "2015-03-01T00:30:00Z", "2015-03-01T00:30:01Z"),
    ("Sun, 01 Mar 2015 00:30:00 GMT", "2015-03-01T00:30:00Z", "instant", "2015-03-01T00:30:00Z", "2015-03-01T00:30:01Z"),
    ("1 Mar 2015 00:30 +0100", "2015-03-01T00:30+01:00", "instant", "2015-02-28T23:30:00Z", "2015-02-28T23:31:00Z"),
    ("Sun, 01 Mar 2015 00:30:00", "2015-03-01T00:30:00", "instant", "2015-03-01T00:30:00", "2015-03-01T00:30:01"),
    ("Sun, 01 Mar 2015 00:30:00 -0000", "2015-03-01T00:30:00Z", "instant", "2015-03-01T00:30:00Z", "2015-03-01T00:30:01Z"),
    ("Sun, 01 Mar 2015 00:30:00 EST", "2015-03-01T00:30:00-05:00", "instant", "2015-03-01T05:30:00Z", "2015-03-01T05:30:01Z"),
    ("28/02/2015", "2015-02-28", "day", "2015-02-28T00:00:00", "2015-03-01T00:00:00"),
    ("02/28/2015", "2015-02-28", "day", "2015-02-28T00:00:00", "2015-03-01T00:00:00"),
    ("3.3.2015", "2015-03-03", "day", "2015-03-03T00:00:00", "2015-03-04T00:00:00"),
    ("2015/02/28", "2015-02-28", "day", "2015-02-28T00:00:00", "2015-03-01T00:00:00"),
    ("28/02/2015 23:59", "2015-02-28T23:59", "instant", "2015-02-28T23:59:00", "2015-03-01T00:00:00"),
    ("28-02-2015 à 8 h 05", "2015-02-28T08:05", "instant", "2015-02-28T08:05:00", "2015-02-28T08:06:00"),
    ("28/02/2015 23:59:10 +0100", "2015-02-28T23:59:10+01:00", "instant", "2015-02-28T22:59:10Z", "2015-02-28T22:59:11Z"),
    ("1 mars 2015", "2015-03-01", "day", "2015-03-01T00:00:00", "2015-03-02T00:00:00"),
    ("le dimanche 1er mars 2015 à 8h05", "2015-03-01T08:05", "instant", "2015-03-01T08:05:00", "2015-03-01T08:06:00"),
    ("1 AOUT 2015", "2015-08-01", "day", "2015-08-01T00:00:00", "2015-08-02T00:00:00"),
    ("Sunday, March 1, 2015 08:05", "2015-03-01T08:05", "instant", "2015-03-01T08:05:00", "2015-03-01T08:06:00"),
    ("1st March 2015", "2015-03-01", "day", "2015-03-01T00:00:00", "2015-03-02T00:00:00"),
]
REFUSED = [
    "hier",
    "12/03/2015",
    "2015-13",
    "2015-02-30",
    "2015-02-28T25:00",
    "20150228",
    "2015-2-28",
    "0001-01-01T00:00:00Z",
    "9999-12-31",
    "",
    "2015-02-28T10:00+99:00",
    "2015-02-28T10:00+02:75",
    "Sun, 31 Feb 2015 00:30:00 GMT",
    "vers 1 mars 2015",
    "mars 2015",
    "1 brumaire 2015",
    "13/13/2015",
    "12/03/15",
    "12/03-2015",
    "28/02/2015 8h",
    "28/02/2015 08:00 PM",
    "30 février 2015",
    "2015-02-28T10",
    "٢٠١٥",
    "Sun, 01 Foo 2015 00:30:00 GMT",
    "2015-03-01T00:30:60",
    "1425168000",
]


@pytest.mark.parametrize(("words", "value", "precision", "start", "end"), TAKEN)
def test_as_fine_as_it_is_written(words, value, precision, start, end):
    when = published(words)
    assert (when.value, when.precision.value, when.start, when.end, when.span) == (value, precision, start, end, None)


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_not_understood_is_refused(words):
    with pytest.raises(BadReport) as error:
        published(words)
    assert error.value.reason == "bad_field"


@pytest.mark.parametrize("words", ["12/03/2015", "3.12.2015", "12-03-2015 08:00"])
def test_a_date_of_two_readings_is_refused_with_both(words):
    with pytest.raises(BadReport) as error:
        published(words)
    assert "2015-12-03" in error.value.detail
    assert "2015-03-12" in error.value.detail


FIRST, LAST = datetime(1700, 1, 1), datetime(2500, 1, 1)  # noqa: DTZ001


@given(st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.timezones()))
def test_a_zone_gives_the_same_instant(moment):
    if moment.utcoffset().total_seconds() % 60:
        return  # zones of the 19th century had seconds, which ISO 8601 cannot say
    when = published(moment.isoformat())
    assert datetime.fromisoformat(when.start) == moment.astimezone(UTC).replace(microsecond=0)
    assert when.start.endswith("Z")


@given(st.text(alphabet="0123456789-:+TZ ,.JanFebSunGMT", max_size=40))
def test_any_string_is_taken_or_refused(words):
    try:
        when = published(words)
    except BadReport:
        return
    assert when.start < when.end
