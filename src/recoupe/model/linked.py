"""What belongs together: copies, origins, events, stories, and the dossier of an event."""

from enum import StrEnum

from recoupe.model.base import Evidence, Record, Span
from recoupe.model.claim import Claim
from recoupe.model.reading import Actor, Place, Reading, When
from recoupe.model.report import Report


class ReuseKind(StrEnum):
    """How much of a text two reports share."""

    COPY = "copy"  # the same words
    NEAR_COPY = "near_copy"  # word 3-gram Jaccard of at least .5
    PARTIAL = "partial"  # passages in common
    REWRITE = "rewrite"  # no passage in common, and yet many details, sentence by sentence


class Direction(StrEnum):
    """Who took it from whom; UNKNOWN is an answer."""

    A_FROM_B = "a_from_b"
    B_FROM_A = "b_from_a"
    COMMON_ORIGIN = "common_origin"
    UNKNOWN = "unknown"


class Passage(Record, frozen=True, kw_only=True):
    """Two aligned passages; `exact` where the words are the same."""

    a: Span
    b: Span
    exact: bool


class Reuse(Record, frozen=True, kw_only=True):
    """What two reports have in common. `a` and `b` are report ids, a < b, neither is "the source". `score` 0..1000: words of
    the shorter one covered.

    `characters`: length in `a` of the longest exact passage. `passages` are in the order of `a`.
    """

    id: str
    a: str
    b: str
    kind: ReuseKind
    score: int
    characters: int
    direction: Direction
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...] = ()


class Exchange(Record, frozen=True, kw_only=True):
    """What passed between two outlets (None: reports that name none), over the pairs of their reports that share passages.

    With the direction `b_from_a`, `taker` has it from `giver`; else the direction is open and the two stand in the order of their names.
    `share`: median of the words of the shorter text that are covered, 0..1000. `credited`: pairs of which one text names the other's
    outlet, or an agency that it has it from. `lag`: median minutes from one publication to the other, where both moments are known.
    """

    giver: str | None
    taker: str | None
    direction: Direction
    pairs: int
    share: int
    credited: int
    lag: int | None
    reuses: tuple[str, ...]


class Origin(Record, frozen=True, kw_only=True):
    """Reports that rest on one text origin (copies, near copies, one credited dispatch), and why."""

    id: str
    reports: tuple[str, ...]
    kind: str
    evidence: tuple[Evidence, ...] = ()


class Range(Record, frozen=True, kw_only=True):
    """From `low` to `high`, both inclusive."""

    low: int
    high: int


class Alias(Record, frozen=True, kw_only=True):
    """A name, and the fullest under which other passages on the event cite the same claimant: "Intérieur", "ministère de l'Intérieur"."""

    name: str
    full: str


class Support(Record, frozen=True, kw_only=True):
    """What stands behind a set of claims: texts, text origins and voices (last claimants). Ranges, because derivation and
    identity may be open. `actors`: under each name that is cited; `aliases`: those of these names that stand for a fuller one.
    """

    texts: int
    origins: Range
    voices: Range
    reports: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    aliases: tuple[Alias, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """Reports whose main subject is one event: each report is in one, whatever else it speaks of. The id is permanent.

    `mentions`: passages of reports on other events that speak of this one.
    """

    id: str
    reports: tuple[str, ...]
    title: str
    when: When | None = None
    places: tuple[Place, ...] = ()
    mentions: tuple[Span, ...] = ()


class Tie(Record, frozen=True, kw_only=True):
    """Why two reports are one event, or are not: what both say, in the words of `a`, the weightiest first; `against`: in what they differ.

    `likeness` is how much they speak of the same, `score` what remains of it after time and differences; both in thousandths.
    """

    a: str
    b: str
    likeness: int
    score: int
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """Events that belong together. The id is permanent: a merged story redirects, a split one keeps the larger side."""

    id: str
    events: tuple[str, ...]
    title: str


class Dossier(Record, frozen=True, kw_only=True):
    """All that a ledger holds on one event: what `crosschecks`, `drift` and `briefing` take. Readings and reports are in the
    order of ids; with those of the event come those that mention it. `claims` speak of the event; `aside` holds those of its own reports
    that speak of another.
    """

    story: str
    event: Event
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    aside: tuple[Claim, ...] = ()
    reuses: tuple[Reuse, ...] = ()
    origins: tuple[Origin, ...] = ()
