"""What the steps of a settle share, and the runs that say what made a record."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from typing import Any

from recoupe import lang
from recoupe.engine.linking import Pair
from recoupe.ledger.answers import Progress
from recoupe.ledger.links import LinkState
from recoupe.ledger.shelf import Shelf
from recoupe.model import ReadReport, Run, identify
from recoupe.pipeline import Pipeline
from recoupe.stage import Link
from recoupe.store import Store

LIBRARIES = ("PyStemmer", "ahocorasick-rs", "msgspec", "rapidfuzz", "regex", "simplemma", "text2num")
"""Those whose version may change what a stage yields."""


DATA = (".toml", ".csv", ".sqlite", ".txt")


@dataclass(frozen=True, slots=True)
class Work:
    """One settle: the store, the stages with the ids of their runs, the decided pairs, and how to go about it."""

    store: Store
    shelf: Shelf
    pipeline: Pipeline
    runs: dict[str, str]
    fixed: dict[Pair, int]
    links: dict[str, LinkState]
    progress: Progress
    workers: int

    def state(self, link: Link[ReadReport, Any]) -> LinkState:
        """What `link` remembers."""
        return self.links.setdefault(link.name, LinkState(self.store, link))


def runs(pipeline: Pipeline) -> tuple[Run, ...]:
    """The run of each stage as it is installed now.

    >>> from recoupe.pipeline import PIPELINE
    >>> sorted(run.stage for run in runs(PIPELINE))
    ['claims', 'crosschecks', 'drift', 'passages', 'read', 'reuse', 'stories']
    """
    packs, statistics = lang.fingerprint(), _statistics()
    libraries = tuple(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    parts = [(name, version, packs, statistics, libraries, unicodedata.unidata_version) for name, version in pipeline.versions()]
    return tuple(
        Run(
            id=identify("u", *part),
            stage=part[0],
            version=part[1],
            packs=part[2],
            statistics=part[3],
            libraries=part[4],
            unicode=part[5],
        )
        for part in parts
    )


@cache
def _statistics() -> str:
    """A hash of what the stages read besides the language packs: event types, units, agencies, the gazetteer."""
    found = sha256()
    for package in ("recoupe.ontology", "recoupe.read", "recoupe.text"):
        for file in sorted(resources.files(package).iterdir(), key=lambda f: f.name):
            if file.is_file() and file.name.endswith(DATA):
                found.update(f"{package}/{file.name}\n".encode() + file.read_bytes())
    return found.hexdigest()[:16]
