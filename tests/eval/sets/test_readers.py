"""Each reader on a few lines of its format that were written here, and on what is not its format."""

import json
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadSetup
from recoupe_eval.sets import __main__ as sets
from recoupe_eval.sets import clones, clough_stevenson, ecbplus, french_timebank, gendergap, giveme5w1h, headlines, polnear
from recoupe_eval.sets.clones import Unread
from recoupe_eval.sets.detokenised import joined
from recoupe_eval.sets.records import ClusteredText, RewrittenText, Unfit
from recoupe_eval.sets.workbook import table


def write(root, place, content):
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def words(text, stretches):
    return [text[one.start : one.end] for one in stretches]


@pytest.mark.parametrize("name", sets.READERS)
def test_what_is_no_clone_is_named(name, tmp_path):
    with pytest.raises(BadSetup, match=r"no clone of \S+/\S+, there is no "):
        list(sets.READERS[name](tmp_path))


def test_giveme5w1h(tmp_path):
    article = {
        "dId": "a1",
        "text": "The dam broke.",
        "title": "Dam",
        "date_publish": "2017-09-15T00:00:00",
        "newsCluster": {"Event": "dam"},
    }
    write(tmp_path, f"{giveme5w1h.FOLDER}/1.json", json.dumps(article))
    write(tmp_path, f"{giveme5w1h.FOLDER}/2.json", json.dumps({**article, "text": " "}))
    write(tmp_path, f"{giveme5w1h.FOLDER}/3.json", "{")
    write(tmp_path, f"{giveme5w1h.FOLDER}/4.json", json.dumps({**article, "newsCluster": {}}))
    first, *rest = giveme5w1h.read(tmp_path)
    assert first == ClusteredText(id="a1", text="The dam broke.", title="Dam", published="2017-09-15T00:00:00", cluster="dam")
    assert [one.place for one in rest] == ["2.json", "3.json", "4.json"]
    assert all(isinstance(one, Unfit) for one in rest)


def test_headlines(tmp_path):
    story = "0123456789abcdef01234567"
    rows = [f'"Crue, suite",2020-01-10 00:04:41,ObjectId({story}),france,"{{""rank"":44}}"', "Crue", f"Crue,hier,ObjectId({story}),,", ""]
    write(tmp_path, headlines.FILE, "\n".join(rows))
    first, *rest = headlines.read(tmp_path)
    assert first == ClusteredText(id="1", text="Crue, suite", title=None, published="2020-01-10T00:04:41", cluster=story)
    assert [one.place.rpartition("#")[2] for one in rest if isinstance(one, Unfit)] == ["2", "3"]


def test_a_table_that_cannot_be_read_is_no_clone(tmp_path, monkeypatch):
    write(tmp_path, headlines.FILE, b"\xff\xfe")
    with pytest.raises(BadSetup, match="not UTF-8"):
        list(headlines.read(tmp_path))
    write(tmp_path, headlines.FILE, "a" * 200_000)
    with pytest.raises(BadSetup, match="field larger"):
        list(headlines.read(tmp_path))
    monkeypatch.setattr(clones, "LIMIT", 10)
    with pytest.raises(BadSetup, match="200000 bytes"):
        list(headlines.read(tmp_path))


def ecb(*sentences):
    tokens = [f'<token t_id="1" sentence="{n}" number="0">{word}</token>' for n, line in enumerate(sentences) for word in line.split()]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document doc_name="x">{"".join(tokens)}<Markables/></Document>'


def test_ecbplus(tmp_path):
    write(tmp_path, f"{ecbplus.FOLDER}/7/7_2ecbplus.xml", ecb("http : / / example . org", "A bridge ( old ) fell .", "Nobody was hurt ."))
    write(tmp_path, f"{ecbplus.FOLDER}/7/7_3ecb.xml", ecb())
    write(tmp_path, f"{ecbplus.FOLDER}/7/7_4ecb.xml", "<Document>")
    write(tmp_path, f"{ecbplus.FOLDER}/7/7_5ecb.xml", '<!DOCTYPE d [<!ENTITY a "b">]>' + "<d><token>&a;</token></d>")
    write(tmp_path, f"{ecbplus.FOLDER}/7/notes.xml", ecb("A note ."))
    first, *rest = ecbplus.read(tmp_path)
    text = "A bridge (old) fell.\nNobody was hurt."
    assert first == ClusteredText(id="7_2ecbplus", text=text, title=None, published=None, cluster="7_ecbplus")
    assert [type(one) for one in rest] == [Unfit] * 4


def test_clough_stevenson(tmp_path):
    write(tmp_path, clough_stevenson.FILE, '\ufeff"My own words.","The article,\r\nin two lines.",0\nCopied,Copied,3\nx,y,9\nx,y\n')
    found = list(clough_stevenson.read(tmp_path))
    assert found[0] == RewrittenText(id="1", source="The article,\r\nin two lines.", text="My own words.", degree="none")
    assert found[1].degree == "cut and paste"
    assert [type(one) for one in found[2:]] == [Unfit, Unfit]


def test_french_timebank(tmp_path):
    lines = [
        "-DOCSTART-",
        "",
        "Il   O",
        "part   O",
        "lundi   B-DATE",
        "à   B-TIME",
        "8   I-TIME",
        "h   I-TIME",
        ".   O",
        "",
        "lundi   X-DATE",
    ]
    write(tmp_path, f"{french_timebank.FOLDER}/valid.txt", "\n".join(lines))
    write(tmp_path, f"{french_timebank.FOLDER}/test.txt", "Demain   I-DATE\nmatin   I-TIME\n")
    found = list(french_timebank.read(tmp_path))
    assert [(one.id, words(one.text, one.spans)) for one in found if not isinstance(one, Unfit)] == [
        ("valid.txt#3", ["lundi", "à 8 h"]),
        ("test.txt#1", ["Demain", "matin"]),
    ]
    assert [one.place for one in found if isinstance(one, Unfit)] == ["valid.txt#11"]


def polnear_clone(root, annotations, name="paper_2016-01-01_title_4b22.ann"):
    for compartment in polnear.COMPARTMENTS:
        (root / f"data/{compartment}/attributions").mkdir(parents=True)
    write(root, f"data/train/attributions/{name}", annotations)
    write(root, "data/train/text/paper_2016-01-01_title.txt", "Rain, said Ann, will come.")


def test_polnear(tmp_path):
    lines = [
        "E1\tAttribution:T4 Content:T1 Content2:T5 Cue:T2 Source:T3",
        "T1\tContent 0 4;16 25\tRain will come",
        "T2\tCue 6 10\tsaid",
        "T3\tSource 11 14\tAnn",
        "T4\tAttribution 6 10\tsaid",
        "T5\tContent 0 4\tRain",
        "T6\tCue 6 1000\tnowhere",
        "E2\tAttribution:T4 Cue:T2",
        "E3\tAttribution:T4 Cue:T9 Content:T1",
        "#1\tAnnotatorNotes T1\ta note",
        "half of a line",
    ]
    polnear_clone(tmp_path, "\n".join(lines))
    *unfit, article = polnear.read(tmp_path)
    assert (article.id, article.annotator) == ("paper_2016-01-01_title", "4b22")
    (relation,) = article.relations
    assert words(article.text, relation.source + relation.cue) == ["Ann", "said"]
    assert words(article.text, relation.content) == ["Rain", "Rain", "will come"]
    assert sorted((one.place.rpartition("#")[2], one.reason) for one in unfit) == [
        ("11", "neither a part, nor an attribution, nor a note"),
        ("7", "6 1000: not in the text"),
        ("8", "no content"),
        ("9", "no part T9"),
    ]


@pytest.mark.parametrize("name", ["nobody.ann", "other_2016_4b22.ann"])
def test_polnear_without_its_text_is_passed_by(name, tmp_path):
    polnear_clone(tmp_path, "", name)
    assert [type(one) for one in polnear.read(tmp_path)] == [Unfit]


def workbook(path, rows):
    """An .xlsx of shared strings; the first column holds numbers."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = [cell for row in rows for cell in row]
    numbers = iter(range(len(strings)))
    cells = [
        f'<c r="A{r}" t="n"><v>{r}</v></c>' + "".join(f'<c r="{"BCD"[c]}{r}" t="s"><v>{next(numbers)}</v></c>' for c in range(len(row)))
        for r, row in enumerate(rows, 1)
    ]
    escaped = [s.replace("&", "&amp;").replace("<", "&lt;") for s in strings]
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{''.join(f'<si><t>{s}</t></si>' for s in escaped)}</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}>{''.join(f'<row>{c}</row>' for c in cells)}</worksheet>")


def test_gendergap(tmp_path):
    body = "Ann: “yes  & no”. Later she said yes & no, and she said more."
    quotations = [
        {"quote": '"yes & no"', "speaker": "Ann", "verb": "", "quote_index": "(5,16)", "speaker_index": "(0,3)", "verb_index": ""},
        {
            "quote": "more",
            "speaker": "she",
            "verb": "said",
            "quote_index": "(156,160)",
            "speaker_index": "(147, 150)",
            "verb_index": "(151,155)",
        },
        {"quote": "not there"},
    ]
    head = ["_id", "articleBodyText", "quotations"]
    rows = [head, ["a1", body, json.dumps(quotations)], ["a2", body, "[{"], ["a3", "", "[]"]]
    workbook(tmp_path / gendergap.FILE, rows)
    first, *rest = gendergap.read(tmp_path)
    assert (first.id, first.text, first.lost, [type(one) for one in rest]) == ("a1", body, 1, [Unfit, Unfit])
    parts = [(words(body, one.source), words(body, one.cue), words(body, one.content)) for one in first.relations]
    assert parts == [(["Ann"], [], ["“yes  & no”"]), (["she"], ["said"], ["more"])]
    assert first.relations[1].source[0].start == body.rindex("she")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no workbook"])
def test_what_is_no_workbook_is_named(content, tmp_path):
    write(tmp_path, gendergap.FILE, content)
    with pytest.raises(BadSetup, match="no workbook"):
        list(gendergap.read(tmp_path))


def test_a_workbook_that_declares_entities_is_refused(tmp_path):
    path = tmp_path / "x.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", "<!DOCTYPE s []><s/>")
    with pytest.raises(Unread, match="declares a document type"):
        table(path.read_bytes())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Z"]), min_size=1), max_size=9))
def test_joined_tokens_stand_where_it_is_said(tokens):
    text, starts = joined(tokens)
    assert [text[start : start + len(token)] for start, token in zip(starts, tokens, strict=True)] == tokens
    assert len(text) < sum(map(len, tokens)) + max(1, len(tokens))


def test_links_are_not_followed(tmp_path):
    outside = write(tmp_path, "outside.json", "{}")
    write(tmp_path, "in/a.json", "{}")
    (tmp_path / "in" / "b.json").symlink_to(outside)
    assert [place for place, _ in clones.files(tmp_path / "in", "*.json")] == ["a.json"]
