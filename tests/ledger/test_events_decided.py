"""What people said of events stays, whatever is made anew; names outlive what they named."""

import json
from dataclasses import replace

import pytest

from recoupe.ingest.objects import member
from recoupe.ledger import Ledger
from recoupe.model import Decision
from recoupe.pipeline import PIPELINE

TEXTS = {
    "bac": "Le bac de Lanvern a heurté la cale lundi soir : quatre passagers ont été blessés, a indiqué la préfecture maritime.",
    "cale": "À Lanvern, quatre passagers du bac ont été blessés lundi soir quand il a heurté la cale, selon la préfecture maritime.",
    "loup": "Un loup a été photographié près d'une bergerie du plateau d'Ambrel, ont annoncé les agents du parc naturel.",
}
LATER = "Le bac de Lanvern, qui a heurté la cale lundi soir, sera réparé ; la préfecture maritime a entendu les quatre passagers blessés."


@pytest.fixture
def reports():
    given = {**TEXTS, "later": LATER}
    return {
        name: member(json.dumps({"text": text, "published": "2031-05-06", "outlet": name}).encode(), "a") for name, text in given.items()
    }


def event(ledger, report):
    return next(one for one in ledger.events() if report.id in one.reports)


def word(reports, a, b, *, was, at):
    return Decision(
        id=f"d-{a}-{b}-{was}", report=reports[a].id, exact="", prefix="", suffix="", start=0, field="same_event", machine_value=was,
        human_value=reports[b].id, who="desk", at=at, reason="read on the page",
    )  # fmt: skip


@pytest.mark.parametrize("stage", ["read", "claims", "stories", "reuse"])
def test_a_word_on_events_survives_every_new_run(tmp_path, reports, stage):
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.receive([reports[name] for name in TEXTS])
        assert event(ledger, reports["bac"]) == event(ledger, reports["cale"]) != event(ledger, reports["loup"])
        ledger.decide(word(reports, "bac", "cale", was="same", at="2031-06-01T00:00:00Z"))
        ledger.decide(word(reports, "cale", "loup", was="apart", at="2031-06-02T00:00:00Z"))
        names = {name: event(ledger, reports[name]).id for name in TEXTS}
        assert names["bac"] != names["cale"] == names["loup"]
    newer = replace(PIPELINE, **{stage: replace(getattr(PIPELINE, stage), version=getattr(PIPELINE, stage).version + 1)})
    with Ledger.open(tmp_path / "a.db", newer) as ledger:
        assert {name: event(ledger, reports[name]).id for name in TEXTS} == names
        ledger.receive([reports["later"]])  # as near to one as to the other: it joins one of them, and does not weld them
        assert event(ledger, reports["bac"]) != event(ledger, reports["cale"]) == event(ledger, reports["loup"])
        assert list(ledger.check()) == []


def test_an_event_says_what_ties_its_reports_and_an_old_name_leads_to_it(reports):
    with Ledger.open() as ledger:
        ledger.receive([reports["bac"]])
        ledger.receive([reports["loup"]])
        old = event(ledger, reports["loup"]).id
        ledger.decide(word(reports, "bac", "loup", was="apart", at="2031-06-01T00:00:00Z"))
        ledger.receive([reports["cale"]])
        merged = ledger.explain(old)
        assert merged.record.id == event(ledger, reports["bac"]).id == event(ledger, reports["loup"]).id
        (near,) = [tie for tie in merged.ties if {tie.a, tie.b} == {reports["bac"].id, reports["cale"].id}]
        assert "Lanvern" in near.names
        assert "quatre passagers" in near.numbers[0]
        assert near.score > 140
        assert near.against == ()


def test_one_report_has_no_ties(reports):
    with Ledger.open() as ledger:
        ledger.receive([reports["loup"]])
        assert ledger.explain(event(ledger, reports["loup"]).id).ties == ()
