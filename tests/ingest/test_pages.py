from io import BytesIO

import pytest

from recoupe.ingest import pages
from recoupe.ingest.extractor import Extracted
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.pages import Pages, chosen, decode
from recoupe.ingest.reports import Fields
from recoupe.model import Report

PARAGRAPH = "Les éleveurs réclament des aides après la sécheresse\u00a0; le ministère reçoit leurs délégués mercredi. "
PAGE = (
    '<html><head><title>Sécheresse : les éleveurs | Le Bref</title><meta property="og:site_name" content="Le Bref">'
    '<link rel="canonical" href="https://bref.example/secheresse/?utm_source=x">'
    '<meta name="date" content="2011-05-24T10:00:00+02:00"></head>'
    f"<body><article><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2}</p></article></body></html>"
)


@pytest.fixture(scope="module")
def reader():
    with Pages() as made:
        yield made


def read(reader: Pages, data: bytes, beside: Fields | None = None, **options: int):
    [found] = reader.page_file(BytesIO(data), "a.html", beside or Fields(), IngestOptions(**options))
    return found


def test_a_page_is_a_report(reader):
    found = read(reader, PAGE.encode())
    assert isinstance(found, Report)
    assert (found.url, found.outlet, found.title) == ("https://bref.example/secheresse", "Le Bref", "Sécheresse : les éleveurs")
    assert found.published.start == "2011-05-24T08:00:00Z"
    assert found.text[found.body :].startswith("Les éleveurs réclament")
    assert (found.language, found.raw.locator) == ("fr", "a.html")


def test_the_sidecar_goes_before_the_page(reader):
    found = read(reader, PAGE.encode(), Fields(outlet="Autre", url="https://c.example/1"))
    assert (found.outlet, found.url, found.title) == ("Autre", "https://c.example/1", "Sécheresse : les éleveurs")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"<html></html>", "no_article"),
        (b"<div>" * 300, "hostile"),
        (b"x" * 20_001, "too_large"),
    ],
)
def test_why_a_page_is_refused(reader, data, reason):
    assert read(reader, data, page_bytes=20_000).reason == reason


def test_nul_does_not_cut_the_page(reader):
    found = read(reader, PAGE.replace("</p><p>", "</p>\0<p>").encode())
    assert found.text.count("Les éleveurs réclament") == 5


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(pages, "find_spec", lambda _: None)
    with Pages() as made:
        found = read(made, PAGE.encode())
    assert found.reason == "missing_extra"
    assert found.detail.endswith("pip install trafilatura lxml lxml_html_clean htmldate")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é".encode(), "é"),
        ("\ufeffé".encode("utf-16-le"), "é"),
        ("é".encode("cp1252"), "é"),
        ("<meta charset=windows-1251>й".encode("cp1251"), "й"),
        ('<meta charset="iso-8859-1">œ'.encode("cp1252"), "œ"),
        ('<?xml version="1.0" encoding="ISO-8859-15"?>€'.encode("iso-8859-15"), "€"),
        ('<meta charset="iso-8859-1">é'.encode(), "é"),
        (b'<meta charset="utf-8">' + "éàü".encode() + b"\xff!", "\ufffd!"),
        (b'<meta charset="unicode_escape">\\ud800' + b"\xe9", "é"),
        (b'<meta charset="no-such">' + b"\xe9", "é"),
        ('<meta charset="iso-2022-jp">日本'.encode("iso-2022-jp"), "日本"),
        (b"\xff\xfe\x00\xd8", "\ufffd"),
    ],
)  # fmt: skip
def test_the_encoding_of_a_page(data, expected):
    assert decode(data).endswith(expected)


def test_what_a_page_says_wrongly_is_passed_over():
    found = chosen(
        Extracted(text="x", extractor="x", urls=("/a", "javascript:x", "https://a.example/", "https://a.example/b"), dates=("hier", "2011"))
    )
    assert (found.url, found.published) == ("https://a.example/b", "2011")
    assert chosen(Extracted(text="x", extractor="x")) == Fields()
