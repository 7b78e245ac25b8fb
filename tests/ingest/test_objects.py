import json
from io import BytesIO

import pytest

from recoupe.ingest.objects import json_file, lines_file
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.reports import Fields
from recoupe.model import Report

GOOD = {
    "text": "Le match a été arrêté\u202f: « trop de vent »\r\n😀",
    "outlet": "Sport",
    "published": "2018-07-15T17:00+02:00",
    "byline": "A. B.",
    "x": [1],
}


def lines(data: bytes, **options: int):
    return list(lines_file(BytesIO(data), "a.jsonl", Fields(), IngestOptions(**options)))


def whole(data: bytes, **options: int):
    return list(json_file(BytesIO(data), "a.json", Fields(), IngestOptions(**options)))


def test_a_report_a_line_the_bad_ones_passed_by():
    found = lines(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\n{bad\n" + json.dumps({"text": "Deux"}).encode())
    assert [getattr(f, "reason", "report") for f in found] == ["report", "bad_json", "report"]
    assert [getattr(f, "locator", None) or f.raw.locator for f in found] == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#4"]
    assert found[0].text == GOOD["text"]
    assert found[0].published.start == "2018-07-15T15:00:00Z"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"3", "bad_field"),
        (b"[]", "bad_field"),
        (b'{"text": "Un", "outlet": "A", "outlet": "B"}', "bad_field"),
        (b'{"text": "Un", "text": "Deux"}', "bad_field"),
        (b"{}", "bad_field"),
        (b'{"text": null}', "bad_field"),
        (b'{"text": ["a"]}', "bad_field"),
        (b'{"text": "a", "url": 3}', "bad_field"),
        (b'{"text": "a", "url": "ftp://x"}', "bad_field"),
        (b'{"text": "a", "published": 2018}', "bad_field"),
        (b'{"text": "a", "published": "juin"}', "bad_field"),
        (b'{"text": "a\\ud800"}', "bad_field"),
        (b'{"text": "a\\udc00 \\ud83d"}', "bad_field"),
        (b'{"text": "caf\xe9"}', "not_utf8"),
        (b'{"text": "\xed\xa0\x80"}', "not_utf8"),
        (b'{"text": ""}', "empty"),
        (b'{"text": "a"', "bad_json"),
        (b'{"text": "a"} {"text": "b"}', "bad_json"),
        (b'{"text": "a", "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "bad_json"),
        (b'{"text": "a", "x": NaN}', "bad_json"),
        (b"\0", "bad_json"),
    ],
)
def test_why_a_line_is_refused(line, reason):
    [found] = lines(line)
    assert found.reason == reason
    [found] = whole(b"[" + line + b"]") if reason == "bad_field" else whole(line)
    assert found.reason == reason


def test_an_escaped_pair_is_one_character():
    assert lines(b'{"text": "\\ud83d\\ude00 \\u0000"}')[0].text == "😀 \0"


def test_a_long_line_is_skipped_to_its_end():
    found = lines(b'{"text": "' + b"x" * 200_000 + b'"}\n{"text": "Suite"}\n' + b"y" * 200, record_bytes=100)
    assert [getattr(f, "reason", "report") for f in found] == ["too_large", "report", "too_large"]


def test_a_line_as_long_as_allowed():
    line = b'{"text": "' + b"x" * 88 + b'"}'
    assert len(line) == 100
    assert all(isinstance(f, Report) for f in lines(line + b"\n" + line, record_bytes=100))


def test_lines_in_utf16():
    found = lines((json.dumps(GOOD, ensure_ascii=False) + "\n" + json.dumps(GOOD)).encode("utf-16"))
    assert [f.text for f in found] == [GOOD["text"]] * 2


def test_lines_in_half_utf16_are_refused_by_the_reader():
    from recoupe.errors import BadReport

    with pytest.raises(BadReport):
        lines(b"\xff\xfea")


@pytest.mark.parametrize(("data", "places"), [
    (json.dumps(GOOD, indent=2), ["a.json"]),
    (json.dumps([GOOD, {"text": "Deux"}], indent=2), ["a.json#1", "a.json#2"]),
    (json.dumps(GOOD) + "\n" + json.dumps({"text": "Deux"}), ["a.json#1", "a.json#2"]),
    ("[]", []),
])  # fmt: skip
def test_an_object_an_array_or_lines(data, places):
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        assert [f.raw.locator for f in whole(data.encode(codec))] == places


def test_one_bad_member_of_an_array():
    found = whole(b'[{"text": "a"}, 3, {"text": "b", "url": "x"}, {"text": "' + b"x" * 200 + b'"}]', record_bytes=100)
    assert [getattr(f, "reason", "report") for f in found] == ["report", "bad_field", "bad_field", "too_large"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf ", "empty"),
        (b'[{"text": "a"},', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b"x" * 200, "too_large"),
        (b"\xff\xfea", "not_utf8"),
    ],
)
def test_why_a_file_is_refused(data, reason):
    [found] = whole(data, file_bytes=100 if reason == "too_large" else 1_000_000)
    assert found.reason == reason


def test_arrays_a_line_are_lines():
    assert [f.reason for f in whole(b"[1]\n[2]")] == ["bad_field", "bad_field"]
