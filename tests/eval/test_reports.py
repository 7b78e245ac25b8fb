"""The scorer scored: a perfect prediction, none, a doubled and a shifted one."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import NothingGiven
from recoupe.model import (
    Actor,
    ActorKind,
    Attribution,
    Bound,
    Channel,
    ChannelKind,
    Claim,
    Form,
    Modality,
    Place,
    PlacePrecision,
    Polarity,
    Precision,
    Quantity,
    Raw,
    Reading,
    Report,
    Span,
    When,
)
from recoupe_eval import agreement, branches, gold, reliability, reports
from recoupe_eval.pairing import paired
from recoupe_eval.reports import LAYERS, Judged

ROOT = Path(__file__).parents[2]
TEXT = "Au moins 12 personnes ont été blessées à Lyon mardi, a indiqué le maire. « Deux immeubles ont brûlé », dit-il."
DRAFT = (Path(__file__).parent / "draft.jsonl").read_text("utf-8")
REPORT = Report(id="r-0", text=TEXT, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")


def span(words: gold.Words | None) -> Span:
    assert words is not None
    return Span(report="r-0", start=words.start, end=words.end)


@pytest.fixture(scope="module")
def marked() -> gold.GoldReport:
    made, wrong = gold.anchored("text", DRAFT, TEXT, shown=True)
    assert wrong == []
    return made


@pytest.fixture(scope="module")
def perfect(marked) -> Judged:
    """The gold itself as a prediction."""
    numbers = {q.key: number(q) for q in marked.quantities}
    places = tuple(Place(span=span(p.words), name="Lyon", precision=PlacePrecision.TOWN, country=p.country) for p in marked.places)
    whens = tuple(When(span=span(t.words), value=t.value, precision=Precision.DAY) for t in marked.times)
    said = {
        a.key: Attribution(
            id=a.key,
            source=(span(a.source),),
            actor=Actor(id="x", name="maire", kind=ActorKind.LOCAL_AUTHORITY),
            cue=span(a.cue),
            content=tuple(map(span, a.content)),
            form=a.form,
            rule="",
            channel=None if a.channel is None else channel(a),
        )
        for a in marked.attributions
    }
    claims = tuple(
        Claim(id=c.key, report="r-0", span=span(c.words), type=c.type, modality=c.modality, polarity=c.polarity, confidence=1.0,
              quantities=(numbers[c.quantity],) if c.quantity else (), attribution=said[c.attribution or ""],
              places=places if c.place else (), when=whens[0] if c.time else None)
        for c in marked.claims
    )  # fmt: skip
    quotes = tuple(span(a.content[0]) for a in marked.attributions if a.form is Form.DIRECT)
    reading = Reading(report="r-0", quantities=tuple(numbers.values()), places=places, whens=whens, quotes=quotes)
    return Judged(REPORT, marked, reading, claims)


def number(q: gold.GoldQuantity) -> Quantity:
    return Quantity(span=span(q.words), counted=None, value=q.value, low=q.low, high=q.high, bound=q.bound, unit=q.unit, role=q.role)


def channel(a: gold.GoldAttribution) -> Channel:
    return Channel(kind=a.channel or ChannelKind.SPEECH, span=span(a.source))


def figures(judged: Judged) -> dict[str, float]:
    return {layer: count(judged).f1 for layer, count in LAYERS.items()}


def test_a_perfect_prediction_is_1(perfect):
    assert set(figures(perfect).values()) == {1.0}


def test_no_prediction_is_0(perfect):
    nothing = msgspec.structs.replace(perfect, reading=Reading(report="r-0"), claims=())
    assert set(figures(nothing).values()) == {0.0}


def test_a_doubled_prediction_is_half_wrong(perfect):
    doubled = msgspec.structs.replace(perfect.reading, quantities=perfect.reading.quantities * 2)
    counted = LAYERS["quantity: found"](msgspec.structs.replace(perfect, reading=doubled))
    assert (counted.hits, counted.alarms, counted.misses) == (2, 2, 0)
    counted = LAYERS["claim: found"](msgspec.structs.replace(perfect, claims=perfect.claims * 2))
    assert (counted.hits, counted.alarms, counted.misses) == (2, 2, 0)


def test_a_shifted_prediction_is_found_and_not_exact(perfect):
    moved = [msgspec.structs.replace(p, span=Span(report="r-0", start=p.span.start - 2, end=p.span.end)) for p in perfect.reading.places]
    shifted = msgspec.structs.replace(perfect, reading=msgspec.structs.replace(perfect.reading, places=tuple(moved)))
    assert LAYERS["place: found"](shifted).f1 == 1.0
    assert LAYERS["place: exact words"](shifted).f1 == 0.0


def test_a_wrong_field_is_a_miss_and_an_alarm(perfect):
    other = msgspec.structs.replace(perfect.claims[0], modality=Modality.DENIED, polarity=Polarity.NEGATIVE)
    counted = LAYERS["claim: modality, of those found"](msgspec.structs.replace(perfect, claims=(other, perfect.claims[1])))
    assert (counted.hits, counted.alarms, counted.misses) == (1, 1, 1)


@given(st.lists(st.integers(0, 30), max_size=6), st.lists(st.integers(0, 30), max_size=6))
def test_pairing_uses_each_once(marked_ones, found):
    pairs = paired(marked_ones, found, lambda g, f: max(0, 3 - abs(g - f)))
    assert sorted(g for g, _ in pairs if g is not None) == sorted(marked_ones)
    assert sorted(f for _, f in pairs if f is not None) == sorted(found)
    assert not [1 for g, f in pairs if g is None and f is None]


def test_agreement_of_one_with_itself_is_1(marked, tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.json").write_bytes(msgspec.json.encode(marked))
    lines = agreement.table(tmp_path / "one", tmp_path / "other").splitlines()
    assert lines[0] == "1 reports"
    assert {line.split()[-2] for line in lines[2:]} == {"1.000"}


def test_drafts_say_what_is_wrong():
    bad = '{"layer": "quantity", "key": "q1", "words": "treize", "unit": "person"}\n{"layer": "place"}\nno JSON'
    made, wrong = gold.anchored("text", bad, TEXT, shown=True)
    assert made.quantities == ()
    assert [line.split(":")[0] for line in wrong] == ["line 1", "line 2", "line 3"]
    twice = '{"layer": "quantity", "key": "q2", "words": "12", "unit": "person"}'
    loose = '{"layer": "claim", "key": "c9", "words": "Lyon", "type": "OTHER", "modality": "asserted", "part_of": "c8"}'
    _, wrong = gold.anchored("text", f"{DRAFT}{twice}\n{loose}", TEXT, shown=True)
    assert wrong == ["key q2 is given twice", "c9: neither a quantity nor an attribution", "c9: nothing has the key c8"]


def test_a_gold_of_another_text_is_stale(marked, tmp_path):
    assert gold.stale(marked, TEXT) == []
    assert gold.stale(marked, TEXT + " ") == ["text: other text"]
    moved = msgspec.structs.replace(marked, places=(gold.GoldPlace(words=gold.Words(start=0, end=4, words="Lyon")),))
    assert gold.stale(moved, TEXT) == ["text: 'Lyon' does not stand at 0"]
    (tmp_path / "text.json").write_bytes(msgspec.json.encode(marked))
    with pytest.raises(NothingGiven):
        list(reports.read(tmp_path, tmp_path))
    (tmp_path / "text.txt").write_text("other", "utf-8")
    with pytest.raises(ValueError, match="other text"):
        list(reports.read(tmp_path, tmp_path))


@pytest.mark.parametrize("path", sorted((ROOT / "eval" / "gold").glob("*/*.json")), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_gold_of_the_repository_is_whole(path):
    if path.name not in reports.OTHER:
        found = gold.read(path)
        assert gold.loose(found) == []
        hidden = not any((ROOT / texts / path.parent.name / f"{path.stem}.txt").is_file() for texts in ("examples", "eval/texts"))
        assert hidden == all(words.words is None for words in gold._spans(found))
        assert all(q.bound is not Bound.EXACT or q.low == q.value == q.high for q in found.quantities)


def test_the_short_texts_are_those_that_were_annotated():
    found = [
        one
        for folder in (ROOT / "eval" / "texts").iterdir()
        if folder.is_dir()
        for one in reports.read(ROOT / "eval/gold" / folder.name, folder)
    ]
    assert len(found) >= 30


def test_the_reliability_table_tells_how_many_claims_are_right(perfect):
    lines = reliability.table([perfect]).splitlines()
    assert sum(line.strip().startswith("expected") for line in lines) == 2
    counted = [line.split() for line in lines if line.startswith("  0.")]
    assert sum(int(fields[3]) for fields in counted) == len(perfect.claims)
    assert {fields[-1] for fields in counted} == {"1.000"}


def test_the_branches_of_types_are_told_worst_first(perfect):
    some = list(branches.typed([perfect]))
    assert len(some) == len(perfect.claims)
    assert all(one.found == one.marked for one in some)
    told = [branches.Typed("trigger", "STRIKE", marked) for marked in ("STRIKE", "OTHER", "OTHER", "ARREST")]
    lines = branches.table([*some, *told]).splitlines()
    assert lines[1].split() == ["trigger", "4", ".250", "3", "STRIKE", "for", "OTHER", "2,", "STRIKE", "for", "ARREST", "1"]
    assert all(line.split()[-2:] == ["1.000", "0"] for line in lines[2:])
