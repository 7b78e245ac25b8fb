from io import BytesIO

import pytest

from recoupe.ingest.options import IngestOptions
from recoupe.ingest.reports import Fields
from recoupe.ingest.texts import text_file
from recoupe.model import Report


def read(data: bytes, beside: Fields | None = None, **options: int):
    [found] = text_file(BytesIO(data), "a.txt", beside or Fields(), IngestOptions(**options))
    return found


def test_the_sidecar_goes_before_the_header():
    found = read(b"---\noutlet: A\nbyline: B\n---\nTexte", Fields(outlet="C"))
    assert isinstance(found, Report)
    assert (found.outlet, found.byline, found.text, found.extractor) == ("C", "B", "Texte", "text 1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9", "not_utf8"),
        (b" ", "empty"),
        (b"---\ntitle: x\n", "bad_header"),
        (b"x" * 101, "too_large"),
        (b"---\nurl: x\n---\na", "bad_field"),
    ],
)
def test_what_is_refused(data, reason):
    found = read(data, record_bytes=100)
    assert found.reason == reason
    assert (found.sha256 is None) == (reason == "too_large")
