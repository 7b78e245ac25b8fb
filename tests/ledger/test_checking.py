"""Every kind of harm done to a ledger is found."""

from collections.abc import Iterator

import pytest

from recoupe.errors import BadLedger
from recoupe.ledger import Ledger
from recoupe.model import Report

HARM = [
    ("UPDATE claim SET type = 'X' WHERE rowid = 1", {"column"}),
    ("UPDATE report SET record = json_set(record, '$.text', 'autre') WHERE number = 1", {"id", "sha256", "span"}),
    ("UPDATE report SET record = json_set(record, '$.sha256', '00') WHERE number = 1", {"column", "sha256"}),
    ("UPDATE reading SET record = json_set(record, '$.sentences[0].end', 100000) WHERE rowid = 1", {"span"}),
    ("UPDATE reading SET record = json_set(record, '$.sentences[0].report', 'r-none') WHERE rowid = 1", {"span"}),
    ("UPDATE reading SET record = '{}' WHERE rowid = 1", {"record"}),
    ("UPDATE reading SET record = CAST(x'7b2261223a22ff227d' AS BLOB) WHERE rowid = 1", {"record"}),
    ("UPDATE reading SET record = CAST(x'7bff' AS TEXT) WHERE rowid = 1", {"record"}),
    ("UPDATE reading SET record = 5 WHERE rowid = 1", {"record"}),
    ("DELETE FROM reading WHERE rowid = 1", {"settled"}),
    ("DELETE FROM event_report", {"settled", "members"}),
    ("DELETE FROM origin_report", {"settled", "members"}),
    ("INSERT INTO term(term) VALUES ('delete-all')", {"terms"}),
    ("UPDATE event SET story = 's-none'", {"foreign_key", "members"}),
]


@pytest.fixture
def ledger(corpus: list[Report]) -> Iterator[Ledger]:
    with Ledger.open() as ledger:
        ledger.receive(corpus)
        yield ledger


def test_whole_ledger_has_no_fault(ledger: Ledger):
    assert list(ledger.check()) == []


@pytest.mark.parametrize(("harm", "found"), HARM, ids=[harm for harm, _ in HARM])
def test_harm_is_found(ledger: Ledger, harm: str, found: set[str]):
    ledger.store.run("PRAGMA foreign_keys = OFF")
    ledger.store.run(harm)
    assert found <= {fault.check for fault in ledger.check()}
    assert all(fault.detail for fault in ledger.check())


@pytest.mark.parametrize("record", ["'{}'", "x'7b22ff223a317d'"])
def test_what_cannot_be_decoded_is_damage(ledger: Ledger, record: str):
    ledger.store.run(f"UPDATE reading SET record = {record} WHERE rowid = 1")
    with pytest.raises(BadLedger, match="recoupe check"):
        ledger.readings()


def test_a_report_that_was_read_and_is_gone_is_damage(ledger: Ledger):
    ledger.store.run("PRAGMA foreign_keys = OFF")
    ledger.store.run("DELETE FROM report WHERE number = 1")
    with pytest.raises(BadLedger, match="was read and is not here"):
        ledger.reports()
    assert "span" in {fault.check for fault in ledger.check()}


def test_evidence_must_quote(ledger: Ledger):
    query = (
        "UPDATE claim SET record = json_set(record, '$.evidence[0].words', 'jamais dit') WHERE json_array_length(record, '$.evidence') > 0"
    )
    assert ledger.store.run(query) > 0
    assert {fault.check for fault in ledger.check()} == {"span"}
