"""Inputs to reports: what was published, when, by whom. Every input ends as a report or as a reject with its reason."""

from recoupe.ingest.editions import editions, preferred
from recoupe.ingest.options import IngestOptions
from recoupe.ingest.reader import ingest

__all__ = ["IngestOptions", "editions", "ingest", "preferred"]
