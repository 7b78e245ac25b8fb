import pytest

from recoupe.errors import BadReport
from recoupe.ingest.reports import Fields, report
from recoupe.model import Raw, Report

RAW = Raw(sha256="0" * 64, locator="a.txt")
TEXT = "Deux trains sont entrés en collision lundi.\r\n\r\nLe bilan n’est pas connu.\u00a0😀\n"


def make(text: str = TEXT, **fields: str) -> Report:
    return report(Fields(**fields), text, RAW, "test 1")


def test_the_text_is_untouched():
    made = make()
    assert (made.text, made.body, made.language, made.title) == (TEXT, 0, "fr", None)


def test_a_title_given_apart_stands_first():
    made = make(title=" Collision\u00a0: le point ")
    assert made.text == "Collision\u00a0: le point\n\n" + TEXT
    assert made.text[made.body :] == TEXT
    assert made.title == "Collision\u00a0: le point"


@pytest.mark.parametrize("first", ["L'accident", "L’accident", "  l’accident  "])
def test_a_title_that_is_the_first_line_is_not_doubled(first):
    made = make(f"\n{first}\nLe texte.", title="L’accident")
    assert (made.text, made.body) == (f"\n{first}\nLe texte.", 0)


def test_a_longer_first_line_is_not_the_title():
    assert make("L’accident de train\nLe texte.", title="L’accident").body == 12


def test_identity_is_address_else_outlet_and_text():
    assert make(url="https://a.example/x?utm_source=b").id == make(url="HTTPS://a.example/x/", outlet="A").id
    assert len({make().id, make(outlet="A").id, make(outlet="B").id, make(url="https://a.example/x").id, make("autre").id}) == 5


def test_fields_of_white_space_say_nothing():
    assert make(url=" ", outlet="\n", title="", byline="\u00a0", published=" ") == make()


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\u2003\r\n", "\0\0", "\u200b\ufeff\u202e"])
def test_no_text_is_no_report(text):
    with pytest.raises(BadReport) as error:
        make(text, title="Un titre")
    assert error.value.reason == "empty"


@pytest.mark.parametrize("fields", [{"url": "javascript:alert(1)"}, {"published": "hier"}])
def test_a_field_that_is_not_understood_is_named(fields):
    with pytest.raises(BadReport) as error:
        make(**fields)
    assert error.value.reason == "bad_field"
    assert next(iter(fields)) in error.value.detail


def test_nul_is_kept():
    assert make("a\0b").text == "a\0b"
