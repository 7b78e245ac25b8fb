import csv
import io
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.cli import main as command
from recoupe.cli.declared import COMMANDS
from recoupe.ledger import Ledger

ROOT = Path(__file__).parents[2]
EXAMPLES = str(ROOT / "examples" / "tempete")
LANGUAGES = ("fr", "en")
LISTED = ("stories", "claims", "crosschecks", "drift", "reuse", "rejects", "check")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "recoupe é.db")
    assert command(["add", EXAMPLES, "--ledger", path, "--quiet", "--lang", "en"]) == 0
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples(run, name, lang):
    code, out, err = run(name, "--help", "--lang", lang)
    assert (code, err) == (0, "")
    assert f"recoupe {name}" in out.partition("--quiet")[2]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LISTED)
def test_lists(run, ledger, name, lang):
    shown = {how: run(name, "--ledger", ledger, "--lang", lang, "--format", how) for how in COMMANDS[name].formats}
    assert {code for code, _, _ in shown.values()} == {0}
    records = json.loads(shown["json"][1])
    rows = list(csv.reader(io.StringIO(shown["csv"][1])))
    assert isinstance(records, list)
    assert len(rows[0]) > 1
    several = {"reuse": "passages", "crosschecks": "answers", "stories": "events"}.get(name)  # one row each
    assert len(rows) == 1 + sum(len(record[several]) if several else 1 for record in records)
    assert shown["text"][1] or not records
    assert shown["json"] == run(name, "--ledger", ledger, "--lang", lang, "--format", "json")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_asked_of_one(run, ledger, lang):
    with Ledger.open(ledger) as held:
        story, claim, report = held.stories()[0].id, held.claims()[0].id, held.reports()[0].id
    given = ("--ledger", ledger, "--lang", lang)
    for words in (("claims", story), ("crosschecks", story), ("reuse", report), ("info",), ("search", "tempête"), ("point", story)):
        code, out, err = run(*words, *given)
        assert (code, err) == (0, ""), words
        assert out
    assert json.loads(run("info", *given, "--format", "json")[1])["counts"]["report"] == 6
    assert json.loads(run("explain", claim, *given, "--format", "json")[1])
    code, out, _ = run("explain", claim, *given)
    assert code == 0
    assert len(out.splitlines()) < 60
    assert "attribution/" in out or "trigger/" in out


def test_drift_between_two_reports(run, ledger):
    with Ledger.open(ledger) as held:
        a, b = (report.id for report in held.reports()[:2])
    assert run("drift", a, b, "--ledger", ledger, "--lang", "en")[0] == 0


@pytest.mark.parametrize("how", COMMANDS["point"].formats)
def test_point_on_files(run, tmp_path, how):
    code, out, err = run("point", EXAMPLES, "--format", how, "--lang", "fr", "--quiet")
    assert (code, err) == (0, "")
    assert out == run("point", EXAMPLES, "--format", how, "--lang", "fr", "--quiet")[1]
    written = tmp_path / "un dossier" / "point"
    written.parent.mkdir()
    assert run("point", EXAMPLES, "--format", how, "--lang", "fr", "--quiet", "-o", str(written))[0] == 0
    assert written.read_text("utf-8") == out
    assert [path.name for path in written.parent.iterdir()] == ["point"]


def test_point_without_a_ledger_leaves_none(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("point", EXAMPLES, "--quiet")[0] == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refused_input_is_told_and_the_rest_goes_on(run, tmp_path, lang):
    (tmp_path / "bon.txt").write_text("Le séisme a fait 12 morts, selon la police.", "utf-8")
    (tmp_path / "vide.txt").write_text("", "utf-8")
    held = str(tmp_path / "x.db")
    code, _, err = run("add", str(tmp_path / "bon.txt"), str(tmp_path / "vide.txt"), "--ledger", held, "--lang", lang, "--quiet")
    assert code == 3
    assert "vide.txt" in err
    code, out, _ = run("rejects", "--ledger", held, "--lang", lang, "--format", "json")
    assert (code, len(json.loads(out))) == (0, 1)
    assert run("point", str(tmp_path / "bon.txt"), str(tmp_path / "vide.txt"), "--lang", lang, "--quiet")[0] == 3


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        (),
        ("frobnicate",),
        ("claims", "--ledger", "nowhere.db"),
        ("add",),
        ("add", "nothing-here.txt"),
        ("search", "x", "--limit", "0"),
        ("claims", "--format", "yaml"),
        ("export",),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_exit_code_2(run, tmp_path, monkeypatch, words, lang):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words, *(["--lang", lang] if words else []))
    assert code == 2
    assert "Traceback" not in out + err
    assert not words or err.strip()


def test_a_file_that_is_no_ledger(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("these are notes", "utf-8")
    code, _, err = run("claims", "--ledger", str(path), "--lang", "en")
    assert code == 2
    assert "ledger" in err
    assert path.read_text("utf-8") == "these are notes"


def test_an_emptied_file_is_no_ledger_to_read(run, tmp_path):
    (tmp_path / "a.db").touch()
    code, _, err = run("check", "--ledger", str(tmp_path / "a.db"))
    assert code == 2
    assert "a.db" in err


def test_an_unknown_id(run, ledger):
    for words in (("explain", "c-none"), ("claims", "s-none"), ("reuse", "r-none"), ("point", "s-none"), ("drift", "r-a", "r-b")):
        code, _, err = run(*words, "--ledger", ledger, "--lang", "fr")
        assert code == 2, words
        assert words[1] in err


def test_ctrl_c(run, monkeypatch, ledger):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("recoupe.cli.listing.stories", stopped)
    code, _, err = run("stories", "--ledger", ledger, "--lang", "en")
    assert code == 130
    assert "Traceback" not in err


@pytest.mark.parametrize("to", ["jsonl", "csv"])
def test_export(run, ledger, tmp_path, to):
    code, _, err = run("export", str(tmp_path / "out"), "--to", to, "--ledger", ledger, "--quiet", "--lang", "en")
    assert (code, err) == (0, "")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {f".{to}"}


def child(*words: str, **more):
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "error::ResourceWarning"}
    return subprocess.run([sys.executable, "-m", "recoupe", *words], capture_output=True, check=False, env=env, **more)


def test_standard_input():
    line = json.dumps({"text": "Le séisme a fait 12 morts, selon la police.", "outlet": "Le Phare"})
    done = child("point", "-", "--lang", "fr", "--quiet", input=line.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "12 morts" in done.stdout.decode() or "12 personnes" in done.stdout.decode()


def test_a_reader_that_goes():
    done = subprocess.run(
        f"{sys.executable} -m recoupe point {EXAMPLES} --quiet --format json | head -c 20; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


HELP = """
import sys
from recoupe.cli import main
try:
    main(["--help"])
except SystemExit:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def test_help_loads_no_stage():
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, check=True, text=True, env=env)
    heavy = {"simplemma", "rich", "sqlite3", "recoupe.ledger", "recoupe.read", "recoupe.claims", "trafilatura"}
    assert heavy.isdisjoint(done.stderr.split())


def test_a_french_screen_says_in_french_why_something_was_refused(run, tmp_path):
    for name, text in (
        ("coupe.jsonl", '{"text": "Le pont'),
        ("vide.txt", ""),
        ("date.jsonl", '{"text": "Il pleut.", "published": "hier"}'),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    code, _, err = run("point", str(tmp_path), "--lang", "fr", "--quiet")
    assert code == 3
    assert not any(word in err for word in ("truncated", "no text", "neither"))
    assert "le JSON s’arrête avant sa fin" in err
    assert "(aucun texte)" in err


def test_why_answers_are_comparable_is_said_in_the_language_of_the_screen(run, ledger):
    with Ledger.open(ledger) as held:
        check = held.crosschecks()[0].id
    shown = {lang: run("explain", check, "--ledger", ledger, "--lang", lang)[1] for lang in LANGUAGES}
    assert "same unit and role" in shown["en"]
    assert "même unité et même rôle" in shown["fr"]
    assert "same unit" not in shown["fr"]


def test_every_answer_names_a_passage_with_its_words(run):
    out = run("point", EXAMPLES, "--lang", "fr", "--quiet")[1].split("\n")
    at = next(i for i, line in enumerate(out) if line.startswith("  Personnes tuées"))
    card = list(itertools.takewhile(lambda line: line.startswith("    "), out[at + 1 :]))
    answers = [n for n, line in enumerate(card) if "voix)" in line]
    assert len(answers) > 1
    assert all("«" in card[n + 1] and "[" in card[n + 1] for n in answers)


@pytest.mark.parametrize("name", ["crosschecks", "drift", "reuse"])
def test_lists_are_ordered_by_weight_and_not_by_id(run, ledger, name):
    records = json.loads(run(name, "--ledger", ledger, "--format", "json", "--lang", "en")[1])
    weight = {"crosschecks": lambda x: x["support"]["texts"], "drift": lambda x: x["weight"], "reuse": lambda x: x["score"]}[name]
    assert [weight(x) for x in records] == sorted(map(weight, records), reverse=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_ledger_in_memory_is_refused_since_nothing_would_be_kept(run, lang):
    code, out, err = run("add", EXAMPLES, "--ledger", ":memory:", "--lang", lang)
    assert (code, out) == (2, "")
    assert "--ledger" in err


def test_what_holds_for_every_command_may_stand_before_it(run, ledger):
    assert run("--ledger", ledger, "--lang", "fr", "--quiet", "claims") == run("claims", "--ledger", ledger, "--lang", "fr", "--quiet")
    assert run("--ledger", "nowhere.db", "info", "--ledger", ledger)[0] == 0


def test_reuse_of_files_needs_no_ledger(run, ledger):
    code, out, err = run("reuse", "--batch", EXAMPLES, "--format", "json")
    assert (code, err) == (0, "")
    held = json.loads(run("reuse", "--ledger", ledger, "--format", "json")[1])
    assert json.loads(out) == [one for one in held if one["kind"] != "rewrite"]
    assert run("reuse", "--batch", EXAMPLES, "--matrix")[1] == run("reuse", "--ledger", ledger, "--matrix")[1]
    assert run("reuse", "r-1", "--batch", EXAMPLES)[0] == 2


def test_no_code_of_a_time_is_shown_to_people(run, tmp_path):
    path, text = str(tmp_path / "l.db"), tmp_path / "note.txt"
    text.write_text("Vendredi soir, deux chalands ont coulé dans le port d'Orsac, selon la capitainerie.", "utf-8")
    run("add", str(text), "--ledger", path, "--quiet")
    out = run("claims", "--ledger", path, "--lang", "fr")[1]
    assert "un vendredi, soir" in out
    assert "XXXX" not in out


def test_questions_of_several_stories_stand_under_their_story(run, tmp_path):
    for name, words in (("a", "Douze péniches ont coulé à Orsac."), ("b", "Trois alpinistes ont été secourus au mont Brumel.")):
        (tmp_path / f"{name}.txt").write_text(words, "utf-8")
    path = str(tmp_path / "l.db")
    run("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--ledger", path, "--quiet")
    shown = run("crosschecks", "--ledger", path)[1].splitlines()
    assert [line[:2] for line in shown if not line.startswith(" ")] == ["s-", "x-"] * 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_origins_have_one_word_and_one_count(run, ledger, lang):
    word = {"fr": "origine", "en": "text origin"}[lang]
    counted = re.compile(rf"(\d+(?:–\d+)?) {word}s?\b")
    for name in ("stories", "reuse", "crosschecks"):
        out = run(name, "--ledger", ledger, "--lang", lang)[1]
        assert counted.search(out), name
        assert "d’origine" not in out
    stories = run("stories", "--ledger", ledger, "--lang", lang)[1]
    points = run("point", "--ledger", ledger, "--lang", lang)[1].replace(" à ", "–").replace(" to ", "–")
    heads = [found[1] for line in stories.split("\n") if line.startswith("s-") and (found := counted.search(line))]
    assert heads == [found[1] for found in re.finditer(rf"^  (\d+(?:–\d+)?) {word}s?\b", points, re.MULTILINE)]


@pytest.mark.parametrize(("lang", "told"), [("fr", "textes"), ("en", "texts")])
def test_info_counts_kinds_in_the_plural(run, ledger, lang, told):
    out = run("info", "--ledger", ledger, "--lang", lang)[1]
    assert re.search(rf"\b[2-9]\d* {told}, 0 ", out)
    count = next(line for line in out.split("\n") if told in line)
    assert not re.search(r"[a-zé] \d", count.partition(":")[2])
