"""The other readers, where they are installed: what they give is where it stands."""

import pytest

from recoupe.ingest.objects import member

readers = pytest.importorskip("bench.readers", reason="bench/ stands beside the tests in a checkout")
REPORT = member('{"text": "Vingt-trois arbres sont tombés le 5 juin 2019.", "published": "2019-06-07"}'.encode(), "a")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("kit", "tools", "name", "words", "value"),
    [
        ("recoupe", "TIMES", "recoupe", "juin", "2019-06-05"),
        ("dateparser", "TIMES", "dateparser", "juin", "2019-06-05T00:00"),
        ("recognizers_date_time", "TIMES", "recognizers-text", "juin", "2019-06-05"),
        ("recoupe", "NUMBERS", "recoupe", "ingt", 23),
        ("text_to_num", "NUMBERS", "text2num", "ingt", 23),
        ("recognizers_number", "NUMBERS", "recognizers-text", "ingt", 23),
    ],
)
def test_a_reader_gives_places_and_values(kit, tools, name, words, value):
    pytest.importorskip(kit, exc_type=ImportError)
    at = REPORT.text.index(words)
    found = getattr(readers, tools)[name]()(REPORT)
    assert any(value in one.values for one in found if one.start <= at < one.end)


def test_a_value_is_asked_for_as_far_as_the_gold_goes():
    assert readers.fits("2019-06", "2019-06-05T00:00")
    assert readers.fits("PAST_REF", "PAST_REF")
    assert not readers.fits("2019-06-05", "2019-06")
