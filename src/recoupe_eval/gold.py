"""Gold of one report: quantities, places, times, attributions and claims, as eval/guidelines.md defines them."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from recoupe.model import Bound, ChannelKind, Form, Modality, Polarity
from recoupe_eval.anchors import place


class Words(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where words stand: code points into the report's text, and the words themselves where the text may be shown."""

    start: int
    end: int
    words: str | None = None

    def meets(self, start: int, end: int) -> bool:
        """Whether they share a character with `start`..`end`."""
        return self.start < end and start < self.end


class GoldQuantity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number; limits are inclusive, None is open."""

    words: Words
    key: str
    unit: str
    bound: Bound = Bound.EXACT
    value: float | None = None
    low: float | None = None
    high: float | None = None
    role: str | None = None


class GoldPlace(msgspec.Struct, frozen=True, omit_defaults=True):
    """The name of a place; `country` None where the words leave it open."""

    words: Words
    country: str | None = None


class GoldTime(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time with its TIMEX3 value."""

    words: Words
    value: str


class GoldAttribution(msgspec.Struct, frozen=True, omit_defaults=True):
    """Source says content by cue. `cue` is None only where a quotation goes on from a speaker before (`carried`)."""

    key: str
    content: tuple[Words, ...]
    source: Words | None = None
    cue: Words | None = None
    max: tuple[Words, ...] = ()
    form: Form = Form.INDIRECT
    actor: str | None = None
    channel: ChannelKind | None = None
    channel_words: Words | None = None
    relays: tuple[str, ...] = ()
    nested_in: str | None = None
    carried: bool = False


class GoldClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """A clause with a quantity or an attribution or both; these by their keys."""

    key: str
    words: Words
    type: str
    modality: Modality
    quantity: str | None = None
    attribution: str | None = None
    place: Words | None = None
    time: Words | None = None
    inherited: tuple[str, ...] = ()
    part: bool = False
    polarity: Polarity = Polarity.POSITIVE
    part_of: str | None = None


class GoldReport(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that is marked in one report; `report` is its file's name, `sha256` that of its text."""

    report: str
    sha256: str
    quantities: tuple[GoldQuantity, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    times: tuple[GoldTime, ...] = ()
    attributions: tuple[GoldAttribution, ...] = ()
    claims: tuple[GoldClaim, ...] = ()


LAYERS = {"quantity": "quantities", "place": "places", "time": "times", "attribution": "attributions", "claim": "claims"}
PLACED = {
    "quantity": ("words",),
    "place": ("words",),
    "time": ("words",),
    "attribution": ("source", "cue", "content", "max", "channel_words"),
    "claim": ("words", "place", "time"),
}
"""The fields of each layer that a draft gives as words."""


def read(path: Path) -> GoldReport:
    """The gold in `path`.

    Raises:
        msgspec.DecodeError: the file is no such gold.
    """
    return msgspec.json.decode(path.read_bytes(), type=GoldReport)


def anchored(name: str, draft: str, text: str, *, shown: bool) -> tuple[GoldReport, list[str]]:
    """The gold that the JSON lines of `draft` make of `text`, and what is wrong with them, line by line. `shown`: keep the words."""
    found: dict[str, list[Any]] = {field: [] for field in LAYERS.values()}
    wrong = []
    for number, line in enumerate(draft.splitlines(), 1):
        if line.strip():
            try:
                fields: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
                layer = fields.pop("layer")
                for field in PLACED[layer]:
                    fields[field] = _placed(fields.get(field), text, shown=shown)
                found[LAYERS[layer]].append({key: value for key, value in fields.items() if value is not None})
                msgspec.convert({"report": name, "sha256": "", LAYERS[layer]: [found[LAYERS[layer]][-1]]}, GoldReport, strict=True)
            except (ValueError, KeyError) as why:  # msgspec's errors are ValueErrors
                wrong.append(f"line {number}: {why}")
    if wrong:
        return GoldReport(report=name, sha256=""), wrong
    gold = msgspec.convert({"report": name, "sha256": digest(text), **found}, GoldReport)
    return gold, loose(gold)


def _placed(words: str | list[str] | None, text: str, *, shown: bool) -> Any:
    if words is None:
        return None
    if isinstance(words, list):
        return [_placed(one, text, shown=shown) for one in words]
    start, end = place(text, words)
    return {"start": start, "end": end, **({"words": text[start:end]} if shown else {})}


def digest(text: str) -> str:
    """The hash by which a gold knows its text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def loose(gold: GoldReport) -> list[str]:
    """Keys that are given twice, keys named that nobody has, claims that rest on nothing."""
    quantities, attributions, claims = ([one.key for one in layer] for layer in (gold.quantities, gold.attributions, gold.claims))
    wrong = [f"key {key} is given twice" for keys in (quantities, attributions, claims) for key in sorted(set(keys)) if keys.count(key) > 1]
    named = [(a.key, a.nested_in, attributions) for a in gold.attributions]
    for claim in gold.claims:
        named += [(claim.key, claim.quantity, quantities), (claim.key, claim.attribution, attributions), (claim.key, claim.part_of, claims)]
        if claim.quantity is None and claim.attribution is None and claim.modality != Modality.HEARSAY:
            wrong.append(f"{claim.key}: neither a quantity nor an attribution")
    return wrong + [f"{key}: nothing has the key {other}" for key, other, known in named if other not in {None, *known}]


def stale(gold: GoldReport, text: str) -> list[str]:
    """What no longer holds: another text, or words that do not stand where the gold says."""
    if gold.sha256 != digest(text):
        return [f"{gold.report}: other text"]
    spans = [one for one in _spans(gold) if one.words is not None and text[one.start : one.end] != one.words]
    return [f"{gold.report}: {one.words!r} does not stand at {one.start}" for one in spans]


def _spans(gold: GoldReport) -> list[Words]:
    found = [*(q.words for q in gold.quantities), *(p.words for p in gold.places), *(t.words for t in gold.times)]
    for a in gold.attributions:
        found += [one for one in (a.source, a.cue, a.channel_words, *a.content, *a.max) if one is not None]
    for claim in gold.claims:
        found += [one for one in (claim.words, claim.place, claim.time) if one is not None]
    return found
