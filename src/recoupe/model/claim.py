"""Who says what: attribution relations and claims."""

from enum import StrEnum

from recoupe.model.base import Evidence, Record, Span
from recoupe.model.reading import Actor, Place, Quantity, When


class Form(StrEnum):
    """How speech is rendered (FRACAS)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ChannelKind(StrEnum):
    """The way by which words became public."""

    COMMUNIQUE = "communique"
    SOCIAL = "social"
    VIDEO = "video"
    SPEECH = "speech"
    PRESS_CONFERENCE = "press_conference"
    INTERVIEW = "interview"
    LETTER = "letter"
    MEDIA_RELAY = "media_relay"
    DOCUMENT = "document"


class Channel(Record, frozen=True, kw_only=True):
    """A channel and the words that name it; `inherited` when carried over from a neighbouring clause."""

    kind: ChannelKind
    span: Span
    inherited: bool = False


class Relay(Record, frozen=True, kw_only=True):
    """One link of a chain of sources: who passes on what the next one says."""

    source: tuple[Span, ...]
    actor: Actor | None
    cue: Span | None = None
    channel: Channel | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """An attribution relation (PARC, PolNeAR, FRACAS): `source` says `content` by `cue`. Empty `source`: nobody is named (a
    bare conditional).

    `content` is minimal: what is clearly attributed, without the reporter's relative clauses. `actor` is the claimant that the
    source resolves
    to; `chain` lists relays, outermost first, the voice not included; `nested_in` is the id of the attribution whose content
    holds this one.
    """

    id: str
    source: tuple[Span, ...]
    actor: Actor | None
    cue: Span
    content: tuple[Span, ...]
    form: Form
    rule: str
    channel: Channel | None = None
    nested_in: str | None = None
    chain: tuple[Relay, ...] = ()
    uttered: When | None = None


class Modality(StrEnum):
    """How a claim is put."""

    ASSERTED = "asserted"  # by the outlet itself
    REPORTED = "reported"
    HEARSAY = "hearsay"  # conditionnel d'emprunt
    POSSIBLE = "possible"
    FORECAST = "forecast"
    DENIED = "denied"
    ACCUSATION = "accusation"
    THREAT = "threat"
    DEMAND = "demand"
    WISH = "wish"
    EVALUATION = "evaluation"


class Polarity(StrEnum):
    """Whether the clause says that it is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Standing(StrEnum):
    """What a text itself says of a number's place among others."""

    NEW = "new"  # it replaces another: "porté à 18"
    FORMER = "former"  # an earlier state, another has replaced it: "passé de 12", "contre 12 auparavant"
    WITHDRAWN = "withdrawn"  # taken back or corrected: "et non 58", "indiquait à tort"
    EXPECTED = "expected"  # what had been expected, and did not come: "loin des 300 attendus"
    COMPARED = "compared"  # another's or another time's, set beside: "contre 43,8 % à son rival"


UNHELD = frozenset(Standing) - {Standing.NEW}
"""What is told of a number that is not given as the answer now: it is kept and shown as what it is, and adds no voice."""

GONE = frozenset({Standing.FORMER, Standing.WITHDRAWN})
"""What the text itself calls past or wrong: another number stands for it, or none."""


class Role(Record, frozen=True, kw_only=True):
    """Who or what plays `name` (actor, target, recipient, instrument, site ...) in a claim; `actor` where it is one."""

    name: str
    span: Span
    actor: Actor | None = None


class Claim(Record, frozen=True, kw_only=True):
    """A clause that says something: done, happening, planned, said, denied or measured.

    `type` and `mode` are of ontology/events.toml. `attribution` is None where the outlet speaks on its own word. `hedges` are the
    words that weaken or qualify it. `part_of` is the id of the claim (same report) that this one counts a part of. `confidence` is 0..1.
    `standing`: what the text itself says of its number's place among others, None where it is simply given.
    """

    id: str
    report: str
    span: Span
    type: str
    modality: Modality
    polarity: Polarity
    confidence: float
    mode: str | None = None
    trigger: Span | None = None
    roles: tuple[Role, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    when: When | None = None
    attribution: Attribution | None = None
    part_of: str | None = None
    evidence: tuple[Evidence, ...] = ()
    standing: Standing | None = None
