from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from recoupe.errors import BadLedger, NothingGiven, UnknownId
from recoupe.ingest.objects import member
from recoupe.ledger import Ledger
from recoupe.model import Claim, Evidence, Modality, Polarity, Reading, ReadReport, Reject, RejectReason, Report, Span, identify
from recoupe.pipeline import PIPELINE, Pipeline
from recoupe.stage import Map
from recoupe.text import sentences


def light_read(report: Report) -> Iterator[Reading]:
    """Sentences and nothing else."""
    spans = tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text))
    yield Reading(report=report.id, sentences=spans, words=tuple(report.text.casefold().split()))


def light_claims(read: ReadReport) -> Iterator[Claim]:
    """Every sentence is a claim of the outlet."""
    for span in read.reading.sentences:
        words = read.report.text[span.start : span.end]
        yield Claim(
            id=identify("c", span.report, span.start),
            report=span.report,
            span=span,
            type="OTHER",
            modality=Modality.ASSERTED,
            polarity=Polarity.POSITIVE,
            confidence=0.5,
            evidence=(Evidence(field="span", rule="light", span=span, words=words),),
        )


LIGHT: Pipeline = replace(PIPELINE, read=Map("read", 1, light_read), claims=Map("claims", 1, light_claims))


def boom(_: object) -> Iterator[Reading]:
    yield from ()
    raise ValueError("out of luck")


@pytest.fixture
def ledger(corpus: list[Report]) -> Iterator[Ledger]:
    with Ledger.open(None, LIGHT) as ledger:
        ledger.receive(corpus)
        yield ledger


def test_add_counts(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Le pont est fermé depuis lundi.\n", "utf-8")
    (tmp_path / "b.txt").write_text(" \n", "utf-8")
    seen: list[tuple[str, int, int | None]] = []
    with Ledger.open(tmp_path / "ledger.db", LIGHT) as ledger:
        added = ledger.add([str(tmp_path / "*.txt")], progress=lambda *step: seen.append(step))
        assert (added.new, added.known, added.rejected) == (1, 0, 1)
        assert [reject.reason for reject in ledger.rejects()] == [RejectReason.EMPTY]
        added = ledger.add([str(tmp_path / "a.txt")])
        assert (added.new, added.known, added.rejected) == (0, 1, 0)
        with pytest.raises(NothingGiven):
            ledger.add([str(tmp_path / "nothing" / "*.txt")])
    assert seen[0] == ("add", 2, None)
    assert {"add", "read", "links", "copies", "events", "mentions", "dossiers"} == {step for step, _, _ in seen}


@pytest.mark.parametrize("text", ["---", "…", "12", "« »", "😀"])
def test_a_text_without_words_is_a_text(text: str):
    with Ledger.open() as ledger:
        ledger.receive([member(msgspec.json.encode({"text": text}), "a")])
        assert [report.text for report in ledger.reports()] == [text]
        assert not list(ledger.rejects())


def test_what_was_added_is_there_when_opened_again(tmp_path: Path, corpus: list[Report]):
    with Ledger.open(tmp_path / "a.db", LIGHT) as ledger:
        ledger.receive(corpus)
        before = b"".join(ledger.canonical())
    with Ledger.open(tmp_path / "a.db", LIGHT) as ledger:
        assert len(ledger.reports()) == len(corpus)
        assert b"".join(ledger.canonical()) == before


def test_questions(ledger: Ledger, corpus: list[Report]):
    assert {report.id for report in ledger.reports()} == {report.id for report in corpus}
    assert len(ledger.readings()) == len(corpus)
    assert {r for o in ledger.origins() for r in o.reports} == {r.id for r in corpus}
    assert {r for e in ledger.events() for r in e.reports} == {r.id for r in corpus}
    assert {e for s in ledger.stories() for e in s.events} == {e.id for e in ledger.events()}
    one = ledger.claims()[0]
    assert ledger.claim(one.id) == ledger.claim(one.id[:12]) == one
    assert ledger.reading(one.report).report == one.report
    assert [hit.words for hit in ledger.search("procès trésorier")] == ["Le procès de l'ancien trésorier s'est ouvert lundi."]


def test_reuse_of_one_report(ledger: Ledger, corpus: list[Report]):
    strike = ledger.reuse(corpus[0].id)
    assert strike
    assert all(corpus[0].id in (reuse.a, reuse.b) for reuse in strike)
    assert set(strike) <= set(ledger.reuse())


def test_file_of_a_story(ledger: Ledger):
    for story in ledger.stories():
        file = ledger.file(story.id)
        assert file.story == story
        assert sorted(d.event.id for d in file.dossiers) == sorted(story.events)
        reports = {r.id for d in file.dossiers for r in d.reports}
        assert {c.report for c in ledger.claims(story.id)} == reports
        assert file.crosschecks == ledger.crosschecks(story.id)
        assert set(file.drifts) <= set(ledger.drift())
        assert ledger.briefing(story.id, "en").story == story.id


def test_file_of_an_event_is_of_that_alone():
    with Ledger.open(None) as ledger:
        ledger.add([str(Path(__file__).parents[2] / "examples" / "manifestation")])
        story = next(story for story in ledger.stories() if len(story.events) > 1)
        for event in (event for event in ledger.events() if event.id in story.events):
            file, told = ledger.file(event.id), ledger.briefing(event.id, "fr")
            assert (file.story.title, [d.event.id for d in file.dossiers]) == (event.title, [event.id])
            assert {check.event for check in file.crosschecks} <= {event.id}
            assert told.title == event.title
            assert len(told.statements) < len(ledger.briefing(story.id, "fr").statements)


def test_drift_between_any_two(ledger: Ledger, corpus: list[Report]):
    assert ledger.drift(corpus[0].id, corpus[0].id[:-3]) == ()
    for a in corpus[:4]:
        assert isinstance(ledger.drift(a.id), tuple)
        assert isinstance(ledger.drift(a.id, corpus[-1].id), tuple)


@pytest.mark.parametrize("given", ["", "nothing", "r-", "x'; DROP TABLE report", "\0"])
def test_unknown_ids(ledger: Ledger, given: str):
    with pytest.raises(UnknownId):
        ledger.report(given)
    with pytest.raises(UnknownId):
        ledger.file(given)
    with pytest.raises(UnknownId):
        ledger.explain(given)


def test_explain(ledger: Ledger, corpus: list[Report]):
    claim = ledger.claims()[0]
    why = ledger.explain(claim.id)
    assert (why.kind, why.record) == ("claim", claim)
    assert [e.words for e in why.evidence] == [why.texts[e.span.report][e.span.start : e.span.end] for e in claim.evidence]
    assert ledger.explain(corpus[0].id).texts == {corpus[0].id: corpus[0].text}
    for record in (*ledger.origins(), *ledger.events(), *ledger.stories(), *ledger.reuse()):
        assert ledger.explain(record.id).record == record


def test_info(ledger: Ledger, corpus: list[Report]):
    info = ledger.info()
    assert info.counts["report"] == info.counts["reading"] == len(corpus)
    assert info.pending == {}
    assert [run.stage for run in info.runs] == sorted(name for name, _ in LIGHT.versions())


def test_a_stage_that_raises_rejects_its_report_and_the_run_goes_on(corpus: list[Report]):
    def fussy(report: Report) -> Iterator[Reading]:
        return boom(report) if report.id == corpus[3].id else light_read(report)

    with Ledger.open(None, replace(LIGHT, read=Map("read", 1, fussy))) as ledger:
        ledger.receive(corpus)
        (reject,) = ledger.rejects()
        assert (reject.reason, reject.detail, reject.locator) == (RejectReason.STAGE_FAILED, "read: ValueError: out of luck", "corpus#4")
        assert len(ledger.readings()) == len(corpus) - 1
        assert ledger.reading(corpus[3].id) is None
        assert list(ledger.check()) == []
        with pytest.raises(UnknownId):
            ledger.drift(corpus[3].id, corpus[0].id)


@pytest.mark.parametrize("part", ["compare", "origins", "events", "describe", "entitle"])
def test_a_part_that_raises_is_noted(corpus: list[Report], part: str):
    with Ledger.open(None, replace(LIGHT, **{part: lambda *_: next(boom(0))})) as ledger:
        ledger.receive(corpus)
        rejects = ledger.rejects()
        assert rejects
        assert all("out of luck" in reject.detail for reject in rejects)
        assert {f.check for f in ledger.check()} <= {"settled"}


@pytest.mark.parametrize("part", ["crosschecks", "drift"])
def test_a_group_that_raises_is_noted(corpus: list[Report], part: str):
    broken = replace(getattr(LIGHT, part), run=boom)
    with Ledger.open(None, replace(LIGHT, **{part: broken})) as ledger:
        ledger.receive(corpus)
        assert {reject.detail for reject in ledger.rejects()} == {f"{part}: ValueError: out of luck"}
        assert list(ledger.check()) == []


@pytest.mark.parametrize("part", ["reuse", "stories"])
def test_a_link_that_raises_on_one_report_keeps_the_others(corpus: list[Report], part: str):
    link = getattr(LIGHT, part)
    odd = corpus[7].id

    def keys(read: ReadReport) -> list[str]:
        return list(boom(read)) if read.report.id == odd else list(link.keys(read))

    with Ledger.open(None, replace(LIGHT, **{part: replace(link, keys=keys)})) as ledger:
        ledger.receive(corpus)
        assert [r.detail for r in ledger.rejects()] == [f"{part}: ValueError: out of luck"]
        assert list(ledger.check()) == []
        groups = ledger.origins() if part == "reuse" else ledger.events()
        assert {r for g in groups for r in g.reports} == {r.id for r in corpus} - {odd}


def test_newer_stage_makes_its_records_again(tmp_path: Path, corpus: list[Report]):
    with Ledger.open(tmp_path / "a.db", replace(LIGHT, claims=Map("claims", 1, lambda _: []))) as ledger:
        ledger.receive(corpus)
        assert ledger.claims() == ()
        names = sorted(story.id for story in ledger.stories())
    with Ledger.open(None, LIGHT) as fresh:
        fresh.receive(corpus)
        expected = b"".join(fresh.canonical())
    for version, (read, claims) in enumerate([(1, 2), (2, 2), (2, 3)]):
        newer = replace(LIGHT, read=Map("read", read, light_read), claims=Map("claims", claims, light_claims))
        if version:
            newer = replace(newer, reuse=replace(LIGHT.reuse, version=9), drift=replace(LIGHT.drift, version=9))
        with Ledger.open(tmp_path / "a.db", newer) as ledger:
            assert b"".join(ledger.canonical()) == expected
            assert sorted(story.id for story in ledger.stories()) == names
            assert list(ledger.check()) == []
            assert {run.version for run in ledger.info().runs if run.stage == "claims"} == {claims}


def test_derived_tables_made_anew_hold_the_same(tmp_path: Path, corpus: list[Report]):
    with Ledger.open(tmp_path / "a.db", LIGHT) as ledger:
        ledger.receive(corpus)
        before, names = b"".join(ledger.canonical()), ledger.stories()
        ledger.store.run("UPDATE setting SET value = 'older' WHERE name = 'derived'")
    with Ledger.open(tmp_path / "a.db", LIGHT) as ledger:
        assert len(ledger.search("grève")) > 1
        assert b"".join(ledger.canonical()) == before
        assert ledger.stories() == names
        assert list(ledger.check()) == []


def test_names_outlive_what_they_named(corpus: list[Report]):
    """Whatever the order of arrival, every id ever shown leads to something alive."""
    with Ledger.open(None, LIGHT) as ledger:
        issued: set[str] = set()
        for report in corpus:
            ledger.receive([report])
            issued |= {story.id for story in ledger.stories()} | {event.id for event in ledger.events()}
        alive = {story.id for story in ledger.stories()} | {event.id for event in ledger.events()}
        assert {ledger.explain(name).record.id for name in issued} <= alive


def test_reject_of_another_maker(ledger: Ledger):
    reject = Reject(id="j-9", locator="z", reason=RejectReason.BAD_JSON, detail="line 3")
    assert ledger.receive([reject]).rejected == 1
    assert ledger.rejects() == (reject,)


def test_locked_ledger_says_so(tmp_path: Path, corpus: list[Report]):
    with Ledger.open(tmp_path / "a.db", LIGHT) as one, Ledger.open(tmp_path / "a.db", LIGHT) as two:
        two.store.run("PRAGMA busy_timeout = 10")
        with one.store.transaction(), pytest.raises(BadLedger, match="another process"):
            two.receive(corpus)
        two.receive(corpus)
        assert len(one.claims()) == len(two.claims()) > 0


def test_shelf_puts_back_the_oldest(ledger: Ledger, corpus: list[Report]):
    ledger.shelf.room = 2
    first = ledger.shelf.take([corpus[0].id])
    assert ledger.shelf.take([corpus[0].id])[corpus[0].id] is first[corpus[0].id]
    assert list(ledger.shelf.take(r.id for r in corpus)) == sorted(r.id for r in corpus)
    assert len(ledger.shelf._held) == 2


def test_later_sighting_with_a_date_moves_the_report(corpus: list[Report]):
    undated = [msgspec.structs.replace(r, published=None, raw=msgspec.structs.replace(r.raw, locator="b")) for r in corpus]
    with Ledger.open(None, LIGHT) as ledger:
        ledger.receive(undated)
        ledger.receive(corpus)
        later = b"".join(ledger.canonical())
    with Ledger.open(None, LIGHT) as ledger:
        ledger.receive([*corpus, *undated])
        assert b"".join(ledger.canonical()) == later
