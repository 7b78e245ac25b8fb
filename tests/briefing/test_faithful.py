"""What a briefing prints beside speech: copies, what was not read, times as fine as known, order without ids."""

import sys

import msgspec
import pytest

from recoupe.briefing import briefing, withheld
from recoupe.briefing.copies import altered, verdict
from recoupe.briefing.desk import Desk
from recoupe.briefing.wording import asked, counted
from recoupe.crosschecks import crosschecks
from recoupe.drift import drift
from recoupe.lang import has
from recoupe.ledger import Ledger
from recoupe.model import Answer, Bound, Crosscheck, Precision, Question, Story, StoryFile, When
from recoupe.phrases import LANGUAGES


def file_of(d):
    dossier = d.dossier()
    story = Story(id="s-1", events=("e-1",), title="Sujet")
    return StoryFile(story=story, dossiers=(dossier,), crosschecks=tuple(crosschecks(dossier)), drifts=tuple(drift(dossier)))


def told(d, section, language="fr"):
    found = [s.text for s in briefing(file_of(d), language).statements if s.section == section]
    return [text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'") for text in found]


def copied(draft, *, outlets=("Agence Mer", "Le Cap"), direction="b_from_a", days=("2031-05-03", "2031-05-04")):
    d = draft()
    body = "passagers du traversier ont été soignés sur le quai après la collision avec le remorqueur"
    for name, number, day, outlet in (("a", 34, days[0], outlets[0]), ("b", 37, days[1], outlets[1])):
        d.report(name, f"{number} {body}, selon les secours.", outlet=outlet, published=day)
        d.claim(
            name, f"{number} {body}", (str(number), number), "passenger", role="wounded", voice=d.actor("les secours", "emergency_service")
        )
    d.reuse("a", "b", shared=(body,), direction=direction, score=900)
    return d


def test_a_number_that_a_copy_altered_is_no_revision(draft):
    text = next(t for t in told(copied(draft), "differs") if t.startswith("Passagers"))
    assert "37 dans la copie (Le Cap, d'après Agence Mer ; 1 texte" in text
    assert "34 (1 texte" in text
    assert text.endswith("rien ne dit que la source l'a révisé.")
    assert "révisé depuis par la même source" not in text


def test_the_same_words_with_another_number_of_no_known_order_are_no_revision(draft):
    text = next(t for t in told(copied(draft, direction="unknown", days=(None, None)), "differs") if t.startswith("Passagers"))
    assert text.endswith("Mêmes mots, autre nombre, ordre inconnu : rien ne dit quel texte le tient de la source.")


@pytest.mark.parametrize(
    "more", [{"outlets": ("Agence Mer", "Agence Mer")}, {"direction": "unknown"}, {"direction": "common_origin"}], ids=str
)
def test_an_update_of_ones_own_or_an_open_direction_is_no_altered_copy(draft, more):
    file = file_of(copied(draft, **more))
    desk = Desk(file, "fr")
    assert not any(altered(desk, x) for x in file.crosschecks)
    assert {verdict(desk, x) for x in file.crosschecks}.isdisjoint({"copied"})


@pytest.mark.parametrize(("language", "words"), [("fr", "Non lu (langue : néerlandais) : a."), ("en", "Not read: claims in Dutch (a)")])
def test_what_is_in_a_language_that_is_not_read_is_said_to_be_unread(draft, language, words):
    d = draft()
    d.report("a", "Drie mensen raakten gewond, zegt de politie.")
    d.reports["a"] = msgspec.structs.replace(d.reports["a"], language="nl")
    (text,) = told(d, "limits", language)
    assert text.startswith(words)


def test_a_report_of_which_nothing_was_read_is_not_said_to_hold_nothing(draft):
    d = draft()
    d.report("a", "Rien.")
    (text,) = told(d, "limits")
    assert "reconnu" in text


@pytest.mark.parametrize(
    ("words", "day", "published", "placed"),
    [
        ("depuis 1991", "1991-01-01", "2031-05-04", False),
        ("en mai dernier", "2030-05-01", "2031-05-04", False),
        ("le 30 décembre", "2030-12-30", "2031-01-04", True),
        ("en février", "2031-02-01", "2031-05-04", True),
        ("en 1964", "1964-01-01", None, True),
    ],
)
def test_background_of_other_years_is_no_event_of_the_timeline(draft, words, day, published, placed):
    d = draft()
    d.report("a", f"La criée a fermé {words}.", published=published)
    d.claim("a", "La criée a fermé", when=d.time("a", words, day, start=day))
    assert any(m.cites for m in briefing(file_of(d), "fr").timeline) is placed


def test_a_month_is_no_last_day(draft):
    d = draft()
    for name, number in (("a", 3), ("b", 9)):
        d.report(name, f"{number} bouées ont dérivé.", published="2031-05-02", outlet=name)
        d.claim(name, f"{number} bouées", (str(number), number), "buoy")
    month = When(span=None, value="2031-06", precision=Precision.MONTH, start="2031-06-01T00:00:00")
    d.reports["b"] = msgspec.structs.replace(d.reports["b"], published=month)
    assert told(d, "new") == []


def test_a_rewrite_has_no_passage_of_no_characters(draft):
    d = draft()
    d.report("a", "La criée ferme.")
    d.report("b", "Le port perd sa halle.")
    d.reuse("a", "b", kind="rewrite")
    for language in LANGUAGES:
        assert not any(" 0 " in text for text in told(d, "drift", language))


@pytest.mark.parametrize("direction", ["a_from_b", "b_from_a"])
def test_the_original_stands_first(draft, direction):
    d = copied(draft, direction=direction)
    *differing, shared = told(d, "drift")
    original, copy = ("Le Cap", "Agence Mer") if direction == "a_from_b" else ("Agence Mer", "Le Cap")
    assert shared.startswith(f"{original} et {copy} ont en commun")
    (number,) = (t for t in differing if t.startswith("Nombre"))
    assert number.index(f"dans {original}") < number.index(f"dans {copy}")


def test_ids_order_nothing_that_is_told(draft):
    def texts(names):
        d = draft()
        for name, outlet, number in zip(names, ("Le Cap", "La Rade", "Le Môle"), (3, 5, 7), strict=True):
            d.report(name, f"{number} quais et {number} grues sont fermés, selon {outlet}. Le port accuse le vent.", outlet=outlet)
            d.claim(name, f"{number} quais", (str(number), number), "quay", voice=d.actor(outlet, "media"))
            d.claim(name, f"{number} grues", (str(number), number), "crane", voice=d.actor(outlet, "media"))
            d.claim(name, "Le port accuse le vent", voice=d.actor("Le port", "company"), modality="accusation")
        return [(s.text, [d.reports[c.report].outlet for c in s.cites]) for s in briefing(file_of(d), "fr").statements]

    assert texts("abc") == texts("cab") == texts("bca")


def test_what_is_only_counted_can_be_had(draft):
    d = draft()
    said = [f"la bouée {letter * 5} dérive vers {letter * 7}" for letter in "abcdefgh"]
    d.report("a", f"La vigie dit : {', '.join(said)}.")
    for words in said:
        d.claim("a", words, voice=d.actor("La vigie", "person"))
    file = file_of(d)
    statements = briefing(file, "fr").statements
    shown = [s for s in statements if s.section == "said" and s.claims]
    rest = withheld(Desk(file, "fr"), statements)
    assert len(shown) + len(rest["point.said.more", "e-1"]) == len(said)
    assert rest.keys() == {("point.said.more", "e-1")}


def test_an_outlet_is_not_named_for_the_words_of_another(draft):
    d = draft()
    body = "vedettes ont quitté la rade avant la marée du soir et gagné l'avant-port"
    for name, number, outlet in (("a", 4, "Le Cap"), ("b", 6, "La Rade")):
        d.report(name, f"{number} {body}.", outlet=outlet)
        d.claim(name, f"{number} {body}", (str(number), number), "boat")
    d.reuse("a", "b", kind="near_copy", shared=(body,), score=950)
    assert told(d, "differs") == [
        (
            "Embarcations : 4 (1 texte, 1 origine, 1 voix : Le Cap) ; 6 (1 texte, 1 origine, 1 voix : La Rade). "
            "Mêmes mots, autre nombre, ordre inconnu : rien ne dit quel texte le tient de la source."
        ),
    ]


@pytest.mark.parametrize("outlets", [("Le Cap", None), (None, "Le Cap")], ids=str)
def test_of_two_copies_the_one_that_has_an_outlet_is_heard(draft, outlets):
    d = draft()
    body = "4 vedettes ont quitté la rade avant la marée du soir et gagné l'avant-port"
    for name, outlet in zip(("a", "b"), outlets, strict=True):
        d.report(name, f"{body}.", outlet=outlet)
        d.claim(name, body, ("4", 4), "boat")
    d.reuse("a", "b", kind="copy", shared=(body,), score=1000)
    assert told(d, "count") == ["4 embarcations : 2 textes, 1 origine, 1 voix : Le Cap."]


def test_a_language_of_which_numbers_are_read_is_read_in_part(draft, monkeypatch):
    monkeypatch.setattr(sys.modules["recoupe.briefing.scope"], "has", lambda code, name: name != "events" and has(code, name))
    d = draft()
    d.report("a", "Seven barns burnt.")
    d.reports["a"] = msgspec.structs.replace(d.reports["a"], language="en")
    assert next(s.message for s in briefing(file_of(d), "en").statements if s.section == "limits") == "point.limits.part"


def lines(tmp_path, **texts):
    """The statements on dated texts, each in a file of its outlet's name."""
    for outlet, text in texts.items():
        title, _, body = text.partition("\n")
        head = f"---\noutlet: {outlet}\ntitle: {title}\npublished: 2031-05-03T08:00:00Z\n---\n"
        (tmp_path / f"{outlet}.txt").write_text(f"{head}{title}\n\n{body}\n", encoding="utf-8")
    with Ledger.open() as ledger:
        ledger.add([str(tmp_path)])
        return [s.text for story in ledger.stories() for s in ledger.briefing(story.id, "fr").statements]


def test_people_of_a_country_are_named_by_it(tmp_path):
    told = lines(tmp_path, nord="Combats à la frontière\nTrois soldats norvégiens ont été tués dans les combats, selon la Suède.")
    assert any(text.startswith("3 soldats norvégiens tués") for text in told)


def test_a_sum_is_not_what_becomes_of_somebody(tmp_path):
    told = lines(tmp_path, nord="Un trésorier arrêté\nLe trésorier a été arrêté lundi pour le vol de 40 000 euros, selon le parquet.")
    assert not any("euros arrêtés" in text or "euros (" in text for text in told)


def test_a_count_without_a_role_is_not_said_to_have_undergone_the_event():
    questions = [draft_question(role, unit) for role, unit in ((None, "person"), ("released", "person"), ("killed", "écuyer"))]
    assert [asked(Desk(None, "fr"), check) for check in questions] == [
        "personnes (contexte : arrestation ou captivité)",
        "personnes libérées",
        "écuyers (tués)",
    ]
    assert counted(Desk(None, "fr"), questions[2], questions[2].answers[0]) == "1 écuyer (tué)"


def draft_question(role, unit):
    answer = Answer(low=1, value=1, high=1, bound=Bound.EXACT, claims=(), support=None)
    question = Question(type="ARREST", unit=unit, role=role)
    return Crosscheck(
        id="", story="", event="", question=question, answers=(answer,), support=None, agreement="single", comparable=True, why=""
    )


def test_a_source_that_title_and_text_name_is_left_out_once(tmp_path):
    told = lines(
        tmp_path,
        nord="Grippe en Norvège : 25 morts, selon l'institut Larsen\nLa grippe a tué 25 personnes en Norvège depuis dimanche, a indiqué "
        "jeudi l'institut Larsen. Les hôpitaux de Bergen manquent de lits. Les visites y sont suspendues jusqu'à nouvel ordre.",
        sud="Grippe en Norvège : 25 morts\nLa grippe a tué 25 personnes en Norvège depuis dimanche. "
        "Les hôpitaux de Bergen manquent de lits. Les visites y sont suspendues jusqu'à nouvel ordre.",
    )
    (text,) = [text for text in told if text.startswith("Source")]
    assert "a indiqué … l'institut Larsen" in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Après l'avalanche, le bilan est passé de six blessés à neuf blessés, selon le samu.", "6 auparavant (1 texte), puis 9 (1 texte"),
        ("L'avalanche a fait neuf blessés, et non six blessés, a corrigé le samu.", "6, écarté par samu (1 texte)"),
        ("L'avalanche a fait neuf blessés, et non six blessés.", "6, retiré ou corrigé (1 texte)"),
        ("L'avalanche a blessé neuf skieurs. La précédente avalanche avait fait 40 blessés.", "donné en comparaison (1 texte)"),
    ],
)
def test_a_number_that_is_not_the_answer_is_told_as_what_it_is(tmp_path, text, words):
    told_ = "\n".join(lines(tmp_path, a=text)).replace("\u00a0", " ")
    assert words in told_
    assert "0 voix" not in told_


def test_none_of_them_is_no_part(tmp_path):
    found = [
        line
        for line in lines(tmp_path, a="Aucune vedette n'a touché ce bateau, selon le ministre. La vedette est à Nice.")
        if "Aucun" in line
    ]
    assert found
    assert not any("partie" in line for line in found)
