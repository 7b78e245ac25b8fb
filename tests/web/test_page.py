import json
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.ledger import Ledger
from recoupe.web.page import Point, page

PAYLOADS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", "</style><script>x</script>", "</title><b>",
    "javascript:alert(1)", "data:text/html,<script>1</script>", "{{7*7}}", "&lt;b&gt;", "\u202egnp.exe", "<!--", "]]>", "\x00\x07",
)  # fmt: skip
TAGS = frozenset(
    word
    for line in (
        "html head meta title style body header main nav footer article section aside figure figcaption h1 h2 h3 h4 p div span ul ol li dl",
        "dt dd a q blockquote mark small strong em b i cite abbr time details summary table caption thead tbody tr th td col br hr",
        "colgroup wbr code svg g rect line circle path text polyline polygon defs pattern desc tspan use ins del s u sup",
    )
    for word in line.split()
)
VOID = {"meta", "br", "hr", "wbr", "col"}


class Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.links, self.open, self.style, self.policy = set(), [], [], "", ""
        self.text, self.handlers, self.ids = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        self.links += [given[name] for name in ("href", "src", "action", "xlink:href") if name in given]
        self.ids += [given["id"]] if "id" in given else []
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.text.append(data)


def shown(tmp_path, records, **more) -> tuple[str, Ledger]:
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    with Ledger.open() as ledger:
        ledger.add([str(path)])
        points = [Point(ledger.file(story.id), ledger.briefing(story.id, "fr")) for story in ledger.stories()]
        return page(points, "fr", **more)


def sound(html: str) -> Seen:
    seen = Seen(html)
    assert seen.open == []
    assert seen.tags <= TAGS, seen.tags - TAGS
    assert seen.handlers == []
    assert all(link.startswith(("#", "http://", "https://")) for link in seen.links)
    assert {link[1:] for link in seen.links if link.startswith("#")} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    digest = b64encode(sha256(seen.style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in seen.policy
    assert "default-src 'none'" in seen.policy
    assert "unsafe" not in seen.policy
    assert "url(" not in seen.style
    assert "@import" not in seen.style
    return seen


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words(tmp_path, payload):
    text = f"Selon {payload}, 47 personnes ont été blessées à Lyon. « {payload} », a dit le maire. Le bilan serait de 12 morts. {payload}"
    records = [
        {"text": text, "title": payload, "outlet": payload, "url": payload, "published": payload},
        {"text": text + " Fin.", "title": f"{payload} 2", "outlet": payload, "url": f"https://example.org/{payload}"},
    ]
    for with_texts in (False, True):
        sound(shown(tmp_path, records, with_texts=with_texts))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), min_size=4, max_size=4))
def test_any_words_make_a_sound_page(tmp_path, words):
    title, outlet, url, text = words
    body = f"{text} Au moins 12 personnes ont été tuées à Nantes, selon {outlet}. {text}"
    sound(shown(tmp_path, [{"text": body, "title": title, "outlet": outlet, "url": url}]))


def longest_run(text: str, page_text: str) -> int:
    """Characters of the longest piece of `text` that stands in the page."""
    flat, size, longest, run = " ".join(page_text.split()), 24, 0, 0
    for at in range(len(text) - size):
        run = run + 1 if text[at : at + size] in flat else 0
        longest = max(longest, run)
    return longest + size if longest else 0


def long_report(number: int) -> str:
    filler = " ".join(f"Le mot{n}x{number} est rangé derrière l'autre{n}." for n in range(150))
    return f"{filler} Au moins {number} personnes ont été blessées à Nantes, selon la préfecture. {filler.replace('rangé', 'posé')}"


def test_without_texts_only_passages_are_shown(tmp_path):
    records = [{"text": long_report(47), "outlet": "Le Phare"}, {"text": long_report(48), "outlet": "La Vigie"}]
    short, whole = (Seen(shown(tmp_path, records, with_texts=more)) for more in (False, True))
    claimed = len("Au moins 47 personnes ont été blessées à Nantes, selon la préfecture.")
    for record in records:
        assert longest_run(record["text"], "".join(short.text)) <= claimed + 2 * 200 + 24
        assert longest_run(record["text"], "".join(whole.text)) > 5000


def test_the_page_of_many_reports_is_no_larger_than_a_picture(tmp_path):
    records = [{"text": long_report(40 + n), "outlet": f"Journal {n}", "url": f"https://example.org/{n}"} for n in range(12)]
    assert len(shown(tmp_path, records)) < 150_000


def test_nothing_to_show():
    sound(page([], "en"))


def test_each_answer_has_its_passages_and_what_is_counted_can_be_opened(tmp_path):
    said = " ".join(
        f"« La passerelle {word} sera repeinte en {word} », a dit le maire." for word in ("nord", "sud", "est", "ouest", "haute")
    )
    records = [
        {"text": f"{n} personnes ont été blessées à Nantes samedi, selon {who}. {said}", "outlet": f"Journal {n}"}
        for n, who in ((12, "les pompiers"), (19, "la préfecture"))
    ]
    html = shown(tmp_path, records)
    sound(html)
    answers = html.partition('<ol class="answers">')[2].partition("</ol>")[0]
    assert answers.count("<li>") == answers.count("<details>") == 2
    counted = html.partition('<details class="more">')[2].partition("</details></section>")[0]
    assert "autres déclarations" in counted
    assert counted.count("<li") > 1


def test_times_are_as_fine_as_they_are_known(tmp_path):
    records = [
        {"text": "12 personnes ont été blessées à Nantes, selon les pompiers.", "outlet": "Le Phare", "published": "2031-05"},
        {"text": "12 personnes ont été blessées à Nantes, selon la police.", "outlet": "La Vigie", "published": "2031-05-03"},
        {"text": "12 personnes ont été blessées à Nantes, selon le maire.", "outlet": "Le Cap", "published": "2031"},
    ]
    html = shown(tmp_path, records)
    assert "00:00" not in html
    assert "01/05/2031" not in html
    assert "01/01/2031" not in html


CHRONICLE = (
    ("09:00", "Six skieurs ont été tués dimanche dans une avalanche au col de Murs, a annoncé le préfet de la Drôme, Jean Vasseur."),
    ("18:00", "Sept skieurs ont été tués dimanche dans l'avalanche du col de Murs, a annoncé le préfet de la Drôme, Jean Vasseur."),
    ("19:00", "Neuf skieurs ont été tués dimanche dans l'avalanche du col de Murs, selon le syndicat des guides."),
)


def test_a_number_that_a_voice_has_replaced_comes_before_the_one_it_gives_last(tmp_path):
    records = [
        {"text": text, "outlet": f"Journal {hour}", "title": "Avalanche au col de Murs", "published": f"2031-03-02 {hour}"}
        for hour, text in CHRONICLE
    ]
    html = shown(tmp_path, records)
    sound(html)
    voice = html.partition("<h4>Jean Vasseur</h4>")[2].partition("</ul>")[0]
    assert "6, puis 7 skieurs" in voice
    assert html.count("puis 7, de la même source") == 1
    assert html.index("-differs-title") < html.index("-voices-title") < html.index("-timeline-title") < html.index("-reports-title")


def test_voices_that_say_as_much_stand_in_the_order_in_which_they_are_told(tmp_path):
    names = ("Léa Petit", "Awa Diop", "Anne Duval", "Marc Vial", "Ines Roux", "Paul Brun")
    told = " ".join(f"« Le pont de la rive {n} est fermé depuis lundi », a dit {name}." for n, name in enumerate(names))
    html = shown(tmp_path, [{"text": f"Crue à Gap. {told}", "outlet": "Le Bief", "published": "2031-03-02"}])
    at = [html.index(f"<h4>{name}</h4>") for name in names]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (
            (
                "L'incendie de l'entrepôt Maro à Vannes a fait 12 morts, selon la mairie. Les pompiers comptent 14 morts.",
                "L'incendie de l'entrepôt Maro à Vannes a fait 15 morts, selon la mairie. Les pompiers comptent 14 morts.",
            ),
            "Personnes tuées, Vannes : 12, 15 (mairie) · 14 (pompiers)",
        ),
        (("Le feu a fait 12 morts, selon la mairie.",) * 2, "12 personnes tuées"),
    ],
)
def test_the_first_number_stands_under_the_title_and_long_parts_are_folded(tmp_path, texts, first):
    records = [{"text": text, "outlet": f"Journal {n}", "published": f"2031-05-0{n}"} for n, text in enumerate(texts, 1)]
    html = shown(tmp_path, records)
    told = "".join(Seen(html[html.index('<p class="first">') : html.index("</p>", html.index('<p class="first">')) + 4]).text)
    assert " ".join(told.split()).startswith(first)
    assert "<header><h1>Le point : qui affirme quoi, et combien de voix le disent</h1><details>" in html.replace("\xa0", " ").replace(
        "\u202f", " "
    )
    assert html.count('class="fold"') >= 2
    assert html.count("voix déjà comptée</small>") == html.count('class="dot again"') == (1 if "15" in first else 0)
