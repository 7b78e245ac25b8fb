"""Choosing by signs: each sign that a candidate bears has a weight, and the candidate whose weights sum highest is taken.

The weights are those of a log-linear model, fitted to reports that annotators have read (`python -m recoupe_eval.fitting`).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import msgspec

from recoupe.errors import BadPack

Weights = Mapping[str, float]
"""What each sign speaks for (above 0) or against (below 0); a sign that is not there says nothing."""


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
        return msgspec.toml.decode(source, type=dict[str, dict[str, float]])
    except msgspec.DecodeError as error:
        raise BadPack(f"ontology/{name}.toml", str(error)) from error


def worth(signs: Iterable[str], weighed: Weights) -> float:
    """What `signs` say together.

    >>> worth(("in the clause", "in brackets", "unheard of"), {"in the clause": 2.0, "in brackets": -0.5})
    1.5
    """
    return sum(weighed.get(sign, 0.0) for sign in signs)
