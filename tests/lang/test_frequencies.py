"""The frozen statistics: every table that is there reads, and says what is common."""

import pytest

from recoupe import lang
from recoupe.errors import BadPack
from recoupe.lang import frequencies
from recoupe.lang.frequencies import UNLISTED, rarities


@pytest.mark.parametrize("code", lang.available())
def test_every_rarity_is_between_nothing_and_that_of_a_word_unlisted(code):
    assert all(0 <= rarity <= UNLISTED for rarity in rarities(code).values())


def test_common_words_are_common():
    fr = rarities("fr")
    assert fr["de"] < fr["president"] < UNLISTED
    en = rarities("en")
    assert en["the"] < en["said"] < UNLISTED


@pytest.mark.parametrize("content", ["stem,reports\nde,many\n", "stem,reports\nde,3\n", "a,b\n1,2\n", "stem,reports\nde\n*,4\n"])
def test_a_broken_table_is_told_by_name(tmp_path, monkeypatch, content):
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "frequencies.csv").write_text(content, "utf-8")
    monkeypatch.setattr(frequencies.resources, "files", lambda _: tmp_path)
    with pytest.raises(BadPack, match=r"zz/frequencies\.csv"):
        rarities.__wrapped__("zz")
