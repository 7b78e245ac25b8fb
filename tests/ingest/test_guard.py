import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadReport
from recoupe.ingest.guard import check
from recoupe.ingest.options import IngestOptions

PLAIN = b"<html><body>" + b"<p>Un <b>paragraphe</b>.<br><img src='a'>" * 500 + b"<ul>" + b"<li>x" * 500 + b"</ul></body></html>"


def reason(page: bytes, **options: int) -> str | None:
    try:
        check(page, IngestOptions(**options))
    except BadReport as error:
        return error.reason
    return None


@pytest.mark.parametrize(
    "page",
    [
        PLAIN,
        b"",
        b"a < b <" * 1000,
        b"<div/>" * 500,
        b"<script>" + b"'<div>' + a<b;" * 20_000 + b"</script>",
        b"<STYLE>" + b"<i>" * 500 + b"</Style >",
        b"<!--" + b"<div>" * 500 + b"-->",
        b"<!-- never closed" + b"<div>" * 500,
        b"<script> never closed" + b"<div>" * 500,
        b"<a title=\"x > y\" href='z'>" * 190 + b"</a>" * 200,
        b"<a title=\"it's\">l'eau</a>" * 500,
    ],
)
def test_pages_that_pass(page):
    assert reason(page) is None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<div>" * 201, "hostile"),
        (b"<p><div>" * 201, "hostile"),
        (b"<a " + b"b=c " * 20_000 + b">", "hostile"),
        (b'<a b=">" ' + b"b=c " * 20_000 + b">", "hostile"),
        (b"<a " + b"b=c " * 20_000, "hostile"),
        (b"<b></b>" * 60_000, "hostile"),
        (b"x" * 10_000_001, "too_large"),
    ],
)
def test_pages_that_do_not(page, expected):
    assert reason(page) == expected


PIECES = [b"<", b"<a ", b'<a b="', b"<a b='", b"<!--", b'<!-- ="', b"-->", b"<script>", b"</script", b"<title>"]
PIECES += [b"=", b'= "', b"= '", b"<a = ", b"</a", b"<a/b/"]


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_broken_tags_is_looked_at_once(piece):
    page = piece * (1_000_000 // len(piece))
    began = time.process_time()
    reason(page, page_bytes=1 << 30, page_tag=1 << 30, page_tags=1 << 30, page_depth=1 << 30)
    assert time.process_time() - began < 5  # it takes a tenth of one; minutes, if it were looked at again from every tag


@given(st.lists(st.sampled_from([*PIECES, b">", b"'", b'"', b" ", b"x"]), max_size=200))
def test_any_bytes_pass_or_are_refused(pieces):
    assert reason(b"".join(pieces)) in (None, "hostile")
