"""The weights by which a place and a day are chosen: every sign is one that the code gives, and they say what a reader would."""

import inspect

import pytest

from recoupe.claims.setting import bearing, scene, whence
from recoupe.claims.setting.ranking import weights
from recoupe.model import Modality, PlacePrecision, Precision
from recoupe.ontology import UnitKind

NAMED = {f"level: {one}" for one in PlacePrecision} | {f"precision: {one}" for one in Precision}
NONE = {f"none: {one}" for one in (*Modality, *UnitKind, "things")}
SOURCE = inspect.getsource(scene) + inspect.getsource(bearing) + inspect.getsource(whence)


def given(sign: str) -> bool:
    """True for a sign that some rule gives; how far back something is has a number in it."""
    back = sign.endswith(" back") and f'"{sign.split(",", maxsplit=1)[0]}, {{far}} back"' in SOURCE
    return sign in NAMED | NONE or back or f'"{sign}"' in SOURCE


@pytest.mark.parametrize("what", ["place", "day"])
def test_each_sign_is_one_that_a_rule_gives(what):
    assert [sign for sign in weights("settings")[what] if not given(sign)] == []


@pytest.mark.parametrize("what", ["place", "day"])
def test_what_is_nearer_weighs_more(what):
    weight = weights("settings")[what]
    assert weight["in the clause"] > weight["in the sentence, before"] > weight["paragraph, 1 back"] > weight["other paragraph, 1 back"]
    assert weight["paragraph, 1 back"] > weight["paragraph, 2 back"]
