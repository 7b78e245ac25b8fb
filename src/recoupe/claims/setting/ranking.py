"""Choosing by signs: each sign that a candidate bears has a weight, and the candidate whose weights sum highest is taken.

The weights are those of a log-linear model, fitted to reports that annotators have read (`python -m recoupe_eval.fitting`).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import repeat

import msgspec

from recoupe.errors import BadPack

Weights = Mapping[str, int]
"""How much each sign speaks for (above 0) or against (below 0), in hundredths, so that sums are exact; one not there says nothing."""


@cache
def weights(name: str) -> Mapping[str, Weights]:
    """The weights of ontology/`name`.toml, by what is chosen.

    >>> sorted(weights("settings"))
    ['day', 'place']

    Raises:
        BadPack: the file does not fit.
    """
    source = resources.files("recoupe.ontology").joinpath(f"{name}.toml").read_bytes()
    try:
        tables = msgspec.toml.decode(source, type=dict[str, dict[str, float]])
    except msgspec.DecodeError as error:
        raise BadPack(f"ontology/{name}.toml", str(error)) from error
    return {chosen: {sign: round(100 * weight) for sign, weight in table.items()} for chosen, table in tables.items()}


def worth(signs: Iterable[str], weighed: Weights) -> int:
    """What `signs` say together.

    >>> worth(("in the clause", "in brackets", "unheard of"), {"in the clause": 200, "in brackets": -50})
    150
    """
    return sum(map(weighed.get, signs, repeat(0)))
