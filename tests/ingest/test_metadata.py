import pytest
from lxml import html

from recoupe.ingest.metadata import Said, said


def of(head: str = "", body: str = "", title: str = "") -> Said:
    return said(html.document_fromstring(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"))


def test_a_bare_page_says_nothing():
    assert of() == Said((), (), None, None, None)


def test_linked_data_goes_before_meta():
    found = of(
        '<script type="application/ld+json">{"@type": "Article", "headline": "A", "datePublished": "2010-01-01", "author": "X"}</script>'
        '<meta property="og:title" content="B"><meta name="author" content="Y">'
        '<meta property="article:published_time" content="2010-01-02">'
    )
    assert (found.title, found.byline, found.dates) == ("A", "X", ("2010-01-01", "2010-01-02"))


def test_addresses_in_the_order_of_trust():
    found = of(
        '<meta property="og:url" content="https://a.example/2"><link rel="alternate" href="https://a.example/0">'
        '<link rel="Canonical nofollow" href=" https://a.example/1 "><!-- saved from url=(0021)https://a.example/4 -->'
        '<script type="application/ld+json">{"@type": "Article", "url": ["https://a.example/3", "https://a.example/1"]}</script>'
    )
    assert found.urls == tuple(f"https://a.example/{n}" for n in (1, 2, 3, 4))


def test_a_page_saved_with_singlefile():
    assert of("<!-- Page saved with SingleFile \n url: https://a.example/x \n saved date: Mon -->").urls == ("https://a.example/x",)


@pytest.mark.parametrize(
    ("body", "dates"),
    [
        ('<time itemprop="datePublished" datetime="2010-01-02">', ("2010-01-02",)),
        ('<meta itemprop="datePublished" content="2010-01-02">', ("2010-01-02",)),
        ('<article><time datetime="2010-01-02">x</time><time datetime="2010-01-03"></time></article>', ("2010-01-02",)),
        ("<article><time>hier</time></article>", ()),
        ('<time datetime="2010-01-02">x</time>', ()),
        ('<article><time datetime="2010-01-02"></time></article><article><time datetime="2010-01-03"></time></article>', ()),
        ('<article><time datetime="2010-01-02"></time><time pubdate datetime="2010-01-03"></time></article>', ("2010-01-03",)),
    ],
)
def test_times(body, dates):
    assert of(body=body).dates == dates


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Match nul | Le Bref", "", "Match nul"),
        ("Match nul - LE BREF", "", "Match nul"),
        ("Match nul : le bref", "", "Match nul"),
        ("Match nul – Autre", "", "Match nul – Autre"),
        (" | Le Bref", "", "| Le Bref"),
        ("Site", "<h1>Match\n  nul\u00a0!</h1>", "Match nul\u00a0!"),
        ("Match nul", "<h1>A</h1><h1>B</h1>", "Match nul"),
    ],
)
def test_titles(title, body, expected):
    assert of('<meta property="og:site_name" content="Le Bref">', body, title).title == expected


def test_the_first_meta_that_says_something():
    found = of(
        '<meta name="author" content=" "><meta name="Author" content="https://a.example"><meta name="author" content="A">'
        '<meta name="byl" content="B"><meta content="x">'
    )
    assert found.byline == "B"
