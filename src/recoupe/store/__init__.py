"""One SQLite file: what people gave (kept), and what the stages made of it (made again whenever it must be)."""

from recoupe.store.kinds import CLAIMS, CROSSCHECKS, DRIFTS, EVENTS, KINDS, ORIGINS, READINGS, REPORTS, REUSES, STORIES, Kind
from recoupe.store.opening import APPLICATION_ID, connect
from recoupe.store.store import Store

__all__ = [
    "APPLICATION_ID",
    "CLAIMS",
    "CROSSCHECKS",
    "DRIFTS",
    "EVENTS",
    "KINDS",
    "ORIGINS",
    "READINGS",
    "REPORTS",
    "REUSES",
    "STORIES",
    "Kind",
    "Store",
    "connect",
]
