import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Raw, Report
from recoupe.read import READ, read

TEXT = "« Nous tiendrons », a dit la maire de Lyon mardi 3 mai.\nAu moins 12 personnes ont été blessées à Lille, selon la préfecture."


def report(text: str, language: str = "fr") -> Report:
    return Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="")


def test_a_reading_gathers_everything():
    (reading,) = READ.run(report(TEXT))
    assert reading.report == "r-0"
    for field in ("sentences", "quantities", "places", "whens", "actors", "quotes", "words"):
        assert getattr(reading, field), field
    assert [TEXT[s.start : s.end] for s in reading.sentences] == TEXT.split("\n")


@pytest.mark.parametrize("language", ["de", "und"])
def test_a_language_without_pack_gets_what_needs_none(language):
    (reading,) = read(report(TEXT, language))
    assert reading.sentences
    assert reading.quotes
    assert reading.words
    assert not reading.quantities


def test_where_something_happened_is_read_in_the_name_of_what_tells_of_it():
    (reading,) = read(report("Le bilan de l'incendie à Lyon passe à 12 morts, dit la préfecture de Nantes."))
    assert [place.name for place in reading.places] == ["Lyon"]


@given(st.text(max_size=60))
def test_any_text_is_read_the_same_twice_with_sorted_spans(text):
    (one,) = read(report(text))
    assert (one,) == tuple(read(report(text)))
    assert list(one.quotes) == sorted(one.quotes)
    for field in ("quantities", "places", "actors"):
        spans = [found.span for found in getattr(one, field)]
        assert spans == sorted(spans), field
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
