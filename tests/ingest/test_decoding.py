import pytest

from recoupe.errors import BadReport
from recoupe.ingest.decoding import decode

TEXT = "\u00ab\u00a0Grève\u00a0» \U0001f600\r\n\u202f\u200f\0e\u0301"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_comes_back_as_it_was(codec):
    assert decode(TEXT.encode(codec)) == TEXT


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-32-be"])
def test_the_other_byte_order(codec):
    assert decode(("\ufeff" + TEXT).encode(codec)) == TEXT


def test_only_one_mark_is_taken_away():
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa") == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "byte"), [(b"caf\xe9", 3), (b"\xef\xbb\xbfcaf\xe9", 6), (b"\xed\xa0\x80", 0), (b"\xff\xfea", 2), (b"\xff\xfe\x00\xd8", 2)]
)
def test_the_first_bad_byte_is_named(data, byte):
    with pytest.raises(BadReport) as error:
        decode(data)
    assert error.value.reason == "not_utf8"
    assert f"byte {byte} " in error.value.detail
