"""The hearsay conditional against all others: passages of `eval/gold/conditionals.jsonl`, each form marked."""

from hashlib import sha256
from pathlib import Path

import msgspec

from recoupe.claims.modality.conditional import Mood, conditionals
from recoupe_eval.rows import Row, row
from recoupe_eval.scores import ENOUGH, Counts


class Passage(msgspec.Struct, frozen=True):
    """A passage and one verb form in it, `text[verb[0]:verb[1]]`. `whose`: the outlet's, a source's, or null where it is no conditional."""

    id: str
    text: str
    verb: tuple[int, int]
    words: str
    hearsay: bool
    kind: str
    whose: str | None = None


def read(path: Path) -> list[Passage]:
    """All passages of the file.

    Raises:
        msgspec.DecodeError: a line is no passage.
    """
    decode = msgspec.json.Decoder(Passage).decode
    return [decode(line) for line in path.read_bytes().splitlines()]


def half(text: str) -> str:
    """Which half a passage is of: `dev` may be read by those who write rules, `test` by nobody. By the hash of its text."""
    return "test" if int(sha256(text.encode()).hexdigest(), 16) % 2 else "dev"


def score(passages: list[Passage], split: str) -> Row:
    """Hearsay found against hearsay marked, on one half."""
    return row(f"hearsay conditional ({split})", [_judged(p) for p in passages if half(p.text) == split], ENOUGH)


def _judged(passage: Passage) -> Counts:
    start, end = passage.verb
    found = any(c.reading is Mood.HEARSAY and c.start < end and start < c.end for c in conditionals(passage.text, "fr"))
    return Counts(found and passage.hearsay, found and not passage.hearsay, passage.hearsay and not found)
