"""A key that no scheme knows is refused: a misspelt list is no empty list."""

import pytest

from recoupe import lang
from recoupe.claims.attribution.conjugation import Family
from recoupe.claims.attribution.lexicon import AttributionTable, CueClass, Names, Words
from recoupe.claims.schemes import ModalityTable, UnaffirmedTable
from recoupe.errors import BadPack


@pytest.mark.parametrize(
    "scheme", [AttributionTable, CueClass, Family, ModalityTable, Names, UnaffirmedTable, Words], ids=lambda scheme: scheme.__name__
)
def test_an_unknown_key_is_told_by_name(tmp_path, scheme):
    (tmp_path / "table.toml").write_text("misspelt = []", "utf-8")
    with pytest.raises(BadPack, match=r"table\.toml: .*`misspelt`"):
        lang.decode(tmp_path / "table.toml", scheme)
