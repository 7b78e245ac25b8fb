import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadReport
from recoupe.ingest.addresses import canonical, names_a_page

SAME = [
    ("https://a.example/x", "https://a.example/x"),
    ("  HTTPS://A.Example/X  ", "https://a.example/X"),
    ("http://a.example:80/x/", "http://a.example/x"),
    ("https://a.example:8443/x", "https://a.example:8443/x"),
    ("https://a.example", "https://a.example/"),
    ("https://a.example/x#comments", "https://a.example/x"),
    ("https://a.example/x?utm_medium=m&id=3&fbclid=Z", "https://a.example/x?id=3"),
    ("https://a.example/x?xtor=RSS-1&at_medium=mail&gclid=1", "https://a.example/x"),
    ("https://a.example/x?author=3&attack=1", "https://a.example/x?author=3&attack=1"),
    ("https://user:secret@a.example/x", "https://a.example/x"),
    ("https://élu.example/é?q=à", "https://xn--lu-9ia.example/%C3%A9?q=%C3%A0"),
    ("https://a.example./x", "https://a.example/x"),
    ("https://[::1]:8080/x", "https://[::1]:8080/x"),
    ("https://a.example/deux mots", "https://a.example/deux%20mots"),
    ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
]
NONE = [
    "",
    "x",
    "www.a.example/x",
    "ftp://a.example/x",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://",
    "https:///x",
    "//a.example/x",
    "https://[::1",
    "https://a.example:port/",
    "https://a.example:99999/",
    "https://a b/",
    "https://a.example/\x00",
    "https://a.example/\nx",
    "https://" + "a" * 5000,
    "https://<b>/",
    "https://é" + "é" * 80 + "/",
    "mailto:a@b.example",
]


@pytest.mark.parametrize(("given_", "expected"), SAME)
def test_one_form(given_, expected):
    assert canonical(given_) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize("address", NONE)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(BadReport) as error:
        canonical(address)
    assert error.value.reason == "bad_field"


@given(
    st.text(max_size=60, alphabet=st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["", "https://", "https://a.example/", "http://a.example/?"]),
)
def test_any_string_is_taken_or_refused_and_the_form_is_stable(words, prefix):
    try:
        once = canonical(prefix + words)
    except BadReport:
        return
    assert canonical(once) == once
    assert once.isascii()


def test_a_front_page_is_no_report():
    assert not names_a_page("https://a.example/")
    assert names_a_page("https://a.example/?p=12")
