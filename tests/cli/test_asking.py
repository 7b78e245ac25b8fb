"""What is asked for and how: ids of every kind, words on both sides of an option, slips of the fingers."""

import json

import pytest

from recoupe.cli import main as command
from recoupe.ledger import Ledger

LANGUAGES = ("fr", "en")
TEXTS = {
    "bief": "Deux péniches ont coulé mardi à Orsac, selon la capitainerie. Trois mariniers ont été blessés, a indiqué la mairie.",
    "vallon": "Deux péniches ont coulé mardi à Orsac, selon la capitainerie. Quatre mariniers ont été blessés, a indiqué la mairie.",
    "cime": "Un alpiniste a été secouru au mont Brumel par des gendarmes, a annoncé la préfecture. Il cherchait des emplois d'été.",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("asked")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"---\noutlet: {name}\npublished: 2031-05-06\n---\n{text}", "utf-8")
    path = str(tmp_path_factory.mktemp("ledger") / "l.db")
    assert command(["add", str(folder), "--ledger", path, "--quiet"]) == 0
    return path


def ids(ledger: str) -> dict[str, str]:
    """A report, its event and its story."""
    with Ledger.open(ledger) as held:
        report = next(one.id for one in held.reports() if one.outlet == "bief")
        event = next(one.id for one in held.events() if report in one.reports)
        story = next(one.id for one in held.stories() if event in one.events)
    return {"report": report, "event": event, "story": story}


@pytest.mark.parametrize("kind", ["report", "event", "story"])
@pytest.mark.parametrize("name", ["claims", "crosschecks", "reuse", "drift", "stories"])
def test_a_part_of_the_ledger_is_asked_for_by_any_id(run, ledger, name, kind):
    part = ids(ledger)[kind]
    whole = json.loads(run(name, "--ledger", ledger, "--format", "json")[1])
    code, out, err = run(name, part[:9], "--ledger", ledger, "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found
    assert all(record in whole for record in found)
    assert name in {"reuse", "drift"} or len(found) < len(whole)  # the third text shares nothing


def test_a_report_leads_to_its_claims_alone(run, ledger):
    found = json.loads(run("claims", ids(ledger)["report"], "--ledger", ledger, "--format", "json")[1])
    assert {claim["report"] for claim in found} == {ids(ledger)["report"]}


@pytest.mark.parametrize("kind", ["report", "event"])
def test_the_point_on_a_part_is_that_on_its_story(run, ledger, kind):
    known = ids(ledger)
    assert run("point", known[kind], "--ledger", ledger) == run("point", known["story"], "--ledger", ledger)


@pytest.mark.parametrize(("lang", "told"), [("fr", "(affirmation)"), ("en", "(claim)")])
@pytest.mark.parametrize("name", ["claims", "crosschecks", "point", "drift", "reuse", "stories"])
def test_an_id_of_another_kind_is_said_to_be_one(run, ledger, name, lang, told):
    with Ledger.open(ledger) as held:
        claim = held.claims()[0].id
    code, out, err = run(name, claim, "--ledger", ledger, "--lang", lang)
    assert (code, out) == (2, "")
    assert told in err
    assert f"recoupe explain {claim}" in err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_id_is_no_id(run, ledger, lang):
    for words in (("explain", ""), ("claims", ""), ("claims", "r-ffffffff")):
        code, _, err = run(*words, "--ledger", ledger, "--lang", lang)
        assert code == 2
        assert "recoupe stories" in err


@pytest.mark.parametrize(
    "words",
    [
        ("péniches", "-Brumel"),
        ("péniche -Brumel",),
        ("-brumel", "péniche"),
        ("--limit", "5", "péniche", "-hauteur"),
        ("péniche", "--limit", "5", "orsac"),
    ],
    ids=" ".join,
)
def test_a_search_with_a_minus_needs_no_quotes(run, ledger, words):
    code, out, err = run("search", *words, "--ledger", ledger, "--format", "json")
    assert (code, err) == (0, "")
    assert len(json.loads(out)) == 2


def test_a_search_leaves_out(run, ledger):
    found = run("search", "mariniers", "-quatre", "--ledger", ledger, "--format", "json")[1]
    assert [hit["report"] for hit in json.loads(found)] == [ids(ledger)["report"]]


@pytest.mark.parametrize(("lang", "told"), [("fr", "au moins un mot"), ("en", "at least one word")])
@pytest.mark.parametrize("words", [("-brumel",), ("",), ("! -Orsac",)], ids=str)
def test_a_search_for_nothing_is_refused(run, ledger, words, lang, told):
    code, out, err = run("search", *words, "--ledger", ledger, "--lang", lang)
    assert (code, out) == (2, "")
    assert told in err


def test_paths_may_stand_on_both_sides_of_an_option(run, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXTS["bief"] + name, "utf-8")
    code, out, _ = run("point", str(tmp_path / "a.txt"), "--format", "json", str(tmp_path / "b.txt"), "--quiet")
    assert code == 0
    assert out == run("point", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "json", "--quiet")[1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "told", "hint"),
    [
        (("strories",), "stories", "recoupe --help"),
        (("--lnag", "fr", "stories"), "--lang", "recoupe --help"),
        (("stories", "--legder", "x"), "--ledger", "recoupe stories --help"),
        (("search", "bac", "--limt", "3"), "--limit", "recoupe search --help"),
        (("claims", "s-1", "s-2"), "s-2", "recoupe claims --help"),
        (("export", "out", "--what", "claim"), "claims", ""),
    ],
)
def test_a_slip_is_told_with_what_was_meant(run, ledger, words, told, hint, lang):
    code, out, err = run(*words, *(["--lang", lang] if "--lnag" not in words else []), "--ledger", ledger)
    assert (code, out) == (2, "")
    assert told in err
    assert hint in err


@pytest.mark.parametrize(("lang", "told"), [("fr", "après la commande"), ("en", "behind the command")])
def test_an_option_of_a_command_stands_behind_it(run, ledger, lang, told):
    code, _, err = run("--lang", lang, "--format", "json", "stories", "--ledger", ledger)
    assert code == 2
    assert told in err


@pytest.mark.parametrize("words", [("help",), ("help", "drift")])
def test_help_is_a_word_too(run, words):
    assert run(*words) == run(*words[1:], "--help")


@pytest.mark.parametrize(("lang", "way", "dated"), [("fr", "Relais d’après Source", "publié"), ("en", "Relais from Source", "published")])
def test_why_one_text_was_taken_from_another(run, tmp_path, lang, way, dated):
    for name, hour in (("Source", "08:00"), ("Relais", "11:00")):
        told = f"---\noutlet: {name}\npublished: 2031-05-06 {hour}+00:00\n---\n{TEXTS['bief']}" + (
            " Suite à venir." if hour == "11:00" else ""
        )
        (tmp_path / f"{name}.txt").write_text(told, "utf-8")
    path = str(tmp_path / "l.db")
    run("add", *map(str, tmp_path.glob("*.txt")), "--ledger", path, "--quiet")
    for kind in ("reuse", "drift"):
        for record in json.loads(run(kind, "--ledger", path, "--format", "json")[1]):
            out = run("explain", record["id"], "--ledger", path, "--lang", lang)[1]
            assert way in out, kind
            assert "⟧⟦" not in out
            assert "[0-0]" not in out
            assert kind == "drift" or f"{dated} 2031-05-06 11:00" in out


@pytest.mark.parametrize(("name", "how"), [("p.html", "html"), ("p.JSON", "json"), ("p.md", "markdown"), ("p.txt", "text"), ("p", "text")])
def test_the_name_of_a_file_says_its_format(run, tmp_path, name, how):
    text = tmp_path / "bief.txt"
    text.write_text(TEXTS["bief"], "utf-8")
    assert run("point", str(text), "-o", str(tmp_path / name), "--quiet", "--lang", "fr")[0] == 0
    assert (tmp_path / name).read_text("utf-8") == run("point", str(text), "--format", how, "--quiet", "--lang", "fr")[1]


def test_a_file_whose_name_asks_for_another_format_is_not_written(run, tmp_path):
    text, asked = tmp_path / "bief.txt", tmp_path / "p.PDF"
    text.write_text(TEXTS["bief"], "utf-8")
    code, _, said = run("point", str(text), "-o", str(asked), "--lang", "fr")
    assert (code, asked.exists(), ".pdf" in said, ".html" in said) == (2, False, True, True)


def test_a_ledger_in_the_folder_that_is_added_is_passed_over(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bief.txt").write_text(TEXTS["bief"], "utf-8")
    for _ in range(2):
        assert run("add", ".", "--quiet")[::2] == (0, "")
    assert json.loads(run("rejects", "--format", "json")[1]) == []
    assert run("point", ".", "--quiet")[0] == 0
    assert run("add", "recoupe.db", "--quiet")[0] == 3


@pytest.mark.parametrize(("lang", "words"), [("fr", "source absente dans Borne"), ("en", "source missing in Borne")])
def test_which_text_lacks_the_source_is_told(run, tmp_path, lang, words):
    said = "Le pont a cédé peu après 9 heures, lorsque le train a quitté les rails et basculé dans la rivière en crue"
    for name, text, hour in (("Borne", f"{said}.", "08"), ("Jalon", f"{said}, rapporte l'agence Borne.", "11")):
        (tmp_path / f"{name}.txt").write_text(f"---\noutlet: {name}\npublished: 2031-05-06 {hour}:00\n---\n{text}", "utf-8")
    path = str(tmp_path / "l.db")
    run("add", *map(str, tmp_path.glob("*.txt")), "--ledger", path, "--quiet")
    assert words in run("drift", "--ledger", path, "--lang", lang)[1]
