"""The gazetteer: towns, regions and countries of the world by name, in a read-only SQLite file built by tools/build_gazetteer.py.

A name is looked up by its folded key; where that finds nothing, by how it sounds, since French spells Slavic, Arabic and Korean names
in its own way ("Tchernihiv", "Chernihiv"). The file is opened at the first look-up, once for each process.
"""

import os
import sqlite3
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from recoupe.model import PlacePrecision
from recoupe.text import fold

COLUMNS = "place.id, place.name, place.kind, place.lat, place.lon, place.country, place.admin1, place.population, place.capital"
LOOK_UP = f"""SELECT {COLUMNS}, name.common, name.main FROM name JOIN place ON place.n = name.place
              WHERE name.key = ? AND name.form = ? ORDER BY place.population DESC, place.id"""  # noqa: S608
BY_KEY, BY_SOUND = 0, 1
LONGEST = 60
"""No name of a place has more characters."""

KEYED = str.maketrans({"-": " ", "'": " ", ".": " ", "œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ʹ": None, "ʻ": None})

SOUNDS = (
    ("chtch", "3"), ("shch", "3"), ("tch", "2"), ("sch", "1"), ("sh", "1"), ("ch", "1"), ("dj", "4"), ("dzh", "4"), ("zh", "5"),
    ("j", "5"), ("kh", "h"), ("ou", "u"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("w", "v"), ("gu", "g"), ("q", "k"),
    ("3", "11"), ("2", "1"), ("4", "5"), ("55", "5"),
)  # fmt: skip
"""French and English spellings of one sound, longest first: digits stand for sounds that no one letter has."""


class Entry(NamedTuple):
    """A place that the gazetteer knows. `id` is a GeoNames id, or a GeoNames administrative code ("FR.53") for an area.

    `common`: the name found is also a common word of French ("Tours", "Mars"). `main`: it is the name in use, no former or foreign one.
    """

    id: str
    name: str
    precision: PlacePrecision
    lat: float
    lon: float
    country: str
    admin1: str | None
    population: int
    capital: bool
    common: bool
    main: bool


def key(name: str) -> str:
    """`name` as it is looked up.

    >>> key("Saint-Étienne"), key("St. Louis")
    ('saint etienne', 'saint louis')
    """
    folded = fold(name).translate(KEYED).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in folded)


def sound(name: str) -> str:
    """About how `name` sounds: equal for the French and the English spelling of most Slavic, Arabic and Korean names.

    >>> sound("Tcheliabinsk") == sound("Chelyabinsk"), sound("Jytomyr") == sound("Zhytomyr")
    (True, True)
    """
    sounding = key(name)
    for written, heard in SOUNDS:
        sounding = sounding.replace(written, heard)
    return " ".join(_word_sound(word) for word in sounding.split())


def _word_sound(word: str) -> str:
    for ending in ("iy", "yi", "ii", "yy", "ij", "y"):
        word = word.removesuffix(ending) + "i" if word.endswith(ending) else word
    word = word.replace("y", "i").replace("ie", "e").replace("ia", "a").replace("ii", "i")
    return "".join(c for n, c in enumerate(word) if c != word[n - 1 : n] or c == "1")


@lru_cache(maxsize=50_000)
def known(name: str) -> tuple[Entry, ...]:
    """All places of that name, the most populous first.

    >>> [entry.country for entry in known("Lisbonne")]
    ['PT']
    """
    return _rows(key(name), BY_KEY) if len(name) <= LONGEST else ()


@lru_cache(maxsize=10_000)
def sounding(name: str) -> tuple[Entry, ...]:
    """All places whose name sounds like `name`, the most populous first.

    >>> [entry.name for entry in sounding("Kramatorsk")][:1]
    ['Kramatorsk']
    """
    return _rows(sound(name), BY_SOUND) if len(name) <= LONGEST else ()


def _rows(wanted: str, form: int) -> tuple[Entry, ...]:
    try:
        rows = _open(os.getpid()).execute(LOOK_UP, (wanted, form)).fetchall()
    except UnicodeEncodeError:  # a lone surrogate is in no name
        return ()
    return tuple(_entry(*row) for row in rows)


def _entry(*row: Any) -> Entry:
    place, name, kind, lat, lon, country, admin1, population, *flags = row
    capital, common, main = map(bool, flags)
    return Entry(place, name, PlacePrecision(kind), lat, lon, country, admin1, population, capital, common, main)


@cache
def _open(_process: int) -> sqlite3.Connection:
    """A connection of this process: one that was opened before a fork must not be used after it."""
    path = resources.files("recoupe.read") / "gazetteer.sqlite"
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
