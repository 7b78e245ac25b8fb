"""Decisions: a person's word on a machine's value is written into the claim whenever the claim is made, so it survives every run."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from recoupe.engine.linking import CANNOT, MUST, Pair
from recoupe.errors import BadSetup, UnknownId
from recoupe.ledger.answers import Placed, Standing
from recoupe.model import Claim, Decision, Evidence
from recoupe.store import CLAIMS, REPORTS, Store
from recoupe.store.kinds import DECISIONS

SAME_EVENT = "same_event"


def record(store: Store, decision: Decision) -> None:
    """Keep `decision` and mark what it changes.

    Raises:
        UnknownId: it is on a report that is not here.
        BadSetup: the field or the value does not fit a claim.
    """
    reports = [decision.report, *([decision.human_value] if decision.field == SAME_EVENT else [])]
    held = {report.id for report in store.where(REPORTS, "id", reports)}
    for report in reports:
        if report not in held:
            raise UnknownId(report)
    for claim in store.where(CLAIMS, "report", [decision.report]) if decision.field != SAME_EVENT else []:
        if claim.span.start == decision.start:
            amended(claim, decision)
    with store.transaction():
        store.put(DECISIONS, [decision])
        store.mark("decided" if decision.field == SAME_EVENT else "read", reports)


def decided(store: Store, claims: Sequence[Claim], reports: Sequence[str]) -> list[Claim]:
    """`claims` (all of `reports`) with every decision on them written in; where each decision stands is kept."""
    found = {claim.id: claim for claim in claims}
    decisions = [d for d in _in_order(store, reports) if d.field != SAME_EVENT]
    if decisions:
        texts = {report.id: report.text for report in store.where(REPORTS, "id", {d.report for d in decisions})}
        for decision in decisions:
            standing, claim_id = _place(decision, texts[decision.report], found.values())
            if claim_id is not None:
                found[claim_id] = amended(found[claim_id], decision)
            store.run("INSERT OR REPLACE INTO standing(decision, standing, claim) VALUES (?, ?, ?)", (decision.id, standing, claim_id))
    return list(found.values())


def placed(store: Store) -> Iterator[Placed]:
    """Every decision, in the order in which they were made, and where it stands."""
    rows = store.rows("SELECT d.record, s.standing, s.claim FROM decision d LEFT JOIN standing s ON s.decision = d.id ORDER BY d.number")
    for encoded, standing, claim in rows:
        decision = store.decoded(DECISIONS, encoded)
        default = Standing.ATTACHED if decision.field == SAME_EVENT else Standing.ORPHANED
        yield Placed(decision=decision, standing=Standing(standing or default), claim=claim)


def pairs(store: Store) -> dict[tuple[str, str], int]:
    """The reports that people put together or kept apart: (report, report) to `MUST` or `CANNOT`; the last word counts."""
    found: dict[tuple[str, str], int] = {}
    for decision in _in_order(store, None):
        if decision.field == SAME_EVENT and decision.report != decision.human_value:
            pair: Pair = (min(decision.report, decision.human_value), max(decision.report, decision.human_value))
            found[pair] = MUST if decision.machine_value == "apart" else CANNOT
    return found


def amended(claim: Claim, decision: Decision) -> Claim:
    """`claim` with the field of `decision` as the person has it, and the evidence that says so.

    >>> from recoupe.model import Span
    >>> claim = Claim(id="c-1", report="r-1", span=Span(report="r-1", start=0, end=9), type="OTHER", modality="asserted",
    ...               polarity="positive", confidence=1)
    >>> word = dict(report="r-1", exact="Sept bacs", prefix="", suffix="", start=0, machine_value="asserted", who="", at="", reason="")
    >>> found = amended(claim, Decision(id="d-1", field="modality", human_value="hearsay", **word))
    >>> str(found.modality), found.evidence[0].rule
    ('hearsay', 'decision/d-1')

    Raises:
        BadSetup: there is no such field, or the value does not fit it.
    """
    raw: Any = msgspec.to_builtins(claim)
    *way, last = decision.field.split(".")
    holder = raw
    try:
        for step in way:
            holder = holder[int(step) if isinstance(holder, list) else step]
        holder[int(last) if isinstance(holder, list) else last]  # it must be there
        holder[int(last) if isinstance(holder, list) else last] = decision.human_value or None
        changed = msgspec.convert(raw, Claim, strict=False)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise BadSetup(f"decision {decision.id}: {decision.field!r} cannot be {decision.human_value!r}: {error}") from error
    words = Evidence(field=decision.field, rule=f"decision/{decision.id}", span=claim.span, words=decision.exact)
    return msgspec.structs.replace(changed, evidence=(*claim.evidence, words))


def _in_order(store: Store, reports: Sequence[str] | None) -> list[Decision]:
    """The decisions on `reports` (None: all) as they were dated: the order of arrival must not matter."""
    found = store.every(DECISIONS) if reports is None else store.where(DECISIONS, "report", reports)
    return sorted(found, key=lambda decision: (decision.at, decision.id))


def _place(decision: Decision, text: str, claims: Iterable[Claim]) -> tuple[Standing, str | None]:
    """The claim whose words are those of the decision: at the old place, else the one with the same surroundings."""
    here = [c for c in claims if c.report == decision.report and text[c.span.start : c.span.end] == decision.exact]
    here.sort(key=lambda c: (abs(c.span.start - decision.start), _value(c, decision.field) != decision.machine_value, c.id))
    if here and here[0].span.start == decision.start:
        return Standing.ATTACHED, here[0].id
    for claim in here:
        if text[: claim.span.start].endswith(decision.prefix) and text[claim.span.end :].startswith(decision.suffix):
            return Standing.MOVED, claim.id
    return Standing.ORPHANED, None


def _value(claim: Claim, field: str) -> str:
    """The value at `field` ("attribution.actor.name", "quantities.0.value") as a decision quotes it."""
    found: Any = msgspec.to_builtins(claim)
    for step in field.split("."):
        if isinstance(found, list):
            found = found[int(step)] if step.isdigit() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return "" if found is None else str(found)
