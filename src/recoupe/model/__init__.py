"""All records: what the stages yield, what the store keeps, what every export and the API show, as they stand here.

Offsets are Unicode code points of the report's untouched text, half-open: `text[start:end]`. Ids are content hashes. A time is
ISO 8601, UTC where it ends in `Z`, floating (no zone known) where it does not. Tuples are sorted unless their order means something.
"""

from recoupe.model.base import Evidence, Number, Record, Span, identify
from recoupe.model.claim import Attribution, Channel, ChannelKind, Claim, Form, Modality, Polarity, Relay, Role
from recoupe.model.history import Decision, Run
from recoupe.model.linked import Direction, Dossier, Event, Origin, Passage, Range, Reuse, ReuseKind, Story, Support
from recoupe.model.outcome import (
    Agreement,
    Answer,
    Briefing,
    Crosscheck,
    Drift,
    DriftKind,
    Moment,
    Question,
    RuleValue,
    Statement,
    StoryFile,
    Sum,
)
from recoupe.model.reading import (
    Actor,
    ActorKind,
    Bound,
    Mention,
    Place,
    PlacePrecision,
    Precision,
    Quantity,
    Reading,
    When,
)
from recoupe.model.report import EditionCause, Raw, ReadReport, Reject, RejectReason, Report

__all__ = [
    "Actor",
    "ActorKind",
    "Agreement",
    "Answer",
    "Attribution",
    "Bound",
    "Briefing",
    "Channel",
    "ChannelKind",
    "Claim",
    "Crosscheck",
    "Decision",
    "Direction",
    "Dossier",
    "Drift",
    "DriftKind",
    "EditionCause",
    "Event",
    "Evidence",
    "Form",
    "Mention",
    "Modality",
    "Moment",
    "Number",
    "Origin",
    "Passage",
    "Place",
    "PlacePrecision",
    "Polarity",
    "Precision",
    "Quantity",
    "Question",
    "Range",
    "Raw",
    "ReadReport",
    "Reading",
    "Record",
    "Reject",
    "RejectReason",
    "Relay",
    "Report",
    "Reuse",
    "ReuseKind",
    "Role",
    "RuleValue",
    "Run",
    "Span",
    "Statement",
    "Story",
    "StoryFile",
    "Sum",
    "Support",
    "When",
    "identify",
]
