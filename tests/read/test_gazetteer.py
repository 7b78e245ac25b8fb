import os
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import PlacePrecision
from recoupe.read.places.gazetteer import Entry, key, known, sound, sounding


def best(name: str) -> tuple[str, str]:
    entry = (known(name) or sounding(name))[0]
    return entry.country, entry.precision.value


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Londres", "GB", "town"),
        ("Pékin", "CN", "town"),
        ("Le Caire", "EG", "town"),
        ("Bâle", "CH", "town"),
        ("Gand", "BE", "town"),
        ("Tcheliabinsk", "RU", "town"),
        ("Jytomyr", "UA", "town"),
        ("Oulan-Bator", "MN", "town"),
        ("Djibouti", "DJ", "country"),
        ("Châlons-en-Champagne", "FR", "town"),
        ("St. Louis", "US", "town"),
        ("Bavière", "DE", "admin1"),
        ("Andalousie", "ES", "admin1"),
        ("Californie", "US", "admin1"),
        ("Finistère", "FR", "admin2"),
        ("Tessin", "CH", "admin1"),
        ("Côte d’Ivoire", "CI", "country"),
        ("Royaume-Uni", "GB", "country"),
        ("USA", "US", "country"),
    ],
)
def test_french_names_are_known(name, country, precision):
    assert best(name) == (country, precision)


def test_of_many_places_the_most_populous_stands_first():
    people = [entry.population for entry in known("Springfield")]
    assert len(people) > 3
    assert people == sorted(people, reverse=True)


def test_an_area_has_an_administrative_code_and_degrees():
    region = next(e for e in known("Bretagne") if e.precision is PlacePrecision.ADMIN1)
    assert region.id == "FR.53"
    assert 47 < region.lat < 49
    assert -5 < region.lon < -1


@pytest.mark.parametrize(
    ("french", "english"), [("Kharkiv", "Harkiv"), ("Voronej", "Voronezh"), ("Tchita", "Chita"), ("Louhansk", "Luhansk")]
)
def test_spellings_of_one_sound(french, english):
    assert sound(french) == sound(english)


def test_a_name_too_long_for_a_place_is_not_looked_up():
    assert known("a" * 1000) == ()
    assert sounding("a" * 1000) == ()
    assert known("\ud800") == ()


@given(st.text(max_size=40))
def test_any_name_can_be_looked_up(name):
    assert all(isinstance(entry, Entry) for entry in (*known(name), *sounding(name)))
    assert key(key(name)) == key(name)


def _in_child(name: str) -> tuple[int, str]:
    return os.getpid(), known(name)[0].country


def test_a_forked_process_opens_its_own_connection():
    assert known("Lima")[0].country == "PE"
    with get_context("spawn").Pool(1) as pool:
        process, country = pool.apply(_in_child, ("Lima",))
    assert process != os.getpid()
    assert country == "PE"
