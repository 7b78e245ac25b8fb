"""In how many reports of a frozen collection each stem stands: what makes a word common or rare, whatever the ledger holds."""

import csv
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from recoupe.errors import BadPack

SCALE = 100
"""Rarities are whole hundredths of a bit, so that sums are the same on every machine."""

UNLISTED = 600
"""The rarity of a word that the table does not list, and of every word of a language that has no table: 1 report in 64."""


@cache
def rarities(language: str) -> Mapping[str, int]:
    """The rarity of each stem listed for `language`: hundredths of a bit, -log2 of the share of reports that hold it, up to `UNLISTED`.

    >>> fr = rarities("fr")
    >>> fr["de"] < fr["gouvern"] < UNLISTED, len(rarities("xx"))
    (True, 0)

    Raises:
        BadPack: the table does not read as `stem,reports` with the size of the collection under `*`.
    """
    file = resources.files("recoupe.lang") / language / "frequencies.csv"
    if not file.is_file():
        return {}
    try:
        counts = {row["stem"]: int(row["reports"]) for row in csv.DictReader(file.read_text("utf-8").splitlines())}
        size = counts.pop("*")
    except (KeyError, TypeError, ValueError) as error:
        raise BadPack(f"{language}/{file.name}", f"expected rows stem,reports and a row *: {error}") from error
    return {stem: min(UNLISTED, round(SCALE * math.log2((size + 1) / count))) for stem, count in counts.items()}
