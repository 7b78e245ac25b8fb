from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Raw, Report
from recoupe.read.content import content_words


def content(text: str, language: str = "fr") -> tuple[str, ...]:
    return content_words(Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor=""))


def test_numbers_are_written_in_one_way():
    assert content("12 000") == content("12.000") == content("12\u202f000") == ("12000",)
    assert content("3,5") == content("3.5") == ("3.5",)
    assert content("2012 200") == ("2012", "200")
    assert content("1 500 000") == ("1500000",)


def test_inflection_and_elision_do_not_matter():
    assert content("l’usine, des usines") == ("usin", "usin")
    assert content("the workers", "en") == ("worker",)


def test_a_language_without_stemmer_keeps_its_words():
    assert content("Der Streik", "de") == ("der", "streik")


def test_a_word_without_end():
    assert len(content("a" * 100_000)) == 1


@given(st.text(max_size=80))
def test_any_text(text):
    assert all(content(text)) or content(text) == ()
