import pytest

from recoupe.errors import BadReport
from recoupe.ingest.headers import front_matter, over, sidecar
from recoupe.ingest.reports import Fields

BODY = "Le tribunal a rendu sa décision.\r\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_header_and_its_text(end):
    lines = [
        "---",
        "title: 'Procès : la décision'",
        "Outlet:Le Bref",
        "# note",
        "tags:",
        "  - justice",
        "- x",
        'published: "2019-06"',
        "url: https://b.example/1",
        "---",
        "",
    ]
    fields, text = front_matter(end.join(lines) + end + BODY)
    assert text == BODY
    assert fields == Fields(title="Procès : la décision", outlet="Le Bref", published="2019-06", url="https://b.example/1")


def test_one_empty_line_after_the_header_is_no_text_a_second_is():
    assert front_matter("---\ntitle: A\n---\n\n\nB")[1] == "\nB"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---",
        "---\n",
        "---\n\nUn texte après un filet.\n---\n",
        "---\n---\nx",
        "---\n- Oui : dit-elle.\n",
        "----\ntitle: a\n",
        " ---\ntitle: a\n---\n",
        "---\nhttp://a.example\n",
        "",
    ],
)
def test_what_is_no_header_is_text(text):
    assert front_matter(text) == (Fields(), text)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\nLe texte",
        "---\ntitle: A",
        "---\ntitle: A\n" + "x: y\n" * 20_000,
        "---\ntitle: A\nrien\n---\n",
        "---\ntitle: A\nTitle: B\n---\n",
        "---\ntitle: A\n: b\n---\n",
        "---\n- outlet: A\n- titre: B\n---\nLe texte",
    ],
)
def test_a_bad_header_is_refused(text):
    with pytest.raises(BadReport) as error:
        front_matter(text)
    assert error.value.reason == "bad_header"


def test_a_field_may_bear_another_name():
    fields = Fields(title="A", outlet="B", byline="C", published="2031-05-06")
    assert front_matter("---\ntitre: A\nMédia: B\nauteur: C\ndate: 2031-05-06\n---\nx")[0] == fields
    assert front_matter("---\ntitle: A\npublisher: B\nauthor: C\npublished: 2031-05-06\ndate: 2031\n---\nx")[0] == fields
    assert sidecar('{"titre": "A", "média": "B", "auteur": "C", "date": "2031-05-06"}'.encode()) == fields


@pytest.mark.parametrize("key", ["publised", "publihsed", "outlets_", "oulet", "tittle", "bylne"])
def test_a_slip_in_a_key_is_refused_with_what_was_meant(key):
    with pytest.raises(BadReport) as error:
        front_matter(f"---\n{key}: x\n---\ny")
    assert "perhaps" in error.value.detail


@pytest.mark.parametrize("key", ["tags", "subtitle", "update", "updated", "source", "titles", "section", "state", "lang", "id", "dates"])
def test_other_keys_are_let_be(key):
    assert front_matter(f"---\n{key}: x\n---\ny") == (Fields(), "y")


def test_a_sidecar_may_say_more_than_we_ask():
    assert sidecar(b'{"outlet": "Le Bref", "tags": [1, {"a": null}], "title": null}') == Fields(outlet="Le Bref")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"title": 3}', b"{", b'{"title": "\xff"}', b'{"title": "\\ud800"}', b'{"x":' + b"[" * 100_000, b"\xff\xfe\x00"]
)
def test_a_bad_sidecar_is_refused(data):
    with pytest.raises(BadReport) as error:
        sidecar(data)
    assert error.value.reason in ("bad_header", "not_utf8")


def test_the_stronger_wins_where_it_speaks():
    assert over(Fields(title="A"), Fields(title="B", outlet="C")) == Fields(title="A", outlet="C")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("outlet: A\npublished: 2031-05-06\n\nCorps.", "Corps."),
        ("Outlet : A\r\nDate : 2031-05-06\r\n\r\nCorps.", "Corps."),
        ("outlet: A\npublished: 2031\n\n", None),
        ("outlet: A\n\nCorps.", None),  # one line may be of the text
        ("titre: A\nauteur: B\n\nCorps.", None),
        ("outlet: A\nBilan : 3 morts\n\nCorps.", None),
        ("date: 2031\ndate: 2032\n\nCorps.", None),
        ("outlet: A\npublished: 2031", None),
    ],
)
def test_a_header_without_its_lines(text, body):
    fields, left = front_matter(text)
    assert (fields != Fields(), left) == ((True, body) if body else (False, text))
