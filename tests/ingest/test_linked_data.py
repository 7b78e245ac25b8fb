import json

import pytest
from lxml import html

from recoupe.ingest.linked_data import Described, described

ARTICLE = {"@type": "NewsArticle", "headline": "L&#039;élan", "datePublished": "2011-01-02"}
FOUND = Described(dates=("2011-01-02",), title="L'élan")


def of(*scripts: str, kind: str = "application/ld+json") -> Described:
    return described(html.document_fromstring("".join(f'<script type="{kind}">{s}</script>' for s in scripts) + "<p>x"))


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebPage"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": {"x": [ARTICLE]}},
        ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]},
        ARTICLE | {"@type": "LiveBlogPosting"},
        [ARTICLE | {"headline": None, "datePublished": None, "name": "Autre"}, ARTICLE],
        [{"@type": 3}, {"@type": [None]}, {"@type": {}}, ARTICLE],
    ],
)
def test_the_article_wherever_it_stands(data):
    assert of(json.dumps(data)) == FOUND


@pytest.mark.parametrize("wrapped", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "<![CDATA[{}]]>", " {}\n"])
def test_forgiven_wrappers(wrapped):
    assert of(wrapped.replace("{}", json.dumps(ARTICLE))) == FOUND


@pytest.mark.parametrize("text", ['{"@type": "Article", "headline": "a\n\tb",}', '{"@type": ["Article",], "headline": "a\n\tb"}'])
def test_forgiven_faults(text):
    assert of(text).title == "a\n\tb"


@pytest.mark.parametrize("text", ["", "{", "null", "3", "[[]]", "[" * 100_000, "{}" * 5, '{"@type": "Product", "name": "x"}', "1" * 10_000])
def test_what_says_nothing_is_passed_over(text):
    assert of(text) == Described()
    assert of(text, json.dumps(ARTICLE)) == FOUND


def test_names_in_their_forms():
    people = [
        {"@type": "Person", "name": "Anne Roy"},
        "Luc Petit",
        {"@id": "#p"},
        "https://a.example/x",
        {"name": ["Eva"]},
        3,
        None,
        {"@id": "#none"},
    ]
    graph = [
        ARTICLE | {"author": people, "publisher": {"@id": "#o"}},
        {"@id": "#p", "name": "Zoé"},
        {"@id": "#o", "@type": "Organization", "name": "Le Bref"},
    ]
    found = of(json.dumps({"@graph": graph}))
    assert (found.byline, found.outlet) == ("Anne Roy, Luc Petit, Zoé, Eva", "Le Bref")


def test_addresses():
    assert of(json.dumps(ARTICLE | {"url": "https://a.example/x", "mainEntityOfPage": {"@id": "https://a.example/y"}})).urls == (
        "https://a.example/x",
        "https://a.example/y",
    )
    assert of(json.dumps(ARTICLE | {"mainEntityOfPage": "https://a.example/y"})).urls == ("https://a.example/y",)


def test_half_characters_are_left_out():
    assert of('{"@type": "Article", "headline": "\\ud800", "name": "b"}').title == "b"


def test_other_scripts_are_not_read():
    assert of(json.dumps(ARTICLE), kind="text/javascript") == Described()
    assert of(json.dumps(ARTICLE), kind="Application/LD+JSON; charset=utf-8") == FOUND
