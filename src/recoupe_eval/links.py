"""Gold of a dossier of examples: who took it from whom, events and stories, differences between versions."""

from hashlib import sha256
from pathlib import Path

import msgspec

from recoupe.model import Report
from recoupe.text import plain


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words in a report (given by the number that opens its file name). A draft gives `words` alone, the gold also where they stand; no
    words: the report has no such passage."""

    report: str
    words: str | None = None
    start: int | None = None
    end: int | None = None


class Passage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words that two reports share (`common`), or that one says otherwise (`reworded`): start and end (exclusive) in each."""

    a: tuple[int, int]
    b: tuple[int, int]
    kind: str = "common"


class Pair(msgspec.Struct, frozen=True, omit_defaults=True):
    """Two reports, the second made from the first (`b_from_a`), both from a third, or unknown. No `passages`: nobody marked them."""

    a: str
    b: str
    kind: str
    direction: str
    passages: tuple[Passage, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """What differs in meaning between two versions."""

    kind: str
    a: Place
    b: Place


class Links(msgspec.Struct, frozen=True, omit_defaults=True):
    """The gold of a dossier. `texts`: its folder, from the root of the repository; `sha256`: of each report's text, by its number."""

    texts: str
    reuse: tuple[Pair, ...]
    events: dict[str, tuple[str, ...]]
    stories: dict[str, tuple[str, ...]]
    drift: tuple[Difference, ...]
    sha256: dict[str, str] = {}


def number(report: Report) -> str:
    """What opens the name of a report's file: "03" of "03-agence.txt"."""
    return Path(report.raw.locator).name.partition("-")[0]


def read(path: Path) -> Links:
    """The gold in `path`.

    Raises:
        msgspec.DecodeError: the file is no such gold.
    """
    return msgspec.json.decode(path.read_bytes(), type=Links)


def anchored(draft: Links, texts: dict[str, str]) -> Links:
    """`draft` with the places of its words in `texts` (by number; kinds of spaces and apostrophes do not count) and the hashes of these.

    Raises:
        ValueError: a report is not there, or words do not stand in it exactly once; the message names them.
    """
    known = {n for pair in draft.reuse for n in (pair.a, pair.b)} | {n for group in draft.events.values() for n in group}
    if missing := sorted(known - texts.keys()):
        raise ValueError(f"no report {', '.join(missing)} in {draft.texts}")
    drift = tuple(Difference(d.kind, _anchored(d.a, texts), _anchored(d.b, texts)) for d in draft.drift)
    hashes = {n: sha256(texts[n].encode()).hexdigest() for n in sorted(texts)}
    return msgspec.structs.replace(draft, drift=drift, sha256=hashes)


def _anchored(place: Place, texts: dict[str, str]) -> Place:
    if place.words is None:
        return place
    text, words = texts[place.report], plain(place.words)
    times = plain(text).count(words)
    if times != 1:
        raise ValueError(f"report {place.report}: {times} times in the text, wanted once: {place.words!r}")
    start = plain(text).index(words)
    return msgspec.structs.replace(place, start=start, end=start + len(words), words=text[start : start + len(words)])


def stale(gold: Links, texts: dict[str, str]) -> list[str]:
    """What no longer holds: texts that changed, words that do not stand where the gold says."""
    found = [f"{n}: other text" for n, digest in gold.sha256.items() if sha256(texts.get(n, "").encode()).hexdigest() != digest]
    ends = [(n, end) for pair in gold.reuse for p in pair.passages for n, (_, end) in ((pair.a, p.a), (pair.b, p.b))]
    beyond = [f"{n}: a passage ends at {end}, after the text" for n, end in ends if end > len(texts[n])]
    places = [place for difference in gold.drift for place in (difference.a, difference.b) if place.words is not None]
    moved = [place for place in places if texts[place.report][place.start : place.end] != place.words]
    return found + beyond + [f"{place.report}: {place.words!r} does not stand at {place.start}" for place in moved]
