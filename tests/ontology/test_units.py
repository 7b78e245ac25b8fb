import pytest

from recoupe import ontology
from recoupe.errors import BadPack
from recoupe.ontology import UnitKind, unit_kind, units


def test_every_kind_has_units():
    assert set(units().values()) == set(UnitKind)
    assert unit_kind("drone") is UnitKind.WEAPON
    assert unit_kind("grenouille") is None


def test_a_unit_stands_once(monkeypatch):
    units.cache_clear()
    monkeypatch.setattr(ontology, "decode", lambda *_: {UnitKind.WEAPON: ["drone"], UnitKind.VEHICLE: ["drone"]})
    with pytest.raises(BadPack, match="twice"):
        units()
    units.cache_clear()
