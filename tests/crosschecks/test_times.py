import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.crosschecks.times import features, keys, toll_keys
from recoupe.ledger import Ledger
from recoupe.model import Precision, When
from recoupe.pipeline import IN_HAND


def when(value, start=None):
    return value and When(span=None, value=value, precision=Precision.DAY, start=start)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["2024-11-29", "XXXX-WXX-5"], ["2024-11-29", "2024-11-29"]),
        (["2024-11-28TNI", "XXXX-WXX-4TNI", "TNI", None], ["2024-11-28TNI"] * 4),
        (["XXXX-WXX-4TNI", "XXXX-WXX-5"], ["XXXX-WXX-4TNI"] * 2),
        (["2024-02-29TNI", "2024-03-01"], ["2024-02-29TNI"] * 2),
        (["XXXX-WXX-7TNI", "XXXX-WXX-1"], ["XXXX-WXX-7TNI"] * 2),
        (["2024-06", "2024-06-03", "2024-06-04", None], ["2024-06", "2024-06-03", "2024-06-04", None]),
        (["2024-06", "2024-06-03"], ["2024-06-03"] * 2),
        (["2024", "2023", None], ["2024", "2023", None]),
        (["PAST_REF", "2024-06"], ["2024-06", "2024-06"]),
        (["PAST_REF", None, "P1D"], [None, None, None]),
        (["2024-W22", "XXXX-06"], ["2024-W22", "XXXX-06"]),
        (["nonsense", None], ["nonsense", "nonsense"]),
        (["2024-13-45", "9999-12-31TNI"], ["2024-13-45", "9999-12-31TNI"]),
    ],
)
def test_a_vaguer_time_joins_the_only_finer_one_that_it_fits(stated, expected):
    assert keys([when(v) for v in stated]) == expected


def test_a_clock_time_is_its_day():
    assert features("2024-06-03T13:15") == features("2024-06-03")


def test_a_date_near_the_event_dates_the_toll():
    event = when("2024-05-01", "2024-05-01")
    whens = [when("2024-05-03", "2024-05-03"), when("XXXX-WXX-1"), when("2015", "2015-01-01"), when("2024-06", "bad")]
    assert toll_keys(whens, event) == [None, None, "2015", "2024-06"]


def test_a_date_days_before_a_dated_event_is_that_of_another():
    event = when("2024-09-15", "2024-09-15")
    whens = [when("2024-09-03", "2024-09-03"), when("2024-09-14TNI", "2024-09-14"), when("2024-09-18", "2024-09-18")]
    assert toll_keys(whens, event) == ["2024-09-03", None, None]


@given(st.lists(st.none() | st.text(alphabet="0123456789XWTNI-", max_size=14).filter(bool), max_size=6), st.randoms())
def test_any_values_in_any_order(values, random):
    pairs = list(zip(values, keys([when(v) for v in values]), strict=True))
    shuffled = random.sample(values, len(values))
    assert sorted(zip(shuffled, keys([when(v) for v in shuffled]), strict=True), key=repr) == sorted(pairs, key=repr)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Un éboulement a tué trois mineurs mercredi à Sornac, selon le préfet. Quarante mineurs y ont été tués depuis le 2 mars 2030.",
            "depuis le 2 mars 2030",
        ),
        ("Un éboulement a eu lieu à Sornac. Trois écoles resteront fermées jusqu'à lundi.", "jusqu'à lundi"),
        ("Un éboulement a eu lieu à Sornac. Trois écoles resteront fermées lundi.", "lundi"),
    ],
)
def test_a_time_that_only_begins_or_ends_something_is_told_so(tmp_path, text, words):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"outlet": "Le Cap", "published": "2031-03-06 09:00", "text": text}), encoding="utf-8")
    with Ledger.open(None, IN_HAND) as ledger:
        ledger.add([str(path)])
        asked = [x.question for story in ledger.stories() for x in ledger.crosschecks(story.id)]
    assert words in [question.when_words for question in asked]
