import pytest

from recoupe.ingest.formats import Format, tell


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a/B.TXT", b"{", Format.TEXT),
        ("a.md", b"", Format.TEXT),
        ("a.ndjson", b"", Format.LINES),
        ("a.json", b"", Format.JSON),
        ("a.XHTML", b"", Format.PAGE),
        ("-", b'{"text": "a"}', Format.JSON),
        ("-", b' [\n {"text"', Format.JSON),
        ("-", "\ufeff<!DOCTYPE html>".encode("utf-16-le"), Format.PAGE),
        ("article.php", b'<?xml version="1.0"?>\n<!-- x --><html lang="fr">', Format.PAGE),
        ("page.2024", b"<HTML>", Format.PAGE),
        ("-", "[Mis à jour] Le préfet".encode(), Format.TEXT),
        ("-", b"", Format.TEXT),
        ("-", b"<p>un fragment</p>", Format.TEXT),
        ("image", b"\x89PNG\r\n\x1a\n\0\0\0", None),
        ("a.docx", b"PK\x03\x04", None),
        ("a.csv", b"url,text", None),
    ],
)
def test_by_suffix_else_by_first_bytes(name, head, kind):
    assert tell(name, head) == kind
