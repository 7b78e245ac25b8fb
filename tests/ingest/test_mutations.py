"""Damaged inputs: whatever happens to the bytes, each becomes reports or rejects, and nothing is raised."""

import json
import random
from io import BytesIO

import pytest

from recoupe.ingest.objects import json_file, lines_file
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.pages import Pages
from recoupe.ingest.reports import Fields
from recoupe.ingest.texts import text_file
from recoupe.model import Reject, Report

TEXT = (
    "---\ntitle: « Incendie » : l’usine évacuée\nurl: https://a.example/b?c=d\noutlet: Le Bref\npublished: 2009-10-11T12:13:14+02:00\n---\n"
    "Un incendie s’est déclaré lundi dans une usine de peinture\u00a0; 120 salariés ont été évacués. 😀\r\n"
    "« Il n’y a pas de blessé », a assuré la direction, selon laquelle l’activité reprendrait jeudi.\n"
)
OBJECTS = [
    {"text": TEXT, "title": "A", "url": "https://a.example/c", "published": "Sun, 11 Oct 2009 12:13:14 GMT", "outlet": None},
    {"text": "Deux \U0001f600 \x00", "byline": "B", "more": {"x": [1, 2.5e10, True]}},
]
LINES = "\n".join(json.dumps(each, ensure_ascii=number == 0) for number, each in enumerate(OBJECTS)) + "\n"
PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Incendie | Le Bref</title>'
    '<link rel="canonical" href="https://a.example/d"><meta property="og:site_name" content="Le Bref">'
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Incendie", "author": {"name": "B"}}]}</script>'
    f"</head><body><nav><a href='/'>Accueil</a></nav><article><h1>Incendie</h1><time datetime='2009-10-11'>x</time><p>{TEXT}</p>"
    f"<!-- a --><p>{TEXT[40:]}</p><ul><li>un<li>deux</ul></article></body></html>"
)
TOKENS = [b"---", b"\n", b'"', b"{", b"}", b"[", b"]", b"<", b">", b"</p>", b"<div>", b"<!--", b"<script>", b": ", b"null", b"1e999"]
TOKENS += [b"\\ud800", b"\\u0000", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\xcc\x81" * 50]
TOKENS += [b"&#xD800;", b"&#0;", b"2009-02-31", b"http://["]
ROUNDS = 2000


def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 200)]


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def double(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 100)] * chance.randint(1, 20)


def put(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start : start + chance.randint(0, 4)] = chance.choice(TOKENS)


def swap(data: bytearray, chance: random.Random) -> None:
    tokens = bytes(data).split(b" ")
    a, b = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[a], tokens[b] = tokens[b], tokens[a]
    data[:] = b" ".join(tokens)


MUTATIONS = (flip, cut, truncate, double, put, put, swap)


def mutated(source: bytes, seed: int) -> bytes:
    chance, data = random.Random(seed), bytearray(source)
    for _ in range(chance.randint(1, 3)):
        if data:
            chance.choice(MUTATIONS)(data, chance)
    return bytes(data)


@pytest.fixture(scope="module")
def page_file():
    with Pages() as pages:
        yield pages.page_file


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("text", TEXT[TEXT.index("Un ") :]),
        ("text", TEXT),
        ("lines", LINES),
        ("json", json.dumps(OBJECTS, ensure_ascii=False)),
        ("page", PAGE),
    ],
    ids=["text", "front matter", "lines", "array", "page"],
)
def test_nothing_is_raised(kind, source, page_file):
    reader = {"text": text_file, "lines": lines_file, "json": json_file, "page": page_file}[kind]
    reports = 0
    for seed in range(ROUNDS):
        data = mutated(source.encode(), seed)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) and kind == "lines":
            continue  # refused as a whole, by the reader of files: see test_reader
        for found in reader(BytesIO(data), "a", Fields(), IngestOptions()):
            if isinstance(found, Report):
                reports += 1
                assert found.text[found.body :].strip()
                assert found.text.encode()
            else:
                assert isinstance(found, Reject)
                assert found.reason != "extractor_failed"
    assert reports > ROUNDS / 5
