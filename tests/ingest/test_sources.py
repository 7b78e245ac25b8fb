import os
from pathlib import Path

import pytest

from recoupe.errors import NothingGiven
from recoupe.ingest.sources import Source, printable, sources
from recoupe.model import Reject


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("texte", "utf-8")


def names(*places: str) -> list[str]:
    return [f"{s.locator} ! {s.detail}" if isinstance(s, Reject) else s.locator for s in sources(places)]


def test_sorted_each_once_hidden_ones_left_out(folder):
    put("b.txt", "d/a.txt", "d/e/c.txt", "d/.git/config", ".x.txt")
    assert names(".") == ["b.txt", "d/a.txt", "d/e/c.txt"]
    assert names("d", "b.txt", "./d/a.txt", "d/e/../a.txt", "*.txt") == ["b.txt", "d/a.txt", "d/e/c.txt"]
    assert names(".x.txt", "-") == ["-", ".x.txt"]


def test_patterns(folder):
    put("a.txt", "d/b.txt", "d/e/c.txt", "d/e/c.md", "[x].txt")
    assert names("**/*.txt") == ["[x].txt", "a.txt", "d/b.txt", "d/e/c.txt"]
    assert names("[x].txt") == ["[x].txt"]


def test_a_missing_place_is_a_reject_if_there_is_anything_else(folder):
    put("a.txt")
    Path("empty").mkdir()
    assert names("a.txt", "empty") == ["a.txt", "empty ! the folder holds nothing to read"]
    assert names("a.txt", "none", "*.nix", "", "a\0b") == [
        " ! nothing is there",
        "*.nix ! nothing is there",
        "a\0b ! nothing is there",
        "a.txt",
        "none ! nothing is there",
    ]


@pytest.mark.parametrize("places", [[], ["none"], [""], ["*.txt"], ["empty"]])
def test_nothing_at_all_stops(folder, places):
    Path("empty").mkdir()
    with pytest.raises(NothingGiven):
        sources(places)


def test_odd_names(folder):
    put("deux mots.txt", "😀.txt", "-", "--x", "a\nb.txt", "#1.txt")
    odd = os.fsdecode(b"d\xe9p\xeache.txt")
    try:
        put(odd)
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert sorted(names(".")) == sorted(["deux mots.txt", "😀.txt", "-", "--x", "a\nb.txt", "#1.txt", "d\\udce9p\\udceache.txt"])
    assert [s.path for s in sources([odd])] == [odd]
    assert printable("\ud800") == "\\ud800"


def test_links(folder):
    put("d/a.txt")
    Path("d/loop").symlink_to("..")
    Path("d/b.txt").symlink_to("a.txt")
    Path("d/c.txt").symlink_to("none")
    Path("self").symlink_to("self")
    assert [n.partition(" !")[0] for n in names("d")] == ["d/a.txt", "d/b.txt", "d/c.txt", "d/loop/self"]
    assert all(isinstance(s, Source) for s in sources(["d"])[:2])


def test_what_is_no_file_is_refused(folder):
    os.mkfifo("pipe.txt")
    put("a.txt")
    assert names("pipe.txt", "/dev/null", "a.txt")[1:] == ["a.txt", "pipe.txt ! not a regular file (use - for standard input)"]


def test_a_folder_that_cannot_be_read(folder, monkeypatch):
    put("a.txt", "d/b.txt")

    def listdir(path, real=os.listdir):
        if path == "d":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert names(".") == ["a.txt", "d ! Permission denied"]


def test_sidecars_are_no_inputs(folder):
    put("a.txt", "a.json", "b.html", "b.json", "c.json", "d.jsonl", "d.json")
    found = sources(["."])
    assert [(s.locator, s.sidecar) for s in found] == [
        ("a.txt", "a.json"),
        ("b.html", "b.json"),
        ("c.json", None),
        ("d.json", None),
        ("d.jsonl", None),
    ]
    assert sources(["a.txt"]) == [Source("a.txt", "a.txt", "a.json")]
    assert sources(["a.json"]) == [Source("a.json", "a.json")]
