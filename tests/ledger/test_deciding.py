from collections.abc import Iterator
from dataclasses import replace

import pytest

from recoupe.errors import BadSetup, UnknownId
from recoupe.ledger import Ledger, Standing
from recoupe.ledger.deciding import amended, pairs
from recoupe.model import Claim, Decision, Evidence, Modality, Polarity, Reading, ReadReport, Report, Span, identify
from recoupe.pipeline import PIPELINE
from recoupe.stage import Map
from recoupe.text import sentences


def light_read(report: Report) -> Iterator[Reading]:
    spans = tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text))
    yield Reading(report=report.id, sentences=spans, words=tuple(report.text.casefold().split()))


def claims_from(first: int):
    """A stage that makes a claim of each sentence from the `first` on."""

    def run(read: ReadReport) -> Iterator[Claim]:
        for span in read.reading.sentences[first:]:
            yield Claim(
                id=identify("c", first, span.report, span.start),
                report=span.report,
                span=span,
                type="OTHER",
                modality=Modality.ASSERTED,
                polarity=Polarity.POSITIVE,
                confidence=0.5,
            )

    return Map("claims", 1 + first, run)


LIGHT = replace(PIPELINE, read=Map("read", 1, light_read), claims=claims_from(0))


def decision(claim: Claim, text: str, **changes: object) -> Decision:
    start, end = claim.span.start, claim.span.end
    given = {
        "id": "d-1",
        "report": claim.report,
        "exact": text[start:end],
        "prefix": text[max(0, start - 20) : start],
        "suffix": text[end : end + 20],
        "start": start,
        "field": "modality",
        "machine_value": "asserted",
        "human_value": "hearsay",
        "who": "desk",
        "at": "2031-06-01T00:00:00Z",
        "reason": "seen on the page",
    }
    return Decision(**(given | changes))


@pytest.fixture
def ledger(corpus: list[Report]) -> Iterator[Ledger]:
    with Ledger.open(None, LIGHT) as ledger:
        ledger.receive(corpus)
        yield ledger


def second(ledger: Ledger, report: Report) -> Claim:
    return [claim for claim in ledger.claims() if claim.report == report.id][1]


def test_decision_wins_and_shows_why(ledger: Ledger, corpus: list[Report]):
    claim = second(ledger, corpus[0])
    ledger.decide(decision(claim, corpus[0].text))
    changed = ledger.claim(claim.id)
    assert changed.modality is Modality.HEARSAY
    assert changed.evidence == (
        Evidence(field="modality", rule="decision/d-1", span=claim.span, words=corpus[0].text[claim.span.start : claim.span.end]),
    )
    assert [(p.standing, p.claim) for p in ledger.decisions()] == [(Standing.ATTACHED, claim.id)]
    assert list(ledger.check()) == []


def test_decision_survives_a_new_run_that_names_the_claim_anew(tmp_path, corpus: list[Report]):
    with Ledger.open(tmp_path / "a.db", LIGHT) as ledger:
        ledger.receive(corpus)
        ledger.decide(decision(second(ledger, corpus[0]), corpus[0].text))
    with Ledger.open(tmp_path / "a.db", replace(LIGHT, claims=claims_from(1))) as ledger:
        (placed,) = ledger.decisions()
        assert placed.standing is Standing.ATTACHED
        assert ledger.claim(placed.claim).modality is Modality.HEARSAY
    with Ledger.open(tmp_path / "a.db", replace(LIGHT, claims=claims_from(2))) as ledger:
        (placed,) = ledger.decisions()
        assert (placed.standing, placed.claim) == (Standing.ORPHANED, None)


def test_decision_moves_with_its_words(ledger: Ledger, corpus: list[Report]):
    claim = second(ledger, corpus[0])
    ledger.decide(decision(claim, corpus[0].text, start=3))
    assert [(p.standing, p.claim) for p in ledger.decisions()] == [(Standing.MOVED, claim.id)]
    assert ledger.claim(claim.id).modality is Modality.HEARSAY


def test_later_decision_wins_whatever_arrived_first(ledger: Ledger, corpus: list[Report]):
    claim = second(ledger, corpus[0])
    ledger.decide(decision(claim, corpus[0].text, id="d-2", human_value="denied", at="2031-07-01T00:00:00Z"))
    ledger.decide(decision(claim, corpus[0].text, id="d-1", human_value="hearsay", at="2031-06-01T00:00:00Z"))
    assert ledger.claim(claim.id).modality is Modality.DENIED


@pytest.mark.parametrize(
    ("field", "value"),
    [("modality", "surely"), ("colour", "red"), ("quantities.0.value", "3"), ("confidence", "high"), ("modality.x", "y"), ("type", "")],
)
def test_decision_that_fits_nothing_is_refused(ledger: Ledger, corpus: list[Report], field: str, value: str):
    claim = second(ledger, corpus[0])
    with pytest.raises(BadSetup, match="decision d-1"):
        ledger.decide(decision(claim, corpus[0].text, field=field, human_value=value))
    assert ledger.decisions() == ()


def test_deep_fields_and_empty_values(ledger: Ledger, corpus: list[Report]):
    claim = second(ledger, corpus[0])
    assert amended(claim, decision(claim, "", field="span.end", human_value=str(claim.span.end))).span == claim.span
    assert amended(claim, decision(claim, "", field="mode", human_value="")).mode is None
    assert amended(claim, decision(claim, "", field="confidence", human_value="1")).confidence == 1


def test_decision_on_an_unknown_report(ledger: Ledger, corpus: list[Report]):
    with pytest.raises(UnknownId):
        ledger.decide(decision(second(ledger, corpus[0]), corpus[0].text, report="r-none"))


def event_of(ledger: Ledger, report: Report) -> str:
    return next(event.id for event in ledger.events() if report.id in event.reports)


def test_reports_put_together_and_kept_apart(ledger: Ledger, corpus: list[Report]):
    a, b = corpus[7], corpus[8]  # a match and a trial
    assert event_of(ledger, a) != event_of(ledger, b)
    together = {"report": a.id, "human_value": b.id, "field": "same_event", "exact": "", "prefix": "", "suffix": "", "start": 0}
    claim = second(ledger, corpus[0])
    ledger.decide(decision(claim, "", **together, machine_value="apart"))
    assert event_of(ledger, a) == event_of(ledger, b)
    assert [p.standing for p in ledger.decisions()] == [Standing.ATTACHED]
    ledger.decide(decision(claim, "", **together, id="d-2", machine_value="same", at="2031-07-01T00:00:00Z"))
    assert event_of(ledger, a) != event_of(ledger, b)
    assert len(pairs(ledger.store)) == 1
    assert list(ledger.check()) == []
