import pytest
from lxml import etree

from recoupe.ingest import extraction
from recoupe.ingest.extraction import answer

BODY = "<p>" + "Le syndicat appelle à une nouvelle journée de mobilisation jeudi dans tout le pays, faute d’accord. " * 4 + "</p>"


def page(head: str = "", body: str = BODY, attributes: str = "") -> bytes:
    return f"<html {attributes}><head>{head}</head><body><nav><a href='/'>Menu</a></nav><article>{body}</article></body></html>".encode()


def test_the_article_and_what_made_it():
    found = answer(page("<title>Mobilisation</title>")).extracted
    assert found is not None
    assert found.text.startswith("Le syndicat appelle")
    assert "Menu" not in found.text
    assert found.extractor.startswith("trafilatura 2.")
    assert (found.title, found.dates) == ("Mobilisation", ())


def test_a_visible_date_is_a_fallback():
    dated = BODY + '<span class="date">Publié le 12 mars 2014</span>'
    assert answer(page(body=dated)).extracted.dates == ("2014-03-12",)
    assert answer(page('<meta name="date" content="2014-03-11">', dated)).extracted.dates == ("2014-03-11",)
    assert answer(page(body=dated, attributes='lang="en"')).extracted.dates == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html></html>", "no_article"),
        (b" ", "no_article"),
        (page(body="<div>" * 300 + BODY), "hostile"),
        (b"\x01<", "no_article"),
    ],
)
def test_why_there_is_no_article(content, reason):
    failed = answer(content).failed
    assert failed is not None
    assert failed.reason == reason


@pytest.mark.parametrize("error", [ValueError("x" * 1000), etree.XPathEvalError("x"), RecursionError(), MemoryError()])
def test_what_the_library_raises_is_said(monkeypatch, error):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr(extraction.trafilatura, "extract", broken)
    failed = answer(page()).failed
    assert failed.reason == "extractor_failed"
    assert failed.detail.startswith(type(error).__name__)
    assert len(failed.detail) <= 300
